"""The pen test's result on paper."""

from __future__ import annotations

from pathlib import Path

from kpu_desk.domain.pen_trial import TrialResult
from kpu_desk.workspace import write_file_safely


def result_pdf(result: TrialResult) -> bytes:
    """The result as a page to be printed."""
    from kpu_desk.pdf.pen_trial import trial_page

    return trial_page(result)


def save_result(result: TrialResult, path: Path) -> None:
    """Writes that page.

    Raises:
        StorageError: DISK_FULL, NO_RIGHTS, FILE_MISSING or FILE_FAILED.
    """
    write_file_safely(path, result_pdf(result), 0o644)
