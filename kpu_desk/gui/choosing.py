"""The system's own dialogs for a file, a folder or a printer; each over its window only, and none stops the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kpu_desk.gui.forms import opened

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def choose_file(
    parent: QWidget | None, title: str, filters: Sequence[str], chosen: Callable[[Path], object]
) -> QFileDialog:
    """Asks for one file that is there; ``filters`` as Qt writes them, ``PDF (*.pdf)``."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return opened(dialog)


def choose_folder(parent: QWidget | None, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Asks for a folder."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    return opened(dialog)


def choose_printer(parent: QWidget, chosen: Callable[[QPrinter], object]) -> None:
    """Asks for a printer."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.finished.connect(dialog.deleteLater)
    # QPrintDialog hides the plain open() behind one with a receiver.
    QDialog.open(dialog)
