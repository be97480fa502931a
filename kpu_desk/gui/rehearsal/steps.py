"""How the operator of a day's file goes through the rundown: one key a step, skips and notes by their forms."""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

from kpu_desk.domain.day_script import Happening, Timed
from kpu_desk.domain.rundown import running, upcoming
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.pace import Rest
from kpu_desk.gui.rehearsal.player import Script, Until
from kpu_desk.gui.rehearsal.troubles import fill
from kpu_desk.language import translate

WHAT: Final = frozenset({Happening.STEP, Happening.SKIP, Happening.NOTE})


def play(acting: Acting, one: Timed) -> Generator[Until | None, None, bool]:
    """Plays one line; False where there is no such step any more."""
    acting.where = "rundown"
    if one.what is Happening.NOTE:
        yield from _notes(acting, one)
        return True
    steps = acting.ceremony.rundown
    wanted = steps[one.step - 1].id if 0 < one.step <= len(steps) else 0
    touched = {act.step for act in acting.ceremony.step_acts}
    if (one.step and not wanted) or wanted in touched:
        return False
    if one.what is Happening.SKIP:
        yield from _skips(acting, wanted, one.words)
        return True
    while (step := upcoming(acting.ceremony.rundown, acting.ceremony.step_acts)) is not None:
        yield from _goes_on(acting)
        if wanted in (0, step.id):
            return True
    return False


def _goes_on(acting: Acting) -> Script:
    action, before = acting.operator.rundown.step_on, len(acting.ceremony.step_acts)
    yield from acting.settled(action.isEnabled, action.text())
    yield from acting.rest(Rest.KEY)
    acting.memory.note("act", where=acting.where)
    action.trigger()
    yield from acting.settled(
        lambda: len(acting.ceremony.step_acts) > before, translate("rehearsal", "memulai acara berikut")
    )
    yield None
    acting.pictures.take(f"acara-{running(acting.ceremony.step_acts):02}")


def _skips(acting: Acting, step_id: int, reason: str) -> Script:
    from kpu_desk.gui.operator.rundown_list import RundownList
    from kpu_desk.gui.operator.rundown_notes import SkipForm

    yield from acting.choose(acting.operator.rundown.show_list)
    listed = yield from acting.find(acting.operator, RundownList, "rundown_form")
    ids = [step.id for step in acting.ceremony.rundown]
    acting.memory.note("act", where=acting.where)
    listed.table.selectRow(ids.index(step_id))
    yield from acting.press(listed.skip_button, listed.skip_button.text())
    form = yield from acting.find(listed, SkipForm, "skip_form")
    form.reason.setText(reason)
    yield from fill(acting, form, "lewati-acara", acts=0, words=reason)
    yield from acting.settled(
        lambda: any(act.step == step_id for act in acting.ceremony.step_acts),
        translate("rehearsal", "melewati acara"),
    )
    acting.pictures.take("susunan-acara")
    yield from acting.press(listed.ok_button, listed.ok_button.text())


def _notes(acting: Acting, one: Timed) -> Script:
    from kpu_desk.gui.operator.rundown_notes import NoteForm

    before = len(acting.ceremony.notes)
    yield from acting.choose(acting.operator.rundown.take_note)
    form = yield from acting.find(acting.operator, NoteForm, "note_form")
    form.what.setText(one.words)
    form.mended.setText(one.mended)
    yield from fill(acting, form, "catat-kejadian", acts=2 if one.mended else 0, words=one.words + one.mended)
    yield from acting.settled(lambda: len(acting.ceremony.notes) > before, translate("rehearsal", "mencatat kejadian"))
