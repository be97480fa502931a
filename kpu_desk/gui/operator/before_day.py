"""What is done before the day: the readiness check, drafts of all sheets, invitations; and the opening itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QInputDevice
from PySide6.QtWidgets import QMenu, QWidget

from kpu_desk.domain.device_truth import DeviceTruth
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.readiness import Line, Machine, red
from kpu_desk.domain.showing import Printout
from kpu_desk.gui import background
from kpu_desk.gui.acts import make_act
from kpu_desk.gui.asking import Answer, ask
from kpu_desk.gui.choosing import choose_folder, choose_printer
from kpu_desk.gui.forms import opened
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.signer.own_screen import mirrored

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kpu_desk.gui.operator.readiness_form import ReadinessForm
    from kpu_desk.gui.operator.screens import Screens

Make = Callable[[background.Progress, background.Cancelled], tuple[Printout, ...]]


class BeforeDay(QObject):
    """The acts of the menu "Upacara" that come before the opening.

    Signals:
        open_wanted(machine, reason): the check was looked at; the ceremony may be opened now.
        opened_despite(words): a rehearsal was opened with red lines standing; which.
    """

    open_wanted = Signal(object, str)
    opened_despite = Signal(str)

    def __init__(self, controller: DeskController, window: QWidget) -> None:
        super().__init__(window)
        self._controller, self._window = controller, window
        self._screens: Screens | None = None
        self._standing = ""
        self.truth: DeviceTruth | None = None
        self.form: ReadinessForm | None = None
        act = partial(make_act, window)
        self.readiness = act("readiness", self.tr("Periksa kesiapan …"), "F7", picture="verify", do=self.check)
        self.drafts = act("drafts", self.tr("Konsep semua lembar …"), "Ctrl+K", picture="print", do=self.make_drafts)
        self.invitations = act("invitations", self.tr("Undangan …"), "", picture="people", do=self.make_invitations)
        controller.changed.connect(self.wake)
        controller.opened.connect(self._opened)
        self.wake()

    def add_to(self, menu: QMenu, before: QAction) -> None:
        """Puts the acts into a menu."""
        menu.insertActions(before, [self.readiness, self.drafts, self.invitations])
        menu.insertSeparator(before)

    def sees(self, screens: Screens) -> None:
        """Knows from now on which screens there are for whom."""
        self._screens = screens

    def measured(self, truth: DeviceTruth) -> None:
        """What the pen really delivered last."""
        self.truth = truth

    def wake(self) -> None:
        """Switches the acts on or off."""
        ceremony = self._controller.ceremony
        self.readiness.setEnabled(ceremony is not None)
        self.drafts.setEnabled(ceremony is not None and not ceremony.sheets and bool(ceremony.officials))
        self.invitations.setEnabled(ceremony is not None and bool(ceremony.officials))

    def machine(self) -> Machine:
        """What the windows see of the computer now."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        screens, places = self._window.screen().virtualSiblings(), self._screens
        devices, printers = QInputDevice.devices(), QPrinterInfo.availablePrinters()
        stopped = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        return Machine(
            printers=tuple(printer.printerName() for printer in printers),
            stopped=tuple(printer.printerName() for printer in printers if printer.state() in stopped),
            has_pen=any(device.type() is QInputDevice.DeviceType.Stylus for device in devices),
            has_touch=any(device.type() is QInputDevice.DeviceType.TouchScreen for device in devices),
            truth=self.truth,
            screens=len(screens),
            signer_screen=places is not None and places.has_second,
            hall_screen=places is not None and (bool(places.of_hall) or len(places.choices()) > 1),
            mirrored=any(mirrored(screen) for screen in screens),
        )

    def check(self) -> None:
        """Looks at everything on the worker, then shows the list."""
        self._look(lambda lines, _machine: self._show(lines))

    def open_ceremony(self) -> None:
        """The check before the opening: red lines ask for a reason where the ceremony is real."""
        self._look(self._before_opening)

    def make_drafts(self) -> None:
        """Every sheet as it would be frozen now, marked KONSEP."""
        from kpu_desk.services import drafts

        ceremony = self._controller.ceremony
        if ceremony is not None:
            self._offer(
                self.tr("Konsep semua lembar"),
                self.tr(
                    "Semua lembar disusun seperti akan dibekukan, dengan tanda KONSEP, dalam satu PDF. Berita Acara "
                    "disusun seolah-olah semua hadir dan menandatangani."
                ),
                f"konsep-{ceremony.date.isoformat()}",
                partial(drafts.make_drafts, self._controller.desk, ceremony.id),
            )

    def make_invitations(self) -> None:
        """Half a page a person, with the code for the door."""
        from kpu_desk.services import invitations

        ceremony, desk = self._controller.ceremony, self._controller.desk
        if ceremony is not None:
            ceremony_id = ceremony.id
            self._offer(
                self.tr("Undangan"),
                self.tr(
                    "Setengah halaman setiap orang dengan kode QR untuk kehadiran. Bila daftar diimpor ulang, kode "
                    "lama tidak berlaku lagi."
                ),
                f"undangan-{ceremony.date.isoformat()}",
                lambda _progress, _cancelled: (invitations.make_invitations(desk, ceremony_id),),
            )

    def save(self, make: Make, folder: Path) -> None:
        """Makes the papers and writes them."""
        from kpu_desk.services.printouts import save_printouts

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            made = make(progress, cancelled)
            save_printouts(made, folder)
            return len(made)

        def done(count: object) -> None:
            words = self.tr("{n} berkas PDF disimpan di {folder}.", "", int(str(count)))
            self._controller.said.emit(words.format(n=count, folder=folder.parent))

        self._work(work, self.tr("Menyusun dan menyimpan"), done)

    def print_on(self, make: Make, printer: QPrinter) -> None:
        """Makes the papers and hands them to the printer."""
        from kpu_desk.gui.secretary.printing import print_records
        from kpu_desk.services.printouts import pages_of

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            made = {one.name: one for one in make(progress, cancelled)}
            return print_records(printer, made, lambda name: pages_of(made[name]), progress, cancelled)

        def done(printed: object) -> None:
            n = len(printed) if isinstance(printed, tuple) else 0
            self._controller.said.emit(self.tr("{n} dokumen dikirim ke pencetak.", "", n).format(n=n))

        self._work(work, self.tr("Menyusun dan mencetak"), done)

    def _look(self, done: Callable[[tuple[Line, ...], Machine], object]) -> None:
        from kpu_desk.services import readiness

        ceremony, desk, machine = self._controller.ceremony, self._controller.desk, self.machine()
        if ceremony is None:
            return
        self._work(
            lambda _progress, _cancelled: readiness.check(desk, ceremony, machine),
            self.tr("Memeriksa kesiapan"),
            lambda lines: done(lines, machine) if isinstance(lines, tuple) else None,
        )

    def _opened(self) -> None:
        standing, self._standing = self._standing, ""
        if standing:
            self.opened_despite.emit(standing)

    def _before_opening(self, lines: tuple[Line, ...], machine: Machine) -> None:
        standing, ceremony = red(lines), self._controller.ceremony
        if not standing or ceremony is None:
            self.open_wanted.emit(machine, "")
        elif self._controller.desk.mark is Mark.NONE:
            self._show(lines, lambda reason: self.open_wanted.emit(machine, reason))
        else:
            from kpu_desk.services.readiness_words import told

            topics = ", ".join(dict.fromkeys(told(line).topic for line in standing))
            words = self.tr("Dibuka untuk latihan; yang belum siap untuk upacara sungguhan: {topics}.")
            self._standing = words.format(topics=topics)
            self.open_wanted.emit(machine, "")

    def _show(self, lines: tuple[Line, ...], opening: Callable[[str], object] | None = None) -> None:
        from kpu_desk.gui.operator.readiness_form import ReadinessForm

        form = ReadinessForm(
            lines,
            again=lambda: self._look(lambda found, _machine: form.show_lines(found)),
            print_out=self._print_readiness,
            opening=opening,
            parent=self._window,
        )
        self.form = opened(form)

    def _print_readiness(self, lines: Sequence[Line]) -> None:
        from kpu_desk.services.readiness_words import readiness_printout

        ceremony, desk = self._controller.ceremony, self._controller.desk
        if ceremony is not None:
            self._offer(
                self.tr("Pemeriksaan kesiapan"),
                self.tr("Daftar ini sebagai lembar untuk dibawa dan dicentang."),
                f"kesiapan-{ceremony.date.isoformat()}",
                lambda _progress, _cancelled: (readiness_printout(desk, ceremony, lines),),
            )

    def _offer(self, title: str, words: str, name: str, make: Make) -> None:
        ask(
            self._window,
            title,
            words,
            Answer(self.tr("Cetak …"), lambda: self._choose_printer(make), "plain"),
            Answer(self.tr("Simpan PDF …"), lambda: self._choose_folder(make, name), "primary"),
            stay=self.tr("Batal"),
        )

    def _choose_printer(self, make: Make) -> None:
        choose_printer(self._window, lambda printer: self.print_on(make, printer))

    def _choose_folder(self, make: Make, name: str) -> None:
        choose_folder(self._window, self.tr("Simpan ke folder"), lambda folder: self.save(make, folder / name))

    def _work(self, work: background.Work, what: str, done: Callable[[object], object]) -> None:
        # A turn later: the desk is busy until the work has told its end.
        self._controller.work(work, what, lambda result: QTimer.singleShot(0, self, lambda: done(result)))
