"""The window "Naskah dan formulir": every form with its origin, and how it looks with invented data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.documents import Paper
from kpu_desk.domain.showing import PageSource
from kpu_desk.gui import background
from kpu_desk.gui.choosing import choose_file
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.look import BASE
from kpu_desk.gui.notices import NoticeStrip
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.secretary.form_details import FormDetails
from kpu_desk.gui.secretary.form_texts_model import DOCUMENT, FILE, STATE, VERSION, WORDING, FormTextsModel
from kpu_desk.gui.widgets import Button, caption, heading, label, plain_button

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk
    from kpu_desk.services.form_texts import ListedForm

_CLOSING_SECONDS = 15.0
_ROOM_FOR_WORDINGS = 1_100
_ROOM_FOR_VERSIONS = 1_500


@dataclass(frozen=True, slots=True)
class _Job:
    """Work that waits for its turn: one thing at a time is composed."""

    work: Callable[[], object]
    done: Callable[[object], None]
    failed: Callable[[BaseException], None]
    is_preview: bool = False


class FormTextsWindow(QWidget):
    """The list at the left with what is to be known about the chosen form, its pages at the right.

    Everything that reads, composes or draws runs beside the windows, one after the other.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("form_texts")
        self.setWindowTitle(self.tr("KPU Desk – Naskah dan formulir"))
        self._desk = desk
        self._task: background.Task | None = None
        self._jobs: list[_Job] = []
        self._source: PageSource | None = None
        self.model = FormTextsModel(self)
        self.notices = NoticeStrip()
        self.add_button = plain_button(self.tr("Tambah formulir …"), "add")
        self.reload_button = plain_button(self.tr("Muat ulang"))
        self.reload_button.setToolTip("F5")
        self.table = self._make_table()
        self.details = FormDetails()
        self.pages = PageView()
        self.pages.setAccessibleName(self.tr("Naskah dengan data contoh"))
        self.papers = {paper: Button(paper.value, "chip") for paper in Paper}
        self.words = label("", "soft")
        self._right = QStackedWidget()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.add_button.clicked.connect(self._choose_file)
        self.reload_button.clicked.connect(self.reload)
        self.details.copy_button.clicked.connect(self.copy)
        self.details.folder_button.clicked.connect(self._open_folder)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self.reload)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.close)
        self.reload()
        self.table.setFocus()

    @property
    def busy(self) -> bool:
        """Whether something is being read or drawn."""
        return self._task is not None

    @property
    def chosen(self) -> ListedForm | None:
        """The form in the bar."""
        return self.model.listed(self.table.currentIndex().row())

    @property
    def paper(self) -> Paper:
        """What the pages are shown on."""
        return next(paper for paper, chip in self.papers.items() if chip.isChecked())

    def reload(self) -> None:
        """Reads all forms again; the chosen one stays chosen."""
        chosen = self.chosen
        self._read_again("" if chosen is None else chosen.id, own=chosen is None or chosen.own)

    def copy(self) -> None:
        """Copies the chosen shipped form into the office's folder."""
        from kpu_desk.services.form_texts import copy_to_office

        chosen = self.chosen
        if chosen is None or chosen.own:
            return

        def done(path: object) -> None:
            words = self.tr("Salinan ada di {path}. Ubah dengan penyunting teks, lalu tekan Muat ulang.")
            self.notices.tell_good(words.format(path=path), self.tr("Buka folder"), self._open_folder)
            self._read_again(chosen.id)

        self._do(_Job(lambda: copy_to_office(self._desk, chosen.id), done, self._tell))

    def add(self, path: Path) -> None:
        """Checks a form's file and takes it into the office's folder."""
        from kpu_desk.services.form_texts import ListedForm, add_form

        def done(added: object) -> None:
            assert isinstance(added, ListedForm)
            self.notices.tell_good(self.tr("Formulir “{name}” ditambahkan.").format(name=added.name))
            self._read_again(added.id)

        self._do(_Job(lambda: add_form(self._desk, path), done, self._tell))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._jobs.clear()
        if self._task is not None:
            self._task.cancel()
            self._task.wait(_CLOSING_SECONDS)
        self._forget()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is hidden here stands below the table.
        self.table.setColumnHidden(WORDING, self.width() < _ROOM_FOR_WORDINGS)
        self.table.setColumnHidden(VERSION, self.width() < _ROOM_FOR_VERSIONS)

    def _read_again(self, form_id: str, *, own: bool = True) -> None:
        from kpu_desk.services.form_texts import listed_forms

        def done(forms: object) -> None:
            assert isinstance(forms, tuple)
            self.model.show_forms(forms)
            self.table.setCurrentIndex(self.model.index(self.model.row_of(form_id, own=own), DOCUMENT))

        self._do(_Job(lambda: listed_forms(self._desk), done, self._tell))

    # ---- one thing after the other, beside the windows

    def _do(self, job: _Job) -> None:
        if self._task is not None:
            if job.is_preview:
                self._jobs = [waiting for waiting in self._jobs if not waiting.is_preview]
            self._jobs.append(job)
            return
        task = background.run(lambda _progress, _cancelled: job.work(), self)
        self._task = task
        task.done.connect(job.done)
        task.failed.connect(job.failed)
        task.finished.connect(self._finished)
        self._wake()

    def _finished(self) -> None:
        self._task = None
        if self._jobs:
            self._do(self._jobs.pop(0))
        self._wake()

    def _wake(self) -> None:
        waiting = any(not job.is_preview for job in self._jobs)
        for button in (self.add_button, self.reload_button, self.details.copy_button):
            button.setEnabled(not waiting)

    def _tell(self, error: BaseException) -> None:
        self.notices.tell_problem(advice_for(error))

    # ---- the chosen form

    def _chosen(self) -> None:
        chosen = self.chosen
        self.details.show_form(chosen)
        if chosen is None:
            self._forget()
        elif chosen.form is None:
            self._say(self.tr("Naskah ini dapat ditampilkan sesudah dibetulkan dan dimuat ulang."))
        else:
            self._draw()

    def _draw(self) -> None:
        from kpu_desk.services.form_texts import preview

        chosen, paper = self.chosen, self.paper
        if chosen is None or chosen.form is None:
            return
        form, width, desk = chosen.form, self.pages.page_width_px(), self._desk

        def done(source: object) -> None:
            # Another one may be in the bar by now; its own pages come next.
            self._forget()
            self._source = source  # type: ignore[assignment]  # what crosses threads is an object; preview gives this
            assert self._source is not None
            self.pages.show_pages(self._source)
            self._right.setCurrentIndex(0)

        self._do(_Job(lambda: preview(desk, form, paper, width), done, self._refuse, is_preview=True))

    def _refuse(self, error: BaseException) -> None:
        self._say(advice_for(error).text)

    def _say(self, sentence: str) -> None:
        """Words in place of the pages."""
        self._forget()
        self.words.setText(sentence)
        self._right.setCurrentIndex(1)

    def _forget(self) -> None:
        self.pages.forget_pages()
        if self._source is not None:
            self._source.close()
            self._source = None

    # ---- the window

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.workspace.forms)))

    def _choose_file(self) -> None:
        choose_file(self, self.tr("Tambah formulir"), [self.tr("Naskah (*.toml)")], self.add)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("forms")
        table.setAccessibleName(self.tr("Daftar naskah"))
        table.setModel(self.model)
        dress_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(DOCUMENT, QHeaderView.ResizeMode.Stretch)
        for column in (FILE, VERSION, WORDING, STATE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(BASE)
        top.addWidget(heading(self.tr("Naskah dan formulir")), 1)
        top.addWidget(self.add_button)
        top.addWidget(self.reload_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, BASE, 0)
        column.setSpacing(BASE)
        column.addWidget(self.table, 3)
        column.addWidget(self.details, 2)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(self._make_right())
        both.setSizes([780, 550])
        inside = QVBoxLayout()
        inside.setContentsMargins(BASE * 2, BASE * 2, BASE * 2, BASE * 2)
        inside.setSpacing(BASE * 2)
        inside.addLayout(top)
        inside.addWidget(both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notices)
        whole.addLayout(inside, 1)
        order: list[QWidget] = [self.add_button, self.reload_button, self.table, self.details.texts]
        order += [self.details.folder_button, self.details.copy_button, *self.papers.values(), self.pages]
        for one, following in pairwise(order):
            self.setTabOrder(one, following)
        self.setMinimumSize(760, 440)
        self.resize(1366, 720)

    def _make_right(self) -> QWidget:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(BASE)
        row.addWidget(caption(self.tr("Dengan data contoh; orang dan kantornya rekaan.")), 1)
        for paper, chip in self.papers.items():
            chip.setObjectName(f"paper_{paper.value}")
            chip.setCheckable(True)
            chip.setChecked(paper is self._desk.profile.paper)
            chip.setAccessibleName(self.tr("Tampilkan pada {paper}").format(paper=paper.value))
            group.addButton(chip)
            row.addWidget(chip)
        group.buttonClicked.connect(lambda _chip: self._draw())
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._right.addWidget(self.pages)
        self._right.addWidget(self.words)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(BASE, 0, 0, 0)
        column.setSpacing(BASE)
        column.addLayout(row)
        column.addWidget(self._right, 1)
        return right


def open_form_texts(desk: Desk, parent: QWidget) -> FormTextsWindow:
    """The one window of forms beside its parent; the one that is open already comes to the front."""
    window = parent.findChild(FormTextsWindow)
    if window is None:
        window = FormTextsWindow(desk, parent)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
