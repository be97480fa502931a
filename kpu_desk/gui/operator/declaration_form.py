"""A person declares a conflict of interest apart: what is declared is typed once and not shown here again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kpu_desk.domain.officials import Official
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.widgets import label


class DeclarationForm(FormDialog):
    """The blanks of the office's declaration form, or, once it is noted, only that it can be taken back.

    Args:
        blanks: the form's own labels, in their order.
        noted: whether the person's declaration is noted already.
        keep: takes the answers; ``take_back`` nothing; both give False when a service refused.
    """

    def __init__(
        self,
        official: Official,
        blanks: tuple[str, ...],
        *,
        noted: bool,
        keep: Callable[[tuple[str, ...]], bool],
        take_back: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("declaration_form")
        self._keep, self._take_back, self._noted = keep, take_back, noted
        self.answers: list[QPlainTextEdit] = []
        if noted:
            self.set_titles(self.tr("Deklarasi terpisah"), self.tr("Batalkan deklarasi"))
            words = self.tr(
                "Deklarasi {name} sudah tercatat; isinya hanya ada pada lembarnya. Selama belum ditandatangani, "
                "deklarasi dapat dibatalkan: lembar PBBK kembali menunggu tanda tangan."
            )
        else:
            self.set_titles(self.tr("Deklarasi terpisah"), self.tr("Catat deklarasi"))
            words = self.tr(
                "{name} tidak menandatangani PBBK, melainkan deklarasi konflik kepentingan pada lembar tersendiri yang "
                "terbatas. Isinya tidak tampil di meja, tidak masuk jurnal, dan tidak disebut dalam Berita Acara."
            )
        said = label(words.format(name=official.name))
        said.setWordWrap(True)
        self.body.insertWidget(0, said)
        for number, blank in enumerate(() if noted else blanks, start=1):
            entry = QPlainTextEdit()
            entry.setTabChangesFocus(True)
            entry.setFixedHeight(84)
            self.fields.add(f"answer_{number}", blank, entry)
            self.answers.append(entry)
        self.body.addStretch(1)
        self.resize(760, 280 if noted else 600)
        if self.answers:
            self.answers[0].setFocus()

    def submit(self) -> None:
        if self._noted:
            if self._take_back():
                self.accept()
            return
        answers = tuple(entry.toPlainText() for entry in self.answers)
        empty = [number for number, answer in enumerate(answers, start=1) if not answer.strip()]
        self.fields.clear_complaints()
        for number in empty:
            self.fields.complain(f"answer_{number}", self.tr("Isian ini tidak boleh kosong."))
        if empty:
            self.complain(self.tr("Lengkapi isian yang ditandai."))
        elif self._keep(answers):
            self.accept()
