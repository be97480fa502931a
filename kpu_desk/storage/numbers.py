"""The office's numbers in the cupboard: one present number for each sheet, none twice in a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.numbering import GivenNumber, Numbers
from kpu_desk.storage.tables import NumberRow, RecordRow, SheetRow


def load(session: Session) -> Numbers:
    """All numbers of the office, those on sealed records too."""
    given = session.execute(
        select(NumberRow.sheet_id, SheetRow.serial, NumberRow.year, NumberRow.text)
        .join(SheetRow, SheetRow.id == NumberRow.sheet_id)
        .order_by(NumberRow.year, NumberRow.same)
    )
    spent = session.execute(
        select(RecordRow.sheet_id, SheetRow.serial, RecordRow.number_year, RecordRow.number)
        .join(SheetRow, SheetRow.id == RecordRow.sheet_id)
        .where(RecordRow.number.is_not(None))
        .order_by(RecordRow.made)
    )
    return Numbers(
        given=tuple(GivenNumber(*row) for row in given),
        spent=tuple(
            GivenNumber(sheet_id, serial, year, text)
            for sheet_id, serial, year, text in spent
            if year is not None and text is not None
        ),
    )


def save(
    session: Session, ceremony_id: str, numbers: Numbers, sheet_ids: Iterable[str], *, reason: str, at: str
) -> None:
    """Stores the present numbers of these sheets; a sheet without one loses the one it had."""
    touched = frozenset(sheet_ids)
    session.execute(delete(NumberRow).where(NumberRow.sheet_id.in_(touched)))
    rows = [
        {
            "sheet_id": number.sheet_id,
            "ceremony_id": ceremony_id,
            "year": number.year,
            "text": number.text,
            "same": number.key[1],
            "reason": reason,
            "at": at,
        }
        for number in numbers.given
        if number.sheet_id in touched
    ]
    if rows:
        session.execute(insert(NumberRow), rows)


def of_ceremony(session: Session, ceremony_id: str) -> Mapping[str, tuple[GivenNumber, str]]:
    """The present numbers of a ceremony's sheets with the reason given for each, by sheet id."""
    rows = session.execute(
        select(NumberRow.sheet_id, SheetRow.serial, NumberRow.year, NumberRow.text, NumberRow.reason)
        .join(SheetRow, SheetRow.id == NumberRow.sheet_id)
        .where(NumberRow.ceremony_id == ceremony_id)
    )
    return {row.sheet_id: (GivenNumber(row.sheet_id, row.serial, row.year, row.text), row.reason) for row in rows}
