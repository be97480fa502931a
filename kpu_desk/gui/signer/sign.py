"""Third step: the confirmed sentence, the pad, and the button that hands the signature over."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from kpu_desk.domain.showing import ShownSheet
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.head import SheetHead
from kpu_desk.gui.signer.parts import GAP, column, picture, row, touch_button, wrapped

_PAD_SHAPE = 3.0
"""Width of the pad over its height (look.md)."""
_WIDEST_PAD_PX = 1_320
"""About 350 mm: on a large screen a wider pad only makes the arm travel."""
_MESSAGE_PX = 64
"""Two lines of 18 points."""


class SignStep(QWidget):
    """Where the signature is written.

    Signals:
        signed: "Tanda tangani" was pressed and there is ink; the step is busy until `accepted` or `refuse`.
        declined: "Saya tidak menandatangani".
        read_again: back to the pages.
    """

    signed = Signal()
    declined = Signal()
    read_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_step")
        self._busy = False
        self._head = SheetHead()
        self._statement = wrapped("heading")
        self._statement.setObjectName("confirmed_statement")
        self._message = _Message()
        self._room = _PadRoom()
        self.canvas = self._room.canvas
        self._again = touch_button("read_again", self.tr("Baca lagi"), "plain", "document")
        self._decline = touch_button("decline", self.tr("Saya tidak menandatangani"), "quiet")
        self._undo = touch_button("undo_stroke", self.tr("Hapus goresan terakhir"), "plain", "undo")
        self._clear = touch_button("clear", self.tr("Ulangi"), "plain", "clear")
        self._sign = touch_button("sign", self.tr("Tanda tangani"), "primary", "pen")
        self._put_together()
        self._again.clicked.connect(self.read_again)
        self._decline.clicked.connect(self.declined)
        self._undo.clicked.connect(self.canvas.undo_stroke)
        self._clear.clicked.connect(self.canvas.clear)
        self._sign.clicked.connect(self._on_sign)
        self.canvas.changed.connect(self._wake)

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._head, 1)
        head.addWidget(self._again)
        head.addWidget(self._decline)
        ticked = QHBoxLayout()
        ticked.setSpacing(BASE * 2)
        ticked.addWidget(picture("check", "good", 32), 0, Qt.AlignmentFlag.AlignTop)
        ticked.addWidget(self._statement, 1)
        layout = column(self, BASE * 2)
        layout.addLayout(head)
        layout.addLayout(ticked)
        layout.addWidget(self._message)
        layout.addWidget(self._room, 1)
        layout.addSpacing(BASE)
        layout.addLayout(row(self._undo, self._clear, None, self._sign))

    def open(self, sheet: ShownSheet, name: str, number: int, count: int) -> None:
        """An empty pad for one sheet."""
        self._head.show_sheet(sheet, number, count)
        self._statement.setText(sheet.statement)
        self._message.ask()
        self._busy = False
        self.canvas.begin(name)

    def forget(self) -> None:
        """No ink, no name: nothing of a person stays when the window is at rest."""
        self._busy = False
        self.canvas.begin("")

    def refuse(self, sentence: str) -> None:
        """Says why the signature was not taken; the ink stays and may be handed over again."""
        self._message.refuse(sentence)
        self._set_busy(False)

    def accepted(self) -> None:
        """The signature is saved."""
        self._set_busy(False)

    def _on_sign(self) -> None:
        # A hand that rests on the button while the pen still writes has not pressed it.
        if self._busy or self.canvas.is_writing or self.canvas.is_empty:
            return
        self._message.ask()
        self._set_busy(True)
        self.signed.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.canvas.set_frozen(busy)
        self._wake()

    def _wake(self) -> None:
        ink = not self.canvas.is_empty
        free = not self._busy
        self._undo.setEnabled(ink and free)
        self._clear.setEnabled(ink and free)
        self._decline.setEnabled(free)
        self._again.setEnabled(free)
        self._sign.setEnabled(ink and free)
        self._sign.setText(self.tr("Menyimpan …") if self._busy else self.tr("Tanda tangani"))


class _Message(QStackedWidget):
    """What to do, or why the signature was not taken; one height for both, so that the pad never moves."""

    def __init__(self) -> None:
        super().__init__()
        self._request = wrapped("heading", centred=True)
        self._refusal = wrapped("strong")
        self._refusal.setObjectName("refusal")
        frame = QFrame()
        frame.setProperty("banner", "problem")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(BASE * 2, 0, BASE * 2, 0)
        inside.setSpacing(BASE * 2)
        inside.addWidget(picture("error", "bad", 28))
        inside.addWidget(self._refusal, 1)
        self.addWidget(self._request)
        self.addWidget(frame)
        self.setFixedHeight(_MESSAGE_PX)
        self.ask()

    def ask(self) -> None:
        """Says what to do."""
        self._request.setText(self.tr("Silakan menandatangani di dalam kotak ini."))
        self._refusal.clear()
        self.setCurrentIndex(0)

    def refuse(self, sentence: str) -> None:
        """Says why not."""
        self._refusal.setText(sentence)
        self.setCurrentIndex(1)


class _PadRoom(QWidget):
    """Gives the pad the largest place of its shape, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.canvas = InkCanvas(self)
        self.setMinimumSize(self.canvas.minimumSizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(self.width(), round(self.height() * _PAD_SHAPE), _WIDEST_PAD_PX)
        height = min(self.height(), round(width / _PAD_SHAPE))
        self.canvas.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))
