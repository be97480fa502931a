"""Who is not here and who goes, at the desk by keys alone; what the table, the hall and the signer's window show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony_parts import Away
from kpu_desk.domain.hall import hall_view
from kpu_desk.gui.operator.away import AwayForm, LeftForm
from kpu_desk.gui.operator.away_words import away_word
from kpu_desk.gui.operator.people_model import PERSON
from kpu_desk.gui.operator.window import OperatorWindow
from tests.gui.real_desk import ceremony_of
from tests.gui.test_desk_calling import call, signer_of
from tests.gui.test_signer_window import press, settle


def below(window: OperatorWindow, official_id: str) -> str:
    line = window.people.model.line(window.people.model.row_of(official_id))
    assert line is not None
    return window.people.model.below(line)


def test_somebody_goes_from_the_pad_and_comes_back_by_three_keys(qtbot: QtBot, window: OperatorWindow) -> None:
    official_id = call(window, 5)
    press(signer_of(window), "yes_its_me")
    window.people.select(official_id)
    assert window.acts.away.text() == "Meninggalkan acara …"
    window.acts.away.trigger()
    (form,) = window.findChildren(LeftForm)
    form.reason.setEditText(" ")
    form.submit()
    assert form.fields.complaint("reason") == "Tulis alasannya."
    form.reason.setCurrentIndex(0)
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    settle()
    ceremony = ceremony_of(window)
    assert [(one.what, one.note) for one in ceremony.whereabouts] == [(Away.LEFT, "Dipanggil tugas mendesak")]
    assert not window.calling.running, "whoever goes is no longer at the signer's window"
    assert "meninggalkan acara" in below(window, official_id)
    assert "Dipanggil" not in repr(hall_view(ceremony))
    assert not window.acts.undo_check_in.isEnabled()
    assert not window.acts.away.isEnabled()
    window.people.check_in_wanted.emit(official_id)
    settle()
    after = ceremony_of(window)
    assert (after.whereabouts[-1].what, official_id in after.present) == (Away.BACK, True)
    assert "meninggalkan" not in below(window, official_id)


def test_a_reason_is_noted_for_who_did_not_come_and_can_be_changed(qtbot: QtBot, window: OperatorWindow) -> None:
    official_id = ceremony_of(window).officials[6].id
    assert window.controller.undo_check_in(official_id)
    for chosen, word in ((Away.LEAVE, "cuti"), (Away.UNKNOWN, "")):
        window.people.select(official_id)
        assert window.acts.away.text() == "Tidak hadir …"
        window.acts.away.trigger()
        form = window.findChildren(AwayForm)[-1]
        form.what.setCurrentIndex(form.what.findData(chosen.value))
        form.note.setText("Sampai Senin")
        form.submit()
        settle()
        line = window.people.model.line(window.people.model.row_of(official_id))
        assert line is not None
        assert away_word(line.away) == word
        spoken = window.people.model.index(window.people.model.row_of(official_id), PERSON).data(
            Qt.ItemDataRole.AccessibleTextRole
        )
        assert spoken.endswith(word or "belum hadir")
    assert [one.what for one in ceremony_of(window).whereabouts] == [Away.LEAVE, Away.UNKNOWN]
