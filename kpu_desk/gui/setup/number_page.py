"""How the office numbers its documents: pattern, which documents take a number, and their class codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.numbering import DEFAULT_CODES, code_key, codes_of, number_text
from kpu_desk.domain.profile import LONGEST_TEXT, NUMBER_PARTS, OfficeProfile, check_pattern
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.forms import Fields, set_property
from kpu_desk.gui.look import BASE
from kpu_desk.gui.setup.office_page import complaint_words, one_line
from kpu_desk.gui.widgets import Elided, label

EXAMPLE = "123"
"""The running number of the examples; no number that could be meant."""

_CODE_WIDTH = 150


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the table: whose code it is, the entry of the code, the example behind it."""

    kind: DocumentKind
    key: str
    code: QLineEdit
    example: Elided


class NumberPage(Fields):
    """Entries of the numbers; an example stands behind each document and follows what is typed.

    Args:
        region: the region code as it is typed at this moment.
        year: that of the examples.
    """

    def __init__(self, region: Callable[[], str], year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region, self._year = region, year
        self.number_pattern = QLineEdit()
        self.number_pattern.setMaxLength(LONGEST_TEXT)
        parts = " ".join(f"{{{part}}}" for part in NUMBER_PARTS)
        self.add(
            "number_pattern",
            self.tr("Pola nomor"),
            self.number_pattern,
            self.tr("Bagian yang dikenal: {parts}. Kosong bila kantor tidak memakai pola.").format(parts=parts),
        )
        self.numbered: dict[DocumentKind, QCheckBox] = {}
        self._rows: list[_Row] = []
        self.add_wide(
            "class_codes",
            self._make_table(),
            self.tr(
                "Yang dicentang diberi nomor kantor. Kode kosong memakai kode yang tampil samar; (?) berarti belum "
                "pasti: bandingkan dengan Keputusan KPU Nomor 57 Tahun 2022."
            ),
        )
        self.number_pattern.textChanged.connect(self.show_examples)

    def show_profile(self, profile: OfficeProfile) -> None:
        """Fills the entries."""
        self.number_pattern.setText(profile.number_pattern)
        for kind, box in self.numbered.items():
            box.setChecked(profile.takes_number(kind))
        own = dict(_parted(line) for line in profile.class_codes)
        for row in self._rows:
            row.code.setText(own.get(row.key, ""))
        self.show_examples()

    def entered(self) -> dict[str, Any]:
        """What was entered, by the names that :class:`OfficeProfile` has for it."""
        typed = ((row.key, one_line(row.code.text())) for row in self._rows)
        return {
            "number_pattern": one_line(self.number_pattern.text()),
            "class_codes": tuple(f"{key} = {code}" for key, code in typed if code),
            "numbered_kinds": tuple(kind for kind, box in self.numbered.items() if box.isChecked()),
        }

    def code_entry(self, key: str) -> QLineEdit:
        """The entry for the code of ``PI``, ``PI-KOMISIONER`` …"""
        return next(row.code for row in self._rows if row.key == key)

    def example(self, key: str) -> str:
        """What stands behind a document now."""
        return next(row.example.whole_text() for row in self._rows if row.key == key)

    def show_examples(self) -> None:
        """Writes every example again."""
        pattern = one_line(self.number_pattern.text())
        same = pattern and "{urut}" not in pattern
        self.advise("number_pattern", self.tr("Tanpa {urut} semua lembar mendapat nomor yang sama.") if same else "")
        try:
            check_pattern(pattern)
        except FormError as error:
            self.complain("number_pattern", complaint_words(error))
            pattern = ""
        for row in self._rows:
            row.example.setText(self._example(pattern, row))

    def _example(self, pattern: str, row: _Row) -> str:
        typed = one_line(row.code.text())
        try:
            code = codes_of((f"{row.key} = {typed}",) if typed else ())[row.key]
            set_property(row.code, "problem", value=False)
        except FormError:
            set_property(row.code, "problem", value=True)
            return self.tr("kode seperti SDM.09")
        if not self.numbered[row.kind].isChecked():
            return "–"
        return number_text(pattern, urut=EXAMPLE, code=code, region=self._region(), year=self._year) or "–"

    def _make_table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, BASE, 0, BASE // 2)
        grid.setHorizontalSpacing(BASE * 3)
        grid.setVerticalSpacing(BASE // 2)
        grid.setColumnStretch(2, 1)
        for column, words in enumerate(
            (self.tr("Dokumen bernomor"), self.tr("Kode klasifikasi"), self.tr("Contoh nomor"))
        ):
            grid.addWidget(label(words, "caption"), 0, column)
        for kind in DocumentKind:
            box = QCheckBox(document_words(kind.full_name))
            box.setObjectName(f"numbered_{kind.value}")
            box.setChecked(True)
            box.toggled.connect(self.show_examples)
            self.numbered[kind] = box
            grid.addWidget(box, grid.rowCount(), 0)
            self._add_code(grid, kind, code_key(kind, commissioner=False), document_words(kind.full_name))
            own = code_key(kind, commissioner=True)
            if own in DEFAULT_CODES and own != kind.value:
                who = QLabel(self.tr("– Ketua dan Anggota"))
                who.setIndent(BASE * 4)
                grid.addWidget(who, grid.rowCount(), 0)
                self._add_code(
                    grid, kind, own, self.tr("{name}, Ketua dan Anggota").format(name=document_words(kind.full_name))
                )
        first = next(iter(self.numbered.values()))
        table.setFocusProxy(first)
        return table

    def _add_code(self, grid: QGridLayout, kind: DocumentKind, key: str, name: str) -> None:
        known = DEFAULT_CODES[key]
        code = QLineEdit()
        code.setObjectName(f"code_{key}")
        code.setAccessibleName(self.tr("Kode klasifikasi {name}").format(name=name))
        code.setPlaceholderText(known.text if known.sure else f"{known.text} (?)".lstrip())
        code.setFixedWidth(_CODE_WIDTH)
        code.setMaxLength(LONGEST_TEXT)
        code.textChanged.connect(self.show_examples)
        example = Elided("", "soft")
        row = grid.rowCount() - 1
        grid.addWidget(code, row, 1)
        grid.addWidget(example, row, 2, Qt.AlignmentFlag.AlignVCenter)
        self._rows.append(_Row(kind, key, code, example))


def _parted(line: str) -> tuple[str, str]:
    key, _, code = line.partition("=")
    return key.strip(), code.strip()
