"""The way of an office's own PDF into a ceremony: chosen, read, matched to people, given its places, added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from kpu_desk.domain.errors import FormError, KnownError
from kpu_desk.domain.places import Audience, Pattern
from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for, guarded, is_cancelled
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.match_form import MatchForm
from kpu_desk.gui.operator.places_each import EachForm
from kpu_desk.gui.operator.places_editor import PlacesEditor
from kpu_desk.services import own_documents
from kpu_desk.services.own_documents import Brought

_Files = tuple[tuple[Brought, str | None], ...]
"""The clean files, each with whose it is."""


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
        """Reads the PDFs of a folder; one alone is still for one person. Raises what ``pdfs_in`` raises."""
        paths = own_documents.pdfs_in(folder)
        if paths:
            self.bring(paths, each=True)
        else:
            self._controller.said.emit(self.tr("Tidak ada PDF di folder “{name}”.").format(name=folder.name))

    def dropped(self, paths: Sequence[Path]) -> None:
        """One PDF, several, or a folder of them, from wherever the hand pulled them."""
        if len(paths) == 1 and paths[0].is_dir():
            guarded(lambda: self.bring_folder(paths[0]), self._controller.problem.emit)
        else:
            self.bring(paths)

    def bring(self, paths: Sequence[Path], *, each: bool = False) -> None:
        """Reads the files in a child process, then asks whose they are, then for their places."""
        if self._controller.busy:
            return
        task = background.run(lambda _progress, cancelled: own_documents.look_at_each(paths, cancelled), self)
        task.done.connect(lambda found: self._brought(*found, each=each or len(paths) > 1))
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

    def _brought(self, found: Sequence[Brought], refused: Sequence[FormError], *, each: bool) -> None:
        ceremony = self._controller.ceremony
        if ceremony is None:
            return
        if not found:
            self._failed(refused[0])
            return
        if not each:
            self._edit(((found[0], None),))
            return
        form = MatchForm(ceremony, own_documents.matches(ceremony, found), refused, self._window)
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
