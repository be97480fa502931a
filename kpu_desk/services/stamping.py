"""Between numbering and sealing: the office's own stamps, kept and put beside signatures by the secretary's act."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain import checks
from kpu_desk.domain.allowed import CeremonyAct, is_allowed
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import ComposedSheet, DocumentKind, Sheet, places_of
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.ink_drawing import PlacedInk
from kpu_desk.domain.journal import Event
from kpu_desk.domain.showing import PageSource
from kpu_desk.domain.stamping import Slot, may_bear_stamp
from kpu_desk.domain.stamps import OfficeStamp, StampAct, StampKind, kind_for
from kpu_desk.services.desk import Act, Desk
from kpu_desk.services.record_contents import placed_stamps
from kpu_desk.storage import inks, records
from kpu_desk.storage import stamps as store

if TYPE_CHECKING:
    from kpu_desk.pdf.stamp_image import StampSource
    from kpu_desk.storage.base import Session


@dataclass(frozen=True, slots=True)
class StampLine:
    """A signature beside which a stamp may stand, on a sheet that is closed.

    Attributes:
        name: who signed or is to sign there.
        stamped: when a stamp was put there (UTC), or None.
        hindrance: code of the rule that keeps a stamp away now, or empty; about stamped ones, why theirs stays.
    """

    sheet_id: str
    slot: str
    serial: str
    document: DocumentKind
    name: str
    kind: StampKind
    stamped: str | None
    hindrance: str

    @property
    def place(self) -> Slot:
        """Sheet and slot."""
        return self.sheet_id, self.slot


def read_stamp(path: Path) -> StampSource:
    """Reads the picture of a stamp, PNG or JPEG, and crops it to the stamp.

    Raises:
        KnownError: PICTURE_EMPTY, PICTURE_KIND, PICTURE_BROKEN, PICTURE_TOO_LARGE, STAMP_EMPTY,
            STAMP_NO_GROUND.
        StorageError: FILE_MISSING, NO_RIGHTS or FILE_FAILED.
    """
    from kpu_desk.pdf.pictures import read_picture_file
    from kpu_desk.pdf.stamp_image import stamp_source

    return stamp_source(read_picture_file(path))


def cut_out(source: StampSource, *, threshold: int, violet: bool, diameter_um: int) -> bytes:
    """The stamp on transparent ground at its true size; see ``pdf.stamp_image.cut_out``.

    Raises:
        KnownError: STAMP_EMPTY, STAMP_NO_GROUND, STAMP_TOO_SMALL; RuleError: KPU-STAMP-SIZE.
    """
    from kpu_desk.pdf import stamp_image

    checks.check_stamp_size(diameter_um)
    return stamp_image.cut_out(source, threshold=threshold, violet=violet, diameter_um=diameter_um)


def office_stamps(desk: Desk) -> Mapping[StampKind, OfficeStamp]:
    """The stamps that the office keeps, those turned off too; empty at first."""
    with desk.database.reading() as session:
        return store.stamps(session)


def set_stamp(desk: Desk, kind: StampKind, png: bytes, *, diameter_um: int, active: bool) -> None:
    """Takes a stamp for all that is stamped from now on, in place of an earlier one; it lies in the database only.

    Args:
        png: as :func:`cut_out` gives it.
        active: whether it may be put on sheets.

    Raises:
        RuleError: KPU-STAMP-SIZE, KPU-STAMP-APART. Nothing has changed then.
    """
    checks.check_stamp_size(diameter_um)
    sha256 = hashlib.sha256(png).hexdigest()
    stamp = OfficeStamp(kind, png, sha256, diameter_um, active, desk.now_text(), desk.actor.name)
    with desk.changing() as session:
        checks.check_stamps_apart(sha256, kind, store.all_images(session))
        _set(desk, session, stamp)


def turn_stamp(desk: Desk, kind: StampKind, *, active: bool) -> None:
    """Turns a stamp on or off; what was put with it stays.

    Raises:
        RuleError: KPU-STAMP-ACTIVE when the office keeps no such stamp.
    """
    with desk.changing() as session:
        stamp = store.stamps(session).get(kind)
        if stamp is None:
            raise RuleError("KPU-STAMP-ACTIVE")
        if stamp.active is not active:
            _set(desk, session, replace(stamp, active=active, at=desk.now_text(), by=desk.actor.name))


def stamp_lines(desk: Desk, ceremony_id: str) -> tuple[StampLine, ...]:
    """The signatures of a ceremony beside which stamps may stand, in the order of its sheets; none before its end."""
    ceremony = desk.ceremony(ceremony_id)
    if not is_allowed(ceremony.state, CeremonyAct.STAMP):
        return ()
    lines = []
    with desk.database.reading() as session:
        kept, stamping = store.stamps(session), store.stamping(session, ceremony_id)
        standing = {(act.sheet_id, act.slot): act for act in stamping.acts}
        for sheet in ceremony.sheets:
            slots = [slot for slot in sheet.slots if may_bear_stamp(ceremony, sheet, slot)]
            composed = _composed(session, sheet) if slots else None
            for slot in slots:
                official = ceremony.official(slot.official_id)
                act = standing.get((sheet.id, slot.key))
                try:
                    if act is not None:
                        stamping.taken_back(ceremony, (sheet.id, slot.key))
                    else:
                        places = composed.places if composed is not None else ()
                        stamping.put(ceremony, (sheet.id, slot.key), kept, places, at="", by="")
                    hindrance = ""
                except RuleError as error:
                    hindrance = error.code
                lines.append(
                    StampLine(
                        sheet.id,
                        slot.key,
                        sheet.serial,
                        sheet.kind,
                        ceremony.named(official.id),
                        kind_for(official) if act is None else act.kind,
                        None if act is None else act.at,
                        hindrance,
                    )
                )
    return tuple(lines)


def put_stamps(desk: Desk, ceremony_id: str, slots: Iterable[Slot]) -> int:
    """Puts the stamp that belongs there beside each of these signatures, all or none, and journals it.

    Returns:
        How many were put.

    Raises:
        RuleError: as :meth:`~kpu_desk.domain.stamping.Stamping.put`. Nothing has changed then.
    """
    ceremony = desk.ceremony(ceremony_id)
    at = desk.now_text()
    with desk.changing() as session:
        kept, before = store.stamps(session), store.stamping(session, ceremony_id)
        after = before
        for slot in slots:
            composed = _composed(session, ceremony.sheet(slot[0]))
            after = after.put(ceremony, slot, kept, composed.places, at=at, by=desk.actor.name)
        fresh = after.acts[len(before.acts) :]
        _keep(desk, session, ceremony, fresh, put=True)
        return len(fresh)


def take_back_stamps(desk: Desk, ceremony_id: str, slots: Iterable[Slot]) -> int:
    """Takes stamps back from sheets that are not sealed yet, all or none, and journals it.

    Returns:
        How many were taken back.

    Raises:
        RuleError: KPU-STATE, UNKNOWN_SHEET, KPU-STAMP-THERE, KPU-STAMP-UNSEALED. Nothing has changed then.
    """
    ceremony = desk.ceremony(ceremony_id)
    at = desk.now_text()
    with desk.changing() as session:
        before = store.stamping(session, ceremony_id)
        after = before
        for slot in slots:
            after = after.taken_back(ceremony, slot)
        gone = tuple(replace(act, at=at, by=desk.actor.name) for act in before.acts if act not in after.acts)
        _keep(desk, session, ceremony, gone, put=False)
        return len(gone)


def stamped_pages(desk: Desk, ceremony_id: str, sheet_id: str, with_slots: Iterable[str]) -> PageSource:
    """The sheet with its signatures, its stamps, and the stamps that these slots would get; to be looked at first.

    Slots that cannot be stamped now are passed over.

    Raises:
        RuleError: UNKNOWN_SHEET, KPU-SHEET-FROZEN.
    """
    from kpu_desk.pdf.record_overlay import signed_sheet
    from kpu_desk.pdf.render import PageRenderer

    ceremony = desk.ceremony(ceremony_id)
    sheet = ceremony.sheet(sheet_id)
    with desk.database.reading() as session:
        composed = _composed(session, sheet)
        kept, stamping = store.stamps(session), store.stamping(session, ceremony_id)
        for slot in with_slots:
            try:
                stamping = stamping.put(ceremony, (sheet_id, slot), kept, composed.places, at="", by="")
            except KnownError:
                continue
        placed = placed_stamps(session, stamping.of_sheet(sheet_id), composed)
        signatures = inks.signed_inks(session, sheet_id)
    signed = [
        PlacedInk(kind, ink, places_of(composed.places, slot, kind))
        for slot, (written, _evidence) in signatures.items()
        for kind, ink in written.items()
    ]
    return PageRenderer(signed_sheet(composed.pdf, composed.pages, signed, placed))


def _set(desk: Desk, session: Session, stamp: OfficeStamp) -> None:
    store.add_setting(session, stamp)
    facts = {
        "kind": stamp.kind.value,
        "image": stamp.sha256,
        "diameter_um": stamp.diameter_um,
        "active": int(stamp.active),
    }
    desk.write(session, Act(Event.STAMP_SET, facts))


def _keep(desk: Desk, session: Session, ceremony: Ceremony, acts: tuple[StampAct, ...], *, put: bool) -> None:
    if not acts:
        return
    store.add_acts(session, ceremony.id, acts, put=put)
    facts = {
        "ceremony": ceremony.id,
        "sheets": [ceremony.sheet(act.sheet_id).serial for act in acts],
        "slots": [act.slot for act in acts],
        "kinds": [act.kind.value for act in acts],
        "images": [act.image_sha256 for act in acts],
        "at": acts[0].at,
    }
    desk.write(session, Act(Event.STAMPS_PUT if put else Event.STAMPS_TAKEN_BACK, facts))


def _composed(session: Session, sheet: Sheet) -> ComposedSheet:
    composed = records.frozen(session, sheet.frozen_sha256 or "")
    if composed is None:
        raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
    return composed
