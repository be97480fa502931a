"""The window "Periksa" over real files: dropped or chosen, judged in workers, told in words, stopped and closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from multiprocessing import active_children
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.page_code import PageCode
from kpu_desk.domain.page_report import PageReport, PageVerdict
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.verdict import Reason, SealReport, SignatureReport, Verdict
from kpu_desk.gui.look import apply_look
from kpu_desk.gui.secretary.files_model import FILE, VERDICT
from kpu_desk.gui.secretary.page_panel import PagePanel
from kpu_desk.gui.secretary.register_model import VERDICT_STATES
from kpu_desk.gui.secretary.verdict_panel import VerdictPanel
from kpu_desk.gui.secretary.verify_files import VerifyWindow, open_verify_window
from kpu_desk.services.reading_pages import CAVEAT, PageFound, page_verdict_word
from tests.pdf import bombs
from tests.pdf.paper import as_jpeg, as_pdf, as_png, printed
from tests.pdf.sealed_sample import key, other_key, sealed, unsealed
from tests.pdf.test_page_reading import record
from tests.pdf.updates import signed_again


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[VerifyWindow]:
    made = VerifyWindow((key().certificate_pem,), Zone.WITA)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    assert not active_children()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven files, one for each verdict that needs no password, and one that is no PDF by its name."""
    contents = {
        "a-sah.pdf": sealed(),
        "b-diubah.pdf": sealed() + b"x" * 412,
        "c-ditambah.pdf": signed_again(signed_again(unsealed(), other_key(), "Pertama"), key()),
        "d-tanpa.pdf": unsealed(),
        "e-rusak.pdf": b"%PDF-1.7\nbukan isi",
        "catatan.txt": b"x",
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def checked(qtbot: QtBot, window: VerifyWindow) -> VerifyWindow:
    qtbot.waitUntil(lambda: not window.busy)
    return window


def words(window: VerifyWindow) -> list[str]:
    return [str(window.model.data(window.model.index(row, VERDICT))) for row in range(window.model.rowCount())]


def test_a_folder_is_judged_and_the_first_file_is_told(qtbot: QtBot, window: VerifyWindow, folder: Path) -> None:
    window.check((folder,))
    checked(qtbot, window)
    assert words(window) == [
        "Sah",
        "Diubah",
        "Ditambah setelah ditandatangani",
        "Tanpa tanda tangan elektronik",
        "Tidak dapat diperiksa",
    ]
    assert window.verdict.word.text() == "Sah"
    assert window.verdict.isVisible()
    assert "22 Januari 2026 pukul 10.41 WITA" in window.verdict.signatures.text()
    assert window.counts.text().startswith("5 berkas · 1 sah · ")
    assert not window.tasks.isVisible()


def test_walking_through_the_list_by_keyboard_tells_each(qtbot: QtBot, window: VerifyWindow, folder: Path) -> None:
    window.check((folder,))
    checked(qtbot, window)
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    assert window.verdict.word.text() == "Diubah"
    assert "412 bita ditambahkan" in window.verdict.reasons.text()
    assert "mintalah salinan baru" in window.verdict.advice.text()
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    assert window.verdict.word.text() == "Ditambah setelah ditandatangani"
    assert window.verdict.signatures.text().count("Ditandatangani oleh") == 2


def test_scans_and_photos_are_read_for_their_codes(qtbot: QtBot, window: VerifyWindow, tmp_path: Path) -> None:
    (tmp_path / "a-foto.jpg").write_bytes(as_jpeg(printed(record(), 0, 150).rotate(90, expand=True)))
    (tmp_path / "b-pindaian.pdf").write_bytes(as_pdf(printed(record(), 1, 150), Image.new("L", (1240, 1754), 255)))
    (tmp_path / "c-kosong.png").write_bytes(as_png(Image.new("L", (400, 400), 255)))
    (tmp_path / "d-tanpa.pdf").write_bytes(unsealed())
    window.check(tuple(sorted(tmp_path.iterdir())))
    checked(qtbot, window)
    assert words(window) == [
        "Kode ditandatangani kantor",
        "2 halaman: 1 kode ditandatangani kantor, 1 tanpa kode halaman",
        "Tanpa kode halaman",
        "Tanpa tanda tangan elektronik",
    ]
    assert window.counts.text() == (
        "4 berkas · 1 tanpa tanda tangan elektronik · 2 kode ditandatangani kantor · 2 tanpa kode halaman"
    )
    assert window.pages.isVisible()
    assert not window.verdict.isVisible()
    shown = " ".join(part.text() for part in window.pages.findChildren(QLabel))
    for fact in ("PI-001", "1 dari 2", "22 Januari 2026", "UH, DW", "a-foto.jpg", CAVEAT):
        assert fact in shown
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    assert window.pages.isVisible()
    assert window.verdict.word.text() == "Tanpa tanda tangan elektronik"
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    assert not window.pages.caveat.isVisible()
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    assert not window.pages.isVisible()
    assert window.verdict.isVisible()


def test_a_reader_for_the_blind_hears_the_fields(qtbot: QtBot) -> None:
    panel = PagePanel()
    qtbot.addWidget(panel)
    code = PageCode("PI-001", 2, 3, date(2026, 1, 22), b"b" * 16, 2, ("DW", "UH"))
    for verdict in PageVerdict:
        report = PageReport(1, verdict, (Reason.of("CODE_SIGNED"),), code)
        panel.show_pages(tuple(PageFound(Path("a.png"), replace(report, page=n)) for n in range(1, 21)))
        shown = [frame for frame in panel.findChildren(QFrame) if frame.accessibleName() and not frame.isHidden()]
        assert len(shown) == 12
        heard = QAccessible.queryAccessibleInterface(shown[0])
        assert heard is not None
        assert heard.text(QAccessible.Text.Name) == f"Halaman 1 berkas ini: {page_verdict_word(verdict)}"
        assert "Rekaman: PI-001." in heard.text(QAccessible.Text.Description)
        assert "Dan 8 halaman lain." in [part.text() for part in panel.findChildren(QLabel)]


def test_files_are_dropped(qtbot: QtBot, window: VerifyWindow, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "a-sah.pdf")), QUrl.fromLocalFile(str(folder / "catatan.txt"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), Qt.DropAction.CopyAction, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, data, buttons, keys))
    checked(qtbot, window)
    assert words(window) == ["Sah", "Tidak dapat diperiksa"]
    text = QMimeData()
    text.setText("bukan berkas")
    refused = QDragEnterEvent(QPoint(40, 40), Qt.DropAction.CopyAction, text, buttons, keys)
    refused.ignore()
    window.dragEnterEvent(refused)
    assert not refused.isAccepted()


