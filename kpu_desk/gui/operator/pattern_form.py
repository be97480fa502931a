"""From a pattern to a prepared draft: what it is, who comes, who witnesses whom; three pages, Enter goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.groups import by_rank_and_unit
from kpu_desk.domain.officials import Group, Official
from kpu_desk.domain.pattern import Pattern
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.roster_changes import PersonChange, carried_witnesses, compare_rosters
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.look import BASE
from kpu_desk.gui.operator.arrange_panel import ArrangePanel
from kpu_desk.gui.operator.ceremony_form import CeremonyFields
from kpu_desk.gui.operator.changes_table import ChangesModel, ChangesTable, changes_in_words
from kpu_desk.gui.widgets import caption, label, plain_button

if TYPE_CHECKING:
    from kpu_desk.services.form_choice import OwnForm
    from kpu_desk.services.patterns import Prepared

_LIST_WIDTH, _LINE, _LETTERS = 250, 20, 26
"""Pixels of the list and of a line in it, and the letters that such a line holds."""


class PeoplePage(QWidget):
    """Where the people come from, and what changed among them.

    Signals:
        roster_wanted(): a file with this year's people is to be chosen.
    """

    roster_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Official, ...] = ()
        self.changes: tuple[PersonChange, ...] = ()
        self._source: Pattern | None = None
        self.model = ChangesModel(self)
        self.table = ChangesTable(self.model)
        self.table.setAccessibleName(self.tr("Yang berubah"))
        self.told, self._counts = label("", "strong"), caption("")
        self.told.setWordWrap(True)
        self._units = label("", "soft")
        self.roster_button = plain_button(self.tr("Daftar tahun ini …   Ctrl+I"), "import")
        self.all_button = plain_button(self.tr("Semua benar   Ctrl+B"), "check")
        for name, button in (("roster", self.roster_button), ("all_right", self.all_button)):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self.roster_button.clicked.connect(self.roster_wanted)
        self.all_button.clicked.connect(self.model.tick_all)
        row = QHBoxLayout()
        row.setSpacing(BASE)
        row.addWidget(self.told, 1)
        row.addWidget(self.roster_button)
        row.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE)
        column.addLayout(row)
        column.addWidget(self._counts)
        column.addWidget(self._units)
        column.addWidget(self.table, 1)
        column.addStretch()

    def show_source(self, source: Pattern) -> None:
        """The people of an older ceremony, until this year's are there."""
        self._source = source
        n, year = len(source.people), source.year or ""
        words = (
            self.tr("{n} orang dari upacara {year}. Bandingkan dengan daftar tahun ini, bila ada.", "", n)
            if n
            else self.tr("Belum ada peserta. Pilih daftar tahun ini, atau isi kemudian di meja.")
        )
        self._show(source.people, words.format(n=n, year=year))

    def show_roster(self, people: tuple[Official, ...], file_name: str) -> None:
        """This year's people, held against those of the pattern."""
        n = len(people)
        self._show(people, self.tr("{n} orang dari {file}.", "", n).format(n=n, file=file_name))

    def _show(self, people: tuple[Official, ...], words: str) -> None:
        before = self._source.people if self._source is not None else ()
        self.people = by_rank_and_unit(people) if people is not before else people
        # Without an older ceremony nobody is new.
        self.changes = compare_rosters(before, self.people) if before else ()
        self.told.setText(words)
        self._counts.setText(changes_in_words(self.changes))
        self.model.show_changes(self.changes)
        asks = self.model.rowCount() > 0
        self.table.setVisible(asks)
        self.all_button.setVisible(asks)
        self._units.setText(self._in_groups())
        self._units.setVisible(not asks)

    def _in_groups(self) -> str:
        """How many of each group, a line each: whether the right people are there, at one glance."""
        leaders, alone, without = self.tr("Ketua dan anggota"), self.tr("Sekretaris"), self.tr("Tanpa unit kerja")
        units = Counter(
            leaders if one.group.is_commissioner else alone if one.group is Group.SEKRETARIS else one.unit or without
            for one in self.people
        )
        return "\n".join(f"{n}  {unit}" for unit, n in units.items())


