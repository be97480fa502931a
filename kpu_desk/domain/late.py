"""What is to follow after the closing: who still signs, and the short sittings in which they do (domain.md 6.3)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony, signing_act
from kpu_desk.domain.ceremony_parts import CeremonyState, LateSitting, Signature
from kpu_desk.domain.content import missing_words
from kpu_desk.domain.dates import long_date
from kpu_desk.domain.documents import DocumentKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.local_time import clock_and_day, day_of
from kpu_desk.domain.minutes import KindCount, Minutes
from kpu_desk.domain.officials import in_protocol_order
from kpu_desk.domain.profile import Zone


@dataclass(frozen=True, slots=True)
class Awaited:
    """Somebody whose signatures are to follow: on which sheets, in which places."""

    official_id: str
    slots: tuple[tuple[Sheet, SignatureSlot], ...]


@dataclass(frozen=True, slots=True)
class SignedLate:
    """A signature of a record that followed: in which late sitting, and when (UTC, ISO 8601)."""

    slot: str
    sitting: int
    at: str


def awaited(ceremony: Ceremony) -> tuple[Awaited, ...]:
    """Everybody who still signs a sheet after the closing, in protocol order; nothing that only the day could bring.

    The minutes and the end of the Daftar Hadir are signed without a late sitting, a place on that list by nobody any
    more.
    """
    missing: dict[str, list[tuple[Sheet, SignatureSlot]]] = {}
    for sheet in ceremony.sheets:
        if sheet.id in ceremony.sealed or ceremony.is_waived(sheet):
            continue
        for slot in sheet.slots:
            if slot.key not in ceremony.signed_slots(sheet.id) and signing_act(sheet, slot) is CeremonyAct.SIGN:
                missing.setdefault(slot.official_id, []).append((sheet, slot))
    people = in_protocol_order(ceremony.officials)
    return tuple(Awaited(o.id, tuple(missing[o.id])) for o in people if o.id in missing)


def asks_for_sitting(ceremony: Ceremony, official_id: str = "") -> bool:
    """Whether somebody, or this person, is to follow and no late sitting is open in which that could be."""
    if ceremony.state is not CeremonyState.CLOSED or ceremony.late is not None:
        return False
    return any(official_id in ("", one.official_id) for one in awaited(ceremony))


def opened(ceremony: Ceremony, *, at: str, by: str) -> Ceremony:
    """Opens the next late sitting; nobody is here until he is checked in to it.

    Raises:
        RuleError: KPU-STATE; KPU-LATE-ONE while one is open, KPU-LATE-NOBODY where nothing is to follow.
    """
    require(ceremony.state, CeremonyAct.OPEN_LATE)
    if ceremony.late is not None:
        raise RuleError("KPU-LATE-ONE", number=ceremony.late.number)
    if not awaited(ceremony):
        raise RuleError("KPU-LATE-NOBODY")
    sitting = LateSitting(len(ceremony.sittings) + 1, at, by, len(ceremony.signatures))
    return replace(ceremony, sittings=(*ceremony.sittings, sitting))


def closed(ceremony: Ceremony, minutes: Sheet | None, *, at: str, by: str) -> Ceremony:
    """Ends the late sitting; the frozen ``minutes`` of what was signed in it, if anything was, wait for signatures.

    Raises:
        RuleError: KPU-STATE, also while it is paused; KPU-LATE-OPEN where none is open, KPU-SHEET-FROZEN.
    """
    require(ceremony.state, CeremonyAct.OPEN_LATE)
    if ceremony.late is None:
        raise RuleError("KPU-LATE-OPEN")
    require(ceremony.session_state, CeremonyAct.CLOSE)
    if minutes is not None and minutes.frozen_sha256 is None:
        raise RuleError("KPU-SHEET-FROZEN", serial=minutes.serial)
    ended = replace(
        ceremony.late,
        closed_at=at,
        closed_by=by,
        last=len(ceremony.signatures),
        minutes_id=None if minutes is None else minutes.id,
    )
    sheets = ceremony.sheets if minutes is None else (*ceremony.sheets, minutes)
    return replace(ceremony, sittings=(*ceremony.sittings[:-1], ended), sheets=sheets)


def signed_in(ceremony: Ceremony, sitting: LateSitting) -> tuple[Signature, ...]:
    """What was signed in a late sitting, in order; not the minutes and the end of the list, which need none."""

    def followed(one: Signature) -> bool:
        sheet = ceremony.sheet_or_void(one.sheet_id)
        return signing_act(sheet, sheet.slot(one.slot)) is CeremonyAct.SIGN

    return tuple(filter(followed, ceremony.signatures[sitting.first : sitting.last]))


def signed_late(ceremony: Ceremony, sheet: Sheet) -> tuple[SignedLate, ...]:
    """The signatures of a sheet that followed after the closing, in order; a Berita Acara has none."""
    return tuple(
        SignedLate(one.slot, sitting.number, one.at)
        for sitting in ceremony.sittings
        for one in signed_in(ceremony, sitting)
        if one.sheet_id == sheet.id
    )


def late_minutes(ceremony: Ceremony, sitting: LateSitting, zone: Zone, *, now: datetime) -> Minutes:
    """What the Berita Acara of a late sitting tells: who signed what and when, and who is still to follow.

    Of private sheets nothing is told here either (domain.md 3.3); the counts at the closing stay as they were. A moment
    of another day than that of ``now`` says which.
    """
    day = day_of(now.isoformat(), zone)
    sheets = {sheet.id: sheet for sheet in ceremony.sheets if not sheet.private}
    signatures = [one for one in signed_in(ceremony, sitting) if one.sheet_id in sheets]
    counts = []
    for kind in (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DOK):
        mine = [one for one in signatures if sheets[one.sheet_id].kind is kind]
        touched = {one.sheet_id: sheets[one.sheet_id] for one in mine}
        if mine:
            complete = sum(map(ceremony.is_complete, touched.values()))
            counts.append(KindCount(kind, len(touched), complete, len(mine)))
    own: dict[str, list[str]] = {}
    witnesses: Counter[str] = Counter()
    for one in signatures:
        sheet = sheets[one.sheet_id]
        witness = sheet.slot(one.slot).role is Role.SAKSI
        witnesses.update((*one.witnesses, *((one.official_id,) if witness else ())))
        role = " sebagai saksi" if witness else ""
        own.setdefault(one.official_id, []).append(f"{sheet.serial}{role} pukul {clock_and_day(one.at, zone, day)}")
    still = (
        (one.official_id, [pair for pair in one.slots if pair[0].id in sheets]) for one in awaited(ceremony)
    )  # fmt: skip
    return Minutes(
        opened=clock_and_day(sitting.opened_at, zone, day),
        closed=clock_and_day(now.isoformat(), zone, day),
        present=len(ceremony.present),
        invited=len(ceremony.officials),
        counts=tuple(counts),
        witnesses=tuple(map(ceremony.named, witnesses)),
        absent=(),
        pending=tuple(
            f"{ceremony.named(one)} – {missing_words(ceremony, one, missing)}" for one, missing in still if missing
        ),
        sitting=sitting.number,
        ceremony_day=long_date(ceremony.date),
        late=tuple(f"{ceremony.named(official_id)} – {', '.join(lines)}" for official_id, lines in own.items()),
    )
