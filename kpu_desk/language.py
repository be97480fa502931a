"""In which language the program speaks: Indonesian as it is written, English from the catalogue of Qt Linguist."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kpu_desk.domain.dates import long_date
from kpu_desk.resources import read_bytes

Catalogue = Mapping[tuple[str, str], tuple[str, ...]]
"""Context and source text to the translation: one form, or one for a single thing and one for all other counts."""


# Not the C library's names: they follow the machine.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Language(StrEnum):
    """The languages of windows and counter. The texts of records have one language and are never translated."""

    INDONESIAN = "id"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """As its speakers call it; never translated."""
        return "Indonesia" if self is Language.INDONESIAN else "English"


# One process speaks one language, as Qt's translators have it; a signer's sitting asks for its own by name.
_spoken = [Language.INDONESIAN]


def speak(language: Language) -> None:
    """From now on `translate` gives this language where none is named."""
    _spoken[0] = language


def spoken() -> Language:
    """The language that the program speaks."""
    return _spoken[0]


def other_than(language: Language) -> Language:
    """There are two."""
    return next(other for other in Language if other is not language)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 -- the name that lupdate looks for
    """Gives the text as it is, and marks it for lupdate, which knows the name; for texts that stand in tables."""
    return text


def translate(context: str, text: str, *, language: Language | None = None) -> str:
    """A sentence in the language spoken, or in the one named; lupdate finds it as it finds Qt's own ``translate``.

    Args:
        context: under which the catalogue has it.
        text: Indonesian; it is given as it is where there is no translation.
    """
    language = language or spoken()
    return text if language is Language.INDONESIAN else found(context, text, -1, language) or text


def tr(text: str, disambiguation: str, n: int) -> str:
    """A sentence with a count, which chooses between the forms for one and for many.

    To be called as ``language.tr("…", "", n)``: that is how lupdate knows a counted text, and its context.
    """
    return text if spoken() is Language.INDONESIAN else found("language", text, n, spoken()) or text


def date_words(day: date) -> str:
    """``22 Januari 2026`` or ``22 January 2026``, in the language spoken; a record's date is `long_date`."""
    return long_date(day) if spoken() is Language.INDONESIAN else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def found(context: str, text: str, n: int, language: Language) -> str | None:
    """The translation; None where there is none."""
    forms = catalogue(language).get((context, text))
    if forms is None:
        return None
    return forms[0] if n == 1 or len(forms) == 1 else forms[1]


@lru_cache
def catalogue(language: Language) -> Catalogue:
    """The whole catalogue of a language; read once, when its first text is wanted.

    That of Indonesian holds only the words that Qt shows of itself: our own texts are Indonesian.
    """
    read: dict[tuple[str, str], tuple[str, ...]] = {}
    file = ET.fromstring(read_bytes("translations", f"kpu_desk_{language.value}.ts"))  # noqa: S314 -- our own file
    for context in file.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            if all(forms):
                read[name, message.findtext("source", "")] = forms
    return read
