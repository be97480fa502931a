"""Working papers that are no records: kept in a folder of their own, or shown to a printer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.showing import PageSource, Printout
from kpu_desk.workspace import storage_error, write_file_safely


def save_printouts(printouts: Sequence[Printout], folder: Path) -> None:
    """Writes each as a PDF into a new folder; one alone becomes the file ``folder`` with ``.pdf``.

    Raises:
        StorageError: FILE_EXISTS with ``path`` (nothing is written over), DISK_FULL, NO_RIGHTS, FILE_MISSING …
    """
    if len(printouts) == 1:
        alone = folder.with_name(f"{folder.name}.pdf")
        if alone.exists():
            raise StorageError("FILE_EXISTS", path=str(alone))
        write_file_safely(alone, printouts[0].pdf, 0o644)
        return
    try:
        folder.mkdir()
    except FileExistsError as error:
        raise StorageError("FILE_EXISTS", path=str(folder)) from error
    except OSError as error:
        raise storage_error(error, folder) from error
    for printout in printouts:
        write_file_safely(folder / f"{printout.name}.pdf", printout.pdf, 0o644)


def pages_of(printout: Printout) -> PageSource:
    """Its pages for a printer; the caller closes them."""
    from kpu_desk.pdf.render import PageRenderer

    return PageRenderer(printout.pdf)
