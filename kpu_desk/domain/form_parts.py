"""The parts of a form: runs of text, blocks of the body, places of signatures, the lampiran."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kpu_desk.domain.documents import Role


class Style(StrEnum):
    """How a run of text is set; the value is its mark in a form file."""

    PLAIN = ""
    ITALIC = "*"
    BOLD = "**"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; ``named`` is the field whose value it is, empty for the form's own words."""

    text: str
    style: Style = Style.PLAIN
    named: str = field(default="", compare=False)


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
    """A table made from the sheet's data: ``rekapitulasi``, ``susunan_acara`` or ``daftar_hadir``."""

    table: str


@dataclass(frozen=True, slots=True)
class Blanks:
    """Labels with the answers of the sheet beside them, or with ``lines`` ruled lines to be filled in by hand."""

    labels: tuple[str, ...]
    lines: int


Block = Paragraph | Person | Header | Points | NameList | Table | Blanks


@dataclass(frozen=True, slots=True)
class SlotForm:
    """The printed surroundings of a signature: side of the page, words above it, what stands below the name."""

    role: Role
    side: str
    heading: str
    office: bool
    nip: bool


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """One column of the lampiran's table.

    Attributes:
        content: what stands in it: ``nomor``, ``sasaran``, ``indikator``, ``target``, or ``tambahan`` (the next of a
            row's further texts); the cells of nomor and sasaran reach over all indicators of a sasaran.
        width: in millimetres; all columns together are stretched to the line (165 mm).
        align: ``left``, ``center`` or ``right``.
    """

    head: str
    content: str
    width: float
    align: str


@dataclass(frozen=True, slots=True)
class AttachmentForm:
    """The lampiran: its title lines and the heads of its two tables (domain.md 1.5).

    ``numbered`` adds the line ``(1) (2) (3)`` under the head; ``signatures`` repeats the places of signatures under
    the tables, with keys ``lampiran-…``.
    """

    title: tuple[str, ...]
    columns: tuple[ColumnForm, ...]
    budget_columns: tuple[str, ...]
    numbered: bool = True
    signatures: bool = False


@dataclass(frozen=True, slots=True)
class ParafForm:
    """Who initials pages, in print order from left to right, and whether only the lampiran (domain.md 4.7)."""

    roles: tuple[Role, ...]
    attachment_only: bool
