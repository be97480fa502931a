"""The records: a register as people know it, the page itself beside it, actions in the order of the work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.own_documents import takes_number
from kpu_desk.domain.showing import PageSource
from kpu_desk.domain.verdict import SealReport, Verdict
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.background import Task
from kpu_desk.gui.choosing import choose_folder, choose_printer
from kpu_desk.gui.errors import Advice, advice_for
from kpu_desk.gui.escrow_banner import EscrowBanner
from kpu_desk.gui.forms import opened
from kpu_desk.gui.look import BASE, icon
from kpu_desk.gui.notices import NoticeStrip, TaskStrip
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.sealing_question import seal_or_ask
from kpu_desk.gui.secretary.controller import RecordsController
from kpu_desk.gui.secretary.ink_acts import ink_acts
from kpu_desk.gui.secretary.meterai_form import MeteraiForm
from kpu_desk.gui.secretary.numbering_form import NumberingForm
from kpu_desk.gui.secretary.office_menu import office_button
from kpu_desk.gui.secretary.older_records import OlderRecords
from kpu_desk.gui.secretary.register_model import RegisterModel
from kpu_desk.gui.secretary.register_table import RegisterTable
from kpu_desk.gui.secretary.stamping_form import stamp
from kpu_desk.gui.secretary.verdict_panel import VerdictPanel
from kpu_desk.gui.widgets import Banner, Elided, caption, plain_button, primary_button

if TYPE_CHECKING:
    from kpu_desk.services.filing import RecordSummary


class RecordsWindow(QMainWindow):
    """The secretary's view of one ceremony's records.

    Signals:
        settings_wanted(), form_texts_wanted(): the office's settings, the texts of its documents.
    """

    settings_wanted = Signal()
    form_texts_wanted = Signal()

    def __init__(self, controller: RecordsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("records_window")
        self.setWindowTitle(self.tr("KPU Desk – Rekaman"))
        self.controller = controller
        self.model = RegisterModel(controller.desk.profile.zone, controller.verdict_word, self)
        self._source: PageSource | None = None
        self._shown_id = ""
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Cari nomor, dokumen, nama …   Ctrl+F"))
        self.search.setAccessibleName(self.tr("Cari rekaman"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "ink_soft", 20), QLineEdit.ActionPosition.LeadingPosition)
        self.table = RegisterTable(self.model)
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._selection_changed())
        self.pages = PageView(hint=self.tr("Pilih satu lembar; halamannya tampil di sini."))
        self.editions = OlderRecords(controller.desk.profile.zone)
        self.verdict = VerdictPanel(controller.desk.profile.zone)
        self.escrow, self.notices, self.tasks = EscrowBanner(), NoticeStrip(), TaskStrip()
        self.counts = caption("")
        self.with_evidence = QCheckBox(self.tr("Dengan lembar bukti"))
        self.with_evidence.setChecked(True)
        self.number_button = plain_button(self.tr("Beri nomor …"), "edit")
        self.number_button.setToolTip(self.tr("Ctrl+N"))
        self.meterai_button = plain_button(self.tr("Meterai …"), "document")
        self.stamp_button = plain_button(self.tr("Cap …"), "stamp")
        self.seal_button = primary_button(self.tr("Segel"), "seal")
        self.print_button = plain_button(self.tr("Cetak …"), "print")
        self.save_button = plain_button(self.tr("Simpan …"), "save")
        self.verify_button = plain_button(self.tr("Periksa"), "verify")
        self._lay_out()
        self.controller.changed.connect(self.refresh)
        self.controller.problem.connect(self.notices.tell_problem)
        self.controller.said.connect(self.notices.tell_good)
        self.controller.working.connect(self._follow)
        self.controller.printed.connect(self._ask_printed)
        self.controller.verified.connect(self._verified)
        self.search.textChanged.connect(self._narrow)
        self.editions.wanted.connect(self._show_record)
        for button, act in (
            (self.number_button, self.give_numbers),
            (self.meterai_button, self.note_meterai),
            (self.stamp_button, self.stamp),
            (self.seal_button, self.seal),
        ):
            button.clicked.connect(act)
        self.print_button.clicked.connect(lambda: choose_printer(self, self.print_on))
        self.save_button.clicked.connect(self._choose_folder)
        self.verify_button.clicked.connect(lambda: self.controller.verify(self.chosen()))
        numbers = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        numbers.activated.connect(self.number_button.click)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._begin_search)
        self.refresh()
        self.search.setFocus()

    def refresh(self) -> None:
        """Reads the register again; chosen records stay chosen."""
        kept = [record.serial for record in self._selected()]  # a superseding record has another id
        self._need = self.controller.need()
        self.seal_button.setToolTip(self.controller.preflight())
        for part in (self.model, self.editions, self.verdict):
            part.zone = self.controller.desk.profile.zone
        self.model.show_records(self.controller.records())
        chooser = self.table.selectionModel()
        for row in sorted((self.model.row_of(serial) for serial in kept), reverse=True):
            if row >= 0:
                flags = chooser.SelectionFlag.Select | chooser.SelectionFlag.Rows
                chooser.select(self.model.index(row, 0), flags)
                chooser.setCurrentIndex(self.model.index(row, 0), chooser.SelectionFlag.NoUpdate)
        self._selection_changed()

    def chosen(self) -> tuple[str, ...]:
        """Ids of the records that the actions are about: the selected ones, or all that are shown.

        While a superseded record of the one selected row is looked at, it is that record.
        """
        selected = self._selected()
        if len(selected) == 1 and self.editions.is_older_of(selected[0]):
            return (self.editions.record_id,)
        only_void = not selected and self.table.selectionModel().hasSelection()
        return () if only_void else tuple(record.id for record in selected or self.model.records())

    def give_numbers(self) -> None:
        """Opens the form for numbers; the sheets of the selected records are ticked, else all that have none."""
        lines = self.controller.number_lines()
        selected = {record.serial for record in self._selected()}
        ticked = frozenset(
            line.sheet_id for line in lines if (line.serial in selected if selected else line.number is None)
        )
        opened(
            NumberingForm(
                lines,
                ticked,
                pattern=self.controller.desk.profile.number_pattern,
                series=self.controller.series,
                keep=self.controller.give_numbers,
                parent=self,
            )
        )

    def note_meterai(self) -> None:
        """Opens the form for the meterai of sheets that are not sealed yet."""
        opened(MeteraiForm(self.controller.meterai_lines(), self.controller.note_meterai, self))

    def stamp(self) -> None:
        """Opens the form for stamps; the sheets of the selected records are ticked, else all that can be stamped."""
        stamp(self.controller, frozenset(record.serial for record in self._selected()), self)

    def seal(self) -> None:
        """Seals; asks first when sheets have no number."""
        seal_or_ask(
            self,
            self.controller.need(),
            seal=lambda without: self.controller.seal(without_number=without),
            give_numbers=self.give_numbers,
        )

    def print_on(self, printer: QPrinter) -> None:
        """Prints the chosen records."""
        self.controller.print_records(printer, self.chosen(), with_evidence=self.with_evidence.isChecked())

    def save_to(self, folder: Path) -> None:
        """Saves the chosen records."""
        self.controller.export(self.chosen(), folder, with_evidence=self.with_evidence.isChecked())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._forget_pages()
        event.accept()

    def _selected(self) -> tuple[RecordSummary, ...]:
        return self.model.records(index.row() for index in self.table.selectionModel().selectedRows())

    def _office_button(self) -> QWidget:
        ink = ink_acts(self.controller, self)
        return office_button(self.settings_wanted.emit, self.form_texts_wanted.emit, ink)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(BASE)
        first = (self.number_button, self.meterai_button, self.stamp_button, self.seal_button)
        for button in (*first, self.print_button, self.save_button):
            acts.addWidget(button)
        acts.addStretch(1)
        # Beside the title, so that the acts have the whole width of a small screen.
        top = QHBoxLayout()
        top.addWidget(Elided(self.controller.ceremony.title, "heading"), 1)
        top.addWidget(self.verify_button)
        top.addWidget(self.with_evidence)
        top.addWidget(self._office_button())
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self.counts)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(BASE, 0, 0, 0)
        beside.setSpacing(BASE)
        beside.addWidget(self.editions)
        beside.addWidget(self.verdict)
        beside.addWidget(self.pages, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([930, 400])
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(BASE * 2, BASE * 2, BASE * 2, BASE)
        body.setSpacing(BASE)
        body.addLayout(top)
        body.addLayout(acts)
        body.addWidget(both, 1)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        mark = self.controller.desk.mark
        if mark is not Mark.NONE:
            words = {
                Mark.CONTOH: self.tr("CONTOH – data contoh."),
                Mark.GLADI: self.tr("GLADI – latihan; rekaman ini tidak berlaku."),
            }[mark]
            outer.addWidget(Banner(mark.value.lower(), words))
        for part in (self.escrow, self.notices, self.tasks):
            outer.addWidget(part)
        outer.addWidget(inside, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(860, 480)
        self.resize(1366, 768)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.fit(self.width())

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._count()

    def _count(self) -> None:
        ceremony = self.controller.ceremony
        chosen = self._selected()
        selected, shown = len(chosen), len(self.model.records())
        to_seal, superseding = len(self._need.sheets), len(self._need.superseding)
        missing = sum(not ceremony.is_complete(sheet) for sheet in ceremony.sheets)
        records = self.tr("{n} rekaman dipilih", "", selected) if selected else self.tr("{n} rekaman", "", shown)
        parts = [records.format(n=selected or shown)]
        if to_seal:
            parts.append(self.tr("{n} lembar siap disegel", "", to_seal).format(n=to_seal))
        if self._need.unnumbered:
            parts.append(self.tr("{n} belum bernomor").format(n=len(self._need.unnumbered)))
        if superseding:
            parts.append(self.tr("{n} rekaman menunggu pengganti", "", superseding).format(n=superseding))
        if selected == 1 and self.editions.is_older_of(chosen[0]):
            parts.append(self.tr("yang tampil: rekaman lama"))
        if ceremony.declarations:
            parts.append(self.tr("{n} tidak menandatangani – deklarasi terpisah").format(n=len(ceremony.declarations)))
        if missing:
            parts.append(self.tr("{n} lembar belum lengkap", "", missing).format(n=missing))
        if void := len(ceremony.voids):
            parts.append(self.tr("{n} lembar batal", "", void).format(n=void))
        self.counts.setText(" · ".join(parts))
        busy = self.controller.busy
        self.seal_button.setEnabled(bool(to_seal or superseding) and not busy)
        profile = self.controller.desk.profile
        numbered = any(takes_number(sheet, ceremony.documents, profile) for sheet in ceremony.sheets)
        self.number_button.setEnabled(numbered and not busy)
        unsealed = any(sheet.id not in ceremony.sealed and not ceremony.is_waived(sheet) for sheet in ceremony.sheets)
        self.meterai_button.setEnabled(unsealed and not busy)
        self.stamp_button.setEnabled(not busy)
        for button in (self.print_button, self.save_button, self.verify_button):
            button.setEnabled(bool(self.chosen()) and not busy)

    def _selection_changed(self) -> None:
        current = self.model.record(self.table.currentIndex().row())
        self.editions.offer(current)
        self._count()
        if current is not None:
            self._show_record(self.editions.record_id or current.id)

    def _show_record(self, record_id: str) -> None:
        self._count()
        if record_id == self._shown_id:
            return
        self._forget_pages()
        try:
            source = self.controller.pages_of(record_id)
        except KnownError as error:
            self.notices.tell_problem(advice_for(error))
            return
        self._source, self._shown_id = source, record_id
        self.pages.show_pages(source)
        self.verdict.hide()

    def _forget_pages(self) -> None:
        self.pages.forget_pages()
        if self._source is not None:
            self._source.close()
        self._source, self._shown_id = None, ""

    def _follow(self, task: Task, what: str) -> None:
        self.tasks.follow(task, what)
        self._count()

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Simpan rekaman ke folder"), self.save_to)

    def _ask_printed(self, record_ids: tuple[str, ...]) -> None:
        if not record_ids:
            return
        note = self.controller.note_printed
        sent = len(record_ids)
        ask(
            self,
            self.tr("Hasil cetak"),
            self.tr("{n} rekaman dikirim ke pencetak. Hasil cetak baik?", "", sent).format(n=sent),
            Answer(self.tr("Ya, baik"), lambda: note(record_ids, came_out_right=True), "primary"),
            Answer(self.tr("Ada yang rusak"), lambda: note(record_ids, came_out_right=False)),
            stay=self.tr("Jangan catat"),
        )

    def _verified(self, reports: tuple[SealReport, ...]) -> None:
        if len(reports) == 1:
            self.verdict.show_report(reports[0])
            return
        valid = sum(report.verdict is Verdict.VALID for report in reports)
        if valid == len(reports):
            self.notices.tell_good(self.tr("{n} rekaman diperiksa; semuanya utuh.", "", valid).format(n=valid))
        else:
            words = self.tr("{n} dari {all} rekaman tidak sah.").format(n=len(reports) - valid, all=len(reports))
            self.notices.tell_problem(Advice(words, self.tr("Pilih satu per satu untuk melihat alasannya.")))
