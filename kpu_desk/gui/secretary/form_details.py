"""What is to be known about one form: whose words, version, year, legal basis, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kpu_desk.domain.forms import Form, Wording
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import Elided, heading, label, plain_button, primary_button

if TYPE_CHECKING:
    from kpu_desk.services.form_texts import ListedForm


class FormDetails(QWidget):
    """Texts about the chosen form, and the act that goes with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", 2)
        self.title.setWordWrap(True)
        self.state = _wrapped("body")
        self.note = _wrapped("body")
        self.facts = _wrapped("soft")
        self.place = Elided("", "soft")
        self.copy_button = primary_button(self.tr("Salin ke folder kantor untuk diubah"))
        self.copy_button.setObjectName("copy_form")
        self.folder_button = plain_button(self.tr("Buka folder kantor"), "folder")
        self.folder_button.setObjectName("open_forms_folder")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, BASE, 0)
        column.setSpacing(BASE)
        for part in (self.title, self.state, self.note, self.facts, self.place):
            column.addWidget(part)
        column.addStretch(1)
        self.texts = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Keterangan naskah"))
        foot = QHBoxLayout()
        foot.addWidget(self.folder_button)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(BASE)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)
        self.show_form(None)

    def show_form(self, listed: ListedForm | None) -> None:
        """Tells about this form, or nothing."""
        form = listed.form if listed is not None else None
        error = listed.error if listed is not None else None
        own = listed is not None and listed.own
        self.title.setText(listed.name if listed is not None else "")
        self.state.setText(self._state(listed))
        self.state.setProperty("tone", "bad" if error is not None else "")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.note.setText(self._wording(form, own=own) if form is not None else "")
        self.note.setVisible(form is not None)
        self.facts.setText(self._facts(form) if form is not None else "")
        self.facts.setVisible(form is not None)
        self.place.setText(str(listed.path) if own and listed is not None else "")
        self.place.setVisible(own)
        self.folder_button.setVisible(own)
        self.copy_button.setVisible(listed is not None and not own and not listed.replaced)

    def _state(self, listed: ListedForm | None) -> str:
        if listed is None:
            return ""
        if listed.error is not None:
            return advice_for(listed.error).text
        if listed.own:
            if listed.replaces:
                return self.tr("Naskah kantor; dipakai sebagai ganti naskah bawaan.")
            return self.tr("Naskah kantor, tambahan di samping naskah bawaan.")
        if listed.replaced:
            return self.tr("Naskah bawaan; tidak dipakai karena kantor mempunyai naskahnya sendiri.")
        return self.tr("Naskah bawaan KPU Desk.")

    def _wording(self, form: Form, *, own: bool) -> str:
        if own:
            # What an office wrote into its file is its own word.
            regulation = form.wording is Wording.REGULATION
            words = self.tr("Menurut berkas kantor kalimatnya dari peraturan. {note}") if regulation else ""
            words = words or self.tr("Menurut berkas kantor kalimatnya rancangan. {note}")
        elif form.wording is Wording.REGULATION:
            words = self.tr("Kalimatnya dari peraturan. {note}")
        else:
            words = self.tr("Kalimatnya rancangan, bukan naskah resmi. {note}")
        return words.format(note=form.wording_note)

    def _facts(self, form: Form) -> str:
        lines = [self.tr("Versi {version}, tahun {year}").format(version=form.version, year=form.year)]
        if form.private:
            lines.append(self.tr("Lembar pribadi, tercetak TERBATAS."))
        lines += [self.tr("Dasar: {basis}").format(basis=basis) for basis in form.basis]
        return "\n".join(lines)


def _wrapped(role: str) -> QLabel:
    made = label("", role)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
