"""The second half of the self-test: a window is painted without a screen."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication, QLabel


def window_paints() -> bool:
    """Whether Qt starts offscreen and paints a window in the program's own look."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication([])
    from kpu_desk.gui.look import apply_look

    if not isinstance(application, QApplication):
        return False
    apply_look(application)
    label = QLabel("KPU Desk")
    label.resize(200, 60)
    label.show()
    picture = label.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    return len(colours) > 1
