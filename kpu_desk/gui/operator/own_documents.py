"""The way of an office's own PDF into a ceremony: chosen, read, matched to people, given its places, added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.matching import Match
from kpu_desk.domain.places import Audience, Pattern
from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for, guarded, is_cancelled
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.places_each import EachForm
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


_Files = tuple[tuple[Brought, str | None], ...]
"""The clean files, each with whose it is."""


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
                    combo.addItem(ceremony.named(official.id), official.id)
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
        self.each: EachForm | None = None

    def choose(self) -> None:
        """Asks for one PDF, or several, one a person."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Dokumen kantor"), "", self.tr("PDF (*.pdf *.PDF)")
        )
        if names:
            self.bring([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Asks for a folder of PDFs, one a person."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Folder dokumen, satu PDF tiap orang"))
        if name:
            guarded(lambda: self.bring_folder(Path(name)), self._controller.problem.emit)

    def bring_folder(self, folder: Path) -> None:
        """Reads the PDFs of a folder; one alone is still for one person. Raises StorageError as reading files does."""
        paths = own_documents.pdfs_in(folder)
        if paths:
            self.bring(paths, each=True)
        else:
            self._controller.said.emit(self.tr("Tidak ada PDF di folder “{name}”.").format(name=folder.name))

    def bring(self, paths: Sequence[Path], *, each: bool = False) -> None:
        """Reads the files in a child process, then asks whose they are, then for their places."""
        if self._controller.busy:
            return
        task = background.run(lambda _progress, cancelled: own_documents.look_at(paths, cancelled), self)
        task.done.connect(lambda found: self._brought(found, each=each or len(paths) > 1))
        task.failed.connect(self._failed)
        self._controller.working.emit(task, self.tr("Membaca dokumen"))

    def _failed(self, error: BaseException) -> None:
        if is_cancelled(error):
            return
        advice = advice_for(error)
        file = error.facts.get("file") if isinstance(error, KnownError) else None
        if file and str(file) not in advice.sentence:
            advice = Advice(f"{file}: {advice.sentence}", advice.advice)
        self._controller.problem.emit(advice)

    def _brought(self, found: object, *, each: bool) -> None:
        ceremony = self._controller.ceremony
        if ceremony is None or not isinstance(found, tuple) or not found:
            return
        if not each:
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

    def _edit(self, files: _Files) -> None:
        """The places of the first file, which the others get too."""
        first = files[0][0]
        again = own_documents.likely_pattern(self._controller.desk, first.own)
        said = []
        if again is not None:
            pattern = again.pattern
            said.append(self.tr("Tempat-tempat dari “{name}” ditemukan lagi.").format(name=pattern.name))
            if again.moved:
                moved = len(again.moved)
                said.append(self.tr("Pada {n} tempat tulisannya bergeser atau hilang; periksa.").format(n=moved))
        else:
            pattern = own_documents.first_pattern(first)
            if first.own.fields:
                fields = len(first.own.fields)
                words = self.tr("Ada {n} kolom tanda tangan kosong; “Cari jangkar dan kolom” memakainya.")
                said.append(words.format(n=fields))
        if files[0][1] is not None:
            pattern = replace(pattern, audience=Audience.EACH)
        self._open_editor(first, pattern, lambda chosen: self._keep(chosen, files), " ".join(said))

    def _open_editor(self, one: Brought, pattern: Pattern, keep: Callable[[Pattern], bool], warning: str = "") -> None:
        source = own_documents.pages_of(one.own)
        parent = self.each if self.each is not None and self.each.isVisible() else self._window
        editor = PlacesEditor(one.own, source, pattern, keep, warning=warning, parent=parent)

        def finished(_result: int) -> None:
            editor.canvas.let_go()
            source.close()

        editor.finished.connect(finished)
        self.editor = editor
        editor.open()

    def _keep(self, chosen: Pattern, files: _Files) -> bool:
        """Adds the document where its places stand alike on every file, else shows them file by file first."""
        ceremony = self._controller.ceremony
        if ceremony is None:
            return False
        found = own_documents.on_each(chosen, [one for one, _whose in files])
        named = [(one, "" if whose is None else ceremony.named(whose)) for one, whose in files]
        form = EachForm(named, found, self._open_editor, self._window)
        if form.same and form.settled:
            form.deleteLater()
            return guarded(lambda: self._add(chosen, files, None), self._controller.problem.emit)
        form.accepted.connect(
            lambda: guarded(lambda: self._add(chosen, files, form.patterns), self._controller.problem.emit)
        )
        self.each = form
        form.open()
        return True

    def _add(self, pattern: Pattern, files: _Files, each: Sequence[Pattern] | None) -> None:
        controller, ceremony = self._controller, self._controller.ceremony
        if ceremony is not None:
            controller.took(own_documents.add_document(controller.desk, ceremony.id, pattern, files, each))
            controller.said.emit(self.tr("Dokumen “{name}” ikut ditandatangani.").format(name=pattern.name))
