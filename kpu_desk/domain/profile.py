"""The office's own settings: names, letterhead, region, zone, numbering, paper, meterai (domain.md 2.4, 4.2, 4.3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from enum import Enum

from kpu_desk.domain.documents import DocumentKind, Meterai, Paper
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.numbering import Code, code_key, codes_of, number_text
from kpu_desk.domain.witnessing import LONGEST_S, SHORTEST_S

LONGEST_TEXT = 200
"""Characters in one line of a setting."""

NUMBER_PARTS = ("urut", "klas", "naskah", "wilayah", "tahun")
"""What a numbering pattern may name (domain.md 4.2): number, class, kind of document, region, year."""

NUMBERED_KINDS = (DocumentKind.PK, DocumentKind.BA)
"""Kinds that take an office number where the office says nothing: the agreement is a naskah of the office, and so are
the minutes (class codes PR.03 and PK.02.1-BA, domain.md 4.2). PI and PBBK are promises of one person and go to that
person's file (SDM.09, SDM.10.2); none of the forms found carries a number (domain.md 2.2, 3.2). Nor does an attendance
list (domain.md 4.5) [D]."""

METERAI_KINDS = (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK)
"""Kinds that have a maker or a first party, beside whose signature a meterai finds its place (domain.md 2.4)."""

_REGION_CODE = re.compile(r"[0-9]{2}|[0-9]{4}")
_LOGO = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.(?:png|jpg|jpeg|svg)", re.IGNORECASE)
_FORBIDDEN_CATEGORIES = ("Cc", "Cf", "Cs", "Zl", "Zp")


class Zone(Enum):
    """Indonesia's three time zones; none has summer time, so a fixed offset is right."""

    WIB = ("Asia/Jakarta", 7)
    WITA = ("Asia/Makassar", 8)
    WIT = ("Asia/Jayapura", 9)

    @property
    def key(self) -> str:
        """The zone's IANA name."""
        return self.value[0]

    @property
    def offset_hours(self) -> int:
        """Hours ahead of UTC."""
        return self.value[1]

    @property
    def label(self) -> str:
        """What is written after a time on paper and screen."""
        return self.name

    @property
    def tzinfo(self) -> timezone:
        """For ``datetime.astimezone``."""
        return timezone(timedelta(hours=self.offset_hours), self.name)


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """The office as it names itself. Name, short name, place and letterhead are separate settings (domain.md
    4.3).

    Attributes:
        name: in full, ``Komisi Pemilihan Umum Provinsi Daerah Khusus Jakarta``.
        short_name: ``KPU Provinsi Daerah Khusus Jakarta``.
        place: where documents are dated, ``Jakarta``.
        letterhead: the lines of the kop, as printed.
        address: the lines under it.
        region_code: BPS code, 2 digits for a province, 4 for a regency or city; empty where the office has
            none.
        zone: the office's time zone.
        number_pattern: text with ``{urut}``, ``{klas}``, ``{naskah}``, ``{wilayah}``, ``{tahun}``; empty for
            none.
        logo: file name of a picture in the workspace, or None.
        class_codes: the office's own classes by document, ``PI = SDM.09`` (see ``numbering.DEFAULT_CODES``).
        paper: what sheets are composed on from now on; a record keeps the paper of its frozen sheet.
        numbered_kinds: documents that take an office number; the others are sealed without being asked about one.
        meterai: the office's own choice by document, ``PI = box``; a document without one follows its form.
        later_signature: records are sealed with room for one certified signature that is added later, such as BSrE's.
        witness_minutes: how long a witness has to confirm by a tap before he is asked again; 1 to 60.
        witness_runs: whether a witness may confirm one list of all his sheets and sign them in a row.

    Raises:
        FormError: ``WRONG_PROFILE`` with ``field`` and ``reason``: EMPTY, TOO_LONG, CONTROL_CHARACTER,
            WRONG_REGION_CODE, WRONG_PATTERN, WRONG_CODE, WRONG_METERAI,
            WRONG_MINUTES or WRONG_LOGO.
    """

    name: str
    short_name: str
    place: str
    letterhead: tuple[str, ...]
    address: tuple[str, ...] = ()
    region_code: str = ""
    zone: Zone = Zone.WIB
    number_pattern: str = "{urut}/{klas}-{naskah}/{wilayah}/{tahun}"
    logo: str | None = None
    class_codes: tuple[str, ...] = ()
    paper: Paper = Paper.A4
    numbered_kinds: tuple[DocumentKind, ...] = NUMBERED_KINDS
    meterai: tuple[str, ...] = ()
    later_signature: bool = False
    witness_minutes: int = 10
    witness_runs: bool = False

    def __post_init__(self) -> None:
        for field in ("name", "short_name", "place"):
            text = getattr(self, field)
            if not text.strip():
                raise _wrong(field, "EMPTY")
            _check_text(field, text)
        for field in ("letterhead", "address"):
            for line in getattr(self, field):
                _check_text(field, line)
        if not self.letterhead:
            raise _wrong("letterhead", "EMPTY")
        if self.region_code and not _REGION_CODE.fullmatch(self.region_code):
            raise _wrong("region_code", "WRONG_REGION_CODE")
        _check_text("number_pattern", self.number_pattern)
        check_pattern(self.number_pattern)
        for line in self.class_codes:
            _check_text("class_codes", line)
        codes_of(self.class_codes)
        meterai_of(self.meterai)
        if not SHORTEST_S <= self.witness_minutes * 60 <= LONGEST_S:
            raise _wrong("witness_minutes", "WRONG_MINUTES")
        if self.logo is not None and not _LOGO.fullmatch(self.logo):
            raise _wrong("logo", "WRONG_LOGO")

    def code_for(self, kind: DocumentKind, *, commissioner: bool) -> Code:
        """The class and code of a document (domain.md 4.2)."""
        return codes_of(self.class_codes)[code_key(kind, commissioner=commissioner)]

    def takes_number(self, kind: DocumentKind) -> bool:
        """Whether the office gives such a document a number of its own (domain.md 4.2)."""
        return kind in self.numbered_kinds

    def meterai_for(self, kind: DocumentKind, form: Meterai) -> Meterai:
        """The meterai of a document: the office's choice, else what its ``form`` says (domain.md 2.4, 7.3)."""
        return meterai_of(self.meterai).get(kind, form)

    def number_for(self, urut: str, code: Code, year: int) -> str:
        """A whole number by the office's pattern."""
        return number_text(self.number_pattern, urut=urut, code=code, region=self.region_code, year=year)


