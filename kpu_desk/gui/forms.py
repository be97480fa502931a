"""Forms: labelled entries with a hint or a complaint under each, and the dialog that holds them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE
from kpu_desk.gui.mark_corner import bear_mark
from kpu_desk.gui.widgets import heading, label, plain_button, primary_button

_Dialog = TypeVar("_Dialog", bound=QDialog)

_LABELS = 140
"""Pixels for the labels, so that entries of two groups one under the other stand in one line."""

_LONGEST_LABEL = 26
_WIDE_LABELS = 200
"""Characters of a label in one line, and the pixels of one that is longer."""


class Fields(QWidget):
    """A column of entries; each has its label at the left and one line under it for a hint or a complaint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(BASE * 2)
        self._grid.setVerticalSpacing(BASE // 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, _LABELS)
        self._hints: dict[str, tuple[QLabel, str]] = {}
        self._controls: dict[str, QWidget] = {}

    def add(self, name: str, text: str, control: QWidget, hint: str = "") -> None:
        """Adds an entry; ``name`` is its object name and the key for complaints."""
        row = self._grid.rowCount()
        title = label(text)
        title.setBuddy(control)
        title.setMinimumHeight(40)
        if len(text) > _LONGEST_LABEL:
            # Words of an office's own form; the entry keeps its room.
            title.setWordWrap(True)
            title.setFixedWidth(_WIDE_LABELS)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        control.setObjectName(name)
        control.setAccessibleName(text)
        self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(control, row, 1)
        self._grid.addWidget(self._hint(name, control, hint), row + 1, 1)

    def add_wide(self, name: str, control: QWidget, hint: str = "") -> None:
        """Adds an entry that tells its own labels and needs the whole width."""
        row = self._grid.rowCount()
        control.setObjectName(name)
        self._grid.addWidget(control, row, 0, 1, 2)
        self._grid.addWidget(self._hint(name, control, hint), row + 1, 0, 1, 2)

    def _hint(self, name: str, control: QWidget, hint: str) -> QLabel:
        under = label(hint, "caption")
        under.setWordWrap(True)
        under.setMinimumHeight(18)
        self._hints[name] = (under, hint)
        self._controls[name] = control
        return under

    def complain(self, name: str, sentence: str) -> None:
        """Says under an entry what is wrong with it; an empty sentence takes it back."""
        under, hint = self._hints[name]
        set_property(under, "tone", "bad" if sentence else "")
        under.setText(sentence or hint)
        set_property(self._controls[name], "problem", bool(sentence))

    def advise(self, name: str, sentence: str) -> None:
        """Says something under an entry that does not forbid it."""
        self._say(name, sentence, "wait")

    def praise(self, name: str, sentence: str) -> None:
        """Says under an entry that it is well."""
        self._say(name, sentence, "good")

    def _say(self, name: str, sentence: str, tone: str) -> None:
        under, hint = self._hints[name]
        set_property(under, "tone", tone if sentence else "")
        under.setText(sentence or hint)
        set_property(self._controls[name], "problem", value=False)

    def clear_complaints(self) -> None:
        """Shows the hints again."""
        for name in self._hints:
            self.complain(name, "")

    def control(self, name: str) -> QWidget:
        """The entry of this name."""
        return self._controls[name]

    def first_entry(self) -> QWidget | None:
        """The first entry that the keyboard reaches, if there is one."""
        reached = Qt.FocusPolicy.TabFocus
        shown = (one for one in self._controls.values() if one.isVisible() and one.isEnabled())
        return next((one for one in shown if one.focusPolicy() & reached), None)

    def complaint(self, name: str) -> str:
        """What stands under an entry now."""
        return self._hints[name][0].text()


class FormDialog(QDialog):
    """A dialog of entries with "Batal" and one named action; window-modal, never over the signer's window.

    Subclasses fill ``fields`` or ``body`` and override ``submit``.
    """

    def __init__(self, title: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(620)
        self.fields = Fields()
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(BASE * 3, BASE, BASE * 3, BASE)
        self.body.setSpacing(BASE)
        self.body.addWidget(self.fields)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._problem = label("")
        self._problem.setWordWrap(True)
        self._problem.setProperty("tone", "bad")
        self._problem.hide()
        self.cancel_button = plain_button(self.tr("Batal"))
        self.ok_button = primary_button(action)
        self.ok_button.setObjectName("ok")
        self.ok_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self.submit)
        foot = self.foot = QHBoxLayout()
        foot.setContentsMargins(BASE * 3, BASE, BASE * 3, BASE * 2)
        foot.addWidget(self._problem, 1)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.ok_button)
        top = QHBoxLayout()
        top.setContentsMargins(BASE * 3, BASE * 2, BASE * 3, 0)
        self._title = heading("")
        top.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.set_titles(title, action)
        bear_mark(self)

    def set_titles(self, title: str, action: str) -> None:
        """Names the form and its one action."""
        self.setWindowTitle(f"KPU Desk – {title}")
        self._title.setText(title)
        self.ok_button.setText(action)

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as its words need, but never larger than the screen it is shown on."""
        room = self.screen().availableSize()
        for line in self.findChildren(QLineEdit):
            # A text longer than its entry is read from its beginning.
            line.home(False)
        # From the inside out: a page scrolls in a form that scrolls.
        for scroll in reversed(self.findChildren(QScrollArea)):
            inside, bar = scroll.widget(), scroll.verticalScrollBar()
            layout = inside.layout() if inside is not None else None
            if layout is not None:
                layout.activate()
                needed = layout.totalMinimumSize().width() + bar.sizeHint().width()
                scroll.setMinimumWidth(min(needed, room.width() - BASE * 12))
        whole = self.layout()
        assert whole is not None
        whole.activate()
        wished = self.size().expandedTo(whole.totalMinimumSize())
        self.resize(wished.boundedTo(QSize(room.width() - BASE * 4, room.height() - BASE * 6)))
        if self.focusWidget() is None and (first := self.fields.first_entry()) is not None:
            # The buttons were made before the entries, and would have the keyboard.
            first.setFocus()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys turn what is longer than the form, wherever the cursor is."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if pages:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + pages * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """The named action; the base form only closes."""
        self.accept()

    def complain(self, sentence: str) -> None:
        """Says beside the buttons what keeps the form open; an empty sentence takes it back."""
        self._say(sentence, "bad")

    def tell(self, sentence: str) -> None:
        """Says in the same place what goes on, until it is taken back or something is wrong."""
        self._say(sentence, "")

    def _say(self, sentence: str, tone: str) -> None:
        set_property(self._problem, "tone", tone)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def problem_text(self) -> str:
        """The sentence beside the buttons, or an empty text."""
        return self._problem.text()


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def opened(dialog: _Dialog) -> _Dialog:
    """Opens a window over its parent, which goes on; it is forgotten once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
