"""Where a person is at the signer's window: what has the keys there, and the words for the operator."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from kpu_desk.domain.documents import InkKind
from kpu_desk.language import QT_TRANSLATE_NOOP

_WORDS = {
    "rest_step": QT_TRANSLATE_NOOP("progress", "istirahat"),
    "name_step": QT_TRANSLATE_NOOP("progress", "memastikan nama"),
    "read_step": QT_TRANSLATE_NOOP("progress", "membaca"),
    "run_step": QT_TRANSLATE_NOOP("progress", "memastikan daftar lembar"),
    "decline_step": QT_TRANSLATE_NOOP("progress", "menolak menandatangani"),
    "done_step": QT_TRANSLATE_NOOP("progress", "selesai"),
    "helper_step": QT_TRANSLATE_NOOP("progress", "pernyataan pendamping"),
    "attest_step": QT_TRANSLATE_NOOP("progress", "konfirmasi saksi"),
    "notice_step": QT_TRANSLATE_NOOP("progress", "membaca pemberitahuan data"),
    "paused_step": QT_TRANSLATE_NOOP("progress", "jeda"),
}
_WRITING = {
    InkKind.SIGNATURE: QT_TRANSLATE_NOOP("progress", "menandatangani"),
    InkKind.ATTACHMENT: QT_TRANSLATE_NOOP("progress", "menandatangani lampiran"),
    InkKind.PARAF: QT_TRANSLATE_NOOP("progress", "membubuhkan paraf"),
}
FIRST_ON_STEP: Final = {
    "name_step": "yes_its_me",
    "read_step": "page_view",
    "sign_step": "ink_canvas",
    "decline_step": "decline_reason_0",
    "helper_step": "state_identity",
    "attest_step": "witness_0",
    "notice_step": "notice_text",
    "run_step": "run_list",
}
"""By keyboard alone: what is done first on a step has the keys."""
_WITH_SHEET = ("read_step", "sign_step", "decline_step", "helper_step", "attest_step")


def progress_words(step: str, writing: InkKind, sheet: tuple[str, int, int] | None) -> str:
    """Step and sheet.

    Args:
        step: object name of the step on the screen; ``writing`` what is on the pad.
        sheet: serial, its number from 1 and how many there are; None at rest.
    """
    words = QCoreApplication.translate("progress", _WRITING[writing] if step == "sign_step" else _WORDS[step])
    if sheet is None or step not in _WITH_SHEET:
        return words
    serial, number, count = sheet
    return f"{words} · {serial} · {number}/{count}"
