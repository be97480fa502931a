"""The everyday rows of a roster, about which there is nothing to say: told by whole columns, for they are thousands.

Each text is judged once however often it comes. A row of which these looks are not certain goes the careful way of
``roster_rules``, so nothing comes in here that would not come in there.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import compress, repeat
from operator import itemgetter
from typing import TypeAlias

from kpu_desk.domain.roster import LONGEST_TEXT, Column, RosterRow
from kpu_desk.domain.roster_rules import is_clean_rank, is_clean_text, named, optional_text, written_rank

# Words of letters with single spaces between them: no digit for a NIP, no sign for a formula or a tag. What begins like
# "tidak ada", "contoh" or "diisi …" is looked at with care.
_PLAIN_START = r"(?!(?=[CDIKNPTcdiknpt])(?i:contoh|di ?isi|isi|kosong|n/a|nihil|panduan|petunjuk|tdk|tidak))[A-Za-z]"
_PLAIN_NAME = re.compile(_PLAIN_START + r"[A-Za-z.,'()\-]*+(?: [A-Za-z.,'()\-]++)*+")
_STARTS_PLAINLY = re.compile(_PLAIN_START)
_START = itemgetter(slice(len("petunjuk")))
_LETTERS = (string.ascii_letters + ".,'()- \n").encode()
# A day that every month has, a month of appointment or the count of a contract, a serial that is not 000; the years
# are looked at in pairs.
_NIP = r"(?:\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])\d{4}(?:0[1-9]|1[0-2]|2[1-9]|[3-9]\d)[12](?!000)\d{3})?"
_PLAIN_NIP = re.compile(_NIP, re.ASCII)
_PLAIN_NIPS = re.compile(rf"(?:{_NIP}\n)*+", re.ASCII)
_YEARS: Callable[[str], tuple[str, str]] = itemgetter(slice(4), slice(8, 12))
_PIECE = 500
_POST = (Column.RANK, Column.GRADE, Column.OFFICE, Column.UNIT)


Post: TypeAlias = tuple[str | None, str, str | None]
"""Rank, office and unit as :class:`RosterRow` has them; the same in many rows."""


@dataclass(frozen=True, slots=True)
class EverydayPeople:
    """Persons of one file about whom there is nothing to say, column by column.

    Attributes:
        numbers: their row numbers, rising.
    """

    numbers: Sequence[int] = ()
    names: Sequence[str] = ()
    nips: Sequence[str | None] = ()
    posts: Sequence[Post] = ()

    def __len__(self) -> int:
        return len(self.numbers)

    def rows(self) -> Iterator[RosterRow]:
        """The persons one by one."""
        if not self.numbers:
            return iter(())
        ranks, offices, units = zip(*self.posts, strict=True)
        return map(_AS_ROW, zip(self.numbers, repeat(None), self.names, self.nips, ranks, offices, units, strict=False))

    def piece(self, start: int, end: int) -> EverydayPeople:
        """Those of these places."""
        return EverydayPeople(*(column[start:end] for column in self.columns()))  # type: ignore[arg-type]  # its own

    def only(self, wanted: Iterable[bool]) -> EverydayPeople:
        """Those whose place is wanted."""
        chosen = list(wanted)
        if all(chosen):
            return self
        return EverydayPeople(*(list(compress(column, chosen)) for column in self.columns()))  # type: ignore[arg-type]  # its own

    def columns(self) -> tuple[Sequence[object], ...]:
        """What :class:`EverydayPeople` is made of again."""
        return self.numbers, self.names, self.nips, self.posts


_AS_ROW: Callable[[tuple[object, ...]], RosterRow] = partial(tuple.__new__, RosterRow)
"""As ``RosterRow._make``, which takes three times as long."""


def everyday_people(numbers: Sequence[int], columns: Mapping[Column, Sequence[str]], today: date) -> EverydayPeople:
    """The persons among the records about whom there is nothing to say.

    The unit is the record's own, or None. That nobody has the same NIP is certain among these records only.

    Args:
        numbers: row numbers of the records.
        columns: for each column that the roster has, its texts in these records as they stand in the file.
        today: the day by which the ages in NIPs are measured.
    """
    if not numbers or not columns.keys() >= {Column.NUMBER, Column.NAME, Column.OFFICE}:
        return EverydayPeople()
    nothing = [""] * len(numbers)
    names, nips = columns[Column.NAME], columns.get(Column.NIP, nothing)
    written = list(zip(*(columns.get(column, nothing) for column in _POST), strict=True))
    posts = {texts: _post(*texts) for texts in set(written)}
    odd = _places_of(columns[Column.NUMBER], (text for text in columns[Column.NUMBER] if not text.isdigit()))
    odd |= _places_of(names, _odd_names(names))
    odd |= _places_of(nips, _doubtful(nips, today))
    odd |= _places_of(written, _odd_posts(posts))
    if columns.keys() & {Column.FRONT_TITLE, Column.BACK_TITLE}:
        before, after = (columns.get(column, nothing) for column in (Column.FRONT_TITLE, Column.BACK_TITLE))
        odd |= _places_of(before, _unclean(Column.FRONT_TITLE, before))
        odd |= _places_of(after, _unclean(Column.BACK_TITLE, after))
        names = list(map(named, before, names, after))
    people = EverydayPeople(numbers, names, [nip or None for nip in nips], list(map(posts.__getitem__, written)))
    return people.only(place not in odd for place in range(len(numbers))) if odd else people


def _post(rank: str, grade: str, office: str, unit: str) -> Post:
    return written_rank(rank, grade), optional_text(office) or "", optional_text(unit)


def _odd_posts(posts: Collection[tuple[str, str, str, str]]) -> Iterator[tuple[str, str, str, str]]:
    if not posts:
        return
    unclean = [_unclean(column, texts) for column, texts in zip(_POST, zip(*posts, strict=True), strict=True)]
    for post in posts:
        if not is_clean_rank(*post[:2]) or any(text in odd for text, odd in zip(post, unclean, strict=True)):
            yield post


def _unclean(column: Column, texts: Iterable[str]) -> set[str]:
    return {text for text in set(texts) if not is_clean_text(column, text)}


def _places_of(texts: Sequence[object], odd: Iterable[object]) -> set[int]:
    wanted = set(odd)
    return {place for place, text in enumerate(texts) if text in wanted} if wanted else set()


def _odd_names(names: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(names), _PIECE):
        piece = names[start : start + _PIECE]
        if not _are_words(piece):
            yield from (name for name in piece if not _PLAIN_NAME.fullmatch(name))
    odd = {start for start in set(map(_START, names)) if not _STARTS_PLAINLY.match(start)}
    if odd:
        yield from (name for name in names if _START(name) in odd)
    if max(map(len, names)) > LONGEST_TEXT:
        yield from (name for name in names if len(name) > LONGEST_TEXT)


def _are_words(names: Sequence[str]) -> bool:
    """Whether all are plain but for their starts, told by one joined text; False says nothing."""
    joined = "\n".join((*names, ""))
    if joined.count("\n") != len(names) or "  " in joined or " \n" in joined:
        return False
    return joined.isascii() and not joined.encode().translate(None, _LETTERS)


def _doubtful(nips: Sequence[str], today: date) -> set[str]:
    """The texts that are neither empty nor a NIP without any doubt, and those that come twice."""
    found: set[str] = set()
    for start in range(0, len(nips), _PIECE):
        piece = nips[start : start + _PIECE]
        joined = "\n".join((*piece, ""))
        if joined.count("\n") != len(piece) or not _PLAIN_NIPS.fullmatch(joined):
            found.update(nip for nip in piece if not _PLAIN_NIP.fullmatch(nip))
    wrong = {pair for pair in set(map(_YEARS, nips)) if pair != ("", "") and not _years_fit(*pair, today)}
    if wrong:
        found |= {nip for nip in nips if _YEARS(nip) in wrong}
    filled = list(filter(None, nips))
    if len(set(filled)) < len(filled):
        found |= {nip for nip, times in Counter(filled).items() if times > 1}
    return found


def _years_fit(born: str, start: str, today: date) -> bool:
    """Whether neither age nor appointment can be doubted, whatever the month."""
    if not (born.isdecimal() and start.isdecimal()):
        return False
    return 17 <= today.year - int(born) <= 74 and int(born) + 15 <= int(start) <= today.year + 1
