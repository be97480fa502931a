"""Those beside the signer: what a helper states before and after, and the taps of witnesses beside their names."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.assisting import Help, Sentences
from kpu_desk.domain.showing import Beside, Helped, ShownSheet, Sitting, Tap
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.head import SheetHead
from kpu_desk.gui.signer.parts import GAP, column, row, touch_button, wrapped
from kpu_desk.gui.widgets import Button

_MOST_LINES = 4
"""The helper's statement of presence, the two witnesses of the help, and the sheet's own witness."""


class _Line(QWidget):
    """A sentence and the button that says it; the button stays down once it was touched, and can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._sentence = wrapped("heading")
        self.button = touch_button("", "")
        self.button.setCheckable(True)
        self.button.setMinimumWidth(320)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        inside.addWidget(self._sentence, 1)
        inside.addWidget(self.button)
        self.button.toggled.connect(self._mark)
        self.hide()

    def ask(self, name: str, sentence: str, words: str) -> Button:
        """Shows the line, not yet said."""
        self._words = words
        self._sentence.setText(sentence)
        self.button.setObjectName(name)
        self.button.setAccessibleName(f"{words}: {sentence}")
        self.button.setChecked(False)
        self._mark(False)
        self.show()
        return self.button

    def clear(self) -> None:
        """Nothing is asked, and no name stays."""
        self.hide()
        self._sentence.clear()
        self.button.setObjectName("")
        self.button.setAccessibleName("")
        self.button.setChecked(False)

    def _mark(self, on: bool) -> None:
        self.button.setText(f"✓ {self._words}" if on else self._words)


class _Lines(QWidget):
    """Lines under one another. They are made once: what comes into a window later misses its look.

    Signals:
        toggled: the button's object name, and whether it is down.
    """

    toggled = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(BASE * 2)
        self._lines = [_Line() for _ in range(_MOST_LINES)]
        self._used = 0
        for line in self._lines:
            inside.addWidget(line)
            line.button.toggled.connect(lambda on, button=line.button: self.toggled.emit(button.objectName(), on))

    def clear(self) -> None:
        """No line."""
        self._used = 0
        for line in self._lines:
            line.clear()

    def add(self, name: str, sentence: str, words: str) -> Button:
        """The next line."""
        self._used += 1
        return self._lines[self._used - 1].ask(name, sentence, words)


class HelperStep(QWidget):
    """After reading aloud: the helper states who the person is, that all was read, and that it was explained.

    Signals:
        confirmed: all three were touched.
        read_again: back to the pages.
    """

    confirmed = Signal()
    read_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helper_step")
        self._head = SheetHead()
        self._who = wrapped("heading")
        self._who.setObjectName("helper_name")
        self._lines = _Lines()
        self._buttons: list[Button] = []
        self._sentences = Sentences("", "", "", "")
        again = touch_button("helper_read_again", self.tr("Baca lagi"), "plain", "document")
        self._go_on = touch_button("helper_confirm", self.tr("Lanjut"), "primary")
        layout = column(self, BASE * 2)
        layout.addWidget(self._head)
        layout.addWidget(self._who)
        layout.addStretch(1)
        layout.addWidget(self._lines)
        layout.addStretch(2)
        layout.addLayout(row(again, None, self._go_on))
        again.clicked.connect(self.read_again)
        self._lines.toggled.connect(lambda _name, _on: self._wake())
        self._go_on.clicked.connect(self.confirmed)

    def open(self, sheet: ShownSheet, helped: Helped, number: int, count: int) -> None:
        """Nothing is stated yet."""
        self._head.show_sheet(sheet, number, count)
        self._who.setText(
            self.tr("Pendamping: {name}, {office}. Sentuh setiap pernyataan yang Anda buat.").format(
                name=helped.helper.name, office=helped.helper.office
            )
        )
        self._sentences = says = sheet.helper_says or Sentences("", "", "", "")
        self._lines.clear()
        self._buttons = [
            self._lines.add(f"state_{name}", words, self.tr("Saya nyatakan"))
            for name, words in (
                ("identity", says.identity),
                ("read_aloud", says.read_aloud),
                ("explained", says.explained),
            )
        ]
        self._wake()

    def forget(self) -> None:
        """No name stays."""
        self._lines.clear()
        self._buttons.clear()
        self._who.clear()

    def said(self) -> Sentences:
        """What was stated; an empty sentence where it was not."""
        says = self._sentences
        words = (says.identity, says.read_aloud, says.explained)
        identity, read_aloud, explained = (
            text if button.isChecked() else "" for text, button in zip(words, self._buttons, strict=True)
        )
        return Sentences(identity, read_aloud, explained, presence="")

    def _wake(self) -> None:
        self._go_on.setEnabled(bool(self._buttons) and all(button.isChecked() for button in self._buttons))


