"""The everyday rows of a roster, about which there is nothing to say: found at one stroke, for they are thousands.

One pattern takes a whole record, and judges number, name and NIP; every other text is judged once however often it
comes. A row of which these looks are not certain goes the careful way of ``roster_rules``, so nothing comes in here
that would not come in there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import compress, groupby
from typing import Any, TypeAlias

from kpu_desk.domain.nip import LENGTH as _NIP_LENGTH
from kpu_desk.domain.roster import LONGEST_TEXT, Column, RosterRow
from kpu_desk.domain.roster_rules import is_clean_rank, is_clean_text, named, optional_text, written_rank

UNIT_SEPARATOR, RECORD_SEPARATOR = "\x1f", "\x1e"
"""What ASCII has between fields and between records, for fields that may hold line breaks."""

_SEPARATORS = ";,\t|" + UNIT_SEPARATOR
# Words of letters with single spaces between them: no digit for a NIP, no sign for a formula or a tag. What begins like
# "tidak ada", "contoh" or "diisi …" is looked at with care.
_NAME_START = r"(?!(?=[CDIKNPTcdiknpt])(?i:contoh|di ?isi|isi|kosong|n/a|nihil|panduan|petunjuk|tdk|tidak))[A-Za-z]"
_NAME_SIGNS = ".,'()-"
# A day that every month has, a month of appointment or the count of a contract, a serial that is not 000; the years
# are looked at in pairs.
_NIP = r"(?:\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])\d{4}(?:0[1-9]|1[0-2]|2[1-9]|[3-9]\d)[12](?!000)\d{3})?+"
_YEARS = (0, 1, 2, 3, 8, 9, 10, 11)
_JUDGED_BY_TEXT = frozenset(Column) - {Column.NUMBER, Column.NAME, Column.NIP}

_Part: TypeAlias = tuple[Column | None, ...]

Post: TypeAlias = tuple[str | None, str, str | None]
"""Rank, office and unit as :class:`RosterRow` has them; the same in many rows."""


@dataclass(frozen=True, slots=True)
class EverydayPeople:
    """Persons of one file about whom there is nothing to say, column by column.

    Attributes:
        numbers: their row numbers, rising.
        nips: an empty text for a person without one.
    """

    numbers: Sequence[int] = ()
    names: Sequence[str] = ()
    nips: Sequence[str] = ()
    posts: Sequence[Post] = ()

    def __len__(self) -> int:
        return len(self.numbers)

    def rows(self) -> list[RosterRow]:
        """The persons one by one."""
        # As RosterRow() itself, which takes twice as long.
        new = tuple.__new__
        return [
            new(RosterRow, (number, None, name, nip or None, rank, office, unit))
            for number, name, nip, (rank, office, unit) in zip(*self._columns(), strict=True)
        ]

    def only(self, wanted: Iterable[bool]) -> EverydayPeople:
        """Those whose place is wanted."""
        chosen = list(wanted)
        if all(chosen):
            return self
        return EverydayPeople(*(list(compress(column, chosen)) for column in self._columns()))

    def packed(self, start: int, end: int) -> tuple[Sequence[int], str, str, Sequence[Post]]:
        """Those of these places for another process: a long text is handed over faster than a thousand short ones."""
        numbers, names, nips, posts = (column[start:end] for column in self._columns())
        return numbers, "\n".join(names), "\n".join(nips), posts

    @staticmethod
    def unpacked(numbers: Sequence[int], names: str, nips: str, posts: Sequence[Post]) -> EverydayPeople:
        """What :meth:`packed` gave; neither names nor NIPs hold a line break."""
        return EverydayPeople(numbers, names.split("\n"), nips.split("\n"), posts)

    def _columns(self) -> tuple[Any, ...]:
        return self.numbers, self.names, self.nips, self.posts


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file as one text; no field is in quotation marks.

    Attributes:
        text: each record ends with ``\\n`` or ``\\r\\n``; with the record separator where the unit separator separates.
        count: how many records there are; of a text in which more or fewer are found nothing is taken.
        separator: stands between two fields and nowhere else.
        columns: what the fields hold, None for one that is not read; a person's record has as many fields or more.
        most: fields that a person's record may have.
    """

    text: str
    count: int
    separator: str
    columns: _Part
    most: int


