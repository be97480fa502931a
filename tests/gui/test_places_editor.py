"""The editor of places by a real mouse and keys: an office's PDF from the file to a frozen sheet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import DocumentKind, Role
from kpu_desk.domain.places import Audience, PlaceKind
from kpu_desk.gui.operator.places_editor import PlacesEditor
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.services import own_documents, preparing
from kpu_desk.services.desk import Desk
from tests.gui import real_desk
from tests.gui.own_way import at, desk_with_editor, edited, opened, pull
from tests.pdf.own_pdfs import changed, letter, scan

SIGNED = Path(__file__).parents[3] / "shared" / "data" / "pdf-signed"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor")
    real_desk.prepared(made, 6)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[OperatorWindow]:
    yield from desk_with_editor(qtbot, desk)


def test_places_drawn_by_mouse_become_a_frozen_sheet(
    qtbot: QtBot, window: OperatorWindow, desk: Desk, tmp_path: Path
) -> None:
    editor = edited(qtbot, window, tmp_path, letter(2, anchor=""))
    assert not editor.ok_button.isEnabled()
    pull(editor, at(editor, 110, 190), at(editor, 170, 215))
    [place] = editor.canvas.edit.places
    assert (place.kind, place.role, place.page) == (PlaceKind.SIGNATURE, Role.PEMBUAT, 0)
    assert place.x_um % 1_000 == place.y_um % 1_000 == 0
    assert abs(place.x_um - 110_000) <= 1_000
    editor.kind.setCurrentIndex(editor.kind.findData(PlaceKind.PARAF))
    QTest.mouseClick(editor.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(editor, 150, 270))
    QTest.mouseClick(editor.copy_button, Qt.MouseButton.LeftButton)
    assert [one.page for one in editor.canvas.edit.places] == [0, 0, 1]
    editor.name.setText("Surat Kesediaan")
    QTest.mouseClick(editor.ok_button, Qt.MouseButton.LeftButton)
    [ceremony] = desk.ceremonies()
    [document] = ceremony.documents
    assert (document.pattern.name, document.pattern.audience) == ("Surat Kesediaan", Audience.EACH)
    assert not editor.isVisible()
    [entry] = window.acts.documents.actions()
    assert entry.text() == "Keluarkan “Surat Kesediaan”"
    frozen = preparing.open_ceremony(desk, ceremony.id, lambda _done, _total: None, lambda: False)
    sheets = [sheet for sheet in frozen.sheets if sheet.kind is DocumentKind.DOK]
    assert len(sheets) == 6
    assert {kind.value for kind in sheets[0].slots[0].further} == {"paraf"}


def test_a_place_is_moved_sized_measured_and_brought_back(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    editor = edited(qtbot, window, tmp_path, letter(anchor=""))
    pull(editor, at(editor, 110, 190), at(editor, 170, 215))
    first = editor.canvas.edit.places[0]
    pull(editor, at(editor, 140, 200), at(editor, 120, 200))
    moved = editor.canvas.edit.places[0]
    assert abs(first.x_um - moved.x_um - 20_000) <= 1_000
    assert moved.y_um == first.y_um
    corner = editor.canvas.rect_of(moved).bottomRight().toPoint()
    pull(editor, corner, corner + QPoint(30, 20))
    sized = editor.canvas.edit.places[0]
    assert sized.width_um > moved.width_um
    assert sized.y_um + sized.height_um == moved.y_um + moved.height_um
    editor.chosen.measures["left"].setValue(33.4)
    assert editor.canvas.edit.places[0].x_um == 33_400
    for _ in range(4):
        QTest.mouseClick(editor.undo_button, Qt.MouseButton.LeftButton)
    assert editor.canvas.edit.places == ()
    assert not editor.undo_button.isEnabled()


def to(editor: PlacesEditor, control: QWidget) -> None:
    """Goes to a control by the tabulator key alone."""
    for _ in range(60):
        if editor.focusWidget() is control:
            return
        QTest.keyClick(editor.focusWidget() or editor, Qt.Key.Key_Tab)
    raise AssertionError(f"{control.objectName() or control} is not reached by Tab")


@pytest.mark.parametrize("size", [(1_366, 768), (1_920, 1_080)])
def test_everything_goes_by_keys_too(
    size: tuple[int, int], qtbot: QtBot, window: OperatorWindow, desk: Desk, tmp_path: Path
) -> None:
    editor = edited(qtbot, window, tmp_path, changed("field", letter(2, anchor="")))
    least = editor.minimumSizeHint()
    assert least.width() <= size[0]
    assert least.height() <= size[1] - 40
    editor.resize(size[0], size[1] - 40)
    for button in editor.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()
    canvas = editor.canvas

    def keys(
        control: QWidget, *pressed: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        to(editor, control)
        for key in pressed:
            QTest.keyClick(control, key, with_key)

    to(editor, editor.name)
    editor.name.selectAll()
    QTest.keyClicks(editor.name, "Surat Tugas")
    keys(editor.audience, Qt.Key.Key_Down)
    keys(editor.whose.role, Qt.Key.Key_Down)
    keys(canvas, Qt.Key.Key_Insert)
    before = canvas.edit.places[0]
    assert before.role is Role.PIHAK_KEDUA
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    keys(canvas, Qt.Key.Key_Up, with_key=Qt.KeyboardModifier.ControlModifier)
    after = canvas.edit.places[0]
    assert (after.x_um - before.x_um, after.y_um - before.y_um) == (1_000, 100)
    keys(canvas, Qt.Key.Key_Down, with_key=Qt.KeyboardModifier.ShiftModifier)
    assert canvas.edit.places[0].height_um == after.height_um + 1_000
    for name, words in (("left", "33,4"), ("top", "190,2")):
        spin = editor.chosen.measures[name]
        to(editor, spin)
        spin.selectAll()
        QTest.keyClicks(spin, words.replace(",", spin.locale().decimalPoint()))
        QTest.keyClick(spin, Qt.Key.Key_Return)
    [place] = canvas.edit.places
    assert (place.x_um, 297_000 - place.y_um - place.height_um) == (33_400, 190_200)
    keys(editor.chosen.whose.role, Qt.Key.Key_Up)
    assert canvas.edit.places[0].role is Role.PIHAK_PERTAMA
    keys(editor.copy_button, Qt.Key.Key_Space)
    assert [one.page for one in canvas.edit.places] == [0, 1]
    keys(canvas, Qt.Key.Key_PageDown)
    assert canvas.page == 1
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(canvas.edit.places) == 1
    keys(editor.find_button, Qt.Key.Key_Space)
    assert len(canvas.edit.places) == 2
    keys(canvas, Qt.Key.Key_Delete)
    keys(canvas, Qt.Key.Key_Home)
    keys(editor.grid, Qt.Key.Key_Down)
    assert canvas.grid_um == 5_000
    assert editor.ok_button.isEnabled(), [editor.findings.item(n).text() for n in range(editor.findings.count())]
    keys(editor.ok_button, Qt.Key.Key_Space)
    [document] = desk.ceremonies()[0].documents
    assert (document.pattern.name, len(document.pattern.places)) == ("Surat Tugas", 1)


def test_a_click_takes_a_place_in_hand_and_moves_nothing(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    editor = edited(qtbot, window, tmp_path, letter())
    [anchored] = editor.canvas.edit.places
    assert anchored.x_um % 1_000
    middle = editor.canvas.rect_of(anchored).center().toPoint()
    pull(editor, middle, middle + QPoint(1, 1))
    assert editor.canvas.edit.places == (anchored,)
    assert editor.chosen.whose.role.currentData() == Role.PEMBUAT
    editor.chosen.whose.role.setCurrentIndex(1)
    [given] = editor.canvas.edit.places
    assert (given.role, given.near, given.box) == (Role.SAKSI, anchored.near, replace(anchored.box, slot="saksi"))


def test_what_is_wrong_is_said_and_holds_the_document_back(
    qtbot: QtBot, window: OperatorWindow, tmp_path: Path
) -> None:
    editor = edited(qtbot, window, tmp_path, letter(anchor=""))
    pull(editor, at(editor, 110, 190), at(editor, 170, 215))
    assert editor.ok_button.isEnabled()
    editor.whose.role.setCurrentIndex(1)
    pull(editor, at(editor, 40, 212), at(editor, 100, 240))
    pull(editor, at(editor, 60, 225), at(editor, 90, 215))
    said = [editor.findings.item(row).text() for row in range(editor.findings.count())]
    assert said == ["Tanda tangan saksinya (hlm. 1) menimpa Tanda tangan yang bersangkutan (hlm. 1)."]
    assert not editor.ok_button.isEnabled()
    editor.undo_button.click()
    editor.canvas.show_edit(editor.canvas.edit.choose(1))
    pull(editor, at(editor, 60, 225), at(editor, 60, 60))
    [asked] = [editor.findings.item(row) for row in range(editor.findings.count())]
    assert "menimpa tulisan" in asked.text()
    assert not editor.ok_button.isEnabled()
    asked.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(editor.ok_button.isEnabled)
    assert editor.findings.item(0).checkState() is Qt.CheckState.Checked
    assert editor.pattern.places[1].over
    editor.undo_button.click()
    assert not editor.ok_button.isEnabled()


def test_anchors_and_phrases_find_their_places(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    editor = edited(qtbot, window, tmp_path, letter())
    assert [place.slot for place in editor.canvas.edit.places] == ["pembuat"]
    assert editor.ok_button.isEnabled()
    editor.delete_button.setFocus()
    editor.canvas.show_edit(editor.canvas.edit.choose(0))
    editor._looked()
    QTest.mouseClick(editor.delete_button, Qt.MouseButton.LeftButton)
    editor.phrase.setText("Yang membuat pernyataan,")
    QTest.mouseClick(editor.phrase_button, Qt.MouseButton.LeftButton)
    assert [place.near for place in editor.canvas.edit.places] == ["Yang membuat pernyataan,"]


def test_empty_signature_fields_are_offered(qtbot: QtBot, window: OperatorWindow, tmp_path: Path) -> None:
    editor = edited(qtbot, window, tmp_path, changed("field", letter(anchor="")))
    QTest.mouseClick(editor.find_button, Qt.MouseButton.LeftButton)
    [place] = editor.canvas.edit.places
    assert (place.x_um, place.width_um) == (35_278, 35_278)


def test_several_files_are_confirmed_person_by_person(
    qtbot: QtBot, window: OperatorWindow, desk: Desk, tmp_path: Path
) -> None:
    [ceremony] = desk.ceremonies()
    first, second = ceremony.officials[:2]
    way = opened(qtbot, window, tmp_path, letter(anchor=first.name), letter(2, anchor=second.name), scan())
    form = way.matching
    assert form is not None
    assert form.chosen == (first.id, second.id, None)
    form.people[2].setCurrentIndex(form.people[2].findData(first.id))
    assert not form.ok_button.isEnabled()
    assert form.problem_text() == "Satu orang hanya satu berkas."
    form.people[2].setCurrentIndex(0)
    QTest.mouseClick(form.ok_button, Qt.MouseButton.LeftButton)
    editor = way.editor
    assert editor is not None
    pull(editor, at(editor, 20, 200), at(editor, 80, 225))
    QTest.mouseClick(editor.ok_button, Qt.MouseButton.LeftButton)
    each = way.each
    assert each is not None
    assert desk.ceremony(ceremony.id).documents == ()
    rows = [each.table.item(row, 2) for row in range(2)]
    assert [row.text() for row in rows if row is not None] == ["sama", "1 tempat ikut bergeser"]
    each.buttons[1].click()
    second_one = way.editor
    assert second_one is not None
    assert second_one is not editor
    QTest.mouseClick(second_one.ok_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(each.ok_button, Qt.MouseButton.LeftButton)
    [document] = desk.ceremony(ceremony.id).documents
    assert [file.official_id for file in document.files] == [first.id, second.id]
    assert document.files[0].pattern is None
    assert document.files[1].pattern is not None
    assert [place.page for place in document.files[1].pattern.places] == [1]


def test_the_next_version_gets_its_places_and_a_warning(
    qtbot: QtBot, window: OperatorWindow, desk: Desk, tmp_path: Path
) -> None:
    editor = edited(qtbot, window, tmp_path, letter(anchor=""))
    editor.phrase.setText("Yang membuat pernyataan,")
    QTest.mouseClick(editor.phrase_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(editor.ok_button, Qt.MouseButton.LeftButton)
    assert len(own_documents.saved_patterns(desk)) == 1
    window.dialogs.own_documents().editor = None
    again = edited(qtbot, window, tmp_path, letter(2, anchor=""))
    assert [place.page for place in again.canvas.edit.places] == [1]
    assert "bergeser" in again.warning.text()


def test_a_document_is_taken_out_again_by_its_menu(
    qtbot: QtBot, window: OperatorWindow, desk: Desk, tmp_path: Path
) -> None:
    editor = edited(qtbot, window, tmp_path, letter())
    QTest.mouseClick(editor.ok_button, Qt.MouseButton.LeftButton)
    [ceremony] = desk.ceremonies()
    assert len(ceremony.documents) == 1
    window.acts.documents.actions()[0].trigger()
    assert desk.ceremony(ceremony.id).documents == ()
    assert not window.acts.documents.isEnabled()


@pytest.mark.skipif(not SIGNED.is_dir(), reason="the signed PDFs of ../shared are not here")
def test_a_signed_file_is_refused_with_its_reason(
    qtbot: QtBot, window: OperatorWindow, at_length: Callable[[int, int], int]
) -> None:
    said: list[str] = []
    window.controller.problem.connect(lambda advice: said.append(advice.text))
    way = window.dialogs.own_documents()
    with (SIGNED / "expected.csv").open(encoding="utf-8") as table:
        expected = {line["file"]: line["expected"] for line in csv.DictReader(table)}
    for file in [name for name, what in expected.items() if what != "NO_SIGNATURE"][: at_length(1, 99)]:
        said.clear()
        way.dropped([SIGNED / file])
        qtbot.waitUntil(lambda: bool(said))
        why = "dikunci dengan kata sandi" if expected[file] == "NEEDS_PASSWORD" else "sudah bertanda tangan elektronik"
        assert why in said[0], file
        assert Path(file).name in said[0]
        qtbot.waitUntil(lambda: not window.controller.busy)
    assert way.editor is None
