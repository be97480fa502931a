"""Takes out of a sealed record what each signer saw: the attached frozen sheet, the earlier inks drawn over it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pikepdf

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.signer_copies import SignerCopies, SignerCopy
from kpu_desk.domain.verdict import Reason, Verdict, cleaned
from kpu_desk.pdf.drawn_ink import DrawnInk, drawn_ink
from kpu_desk.pdf.ink_path import PEN
from kpu_desk.pdf.page import UM_PER_PT
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.pdf.record_file import SHEET_NAME
from kpu_desk.pdf.verify import verify_pdf

LARGEST_ANSWER = 8_000_000
"""Bytes of pages in one answer; the rest is asked for again."""

_FIRST_VERSION = 3
"""Of the record's data: since then it names the places of all inks."""

# Ink keeps a rim inside its place (``ink.fitted``); rounding on paper needs less than this.
_TOLERANCE_PT = 0.5


class _NoCopiesError(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.reason = Reason.of(code)


@dataclass(frozen=True, slots=True)
class _Ink:
    digest: str
    shapes: tuple[tuple[int, DrawnInk], ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class _Record:
    data: Any
    data_bytes: bytes
    frozen: bytes
    ink: tuple[tuple[DrawnInk, ...], ...]


def signer_copies(data: bytes, trusted: Sequence[bytes], start: int = 0) -> SignerCopies:
    """Judges the file and, only where it is VALID, makes the copies from the signer ``start`` (from 0) on.

    Args:
        data: the file's bytes, untrusted.
        trusted: pinned certificates, PEM or DER.
        start: signers before this one are passed over.

    Raises:
        MemoryError: only that; the file asks for more than the process has.
    """
    report = verify_pdf(data, trusted)
    if report.verdict is not Verdict.VALID:
        return SignerCopies(report)
    try:
        record = _read(data)
        signatures = list(record.data["signatures"])
        copies = tuple(_up_to_limit(_copies(record, signatures, start)))
        return SignerCopies(
            report,
            serial=cleaned(str(record.data["serial"])),
            sheet_sha256=digest_of(record.frozen),
            file_sha256=hashlib.sha256(data).hexdigest(),
            count=len(signatures),
            copies=copies,
        )
    except _NoCopiesError as error:
        return SignerCopies(report, (error.reason,))
    except MemoryError:
        raise
    except Exception:
        # Sealed by an office that is trusted, but no record as this program makes them.
        return SignerCopies(report, (Reason.of("RECORD_DATA_UNREADABLE"),))


def _read(data: bytes) -> _Record:
    with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
        if DATA_NAME not in pdf.attachments or SHEET_NAME not in pdf.attachments:
            raise _NoCopiesError("NO_RECORD_DATA")
        text = pdf.attachments[DATA_NAME].get_file().read_bytes()
        frozen = pdf.attachments[SHEET_NAME].get_file().read_bytes()
        found = json.loads(text)
        if found["format"] != "kpu-desk-record" or int(found["version"]) < _FIRST_VERSION:
            raise _NoCopiesError("RECORD_TOO_OLD")
        with pikepdf.open(BytesIO(frozen), attempt_recovery=False) as sheet:
            ink = tuple(drawn_ink(pdf.pages[number]) for number in range(len(sheet.pages)))
    return _Record(found, text, frozen, ink)


def _up_to_limit(copies: Iterator[SignerCopy]) -> Iterator[SignerCopy]:
    size = 0
    for copy in copies:
        size += len(copy.pdf or b"")
        if size > LARGEST_ANSWER and size != len(copy.pdf or b""):
            return
        yield copy


def _copies(record: _Record, signatures: list[Any], start: int) -> Iterator[SignerCopy]:
    sheet_digest = digest_of(record.frozen)
    before: list[_Ink] = []
    for number, signed in enumerate(signatures, 1):
        evidence = signed["evidence"]
        own = [_ink(record, item) for item in signed["inks"]]
        copy = SignerCopy(
            number=number,
            slot=cleaned(str(signed["slot"])),
            role=cleaned(str(signed["role"])),
            name=cleaned(str(signed["name"])),
            sheet=evidence["frozen_sha256"] == record.data["sheet"]["sha256"] == sheet_digest,
            evidence=digest_of(canonical_json(evidence)) == signed["evidence_digest"] and _speaks_of(evidence, signed),
            earlier=list(evidence["earlier"]) == [ink.digest for ink in before],
            drawn=all(ink.drawn for ink in before),
            earlier_inks=len(before),
        )
        if number > start:
            yield _with_pages(copy, record, before)
        before += own


def _speaks_of(evidence: Any, signed: Any) -> bool:
    told = [evidence["ink_digest"], *(one["ink_digest"] for one in evidence.get("further", []))]
    same_person = all(evidence[key] == signed[key] for key in ("slot", "role", "name"))
    return same_person and told == [ink["digest"] for ink in signed["inks"]]


def _ink(record: _Record, told: Any) -> _Ink:
    """An ink of the record's data with what is drawn at its places: exactly one path at each."""
    shapes: list[tuple[int, DrawnInk]] = []
    drawn = True
    for place in told["places"]:
        page = int(place["page"]) - 1
        left, bottom = place["x_um"] / UM_PER_PT - _TOLERANCE_PT, place["y_um"] / UM_PER_PT - _TOLERANCE_PT
        right = left + place["width_um"] / UM_PER_PT + 2 * _TOLERANCE_PT
        top = bottom + place["height_um"] / UM_PER_PT + 2 * _TOLERANCE_PT
        found = [
            ink
            for ink in record.ink[page]
            if left <= ink.box[0] and bottom <= ink.box[1] and ink.box[2] <= right and ink.box[3] <= top
        ]
        drawn = drawn and len(found) == (1 if told["samples"] else 0)
        shapes += [(page, ink) for ink in found]
    return _Ink(str(told["digest"]), tuple(shapes), drawn)


def _with_pages(copy: SignerCopy, record: _Record, before: list[_Ink]) -> SignerCopy:
    if not copy.holds:
        return copy
    pdf = _drawn_over(record, copy, before) if before else record.frozen
    return replace(copy, pdf=pdf)


def _drawn_over(record: _Record, copy: SignerCopy, before: list[_Ink]) -> bytes:
    """The frozen sheet with the ink over it, in the pen's colour, as the signer's window drew it."""
    with pikepdf.open(BytesIO(record.frozen), attempt_recovery=False) as sheet:
        for number, page in enumerate(sheet.pages):
            paths = [_path(shape) for ink in before for at, shape in ink.shapes if at == number]
            if paths:
                page.contents_add(b"q\n", prepend=True)
                colour = " ".join(f"{shade:.6f}" for shade in PEN)
                drawn = "\n".join(paths)
                page.contents_add(f"\nQ\n/Artifact BMC q {colour} rg\n{drawn}\nQ EMC\n".encode("ascii"))
        # What the frozen sheet says about its conformance is no longer true of a copy that was drawn on.
        if "/Metadata" in sheet.Root:
            del sheet.Root["/Metadata"]
        if "/OutputIntents" in sheet.Root:
            del sheet.Root["/OutputIntents"]
        sheet.trailer.Info = sheet.make_indirect(
            pikepdf.Dictionary(
                Title=f"{record.data['serial']}: lembar seperti yang dilihat penanda tangan ke-{copy.number}",
                Subject=f"Salinan tanpa segel dari rekaman dengan sidik isi {digest_of(record.data_bytes)}",
                Creator="KPU Desk",
            )
        )
        output = BytesIO()
        sheet.save(output, deterministic_id=True, compress_streams=True)
    return output.getvalue()


def _path(shape: DrawnInk) -> str:
    parts = []
    for polygon in shape.polygons:
        first, *rest = (f"{x:.2f} {y:.2f}" for x, y in polygon)
        parts.append(" ".join([f"{first} m", *(f"{point} l" for point in rest), "h"]))
    return "\n".join([*parts, "f"])
