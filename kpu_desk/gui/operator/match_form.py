"""Which of many files is whose, found by NIP or name and confirmed by a person; refused files with their reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.matching import Match
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.widgets import label, plain_tip
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

_BY = {
    "nip_in_name": QT_TRANSLATE_NOOP("own", "NIP di nama berkas"),
    "name_in_name": QT_TRANSLATE_NOOP("own", "nama di nama berkas"),
    "nip_in_text": QT_TRANSLATE_NOOP("own", "NIP di isi dokumen"),
    "name_in_text": QT_TRANSLATE_NOOP("own", "nama di isi dokumen"),
}
_MOST_NAMES = 3
_SIZE = (1_120, 640)


class MatchForm(FormDialog):
    """Which file is whose, to be confirmed: nobody's file goes to anybody unseen.

    Args:
        refused: what cannot be used, shown first and with the reason.
    """

    def __init__(
        self,
        ceremony: Ceremony,
        found: Sequence[Match],
        refused: Sequence[FormError] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setObjectName("match_form")
        self.set_titles(self.tr("Berkas untuk siapa"), self.tr("Sudah benar, lanjutkan"))
        self.setMinimumSize(900, 460)
        self.resize(*_SIZE)
        self._names = {one.id: ceremony.named(one.id) for one in ceremony.officials if not one.added}
        self.table = QTableWidget(len(found) + len(refused), 3)
        self.table.setObjectName("matches")
        self.table.setHorizontalHeaderLabels([self.tr("Berkas"), self.tr("Untuk"), self.tr("Ditemukan lewat")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        dress_table(self.table)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.people: list[QComboBox] = []
        for row, error in enumerate(refused):
            advice = advice_for(error)
            self._fill(row, str(error.facts["file"]), advice.sentence, f"{advice.sentence} {advice.advice}")
            self.table.setItem(row, 1, QTableWidgetItem(self.tr("ditolak")))
        for row, match in enumerate(found, len(refused)):
            combo = QComboBox()
            combo.addItem(self.tr("– tidak dipakai –"), None)
            for official_id, name in self._names.items():
                combo.addItem(name, official_id)
            combo.setCurrentIndex(max(0, combo.findData(match.official_id)) if match.official_id else 0)
            combo.setAccessibleName(match.file)
            combo.currentIndexChanged.connect(lambda _index: self._look())
            self.people.append(combo)
            self._fill(row, match.file, translate("own", _BY[match.by.value]) if match.by else self._doubt(match))
            self.table.setCellWidget(row, 1, combo)
        self.table.resizeRowsToContents()
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, max(44, self.table.rowHeight(row)))
        self.without = label("")
        self.without.setObjectName("without")
        self.without.setWordWrap(True)
        self.without.setProperty("tone", "wait")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.without)
        self._look()

    @property
    def chosen(self) -> tuple[str | None, ...]:
        """Whose each file is, in the order of the files."""
        return tuple(combo.currentData() for combo in self.people)

    def _fill(self, row: int, file: str, words: str, tip: str = "") -> None:
        for column, text, more in ((0, file, file), (2, words, tip or words)):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(more))
            self.table.setItem(row, column, item)

    def _doubt(self, match: Match) -> str:
        if not match.others:
            return self.tr("tidak ditemukan")
        names = self._few([self._names[one] for one in match.others])
        if len(match.others) == 1:
            return self.tr("lebih dari satu berkas untuk {name}").format(name=names)
        return self.tr("cocok dengan lebih dari satu orang: {names}").format(names=names)

    def _few(self, names: Sequence[str]) -> str:
        return "; ".join((*names[:_MOST_NAMES], *(("…",) if len(names) > _MOST_NAMES else ())))

    def _look(self) -> None:
        taken = [one for one in self.chosen if one is not None]
        twice = len(set(taken)) < len(taken)
        self.ok_button.setEnabled(bool(taken) and not twice)
        self.complain(self.tr("Satu orang hanya satu berkas.") if twice else "")
        left = [name for official_id, name in self._names.items() if official_id not in taken]
        words = self.tr("Tanpa berkas, jadi tanpa lembar: {n} orang ({names})")
        self.without.setText(words.format(n=len(left), names=self._few(left)))
        self.without.setToolTip(plain_tip("; ".join(left)))
        self.without.setVisible(bool(left))
