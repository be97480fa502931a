"""Sasaran, indikator, target, programmes and budget of the Perjanjian Kinerja, in two tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from kpu_desk.domain.dates import rupiah
from kpu_desk.domain.documents import Attachment, BudgetLine, Target
from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.choosing import choose_file
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.operator.table_of_rows import Row, RowsEditor
from kpu_desk.gui.widgets import caption, label, plain_button

_NO_CENTS = re.compile(r",0{1,2}$")


def amount_of(text: str) -> int | None:
    """Whole rupiah out of ``Rp1.234.567.000,00``, ``1.234.567`` or ``1234567``; None for anything else.

    A dot parts thousands and a comma parts cents, as Indonesian offices write them (domain.md 1.5); cents other than
    zero are not whole rupiah.
    """
    bare = re.sub(r"^rp\.?\s*", "", text.strip(), flags=re.IGNORECASE)
    bare = _NO_CENTS.sub("", bare.removesuffix(",-"))
    if not re.fullmatch(r"\d{1,3}(?:[.\s]\d{3})+|\d+", bare):
        return None
    return int(re.sub(r"[.\s]", "", bare))


class TargetsEditor(FormDialog):
    """Edits the lampiran.

    Args:
        keep: takes the attachment; gives False when a service refused it, and the form stays open.
        read_targets: reads target rows from a file, raising KnownError.
        further: heads of the columns that the office's form has beside sasaran, indikator and target.
        commission: whether it is the commission's own agreement.
    """

    def __init__(
        self,
        institution: str,
        attachment: Attachment | None,
        keep: Callable[[Attachment], bool],
        read_targets: Callable[[Path], tuple[Target, ...]],
        *,
        further: tuple[str, ...] = (),
        commission: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_titles(
            self.tr("Sasaran dan anggaran PK komisi") if commission else self.tr("Sasaran dan anggaran"),
            self.tr("Simpan"),
        )
        self._keep, self._read_targets = keep, read_targets
        self._sample = attachment is not None and attachment.sample
        self.institution = QLineEdit(attachment.institution if attachment is not None else institution)
        self.institution.setMaxLength(200)
        self.fields.add("institution", self.tr("Nama kelembagaan"), self.institution)
        self.targets = RowsEditor(
            self.tr("Sasaran, indikator, dan target"),
            (self.tr("Sasaran"), self.tr("Indikator"), self.tr("Target"), *further),
        )
        self.budget = RowsEditor(
            self.tr("Program dan anggaran"), (self.tr("Program"), self.tr("Anggaran (Rp)"), self.tr("Keterangan"))
        )
        self._total = label("", "strong")
        take = plain_button(self.tr("Impor berkas …"), "import")
        take.setObjectName("import_targets")
        take.clicked.connect(self._choose_file)
        self.targets.head.addWidget(take)
        self.targets.table.setMinimumHeight(160)
        self.budget.table.setMinimumHeight(120)
        self.body.addWidget(self.targets, 3)
        self.body.addWidget(self.budget, 2)
        self.body.addWidget(self._total)
        self.body.addWidget(
            caption(
                self.tr("Salin baris dari lembar kerja, lalu tempel dengan Ctrl+V; kolomnya menurut urutan di atas.")
            )
        )
        self.budget.model.edited.connect(self._add_up)
        if attachment is not None:
            self.targets.model.replace_rows(_rows_of(attachment.targets))
            self.budget.model.replace_rows(tuple((b.programme, rupiah(b.amount), b.note) for b in attachment.budget))
        self._add_up()
        self.resize(1040, 700)

    def submit(self) -> None:
        attachment = self.entered()
        if attachment is not None and self._keep(attachment):
            self.accept()

    def entered(self) -> Attachment | None:
        """The lampiran as typed, or None with a sentence about the first row that is wrong."""
        targets = self._filled_down(self.targets.model.rows())
        for number, row in enumerate(targets, start=1):
            if not all(row[:3]):
                self.complain(self.tr("Sasaran baris {n} belum lengkap.").format(n=number))
                return None
        budget: list[BudgetLine] = []
        for number, (programme, text, note) in enumerate(self.budget.model.rows(), start=1):
            amount = amount_of(text)
            if not programme or amount is None:
                self.complain(self.tr("Anggaran baris {n}: tulis program dan angka rupiah.").format(n=number))
                return None
            budget.append(BudgetLine(programme, amount, note))
        if not targets:
            self.complain(self.tr("Tulis paling sedikit satu sasaran."))
            return None
        if not self.institution.text().strip():
            self.complain(self.tr("Tulis nama kelembagaan."))
            return None
        self.complain("")
        return Attachment(
            self.institution.text().strip(),
            tuple(Target(row[0], row[1], row[2], row[3:]) for row in targets),
            tuple(budget),
            self._sample,
        )

    def take_file(self, path: Path) -> None:
        """Adds the target rows of a CSV or XLSX file; a file that cannot be read changes nothing."""
        try:
            targets = self._read_targets(path)
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.complain("")
        self.targets.model.insert(self.targets.model.rowCount(), _rows_of(targets))

    def _choose_file(self) -> None:
        choose_file(self, self.tr("Impor sasaran"), [self.tr("Lembar kerja (*.xlsx *.csv)")], self.take_file)

    def _filled_down(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """In a spreadsheet several indicators share one merged sasaran: an empty one means the one above."""
        filled: list[Row] = []
        for objective, *rest in rows:
            above = filled[-1][0] if filled else ""
            filled.append((objective or above, *rest))
        return tuple(filled)

    def _add_up(self) -> None:
        amounts = [amount_of(text) for _, text, _ in self.budget.model.rows()]
        total = sum(amount for amount in amounts if amount is not None)
        self._total.setText(self.tr("Jumlah {total}").format(total=rupiah(total)))


def _rows_of(targets: tuple[Target, ...]) -> tuple[Row, ...]:
    return tuple((target.objective, target.indicator, target.target, *target.extra) for target in targets)
