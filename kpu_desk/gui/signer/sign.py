"""Third step: the confirmed sentence, a pad for each ink of the sheet, and the button that hands all of them over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpu_desk.domain.assisting import Way
from kpu_desk.domain.checks import check_ink_enough, check_ink_not_straight, may_be_a_palm, needs_confirming
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.pad import PadAct, PadPlace
from kpu_desk.domain.showing import AskedInk, CapturedInk, ShownSheet
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.look import BASE
from kpu_desk.gui.pad_writing import Writing
from kpu_desk.gui.signer.gloss import Statement
from kpu_desk.gui.signer.head import SheetHead
from kpu_desk.gui.signer.pad_message import PadMessage
from kpu_desk.gui.signer.pads import Pads
from kpu_desk.gui.signer.parts import GAP, Picture, column, row, touch_button
from kpu_desk.gui.spoken import Spoken


class SignStep(Spoken, QWidget):
    """Where the signature is written, and beside it whatever else the sheet asks for, each on a pad of its own.

    Signals:
        signed: the inks of the sheet as `CapturedInk`s, all of them; the step is busy until `accepted` or `refuse`.
        turned: another pad is in hand, where nobody writes at this moment.
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
        self._told_at = 0
        self._writings: list[Writing] = []
        self._sure: set[str] = set()
        self._asks_whose = False
        self._head = SheetHead()
        self._statement = Statement("heading", "confirmed_statement")
        self._message = PadMessage()
        self._telling: Callable[[], None] = self._tell_request
        self.pads = Pads()
        self._again = touch_button("read_again", "", "plain", "document")
        self._decline = touch_button("decline", "", "quiet")
        self._undo = touch_button("undo_stroke", "", "plain", "undo")
        self._clear = touch_button("clear", "", "plain", "clear")
        self._redo = touch_button("bring_back", "", "plain", "redo")
        self._answer: Callable[[bool], None] | None = None
        self._sign = touch_button("sign", "", "primary", "pen")
        for button in (self._undo, self._redo, self._clear):
            # On the smallest screen all of them stand beside the words of the largest button.
            button.setProperty("snug", True)
        self._put_together()
        self._again.clicked.connect(self.read_again)
        self._decline.clicked.connect(self.declined)
        self._undo.clicked.connect(self.pads.undo_stroke)
        self._clear.clicked.connect(self.pads.clear)
        self._redo.clicked.connect(self.pads.bring_back)
        self._sign.clicked.connect(self._on_sign)
        self.pads.changed.connect(self._on_changed)
        self.pads.chosen.connect(self._on_chosen)
        self._message.answered.connect(self._on_answer)
        self.say_words()

    @property
    def kind(self) -> InkKind:
        """What the pad in hand is for."""
        return self._asked[self.pads.at].kind if self._asked else InkKind.SIGNATURE

    @property
    def kinds(self) -> tuple[InkKind, ...]:
        """What the pads that are shown are for."""
        return tuple(asked.kind for asked in self._asked)

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._head, 1)
        head.addWidget(self._again)
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
        layout.addWidget(self.pads, 1)
        layout.addSpacing(BASE)
        layout.addLayout(row(self._undo, self._redo, self._clear, None, self._sign))

    def open(self, sheet: ShownSheet, name: str, number: int, count: int, way: Way | None = None) -> None:
        """Empty pads for one sheet; ``way`` is how a helped person signs.

        Where an interruption left ink, it is there and the person is asked.
        """
        self._way = way
        self._head.show_sheet(sheet, number, count)
        self._sheet = sheet
        self._statement.show_sentence(sheet.statement)
        self._asked = sheet.asked
        self._writings = [Writing(name, self._title(asked.kind), asked.before) for asked in sheet.asked]
        self._sure.clear()
        self._busy = False
        self._answer = self._go_on if any(writing.strokes for writing in self._writings) else None
        self._told_at = 0
        self.pads.open(self.kinds, self._writings)
        self._name_acts()
        self._tell(self._tell_request)
        if self._answer is not None:
            self._ask(self._answer)
        self._wake()

    def give_up(self, act: PadAct) -> None:
        """Erases what is on the pads and was not accepted; ``act`` says why."""
        for at, writing in enumerate(self._writings):
            writing.give_up(act)
            self._tell_change(at)

    def forget(self) -> None:
        """No ink, no name: nothing of a person stays when the window is at rest."""
        self.give_up(PadAct.RECALLED)
        self._busy = False
        self._answer = None
        self._sheet = None
        self._asked = ()
        self._writings.clear()
        self._sure.clear()
        self.pads.forget()

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
        """What was handed over is on the pads again, to be changed."""
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
        if not self._busy and self._all_written and not any(pad.is_writing for pad in self.pads.shown):
            self._check(0)

    def _check(self, at: int) -> None:
        """Looks at the inks from this one on, and hands all over where none has to be asked about."""
        # Whoever vouches for a helped person vouches for any mark.
        any_mark = self._way not in (None, Way.READ_TO)
        inks = [pad.ink() for pad in self.pads.shown]
        for number, kind in list(enumerate(self.kinds))[at:]:
            ink = inks[number]
            try:
                check_ink_enough(ink, kind)
                if not any_mark:
                    check_ink_not_straight(ink, kind)
            except RuleError as error:
                # Now and of this pad; what saving refuses is said later, and of the sheet.
                self.pads.choose(number)
                self._tell_error(error)
                return
            short, palm = needs_confirming(ink, kind), may_be_a_palm(ink, inks)
            if not any_mark and (short or palm) and ink.digest() not in self._sure:
                self.pads.choose(number)
                self._asks_whose = not short
                self._ask(partial(self._on_sure, number, ink.digest()))
                return
        self._hand_over()

    def _on_sure(self, number: int, digest: str, yes: bool) -> None:
        if yes:
            self._sure.add(digest)
            self._writings[number].count(PadAct.CONFIRMED)
            self._tell_change(number)
            self._check(number + 1)

    def _hand_over(self) -> None:
        inks = tuple(
            CapturedInk(kind, pad.ink(), pad.device(), writing.counts)
            for kind, pad, writing in zip(self.kinds, self.pads.shown, self._writings, strict=True)
        )
        self._tell(self._tell_request)
        self._set_busy(True)
        self.signed.emit(inks)

    def _go_on(self, yes: bool) -> None:
        if not yes:
            self.give_up(PadAct.BEGUN_AGAIN)
            self.pads.open(self.kinds, self._writings)

    def _ask(self, answer: Callable[[bool], None]) -> None:
        """Asks, and nothing else can be done until it is answered."""
        self._answer = answer
        self._tell(self._tell_question)
        self.pads.set_frozen(True)
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
            why = (
                self.tr("Kotak ini ditulis dengan alat lain.")
                if self._asks_whose
                else self.tr("Goresan ini sangat pendek.")
            )
            whether = (
                self.tr("Apakah ini paraf Anda?")
                if self.kind is InkKind.PARAF
                else self.tr("Apakah ini tanda tangan Anda?")
            )
            self._message.ask_whether(f"{why} {whether}", self.tr("Ya, benar"), self.tr("Bukan, ubah"))

    def _on_answer(self, yes: bool) -> None:
        answer, self._answer = self._answer, None
        if answer is None:
            return
        self.pads.in_hand.setFocus()
        self._tell(self._tell_request)
        self.pads.set_frozen(False)
        answer(yes)
        self._wake()

    def _tell_change(self, at: int) -> None:
        if self._sheet is None or at >= len(self._writings):
            return
        place = PadPlace(self._sheet.sheet_id, self._sheet.slot, self._asked[at].kind, self._sheet.frozen_sha256)
        change = self._writings[at].change(place)
        if change is not None:
            self.kept.emit(change)

    def _on_changed(self, at: int) -> None:
        self._wake()
        self._tell_change(at)
        if not self.pads.in_hand.is_writing:
            # New words move things about: not while somebody writes.
            self._on_chosen()
            if self._telling == self._tell_request:
                self._tell_request()

    def _on_chosen(self) -> None:
        self._wake()
        self._name_acts()
        if not self.pads.in_hand.is_writing and self._told_at != self.pads.at:
            self._told_at = self.pads.at
            self.turned.emit()

    def say_words(self) -> None:
        self._again.setText(self.tr("Baca lagi"))
        self._decline.setText(self.tr("Saya tidak menandatangani"))
        self._undo.setText(self.tr("Urungkan"))
        self._redo.setToolTip(self.tr("Kembalikan yang dihapus"))
        self._clear.setText(self.tr("Ulangi"))
        for writing, asked in zip(self._writings, self._asked, strict=False):
            writing.title = self._title(asked.kind)
        self._name_acts()
        self._telling()
        self._wake()

    def _title(self, kind: InkKind) -> str:
        """What the pad is called where a sheet asks for more than one ink."""
        return self._words(kind) if len(self._asked) > 1 else ""

    def _words(self, kind: InkKind) -> str:
        return {
            InkKind.SIGNATURE: self.tr("Tanda tangan"),
            InkKind.ATTACHMENT: self.tr("Tanda tangan lampiran"),
            InkKind.PARAF: self.tr("Paraf"),
        }[kind]

    def _request(self) -> str:
        """What to write; among several pads, on which of them nothing stands yet."""
        empty = [asked for asked, pad in zip(self._asked, self.pads.shown, strict=False) if pad.is_empty]
        if len(self._asked) < 2:
            return self._request_to_sign()
        if not empty:
            return self.tr("Semua kotak sudah terisi.")
        if len(empty) == len(self._asked):
            return self._request_to_sign_and(self._asked[-1])
        return self.tr("Belum terisi: {missing}.").format(
            missing=", ".join(self._words(asked.kind).lower() for asked in empty)
        )

    def _request_to_sign_and(self, last: AskedInk) -> str:
        """All of it at once; how often a paraf is written, and for which pages it stands."""
        if last.kind is not InkKind.PARAF:
            return self.tr("Silakan menandatangani di kedua kotak ini; yang kedua untuk lampiran.")
        pages = len(last.places)
        if pages == 1:
            return self.tr("Silakan mengisi {count} kotak ini; paraf untuk kaki halaman {page}.").format(
                count=len(self._asked), page=last.places[0].page + 1
            )
        return self.tr("Silakan mengisi {count} kotak ini; satu paraf untuk kaki {pages} halaman.").format(
            count=len(self._asked), pages=pages
        )

    def _request_to_sign(self) -> str:
        if self._way is Way.MARK:
            return self.tr("Silakan membubuhkan tanda Anda di dalam kotak ini, dengan pena atau jari.")
        if self._way is Way.THUMB:
            return self.tr("Bubuhkan cap jempol pada lembar kertas, lalu sentuh kotak ini dengan jempol yang sama.")
        return self.tr("Silakan menandatangani di dalam kotak ini.")

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.pads.set_frozen(busy)
        self._wake()

    @property
    def _all_written(self) -> bool:
        return not any(pad.is_empty for pad in self.pads.shown)

    def _wake(self) -> None:
        pad, free = self.pads.in_hand, not self._busy and self._answer is None
        ink = not pad.is_empty
        for button, awake in (
            (self._undo, ink),
            (self._clear, ink),
            (self._redo, pad.writing.can_bring_back),
            (self._decline, True),
            (self._again, True),
            (self._sign, self._all_written),
        ):
            if button.hasFocus() and not (awake and free):
                # Else Qt sends the keys on to the next that takes them, which is another pad.
                pad.setFocus()
            button.setEnabled(awake and free)
        self._sign.setText(self.tr("Menyimpan …") if self._busy else self.tr("Tanda tangani"))

    def _name_acts(self) -> None:
        """To whoever has the window read aloud the buttons name the pad in hand; others see its frame."""
        title = self.pads.in_hand.writing.title.lower()
        for button, alone, named in (
            (self._undo, self.tr("Urungkan goresan terakhir"), self.tr("Urungkan goresan terakhir: {pad}")),
            (self._clear, self.tr("Ulangi"), self.tr("Ulangi: {pad}")),
            (self._redo, self.tr("Kembalikan yang dihapus"), self.tr("Kembalikan yang dihapus: {pad}")),
        ):
            button.setAccessibleName(named.format(pad=title) if title else alone)
