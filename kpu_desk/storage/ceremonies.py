"""Ceremonies in the cupboard: values in, values out, one function for each change of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Decline, Signature
from kpu_desk.domain.documents import Attachment
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.officials import Official
from kpu_desk.domain.own_documents import document_data
from kpu_desk.domain.rundown import step_data
from kpu_desk.storage import reading
from kpu_desk.storage.form_rows import DeclarationRow
from kpu_desk.storage.tables import (
    AttendanceRow,
    CeremonyRow,
    DeclineRow,
    OfficialRow,
    SheetRow,
    SignatureRow,
    SlotRow,
    WitnessRow,
)
from kpu_desk.storage.witness_rows import add_beside


def ceremony_ids(session: Session) -> tuple[str, ...]:
    """Ids of all ceremonies, the newest first."""
    return reading.ceremony_ids(_rows_of(session))


def workspace_mark(session: Session) -> str:
    """The mark that the workspace was set up with."""
    return reading.workspace_mark(_rows_of(session))


def load(session: Session, ceremony_id: str) -> Ceremony | None:
    """The whole ceremony, or None."""
    return reading.load(_rows_of(session), ceremony_id)


def add(session: Session, ceremony: Ceremony) -> None:
    """Stores a new ceremony with its roster; it has no sheets yet."""
    made = (session.scalar(select(func.max(CeremonyRow.made))) or 0) + 1
    session.execute(insert(CeremonyRow), {"id": ceremony.id, "made": made, **_columns(ceremony)})
    save_roster(session, ceremony)


def save_head(session: Session, ceremony: Ceremony) -> None:
    """Stores what belongs to the ceremony itself: title, day, state, attachment, times."""
    session.execute(update(CeremonyRow).where(CeremonyRow.id == ceremony.id).values(**_columns(ceremony)))


def save_roster(session: Session, ceremony: Ceremony) -> None:
    """Stores the ceremony itself, roster and witness choices.

    Persons who are no longer in the roster go with all that was theirs.
    """
    save_head(session, ceremony)
    kept = {official.id for official in ceremony.officials}
    known = set(session.scalars(select(OfficialRow.id).where(OfficialRow.ceremony_id == ceremony.id)))
    session.execute(delete(WitnessRow).where(WitnessRow.ceremony_id == ceremony.id))
    gone = known - kept
    if gone:
        save_sheets(session, ceremony)
        session.execute(delete(AttendanceRow).where(AttendanceRow.official_id.in_(gone)))
        session.execute(delete(DeclineRow).where(DeclineRow.official_id.in_(gone)))
        session.execute(delete(DeclarationRow).where(DeclarationRow.official_id.in_(gone)))
        session.execute(delete(OfficialRow).where(OfficialRow.id.in_(gone)))
    # Two people may swap numbers in one correction; the old ones must not stand in the way of the new.
    session.execute(update(OfficialRow).where(OfficialRow.ceremony_id == ceremony.id).values(nip=None))
    for position, official in enumerate(ceremony.officials):
        values = _official_columns(official, position)
        if official.id in known:
            session.execute(update(OfficialRow).where(OfficialRow.id == official.id).values(**values))
        else:
            session.execute(insert(OfficialRow), {"id": official.id, "ceremony_id": ceremony.id, **values})
    for official_id, witness_id in ceremony.witnesses:
        session.execute(
            insert(WitnessRow),
            {"ceremony_id": ceremony.id, "official_id": official_id, "witness_id": witness_id},
        )


def save_sheets(session: Session, ceremony: Ceremony) -> None:
    """Stores all sheets and slots; a signed slot and a void sheet are never touched."""
    kept = {sheet.id for sheet in ceremony.sheets} | {void.sheet.id for void in ceremony.voids}
    known = set(session.scalars(select(SheetRow.id).where(SheetRow.ceremony_id == ceremony.id)))
    signed = set(session.scalars(select(SignatureRow.sheet_id).where(SignatureRow.ceremony_id == ceremony.id)))
    for sheet_id in known - kept:
        session.execute(delete(SheetRow).where(SheetRow.id == sheet_id))
    for position, sheet in enumerate(ceremony.sheets):
        values = {
            "position": position,
            "kind": sheet.kind.value,
            "serial": sheet.serial,
            "subject_id": sheet.subject_id,
            "version": sheet.version,
            "frozen_sha256": sheet.frozen_sha256,
            "form_id": sheet.form_id,
        }
        if sheet.id in known:
            session.execute(update(SheetRow).where(SheetRow.id == sheet.id).values(**values))
        else:
            session.execute(insert(SheetRow), {"id": sheet.id, "ceremony_id": ceremony.id, **values})
        if sheet.id not in signed:
            session.execute(delete(SlotRow).where(SlotRow.sheet_id == sheet.id))
            session.execute(
                insert(SlotRow),
                [
                    {
                        "sheet_id": sheet.id,
                        "key": slot.key,
                        "position": n,
                        "role": slot.role.value,
                        "official_id": slot.official_id,
                        "further": _json([kind.value for kind in slot.further]),
                        "witness_id": slot.witness_id,
                    }
                    for n, slot in enumerate(sheet.slots)
                ],
            )


def save_attendance(session: Session, ceremony: Ceremony) -> None:
    """Stores the check-ins."""
    session.execute(delete(AttendanceRow).where(AttendanceRow.ceremony_id == ceremony.id))
    rows = [
        {
            "ceremony_id": ceremony.id,
            "official_id": a.official_id,
            "position": n,
            "at": a.at,
            "identified": a.identified,
            "by": a.by,
        }
        for n, a in enumerate(ceremony.attendance)
    ]
    if rows:
        session.execute(insert(AttendanceRow), rows)


def save_declarations(session: Session, ceremony: Ceremony) -> None:
    """Stores who declares a conflict, and what."""
    session.execute(delete(DeclarationRow).where(DeclarationRow.ceremony_id == ceremony.id))
    for position, one in enumerate(ceremony.declarations):
        session.execute(
            insert(DeclarationRow),
            {
                "official_id": one.official_id,
                "ceremony_id": ceremony.id,
                "answers": _json(list(one.answers)),
                "at": one.at,
                "position": position,
            },
        )


def add_signature(session: Session, ceremony_id: str, signature: Signature, evidence: Evidence) -> None:
    """Stores one signature with its evidence; its inks are apart (``inks.add``).

    Lifts the person's refusal of that sheet, if there was one."""
    add_beside(session, ceremony_id, signature, evidence)
    session.execute(
        insert(SignatureRow),
        {
            "ceremony_id": ceremony_id,
            "sheet_id": signature.sheet_id,
            "slot": signature.slot,
            "official_id": signature.official_id,
            "ink_digest": signature.ink_digest,
            "evidence_digest": signature.evidence_digest,
            "at": signature.at,
            "evidence": canonical_json(evidence.as_dict()).decode("utf-8"),
        },
    )
    session.execute(
        delete(DeclineRow).where(
            DeclineRow.sheet_id == signature.sheet_id, DeclineRow.official_id == signature.official_id
        )
    )


