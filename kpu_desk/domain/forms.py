"""The texts of the documents: versioned form files, their fields, and which form a sheet takes."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from kpu_desk.domain.documents import DocumentKind, Role, SheetContent
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import FIELDS, LABELS, LISTS, TABLES

LONGEST_TEXT = 4_000
"""Characters in one text of a form."""


NEEDED_ROLES = {
    DocumentKind.PK: (Role.PIHAK_PERTAMA,),
    DocumentKind.PI: (Role.PEMBUAT,),
    DocumentKind.PBBK: (Role.PEMBUAT,),
    DocumentKind.DH: (),
    DocumentKind.BA: (Role.PENANDA_TANGAN,),
}
"""Roles without which a document of the kind says nothing."""


class Wording(StrEnum):
    """Whose words a form is made of."""

    REGULATION = "regulation"
    DRAFT = "draft"


class Style(StrEnum):
    """How a run of text is set; the value is its mark in a form file."""

    PLAIN = ""
    ITALIC = "*"
    BOLD = "**"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    style: Style = Style.PLAIN


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A justified paragraph with named fields in braces."""

    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """A block of labels and values about every party of one role; a label without a value is left out."""

    role: Role
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """A block of labels and values about the occasion."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points, numbered ``1.`` or lettered ``a.``."""

    items: tuple[str, ...]
    marks: str


@dataclass(frozen=True, slots=True)
class NameList:
    """A list taken from the log (witnesses, absent ones …) after ``intro``; ``empty`` is printed without one."""

    names: str
    intro: str
    empty: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table made from the sheet's data: ``rekapitulasi`` or ``daftar_hadir``."""

    table: str


Block = Paragraph | Person | Header | Points | NameList | Table


@dataclass(frozen=True, slots=True)
class SlotForm:
    """The printed surroundings of a signature: side of the page, words above it, what stands below the name."""

    role: Role
    side: str
    heading: str
    office: bool
    nip: bool


