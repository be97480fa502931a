"""A record as a file: signatures and stamp over the frozen sheet, evidence, attachments, seal, own verification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pikepdf

from kpu_desk.domain.errors import SealError
from kpu_desk.domain.record import RecordContent
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.assemble import assemble_record
from kpu_desk.pdf.conform import Attachment, DocumentMeta, conform
from kpu_desk.pdf.own_sheet import level_of
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.pdf.record_overlay import compose_record_overlay
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.seal_key import SealKey
from kpu_desk.pdf.stamp import LEGAL_KIND
from kpu_desk.pdf.verify import verify_pdf
from kpu_desk.pdf.xmp import Archive

SHEET_NAME = "frozen-sheet.pdf"


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A sealed record that our own verifier found VALID."""

    content_digest: str
    pdf: bytes
    verdict: Verdict


def compose_record(content: RecordContent, key: SealKey) -> bytes:
    """The record before sealing, PDF/A-3a and PDF/UA-1; the same content and key give the same bytes.

    A sheet that was frozen without tags, by an earlier version, makes a record without tags, PDF/A-3b.
    It carries the canonical record data, whose SHA-256 is the content digest, and the frozen sheet, whose SHA-256
    stands in every signer's evidence.
    """
    composed_at = datetime.fromisoformat(content.composed_at)
    with pikepdf.open(BytesIO(content.frozen)) as document:
        assemble_record(document, compose_record_overlay(content, key, document))
        return conform(
            document,
            level=level_of(content.standard),
            meta=DocumentMeta(
                title=f"{content.title} {content.serial}",
                author=content.office_name,
                subject=f"Rekaman {content.serial}, {content.ceremony_title}, {content.ceremony_date}",
                keywords=", ".join(word for word in (content.title, content.serial, content.mark.value) if word),
                created=composed_at,
                archive=_archive(content),
            ),
            attachments=(
                Attachment(
                    DATA_NAME,
                    "application/json",
                    content.canonical(),
                    "Data",
                    "Data rekaman; SHA-256 berkas ini adalah sidik isi rekaman",
                    composed_at,
                ),
                Attachment(
                    SHEET_NAME,
                    "application/pdf",
                    content.frozen,
                    "Source",
                    "Lembar persis seperti yang dilihat setiap penanda tangan",
                    composed_at,
                ),
            ),
        )


def _archive(content: RecordContent) -> Archive:
    relations = [f"sesudah rekaman dengan sidik isi {content.previous}"] if content.previous else []
    if content.supersedes is not None:
        relations.append(f"menggantikan rekaman dengan sidik isi {content.supersedes.content}")
    number = content.number or ("menyusul" if content.numbered else "tidak bernomor")
    kind = f"{content.kind.value} {content.title}"
    return Archive(
        identifier=f"nomor {number}; rekaman {content.serial}; sidik isi sha256:{content.digest()}",
        kinds=(kind, f"klasifikasi arsip {content.class_code}" if content.class_code else ""),
        contributors=tuple(signed.name for signed in content.signatures),
        dates=(content.ceremony_date,),
        publisher=content.office_name,
        coverage=f"{content.place}{f'; kode wilayah {content.region_code}' if content.region_code else ''}",
        source=f"lembar beku sha256:{content.frozen_sha256}",
        relations=tuple(relations),
        rights=LEGAL_KIND,
    )


def make_record(content: RecordContent, key: SealKey, *, at: datetime) -> RecordFile:
    """Composes, seals and verifies one record; nothing leaves that our own verifier does not call VALID.

    Raises:
        SealError: OWN_SEAL_NOT_VALID with the serial, verdict and first reason.
    """
    sealed = seal_pdf(
        compose_record(content, key),
        key,
        at=at,
        reason=f"Segel {content.office_short}: rekaman {content.serial}",
        location=content.place,
        later_signature=content.later_signature,
    )
    report = verify_pdf(sealed, (key.certificate_pem,))
    if report.verdict is not Verdict.VALID:
        reason = report.reasons[0].code if report.reasons else ""
        raise SealError("OWN_SEAL_NOT_VALID", serial=content.serial, verdict=report.verdict.value, reason=reason)
    return RecordFile(content.digest(), sealed, report.verdict)
