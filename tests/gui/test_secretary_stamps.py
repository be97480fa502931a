"""The secretary's stamps: chosen, looked at, put after one question, taken back, off at first."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.stamps import StampKind
from kpu_desk.gui.asking import Question
from kpu_desk.gui.secretary.stamp_form import StampForm
from kpu_desk.gui.secretary.stamping_form import StampingForm
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.services import stamping
from kpu_desk.services.desk import Desk
from tests.pdf.stamp_drawings import drawn, saved, scanned


@pytest.fixture
def pictures(tmp_path: Path) -> dict[StampKind, Path]:
    made = {}
    for kind in StampKind:
        made[kind] = tmp_path / f"{kind.value}.png"
        made[kind].write_bytes(saved(scanned(drawn(f"{kind.value.upper()} REKAAN · ", side=260, margin=30))))
    return made


def office_form(window: RecordsWindow) -> StampForm:
    # With a parent, as in the program: a form that Python alone held could be freed on the thread that cuts out.
    form = StampForm(window.controller.desk, window)
    form.show()
    return form


def chosen(qtbot: QtBot, form: StampForm, kind: StampKind, path: Path) -> StampForm:
    form.kind.setCurrentIndex(list(StampKind).index(kind))
    form.read(path)
    qtbot.waitUntil(lambda: not form.busy and not form.preview.is_empty)
    return form


def set_both(desk: Desk, pictures: dict[StampKind, Path]) -> None:
    for kind, path in pictures.items():
        png = stamping.cut_out(stamping.read_stamp(path), threshold=15, violet=True, diameter_um=37_000)
        stamping.set_stamp(desk, kind, png, diameter_um=37_000, active=True)


def stamping_form(window: RecordsWindow) -> StampingForm:
    window.stamp_button.click()
    return window.findChildren(StampingForm)[-1]


def test_a_picture_is_cut_out_shown_and_kept(
    qtbot: QtBot, records_window: RecordsWindow, closed_desk: Desk, pictures: dict[StampKind, Path]
) -> None:
    form = office_form(records_window)
    form.submit()
    assert form.problem_text() == "Pilih gambar cap lebih dahulu."
    chosen(qtbot, form, StampKind.COMMISSION, pictures[StampKind.COMMISSION])
    form.diameter.setValue(40)
    qtbot.waitUntil(lambda: not form.busy)
    assert form.active.isChecked()
    form.submit()
    assert form.problem_text() == ""
    kept = stamping.office_stamps(closed_desk)
    assert [(s.kind, s.diameter_um, s.active) for s in kept.values()] == [(StampKind.COMMISSION, 40_000, True)]


def test_a_kept_stamp_can_be_turned_off(
    records_window: RecordsWindow, closed_desk: Desk, pictures: dict[StampKind, Path]
) -> None:
    set_both(closed_desk, pictures)
    form = office_form(records_window)
    assert not form.preview.is_empty
    assert not form.threshold.isEnabled()
    before = stamping.office_stamps(closed_desk)[StampKind.COMMISSION]
    form.active.setChecked(False)
    form.submit()
    after = stamping.office_stamps(closed_desk)[StampKind.COMMISSION]
    assert (after.png, after.active, before.active) == (before.png, False, True)


def test_a_file_that_is_no_picture_and_the_same_picture_for_both_are_told(
    qtbot: QtBot,
    records_window: RecordsWindow,
    closed_desk: Desk,
    pictures: dict[StampKind, Path],
    tmp_path: Path,
) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.7")
    form = office_form(records_window)
    form.read(tmp_path / "surat.pdf")
    qtbot.waitUntil(lambda: form.problem_text() != "")
    assert form.preview.is_empty
    set_both(closed_desk, pictures)
    other = office_form(records_window)
    chosen(qtbot, other, StampKind.SECRETARIAT, pictures[StampKind.COMMISSION])
    other.submit()
    assert "sudah disimpan sebagai cap yang lain" in other.problem_text()


def test_stamps_are_put_after_one_question_and_taken_back(
    qtbot: QtBot, records_window: RecordsWindow, closed_desk: Desk, pictures: dict[StampKind, Path]
) -> None:
    form = stamping_form(records_window)
    assert not form.ok_button.isEnabled(), "no stamp is in use at first"
    assert "Cap kantor" in form.said.text()
    form.reject()
    set_both(closed_desk, pictures)

    form = stamping_form(records_window)
    count = len(form.ticked(stamped=False))
    assert count == len(form.lines) > 3
    assert form.pages.page_count >= 1
    form.none_button.click()
    assert not form.ok_button.isEnabled()
    form.all_button.click()
    form.ok_button.click()
    (question,) = form.findChildren(Question)
    assert "cap komisi pada" in question.text()
    assert "cap sekretariat pada" in question.text()
    assert stamping.stamp_lines(closed_desk, records_window.controller.ceremony.id)[0].stamped is None
    question.answer_buttons["Bubuhkan cap"].click()
    assert len(form.ticked(stamped=True)) == count
    assert f"{count} tanda tangan diberi cap" in records_window.notices.text()

    form.back_button.click()
    question = form.findChildren(Question)[-1]
    question.answer_buttons["Cabut cap"].click()
    assert form.ticked(stamped=True) == []
    assert len(form.ticked(stamped=False)) == count


def test_saying_no_puts_nothing(
    qtbot: QtBot, records_window: RecordsWindow, closed_desk: Desk, pictures: dict[StampKind, Path]
) -> None:
    set_both(closed_desk, pictures)
    form = stamping_form(records_window)
    form.ok_button.click()
    (question,) = form.findChildren(Question)
    question.stay_button.click()
    lines = stamping.stamp_lines(closed_desk, records_window.controller.ceremony.id)
    assert {line.stamped for line in lines} == {None}
