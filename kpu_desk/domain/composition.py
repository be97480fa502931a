"""What a frozen sheet was composed of, as plain values that come back the same: for composing it again years later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.documents import (
    Attachment,
    BudgetLine,
    DocumentKind,
    Letterhead,
    Mark,
    Meterai,
    Paper,
    Party,
    Role,
    SheetContent,
    Target,
)
from kpu_desk.domain.minutes import KindCount, Minutes, RundownLine


@dataclass(frozen=True, slots=True)
class FormText:
    """A form file as it was used: its id and version, the file's name for messages, and its whole text."""

    form_id: str
    version: str
    source: str
    text: str

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hex: the same words are kept once."""
        return digest_of(self.text.encode("utf-8"))


@dataclass(frozen=True, slots=True)
class Composition:
    """All that the bytes of a frozen sheet depend on, but the program itself.

    Attributes:
        content: what is printed, with letterhead lines and logo as they were.
        form: the words; ``name`` what the form calls the document.
        composed_at: UTC, ISO 8601; it stands in the PDF's metadata.
        program: which version composed it. Its layout, fonts and hyphenation are not kept: another version may set
            the same words in other places, and then says so by another digest.
    """

    content: SheetContent
    form: FormText
    name: str
    composed_at: str
    program: str


def content_text(content: SheetContent) -> str:
    """Canonical JSON of everything on a sheet but the logo's bytes, which are kept by themselves."""
    plain = asdict(replace(content, letterhead=replace(content.letterhead, logo=None)))
    del plain["letterhead"]["logo"]
    return canonical_json({**plain, "date": content.date.isoformat()}).decode("utf-8")


def content_of(values: Mapping[str, Any], logo: bytes | None) -> SheetContent:
    """The reverse of :func:`content_text`, parsed; TypeError or KeyError when fields are missing or unknown."""
    attachment, minutes = values["attachment"], values["minutes"]
    read = {
        "kind": DocumentKind(values["kind"]),
        "mark": Mark(values["mark"]),
        "letterhead": Letterhead(**_tuples(values["letterhead"]), logo=logo),
        "date": date.fromisoformat(values["date"]),
        "parties": tuple(Party(**{**party, "role": Role(party["role"])}) for party in values["parties"]),
        "attachment": None if attachment is None else _attachment(attachment),
        "minutes": None if minutes is None else _minutes(minutes),
        "paper": Paper(values["paper"]),
        "meterai": None if values["meterai"] is None else Meterai(values["meterai"]),
    }
    return SheetContent(**{**_tuples(values), **read})


def _attachment(values: Mapping[str, Any]) -> Attachment:
    return Attachment(
        **{
            **values,
            "targets": tuple(Target(**target) for target in values["targets"]),
            "budget": tuple(BudgetLine(**line) for line in values["budget"]),
        }
    )


def _minutes(values: Mapping[str, Any]) -> Minutes:
    counts = tuple(KindCount(**{**count, "kind": DocumentKind(count["kind"])}) for count in values["counts"])
    rundown = tuple(RundownLine(**line) for line in values.get("rundown", ()))
    return Minutes(**{**_tuples(values), "counts": counts, "rundown": rundown})


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
