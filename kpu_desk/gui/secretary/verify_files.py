"""The window "Periksa": files from elsewhere are dropped or chosen, and each gets a verdict a person can act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.profile import Zone
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui import background
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.look import BASE, icon
from kpu_desk.gui.notices import NoticeStrip, TaskStrip
from kpu_desk.gui.secretary.files_model import FILE, VERDICT, FilesModel
from kpu_desk.gui.secretary.verdict_panel import VerdictPanel
from kpu_desk.gui.widgets import Button, caption, heading, label, plain_button, primary_button

if TYPE_CHECKING:
    from kpu_desk.services.inspecting import FileReport

_CLOSING_SECONDS = 15.0


class VerifyWindow(QWidget):
    """Checks files in worker processes and shows a list with the verdict of the chosen one beside it.

    Args:
        trusted: certificates that are believed, PEM.
        zone: the office's, in which times are told.
    """

    _listed = Signal(object)
    _found = Signal(object)

    def __init__(self, trusted: Sequence[bytes], zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("verify_window")
        self.setWindowTitle(self.tr("KPU Desk – Periksa berkas"))
        self.setAcceptDrops(True)
        self._trusted = tuple(trusted)
        self._task: background.Task | None = None
        self._waiting: list[tuple[Path, ...]] = []
        self.model = FilesModel(self)
        self.notices, self.tasks = NoticeStrip(), TaskStrip()
        self.choose_button = primary_button(self.tr("Pilih berkas …"), "document")
        self.folder_button = plain_button(self.tr("Pilih folder …"), "folder")
        self.clear_button = Button(self.tr("Kosongkan daftar"), "quiet")
        self.table = self._make_table()
        self.verdict = VerdictPanel(zone)
        self.hint = caption(self.tr("Pilih satu berkas untuk membaca alasannya."))
        self.counts = caption("")
        self._pages = QStackedWidget()
        self._lay_out()
        # What the worker tells arrives on the thread that owns the widgets.
        self._listed.connect(self._show_files, Qt.ConnectionType.QueuedConnection)
        self._found.connect(self._show_report, Qt.ConnectionType.QueuedConnection)
        self.choose_button.clicked.connect(self._choose_files)
        self.folder_button.clicked.connect(self._choose_folder)
        self.clear_button.clicked.connect(self.clear)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self).activated.connect(self._choose_files)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.close)
        self._refresh()
        self.choose_button.setFocus()

    @property
    def busy(self) -> bool:
        """Whether files are being checked."""
        return self._task is not None

    def check(self, paths: tuple[Path, ...]) -> None:
        """Checks files, and the ``*.pdf`` of folders; what comes while others are checked waits for its turn."""
        if not paths:
            return
        if self._task is not None:
            self._waiting.append(paths)
            return
        self.notices.clear()

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            from kpu_desk.services.inspecting import files_to_inspect, inspect_files

            files = files_to_inspect(paths)
            self._listed.emit(files)
            for done, found in enumerate(
                inspect_files(files, self._trusted, cancelled=cancelled, gentle=True), start=1
            ):
                self._found.emit(found)
                progress(done, len(files))
            return len(files)

        self._task = background.run(work, self)
        self._task.done.connect(self._checked)
        self._task.failed.connect(lambda error: self.notices.tell_problem(advice_for(error)))
        self._task.finished.connect(self._finished)
        self.tasks.follow(self._task, self.tr("Memeriksa berkas"))
        self._refresh()

    def clear(self) -> None:
        """An empty list again."""
        if self._task is None:
            self.model.clear()
            self.notices.clear()
            self.verdict.hide()
            self._refresh()
            self.choose_button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.check(_dropped(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            self._task.wait(_CLOSING_SECONDS)
        event.accept()

    def _show_files(self, files: tuple[Path, ...]) -> None:
        first = self.model.rowCount()
        self.model.add_files(files)
        if files:
            self.table.setCurrentIndex(self.model.index(first, FILE))
            self.table.setFocus()
        self._refresh()

    def _show_report(self, found: FileReport) -> None:
        row = self.model.take_report(found)
        if row == self.table.currentIndex().row():
            self._show_row(row)
        self._refresh()

    def _show_row(self, row: int) -> None:
        report = self.model.report(row)
        self.hint.setVisible(report is None)
        if report is None:
            self.verdict.hide()
        else:
            self.verdict.show_report(report, self.model.shown_path(row))

    def _checked(self, count: int) -> None:
        if count == 0:
            self.notices.tell_good(self.tr("Di situ tidak ada berkas PDF."))

    def _finished(self) -> None:
        self._task = None
        self._refresh()
        if self._waiting:
            self.check(self._waiting.pop(0))

    def _selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self._show_row(self.table.currentIndex().row())

    def _refresh(self) -> None:
        from kpu_desk.services.inspecting import verdict_word

        self._pages.setCurrentIndex(0 if self.model.rowCount() == 0 else 1)
        self.clear_button.setVisible(self.model.rowCount() > 0)
        self.clear_button.setEnabled(not self.busy)
        counted = Counter(self.model.verdicts())
        parts = [self.tr("{n} berkas").format(n=self.model.rowCount())]
        parts += [f"{counted[verdict]} {verdict_word(verdict).lower()}" for verdict in Verdict if counted[verdict]]
        self.counts.setText(" · ".join(parts) if self.model.rowCount() else "")

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Periksa berkas"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("Semua berkas (*)")])
        dialog.filesSelected.connect(lambda chosen: self.check(tuple(Path(name) for name in chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Periksa semua PDF di folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.check((Path(chosen),)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("files")
        table.setAccessibleName(self.tr("Berkas yang diperiksa"))
        table.setModel(self.model)
        dress_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(VERDICT, QHeaderView.ResizeMode.ResizeToContents)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.selectionModel().selectionChanged.connect(self._selection_changed)
        return table

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(BASE)
        acts.addWidget(heading(self.tr("Periksa berkas")), 1)
        for button in (self.choose_button, self.folder_button, self.clear_button):
            acts.addWidget(button)
        self._pages.addWidget(_drop_place(self))
        self._pages.addWidget(self._make_results())
        body = QVBoxLayout()
        body.setContentsMargins(BASE * 3, BASE * 2, BASE * 3, BASE * 2)
        body.setSpacing(BASE * 2)
        body.addLayout(acts)
        body.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.tasks)
        column.addLayout(body, 1)
        self.setMinimumSize(760, 480)
        self.resize(1180, 700)

    def _make_results(self) -> QWidget:
        left = QWidget()
        listing = QVBoxLayout(left)
        listing.setContentsMargins(0, 0, 0, 0)
        listing.setSpacing(BASE)
        listing.addWidget(self.table, 1)
        listing.addWidget(self.counts)
        answer = QWidget()
        beside = QVBoxLayout(answer)
        beside.setContentsMargins(BASE, 0, 0, 0)
        beside.addWidget(self.hint)
        beside.addWidget(self.verdict)
        beside.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("answer")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(answer)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(scroll)
        both.setSizes([620, 520])
        return both


def open_verify_window(trusted: Sequence[bytes], zone: Zone, parent: QWidget) -> VerifyWindow:
    """The one window "Periksa" beside its parent; the one that is open already comes to the front."""
    window = parent.findChild(VerifyWindow)
    if window is None:
        window = VerifyWindow(trusted, zone, parent)
    window.show()
    window.raise_()
    window.activateWindow()
    return window


def _drop_place(owner: VerifyWindow) -> QWidget:
    place = QFrame()
    place.setProperty("surface", "field")
    sign = QLabel()
    sign.setPixmap(icon("verify", "ink_soft", 48).pixmap(48, 48))
    column = QVBoxLayout(place)
    column.addStretch(1)
    for part in (
        sign,
        heading(owner.tr("Taruh berkas PDF atau folder di sini")),
        label(owner.tr("atau pilih dengan tombol di atas."), "soft"),
        label(owner.tr("Berkas hanya dibaca: tidak diubah dan tidak dikirim ke mana pun."), "soft"),
    ):
        part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(part)
    column.addStretch(1)
    return place


def _dropped(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
