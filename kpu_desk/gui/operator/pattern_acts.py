"""What the window of patterns needs from outside: files, folders, and the services that read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.pattern import Pattern
from kpu_desk.domain.roster import RosterReading, Severity
from kpu_desk.gui import background
from kpu_desk.gui.choosing import choose_file, choose_folder
from kpu_desk.gui.errors import guarded
from kpu_desk.gui.forms import opened
from kpu_desk.gui.operator.arrange_form import ArrangeForm
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.pattern_form import PassphraseForm, PatternForm


class PatternActs(QObject):
    """Opens the windows of a preparation for a controller."""

    def __init__(self, controller: DeskController, window: QWidget) -> None:
        super().__init__(window)
        self._controller, self._window = controller, window
        self.form: PatternForm | None = None

    def begin(self) -> PatternForm | None:
        """The window, with older ceremonies above the patterns out of files; None where one of these is wrong."""
        from kpu_desk.services import patterns
        from kpu_desk.services.form_choice import own_forms

        controller = self._controller
        desk = controller.desk
        found: list[Pattern] = []
        if not guarded(
            lambda: found.extend((*patterns.own_patterns(desk), *patterns.file_patterns(desk))), controller.problem.emit
        ):
            return None
        today = desk.clock().astimezone(desk.profile.zone.tzinfo).date()
        form = PatternForm(
            desk.profile, today, tuple(found), self._keep, own_forms=own_forms(desk), parent=self._window
        )
        form.folder_wanted.connect(self._choose_folder)
        form.roster_wanted.connect(self._choose_roster)
        form.finished.connect(self._forget)
        self.form = form
        return opened(form)

    def arrange(self, official_id: str) -> ArrangeForm | None:
        """Witnesses and order of the draft on the desk."""
        ceremony = self._controller.ceremony
        if ceremony is None:
            return None
        return opened(ArrangeForm(ceremony, official_id, self._controller.arrange, self._window))

    def read_roster(self, path: Path) -> None:
        """Reads this year's people on the worker, for the form."""
        from kpu_desk.services.patterns import people_of
        from kpu_desk.services.roster_check import check_roster
        from kpu_desk.services.roster_mapping import remembered_mapping

        workspace = self._controller.desk.workspace

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return check_roster(path, mapping=remembered_mapping(workspace), progress=progress, cancelled=cancelled)

        def done(reading: object) -> None:
            if self.form is None or not isinstance(reading, RosterReading):
                return
            errors = reading.count(Severity.ERROR)
            if errors:
                words = self.tr(
                    "{n} kesalahan di {file}. Buat rancangan tanpa peserta, lalu impor di meja: di sana setiap "
                    "kesalahan ditunjukkan.",
                    "",
                    errors,
                )
                self.form.complain(words.format(n=errors, file=path.name))
            else:
                self.form.show_roster(people_of(reading), path.name)

        self._work(work, path.name, done)

    def read_folder(self, folder: Path) -> None:
        """Reads the ceremonies of a workspace (its passphrase is asked for) or of a folder of records."""
        from kpu_desk.services.opening import is_set_up

        if not is_set_up(folder):
            self._read(lambda _progress, cancelled: self._of_records(folder, cancelled), folder)
        elif self.form is not None:
            opened(PassphraseForm(folder.name, lambda words: self.read_workspace(folder, words), self.form))

    def read_workspace(self, folder: Path, passphrase: str) -> None:
        """Reads the ceremonies of another workspace, from a copy of it."""
        from kpu_desk.services.patterns import patterns_of_workspace

        desk = self._controller.desk
        self._read(lambda _progress, _cancelled: patterns_of_workspace(desk, folder, passphrase), folder)

    def _of_records(self, folder: Path, cancelled: background.Cancelled) -> object:
        from kpu_desk.services.inspecting import files_to_inspect, inspect_files
        from kpu_desk.services.patterns import patterns_of_folder

        desk = self._controller.desk
        inspected = inspect_files(files_to_inspect([folder]), [desk.certificate_pem], cancelled=cancelled, gentle=True)
        return patterns_of_folder(desk, ((one.path, one.report) for one in inspected))

    def _read(self, work: background.Work, folder: Path) -> None:
        def done(found: object) -> None:
            if self.form is not None and isinstance(found, tuple):
                self.form.add_patterns(found)
                if not found:
                    self.form.complain(self.tr("Tidak ada upacara di {folder}.").format(folder=folder.name))

        self._work(work, folder.name, done)

    def _work(self, work: background.Work, name: str, done: Callable[[object], None]) -> None:
        words = self.tr("Membaca {name}")
        if self.form is not None:
            # The desk's own strip lies under the form.
            self.form.tell(f"{words.format(name=name)} …")
        self._controller.work(work, words, done, self._failed, name=name)

    def _failed(self, error: BaseException) -> None:
        if self.form is not None:
            self.form.refuse(error)
        else:
            self._controller.failed(error)

    def _keep(self, prepared: object) -> bool:
        from kpu_desk.services.patterns import Prepared

        if not isinstance(prepared, Prepared) or self.form is None:
            return False
        refused: list[str] = []
        controller = self._controller
        if not guarded(lambda: controller.make_from(prepared), lambda advice: refused.append(advice.text)):
            self.form.complain(" ".join(refused))
            return False
        notes = list(prepared.pattern.notes)
        if prepared.pattern.attachment is not None or prepared.pattern.commission_attachment is not None:
            notes.append(self.tr("Periksa sasaran dan anggaran: yang ada dari upacara sebelumnya."))
        n = len(prepared.people)
        made = self.tr("Rancangan dibuat dengan {n} orang.", "", n).format(n=n)
        controller.said.emit(" ".join((made, *notes)))
        return True

    def _choose_folder(self) -> None:
        choose_folder(self.form, self.tr("Ruang kerja atau rekaman tahun lalu"), self.read_folder)

    def _choose_roster(self) -> None:
        filters = (self.tr("Daftar pejabat (*.xlsx *.csv)"), self.tr("Semua berkas (*)"))
        choose_file(self.form, self.tr("Daftar pejabat tahun ini"), filters, self.read_roster)

    def _forget(self) -> None:
        self.form = None
