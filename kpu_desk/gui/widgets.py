"""Small parts that every window uses: headings, buttons, banners, states."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from kpu_desk.gui.look import BASE, DESK, State, Tokens, icon

_BANNERS = {
    "contoh": ("info", "wait"),
    "gladi": ("play", "ground"),
    "problem": ("error", "bad"),
    "good": ("check", "good"),
}


def label(text: str, role: str = "body") -> QLabel:
    """Plain text (never markup: names come from files) in the style sheet's role."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def plain_tip(text: str) -> str:
    """A tool tip that shows the text as it is; Qt would draw markup, and names come from strangers' files."""
    return f"<span>{escape(text)}</span>" if GuiQt.mightBeRichText(text) else text


def heading(text: str, level: int = 1) -> QLabel:
    """A heading: level 1 is the window's or page's, 2 a part's."""
    return label(text, "heading" if level == 1 else "strong")


def caption(text: str) -> QLabel:
    """A small explanation under or beside something; wraps."""
    made = label(text, "caption")
    made.setWordWrap(True)
    return made


class Button(QPushButton):
    """A button of one kind: ``primary`` (the one next action), ``plain``, ``quiet`` or ``danger``."""

    def __init__(self, text: str, kind: str = "plain", icon_name: str = "", *, touch: bool = False) -> None:
        super().__init__(text)
        self._icon_name, self._kind, self._side = icon_name, kind, 28 if touch else 20
        self._zoom = 1.0
        self.setProperty("kind", kind)
        self.setProperty("touch", touch)
        self.setAutoDefault(False)
        self._tokens = DESK
        self.wear(DESK)

    def setText(self, text: str) -> None:
        if text != self.text():
            # The icon is made anew and the window laid out again: not for nothing, while somebody writes.
            super().setText(text)
            self.wear(self._tokens)

    def become(self, kind: str) -> None:
        """A button of another kind from now on."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self.wear(self._tokens)

    def zoom(self, factor: float) -> None:
        """The icon's size times this, from the next `wear` on."""
        self._zoom = factor

    def wear(self, tokens: Tokens) -> None:
        """Draws the icon in these colours."""
        self._tokens = tokens
        if self._icon_name:
            gap = BASE // 2 + 2 if self.text() else 0
            colour = {"primary": "on_accent", "danger": "bad"}.get(self._kind, "ink")
            side = round(self._side * self._zoom)
            self.setIcon(icon(self._icon_name, colour, side, tokens, gap))
            self.setIconSize(QSize(side + gap, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._kind == "primary" and self.hasFocus():
            # The focus ring has the colour of the button itself, so a gap is cut between the two.
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._tokens.on_accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 4, 4)
            painter.end()


def primary_button(text: str, icon_name: str = "", *, touch: bool = False) -> Button:
    """The one next action of a window."""
    return Button(text, "primary", icon_name, touch=touch)


def plain_button(text: str, icon_name: str = "", *, touch: bool = False) -> Button:
    """Any other action."""
    return Button(text, "plain", icon_name, touch=touch)


class Elided(QLabel):
    """One line that ends in "…" when there is no room; the whole text is then the tool tip."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 1, self.fontMetrics().height())

    def whole_text(self) -> str:
        """The text before it was shortened."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


class _Mark(QLabel):
    """One icon of 20 px beside a text."""

    def __init__(self, icon_name: str, colour: str) -> None:
        super().__init__()
        self.tokens, self.icon_name, self.colour = DESK, icon_name, colour
        self._side = 20
        self.wear(DESK)

    def zoom(self, factor: float) -> None:
        self._side = round(20 * factor)

    def wear(self, tokens: Tokens) -> None:
        self.tokens = tokens
        made = icon(self.icon_name, self.colour, self._side, tokens)
        self.setPixmap(made.pixmap(QSize(self._side, self._side), self.devicePixelRatioF()))


class StateMark(QWidget):
    """A state as shape, colour and word together.

    Args:
        wraps: whether a long word takes more lines, where it must not make its panel wider.
    """

    def __init__(self, state: State, word: str, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._mark = _Mark(state.icon_name, state.colour)
        self._word = label(word)
        self._word.setWordWrap(wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BASE // 2 + 2)
        row.addWidget(self._mark)
        row.addWidget(self._word, 1)
        self.setAccessibleName(word)

    def show_state(self, state: State, word: str) -> None:
        """Changes what is shown."""
        self._mark.icon_name, self._mark.colour = state.icon_name, state.colour
        self._mark.wear(self._mark.tokens)
        self._word.setText(word)
        self.setAccessibleName(word)


class Banner(QFrame):
    """One sentence with an icon and at most one button, across the top of a window.

    Args:
        kind: ``contoh``, ``gladi``, ``problem`` or ``good``.
        action: text of the button; none if empty.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(self, kind: str, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", kind)
        self._text = label(text)
        self._text.setWordWrap(True)
        self.setAccessibleName(text)
        self.zoom(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(BASE * 2, BASE // 2, BASE, BASE // 2)
        row.setSpacing(BASE)
        row.addWidget(_Mark(*_BANNERS[kind]))
        row.addWidget(self._text, 1)
        if action:
            act = plain_button(action)
            act.clicked.connect(self.acted)
            row.addWidget(act)

    def zoom(self, factor: float) -> None:
        """Its least height times this."""
        self.setMinimumHeight(round(36 * factor))

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Changes the sentence."""
        self._text.setText(text)
        self.setAccessibleName(text)
