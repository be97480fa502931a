"""Looking at the frozen sheets of a ceremony: the list at the left, the very pages that signers see at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Sheet
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.showing import PageSource
from kpu_desk.gui.document_words import sheet_words
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.look import BASE, icon
from kpu_desk.gui.mark_corner import bear_mark
from kpu_desk.gui.page_view import PageView

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk


class SheetViewer(QDialog):
    """Not modal: it may stay open beside the desk.

    Args:
        official_id: shows this person's first sheet; otherwise the first of all.

    Signals:
        problem(advice): a sheet could not be shown.
    """

    problem = Signal(object)

    def __init__(self, desk: Desk, ceremony: Ceremony, official_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_viewer")
        self.setWindowTitle(self.tr("KPU Desk – Lembar"))
        bear_mark(self)
        self._desk, self._ceremony = desk, ceremony
        self._source: PageSource | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Cari nomor atau nama …"))
        self.search.setAccessibleName(self.tr("Cari lembar"))
        self.search.addAction(icon("search", "ink_soft", 20), QLineEdit.ActionPosition.LeadingPosition)
        self.sheets = QListWidget()
        self.sheets.setAccessibleName(self.tr("Daftar lembar"))
        self.sheets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A private sheet is read by its signers and the secretary, not at the desk.
        self._void = {void.sheet.id for void in ceremony.voids}
        kept = (*ceremony.sheets, *(void.sheet for void in ceremony.voids))
        listed = [sheet for sheet in kept if not sheet.private]
        for sheet in listed:
            item = QListWidgetItem(self._line(sheet))
            item.setData(Qt.ItemDataRole.UserRole, sheet.id)
            self.sheets.addItem(item)
        self.pages = PageView()
        left = QVBoxLayout()
        left.setSpacing(BASE)
        left.addWidget(self.search)
        left.addWidget(self.sheets, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(BASE * 2, BASE * 2, BASE * 2, BASE * 2)
        row.setSpacing(BASE)
        row.addLayout(left, 2)
        row.addWidget(self.pages, 3)
        self.search.textChanged.connect(self._narrow)
        self.sheets.currentRowChanged.connect(self._show_row)
        self.finished.connect(self._forget)
        own = (n for n, sheet in enumerate(listed) if sheet.subject_id == official_id)
        self.sheets.setCurrentRow(next(own, 0))
        self.resize(1040, 680)

    def _line(self, sheet: Sheet) -> str:
        of = sheet_words(self._ceremony, sheet)
        if sheet.subject_id is not None:
            name = self._ceremony.named(sheet.subject_id)
            of = f"{name} · {of}" if sheet.kind is DocumentKind.DOK else name
        return f"{sheet.serial}  {of}" + (f"  –  {self.tr('batal')}" if sheet.id in self._void else "")

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.sheets.count()):
            item = self.sheets.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in words))

    def _show_row(self, row: int) -> None:
        from kpu_desk.services import filing

        self._forget()
        item = self.sheets.item(row)
        if item is None:
            return
        sheet_id = str(item.data(Qt.ItemDataRole.UserRole))
        try:
            source = filing.sheet_page_source(self._desk, self._ceremony.id, sheet_id)
        except KnownError as error:
            self.problem.emit(advice_for(error))
            return
        self._source = source
        self.pages.show_pages(source)

    def _forget(self) -> None:
        self.pages.forget_pages()
        if self._source is not None:
            self._source.close()
            self._source = None
