"""What the children of the benchmark do: the reading without its rules, and the whole with its processor time."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from kpu_desk.domain.roster_mapping import RosterRequest
from kpu_desk.roster_files.contained import Tell
from kpu_desk.roster_files.desk_reading import DeskReading, _read
from kpu_desk.roster_files.reading import read_grids


def only_read(path: Path, tell: Tell) -> None:
    """The separator found out, every record split and handed over in pieces; nothing judged."""
    (grid,), _ = read_grids(path)
    for start in range(0, len(grid.records), 1_000):
        tell(grid.records[start : start + 1_000])


def read_and_time(path: Path, today: date, request: RosterRequest, tell: Tell) -> DeskReading:
    """As the desk reads; the seconds of the processor it took are left beside the file."""
    start = time.process_time()
    found = _read(path, today, request, tell)
    path.with_suffix(".cpu").write_text(str(time.process_time() - start))
    return found
