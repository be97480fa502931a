"""What the secretary does with records: number, seal, print, save, verify; the long ones on the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Meterai
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.showing import PageSource
from kpu_desk.domain.verdict import SealReport, Verdict
from kpu_desk.gui import background
from kpu_desk.gui.errors import advice_for, guarded, is_cancelled

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk
    from kpu_desk.services.filing import RecordSummary
    from kpu_desk.services.ink_keeping import KeptOf
    from kpu_desk.services.meterai import MeteraiLine
    from kpu_desk.services.numbering import NumberLine
    from kpu_desk.services.sealing import SealingNeed
    from kpu_desk.services.stamping import StampLine


class RecordsController(QObject):
    """Acts on the records of one ceremony.

    Signals:
        changed(): the register is another one now.
        problem(advice), said(text), working(task, what): as on the desk.
        sealed(): sealing ended, whatever it brought.
        printed(record ids): their pages were handed to the printer; whether they came out right is to be asked.
        verified(reports): records were checked; a SealReport for each.
    """

    changed = Signal()
    problem = Signal(object)
    said = Signal(str)
    working = Signal(object, str)
    sealed = Signal()
    printed = Signal(object)
    verified = Signal(object)

    def __init__(self, desk: Desk, ceremony_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._ceremony_id = ceremony_id
        self._task: background.Task | None = None

    @property
    def ceremony(self) -> Ceremony:
        """The ceremony whose records these are."""
        return self.desk.ceremony(self._ceremony_id)

    @property
    def busy(self) -> bool:
        """Whether long work is under way."""
        return self._task is not None

    def records(self) -> tuple[RecordSummary, ...]:
        """The register, in the order of the sheets; void sheets come last."""
        from kpu_desk.services import filing

        records, voids = filing.records, filing.void_sheets
        return (*records(self.desk, self._ceremony_id), *voids(self.desk, self._ceremony_id))

    def verdict_word(self, verdict: Verdict) -> str:
        """The verdict about a record as it is shown: nothing of a rehearsal is valid."""
        from kpu_desk.services.inspecting import verdict_word

        return verdict_word(verdict, self.desk.mark.value)

    def pages_of(self, record_id: str, *, with_evidence: bool = True) -> PageSource:
        """The pages of a record or a void sheet; the caller closes the source. Raises KnownError."""
        from kpu_desk.services import filing

        if any(void.sheet.id == record_id for void in self.ceremony.voids):
            return filing.sheet_page_source(self.desk, self._ceremony_id, record_id)
        return filing.page_source(filing.record_pdf(self.desk, record_id, with_evidence))

    def number_lines(self) -> tuple[NumberLine, ...]:
        """The sheets of the ceremony with their numbers."""
        from kpu_desk.services import numbering

        return numbering.number_lines(self.desk, self._ceremony_id)

    def series(self, sheet_ids: tuple[str, ...], first: str) -> Mapping[str, str]:
        """What a series would give; raises KnownError."""
        from kpu_desk.services import numbering

        return numbering.series(self.desk, self._ceremony_id, sheet_ids, first)

    def give_numbers(self, wanted: Mapping[str, str], reason: str) -> None:
        """Gives numbers; raises KnownError, and nothing has changed then."""
        from kpu_desk.services import numbering

        numbering.give_numbers(self.desk, self._ceremony_id, wanted, reason)
        given = sum(bool(number) for number in wanted.values())
        words = [self.tr("{n} lembar diberi nomor.", "", given).format(n=given)] if given else []
        if given < len(wanted):
            words.append(self.tr("{n} nomor dicabut.", "", len(wanted) - given).format(n=len(wanted) - given))
        superseding = len(self.need().superseding)
        if superseding:
            words.append(self.tr("{n} rekaman menunggu pengganti; tekan Segel.", "", superseding).format(n=superseding))
        self.said.emit(" ".join(words))
        self.changed.emit()

    def meterai_lines(self) -> tuple[MeteraiLine, ...]:
        """The sheets whose meterai can still be noted."""
        from kpu_desk.services import meterai

        return meterai.meterai_lines(self.desk, self._ceremony_id)

    def note_meterai(self, wanted: Mapping[str, tuple[Meterai, str]]) -> None:
        """Notes the meterai of originals; raises KnownError, and nothing has changed then."""
        from kpu_desk.services import meterai

        meterai.note_meterai(self.desk, self._ceremony_id, wanted)
        self.said.emit(self.tr("Meterai {n} lembar dicatat.", "", len(wanted)).format(n=len(wanted)))

    def stamp_lines(self) -> tuple[StampLine, ...]:
        """The signatures that may bear a stamp."""
        from kpu_desk.services import stamping

        return stamping.stamp_lines(self.desk, self._ceremony_id)

    def stamped_pages(self, sheet_id: str, slots: tuple[str, ...]) -> PageSource:
        """A sheet as it would look with stamps beside these signatures; the caller closes it. Raises KnownError."""
        from kpu_desk.services import stamping

        return stamping.stamped_pages(self.desk, self._ceremony_id, sheet_id, slots)

    def stamp(self, places: tuple[tuple[str, str], ...], *, put: bool) -> None:
        """Puts stamps beside signatures, or takes them back; raises KnownError, and nothing has changed then."""
        from kpu_desk.services import stamping

        if put:
            count = stamping.put_stamps(self.desk, self._ceremony_id, places)
            self.said.emit(self.tr("{n} tanda tangan diberi cap. Berikutnya: segel.", "", count).format(n=count))
        else:
            count = stamping.take_back_stamps(self.desk, self._ceremony_id, places)
            self.said.emit(self.tr("{n} cap dicabut.", "", count).format(n=count))
        self.changed.emit()

    def people_with_ink(self) -> tuple[KeptOf, ...]:
        """Everybody who wrote something, with how much of it is still kept."""
        from kpu_desk.services import ink_keeping

        return ink_keeping.people_with_ink(self.desk, self._ceremony_id)

    def erase_ink(self, official_id: str, reason: str) -> None:
        """Erases the dynamics of one person's ink for good; raises KnownError, and nothing has changed then."""
        from kpu_desk.services import ink_keeping

        count = ink_keeping.erase_ink(self.desk, self._ceremony_id, official_id, reason)
        self.said.emit(self.tr("{n} goresan dihapus; gambar dan rekamannya tetap.", "", count).format(n=count))

    def hand_out_ink(self, folder: Path) -> None:
        """Writes the encrypted ink into a new folder within this one."""
        from kpu_desk.services import ink_export

        place = folder / f"goresan-{self.ceremony.date.isoformat()}-{self._ceremony_id[:8]}"

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            return ink_export.write_package(self.desk, self._ceremony_id, place)

        def done(count: object) -> None:
            if isinstance(count, int):
                words = self.tr("{n} goresan tersandi disimpan di {folder}.", "", count)
                self.said.emit(words.format(n=count, folder=place))

        self._work(work, self.tr("Menyimpan goresan tersandi"), done)

    def need(self) -> SealingNeed:
        """What a sealing would do now."""
        from kpu_desk.services import sealing

        return sealing.sealing_need(self.desk, self._ceremony_id)

    def preflight(self) -> str:
        """What online services would say of the records that are to be sealed; empty where there are none."""
        from kpu_desk.services import preflight

        try:
            found = preflight.preflight(self.desk, self._ceremony_id)
        except KnownError as error:
            return advice_for(error).text
        return "" if found is None else f"{found.emeterai}\n{found.bsre}"

    def seal(self, *, without_number: bool = False) -> None:
        """Seals what is complete and not sealed yet, and makes records that supersede those with an older number.

        Args:
            without_number: the secretary was asked and wants sheets without a number sealed so.
        """
        from kpu_desk.services import sealing

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return sealing.seal_ceremony(
                self.desk, self._ceremony_id, progress, cancelled, without_number=without_number
            )

        def done(result: object) -> None:
            if isinstance(result, sealing.SealingResult):
                words = self.tr("{n} rekaman disegel dan diperiksa.", "", result.sealed).format(n=result.sealed)
                if result.failed:
                    words += " " + self.tr("{n} gagal; segel lagi.").format(n=len(result.failed))
                self.said.emit(words)
            self.sealed.emit()

        self._work(work, self.tr("Menyegel dan memeriksa rekaman"), done)

    def print_records(self, printer: QPrinter, record_ids: tuple[str, ...], *, with_evidence: bool) -> None:
        """Hands the pages to the printer; ``printed`` asks afterwards."""
        from kpu_desk.gui.secretary.printing import print_records

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            def source_of(record_id: str) -> PageSource:
                return self.pages_of(record_id, with_evidence=with_evidence)

            return print_records(printer, record_ids, source_of, progress, cancelled)

        self._work(work, self.tr("Mencetak rekaman"), self.printed.emit)

    def note_printed(self, record_ids: tuple[str, ...], *, came_out_right: bool) -> None:
        """Logs the answer to "Hasil cetak baik?"."""
        from kpu_desk.services import filing

        if guarded(lambda: filing.note_printed(self.desk, record_ids, came_out_right), self.problem.emit):
            self.changed.emit()

    def export(self, record_ids: tuple[str, ...], folder: Path, *, with_evidence: bool) -> None:
        """Saves records into a folder; never over a file that is there."""
        from kpu_desk.services import filing

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return filing.export_records(
                self.desk, record_ids, folder, with_evidence=with_evidence, progress=progress, cancelled=cancelled
            )

        def done(saved: object) -> None:
            if isinstance(saved, tuple):
                words = self.tr("{n} rekaman disimpan di {folder}.")
                self.said.emit(words.format(n=len(saved), folder=folder))

        self._work(work, self.tr("Menyimpan rekaman"), done)

    def verify(self, record_ids: tuple[str, ...]) -> None:
        """Checks records with our own verifier; ``verified`` tells the reports."""
        from kpu_desk.services import filing

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            reports: list[SealReport] = []
            for done, record_id in enumerate(record_ids):
                if cancelled():
                    break
                progress(done, len(record_ids))
                reports.append(filing.verify_record(self.desk, record_id))
            return tuple(reports)

        self._work(work, self.tr("Memeriksa rekaman"), self.verified.emit)

    def stop(self) -> None:
        """Asks long work to stop and waits a moment for it."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait(20)

    def _work(self, work: background.Work, what: str, done: Callable[[object], object]) -> None:
        if self._task is not None:
            return
        task = background.run(work, self)
        self._task = task
        task.done.connect(done)
        task.failed.connect(self._failed)
        task.finished.connect(self._finished)
        self.working.emit(task, what)

    def _failed(self, error: BaseException) -> None:
        if not is_cancelled(error):
            self.problem.emit(advice_for(error))
        self.changed.emit()

    def _finished(self) -> None:
        self._task = None
        self.changed.emit()
