"""The windows around a roster file: choosing one, what it would bring, pointing at its columns, saving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from kpu_desk.domain.roster import RosterReading
from kpu_desk.domain.roster_mapping import SheetSketch
from kpu_desk.gui.choosing import choose_file
from kpu_desk.gui.forms import opened
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.roster_acts import RosterActs

if TYPE_CHECKING:
    from kpu_desk.gui.operator.import_mapping import ImportMapping
    from kpu_desk.gui.operator.import_preview import ImportPreview


class RosterDialogs(QObject):
    """Opens these windows as the acts ask for them."""

    def __init__(self, acts: RosterActs, controller: DeskController, window: QWidget) -> None:
        super().__init__(window)
        self._acts, self._controller, self._window = acts, controller, window
        acts.was_read.connect(self.preview)
        acts.sketched.connect(self.point_at_columns)

    def choose(self) -> None:
        """The file dialog; the reading comes back by the acts' ``was_read``."""
        filters = (self.tr("Daftar pejabat (*.xlsx *.csv)"), self.tr("Semua berkas (*)"))
        dialog = choose_file(self._window, self.tr("Impor daftar pejabat"), filters, self._acts.read)
        dialog.rejected.connect(lambda: self._acts.expect(wanted=False))
        QTimer.singleShot(0, dialog, self._acts.expect)

    def preview(self, reading: RosterReading, file_name: str) -> ImportPreview:
        """What the file would bring."""
        from kpu_desk.gui.operator.import_preview import ImportPreview
        from kpu_desk.services.roster_sentences import problem_sentence

        acts, ceremony = self._acts, self._controller.ceremony
        choice = acts.choice if acts.choice is not None and acts.choice.path.name == file_name else None

        def mark(marked: bool) -> None:
            if choice is not None:
                acts.read(choice.path, replace(choice, marked=marked))

        return opened(
            ImportPreview(
                reading,
                file_name,
                sentence=problem_sentence,
                replaces=len(ceremony.officials) if ceremony is not None else 0,
                keep=lambda: acts.take(reading, file_name),
                again=acts.sketch if choice is not None else None,
                mark=mark if choice is not None else None,
                marked=choice is not None and choice.marked,
                parent=self._window,
            )
        )

    def point_at_columns(self, sketches: Sequence[SheetSketch]) -> ImportMapping | None:
        """The worksheets of the file that is being imported, with its columns to point at."""
        from kpu_desk.gui.operator.import_mapping import ImportMapping

        acts = self._acts
        if acts.choice is None:
            return None
        return opened(
            ImportMapping(
                acts.choice,
                sketches,
                lambda choice: acts.read(choice.path, choice),
                self._window,
            )
        )

    def save(self) -> None:
        """The file dialog for the people on the desk; an XLSX or CSV file, by its ending."""
        ceremony = self._controller.ceremony
        if ceremony is None:
            return
        dialog = QFileDialog(self._window, self.tr("Simpan daftar pejabat"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Buku Kerja Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
        dialog.selectFile(self.tr("Daftar pejabat {year}").format(year=ceremony.year))
        dialog.fileSelected.connect(lambda chosen: self._acts.save(Path(chosen)))
        opened(dialog)
