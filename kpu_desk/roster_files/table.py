"""The rows under a header: who is a person, what is a sub-heading, a repeated header, a total or a signature block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kpu_desk.domain.nip import Nip, parse_nip
from kpu_desk.domain.roster import (
    NOTHING,
    Candidate,
    CellKind,
    Column,
    ProblemCode,
    RawCell,
    RosterProblem,
    problem,
)
from kpu_desk.domain.roster_everyday import UNIT_SEPARATOR, EverydayPeople, Post, Records, everyday_people
from kpu_desk.domain.roster_text import fold, has_letter, says_nothing
from kpu_desk.roster_files.grid import MOST_COLUMNS, Grid, address, column_letter
from kpu_desk.roster_files.header_words import Header, Words, column_of, header_at
from kpu_desk.roster_files.plain_records import PlainRecords, joined

_MONTHS = "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_PLACE_AND_DATE = re.compile(
    rf"^[^\d,;]{{2,60}},\s*(?:tanggal\s*)?[\d\s.…_]{{0,14}}(?:{_MONTHS})\s+[\d.…_]{{2,6}}$", re.I
)
_FOOTER_WORDS = re.compile(
    r"^(?:mengetahui|menyetujui|ditetapkan|dibuat|pada tanggal|keterangan|catatan|sumber|ttd|t\.t\.d|cap dan)\b", re.I
)
_SIGNED_OFFICE = re.compile(
    r"^(?:(?:plt|plh|a\.n|an|u\.b)\b.*|(?:sekretaris|ketua|kepala|kasubbag|kabag|pejabat|pengelola|operator)\b.*,)$",
    re.I | re.S,
)
_TOTAL = re.compile(r"^(?:sub\s*-?\s*|grand\s+)?(?:jumlah|total)\b", re.I)
_SAMPLE = re.compile(r"^(?:contoh|panduan|petunjuk|cara (?:peng)?isi)", re.I)
_SAMPLE_NAME = re.compile(r"^(?:contoh\s*(?:[:.=].*)?$|panduan\b|petunjuk\b|(?:di)?isi(?:kan)?\s)", re.I)
_ENUMERATOR = re.compile(r"^(?:[A-Z]|[IVX]{1,5}|\d{1,2})\s*[.)]\s+(?=\S)")
_UNIT_START = re.compile(
    r"^(?:(?:sub\s*-?\s*(?:bagian|bag|bidang)|bagian|bag|bidang|sekretariat|divisi|kelompok|unit|komisioner|pimpinan|"
    r"ketua dan|anggota kpu|pejabat|jabatan|staf|pelaksana|fungsional|ppnpn|pppk|pns|asn|cpns|non[ -]?asn|pegawai|"
    r"tenaga|jagat|satpam|pengemudi|pramubakti|kpu|kip|komisi|satker|satuan|lainnya)(?!\w)|ketua ?[/,&])",
    re.I,
)
_COUNTED = re.compile(r"^\(?\d{1,3}\)?\.?$")
_NO_DIGIT = re.compile(r"\D", re.ASCII)
_RUNNING = re.compile(r"^\(?\d{1,5}[.)]?$")
_ORDINAL = re.compile(r"^\(?(?:[A-Z]|[IVX]{1,5})\)?\.?$")


@dataclass(frozen=True, slots=True)
class Table:
    """The people below a header.

    Attributes:
        candidates: rows that should be persons, to be judged.
        everyday: persons about whom there is nothing to say.
        problems: what there is to say about rows that are no person.
    """

    candidates: tuple[Candidate, ...]
    everyday: EverydayPeople
    problems: tuple[RosterProblem, ...]

    @property
    def people(self) -> int:
        return len(self.candidates) + len(self.everyday)


@dataclass(slots=True)
class _Walk:
    """Where the reading stands between two rows."""

    header: Header
    heading: RawCell = NOTHING
    in_footer: bool = False
    candidates: list[Candidate] = field(default_factory=list)
    everyday: list[int] = field(default_factory=list)
    problems: list[RosterProblem] = field(default_factory=list)
    numbered: list[tuple[int, RawCell]] = field(default_factory=list)


def read_table(grid: Grid, header: Header, words: Words = column_of, today: date | None = None) -> Table:
    """The people below the header, and what there is to say about rows that are none.

    A row that only looks like part of a footer is left out in silence; one that could still be a person is named.

    Args:
        today: the day by which the ages in NIPs are measured; without it every person is a candidate.
    """
    walk = _Walk(header)
    people = _everyday(grid, header, today) if today is not None else EverydayPeople()
    if people and header.bottom + len(people) == len(grid.records):
        return Table((), people, ())
    below = sorted(row for row in grid.cells if row > header.bottom)
    everyday = dict(zip(people.numbers, people.posts, strict=True))
    headings: dict[int, Post] = {}
    last_shaped = next((row for row in reversed(below) if _is_shaped(grid, header, row)), 0)
    gap = next(row for row in range(last_shaped + 1, last_shaped + len(grid.cells) + 2) if row not in grid.cells)
    skipped_until = header.bottom
    for number in below:
        if number <= skipped_until:
            continue
        if number in everyday:
            walk.in_footer = False
            walk.everyday.append(number)
            rank, office, unit = everyday[number]
            if unit is None and walk.heading is not NOTHING:
                headings[number] = rank, office, walk.heading.text
            continue
        if _is_plain_person(walk.header, grid.row(number)):
            walk.in_footer = False
            _take_person(walk, grid, number)
            continue
        repeated = any("nama" in cell.text.casefold() for cell in grid.row(number).values())
        again = header_at(grid, number, words) if repeated else None
        if again is not None:
            same = again.places == header.places and _expected_fields(grid, again) == _expected_fields(grid, header)
            if people and not same:
                # From here on NIPs stand elsewhere, and may be those of people above.
                return read_table(grid, header, words)
            walk.header, walk.in_footer, skipped_until = again, False, again.bottom
            continue
        _take(walk, grid, number, after_gap=number > gap and last_shaped > 0)
    walk.problems += _only_numbers(walk)
    people = people.only(map(set(walk.everyday).__contains__, people.numbers))
    if headings:
        posts = [headings.get(number, post) for number, post in zip(people.numbers, people.posts, strict=True)]
        people = replace(people, posts=posts)
    return Table(tuple(walk.candidates), people, tuple(walk.problems))


def _everyday(grid: Grid, header: Header, today: date) -> EverydayPeople:
    """The persons of a CSV file whose records need no second look, nor share their NIP with another."""
    last, most = max(header.places.values()), min(_expected_fields(grid, header) or MOST_COLUMNS, MOST_COLUMNS)
    records, after = grid.records, header.bottom
    held = {place: column for column, place in header.places.items()}
    if not records or last > most or len(held) < len(header.places):
        return EverydayPeople()
    columns = tuple(held.get(place) for place in range(1, last + 1))
    if isinstance(records, PlainRecords):
        text, separator = records.text(after), records.separator
    else:
        text, separator = joined(records[after:]), UNIT_SEPARATOR
    found = everyday_people(Records(text, len(records) - after, separator, columns, most), after + 1, today)
    nip = header.place(Column.NIP)
    if found and nip:
        rest = (records[number - 1] for number in records_besides(grid, header, found))
        others = {_NO_DIGIT.sub("", record[nip - 1]) for record in rest if len(record) >= nip} - {""}
        found = found.only(number not in others for number in found.nips) if others else found
    return found


def records_besides(grid: Grid, header: Header, everyday: EverydayPeople) -> Iterable[int]:
    """Numbers of the records that are no everyday person; above the header and in it there is none."""
    if header.bottom + len(everyday) == len(grid.records):
        return range(1, header.bottom + 1)
    return sorted({*range(1, len(grid.records) + 1)}.difference(everyday.numbers))


def _take(walk: _Walk, grid: Grid, number: int, *, after_gap: bool) -> None:
    header, own = walk.header, grid.row(number)
    texts = [fold(cell.text) for cell in own.values()]
    if _is_numbering(header, own) or _is_total(header, own):
        return
    person_like = _is_person_like(grid, header, number)
    if walk.in_footer and not person_like:
        walk.problems += _doubtful_footer(header, number, own)
        return
    if not person_like and (_begins_footer(own) or (after_gap and _is_lone_below(header, own))):
        walk.in_footer = True
        return
    first_is_name = min(own) == header.place(Column.NAME)
    if (_SAMPLE.match(texts[0]) and not first_is_name) or _SAMPLE_NAME.match(fold(_at(own, header, Column.NAME).text)):
        walk.problems.append(problem(number, None, ProblemCode.SAMPLE_ROW_SKIPPED, text=texts[0]))
        return
    walk.in_footer = False
    if heading := _heading(grid, header, number):
        walk.heading = heading
        walk.problems.append(problem(number, heading.ref, ProblemCode.SUBHEADING_AS_UNIT, unit=heading.text))
    elif any(place != header.place(Column.NUMBER) for place in header.places.values() if place in own):
        _take_person(walk, grid, number)
    elif _RUNNING.match(fold(_at(own, header, Column.NUMBER).text)):
        walk.numbered.append((number, own[header.place(Column.NUMBER)]))


def _only_numbers(walk: _Walk) -> Iterator[RosterProblem]:
    """Between persons somebody is missing; below the last one a template had more numbers than the office people."""
    last = max((*walk.everyday[-1:], *(person.row for person in walk.candidates[-1:])), default=0)
    for number, cell in walk.numbered:
        if number < last:
            yield problem(number, cell.ref, ProblemCode.NUMBER_ONLY, text=cell.text)
    below = [number for number, _ in walk.numbered if number > last]
    if below:
        yield problem(below[0], None, ProblemCode.NUMBERED_ROWS_SKIPPED, count=len(below))


def _take_person(walk: _Walk, grid: Grid, number: int) -> None:
    walk.candidates.append(_candidate(walk, grid, number))
    # Nearly every record has as many fields as its header.
    header = walk.header
    if grid.records and (header.top < header.bottom or grid.fields(number) != grid.fields(header.top)):
        walk.problems += _field_counts(grid, walk.header, number)


def _is_plain_person(header: Header, own: Mapping[int, RawCell]) -> bool:
    """The everyday row, told at one look: a number, a name and an office; none of the other forms looks so."""
    places = header.places
    number, name = own.get(places.get(Column.NUMBER, 0)), own.get(places[Column.NAME])
    office = own.get(places[Column.OFFICE])
    if number is None or name is None or office is None or not number.text.isdigit():
        return False
    return has_letter(name.text) and has_letter(office.text) and not _SAMPLE_NAME.match(fold(name.text))


def _at(own: Mapping[int, RawCell], header: Header, column: Column) -> RawCell:
    return own.get(header.place(column), NOTHING)


def _candidate(walk: _Walk, grid: Grid, number: int) -> Candidate:
    places, own = walk.header.places, grid.row(number)

    def cell(column: Column, merged_too: bool = False) -> RawCell:
        place = places.get(column)
        if place is None:
            return NOTHING
        here = own.get(place)
        if here is not None:
            return here
        from_above = grid.down_into(number, place) if merged_too else None
        return from_above or RawCell(ref=address(number, place))

    unit = cell(Column.UNIT, merged_too=True)
    return Candidate(
        row=number,
        sheet=grid.sheet,
        front_title=cell(Column.FRONT_TITLE),
        name=cell(Column.NAME),
        back_title=cell(Column.BACK_TITLE),
        nip=cell(Column.NIP),
        rank=cell(Column.RANK, merged_too=True),
        grade=cell(Column.GRADE, merged_too=True),
        office=cell(Column.OFFICE, merged_too=True),
        unit=walk.heading if says_nothing(unit.text) else unit,
        short=bool(grid.records) and grid.fields(number) < max(places.values()),
    )


def _is_shaped(grid: Grid, header: Header, number: int) -> bool:
    """Whether a row has the form of the table: a name, and an office or a NIP beside it."""
    own = grid.row(number)
    name = _at(own, header, Column.NAME)
    others = (_at(own, header, Column.OFFICE), _at(own, header, Column.NIP))
    return has_letter(name.text) and any(not says_nothing(cell.text) for cell in others) and not _begins_footer(own)


def _is_person_like(grid: Grid, header: Header, number: int) -> bool:
    """Whether nothing but a person can stand here: a name and an office, and a number, a NIP or more beside them."""
    own = grid.row(number)
    office_place = header.place(Column.OFFICE)
    office = own.get(office_place) or grid.down_into(number, office_place) or NOTHING
    if not (has_letter(_at(own, header, Column.NAME).text) and has_letter(office.text)):
        return False
    counted = bool(_COUNTED.match(fold(_at(own, header, Column.NUMBER).text)))
    return counted or not says_nothing(_at(own, header, Column.NIP).text) or len(own) >= 3


def _is_numbering(header: Header, own: Mapping[int, RawCell]) -> bool:
    texts = [fold(own[column].text) for column in sorted(own)]
    return len(own) > 1 and header.place(Column.NAME) in own and all(_COUNTED.match(text) for text in texts)


def _is_total(header: Header, own: Mapping[int, RawCell]) -> bool:
    first = fold(own[min(own)].text)
    return bool(_TOTAL.match(first)) and says_nothing(_at(own, header, Column.NIP).text)


def _begins_footer(own: Mapping[int, RawCell]) -> bool:
    if len(own) > 3:
        return False
    texts = [fold(cell.text) for cell in own.values()]
    if any(_PLACE_AND_DATE.match(text) or _FOOTER_WORDS.match(text) for text in texts):
        return True
    if any(_SIGNED_OFFICE.match(text) for text in texts) and all(text.endswith(",") for text in texts):
        return True
    return len(texts) == 1 and texts[0].casefold().startswith("nip") and isinstance(parse_nip(texts[0]), Nip)


def _is_lone_below(header: Header, own: Mapping[int, RawCell]) -> bool:
    """Below the table and a blank row, a single cell outside the column of names is no person any more."""
    return len(own) == 1 and not {header.place(Column.NAME), header.place(Column.NUMBER)} & set(own)


def _doubtful_footer(header: Header, number: int, own: Mapping[int, RawCell]) -> Iterator[RosterProblem]:
    name, office = fold(_at(own, header, Column.NAME).text), fold(_at(own, header, Column.OFFICE).text)
    marks = [text.endswith((",", ":")) or text.casefold().startswith("nip") for text in (name, office)]
    if has_letter(name) and has_letter(office) and not any(marks):
        yield problem(number, address(number, header.place(Column.NAME)), ProblemCode.FOOTER_ROW_SKIPPED, text=name)


def _heading(grid: Grid, header: Header, number: int) -> RawCell | None:
    """The sub-heading in this row, without its letter or numeral, if the row is one."""
    own = grid.row(number)
    name_place, number_place = header.place(Column.NAME), header.place(Column.NUMBER)
    if header.place(Column.NIP) in own or (header.place(Column.OFFICE) in own and len(own) > 1):
        return None
    place = name_place if name_place in own else min(own)
    cell, text = own[place], fold(own[place].text)
    bare = _ENUMERATOR.sub("", text)
    speaks_of_unit = bool(_UNIT_START.match(bare))
    if not has_letter(bare) or cell.kind in {CellKind.ERROR, CellKind.FORMULA}:
        return None
    alone = len(own) == 1
    lettered = len(own) == 2 and number_place in own and bool(_ORDINAL.match(fold(own[number_place].text)))
    is_heading = (alone or (len(own) == 2 and number_place in own)) and speaks_of_unit
    if alone and not is_heading:
        header_width = grid.width(header.top, place)
        wide = grid.width(number, place) > max(1, header_width)
        is_heading = wide or place not in {name_place, header.place(Column.OFFICE), header.place(Column.RANK)}
    if not is_heading and not (lettered and place == name_place):
        return None
    return RawCell(bare, CellKind.TEXT, address(number, place))


def _expected_fields(grid: Grid, header: Header) -> int:
    return max(grid.fields(row) for row in range(header.top, header.bottom + 1))


def _field_counts(grid: Grid, header: Header, number: int) -> Iterator[RosterProblem]:
    """A record of a CSV file with more fields than the header has a separator too many, mostly inside a name."""
    expected = _expected_fields(grid, header)
    # Without a header (columns pointed at by hand) nothing says how many fields there should be.
    beyond = [column for column in grid.row(number) if column > expected > 0]
    if beyond:
        code = ProblemCode.FIELDS_TOO_MANY
        yield problem(number, address(number, beyond[0]), code, expected=expected, found=grid.fields(number))
    elif grid.fields(number) < (last := max(header.places.values())):
        yield problem(
            number,
            None,
            ProblemCode.FIELDS_TOO_FEW,
            expected=expected,
            found=grid.fields(number),
            column=column_letter(last),
        )
