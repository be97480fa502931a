"""The signer's window with a sheet that asks for a signature under the lampiran and a paraf: all pads before one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import InkKind, Mark, SlotPlace
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.pen import Tool
from kpu_desk.domain.showing import AskedInk, Sitting
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui.drawn_pages import sitting
from tests.gui.pen_events import TestPen
from tests.gui.signer_walk import press as press_any
from tests.gui.test_signer_window import (
    Heard,
    canvas_of,
    come_to_the_pad,
    find,
    on_screen,
    press,
    read_to_the_end,
    settle,
    step_of,
    text_of,
)

SIGNATURE, ATTACHMENT, PARAF = InkKind
KINDS = {
    "two": (SIGNATURE, PARAF),
    "three": (SIGNATURE, ATTACHMENT, PARAF),
}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SignerWindow]:
    made = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    with on_screen(qtbot, made):
        yield made


@pytest.fixture
def heard(window: SignerWindow) -> Heard:
    return Heard(window)


def asking(*kinds: InkKind, sheets: int = 1) -> Sitting:
    """A sitting whose first sheet asks for these inks; the paraf stands on both pages."""
    plain = sitting(sheets)
    place = plain.sheets[0].asked[0].places[0]
    feet = tuple(SlotPlace("paraf-pembuat", page, 150_000, 25_000, 20_000, 13_000) for page in range(2))
    asked = tuple(AskedInk(kind, feet if kind is PARAF else (place,)) for kind in kinds)
    return replace(plain, sheets=(replace(plain.sheets[0], asked=asked), *plain.sheets[1:]))


def pads_of(window: SignerWindow) -> list[InkCanvas]:
    """The pads on the screen, as the sheet asks."""
    return [pad for pad in window.findChildren(InkCanvas) if pad.isVisible()]


def write_on(pad: InkCanvas, count: int = 40, pen: TestPen | None = None, start_ms: int = 1_000) -> None:
    """A wave that fits the smallest pad."""
    if pen is None:
        pen = TestPen(pad)
    pen.widget = pad
    pen.stroke([(20.0 + 2 * step, 30.0 + 7 * step % 30, 0.5, start_ms + 8 * step) for step in range(count)])
    settle()


def request_of(window: SignerWindow) -> str:
    return text_of(window, "request")


def test_the_name_step_says_that_a_paraf_is_asked_for(window: SignerWindow) -> None:
    window.begin(asking(SIGNATURE, PARAF, sheets=2))
    settle()
    lines = text_of(window, "sheet_list").splitlines()
    assert [line.endswith(", dengan paraf") for line in lines] == [False, True, False]


def test_all_pads_lie_before_the_person_and_one_touch_hands_all_over(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["three"]))
    pads = pads_of(window)
    assert [pad.accessibleName() for pad in pads] == [
        f"Bidang {title} Damar Wiraguna, S.H." for title in ("tanda tangan", "tanda tangan lampiran", "paraf")
    ]
    assert request_of(window) == "Silakan mengisi 3 kotak ini; satu paraf untuk kaki 2 halaman."
    missing = []
    # In any order; what is written twice is one ink of two strokes.
    for pad, count in ((pads[2], 30), (pads[0], 10), (pads[2], 5), (pads[1], 20)):
        assert not find(window, "sign").isEnabled()
        write_on(pad, count)
        missing.append(request_of(window))
    assert missing == [
        "Belum terisi: tanda tangan, tanda tangan lampiran.",
        *["Belum terisi: tanda tangan lampiran."] * 2,
        "Semua kotak sudah terisi.",
    ]
    assert find(window, "sign").text() == "Tanda tangani"
    press(window, "sign")
    (captured,) = heard.captured
    assert [(one.kind, one.ink.sample_count, one.counts) for one in captured.inks] == [
        (SIGNATURE, 10, ()),
        (ATTACHMENT, 20, ()),
        (PARAF, 35, ()),
    ]
    assert [(one.ink.width_um, one.ink.height_um) for one in captured.inks] == [
        (round(pad.width() * 25_400 / 96), round(pad.height() * 25_400 / 96)) for pad in pads
    ]
    assert heard.progress[-5:] == [
        f"{what} · PI-001 · 1/1"
        for what in (
            "menandatangani",
            "membubuhkan paraf",
            "menandatangani",
            "membubuhkan paraf",
            "menandatangani lampiran",
        )
    ]
    # Nothing is thanked for before the owner has saved all of it.
    assert step_of(window) == "sign_step"
    assert find(window, "sign").text() == "Menyimpan …"
    window.accept()
    assert heard.finished == ["official-7"]


def test_each_ink_has_its_own_attempts_and_the_buttons_act_on_the_pad_in_hand(
    window: SignerWindow, heard: Heard
) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    signature, paraf = pads_of(window)
    write_on(signature)
    press(window, "clear")
    write_on(signature, 30)
    write_on(paraf, 5)
    assert find(window, "undo_stroke").accessibleName() == "Urungkan goresan terakhir: paraf"
    press(window, "undo_stroke")
    assert (signature.ink().sample_count, paraf.is_empty) == (30, True)
    # By keyboard the other pad is taken in hand; nothing is written by that.
    window.activateWindow()
    signature.setFocus(Qt.FocusReason.TabFocusReason)
    assert find(window, "clear").accessibleName() == "Ulangi: tanda tangan"
    press(window, "clear")
    press(window, "bring_back")
    assert signature.ink().sample_count == 30
    write_on(paraf, 7)
    press(window, "read_again")
    read_to_the_end(window)
    press(window, "have_read")
    press(window, "sign")
    (captured,) = heard.captured
    assert [(one.ink.sample_count, one.discarded, dict(one.counts)) for one in captured.inks] == [
        (30, 1, {"cleared": 2, "redone_all": 1}),
        (7, 1, {"undone_all": 1}),
    ]


def test_a_hand_that_lies_on_another_pad_while_the_pen_writes_leaves_nothing(
    window: SignerWindow, heard: Heard
) -> None:
    come_to_the_pad(window, asking(*KINDS["three"]))
    first, second, third = pads_of(window)
    touch = QTest.createTouchDevice()
    # The screen of these tests is smaller than the window, and Qt drops a touch beside the screen.
    window.move(-560, 0)

    def palm(pad: InkCanvas, *, lifted: bool = True) -> None:
        QTest.touchEvent(pad, touch).press(0, QPoint(30, 30), pad).commit()
        QTest.touchEvent(pad, touch).move(0, QPoint(40, 34), pad).commit()
        if lifted:
            QTest.touchEvent(pad, touch).release(0, QPoint(40, 34), pad).commit()

    # Before the pen, lifted again and still lying there. What was lifted may be a name by finger: it stays until the
    # pen writes there.
    palm(second)
    palm(third, lifted=False)
    pen = TestPen(first)
    pen.press((50, 50, 0.5, 5_000))
    assert (second.is_empty, third.is_empty) == (False, True)
    QTest.touchEvent(third, touch).release(0, QPoint(40, 34), third).commit()
    # While it writes, and when it was lifted.
    palm(second)
    pen.move((80, 60, 0.5, 5_008))
    pen.release((80, 60, 0.5, 5_016))
    palm(second)
    assert third.is_empty
    write_on(first, 20, pen)
    write_on(second, 20, pen)
    write_on(third, 20, pen)
    press(window, "sign")
    (captured,) = heard.captured
    assert [dict(one.counts) for one in captured.inks] == [{}, {"rejected": 3}, {"rejected": 1}]
    assert [one.ink.tool for one in captured.inks] == [Tool.PEN] * 3
    assert [one.ink.sample_count for one in captured.inks] == [22, 20, 20]


def test_what_was_written_by_finger_stays_when_the_pen_writes_on_the_next_pad(
    window: SignerWindow, heard: Heard
) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    signature, paraf = pads_of(window)
    touch = QTest.createTouchDevice()
    QTest.touchEvent(signature, touch).press(0, QPoint(30, 30), signature).commit()
    for step in range(40):
        QTest.touchEvent(signature, touch).move(0, QPoint(30 + 3 * step, 30 + 7 * step % 40), signature).commit()
    QTest.touchEvent(signature, touch).release(0, QPoint(147, 30), signature).commit()
    written = signature.ink()
    write_on(paraf, 20)
    assert signature.ink() == written
    assert written.sample_count == 41
    assert request_of(window) == "Semua kotak sudah terisi."
    # A palm leaves such a mark too: only the person knows.
    press(window, "sign")
    question = "Kotak ini ditulis dengan alat lain. Apakah ini tanda tangan Anda?"
    assert (text_of(window, "pad_question"), heard.captured) == (question, [])
    press(window, "answer_yes")
    (captured,) = heard.captured
    assert [(one.ink.tool, one.device.tool, dict(one.counts)) for one in captured.inks] == [
        (Tool.FINGER, "finger", {"confirmed": 1}),
        (Tool.PEN, "pen", {}),
    ]
    assert captured.inks[0].ink == written


def test_a_pen_whose_release_was_lost_goes_on_at_another_pad(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    signature, paraf = pads_of(window)
    pen = TestPen(signature)
    pen.press((50, 50, 0.5, 5_000))
    for step in range(30):
        pen.move((50.0 + 3 * step, 50.0 + step % 9, 0.5, 5_008 + 8 * step))
    stranger = TestPen(paraf)
    stranger.stroke([(20, 20, 0.5, 5_100), (30, 30, 0.5, 5_108)])
    assert (signature.is_writing, paraf.is_empty) == (True, True)
    write_on(paraf, 12, pen, 9_000)
    press(window, "sign")
    (captured,) = heard.captured
    assert [(one.ink.sample_count, one.counts) for one in captured.inks] == [(31, ()), (12, (("rejected", 1),))]


def test_a_dot_is_asked_about_on_its_own_pad(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    signature, paraf = pads_of(window)
    pen = TestPen(signature)
    pen.stroke([(100.0, 100.0, 0.5, 1_000)])
    write_on(paraf, 2, pen)
    press(window, "sign")
    assert text_of(window, "pad_question") == "Goresan ini sangat pendek. Apakah ini tanda tangan Anda?"
    asked = ("sign", "undo_stroke", "clear", "decline", "read_again")
    assert not any(find(window, name).isEnabled() for name in asked)
    press(window, "answer_yes")
    assert text_of(window, "pad_question") == "Goresan ini sangat pendek. Apakah ini paraf Anda?"
    press(window, "answer_no")
    assert all(find(window, name).isEnabled() for name in asked)
    press(window, "clear")
    assert (signature.is_empty, paraf.is_empty) == (False, True)
    write_on(paraf, 2, pen)
    # What was confirmed once is not asked about again.
    press(window, "sign")
    assert text_of(window, "pad_question") == "Goresan ini sangat pendek. Apakah ini paraf Anda?"
    assert heard.captured == []
    press(window, "answer_yes")
    (captured,) = heard.captured
    assert [one.counts for one in captured.inks] == [(("confirmed", 1),), (("cleared", 1), ("confirmed", 1))]


def test_a_straight_line_is_refused_on_its_own_pad(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["three"]))
    first, second, third = pads_of(window)
    pen = TestPen(second)
    pen.stroke([(20.0 + 3 * step, 60.0, 0.5, 1_000 + 8 * step) for step in range(40)])
    write_on(third, 20, pen)
    write_on(first, 20, pen)
    press(window, "sign")
    assert text_of(window, "refusal").startswith("Garis lurus tidak diterima")
    press(window, "clear")
    assert ([pad.is_empty for pad in (first, second, third)], heard.captured) == ([False, True, False], [])


def test_a_refusal_keeps_all_inks(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    for pad, count in zip(pads_of(window), (40, 9), strict=True):
        write_on(pad, count)
    press(window, "sign")
    window.refuse(KnownError("DISK_FULL"))
    settle()
    press(window, "sign")
    first, second = heard.captured
    assert first.inks == second.inks


@pytest.mark.parametrize("way", ["recall", "decline"])
def test_what_was_not_saved_is_forgotten(window: SignerWindow, heard: Heard, way: str) -> None:
    come_to_the_pad(window, asking(*KINDS["two"], sheets=2))
    for pad in pads_of(window):
        write_on(pad)
    if way == "recall":
        window.recall()
        window.begin(asking(*KINDS["two"]))
        settle()
        press(window, "yes_its_me")
    else:
        press(window, "decline")
        press(window, "decline_reason_0")
        press(window, "decline_confirm")
    read_to_the_end(window)
    press(window, "have_read")
    assert heard.captured == []
    # The second sheet asks for a signature alone, and looks as it always did.
    assert [pad.is_empty for pad in pads_of(window)] == [True] * (2 if way == "recall" else 1)
    assert canvas_of(window).writing.title == ("Tanda tangan" if way == "recall" else "")


@pytest.mark.parametrize("kinds", [(SIGNATURE,), *KINDS.values()], ids=["one", *KINDS])
def test_a_sheet_takes_three_touches_at_most(window: SignerWindow, heard: Heard, kinds: tuple[InkKind, ...]) -> None:
    touches = 0

    def touch(name: str) -> None:
        nonlocal touches
        touches += 1
        press(window, name)

    window.begin(asking(*kinds))
    settle()
    touch("yes_its_me")
    # Scrolling and writing are no touches of a button (issue: per sheet at most three).
    read_to_the_end(window)
    touch("have_read")
    for pad in pads_of(window):
        write_on(pad)
    touch("sign")
    assert len(heard.captured) == 1
    assert touches <= 3


@pytest.mark.parametrize("size", [(683, 384), (910, 512), (1366, 768), (1920, 1080)], ids=lambda size: str(size[0]))
def test_the_pads_of_every_sheet_fit_the_screen_apart(qtbot: QtBot, size: tuple[int, int]) -> None:
    shown = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    qtbot.addWidget(shown)
    shown.resize(*size)
    with qtbot.waitExposed(shown):
        shown.show()
    zoom = min(1.0, size[0] / 1_280)
    for kinds in KINDS.values():
        for choices in ((), ("text_size", "text_size", "language", "left_hand")):
            come_to_the_pad(shown, asking(*kinds))
            for choice in choices:
                press_any(shown, choice)
            assert (shown.width(), shown.height()) == size
            places = [pad.geometry() for pad in pads_of(shown)]
            assert len(places) == len(kinds)
            for place, kind in zip(places, kinds, strict=True):
                assert place.height() >= 97 * zoom
                assert place.width() == pytest.approx(place.height() * (1.5 if kind is PARAF else 3), abs=3)
                near = place.adjusted(-round(18 * zoom), -round(18 * zoom), round(18 * zoom), round(18 * zoom))
                assert sum(near.intersects(other) for other in places) == 1
            shown.show_rest()
    shown.release()
