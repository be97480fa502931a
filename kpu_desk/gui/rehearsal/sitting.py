"""People at the signer's window: called, greeted, reading to the end, writing with a pen, accepted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from kpu_desk.gui.ink_canvas import InkCanvas
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.rehearsal import hand
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.player import Script, StuckError
from kpu_desk.gui.rehearsal.recordings import InkSupply

Sources = dict[tuple[str, str], str | None]
"""By sheet id and slot: file name of the recording a signature was written from, None for synthesised ink."""


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
        yield from acting.settled(lambda: panel.target() == official_id, "memilih yang dipanggil")
        yield from acting.press(panel.call_button, "Panggil")
        yes = yield from acting.find(acting.signer, QWidget, "yes_its_me")
        yield from acting.press(yes, "Ya, ini saya")
        while acting.calling.running:
            yield from self._read()
            yield from self._write(official_id)
        # With one screen only, the signer's window covers the desk until the operator takes the screen back.
        back = acting.signer.findChild(QWidget, "back_to_desk")
        if back is not None and back.isVisible():
            yield from acting.press(back, "Kembali ke meja")

    def _read(self) -> Script:
        acting = self._acting
        view = yield from acting.find(acting.signer, PageView, "page_view")
        have_read = yield from acting.find(acting.signer, QWidget, "have_read")
        paints, bar = _Paints(view.viewport()), view.verticalScrollBar()
        # The first picture may have been painted before anybody counted.
        view.viewport().update()
        try:
            yield from acting.settled(paints.more_than(0), "menggambar halaman")
            while bar.value() < bar.maximum():
                before, count = bar.value(), paints.count
                hand.flick(view)
                if bar.value() == before:
                    raise StuckError("menggulir halaman")
                yield from acting.settled(paints.more_than(count), "menggambar halaman")
        finally:
            paints.stop()
        yield from acting.press(have_read, "Saya telah membaca")

    def _write(self, official_id: str) -> Script:
        acting = self._acting
        pad = yield from acting.find(acting.signer, InkCanvas, "ink_canvas")
        sign = yield from acting.find(acting.signer, QWidget, "sign")
        recording = self._supply.next_for(self._handwriting.setdefault(official_id, len(self._handwriting)))
        for stroke in self._pen.strokes(pad, recording):
            self._pen.write(pad, stroke)
            yield None
        before = len(acting.ceremony.signatures)
        yield from acting.press(sign, "Tanda tangani")
        yield from acting.settled(self._accepted(before), "menerima tanda tangan")
        signature = acting.ceremony.signatures[-1]
        self._sources[signature.sheet_id, signature.slot] = recording.source
        slots = sum(len(sheet.slots) for sheet in acting.ceremony.sheets)
        acting.tell("Menandatangani", len(acting.ceremony.signatures), slots)

    def _accepted(self, before: int) -> Callable[[], bool]:
        refusal = self._acting.signer.findChild(QWidget, "refusal")

        def holds() -> bool:
            if refusal is not None and refusal.isVisible():
                raise StuckError("tanda tangan ditolak di layar penanda tangan")
            return len(self._acting.ceremony.signatures) > before

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
