"""An office's PDF from the hand's pull onto the desk to sealed records, verified by three readers."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import DocumentKind, Mark, SlotPlace
from kpu_desk.domain.page_report import PageVerdict
from kpu_desk.domain.roster import RosterReading
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui.operator.own_documents import OwnDocuments
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.pdf.page_reading import read_pages
from kpu_desk.pdf.render import render_page
from kpu_desk.pdf.verify import verify_pdf
from kpu_desk.services import attending, closing_lists, filing, preparing, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.services.record_words import words_report
from tests.gui import real_desk
from tests.gui.own_way import at, desk_with_editor, pull
from tests.pdf.own_pdfs import chromium, letter, libreoffice, scan
from tests.services import offices
from tests.services.offices import PLAN, never, no_progress, sign_everything
from tests.waiting import LIMIT_S

SIGNED = Path(__file__).parents[3] / "shared" / "data" / "pdf-signed"
MAKERS: dict[str, Callable[[Path], bytes]] = {
    "scan": lambda _folder: scan(),
    "reportlab": lambda _folder: letter(2, anchor=""),
    "libreoffice": libreoffice,
    "chromium": chromium,
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor", Mark.NONE)
    preparing.create_ceremony(made, replace(PLAN, kinds=(DocumentKind.DH, DocumentKind.BA)))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[OperatorWindow]:
    yield from desk_with_editor(qtbot, desk)


def roster(window: OperatorWindow, people: RosterReading) -> None:
    """These people in the draft on the desk."""
    desk, ceremony = window.controller.desk, real_desk.ceremony_of(window)
    window.controller.took(preparing.import_roster(desk, ceremony.id, people, "daftar.xlsx"))


def drop(qtbot: QtBot, window: OperatorWindow, *paths: Path) -> OwnDocuments:
    """Lets files fall onto the desk, and waits for the window that opens over it."""
    data, copied = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(9, 9).toPoint(), copied, data, button, keys)
    window.dragEnterEvent(over)
    assert over.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), copied, data, button, keys))
    way = window.dialogs.own_documents()
    qtbot.waitUntil(lambda: way.editor is not None or way.matching is not None)
    return way


def sealed(desk: Desk, folder: Path) -> dict[str, Path]:
    """The whole day; the records of all sheets by serial, checked by `pdfsig`, `qpdf` and the program."""
    [ceremony] = desk.ceremonies()
    ceremony = preparing.open_ceremony(desk, ceremony.id, no_progress, never, reason="uji")
    for official in ceremony.officials:
        attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    count = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, count + 1)
    assert sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True).failed == ()
    found = {}
    for record in filing.records(desk, ceremony.id):
        found[record.serial] = path = folder / f"{record.serial}.pdf"
        path.write_bytes(filing.record_pdf(desk, record.id, with_evidence=True))
    reports = [(path, verify_pdf(path.read_bytes(), (desk.certificate_pem,))) for path in found.values()]
    assert {report.verdict for _path, report in reports} == {Verdict.VALID}
    words = words_report(reports)
    assert words.whole
    [listed] = words.lists
    assert listed.closing is not None
    assert closing_lists.words_of_ceremony(desk, ceremony.id) == closing_lists.closing_words(listed.closing)
    for path in found.values():
        if shutil.which("pdfsig") and shutil.which("qpdf"):
            said = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True).stdout
            assert said.count("Signature is Valid") == 1
            assert "Total document signed" in said
            subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    return found


def picture(pdf: bytes, page: int) -> Image.Image:
    drawn = render_page(pdf, page, dpi=72)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride).convert("L")


def changed_outside(before: Image.Image, after: Image.Image, boxes: Sequence[SlotPlace]) -> int:
    """Pixels that differ and lie in none of the boxes, the line beneath a code counted as its own."""
    different = ImageChops.difference(before, after)
    for box in boxes:
        x, y, right, high = (
            round(um * 72 / 25_400)
            for um in (box.x_um, box.y_um - 3_000, box.x_um + box.width_um, box.y_um + box.height_um)
        )
        different.paste(0, (x - 2, different.height - high - 2, right + 2, different.height - y + 2))
    return sum(different.histogram()[97:])


@pytest.fixture(params=MAKERS)
def maker(request: pytest.FixtureRequest, at_length: Callable[[int, int], int]) -> str:
    if request.param not in list(MAKERS)[: at_length(1, len(MAKERS))]:
        pytest.skip("every maker is tried with --long")
    return str(request.param)


def test_what_any_program_made_goes_by_mouse_to_a_record_that_looks_the_same(
    maker: str, qtbot: QtBot, window: OperatorWindow, desk: Desk, tmp_path: Path
) -> None:
    roster(window, offices.reading(("Ketua", "Sekretaris")))
    path = tmp_path / "surat.pdf"
    path.write_bytes(MAKERS[maker](tmp_path))
    editor = drop(qtbot, window, path).editor
    assert editor is not None
    original = path.read_bytes()
    if maker in ("libreoffice", "chromium"):
        assert [place.near for place in editor.canvas.edit.places] == ["${ttd_pembuat}"]
    else:
        pull(editor, at(editor, 100, 180), at(editor, 160, 205))
    editor.kind.setCurrentIndex(editor.kind.findText("Tanggal"))
    QTest.mouseClick(editor.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(editor, 50, 250))
    for row in range(editor.findings.count()):
        editor.findings.item(row).setCheckState(Qt.CheckState.Checked)
        qtbot.wait(LIMIT_S)
    qtbot.waitUntil(editor.ok_button.isEnabled)
    QTest.mouseClick(editor.ok_button, Qt.MouseButton.LeftButton)
    records = sealed(desk, tmp_path)
    assert sorted(records) == ["BA-001", "DH-001", *(f"DOK-00{n}" for n in range(1, 3))]
    record = records["DOK-002"].read_bytes()
    [document] = desk.ceremonies()[0].documents
    places = [place.box for place in document.pattern.places]
    with pikepdf.open(BytesIO(record)) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
        frozen = pdf.attachments["frozen-sheet.pdf"].get_file().read_bytes()
    assert data["sheet"]["standard"].startswith("PDF/A-3b")
    read = read_pages(record, (desk.certificate_pem,)).pages
    assert {page.verdict for page in read} == {PageVerdict.SIGNED}
    with pikepdf.open(BytesIO(original)) as pdf:
        pages = len(pdf.pages)
    for page in range(pages):
        here = [place for place in places if place.page == page]
        codes = [SlotPlace("kode", page, 162_000, 0, 48_000, 44_000)]
        anchors = [box for box in editor._own.anchors if box.page == page]
        before = picture(original, page)
        assert changed_outside(before, picture(frozen, page), [*here, *codes, *anchors]) == 0
        assert changed_outside(before, picture(record, page), [*here, *codes, *anchors]) == 0
        assert sum(picture(record, page).histogram()[:97]) > sum(before.histogram()[:97]) + 100


def test_a_folder_for_many_people_becomes_their_records(
    qtbot: QtBot, window: OperatorWindow, desk: Desk, tmp_path: Path, at_length: Callable[[int, int], int]
) -> None:
    number = at_length(4, 31)
    roster(window, real_desk.reading(number + 4))
    ceremony = real_desk.ceremony_of(window)
    folder = tmp_path / "sk"
    folder.mkdir()
    whose = {}
    for n, official in enumerate(ceremony.officials[3 : 2 + number]):
        # By turns: the name or the NIP, in the file's name or on the page.
        known = official.nip if official.nip and n % 2 else official.name
        name, text = (f"{n:02d} {known}.pdf", "Kepada Yth.") if n % 4 < 2 else (f"{n:02d}.pdf", known)
        (folder / name).write_bytes(letter(1 + n % 2, anchor=text))
        whose[name] = official.id
    (folder / "tamu.pdf").write_bytes(letter(anchor="Seseorang Lain"))
    (folder / "ubah.pdf").write_bytes(b"%PDF-1.7 rusak")
    way = drop(qtbot, window, folder)
    form = way.matching
    assert form is not None
    assert form.chosen == (*whose.values(), None)
    refused = form.table.item(0, 2)
    assert refused is not None
    assert "rusak" in refused.text()
    assert "5 orang" in form.without.text()
    QTest.mouseClick(form.ok_button, Qt.MouseButton.LeftButton)
    editor = way.editor
    assert editor is not None
    pull(editor, at(editor, 30, 200), at(editor, 90, 225))
    QTest.mouseClick(editor.ok_button, Qt.MouseButton.LeftButton)
    each = way.each
    assert each is not None
    for row, button in enumerate(each.buttons):
        if not each._settled(row):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            assert way.editor is not None
            QTest.mouseClick(way.editor.ok_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(each.ok_button, Qt.MouseButton.LeftButton)
    records = sealed(desk, tmp_path)
    assert len(records) == len(whose) + 2
    [done] = desk.ceremonies()
    subjects = {sheet.serial: sheet.subject_id for sheet in done.sheets if sheet.kind is DocumentKind.DOK}
    assert sorted(str(one) for one in subjects.values()) == sorted(whose.values())
    names = {official.id: official.name for official in done.officials}
    digests = {file.official_id: file for document in done.documents for file in document.files}
    for serial, subject in subjects.items():
        with pikepdf.open(records[serial]) as pdf:
            data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
        assert names[subject or ""] in json.dumps(data, ensure_ascii=False)
        assert digests[subject].name in whose
