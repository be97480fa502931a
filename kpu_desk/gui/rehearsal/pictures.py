"""Pictures of every window at each stage of a rehearsal, each stage once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget


class Pictures:
    """Saves what the windows show as PNG files; without a folder it saves nothing.

    Names are the number of the stage, the stage and the window: ``07-membaca-signer_window.png``.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def take(self, stage: str) -> None:
        """Every window that is to be seen, unless this stage was taken before."""
        if self._folder is None:
            return
        names = sorted(path.name for path in self._folder.glob("*.png"))
        if any(name[3:].rpartition("-")[0] == stage for name in names):
            return
        number = int(names[-1][:2]) + 1 if names else 1
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.width() > 100:
                window.grab().save(str(self._folder / f"{number:02d}-{stage}-{_name(window)}.png"))


def _name(window: QWidget) -> str:
    return window.objectName() or type(window).__name__
