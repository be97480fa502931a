"""Texts of untrusted cells: white space folded, and what in them must not pass unseen."""

from __future__ import annotations

import re
import unicodedata

_NOTHING_WORDS = frozenset({"tidak ada", "tdk ada", "nihil", "kosong", "n/a", "(kosong)"})
# No word of _NOTHING_WORDS begins so; rosters of thousands ask this for every cell.
_SAYS_SOMETHING = frozenset("0123456789ABCDEFGHIJLMOPQRSUVWXYZabcdefghijlmopqrsuvwxyz")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_CELL_ERROR = re.compile(r"^#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)$")
_MARKUP = re.compile(r"</?[A-Za-z!?][^<>]*>|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_FORMULA_START = re.compile(r"^(?:[=@+](?=\S)|-\d)")


def fold(text: str) -> str:
    """Outer and doubled white space away, line breaks become one space; nothing else is touched."""
    return " ".join(text.split())


def shown(text: str, longest: int = 80) -> str:
    """An untrusted text made safe for a message: one line, nothing invisible, at most ``longest`` characters."""
    visible = "".join(char if char.isprintable() else "\ufffd" for char in fold(text))
    return visible if len(visible) <= longest else visible[: longest - 1] + "…"


def says_nothing(text: str) -> bool:
    """Whether a cell is empty or holds only what people write for "none": ``-``, ``–``, ``tidak ada``."""
    if text[:1] in _SAYS_SOMETHING and text:
        return False
    folded = fold(text).casefold()
    return not folded.strip("-\u2010\u2011\u2012\u2013\u2014\u2212._/ ") or folded in _NOTHING_WORDS


def has_letter(text: str) -> bool:
    """Whether the text can be a name or an office at all."""
    if says_nothing(text):
        return False
    return bool(_ASCII_LETTER.search(text)) or any(char.isalpha() for char in text)


def odd_character(text: str) -> str | None:
    """The first control, bidirectional or otherwise invisible character; line breaks and tabs are white space."""
    if text.isascii() and text.isprintable():
        return None
    return next((char for char in text if char not in "\t\n\r" and _is_invisible(char)), None)


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"}


def code_point(char: str) -> str:
    """The character by its number, ``U+202E``, for one that cannot be shown."""
    return f"U+{ord(char):04X}"


def is_cell_error(text: str) -> bool:
    """Whether the text is an error value of a spreadsheet, such as ``#N/A``."""
    return "#" in text and bool(_CELL_ERROR.match(text.strip()))


def has_markup(text: str) -> bool:
    """Whether the text holds a tag or a character reference, which belong to web pages and not to names."""
    return bool(_MARKUP.search(text))


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would compute the text instead of showing it."""
    return bool(_FORMULA_START.match(text.lstrip()))