def everyday_people(records: Records, first: int, today: date) -> EverydayPeople:
    """The persons among the records about whom there is nothing to say.

    The unit is the record's own, or None. That nobody has the same NIP is certain among these persons only.

    Args:
        first: row number of the first record.
        today: the day by which the ages in NIPs are measured.
    """
    separator = records.separator
    if separator not in _SEPARATORS or not {Column.NUMBER, Column.NAME, Column.OFFICE} <= {*records.columns}:
        return EverydayPeople()
    # Of a record that does not fit, every text is empty.
    found = re.findall(_pattern(records), records.text, re.ASCII)
    if not found or len(found) != records.count:
        return EverydayPeople()
    parts = [part for part in _parts(records.columns) if part[0] not in (None, Column.NUMBER)]
    texts = dict(zip(parts, zip(*found, strict=True), strict=True))
    names, nips = texts.pop((Column.NAME,)), texts.pop((Column.NIP,), ("",) * len(found))
    beside, *others = texts.values()
    if others:
        beside = tuple(map(separator.join, zip(beside, *others, strict=True)))
    columns = [column for part in texts for column in part if column]
    cells = {text: _cells(columns, text.removesuffix("\r").split(separator)) for text in set(beside)}
    posts = {text: _post(of) for text, of in cells.items()}
    doubtful = _doubtful(nips, today)
    wanted: Sequence[bool] = ()  # all
    if doubtful or None in posts.values() or max(map(len, names)) > LONGEST_TEXT:
        wanted = [
            posts[text] is not None and nip not in doubtful and len(name) <= LONGEST_TEXT
            for text, nip, name in zip(beside, nips, names, strict=True)
        ]
    if {Column.FRONT_TITLE, Column.BACK_TITLE} & {*columns}:
        names = tuple(_titled(name, cells[text]) for name, text in zip(names, beside, strict=True))
    numbers = range(first, first + len(found))
    return EverydayPeople(numbers, names, nips, list(map(posts.__getitem__, beside))).only(wanted)  # type: ignore[arg-type]  # no None is wanted


def _parts(columns: _Part) -> Iterator[_Part]:
    """What is taken as one text: neighbours that are judged by their text, and every other field alone."""
    for judged, run in groupby(columns, _JUDGED_BY_TEXT.__contains__):
        together = tuple(run)
        yield from [together] if judged else zip(together)


def _pattern(records: Records) -> str:
    """Takes one record: an everyday one with its texts, every other one without."""
    plain = records.separator != UNIT_SEPARATOR
    any_character, end = (".", r"\n") if plain else (f"[^{RECORD_SEPARATOR}]", RECORD_SEPARATOR)
    separator = re.escape(records.separator)
    field = rf"[^{separator}{RECORD_SEPARATOR}\r\n]*+"
    letters = "[A-Za-z" + re.escape(_NAME_SIGNS.replace(records.separator, "")) + "]"
    patterns: dict[_Part, str] = {
        (None,): field,
        (Column.NUMBER,): r"\d++",
        (Column.NAME,): rf"({_NAME_START}{letters}*+(?: {letters}++)*+)",
        (Column.NIP,): rf"({_NIP})",
    }
    *parts, last = _parts(records.columns)
    taken = [patterns.get(part) or f"({separator.join([field] * len(part))})" for part in (*parts, last)]
    if last not in patterns and records.most == len(records.columns):
        # The rest of the record, whose fields are counted in each text once.
        return rf"{separator.join(taken[:-1])}{separator}({any_character}*+){end}|{any_character}*+{end}"
    further = rf"(?:{separator}{field}){{0,{records.most - len(records.columns)}}}+" + (r"\r?+" if plain else "")
    return rf"{separator.join(taken)}{further}{end}|{any_character}*+{end}"


def _cells(columns: Sequence[Column], texts: Sequence[str]) -> dict[Column, str]:
    return dict(zip(columns, texts, strict=True)) if len(columns) == len(texts) else {}


def _post(cells: Mapping[Column, str]) -> Post | None:
    """Rank, office and unit; None if there is anything to say about any of the cells."""
    rank, grade, office = (cells.get(column, "") for column in (Column.RANK, Column.GRADE, Column.OFFICE))
    if not office or not is_clean_rank(rank, grade) or not all(map(_is_clean, cells.keys(), cells.values())):
        return None
    return written_rank(rank, grade), optional_text(office) or "", optional_text(cells.get(Column.UNIT, ""))


_is_clean = lru_cache(maxsize=2_000)(is_clean_text)


def _titled(name: str, beside: Mapping[Column, str]) -> str:
    return named(beside.get(Column.FRONT_TITLE, ""), name, beside.get(Column.BACK_TITLE, ""))


def _doubtful(nips: Sequence[str], today: date) -> set[str]:
    """The NIPs whose years can be doubted, and those that come twice."""
    filled = list(filter(None, nips))
    digits = "".join(filled)
    years = set(zip(*(digits[place::_NIP_LENGTH] for place in _YEARS), strict=True))
    wrong = {"".join(year) for year in years if not _years_fit("".join(year[:4]), "".join(year[4:]), today)}
    found = {nip for nip in filled if nip[:4] + nip[8:12] in wrong} if wrong else set()
    if len(set(filled)) < len(filled):
        found |= {nip for nip, times in Counter(filled).items() if times > 1}
    return found


def _years_fit(born: str, start: str, today: date) -> bool:
    """Whether neither age nor appointment can be doubted, whatever the month."""
    return 17 <= today.year - int(born) <= 74 and int(born) + 15 <= int(start) <= today.year + 1