class AttestStep(QWidget):
    """After writing: the helper states that he saw it, and each witness touches the button beside his own name.

    Who has not confirmed within the office's time is asked again, and what was confirmed meanwhile with him.

    Signals:
        confirmed: all is there; the step is busy until it is left or opened again.
        went_back: back to the pad.
    """

    confirmed = Signal()
    went_back = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attest_step")
        self._clock = clock
        self._head = SheetHead()
        self._request = wrapped("heading")
        self._request.setObjectName("attest_request")
        self._lines = _Lines()
        self._presence: Button | None = None
        self._presence_words = ""
        self._names: dict[str, Button] = {}
        self._tapped: dict[str, float] = {}
        self._asked_at = 0.0
        self._asked = 0
        self._within_s = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask_again)
        back = touch_button("attest_back", self.tr("Kembali"), "plain", "back")
        self._save = touch_button("attest_confirm", self.tr("Simpan"), "primary", "check")
        layout = column(self, BASE * 2)
        layout.addWidget(self._head)
        layout.addWidget(self._request)
        layout.addStretch(1)
        layout.addWidget(self._lines)
        layout.addStretch(2)
        layout.addLayout(row(back, None, self._save))
        back.clicked.connect(self._on_back)
        self._lines.toggled.connect(self._on_toggled)
        self._save.clicked.connect(self._on_save)

    def open(self, sheet: ShownSheet, sitting: Sitting, number: int, count: int) -> None:
        """Asks everybody beside the signer for the first time; nobody has confirmed yet."""
        self._head.show_sheet(sheet, number, count)
        self._lines.clear()
        self._names.clear()
        self._presence, self._presence_words = None, ""
        if sheet.helper_says is not None:
            self._presence_words = sheet.helper_says.presence
            words = self._presence_words
            if sitting.helped is not None:
                words = self.tr("Pendamping {name}: {words}").format(name=sitting.helped.helper.name, words=words)
            self._presence = self._lines.add("state_presence", words, self.tr("Saya nyatakan"))
        for witness in witnesses_of(sheet, sitting):
            words = self.tr("Saksi: {name}, {office}").format(name=witness.name, office=witness.office)
            button = self._lines.add(f"witness_{len(self._names)}", words, self.tr("Saya menyaksikan"))
            self._names[witness.official_id] = button
        self._within_s, self._asked = sitting.within_s, 0
        self._ask(self.tr("Masing-masing menyentuh tombol di samping namanya sendiri."))

    def forget(self) -> None:
        """Nobody is asked and no name stays."""
        self._timer.stop()
        self._lines.clear()
        self._names.clear()
        self._tapped.clear()
        self._presence = None

    def presence(self) -> str:
        """The helper's last statement; empty where it was not made."""
        return self._presence_words if self._presence is not None and self._presence.isChecked() else ""

    def taps(self) -> tuple[Tap, ...]:
        """Who confirmed, and when, as seen from now."""
        now = self._clock()
        return tuple(
            Tap(who, round((at - self._asked_at) * 1_000), round((now - at) * 1_000), self._asked)
            for who, at in self._tapped.items()
        )

    def _ask(self, request: str) -> None:
        self._tapped.clear()
        for button in (*self._names.values(), *([self._presence] if self._presence is not None else [])):
            button.setChecked(False)
        self._asked += 1
        self._asked_at = self._clock()
        self._request.setText(request)
        self._timer.start(self._within_s * 1_000)
        self._wake()

    def _ask_again(self) -> None:
        request = self.tr("{minutes} menit telah lewat. Saksi dimohon menyentuh namanya sekali lagi.")
        self._ask(request.format(minutes=self._within_s // 60))

    def _on_toggled(self, name: str, on: bool) -> None:
        who = next((who for who, button in self._names.items() if button.objectName() == name), "")
        if who and on:
            self._tapped[who] = self._clock()
        else:
            self._tapped.pop(who, None)
        self._wake()

    def _on_back(self) -> None:
        self._timer.stop()
        self.went_back.emit()

    def _on_save(self) -> None:
        self._timer.stop()
        self._save.setEnabled(False)
        self.confirmed.emit()

    def _wake(self) -> None:
        stated = self._presence is None or self._presence.isChecked()
        self._save.setEnabled(stated and len(self._tapped) == len(self._names))


def witnesses_of(sheet: ShownSheet, sitting: Sitting) -> tuple[Beside, ...]:
    """Everybody whose tap the sheet needs, each once: its own witness, and the two of a helped person."""
    asked = [] if sheet.witness is None else [sheet.witness]
    asked += sitting.helped.witnesses if sitting.helped is not None else ()
    return tuple({one.official_id: one for one in asked}.values())


def help_of(sitting: Sitting) -> Help | None:
    """How the person of a sitting is helped, as it is handed over."""
    helped = sitting.helped
    if helped is None:
        return None
    return Help(helped.way, helped.helper.official_id, tuple(one.official_id for one in helped.witnesses))
