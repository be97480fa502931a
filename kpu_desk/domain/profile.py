"""The office's own settings: its names, letterhead, region, time zone and numbering (domain.md 4.2, 4.3)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta, timezone
from enum import Enum

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.numbering import Code, code_key, codes_of, number_text

LONGEST_TEXT = 200
"""Characters in one line of a setting."""

NUMBER_PARTS = ("urut", "klas", "naskah", "wilayah", "tahun")
"""What a numbering pattern may name (domain.md 4.2): number, class, kind of document, region, year."""

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

    Raises:
        FormError: ``WRONG_PROFILE`` with ``field`` and ``reason``: EMPTY, TOO_LONG, CONTROL_CHARACTER,
            WRONG_REGION_CODE, WRONG_PATTERN, WRONG_CODE or WRONG_LOGO.
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
        rest = self.number_pattern
        for part in NUMBER_PARTS:
            rest = rest.replace("{" + part + "}", "")
        if "{" in rest or "}" in rest:
            raise _wrong("number_pattern", "WRONG_PATTERN")
        for line in self.class_codes:
            _check_text("class_codes", line)
        codes_of(self.class_codes)
        if self.logo is not None and not _LOGO.fullmatch(self.logo):
            raise _wrong("logo", "WRONG_LOGO")

    def code_for(self, kind: DocumentKind, *, commissioner: bool) -> Code:
        """The class and code of a document (domain.md 4.2)."""
        return codes_of(self.class_codes)[code_key(kind, commissioner=commissioner)]

    def number_for(self, urut: str, code: Code, year: int) -> str:
        """A whole number by the office's pattern."""
        return number_text(self.number_pattern, urut=urut, code=code, region=self.region_code, year=year)


def _check_text(field: str, text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise _wrong(field, "TOO_LONG")
    # Cf holds the bidirectional marks, which can make a line read otherwise than it is stored.
    if any(unicodedata.category(character) in _FORBIDDEN_CATEGORIES for character in text):
        raise _wrong(field, "CONTROL_CHARACTER")


def _wrong(field: str, reason: str) -> FormError:
    return FormError("WRONG_PROFILE", field=field, reason=reason)
