"""Closing words at the desk: shown, read one by one, asked for, and each wrong one told at its box."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.closing_words import compare, words_of
from kpu_desk.gui.operator.closing_words import ClosingWordsForm, ClosingWordsView
from kpu_desk.services.closing_lists import word_list

WORDS = words_of("5a" * 32, word_list())


@pytest.fixture
def form(qtbot: QtBot) -> tuple[ClosingWordsForm, list[Sequence[str]]]:
    kept: list[Sequence[str]] = []
    made = ClosingWordsForm("Upacara Rekaan", lambda said: compare(said, WORDS, word_list()), kept.append)
    qtbot.addWidget(made)
    made.show()
    return made, kept


def test_words_are_read_one_by_one_by_the_keyboard(qtbot: QtBot) -> None:
    view = ClosingWordsView("Upacara Rekaan", WORDS)
    qtbot.addWidget(view)
    view.show()
    read = []
    for _ in WORDS:
        QTest.keyClick(view.read_button, Qt.Key.Key_Space)
        read.append(view.one.text())
    assert tuple(read) == WORDS
    QTest.keyClick(view.read_button, Qt.Key.Key_Space)
    assert view.pages.currentIndex() == 0


def test_the_right_words_are_kept(form: tuple[ClosingWordsForm, list[Sequence[str]]]) -> None:
    asked, kept = form
    for entry, word in zip(asked.entries, WORDS, strict=True):
        entry.setText(f" {word.capitalize()}")
    asked.ok_button.click()
    assert kept == [WORDS]


def test_each_wrong_word_is_told_at_its_box(form: tuple[ClosingWordsForm, list[Sequence[str]]]) -> None:
    asked, kept = form
    said = [WORDS[1], WORDS[0], WORDS[2][:-1], *WORDS[3:]]
    for entry, word in zip(asked.entries, said, strict=True):
        entry.setText(word)
    asked.entries[11].setText("")
    asked.ok_button.click()
    assert [n for n, told in enumerate(asked.told, 1) if told.text()] == [12]
    asked.entries[11].setText(WORDS[11])
    asked.ok_button.click()
    told = [caption.text() for caption in asked.told]
    assert [n for n, words in enumerate(told, 1) if words] == [1, 2, 3]
    assert "ke-2" in told[0]
    assert "ke-1" in told[1]
    assert WORDS[2] in told[2]
    assert kept == []
    assert asked.isVisible()
