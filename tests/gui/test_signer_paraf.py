"""The signer's window with a sheet that asks for a signature under the lampiran and a paraf: one pad after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import InkKind, Mark, SlotPlace
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.showing import AskedInk, Sitting
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui.drawn_pages import sitting
from tests.gui.pen_events import TestPen
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
    write,
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


def request_of(window: SignerWindow) -> str:
    return text_of(window, "request")


def test_the_name_step_says_that_a_paraf_is_asked_for(window: SignerWindow) -> None:
    window.begin(asking(SIGNATURE, PARAF, sheets=2))
    settle()
    lines = text_of(window, "sheet_list").splitlines()
    assert [line.endswith(", dengan paraf") for line in lines] == [False, True, False]


def test_one_pad_after_the_other_and_one_hand_over(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["three"]))
    pad = canvas_of(window)
    for number, (words, title, button) in enumerate(
        (
            ("Silakan menandatangani di dalam kotak ini.", "Tanda tangan", "Lanjut"),
            ("Silakan menandatangani sekali lagi, untuk lampiran.", "Tanda tangan lampiran", "Lanjut"),
            ("Silakan membubuhkan paraf satu kali, untuk kaki 2 halaman.", "Paraf", "Simpan semua"),
        ),
        1,
    ):
        assert request_of(window) == f"{number} dari 3: {words}"
        assert pad.writing.title == title
        assert pad.accessibleName() == f"Bidang {title.lower()} Damar Wiraguna, S.H."
        assert pad.is_empty
        assert find(window, "sign").text() == button
        assert not find(window, "sign").isEnabled()
        assert heard.captured == []
        write(window, 10 * number)
        press(window, "sign")
    (captured,) = heard.captured
    assert [(one.kind, one.ink.sample_count, one.discarded) for one in captured.inks] == [
        (SIGNATURE, 10, 0),
        (ATTACHMENT, 20, 0),
        (PARAF, 30, 0),
    ]
    assert heard.progress[-3:] == [
        "menandatangani · PI-001 · 1/1",
        "menandatangani lampiran · PI-001 · 1/1",
        "membubuhkan paraf · PI-001 · 1/1",
    ]
    # Nothing is thanked for before the owner has saved all of it.
    assert step_of(window) == "sign_step"
    assert find(window, "sign").text() == "Menyimpan …"
    window.accept()
    assert heard.finished == ["official-7"]


def test_back_to_the_signature_keeps_both_and_counts_each_attempt(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    assert find(window, "read_again").isVisible()
    assert not find(window, "ink_before").isVisible()
    write(window)
    press(window, "clear")
    write(window, 30)
    press(window, "sign")
    assert find(window, "ink_before").isVisible()
    assert not find(window, "read_again").isVisible()
    write(window, 5)
    press(window, "undo_stroke")
    write(window, 6)
    press(window, "clear")
    write(window, 7)
    press(window, "ink_before")
    assert canvas_of(window).ink().sample_count == 30
    press(window, "clear")
    write(window, 31)
    press(window, "read_again")
    read_to_the_end(window)
    press(window, "have_read")
    press(window, "sign")
    assert canvas_of(window).ink().sample_count == 7
    press(window, "sign")
    (captured,) = heard.captured
    assert [(one.ink.sample_count, one.discarded) for one in captured.inks] == [(31, 2), (7, 2)]


def test_a_dot_is_asked_about_on_its_own_pad(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    TestPen(canvas_of(window)).stroke([(100.0, 100.0, 0.5, 1_000)])
    press(window, "sign")
    assert text_of(window, "pad_question") == "Goresan ini sangat pendek. Apakah ini tanda tangan Anda?"
    assert canvas_of(window).writing.title == "Tanda tangan"
    asked = ("sign", "undo_stroke", "clear", "decline", "read_again")
    assert not any(find(window, name).isEnabled() for name in asked)
    press(window, "answer_no")
    assert all(find(window, name).isEnabled() for name in asked)
    press(window, "undo_stroke")
    write(window)
    press(window, "sign")
    assert canvas_of(window).writing.title == "Paraf"
    TestPen(canvas_of(window)).stroke([(100.0, 100.0, 0.5, 1_000), (110.0, 103.0, 0.5, 1_008)])
    press(window, "sign")
    assert text_of(window, "pad_question") == "Goresan ini sangat pendek. Apakah ini paraf Anda?"
    assert heard.captured == []
    press(window, "answer_yes")
    (captured,) = heard.captured
    assert [one.counts for one in captured.inks] == [(("undone_all", 1),), (("confirmed", 1),)]


def test_a_refusal_keeps_signature_and_paraf(window: SignerWindow, heard: Heard) -> None:
    come_to_the_pad(window, asking(*KINDS["two"]))
    write(window)
    press(window, "sign")
    write(window, 9)
    press(window, "sign")
    window.refuse(KnownError("DISK_FULL"))
    settle()
    press(window, "sign")
    first, second = heard.captured
    assert first.inks == second.inks


@pytest.mark.parametrize("way", ["recall", "decline"])
def test_what_was_not_saved_is_forgotten(window: SignerWindow, heard: Heard, way: str) -> None:
    come_to_the_pad(window, asking(*KINDS["two"], sheets=2))
    write(window)
    press(window, "sign")
    write(window)
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
    assert canvas_of(window).is_empty
    # The second sheet asks for a signature alone, and looks as it always did.
    assert find(window, "sign").text() == ("Lanjut" if way == "recall" else "Tanda tangani")
    assert canvas_of(window).writing.title == ("Tanda tangan" if way == "recall" else "")


@pytest.mark.parametrize(
    "kinds",
    [
        (SIGNATURE,),
        KINDS["two"],
        pytest.param(
            KINDS["three"],
            marks=pytest.mark.xfail(
                strict=True, reason="each ink has a pad of its own, and a touch from one to the next"
            ),
        ),
    ],
    ids=["one", "two", "three"],
)
def test_a_sheet_takes_three_touches_at_most(window: SignerWindow, heard: Heard, kinds: tuple[InkKind, ...]) -> None:
    touches = 0
    window.begin(asking(*kinds))
    settle()
    press(window, "yes_its_me")
    # Scrolling and writing are no touches of a button (issue: per sheet at most three).
    read_to_the_end(window)
    press(window, "have_read")
    touches += 1
    while not heard.captured:
        write(window)
        press(window, "sign")
        touches += 1
    assert touches <= 3


@pytest.mark.parametrize("kinds", KINDS.values(), ids=KINDS)
def test_every_pad_fits_the_smallest_screen_at_150_percent(qtbot: QtBot, kinds: tuple[InkKind, ...]) -> None:
    small = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    qtbot.addWidget(small)
    small.resize(910, 512)
    with qtbot.waitExposed(small):
        small.show()
    come_to_the_pad(small, asking(*kinds))
    for _ in kinds:
        assert (small.width(), small.height()) == (910, 512)
        pad = small.findChild(InkCanvas, "ink_canvas")
        assert pad is not None
        assert pad.width() >= pad.minimumSizeHint().width()
        write(small)
        press(small, "sign")
    small.release()
