"""Words about an office's own document: kinds of places, whose they are, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import Finding, Place
from kpu_desk.gui.error_texts_own import OWN_PDF_NOTES
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

_KINDS = {
    "signature": QT_TRANSLATE_NOOP("own", "Tanda tangan"),
    "paraf": QT_TRANSLATE_NOOP("own", "Paraf"),
    "name": QT_TRANSLATE_NOOP("own", "Nama"),
    "office": QT_TRANSLATE_NOOP("own", "Jabatan"),
    "nip": QT_TRANSLATE_NOOP("own", "NIP"),
    "date": QT_TRANSLATE_NOOP("own", "Tanggal"),
    "number": QT_TRANSLATE_NOOP("own", "Nomor"),
    "meterai": QT_TRANSLATE_NOOP("own", "Meterai"),
    "stamp": QT_TRANSLATE_NOOP("own", "Cap"),
    "qr": QT_TRANSLATE_NOOP("own", "Kode QR"),
}
_ROLES = {
    "pembuat": QT_TRANSLATE_NOOP("own", "yang bersangkutan"),
    "saksi": QT_TRANSLATE_NOOP("own", "saksinya"),
    "pihak_pertama": QT_TRANSLATE_NOOP("own", "Sekretaris (Pihak Pertama)"),
    "pihak_kedua": QT_TRANSLATE_NOOP("own", "Ketua (Pihak Kedua)"),
    "penanda_tangan": QT_TRANSLATE_NOOP("own", "penanda tangan"),
}
_FINDINGS = {
    "PLACE_NO_PAGE": QT_TRANSLATE_NOOP("own", "{place}: halamannya tidak ada."),
    "PLACE_OFF_PAGE": QT_TRANSLATE_NOOP("own", "{place}: keluar dari halaman."),
    "PLACE_TOO_SMALL": QT_TRANSLATE_NOOP("own", "{place}: terlalu kecil."),
    "PLACE_ROLE": QT_TRANSLATE_NOOP("own", "{place}: pilih milik siapa; peran ini tidak ada pada dokumen seperti ini."),
    "PLACE_TWICE": QT_TRANSLATE_NOOP("own", "{place}: sudah ada; hapus salah satunya."),
    "PLACES_MEET": QT_TRANSLATE_NOOP("own", "{place} menimpa {other}."),
    "PLACE_WITHOUT_SIGNATURE": QT_TRANSLATE_NOOP("own", "{place}: orang ini belum punya tempat tanda tangan."),
    "PLACES_NO_SIGNATURE": QT_TRANSLATE_NOOP("own", "Gambarlah tempat tanda tangan."),
    "PLACES_TOO_MANY": QT_TRANSLATE_NOOP("own", "Tempatnya terlalu banyak."),
    "PLACE_OVER_TEXT": QT_TRANSLATE_NOOP("own", "{place} menimpa tulisan “{text}”. Memang di sana?"),
    "PLACE_OVER_PICTURE": QT_TRANSLATE_NOOP(
        "own", "{place} menimpa sesuatu pada gambar halaman (hasil pindai). Memang di sana?"
    ),
    "PLACE_NO_CODE": QT_TRANSLATE_NOOP(
        "own",
        "Halaman {text} tidak punya sudut kosong untuk kode QR; tanpa kode, cetakannya tidak dapat diperiksa. Biarkan?",
    ),
}
_LONGEST = 60
"""Letters of the text beneath a place that are quoted."""


def kind_names() -> Mapping[str, str]:
    """What each kind of place is called, in the order in which they are offered."""
    return {key: translate("own", words) for key, words in _KINDS.items()}


def role_names() -> Mapping[str, str]:
    """Whose a place can be."""
    return {key: translate("own", words) for key, words in _ROLES.items()}


def finding_sentence(found: Finding, places: Sequence[Place]) -> str:
    """What is wrong with a place, in one sentence."""
    kinds, roles = kind_names(), role_names()

    def words(number: int | None) -> str:
        if number is None:
            return ""
        place = places[number]
        page = translate("own", "hlm. {page}").format(page=place.page + 1)
        kind = kinds[place.kind.value]
        if place.role is None:
            return f"{kind} ({page})"
        turn = f" {place.turn}" if place.slot.endswith(f"-{place.turn}") else ""
        whose = translate("own", "{kind} {whose}").format(kind=kind, whose=f"{roles[place.role.value]}{turn}")
        return f"{whose} ({page})"

    sentence = translate("own", _FINDINGS[found.code])
    text = found.text if len(found.text) <= _LONGEST else f"{found.text[:_LONGEST].rstrip()} …"
    return sentence.format(place=words(found.place), other=words(found.other), text=text)


def note_sentences(own: OwnPdf) -> tuple[str, ...]:
    """What was cleaned, and whether the record can be archived as PDF/A."""
    said = [translate("own", OWN_PDF_NOTES[note.code]).format(**dict(note.facts)) for note in own.notes]
    if own.archivable:
        said.append(translate("own", "Rekamannya dapat diarsipkan sebagai PDF/A-3b."))
    else:
        why = "; ".join(
            translate("own", OWN_PDF_NOTES[one.code]).format(**dict(one.facts)) for one in own.not_archivable
        )
        said.append(translate("own", "Rekamannya PDF biasa, bukan PDF/A: {why}.").format(why=why))
    return tuple(said)
