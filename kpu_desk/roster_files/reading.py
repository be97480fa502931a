"""From a file on disk to a roster reading: the one way into the post room."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import ProblemCode, RosterProblem, RosterReading, check_people, problem
from kpu_desk.roster_files.csv_grid import decode, read_csv
from kpu_desk.roster_files.grid import MOST_COLUMNS, Grid, column_letter
from kpu_desk.roster_files.header_words import Header, find_header, why_no_header
from kpu_desk.roster_files.table import read_table
from kpu_desk.roster_files.xlsx_guard import MOST_BYTES

_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")


def read_roster(path: Path, today: date) -> RosterReading:
    """Read a roster from an XLSX or CSV file; what kind it is, its bytes say, not its name.

    Args:
        path: the file; it is read once and never written.
        today: the day by which ages in NIPs are judged.

    Raises:
        RosterError: the file is no roster at all. Codes: ``MISSING_FILE``, ``NOT_A_FILE``, ``CANNOT_OPEN``,
            ``EMPTY_FILE``, ``TOO_LARGE``, ``NOT_A_SPREADSHEET``, ``NO_HEADER``, ``NO_OFFICE_COLUMN``,
            ``NO_PEOPLE``, ``NAME_AND_NIP_IN_ONE_COLUMN``, those of ``look_into``, ``read_xlsx``, ``decode`` and
            ``read_csv``, and for other kinds of file ``ENCRYPTED_FILE`` and ``OLD_XLS``.
    """
    grids, remarks = read_grids(path)
    grid, header, others = _choose(grids)
    return _reading(grid, header, others, remarks, today)


def read_grids(path: Path) -> tuple[tuple[Grid, ...], list[ProblemCode]]:
    """The sheets of an XLSX or CSV file, and what is to be said about the file as a whole.

    Raises:
        RosterError: as :func:`read_roster`, but for what concerns a roster alone.
    """
    data = _bytes(path)
    remarks: list[ProblemCode] = []
    if data.startswith(_ZIP):
        from kpu_desk.roster_files.xlsx_grid import read_xlsx

        grids = read_xlsx(data)
    elif data.startswith(_COMPOUND_FILE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise RosterError("ENCRYPTED_FILE" if locked else "OLD_XLS")
    elif data.startswith((b"%PDF", b"PK", b"{\\rtf")) or data.lstrip()[:1] == b"<":
        raise RosterError("NOT_A_SPREADSHEET")
    else:
        text, encoding = decode(data)
        if not text.strip():
            raise RosterError("EMPTY_FILE")
        grids = (read_csv(text),)
        remarks += [ProblemCode.OLD_ENCODING] if encoding == "cp1252" else []
    return grids, remarks


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise RosterError("MISSING_FILE", path=str(path))
        if not path.is_file():
            raise RosterError("NOT_A_FILE", path=str(path))
        if path.stat().st_size > MOST_BYTES:
            raise RosterError("TOO_LARGE", most=MOST_BYTES >> 20)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise RosterError("CANNOT_OPEN", path=str(path), reason=reason) from error
    if not data:
        raise RosterError("EMPTY_FILE")
    return data


def _choose(grids: tuple[Grid, ...]) -> tuple[Grid, Header, tuple[str, ...]]:
    """The first sheet that holds a roster, its header, and the names of further sheets that hold one too."""
    found = [(grid, header) for grid in grids if (header := find_header(grid)) is not None]
    filled = [(grid, header) for grid, header in found if read_table(grid, header)[0]]
    if filled:
        grid, header = filled[0]
        return grid, header, tuple(other.sheet or "" for other, _ in filled[1:])
    if found:
        raise RosterError("NO_PEOPLE", row=found[0][1].top)
    if not any(grid.cells for grid in grids):
        raise RosterError("EMPTY_FILE")
    raise next((reason for grid in grids if (reason := why_no_header(grid))), RosterError("NO_HEADER"))


def _reading(
    grid: Grid, header: Header, others: tuple[str, ...], remarks: list[ProblemCode], today: date
) -> RosterReading:
    candidates, table_problems = read_table(grid, header)
    rows, people_problems = check_people(candidates, today)
    broken = {found.row for found in table_problems if found.code is ProblemCode.FIELDS_TOO_MANY}
    problems = [problem(header.top, None, code) for code in remarks]
    problems += _remarks(grid, header, others)
    problems += sorted((*table_problems, *people_problems), key=lambda found: found.row)
    return RosterReading(
        rows=tuple(row for row in rows if row.row not in broken),
        problems=tuple(problems),
        sheet=grid.sheet,
        header_row=header.top,
        columns=tuple((column.value, column_letter(place)) for column, place in header.places.items()),
    )


def _remarks(grid: Grid, header: Header, others: tuple[str, ...]) -> list[RosterProblem]:
    """What is worth saying about the sheet as a whole; told at the header's row."""
    row = header.top
    found: list[RosterProblem] = []
    if others:
        found.append(problem(row, None, ProblemCode.OTHER_SHEETS, sheet=grid.sheet or "", others=", ".join(others)))
    if grid.hidden:
        found.append(problem(row, None, ProblemCode.HIDDEN_SHEET_READ, sheet=grid.sheet or ""))
    for _, place in header.ignored:
        found.append(problem(row, f"{column_letter(place)}{row}", ProblemCode.COLUMN_IGNORED))
    for column, place in header.places.items():
        if place in grid.hidden_columns:
            letter = column_letter(place)
            found.append(problem(row, f"{letter}{row}", ProblemCode.HIDDEN_COLUMN_READ, column=column.value))
    hidden = sorted(number for number in grid.hidden_rows if number > header.bottom)
    if hidden:
        numbers = ", ".join(str(number) for number in hidden[:10])
        found.append(problem(hidden[0], None, ProblemCode.HIDDEN_ROWS_READ, count=len(hidden), rows=numbers))
    if grid.columns_cut:
        last = column_letter(MOST_COLUMNS)
        found.append(problem(row, None, ProblemCode.COLUMNS_NOT_READ, last=last))
    return found
