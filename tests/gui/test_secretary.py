"""The secretary's view over real sealed records: register, pages, printing, saving, checking."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui.asking import Question
from kpu_desk.gui.secretary.register_model import VERDICT_STATES
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.services import filing
from kpu_desk.services.desk import Desk
from tests.gui.conftest import PEOPLE


@pytest.fixture
def desk(closed_desk: Desk) -> Desk:
    return closed_desk


@pytest.fixture
def window(records_window: RecordsWindow) -> RecordsWindow:
    return records_window


def sealed(qtbot: QtBot, window: RecordsWindow) -> RecordsWindow:
    with qtbot.waitSignal(window.controller.sealed):
        window.seal_button.click()
        (question,) = window.findChildren(Question)
        question.answer_buttons["Segel tanpa nomor"].click()
    qtbot.waitUntil(lambda: not window.controller.busy)
    return window


def test_before_sealing_the_register_is_empty_and_sealing_is_the_next_thing(
    qtbot: QtBot, window: RecordsWindow
) -> None:
    assert window.windowTitle() == "KPU Desk – Rekaman"
    assert window.model.rowCount() == 0
    assert window.seal_button.isEnabled()
    assert not window.print_button.isEnabled()
    assert "siap disegel" in window.counts.text()


def test_the_whole_work_in_its_order(qtbot: QtBot, window: RecordsWindow, desk: Desk, tmp_path: Path) -> None:
    sealed(qtbot, window)
    ceremony = window.controller.ceremony
    assert ceremony.state is CeremonyState.SEALED
    assert window.model.rowCount() == len(ceremony.sheets)
    assert not window.seal_button.isEnabled()

    window.search.setText("nirmala pbbk")
    assert [record.serial for record in window.model.records()] == ["PBBK-001"]
    window.table.selectRow(0)
    assert window.pages.page_count >= 2

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
    with qtbot.waitSignal(window.controller.printed):
        window.print_on(printer)
    (question,) = window.findChildren(Question)
    assert filing.records(desk, ceremony.id)[0].printed == 0
    question.answer_buttons["Ya, baik"].click()
    (record,) = window.model.records()
    assert record.printed == 1
    qtbot.waitUntil(lambda: not window.controller.busy)

    with qtbot.waitSignal(window.controller.said):
        window.save_to(tmp_path / "simpan")
    assert (tmp_path / "simpan" / "PBBK-001.pdf").read_bytes() == filing.record_pdf(desk, record.id, True)
    qtbot.waitUntil(lambda: not window.controller.busy)

    with qtbot.waitSignal(window.controller.verified):
        window.verify_button.click()
    assert window.verdict.isVisible()
    assert window.verdict.word.accessibleName() == "Gladi, tidak berlaku"
    assert window.verdict.reasons.text().endswith(".")


def test_pages_are_printed_at_their_natural_size(qtbot: QtBot, window: RecordsWindow, tmp_path: Path) -> None:
    sealed(qtbot, window)
    window.table.selectRow(0)
    window.with_evidence.setChecked(False)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
    with qtbot.waitSignal(window.controller.printed):
        window.print_on(printer)
    (record_id,) = window.chosen()
    source = window.controller.pages_of(record_id, with_evidence=False)
    sizes = source.sizes_um
    source.close()
    with pdfium.PdfDocument((tmp_path / "cetak.pdf").read_bytes()) as printed:
        assert len(printed) == len(sizes)
        width, height = printed.get_page_size(0)
        assert width / 72 * 25_400 == pytest.approx(sizes[0][0], rel=0.005)
        assert height / 72 * 25_400 == pytest.approx(sizes[0][1], rel=0.005)
        pixels = bytes(printed[0].render(scale=1, grayscale=True).buffer)
        assert sum(value < 128 for value in pixels) > 500


def test_a_second_save_into_the_same_folder_is_refused_in_words(
    qtbot: QtBot, window: RecordsWindow, tmp_path: Path
) -> None:
    sealed(qtbot, window)
    window.table.selectRow(0)
    with qtbot.waitSignal(window.controller.said):
        window.save_to(tmp_path / "simpan")
    qtbot.waitUntil(lambda: not window.controller.busy)
    with qtbot.waitSignal(window.controller.problem):
        window.save_to(tmp_path / "simpan")
    assert "sudah ada dan tidak ditimpa" in window.notices.text()


def test_without_a_selection_the_actions_are_about_all(qtbot: QtBot, window: RecordsWindow) -> None:
    sealed(qtbot, window)
    assert len(window.chosen()) == window.model.rowCount()
    window.search.setText("PI-")
    assert len(window.chosen()) == PEOPLE


def test_a_bad_print_is_logged_as_such(qtbot: QtBot, window: RecordsWindow, desk: Desk) -> None:
    sealed(qtbot, window)
    record_id = window.chosen()[0]
    window.controller.printed.emit((record_id,))
    (question,) = window.findChildren(Question)
    question.answer_buttons["Ada yang rusak"].click()
    assert filing.records(desk, window.controller.ceremony.id)[0].printed == 0


def test_every_verdict_has_a_sign() -> None:
    assert set(VERDICT_STATES) == set(Verdict)
