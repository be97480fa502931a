"""The form of one person: name, NIP checked while it is typed, rank, office, unit, capacity and decree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from kpu_desk.domain.nip import Nip, NipDoubt, NipFault, doubts, parse_nip
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.board import grouped_nip

_LONGEST = 200


class OfficialForm(FormDialog):
    """Adds or corrects a person.

    Args:
        units: units that the roster already knows, offered while typing.
        keep: takes the person; gives False when a service refused it, and the form stays open.
    """

    def __init__(
        self,
        today: date,
        units: tuple[str, ...],
        keep: Callable[[Official], bool],
        official: Official | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        new = official is None
        self.set_titles(
            self.tr("Tambah pejabat") if new else self.tr("Ubah pejabat"),
            self.tr("Tambah") if new else self.tr("Simpan"),
        )
        self._today, self._keep = today, keep
        self._before = official or Official("", "", None, None, "", None)
        self.name = QLineEdit(self._before.name)
        self.nip = QLineEdit(grouped_nip(self._before.nip))
        self.rank = QLineEdit(self._before.rank or "")
        self.office = QLineEdit(self._before.office)
        self.unit = QLineEdit(self._before.unit or "")
        self.unit.setCompleter(QCompleter(list(units), self))
        self.capacity = QComboBox()
        for capacity, text in (
            (Capacity.DEFINITIF, self.tr("Definitif")),
            (Capacity.PLT, self.tr("Plt. (pelaksana tugas)")),
            (Capacity.PLH, self.tr("Plh. (pelaksana harian)")),
            (Capacity.AN, self.tr("a.n. (atas nama)")),
        ):
            self.capacity.addItem(text, capacity.value)
        self.capacity.setCurrentIndex(self.capacity.findData(self._before.capacity.value))
        self.decree = QLineEdit(self._before.decree or "")
        for line in (self.name, self.rank, self.office, self.unit, self.decree):
            line.setMaxLength(_LONGEST)
        fields = self.fields
        fields.add("name", self.tr("Nama dan gelar"), self.name, self.tr("Persis seperti yang tercetak di lembar."))
        fields.add("nip", self.tr("NIP"), self.nip, self.tr("18 angka; kosong untuk anggota KPU dan non-ASN."))
        fields.add("rank", self.tr("Pangkat/golongan"), self.rank)
        fields.add("office", self.tr("Jabatan"), self.office, self.tr("Tanpa Plt., Plh., atau a.n."))
        fields.add("unit", self.tr("Unit kerja"), self.unit)
        fields.add("capacity", self.tr("Kedudukan"), self.capacity)
        fields.add(
            "decree", self.tr("Dasar penunjukan"), self.decree, self.tr("Nomor surat perintah, untuk Plt./Plh./a.n.")
        )
        self.nip.textChanged.connect(self._judge_nip)
        self.nip.editingFinished.connect(self._group_nip)
        self.capacity.currentIndexChanged.connect(self._acting)
        self._acting()
        if self._before.nip:
            self._judge_nip()
        self.resize(680, 620)
        self.name.setFocus()

    def submit(self) -> None:
        official = self.entered()
        if official is not None and self._keep(official):
            self.accept()

    def entered(self) -> Official | None:
        """The person as typed, or None with a complaint under each entry that is wrong."""
        read = parse_nip(self.nip.text()) if self.nip.text().strip() else None
        for name, control in (("name", self.name), ("office", self.office)):
            empty = not control.text().strip()
            self.fields.complain(name, self.tr("Isian ini tidak boleh kosong.") if empty else "")
        self._judge_nip()
        nip_is_wrong = read is not None and not isinstance(read, Nip)
        if nip_is_wrong or not self.name.text().strip() or not self.office.text().strip():
            self.complain(self.tr("Betulkan isian yang ditandai."))
            return None
        self.complain("")
        acting = self._capacity() is not Capacity.DEFINITIF
        return replace(
            self._before,
            name=self.name.text().strip(),
            nip=read.digits if isinstance(read, Nip) else None,
            rank=self.rank.text().strip() or None,
            office=self.office.text().strip(),
            unit=self.unit.text().strip() or None,
            capacity=self._capacity(),
            decree=(self.decree.text().strip() or None) if acting else None,
        )

    def _capacity(self) -> Capacity:
        return Capacity(self.capacity.currentData())

    def _acting(self) -> None:
        acting = self._capacity() is not Capacity.DEFINITIF
        self.decree.setEnabled(acting)

    def _group_nip(self) -> None:
        read = parse_nip(self.nip.text())
        if isinstance(read, Nip):
            self.nip.setText(read.grouped())

    def _judge_nip(self) -> None:
        text = self.nip.text().strip()
        self.fields.complain("nip", "")
        if not text:
            return
        read = parse_nip(text)
        if not isinstance(read, Nip):
            words = {
                NipFault.EXPONENT: self.tr("Angka ini rusak oleh lembar kerja; ketik dari kartu pegawai."),
                NipFault.NOT_DIGITS: self.tr("NIP hanya berisi angka."),
                NipFault.LENGTH: self.tr("Baru {n} angka; NIP berisi 18 angka."),
            }[read.fault]
            if read.fault is NipFault.LENGTH and read.length > 18:
                words = self.tr("Ada {n} angka; NIP berisi 18 angka.")
            self.fields.complain("nip", words.format(n=read.length))
            return
        found = doubts(read, self._today)
        if found:
            words = {
                NipDoubt.BIRTH_DATE: self.tr("Delapan angka pertama bukan tanggal lahir."),
                NipDoubt.AGE: self.tr("Umur menurut NIP tidak lazim."),
                NipDoubt.START: self.tr("Angka pengangkatan tidak lazim."),
                NipDoubt.SEX: self.tr("Angka ke-15 biasanya 1 atau 2."),
                NipDoubt.SERIAL: self.tr("Tiga angka terakhir 000: mungkin rusak oleh lembar kerja."),
            }[found[0]]
            self.fields.advise("nip", words + " " + self.tr("Periksa kartu pegawai."))
