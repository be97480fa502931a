"""What stands in the record in Indonesian, with its English beside it for whoever reads the window in English."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.parts import wrapped
from kpu_desk.gui.spoken import Spoken
from kpu_desk.language import QT_TRANSLATE_NOOP, Language, spoken, translate

SENTENCES = (
    QT_TRANSLATE_NOOP(
        "gloss", "Saya telah membaca dan memahami {document} ini, menyetujui isinya, dan menandatanganinya sendiri."
    ),
    QT_TRANSLATE_NOOP(
        "gloss",
        "Saya telah membaca dan memahami {document} ini, menyetujui isinya, "
        "dan menandatangani serta memarafnya sendiri.",
    ),
    QT_TRANSLATE_NOOP("gloss", "Saya telah memeriksa {document} ini dan menutupnya dengan tanda tangan saya sendiri."),
    QT_TRANSLATE_NOOP("gloss", "Saya hadir pada acara {occasion} dan menandatangani {document} ini sendiri."),
    QT_TRANSLATE_NOOP(
        "gloss", "Saya hadir pada acara {occasion} dan menandatangani serta memaraf {document} ini sendiri."
    ),
    QT_TRANSLATE_NOOP("gloss", "Saya menerima {document} ini dari {name}, dan saya telah membaca isinya."),
    QT_TRANSLATE_NOOP(
        "gloss", "Saya menyaksikan bahwa {name} menandatangani {document} ini, dan saya telah membaca isinya."
    ),
    QT_TRANSLATE_NOOP(
        "gloss", "{document} ini telah dibacakan dan dijelaskan kepada saya; saya menerimanya dari {name} dan {mark}."
    ),
    QT_TRANSLATE_NOOP(
        "gloss",
        "{document} ini telah dibacakan dan dijelaskan kepada saya; "
        "saya menyaksikan bahwa {name} menandatanganinya, dan {mark}.",
    ),
    QT_TRANSLATE_NOOP(
        "gloss",
        "Saya hadir pada acara {occasion}; {document} ini telah dibacakan dan dijelaskan kepada saya, dan saya {mark}.",
    ),
    QT_TRANSLATE_NOOP(
        "gloss",
        "{document} ini telah dibacakan dan dijelaskan kepada saya; saya memahaminya, menyetujui isinya, dan {mark}.",
    ),
    QT_TRANSLATE_NOOP("gloss", "Orang ini adalah {name}; hal itu telah saya pastikan."),
    QT_TRANSLATE_NOOP("gloss", "Seluruh isi {document} ini telah saya bacakan dengan suara yang jelas."),
    QT_TRANSLATE_NOOP("gloss", "Isinya telah saya jelaskan kepadanya, dan ia menyatakan memahaminya."),
    QT_TRANSLATE_NOOP("gloss", "{name} menandatangani {document} ini sendiri, di hadapan saya dan kedua saksi."),
    QT_TRANSLATE_NOOP(
        "gloss", "{name} membubuhkan tandanya pada {document} ini sendiri, di hadapan saya dan kedua saksi."
    ),
    QT_TRANSLATE_NOOP(
        "gloss",
        "{name} membubuhkan cap jempolnya sendiri pada lembar kertas {serial}, di hadapan saya dan kedua saksi.",
    ),
)
"""How the rules word what a signer confirms and a helper states (domain/content.py, domain/assisting.py)."""

MARKS = (
    QT_TRANSLATE_NOOP("gloss", "menandatanganinya sendiri"),
    QT_TRANSLATE_NOOP("gloss", "membubuhkan tanda saya sendiri"),
    QT_TRANSLATE_NOOP("gloss", "membubuhkan cap jempol saya sendiri"),
)
"""What ``{mark}`` is."""

_SENTENCE_COUNTS = QT_TRANSLATE_NOOP("gloss", "Teks Indonesia yang berlaku.")
_SHEET_COUNTS = QT_TRANSLATE_NOOP("gloss", "Teks Indonesia yang berlaku, juga pada lembarnya.")


def gloss(sentence: str, language: Language) -> str:
    """The sentence in this language; empty where that is Indonesian, or the sentence is none of `SENTENCES`."""
    if language is Language.INDONESIAN:
        return ""
    for pattern, wanted in _patterns():
        found = wanted.fullmatch(sentence)
        if found is None:
            continue
        fields = found.groupdict()
        if "document" in fields:
            fields["document"] = document_words(fields["document"], language)
        if "mark" in fields:
            fields["mark"] = translate("gloss", fields["mark"], language=language)
        return translate("gloss", pattern, language=language).format(**fields)
    return ""


def which_counts(language: Language, *, with_sheet: bool = False) -> str:
    """What a person has to know who reads English beside Indonesian; empty where there is nothing beside it."""
    if language is Language.INDONESIAN:
        return ""
    return translate("gloss", _SHEET_COUNTS if with_sheet else _SENTENCE_COUNTS, language=language)


@lru_cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The narrow ones first: who marks a sheet with a name of his own must not be read as another sentence."""
    made = []
    for pattern in SENTENCES:
        wanted = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(pattern))
        made.append((pattern, re.compile(wanted.replace("(?P<mark>.+)", f"(?P<mark>{'|'.join(MARKS)})"), re.DOTALL)))
    return tuple(made)


class Statement(Spoken, QWidget):
    """A sentence that goes into the record as it stands here, and under it what it means and which counts.

    Args:
        with_sheet: the sheet itself, in the office's own words, is before the person too.
    """

    def __init__(self, role: str, name: str, *, with_sheet: bool = False) -> None:
        super().__init__()
        self._with_sheet = with_sheet
        self._sentence = wrapped(role)
        self._sentence.setObjectName(name)
        self._meaning = wrapped("body_large")
        self._meaning.setObjectName(f"{name}_gloss")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BASE // 2)
        layout.addWidget(self._sentence)
        layout.addWidget(self._meaning)
        self.say_words()

    def show_sentence(self, sentence: str) -> None:
        """The sentence in Indonesian, as the record has it."""
        self._sentence.setText(sentence)
        self.say_words()

    def say_words(self) -> None:
        language = self.language or spoken()
        said = (gloss(self._sentence.text(), language), which_counts(language, with_sheet=self._with_sheet))
        self._meaning.setText(" ".join(filter(None, said)))
        self._meaning.setVisible(any(said))
