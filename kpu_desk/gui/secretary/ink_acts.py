"""What the secretary does with kept ink: hands it out encrypted, and erases one person's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.choosing import choose_folder
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.secretary.controller import RecordsController
from kpu_desk.gui.widgets import caption
from kpu_desk.language import translate


def ink_acts(controller: RecordsController, parent: QWidget) -> tuple[Callable[[], None], Callable[[], None]]:
    """The two acts as functions without arguments, for a menu: hand out, erase."""
    return lambda: hand_out_ink(controller, parent), lambda: erase_ink(controller, parent)


def hand_out_ink(controller: RecordsController, parent: QWidget) -> None:
    """Asks for a folder and writes the package into a new one within it."""
    choose_folder(parent, translate("ink_acts", "Simpan paket goresan tersandi"), controller.hand_out_ink)


def erase_ink(controller: RecordsController, parent: QWidget) -> None:
    """Opens the form that erases one person's ink."""
    opened(EraseForm(controller, parent))


class EraseForm(FormDialog):
    """Whose dynamics are erased, and why; asks once more, for it cannot be taken back."""

    def __init__(self, controller: RecordsController, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setObjectName("erase_form")
        self.set_titles(self.tr("Hapus goresan seseorang"), self.tr("Hapus …"))
        self._controller = controller
        self.person, self.reason = QComboBox(), QLineEdit()
        for kept in controller.people_with_ink():
            if kept.inks:
                self.person.addItem(
                    self.tr("{name} – {n} goresan", "", kept.inks).format(name=kept.name, n=kept.inks),
                    (kept.official_id, kept.name),
                )
        self.fields.add("person", self.tr("Orang"), self.person, self.tr("Hanya goresan pada upacara ini."))
        self.fields.add(
            "reason", self.tr("Alasan"), self.reason, self.tr("Masuk ke jurnal, misalnya nomor permohonan.")
        )
        self.body.addWidget(
            caption(
                self.tr(
                    "Yang dihapus adalah waktu, tekanan, dan kemiringan pena. Gambar tanda tangan, sidik, dan bukti "
                    "tetap ada; semua rekaman tetap sah. Salinan di cadangan dan di paket yang sudah dikeluarkan tidak "
                    "ikut terhapus."
                )
            )
        )
        self.ok_button.setEnabled(self.person.count() > 0)
        if not self.person.count():
            self.complain(self.tr("Tidak ada goresan tersimpan pada upacara ini."))
        self.reason.setFocus()

    def submit(self) -> None:
        official_id, name = self.person.currentData()
        ask(
            self,
            self.tr("Hapus goresan"),
            self.tr("Goresan {name} dihapus untuk selamanya, dan tidak dapat dikembalikan.").format(name=name),
            Answer(self.tr("Hapus untuk selamanya"), lambda: self.erase(official_id)),
            stay=self.tr("Batal"),
        )

    def erase(self, official_id: str) -> None:
        """Erases; what is refused is said beside the buttons."""
        try:
            self._controller.erase_ink(official_id, self.reason.text())
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.accept()
