"""First step: is the person before the pad the one who was called?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.showing import ShownSheet, Sitting
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.signer.parts import column, row, touch_button, wrapped
from kpu_desk.gui.spoken import Spoken


class NameStep(Spoken, QWidget):
    """Name and office in large letters, and what there is to sign.

    Signals:
        confirmed: "Ya, ini saya".
        denied: "Bukan saya".
    """

    confirmed = Signal()
    denied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("name_step")
        self._sitting: Sitting | None = None
        self._greeting = wrapped("signer", centred=True)
        self._name = wrapped("name", centred=True)
        self._name.setObjectName("signer_name")
        self._office = wrapped("signer", centred=True)
        self._sheets = wrapped("heading", centred=True)
        self._sheets.setObjectName("sheet_list")
        self._no = touch_button("not_me", "")
        self._yes = touch_button("yes_its_me", "", "primary")
        self._no.clicked.connect(self.denied)
        self._yes.clicked.connect(self.confirmed)
        layout = column(self)
        layout.addStretch(2)
        for part in (self._greeting, self._name, self._office):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._sheets)
        layout.addStretch(2)
        layout.addLayout(row(self._no, None, self._yes))

    def show_sitting(self, sitting: Sitting) -> None:
        """Names the person and the sheets."""
        self._sitting = sitting
        self.say_words()

    def say_words(self) -> None:
        self._no.setText(self.tr("Bukan saya"))
        self._yes.setText(self.tr("Ya, ini saya"))
        sitting = self._sitting
        if sitting is None:
            return
        self._greeting.setText(self.tr("Selamat datang. Apakah ini nama Anda?"))
        self._name.setText(sitting.name)
        self._office.setText(sitting.office)
        count = len(sitting.sheets)
        titles = [self._line(sheet) for sheet in sitting.sheets[:4]]
        if count > len(titles):
            titles.append(self.tr("dan {count} lembar lain").format(count=count - len(titles)))
        if count == 1:
            head = self.tr("Anda diminta menandatangani satu lembar:")
        else:
            head = self.tr("Anda diminta menandatangani {count} lembar:").format(count=count)
        if sitting.helped is not None:
            titles.append(
                self.tr("Dibacakan oleh {helper}; saksi: {witnesses}").format(
                    helper=sitting.helped.helper.name,
                    witnesses=self.tr(" dan ").join(one.name for one in sitting.helped.witnesses),
                )
            )
        self._sheets.setText("\n".join([head, *titles]))

    def _line(self, sheet: ShownSheet) -> str:
        with_paraf = any(asked.kind is InkKind.PARAF for asked in sheet.asked)
        sentence = (
            self.tr("{title} (sebagai {role}), dengan paraf") if with_paraf else self.tr("{title} (sebagai {role})")
        )
        return sentence.format(
            title=document_words(sheet.title, self.language), role=document_words(sheet.role_label, self.language)
        )
