"""The window "Cap kantor": a picture is chosen, cut out of its paper, looked at, sized, and taken into use or out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QSlider, QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.stamps import DISC_UM, SMALLEST_UM, USUAL_UM, OfficeStamp, StampKind
from kpu_desk.gui import background
from kpu_desk.gui.choosing import choose_file
from kpu_desk.gui.dressing import dress_spin
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.language import locale
from kpu_desk.gui.look import BASE
from kpu_desk.gui.secretary.stamp_preview import StampPreview
from kpu_desk.gui.widgets import caption, plain_button

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk

_REST_MS = 120
"""How long an entry rests before the picture is cut out again."""

_USUAL_THRESHOLD = 15


class StampForm(FormDialog):
    """One stamp at a time; the other one is kept as it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        from kpu_desk.services import stamping

        self.setObjectName("stamp_form")
        self.set_titles(self.tr("Cap kantor"), self.tr("Simpan"))
        self._desk = desk
        self._kept: Mapping[StampKind, OfficeStamp] = stamping.office_stamps(desk)
        self._source: Any = None
        self._png: bytes | None = None
        self._task: background.Task | None = None
        self._again = False
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Cap komisi – bagi Ketua dan Anggota"), StampKind.COMMISSION)
        self.kind.addItem(self.tr("Cap sekretariat – bagi Sekretaris dan saksinya"), StampKind.SECRETARIAT)
        self.choose_button = plain_button(self.tr("Pilih gambar …"), "folder")
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.threshold.setRange(2, 80)
        self.colours = QComboBox()
        self.colours.addItem(self.tr("Ungu, warna tinta cap dinas"), True)
        self.colours.addItem(self.tr("Warna asli gambar"), False)
        self.diameter = QDoubleSpinBox()
        self.diameter.setRange(SMALLEST_UM / 1000, DISC_UM / 1000)
        self.diameter.setSingleStep(0.5)
        self.diameter.setDecimals(1)
        self.diameter.setLocale(locale())
        self.diameter.setSuffix(self.tr(" mm"))
        dress_spin(self.diameter)
        self.active = QCheckBox(self.tr("Pakai cap ini"))
        self.preview = StampPreview()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._cut)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_kept)
        self.choose_button.clicked.connect(self._choose)
        self.threshold.valueChanged.connect(self._changed)
        self.colours.currentIndexChanged.connect(self._changed)
        self.diameter.valueChanged.connect(self._changed)
        self._show_kept()
        self.resize(1_000, 690)
        self.kind.setFocus()

    @property
    def busy(self) -> bool:
        """Whether a picture is being read or cut out."""
        return self._task is not None or self._rest.isActive()

    def read(self, path: Path) -> None:
        """Takes the picture of a file; the one before stays when it cannot be used."""
        if self._task is not None:
            return
        self.complain("")

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            from kpu_desk.services import stamping

            return stamping.read_stamp(path)

        self._run(work, self._read)

    def submit(self) -> None:
        if self._png is None:
            self.complain(self.tr("Pilih gambar cap lebih dahulu."))
            return
        if self.busy:
            self.complain(self.tr("Gambar masih diolah; tunggu sebentar."))
            return
        from kpu_desk.services import stamping

        try:
            stamping.set_stamp(
                self._desk, self._kind, self._png, diameter_um=self._diameter_um, active=self.active.isChecked()
            )
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.accept()

    @property
    def _kind(self) -> StampKind:
        return StampKind(self.kind.currentData())

    @property
    def _diameter_um(self) -> int:
        return round(self.diameter.value() * 1000)

    def _lay_out(self) -> None:
        self.fields.add("kind", self.tr("Cap"), self.kind)
        self.fields.add(
            "picture",
            self.tr("Gambar"),
            self.choose_button,
            self.tr("PNG atau JPEG: pindaian cap di kertas putih, 300 dpi atau lebih. Disimpan terenkripsi."),
        )
        self.fields.add(
            "threshold",
            self.tr("Batas latar"),
            self.threshold,
            self.tr("Geser sampai kertas hilang dan huruf cap tetap utuh."),
        )
        self.fields.add("colours", self.tr("Warna"), self.colours)
        self.fields.add(
            "diameter",
            self.tr("Garis tengah"),
            self.diameter,
            self.tr("Ukuran cap yang sebenarnya, dari tepi ke tepi lingkaran luar."),
        )
        self.fields.add(
            "active",
            self.tr("Pemakaian"),
            self.active,
            self.tr("Cap baru muncul pada lembar setelah Anda membubuhkannya satu per satu atau sekaligus."),
        )
        self.body.removeWidget(self.fields)
        row = QHBoxLayout()
        row.setSpacing(BASE * 3)
        row.addWidget(self.fields, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.preview, 2)
        self.body.addLayout(row, 1)
        self.body.addWidget(caption(self.tr("Gambar cap bukan cap basah; rekaman menyebutkannya demikian.")))

    def _show_kept(self) -> None:
        kept = self._kept.get(self._kind)
        self._source, self._png = None, None if kept is None else kept.png
        self._rest.stop()
        for entry in (self.threshold, self.colours, self.diameter):
            entry.blockSignals(True)
        self.threshold.setValue(_USUAL_THRESHOLD)
        self.colours.setCurrentIndex(0)
        self.diameter.setValue((USUAL_UM if kept is None else kept.diameter_um) / 1000)
        for entry in (self.threshold, self.colours, self.diameter):
            entry.blockSignals(False)
        self.active.setChecked(kept is not None and kept.active)
        self.complain("")
        self._show()

    def _show(self) -> None:
        from_picture = self._source is not None
        self.threshold.setEnabled(from_picture and not self._source.has_alpha)
        self.colours.setEnabled(from_picture)
        hint = ""
        if self._png is not None and not from_picture:
            hint = self.tr("Untuk mengubah latar atau warna, pilih gambarnya lagi.")
        elif from_picture and self._source.has_alpha:
            hint = self.tr("Gambar ini sudah berlatar transparan.")
        self.fields.advise("threshold", hint)
        self.preview.show_stamp(self._png, self._diameter_um)

    def _changed(self) -> None:
        if self._source is not None:
            self._rest.start()
        self.preview.show_stamp(self._png, self._diameter_um)

    def _read(self, source: object) -> None:
        self._source = source
        self.active.setChecked(True)
        self._rest.start()
        self._show()

    def _cut(self) -> None:
        if self._task is not None:
            self._again = True
            return
        source, kind = self._source, self._kind
        threshold, violet = self.threshold.value(), bool(self.colours.currentData())
        diameter_um = self._diameter_um

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            from kpu_desk.services import stamping

            return stamping.cut_out(source, threshold=threshold, violet=violet, diameter_um=diameter_um)

        def done(png: object) -> None:
            if isinstance(png, bytes) and self._kind is kind and self._source is source:
                self._png = png
                self.complain("")
                self._show()

        self._run(work, done)

    def _run(self, work: background.Work, done: Any) -> None:
        self.choose_button.setEnabled(False)
        self._task = background.run(work, self)
        self._task.done.connect(done)
        self._task.failed.connect(lambda error: self.complain(advice_for(error).text))
        self._task.finished.connect(self._finished)

    def _finished(self) -> None:
        self._task = None
        self.choose_button.setEnabled(True)
        if self._again:
            self._again = False
            self._rest.start()

    def _choose(self) -> None:
        choose_file(self, self.tr("Pilih gambar cap"), [self.tr("Gambar (*.png *.jpg *.jpeg)")], self.read)
