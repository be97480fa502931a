"""A pattern of a ceremony: everything but its day, its numbers and its signatures; shipped, or of an older one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import FORMED_KINDS, Agreement, Attachment, DocumentKind
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.groups import OF_ONE_PERSON, Signers
from kpu_desk.domain.officials import Official
from kpu_desk.domain.rundown import Step
from kpu_desk.domain.rundown_usual import usual_rundown

YEAR_FIELD, OFFICE_FIELD = "{tahun}", "{kantor}"

Choice = TypeVar("Choice")

_LONGEST = 200
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_START = re.compile(r"(?:[01][0-9]|2[0-3])\.[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class PatternWords:
    """What the list and the desk say of a pattern: never on paper, so in the language of the windows."""

    name: str
    about: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a new ceremony takes over.

    Attributes:
        id: of the file, or of the ceremony it was taken from.
        about: one sentence for the list; ``notes`` what remains to be done by hand.
        title, occasion, venue: with ``{tahun}`` and ``{kantor}``; ``place`` and ``venue`` empty for the office's own.
        year: of the ceremony it was taken from; None for a pattern out of a file.
        people, witnesses: its roster and exceptions, by the ids of that roster; none in a file.
        rundown: its planned steps; none for the usual ones.
        english: name, sentence and notes for windows that speak English; None where the file has them in one language.
        signers: see ``groups.Signers``; units are named as the roster names them.
    """

    id: str
    name: str
    title: str
    occasion: str
    kinds: tuple[DocumentKind, ...]
    about: str = ""
    start: str = "09.00"
    place: str = ""
    venue: str = ""
    agreements: tuple[Agreement, ...] = (Agreement.SECRETARIAT,)
    closes_list: bool = True
    basis: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    signers: Signers = ()
    notes: tuple[str, ...] = ()
    year: int | None = None
    people: tuple[Official, ...] = ()
    witnesses: tuple[tuple[str, str], ...] = ()
    attachment: Attachment | None = None
    commission_attachment: Attachment | None = None
    rundown: tuple[Step, ...] = ()
    english: PatternWords | None = None


def filled(text: str, year: int, office: str) -> str:
    """A text of a pattern with year and office in their places."""
    return text.replace(YEAR_FIELD, str(year)).replace(OFFICE_FIELD, office)


def in_english(pattern: Pattern) -> Pattern:
    """The same, named in English where its file does so; what it prints stays Indonesian."""
    words = pattern.english
    return pattern if words is None else replace(pattern, name=words.name, about=words.about, notes=words.notes)


def pattern_of(ceremony: Ceremony) -> Pattern:
    """What another year can take over of a ceremony; people added beside its roster stay behind."""
    year = str(ceremony.year)
    usual = usual_rundown(ceremony.kinds, ceremony.agreements, ceremony.officials, own=bool(ceremony.documents))
    people = tuple(official for official in ceremony.officials if not official.added)
    kept = {official.id for official in people}
    return Pattern(
        id=ceremony.id,
        name=ceremony.title,
        title=ceremony.title.replace(year, YEAR_FIELD),
        occasion=ceremony.occasion.replace(year, YEAR_FIELD),
        kinds=tuple(kind for kind in ceremony.kinds if kind in FORMED_KINDS),
        start=ceremony.start,
        place=ceremony.place,
        venue=ceremony.venue,
        agreements=ceremony.agreements,
        closes_list=ceremony.closes_list,
        basis=ceremony.basis,
        forms=ceremony.forms,
        signers=ceremony.signers,
        year=ceremony.year,
        people=people,
        witnesses=tuple(pair for pair in ceremony.witnesses if kept.issuperset(pair)),
        attachment=ceremony.attachment,
        commission_attachment=ceremony.commission_attachment,
        rundown=() if ceremony.rundown == usual else ceremony.rundown,
    )


def parse_pattern(data: bytes, file: str) -> Pattern:
    """The pattern in a file (resources/patterns/README.md).

    Raises:
        FormError: WRONG_PATTERN with ``file`` and ``field``, what is missing, empty, unknown or no choice; "TOML" where
            the file cannot be read at all.
    """
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormError("WRONG_PATTERN", file=file, field="TOML") from error
    read = _Values(values, file)
    pattern = Pattern(
        id=read.text("id", _ID),
        name=read.text("name"),
        title=read.text("title"),
        occasion=read.text("occasion"),
        kinds=read.choices("kinds", {kind.value: kind for kind in FORMED_KINDS}),
    )
    optional: dict[str, Callable[[], object]] = {
        "about": lambda: read.text("about"),
        "start": lambda: read.text("start", _START),
        "place": lambda: read.text("place"),
        "venue": lambda: read.text("venue"),
        "agreements": lambda: read.choices("agreements", {which.value: which for which in Agreement}),
        "closes_list": lambda: read.yes("closes_list"),
        "basis": lambda: read.texts("basis"),
        "notes": lambda: read.texts("notes"),
        "signers": read.signers,
        "english": read.english,
    }
    changed: dict[str, Any] = {name: take() for name, take in optional.items() if name in values}
    read.refuse_others({"id", "name", "title", "occasion", "kinds", *optional})
    return replace(pattern, **changed)


class _Values:
    """The values of a file, each taken with its check."""

    def __init__(self, values: Mapping[str, Any], file: str) -> None:
        self._values, self._file = values, file

    def text(self, key: str, shape: re.Pattern[str] | None = None) -> str:
        """A text, of this shape where there is one."""
        text = self._clean(self._values.get(key), key)
        if shape is not None and not shape.fullmatch(text):
            raise self._wrong(key)
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that is not empty."""
        return self._cleaned(self._values.get(key), key)

    def yes(self, key: str) -> bool:
        """True or false."""
        value = self._values.get(key)
        if not isinstance(value, bool):
            raise self._wrong(key)
        return value

    def choices(self, key: str, known: Mapping[str, Choice]) -> tuple[Choice, ...]:
        """Some of what is known, in its order."""
        named = self.texts(key)
        if not known.keys() >= set(named):
            raise self._wrong(key)
        return tuple(value for name, value in known.items() if name in named)

    def signers(self) -> Signers:
        """Groups by the kind of document."""
        found = self._values.get("signers")
        kinds = {kind.value: kind for kind in OF_ONE_PERSON}
        if not isinstance(found, dict) or not kinds.keys() >= found.keys():
            raise self._wrong("signers")
        return tuple((kinds[name], self._cleaned(groups, "signers")) for name, groups in found.items())

    def english(self) -> PatternWords:
        """The table of that name: what it leaves out is not told in English."""
        found = self._values.get("english")
        if not isinstance(found, dict) or not {"name", "about", "notes"} >= found.keys():
            raise self._wrong("english")
        about = self._clean(found["about"], "english") if "about" in found else ""
        notes = self._cleaned(found["notes"], "english") if "notes" in found else ()
        return PatternWords(self._clean(found.get("name"), "english"), about, notes)

    def refuse_others(self, known: Collection[str]) -> None:
        """Nothing stands in a file that nobody reads."""
        for key in self._values:
            if key not in known:
                raise self._wrong(key)

    def _cleaned(self, values: object, key: str) -> tuple[str, ...]:
        if not isinstance(values, list) or not values:
            raise self._wrong(key)
        return tuple(self._clean(text, key) for text in values)

    def _clean(self, text: object, key: str) -> str:
        if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST or not text.isprintable():
            raise self._wrong(key)
        return text.strip()

    def _wrong(self, key: str) -> FormError:
        return FormError("WRONG_PATTERN", file=self._file, field=key)
