"""The signer's window alone, with a sitting of two sheets; ends by itself when the sitting does, and tells how."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kpu_desk.domain.documents import Mark
from kpu_desk.gui.look import apply_look
from kpu_desk.gui.signer.window import SignerWindow
from tests.gui.signer_walk import long_sitting, shipped_notices


def main() -> int:
    application = QApplication(["kpu-desk"])
    application.setApplicationName("KPU Desk")
    apply_look(application)
    window = SignerWindow("KPU Provinsi Nusa Raya", Mark.GLADI)
    window.declined.connect(lambda _official, sheet, reason: print(sheet, reason, flush=True))
    window.sitting_finished.connect(lambda _official: QTimer.singleShot(0, lambda: application.exit(0)))
    window.resize(1366, 768)
    window.show()
    window.begin(long_sitting(), shipped_notices())
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
