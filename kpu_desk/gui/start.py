"""The program with windows: one application, unlock or set-up, then the desk, the signer's screen and the records."""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.application import Application, end_on_signals
from kpu_desk.gui.errors import Advice, BugHook, advice_for, guarded
from kpu_desk.gui.gladi import Gladi
from kpu_desk.gui.language import keep_language, kept_language, speak_in_windows
from kpu_desk.gui.look import DESK, Look, apply_look, tokens_of
from kpu_desk.gui.unlock import UnlockWindow, has_an_office
from kpu_desk.gui.warming import warm_up
from kpu_desk.language import Language

if TYPE_CHECKING:
    from kpu_desk.domain.documents import Mark
    from kpu_desk.gui.operator.hall_menu import HallMenu
    from kpu_desk.gui.operator.signer_menu import SignerMenu
    from kpu_desk.gui.operator.window import OperatorWindow
    from kpu_desk.gui.secretary.window import RecordsWindow
    from kpu_desk.gui.signer.witness_window import WitnessWindow
    from kpu_desk.services.desk import Desk

_log = logging.getLogger(__name__)

SETTLE_MS = 300
"""How long a first window has to itself before anything else is done behind it."""


def run_desk(root: Path, *, sample: bool, passphrase: str = "", language: str | None = None) -> int:
    """Runs the windows until the last one is closed; gives the exit status.

    Args:
        sample: opens the sample workspace without a passphrase.
        passphrase: is put into the unlock window; name and office are asked for all the same.
        language: of this run; without it the one that was chosen on this computer last.
    """
    application = Application(["kpu-desk"])
    QTimer.singleShot(SETTLE_MS, application, gc.enable)
    application.setApplicationName("KPU Desk")
    # The signer's window is hidden between two calls on a machine with one screen; the desk decides when to end.
    application.setQuitOnLastWindowClosed(False)
    speak_in_windows(kept_language() if language is None else Language(language))
    apply_look(application)
    # Nothing moves by itself: a steady cursor is as easy to find, and calmer.
    application.setCursorFlashTime(0)
    program = Program(application, root)
    program.begin(sample=sample, passphrase=passphrase)
    end_on_signals(application, program.close)
    application.aboutToQuit.connect(program.close)
    return application.exec()


