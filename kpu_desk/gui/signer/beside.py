"""Those beside the signer: what a helper states before and after, and the taps of witnesses beside their names."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.domain.assisting import Help, Sentences
from kpu_desk.domain.showing import Beside, Helped, ShownSheet, Sitting, Tap
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.gloss import gloss, which_counts
from kpu_desk.gui.signer.head import SheetHead
from kpu_desk.gui.signer.parts import GAP, column, row, touch_button, wrapped
from kpu_desk.gui.spoken import Spoken
from kpu_desk.gui.widgets import Button
from kpu_desk.language import spoken

_SAYING_PX = 320
_MOST_LINES = 4
"""The helper's statement of presence, the two witnesses of the help, and the sheet's own witness."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A line in the language of the window: the button's object name and words, the sentence, and what it means."""

    name: str
    sentence: str
    words: str
    meaning: str = ""


class _Line(QWidget):
    """A sentence and the button that says it; the button stays down once it was touched, and can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._sentence = wrapped("heading")
        self._meaning = wrapped("body_large")
        self.button = touch_button("", "")
        self.button.setCheckable(True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        said = QVBoxLayout()
        said.setSpacing(BASE // 2)
        said.addWidget(self._sentence)
        said.addWidget(self._meaning)
        inside.addLayout(said, 1)
        inside.addWidget(self.button)
        self.button.toggled.connect(self._mark)
        self.zoom(1)
        self.hide()

    def zoom(self, factor: float) -> None:
        """The buttons have one width, with the tick and without."""
        self.button.setMinimumWidth(round(_SAYING_PX * factor))

    def ask(self, asked: _Asked) -> Button:
        """Shows the line, not yet said."""
        self.button.setChecked(False)
        self.say(asked)
        self.show()
        return self.button

    def say(self, asked: _Asked) -> None:
        """The same line in these words; what was touched stays so."""
        self._words = asked.words
        self._sentence.setText(asked.sentence)
        self._meaning.setText(asked.meaning)
        self._meaning.setVisible(bool(asked.meaning))
        self.button.setObjectName(asked.name)
        self.button.setAccessibleName(": ".join(part for part in (asked.words, asked.sentence, asked.meaning) if part))
        self._mark(self.button.isChecked())

    def clear(self) -> None:
        """Nothing is asked, and no name stays."""
        self.hide()
        self._sentence.clear()
        self._meaning.clear()
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
        inside.setSpacing(GAP)
        self._lines = [_Line() for _ in range(_MOST_LINES)]
        for line in self._lines:
            inside.addWidget(line)
            line.button.toggled.connect(lambda on, button=line.button: self.toggled.emit(button.objectName(), on))

    def clear(self) -> None:
        """No line."""
        for line in self._lines:
            line.clear()

    def ask(self, asked: Iterable[_Asked]) -> list[Button]:
        """These lines, none of them said yet; gives their buttons."""
        self.clear()
        return [line.ask(one) for line, one in zip(self._lines, asked, strict=False)]

    def say(self, asked: Iterable[_Asked]) -> None:
        """The same lines in other words."""
        for line, one in zip(self._lines, asked, strict=False):
            line.say(one)


class HelperStep(Spoken, QWidget):
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
        self._helped: Helped | None = None
        self._again = touch_button("helper_read_again", "", "plain", "document")
        self._go_on = touch_button("helper_confirm", "", "primary")
        layout = column(self, BASE * 2)
        layout.addWidget(self._head)
        layout.addWidget(self._who)
        layout.addStretch(1)
        layout.addWidget(self._lines)
        layout.addStretch(2)
        layout.addLayout(row(self._again, None, self._go_on))
        self._again.clicked.connect(self.read_again)
        self._lines.toggled.connect(lambda _name, _on: self._wake())
        self._go_on.clicked.connect(self.confirmed)
        self.say_words()

    def open(self, sheet: ShownSheet, helped: Helped, number: int, count: int) -> None:
        """Nothing is stated yet."""
        self._head.show_sheet(sheet, number, count)
        self._helped = helped
        self._sentences = sheet.helper_says or Sentences("", "", "", "")
        self._buttons = self._lines.ask(self._asked())
        self.say_words()
        self._wake()

    def forget(self) -> None:
        """No name stays."""
        self._helped = None
        self._lines.clear()
        self._buttons.clear()
        self._who.clear()

    def say_words(self) -> None:
        self._again.setText(self.tr("Baca lagi"))
        self._go_on.setText(self.tr("Lanjut"))
        if self._helped is None:
            return
        helper = self._helped.helper
        asked = self.tr("Pendamping: {name}, {office}. Sentuh setiap pernyataan yang Anda buat.").format(
            name=helper.name, office=helper.office
        )
        self._who.setText(" ".join(filter(None, (asked, which_counts(self.language or spoken())))))
        self._lines.say(self._asked())

    def _asked(self) -> list[_Asked]:
        says, language = self._sentences, self.language or spoken()
        return [
            _Asked(f"state_{name}", words, self.tr("Saya nyatakan"), gloss(words, language))
            for name, words in (
                ("identity", says.identity),
                ("read_aloud", says.read_aloud),
                ("explained", says.explained),
            )
        ]

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


class AttestStep(Spoken, QWidget):
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
        self._names: dict[str, Button] = {}
        self._tapped: dict[str, float] = {}
        self._asked_at = 0.0
        self._asked = 0
        self._within_s = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._sheet: ShownSheet | None = None
        self._sitting: Sitting | None = None
        self._back = touch_button("attest_back", "", "plain", "back")
        self._save = touch_button("attest_confirm", "", "primary", "check")
        layout = column(self, BASE * 2)
        layout.addWidget(self._head)
        layout.addWidget(self._request)
        layout.addStretch(1)
        layout.addWidget(self._lines)
        layout.addStretch(2)
        layout.addLayout(row(self._back, None, self._save))
        self._back.clicked.connect(self._on_back)
        self._lines.toggled.connect(self._on_toggled)
        self._save.clicked.connect(self._on_save)
        self.say_words()

    def open(self, sheet: ShownSheet, sitting: Sitting, number: int, count: int) -> None:
        """Asks everybody beside the signer for the first time; nobody has confirmed yet."""
        self._head.show_sheet(sheet, number, count)
        self._sheet, self._sitting = sheet, sitting
        buttons = self._lines.ask(self._lines_asked())
        self._presence = buttons.pop(0) if sheet.helper_says is not None else None
        witnesses = witnesses_of(sheet, sitting)
        self._names = {one.official_id: button for one, button in zip(witnesses, buttons, strict=True)}
        self._within_s, self._asked = sitting.within_s, 0
        self._ask()

    def forget(self) -> None:
        """Nobody is asked and no name stays."""
        self._timer.stop()
        self._sheet = self._sitting = None
        self._lines.clear()
        self._names.clear()
        self._tapped.clear()
        self._presence = None

    def presence(self) -> str:
        """The helper's last statement; empty where it was not made."""
        said = self._presence is not None and self._presence.isChecked()
        return self._sheet.helper_says.presence if said and self._sheet and self._sheet.helper_says else ""

    def taps(self) -> tuple[Tap, ...]:
        """Who confirmed, and when, as seen from now."""
        now = self._clock()
        return tuple(
            Tap(who, round((at - self._asked_at) * 1_000), round((now - at) * 1_000), self._asked)
            for who, at in self._tapped.items()
        )

    def say_words(self) -> None:
        self._back.setText(self.tr("Kembali"))
        self._save.setText(self.tr("Simpan"))
        self._lines.say(self._lines_asked())
        asked = (
            self.tr("Masing-masing menyentuh tombol di samping namanya sendiri.")
            if self._asked < 2
            else self.tr("{minutes} menit telah lewat. Saksi dimohon menyentuh namanya sekali lagi.").format(
                minutes=self._within_s // 60
            )
        )
        stated = self._sheet is not None and self._sheet.helper_says is not None
        counts = which_counts(self.language or spoken()) if stated else ""
        self._request.setText(" ".join(filter(None, (asked, counts))))

    def _lines_asked(self) -> list[_Asked]:
        sheet, sitting = self._sheet, self._sitting
        if sheet is None or sitting is None:
            return []
        made, language = [], self.language or spoken()
        if sheet.helper_says is not None:
            words = sheet.helper_says.presence
            meaning = gloss(words, language)
            if sitting.helped is not None:
                words = self.tr("Pendamping {name}: {words}").format(name=sitting.helped.helper.name, words=words)
            made.append(_Asked("state_presence", words, self.tr("Saya nyatakan"), meaning))
        for number, witness in enumerate(witnesses_of(sheet, sitting)):
            words = self.tr("Saksi: {name}, {office}").format(name=witness.name, office=witness.office)
            made.append(_Asked(f"witness_{number}", words, self.tr("Saya menyaksikan")))
        return made

    def _ask(self) -> None:
        self._tapped.clear()
        for button in (*self._names.values(), *([self._presence] if self._presence is not None else [])):
            button.setChecked(False)
        self._asked += 1
        self._asked_at = self._clock()
        self.say_words()
        self._timer.start(self._within_s * 1_000)
        self._wake()

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
