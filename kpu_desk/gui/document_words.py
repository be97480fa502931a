"""Words of the documents as windows show them: on paper and in the evidence they stay Indonesian."""

from __future__ import annotations

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, InkKind, Sheet
from kpu_desk.domain.identification import INVITATION, WAYS
from kpu_desk.language import QT_TRANSLATE_NOOP, Language, translate

SHOWN = (
    QT_TRANSLATE_NOOP("documents", "Perjanjian Kinerja"),
    QT_TRANSLATE_NOOP("documents", "Pakta Integritas"),
    QT_TRANSLATE_NOOP("documents", "Pernyataan Bebas Benturan Kepentingan"),
    QT_TRANSLATE_NOOP("documents", "Daftar Hadir"),
    QT_TRANSLATE_NOOP("documents", "Berita Acara"),
    QT_TRANSLATE_NOOP("documents", "Dokumen Kantor"),
    QT_TRANSLATE_NOOP("documents", "Deklarasi Konflik Kepentingan"),
    QT_TRANSLATE_NOOP("documents", "Tanda tangan"),
    QT_TRANSLATE_NOOP("documents", "Tanda tangan lampiran"),
    QT_TRANSLATE_NOOP("documents", "Paraf"),
    QT_TRANSLATE_NOOP("documents", "dikenal petugas"),
    QT_TRANSLATE_NOOP("documents", "kartu pegawai"),
    QT_TRANSLATE_NOOP("documents", "KTP"),
    QT_TRANSLATE_NOOP("documents", "kode undangan"),
    QT_TRANSLATE_NOOP("documents", "Pihak Pertama"),
    QT_TRANSLATE_NOOP("documents", "Pihak Kedua"),
    QT_TRANSLATE_NOOP("documents", "pembuat pernyataan"),
    QT_TRANSLATE_NOOP("documents", "pembuat deklarasi"),
    QT_TRANSLATE_NOOP("documents", "yang hadir"),
    QT_TRANSLATE_NOOP("documents", "penanda tangan"),
    QT_TRANSLATE_NOOP("documents", "penutup daftar"),
    QT_TRANSLATE_NOOP("documents", "saksi"),
    QT_TRANSLATE_NOOP("documents", "penerima"),
    QT_TRANSLATE_NOOP("documents", "saksi bagi {name}"),
    QT_TRANSLATE_NOOP("documents", "penerima dari {name}"),
)
"""What the rules call kinds, inks, roles and ways of knowing a person; a test holds it against them."""

NAMES = (*(kind.full_name for kind in DocumentKind), *(kind.words for kind in InkKind), *WAYS, INVITATION)
"""Those of them that the rules hand over as they are."""


_WITH_A_NAME = tuple(words for words in SHOWN if words.endswith(" {name}"))


def sheet_words(ceremony: Ceremony, sheet: Sheet) -> str:
    """What a sheet's document is called: an office's own one by its name, so that several can be told apart."""
    own = next((one.pattern.name for one in ceremony.documents if one.id == sheet.form_id), "")
    return own or document_words(sheet.kind.full_name)


def document_words(words: str, language: Language | None = None) -> str:
    """A name or role with its English beside it or in its place; what is not known, as an office's own title, as is."""
    for pattern in _WITH_A_NAME:
        before = pattern.removesuffix("{name}")
        if words.startswith(before):
            return translate("documents", pattern, language=language).format(name=words.removeprefix(before))
    return translate("documents", words, language=language)
