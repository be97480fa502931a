"""An act of a window, with its menu entry and its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kpu_desk.gui.look import icon


def make_act(
    window: QWidget, name: str, words: str, keys: str = "", *, picture: str = "", do: Callable[[], object] | None = None
) -> QAction:
    """An action of the window, named for tests and readers.

    Args:
        keys: as Qt writes them, ``Ctrl+N``; empty for none.
        picture: of the icon; empty for none.
        do: what it does; None where the caller connects it.
    """
    action = QAction(words, window)
    action.setObjectName(name)
    if keys:
        action.setShortcut(QKeySequence(keys))
    # A finger that rests on F9 begins one step of the rundown, not all of them.
    action.setAutoRepeat(False)
    if picture:
        action.setIcon(icon(picture, "ink", 20))
    if do is not None:
        # Qt hands over whether the action is checked; no act wants to know.
        action.triggered.connect(lambda _checked=False: do())
    window.addAction(action)
    return action
