"""The right of the desk: who is next, the one button that calls, and what is on the signer's screen now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.acts_rundown import due_slots
from kpu_desk.domain.calling import USUAL, CallingOrder
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Role
from kpu_desk.domain.officials import Official
from kpu_desk.gui.look import BASE
from kpu_desk.gui.operator.live_ink import LiveInk
from kpu_desk.gui.widgets import caption, label, plain_button, primary_button

_QUEUE = 4


class NextPanel(QFrame):
    """Who would be called.

    Signals:
        call_wanted(official_id): "Panggil".
        skip_wanted(): "Lewati", or back to where he was.
        recall_wanted(): "Tarik kembali".
        pause_wanted(paused): "Jeda", or on again.
    """

    call_wanted = Signal(str)
    skip_wanted = Signal()
    recall_wanted = Signal()
    pause_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._target = ""
        self.returns = False
        """Whether whoever is shown was skipped and would have his place again."""
        self._order = caption("")
        self._name = label("", "heading")
        self._name.setWordWrap(True)
        self._office = label("", "soft")
        self._office.setWordWrap(True)
        self._sheets = label("")
        self._sheets.setWordWrap(True)
        self.call_button = primary_button(self.tr("Panggil   Spasi"), "next")
        self.call_button.setObjectName("call")
        self.skip_button = plain_button("")
        self.skip_button.setObjectName("skip_next")
        self._why_not = caption("")
        self._screen_title = caption(self.tr("DI LAYAR PENANDA TANGAN"))
        self._screen = label(self.tr("Menunggu panggilan"))
        self._screen.setWordWrap(True)
        self._device = caption("")
        self._device.setObjectName("signer_device")
        self._device.setWordWrap(True)
        self.ink = LiveInk()
        self.recall_button = plain_button(self.tr("Tarik kembali"))
        self.recall_button.setObjectName("recall")
        self.pause_button = plain_button(self.tr("Jeda"))
        self.pause_button.setObjectName("pause")
        self.pause_button.setCheckable(True)
        self._queue_title = caption(self.tr("SETELAH ITU"))
        self._queue = label("", "soft")
        self._queue.setWordWrap(True)
        self._lay_out()
        self.call_button.clicked.connect(lambda: self.call_wanted.emit(self._target))
        self.skip_button.clicked.connect(self.skip_wanted)
        self.recall_button.clicked.connect(self.recall_wanted)
        self.pause_button.clicked.connect(self.pause_wanted)
        self.show_next(None, None, (), "")
        self.show_screen("", running=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 2, BASE * 2, BASE * 2, BASE * 2)
        column.setSpacing(BASE // 2)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._order, 1)
        head.addWidget(self.skip_button)
        column.addLayout(head)
        for widget in (self._name, self._office, self._sheets):
            column.addWidget(widget)
        column.addSpacing(BASE)
        column.addWidget(self.call_button)
        column.addWidget(self._why_not)
        column.addSpacing(BASE * 2)
        column.addWidget(_rule())
        column.addSpacing(BASE)
        column.addWidget(self._screen_title)
        column.addWidget(self._screen)
        column.addWidget(self._device)
        # The buttons stand above the picture: on a low screen the picture is what may be out of sight, never they.
        acts = QHBoxLayout()
        acts.setContentsMargins(0, BASE // 2, 0, 0)
        acts.setSpacing(BASE)
        acts.addWidget(self.pause_button, 1)
        acts.addWidget(self.recall_button, 1)
        column.addLayout(acts)
        column.addSpacing(BASE // 2)
        column.addWidget(self.ink)
        column.addSpacing(BASE)
        column.addWidget(_rule())
        column.addSpacing(BASE)
        column.addWidget(self._queue_title)
        column.addWidget(self._queue)
        column.addStretch(1)

    def show_next(
        self,
        ceremony: Ceremony | None,
        target: Official | None,
        queue: tuple[Official, ...],
        why_not: str,
        order: CallingOrder = USUAL,
    ) -> None:
        """Shows who would be called.

        Args:
            target: the person chosen in the table, or the next in order; None when nobody can be called.
            queue: everybody who can be called, in order.
            why_not: the reason in words when calling is not possible; switches the button off.
            order: how the queue was put together.
        """
        self._target = target.id if target is not None else ""
        first = queue[0] if queue else None
        chosen = target is not None and target != first
        self._order.setText(self.tr("DIPILIH") if chosen else self.tr("BERIKUTNYA"))
        if ceremony is None or target is None:
            self._name.setText(self.tr("Belum ada"))
            self._office.setText("")
            self._sheets.setText("")
        else:
            self._name.setText(target.name)
            self._office.setText(ceremony.office_of(target.id))
            self._sheets.setText(self._sheet_words(ceremony, target))
        self.call_button.setEnabled(target is not None and not why_not)
        self.returns = chosen and target is not None and target.id in order.skipped
        self.skip_button.setText(self.tr("Kembali  F3") if self.returns else self.tr("Lewati  F3"))
        self.skip_button.setEnabled(len(queue) > 1)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        rest = [
            self._waiting(ceremony.named(official.id), skipped=official.id in order.skipped)
            for official in queue
            if ceremony is not None and (target is None or official.id != target.id)
        ]
        shown = "\n".join(rest[:_QUEUE])
        more = len(rest) - _QUEUE
        if more > 0:
            shown += "\n" + self.tr("dan {n} orang lagi", "", more).format(n=more)
        self._queue.setText(shown)
        self._queue_title.setText(self.tr("SETELAH ITU, UNIT DEMI UNIT") if order.by_unit else self.tr("SETELAH ITU"))
        self._queue_title.setVisible(bool(rest))

    def show_screen(self, words: str, *, running: bool, paused: bool = False, held: bool = False) -> None:
        """Shows what is on the signer's screen now; ``running`` while somebody is called, ``paused`` while it waits.

        ``held`` while the ceremony itself is paused: only that can be resumed.
        """
        self.pause_button.setEnabled(running and not held)
        self.pause_button.setChecked(paused)
        self.pause_button.setText(self.tr("Lanjutkan") if paused else self.tr("Jeda"))
        self._screen.setText(words or self.tr("Menunggu panggilan"))
        self.ink.setVisible(running)
        self.recall_button.setEnabled(running)

    def show_device(self, words: str) -> None:
        """What the signer's device delivers, in a word."""
        self._device.setText(words)

    def target(self) -> str:
        """Whom "Panggil" would call, or an empty text."""
        return self._target

    def queued(self) -> str:
        """Who comes after, a line each."""
        return self._queue.text()

    def texts(self) -> tuple[str, str, str, str]:
        """Name, office, sheets and the reason shown."""
        return (self._name.text(), self._office.text(), self._sheets.text(), self._why_not.text())

    def _waiting(self, name: str, *, skipped: bool) -> str:
        return self.tr("{name} · dilewati").format(name=name) if skipped else name

    def _sheet_words(self, ceremony: Ceremony, official: Official) -> str:
        slots = due_slots(ceremony, official.id)
        own = [sheet.kind.value for sheet, slot in slots if slot.role is not Role.SAKSI]
        witness = sum(slot.role is Role.SAKSI for _, slot in slots)
        names = list(dict.fromkeys(own))
        if witness and not names:
            return self.tr("{n} lembar sebagai saksi", "", witness).format(n=witness)
        if witness:
            names.append(self.tr("{n} sebagai saksi", "", witness).format(n=witness))
        return (
            self.tr("{n} lembar: {names}", "", len(slots)).format(n=len(slots), names=", ".join(names)) if names else ""
        )


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    rule.setFixedHeight(1)
    return rule
