"""Before the day: ceremonies, roster, targets, and the freezing of all sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kpu_desk.domain import acts_before
from kpu_desk.domain.acts_rundown import step_told, stepped
from kpu_desk.domain.acts_state import turn_told, turned
from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import CeremonyState, Turn
from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.content import minutes_of
from kpu_desk.domain.documents import Agreement, Attachment, Sheet
from kpu_desk.domain.errors import KnownError, RosterError, RuleError
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.planning import plan_for_latecomer, plan_minutes, plan_sheets
from kpu_desk.domain.readiness import Machine, check_ready
from kpu_desk.domain.roster import RosterReading, Severity
from kpu_desk.services.closing_lists import check_previous, closing_list, closing_words, save_closing
from kpu_desk.services.desk import Act, Cancelled, Desk, Progress, new_id
from kpu_desk.services.freezing import freeze, frozen_acts, roles_of, save_frozen
from kpu_desk.services.minutes_told import told_despite, told_of_time
from kpu_desk.services.printable import check_attachment, check_plan, printable_official, printable_text
from kpu_desk.services.readiness import check, opened_despite
from kpu_desk.services.rundown import ending
from kpu_desk.storage import ceremonies as store
from kpu_desk.storage import pad_rows, rundown_rows, turn_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session

RosterRule = Callable[[Ceremony], Ceremony]


def create_ceremony(desk: Desk, plan: CeremonyPlan, *, sample: bool = False) -> Ceremony:
    """Makes a draft. ``sample`` marks names of real persons from a public source: never to be signed.

    Raises:
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, with ``field`` and ``row``.
    """
    check_plan(plan)
    ceremony = Ceremony(id=new_id(), sample=sample, **plan.values())
    facts = {"ceremony": ceremony.id, "title": plan.title, "day": plan.date.isoformat()}
    return desk.add(ceremony, Act(Event.CEREMONY_CREATED, facts))


def change_plan(desk: Desk, ceremony_id: str, plan: CeremonyPlan) -> Ceremony:
    """Changes title, day, place, kinds or basis of a draft.

    Raises:
        RosterError: as :func:`create_ceremony`; RuleError: KPU-STATE when its sheets are frozen already.
    """
    check_plan(plan)
    before = desk.ceremony(ceremony_id)
    values = plan.values()
    changed = sorted(name for name, value in values.items() if getattr(before, name) != value)
    return desk.change(
        ceremony_id,
        lambda ceremony: replace(acts_before.with_roster(ceremony, ceremony.officials), **values),
        store.save_head,
        Act(Event.CEREMONY_CHANGED, {"ceremony": ceremony_id, "fields": changed}),
    )


def import_roster(desk: Desk, ceremony_id: str, reading: RosterReading, file_name: str) -> Ceremony:
    """Replaces a draft's roster by what was read from a spreadsheet; all of it or nothing.

    Raises:
        RosterError: ROSTER_HAS_ERRORS with their number; RuleError: KPU-STATE, KPU-NIP-UNIQUE.
    """
    errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
    if errors:
        raise RosterError("ROSTER_HAS_ERRORS", count=errors)
    officials = tuple(Official(new_id(), row.name, row.nip, row.rank, row.office, row.unit) for row in reading.rows)
    return desk.change(
        ceremony_id,
        lambda ceremony: acts_before.with_roster(ceremony, officials),
        store.save_roster,
        Act(
            Event.ROSTER_IMPORTED,
            {
                "ceremony": ceremony_id,
                "file": file_name,
                "rows": len(officials),
                "warnings": sum(problem.severity is Severity.WARNING for problem in reading.problems),
            },
        ),
    )


def add_official(
    desk: Desk,
    ceremony_id: str,
    *,
    name: str,
    office: str,
    nip: str | None = None,
    rank: str | None = None,
    unit: str | None = None,
    capacity: Capacity = Capacity.DEFINITIF,
    decree: str | None = None,
    added: bool = False,
) -> Ceremony:
    """Adds a person by hand; in an open ceremony the person's sheets are frozen at once.

    Raises:
        RosterError: FIELD_EMPTY, FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, NIP_WRONG.
        RuleError: KPU-STATE, KPU-NIP-UNIQUE, KPU-CHAIR-KNOWN, KPU-SECRETARY-KNOWN.
    """
    official = printable_official(Official(new_id(), name, nip, rank, office, unit, capacity, decree, added))
    before = desk.ceremony(ceremony_id)
    planned = (
        plan_for_latecomer(acts_before.with_official(before, official), official, new_id, roles_of(desk, before))
        if before.sheets and not added
        else ()
    )
    return _refreeze(
        desk,
        ceremony_id,
        lambda current: acts_before.with_official(current, official),
        planned,
        Act(Event.OFFICIAL_ADDED, {"ceremony": ceremony_id, "official": official.id}),
    )


def correct_official(desk: Desk, ceremony_id: str, official: Official) -> Ceremony:
    """Corrects a person's data and draws the person's unsigned sheets again.

    Raises:
        RosterError: FIELD_EMPTY, FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, NIP_WRONG.
        RuleError: KPU-STATE, KPU-NIP-UNIQUE, UNKNOWN_OFFICIAL.
    """
    official = printable_official(official)
    before = desk.ceremony(ceremony_id)
    old = before.official(official.id)
    fields = [name for name in Official.__dataclass_fields__ if getattr(old, name) != getattr(official, name)]
    if not fields:
        return before
    _, redraw = acts_before.corrected(before, official)
    act = Act(
        Event.OFFICIAL_CORRECTED,
        {
            "ceremony": ceremony_id,
            "official": official.id,
            "fields": fields,
            "redrawn": [sheet.serial for sheet in redraw],
        },
    )
    planned = tuple(replace(sheet, version=sheet.version + 1) for sheet in redraw)
    return _refreeze(desk, ceremony_id, lambda current: acts_before.corrected(current, official)[0], planned, act)


def remove_official(desk: Desk, ceremony_id: str, official_id: str) -> Ceremony:
    """Removes a person who signed nothing; an unsigned attendance list is drawn again without the name.

    Raises:
        RuleError: KPU-STATE, KPU-SIGNED-NOTHING, KPU-SHEET-UNSIGNED, KPU-WITNESS-NEEDED.
    """
    after = acts_before.without_official(desk.ceremony(ceremony_id), official_id)
    planned = tuple(
        replace(
            sheet,
            slots=tuple(slot for slot in sheet.slots if slot.official_id != official_id),
            version=sheet.version + 1,
        )
        for sheet in after.sheets
        if any(slot.official_id == official_id for slot in sheet.slots)
    )
    act = Act(Event.OFFICIAL_REMOVED, {"ceremony": ceremony_id, "official": official_id})
    return _refreeze(
        desk, ceremony_id, lambda current: acts_before.without_official(current, official_id), planned, act
    )


def set_attachment(
    desk: Desk, ceremony_id: str, attachment: Attachment, agreement: Agreement = Agreement.SECRETARIAT
) -> Ceremony:
    """Sets sasaran, indikator, target and budget of one PK; an open, unsigned one is drawn again.

    Raises:
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, with ``field`` and ``row``.
        RuleError: KPU-STATE, KPU-SHEET-UNSIGNED.
    """
    before = desk.ceremony(ceremony_id)
    check_attachment(attachment)
    data = store.attachment_data(attachment)
    facts = {"ceremony": ceremony_id, "agreement": agreement.value, "rows": len(attachment.targets), "data": data}
    act = Act(Event.TARGETS_CHANGED, facts)
    planned = tuple(
        replace(sheet, version=sheet.version + 1) for sheet in before.sheets if sheet.agreement is agreement
    )
    return _refreeze(
        desk, ceremony_id, lambda current: acts_before.with_attachment(current, attachment, agreement), planned, act
    )


def open_ceremony(
    desk: Desk,
    ceremony_id: str,
    progress: Progress,
    cancelled: Cancelled,
    previous_words: Sequence[str] = (),
    *,
    machine: Machine | None = None,
    reason: str = "",
) -> Ceremony:
    """Composes and freezes every sheet, then opens the ceremony; all in one transaction at the end.

    Args:
        machine: what the windows see of the computer, for the readiness check; see :func:`readiness.check`.
        reason: why a real ceremony is opened though a line of the check is red; it stands in the minutes.
        previous_words: the closing words of the office's last ceremony, read from its minutes on paper; none are
            asked for before the first one.

    Raises:
        RuleError: KPU-READY with ``count`` where lines are red and no reason is given; KPU-ROSTER-EMPTY,
            KPU-CHAIR-KNOWN, KPU-SECRETARY-KNOWN, KPU-ATTACHMENT, KPU-STATE;
            KPU-CLOSING-WORDS, KPU-CLOSING-WORDS-COUNT, KPU-CLOSING-BROKEN, as closing_lists.check_previous.
        RosterError: FIELD_TOO_LONG, FIELD_ODD_CHARACTER, FIELD_NOT_PRINTABLE, field ``turn``: the reason.
        KnownError: CANCELLED. Nothing has changed then.
    """
    # Before the opening: what the minutes cannot print would keep the ceremony from being closed.
    reason = printable_text("turn", reason)
    before = desk.ceremony(ceremony_id)
    # Whoever opens a draft declares it ready with that.
    turns = (Turn(CeremonyState.READY, desk.now_text(), desk.actor.name),) * (before.state is CeremonyState.DRAFT)
    ready = turned(before, turns[0]) if turns else before
    require(ready.state, CeremonyAct.OPEN)
    previous = check_previous(desk, previous_words)
    planned = plan_sheets(before, new_id, roles_of(desk, before))
    frozen = []
    for done, sheet in enumerate(planned):
        if cancelled():
            raise KnownError("CANCELLED")
        progress(done, len(planned))
        frozen.append(freeze(desk, before, sheet))
    progress(len(planned), len(planned))

    # After the freezing: what is wrong with a text or a person is told in its own words.
    lines = check(desk, before, machine)
    check_ready(lines, desk.mark, reason)

    def save(session: Session, ceremony: Ceremony) -> None:
        for turn in turns:
            turn_rows.add(session, ceremony_id, turn)
        store.save_head(session, ceremony)
        store.save_sheets(session, ceremony)
        save_frozen(session, ceremony_id, frozen)

    opened_at = desk.now_text()

    def rule(current: Ceremony) -> Ceremony:
        if current is not before:
            raise RuleError("KPU-CHANGED-MEANWHILE")
        return ready.opened(tuple(one.sheet for one in frozen), opened_at)

    return desk.change(
        ceremony_id,
        rule,
        save,
        *(Act(*turn_told(ceremony_id, turn)) for turn in turns),
        *frozen_acts(ceremony_id, frozen),
        Act(
            Event.CEREMONY_OPENED,
            {"ceremony": ceremony_id, "sheets": len(frozen), "people": len(before.officials), "previous": previous},
        ),
        *opened_despite(ceremony_id, lines, reason),
    )


def close_ceremony(
    desk: Desk,
    ceremony_id: str,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> Ceremony:
    """Freezes the counts and the closing list and draws up the minutes, to be signed by the Ketua and the Sekretaris.

    Raises:
        RuleError: KPU-STATE, KPU-CHAIR-KNOWN, KPU-SECRETARY-KNOWN, KPU-SHEET-UNTOUCHED, KPU-CHANGED-MEANWHILE.
        KnownError: CANCELLED. Nothing has changed then.
    """
    before = desk.ceremony(ceremony_id)
    require(before.state, CeremonyAct.CLOSE)
    now = desk.clock()
    closing = closing_list(desk, before, progress, cancelled)
    ended = ending(desk, before)
    minutes = replace(
        minutes_of(stepped(before, *ended), desk.profile.zone, now=now, words=closing_words(closing)),
        despite=told_despite(desk, ceremony_id),
        clock=told_of_time(desk, before, now),
    )
    planned = plan_minutes(before, new_id)
    frozen = [freeze(desk, before, planned, minutes)] if planned is not None else []

    def save(session: Session, ceremony: Ceremony) -> None:
        save_closing(session, closing, at=utc_text(now))
        rundown_rows.add_acts(session, ceremony_id, ended)
        store.save_head(session, ceremony)
        store.save_sheets(session, ceremony)
        save_frozen(session, ceremony_id, frozen)
        pad_rows.erase_left_over(session, tuple(sheet.id for sheet in before.sheets), utc_text(now))

    def rule(current: Ceremony) -> Ceremony:
        if current is not before:
            raise RuleError("KPU-CHANGED-MEANWHILE")
        return stepped(current, *ended).closed(frozen[0].sheet if frozen else None, utc_text(now))

    awaited = sum(len(sheet.slots) for sheet in before.sheets if not before.is_waived(sheet))
    signed = sum(len(before.signed_slots(sheet.id)) for sheet in before.sheets)
    facts: dict[str, object] = {
        "ceremony": ceremony_id,
        "signed": signed,
        "missing": awaited - signed,
        "absent": len(minutes.absent),
        "closing": closing.digest(),
        "words": list(minutes.words),
    }
    if before.voids:
        facts["void"] = len(before.voids)
    acts = (*(Act(*step_told(ceremony_id, act)) for act in ended), *frozen_acts(ceremony_id, frozen))
    return desk.change(ceremony_id, rule, save, *acts, Act(Event.CEREMONY_CLOSED, facts))


def _refreeze(desk: Desk, ceremony_id: str, rule: RosterRule, planned: Iterable[Sheet], act: Act) -> Ceremony:
    """Applies a rule on the roster, and freezes the sheets that it touches anew, in one transaction."""
    before = desk.ceremony(ceremony_id)
    after_rule = rule(before)
    frozen = [freeze(desk, after_rule, sheet) for sheet in planned]

    def save(session: Session, ceremony: Ceremony) -> None:
        store.save_roster(session, ceremony)
        if ceremony.sheets:
            store.save_sheets(session, ceremony)
        save_frozen(session, ceremony_id, frozen)

    def whole_rule(current: Ceremony) -> Ceremony:
        after = rule(current)
        return acts_before.refrozen(after, tuple(one.sheet for one in frozen)) if frozen else after

    return desk.change(ceremony_id, whole_rule, save, act, *frozen_acts(ceremony_id, frozen))
