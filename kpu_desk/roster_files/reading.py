"""From a file on disk to a roster reading: the one way into the post room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from pathlib import Path

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import (
    Column,
    ProblemCode,
    RosterProblem,
    RosterReading,
    problem,
)
from kpu_desk.domain.roster_mapping import Placing, RosterRequest
from kpu_desk.domain.roster_rules import check_people
from kpu_desk.roster_files.csv_grid import decode, read_csv
from kpu_desk.roster_files.grid import MOST_COLUMNS, Grid, column_letter
from kpu_desk.roster_files.header_words import Header, Words, column_of, find_header, why_no_header, words_of
from kpu_desk.roster_files.table import Table, read_table, records_besides
from kpu_desk.roster_files.xlsx_package import MOST_BYTES

_ZIP = b"PK\x03\x04"
# PDF, other ZIPs, RTF, pictures, archives and programs: what people drop here by mistake.
_OTHERS = (
    b"%PDF",
    b"PK",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BZh",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xfd7zXZ",
    b"\x7fELF",
)
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet that holds a roster, before its people are judged."""

    grid: Grid
    header: Header
    table: Table
    others: tuple[str, ...] = ()


def read_roster(path: Path, today: date, request: RosterRequest | None = None) -> RosterReading:
    """Read a roster from an XLSX or CSV file; what kind it is, its bytes say, not its name.

    Args:
        path: the file; it is read once and never written.
        today: the day by which ages in NIPs are judged.
        request: which sheet and columns, and what becomes of characters that cannot be printed.

    Raises:
        RosterError: the file is no roster at all. Codes: ``MISSING_FILE``, ``NOT_A_FILE``, ``CANNOT_OPEN``,
            ``EMPTY_FILE``, ``TOO_LARGE``, ``NOT_A_SPREADSHEET``, ``NO_HEADER``, ``NO_OFFICE_COLUMN``,
            ``NO_PEOPLE``, ``NAME_AND_NIP_IN_ONE_COLUMN``, ``NO_SUCH_SHEET``, those of ``read_xlsx``, ``decode``
            and ``read_csv``, and for other kinds of file ``ENCRYPTED_FILE`` and ``OLD_XLS``.
    """
    request = request or RosterRequest()
    found, remarks = find_roster(path, today, request)
    return judge(found, remarks, today, request)


def find_roster(path: Path, today: date, request: RosterRequest) -> tuple[Found, list[ProblemCode]]:
    """The sheet with its people, unjudged, and what is to be said about the file as a whole. Raises as above."""
    words = words_of(request.mapping)
    grids, remarks = read_grids(path, words)
    if request.sheet is not None:
        grids = tuple(grid for grid in grids if grid.sheet == request.sheet)
        if not grids:
            raise RosterError("NO_SUCH_SHEET", sheet=request.sheet)
    if request.placing is not None:
        return _placed(grids[0], request.placing, today), remarks
    return _choose(grids, words, today), remarks


def read_grids(path: Path, words: Words = column_of) -> tuple[tuple[Grid, ...], list[ProblemCode]]:
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
    elif data.startswith(_OTHERS) or data[:1_000].lstrip()[:1] == b"<":
        raise RosterError("NOT_A_SPREADSHEET")
    else:
        text, encoding = decode(data)
        if not text or text.isspace():
            raise RosterError("EMPTY_FILE")
        grids = (read_csv(text, words),)
        remarks += [ProblemCode.OLD_ENCODING] if encoding == "cp1252" else []
    return grids, remarks


def judge(found: Found, remarks: list[ProblemCode], today: date, request: RosterRequest) -> RosterReading:
    """The people as they would be stored, and all problems."""
    reading = judge_candidates(found, remarks, today, request)
    rows = sorted((*reading.rows, *found.table.everyday.rows()), key=itemgetter(0))
    return replace(reading, rows=tuple(rows))


def judge_candidates(found: Found, remarks: list[ProblemCode], today: date, request: RosterRequest) -> RosterReading:
    """As :func:`judge`, but for the everyday people."""
    header, table = found.header, found.table
    rows, people_problems = check_people(table.candidates, today, request.foreign, request.mark)
    broken = {told.row for told in table.problems if told.code is ProblemCode.FIELDS_TOO_MANY}
    problems = [problem(header.top, None, code) for code in remarks]
    problems += _remarks(found.grid, header, table, found.others)
    problems += sorted((*table.problems, *people_problems), key=lambda told: told.row)
    return RosterReading(
        rows=tuple(row for row in rows if row.row not in broken) if broken else rows,
        problems=tuple(problems),
        sheet=found.grid.sheet,
        header_row=header.top,
        columns=tuple((column.value, column_letter(place)) for column, place in header.places.items()),
    )


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise RosterError("MISSING_FILE", path=str(path))
        if not path.is_file():
            raise RosterError("NOT_A_FILE", path=str(path))
        with path.open("rb") as file:
            # One byte more than is allowed: a file that grows while it is read is found as well.
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise RosterError("CANNOT_OPEN", path=str(path), reason=reason) from error
    if len(data) > MOST_BYTES:
        raise RosterError("TOO_LARGE", most=MOST_BYTES >> 20)
    if not data:
        raise RosterError("EMPTY_FILE")
    return data


def _choose(grids: tuple[Grid, ...], words: Words, today: date) -> Found:
    """The first sheet that holds a roster, with the names of further sheets that hold one too."""
    headers = [(grid, header) for grid in grids if (header := find_header(grid, words)) is not None]
    first: Found | None = None
    others: list[str] = []
    for grid, header in headers:
        table = read_table(grid, header, words, today)
        if table.people and first is None:
            first = Found(grid, header, table)
        elif table.people:
            others.append(grid.sheet or "")
    if first is not None:
        return replace(first, others=tuple(others))
    if headers:
        raise RosterError("NO_PEOPLE", row=headers[0][1].top)
    if not any(grid.cells for grid in grids):
        raise RosterError("EMPTY_FILE")
    raise next((reason for grid in grids if (reason := why_no_header(grid))), RosterError("NO_HEADER"))


def _placed(grid: Grid, placing: Placing, today: date) -> Found:
    """The sheet with its columns where a person pointed."""
    places = {column: place for column, place in placing.places if 0 < place <= MOST_COLUMNS}
    if Column.NAME not in places:
        raise RosterError("NO_HEADER")
    if Column.OFFICE not in places:
        raise RosterError("NO_OFFICE_COLUMN", row=placing.header_row)
    row = max(placing.header_row, 0)
    header = Header(row, row, places)
    table = read_table(grid, header, today=today)
    if not table.people:
        raise RosterError("NO_PEOPLE", row=placing.header_row)
    return Found(grid, header, table)


def _remarks(grid: Grid, header: Header, table: Table, others: tuple[str, ...]) -> list[RosterProblem]:
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
    if grid.is_cut(records_besides(grid, header, table.everyday)):
        last = column_letter(MOST_COLUMNS)
        found.append(problem(row, None, ProblemCode.COLUMNS_NOT_READ, last=last))
    return found
