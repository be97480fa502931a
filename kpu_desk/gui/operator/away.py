"""Who is not here and why, who goes in the middle: asked at the desk, a key and Enter for the usual case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Away
from kpu_desk.domain.officials import Official
from kpu_desk.domain.whereabouts import ABSENCES, away, held_by
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.suggested import Suggested
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

_LONGEST = 200

_REASONS = (
    QT_TRANSLATE_NOOP("LeftForm", "Dipanggil tugas mendesak"),
    QT_TRANSLATE_NOOP("LeftForm", "Tugas di tempat lain"),
    QT_TRANSLATE_NOOP("LeftForm", "Keperluan keluarga"),
    QT_TRANSLATE_NOOP("LeftForm", "Kurang sehat"),
)
"""The usual ones, the commonest first; kept in Indonesian whatever the screen shows, as all that is written down."""


class AwayActs:
    """Asks the operator, and lets the signer's window go when whoever stands there leaves."""

    def __init__(self, controller: DeskController, calling: Calling, window: QWidget) -> None:
        self._controller, self._calling, self._window = controller, calling, window

    def ask(self, official_id: str) -> FormDialog | None:
        """Why the person is not here; of whoever is, why he goes. None where there is nothing to ask."""
        ceremony = self._controller.ceremony
        if ceremony is None or not official_id:
            return None
        official = ceremony.official(official_id)
        form: FormDialog
        if official_id in ceremony.present:
            form = LeftForm(ceremony, official, lambda note: self._left(official_id, note), self._window)
        else:
            form = AwayForm(ceremony, official, lambda what, note: self._note(official_id, what, note), self._window)
        return opened(form)

    def _note(self, official_id: str, what: Away, note: str) -> bool:
        from kpu_desk.services import attending

        desk = self._controller.desk
        return self._controller.on_ceremony(lambda c: attending.note_absence(desk, c.id, official_id, what, note))

    def _left(self, official_id: str, note: str) -> bool:
        from kpu_desk.services import attending

        desk = self._controller.desk
        if not self._controller.on_ceremony(lambda c: attending.note_left(desk, c.id, official_id, note)):
            return False
        if self._calling.official_id == official_id:
            # What was accepted stays; the sheet before him waits for his return.
            self._calling.recall()
        ceremony = desk.ceremony(self._controller.ceremony.id) if self._controller.ceremony is not None else None
        if ceremony is not None:
            words = translate("LeftForm", "{name} meninggalkan acara; lembarnya menunggu sampai ia hadir lagi.")
            self._controller.said.emit(words.format(name=ceremony.named(official_id)))
        return True


class AwayForm(FormDialog):
    """Which kind of reason, and a note.

    Args:
        keep: takes both; gives False when a service refused it, and the form stays open.
    """

    def __init__(
        self, ceremony: Ceremony, official: Official, keep: Callable[[Away, str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(self.tr("Tidak hadir: {name}").format(name=ceremony.named(official.id)), self.tr("Catat"))
        self._keep = keep
        words = {
            Away.PERMIT: self.tr("Izin"),
            Away.ILL: self.tr("Sakit"),
            Away.LEAVE: self.tr("Cuti"),
            Away.DUTY: self.tr("Dinas luar"),
            Away.LATE: self.tr("Akan terlambat"),
            Away.UNSAID: self.tr("Tanpa keterangan"),
            Away.UNKNOWN: self.tr("Belum diketahui"),
        }
        self.what = QComboBox()
        for what in ABSENCES:
            self.what.addItem(words[what], what.value)
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST)
        before = away(ceremony, official.id)
        if before is not None:
            self.what.setCurrentIndex(self.what.findData(before.what.value))
            self.note.setText(before.note)
        self.fields.add("what", self.tr("Alasan"), self.what, self.tr("Tercetak di Berita Acara di belakang namanya."))
        self.fields.add(
            "note", self.tr("Keterangan"), self.note, self.tr("Hanya di meja; tidak tercetak, tidak tampil di aula.")
        )
        self.body.addStretch(1)
        self.resize(680, 300)

    def submit(self) -> None:
        if self._keep(Away(self.what.currentData()), self.note.text()):
            self.accept()


class LeftForm(FormDialog):
    """Why somebody goes who was here; the usual reason stands ready.

    Args:
        keep: takes the reason; gives False when a service refused it, and the form stays open.
    """

    def __init__(
        self, ceremony: Ceremony, official: Official, keep: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        title = self.tr("Meninggalkan acara: {name}")
        self.set_titles(title.format(name=ceremony.named(official.id)), self.tr("Catat"))
        self._keep = keep
        self.reason = Suggested("LeftForm", _REASONS)
        line = self.reason.lineEdit()
        if line is not None:
            line.setMaxLength(_LONGEST)
        self.fields.add(
            "reason",
            self.tr("Alasan"),
            self.reason,
            self.tr("Hanya di meja; di Berita Acara paling banyak tercetak pukul berapa ia pergi."),
        )
        held = ", ".join(sheet.serial for sheet in held_by(ceremony, official.id))
        if held:
            words = self.tr("{sheets} sudah ditandatangani pihak lain; lembar itu terhenti sampai ia hadir lagi.")
            self.fields.advise("reason", words.format(sheets=held))
        self.body.addStretch(1)
        self.resize(680, 240)

    def submit(self) -> None:
        reason = self.reason.kept()
        self.fields.complain("reason", "" if reason else self.tr("Tulis alasannya."))
        if reason and self._keep(reason):
            self.accept()
