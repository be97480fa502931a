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
from kpu_desk.gui.choosing import choose_folder
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import opened
from kpu_desk.gui.look import BASE, icon
from kpu_desk.gui.notices import NoticeStrip, TaskStrip
from kpu_desk.gui.secretary.files_model import FILE, VERDICT, FilesModel
from kpu_desk.gui.secretary.page_panel import PagePanel
from kpu_desk.gui.secretary.verdict_panel import VerdictPanel
from kpu_desk.gui.widgets import Button, caption, heading, label, plain_button, primary_button
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.services.inspecting import FileReport
    from kpu_desk.services.reading_pages import PageFound

_CLOSING_SECONDS = 15.0


class VerifyWindow(QWidget):
    """Checks files in worker processes and shows a list with what was found in the chosen one beside it.

    PDFs are asked for their seal; pictures, and PDFs that have none, for the codes on their pages.

    Args:
        trusted: certificates that are believed, PEM.
        zone: the office's, in which times are told.
    """

    _listed = Signal(object)
    _found = Signal(int, object)
    _paged = Signal(int, object)

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
        self.verdict, self.pages = VerdictPanel(zone), PagePanel()
        self.hint = caption(self.tr("Pilih satu berkas untuk membaca alasannya."))
        self.counts = caption("")
        self._stack = QStackedWidget()
        self._lay_out()
        # What the worker tells arrives on the thread that owns the widgets.
        self._listed.connect(self._show_files, Qt.ConnectionType.QueuedConnection)
        self._found.connect(self._show_report, Qt.ConnectionType.QueuedConnection)
        self._paged.connect(self._show_pages, Qt.ConnectionType.QueuedConnection)
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
            from kpu_desk.services.inspecting import files_to_inspect

            files = files_to_inspect(paths)
            self._listed.emit(files)
            self._read(files, progress, cancelled)
            return len(files)

        self._task = background.run(work, self)
        self._task.done.connect(self._checked)
        self._task.failed.connect(lambda error: self.notices.tell_problem(advice_for(error)))
        self._task.finished.connect(self._finished)
        self.tasks.follow(self._task, self.tr("Memeriksa berkas"))
        self._refresh()

    def _read(self, files: tuple[Path, ...], progress: background.Progress, cancelled: background.Cancelled) -> None:
        """Seals first, then pages; on the worker's thread."""
        from kpu_desk.services.inspecting import inspect_files
        from kpu_desk.services.reading_pages import is_picture, read_page_files

        pictures = {number for number, path in enumerate(files) if is_picture(path)}
        documents = [number for number in range(len(files)) if number not in pictures]
        paged = sorted(pictures)
        done = 0
        reports = inspect_files([files[n] for n in documents], self._trusted, cancelled=cancelled, gentle=True)
        for found, number in zip(reports, documents, strict=False):  # shorter once it was cancelled
            self._found.emit(number, found)
            done += 1
            if found.report.verdict is Verdict.NO_SIGNATURE:
                paged.append(number)
            progress(done, len(documents) + len(paged))
        if cancelled():
            return
        pages = read_page_files([files[n] for n in paged], self._trusted, cancelled=cancelled, gentle=True)
        for on_pages, number in zip(pages, paged, strict=False):
            self._paged.emit(number, on_pages)
            done += 1
            progress(done, len(documents) + len(paged))

    def clear(self) -> None:
        """An empty list again."""
        if self._task is None:
            self.model.clear()
            self.notices.clear()
            self.verdict.hide()
            self.pages.hide()
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

    def _show_report(self, number: int, found: FileReport) -> None:
        self._show_news(self.model.take_report(number, found))

    def _show_pages(self, number: int, found: tuple[PageFound, ...]) -> None:
        self._show_news(self.model.take_pages(number, found))

    def _show_news(self, row: int) -> None:
        if row == self.table.currentIndex().row():
            self._show_row(row)
        self._refresh()

    def _show_row(self, row: int) -> None:
        report, pages = self.model.report(row), self.model.pages(row)
        self.hint.setVisible(report is None and not pages)
        self.verdict.setVisible(report is not None)
        self.pages.setVisible(bool(pages))
        if report is not None:
            self.verdict.show_report(report, self.model.shown_path(row))
        if pages:
            self.pages.show_pages(pages, "" if report else self.model.shown_path(row))

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

        self._stack.setCurrentIndex(0 if self.model.rowCount() == 0 else 1)
        self.clear_button.setVisible(self.model.rowCount() > 0)
        self.clear_button.setEnabled(not self.busy)
        counted = Counter(self.model.words())
        known = [verdict_word(verdict) for verdict in Verdict]
        parts = [self.tr("{n} berkas", "", self.model.rowCount()).format(n=self.model.rowCount())]
        order = [*known, *(word for word in counted if word not in known)]
        parts += [f"{counted[word]} {word[:1].lower()}{word[1:]}" for word in order if counted[word]]
        self.counts.setText(" · ".join(parts) if self.model.rowCount() else "")

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Periksa berkas"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("PDF dan pindaian (*.pdf *.png *.jpg *.jpeg)"), self.tr("Semua berkas (*)")])
        dialog.filesSelected.connect(lambda chosen: self.check(tuple(Path(name) for name in chosen)))
        opened(dialog)

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Periksa semua PDF di folder"), lambda folder: self.check((folder,)))

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
        self._stack.addWidget(_drop_place(self))
        self._stack.addWidget(self._make_results())
        body = QVBoxLayout()
        body.setContentsMargins(BASE * 3, BASE * 2, BASE * 3, BASE * 2)
        body.setSpacing(BASE * 2)
        body.addLayout(acts)
        body.addWidget(self._stack, 1)
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
        beside.addWidget(self.pages)
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
        heading(translate("VerifyWindow", "Taruh berkas PDF, pindaian, foto halaman, atau folder di sini")),
        label(translate("VerifyWindow", "atau pilih dengan tombol di atas."), "soft"),
        label(translate("VerifyWindow", "Berkas hanya dibaca: tidak diubah dan tidak dikirim ke mana pun."), "soft"),
    ):
        part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(part)
    column.addStretch(1)
    return place


def _dropped(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
