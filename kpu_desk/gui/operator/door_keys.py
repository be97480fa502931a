"""What is typed reaches the door: letters at the desk go into the search, a scanned invitation from any window."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kpu_desk.domain.invitations import LENGTH, PREFIX

_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
"""What a reader that acts as a keyboard sends last, where it sends anything."""
_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_END_MS: Final = 300
"""How long after the last letter the reader's own Enter may come: nobody's hand is there as fast."""
_PAUSE_MS: Final = 1_000
"""Between two letters: after that the reader has broken off. Both by the clock of the keyboard."""


class DoorKeys(QObject):
    """Listens to whatever window has the keyboard, before that window does.

    At the door a reader types the code of an invitation wherever the keyboard happens to be: into a form that the
    operator is filling, or at the signer's window, which the last signer touched. No letter after the code's first
    five, and no Enter, gets there; what the first four changed is put back. At the desk itself letters that no field
    takes begin a search, so that a name is typed without a key before it.

    Signals:
        scanned(code): an invitation was read, or something that began like one.
    """

    scanned = Signal(str)

    def __init__(self, search: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._search = search
        self._code, self._at_ms, self._ended_ms = "", 0, 0
        self._put_back: Callable[[], None] = _nothing
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not self._code.startswith(PREFIX) and watched is self._search.window().windowHandle():
            self._lead(event)
        return self._reads(event)

    def _lead(self, event: QKeyEvent) -> None:
        """Letters that nothing at the desk takes go into the search."""
        letter = event.text().isalnum() and not event.modifiers() & _HELD
        free = QApplication.activePopupWidget() is None and not isinstance(QApplication.focusWidget(), QLineEdit)
        if letter and free and self._search.isVisible():
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()

    def _reads(self, event: QKeyEvent) -> bool:
        """Whether this key is one of a reader's, and nobody else's business."""
        text, before_ms, self._at_ms = event.text().upper(), self._at_ms, event.timestamp()
        if Qt.Key(event.key()) in _ENDS:
            if self._code.startswith(PREFIX):
                self._end()
                return True
            ended_ms, self._ended_ms = self._ended_ms, 0
            return self._now_ms() < ended_ms + _END_MS
        if not text:
            # Shift, for a capital letter.
            return False
        self._ended_ms = 0
        if before_ms and self._at_ms > before_ms + _PAUSE_MS:
            self._code = ""
        if not self._code.startswith(PREFIX) or not text.isalnum():
            return self._begins(text)
        self._code += text
        if len(self._code) == LENGTH:
            self._end()
            # Now, because an invitation is looked up meanwhile, where keys have no time of their own.
            self._ended_ms = self._now_ms()
        return True

    def _now_ms(self) -> int:
        return self._at_ms or round(time.monotonic() * 1_000)

    def _begins(self, text: str) -> bool:
        code = self._code + text
        if not PREFIX.startswith(code):
            code = text if PREFIX.startswith(text) else ""
        if len(code) == 1:
            focus = QApplication.focusWidget()
            self._put_back = self._search.clear if focus is self._search else _kept(focus)
        self._code = code
        if code != PREFIX:
            return False
        self._put_back()
        return True

    def _end(self) -> None:
        code, self._code = self._code, ""
        self.scanned.emit(code)


def _kept(widget: QWidget | None) -> Callable[[], None]:
    """Puts back what an entry holds now."""
    if isinstance(widget, QComboBox):
        chosen, words = widget.currentIndex(), widget.currentText()

        def choose() -> None:
            widget.setCurrentIndex(chosen)
            if widget.isEditable():
                widget.setEditText(words)

        return choose
    if isinstance(widget, QLineEdit):
        line, text, place = widget, widget.text(), widget.cursorPosition()
        start, length = widget.selectionStart(), widget.selectionLength()

        def write() -> None:
            line.setText(text)
            line.setCursorPosition(place)
            if length:
                line.setSelection(start, length)

        return write
    if isinstance(widget, QPlainTextEdit):
        # What was marked there is gone: an invitation is never scanned into it on purpose.
        page, before = widget, widget.textCursor().selectionStart()

        def cut() -> None:
            cursor = page.textCursor()
            cursor.setPosition(before, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

        return cut
    return _nothing


def _nothing() -> None:
    pass
