"""The rundown is planned before the day: steps added, changed, moved and taken out, all of it by keyboard too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kpu_desk.domain.acts_rundown import rundown_of, with_rundown
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.rundown import (
    LONGEST_STEP,
    LONGEST_TITLE,
    MOST_STEPS,
    Signers,
    Step,
    StepKind,
    clock_text,
    is_time,
    moved,
    planned,
    with_step,
    without_step,
)
from kpu_desk.gui.dressing import dress_spin, dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import Fields, FormDialog
from kpu_desk.gui.rundown_words import kind_words
from kpu_desk.gui.widgets import label, plain_button

_TIME_WIDTH = 84
_SIGNED = (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DOK)


class RundownEditor(FormDialog):
    """A table of the steps, and under it the one that is chosen.

    Args:
        keep: takes the steps, none for the usual ones; gives False when a service refused them.
    """

    def __init__(
        self, ceremony: Ceremony, keep: Callable[[tuple[Step, ...]], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("rundown_editor")
        self.set_titles(self.tr("Susunan acara"), self.tr("Simpan"))
        # Enter belongs to the entries of a step.
        self.ok_button.setDefault(False)
        self._ceremony, self._keep = ceremony, keep
        self.steps = rundown_of(ceremony)
        self.table = _Steps(5)
        self.table.setObjectName("steps")
        self.table.setAccessibleName(self.tr("Susunan acara"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("No"), self.tr("Rencana"), self.tr("Menit"), self.tr("Acara"), self.tr("Yang memimpin")]
        )
        dress_table(self.table)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(240)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(4, 260)
        self.total = label("", "soft")
        acts = QHBoxLayout()
        for name, text, key, act in (
            ("add_step", self.tr("Tambah   Ins"), Qt.Key.Key_Insert, self.add),
            ("delete_step", self.tr("Hapus   Del"), Qt.Key.Key_Delete, self.delete),
            ("step_up", self.tr("Naik   Alt+↑"), Qt.Key.Key_Up, lambda: self.move_by(-1)),
            ("step_down", self.tr("Turun   Alt+↓"), Qt.Key.Key_Down, lambda: self.move_by(1)),
            ("usual_steps", self.tr("Susunan yang lazim"), None, self.usual),
        ):
            button = plain_button(text)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, act=act: act())
            acts.addWidget(button)
            if key is not None:
                self.table.acts[key] = act
        acts.addStretch(1)
        acts.addWidget(self.total)
        self.body.insertWidget(0, self.table, 1)
        self.body.insertLayout(1, acts)
        self._make_entries()
        self.table.itemSelectionChanged.connect(self._show_step)
        self._show_table(self.steps[0].id if self.steps else 0)
        self.table.setFocus()
        self.resize(1080, 720)

    def _make_entries(self) -> None:
        self.title, self.lead = QLineEdit(), QLineEdit()
        for entry in (self.title, self.lead):
            entry.setMaxLength(LONGEST_TITLE)
        names = [official.name for official in self._ceremony.officials]
        completer = QCompleter([*names, "Pembawa acara"], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lead.setCompleter(completer)
        self.kind = QComboBox()
        for kind in StepKind:
            self.kind.addItem(kind_words(kind), kind.value)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, LONGEST_STEP)
        dress_spin(self.minutes)
        self.begins = QLineEdit()
        self.begins.setMaxLength(5)
        self.begins.setFixedWidth(_TIME_WIDTH)
        self.text = QComboBox()
        for form, words in (
            ("pi-komisioner", self.tr("Pakta Integritas Ketua dan Anggota")),
            ("pi-asn", self.tr("Pakta Integritas aparatur sipil negara")),
            ("pbbk", self.tr("Pernyataan Bebas Benturan Kepentingan")),
        ):
            self.text.addItem(words, form)
        self.documents = {kind: QCheckBox(kind.value) for kind in _SIGNED}
        self.documents[DocumentKind.DOK].setText(self.tr("Dokumen kantor"))
        self.signers = QComboBox()
        for signers, words in (
            (Signers.ALL, self.tr("semua")),
            (Signers.LEADERS, self.tr("pimpinan: Ketua, Anggota, Sekretaris")),
            (Signers.STAFF, self.tr("pegawai lainnya")),
        ):
            self.signers.addItem(words, signers.value)
        signed, boxes = QWidget(), QHBoxLayout()
        boxes.setContentsMargins(0, 0, 0, 0)
        for box in self.documents.values():
            boxes.addWidget(box)
        boxes.addWidget(self.signers, 1)
        signed.setLayout(boxes)
        what, times = QWidget(), QHBoxLayout()
        times.setContentsMargins(0, 0, 0, 0)
        times.addWidget(self.kind, 1)
        times.addWidget(label(self.tr("Pukul")))
        times.addWidget(self.begins)
        times.addWidget(label(self.tr("Lama (menit)")))
        times.addWidget(self.minutes)
        what.setLayout(times)
        self.kind.setAccessibleName(self.tr("Jenis"))
        self.begins.setAccessibleName(self.tr("Mulai pukul"))
        self.minutes.setAccessibleName(self.tr("Lama (menit)"))
        self.signers.setAccessibleName(self.tr("Siapa yang menandatangani"))
        self.fields.add("title", self.tr("Acara"), self.title)
        self.fields.add("lead", self.tr("Yang memimpin"), self.lead)
        hint = self.tr("Tanpa jam, acara mulai sesudah yang sebelumnya.")
        self.fields.add("kind_and_minutes", self.tr("Jenis"), what, hint)
        self._what = Fields()
        self._what.add("text", self.tr("Naskah"), self.text, self.tr("Tampil di aula dalam huruf besar."))
        self._which = Fields()
        self._which.add("signed", self.tr("Dokumen"), signed, self.tr("F9 memanggil penanda tangannya satu per satu."))
        self.body.addWidget(self._what)
        self.body.addWidget(self._which)
        for changed in (
            self.title.textEdited,
            self.lead.textEdited,
            self.begins.textEdited,
            self.minutes.valueChanged,
            self.kind.currentIndexChanged,
            self.text.currentIndexChanged,
            self.signers.currentIndexChanged,
            *(box.toggled for box in self.documents.values()),
        ):
            changed.connect(lambda *_: self._take())
        completer.activated.connect(lambda *_: self._take())

    # ---- the acts

    def add(self) -> None:
        """A new step after the chosen one; its name goes on paper, hence Indonesian in any language."""
        self.steps = with_step(self.steps, Step(0, StepKind.OTHER, "Acara baru", 5), self.selected())
        self._show_table(max(step.id for step in self.steps))
        self.title.setFocus()
        self.title.selectAll()

    def delete(self) -> None:
        """Takes the chosen step out."""
        row = self.table.currentRow()
        self.steps = without_step(self.steps, self.selected())
        self._show_table(self.steps[min(row, len(self.steps) - 1)].id if self.steps else 0)

    def move_by(self, by: int) -> None:
        """Moves the chosen step."""
        chosen = self.selected()
        self.steps = moved(self.steps, chosen, by)
        self._show_table(chosen)

    def usual(self) -> None:
        """The usual rundown of this ceremony again."""
        self.steps = rundown_of(replace(self._ceremony, rundown=()))
        self._show_table(self.steps[0].id)

    def selected(self) -> int:
        """Id of the chosen step; 0 for none."""
        row = self.table.currentRow()
        return self.steps[row].id if 0 <= row < len(self.steps) else 0

    def submit(self) -> None:
        if self._odd_time:
            self.begins.setFocus()
            return
        if self.steps == rundown_of(self._ceremony):
            self.accept()
            return
        try:
            with_rundown(self._ceremony, self.steps)
            if not self.steps:
                raise RuleError("KPU-RUNDOWN-STEPS", most=MOST_STEPS)
        except RuleError as error:
            self.complain(advice_for(error).text)
            return
        usual = rundown_of(replace(self._ceremony, rundown=()))
        if self._keep(() if self.steps == usual else self.steps):
            self.accept()

    # ---- what is shown

    def _show_table(self, chosen: int) -> None:
        times = planned(self.steps, self._ceremony.start)
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self.steps))
            for row, (step, (begin, end)) in enumerate(zip(self.steps, times, strict=True)):
                cells = (
                    f"{row + 1}",
                    f"{clock_text(begin)}–{clock_text(end)}",
                    f"{step.minutes}",
                    step.title,
                    step.lead,
                )
                for column, text in enumerate(cells):
                    self.table.setItem(row, column, QTableWidgetItem(text))
            row = next((n for n, step in enumerate(self.steps) if step.id == chosen), -1)
            self.table.setCurrentCell(row, 0)
        if times:
            minutes = times[-1][1] - times[0][0]
            words = self.tr("{begin}–{end}, {n} menit", "", minutes)
            self.total.setText(words.format(begin=clock_text(times[0][0]), end=clock_text(times[-1][1]), n=minutes))
        self._show_step()

    def _show_step(self) -> None:
        step = next((one for one in self.steps if one.id == self.selected()), None)
        for widget in (self.fields, self._what, self._which):
            widget.setEnabled(step is not None)
        if step is None:
            return
        entries = (
            self.title,
            self.lead,
            self.begins,
            self.minutes,
            self.kind,
            self.text,
            self.signers,
            *self.documents.values(),
        )
        self._say_odd_time(odd=False)
        blockers = [QSignalBlocker(entry) for entry in entries]
        for entry, words in ((self.title, step.title), (self.lead, step.lead), (self.begins, step.begins)):
            if entry.text() != words:
                entry.setText(words)
        self.minutes.setValue(step.minutes)
        self.kind.setCurrentIndex(self.kind.findData(step.kind.value))
        self.text.setCurrentIndex(max(0, self.text.findData(step.text)))
        self.signers.setCurrentIndex(self.signers.findData(step.signers.value))
        for kind, box in self.documents.items():
            box.setChecked(kind in step.documents)
        self._what.setVisible(step.kind is StepKind.READING)
        self._which.setVisible(step.kind is StepKind.SIGNING)
        del blockers

    def _take(self) -> None:
        """The entries into the chosen step."""
        step = next((one for one in self.steps if one.id == self.selected()), None)
        if step is None:
            return
        typed = self.begins.text()
        begins = typed.strip().replace(":", ".")
        begins = f"0{begins}" if len(begins) == 4 else begins
        odd = bool(begins) and not is_time(begins)
        kind = StepKind(self.kind.currentData())
        documents: tuple[DocumentKind, ...] = ()
        if kind is StepKind.SIGNING:
            documents = tuple(one for one, box in self.documents.items() if box.isChecked())
        elif kind is StepKind.REGISTRATION and DocumentKind.DH in self._ceremony.kinds:
            documents = (DocumentKind.DH,)
        taken = replace(
            step,
            kind=kind,
            title=self.title.text().strip(),
            lead=self.lead.text().strip(),
            minutes=self.minutes.value(),
            begins=step.begins if odd else begins,
            text=str(self.text.currentData()) if kind is StepKind.READING else "",
            documents=documents,
            signers=Signers(self.signers.currentData()) if kind is StepKind.SIGNING else Signers.ALL,
        )
        self.steps = with_step(self.steps, taken)
        self._show_table(taken.id)
        if odd:
            # Half a time is being typed.
            self.begins.setText(typed)
            self._say_odd_time(odd=True)

    def _say_odd_time(self, *, odd: bool) -> None:
        self._odd_time = odd
        self.fields.complain("kind_and_minutes", self.tr("Jam ditulis seperti 09.30.") if odd else "")


class _Steps(QTableWidget):
    """The table with keys of its own; up and down are moved by them with Alt."""

    def __init__(self, columns: int) -> None:
        super().__init__(0, columns)
        self.acts: dict[Qt.Key, Callable[[], object]] = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moves = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if key in self.acts and moves is (event.modifiers() == Qt.KeyboardModifier.AltModifier):
            self.acts[key]()
        else:
            super().keyPressEvent(event)
