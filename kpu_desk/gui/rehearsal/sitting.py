"""People at the signer's window: called, greeted, reading to the end, writing with a pen, accepted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.documents import InkKind
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.player import Script, StuckError
from kpu_desk.gui.rehearsal.recordings import InkSupply
from kpu_desk.gui.signer.sign import SignStep
from kpu_desk.language import translate

Sources = dict[tuple[str, str, InkKind], str | None]
"""By sheet id, slot and kind: file name of the recording an ink was written from, None for synthesised ink."""


class Signing:
    """Calls people and signs for them, with every event that a person would cause."""

    def __init__(self, acting: Acting, supply: InkSupply, sources: Sources) -> None:
        self._acting = acting
        self._supply = supply
        self._sources = sources
        self._pen = hand.Pen()
        self._handwriting: dict[str, int] = {}

    def everybody(self) -> Script:
        """Everybody once in calling order, then whoever has slots that woke meanwhile, until nobody has any."""
        while queue := self._acting.controller.next_signers():
            for official in queue:
                if self._acting.ceremony.open_slots_of(official.id):
                    yield from self._sit(official.id)

    def _sit(self, official_id: str) -> Script:
        acting, panel = self._acting, self._acting.operator.next
        acting.operator.people.select(official_id)
        yield from acting.settled(
            lambda: panel.target() == official_id, translate("rehearsal", "memilih yang dipanggil")
        )
        yield from acting.press(panel.call_button, translate("rehearsal", "Panggil"))
        yes = yield from acting.find(acting.signer, QWidget, "yes_its_me")
        yield from acting.press(yes, translate("rehearsal", "Ya, ini saya"))
        while acting.calling.running:
            yield from self._read()
            yield from self._write(official_id)
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
            while bar.value() < bar.maximum():
                before, count = bar.value(), paints.count
                hand.flick(view)
                if bar.value() == before:
                    raise StuckError(translate("rehearsal", "menggulir halaman"))
                yield from acting.settled(paints.more_than(count), translate("rehearsal", "menggambar halaman"))
        finally:
            paints.stop()
        yield from acting.press(have_read, translate("rehearsal", "Saya telah membaca"))

    def _write(self, official_id: str) -> Script:
        """Every ink that the pad asks for: the signature, and the paraf where the form wants one."""
        acting = self._acting
        step = yield from acting.find(acting.signer, SignStep, "sign_step")
        sign = yield from acting.find(acting.signer, QWidget, "sign")
        hand_number = self._handwriting.setdefault(official_id, len(self._handwriting))
        before = len(acting.ceremony.signatures)
        sources: dict[InkKind, str | None] = {}
        while len(acting.ceremony.signatures) == before:
            kind = step.kind
            recording = self._supply.next_for(hand_number, kind)
            for stroke in self._pen.strokes(step.canvas, recording):
                self._pen.write(step.canvas, stroke)
                yield None
            sources[kind] = recording.source
            yield from acting.press(sign, document_words(kind.words))
            yield from self._witness()
            yield from acting.settled(
                self._went_on(before, step, kind),
                translate("rehearsal", "menerima {ink}").format(ink=document_words(kind.words).lower()),
            )
        signature = acting.ceremony.signatures[-1]
        self._sources.update({(signature.sheet_id, signature.slot, kind): source for kind, source in sources.items()})
        slots = sum(len(sheet.slots) for sheet in acting.ceremony.sheets)
        acting.tell(translate("rehearsal", "Menandatangani"), len(acting.ceremony.signatures), slots)

    def _witness(self) -> Script:
        """The witness taps beside his name where the form asks for it."""
        acting = self._acting
        step = acting.signer.findChild(QWidget, "attest_step")
        if step is None or not step.isVisible():
            return
        tap = yield from acting.find(acting.signer, QWidget, "witness_0")
        yield from acting.press(tap, translate("rehearsal", "Saya menyaksikan"))
        save = yield from acting.find(acting.signer, QWidget, "attest_confirm")
        yield from acting.press(save, translate("rehearsal", "Simpan"))

    def _went_on(self, before: int, step: SignStep, kind: InkKind) -> Callable[[], bool]:
        """Whether the signature was accepted, or another ink is asked for; a refusal stops the rehearsal."""
        refusal = self._acting.signer.findChild(QWidget, "refusal")

        def holds() -> bool:
            if refusal is not None and refusal.isVisible():
                raise StuckError(translate("rehearsal", "tanda tangan ditolak di layar penanda tangan"))
            return len(self._acting.ceremony.signatures) > before or step.kind is not kind

        return holds


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