def check_pattern(pattern: str) -> None:
    """Raises FormError WRONG_PROFILE, field ``number_pattern``, reason WRONG_PATTERN for a part that is not known."""
    rest = pattern
    for part in NUMBER_PARTS:
        rest = rest.replace("{" + part + "}", "")
    if "{" in rest or "}" in rest:
        raise _wrong("number_pattern", "WRONG_PATTERN")


def meterai_of(settings: Iterable[str]) -> Mapping[DocumentKind, Meterai]:
    """The office's choices in lines such as ``PI = box``; a later line of a document takes the place of an earlier one.

    Raises:
        FormError: WRONG_PROFILE, field ``meterai``, reason WRONG_METERAI: no document of METERAI_KINDS, or no Meterai.
    """
    chosen: dict[DocumentKind, Meterai] = {}
    for line in settings:
        kind, _, meterai = (part.strip() for part in line.partition("="))
        if kind not in METERAI_KINDS or meterai not in list(Meterai):
            raise _wrong("meterai", "WRONG_METERAI")
        chosen[DocumentKind(kind)] = Meterai(meterai)
    return chosen


def _check_text(field: str, text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise _wrong(field, "TOO_LONG")
    # Cf holds the bidirectional marks, which can make a line read otherwise than it is stored.
    if any(unicodedata.category(character) in _FORBIDDEN_CATEGORIES for character in text):
        raise _wrong(field, "CONTROL_CHARACTER")


def _wrong(field: str, reason: str) -> FormError:
    return FormError("WRONG_PROFILE", field=field, reason=reason)
