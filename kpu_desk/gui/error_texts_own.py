"""The sentences about an office's own PDF: why it is refused, what was cleaned, and what is wrong with places on it."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

_SAVE_AGAIN = QT_TRANSLATE_NOOP(
    "errors", "Simpan dokumennya sekali lagi sebagai PDF dari program asalnya, lalu ulangi."
)

OWN_PDF_TEXTS: dict[str, Pair] = {
    "OWN_PDF_DAMAGED": (QT_TRANSLATE_NOOP("errors", "Berkas ini rusak atau bukan PDF."), _SAVE_AGAIN),
    "OWN_PDF_ENCRYPTED": (
        QT_TRANSLATE_NOOP("errors", "PDF ini dikunci dengan kata sandi."),
        QT_TRANSLATE_NOOP("errors", "Simpan sekali lagi tanpa kata sandi dan tanpa pembatasan, lalu ulangi."),
    ),
    "OWN_PDF_SIGNED": (
        QT_TRANSLATE_NOOP("errors", "PDF ini sudah bertanda tangan elektronik; tambahan apa pun merusaknya."),
        QT_TRANSLATE_NOOP("errors", "Pakai naskah yang belum ditandatangani."),
    ),
    "OWN_PDF_PROGRAM": (QT_TRANSLATE_NOOP("errors", "PDF ini menjalankan program lain."), _SAVE_AGAIN),
    "OWN_PDF_XFA": (
        QT_TRANSLATE_NOOP("errors", "PDF ini formulir XFA; halamannya baru dibuat saat dibuka."),
        QT_TRANSLATE_NOOP("errors", "Cetak formulir yang sudah diisi ke PDF, lalu bawa hasil cetaknya."),
    ),
    "OWN_PDF_MEDIA": (
        QT_TRANSLATE_NOOP("errors", "PDF ini memuat film, suara, atau benda tiga dimensi yang tidak dapat dicetak."),
        _SAVE_AGAIN,
    ),
    "OWN_PDF_PORTFOLIO": (
        QT_TRANSLATE_NOOP("errors", "PDF ini kumpulan beberapa berkas, bukan satu dokumen."),
        QT_TRANSLATE_NOOP("errors", "Keluarkan dokumennya dari kumpulan itu, lalu bawa satu per satu."),
    ),
    "OWN_PDF_PAGES": (
        QT_TRANSLATE_NOOP("errors", "PDF ini {pages} halaman; paling sedikit 1, paling banyak {most}."),
        QT_TRANSLATE_NOOP("errors", "Bagi dokumennya, atau bawa bagian yang ditandatangani saja."),
    ),
    "OWN_PDF_PIXELS": (
        QT_TRANSLATE_NOOP("errors", "Satu gambar pada PDF ini {pixels} juta piksel; paling banyak {most} juta."),
        QT_TRANSLATE_NOOP("errors", "Pindai sekali lagi dengan 300 dpi."),
    ),
    "OWN_PDF_BYTES": (
        QT_TRANSLATE_NOOP("errors", "PDF ini {megabytes} MB; paling banyak {most} MB."),
        QT_TRANSLATE_NOOP("errors", "Pindai dengan 200–300 dpi, atau perkecil gambarnya."),
    ),
    "OWN_PDF_PAGE_SIZE": (
        QT_TRANSLATE_NOOP(
            "errors", "Halaman {page} berukuran {width} × {height} mm; sisinya harus {least} sampai {most} mm."
        ),
        QT_TRANSLATE_NOOP("errors", "Atur ukuran kertasnya, misalnya A4 atau F4, lalu simpan sekali lagi."),
    ),
    "OWN_PDF_UNIT": (
        QT_TRANSLATE_NOOP("errors", "Halaman {page} memakai satuan ukuran sendiri, bukan titik (UserUnit)."),
        QT_TRANSLATE_NOOP("errors", "Cetak dokumennya ke PDF, lalu bawa hasil cetaknya."),
    ),
    "OWN_PDF_TOO_HEAVY": (
        QT_TRANSLATE_NOOP("errors", "PDF ini terlalu berat untuk dibaca dalam batas waktu dan memori."),
        _SAVE_AGAIN,
    ),
    "OWN_PDF_LOOKS_DIFFERENT": (
        QT_TRANSLATE_NOOP(
            "errors",
            "Setelah dibersihkan, halaman {page} tampak lain dari aslinya (misalnya ada lapisan tersembunyi).",
        ),
        QT_TRANSLATE_NOOP("errors", "Cetak dokumennya ke PDF, lalu bawa hasil cetaknya."),
    ),
    "KPU-OWN-FILES": (
        QT_TRANSLATE_NOOP("errors", "Folder itu memuat {count} PDF; sekali bawa paling banyak {most}."),
        QT_TRANSLATE_NOOP("errors", "Pindahkan yang tidak dipakai, atau bagi ke beberapa folder."),
    ),
    "KPU-PLACES-FIT": (
        QT_TRANSLATE_NOOP("errors", "Tempat ke-{number} (0: seluruhnya) tidak dapat dipakai pada {file}: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Buka penyunting tempat, lalu betulkan tempat yang ditandai."),
    ),
    "KPU-PLACES-ASKED": (
        QT_TRANSLATE_NOOP(
            "errors", "Tempat ke-{number} (0: seluruhnya) pada {file} perlu dipastikan: {reason} “{text}”."
        ),
        QT_TRANSLATE_NOOP(
            "errors", "Pindahkan, atau centang di penyunting tempat bahwa memang di sana, lalu simpan tempatnya."
        ),
    ),
    "KPU-DOCUMENT-SIGNER": (
        QT_TRANSLATE_NOOP("errors", "Dokumen “{name}” meminta penanda tangan ke-{turn}; daftar hanya {people} orang."),
        QT_TRANSLATE_NOOP("errors", "Lengkapi daftar, atau hapus tempat itu."),
    ),
    "KPU-DOCUMENT-THERE": (
        QT_TRANSLATE_NOOP("errors", "Berkas untuk lembar {serial} tidak ada di ruang kerja."),
        QT_TRANSLATE_NOOP("errors", "Bawa masuk dokumennya sekali lagi sebelum upacara dibuka."),
    ),
    "WRONG_PLACES": (
        QT_TRANSLATE_NOOP("errors", "Berkas tempat {file} tidak dapat dipakai: tempat ke-{number}, isian “{field}”."),
        QT_TRANSLATE_NOOP("errors", "Betulkan isian itu (0 berarti seluruh berkas), lalu ulangi."),
    ),
}
"""Refusals, each with what to do."""

OWN_PDF_NOTES: dict[str, str] = {
    "OWN_PDF_SCRIPTS_OUT": QT_TRANSLATE_NOOP("own", "Skrip dan tindakan otomatis dibuang."),
    "OWN_PDF_LINKS_OUT": QT_TRANSLATE_NOOP("own", "{count} tautan dimatikan, tulisannya tetap: {text}."),
    "OWN_PDF_BUTTONS_OUT": QT_TRANSLATE_NOOP("own", "Tautan ke halaman lain dan tombol dimatikan; tulisannya tetap."),
    "OWN_PDF_FRAMES_OUT": QT_TRANSLATE_NOOP("own", "Bingkai {count} tautan tidak ikut: bukan bagian halaman."),
    "OWN_PDF_FILES_OUT": QT_TRANSLATE_NOOP("own", "Berkas lain di dalam PDF dibuang."),
    "OWN_PDF_FORM_FLAT": QT_TRANSLATE_NOOP("own", "Isian formulir dijadikan tulisan tetap."),
    "OWN_PDF_COMMENTS_FLAT": QT_TRANSLATE_NOOP("own", "Catatan dan coretan yang tampak dijadikan bagian halaman."),
    "OWN_PDF_LAYERS_FLAT": QT_TRANSLATE_NOOP("own", "Lapisan disatukan seperti yang tampak."),
    "OWN_PDF_TURNED": QT_TRANSLATE_NOOP("own", "Halaman yang diputar (pertama: {page}) ditegakkan."),
    "OWN_PDF_CROPPED": QT_TRANSLATE_NOOP("own", "Bagian di luar potongan halaman (pertama: {page}) dibuang."),
    "OWN_PDF_ODD_SIZE": QT_TRANSLATE_NOOP("own", "Halaman {page} bukan A4 atau F4, tetapi {width} × {height} mm."),
    "OWN_PDF_ANCHORS_OUT": QT_TRANSLATE_NOOP("own", "{count} jangkar tempat dihapus dari halaman."),
    "OWN_PDF_ANCHORS_COVERED": QT_TRANSLATE_NOOP(
        "own",
        "{count} jangkar tempat hanya ditutup putih: hurufnya tidak dapat dihapus dengan pasti, "
        "jadi masih terbaca bila teks halaman disalin.",
    ),
    "OWN_PDF_ANCHOR_STRANGE": QT_TRANSLATE_NOOP(
        "own", "“{text}” (hlm. {page}) bukan jangkar yang dikenal dan tetap tercetak."
    ),
    "OWN_PDF_NOT_ARCHIVED_FONT": QT_TRANSLATE_NOOP("own", "fon tidak ditanam atau tidak lengkap (PDF/A-3 {clause})"),
    "OWN_PDF_NOT_ARCHIVED_COLOUR": QT_TRANSLATE_NOOP("own", "warna tanpa profil (PDF/A-3 {clause})"),
    "OWN_PDF_NOT_ARCHIVED_UNCHECKED": QT_TRANSLATE_NOOP(
        "own", "bagian yang tidak dapat diperiksa di sini, misalnya gradasi ({clause})"
    ),
    "OWN_PDF_NOT_ARCHIVED_OTHER": QT_TRANSLATE_NOOP("own", "bagian yang tidak diizinkan (PDF/A-3 {clause})"),
}
"""What was cleaned, and what stands against archiving."""