@dataclass(frozen=True, slots=True)
class AttachmentForm:
    """The lampiran: its title lines and the heads of its two tables (domain.md 1.5)."""

    title: tuple[str, ...]
    columns: tuple[str, ...]
    budget_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One document's text as an office may replace it.

    Attributes:
        wording, wording_note: which words are the regulation's and which are a draft, for the office to read.
        letterhead: ``kop``, ``logo`` or ``none``; ``meterai``: ``none`` or ``box``; ``number``: whether a
            number stands under the title.
        source: the file's name, for messages.
    """

    id: str
    kind: DocumentKind
    version: str
    year: int
    basis: tuple[str, ...]
    wording: Wording
    wording_note: str
    letterhead: str
    title: tuple[str, ...]
    number: bool
    meterai: str
    body: tuple[Block, ...]
    slots: tuple[SlotForm, ...]
    attachment: AttachmentForm | None
    source: str

    @property
    def reference(self) -> str:
        """Id and version, as it is written on records."""
        return f"{self.id} {self.version}"


def form_id_for(content: SheetContent) -> str:
    """The id of the shipped form that a sheet takes; commissioners promise in their own words (domain.md 2.1)."""
    if content.kind is DocumentKind.PI:
        maker = any(party.commissioner for party in content.parties if party.role is Role.PEMBUAT)
        return "pi-komisioner" if maker else "pi-asn"
    return {
        DocumentKind.PK: "pk-dua-pihak",
        DocumentKind.PBBK: "pbbk",
        DocumentKind.DH: "daftar-hadir",
        DocumentKind.BA: "berita-acara",
    }[content.kind]


_PARTS = re.compile(r"(\*\*|\*|\{[^{}]*\})")


def fill(text: str, fields: dict[str, str]) -> Text:
    """A form's text with its fields filled in: ``*italic*``, ``**bold**``, ``{field}``.

    A field's value is taken literally: an asterisk or a brace in a name is printed.
    """
    spans: list[Span] = []
    style = Style.PLAIN
    for part in _PARTS.split(text):
        if part in ("*", "**"):
            style = Style.PLAIN if style is Style(part) else Style(part)
        elif part:
            spans.append(Span(fields[part[1:-1]] if part.startswith("{") else part, style))
    return tuple(spans)


def parse_form(text: str, source: str) -> Form:
    """Reads a form file (TOML); ``source`` is the file's name for messages.

    Raises:
        FormError: WRONG_FORM with ``file``, ``line`` (0 where there is none to show), ``field`` and ``reason``:
            TOML, MISSING, UNKNOWN_KEY, WRONG_TYPE, WRONG_VALUE, EMPTY, TOO_LONG, CONTROL_CHARACTER, UNKNOWN_FIELD,
            BRACES, ASTERISKS, MISSING_ROLE.
    """
    text = text.removeprefix("\ufeff")  # Windows editors put it there, TOML refuses it
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise FormError(
            file=source, line=int(line[1]) if line else text.count("\n") + 1, field="", reason="TOML"
        ) from error
    return _Reader(text, source).form(values)


class _Reader:
    """Turns the file's values into a form, or says what is wrong and where."""

    def __init__(self, text: str, source: str) -> None:
        self._lines = text.splitlines()
        self._source = source

    def form(self, values: dict[str, object]) -> Form:
        known = "id kind version year basis wording wording_note letterhead title number meterai body slot attachment"
        self._only(values, known.split(), "")
        attachment = values.get("attachment")
        kind = DocumentKind(self._choice(values, "kind", [kind.value for kind in DocumentKind]))
        slots = tuple(self._slot(slot) for slot in self._tables(values, "slot", may_be_empty=True))
        for role in NEEDED_ROLES[kind]:
            if role not in [slot.role for slot in slots]:
                raise self._wrong("slot", "MISSING_ROLE", "[[slot]]")
        return Form(
            id=self._text(values, "id"),
            kind=kind,
            version=self._text(values, "version"),
            year=self._year(values),
            basis=self._texts(values, "basis", may_be_empty=True),
            wording=Wording(self._choice(values, "wording", [word.value for word in Wording])),
            wording_note=self._text(values, "wording_note"),
            letterhead=self._choice(values, "letterhead", ["kop", "logo", "none"]),
            title=self._templates(values, "title"),
            number=self._switch(values, "number"),
            meterai=self._choice(values, "meterai", ["none", "box"]),
            body=tuple(self._block(block) for block in self._tables(values, "body")),
            slots=slots,
            attachment=None if attachment is None else self._attachment(attachment),
            source=self._source,
        )

    def _block(self, values: dict[str, object]) -> Block:
        if "paragraph" in values:
            self._only(values, ["paragraph"], "body")
            return Paragraph(self._template(values, "paragraph"))
        if "person" in values:
            self._only(values, ["person", "labels"], "body")
            role = Role(self._choice(values, "person", [role.value for role in Role]))
            return Person(role, self._labels(values, "labels"))
        if "header" in values:
            self._only(values, ["header"], "body")
            return Header(self._labels(values, "header"))
        if "points" in values:
            self._only(values, ["points", "marks"], "body")
            return Points(self._templates(values, "points"), self._choice(values, "marks", ["1.", "a."]))
        if "names" in values:
            self._only(values, ["names", "intro", "empty"], "body")
            names = self._choice(values, "names", list(LISTS))
            empty = self._template(values, "empty") if values.get("empty") else ""
            return NameList(names, self._template(values, "intro"), empty)
        if "table" in values:
            self._only(values, ["table"], "body")
            return Table(self._choice(values, "table", list(TABLES)))
        raise self._wrong("body", "UNKNOWN_KEY", next(iter(values), "[[body]]"))

    def _labels(self, values: dict[str, object], key: str) -> tuple[str, ...]:
        labels = self._texts(values, key)
        for label in labels:
            if label not in LABELS:
                raise self._wrong(key, "WRONG_VALUE", f'"{label}"')
        return labels

    def _slot(self, values: dict[str, object]) -> SlotForm:
        self._only(values, ["role", "side", "heading", "office", "nip"], "slot")
        return SlotForm(
            role=Role(self._choice(values, "role", [role.value for role in Role])),
            side=self._choice(values, "side", ["left", "right"]),
            heading=self._template(values, "heading") if values.get("heading") else "",
            office=self._switch(values, "office"),
            nip=self._switch(values, "nip"),
        )

    def _attachment(self, values: object) -> AttachmentForm:
        if not isinstance(values, dict):
            raise self._wrong("attachment", "WRONG_TYPE", "attachment")
        self._only(values, ["title", "columns", "budget_columns"], "attachment")
        columns, budget = self._texts(values, "columns"), self._texts(values, "budget_columns")
        if len(columns) != 4:
            raise self._wrong("columns", "WRONG_VALUE", "columns")
        if len(budget) != 3:
            raise self._wrong("budget_columns", "WRONG_VALUE", "budget_columns")
        return AttachmentForm(self._templates(values, "title"), columns, budget)

    def _only(self, values: dict[str, object], known: list[str], where: str) -> None:
        for key in values:
            if key not in known:
                raise self._wrong(f"{where}.{key}" if where else key, "UNKNOWN_KEY", key)

    def _take(self, values: dict[str, object], key: str) -> object:
        if key not in values:
            raise self._wrong(key, "MISSING", "")
        return values[key]

    def _text(self, values: dict[str, object], key: str) -> str:
        return self._checked(self._take(values, key), key)

    def _texts(self, values: dict[str, object], key: str, may_be_empty: bool = False) -> tuple[str, ...]:
        items = self._take(values, key)
        if not isinstance(items, list):
            raise self._wrong(key, "WRONG_TYPE", key)
        if not items and not may_be_empty:
            raise self._wrong(key, "EMPTY", key)
        return tuple(self._checked(item, key) for item in items)

    def _template(self, values: dict[str, object], key: str) -> str:
        return self._fields_known(self._text(values, key), key)

    def _templates(self, values: dict[str, object], key: str) -> tuple[str, ...]:
        return tuple(self._fields_known(text, key) for text in self._texts(values, key))

    def _tables(self, values: dict[str, object], key: str, may_be_empty: bool = False) -> list[dict[str, object]]:
        items = values.get(key, []) if may_be_empty else self._take(values, key)
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise self._wrong(key, "WRONG_TYPE", key)
        if not items and not may_be_empty:
            raise self._wrong(key, "EMPTY", key)
        return items

    def _choice(self, values: dict[str, object], key: str, allowed: list[str]) -> str:
        text = self._text(values, key)
        if text not in allowed:
            raise self._wrong(key, "WRONG_VALUE", f'"{text}"')
        return text

    def _switch(self, values: dict[str, object], key: str) -> bool:
        value = self._take(values, key)
        if not isinstance(value, bool):
            raise self._wrong(key, "WRONG_TYPE", key)
        return value

    def _year(self, values: dict[str, object]) -> int:
        value = self._take(values, "year")
        if not isinstance(value, int) or isinstance(value, bool) or not 1945 <= value <= 2999:
            raise self._wrong("year", "WRONG_VALUE", "year")
        return value

    def _checked(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            raise self._wrong(key, "WRONG_TYPE", key)
        text = " ".join(value.split())
        if not text:
            raise self._wrong(key, "EMPTY", key)
        if len(text) > LONGEST_TEXT:
            raise self._wrong(key, "TOO_LONG", text[:40])
        # Cf holds the bidirectional marks, which can make a line read otherwise than it is stored.
        if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") for character in text):
            raise self._wrong(key, "CONTROL_CHARACTER", key)
        return text

    def _fields_known(self, text: str, key: str) -> str:
        for part in re.findall(r"\{[^{}]*\}", text):
            if part[1:-1] not in FIELDS:
                raise self._wrong(key, "UNKNOWN_FIELD", part)
        rest = re.sub(r"\{[^{}]*\}", "", text)
        if "{" in rest or "}" in rest:
            raise self._wrong(key, "BRACES", "{" if "{" in rest else "}")
        if rest.count("**") % 2 or rest.replace("**", "").count("*") % 2:
            raise self._wrong(key, "ASTERISKS", "*")
        return text

    def _wrong(self, field: str, reason: str, needle: str) -> FormError:
        line = next((number for number, line in enumerate(self._lines, 1) if needle and needle in line), 0)
        return FormError(file=self._source, line=line, field=field, reason=reason)
