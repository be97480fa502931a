"""The office's own PDFs in the cupboard, clean, by digest; and patterns of places, the newest of each name."""

from __future__ import annotations

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.own_pdf import OwnPdf, facts_text, own_pdf_of
from kpu_desk.storage.own_pdf_rows import OwnPdfRow, PlacePatternRow


def add(session: Session, own: OwnPdf, name: str, *, at: str, by: str) -> str:
    """Keeps a clean file and gives its digest; bytes that are there already are the same bytes."""
    sha256 = digest_of(own.pdf)
    if session.get(OwnPdfRow, sha256) is None:
        session.execute(
            insert(OwnPdfRow),
            {
                "sha256": sha256,
                "original_sha256": own.original_sha256,
                "name": name,
                "facts": facts_text(own),
                "pdf": own.pdf,
                "at": at,
                "by": by,
            },
        )
    return sha256


def load(session: Session, sha256: str) -> OwnPdf | None:
    """The file with this digest and what is known of it, or None."""
    row = session.get(OwnPdfRow, sha256)
    return None if row is None else own_pdf_of(row.facts, row.pdf)


def save_pattern(session: Session, name: str, words: str, *, at: str, by: str) -> None:
    """Keeps a pattern; an earlier one of the same name stays, but is not the newest any more."""
    session.execute(insert(PlacePatternRow), {"name": name, "words": words, "at": at, "by": by})


def patterns(session: Session) -> tuple[tuple[str, str], ...]:
    """Name and text of the newest pattern of each name, by name."""
    newest = select(func.max(PlacePatternRow.seq)).group_by(PlacePatternRow.name)
    rows = session.scalars(
        select(PlacePatternRow).where(PlacePatternRow.seq.in_(newest)).order_by(PlacePatternRow.name)
    )
    return tuple((row.name, row.words) for row in rows)
