"""A roster on its way onto the desk and off it: chosen, read on the worker, pointed at, taken, saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import RosterReading
from kpu_desk.gui import background
from kpu_desk.gui.errors import advice_for, guarded
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.import_choice import ImportChoice

if TYPE_CHECKING:
    from kpu_desk.services.roster_check import RosterReader

_MAPPABLE = frozenset({"NO_HEADER", "NO_OFFICE_COLUMN", "NO_PEOPLE"})
"""Reasons for which a file may be a roster all the same, once somebody points at its columns."""

_STORED_AT_ONCE = 1_000
"""People whose storing nobody notices (some 90 ms)."""


# Old formats too: dropping one gives the sentence that says how to save it as XLSX.
_ROSTERS = (".xlsx", ".xlsm", ".csv", ".txt", ".xls", ".xlsb", ".ods")


class RosterActs(QObject):
    """The acts of the operator on files with people.

    Signals:
        was_read(reading, file name): a file was read, nothing is imported yet; ``choice`` says how.
        unread(advice): the file of ``choice`` holds no roster that the words of its header would show.
        sketched(sketches): the worksheets of the file of ``choice``, to point at.
    """

    was_read = Signal(object, str)
    unread = Signal(object)
    sketched = Signal(object)

    def __init__(self, controller: DeskController) -> None:
        super().__init__(controller)
        self._controller = controller
        self.choice: ImportChoice | None = None
        self._reader: RosterReader | None = None
        controller.stopping.connect(lambda: self.expect(wanted=False))

    def expect(self, wanted: bool = True) -> None:
        """Starts the process that will read a roster while its file is being chosen; ends it when none is wanted."""
        from kpu_desk.services.roster_check import ready_reader

        waiting, self._reader = self._reader, ready_reader() if wanted else None
        if waiting is not None:
            waiting.close()

    def read(self, path: Path, choice: ImportChoice | None = None) -> None:
        """Reads a file on the worker; ``was_read`` tells what is in it, ``unread`` that columns must be pointed at."""
        from kpu_desk.services.roster_check import check_roster
        from kpu_desk.services.roster_mapping import remembered_mapping

        chosen = choice or ImportChoice(path)

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            reader, self._reader = self._reader, None
            return check_roster(
                path,
                sheet=chosen.sheet,
                mapping=remembered_mapping(self._controller.desk.workspace),
                placing=chosen.placing,
                unprintable="mark" if chosen.marked else "refuse",
                progress=progress,
                cancelled=cancelled,
                reader=reader,
            )

        def done(reading: object) -> None:
            self.choice = chosen
            self.was_read.emit(reading, path.name)

        def failed(error: BaseException) -> None:
            if isinstance(error, RosterError) and error.code in _MAPPABLE:
                self.choice = chosen
                self.unread.emit(advice_for(error))
            else:
                self._controller.failed(error)

        self._controller.work(work, self.tr("Membaca {name}"), done, failed, name=path.name)

    def sketch(self) -> None:
        """Looks at the worksheets of the file of ``choice`` on the worker; ``sketched`` tells them."""
        from kpu_desk.services.roster_check import worksheets
        from kpu_desk.services.roster_mapping import remembered_mapping

        if self.choice is None:
            return
        path = self.choice.path

        def work(_progress: background.Progress, cancelled: background.Cancelled) -> object:
            return worksheets(path, remembered_mapping(self._controller.desk.workspace), cancelled)

        self._controller.work(work, self.tr("Membaca {name}"), self.sketched.emit, name=path.name)

    def take(self, reading: RosterReading, file_name: str) -> bool:
        """Takes the people of a reading without errors, and remembers what was pointed at by hand.

        A list of thousands is stored on the worker; True then says that it was begun.
        """
        from kpu_desk.services import preparing

        ceremony = self._controller.ceremony
        if ceremony is None:
            return False

        def act() -> Ceremony:
            return preparing.import_roster(self._controller.desk, ceremony.id, reading, file_name)

        if len(reading.rows) <= _STORED_AT_ONCE:
            if not self._controller.do(act):
                return False
            self._imported(reading, file_name)
            return True

        def done(after: object) -> None:
            if isinstance(after, Ceremony):
                self._controller.took(after)
                self._imported(reading, file_name)

        self._controller.work(lambda _progress, _cancelled: act(), self.tr("Menyimpan daftar"), done)
        return True

    def _imported(self, reading: RosterReading, file_name: str) -> None:
        choice = self.choice
        self._controller.said.emit(
            self.tr("{n} orang diimpor dari {file}.", "", len(reading.rows)).format(n=len(reading.rows), file=file_name)
        )
        if choice is not None and choice.path.name == file_name and choice.headers:
            guarded(lambda: self._remember(choice), self._controller.problem.emit)

    def save(self, path: Path) -> bool:
        """Writes the people on the desk to an XLSX or CSV file."""
        from kpu_desk.services.roster_export import export_roster

        ceremony = self._controller.ceremony
        if ceremony is None or not guarded(
            lambda: export_roster(self._controller.desk, ceremony.id, path), self._controller.problem.emit
        ):
            return False
        n = len(ceremony.officials)
        self._controller.said.emit(self.tr("{n} orang disimpan di {file}.", "", n).format(n=n, file=path.name))
        return True

    def _remember(self, choice: ImportChoice) -> None:
        from kpu_desk.services.roster_mapping import remember_mapping, remembered_mapping

        workspace = self._controller.desk.workspace
        remember_mapping(workspace, remembered_mapping(workspace).with_headers(dict(choice.headers)))


def roster_in(dragged: QMimeData) -> Path | None:
    """The one roster file that is being dragged; None for anything else."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _ROSTERS else None
