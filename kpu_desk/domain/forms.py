"""The texts of the documents: versioned form files, their fields, and which form a sheet takes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from kpu_desk.domain.documents import DocumentKind, Meterai, Role, SheetContent
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import LABELS, LISTS, TABLES
from kpu_desk.domain.form_parts import (
    AttachmentForm,
    Blanks,
    Block,
    ColumnForm,
    Header,
    NameList,
    ParafForm,
    Paragraph,
    Person,
    Points,
    SlotForm,
    Span,
    Style,
    Table,
    Text,
)
from kpu_desk.domain.form_values import FormValues, Values

LINE_MM = 165
"""Millimetres that the columns of a table may take together."""

NARROWEST_MM = 9
"""Millimetres of the narrowest column: five figures find room in it."""

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


@dataclass(frozen=True, slots=True)
class Form:
    """One document's text as an office may replace it.

    Attributes:
        wording, wording_note: which words are the regulation's and which are a draft, for the office to read.
        letterhead: ``kop``, ``logo`` or ``none``; ``number``: whether a number stands under the title.
        source: the file's name, for messages.
        name: the document's name at the foot of a page; the kind's own where the file gives none.
        private: no public document: kept apart by the secretary (domain.md 3.3).
        tap_witness: a witness confirms the maker's signature by a tap; the form has no place for his own.
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
    meterai: Meterai
    body: tuple[Block, ...]
    slots: tuple[SlotForm, ...]
    attachment: AttachmentForm | None
    source: str
    name: str = ""
    private: bool = False
    paraf: ParafForm | None = None
    tap_witness: bool = False

    @property
    def printed_name(self) -> str:
        """What a page's foot and the file's title call the document."""
        return self.name or self.kind.full_name

    @property
    def reference(self) -> str:
        """Id and version, as it is written on records."""
        return f"{self.id} {self.version}"


def form_id_for(content: SheetContent) -> str:
    """The id of the form that a sheet takes: the one it names, or the shipped one of its kind.

    Commissioners promise in their own words (domain.md 2.1); a Perjanjian Kinerja without a second party is the
    commission's (domain.md 1.2).
    """
    if content.form_id is not None:
        return content.form_id
    if content.kind is DocumentKind.PI:
        maker = any(party.commissioner for party in content.parties if party.role is Role.PEMBUAT)
        return "pi-komisioner" if maker else "pi-asn"
    if content.kind is DocumentKind.PK:
        return "pk-dua-pihak" if any(p.role is Role.PIHAK_KEDUA for p in content.parties) else "pk-satu-pihak"
    return {
        DocumentKind.PBBK: "pbbk",
        DocumentKind.DH: "daftar-hadir",
        DocumentKind.BA: "berita-acara",
    }[content.kind]


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
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
            named = part[1:-1] if part.startswith("{") else ""
            spans.append(Span(fields[named] if named else part, style, named))
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
    return _form(FormValues(text, source), values, source)


_KEYS = ["id", "kind", "version", "year", "basis", "wording", "wording_note", "letterhead", "title", "number"]
_KEYS += ["meterai", "name", "private", "paraf", "witness", "body", "slot", "attachment"]
_ROLES = [role.value for role in Role]
LONGEST_NAME = 60
"""Characters of a document's name: it shares the foot of the page with the page's number."""

MOST_PARAF = 3
"""Initials that find room beside the code at the foot of a page."""

_SHORT_COLUMNS = (
    ("nomor", 11.0, "center"),
    ("sasaran", 54.0, "left"),
    ("indikator", 76.0, "left"),
    ("target", 24.0, "center"),
)
"""Content, width and alignment of four columns given by their heads alone (domain.md 1.5)."""


def _form(reader: FormValues, values: Values, source: str) -> Form:
    reader.only(values, _KEYS, "")
    kind = DocumentKind(reader.choice(values, "kind", [kind.value for kind in NEEDED_ROLES]))
    form = Form(
        id=_id(reader, values),
        kind=kind,
        version=reader.text(values, "version"),
        year=reader.whole_number(values, "year", 1945, 2999),
        basis=reader.texts(values, "basis", may_be_empty=True),
        wording=Wording(reader.choice(values, "wording", [word.value for word in Wording])),
        wording_note=reader.text(values, "wording_note"),
        letterhead=reader.choice(values, "letterhead", ["kop", "logo", "none"]),
        title=reader.templates(values, "title"),
        number=reader.switch(values, "number"),
        meterai=Meterai(reader.choice(values, "meterai", [meterai.value for meterai in Meterai])),
        name=reader.text(values, "name", LONGEST_NAME) if "name" in values else "",
        private=reader.switch(values, "private", default=False),
        body=tuple(_each(reader, values, "body", _block)),
        slots=tuple(_each(reader, values, "slot", _slot, may_be_empty=True)),
        attachment=_attachment(reader, reader.table(values, "attachment")),
        paraf=_paraf(reader, reader.table(values, "paraf")),
        tap_witness="witness" in values and reader.choice(values, "witness", ["tap"]) == "tap",
        source=source,
    )
    roles = [slot.role for slot in form.slots]
    if form.tap_witness and (Role.PEMBUAT not in roles or Role.SAKSI in roles):
        # A place for his signature is the better word; a person of whom nothing is signed needs no witness.
        raise reader.wrong("witness", "WRONG_VALUE", "witness")
    for role in NEEDED_ROLES[kind]:
        if role not in roles:
            raise reader.wrong("slot", "MISSING_ROLE", "[[slot]]")
    return form


_Part = TypeVar("_Part")


def _id(reader: FormValues, values: Values) -> str:
    """The form's id, which is also its file's name: small letters, figures and hyphens."""
    text = reader.text(values, "id", LONGEST_NAME)
    if not _ID.fullmatch(text):
        raise reader.wrong("id", "WRONG_VALUE", "id")
    return text


