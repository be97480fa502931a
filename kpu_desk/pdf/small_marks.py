"""Spaces that must not part and true dashes: the small marks of a page set with care."""

from __future__ import annotations

import re
from functools import lru_cache

from kpu_desk.domain.dates import MONTHS

BOUND = "\u00a0"
"""A space at which no line ends."""

_MONTH = "|".join(MONTHS)
_SPACES = (
    # Dates: "22 Januari 2026".
    re.compile(rf"(?<=\b\d) (?=(?:{_MONTH})\b)|(?<=\b\d\d) (?=(?:{_MONTH})\b)"),
    re.compile(
        r"(?:(?<=Januari)|(?<=Februari)|(?<=Maret)|(?<=April)|(?<=Mei)|(?<=Juni)|(?<=Juli)|(?<=Agustus)"
        r"|(?<=September)|(?<=Oktober)|(?<=November)|(?<=Desember)) (?=\d{4}\b)"
    ),
    # A number and the word that says what it counts or measures.
    re.compile(
        r"(?:(?<=\bNomor)|(?<=\bNOMOR)|(?<=\bnomor)|(?<=\bTahun)|(?<=\bTAHUN)|(?<=\btahun)|(?<=\bPasal)"
        r"|(?<=\bpasal)|(?<=\bayat)|(?<=\bpukul)|(?<=\bHalaman)|(?<=\bNIP)|(?<=\bNo\.)) (?=[\d(])"
    ),
    re.compile(r"(?<=\d) (?=(?:WIB|WITA|WIT|orang|persen|rangkap)\b|\()"),
    # The groups of a NIP.
    re.compile(r"(?<=\b\d{8}) (?=\d{6}\b)|(?<=\b\d{6}) (?=\d\b)|(?<=\b\d) (?=\d{3}\b)"),
)
_FRONT_TITLE = re.compile(r"(?<![^\s\u00a0])((?:[A-Za-z]{1,6}\.)+) (?=\S)")
_FIRST_DEGREE = re.compile(r", (?=(?:[A-Z][A-Za-z]{0,5}\.)+)")
_DASH = re.compile(r"(?<=\s)(?:-|--)(?=\s)")


@lru_cache(maxsize=4_000)
def bound(text: str) -> str:
    """The text with dates, numbers and their words kept on one line; single spaces and nothing else changed."""
    text = " ".join(text.split())
    if " " not in text:
        return text
    for pattern in _SPACES:
        text = pattern.sub(BOUND, text)
    return text


@lru_cache(maxsize=4_000)
def bound_name(name: str) -> str:
    """A name with its titles kept together: "Drs. H. Damar" and "Damar, S.H." never part at the dots."""
    name = _FRONT_TITLE.sub(rf"\1{BOUND}", " ".join(name.split()))
    return _FIRST_DEGREE.sub(f",{BOUND}", name, count=1)


def dashed(text: str) -> str:
    """A hyphen that stands alone between words becomes a true dash; for a form's own words, never for data."""
    return _DASH.sub("–", text)
