"""The everyday rows of a roster, about which there is nothing to say: told by whole columns, for they are thousands.

Each text is judged once however often it comes. A row of which these looks are not certain goes the careful way of
``roster_rules``, so nothing comes in here that would not come in there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import repeat
from operator import itemgetter

from kpu_desk.domain.roster import LONGEST_TEXT, Column, RosterRow
from kpu_desk.domain.roster_rules import is_clean_rank, is_clean_text, named, optional_text, written_rank

# Words of letters with single spaces between them: no digit for a NIP, no sign for a formula or a tag. What begins like
# "tidak ada", "contoh" or "diisi …" is looked at with care.
_PLAIN_NAME = re.compile(
    r"(?!(?=[CDIKNPTcdiknpt])(?i:contoh|di ?isi|isi|kosong|n/a|nihil|panduan|petunjuk|tdk|tidak))"
    r"[A-Za-z][A-Za-z.,'()\-]*+(?: [A-Za-z.,'()\-]++)*+"
)
# A day that every month has, a month of appointment or the count of a contract, a serial that is not 000; the years
# are looked at in pairs.
_PLAIN_NIP = re.compile(
    r"(?:\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])\d{4}(?:0[1-9]|1[0-2]|2[1-9]|[3-9]\d)[12](?!000)\d{3})?", re.ASCII
)
_JUDGED = (Column.FRONT_TITLE, Column.BACK_TITLE, Column.RANK, Column.GRADE, Column.OFFICE, Column.UNIT)


def everyday_people(
    numbers: Sequence[int], records: Sequence[Sequence[str]], places: Mapping[Column, int], today: date
) -> dict[int, RosterRow]:
    """Row number → the person, for every record that is a person without any problem.

    The unit is the record's own, or None. That nobody has the same NIP is certain among these records only.

    Args:
        numbers: row numbers of the records.
        records: texts as in the file, each record at least as long as the last column that is read.
        places: where the columns are, from 1.
        today: the day by which the ages in NIPs are measured.
    """
    if not records or not places.keys() >= {Column.NUMBER, Column.NAME, Column.OFFICE}:
        return {}
    texts = {column: _column(records, places.get(column, 0)) for column in Column}
    names, nips, offices, units = (texts[c] for c in (Column.NAME, Column.NIP, Column.OFFICE, Column.UNIT))
    ranks = list(zip(texts[Column.RANK], texts[Column.GRADE], strict=True))
    odd = _places_of(texts[Column.NUMBER], (text for text in texts[Column.NUMBER] if not text.isdigit()))
    odd |= _places_of(names, (name for name in names if len(name) > LONGEST_TEXT or not _PLAIN_NAME.fullmatch(name)))
    odd |= _places_of(nips, _doubtful(nips, today))
    for column in _JUDGED:
        odd |= _places_of(texts[column], (text for text in set(texts[column]) if not is_clean_text(column, text)))
    odd |= _places_of(ranks, (pair for pair in set(ranks) if not is_clean_rank(*pair)))
    written = {pair: written_rank(*pair) for pair in set(ranks)}
    folded = {text: optional_text(text) for text in {*offices, *units}}
    if places.keys() & {Column.FRONT_TITLE, Column.BACK_TITLE}:
        names = list(map(named, texts[Column.FRONT_TITLE], names, texts[Column.BACK_TITLE]))
    values = zip(
        numbers,
        repeat(None),
        names,
        [nip or None for nip in nips],
        [written[pair] for pair in ranks],
        [folded[text] or "" for text in offices],
        [folded[text] for text in units],
    )
    rows = map(RosterRow._make, values)
    if not odd:
        return dict(zip(numbers, rows, strict=True))
    return {row.row: row for place, row in enumerate(rows) if place not in odd}


def _column(records: Sequence[Sequence[str]], place: int) -> list[str]:
    return list(map(itemgetter(place - 1), records)) if place else [""] * len(records)


def _places_of(texts: Sequence[object], odd: Iterable[object]) -> set[int]:
    wanted = set(odd)
    return {place for place, text in enumerate(texts) if text in wanted} if wanted else set()


def _doubtful(nips: Sequence[str], today: date) -> set[str]:
    """The texts that are neither empty nor a NIP without any doubt, and those that come twice."""
    found = {nip for nip in nips if not _PLAIN_NIP.fullmatch(nip)}
    years = {(nip[:4], nip[8:12]) for nip in nips}
    wrong = {pair for pair in years if pair != ("", "") and not _years_fit(*pair, today)}
    if wrong:
        found |= {nip for nip in nips if (nip[:4], nip[8:12]) in wrong}
    if len(set(nips)) < len(nips):
        found |= {nip for nip, times in Counter(nips).items() if times > 1 and nip}
    return found


def _years_fit(born: str, start: str, today: date) -> bool:
    """Whether neither age nor appointment can be doubted, whatever the month."""
    if not (born.isdecimal() and start.isdecimal()):
        return False
    return 17 <= today.year - int(born) <= 74 and int(born) + 15 <= int(start) <= today.year + 1
