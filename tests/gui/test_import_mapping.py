"""Pointing at sheets and columns, marks for what cannot be printed, and saving the list, through the desk's windows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from kpu_desk.domain.roster import Column
from kpu_desk.domain.roster_mapping import Placing, SheetSketch, SketchedRow
from kpu_desk.gui.notices import NoticeStrip
from kpu_desk.gui.operator.import_choice import ImportChoice
from kpu_desk.gui.operator.import_mapping import ImportMapping
from kpu_desk.gui.operator.import_preview import MOST_PROBLEMS, ImportPreview, RowsPreview
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.widgets import Banner
from kpu_desk.services.desk import Desk
from kpu_desk.services.roster_check import MARK, check_roster
from kpu_desk.services.roster_mapping import remembered_mapping
from tests.gui import real_desk
from tests.roster_files.packages import HEADER, plain
from tests.roster_files.test_naughty import as_csv, naughty, needs_data
from tests.roster_files.test_sheets_and_columns import DRIVER, PPNPN, two_sheets
from tests.waiting import LIMIT_S

SKETCH = SheetSketch(
    name="Honorer",
    hidden=False,
    filled_rows=3,
    people=0,
    header_row=2,
    columns=((1, Column.NAME),),
    rows=(
        SketchedRow(1, ("DAFTAR <b>", "", "")),
        SketchedRow(2, ("NMPPNPN", "JBT", "")),
        SketchedRow(3, ("Galuhani", "Pengemudi", "x")),
    ),
)
OTHER = SheetSketch(None, True, 1, 0, 1, (), (SketchedRow(1, ("x",)),))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[OperatorWindow]:
    desk: Desk = real_desk.set_up(tmp_path / "kantor")
    with real_desk.desk_beside_signer(qtbot, desk) as made:
        made.dialogs.new_ceremony().ok_button.click()
        yield made
    desk.close()


def read(qtbot: QtBot, window: OperatorWindow, path: Path) -> ImportPreview:
    with qtbot.waitSignal(window.roster.was_read):
        window.roster.read(path)
    return shown(window)


def shown(window: OperatorWindow) -> ImportPreview:
    """The preview in front; one that was closed may still wait to be deleted."""
    (made,) = (one for one in window.findChildren(ImportPreview) if one.isVisible())
    return made


def pointing(qtbot: QtBot, window: OperatorWindow) -> ImportMapping:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ImportMapping)))
    (made,) = (one for one in window.findChildren(ImportMapping) if one.isVisible())
    return made


def idle(qtbot: QtBot, window: OperatorWindow) -> None:
    qtbot.waitUntil(lambda: not window.controller.busy)


def point(form: ImportMapping, column: Column, place: int) -> None:
    combo = form.columns[column]
    combo.setCurrentIndex(combo.findData(place))


def test_what_was_pointed_at_is_handed_over(qtbot: QtBot) -> None:
    taken: list[ImportChoice] = []
    form = ImportMapping(ImportChoice(Path("a.xlsx")), (OTHER, SKETCH), taken.append)
    qtbot.addWidget(form)
    assert form.sheet.currentText() == "Honorer"
    assert form.sheet.itemText(0) == "a.xlsx · tersembunyi"
    assert form.header.currentData() == 2
    assert form.columns[Column.NAME].currentText() == "A – NMPPNPN"
    form.ok_button.click()
    assert "Tunjuk kolomnya" in form.fields.complaint("column_office")
    point(form, Column.OFFICE, 1)
    form.ok_button.click()
    assert "sudah dipakai" in form.fields.complaint("column_office")
    assert taken == []
    point(form, Column.OFFICE, 2)
    form.ok_button.click()
    (choice,) = taken
    assert choice.placing == Placing(2, ((Column.NAME, 1), (Column.OFFICE, 2)))
    assert (choice.sheet, choice.headers) == ("Honorer", (("NMPPNPN", Column.NAME), ("JBT", Column.OFFICE)))


def test_a_list_without_a_header_has_nothing_to_remember(qtbot: QtBot) -> None:
    form = ImportMapping(ImportChoice(Path("a.csv")), (SKETCH,), lambda _choice: None)
    qtbot.addWidget(form)
    form.header.setCurrentIndex(0)
    assert form.columns[Column.NAME].currentText() == "A"
    point(form, Column.OFFICE, 2)
    choice = form.entered()
    assert choice is not None
    assert choice.placing is not None
    assert (choice.placing.header_row, choice.headers) == (0, ())


def test_an_unknown_header_is_pointed_at_once_and_then_known(
    qtbot: QtBot, window: OperatorWindow, tmp_path: Path
) -> None:
    path = plain(tmp_path / "honorer.xlsx", (PPNPN, DRIVER))
    with qtbot.waitSignal(window.roster.unread):
        window.roster.read(path)
    idle(qtbot, window)
    (banner,) = (one for strip in window.findChildren(NoticeStrip) for one in strip.findChildren(Banner))
    banner.acted.emit()
    form = pointing(qtbot, window)
    idle(qtbot, window)
    point(form, Column.OFFICE, 7)
    with qtbot.waitSignal(window.roster.was_read):
        form.ok_button.click()
    preview = shown(window)
    assert preview.ok_button.text() == "Impor 1 orang"
    assert remembered_mapping(window.controller.desk.workspace).columns == ()
    preview.ok_button.click()
    assert remembered_mapping(window.controller.desk.workspace).meanings()["jbt"] is Column.OFFICE
    idle(qtbot, window)
    again = read(qtbot, window, plain(tmp_path / "februari.xlsx", (PPNPN, DRIVER, DRIVER)))
    assert again.ok_button.text() == "Impor 2 orang"


def test_another_sheet_is_chosen_from_the_preview(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    preview = read(qtbot, window, two_sheets(tmp_path / "a.xlsx"))
    idle(qtbot, window)
    preview.columns_button.click()
    form = pointing(qtbot, window)
    idle(qtbot, window)
    assert [form.sheet.itemText(n) for n in range(2)] == ["Sampul", "Pegawai · 2 orang"]
    form.sheet.setCurrentIndex(2)
    with qtbot.waitSignal(window.roster.was_read):
        form.ok_button.click()
    assert shown(window).rows.model().index(0, 1).data() == "Komisioner A"


def test_marks_for_what_cannot_be_printed_are_a_choice(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    path = plain(tmp_path / "a.xlsx", (HEADER, (1, "Bestari \u674e", None, None, "Dokter <b>", None)))
    preview = read(qtbot, window, path)
    idle(qtbot, window)
    assert preview.mark_box.isVisible()
    assert not preview.ok_button.isEnabled()
    with qtbot.waitSignal(window.roster.was_read):
        preview.mark_box.click()
    marked = shown(window)
    assert marked.mark_box.isChecked()
    assert marked.ok_button.isEnabled()
    model = marked.rows.model()
    assert model.index(0, 1).data() == f"Bestari {MARK}"
    assert model.index(0, 4).data() == "Dokter <b>"
    # A tool tip would take the text for markup.
    assert model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole) == "<span>Dokter &lt;b&gt;</span>"


def test_the_list_on_the_desk_is_saved_and_comes_in_again(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    assert not window.acts.save_roster.isEnabled()
    read(qtbot, window, plain(tmp_path / "a.xlsx", (HEADER, (1, "=1+1 Bestari", None, None, "Dokter", None)))).submit()
    idle(qtbot, window)
    assert window.acts.save_roster.isEnabled()
    assert window.roster.save(tmp_path / "b.xlsx")
    assert window.notices.text() == "1 orang disimpan di b.xlsx."
    assert [row.name for row in check_roster(tmp_path / "b.xlsx").rows] == ["=1+1 Bestari"]
    assert not window.roster.save(tmp_path / "b.txt")
    assert "Akhiran" in window.notices.text()


@needs_data
def test_naughty_names_are_shown_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [(str(number), text, "", "", "Dokter", text) for number, text in enumerate(naughty(), start=1)]
    reading = check_roster(as_csv(tmp_path / "a.csv", rows))
    model = RowsPreview(reading)
    assert model.rowCount() == len(reading.rows) > 150
    for place, row in enumerate(reading.rows):
        for column, text in ((1, row.name), (5, row.unit or "")):
            index = model.index(place, column)
            assert index.data() == text
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if GuiQt.mightBeRichText(tip):
                drawn = QTextDocument()
                drawn.setHtml(tip)
                tip = drawn.toPlainText()
            assert tip == text


def many(path: Path, people: int, office: str) -> Path:
    rows = (f"{number};Orang {'ABCDEFGHIJ'[number % 10]};{office}" for number in range(1, people + 1))
    path.write_text("\n".join(("No;Nama;Jabatan", *rows)), encoding="utf-8")
    return path


def test_the_window_stays_free_while_20_000_people_are_read(
    qtbot: QtBot, window: OperatorWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = many(tmp_path / "a.csv", 20_000, "Analis")
    answered, threads = threading.Event(), set[int]()

    def read_while_the_window_answers(*args: object, **further: object) -> object:
        # Reading ends only after the window's thread has handled an event that came after it had begun.
        QTimer.singleShot(0, window, answered.set)
        assert answered.wait(LIMIT_S)
        threads.add(threading.get_ident())
        return check_roster(*args, **further)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("kpu_desk.services.roster_check.check_roster", read_while_the_window_answers)
    window.roster.was_read.disconnect(window.roster_dialogs.preview)
    with qtbot.waitSignal(window.roster.was_read) as told:
        window.roster.read(path)
        assert window.controller.busy
    assert told.args is not None
    assert len(told.args[0].rows) == 20_000
    assert threading.get_ident() not in threads


def test_thousands_are_stored_beside_the_window(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    preview = read(qtbot, window, many(tmp_path / "a.csv", 1_500, "Analis"))
    idle(qtbot, window)
    preview.ok_button.click()
    assert window.controller.busy
    idle(qtbot, window)
    assert window.controller.ceremony is not None
    assert len(window.controller.ceremony.officials) == 1_500
    assert window.notices.text() == "1500 orang diimpor dari a.csv."


def test_reading_is_stopped_by_the_strip(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    path = many(tmp_path / "a.csv", 20_000, "Analis")
    window.roster.was_read.connect(lambda *_told: pytest.fail("it was read to its end"))
    window.roster.read(path)
    window.tasks._cancel()
    idle(qtbot, window)
    assert window.findChildren(ImportPreview) == []
    # Stopping is no failure, so nothing is said about it.
    assert window.notices.text() == ""


def test_twenty_thousand_problems_do_not_hold_the_preview(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    reading = check_roster(many(tmp_path / "a.csv", 20_000, "-"))
    assert len(reading.problems) == 20_000
    preview = window.roster_dialogs.preview(reading, "a.csv")
    qtbot.waitExposed(preview)
    assert preview.problems.model().rowCount() == MOST_PROBLEMS
