"""The ceremony as one value: states, attendance, sheets, signatures; every change gives a new value or raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kpu_desk.domain import checks, lookups
from kpu_desk.domain.allowed import CeremonyAct, is_allowed, require
from kpu_desk.domain.assisting import check_attended, check_inks_written
from kpu_desk.domain.ceremony_parts import (
    Attendance,
    Away,
    CeremonyState,
    Declaration,
    Decline,
    LateSitting,
    Revision,
    Signature,
    Turn,
    VoidSheet,
    Whereabouts,
)
from kpu_desk.domain.documents import Agreement, Attachment, DocumentKind, InkKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.groups import Signers, signs
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.officials import Group, Official
from kpu_desk.domain.own_documents import OwnDocument
from kpu_desk.domain.rundown import RundownNote, Step, StepAct
from kpu_desk.domain.rundown_usual import usual_rundown
from kpu_desk.domain.witnessing import witness_for

__all__ = ["Attendance", "Ceremony", "CeremonyState", "Decline", "Signature"]

_LIST_OPEN = frozenset({CeremonyState.OPEN, CeremonyState.PAUSED})
"""While people may still come and sign the Daftar Hadir."""


@dataclass(frozen=True)
class Ceremony:
    """One signing ceremony.

    Attributes:
        date: the day; ``start`` the local time ``HH.MM``; ``place`` the town, ``venue`` where people meet.
        kinds: which documents are signed.
        sample: holds names of real persons from a public source; can be looked at, never signed.
        agreements: which Perjanjian Kinerja, where ``kinds`` has one; ``attachment`` is the lampiran of the one with
            two parties, ``commission_attachment`` that of the commission's own.
        closes_list: whether the Sekretaris closes the Daftar Hadir with a signature (domain.md 4.5).
        forms: forms of the office chosen in place of the usual ones, as pairs of ids.
        documents: ready documents of the office that are signed too.
        signers: which groups sign a document of one person, where not everybody does.
        witnesses: exceptions from the hierarchy, as pairs of official and witness ids.
        declarations: who declares a conflict instead of signing the PBBK; nobody's business but the secretary's.
        sealed: ids of sheets whose record is sealed.
        turns: when it was declared ready, paused, resumed or annulled, by whom and why, in order.
        voids: sheets that are void, in the order in which they became so; ``sheets`` are those that stand.
        rundown: the planned steps; empty for the usual ones, which the opening then puts down. ``step_acts`` and
            ``notes`` say what really happened to them.
        whereabouts: who is not here and why, who went and came back, in order.
        revisions: which sealed Perjanjian Kinerja was superseded by which sheet, why and when, in order.
        sittings: those after the closing, for signatures that were to follow, in order.
    """

    id: str
    title: str
    occasion: str
    year: int
    date: date
    start: str
    place: str
    venue: str
    kinds: tuple[DocumentKind, ...]
    basis: tuple[str, ...] = ()
    state: CeremonyState = CeremonyState.DRAFT
    sample: bool = False
    attachment: Attachment | None = None
    officials: tuple[Official, ...] = ()
    witnesses: tuple[tuple[str, str], ...] = ()
    attendance: tuple[Attendance, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    signatures: tuple[Signature, ...] = ()
    declines: tuple[Decline, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    agreements: tuple[Agreement, ...] = (Agreement.SECRETARIAT,)
    commission_attachment: Attachment | None = None
    closes_list: bool = False
    forms: tuple[tuple[str, str], ...] = ()
    documents: tuple[OwnDocument, ...] = ()
    signers: Signers = ()
    sealed: frozenset[str] = frozenset()
    voids: tuple[VoidSheet, ...] = ()
    opened_at: str | None = None
    closed_at: str | None = None
    turns: tuple[Turn, ...] = ()
    rundown: tuple[Step, ...] = ()
    step_acts: tuple[StepAct, ...] = ()
    notes: tuple[RundownNote, ...] = ()
    whereabouts: tuple[Whereabouts, ...] = ()
    sittings: tuple[LateSitting, ...] = ()
    revisions: tuple[Revision, ...] = ()

    # What can be asked

    @cached_property
    def all_signed_slots(self) -> Mapping[str, frozenset[str]]:
        """Keys of the slots that are signed, by sheet."""
        keys: dict[str, set[str]] = {}
        for signature in self.signatures:
            keys.setdefault(signature.sheet_id, set()).add(signature.slot)
        return {sheet_id: frozenset(slots) for sheet_id, slots in keys.items()}

    @cached_property
    def _open_slots(self) -> dict[str, tuple[tuple[Sheet, SignatureSlot], ...]]:
        """What was found already: after each act the desk asks of everybody for the board, the queue and the hall."""
        return {}

    @cached_property
    def attended(self) -> frozenset[str]:
        """Ids of the officials who were checked in, also of who went since."""
        return frozenset(attendance.official_id for attendance in self.attendance)

    @cached_property
    def last_noted(self) -> Mapping[str, Whereabouts]:
        """What was noted last of each official of whom anything was: not here, gone, or back."""
        return {one.official_id: one for one in self.whereabouts}

    @cached_property
    def present(self) -> frozenset[str]:
        """Ids of the officials who were checked in and are still here; in a late sitting, those who came to it."""
        last, late = self.last_noted.items(), self.late
        if late is not None:
            return frozenset(who for who, one in last if one.what is Away.BACK and one.sitting == late.number)
        return self.attended - {who for who, one in last if one.what is Away.LEFT}

    def came_again(self, official_id: str) -> bool:
        """Whether somebody who is here went before, or came to a late sitting."""
        return official_id in self.present & self.last_noted.keys() and self.last_noted[official_id].what is Away.BACK

    @property
    def late(self) -> LateSitting | None:
        """The late sitting that is open."""
        last = self.sittings[-1] if self.sittings else None
        return last if last is not None and last.closed_at is None else None

    @property
    def session_state(self) -> CeremonyState:
        """How people find it: open or paused while a late sitting is, else its own state; annulled, it is void."""
        if self.late is None or self.state is not CeremonyState.CLOSED:
            return self.state
        paused = bool(self.turns) and self.turns[-1].state is CeremonyState.PAUSED
        return CeremonyState.PAUSED if paused else CeremonyState.OPEN

    @cached_property
    def _declared(self) -> frozenset[str]:
        return frozenset(declaration.official_id for declaration in self.declarations)

    @property
    def chair(self) -> Official | None:
        """The Ketua: the first of the roster whose office says so."""
        return next((o for o in self.officials if o.group is Group.KETUA), None)

    @property
    def secretary(self) -> Official | None:
        """The Sekretaris: the first of the roster whose office says so."""
        return next((o for o in self.officials if o.group is Group.SEKRETARIS), None)

    def official(self, official_id: str) -> Official:
        """The official with this id; RuleError UNKNOWN_OFFICIAL if there is none."""
        try:
            return lookups.officials_by_id(self.officials)[official_id]
        except KeyError:
            raise RuleError("UNKNOWN_OFFICIAL") from None

    @cached_property
    def apart(self) -> Mapping[str, str]:
        """What tells those apart who have the same name, by official; nobody else stands here."""
        return lookups.apart(self.officials)

    def named(self, official_id: str) -> str:
        """A person's name as it stands in a list of names, where another may have the same."""
        name, apart = self.official(official_id).name, self.apart.get(official_id)
        return name if apart is None else f"{name} ({apart})"

    def office_of(self, official_id: str) -> str:
        """A person's office as it stands under the name, with what else tells two of one name apart."""
        office, apart = self.official(official_id).printed_office, self.apart.get(official_id, "")
        return apart if apart.startswith(office) else " · ".join(part for part in (office, apart) if part)

    def sheet(self, sheet_id: str) -> Sheet:
        """The sheet with this id; RuleError UNKNOWN_SHEET if there is none, KPU-SHEET-STANDS if it is void."""
        sheet = self.sheet_or_void(sheet_id)
        checks.check_sheet_stands(sheet, self.voids)
        return sheet

    def sheet_or_void(self, sheet_id: str) -> Sheet:
        """The sheet with this id, be it void; RuleError UNKNOWN_SHEET if there is none."""
        void = (void.sheet for void in self.voids if void.sheet.id == sheet_id)
        sheet = lookups.by_id(self.sheets).get(sheet_id) or next(void, None)
        if sheet is None:
            raise RuleError("UNKNOWN_SHEET")
        return sheet

    def signed_slots(self, sheet_id: str) -> frozenset[str]:
        """Keys of the slots of a sheet that are signed."""
        return self.all_signed_slots.get(sheet_id, frozenset())

    def signatures_of(self, sheet_id: str) -> tuple[Signature, ...]:
        """The signatures on a sheet, in signing order."""
        return tuple(signature for signature in self.signatures if signature.sheet_id == sheet_id)

    def is_waived(self, sheet: Sheet) -> bool:
        """Whether the sheet stays unsigned because its person declares a conflict apart; no error (domain.md 3.3)."""
        return sheet.kind is DocumentKind.PBBK and not sheet.private and sheet.subject_id in self._declared

    def is_complete(self, sheet: Sheet) -> bool:
        """Whether nothing more is awaited: all slots signed; for the attendance list, all who are present.

        A list that is closed with the ceremony waits for nobody any more: who comes later was not at the door.
        """
        signed = self.signed_slots(sheet.id)
        if sheet.kind is DocumentKind.DH:
            waiting = self.present if self.state in _LIST_OPEN else frozenset()
            return bool(signed) and all(
                slot.key in signed or (slot.role is Role.HADIR and slot.official_id not in waiting)
                for slot in sheet.slots
            )
        return self.is_waived(sheet) or all(slot.key in signed for slot in sheet.slots)

    def attachment_of(self, agreement: Agreement) -> Attachment | None:
        """The lampiran of one Perjanjian Kinerja."""
        return self.commission_attachment if agreement is Agreement.COMMISSION else self.attachment

    def open_slots_of(self, official_id: str) -> tuple[tuple[Sheet, SignatureSlot], ...]:
        """What a person can sign now, attendance first; witness slots wait for their maker."""
        found = self._open_slots.get(official_id)
        if found is None:
            found = self._open_slots[official_id] = self._find_open_slots(official_id)
        return found

    def _find_open_slots(self, official_id: str) -> tuple[tuple[Sheet, SignatureSlot], ...]:
        slots = []
        for sheet, slot in lookups.slots_by_official(self.sheets).get(official_id, ()):
            signed = self.signed_slots(sheet.id)
            if slot.key in signed or sheet.id in self.sealed or sheet.frozen_sha256 is None:
                continue
            if not self._may_sign(sheet, slot) or self.is_waived(sheet):
                continue
            if slot.role is Role.SAKSI and any(s.role is Role.PEMBUAT and s.key not in signed for s in sheet.slots):
                continue
            slots.append((sheet, slot))
        return tuple(sorted(slots, key=lambda pair: (pair[1].role is Role.SAKSI, pair[0].kind.turn)))

    def signs(self, official: Official, kind: DocumentKind) -> bool:
        """Whether a person gets a sheet of a document that each person signs."""
        return kind in self.kinds and not official.added and signs(self.signers, kind, official)

    def _may_sign(self, sheet: Sheet, slot: SignatureSlot) -> bool:
        """Whether the state allows it: after the closing what was to follow is signed in a late sitting."""
        if self.session_state is CeremonyState.PAUSED:
            return False
        act = signing_act(sheet, slot)
        follows = self.state is CeremonyState.CLOSED and act is CeremonyAct.SIGN
        return is_allowed(self.state, act) and (not follows or self.late is not None)

    def witness_of(self, official: Official) -> Official:
        """Who witnesses a person's sheet; raises as ``witnessing.witness_for``."""
        return witness_for(official, self.officials, dict(self.witnesses))

    def check_signed_nothing(self, official: Official) -> None:
        """Raises RuleError KPU-SIGNED-NOTHING or KPU-SHEET-UNSIGNED where a signature speaks of the person."""
        if any(official.id == s.official_id or official.id in s.beside for s in self.signatures):
            raise RuleError("KPU-SIGNED-NOTHING", name=official.name)
        for sheet in self.sheets:
            if sheet.subject_id == official.id and self.signed_slots(sheet.id):
                raise RuleError("KPU-SHEET-UNSIGNED", serial=sheet.serial)

    # What can be done; ``acts_before``, ``acts_state``, ``declaring`` and ``voiding`` have the rest

    def opened(self, sheets: tuple[Sheet, ...], at: str) -> Ceremony:
        """Opens a ceremony that is ready, with its frozen sheets; its rundown stands from now on."""
        require(self.state, CeremonyAct.OPEN)
        if not sheets or any(sheet.frozen_sha256 is None for sheet in sheets):
            raise RuleError("KPU-SHEET-FROZEN")
        usual = usual_rundown(self.kinds, self.agreements, self.officials, own=bool(self.documents))
        return replace(self, state=CeremonyState.OPEN, sheets=sheets, opened_at=at, rundown=self.rundown or usual)

    def checked_in(self, attendance: Attendance) -> Ceremony:
        """Notes that a person is here."""
        require(self.state, CeremonyAct.CHECK_IN)
        official = self.official(attendance.official_id)
        if official.id in self.attended:
            raise RuleError("KPU-CHECKED-IN-ONCE", name=official.name)
        return replace(self, attendance=(*self.attendance, attendance))

    def check_in_undone(self, official_id: str) -> Ceremony:
        """Takes a check-in back, while the person has signed nothing.

        Not that of somebody who came again: he was here before, and whoever was noted by mistake leaves.
        """
        require(self.state, CeremonyAct.CHECK_IN)
        official = self.official(official_id)
        if official_id not in self.present:
            raise RuleError("KPU-SIGNER-PRESENT", name=official.name)
        if self.came_again(official_id):
            raise RuleError("KPU-RETURN-UNDO", name=official.name)
        self.check_signed_nothing(official)
        return replace(self, attendance=tuple(a for a in self.attendance if a.official_id != official_id))

    def signed(self, signature: Signature, inks: Mapping[InkKind, Ink] | None, evidence: Evidence) -> Ceremony:
        """Puts one signature on a sheet; every named rule of ``checks.py`` must hold, of ink where it is at hand."""
        checks.check_not_sample(self.sample)
        self._require_unpaused()
        sheet = self.sheet(signature.sheet_id)
        official = self.official(signature.official_id)
        try:
            slot = sheet.slot(signature.slot)
        except KeyError:
            raise RuleError("KPU-SLOT-OWN", slot=signature.slot) from None
        require(self.state, signing_act(sheet, slot))
        if not self._may_sign(sheet, slot):
            raise RuleError("KPU-LATE-OPEN")
        if self.is_waived(sheet):
            raise RuleError("KPU-DECLARED-APART", serial=sheet.serial)
        if sheet.frozen_sha256 is None:
            raise RuleError("KPU-SHEET-FROZEN", serial=sheet.serial)
        if sheet.id in self.sealed:
            raise RuleError("KPU-SHEET-SEALED", serial=sheet.serial)
        signed = self.signed_slots(sheet.id)
        earlier = tuple(digest for s in self.signatures_of(sheet.id) for digest in s.inks.values())
        checks.check_slot_own(slot, official.id)
        checks.check_slot_empty(sheet, slot, signed)
        checks.check_signer_present(official, self.present)
        checks.check_witness_after_maker(sheet, slot, signed)
        checks.check_inks_asked(sheet, slot, evidence.inks if inks is None else inks)
        check_inks_written(inks or {}, evidence)
        check_attended(sheet, slot, evidence, self.official, self.present)
        checks.check_pages_seen(evidence)
        checks.check_receipt_whole(evidence)
        checks.check_evidence_bound(sheet, slot, evidence, earlier, signature)
        declines = tuple(d for d in self.declines if (d.sheet_id, d.official_id) != (sheet.id, official.id))
        return replace(self, signatures=(*self.signatures, signature), declines=declines)

    def declined(self, decline: Decline) -> Ceremony:
        """Notes that a person did not want to sign a sheet."""
        self._require_unpaused()
        require(self.state, CeremonyAct.DECLINE)
        sheet = self.sheet(decline.sheet_id)
        mine = [slot for slot in sheet.slots if slot.official_id == decline.official_id]
        if not mine or all(slot.key in self.signed_slots(sheet.id) for slot in mine):
            raise RuleError("KPU-SLOT-OWN", slot=sheet.serial)
        others = tuple(d for d in self.declines if (d.sheet_id, d.official_id) != (sheet.id, decline.official_id))
        return replace(self, declines=(*others, decline))

    def _require_unpaused(self) -> None:
        if self.session_state is CeremonyState.PAUSED:
            raise RuleError("KPU-STATE", state=CeremonyState.PAUSED.value)

    def closed(self, minutes: Sheet | None, at: str) -> Ceremony:
        """Closes the ceremony: counts are frozen and the minutes, drawn up from them, wait for their signatures."""
        require(self.state, CeremonyAct.CLOSE)
        if minutes is not None and minutes.frozen_sha256 is None:
            raise RuleError("KPU-SHEET-FROZEN", serial=minutes.serial)
        sheets = self.sheets if minutes is None else (*self.sheets, minutes)
        return replace(self, state=CeremonyState.CLOSED, sheets=sheets, closed_at=at)

    def with_sealed(self, *sheet_ids: str) -> Ceremony:
        """Notes that records of these sheets are sealed; when they were the last ones the ceremony is sealed."""
        require(self.state, CeremonyAct.SEAL)
        for sheet in map(self.sheet, sheet_ids):
            if sheet.id in self.sealed:
                raise RuleError("KPU-SHEET-SEALED", serial=sheet.serial)
            if self.is_waived(sheet) or not self.is_complete(sheet):
                raise RuleError("KPU-SHEET-COMPLETE", serial=sheet.serial)
        sealed = self.sealed | set(sheet_ids)
        done = self.late is None and all(s.id in sealed or self.is_waived(s) for s in self.sheets)
        return replace(self, sealed=sealed, state=CeremonyState.SEALED if done else CeremonyState.CLOSED)

    def sheets_to_seal(self) -> tuple[Sheet, ...]:
        """Complete sheets without a sealed record, once the ceremony is closed."""
        if not is_allowed(self.state, CeremonyAct.SEAL):
            return ()
        return tuple(
            s for s in self.sheets if s.id not in self.sealed and self.is_complete(s) and not self.is_waived(s)
        )


def signing_act(sheet: Sheet, slot: SignatureSlot) -> CeremonyAct:
    """Which rule of the table a signature on this slot follows."""
    # The minutes exist only after closing, and the list of those present is closed when nobody can come any more;
    # whoever is late signs then too, but was not there at the door.
    if slot.role is Role.PENANDA_TANGAN and sheet.kind is not DocumentKind.DOK:
        return CeremonyAct.SIGN_MINUTES
    return CeremonyAct.SIGN_LIST if sheet.kind is DocumentKind.DH else CeremonyAct.SIGN
