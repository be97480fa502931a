"""The form of a ceremony: title, occasion, day, place, documents and basis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import FORMED_KINDS, LATE_FORM, Agreement, DocumentKind
from kpu_desk.domain.groups import Signers
from kpu_desk.domain.pattern import Pattern, filled
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.gui.choice import Choice
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.dressing import dress_spin
from kpu_desk.gui.forms import Fields, FormDialog
from kpu_desk.gui.language import locale
from kpu_desk.gui.look import BASE

if TYPE_CHECKING:
    from kpu_desk.services.form_choice import OwnForm

_LONGEST = 200
_AGREEMENTS = ((Agreement.SECRETARIAT,), (Agreement.COMMISSION,), tuple(Agreement))
"""The choices in the order in which they are offered."""


class CeremonyFields(Fields):
    """The entries of a ceremony, with defaults from the office's profile."""

    def __init__(
        self,
        profile: OfficeProfile,
        today: date,
        own_forms: Mapping[str, tuple[OwnForm, ...]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = QLineEdit(self.tr("Penandatanganan PK, PI, PBBK {year}").format(year=today.year))
        self.occasion = QLineEdit(
            self.tr(
                "Penandatanganan Perjanjian Kinerja, Pakta Integritas, dan Pernyataan Bebas Benturan Kepentingan "
                "Tahun {year}"
            ).format(year=today.year)
        )
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.day.setLocale(locale())
        self.day.setDisplayFormat("dddd, d MMMM yyyy")
        self.start = QTimeEdit(QTime(9, 0))
        self.start.setDisplayFormat("HH.mm")
        dress_spin(self.start)
        self.place = QLineEdit(profile.place)
        self.venue = QLineEdit(self.tr("Kantor {office}").format(office=profile.short_name))
        self.basis = QPlainTextEdit()
        self.basis.setTabChangesFocus(True)
        self.basis.setFixedHeight(92)
        for line in (self.title, self.occasion, self.place, self.venue):
            line.setMaxLength(_LONGEST)
        self.kinds = {kind: QCheckBox(f"{document_words(kind.full_name)} ({kind.value})") for kind in FORMED_KINDS}
        boxes = QWidget()
        column = QVBoxLayout(boxes)
        column.setContentsMargins(0, BASE // 2, 0, 0)
        column.setSpacing(0)
        for kind, box in self.kinds.items():
            box.setChecked(True)
            box.setObjectName(f"kind_{kind.value}")
            column.addWidget(box)
        self.agreements = self._make_agreements()
        self.closes_list = QCheckBox(self.tr("Ditutup dengan tanda tangan Sekretaris"))
        self.closes_list.setChecked(True)
        self.kinds[DocumentKind.DH].toggled.connect(self.closes_list.setEnabled)
        self.forms: dict[str, QComboBox] = {}
        self.signers: Signers = ()
        when = QWidget()
        row = QHBoxLayout(when)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BASE)
        row.addWidget(self.day, 3)
        row.addWidget(self.start, 1)
        when.setFocusProxy(self.day)
        self.day.setAccessibleName(self.tr("Hari dan tanggal"))
        self.start.setAccessibleName(self.tr("Jam mulai"))
        self.add("title", self.tr("Judul"), self.title, self.tr("Tampil di meja dan di register."))
        self.add("occasion", self.tr("Acara"), self.occasion, self.tr("Tercetak di Daftar Hadir dan Berita Acara."))
        self.add("when", self.tr("Hari dan jam"), when)
        self.add("place", self.tr("Kota"), self.place, self.tr("Tercetak sebelum tanggal pada lembar."))
        self.add("venue", self.tr("Tempat"), self.venue)
        self.add("kinds", self.tr("Dokumen"), boxes)
        self.add("agreements", self.tr("Perjanjian Kinerja"), self.agreements)
        self.add("closes_list", self.tr("Daftar Hadir"), self.closes_list)
        self._add_forms(own_forms or {})
        self.add("basis", self.tr("Dasar"), self.basis, self.tr("Satu dasar hukum setiap baris; boleh kosong."))

    def show_ceremony(self, ceremony: Ceremony) -> None:
        """Fills the entries from a draft."""
        self.title.setText(ceremony.title)
        self.occasion.setText(ceremony.occasion)
        self.day.setDate(QDate(ceremony.date.year, ceremony.date.month, ceremony.date.day))
        self.start.setTime(QTime.fromString(ceremony.start, "HH.mm"))
        self.place.setText(ceremony.place)
        self.venue.setText(ceremony.venue)
        self._show_documents(ceremony)

    def show_pattern(self, pattern: Pattern, office: OfficeProfile) -> None:
        """Fills the entries from a pattern, for the year of the day that is chosen."""
        self.show_texts(pattern, office)
        self.start.setTime(QTime.fromString(pattern.start, "HH.mm"))
        self.place.setText(pattern.place or office.place)
        venue = pattern.venue or self.tr("Kantor {office}").format(office=office.short_name)
        self.venue.setText(filled(venue, self.day.date().year(), office.short_name))
        self._show_documents(pattern)

    def show_texts(self, pattern: Pattern, office: OfficeProfile) -> None:
        """Title and occasion of a pattern, for the year of the day that is chosen."""
        for entry, text in ((self.title, pattern.title), (self.occasion, pattern.occasion)):
            entry.setText(filled(text, self.day.date().year(), office.short_name))
            # A long occasion is read from its beginning.
            entry.setCursorPosition(0)

    def _show_documents(self, wanted: Ceremony | Pattern) -> None:
        self.basis.setPlainText("\n".join(wanted.basis))
        for kind, box in self.kinds.items():
            box.setChecked(kind in wanted.kinds)
        self.agreements.setCurrentIndex(_AGREEMENTS.index(wanted.agreements))
        self.closes_list.setChecked(wanted.closes_list)
        self.signers = wanted.signers
        chosen = dict(wanted.forms)
        for usual, choice in self.forms.items():
            choice.setCurrentIndex(max(0, choice.findData(chosen.get(usual, ""))))

    def _make_agreements(self) -> Choice:
        choice = Choice(30)
        for words in (
            self.tr("Sekretaris dan Ketua (dua pihak)"),
            self.tr("Ketua atas nama komisi (satu pihak)"),
            self.tr("Keduanya, masing-masing dengan lampirannya"),
        ):
            choice.addItem(words)
        self.kinds[DocumentKind.PK].toggled.connect(choice.setEnabled)
        return choice

    def _add_forms(self, own_forms: Mapping[str, tuple[OwnForm, ...]]) -> None:
        words = {
            "pk-dua-pihak": self.tr("PK dua pihak"),
            "pk-satu-pihak": self.tr("PK komisi"),
            "pi-asn": self.tr("PI pegawai"),
            "pi-komisioner": self.tr("PI komisioner"),
            "pbbk": "PBBK",
            "pbbk-deklarasi": self.tr("deklarasi"),
            "daftar-hadir": self.tr("Daftar Hadir"),
            "berita-acara": self.tr("Berita Acara"),
            LATE_FORM: self.tr("Berita Acara susulan"),
        }
        for usual, found in own_forms.items():
            choice = QComboBox()
            choice.addItem(self.tr("Naskah biasa"), "")
            for form in found:
                choice.addItem(f"{form.name} ({form.id}, {form.version})", form.id)
            self.forms[usual] = choice
            self.add(f"form_{usual}", self.tr("Naskah {words}").format(words=words[usual]), choice)

    def plan(self) -> CeremonyPlan | None:
        """What was entered, or None with a complaint under each entry that is wrong."""
        self.clear_complaints()
        texts = {name: getattr(self, name).text().strip() for name in ("title", "occasion", "place", "venue")}
        for name, text in texts.items():
            if not text:
                self.complain(name, self.tr("Isian ini tidak boleh kosong."))
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        if not kinds:
            self.complain("kinds", self.tr("Pilih paling sedikit satu dokumen."))
        if not kinds or not all(texts.values()):
            return None
        day = self.day.date()
        lines = (line.strip() for line in self.basis.toPlainText().splitlines())
        return CeremonyPlan(
            **texts,
            year=day.year(),
            date=date(day.year(), day.month(), day.day()),
            start=self.start.time().toString("HH.mm"),
            kinds=kinds,
            basis=tuple(filter(None, lines)),
            agreements=_AGREEMENTS[self.agreements.currentIndex()],
            closes_list=self.closes_list.isChecked(),
            signers=self.signers,
            forms=tuple(
                (usual, str(choice.currentData())) for usual, choice in self.forms.items() if choice.currentData()
            ),
        )


class CeremonyForm(FormDialog):
    """Makes a ceremony, or changes a draft.

    Args:
        keep: takes the plan; gives False when a service refused it, and the form stays open.
        own_forms: what the office added, by the usual form in whose place it can be chosen.
    """

    def __init__(
        self,
        profile: OfficeProfile,
        today: date,
        keep: Callable[[CeremonyPlan], bool],
        ceremony: Ceremony | None = None,
        *,
        own_forms: Mapping[str, tuple[OwnForm, ...]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        new = ceremony is None
        super().__init__("", "", parent)
        self.set_titles(
            self.tr("Upacara baru") if new else self.tr("Ubah upacara"),
            self.tr("Buat upacara") if new else self.tr("Simpan"),
        )
        self._keep = keep
        self.entries = CeremonyFields(profile, today, own_forms)
        if ceremony is not None:
            self.entries.show_ceremony(ceremony)
        self.body.replaceWidget(self.fields, self.entries)
        self.fields.deleteLater()
        self.fields = self.entries
        self.resize(760, 680)
        self.entries.title.setFocus()

    def submit(self) -> None:
        plan = self.entries.plan()
        if plan is None:
            self.complain(self.tr("Lengkapi isian yang ditandai."))
        elif self._keep(plan):
            self.accept()
