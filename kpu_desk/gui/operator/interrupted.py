"""After a crash or a power cut: who was at the signer's window then, and the button that calls the person again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.services.interrupted import Interrupted


def offer_to_go_on(window: OperatorWindow, found: Interrupted) -> None:
    """Tells in the strip who was writing when the program ended; the operator brings the window back.

    The person confirms the name again: somebody else may stand there by now.
    """
    controller, ceremony, official = window.controller, found.ceremony, found.official

    def call() -> None:
        controller.choose(ceremony.id)
        window.people.select(official.id)
        window.calling.call(official.id)

    words = QCoreApplication.translate(
        "interrupted", "{name} sedang menandatangani ketika program terhenti; goresannya tersimpan."
    )
    window.notices.tell_good(
        words.format(name=official.name), QCoreApplication.translate("interrupted", "Panggil lagi"), call
    )
