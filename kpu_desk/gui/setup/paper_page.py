"""Paper, meterai, what a sealed record still takes, and how long a witness has to confirm."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from kpu_desk.domain.documents import Meterai, Paper
from kpu_desk.domain.profile import METERAI_KINDS, OfficeProfile, meterai_of
from kpu_desk.domain.witnessing import LONGEST_S, SHORTEST_S
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.dressing import dress_spin
from kpu_desk.gui.forms import Fields


class PaperPage(Fields):
    """Entries of paper, meterai and seal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = QComboBox()
        for paper in Paper:
            width, height = (side // 1_000 for side in paper.size_um)
            self.paper.addItem(
                self.tr("{name}, {width} × {height} mm").format(name=paper.value, width=width, height=height),
                paper.value,
            )
        self.add(
            "paper", self.tr("Kertas"), self.paper, self.tr("Untuk semua lembar, dan untuk rekaman dari lembar itu.")
        )
        self.meterai: dict[str, QComboBox] = {}
        for kind in METERAI_KINDS:
            choice = QComboBox()
            for words, meterai in (
                (self.tr("Menurut naskahnya"), ""),
                (self.tr("Tanpa meterai"), Meterai.NONE.value),
                (self.tr("Kotak meterai tempel"), Meterai.BOX.value),
                (self.tr("Ruang meterai elektronik"), Meterai.ELECTRONIC.value),
            ):
                choice.addItem(words, meterai)
            self.meterai[kind.value] = choice
            last = kind is METERAI_KINDS[-1]
            hint = self.tr("Di kiri tanda tangan pembuat atau pihak pertama. Naskah bawaan tidak bermeterai.")
            self.add(
                f"meterai_{kind.value}", self.tr("Meterai {kind}").format(kind=kind.value), choice, hint if last else ""
            )
            choice.setAccessibleName(self.tr("Meterai {name}").format(name=document_words(kind.full_name)))

        self.later_signature = QCheckBox(self.tr("Sediakan tempat untuk satu tanda tangan tersertifikasi"))
        self.add(
            "later_signature",
            self.tr("Segel"),
            self.later_signature,
            self.tr(
                "Misalnya dari BSrE, dibubuhkan sesudah rekaman disegel. Tanpa tempat ini rekaman tidak menerima tanda "
                "tangan lagi."
            ),
        )
        self.witness_minutes = QSpinBox()
        self.witness_minutes.setRange(SHORTEST_S // 60, LONGEST_S // 60)
        self.witness_minutes.setSuffix(self.tr(" menit"))
        dress_spin(self.witness_minutes)
        self.add(
            "witness_minutes",
            self.tr("Konfirmasi saksi"),
            self.witness_minutes,
            self.tr("Selama itu ketukan saksi di layar penanda tangan berlaku; sesudahnya diminta lagi."),
        )
        self.witness_runs = QCheckBox(self.tr("Saksi boleh memastikan satu daftar, lalu menandatangani beruntun"))
        self.add(
            "witness_runs",
            self.tr("Lembar saksi"),
            self.witness_runs,
            self.tr("Setiap lembar tetap dibuka sampai habis dan ditandatangani sendiri, satu per satu."),
        )

    def show_profile(self, profile: OfficeProfile) -> None:
        """Fills the entries."""
        self.paper.setCurrentIndex(self.paper.findData(profile.paper.value))
        own = meterai_of(profile.meterai)
        for kind, choice in self.meterai.items():
            chosen = {known.value: meterai.value for known, meterai in own.items()}.get(kind, "")
            choice.setCurrentIndex(choice.findData(chosen))
        self.later_signature.setChecked(profile.later_signature)
        self.witness_minutes.setValue(profile.witness_minutes)
        self.witness_runs.setChecked(profile.witness_runs)

    def entered(self) -> dict[str, Any]:
        """What was entered, by the names that :class:`OfficeProfile` has for it."""
        chosen = ((kind, str(choice.currentData())) for kind, choice in self.meterai.items())
        return {
            "paper": Paper(str(self.paper.currentData())),
            "meterai": tuple(f"{kind} = {meterai}" for kind, meterai in chosen if meterai),
            "later_signature": self.later_signature.isChecked(),
            "witness_minutes": self.witness_minutes.value(),
            "witness_runs": self.witness_runs.isChecked(),
        }
