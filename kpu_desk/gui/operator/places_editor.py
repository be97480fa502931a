"""Where everybody signs on an office's document: its pages, places drawn on them, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.editing_places import PlacesEdit
from kpu_desk.domain.finding_places import anchored_places, field_places, phrase_places
from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import Audience, Finding, Grade, Pattern, Place, PlaceKind, check_places, confirmed
from kpu_desk.domain.places_text import LONGEST_NAME
from kpu_desk.domain.showing import PageSource
from kpu_desk.gui.errors import guarded
from kpu_desk.gui.look import BASE
from kpu_desk.gui.mark_corner import bear_mark
from kpu_desk.gui.operator.places_canvas import PlacesCanvas
from kpu_desk.gui.operator.places_chosen import ChosenPlace, WhoseChoice
from kpu_desk.gui.operator.places_parts import FindingsList, choices, concerned, grid_choices, scrolled
from kpu_desk.gui.own_words import kind_names, note_sentences, role_names
from kpu_desk.gui.widgets import caption, heading, label, plain_button, primary_button
from kpu_desk.services import own_documents

_SIDE: Final = 300
_SIZE: Final = (1_500, 1_000)


class PlacesEditor(QDialog):
    """The window in which places are drawn.

    Args:
        own: the document; ``source`` its pages, closed by whoever opened it.
        pattern: the places to begin with; ``warning`` what is to be said of them first.
        keep: takes the finished pattern; False where a service refused it, and the window stays.
    """

    def __init__(
        self,
        own: OwnPdf,
        source: PageSource,
        pattern: Pattern,
        keep: Callable[[Pattern], bool],
        *,
        warning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("places_editor")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(f"KPU Desk – {self.tr('Tempat pada dokumen')}")
        bear_mark(self)
        self._own, self._keep = own, keep
        self._uncoded = pattern.uncoded
        self.canvas = PlacesCanvas(source)
        self.canvas.names = {**kind_names(), **role_names()}
        self.name = QLineEdit(pattern.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.audience = choices(
            (self.tr("satu lembar tiap orang"), Audience.EACH),
            (self.tr("satu lembar untuk kantor"), Audience.OFFICE),
        )
        self.audience.setCurrentIndex(self.audience.findData(pattern.audience))
        self.kind = choices(*((words, PlaceKind(key)) for key, words in kind_names().items()))
        self.whose = WhoseChoice()
        self.grid = grid_choices()
        self.phrase = QLineEdit()
        self.phrase.setPlaceholderText(self.tr("frasa, mis. Yang membuat pernyataan,"))
        self.page_words = caption("")
        self.back_button, self.next_button = plain_button("‹"), plain_button("›")
        self.smaller_button, self.larger_button = plain_button("−"), plain_button("+")
        self.chosen = ChosenPlace(own.sizes_um)
        self.findings = FindingsList()
        self.warning = label(warning)
        self.warning.setWordWrap(True)
        self.warning.setProperty("tone", "wait")
        self.warning.setVisible(bool(warning))
        self.find_button = plain_button(self.tr("Cari jangkar dan kolom"))
        self.phrase_button = plain_button(self.tr("Tempat di bawah frasa"))
        self.copy_button = plain_button(self.tr("Salin ke semua halaman"))
        self.left_button = plain_button(self.tr("Rata kiri"))
        self.bottom_button = plain_button(self.tr("Rata bawah"))
        self.middle_button = plain_button(self.tr("Tengah"))
        self.delete_button = plain_button(self.tr("Hapus"))
        self.undo_button = plain_button(self.tr("Urungkan"))
        self.open_button = plain_button(self.tr("Buka …"))
        self.save_button = plain_button(self.tr("Simpan …"))
        self.cancel_button = plain_button(self.tr("Batal"))
        self.ok_button = primary_button(self.tr("Pakai dokumen ini"))
        self._lay_out()
        for button in self.findChildren(QPushButton):
            # Enter in a field of millimetres must not take the document.
            button.setAutoDefault(False)
        self._connect()
        self._fill_roles()
        self.canvas.show_edit(PlacesEdit.of(own, pattern.places))
        self._looked()
        self.resize(*_SIZE)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the screen allows, the whole page in view."""
        super().showEvent(event)
        room = self.screen().availableSize()
        self.resize(self.size().boundedTo(QSize(room.width() - BASE * 2, room.height() - BASE * 5)))
        # Only the layout, which comes after this event, knows how high the view is.
        QTimer.singleShot(0, self, lambda: self.canvas.fit(self.view.viewport().size()))

    @property
    def pattern(self) -> Pattern:
        """The places as they stand."""
        return Pattern(
            self.name.text().strip(), Audience(self.audience.currentData()), self.canvas.edit.places, self._uncoded
        )

    def _lay_out(self) -> None:
        self.view = QScrollArea()
        self.view.setWidget(self.canvas)
        self.view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pages = QHBoxLayout()
        for widget in (self.back_button, self.page_words, self.next_button, self.smaller_button, self.larger_button):
            pages.addWidget(widget)
        pages.addStretch()
        pages.addWidget(caption(self.tr("Kisi")))
        pages.addWidget(self.grid)
        middle = QVBoxLayout()
        middle.addLayout(pages)
        middle.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setContentsMargins(BASE * 2, 0, BASE * 2, 0)
        row.setSpacing(BASE * 2)
        row.addWidget(self._new_side())
        row.addLayout(middle, 1)
        row.addWidget(self._chosen_side())
        foot = QHBoxLayout()
        foot.setContentsMargins(BASE * 2, 0, BASE * 2, BASE)
        foot.addWidget(self.warning, 1)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.ok_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, BASE, 0, 0)
        column.setSpacing(BASE)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _new_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.tr("Dokumen"), 2))
        for name, words, control in (
            ("name", self.tr("Nama dokumen"), self.name),
            ("audience", self.tr("Untuk siapa"), self.audience),
            ("kind", self.tr("Tempat baru"), self.kind),
        ):
            title = caption(words)
            title.setBuddy(control)
            control.setObjectName(name)
            control.setAccessibleName(words)
            column.addWidget(title)
            column.addWidget(control)
        column.addWidget(self.whose)
        column.addWidget(caption(self.tr("Tarik pada halaman untuk menggambar; klik atau Insert untuk ukuran biasa.")))
        column.addSpacing(BASE)
        column.addWidget(self.find_button)
        self.phrase.setObjectName("phrase")
        self.phrase.setAccessibleName(self.tr("Frasa"))
        column.addWidget(self.phrase)
        column.addWidget(self.phrase_button)
        files = QHBoxLayout()
        files.addWidget(self.open_button)
        files.addWidget(self.save_button)
        column.addLayout(files)
        column.addSpacing(BASE)
        column.addWidget(scrolled([caption(sentence) for sentence in note_sentences(self._own)]), 1)
        return side

    def _chosen_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.tr("Tempat terpilih"), 2))
        column.addWidget(self.chosen)
        column.addWidget(self.copy_button)
        lines = QGridLayout()
        for number, button in enumerate((self.left_button, self.bottom_button, self.middle_button, self.delete_button)):
            lines.addWidget(button, number // 2, number % 2)
        column.addLayout(lines)
        column.addWidget(self.undo_button)
        column.addSpacing(BASE)
        column.addWidget(heading(self.tr("Yang perlu dilihat"), 2))
        self.findings.setObjectName("findings")
        self.findings.setAccessibleName(self.tr("Yang perlu dilihat"))
        column.addWidget(caption(self.tr("Centang apa yang memang disengaja.")))
        column.addWidget(self.findings, 1)
        return side

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.edited.connect(lambda _edit: self._looked())
        self.name.textChanged.connect(lambda _text: self._looked())
        self.audience.currentIndexChanged.connect(lambda _index: self._fill_roles())
        self.kind.currentIndexChanged.connect(lambda _index: self._in_hand())
        self.whose.changed.connect(self._in_hand)
        self.grid.currentIndexChanged.connect(lambda _index: self._set_grid())
        self.back_button.clicked.connect(lambda: self._turn_page(-1))
        self.next_button.clicked.connect(lambda: self._turn_page(1))
        self.smaller_button.clicked.connect(lambda: canvas.set_width(round(canvas.width() / 1.25)))
        self.larger_button.clicked.connect(lambda: canvas.set_width(round(canvas.width() * 1.25)))
        self.chosen.edited.connect(lambda place: self._act(lambda edit: edit.changed(place)))
        for button, act in (
            (self.copy_button, lambda edit: edit.on_all_pages()),
            (self.left_button, lambda edit: edit.aligned("left")),
            (self.bottom_button, lambda edit: edit.aligned("bottom")),
            (self.middle_button, lambda edit: edit.aligned("middle")),
            (self.delete_button, lambda edit: edit.without()),
            (self.undo_button, lambda edit: edit.undone()),
        ):
            button.clicked.connect(lambda _checked=False, act=act: self._act(act))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo_button.click)
        self.find_button.clicked.connect(self._find)
        self.phrase_button.clicked.connect(self._find_phrase)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button.clicked.connect(self._submit)
        self.findings.chosen.connect(self._go_to)
        self.findings.meant.connect(self._meant)
        self.open_button.clicked.connect(self._open)
        self.save_button.clicked.connect(self._save)
        files, pages = (self.open_button, self.save_button), (self.back_button, self.next_button)
        for keys, button in zip(("Ctrl+O", "Ctrl+S", "PgUp", "PgDown"), (*files, *pages), strict=True):
            QShortcut(QKeySequence(keys), self, button.click)

    # ---- what is drawn next

    def _fill_roles(self) -> None:
        roles = Audience(self.audience.currentData()).roles
        self.whose.offer(roles)
        self.chosen.offer(roles)
        self._looked()

    def _in_hand(self) -> None:
        kind = PlaceKind(self.kind.currentData())
        self.whose.set_kind(kind)
        self.canvas.kind = kind
        self.canvas.role, self.canvas.turn = self.whose.whose(kind)

    def _set_grid(self) -> None:
        self.canvas.grid_um = int(self.grid.currentData())
        self.canvas.update()

    def _turn_page(self, step: int) -> None:
        self.canvas.edit = self.canvas.edit.choose(None)
        self.canvas.show_page(self.canvas.page + step)
        self._looked()

    def _act(self, act: Callable[[PlacesEdit], PlacesEdit]) -> None:
        self.canvas.show_edit(act(self.canvas.edit))
        self._looked()

    def _find(self) -> None:
        audience = Audience(self.audience.currentData())
        self._add((*anchored_places(self._own), *field_places(self._own, audience)))

    def _find_phrase(self) -> None:
        canvas = self.canvas
        self._add(phrase_places(self._own, self.phrase.text(), canvas.kind, canvas.role, canvas.turn))

    def _add(self, found: tuple[Place, ...]) -> None:
        edit = self.canvas.edit
        there = {(one.kind, one.slot, one.page, one.x_um, one.y_um) for one in edit.places}
        for place in found:
            if (place.kind, place.slot, place.page, place.x_um, place.y_um) not in there:
                edit = edit.with_place(place)
        self.canvas.show_edit(edit)
        self._looked()
        if not found:
            self._say(self.tr("Tidak ditemukan jangkar, kolom, atau frasa itu."))

    def _looked(self) -> None:
        """Looks at all places again and tells what is wrong with them."""
        edit = self.canvas.edit
        found = check_places(self.pattern, self._own)
        self.canvas.bad = concerned(found, Grade.REFUSED)
        self.canvas.doubtful = concerned(found, Grade.ASKED)
        self.canvas.update()
        self.findings.show_findings(found, edit.places)
        self._tell_page()
        settled = all(one.grade is Grade.CONFIRMED for one in found)
        self.ok_button.setEnabled(settled and bool(self.name.text().strip()))
        for button in (self.copy_button, self.left_button, self.bottom_button, self.middle_button, self.delete_button):
            button.setEnabled(edit.place is not None)
        self.undo_button.setEnabled(bool(edit.past))
        self.chosen.show_place(edit.place)

    def _tell_page(self) -> None:
        page, pages = self.canvas.page + 1, len(self._own.sizes_um)
        self.page_words.setText(self.tr("Halaman {page} dari {pages}").format(page=page, pages=pages))
        self.back_button.setEnabled(page > 1)
        self.next_button.setEnabled(page < pages)

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Buka tempat"), "", self.tr("Tempat (*.json)"))
        if name:
            self._guarded(lambda: self.show_pattern(own_documents.read_places(Path(name), self._own)))

    def show_pattern(self, pattern: Pattern) -> None:
        """Shows the places of a file instead; they can be undone."""
        self.name.setText(pattern.name)
        self.audience.setCurrentIndex(self.audience.findData(pattern.audience))
        self._uncoded = pattern.uncoded
        self._act(lambda edit: edit.replaced(pattern.places))

    def _save(self) -> None:
        suggested = f"{self.name.text().strip() or 'tempat'}.json"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan tempat"), suggested, self.tr("Tempat (*.json)"))
        if name:
            path = Path(name) if name.lower().endswith(".json") else Path(f"{name}.json")
            self._guarded(lambda: own_documents.save_places(path, self.pattern, self._own))

    def _guarded(self, act: Callable[[], object]) -> None:
        guarded(act, lambda advice: self._say(advice.text))

    def _say(self, words: str) -> None:
        self.warning.setText(words)
        self.warning.show()

    def _go_to(self, found: Finding) -> None:
        if found.place is not None:
            self.canvas.show_edit(self.canvas.edit.choose(found.place))
            self.chosen.show_place(self.canvas.edit.place)
        elif found.code == "PLACE_NO_CODE":
            self.canvas.show_page(int(found.text) - 1)
        self._tell_page()

    def _meant(self, found: Finding, yes: bool) -> None:
        after = confirmed(self.pattern, found, yes=yes)
        self._uncoded = after.uncoded
        self._act(lambda edit: edit.replaced(after.places))

    def _submit(self) -> None:
        if self._keep(self.pattern):
            self.accept()
