"""The door of a day: who comes is found by name, or shows an invitation, which a reader types as a keyboard does."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow

from kpu_desk.domain.officials import Official
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.pace import Rest
from kpu_desk.gui.rehearsal.player import Script, Until
from kpu_desk.language import translate

_LETTERS: Final = 3
"""Of a name, typed at the door."""
_FILE: Final = "undangan"


def print_invitations(acting: Acting, folder: Path) -> Script:
    """Everybody's invitation on paper, in a file of the folder."""
    from kpu_desk.services import invitations

    desk, ceremony_id = acting.desk, acting.ceremony.id
    acting.operator.before.save(
        lambda _progress, _cancelled: (invitations.make_invitations(desk, ceremony_id),), folder / _FILE
    )
    yield from acting.settled(lambda: not acting.controller.busy, translate("rehearsal", "mencetak undangan"))


class Door:
    """Where people are checked in.

    Args:
        folder: where the printed invitations lie, if there are any.
    """

    def __init__(self, acting: Acting, folder: Path) -> None:
        self._acting, self._paper = acting, folder / f"{_FILE}.pdf"
        self._codes: dict[str, str] | None = None

    def comes(self, official: Official, *, invitation: bool) -> Script:
        """This person is checked in, by what is printed on the invitation or by three letters of the name."""
        acting = self._acting
        acting.where = "door"
        code = (yield from self._printed()).get(official.id, "") if invitation else ""
        if code:
            yield from self._scanned(official, code)
        else:
            yield from find(acting, official)
            acting.pictures.take("mencatat-hadir")
            yield from acting.strike(Qt.Key.Key_Return)
        yield from acting.settled(
            lambda: official.id in acting.ceremony.present, translate("rehearsal", "mencatat kehadiran")
        )
        if not code:
            # The whole list is seen again.
            yield from acting.strike(Qt.Key.Key_Escape)
        yield None

    def _scanned(self, official: Official, code: str) -> Script:
        acting = self._acting
        yield from acting.rest(Rest.SCAN)
        window = yield from _keyboard(acting)
        acting.memory.note("scan", person=official.id)
        hand.type_at(window, f"{code}\r")
        acting.pictures.take("memindai-undangan")

    def _printed(self) -> Generator[Until | None, None, dict[str, str]]:
        """What a reader sees on the paper, by who it is for."""
        if self._codes is None:
            from kpu_desk.services import invitations

            paper, desk, ceremony = self._paper, self._acting.desk, self._acting.ceremony
            words = translate("rehearsal", "membaca kode undangan")
            found = yield from self._acting.work(lambda _progress, _cancelled: invitations.codes_on(paper), words)
            assert isinstance(found, tuple)
            self._codes = {invitations.invited(desk, ceremony, code): code for code in found}
        return self._codes


def find(acting: Acting, official: Official) -> Script:
    """Letters of the name, typed at the desk, and up or down to the person."""
    people = acting.operator.people
    word = max((part for part in re.split(r"[^A-Za-z]+", official.name.partition(",")[0])), key=len)
    for letter in word[:_LETTERS].lower():
        yield from acting.strike(Qt.Key(ord(letter.upper())), letter)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        last = None
        while people.selected_id() not in (official.id, last):
            last = people.selected_id()
            yield from acting.strike(key)


def pick(acting: Acting, official: Official) -> Script:
    """Puts the bar on a person: a click on the line where it is to be seen, else by letters of the name."""
    people = acting.operator.people
    if people.selected_id() == official.id:
        return
    line = people.table.visualRect(people.model.index(people.model.row_of(official.id), 0))
    if people.table.viewport().rect().contains(line.center()):
        yield from acting.rest(Rest.CHOICE)
        acting.memory.note("act", where=acting.where)
        hand.press(people.table.viewport(), line.center())
    else:
        yield from find(acting, official)
        yield from acting.strike(Qt.Key.Key_Escape)
    yield from acting.settled(lambda: people.selected_id() == official.id, translate("rehearsal", "memilih orang"))


def _keyboard(acting: Acting) -> Generator[Until | None, None, QWindow]:
    """The window that has the keyboard, whichever it is."""
    if QGuiApplication.focusWindow() is None:
        acting.operator.activateWindow()
    yield from acting.settled(
        lambda: QGuiApplication.focusWindow() is not None, translate("rehearsal", "jendela dengan papan ketik")
    )
    window = QGuiApplication.focusWindow()
    assert window is not None
    return window
