"""The reading of a roster without its rules, for a child process that is to start quickly."""

from __future__ import annotations

from pathlib import Path

from kpu_desk.roster_files.contained import Tell
from kpu_desk.roster_files.reading import read_grids


def only_read(path: Path, tell: Tell) -> None:
    """The separator found out, every record split and handed over in pieces; nothing judged."""
    (grid,), _ = read_grids(path)
    for start in range(0, len(grid.records), 1_000):
        tell(grid.records[start : start + 1_000])
