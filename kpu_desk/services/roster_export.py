"""The officials of a ceremony as a spreadsheet: for the office's other lists, and to be read in again here."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.nip import Nip
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import write_file_safely

HEADER = ("No.", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja")
SHEET = "Daftar pejabat"


def export_roster(desk: Desk, ceremony_id: str, path: Path) -> int:
    """Writes the roster to an XLSX or CSV file, by the ending of its name; gives the number of people; journaled.

    Every cell is a text: no formula runs, and a NIP keeps its 18 digits. In CSV it is written with its spaces, because
    a spreadsheet would take 18 bare digits for a number and lose the last three.

    Raises:
        RosterError: EXPORT_KIND for another ending.
        StorageError: DISK_FULL, NO_RIGHTS, FILE_MISSING (the folder), FILE_FAILED.
    """
    from kpu_desk.roster_files.writing import csv_table, xlsx_table

    ceremony = desk.ceremony(ceremony_id)
    kind = path.suffix.lower()
    if kind == ".xlsx":
        data = xlsx_table(SHEET, roster_table(ceremony, grouped=False))
    elif kind == ".csv":
        data = csv_table(roster_table(ceremony, grouped=True))
    else:
        raise RosterError("EXPORT_KIND", kind=path.suffix)
    write_file_safely(path, data)
    rows = len(ceremony.officials)
    facts = {"ceremony": ceremony_id, "file": path.name, "digest": sha256(data).hexdigest(), "rows": rows}
    desk.note(Act(Event.ROSTER_EXPORTED, facts))
    return len(ceremony.officials)


def roster_table(ceremony: Ceremony, *, grouped: bool) -> tuple[tuple[str, ...], ...]:
    """Header and one row for each person, as texts; ``grouped`` writes NIPs with spaces."""
    rows = [HEADER]
    for number, official in enumerate(ceremony.officials, start=1):
        nip = official.nip or ""
        rows.append(
            (
                str(number),
                official.name,
                Nip(nip).grouped() if nip and grouped else nip,
                official.rank or "",
                official.printed_office,
                official.unit or "",
            )
        )
    return tuple(rows)
