"""Forms of the rundown on the day: an exception as a numbered note, and why a step is left out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.rundown import RundownNote, Step, is_time
from kpu_desk.gui.choice import Choice
from kpu_desk.gui.forms import FormDialog
from kpu_desk.language import translate


def note_words(note: RundownNote) -> str:
    """A note in one line, as list and form show it."""
    mended = f" – {note.mended}" if note.mended else ""
    about = ""
    if note.about:
        about = " " + translate("rundown", "(tentang catatan {number})").format(number=note.about)
    return f"{note.number}.  {note.happened}  {note.what}{mended}{about}"


class NoteForm(FormDialog):
    """What, when, how mended.

    Args:
        now: the desk's time, ``HH.MM``.
        keep: takes what, when, how mended and the number it goes on with; gives False when a service refused it.
    """

    def __init__(
        self,
        ceremony: Ceremony,
        now: str,
        keep: Callable[[str, str, str, int], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("note_form")
        number = len(ceremony.notes) + 1
        self.set_titles(self.tr("Catat kejadian nomor {n}").format(n=number), self.tr("Catat"))
        self._keep = keep
        self.what, self.happened, self.mended = QLineEdit(), QLineEdit(now), QLineEdit()
        self.about = Choice()
        self.about.addItem(self.tr("kejadian baru"), 0)
        for note in ceremony.notes:
            self.about.addItem(note_words(note), note.number)
        for entry in (self.what, self.mended):
            entry.setMaxLength(200)
        self.fields.add(
            "what",
            self.tr("Apa yang terjadi"),
            self.what,
            self.tr("Masuk Berita Acara dengan nomornya; isinya tidak dapat diubah, hanya dilanjutkan."),
        )
        self.fields.add("happened", self.tr("Pukul"), self.happened)
        self.fields.add(
            "mended",
            self.tr("Cara mengatasinya"),
            self.mended,
            self.tr("Boleh kosong; tulis catatan lanjutan sesudah teratasi."),
        )
        if ceremony.notes:
            self.fields.add("about", self.tr("Melanjutkan"), self.about)
        self.body.addStretch(1)
        self.what.setFocus()
        self.resize(760, 430)

    def submit(self) -> None:
        what, happened = self.what.text().strip(), self.happened.text().strip().replace(":", ".")
        if len(happened) == 4:
            happened = f"0{happened}"
        self.fields.complain("what", "" if what else self.tr("Tulis apa yang terjadi."))
        self.fields.complain("happened", "" if is_time(happened) else self.tr("Tulis jam dan menit, misalnya 09.41."))
        about = int(self.about.currentData())
        if what and is_time(happened) and self._keep(what, happened, self.mended.text().strip(), about):
            self.accept()


class SkipForm(FormDialog):
    """Why a step is left out.

    Args:
        keep: takes the reason; gives False when a service refused it.
    """

    def __init__(self, step: Step, keep: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setObjectName("skip_form")
        self.set_titles(self.tr("Lewati acara"), self.tr("Lewati"))
        self._keep = keep
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.fields.add(
            "reason",
            self.tr("Alasan"),
            self.reason,
            self.tr("“{step}” tercetak sebagai dilewati di Berita Acara; masih dapat dimulai nanti.").format(
                step=step.title
            ),
        )
        self.body.addStretch(1)
        self.reason.setFocus()
        self.resize(680, 240)

    def submit(self) -> None:
        reason = self.reason.text().strip()
        self.fields.complain("reason", "" if reason else self.tr("Tulis alasannya."))
        if reason and self._keep(reason):
            self.accept()
