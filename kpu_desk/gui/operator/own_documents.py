"""The way of an office's own PDF into a ceremony: chosen, read, matched to people, given its places, added."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.matching import Match
from kpu_desk.domain.places import Audience, Pattern
from kpu_desk.gui import background
from kpu_desk.gui.errors import advice_for, guarded, is_cancelled
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.places_editor import PlacesEditor
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services import own_documents
from kpu_desk.services.own_documents import Brought

_BY = {
    "nip_in_name": QT_TRANSLATE_NOOP("own", "NIP di nama berkas"),
    "name_in_name": QT_TRANSLATE_NOOP("own", "nama di nama berkas"),
    "nip_in_text": QT_TRANSLATE_NOOP("own", "NIP di isi dokumen"),
    "name_in_text": QT_TRANSLATE_NOOP("own", "nama di isi dokumen"),
}


class MatchForm(FormDialog):
    """Which file is whose, to be confirmed: nobody's file goes to anybody unseen."""

    def __init__(self, ceremony: Ceremony, found: Sequence[Match], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setObjectName("match_form")
        self.set_titles(self.tr("Berkas untuk siapa"), self.tr("Sudah benar, lanjutkan"))
        self.setMinimumSize(900, 460)
        self.table = QTableWidget(len(found), 3)
        self.table.setObjectName("matches")
        self.table.setHorizontalHeaderLabels([self.tr("Berkas"), self.tr("Untuk"), self.tr("Ditemukan lewat")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.people: list[QComboBox] = []
        for row, match in enumerate(found):
            combo = QComboBox()
            combo.addItem(self.tr("– tidak dipakai –"), None)
            for official in ceremony.officials:
                if not official.added:
                    combo.addItem(official.name, official.id)
            combo.setCurrentIndex(max(0, combo.findData(match.official_id)) if match.official_id else 0)
            combo.setAccessibleName(match.file)
            combo.currentIndexChanged.connect(lambda _index: self._look())
            self.people.append(combo)
            by = translate("own", _BY[match.by.value]) if match.by is not None else self._doubt(match)
            self.table.setItem(row, 0, QTableWidgetItem(match.file))
            self.table.setCellWidget(row, 1, combo)
            self.table.setItem(row, 2, QTableWidgetItem(by))
            self.table.setRowHeight(row, 40)
        self.body.addWidget(self.table, 1)
        self._look()

    @property
    def chosen(self) -> tuple[str | None, ...]:
        """Whose each file is, in the order of the files."""
        return tuple(combo.currentData() for combo in self.people)

    def _doubt(self, match: Match) -> str:
        return self.tr("lebih dari satu orang cocok") if match.others else self.tr("tidak ditemukan")

    def _look(self) -> None:
        taken = [one for one in self.chosen if one is not None]
        twice = len(set(taken)) < len(taken)
        self.ok_button.setEnabled(bool(taken) and not twice)
        self.complain(self.tr("Satu orang hanya satu berkas.") if twice else "")


class OwnDocuments(QObject):
    """The steps of the way; each opens the next window. Lives as long as the operator's window."""

    def __init__(self, controller: DeskController, window: QWidget) -> None:
        super().__init__(window)
        self._controller, self._window = controller, window
        self.editor: PlacesEditor | None = None
        self.matching: MatchForm | None = None

    def choose(self) -> None:
        """Asks for one PDF, or several of a folder, one a person."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Dokumen kantor"), "", self.tr("PDF (*.pdf *.PDF)")
        )
        if names:
            self.bring([Path(name) for name in names])

    def bring(self, paths: Sequence[Path]) -> None:
        """Reads the files in a child process, then asks whose they are, then for their places."""
        if self._controller.busy:
            return
        task = background.run(lambda _progress, cancelled: own_documents.look_at(paths, cancelled), self)
        task.done.connect(self._brought)
        task.failed.connect(self._failed)
        self._controller.working.emit(task, self.tr("Membaca dokumen"))

    def _failed(self, error: BaseException) -> None:
        if not is_cancelled(error):
            self._controller.problem.emit(advice_for(error))

    def _brought(self, found: object) -> None:
        ceremony = self._controller.ceremony
        if ceremony is None or not isinstance(found, tuple) or not found:
            return
        if len(found) == 1:
            self._edit(((found[0], None),))
            return
        form = MatchForm(ceremony, own_documents.matches(ceremony, found), self._window)
        form.accepted.connect(
            lambda: self._edit(
                tuple((one, whose) for one, whose in zip(found, form.chosen, strict=True) if whose is not None)
            )
        )
        self.matching = form
        form.open()

    def _add(self, pattern: Pattern, files: tuple[tuple[Brought, str | None], ...]) -> None:
        controller, ceremony = self._controller, self._controller.ceremony
        if ceremony is not None:
            controller.took(own_documents.add_document(controller.desk, ceremony.id, pattern, files))
            controller.said.emit(self.tr("Dokumen “{name}” ikut ditandatangani.").format(name=pattern.name))

    def _edit(self, files: tuple[tuple[Brought, str | None], ...]) -> None:
        first = files[0][0]
        again = own_documents.likely_pattern(self._controller.desk, first.own)
        if again is not None:
            pattern = again.pattern
            moved = len(again.moved)
            warning = self.tr("Tempat-tempat dari “{name}” ditemukan lagi.").format(name=pattern.name)
            if moved:
                warning += " " + self.tr("Pada {n} tempat tulisannya bergeser atau hilang; periksa.").format(n=moved)
        else:
            pattern, warning = own_documents.first_pattern(first), ""
        if len(files) > 1 or files[0][1] is not None:
            pattern = Pattern(pattern.name, Audience.EACH, pattern.places)
        source = own_documents.pages_of(first.own)

        def keep(chosen: Pattern) -> bool:
            return guarded(lambda: self._add(chosen, files), self._controller.problem.emit)

        editor = PlacesEditor(first.own, source, pattern, keep, warning=warning, parent=self._window)

        def finished(_result: int) -> None:
            editor.canvas.let_go()
            source.close()

        editor.finished.connect(finished)
        self.editor = editor
        editor.open()
