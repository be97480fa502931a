"""What frozen sheets were composed of, in the cupboard: form texts and logos once each, by their digest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.composition import Composition, FormText, content_of, content_text
from kpu_desk.domain.documents import Mark
from kpu_desk.storage.form_rows import CompositionRow, FormTextRow, LogoRow


def add_all(session: Session, ceremony_id: str, made: Iterable[tuple[str, Composition]]) -> None:
    """Keeps what sheets of a ceremony were made of, by the digest of their frozen bytes; nothing is kept twice."""
    for sha256, composition in made:
        if session.get(CompositionRow, sha256) is not None:
            continue
        form, logo = composition.form, composition.content.letterhead.logo
        if session.get(FormTextRow, form.sha256) is None:
            session.add(
                FormTextRow(
                    sha256=form.sha256,
                    form_id=form.form_id,
                    version=form.version,
                    source=form.source,
                    text=form.text,
                )
            )
        logo_sha256 = None if logo is None else digest_of(logo)
        if logo is not None and session.get(LogoRow, logo_sha256) is None:
            session.add(LogoRow(sha256=logo_sha256, data=logo))
        session.flush()
        session.execute(
            insert(CompositionRow),
            {
                "frozen_sha256": sha256,
                "ceremony_id": ceremony_id,
                "form_sha256": form.sha256,
                "logo_sha256": logo_sha256,
                "content": content_text(composition.content),
                "name": composition.name,
                "composed_at": composition.composed_at,
                "program": composition.program,
            },
        )


def load(session: Session, sha256: str) -> Composition | None:
    """What the frozen sheet with this digest was made of; None for sheets that are older than such notes."""
    row = session.get(CompositionRow, sha256)
    form = None if row is None else session.get(FormTextRow, row.form_sha256)
    if row is None or form is None:
        return None
    logo = None if row.logo_sha256 is None else session.get_one(LogoRow, row.logo_sha256).data
    return Composition(
        content=content_of(json.loads(row.content), logo),
        form=FormText(form.form_id, form.version, form.source, form.text),
        name=row.name,
        composed_at=row.composed_at,
        program=row.program,
    )


def marks(session: Session, digests: Iterable[str]) -> Mapping[str, Mark]:
    """The marks that the frozen sheets with these digests bear on their pages; of those that :func:`load` does not
    know, nothing."""
    rows = session.execute(
        select(CompositionRow.frozen_sha256, CompositionRow.content).where(
            CompositionRow.frozen_sha256.in_(tuple(digests))
        )
    )
    return {sha256: Mark(json.loads(content)["mark"]) for sha256, content in rows}


def names(session: Session, ceremony_id: str) -> Mapping[str, str]:
    """What their forms call the frozen sheets of a ceremony, by digest."""
    rows = session.execute(
        select(CompositionRow.frozen_sha256, CompositionRow.name).where(CompositionRow.ceremony_id == ceremony_id)
    )
    return {row.frozen_sha256: row.name for row in rows}


def forms_used(session: Session, ceremony_id: str) -> tuple[FormText, ...]:
    """The form texts of a ceremony, each once, by id and version."""
    used = select(CompositionRow.form_sha256).where(CompositionRow.ceremony_id == ceremony_id)
    rows = session.scalars(
        select(FormTextRow)
        .where(FormTextRow.sha256.in_(used))
        .order_by(FormTextRow.form_id, FormTextRow.version, FormTextRow.sha256)
    )
    return tuple(FormText(row.form_id, row.version, row.source, row.text) for row in rows)
