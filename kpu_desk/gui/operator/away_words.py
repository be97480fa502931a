"""Why somebody is not here, in a word for the desk."""

from __future__ import annotations

from kpu_desk.domain.ceremony_parts import Away
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

_WORDS = {
    Away.UNSAID: QT_TRANSLATE_NOOP("AwayWords", "tanpa keterangan"),
    Away.PERMIT: QT_TRANSLATE_NOOP("AwayWords", "izin"),
    Away.ILL: QT_TRANSLATE_NOOP("AwayWords", "sakit"),
    Away.LEAVE: QT_TRANSLATE_NOOP("AwayWords", "cuti"),
    Away.DUTY: QT_TRANSLATE_NOOP("AwayWords", "dinas luar"),
    Away.LATE: QT_TRANSLATE_NOOP("AwayWords", "terlambat"),
    Away.LEFT: QT_TRANSLATE_NOOP("AwayWords", "meninggalkan acara"),
}


def away_word(what: Away | None) -> str:
    """The word, in the language of the window; empty for somebody who is here."""
    words = None if what is None else _WORDS.get(what)
    return "" if words is None else translate("AwayWords", words)
