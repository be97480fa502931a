"""What people read about who is absent, who goes and comes back, and who signs later; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

PEOPLE_TEXTS: dict[str, Pair] = {
    "KPU-ABSENT-NOT-HERE": (
        QT_TRANSLATE_NOOP("errors", "{name} sudah tercatat hadir."),
        QT_TRANSLATE_NOOP("errors", "Batalkan kehadirannya bila keliru, atau catat bahwa ia meninggalkan acara."),
    ),
    "KPU-LEFT-REASON": (
        QT_TRANSLATE_NOOP("errors", "Alasannya belum ditulis."),
        QT_TRANSLATE_NOOP("errors", "Tulis dengan singkat mengapa ia meninggalkan acara; hanya meja yang melihatnya."),
    ),
}
