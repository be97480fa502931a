"""Who is not here and why, who goes in the middle and comes back (domain.md 4.4, 6.3); kept, the last note holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Attendance, Away, Whereabouts
from kpu_desk.domain.documents import Role, Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.journal import Event

ABSENCES = (Away.PERMIT, Away.ILL, Away.LEAVE, Away.DUTY, Away.LATE, Away.UNSAID, Away.UNKNOWN)
"""What can be noted of somebody who did not come, the commonest first."""

_PARTIES = (Role.PIHAK_PERTAMA, Role.PIHAK_KEDUA)

AWAY_WORDS = {
    Away.UNKNOWN: "",
    Away.UNSAID: "tanpa keterangan",
    Away.PERMIT: "izin",
    Away.ILL: "sakit",
    Away.LEAVE: "cuti",
    Away.DUTY: "dinas luar",
    Away.LATE: "terlambat",
    Away.LEFT: "meninggalkan acara",
}
"""As they stand on paper; nothing is said of whom nobody noted anything, least of all "tanpa keterangan"."""


def noted(ceremony: Ceremony, note: Whereabouts) -> Ceremony:
    """Notes why somebody is not here, that somebody went, or came back.

    Raises:
        RuleError: KPU-STATE, UNKNOWN_OFFICIAL; KPU-ABSENT-NOT-HERE when a reason is noted for who came; of going,
            KPU-SIGNER-PRESENT when the person is not here and KPU-LEFT-REASON without a reason; of coming back,
            KPU-CHECKED-IN-ONCE when the person did not go.
    """
    absence = note.what in ABSENCES
    here = note.official_id in ceremony.present
    require(ceremony.state, CeremonyAct.NOTE_ABSENCE if absence else CeremonyAct.CHECK_IN)
    name = ceremony.official(note.official_id).name
    if absence and note.official_id in ceremony.attended:
        raise RuleError("KPU-ABSENT-NOT-HERE", name=name)
    if note.what is Away.LEFT and not here:
        raise RuleError("KPU-SIGNER-PRESENT", name=name)
    if note.what is Away.LEFT and not note.note.strip():
        raise RuleError("KPU-LEFT-REASON")
    if note.what is Away.BACK and (here or note.official_id not in ceremony.attended):
        raise RuleError("KPU-CHECKED-IN-ONCE", name=name)
    return replace(ceremony, whereabouts=(*ceremony.whereabouts, note))


def away(ceremony: Ceremony, official_id: str) -> Whereabouts | None:
    """What is known of somebody who is not here; None of whom is here or of whom nothing was noted."""
    if official_id in ceremony.present:
        return None
    last = ceremony.last_noted.get(official_id)
    return None if last is None or last.what in (Away.UNKNOWN, Away.BACK) else last


def arrival(ceremony: Ceremony, official_id: str) -> Attendance | None:
    """When somebody last came, how he was identified then and by whom; None for who never came."""
    for one in reversed(ceremony.whereabouts):
        if (one.official_id, one.what) == (official_id, Away.BACK):
            return Attendance(official_id, one.at, one.note, one.by)
    return next((one for one in ceremony.attendance if one.official_id == official_id), None)


@dataclass(frozen=True, slots=True)
class Interruption:
    """A party went between the signatures of one sheet: ``slot`` waited from ``left_at`` to ``back_at`` (UTC)."""

    slot: str
    left_at: str
    back_at: str | None


def interruptions(ceremony: Ceremony, sheet: Sheet) -> tuple[Interruption, ...]:
    """Where a sheet of two parties waited for one of them who went while the other had signed or did (domain.md 6.3).

    Counted, not timed: he went before he signed, and the other's signature stood there before he was back.
    """
    places = {one.slot: place for place, one in enumerate(ceremony.signatures) if one.sheet_id == sheet.id}
    found = []
    for slot in sheet.slots if all(slot.role in _PARTIES for slot in sheet.slots) else ():
        own = places.get(slot.key, len(ceremony.signatures))
        others = [place for key, place in places.items() if key != slot.key]
        moves = [one for one in ceremony.whereabouts if one.official_id == slot.official_id]
        for n, went in enumerate(moves):
            back = next((one for one in moves[n + 1 :] if one.what is Away.BACK), None)
            until = len(ceremony.signatures) if back is None else back.signatures
            if went.what is Away.LEFT and went.signatures <= own and any(place < until for place in others):
                found.append(Interruption(slot.key, went.at, None if back is None else back.at))
    return tuple(found)


def held_by(ceremony: Ceremony, official_id: str) -> tuple[Sheet, ...]:
    """Sheets that another party signed already and that wait for this person alone."""
    return tuple(
        sheet
        for sheet in ceremony.sheets
        if all(slot.role in _PARTIES for slot in sheet.slots) and ceremony.signed_slots(sheet.id)
        if [s.official_id for s in sheet.slots if s.key not in ceremony.signed_slots(sheet.id)] == [official_id]
    )


def told(ceremony_id: str, note: Whereabouts) -> tuple[Event, dict[str, object]]:
    """A note's entry in the journal; of a reason only the digest: it is nobody's business (domain.md 7.4)."""
    facts: dict[str, object] = {"ceremony": ceremony_id, "official": note.official_id}
    if note.what is Away.BACK:
        return Event.CAME_BACK, {**facts, "identified": note.note}
    digest = sha256(note.note.encode("utf-8")).hexdigest() if note.note else ""
    if note.what is Away.LEFT:
        return Event.LEFT, {**facts, "note": digest}
    return Event.ABSENCE_NOTED, {**facts, "what": note.what.value, "note": digest}
