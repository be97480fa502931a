"""The closing list: what every complete sheet says at the closing and where the journal stands, as one digest.

Its form is published (resources/words/README.md), so that anybody computes it again from the records alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.documents import DocumentKind, Role


@dataclass(frozen=True, slots=True)
class ClosedSheet:
    """A sheet that was complete at the closing; ``content`` is the digest of :func:`signed_content`, hex."""

    serial: str
    content: str


@dataclass(frozen=True, slots=True)
class ClosingList:
    """What a ceremony's closing words are made of.

    Attributes:
        sheets: in the ceremony's own order; without the Berita Acara, which bears the words, and private sheets.
        journal_seq, journal_head: the journal's last entry before the closing.
    """

    ceremony: str
    sheets: tuple[ClosedSheet, ...]
    journal_seq: int
    journal_head: str

    def data(self) -> dict[str, object]:
        """The list as plain values, as a Berita Acara's record carries it."""
        return {
            "format": "kpu-desk-closing-list",
            "version": 1,
            "ceremony": self.ceremony,
            "sheets": [{"serial": sheet.serial, "content": sheet.content} for sheet in self.sheets],
            "journal": {"seq": self.journal_seq, "head": self.journal_head},
        }

    def digest(self) -> str:
        """SHA-256 of the canonical data, hex; the words are made of it."""
        return digest_of(canonical_json(self.data()))


def closing_list_of(data: Mapping[str, Any]) -> ClosingList:
    """The reverse of :meth:`ClosingList.data`; KeyError, TypeError or ValueError for anything else."""
    read = ClosingList(
        ceremony=data["ceremony"],
        sheets=tuple(ClosedSheet(sheet["serial"], sheet["content"]) for sheet in data["sheets"]),
        journal_seq=data["journal"]["seq"],
        journal_head=data["journal"]["head"],
    )
    if canonical_json(read.data()) != canonical_json(data):
        raise ValueError("no closing list of this version")
    return read


def signed_content(record: Mapping[str, Any]) -> str:
    """Digest of what a record's data (``record.json``) say of the sheet and its signatures, hex.

    Nothing that comes after the closing is in it: number, meterai, stamps, place in the chain, and the signature that
    closes a Daftar Hadir. KeyError or TypeError for data that are no record's.
    """
    sheet = record["sheet"]
    return digest_of(
        canonical_json(
            {
                "format": "kpu-desk-signed-sheet",
                "version": 1,
                "serial": record["serial"],
                "kind": record["kind"],
                "mark": record["mark"],
                "ceremony": record["ceremony"]["id"],
                "sheet": {name: sheet[name] for name in ("form", "pages", "sha256", "version")},
                "signatures": [
                    signature
                    for signature in record["signatures"]
                    if (record["kind"], signature["role"]) != (DocumentKind.DH, Role.PENANDA_TANGAN)
                ],
            }
        )
    )


class ListFault(StrEnum):
    """What can be wrong between a closing list and the records beside it."""

    NO_LIST = "NO_LIST"
    """No Berita Acara with a closing list."""
    MISSING = "MISSING"
    """A sheet of the list has no record here."""
    CHANGED = "CHANGED"
    """The record's signed content is not that of the list."""
    TWO_LISTS = "TWO_LISTS"
    """Two Berita Acara of one ceremony carry different lists."""


@dataclass(frozen=True, slots=True)
class ListProblem:
    """One thing that is wrong; ``serial`` is empty where it is the list itself."""

    fault: ListFault
    serial: str = ""


@dataclass(frozen=True, slots=True)
class ListReport:
    """One ceremony's list against its records.

    Attributes:
        mark: of the ceremony's records: GLADI, CONTOH or nothing; one record of a rehearsal is enough.
        beside: serials of records that are not in the list: signed later, private, or the Berita Acara itself.
    """

    ceremony: str
    title: str
    mark: str
    closing: ClosingList | None
    beside: tuple[str, ...]
    problems: tuple[ListProblem, ...]


def check_lists(records: Iterable[Mapping[str, Any]]) -> tuple[ListReport, ...]:
    """Every ceremony among the records, by the data of its intact records; in order of their days.

    Of several editions of one sheet each has to say what the list says: a later number changes no signed content.
    """
    ceremonies: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        ceremonies.setdefault(record["ceremony"]["id"], []).append(record)
    ordered = sorted(ceremonies.items(), key=lambda pair: (pair[1][0]["ceremony"]["date"], pair[0]))
    return tuple(_checked(ceremony, mine) for ceremony, mine in ordered)


def _checked(ceremony: str, records: list[Mapping[str, Any]]) -> ListReport:
    title = str(records[0]["ceremony"]["title"])
    mark = max(str(record["mark"]) for record in records)
    lists = {
        canonical_json(record["closing"]): closing_list_of(record["closing"])
        for record in records
        if record["kind"] == DocumentKind.BA and record.get("closing") is not None
    }
    serials = sorted({str(record["serial"]) for record in records})
    closing = next(iter(lists.values()), None)
    if closing is None or closing.ceremony != ceremony:
        return ListReport(ceremony, title, mark, None, tuple(serials), (ListProblem(ListFault.NO_LIST),))
    problems = [ListProblem(ListFault.TWO_LISTS)] if len(lists) > 1 else []
    contents: dict[str, set[str]] = {}
    for record in records:
        contents.setdefault(str(record["serial"]), set()).add(signed_content(record))
    for sheet in closing.sheets:
        found = contents.pop(sheet.serial, None)
        if found is None:
            problems.append(ListProblem(ListFault.MISSING, sheet.serial))
        elif found != {sheet.content}:
            problems.append(ListProblem(ListFault.CHANGED, sheet.serial))
    return ListReport(ceremony, title, mark, closing, tuple(sorted(contents)), tuple(problems))
