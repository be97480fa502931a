"""Dresses the signer's window as one person wants it, as far as everything still fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.look import TOUCH_MM, Look, apply_look, mm_to_px
from kpu_desk.gui.signer.comfort import TEXT_SIZES, Comfort, ComfortStrip
from kpu_desk.gui.signer.read import ReadStep
from kpu_desk.gui.signer.sign import SignStep


class Dress:
    """Words, colours and sides of the window.

    Args:
        window: what is dressed; ``inside`` holds the strip and the steps.
    """

    def __init__(self, window: QWidget, inside: QWidget, strip: ComfortStrip, read: ReadStep, sign: SignStep) -> None:
        self._window, self._inside, self._strip = window, inside, strip
        self._read, self._sign = read, sign
        self.touch_px = mm_to_px(None, TOUCH_MM)
        # The left hand turns the rows of a step around, never the words in them.
        for part in inside.findChildren(QWidget):
            if isinstance(part, QLabel | QAbstractButton | QAbstractScrollArea | InkCanvas):
                part.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def wear(self, comfort: Comfort) -> None:
        """Puts it on, whether it fits or not."""
        look = Look(tokens=comfort.tokens, text_size=comfort.text_size / 100, touch_px=self.touch_px)
        apply_look(self._window, look)
        turned = Qt.LayoutDirection.RightToLeft if comfort.left_handed else Qt.LayoutDirection.LeftToRight
        self._inside.setLayoutDirection(turned)
        self._strip.show_comfort(comfort)
        self._read.pages.show_text_size(TEXT_SIZES.index(comfort.text_size))
        self._read.fit_words()
        self._sign.fit_words()

    def wear_fitting(self, comfort: Comfort) -> Comfort:
        """Puts it on with the next words that fit, and gives what it came to: words cut off help nobody."""
        self.wear(comfort)
        while comfort.text_size != TEXT_SIZES[0] and not self._fits():
            comfort = comfort.with_next_text()
            self.wear(comfort)
        return comfort

    def _fits(self) -> bool:
        beside, room = self._strip.sizeHint(), self._inside.size()
        width = room.width() - beside.width()
        steps = (step for step in self._inside.findChildren(QWidget) if step.objectName().endswith("_step"))
        return beside.height() <= room.height() and all(_least(step, width, room.height()) for step in steps)


def _least(step: QWidget, width: int, height: int) -> bool:
    """Whether a step needs no more room than this, its words on as many lines as that takes."""
    inside, least = step.layout(), step.minimumSizeHint()
    tall = least.height()
    if inside is not None and inside.hasHeightForWidth():
        tall = max(tall, inside.totalMinimumHeightForWidth(width))
    return tall <= height and least.width() <= width
