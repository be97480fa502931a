"""Ink in the cupboard: drawings for everybody, dynamics for whoever holds the key they are encrypted to."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.escrow import EscrowCertificate, InkKey, KeptInk
from kpu_desk.domain.evidence import Evidence, evidence_from_dict
from kpu_desk.domain.ink import Ink, parse_ink
from kpu_desk.domain.ink_drawing import InkDrawing, draw, pack_lines, unpack_lines
from kpu_desk.domain.ink_packing import pack, unpack
from kpu_desk.storage.envelope import close_envelope, open_envelope
from kpu_desk.storage.escrow import describe
from kpu_desk.storage.ink_rows import EscrowCertificateRow, InkDrawingRow, InkErasureRow, InkRow
from kpu_desk.storage.tables import SheetRow, SignatureRow

_PACKED = b"KPUINK"

Signed = Mapping[str, tuple[Mapping[InkKind, InkDrawing], Evidence]]
"""Drawings and evidence of every signature on a sheet, by slot, in signing order; drawings by order of kinds."""


@dataclass(frozen=True, slots=True)
class StoredInk:
    """The dynamics of one ink as they lie in the database.

    Attributes:
        certificate: fingerprint of the one that ``content`` is encrypted to, or None.
    """

    digest: str
    sheet_id: str
    slot: str
    kind: InkKind
    certificate: str | None
    content: bytes


@dataclass(frozen=True, slots=True)
class ReadyInk:
    """An ink as it is going to be stored: its drawing, and its dynamics as few bytes."""

    drawing: InkDrawing
    content: bytes


def ready(ink: Ink) -> ReadyInk:
    """Works out what is stored of an ink; takes some hundredths of a second, so not in a transaction."""
    return ReadyInk(draw(ink), pack(ink))


def add(session: Session, signature: Signature, inks: Mapping[InkKind, ReadyInk]) -> None:
    """Stores what was written for a signature: its drawings, and its dynamics for the holder of the office's
    certificate, or readable with the database where the office has none yet."""
    escrow = certificate(session)
    for kind, digest in signature.inks.items():
        drawing = inks[kind].drawing
        session.execute(
            insert(InkDrawingRow),
            {
                "digest": digest,
                "sheet_id": signature.sheet_id,
                "slot": signature.slot,
                "kind": kind.value,
                "samples": drawing.sample_count,
                "strokes": drawing.stroke_count,
                "duration_ms": drawing.duration_ms,
                "lines": pack_lines(drawing.lines),
            },
        )
        content = inks[kind].content
        session.execute(
            insert(InkRow),
            {
                "digest": digest,
                "certificate": None if escrow is None else escrow.sha256,
                "content": content if escrow is None else close_envelope(content, escrow.der),
            },
        )


def signed_inks(session: Session, sheet_id: str) -> Signed:
    """What is signed on a sheet."""
    return signed_on(session, (sheet_id,))[sheet_id]


def signed_on(session: Session, sheet_ids: Collection[str]) -> Mapping[str, Signed]:
    """What is signed on each of these sheets, by sheet id."""
    drawn: dict[tuple[str, str], dict[str, InkDrawing]] = {}
    for row in session.execute(
        select(
            InkDrawingRow.sheet_id,
            InkDrawingRow.slot,
            InkDrawingRow.kind,
            InkDrawingRow.digest,
            InkDrawingRow.samples,
            InkDrawingRow.strokes,
            InkDrawingRow.duration_ms,
            InkDrawingRow.lines,
        ).where(InkDrawingRow.sheet_id.in_(sheet_ids))
    ):
        drawing = InkDrawing(row.digest, row.samples, row.strokes, row.duration_ms, unpack_lines(row.lines))
        drawn.setdefault((row.sheet_id, row.slot), {})[row.kind] = drawing
    rows = session.execute(
        select(SignatureRow.sheet_id, SignatureRow.slot, SignatureRow.evidence)
        .where(SignatureRow.sheet_id.in_(sheet_ids))
        .order_by(SignatureRow.seq)
    )
    signed: dict[str, dict[str, tuple[Mapping[InkKind, InkDrawing], Evidence]]] = {key: {} for key in sheet_ids}
    for sheet_id, slot, evidence in rows:
        written = drawn.get((sheet_id, slot), {})
        signed[sheet_id][slot] = (
            {kind: written[kind] for kind in InkKind if kind in written},
            evidence_from_dict(json.loads(evidence)),
        )
    return signed


def certificate(session: Session) -> EscrowCertificate | None:
    """The certificate that ink is encrypted to now."""
    der = session.scalar(select(EscrowCertificateRow.der).order_by(EscrowCertificateRow.seq.desc()).limit(1))
    return None if der is None else describe(der)


def set_certificate(session: Session, chosen: EscrowCertificate, *, at: str, by: str) -> None:
    """Encrypts all later ink to this certificate."""
    session.execute(insert(EscrowCertificateRow), {"sha256": chosen.sha256, "der": chosen.der, "at": at, "by": by})


def certificates(session: Session) -> Mapping[str, EscrowCertificate]:
    """Every certificate that was ever set, by its fingerprint."""
    return {row.sha256: describe(row.der) for row in session.scalars(select(EscrowCertificateRow))}


def kept(session: Session) -> KeptInk:
    """How the ink of the workspace is kept."""
    closed = session.scalar(select(func.count(InkRow.digest)).where(InkRow.certificate.is_not(None)))
    readable = session.scalar(select(func.count(InkRow.digest)).where(InkRow.certificate.is_(None)))
    erased = session.scalar(select(func.count(InkErasureRow.digest)))
    return KeptInk(certificate(session), closed or 0, readable or 0, erased or 0)


def readable_digests(session: Session) -> tuple[str, ...]:
    """The inks that are not encrypted to anybody yet."""
    return tuple(session.scalars(select(InkRow.digest).where(InkRow.certificate.is_(None)).order_by(InkRow.digest)))


def move(session: Session, digest: str, escrow: EscrowCertificate) -> None:
    """Encrypts an older ink to this certificate in place of its readable bytes; nothing where it was done before.

    Raises:
        InkFileError: INK_DAMAGED when what is stored is not this ink.
    """
    content = session.scalar(select(InkRow.content).where(InkRow.digest == digest, InkRow.certificate.is_(None)))
    if content is None:
        return
    ink = opened(content)
    if ink.digest() != digest:
        raise InkFileError("INK_DAMAGED")
    sealed = close_envelope(content if content.startswith(_PACKED) else pack(ink), escrow.der)
    session.execute(update(InkRow).where(InkRow.digest == digest).values(certificate=escrow.sha256, content=sealed))


def left_of(session: Session, digests: Iterable[str]) -> frozenset[str]:
    """Those of these inks whose dynamics are still there."""
    wanted = set(digests)
    return frozenset(digest for digest in session.scalars(select(InkRow.digest)) if digest in wanted)


def erase(session: Session, digests: Iterable[str], *, at: str, by: str, reason: str) -> int:
    """Erases the dynamics of these inks for good; gives how many there were. Drawings and digests stay."""
    count = 0
    for digest in digests:
        if session.get(InkRow, digest) is not None:
            session.execute(insert(InkErasureRow), {"digest": digest, "at": at, "by": by, "reason": reason})
            session.execute(delete(InkRow).where(InkRow.digest == digest))
            count += 1
    return count


def stored(session: Session, ceremony_id: str) -> tuple[StoredInk, ...]:
    """The dynamics that are left of a ceremony, in signing order, each signature before what belongs to it."""
    rows = session.execute(
        select(
            InkRow.digest,
            InkDrawingRow.sheet_id,
            InkDrawingRow.slot,
            InkDrawingRow.kind,
            InkRow.certificate,
            InkRow.content,
            SignatureRow.seq,
        )
        .join(InkDrawingRow, InkDrawingRow.digest == InkRow.digest)
        .join(SheetRow, SheetRow.id == InkDrawingRow.sheet_id)
        .join(
            SignatureRow,
            (SignatureRow.sheet_id == InkDrawingRow.sheet_id) & (SignatureRow.slot == InkDrawingRow.slot),
        )
        .where(SheetRow.ceremony_id == ceremony_id)
    ).all()
    order = list(InkKind)
    found = sorted(rows, key=lambda row: (row.seq, order.index(InkKind(row.kind))))
    return tuple(
        StoredInk(row.digest, row.sheet_id, row.slot, InkKind(row.kind), row.certificate, row.content) for row in found
    )


def opened(content: bytes, key: InkKey | None = None) -> Ink:
    """The ink in stored bytes; with ``key`` out of its envelope.

    Raises:
        EscrowError: ESCROW_WRONG_KEY, ESCROW_DAMAGED; InkFileError: INK_DAMAGED.
    """
    if key is not None:
        content = open_envelope(content, key)
    if content.startswith(_PACKED):
        return unpack(content)
    try:
        return parse_ink(zlib.decompress(content))
    except zlib.error as error:
        raise InkFileError("INK_DAMAGED") from error
