"""Runs one pen test: a workspace that is thrown away, the window on the signer's screen, and the result."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QFileDialog

from kpu_desk.domain.device_truth import device_truth
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.ink_drawing import draw
from kpu_desk.domain.pen_trial import TrialResult
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.pen_trial.window import TrialWindow
from kpu_desk.services.desk import system_clock


class PenTrial(QObject):
    """One test, from its first point to "Tutup".

    Signals:
        measured(truth): new figures of what is on the pad.
        ended(): the window is closed and the workspace gone.

    Args:
        screen: where the window stands; None for the second one, or the only one.

    Raises:
        StorageError: there is no room for the workspace.
    """

    measured = Signal(object)
    ended = Signal()

    def __init__(self, screen: QScreen | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from kpu_desk.gui.pen_trial.sheet import open_sample_sheet
        from kpu_desk.gui.rehearsal.stage import throw_away_desk

        self._stack = ExitStack()
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kpu-desk-uji-")))
            self._desk = stack.enter_context(throw_away_desk(folder))
            _ceremony_id, person_id = open_sample_sheet(self._desk)
            self._stack = stack.pop_all()
        self.person = self._desk.ceremonies()[0].official(person_id).name
        self.window = TrialWindow(self._desk.profile.short_name)
        self._controller = DeskController(self._desk, self)
        self._calling = Calling(self._controller, self.window, self)
        figures = self.window.figures
        figures.measured.connect(self.measured)
        figures.save_wanted.connect(self._ask_where)
        figures.close_wanted.connect(self.end)
        self.window.written.connect(lambda _ink: figures.measure())
        QShortcut(QKeySequence(Qt.Key.Key_F12), self.window).activated.connect(self.end)
        self.window.place_on_screen(screen)
        self._calling.call(person_id)
        self._closed = False

    def result(self) -> TrialResult | None:
        """What is on the pad, measured; None while it is empty."""
        if not self.window.figures.measure():
            return None
        captured = self.window.current_ink()
        truth = device_truth(captured.ink)
        return TrialResult(
            person=self.person,
            office=self._desk.profile.short_name,
            at=system_clock(),
            zone=self._desk.profile.zone.label,
            device=replace(captured.device, truth=truth),
            truth=truth,
            drawing=draw(captured.ink),
            pad_um=(captured.ink.width_um, captured.ink.height_um),
        )

    def save(self, path: Path) -> bool:
        """Writes the page of the result; says on the window what became of it."""
        from kpu_desk.services.pen_trial import save_result

        result = self.result()
        if result is None:
            return False
        try:
            save_result(result, path)
        except KnownError as error:
            self.window.figures.say(advice_for(error).text)
            return False
        self.window.figures.say(self.tr("Hasil disimpan: {path}").format(path=path))
        return True

    def end(self) -> None:
        """Closes the window and throws the workspace away."""
        if self._closed:
            return
        self._closed = True
        self._calling.recall()
        self._controller.stop()
        self.window.release()
        self.window.close()
        self.window.deleteLater()
        self._stack.close()
        self.ended.emit()

    def _ask_where(self) -> None:
        form = QFileDialog(self.window, self.tr("Simpan hasil uji pena"), "uji-pena.pdf", "PDF (*.pdf)")
        form.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        form.setDefaultSuffix("pdf")
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.fileSelected.connect(lambda path: self.save(Path(path)))
        form.open()
