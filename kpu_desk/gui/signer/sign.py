"""Third step: the confirmed sentence, the pad for each ink of the sheet, and the button that hands them over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpu_desk.domain.assisting import Way
from kpu_desk.domain.checks import check_ink_enough, check_ink_not_straight, needs_confirming
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.pad import PadAct, PadPlace
from kpu_desk.domain.showing import AskedInk, CapturedInk, ShownSheet
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.look import BASE
from kpu_desk.gui.pad_writing import Writing
from kpu_desk.gui.signer.gloss import Statement
from kpu_desk.gui.signer.head import SheetHead
from kpu_desk.gui.signer.pad_message import PadMessage
from kpu_desk.gui.signer.parts import GAP, Picture, column, row, touch_button
from kpu_desk.gui.spoken import Spoken

_PAD_SHAPE = 3.0
"""Width of the pad over its height (look.md)."""
_WIDEST_PAD_PX = 1_320
"""About 350 mm: on a large screen a wider pad only makes the arm travel."""


class SignStep(Spoken, QWidget):
    """Where the signature is written, and after it the paraf where the sheet asks for one, each on an empty pad.

    Signals:
        signed: the inks of the sheet as `CapturedInk`s, all of them, when the last one was handed over; the step is
            busy until `accepted` or `refuse`.
        turned: another ink is on the pad.
        kept: a `PadChange`: what is different on the pad and has to survive the end of the program.
        declined: "Saya tidak menandatangani".
        read_again: back to the pages.
    """

    signed = Signal(object)
    turned = Signal()
    kept = Signal(object)
    declined = Signal()
    read_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_step")
        self._busy = False
        self._sheet: ShownSheet | None = None
        self._asked: tuple[AskedInk, ...] = ()
        self._way: Way | None = None
        self._at = 0
        self._writings: list[Writing] = []
        self._captured: dict[InkKind, CapturedInk] = {}
        self._head = SheetHead()
        self._statement = Statement("heading", "confirmed_statement")
        self._message = PadMessage()
        self._telling: Callable[[], None] = self._tell_request
        self._room = _PadRoom()
        self.canvas = self._room.canvas
        self._again = touch_button("read_again", "", "plain", "document")
        self._decline = touch_button("decline", "", "quiet")
        self._undo = touch_button("undo_stroke", "", "plain", "undo")
        self._clear = touch_button("clear", "", "plain", "clear")
        self._redo = touch_button("bring_back", "", "plain", "redo")
        self._back = touch_button("ink_before", "", "plain", "back")
        self._answer: Callable[[bool], None] | None = None
        self._sign = touch_button("sign", "", "primary", "pen")
        self._back.hide()
        for button in (self._undo, self._redo, self._clear):
            # On the smallest screen all of them stand beside the words of the largest button.
            button.setProperty("snug", True)
        self._put_together()
        self._again.clicked.connect(self.read_again)
        self._decline.clicked.connect(self.declined)
        self._undo.clicked.connect(self.canvas.undo_stroke)
        self._clear.clicked.connect(self.canvas.clear)
        self._redo.clicked.connect(self.canvas.bring_back)
        self._back.clicked.connect(lambda: self._turn_to(self._at - 1))
        self._sign.clicked.connect(self._on_sign)
        self.canvas.changed.connect(self._wake)
        self.canvas.changed.connect(self._tell_change)
        self._message.answered.connect(self._on_answer)
        self.say_words()

    @property
    def kind(self) -> InkKind:
        """What is on the pad."""
        return self._asked[self._at].kind if self._asked else InkKind.SIGNATURE

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._head, 1)
        head.addWidget(self._again)
        head.addWidget(self._back)
        head.addWidget(self._decline)
        confirmed = QWidget()
        # For either hand: a tick stands before what it is about.
        confirmed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        ticked = QHBoxLayout(confirmed)
        ticked.setContentsMargins(0, 0, 0, 0)
        ticked.setSpacing(BASE * 2)
        ticked.addWidget(Picture("check", "good", 32), 0, Qt.AlignmentFlag.AlignTop)
        ticked.addWidget(self._statement, 1)
        layout = column(self, BASE * 2)
        layout.addLayout(head)
        layout.addWidget(confirmed)
        layout.addWidget(self._message)
        layout.addWidget(self._room, 1)
        layout.addSpacing(BASE)
        layout.addLayout(row(self._undo, self._redo, self._clear, None, self._sign))

    def open(self, sheet: ShownSheet, name: str, number: int, count: int, way: Way | None = None) -> None:
        """An empty pad for one sheet; ``way`` is how a helped person signs.

        Where an interruption left ink, it is there and the person is asked.
        """
        self._way = way
        self._head.show_sheet(sheet, number, count)
        self._sheet = sheet
        self._statement.show_sentence(sheet.statement)
        self._asked = sheet.asked
        self._writings = [Writing(name, self._title(asked.kind), asked.before) for asked in sheet.asked]
        self._captured.clear()
        self._busy = False
        self._answer = self._go_on if any(writing.strokes for writing in self._writings) else None
        self._show(0)

    def give_up(self, act: PadAct) -> None:
        """Erases what is on the pad and was not accepted; ``act`` says why."""
        for at, writing in enumerate(self._writings):
            writing.give_up(act)
            self._tell_change(at)

    def forget(self) -> None:
        """No ink, no name: nothing of a person stays when the window is at rest."""
        self.give_up(PadAct.RECALLED)
        self._busy = False
        self._answer = None
        self._sheet = None
        self._asked, self._at = (), 0
        self._writings.clear()
        self._captured.clear()
        self.canvas.begin("")

    def fit_words(self) -> None:
        """The words have another size: the message keeps the height of its two lines."""
        self._message.fit()

    def refuse(self, error: KnownError) -> None:
        """Says why the signature was not taken; the ink stays and may be handed over again."""
        self._tell_error(error)
        self._set_busy(False)

    def accepted(self) -> None:
        """The signature is saved, and what was kept of it until then is gone."""
        self._writings.clear()
        self._set_busy(False)

    def take_back(self) -> None:
        """What was handed over is on the pad again, to be changed."""
        self._set_busy(False)

    def warn(self, error: KnownError | None) -> None:
        """Says what is wrong while the person writes; nothing on the pad changes. None: nothing is any more."""
        if self._answer is None and not self._busy:
            if error is not None:
                self._tell_error(error)
            else:
                self._tell(self._tell_request)

    def _on_sign(self) -> None:
        # A hand that rests on the button while the pen still writes has not pressed it.
        if self._busy or self.canvas.is_writing or self.canvas.is_empty:
            return
        ink = self.canvas.ink()
        # Whoever vouches for a helped person vouches for any mark.
        any_mark = self._way not in (None, Way.READ_TO)
        try:
            check_ink_enough(ink, self.kind)
            if not any_mark:
                check_ink_not_straight(ink, self.kind)
        except RuleError as error:
            # Now, while this pad is before the person; saving would say it two pads later.
            self._tell_error(error)
            return
        if not any_mark and needs_confirming(ink, self.kind):
            self._ask(self._hand_over_confirmed)
        else:
            self._hand_over()

    def _hand_over_confirmed(self, yes: bool) -> None:
        if yes:
            self._writings[self._at].count(PadAct.CONFIRMED)
            self._tell_change()
            self._hand_over()

    def _hand_over(self) -> None:
        writing = self._writings[self._at]
        self._captured[self.kind] = CapturedInk(self.kind, self.canvas.ink(), self.canvas.device(), writing.counts)
        if self._at + 1 < len(self._asked):
            self._turn_to(self._at + 1)
            return
        self._tell(self._tell_request)
        self._set_busy(True)
        self.signed.emit(tuple(self._captured[asked.kind] for asked in self._asked))

    def _go_on(self, yes: bool) -> None:
        if not yes:
            self.give_up(PadAct.BEGUN_AGAIN)
            self.canvas.take_up(self._writings[self._at])

    def _ask(self, answer: Callable[[bool], None]) -> None:
        """Asks, and nothing else can be done until it is answered."""
        self._answer = answer
        self._tell(self._tell_question)
        self.canvas.set_frozen(True)
        self._wake()

    def _tell(self, telling: Callable[[], None]) -> None:
        """Tells something over the pad, and again when the person wants another language."""
        self._telling = telling
        telling()

    def _tell_request(self) -> None:
        self._message.ask(self._request())

    def _tell_error(self, error: KnownError) -> None:
        self._tell(lambda: self._message.refuse(advice_for(error, self.language).text))

    def _tell_question(self) -> None:
        if self._answer == self._go_on:
            self._message.ask_whether(
                self.tr("Goresan Anda dari sebelum gangguan masih ada. Lanjutkan, atau mulai lagi?"),
                self.tr("Lanjutkan"),
                self.tr("Mulai lagi"),
            )
        else:
            question = {
                InkKind.SIGNATURE: self.tr("Goresan ini sangat pendek. Apakah ini tanda tangan Anda?"),
                InkKind.ATTACHMENT: self.tr("Goresan ini sangat pendek. Apakah ini tanda tangan Anda?"),
                InkKind.PARAF: self.tr("Goresan ini sangat pendek. Apakah ini paraf Anda?"),
            }[self.kind]
            self._message.ask_whether(question, self.tr("Ya, benar"), self.tr("Bukan, ubah"))

    def _on_answer(self, yes: bool) -> None:
        answer, self._answer = self._answer, None
        if answer is None:
            return
        self._tell(self._tell_request)
        self.canvas.set_frozen(False)
        answer(yes)
        self._wake()

    def _tell_change(self, at: int | None = None) -> None:
        at = self._at if at is None else at
        if self._sheet is None or at >= len(self._writings):
            return
        place = PadPlace(self._sheet.sheet_id, self._sheet.slot, self._asked[at].kind, self._sheet.frozen_sha256)
        change = self._writings[at].change(place)
        if change is not None:
            self.kept.emit(change)

    def _turn_to(self, at: int) -> None:
        self._show(at)
        self.turned.emit()

    def _show(self, at: int) -> None:
        self._at = at
        # One way back: from the paraf to the signature, from there to the pages.
        # The one that goes first: both together would widen the window of a small screen.
        for button in (self._again, self._back) if at else (self._back, self._again):
            button.setVisible((at > 0) == (button is self._back))
        self._tell(self._tell_request)
        self.canvas.take_up(self._writings[at])
        if self._answer is not None:
            self._ask(self._answer)
        self._wake()

    def say_words(self) -> None:
        self._again.setText(self.tr("Baca lagi"))
        self._decline.setText(self.tr("Saya tidak menandatangani"))
        self._undo.setText(self.tr("Urungkan"))
        self._undo.setAccessibleName(self.tr("Urungkan goresan terakhir"))
        self._redo.setAccessibleName(self.tr("Kembalikan yang dihapus"))
        self._redo.setToolTip(self.tr("Kembalikan yang dihapus"))
        self._clear.setText(self.tr("Ulangi"))
        self._back.setText(self.tr("Kembali"))
        self._back.setAccessibleName(self.tr("Kembali ke tanda tangan sebelumnya"))
        for writing, asked in zip(self._writings, self._asked, strict=False):
            writing.title = self._title(asked.kind)
        self.canvas.say_words()
        self._telling()
        self._say_sign()

    def _title(self, kind: InkKind) -> str:
        """What the pad is called where a sheet asks for more than one ink."""
        if len(self._asked) < 2:
            return ""
        return {
            InkKind.SIGNATURE: self.tr("Tanda tangan"),
            InkKind.ATTACHMENT: self.tr("Tanda tangan lampiran"),
            InkKind.PARAF: self.tr("Paraf"),
        }[kind]

    def _request(self) -> str:
        """What to write now; the ``at``-th of how many, where the sheet asks for several inks."""
        count = len(self._asked)
        if count < 2:
            return self._request_to_sign()
        asked = self._asked[self._at]
        if asked.kind is InkKind.SIGNATURE:
            what = self._request_to_sign()
        elif asked.kind is InkKind.ATTACHMENT:
            what = self.tr("Silakan menandatangani sekali lagi, untuk lampiran.")
        elif len(asked.places) == 1:
            what = self.tr("Silakan membubuhkan paraf, untuk kaki halaman {page}.").format(
                page=asked.places[0].page + 1
            )
        else:
            what = self.tr("Silakan membubuhkan paraf satu kali, untuk kaki {count} halaman.").format(
                count=len(asked.places)
            )
        return self.tr("{number} dari {count}: {what}").format(number=self._at + 1, count=count, what=what)

    def _request_to_sign(self) -> str:
        if self._way is Way.MARK:
            return self.tr("Silakan membubuhkan tanda Anda di dalam kotak ini, dengan pena atau jari.")
        if self._way is Way.THUMB:
            return self.tr("Bubuhkan cap jempol pada lembar kertas, lalu sentuh kotak ini dengan jempol yang sama.")
        return self.tr("Silakan menandatangani di dalam kotak ini.")

    def _next_words(self) -> str:
        """What the button does: go on to the next ink, or hand everything over."""
        if self._at + 1 < len(self._asked):
            return self.tr("Lanjut")
        return self.tr("Simpan semua") if self._at else self.tr("Tanda tangani")

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.canvas.set_frozen(busy)
        self._wake()

    def _wake(self) -> None:
        ink = not self.canvas.is_empty
        free = not self._busy and self._answer is None
        self._undo.setEnabled(ink and free)
        self._clear.setEnabled(ink and free)
        self._redo.setEnabled(free and self.canvas.writing.can_bring_back)
        self._decline.setEnabled(free)
        self._again.setEnabled(free)
        self._back.setEnabled(free)
        self._sign.setEnabled(ink and free)
        self._say_sign()

    def _say_sign(self) -> None:
        self._sign.setText(self.tr("Menyimpan …") if self._busy else self._next_words())


class _PadRoom(QWidget):
    """Gives the pad the largest place of its shape, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.canvas = InkCanvas(self)
        self.zoom(1)

    def zoom(self, factor: float) -> None:
        """The smallest pad times this."""
        self.setMinimumSize(self.canvas.minimumSizeHint() * factor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(self.width(), round(self.height() * _PAD_SHAPE), _WIDEST_PAD_PX)
        height = min(self.height(), round(width / _PAD_SHAPE))
        self.canvas.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))
