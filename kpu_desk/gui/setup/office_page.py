"""What the office is called, its letterhead, logo, region and time zone: in the set-up and in the settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kpu_desk.domain.errors import FormError
from kpu_desk.domain.profile import LONGEST_TEXT, OfficeProfile, Zone
from kpu_desk.gui.errors import reason_words
from kpu_desk.gui.forms import Fields
from kpu_desk.gui.setup.logo_entry import LogoEntry

_LINES = 68


class OfficePage(Fields):
    """Entries of the office's profile; the short name and the letterhead follow the name until they are typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Komisi Pemilihan Umum Kabupaten …"))
        self.short_name = QLineEdit()
        self.place = QLineEdit()
        self.region_code = QLineEdit()
        self.region_code.setMaxLength(4)
        for entry in (self.name, self.short_name, self.place):
            entry.setMaxLength(LONGEST_TEXT)
        self.letterhead, self.address = QPlainTextEdit(), QPlainTextEdit()
        for lines in (self.letterhead, self.address):
            lines.setTabChangesFocus(True)
            lines.setFixedHeight(_LINES)
        self.logo = LogoEntry()
        self.zone = QComboBox()
        for zone, words in (
            (Zone.WIB, self.tr("WIB – waktu Indonesia barat")),
            (Zone.WITA, self.tr("WITA – waktu Indonesia tengah")),
            (Zone.WIT, self.tr("WIT – waktu Indonesia timur")),
        ):
            self.zone.addItem(words, zone.name)
        self.add("name", self.tr("Nama kantor"), self.name, self.tr("Lengkap, tanpa singkatan."))
        self.add("short_name", self.tr("Nama singkat"), self.short_name, self.tr("Misalnya KPU Kabupaten …"))
        self.add("place", self.tr("Kota"), self.place, self.tr("Tercetak sebelum tanggal pada lembar."))
        self.add("letterhead", self.tr("Kop surat"), self.letterhead, self.tr("Baris tebal di tengah, satu per baris."))
        self.add("address", self.tr("Alamat"), self.address, self.tr("Baris di bawah kop; boleh kosong."))
        self.add("logo", self.tr("Logo"), self.logo, self.tr("PNG atau JPEG, tercetak di kiri kop; boleh kosong."))
        self.add(
            "region_code",
            self.tr("Kode wilayah"),
            self.region_code,
            self.tr("Kode BPS: 2 angka untuk provinsi, 4 untuk kabupaten/kota; boleh kosong."),
        )
        self.add("zone", self.tr("Zona waktu"), self.zone)
        self.logo.refused.connect(lambda sentence: self.complain("logo", sentence))
        self.logo.taken.connect(lambda: self.complain("logo", ""))
        self._followed = ("", "")
        self.name.textEdited.connect(self._follow_name)

    def show_profile(self, profile: OfficeProfile, logo: bytes | None) -> None:
        """Fills the entries."""
        self.name.setText(profile.name)
        self.short_name.setText(profile.short_name)
        self.place.setText(profile.place)
        self.letterhead.setPlainText("\n".join(profile.letterhead))
        self.address.setPlainText("\n".join(profile.address))
        self.region_code.setText(profile.region_code)
        self.zone.setCurrentIndex(self.zone.findData(profile.zone.name))
        self.logo.take(logo)

    def entered(self) -> dict[str, Any]:
        """What was entered, by the names that :class:`OfficeProfile` has for it; the logo apart."""
        return {
            "name": one_line(self.name.text()),
            "short_name": one_line(self.short_name.text()),
            "place": one_line(self.place.text()),
            "letterhead": _lines(self.letterhead),
            "address": _lines(self.address),
            "region_code": self.region_code.text().strip(),
            "zone": Zone[str(self.zone.currentData())],
        }

    def profile(self) -> OfficeProfile | None:
        """The profile, or None with a complaint under the entry that is wrong."""
        self.clear_complaints()
        try:
            return OfficeProfile(**self.entered())
        except FormError as error:
            field = str(error.facts["field"])
            self.complain(field, complaint_words(error))
            getattr(self, field).setFocus()
            return None

    def _follow_name(self, text: str) -> None:
        name = one_line(text)
        short = name.replace("Komisi Pemilihan Umum", "KPU")
        before_short, before_head = self._followed
        head = name.upper().replace("KOMISI PEMILIHAN UMUM ", "KOMISI PEMILIHAN UMUM\n", 1)
        if self.short_name.text() == before_short:
            self.short_name.setText(short)
        else:
            short = before_short
        if self.letterhead.toPlainText() == before_head:
            self.letterhead.setPlainText(head)
        else:
            head = before_head
        self._followed = (short, head)


def complaint_words(error: FormError) -> str:
    """What stands under an entry that the profile refused."""
    reason = reason_words(str(error.facts["reason"]))
    return QCoreApplication.translate("OfficePage", "Isian ini {reason}.").format(reason=reason)


def one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(entry: QPlainTextEdit) -> tuple[str, ...]:
    lines = (one_line(line) for line in entry.toPlainText().splitlines())
    return tuple(line for line in lines if line)
