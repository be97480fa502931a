"""The rundown at the desk: one key goes through the day, the hall follows, the plan is made by keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.acts_rundown import running_step
from kpu_desk.domain.rundown import StepKind, runs, skipped
from kpu_desk.gui.hall.large_text import LargeText
from kpu_desk.gui.hall.window import HallWindow
from kpu_desk.gui.operator.hall_menu import HallMenu
from kpu_desk.gui.operator.rundown_editor import RundownEditor
from kpu_desk.gui.operator.rundown_list import RundownList
from kpu_desk.gui.operator.rundown_notes import NoteForm, SkipForm
from kpu_desk.gui.operator.screens import Screens
from tests.gui.real_desk import ceremony_of, desk_beside_signer, opened, prepared, set_up


def test_the_plan_is_changed_by_keyboard_then_one_key_goes_through_the_day(qtbot: QtBot, tmp_path: Path) -> None:
    desk = set_up(tmp_path / "kantor")
    draft = prepared(desk, 6)
    with desk_beside_signer(qtbot, desk) as window:
        assert window.rundown.bar.isHidden()
        form = window.rundown.show()
        assert isinstance(form, RundownEditor)
        first, second = form.steps[:2]
        form.table.setFocus()
        QTest.keyClick(form.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert [step.id for step in form.steps[:2]] == [second.id, first.id]
        QTest.keyClick(form.table, Qt.Key.Key_Delete)
        QTest.keyClick(form.table, Qt.Key.Key_Insert)
        form.title.setText("Tari pembuka")
        form.title.textEdited.emit("Tari pembuka")
        form.minutes.setValue(7)
        QTest.keyClicks(form.begins, "12:3")
        form.submit()
        assert form.isVisible(), "half a time is no time"
        QTest.keyClicks(form.begins, "0")
        form.submit()
        planned = ceremony_of(window).rundown
        assert planned[0] == second
        assert first not in planned
        (made,) = (step for step in planned if step.kind is StepKind.OTHER)
        assert (made.title, made.minutes, made.begins) == ("Tari pembuka", 7, "12.30")
        assert draft.id == ceremony_of(window).id
    desk.close()


def test_one_key_begins_steps_turns_the_hall_and_calls(qtbot: QtBot, tmp_path: Path) -> None:
    desk = set_up(tmp_path / "kantor")
    opened(desk, 6, present=2)
    with desk_beside_signer(qtbot, desk) as window:
        rundown = window.rundown
        menu = HallMenu(window, Screens(window, window.calling._signer, window.calling), None)
        hall = HallWindow(desk.profile.short_name, desk.mark)
        qtbot.addWidget(hall)
        menu.window_shown = hall
        hall.resize(1280, 720)
        hall.show()
        steps = ceremony_of(window).rundown
        name = hall.findChild(LargeText, "hall_name")
        assert name is not None

        rundown.next.trigger()
        assert "Registrasi" in rundown.bar.words()[0]
        assert rundown.bar.words()[3].startswith("Panggil ")
        rundown.next.trigger()
        assert window.calling.running
        assert not rundown.next.isEnabled()
        window.calling.recall()

        rundown.begin(steps[2].id)
        assert name.text() == steps[2].title
        reading = next(step for step in steps if step.kind is StepKind.READING)
        rundown.begin(reading.id)
        assert hall.reading
        _page, pages = hall.page
        assert pages > 1
        for page in range(2, pages + 1):
            rundown.next.trigger()
            assert hall.page == (page, pages)
        assert "Mulai" in rundown.bar.words()[3]
        # The second pact is read too; then people sign it.
        rundown.step_on.trigger()
        assert hall.page[0] == 1
        rundown.step_on.trigger()
        assert not hall.reading

        listed = rundown.show()
        assert isinstance(listed, RundownList)
        listed.table.selectRow(3)
        listed.skip_button.click()
        why = listed.findChild(SkipForm)
        assert why is not None
        why.reason.setText("Waktu tidak cukup")
        why.submit()
        assert list(skipped(ceremony_of(window).step_acts)) == [steps[3].id]
        assert "Waktu tidak cukup" in listed.table.item(3, 5).text()
        note = rundown.note()
        assert isinstance(note, NoteForm)
        note.what.setText("Pengeras suara mati")
        note.happened.setText("9:41")
        note.submit()
        assert "1.  09.41  Pengeras suara mati" in listed._notes.text()
        listed.reject()

        step = running_step(ceremony_of(window))
        window.states._pause("Istirahat")
        assert not rundown.next.isEnabled()
        assert rundown.bar.isVisible()
        assert running_step(ceremony_of(window)) == step
        assert "Pengeras" not in " ".join(part.text() for part in hall.findChildren(LargeText))
        assert runs(ceremony_of(window).step_acts)[0].ended is not None
        menu.end()
    desk.close()
