"""Drafts for checking: every sheet as it would be frozen now, in one file marked KONSEP; nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kpu_desk.domain.content import minutes_of
from kpu_desk.domain.documents import DocumentKind, Sheet
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.minutes import KindCount, Minutes
from kpu_desk.domain.planning import plan_minutes, plan_sheets
from kpu_desk.domain.showing import Printout
from kpu_desk.services.desk import Act, Cancelled, Desk, Progress, new_id
from kpu_desk.services.freezing import freeze, roles_of


def make_drafts(desk: Desk, ceremony_id: str, progress: Progress, cancelled: Cancelled) -> tuple[Printout, ...]:
    """One PDF with all sheets of a draft, a bookmark for each, private ones left out.

    The Berita Acara is composed as if everybody invited came and signed everything: its words are to be checked.

    Raises:
        RuleError: KPU-STATE once the sheets are frozen (they can be looked at as they are), and what keeps the ceremony
            from being opened; KnownError: CANCELLED.
    """
    from kpu_desk.pdf.bundle import bundle

    ceremony = desk.ceremony(ceremony_id)
    if ceremony.sheets:
        raise RuleError("KPU-STATE", state=ceremony.state.value)
    planned = [sheet for sheet in plan_sheets(ceremony, new_id, roles_of(desk, ceremony)) if not sheet.private]
    minutes = plan_minutes(ceremony, new_id)
    counted = minutes_of(ceremony, desk.profile.zone, now=datetime.fromisoformat(desk.now_text()))
    sheets: list[tuple[Sheet, Minutes | None]] = [(sheet, None) for sheet in planned]
    sheets += [] if minutes is None else [(minutes, _as_if_all_signed(counted, planned))]
    made = []
    for done, (sheet, told) in enumerate(sheets):
        if cancelled():
            raise KnownError("CANCELLED")
        progress(done, len(sheets))
        pages = freeze(desk, ceremony, sheet, told, draft=True).composed.pdf
        subject = "" if sheet.subject_id is None else f" {ceremony.named(sheet.subject_id)}"
        made.append((f"{sheet.serial}{subject}", pages))
    progress(len(sheets), len(sheets))
    whole = bundle(made, title=f"Konsep {ceremony.title}")
    desk.note(Act(Event.DRAFTS_MADE, {"ceremony": ceremony_id, "sheets": len(made)}))
    return (Printout("konsep", whole),)


def _as_if_all_signed(counted: Minutes, planned: Sequence[Sheet]) -> Minutes:
    slots = {kind: [len(sheet.slots) for sheet in planned if sheet.kind is kind] for kind in DocumentKind}
    return replace(
        counted,
        opened="…",
        closed="…",
        present=counted.invited,
        absent=(),
        counts=tuple(KindCount(kind, len(each), len(each), sum(each)) for kind, each in slots.items() if each),
    )