def test_what_comes_meanwhile_waits_and_is_added(qtbot: QtBot, window: VerifyWindow, folder: Path) -> None:
    window.check((folder / "a-sah.pdf",))
    window.check((folder / "d-tanpa.pdf",))
    qtbot.waitUntil(lambda: window.model.rowCount() == 2 and not window.busy)
    assert words(window) == ["Sah", "Tanpa tanda tangan elektronik"]


def test_stopping_leaves_the_rest_unjudged_and_the_list_can_be_emptied(
    qtbot: QtBot, window: VerifyWindow, tmp_path: Path
) -> None:
    slow = bombs.many_byte_ranges(250_000)
    for number in range(6):
        (tmp_path / f"{number}.pdf").write_bytes(slow)
    window.check((tmp_path,))
    qtbot.waitUntil(lambda: window.model.rowCount() == 6)
    assert window.tasks.isVisible()
    assert not window.clear_button.isEnabled()
    stop = window.tasks.findChild(QWidget, "stop_task")
    assert stop is not None
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    checked(qtbot, window)
    assert set(words(window)) == {"Belum diperiksa"}
    window.clear_button.click()
    assert window.model.rowCount() == 0
    assert not window.verdict.isVisible()


def test_closing_in_the_middle_leaves_no_worker(qtbot: QtBot, window: VerifyWindow, tmp_path: Path) -> None:
    (tmp_path / "lama.pdf").write_bytes(bombs.many_byte_ranges(250_000))
    window.check((tmp_path,))
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    window.close()
    assert not active_children()
    checked(qtbot, window)


def test_what_is_gone_or_empty_is_said(qtbot: QtBot, window: VerifyWindow, tmp_path: Path) -> None:
    window.check((tmp_path / "tidak-ada.pdf",))
    checked(qtbot, window)
    assert "tidak ada lagi" in window.notices.text()
    window.check((tmp_path,))
    checked(qtbot, window)
    assert "tidak ada berkas PDF" in window.notices.text()


def test_names_cannot_fool_a_reader(qtbot: QtBot, window: VerifyWindow, tmp_path: Path) -> None:
    path = tmp_path / "a\u202efdp.exe.pdf"
    path.write_bytes(unsealed())
    window.check((path,))
    checked(qtbot, window)
    shown = str(window.model.data(window.model.index(0, FILE)))
    assert "\u202e" not in shown + window.verdict.name.text()


def test_there_is_one_window_only(qtbot: QtBot) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    first = open_verify_window((), Zone.WIB, desk)
    assert open_verify_window((), Zone.WIB, desk) is first


def test_a_reader_for_the_blind_hears_verdict_and_reasons(qtbot: QtBot, window: VerifyWindow, folder: Path) -> None:
    window.check((folder / "b-diubah.pdf",))
    checked(qtbot, window)
    heard = QAccessible.queryAccessibleInterface(window.verdict)
    assert heard is not None
    assert heard.text(QAccessible.Text.Name).startswith("Diubah. ")
    assert "412 bita" in heard.text(QAccessible.Text.Description)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert window.model.data(window.model.index(0, VERDICT), role) == "b-diubah.pdf: Diubah"
    for control in (window.table, window.choose_button, window.folder_button, window.clear_button):
        name = QAccessible.queryAccessibleInterface(control)
        assert name is not None
        assert name.text(QAccessible.Text.Name)


def test_the_panel_has_a_word_a_sign_and_an_advice_for_every_verdict(qtbot: QtBot) -> None:
    panel = VerdictPanel(Zone.WIB)
    apply_look(panel)
    qtbot.addWidget(panel)
    seen = set()
    for verdict in Verdict:
        panel.show_report(SealReport(verdict, (Reason.of("NO_SIGNATURE"),)), "a.pdf")
        assert panel.word.text()
        assert panel.advice.text().endswith(".")
        seen.add((panel.word.text(), panel.advice.text()))
    assert len(seen) == len(Verdict) == len(VERDICT_STATES)


def test_endless_lists_are_cut(qtbot: QtBot) -> None:
    panel = VerdictPanel(Zone.WIB)
    qtbot.addWidget(panel)
    many = tuple(SignatureReport(str(n), "", False, False, False, None) for n in range(100))
    reasons = tuple(Reason.of("LATER_ANNOTATION", page=n) for n in range(100))
    panel.show_report(SealReport(Verdict.LATER_CHANGES, reasons, many))
    assert "Dan 88 alasan lain." in panel.reasons.text()
    assert "Dan 88 tanda tangan lain." in panel.signatures.text()
