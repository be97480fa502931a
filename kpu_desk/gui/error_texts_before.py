"""What people read before the day: invitations, readiness, rehearsal and earlier ceremonies; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

BEFORE_TEXTS: dict[str, Pair] = {
    "CERTIFICATE_MISSING": (
        QT_TRANSLATE_NOOP("errors", "Sertifikat kantor tidak ada; rekaman tidak dapat diperiksa."),
        QT_TRANSLATE_NOOP("errors", "Pulihkan office-certificate.pem dari cadangan."),
    ),
    "CERTIFICATE_FOREIGN": (
        QT_TRANSLATE_NOOP("errors", "Sertifikat di ruang kerja ini bukan milik kunci segel kantor."),
        QT_TRANSLATE_NOOP("errors", "Pulihkan office-certificate.pem dari cadangan; jangan memakai berkas dari gladi."),
    ),
    "OTHER_MARK": (
        QT_TRANSLATE_NOOP(
            "errors", "Ruang kerja ini bertanda {workspace}, sertifikat atau kunci segelnya bertanda {certificate}."
        ),
        QT_TRANSLATE_NOOP(
            "errors", "Berkas gladi dan berkas kantor tercampur; yang dari gladi tidak pernah berlaku. Pakai cadangan."
        ),
    ),
    "SEAL_KEY_FOREIGN": (
        QT_TRANSLATE_NOOP("errors", "Kunci segel di ruang kerja ini bukan kunci yang dibuat untuknya."),
        QT_TRANSLATE_NOOP("errors", "Pulihkan seal-key.pem dari cadangan; tidak ada yang disegel dengan kunci lain."),
    ),
    "KEYS_FOREIGN": (
        QT_TRANSLATE_NOOP("errors", "Kunci dan basis data di folder ini berasal dari dua ruang kerja."),
        QT_TRANSLATE_NOOP("errors", "Pulihkan keys.json dan desk.db dari cadangan yang sama."),
    ),
    "KPU-SHEET-MARK": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} dibekukan di ruang kerja dengan tanda lain (gladi atau contoh)."),
        QT_TRANSLATE_NOOP("errors", "Lembar itu tidak dapat menjadi rekaman di sini."),
    ),
    "WRONG_PATTERN": (
        QT_TRANSLATE_NOOP("errors", "Berkas pola {file} keliru pada isian {field}."),
        QT_TRANSLATE_NOOP("errors", "Betulkan berkas di folder pola ruang kerja, lalu buka jendela ini lagi."),
    ),
    "PATTERN_FOLDER": (
        QT_TRANSLATE_NOOP("errors", "Folder {path} bukan ruang kerja KPU Desk dan tidak memuat rekaman."),
        QT_TRANSLATE_NOOP("errors", "Pilih folder ruang kerja tahun lalu, atau folder rekaman yang pernah disimpan."),
    ),
    "NO_RECORDS": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada rekaman KPU Desk yang utuh di folder ini."),
        QT_TRANSLATE_NOOP("errors", "Pilih folder rekaman tahun lalu; periksa dengan Rekaman → Periksa berkas."),
    ),
    "KPU-PATTERN-MARK": (
        QT_TRANSLATE_NOOP("errors", "Upacara itu bertanda {mark}; orangnya tidak dibawa ke upacara sungguhan."),
        QT_TRANSLATE_NOOP("errors", "Pilih ruang kerja atau rekaman upacara yang sungguhan."),
    ),
    "KPU-READY": (
        QT_TRANSLATE_NOOP("errors", "Pemeriksaan kesiapan masih merah pada {count} hal."),
        QT_TRANSLATE_NOOP("errors", "Bereskan dahulu, atau tulis alasan mengapa upacara tetap dibuka."),
    ),
    "KPU-INVITATION-FORM": (
        QT_TRANSLATE_NOOP("errors", "Ini bukan kode undangan."),
        QT_TRANSLATE_NOOP("errors", "Pindai kode QR pada undangan sekali lagi, atau cari orangnya dengan nama."),
    ),
    "KPU-INVITATION-CEREMONY": (
        QT_TRANSLATE_NOOP("errors", "Undangan ini untuk upacara lain, kantor lain, atau gladi bersih."),
        QT_TRANSLATE_NOOP("errors", "Cari orangnya dengan nama, dan periksa undangannya."),
    ),
    "KPU-INVITATION-LISTED": (
        QT_TRANSLATE_NOOP("errors", "Kode undangan ini tidak cocok dengan siapa pun di daftar."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Undangannya tidak asli, atau daftarnya diganti setelah undangan dicetak. Cari orangnya dengan nama.",
        ),
    ),
}