def add_decline(session: Session, ceremony_id: str, decline: Decline) -> None:
    """Stores a refusal, in place of an earlier one of the same person and sheet."""
    session.execute(
        delete(DeclineRow).where(DeclineRow.sheet_id == decline.sheet_id, DeclineRow.official_id == decline.official_id)
    )
    last = session.scalar(select(func.max(DeclineRow.position)).where(DeclineRow.ceremony_id == ceremony_id))
    place = {"ceremony_id": ceremony_id, "position": 0 if last is None else last + 1}
    session.execute(insert(DeclineRow), {**place, **asdict(decline)})


def _rows_of(session: Session) -> reading.Rows:
    def rows(sql: str, parameters: Mapping[str, str]) -> Iterable[Any]:
        return session.execute(text(sql), dict(parameters))

    return rows


def _columns(ceremony: Ceremony) -> dict[str, object]:
    attachment, commission = ceremony.attachment, ceremony.commission_attachment
    return {
        "title": ceremony.title,
        "occasion": ceremony.occasion,
        "year": ceremony.year,
        "date": ceremony.date.isoformat(),
        "start": ceremony.start,
        "place": ceremony.place,
        "venue": ceremony.venue,
        "kinds": _json([kind.value for kind in ceremony.kinds]),
        "basis": _json(list(ceremony.basis)),
        "state": ceremony.state.value,
        "sample": int(ceremony.sample),
        "attachment": None if attachment is None else _json(attachment_data(attachment)),
        "opened_at": ceremony.opened_at,
        "closed_at": ceremony.closed_at,
        "agreements": _json([which.value for which in ceremony.agreements]),
        "commission_attachment": None if commission is None else _json(attachment_data(commission)),
        "closes_list": int(ceremony.closes_list),
        "forms": _json([list(pair) for pair in ceremony.forms]),
        "signers": _json([[kind.value, list(groups)] for kind, groups in ceremony.signers]),
        "documents": _json([document_data(document) for document in ceremony.documents]),
        "rundown": _json([step_data(step) for step in ceremony.rundown]),
    }


def _official_columns(official: Official, position: int) -> dict[str, object]:
    return {
        "position": position,
        "name": official.name,
        "nip": official.nip,
        "rank": official.rank,
        "office": official.office,
        "unit": official.unit,
        "capacity": official.capacity.value,
        "decree": official.decree,
        "added": int(official.added),
    }


def attachment_data(attachment: Attachment) -> dict[str, object]:
    """The lampiran as plain values."""
    return {
        "institution": attachment.institution,
        "targets": [asdict(target) for target in attachment.targets],
        "budget": [asdict(line) for line in attachment.budget],
        "sample": attachment.sample,
    }


def _json(value: object) -> str:
    return canonical_json(value).decode("utf-8")