def _each(
    reader: FormValues,
    values: Values,
    key: str,
    read: Callable[[FormValues, Values], _Part],
    may_be_empty: bool = False,
) -> Iterator[_Part]:
    for index, table in enumerate(reader.tables(values, key, may_be_empty)):
        reader.enter(f"[[{key}]]", index)
        yield read(reader, table)
    reader.leave()


def _block(reader: FormValues, values: Values) -> Block:
    for key, (others, read) in _BLOCKS.items():
        if key in values:
            reader.only(values, [key, *others], "body")
            return read(reader, values)
    raise reader.wrong("body", "UNKNOWN_KEY", next(iter(values), "[[body]]"))


def _names(reader: FormValues, values: Values) -> NameList:
    names = reader.choice(values, "names", list(LISTS))
    empty = reader.template(values, "empty") if values.get("empty") else ""
    return NameList(names, reader.template(values, "intro"), empty)


_BLOCKS: dict[str, tuple[tuple[str, ...], Callable[[FormValues, Values], Block]]] = {
    "paragraph": ((), lambda reader, values: Paragraph(reader.template(values, "paragraph"))),
    "person": (
        ("labels",),
        lambda reader, values: Person(Role(reader.choice(values, "person", _ROLES)), _labels(reader, values, "labels")),
    ),
    "header": ((), lambda reader, values: Header(_labels(reader, values, "header"))),
    "points": (
        ("marks",),
        lambda reader, values: Points(reader.templates(values, "points"), reader.choice(values, "marks", ["1.", "a."])),
    ),
    "names": (("intro", "empty"), _names),
    "blanks": (
        ("lines",),
        lambda reader, values: Blanks(reader.texts(values, "blanks"), reader.whole_number(values, "lines", 1, 8)),
    ),
    "table": ((), lambda reader, values: Table(reader.choice(values, "table", list(TABLES)))),
}
"""Each kind of block by the key that tells it, with its other keys."""


def _labels(reader: FormValues, values: Values, key: str) -> tuple[str, ...]:
    return tuple(reader.allowed(label, key, list(LABELS)) for label in reader.texts(values, key))


def _slot(reader: FormValues, values: Values) -> SlotForm:
    reader.only(values, ["role", "side", "heading", "office", "nip"], "slot")
    return SlotForm(
        role=Role(reader.choice(values, "role", _ROLES)),
        side=reader.choice(values, "side", ["left", "right"]),
        heading=reader.template(values, "heading") if values.get("heading") else "",
        office=reader.switch(values, "office"),
        nip=reader.switch(values, "nip"),
    )


def _paraf(reader: FormValues, values: Values | None) -> ParafForm | None:
    if values is None:
        return None
    reader.enter("[paraf]")
    reader.only(values, ["roles", "pages"], "paraf")
    roles = [reader.allowed(role, "roles", _ROLES) for role in reader.texts(values, "roles")]
    if len(roles) > MOST_PARAF or len(set(roles)) < len(roles):
        raise reader.wrong("roles", "WRONG_VALUE", "roles")
    pages = reader.choice(values, "pages", ["all", "attachment"])
    reader.leave()
    return ParafForm(tuple(map(Role, roles)), pages == "attachment")


def _attachment(reader: FormValues, values: Values | None) -> AttachmentForm | None:
    if values is None:
        return None
    reader.enter("[attachment]")
    reader.only(values, ["title", "columns", "column", "budget_columns", "numbered", "signatures"], "attachment")
    budget = reader.texts(values, "budget_columns")
    if len(budget) != 3:
        raise reader.wrong("budget_columns", "WRONG_VALUE", "budget_columns")
    form = AttachmentForm(
        title=reader.templates(values, "title"),
        columns=_columns(reader, values),
        budget_columns=budget,
        numbered=reader.switch(values, "numbered", default=True),
        signatures=reader.switch(values, "signatures", default=False),
    )
    reader.leave()
    return form


def _columns(reader: FormValues, values: Values) -> tuple[ColumnForm, ...]:
    if "column" not in values:
        heads = reader.texts(values, "columns")
        if len(heads) != len(_SHORT_COLUMNS):
            raise reader.wrong("columns", "WRONG_VALUE", "columns")
        return tuple(ColumnForm(head, *rest) for head, rest in zip(heads, _SHORT_COLUMNS, strict=True))
    if "columns" in values:
        raise reader.wrong("attachment.columns", "UNKNOWN_KEY", "columns")
    columns: list[ColumnForm] = []
    for index, table in enumerate(reader.tables(values, "column")):
        reader.enter("[[attachment.column]]", index)
        column = _column(reader, table)
        if column.content != "tambahan" and column.content in [other.content for other in columns]:
            raise reader.wrong("content", "WRONG_VALUE", "content")
        columns.append(column)
    reader.enter("[attachment]")
    # A target without its sasaran and indicator says nothing.
    if not {"sasaran", "indikator", "target"} <= {column.content for column in columns}:
        raise reader.wrong("attachment.column", "WRONG_VALUE", "[[attachment.column]]")
    if sum(column.width for column in columns) > LINE_MM:
        raise reader.wrong("width", "WRONG_VALUE", "width")
    return tuple(columns)


def _column(reader: FormValues, values: Values) -> ColumnForm:
    reader.only(values, ["head", "content", "width", "align"], "attachment.column")
    return ColumnForm(
        head=reader.text(values, "head"),
        content=reader.choice(values, "content", ["nomor", "sasaran", "indikator", "target", "tambahan"]),
        width=reader.number(values, "width", NARROWEST_MM, LINE_MM),
        align=reader.choice(values, "align", ["left", "center", "right"]),
    )
