"""Drafts for checking: every sheet as it would be frozen now, marked KONSEP; nothing is kept, no number claimed."""

from __future__ import annotations

from datetime import datetime

from kpu_desk.domain.content import minutes_of
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.planning import plan_minutes, plan_sheets
from kpu_desk.domain.showing import Printout
from kpu_desk.services.desk import Act, Cancelled, Desk, Progress, new_id
from kpu_desk.services.freezing import freeze, roles_of


def make_drafts(desk: Desk, ceremony_id: str, progress: Progress, cancelled: Cancelled) -> tuple[Printout, ...]:
    """One PDF for each sheet of a draft, private ones left out; the Berita Acara counts nobody yet.

    Raises:
        RuleError: KPU-STATE once the sheets are frozen (they can be looked at as they are), and what keeps the ceremony
            from being opened; KnownError: CANCELLED.
    """
    ceremony = desk.ceremony(ceremony_id)
    if ceremony.sheets:
        raise RuleError("KPU-STATE", state=ceremony.state.value)
    planned = [sheet for sheet in plan_sheets(ceremony, new_id, roles_of(desk, ceremony)) if not sheet.private]
    minutes = plan_minutes(ceremony, new_id)
    counted = minutes_of(ceremony, desk.profile.zone, now=datetime.fromisoformat(desk.now_text()))
    sheets = [(sheet, None) for sheet in planned] + ([] if minutes is None else [(minutes, counted)])
    made = []
    for done, (sheet, told) in enumerate(sheets):
        if cancelled():
            raise KnownError("CANCELLED")
        progress(done, len(sheets))
        made.append(Printout(f"konsep-{sheet.serial}", freeze(desk, ceremony, sheet, told, draft=True).composed.pdf))
    progress(len(sheets), len(sheets))
    desk.note(Act(Event.DRAFTS_MADE, {"ceremony": ceremony_id, "sheets": len(made)}))
    return tuple(made)
