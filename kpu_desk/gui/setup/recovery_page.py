"""Third step of the set-up: the recovery code, shown once, printed, and proved to be written down."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kpu_desk.gui.choosing import choose_printer
from kpu_desk.gui.forms import Fields
from kpu_desk.gui.look import BASE, FAMILY
from kpu_desk.gui.widgets import label, plain_button

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})  # as the code's own alphabet forgives them


class RecoveryPage(QWidget):
    """Shows the code in groups and asks for one of them.

    Signals:
        confirmed(is_right): the group typed is the one asked for, or not any more.
    """

    confirmed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._office = ""
        self._asked = 0
        why = label(
            self.tr(
                "Kode ini membuka ruang kerja bila frasa sandi terlupa. Kode hanya ditampilkan sekali: cetak atau "
                "tulis, lalu simpan di tempat terkunci, terpisah dari komputer ini."
            )
        )
        why.setWordWrap(True)
        self.shown = label("", "signer")
        self.shown.setObjectName("recovery_code_shown")
        self.shown.setWordWrap(True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card = QFrame()
        card.setProperty("surface", "field")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(BASE * 2, BASE * 3, BASE * 2, BASE * 3)
        inside.addWidget(self.shown)
        self.print_button = plain_button(self.tr("Cetak lembar kode …"), "print")
        self.print_button.clicked.connect(self._choose_printer)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.print_button)
        self.fields = Fields()
        self.entry = QLineEdit()
        self.entry.textChanged.connect(self._judge)
        self.fields.add("group", self.tr("Bukti sudah dicatat"), self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BASE * 2)
        column.addWidget(why)
        column.addWidget(card)
        column.addLayout(row)
        column.addWidget(self.fields)
        column.addStretch(1)

    def show_code(self, code: str, office: str) -> None:
        """Shows the code and asks for its last group but one, which nobody types by looking at the beginning."""
        self._groups = tuple(code.split("-"))
        self._office = office
        self._asked = max(len(self._groups) - 2, 0)
        self.shown.setText("  ".join(self._groups))
        self.entry.setPlaceholderText(self.tr("Ketik kelompok ke-{n} dari lembar kode").format(n=self._asked + 1))

    def asked_group(self) -> int:
        """Which group is asked for, from 0."""
        return self._asked

    def forget(self) -> None:
        """Takes the code off the screen and out of this window."""
        self._groups = ()
        self.shown.clear()
        self.entry.clear()

    def _judge(self, text: str) -> None:
        typed = "".join(text.split()).replace("-", "").upper().translate(_READ_AS)
        right = bool(self._groups) and typed == self._groups[self._asked].upper()
        if right:
            self.fields.praise("group", self.tr("Cocok."))
        elif len(typed) >= len(self._groups[self._asked] if self._groups else ""):
            self.fields.complain("group", self.tr("Belum cocok; periksa kelompok ke-{n}.").format(n=self._asked + 1))
        else:
            self.fields.complain("group", "")
        self.confirmed.emit(right)

    def _choose_printer(self) -> None:
        choose_printer(self, self.print_on)

    def print_on(self, printer: QPrinter) -> None:
        """One page: the office, what the code is for, and the code in large groups."""
        painter = QPainter(printer)
        page = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
        mm = printer.resolution() / 25.4
        room = QRectF(20 * mm, 25 * mm, page.width() - 40 * mm, page.height() - 50 * mm)
        top = room.top()
        for text, points, bold in (
            (self.tr("Kode pemulihan KPU Desk"), 20, True),
            (self._office, 13, False),
            ("\n" + "   ".join(self._groups) + "\n", 22, True),
            (
                self.tr(
                    "Kode ini membuka ruang kerja tanpa frasa sandi. Simpan di tempat terkunci, jauh dari komputer. "
                    "Siapa pun yang memegangnya bersama berkas ruang kerja dapat membaca semua data."
                ),
                11,
                False,
            ),
        ):
            font = QFont(FAMILY)
            font.setPointSizeF(points)
            font.setBold(bold)
            painter.setFont(font)
            flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
            box = painter.boundingRect(QRectF(room.left(), top, room.width(), room.height()), flags, text)
            painter.drawText(QRectF(room.left(), top, room.width(), box.height()), flags, text)
            top += box.height() + 5 * mm
        painter.end()
