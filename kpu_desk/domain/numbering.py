"""The office's own numbers of documents: pattern, class codes, series, and that none is given twice (domain.md 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import FormError, RuleError

LONGEST_NUMBER = 80
"""Characters; the longest found is below 40 (domain.md 4.2)."""

LONGEST_REASON = 200
MOST_DIGITS = 7

_CODE = re.compile(r"(?P<klas>[A-Z]{2,5}(?:\.[0-9]{1,2})*)(?:-(?P<naskah>[A-Za-z]{1,5}))?")
_NUMBER = re.compile(r"[A-Za-z0-9/.,_() -]+")
_PART = re.compile(r"(?P<before>[/\-. ]?)\{(?P<part>[a-z]+)\}")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Code:
    """Class of the archive and code of the kind of document (Keputusan KPU 57/2022).

    Attributes:
        naskah: empty where the kind has no code that we know of; the pattern then leaves its part out, as in
            ``77/SDM.05/35/2022`` [F 43].
        sure: whether a source names this class for this document; the others are to be compared by the office.
    """

    klas: str
    naskah: str = ""
    sure: bool = True

    @property
    def text(self) -> str:
        """``PK.02.1-BA`` or ``SDM.09``."""
        return f"{self.klas}-{self.naskah}" if self.naskah else self.klas


DEFAULT_CODES: Mapping[str, Code] = {
    "PK": Code("PR.03.1"),
    "PI": Code("SDM.09"),
    "PI-KOMISIONER": Code("SDM.10.2"),
    # [U]: PW (pengawasan) is possible as well; personal files are the nearest class that was found.
    "PBBK": Code("SDM.09", sure=False),
    "PBBK-KOMISIONER": Code("SDM.10.2", sure=False),
    # [U]: SDM.04.1 is the attendance list of discipline, this one belongs to an occasion of the office.
    "DH": Code("PK.02.1", sure=False),
    "BA": Code("PK.02.1", "BA", sure=False),
    # Whatever the office brings; only the office knows its class.
    "DOK": Code("", sure=False),
}
"""Class and kind by document (domain.md 4.2 and 2.4); an office names its own in ``class_codes``."""


def code_key(kind: DocumentKind, *, commissioner: bool) -> str:
    """Which code a sheet takes: statements of commissioners have a class of their own."""
    own = commissioner and kind in (DocumentKind.PI, DocumentKind.PBBK)
    return f"{kind.value}-KOMISIONER" if own else kind.value


def codes_of(settings: Iterable[str]) -> Mapping[str, Code]:
    """The office's codes: the defaults and, in their place, lines such as ``PI = SDM.09`` or ``BA=PK.02.1-BA``.

    Raises:
        FormError: WRONG_PROFILE, field ``class_codes``, reason WRONG_CODE.
    """
    codes = dict(DEFAULT_CODES)
    for line in settings:
        key, _, text = (part.strip() for part in line.partition("="))
        found = _CODE.fullmatch(text)
        if key not in DEFAULT_CODES or found is None:
            raise FormError("WRONG_PROFILE", field="class_codes", reason="WRONG_CODE")
        codes[key] = Code(found["klas"], found["naskah"] or "")
    return codes


def number_text(pattern: str, *, urut: str, code: Code, region: str, year: int) -> str:
    """A number by the office's pattern; a part without a value goes together with the sign before it."""
    values = {"urut": urut, "klas": code.klas, "naskah": code.naskah, "wilayah": region, "tahun": str(year)}

    def filled(part: re.Match[str]) -> str:
        value = values[part["part"]]
        return part["before"] + value if value else ""

    return _PART.sub(filled, pattern).strip("/-. ")


def count_from(first: str, count: int) -> tuple[str, ...]:
    """``count`` running numbers from ``first`` on; leading zeros are kept (``013``, ``014``).

    Raises:
        RuleError: KPU-NUMBER-FIRST when it is no whole number above zero.
    """
    text = first.strip()
    if not (text.isascii() and text.isdigit()) or len(text) > MOST_DIGITS or int(text) == 0:
        raise RuleError("KPU-NUMBER-FIRST", number=text[:LONGEST_NUMBER])
    return tuple(str(int(text) + step).zfill(len(text)) for step in range(count))


def cleaned_number(text: str) -> str:
    """A number as it is kept: outer and doubled spaces taken out; empty means that it is taken back.

    Raises:
        RuleError: KPU-NUMBER-TEXT when it is too long, has no digit or an odd character.
    """
    cleaned = " ".join(text.split())
    if not cleaned:
        return ""
    if len(cleaned) > LONGEST_NUMBER or not _NUMBER.fullmatch(cleaned) or not re.search("[0-9]", cleaned):
        raise RuleError("KPU-NUMBER-TEXT", number=cleaned[:LONGEST_NUMBER])
    return cleaned


def same_number(text: str) -> str:
    """What two spellings of one number have in common: no spaces, one case, no leading zeros."""
    return _LEADING_ZEROS.sub("", text.replace(" ", "").casefold())


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A number and the sheet that has it; ``year`` is the year whose numbers it belongs to."""

    sheet_id: str
    serial: str
    year: int
    text: str

    @property
    def key(self) -> tuple[int, str]:
        """Equal for numbers that must not exist twice: an office numbers each year anew."""
        return self.year, same_number(self.text)


@dataclass(frozen=True)
class Numbers:
    """All numbers of the office: the present ones of its sheets, and those that stand on sealed records.

    The program never makes a number up: every one was given by the secretary's act. A number on a sealed record is
    spent, even when a later record superseded that one.
    """

    given: tuple[GivenNumber, ...] = ()
    spent: tuple[GivenNumber, ...] = ()

    @cached_property
    def _by_sheet(self) -> dict[str, str]:
        return {number.sheet_id: number.text for number in self.given}

    def of(self, sheet_id: str) -> str | None:
        """The present number of a sheet, or None while it is to follow."""
        return self._by_sheet.get(sheet_id)

    def with_given(self, wanted: Iterable[GivenNumber]) -> Numbers:
        """Gives, changes or (by an empty text) takes back the numbers of some sheets, all at once.

        Raises:
            RuleError: KPU-NUMBER-TEXT; KPU-NUMBER-UNIQUE with ``number`` and the ``serial`` that has it already;
                KPU-NUMBER-KEPT with ``serial`` when a record bears the number that would be taken back.
        """
        fresh = [GivenNumber(n.sheet_id, n.serial, n.year, cleaned_number(n.text)) for n in wanted]
        touched = {number.sheet_id for number in fresh}
        kept = [number for number in self.given if number.sheet_id not in touched]
        taken = {number.key: number for number in (*kept, *self.spent)}
        for number in fresh:
            if not number.text:
                if any(spent.sheet_id == number.sheet_id for spent in self.spent):
                    raise RuleError("KPU-NUMBER-KEPT", serial=number.serial)
                continue
            other = taken.get(number.key)
            if other is not None and other.sheet_id != number.sheet_id:
                raise RuleError("KPU-NUMBER-UNIQUE", number=number.text, serial=other.serial)
            taken[number.key] = number
        return Numbers((*kept, *(number for number in fresh if number.text)), self.spent)