class Program(QObject):
    """Holds the windows and hands the open workspace from one to the next."""

    def __init__(self, application: QApplication, root: Path) -> None:
        super().__init__(application)
        self._application, self._root = application, root
        self._hook = BugHook(self)
        self._hook.install()
        self._hook.found.connect(self._bug)
        self._closed = False
        self.first: QWidget | None = None
        self.desk: Desk | None = None
        self.operator: OperatorWindow | None = None
        self.signer: WitnessWindow | None = None
        self.records: RecordsWindow | None = None
        self.hall: HallMenu | None = None
        self.pen: SignerMenu | None = None
        self._tokens = DESK
        self.gladi = Gladi(lambda: self._free(self.tr("Meja belum dipindah.")), self)
        self.gladi.desk_wanted.connect(self._show_anew)

    def begin(self, *, sample: bool, passphrase: str = "") -> None:
        """Shows the first window."""
        if sample:
            from kpu_desk.gui.sample import open_sample

            open_sample(self._root, self._show_first, self.open_desk, self)
        elif has_an_office(self._root):
            self._show_unlock(passphrase)
        else:
            from kpu_desk.gui.setup.window import SetupWindow

            window = SetupWindow(self._root)
            window.opened.connect(self.open_desk)
            self._show_first(window)

    def _show_unlock(self, passphrase: str) -> None:
        unlock = UnlockWindow(self._root, passphrase)
        unlock.typed.connect(warm_up)
        unlock.opened.connect(self.open_desk)
        unlock.language_wanted.connect(self._unlock_in)
        self._show_first(unlock)

    def _unlock_in(self, language: Language) -> None:
        """The unlock window once more, in another language."""
        before = self.first
        keep_language(language)
        speak_in_windows(language)
        if isinstance(before, UnlockWindow):
            self._show_unlock(before.passphrase.text())
            assert isinstance(self.first, UnlockWindow)
            self.first.take_over(before)
            before.hide()
            before.deleteLater()

    def open_desk(self, desk: Desk) -> None:
        """Shows the desk of an open workspace, and the signer's window where there is a screen for it."""
        self._show_desk(desk)
        if self.first is not None:
            self.first.hide()
            self.first.deleteLater()
            self.first = None
        # Painted first: the database is opened, and SQLAlchemy loaded, while the operator looks.
        QTimer.singleShot(SETTLE_MS, self, self._finish_opening)

    def _show_desk(self, desk: Desk) -> None:
        from kpu_desk.gui.background import window_first
        from kpu_desk.gui.ink_canvas import keep_every_point
        from kpu_desk.gui.operator.calling import Calling
        from kpu_desk.gui.operator.controller import DeskController
        from kpu_desk.gui.operator.hall_menu import HallMenu
        from kpu_desk.gui.operator.screens import Screens
        from kpu_desk.gui.operator.signer_menu import SignerMenu
        from kpu_desk.gui.operator.window import OperatorWindow
        from kpu_desk.gui.signer.witness_window import WitnessWindow

        keep_every_point()
        window_first()
        self.desk = desk
        self._wear(desk.mark)
        self.signer = WitnessWindow(desk.profile.short_name, desk.mark, _logo(desk))
        self.signer.show_rest()
        controller = DeskController(desk, self)
        calling = Calling(controller, self.signer, self)
        self.operator = OperatorWindow(controller, calling)
        self.operator.records_wanted.connect(self.open_records)
        self.operator.files_wanted.connect(self._check_files)
        self.operator.settings_wanted.connect(lambda: self.open_settings(self.operator))
        self.operator.form_texts_wanted.connect(self.open_form_texts)
        self.operator.escrow.wanted.connect(lambda: self.open_settings(self.operator, of_ink=True))
        self.operator.closing.connect(self.close)
        self.operator.language_wanted.connect(self._desk_in)
        screens = Screens(self.operator, self.signer, calling)
        screens.arrange()
        self.operator.before.sees(screens)
        self.pen = SignerMenu(self.operator, screens)
        self.hall = HallMenu(self.operator, screens, _logo(desk))
        self.gladi.serve(self.operator)

    def _wear(self, mark: Mark) -> None:
        """The colour of the workspace's windows, and its mark in every title; the office's own is worn already."""
        tokens = tokens_of(mark)
        if tokens is not self._tokens:
            self._tokens = tokens
            apply_look(self._application, Look(tokens=tokens))
            self._application.setApplicationDisplayName(mark.value)

    def _desk_in(self, language: Language) -> None:
        """All windows of the open workspace once more, in another language; never while somebody signs."""
        desk, operator = self.desk, self.operator
        if desk is None or operator is None:
            return
        if not self._free(self.tr("Bahasa belum diganti.")):
            operator.acts.languages.show_spoken()
            return
        keep_language(language)
        speak_in_windows(language)
        self._show_anew(desk)

    def _free(self, refused: str) -> bool:
        """Whether nothing runs that the windows may not leave; else says what was refused."""
        operator = self.operator
        if operator is None:
            return False
        sealing = self.records is not None and self.records.controller.busy
        if not (operator.calling.running or operator.controller.busy or sealing):
            return True
        words = self.tr("Tunggu sampai pekerjaan yang berjalan selesai, lalu pilih sekali lagi.")
        operator.notices.tell_problem(Advice(refused, words))
        return False

    def _show_anew(self, desk: Desk) -> None:
        """All windows once more, of this workspace: the same one, or a rehearsal and back."""
        before, operator, signer = self.desk, self.operator, self.signer
        if operator is None or signer is None:
            return
        shown = operator.controller.ceremony
        operator.controller.stop()
        self._close_records()
        signer.release()
        if self.hall is not None:
            self.hall.end()
        if self.pen is not None:
            self.pen.end()
        self._show_desk(desk)
        if shown is not None and self.operator is not None and before is desk:
            self.operator.controller.choose(shown.id)
        signer.close()
        # Not closed: closing the desk would close the workspace.
        operator.hide()
        for old in (operator.calling, operator.controller, operator, signer):
            old.deleteLater()
        if before is not None and before not in (desk, self.gladi.office):
            before.close()

    def _finish_opening(self) -> None:
        from kpu_desk.gui import background
        from kpu_desk.gui.operator.interrupted import offer_to_go_on
        from kpu_desk.services.interrupted import Interrupted, who_was_writing

        desk, operator = self.desk, self.operator
        if desk is None or operator is None:
            return

        def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
            desk.finish_opening()
            return who_was_writing(desk)

        def done(found: object) -> None:
            self._show_keeping()
            if isinstance(found, Interrupted) and self.operator is operator:
                offer_to_go_on(operator, found)

        task = background.run(work, self)
        task.failed.connect(lambda error: operator.notices.tell_problem(advice_for(error)))
        task.done.connect(done)
        # What is there now stays; to look through all of it for garbage takes a tenth of a second, also in a stroke.
        task.done.connect(lambda _: gc.freeze())

    def open_records(self) -> None:
        """Shows the records of the ceremony on the desk."""
        from kpu_desk.gui.secretary.controller import RecordsController
        from kpu_desk.gui.secretary.window import RecordsWindow

        operator, desk = self.operator, self.desk
        if operator is None or desk is None or operator.controller.ceremony is None:
            return
        ceremony_id = operator.controller.ceremony.id
        if self.records is not None and self.records.controller.ceremony.id == ceremony_id:
            self.records.refresh()
            self.records.show()
            self.records.activateWindow()
            return
        self._close_records()
        controller = RecordsController(desk, ceremony_id, self)
        self.records = RecordsWindow(controller)
        # Sealing here changes what the desk shows, and the other way round.
        controller.sealed.connect(lambda: operator.controller.took(desk.ceremony(ceremony_id)))
        operator.controller.sealed.connect(self.records.refresh)
        self.records.settings_wanted.connect(lambda: self.open_settings(self.records))
        self.records.form_texts_wanted.connect(self.open_form_texts)
        self.records.escrow.wanted.connect(lambda: self.open_settings(self.records, of_ink=True))
        self._show_keeping()
        self.records.show()

    def open_settings(self, window: OperatorWindow | RecordsWindow | None, *, of_ink: bool = False) -> None:
        """Shows the office's settings over a window of the open workspace; ``of_ink`` at the page of ink."""
        from kpu_desk.gui.setup.settings_form import SettingsForm

        if self.desk is not None and window is not None:
            form = SettingsForm(self.desk, window)
            form.changed.connect(self._settings_changed)
            form.changed.connect(lambda: window.notices.tell_good(self.tr("Pengaturan kantor disimpan.")))
            form.ink.kept_changed.connect(self._show_keeping)
            form.finished.connect(form.deleteLater)
            if of_ink:
                form.show_ink()
            form.open()

    def _show_keeping(self) -> None:
        """Lets the windows say how ink is kept; not where nothing can become a real record."""
        from kpu_desk.domain.documents import Mark
        from kpu_desk.services import ink_keeping

        if self.desk is None or self.desk.mark is not Mark.NONE:
            return
        kept = ink_keeping.kept_ink(self.desk)
        for window in (self.operator, self.records):
            if window is not None:
                window.escrow.show_kept(kept)

    def open_form_texts(self) -> None:
        """Shows the texts of the documents beside the desk."""
        from kpu_desk.gui.secretary.form_texts import open_form_texts

        if self.operator is not None and self.desk is not None:
            open_form_texts(self.desk, self.operator)

    def _settings_changed(self) -> None:
        """Brings the windows that are open up to date."""
        from kpu_desk.gui.secretary.form_texts import FormTextsWindow

        desk, operator = self.desk, self.operator
        if desk is None or operator is None:
            return
        operator.header.show_zone(desk.profile.zone)
        operator.rundown.bar.show_zone(desk.profile.zone)
        if self.signer is not None:
            self.signer.show_office(desk.profile.short_name, _logo(desk))
        if self.records is not None:
            self.records.refresh()
        for window in operator.findChildren(FormTextsWindow):
            window.reload()

    def _show_first(self, window: QWidget) -> None:
        self.first = window
        # With the application living on without windows, the first one has to end it when it is closed.
        self._application.lastWindowClosed.connect(self._last_closed)
        window.show()
        window.activateWindow()

    def _last_closed(self) -> None:
        if self.operator is None:
            self._application.quit()

    def _check_files(self) -> None:
        from kpu_desk.gui.secretary.verify_files import open_verify_window

        desk, operator = self.desk, self.operator
        if operator is not None and desk is not None:
            guarded(
                lambda: open_verify_window((desk.certificate_pem,), desk.profile.zone, operator), operator.tell_problem
            )

    def _bug(self, advice: Advice) -> None:
        if self.operator is not None:
            self.operator.notices.tell_problem(advice)

    def _close_records(self) -> None:
        if self.records is not None:
            self.records.controller.stop()
            self.records.close()
            self.records.deleteLater()
            self.records = None

    def close(self) -> None:
        """Stops long work, gives the workspace free and ends the program; a second call does nothing."""
        # Quitting closes every window that is still open, and closing the desk comes back here.
        if self._closed:
            return
        self._closed = True
        self._close_records()
        if self.operator is not None:
            self.operator.calling.recall()
            self.operator.controller.stop()
        if self.hall is not None:
            self.hall.end()
        if self.pen is not None:
            self.pen.end()
        if self.signer is not None:
            self.signer.release()
            self.signer.close()
        desk, self.desk = self.desk, None
        try:
            for opened in (desk, self.gladi.office):
                if opened is not None:
                    opened.close()
        except KnownError as error:
            # On a full disk the journal cannot note the closing; the program ends all the same.
            _log.warning("the workspace was closed without a last entry: %s", error.code)
        finally:
            self._application.quit()


def _logo(desk: Desk) -> QPixmap | None:
    data = desk.logo
    picture = QPixmap()
    return picture if data is not None and picture.loadFromData(data) else None
