"""Every step of the signer's window in turn, with the longest words it may have to show, and what is cut off there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.assisting import Sentences, Way, sentences
from kpu_desk.domain.documents import InkKind, Mark, SlotPlace
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.notice import Notice, parse_notice
from kpu_desk.domain.pad import Before, Source, Written
from kpu_desk.domain.pen import Tool
from kpu_desk.domain.showing import AskedInk, Beside, Helped, Sitting
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.gui.widgets import Elided
from kpu_desk.language import Language
from kpu_desk.resources import read_bytes
from tests.gui.drawn_pages import loop_ink, shown_sheet
from tests.gui.pen_events import TestPen

NAME = "Prof. Dr. Nirmala Pranaja Wirakusuma, S.H., M.Hum."
OFFICE = "Kepala Bagian Perencanaan, Data dan Informasi Sekretariat KPU Provinsi Nusa Raya"
TITLE = "Pernyataan Bebas Benturan Kepentingan"
BESIDE = tuple(
    Beside(f"official-{number}", name, office)
    for number, (name, office) in enumerate(
        (
            ("Utari Hartaman, S.E., M.Si.", "Kepala Subbagian Keuangan dan Logistik"),
            ("Bagas Tirtawijaya, S.Kom.", "Analis Hukum Ahli Muda"),
            ("Larasati Kencana Widyaningrum", "Pranata Hubungan Masyarakat Ahli Muda"),
            ("Damar Wiraguna, S.H.", "Sekretaris KPU Provinsi Nusa Raya"),
        )
    )
)


@contextmanager
def shown_window(qtbot: QtBot) -> Iterator[SignerWindow]:
    """The signer's window of a rehearsal on the usual laptop's screen; it ends with the test."""
    made = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.release()


def shipped_notices() -> dict[Language, Notice]:
    """As the program brings them."""
    files = {language: f"{language.value}.toml" for language in Language}
    return {language: parse_notice(read_bytes("notices", name), name) for language, name in files.items()}


def long_sitting(*, helped: bool = False, kept: Ink | None = None) -> Sitting:
    """Two sheets of a person with a long name; the first has a witness who taps and an ink from before.

    Args:
        helped: the text was read aloud, with a helper and two witnesses.
        kept: what an interruption left on the pad.
    """
    document = TITLE
    says: Sentences | None = sentences(NAME, document, "PBBK-001", Way.THUMB) if helped else None
    statement = f"Saya telah membaca dan memahami {document} ini, menyetujui isinya, dan menandatanganinya sendiri."
    if helped:
        statement = (
            f"{document} ini telah dibacakan dan dijelaskan kepada saya; "
            "saya memahaminya, menyetujui isinya, dan membubuhkan cap jempol saya sendiri."
        )
    place = SlotPlace("pembuat", 0, 120_000, 60_000, 60_000, 22_000)
    pen = Source("test pen", has_pressure=True, has_tilt=False)
    before = Before() if kept is None else Before(tuple(Written(one.points, pen, Tool.PEN) for one in kept.strokes))
    sheets = tuple(
        replace(
            shown_sheet(number, pages=2, earlier=True),
            title=document,
            statement=statement,
            asked=(AskedInk(InkKind.SIGNATURE, (place,), before if number == 1 else Before()),),
            witness=BESIDE[3],
            helper_says=says,
        )
        for number in (1, 2)
    )
    beside = Helped(Way.THUMB, BESIDE[0], BESIDE[1:3]) if helped else None
    return Sitting("official-7", NAME, OFFICE, sheets, beside)


def settle(window: SignerWindow) -> None:
    """Until everything is laid out and painted."""
    for _ in range(4):
        QApplication.processEvents()
    window.repaint()


def button(window: SignerWindow, name: str) -> QAbstractButton:
    """The button of this name that is on the screen."""
    found = [one for one in window.findChildren(QAbstractButton, name) if one.isVisible()]
    assert len(found) == 1, (name, found)
    return found[0]


Press = Callable[[SignerWindow, str], None]
"""How a button is pressed."""


def press(window: SignerWindow, name: str) -> None:
    """By mouse; the window comes to rest."""
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
    settle(window)


def read(window: SignerWindow, press: Press = press) -> None:
    """Pages through the sheet to its end."""
    view = window.findChild(PageView, "page_view")
    assert view is not None
    while view.verticalScrollBar().value() < view.verticalScrollBar().maximum():
        press(window, "page_down")


def write(window: SignerWindow, count: int = 40) -> None:
    """A wave on the pad; one point is a dot."""
    pad = window.findChild(InkCanvas, "ink_canvas")
    assert pad is not None
    TestPen(pad).stroke([(60.0 + 4 * n, 40.0 + 7 * n % 30, 0.5, 1_000 + 8 * n) for n in range(count)])
    settle(window)


def walk(window: SignerWindow, choices: tuple[str, ...] = (), press: Press = press) -> Iterator[str]:
    """Comes to each step and gives its name; ``choices`` are pressed in the strip of each sitting."""
    notices = shipped_notices()
    window.show_rest()
    settle(window)
    yield "rest"
    window.begin(long_sitting(helped=True), notices)
    settle(window)
    for choice in choices:
        press(window, choice)
    yield "name-helped"
    press(window, "yes_its_me")
    yield "read-aloud"
    read(window, press)
    press(window, "have_read")
    yield "helper"
    for name in ("state_identity", "state_read_aloud", "state_explained"):
        press(window, name)
    press(window, "helper_confirm")
    yield "sign-thumb"
    write(window, 1)
    press(window, "sign")
    yield "attest"
    press(window, "state_presence")
    yield "attest-stated"
    window.begin(long_sitting(kept=loop_ink()), notices)
    settle(window)
    for choice in choices:
        press(window, choice)
    yield "name"
    press(window, "notice")
    yield "notice"
    press(window, "notice_back")
    press(window, "yes_its_me")
    yield "read"
    read(window, press)
    yield "read-all"
    press(window, "have_read")
    yield "question-interrupted"
    press(window, "answer_no")
    yield "sign"
    write(window, 1)
    press(window, "sign")
    yield "question-short"
    press(window, "answer_no")
    press(window, "clear")
    write(window)
    yield "sign-written"
    window.pause()
    settle(window)
    yield "paused"
    window.resume()
    press(window, "sign")
    press(window, "witness_0")
    yield "attest-witness"
    press(window, "attest_confirm")
    window.refuse(RuleError("KPU-INK-FRESH"))
    settle(window)
    yield "refused"
    press(window, "sign")
    press(window, "witness_0")
    press(window, "attest_confirm")
    window.accept()
    settle(window)
    yield "read-second"
    press(window, "decline_reading")
    yield "decline"
    press(window, "decline_reason_1")
    press(window, "decline_confirm")
    yield "done"
    window.begin(long_sitting(), notices)
    settle(window)
    for choice in choices:
        press(window, choice)
    press(window, "not_me")
    yield "help-comes"


def cut_off(window: SignerWindow) -> list[str]:
    """What is on the screen and not whole: words without their room, parts beside the window, one over another."""
    return [
        f"{part.objectName() or part.text()[:30]}: {why}"
        for part in window.findChildren(QWidget)
        if isinstance(part, QLabel | QAbstractButton) and part.isVisible()
        if (why := _why(window, part))
    ]


def _why(window: SignerWindow, part: QLabel | QAbstractButton) -> str:
    place = QRect(part.mapTo(window, QPoint()), part.size())
    scrolled = any(isinstance(above, QScrollArea) for above in _above(part))
    if not scrolled and not window.rect().contains(place):
        return f"beside the window: {place}"
    if not scrolled and part.visibleRegion().boundingRect() != part.rect():
        return "covered"
    if isinstance(part, QAbstractButton):
        least = part.minimumSizeHint()
        return "" if least.width() <= part.width() and least.height() <= part.height() else f"{part.size()} < {least}"
    if isinstance(part, Elided):
        return "" if part.text() == part.whole_text() else f"shortened: {part.text()}"
    if not part.text():
        return ""
    room = part.contentsRect()
    flags = int(part.alignment()) | (int(Qt.TextFlag.TextWordWrap) if part.wordWrap() else 0)
    needed = part.fontMetrics().boundingRect(QRect(0, 0, room.width(), 100_000), flags, part.text())
    # Qt rounds the height of a line down for a label, and up here.
    fits = needed.width() <= room.width() and needed.height() <= room.height() + 1
    return "" if fits else f"{room.size()} < {needed}"


def _above(part: QWidget) -> Iterator[QWidget]:
    above = part.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
