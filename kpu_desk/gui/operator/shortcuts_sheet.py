"""The sheet of keys under F1."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpu_desk.gui.look import BASE
from kpu_desk.gui.mark_corner import bear_mark
from kpu_desk.gui.widgets import heading, label, plain_button

_WORDS = 400
"""Pixels for what a key does; a longer sentence wraps."""


class ShortcutsSheet(QDialog):
    """Every key of the desk with what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("KPU Desk – Tombol"))
        bear_mark(self)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        grid = QGridLayout()
        grid.setHorizontalSpacing(BASE * 2)
        grid.setVerticalSpacing(BASE)
        listed = self.keys()
        rows = (len(listed) + 1) // 2
        for number, (keys, what) in enumerate(listed):
            words = label(what)
            words.setWordWrap(True)
            words.setMinimumWidth(_WORDS)
            # Two columns: one is higher than a small screen.
            grid.addWidget(label(keys, "strong"), number % rows, number // rows * 2)
            grid.addWidget(words, number % rows, number // rows * 2 + 1)
        close = plain_button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(BASE * 3, BASE * 2, BASE * 3, BASE * 2)
        column.setSpacing(BASE * 2)
        column.addWidget(heading(self.tr("Tombol di meja")))
        column.addLayout(grid)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its wrapped sentences need."""
        super().showEvent(event)
        whole = self.layout()
        assert whole is not None
        self.resize(self.width(), whole.totalHeightForWidth(self.width()))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Pairs of keys and what they do."""
        return (
            (self.tr("Spasi"), self.tr("panggil yang dipilih, atau yang berikutnya")),
            ("F9", self.tr("langkah berikut: memanggil, membalik halaman aula, memulai acara, menutup")),
            ("Ctrl+F9", self.tr("panggil yang berikutnya menurut urutan")),
            ("F3", self.tr("lewati yang akan dipanggil, atau kembalikan ke urutannya")),
            ("Ctrl+U", self.tr("panggil unit demi unit, atau menurut protokol")),
            ("F6, Shift+F9", self.tr("susunan acara; mulai acara berikut")),
            ("Shift+F6", self.tr("catat kejadian")),
            (self.tr("Enter, F2"), self.tr("catat hadir orang yang dipilih, dikenal petugas")),
            (self.tr("Shift+Enter"), self.tr("catat hadir dan pilih cara mengenali: kartu pegawai, KTP")),
            ("Shift+F2", self.tr("batalkan kehadiran yang keliru")),
            ("F5", self.tr("sesudah ditutup: siapa yang menyusul, penandatanganan susulan")),
            ("F4", self.tr("tidak hadir dengan alasannya, atau meninggalkan acara")),
            (
                self.tr("Ctrl+F, atau huruf"),
                self.tr("cari nama, NIP, jabatan, unit; Enter mencatat hadir. Undangan dipindai kapan saja."),
            ),
            ("Esc", self.tr("hapus pencarian")),
            ("↑ ↓", self.tr("pindah ke orang lain")),
            ("Ctrl+B", self.tr("panggil dengan bantuan: pendamping dan dua saksi")),
            ("Ctrl+Backspace", self.tr("tarik kembali yang sedang dipanggil")),
            ("F8, Shift+F8", self.tr("jeda atau lanjutkan upacara")),
            ("F12", self.tr("kembali ke meja, bila hanya ada satu layar")),
            ("Ctrl+Shift+F12", self.tr("sama, dan tarik kembali orang yang sedang di layar")),
            ("F7", self.tr("periksa kesiapan sebelum upacara")),
            ("Ctrl+K", self.tr("konsep semua lembar untuk diperiksa")),
            ("Ctrl+I", self.tr("impor daftar pejabat")),
            ("Ctrl+D", self.tr("dokumen kantor (PDF), satu atau beberapa")),
            ("Ctrl+Shift+D", self.tr("folder dokumen kantor, satu PDF tiap orang")),
            ("Ctrl+N", self.tr("upacara baru")),
            ("Ctrl+Shift+N", self.tr("upacara dari pola, juga dari tahun lalu")),
            ("Ctrl+J", self.tr("saksi, urutan, dan kelompok yang menandatangani")),
            ("Ctrl+T", self.tr("tambah pejabat")),
            ("Ctrl+E", self.tr("ubah pejabat yang dipilih")),
            ("Ctrl+L", self.tr("lihat lembar")),
            ("Ctrl+R", self.tr("buka rekaman")),
            ("F1", self.tr("lembar tombol ini")),
        )
