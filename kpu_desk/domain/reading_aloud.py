"""The words of a document as they are read aloud to the hall, without anybody's data."""

from __future__ import annotations

from dataclasses import dataclass

from kpu_desk.domain.form_parts import Paragraph, Points
from kpu_desk.domain.forms import Form, fill

BLANK = "…"
"""Stands where each person says the own name and office."""


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """A text for the hall: its title, and paragraphs or points in order, the points with their number.

    ``form`` is the form's id, which tells two texts of one title apart.
    """

    form: str
    title: str
    parts: tuple[str, ...]


def read_aloud(form: Form, office: str, fields: tuple[str, ...], year: int) -> ReadAloud:
    """A form's paragraphs and points; only office and year are filled in (domain.md 6.2: read aloud together).

    Args:
        fields: every field that a form may name.
    """
    values = dict.fromkeys(fields, BLANK) | {"instansi": office, "instansi_singkat": office}
    values["tahun"] = str(year)
    parts: list[str] = []
    for block in form.body:
        if isinstance(block, Paragraph):
            parts.append(_plain(block.text, values))
        elif isinstance(block, Points):
            parts += [f"{_number(block.marks, n)} {_plain(item, values)}" for n, item in enumerate(block.items)]
    return ReadAloud(form.id, " ".join(_plain(line, values) for line in form.title), tuple(parts))


def _plain(text: str, values: dict[str, str]) -> str:
    return "".join(span.text for span in fill(text, values))


def _number(marks: str, place: int) -> str:
    return f"{place + 1}." if marks == "1." else f"{chr(ord('a') + place)}."
