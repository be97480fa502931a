"""A choice among long texts: what is drawn ends in dots, and the whole can be had."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kpu_desk.gui.choice import Choice

LONG = "Markus Mahendra, S.E. – Anggota (Ketua Divisi Perencanaan dan Logistik) KPU Provinsi Contoh"


def test_a_text_that_does_not_fit_ends_in_dots_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    choice = Choice(10)
    qtbot.addWidget(choice)
    choice.addItems(["Sakit", LONG])
    choice.resize(240, 40)
    choice.show()
    assert choice.shown_text() == "Sakit"
    wanted = choice.sizeHint().width()
    choice.setCurrentIndex(1)
    assert choice.shown_text().endswith("…")
    assert LONG.startswith(choice.shown_text()[:-1])
    assert choice.fontMetrics().horizontalAdvance(choice.shown_text()) < choice.width()
    assert choice.toolTip() == LONG
    assert choice.sizeHint().width() == wanted
    choice.setCurrentIndex(-1)
    choice.setPlaceholderText("Pilih alasan")
    assert choice.shown_text() == "Pilih alasan"
