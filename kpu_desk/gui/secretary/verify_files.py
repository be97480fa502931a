"""Checking files from elsewhere: choose them, and read one verdict with its reasons for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for
from kpu_desk.gui.look import BASE
from kpu_desk.gui.notices import NoticeStrip, TaskStrip
from kpu_desk.gui.secretary.verdict_panel import VerdictPanel
from kpu_desk.gui.widgets import heading, label, plain_button

if TYPE_CHECKING:
    from kpu_desk.services.inspecting import FileReport


class VerifyFiles(QObject):
    """Asks for files, checks them on the worker, shows the answers.

    Args:
        trusted: certificates that are believed, PEM.
    """

    def __init__(self, trusted: Sequence[bytes], window: QWidget, notices: NoticeStrip, tasks: TaskStrip) -> None:
        super().__init__(window)
        self._trusted = tuple(trusted)
        self._window, self._notices, self._tasks = window, notices, tasks

    def choose(self) -> None:
        """The file dialog."""
        dialog = QFileDialog(self._window, self.tr("Periksa berkas"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("Semua berkas (*)")])
        dialog.filesSelected.connect(lambda chosen: self.check(tuple(Path(name) for name in chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def check(self, paths: tuple[Path, ...]) -> background.Task | None:
        """Checks the files; the answers come in a window of their own."""
        if self._tasks.busy:
            self._notices.tell_problem(
                Advice(self.tr("Pekerjaan lain sedang berjalan."), self.tr("Tunggu sampai selesai, lalu periksa lagi."))
            )
            return None

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            from kpu_desk.services.inspecting import inspect_files

            reports: list[FileReport] = []
            for done, report in enumerate(inspect_files(paths, self._trusted), start=1):
                reports.append(report)
                progress(done, len(paths))
                if cancelled():
                    break
            return tuple(reports)

        task = background.run(work, self)
        task.done.connect(self._show)
        task.failed.connect(lambda error: self._notices.tell_problem(advice_for(error)))
        self._tasks.follow(task, self.tr("Memeriksa berkas"))
        return task

    def _show(self, reports: tuple[FileReport, ...]) -> None:
        answers = FileAnswers(reports, self._window)
        answers.finished.connect(answers.deleteLater)
        answers.open()


class FileAnswers(QDialog):
    """One card for each file."""

    def __init__(self, reports: tuple[FileReport, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("KPU Desk – Hasil periksa"))
        self.panels: list[VerdictPanel] = []
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(BASE * 3, 0, BASE * 3, 0)
        cards.setSpacing(BASE * 2)
        for report in reports:
            card = QFrame()
            column = QVBoxLayout(card)
            column.setContentsMargins(0, 0, 0, 0)
            name = label(report.shown_name, "soft")
            name.setWordWrap(True)
            answer = VerdictPanel()
            self.panels.append(answer)
            answer.show_report(report.report)
            column.addWidget(name)
            column.addWidget(answer)
            cards.addWidget(card)
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        close = plain_button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(BASE * 3, BASE, BASE * 3, BASE * 2)
        foot.addStretch(1)
        foot.addWidget(close)
        top = QHBoxLayout()
        top.setContentsMargins(BASE * 3, BASE * 2, BASE * 3, BASE)
        top.addWidget(heading(self.tr("Hasil periksa")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.resize(720, 480)
