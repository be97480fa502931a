"""Dresses the signer's window as one person wants it, in that person's language, as far as everything still fits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QGridLayout, QLabel, QLayout, QWidget

from kpu_desk.domain.documents import Mark
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.look import TOUCH_MM, Look, apply_look, mm_to_px, tokens_of
from kpu_desk.gui.signer.comfort import TEXT_SIZES, Comfort, ComfortStrip
from kpu_desk.gui.signer.read import ReadStep
from kpu_desk.gui.signer.sign import SignStep
from kpu_desk.gui.spoken import Spoken

SMALLEST = QSize(1_280, 720)
"""On this screen everything has its measures; on a smaller one, as one scaled to 200 % is, all of them shrink."""


class Dress:
    """Words, their size, colours and sides of the window.

    Args:
        window: what is dressed; ``inside`` holds the strip and the steps.
        mark: a rehearsal has colours of its own.
    """

    def __init__(
        self,
        window: QWidget,
        inside: QWidget,
        strip: ComfortStrip,
        read: ReadStep,
        sign: SignStep,
        *,
        mark: Mark,
    ) -> None:
        self._window, self._inside, self._strip = window, inside, strip
        self._read, self._sign, self._tokens = read, sign, tokens_of(mark)
        self._screen: QScreen | None = None
        self._zoom = 1.0
        self._layouts = [_Measures(layout) for layout in window.findChildren(QLayout)]
        # The left hand turns the rows of a step around, never the words in them.
        for part in inside.findChildren(QWidget):
            if isinstance(part, QLabel | QAbstractButton | QAbstractScrollArea | InkCanvas):
                part.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.worn = Comfort()
        self.wear(self.worn)

    def take_screen(self, screen: QScreen) -> None:
        """Whose millimetres count for a finger."""
        self._screen = screen
        self.wear(self.worn)

    def take_room(self, room: QSize) -> None:
        """How much room there is."""
        before = self._zoom
        self._zoom = min(1.0, room.width() / SMALLEST.width(), room.height() / SMALLEST.height())
        if self._zoom != before:
            self.wear(self.worn)

    def wear(self, comfort: Comfort) -> None:
        """Puts it on, whether it fits or not."""
        self.worn = comfort
        zoom, touch = self._zoom, mm_to_px(self._screen, TOUCH_MM, self._zoom)
        tokens = comfort.tokens if comfort.high_contrast else self._tokens
        look = Look(tokens, comfort.text_size / 100, touch, zoom=zoom)
        for measures in self._layouts:
            measures.zoom(zoom)
        apply_look(self._window, look)
        for part in self._window.findChildren(QWidget):
            # A hidden part has its font only when it is asked for; what it needs is measured before it is shown.
            part.ensurePolished()
            if isinstance(part, Spoken):
                part.speak(comfort.language)
        turned = Qt.LayoutDirection.RightToLeft if comfort.left_handed else Qt.LayoutDirection.LeftToRight
        self._inside.setLayoutDirection(turned)
        self._strip.show_comfort(comfort)
        self._read.pages.show_text_size(TEXT_SIZES.index(comfort.text_size))
        self._read.fit_words()
        self._sign.fit_words()

    def take_off(self) -> None:
        """The next person finds the window as it always is."""
        if self.worn != Comfort():
            self.wear(Comfort())

    def wear_next_fitting(self, comfort: Comfort) -> Comfort:
        """Puts it on with these words or the next that fit, and gives what it came to: words cut off help nobody."""
        self.wear(comfort)
        while comfort.text_size != TEXT_SIZES[0] and not self._fits():
            comfort = comfort.with_next_text()
            self.wear(comfort)
        return comfort

    def wear_smaller_if_needed(self) -> Comfort:
        """What is shown has changed: takes smaller words where these have no room any more."""
        comfort = self.worn
        while comfort.text_size != TEXT_SIZES[0] and not self._fits():
            comfort = replace(comfort, text_size=TEXT_SIZES[TEXT_SIZES.index(comfort.text_size) - 1])
            self.wear(comfort)
        return comfort

    def _fits(self) -> bool:
        # On steps that are not shown, layouts and their items remember what other words needed.
        for layout in self._inside.findChildren(QLayout):
            layout.invalidate()
        for part in self._inside.findChildren(QWidget):
            part.updateGeometry()
        beside, room = self._strip.sizeHint(), self._inside.size()
        width = room.width() - beside.width()
        steps = (step for step in self._inside.findChildren(QWidget) if step.objectName().endswith("_step"))
        return beside.height() <= room.height() and all(_least(step, width, room.height()) for step in steps)


class _Measures:
    """Margins and gaps of one layout, as they were made."""

    def __init__(self, layout: QLayout) -> None:
        self._layout = layout
        self._margins = layout.contentsMargins()
        if isinstance(layout, QGridLayout):
            self._gaps = [layout.horizontalSpacing(), layout.verticalSpacing()]
        else:
            self._gaps = [layout.spacing()]

    def zoom(self, factor: float) -> None:
        """Times this."""
        around = self._margins
        sides = (around.left(), around.top(), around.right(), around.bottom())
        self._layout.setContentsMargins(*(round(side * factor) for side in sides))
        gaps = [round(gap * factor) if gap >= 0 else gap for gap in self._gaps]
        if isinstance(self._layout, QGridLayout):
            self._layout.setHorizontalSpacing(gaps[0])
            self._layout.setVerticalSpacing(gaps[1])
        else:
            self._layout.setSpacing(gaps[0])


def _least(step: QWidget, width: int, height: int) -> bool:
    """Whether a step needs no more room than this, its words on as many lines as that takes."""
    inside, least = step.layout(), step.minimumSizeHint()
    tall = least.height()
    if inside is not None and inside.hasHeightForWidth():
        tall = max(tall, inside.totalMinimumHeightForWidth(width))
    return tall <= height and least.width() <= width