class PatternForm(FormDialog):
    """One window for a whole preparation.

    Signals:
        folder_wanted(), roster_wanted(): a folder of last year, or a file with this year's people, is to be chosen.

    Args:
        patterns: in the order of the list; older ceremonies first.
        keep: takes what was prepared; gives False when a service refused it, and the form stays open.
    """

    folder_wanted = Signal()
    roster_wanted = Signal()

    def __init__(
        self,
        profile: OfficeProfile,
        today: date,
        patterns: tuple[Pattern, ...],
        keep: Callable[[Prepared], bool],
        *,
        own_forms: Mapping[str, tuple[OwnForm, ...]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self._profile, self._keep = profile, keep
        self._patterns: list[Pattern] = []
        self._texts = ("", "")
        self.list = QListWidget()
        self.list.setObjectName("patterns")
        self.list.setAccessibleName(self.tr("Pola"))
        self.list.setWordWrap(True)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.about = caption("")
        self.about.setWordWrap(True)
        self.about.setFixedWidth(_LIST_WIDTH)
        self.folder_button = plain_button(self.tr("Folder tahun lalu …"), "folder")
        self.folder_button.setAutoDefault(False)
        self.entries = CeremonyFields(profile, today, own_forms)
        self.people = PeoplePage()
        self.arrange = ArrangePanel(self._draft(()))
        self.pages = QStackedWidget()
        for page in (self._first_page(), self.people, self.arrange):
            self.pages.addWidget(page)
        self.steps = caption("")
        self.fields.hide()
        self.body.addWidget(self.steps)
        self.body.addWidget(self.pages, 1)
        self.back_button = plain_button(self.tr("Kembali   Alt+←"))
        self.back_button.setAutoDefault(False)
        self.foot.insertWidget(self.foot.indexOf(self.cancel_button), self.back_button)
        self.back_button.clicked.connect(self.back)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.people.roster_wanted.connect(self.roster_wanted)
        self.people.model.ticked.connect(lambda: self.complain(""))
        self.arrange.model.refused.connect(self.refuse)
        self.list.currentRowChanged.connect(self._choose)
        self.entries.day.dateChanged.connect(self._other_day)
        for keys, act in (
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self.submit),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self.back),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_I), self._ask_for_roster),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_B), self._all_right),
        ):
            QShortcut(keys, self, act)
        self.resize(1500, 860)
        self.add_patterns(patterns)
        self._turn(0)

    @property
    def pattern(self) -> Pattern:
        """The one that is chosen."""
        return self._patterns[max(self.list.currentRow(), 0)]

    def add_patterns(self, patterns: tuple[Pattern, ...]) -> None:
        """Offers more patterns, those that are new above the others, and chooses the first of them."""
        self.complain("")
        for place, pattern in enumerate(patterns):
            name = pattern.name
            if pattern.year is not None:
                n = len(pattern.people)
                told = self.tr("{year} · {n} orang", "", n).format(year=pattern.year, n=n)
                name = f"{name}\n{told}"
            item = QListWidgetItem(name)
            lines = sum(1 + len(line) // _LETTERS for line in name.split("\n"))
            item.setSizeHint(QSize(0, 16 + _LINE * lines))
            self._patterns.insert(place, pattern)
            self.list.insertItem(place, item)
        if patterns:
            self.list.setCurrentRow(-1)
            self.list.setCurrentRow(0)

    def show_roster(self, people: tuple[Official, ...], file_name: str) -> None:
        """This year's people are read."""
        self.complain("")
        self.people.show_roster(people, file_name)
        self._turn(1)

    def submit(self) -> None:
        """The next page, or the draft."""
        from kpu_desk.services.patterns import Prepared

        self.complain("")
        page = self.pages.currentIndex()
        plan = self.entries.plan()
        if plan is None:
            self._turn(0)
            self.complain(self.tr("Lengkapi isian yang ditandai."))
        elif page == 0:
            self._turn(1)
        elif page == 1 and self.people.model.open_lines():
            self.complain(self.tr("Periksa setiap perubahan dan tandai benar, atau betulkan daftarnya."))
        elif page == 1:
            self.arrange.show_ceremony(self._draft(self.people.people, plan))
            self._turn(2)
        else:
            arranged = self.arrange.model.ceremony
            prepared = Prepared(
                replace(plan, signers=arranged.signers),
                self.pattern,
                arranged.officials,
                arranged.witnesses,
                self.people.changes,
            )
            if self._keep(prepared):
                self.accept()

    def back(self) -> None:
        """The page before."""
        self.complain("")
        self._turn(max(self.pages.currentIndex() - 1, 0))

    def refuse(self, error: BaseException) -> None:
        """Says why something was not taken; the form stays as it is."""
        self.complain(advice_for(error).text)

    def _first_page(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.entries)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(BASE)
        left.addWidget(self.list, 1)
        left.addWidget(self.about)
        left.addWidget(self.folder_button)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BASE * 3)
        row.addLayout(left)
        row.addWidget(scroll, 1)
        return page

    def _source(self) -> Pattern:
        """Whose people are taken over: the pattern's, else those of the newest ceremony that has any."""
        return next((one for one in (self.pattern, *self._patterns) if one.people), self.pattern)

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        self.entries.show_pattern(self.pattern, self._profile)
        self._texts = self._entered()
        self.about.setText(self.pattern.about)
        self.people.show_source(self._source())

    def _other_day(self) -> None:
        # What nobody touched goes with the year of the day.
        if self._patterns and self._entered() == self._texts:
            self.entries.show_texts(self.pattern, self._profile)
            self._texts = self._entered()

    def _entered(self) -> tuple[str, str]:
        return self.entries.title.text(), self.entries.occasion.text()

    def _draft(self, people: tuple[Official, ...], plan: CeremonyPlan | None = None) -> Ceremony:
        told = plan or CeremonyPlan("", "", 2000, date(2000, 1, 1), "09.00", "", "", kinds=())
        source = self._source() if self._patterns else None
        pairs = () if source is None else source.witnesses
        # Without a comparison the people are the pattern's own, by the same ids.
        carried = carried_witnesses(pairs, self.people.changes)[0] if self._patterns else ()
        return Ceremony(id="", officials=people, witnesses=carried, **told.values())

    def _ask_for_roster(self) -> None:
        if self.pages.currentIndex() == 1:
            self.roster_wanted.emit()

    def _all_right(self) -> None:
        if self.pages.currentIndex() == 1:
            self.people.model.tick_all()

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        names = (self.tr("1 Pola dan upacara"), self.tr("2 Peserta"), self.tr("3 Saksi dan urutan"))
        self.steps.setText(" › ".join(name.upper() if n == page else name for n, name in enumerate(names)))
        last = page == len(names) - 1
        self.set_titles(self.tr("Upacara dari pola"), self.tr("Buat rancangan") if last else self.tr("Lanjut"))
        self.back_button.setVisible(page > 0)
        (self.list if page == 0 else self.people.table if self._asks(page) else self.ok_button).setFocus()

    def _asks(self, page: int) -> bool:
        return page == 1 and self.people.model.open_lines() > 0


class PassphraseForm(FormDialog):
    """Opens a copy of last year's workspace.

    Args:
        keep: takes the passphrase.
    """

    def __init__(self, folder: str, keep: Callable[[str], object], parent: QWidget | None = None) -> None:
        from PySide6.QtWidgets import QLineEdit

        super().__init__("", "", parent)
        self.set_titles(self.tr("Ruang kerja tahun lalu"), self.tr("Baca upacaranya"))
        self._keep = keep
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields.add(
            "passphrase",
            self.tr("Frasa sandi"),
            self.passphrase,
            self.tr("Milik {folder}. Yang dibaca salinannya; tidak ada yang diubah di sana.").format(folder=folder),
        )
        self.body.addStretch(1)
        self.resize(680, 240)

    def submit(self) -> None:
        if self.passphrase.text():
            self._keep(self.passphrase.text())
            self.accept()
