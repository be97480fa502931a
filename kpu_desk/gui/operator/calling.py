"""Between the desk and the signer's window: who is called, what was captured, what was saved."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kpu_desk.domain.assisting import Help
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.notice import Notice
from kpu_desk.domain.pad import PadChange
from kpu_desk.domain.receipt import Listed
from kpu_desk.domain.showing import Captured, Sitting
from kpu_desk.gui import background
from kpu_desk.gui.errors import Advice, advice_for, guarded
from kpu_desk.gui.operator.controller import DeskController

if TYPE_CHECKING:
    from kpu_desk.gui.signer.pads import Pads
    from kpu_desk.gui.signer.witness_window import WitnessWindow
    from kpu_desk.services.signing import Prepared

_log = logging.getLogger(__name__)


class Calling(QObject):
    """Puts one person before the signer's window and saves what comes back.

    Signals:
        changed(): somebody was called, moved on, or left.
        called(official_id), left(official_id): a sitting began or ended.
        problem(advice): the call was refused.
        measured(truth): what the device delivered with a signature that was accepted.
        screen_back(): the signer's window is on its screen again.
    """

    changed = Signal()
    called = Signal(str)
    left = Signal(str)
    problem = Signal(object)
    screen_back = Signal()
    measured = Signal(object)

    _trouble = Signal(object)

    def __init__(self, controller: DeskController, signer: WitnessWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._signer = signer
        self._sitting: Sitting | None = None
        self._ceremony_id = ""
        self._words = self._barred = ""
        signer.captured.connect(self._captured)
        signer.declined.connect(self._declined)
        signer.not_me.connect(self._not_me)
        signer.kept.connect(self._kept)
        signer.run_confirmed.connect(self._run_confirmed)
        signer.notice_opened.connect(self._notice_opened)
        signer.progress.connect(self._progress)
        signer.screen_lost.connect(self._screen_lost)
        signer.screen_back.connect(self.screen_back)
        # Told on the writer's thread.
        self._trouble.connect(self._writer_waits, Qt.ConnectionType.QueuedConnection)
        signer.sitting_finished.connect(self._finished)

    @property
    def running(self) -> bool:
        """Whether somebody is at the signer's window."""
        return self._sitting is not None

    @property
    def official_id(self) -> str:
        """Who is at the signer's window; empty at rest."""
        return self._sitting.official_id if self._sitting is not None else ""

    @property
    def words(self) -> str:
        """What is on the signer's screen now; empty at rest."""
        return self._words

    @property
    def pads(self) -> Pads:
        """The pads of the signer's window, to look at."""
        return self._signer.pads

    def call(self, official_id: str, helping: Help | None = None) -> bool:
        """Shows a person all sheets that the person can sign now; refused while another is at the window.

        ``helping`` says how and by whom the person is helped.
        """
        ceremony = self._controller.ceremony
        if ceremony is None or not official_id:
            return False
        if self._barred:
            self.problem.emit(Advice(self.tr("Belum dapat memanggil."), self._barred))
            return False
        if self._sitting is not None:
            words = self.tr("{name} masih di layar penanda tangan.").format(name=self._sitting.name)
            self.problem.emit(Advice(words, self.tr("Tunggu sampai selesai, atau tarik kembali.")))
            return False
        from kpu_desk.services import notices, signing

        try:
            shown = notices.notices_for(self._controller.desk)
            sitting = signing.sitting_for(self._controller.desk, ceremony.id, official_id, helping)
            signing.tell_trouble(self._controller.desk, self._trouble.emit)
        except KnownError as error:
            self.problem.emit(advice_for(error))
            return False
        self._sitting, self._ceremony_id = sitting, ceremony.id
        self._signer.begin(sitting, shown)
        self._controller.order = self._controller.order.after_call(official_id)
        self.called.emit(official_id)
        self.changed.emit()
        return True

    def bar(self, why: str) -> None:
        """Nobody can be called while something else is on the signer's screen; an empty reason ends that."""
        self._barred = why

    @property
    def paused(self) -> bool:
        """Whether the sitting waits for the operator."""
        return self._signer.paused

    def pause(self, paused: bool) -> None:
        """Blanks the signer's window with a sentence, or goes on where it was."""
        if paused:
            self._signer.pause()
        else:
            self._signer.resume()

    @property
    def suspended(self) -> bool:
        """Whether the ceremony is paused, and with it whoever is at the window."""
        return self._signer.suspended

    def suspend(self, suspended: bool) -> None:
        """Holds the signer's window while the ceremony is paused; it says so there, never why."""
        if suspended != self._signer.suspended:
            self._signer.suspend(suspended)
            self.changed.emit()

    def recall(self) -> None:
        """Ends the sitting from the desk; what was saved stays, what was not is thrown away."""
        if self._sitting is not None:
            self._signer.recall()
            self._end()

    def _run_confirmed(self, listed: tuple[Listed, ...]) -> None:
        from kpu_desk.services import signing

        desk, ceremony_id, official_id = self._controller.desk, self._ceremony_id, self.official_id
        if not guarded(lambda: signing.confirm_run(desk, ceremony_id, official_id, listed), self.problem.emit):
            self.recall()

    def _kept(self, change: PadChange) -> None:
        from kpu_desk.services import signing

        signing.keep(self._controller.desk, self._ceremony_id, change)

    def _writer_waits(self, error: KnownError | None) -> None:
        """The ink stays on the screen; it is written as soon as the disk takes it, and accepting waits for that."""
        self._signer.warn(error)

    def _captured(self, captured: Captured) -> None:
        """What takes long is worked out on a thread; the pad waits, and the desk stays free meanwhile."""
        from kpu_desk.services import signing

        desk, ceremony_id, sitting = self._controller.desk, self._ceremony_id, self._sitting
        task = background.run(lambda _progress, _cancelled: signing.prepare(desk, ceremony_id, captured), self)
        task.setObjectName("preparing")
        task.done.connect(lambda prepared: self._save(sitting, prepared))
        task.failed.connect(lambda error: self._refuse(sitting, error))

    def _save(self, sitting: Sitting | None, prepared: Prepared) -> None:
        if sitting is None or self._sitting is not sitting:
            # Taken back meanwhile: nothing was saved, and nothing is.
            return
        from kpu_desk.services import signing

        try:
            ceremony = signing.accept(self._controller.desk, self._ceremony_id, prepared)
        except Exception as error:  # whatever it is, the person is told; a bug is raised again there
            self._refuse(sitting, error)
            return
        self._signer.accept()
        self._controller.took(ceremony)
        self.measured.emit(prepared.written[0].device.truth)

    def _refuse(self, sitting: Sitting | None, error: Exception) -> None:
        if self._sitting is sitting and isinstance(error, KnownError):
            _log.warning("a signature was refused: %s", error.code)
            self._signer.refuse(error)
            return
        # A bug must not leave a person before a window that waits for ever.
        if self._sitting is sitting:
            self._signer.refuse(KnownError("SIGNATURE_NOT_SAVED"))
        if not isinstance(error, KnownError):
            raise error

    def _declined(self, official_id: str, sheet_id: str, reason: str) -> None:
        from kpu_desk.services import signing

        try:
            ceremony = signing.decline(self._controller.desk, self._ceremony_id, official_id, sheet_id, reason)
        except KnownError as error:
            # Nobody is told "Dicatat" of what was not.
            self.problem.emit(advice_for(error))
            self.recall()
            return
        self._controller.took(ceremony)
        name = ceremony.named(official_id)
        serial = ceremony.sheet(sheet_id).serial
        words = self.tr("{name} tidak menandatangani {serial}.").format(name=name, serial=serial)
        self.problem.emit(Advice(words, self.tr("Alasannya tercatat; lembar itu dapat ditandatangani nanti.")))

    def _notice_opened(self, notice: Notice) -> None:
        from kpu_desk.services import notices

        desk, ceremony_id, official_id = self._controller.desk, self._ceremony_id, self.official_id
        guarded(lambda: notices.note_shown(desk, ceremony_id, official_id, notice), self.problem.emit)

    def _not_me(self, _official_id: str) -> None:
        if self._sitting is None:
            return
        words = self.tr("Yang di layar bukan {name}.").format(name=self._sitting.name)
        self.problem.emit(Advice(words, self.tr("Periksa siapa yang berdiri di sana, lalu panggil lagi.")))
        self._end()

    def _progress(self, words: str) -> None:
        self._words = f"{self._sitting.name}\n{words}" if self._sitting is not None else words
        self.changed.emit()

    def _screen_lost(self, mirrored: bool) -> None:
        if mirrored:
            words = self.tr("Layar penanda tangan menampilkan gambar yang sama dengan layar lain.")
            todo = self.tr("Isinya disembunyikan. Atur layar agar masing-masing berdiri sendiri.")
        else:
            words = self.tr("Layar penanda tangan terlepas.")
            todo = self.tr("Pasang kembali kabelnya; isinya tidak pindah ke layar lain.")
        if self.running:
            todo += " " + self.tr("Penandatanganan menunggu dan dilanjutkan sendiri.")
        self.problem.emit(Advice(words, todo))

    def _finished(self, _official_id: str) -> None:
        self._end()

    def _end(self) -> None:
        sitting, self._sitting, self._words = self._sitting, None, ""
        if sitting is None:
            return
        for sheet in sitting.sheets:
            sheet.pages.close()
        self.left.emit(sitting.official_id)
        self.changed.emit()
