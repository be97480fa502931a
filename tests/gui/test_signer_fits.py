"""Every step of the signer's window fits its screen, in both languages, at every size of words: nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.documents import Mark
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui.signer_walk import cut_off, settle, walk

# 1366 × 768 and 1920 × 1080 at 100, 150 and 200 %: the system's scale leaves so many of Qt's pixels.
SIZES = [(1366, 768), (1920, 1080), (910, 512), (1280, 720), (683, 384), (960, 540)]
CHOICES: list[tuple[str, ...]] = [
    ("language", "text_size", "text_size"),
    ("text_size", "left_hand", "contrast"),
    (),
    ("language",),
    ("text_size", "text_size"),
]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
def test_nothing_is_cut_off(qtbot: QtBot, size: tuple[int, int], at_length: Callable[[int, int], int]) -> None:
    for choices in CHOICES[: at_length(2, len(CHOICES))]:
        window = SignerWindow("Komisi Pemilihan Umum Provinsi Nusa Raya", Mark.GLADI)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        seen = []
        for step in walk(window, choices):
            seen.append(step)
            assert (choices, step, cut_off(window)) == (choices, step, [])
            assert (window.width(), window.height()) == size
        assert len(seen) == len(set(seen)) > 18
        window.release()
        window.close()


def test_a_word_without_room_is_seen(qtbot: QtBot) -> None:
    window = SignerWindow("Komisi Pemilihan Umum Provinsi Nusa Raya", Mark.GLADI)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    steps = walk(window)
    while next(steps) != "name":
        pass
    assert cut_off(window) == []
    for name in ("yes_its_me", "signer_name"):
        part = window.findChild(QWidget, name)
        assert isinstance(part, QWidget)
        part.setFixedWidth(90)
    settle(window)
    assert {line.split(":")[0] for line in cut_off(window)} >= {"yes_its_me", "signer_name"}
    window.release()
