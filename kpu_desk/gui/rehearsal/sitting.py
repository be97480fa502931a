"""People at the signer's window: called, greeted, reading to the end, writing with a pen, accepted."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from kpu_desk.domain.calling import willing_signers
from kpu_desk.domain.day_script import REASONS, Habit
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.recording import RecordedSample
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.conduct import Conduct
from kpu_desk.gui.rehearsal.door import pick
from kpu_desk.gui.rehearsal.pace import Rest
from kpu_desk.gui.rehearsal.player import Script, StuckError, Until
from kpu_desk.gui.rehearsal.recordings import InkSupply
from kpu_desk.gui.signer.sign import SignStep
from kpu_desk.language import translate

Stroke = tuple[RecordedSample, ...]


class Signing:
    """Calls people and signs for them, with every event that a person would cause.

    Args:
        conduct: who does otherwise, and what happens between two people.
    """

    def __init__(self, acting: Acting, supply: InkSupply, conduct: Conduct) -> None:
        self._acting, self._supply, self._conduct = acting, supply, conduct
        # After a power failure whoever was writing writes the same again, at the same place.
        self._pen = hand.Pen(acting.memory.inks)
        supply.skip(acting.memory.inks)

    def everybody(self) -> Script:
        """Whoever the desk names next, until nobody has anything to sign and nobody comes any more."""
        while True:
            yield from self._conduct.between()
            queue = willing_signers(self._acting.ceremony)
            if queue:
                yield from self._sit(queue[0].id)
            elif not (yield from self._conduct.somebody_comes()):
                return

    def _sit(self, official_id: str) -> Script:
        acting, panel = self._acting, self._acting.operator.next
        acting.where = "call"
        acting.pictures.take("memanggil")
        if not (yield from self._conduct.call_helped(official_id)):
            if panel.target() != official_id and acting.controller.next_signers()[0].id == official_id:
                # The bar is on somebody else; who is next in order has a key.
                yield from acting.choose(acting.operator.acts.call_next)
            else:
                if panel.target() != official_id:
                    yield from pick(acting, acting.ceremony.official(official_id))
                yield from acting.press(panel.call_button, translate("rehearsal", "Panggil"))
        acting.memory.note("sitting", person=official_id)
        yield from acting.rest(Rest.WALK)
        yes = yield from acting.find(acting.signer, QWidget, "yes_its_me")
        acting.pictures.take("nama")
        yield from acting.rest(Rest.GREETING)
        yield from acting.press(yes, translate("rehearsal", "Ya, ini saya"))
        while acting.calling.running:
            yield from self._conduct.at_the_sheet()
            habit = self._conduct.habit_at_the_sheet(official_id)
            if habit is not None and habit.habit is Habit.LEAVES:
                yield from self._conduct.leaves(habit)
            elif habit is not None:
                yield from self._decline(REASONS.index(habit.words))
                self._conduct.happened(habit)
            else:
                yield from self._read()
                yield from self._be_helped()
                yield from self._write(official_id)
        acting.pictures.take("selesai")
        # With one screen only, the signer's window covers the desk until the operator takes the screen back.
        back = acting.signer.findChild(QWidget, "back_to_desk")
        if back is not None and back.isVisible():
            yield from acting.press(back, translate("rehearsal", "Kembali ke meja"))

    def _read(self) -> Script:
        acting = self._acting
        view = yield from acting.find(acting.signer, PageView, "page_view")
        have_read = yield from acting.find(acting.signer, QWidget, "have_read")
        paints, bar = _Paints(view.viewport()), view.verticalScrollBar()
        # The first picture may have been painted before anybody counted.
        view.viewport().update()
        try:
            yield from acting.settled(paints.more_than(0), translate("rehearsal", "menggambar halaman"))
            acting.pictures.take("membaca")
            while bar.value() < bar.maximum():
                yield from acting.rest(Rest.PAGE)
                before, count = bar.value(), paints.count
                hand.flick(view)
                if bar.value() == before:
                    raise StuckError(translate("rehearsal", "menggulir halaman"))
                yield from acting.settled(paints.more_than(count), translate("rehearsal", "menggambar halaman"))
        finally:
            paints.stop()
        yield from acting.press(have_read, translate("rehearsal", "Saya telah membaca"))

    def _decline(self, reason: int) -> Script:
        acting = self._acting
        for name in ("decline_reading", f"decline_reason_{reason}", "decline_confirm"):
            button = yield from acting.find(acting.signer, QAbstractButton, name)
            if name == "decline_confirm":
                acting.pictures.take("menolak")
            yield from acting.press(button, button.text())
        yield from acting.told(translate("rehearsal", "penolakan tercatat"))

    def _be_helped(self) -> Script:
        """What the helper states before the person writes."""
        step = self._acting.signer.findChild(QWidget, "helper_step")
        if step is not None and step.isVisible():
            self._acting.pictures.take("pendamping")
            yield from self._touch_all(("state_identity", "state_read_aloud", "state_explained", "helper_confirm"))

    def _write(self, official_id: str) -> Script:
        """Every ink that the sheet asks for, each on its pad: the signature, and the paraf where the form wants one."""
        acting = self._acting
        step = yield from acting.find(acting.signer, SignStep, "sign_step")
        sign = yield from acting.find(acting.signer, QWidget, "sign")
        # Whose handwriting: the place in the roster, which a power failure does not change.
        hand_number = [official.id for official in acting.ceremony.officials].index(official_id)
        before = len(acting.ceremony.signatures)
        sources: dict[InkKind, str | None] = {}
        acting.pictures.take("menandatangani-kosong")
        yield from self._go_on(step)
        for kind, pad in zip(step.kinds, step.pads.shown, strict=True):
            recording = self._supply.next_for(hand_number, kind)
            # What a power failure left on the pad was written before it.
            for stroke in self._pen.strokes(pad, recording)[len(pad.writing.strokes) :]:
                yield from self._stroke(pad, stroke)
                yield from self._conduct.while_writing()
            sources[kind] = recording.source
        lifted = time.monotonic()
        acting.pictures.take("menandatangani")
        words = ", ".join(document_words(kind.words) for kind in step.kinds)
        yield from acting.press(sign, words)
        waited = yield from self._attest()
        yield from acting.settled(
            self._went_on(before), translate("rehearsal", "menerima {ink}").format(ink=words.lower())
        )
        took = None if waited or acting.paced else time.monotonic() - lifted
        signature = acting.ceremony.signatures[-1]
        slots = sum(len(sheet.slots) for sheet in acting.ceremony.sheets)
        acting.tell(translate("rehearsal", "Menandatangani"), len(acting.ceremony.signatures), slots)
        yield from self._conduct.signed(signature, sources, took)

    def _go_on(self, step: SignStep) -> Script:
        """Where a power failure left strokes on the pads the person goes on with them, or begins again."""
        acting = self._acting
        question = acting.signer.findChild(QWidget, "pad_question")
        if question is None or not question.isVisible():
            return
        acting.pictures.take("lanjut-atau-mulai-lagi")
        strokes = sum(len(pad.writing.strokes) for pad in step.pads.shown)
        goes_on = self._conduct.goes_on()
        yield from self._touch_all(("answer_yes" if goes_on else "answer_no",))
        acting.memory.note("on_pad", strokes=strokes, went_on=goes_on)

    def _stroke(self, pad: InkCanvas, stroke: Stroke) -> Script:
        if not self._acting.paced:
            self._pen.write(pad, stroke)
            yield None
            return
        began = time.monotonic()
        for number, sample in enumerate(stroke):
            yield Until(_passed(began + (sample.at_ms - stroke[0].at_ms) / 1_000), "", 60.0)
            self._pen.write_sample(pad, stroke, number)
        self._pen.lift(pad, stroke)
        yield None

    def _touch_all(self, names: tuple[str, ...]) -> Script:
        for name in names:
            button = yield from self._acting.find(self._acting.signer, QAbstractButton, name)
            yield from self._acting.press(button, button.text())

    def _attest(self) -> Generator[Until | None, None, bool]:
        """Helper and witnesses touch beside their names where they are asked for; gives whether they were."""
        step = self._acting.signer.findChild(QWidget, "attest_step")
        if step is None or not step.isVisible():
            return False
        self._acting.pictures.take("saksi")
        names = [button.objectName() for button in step.findChildren(QAbstractButton) if button.isVisible()]
        asked = [name for name in names if name.startswith(("state_", "witness_"))]
        yield from self._touch_all((*asked, "attest_confirm"))
        return True

    def _went_on(self, before: int) -> Callable[[], bool]:
        """Whether the signature was accepted; a refusal stops the rehearsal."""
        refusal = self._acting.signer.findChild(QWidget, "refusal")

        def holds() -> bool:
            if refusal is not None and refusal.isVisible():
                raise StuckError(translate("rehearsal", "tanda tangan ditolak di layar penanda tangan"))
            return len(self._acting.ceremony.signatures) > before

        return holds


def _passed(moment: float) -> Callable[[], bool]:
    return lambda: time.monotonic() >= moment


class _Paints(QObject):
    """Counts how often a widget was painted: what was scrolled by unseen was not read."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self.count = 0
        watched.installEventFilter(self)

    def more_than(self, count: int) -> Callable[[], bool]:
        """Whether it was painted again since the count was ``count``."""
        return lambda: self.count > count

    def stop(self) -> None:
        """Counts no more."""
        self._watched.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)
