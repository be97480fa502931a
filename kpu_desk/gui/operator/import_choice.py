"""How a person wants one roster file to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kpu_desk.domain.roster import Column
from kpu_desk.domain.roster_mapping import Placing


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """Everything that was chosen for a file, so that it can be read again with one thing changed.

    Attributes:
        sheet: name of the worksheet; None for the first that holds a roster.
        placing: columns pointed at by hand.
        headers: the texts of their headers with what they mean here, to be remembered after the import.
        marked: characters that cannot be printed come in as a visible mark instead of being refused.
    """

    path: Path
    sheet: str | None = None
    placing: Placing | None = None
    headers: tuple[tuple[str, Column | None], ...] = ()
    marked: bool = False
