"""The rundown on the day as a list: planned and real times, what was left out, the notes; any step can be begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kpu_desk.domain.acts_rundown import running_step, step_of_id
from kpu_desk.domain.allowed import CeremonyAct, is_allowed
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.local_time import span
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.rundown import runs
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.operator.rundown_notes import SkipForm, note_words
from kpu_desk.gui.rundown_words import plan_words, state_words
from kpu_desk.gui.widgets import heading, label, plain_button

if TYPE_CHECKING:
    from kpu_desk.gui.operator.rundown_desk import RundownDesk


class RundownList(FormDialog):
    """All steps of an open or closed ceremony."""

    def __init__(self, zone: Zone, desk: RundownDesk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setObjectName("rundown_form")
        self.set_titles(self.tr("Susunan acara"), self.tr("Tutup"))
        self.cancel_button.hide()
        self._zone, self._desk = zone, desk
        self.table = QTableWidget(0, 6)
        self.table.setObjectName("steps")
        self.table.setAccessibleName(self.tr("Susunan acara"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("No"),
                self.tr("Acara"),
                self.tr("Yang memimpin"),
                self.tr("Rencana"),
                self.tr("Nyata"),
                self.tr("Keadaan"),
            ]
        )
        dress_table(self.table)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((2, 220), (5, 170)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(column, width)
        self.begin_button = plain_button(self.tr("Mulai acara ini"), "play")
        self.begin_button.setObjectName("begin_step")
        self.skip_button = plain_button(self.tr("Lewati …"))
        self.skip_button.setObjectName("skip_step")
        self.note_button = plain_button(self.tr("Catat kejadian …   Shift+F6"), "edit")
        self.note_button.setObjectName("note_step")
        acts = QHBoxLayout()
        for button in (self.begin_button, self.skip_button, self.note_button):
            acts.addWidget(button)
        acts.addStretch(1)
        self._notes_title = heading(self.tr("Catatan kejadian"), 2)
        self._notes = label("")
        self._notes.setWordWrap(True)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(acts)
        self.body.addWidget(self._notes_title)
        self.body.addWidget(self._notes)
        self.table.setMinimumHeight(320)
        self.table.itemSelectionChanged.connect(self._wake)
        self.begin_button.clicked.connect(lambda: self._desk.begin(self.selected()))
        self.skip_button.clicked.connect(self._skip)
        self.note_button.clicked.connect(self._desk.note)
        self.resize(1280, 720)

    def show_ceremony(self, ceremony: Ceremony) -> None:
        """Shows how it stands."""
        chosen = self.selected()
        plan, now = plan_words(ceremony.rundown, ceremony.start), running_step(ceremony)
        found = runs(ceremony.step_acts)
        self.table.setRowCount(len(ceremony.rundown))
        for row, step in enumerate(ceremony.rundown):
            times = (span(one.begun.at, one.until, self._zone, ceremony.date) for one in found if one.step == step.id)
            real = ", ".join(times)
            texts = (f"{row + 1}", step.title, step.lead, plan[step.id], real, state_words(ceremony, step))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, step.id)
                if column in (1, 2, 5):
                    item.setToolTip(text)
                if now is not None and now.id == step.id:
                    font = QFont(self.table.font())
                    font.setWeight(QFont.Weight.DemiBold)
                    item.setFont(font)
                self.table.setItem(row, column, item)
        wanted = chosen or (now.id if now is not None else 0)
        ids = [step.id for step in ceremony.rundown]
        if wanted in ids:
            self.table.selectRow(ids.index(wanted))
        self._notes.setText("\n".join(map(note_words, ceremony.notes)))
        self._notes_title.setVisible(bool(ceremony.notes))
        self._notes.setVisible(bool(ceremony.notes))
        self._wake()

    def follow(self) -> None:
        """Shows the ceremony on the desk again."""
        if self._desk.ceremony is not None:
            self.show_ceremony(self._desk.ceremony)

    def selected(self) -> int:
        """Id of the step chosen; 0 for none."""
        items = self.table.selectedItems()
        return int(items[0].data(Qt.ItemDataRole.UserRole)) if items else 0

    def _wake(self) -> None:
        ceremony, chosen = self._desk.ceremony, self.selected()
        may = ceremony is not None and is_allowed(ceremony.state, CeremonyAct.STEP) and bool(chosen)
        touched = {act.step for act in ceremony.step_acts} if ceremony is not None else set()
        now = running_step(ceremony) if ceremony is not None else None
        self.begin_button.setEnabled(may and (now is None or now.id != chosen))
        self.skip_button.setEnabled(may and chosen not in touched)
        self.note_button.setEnabled(ceremony is not None and is_allowed(ceremony.state, CeremonyAct.NOTE))

    def _skip(self) -> None:
        ceremony, chosen = self._desk.ceremony, self.selected()
        if ceremony is not None and chosen:
            opened(SkipForm(step_of_id(ceremony, chosen), lambda reason: self._desk.skip(chosen, reason), self))
