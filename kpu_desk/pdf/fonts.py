"""The faces on paper: registered once, measured, and guarded against characters they do not have."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.resources import resource_path

REPLACEMENT = "?"

REPORTLAB = threading.RLock()
"""ReportLab's fonts serve one document at a time in the whole process: each has one place at which it is read, and two
threads that write at once move it under each other."""

_JOINED = frozenset("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06")
"""Ligatures of two or three letters: they are drawn, but come out of a text layer as their letters."""


class Face(StrEnum):
    """The shipped faces; hinting-free, metric equals of Bookman and Arial."""

    SERIF = "KpuSerif-Regular"
    SERIF_BOLD = "KpuSerif-Bold"
    SERIF_ITALIC = "KpuSerif-Italic"
    SANS = "KpuSans-Regular"
    SANS_BOLD = "KpuSans-Bold"


@cache
def _font(face: Face) -> TTFont:
    with REPORTLAB:
        return _loaded(face)


def _loaded(face: Face) -> TTFont:
    if face.value in pdfmetrics.getRegisteredFontNames():
        # By another thread, meanwhile.
        return pdfmetrics.getFont(face.value)  # type: ignore[return-value]  # only TTFonts are registered by these names
    # Without asciiReadable a subset holds the characters used and no others, which halves small documents.
    font = TTFont(face.value, str(resource_path("fonts", f"{face.value}.ttf")), asciiReadable=False)
    # A font inside a PDF needs neither its long name nor its figures for a desktop (ISO 32000-1, 9.9).
    tables: Any = font.face
    for table in ("name", "OS/2"):
        tables.table.pop(table, None)
    pdfmetrics.registerFont(font)
    return font


@cache
def _characters(face: Face) -> frozenset[str]:
    return frozenset(map(chr, _font(face).face.charToGlyph))


@lru_cache(maxsize=20_000)
def text_width(text: str, face: Face, size: float) -> float:
    """Width of the text in points; remembered, because the words of a form come back on every sheet."""
    return float(_font(face).stringWidth(text, size))


def name_fonts(canvas: Canvas, letter: str) -> None:
    """Lets the names of the canvas's fonts begin with the letter instead of an F."""
    document = canvas._doc  # type: ignore[attr-defined]  # the published types leave it out
    for face in Face:
        # ReportLab's own way for those "wishing to roll their own state properties"; its published types lack it.
        font: Any = _font(face)
        font._assignState(document, namePrefix=letter)


def use(face: Face) -> str:
    """The face's name for ReportLab, registered."""
    return _font(face).fontName


def subset_codes(text: str, face: Face, canvas: Canvas) -> list[tuple[str, bytes]]:
    """The text as the codes of the face's subset in the document, piece by piece with the font's name there."""
    font: Any = _font(face)
    document = canvas._doc  # type: ignore[attr-defined]  # the published types leave it out
    try:
        # Characters that the document has already and that all are in its first subset: the usual case, without
        # ReportLab's loop over every letter.
        pieces = [(0, bytes(map(font.state[document].assignments.__getitem__, map(ord, text))))]
    except (KeyError, ValueError):
        pieces = font.splitString(text, document)
    return [(font.getSubsetInternalName(subset, document), codes) for subset, codes in pieces]


def printable(text: str, face: Face) -> str:
    """The text with white space made plain and every character that the face lacks replaced.

    A missing character would be drawn as ``.notdef``, silently, and breaks PDF/A (ISO 19005-3, 6.2.11.8).
    """
    known = _characters(face)
    text = unicodedata.normalize("NFC", text)
    if known.issuperset(text):
        return text
    return "".join(_nearest(character, known) for character in text)


def unprintable(characters: Iterable[str]) -> frozenset[str]:
    """Those that cannot be set on paper: a face lacks them, or they are drawn over their neighbours.

    Combining marks that have no letter of their own with their base pile up over other lines; names and offices are
    set in several faces, so a character must be in all of them.

    Args:
        characters: composed (NFC), as they are printed.
    """
    return frozenset(
        char
        for char in characters
        if not char.isascii()
        and (char in _JOINED or unicodedata.combining(char) or any(printable(char, face) != char for face in Face))
    )


def _nearest(character: str, known: frozenset[str]) -> str:
    if character in known:
        return character
    if character.isspace():
        return " "
    if unicodedata.category(character) in ("Cc", "Cf"):
        return ""
    base = unicodedata.normalize("NFKD", character)
    kept = "".join(part for part in base if part in known)
    return kept or REPLACEMENT
