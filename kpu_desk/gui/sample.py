"""The sample workspace at the start: opened where it was made before, else made behind a window that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.journal import Actor
from kpu_desk.gui import background
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.unlock import has_an_office
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk


def open_sample(
    root: Path, show: Callable[[QWidget], object], opened: Callable[[Desk], object], parent: QObject
) -> None:
    """Hands the sample's desk to ``opened``; meanwhile, and where it fails, ``show`` gets a window that says so.

    Args:
        parent: of the work that makes it.
    """
    from kpu_desk.gui.setup.waiting import WaitingWindow

    actor = Actor(translate("sample", "Petugas contoh"), translate("sample", "Petugas"))
    if has_an_office(root):
        from kpu_desk.services.sample import begin_opening_sample

        try:
            desk = begin_opening_sample(root, actor)
        except KnownError as error:
            waiting = WaitingWindow(translate("sample", "Membuka ruang kerja contoh …"))
            show(waiting)
            waiting.fail(advice_for(error).text)
        else:
            opened(desk)
        return

    def work(_progress: background.Progress, _cancelled: background.Cancelled) -> object:
        from kpu_desk.services import sample

        return sample.open_sample(root, actor)

    waiting = WaitingWindow(translate("sample", "Menyiapkan ruang kerja contoh …"))
    show(waiting)
    task = background.run(work, parent)
    task.done.connect(opened)
    task.failed.connect(lambda error: waiting.fail(advice_for(error).text))
