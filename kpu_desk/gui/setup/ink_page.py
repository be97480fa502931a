"""The page "Goresan" of the settings: whose certificate the dynamics of signatures are encrypted to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.escrow import EscrowCertificate
from kpu_desk.gui import background
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.choosing import choose_file
from kpu_desk.gui.errors import advice_for, is_cancelled
from kpu_desk.gui.forms import set_property
from kpu_desk.gui.look import BASE
from kpu_desk.gui.widgets import caption, heading, label, plain_button, primary_button

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk


class InkPage(QWidget):
    """Shows how ink is kept, takes a certificate and moves older ink to it; each at once, apart from "Simpan".

    Signals:
        kept_changed(): ink is kept in another way now.
    """

    kept_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen: EscrowCertificate | None = None
        self._task: background.Task | None = None
        why = label(
            self.tr(
                "Waktu, tekanan, dan kemiringan pena setiap tanda tangan disimpan untuk pemeriksaan ahli. Bila kantor "
                "memilih sertifikat pihak lain, misalnya inspektorat, hanya pemegang kunci sertifikat itu yang dapat "
                "membacanya; kantor tetap memiliki gambar goresan dan sidiknya."
            )
        )
        self.state, self.details, self.result = label(""), label(""), label("")
        self.copies = caption("")
        for text in (why, self.state, self.details, self.result):
            text.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose_button = plain_button(self.tr("Pilih sertifikat …"))
        self.use_button = primary_button(self.tr("Pakai sertifikat ini …"))
        self.move_button = primary_button(self.tr("Sandikan goresan lama"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        row = QHBoxLayout()
        row.setSpacing(BASE)
        for button in (self.choose_button, self.use_button, self.move_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE * 2)
        column.addWidget(why)
        column.addWidget(heading(self.tr("Sekarang"), 2))
        for part in (self.state, self.details):
            column.addWidget(part)
        column.addLayout(row)
        for last in (self.bar, self.result, self.copies):
            column.addWidget(last)
        self.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self._choose)
        self.use_button.clicked.connect(self._ask)
        self.move_button.clicked.connect(self.move_older)
        self.refresh()

    @property
    def busy(self) -> bool:
        """Whether older ink is being moved."""
        return self._task is not None

    def read(self, path: Path) -> None:
        """Reads a certificate and shows whose it is; it is not used yet."""
        from kpu_desk.services import ink_keeping

        try:
            self._chosen = ink_keeping.read_certificate(self._desk, path)
        except KnownError as error:
            self._chosen = None
            self._say(advice_for(error).text, "bad")
        else:
            self._say("", "")
        self.refresh()

    def use(self) -> None:
        """Takes the certificate that was read, for all later ink, and moves older ink to it."""
        from kpu_desk.services import ink_keeping

        if self._chosen is None:
            return
        try:
            ink_keeping.set_certificate(self._desk, self._chosen)
        except KnownError as error:
            self._say(advice_for(error).text, "bad")
            return
        self._chosen = None
        self._say(self.tr("Sertifikat dipakai mulai sekarang."), "good")
        self.refresh()
        self.kept_changed.emit()
        if self.move_button.isVisibleTo(self):
            self.move_older()

    def move_older(self) -> None:
        """Encrypts older ink on the worker."""
        if self._task is not None:
            return

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            from kpu_desk.services import ink_keeping

            return ink_keeping.move_older_ink(self._desk, progress, cancelled)

        self.bar.setRange(0, 0)
        self.bar.show()
        self._task = background.run(work, self)
        self._task.progress.connect(self._moved)
        self._task.done.connect(
            lambda count: self._say(self.tr("{n} goresan lama tersandi sekarang.", "", count).format(n=count), "good")
        )
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._finished)
        self.refresh()

    def stop(self) -> None:
        """Asks the moving to stop; it goes on where it was when it is begun again."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait(20)

    def refresh(self) -> None:
        """Shows how ink is kept now, or the certificate that was just read."""
        from kpu_desk.services import ink_keeping

        kept, free = ink_keeping.kept_ink(self._desk), self._task is None
        counts = self.tr("{closed} goresan tersandi, {open} belum, {erased} dihapus.").format(
            closed=kept.closed, open=kept.open, erased=kept.erased
        )
        if kept.certificate is None:
            words = self.tr("Belum ada sertifikat: siapa pun yang membuka ruang kerja ini dapat membaca goresan.")
        else:
            words = self.tr("Goresan disandikan untuk {holder} (berlaku sampai {until}).").format(
                holder=kept.certificate.holder, until=kept.certificate.valid_until
            )
        self.state.setText(f"{words}\n{counts}")
        self.details.setVisible(self._chosen is not None or kept.certificate is not None)
        if self._chosen is not None:
            words = self.tr("Yang dipilih: {holder}, berlaku sampai {until}").format(
                holder=self._chosen.holder, until=self._chosen.valid_until
            )
            self.details.setText(f"{words}\n{self._fingerprint(self._chosen)}")
        elif kept.certificate is not None:
            self.details.setText(self._fingerprint(kept.certificate))
        self.choose_button.setEnabled(free)
        self.use_button.setVisible(self._chosen is not None)
        self.use_button.setEnabled(free)
        self.move_button.setVisible(self._chosen is None and kept.certificate is not None and kept.open > 0)
        self.move_button.setEnabled(free)
        copies = ink_keeping.older_copies(self._desk) if kept.certificate is not None else 0
        self.copies.setVisible(bool(copies))
        self.copies.setText(
            self.tr(
                "Di folder cadangan ruang kerja ada {n} salinan basis data. Goresan dari sebelum penyandian masih "
                "terbaca di dalamnya; hapus salinan yang tidak diperlukan lagi.",
                "",
                copies,
            ).format(n=copies)
        )

    def _fingerprint(self, certificate: EscrowCertificate) -> str:
        return self.tr("Sidik SHA-256 {fingerprint}").format(fingerprint=certificate.fingerprint)

    def _ask(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        ask(
            self,
            self.tr("Sertifikat goresan"),
            self.tr(
                "Bandingkan sidik ini dengan yang disebut {holder} sendiri, misalnya lewat telepon:\n\n"
                "{fingerprint}\n\n"
                "Goresan yang tersandi hanya dapat dibaca dengan kunci sertifikat ini, dan tidak dapat dikembalikan."
            ).format(holder=chosen.holder, fingerprint=chosen.fingerprint),
            Answer(self.tr("Sidiknya sama, pakai"), self.use, "primary"),
            stay=self.tr("Batal"),
        )

    def _choose(self) -> None:
        filters = (self.tr("Sertifikat (*.pem *.crt *.cer *.der)"), self.tr("Semua berkas (*)"))
        choose_file(self, self.tr("Pilih sertifikat untuk goresan"), filters, self.read)

    def _moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _failed(self, error: BaseException) -> None:
        if not is_cancelled(error):
            self._say(advice_for(error).text, "bad")

    def _finished(self) -> None:
        self._task = None
        self.bar.hide()
        self.refresh()
        self.kept_changed.emit()

    def _say(self, sentence: str, tone: str) -> None:
        result: QLabel = self.result
        set_property(result, "tone", tone)
        result.setText(sentence)
        result.setVisible(bool(sentence))
