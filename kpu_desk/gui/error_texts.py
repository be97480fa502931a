"""The sentences for known errors, in Indonesian, by code: what happened, then what to do."""

from __future__ import annotations

from kpu_desk.gui.error_texts_before import BEFORE_TEXTS
from kpu_desk.gui.error_texts_beside import BESIDE_TEXTS
from kpu_desk.gui.error_texts_closing import CLOSING_TEXTS
from kpu_desk.gui.error_texts_ink import INK_TEXTS
from kpu_desk.gui.error_texts_own import OWN_PDF_TEXTS
from kpu_desk.gui.error_texts_people import PEOPLE_TEXTS
from kpu_desk.gui.error_texts_rules import RULE_TEXTS
from kpu_desk.gui.error_texts_rundown import RUNDOWN_TEXTS
from kpu_desk.gui.error_texts_sheets import SHEET_TEXTS
from kpu_desk.gui.error_texts_signer import SIGNER_TEXTS
from kpu_desk.gui.error_texts_stamp import STAMP_TEXTS
from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

UNKNOWN_ERROR: Pair = (
    QT_TRANSLATE_NOOP("errors", "Ada kesalahan di dalam program; pekerjaan yang baru diminta tidak dilakukan."),
    QT_TRANSLATE_NOOP(
        "errors", "Yang sudah tersimpan tetap aman. Rinciannya ada di catatan program; ulangi langkah terakhir."
    ),
)
UNKNOWN_CODE: Pair = (
    QT_TRANSLATE_NOOP("errors", "Langkah ini tidak dapat dilakukan ({code})."),
    QT_TRANSLATE_NOOP("errors", "Yang sudah tersimpan tetap aman. Periksa keadaannya, lalu ulangi."),
)

WRONG_FORM_NO_LINE = "WRONG_FORM with no line to show"
"""Key of the sentence about a form in which something is missing, or stands nowhere in particular."""

WRONG_PROFILE_LINE = "WRONG_PROFILE in a line"
"""Key of the sentence about settings that cannot be read at all."""

TEXTS: dict[str, Pair] = {
    **STAMP_TEXTS,
    **OWN_PDF_TEXTS,
    **RUNDOWN_TEXTS,
    # The cupboard
    "WRONG_PASSPHRASE": (
        QT_TRANSLATE_NOOP("errors", "Frasa sandi salah."),
        QT_TRANSLATE_NOOP("errors", "Periksa huruf besar dan kecilnya, lalu ketik sekali lagi."),
    ),
    "PASSPHRASE_TOO_SHORT": (
        QT_TRANSLATE_NOOP("errors", "Frasa sandi terlalu pendek."),
        QT_TRANSLATE_NOOP(
            "errors", "Pakai paling sedikit {minimum} karakter, misalnya empat kata yang mudah Anda ingat."
        ),
    ),
    "WRONG_RECOVERY_CODE": (
        QT_TRANSLATE_NOOP("errors", "Kode pemulihan ini {reason}."),
        QT_TRANSLATE_NOOP(
            "errors", "Bandingkan dengan lembar kode yang dicetak saat penyiapan, kelompok demi kelompok."
        ),
    ),
    "SECOND_INSTANCE": (
        QT_TRANSLATE_NOOP("errors", "KPU Desk sudah terbuka untuk kantor ini."),
        QT_TRANSLATE_NOOP("errors", "Pakai jendela yang sudah terbuka, atau tutup dahulu yang lain."),
    ),
    "NOT_SET_UP": (
        QT_TRANSLATE_NOOP("errors", "Ruang kerja ini belum disiapkan."),
        QT_TRANSLATE_NOOP("errors", "Jalankan penyiapan kantor lebih dahulu."),
    ),
    "DISK_FULL": (
        QT_TRANSLATE_NOOP("errors", "Disk penuh; langkah terakhir tidak disimpan."),
        QT_TRANSLATE_NOOP("errors", "Yang sudah tersimpan tetap aman. Kosongkan ruang, lalu ulangi."),
    ),
    "NO_RIGHTS": (
        QT_TRANSLATE_NOOP("errors", "Anda tidak berhak membaca atau menulis di {path}."),
        QT_TRANSLATE_NOOP("errors", "Pilih tempat lain, atau minta pengelola komputer memberi hak."),
    ),
    "FILE_MISSING": (
        QT_TRANSLATE_NOOP("errors", "Berkas {path} tidak ditemukan."),
        QT_TRANSLATE_NOOP("errors", "Periksa apakah media penyimpanannya masih terpasang."),
    ),
    "FILE_FAILED": (
        QT_TRANSLATE_NOOP("errors", "Berkas {path} tidak dapat dibaca atau ditulis."),
        QT_TRANSLATE_NOOP("errors", "Periksa media penyimpanannya, lalu ulangi."),
    ),
    "FILE_EXISTS": (
        QT_TRANSLATE_NOOP("errors", "Berkas {path} sudah ada dan tidak ditimpa."),
        QT_TRANSLATE_NOOP("errors", "Pilih folder lain, atau pindahkan berkas yang lama."),
    ),
    "FOLDER_IN_USE": (
        QT_TRANSLATE_NOOP("errors", "Folder {path} sudah berisi hal lain."),
        QT_TRANSLATE_NOOP("errors", "Pilih folder yang kosong."),
    ),
    "WORKSPACE_EXISTS": (
        QT_TRANSLATE_NOOP("errors", "Di folder {path} sudah ada ruang kerja; tidak ada yang ditimpa."),
        QT_TRANSLATE_NOOP("errors", "Tutup penyiapan ini dan buka ruang kerja yang sudah ada."),
    ),
    "DATABASE_DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "Basis data rusak dan tidak dibuka."),
        QT_TRANSLATE_NOOP("errors", "Jangan ubah apa pun; pulihkan dari cadangan terakhir."),
    ),
    "DATABASE_NEWER": (
        QT_TRANSLATE_NOOP("errors", "Basis data ini dibuat oleh KPU Desk yang lebih baru."),
        QT_TRANSLATE_NOOP("errors", "Pasang versi program yang sama atau lebih baru."),
    ),
    "DATABASE_MISSING": (
        QT_TRANSLATE_NOOP("errors", "Basis data ruang kerja ini tidak ada."),
        QT_TRANSLATE_NOOP("errors", "Periksa foldernya, atau pulihkan dari cadangan terakhir."),
    ),
    "DATABASE_EXISTS": (
        QT_TRANSLATE_NOOP("errors", "Di folder ini sudah ada basis data; tidak ada yang ditimpa."),
        QT_TRANSLATE_NOOP("errors", "Pilih folder yang kosong."),
    ),
    "DATABASE_BUSY": (
        QT_TRANSLATE_NOOP("errors", "Basis data sedang dipakai."),
        QT_TRANSLATE_NOOP("errors", "Tunggu sebentar, lalu ulangi."),
    ),
    "KEYS_DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "Berkas kunci rusak; ruang kerja tidak dapat dibuka."),
        QT_TRANSLATE_NOOP("errors", "Pulihkan berkas keys.json dari cadangan."),
    ),
    "KEYS_NEWER": (
        QT_TRANSLATE_NOOP("errors", "Berkas kunci ini dibuat oleh KPU Desk yang lebih baru."),
        QT_TRANSLATE_NOOP("errors", "Pasang versi program yang sama atau lebih baru."),
    ),
    "MEMORY_SHORT": (
        QT_TRANSLATE_NOOP("errors", "Memori komputer tidak cukup untuk membuka kunci ({mebibytes} MiB)."),
        QT_TRANSLATE_NOOP("errors", "Tutup program lain, lalu ulangi."),
    ),
    "JOURNAL_BROKEN": (
        QT_TRANSLATE_NOOP("errors", "Jurnal tidak utuh mulai catatan nomor {seq}."),
        QT_TRANSLATE_NOOP("errors", "Jangan lanjutkan upacara; simpan salinan ruang kerja dan pulihkan dari cadangan."),
    ),
    "WRONG_PROFILE": (
        QT_TRANSLATE_NOOP("errors", "Pengaturan kantor keliru pada {field}: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Betulkan isian itu, lalu ulangi."),
    ),
    WRONG_PROFILE_LINE: (
        QT_TRANSLATE_NOOP("errors", "Pengaturan kantor ({file}) keliru pada baris {line}: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Betulkan baris itu, atau pulihkan berkasnya dari cadangan, lalu ulangi."),
    ),
    "SETTINGS_CHANGED": (
        QT_TRANSLATE_NOOP("errors", "Berkas office.toml diubah di luar program; tidak ada yang ditimpa."),
        QT_TRANSLATE_NOOP("errors", "Tutup KPU Desk, buka lagi, lalu ulangi perubahan Anda."),
    ),
    # Files to be checked
    "NO_SUCH_PATH": (
        QT_TRANSLATE_NOOP("errors", "Berkas atau folder {path} tidak ada lagi."),
        QT_TRANSLATE_NOOP("errors", "Periksa apakah media penyimpanannya masih terpasang."),
    ),
    "FOLDER_UNREADABLE": (
        QT_TRANSLATE_NOOP("errors", "Folder {path} tidak dapat dibaca."),
        QT_TRANSLATE_NOOP("errors", "Periksa hak akses dan media penyimpanannya, lalu ulangi."),
    ),
    # Pictures from outside
    "PICTURE_EMPTY": (
        QT_TRANSLATE_NOOP("errors", "Berkas gambar ini kosong."),
        QT_TRANSLATE_NOOP("errors", "Pilih berkas gambar yang lain."),
    ),
    "PICTURE_KIND": (
        QT_TRANSLATE_NOOP("errors", "Berkas ini bukan gambar PNG atau JPEG."),
        QT_TRANSLATE_NOOP("errors", "Simpan gambarnya sebagai PNG atau JPEG, lalu pilih lagi."),
    ),
    "PICTURE_BROKEN": (
        QT_TRANSLATE_NOOP("errors", "Gambar ini rusak atau terpotong."),
        QT_TRANSLATE_NOOP("errors", "Mintalah berkas aslinya, atau simpan ulang gambarnya sebagai PNG."),
    ),
    "PICTURE_TOO_LARGE": (
        QT_TRANSLATE_NOOP("errors", "Gambar ini terlalu besar untuk dipakai."),
        QT_TRANSLATE_NOOP("errors", "Perkecil dahulu menjadi paling banyak 4.000 × 4.000 titik dan 20 MB."),
    ),
    # The seal and the press
    "WRONG_SEAL_PASSPHRASE": (
        QT_TRANSLATE_NOOP("errors", "Kunci segel tidak terbuka dengan sandi ini."),
        QT_TRANSLATE_NOOP("errors", "Buka ruang kerja sekali lagi, lalu ulangi."),
    ),
    "SEAL_KEY_DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "Berkas kunci segel rusak; tidak ada yang disegel."),
        QT_TRANSLATE_NOOP("errors", "Pulihkan seal-key.pem dari cadangan."),
    ),
    "SEAL_KEY_MISSING": (
        QT_TRANSLATE_NOOP("errors", "Berkas kunci segel tidak ada; tidak ada yang disegel."),
        QT_TRANSLATE_NOOP("errors", "Pulihkan seal-key.pem dari cadangan."),
    ),
    "SEAL_WORKER_ENDED": (
        QT_TRANSLATE_NOOP("errors", "Penyegelan terhenti karena sistem mengakhiri salah satu prosesnya."),
        QT_TRANSLATE_NOOP("errors", "Yang sudah disegel tetap tersimpan; tutup program lain, lalu segel sisanya."),
    ),
    "SEAL_CLOCK": (
        QT_TRANSLATE_NOOP("errors", "Jam komputer menunjukkan {now}; segel kantor berlaku {begins} sampai {ends}."),
        QT_TRANSLATE_NOOP("errors", "Belum ada yang disegel. Betulkan tanggal dan jam komputer, lalu segel lagi."),
    ),
    "OWN_SEAL_NOT_VALID": (
        QT_TRANSLATE_NOOP("errors", "Rekaman {serial} tidak lulus pemeriksaan kami sendiri dan tidak disimpan."),
        QT_TRANSLATE_NOOP("errors", "Tanda tangannya tetap tersimpan; segel sekali lagi."),
    ),
    "PRINTER_FAILED": (
        QT_TRANSLATE_NOOP("errors", "Pencetak {printer} tidak menerima halaman."),
        QT_TRANSLATE_NOOP("errors", "Periksa apakah pencetaknya menyala dan tersambung, lalu cetak lagi."),
    ),
    "CANNOT_RENDER": (
        QT_TRANSLATE_NOOP("errors", "Halaman {page} tidak dapat ditampilkan."),
        QT_TRANSLATE_NOOP("errors", "Tutup jendela ini dan buka sekali lagi."),
    ),
    "TEXT_NOT_PRINTABLE": (
        QT_TRANSLATE_NOOP("errors", "Ada huruf yang tidak dapat dicetak pada {serial}."),
        QT_TRANSLATE_NOOP("errors", "Betulkan nama atau jabatan pada data pejabat."),
    ),
    "WRONG_FORM": (
        QT_TRANSLATE_NOOP("errors", "Naskah {file} keliru pada baris {line}: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Betulkan naskah itu, atau singkirkan agar naskah bawaan dipakai, lalu ulangi."),
    ),
    WRONG_FORM_NO_LINE: (
        QT_TRANSLATE_NOOP("errors", "Naskah {file} keliru pada bagian “{field}”: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Betulkan naskah itu, atau singkirkan agar naskah bawaan dipakai, lalu ulangi."),
    ),
    "FORM_EXISTS": (
        QT_TRANSLATE_NOOP("errors", "Naskah {form} sudah ada di folder kantor dan tidak ditimpa."),
        QT_TRANSLATE_NOOP("errors", "Ubah berkas itu, atau singkirkan lebih dahulu."),
    ),
    # The roster
    "ROSTER_HAS_ERRORS": (
        QT_TRANSLATE_NOOP("errors", "Daftar ini masih memuat kesalahan; tidak ada yang diimpor."),
        QT_TRANSLATE_NOOP("errors", "Betulkan sel yang ditandai di berkasnya, lalu impor sekali lagi."),
    ),
    # A person or the lampiran, typed by hand
    "FIELD_EMPTY": (
        QT_TRANSLATE_NOOP("errors", "Isian {field} masih kosong atau tidak memuat huruf."),
        QT_TRANSLATE_NOOP("errors", "Isi seperti pada SK."),
    ),
    "FIELD_TOO_LONG": (
        QT_TRANSLATE_NOOP("errors", "Isian {field} panjangnya {length} karakter, paling banyak {longest}."),
        QT_TRANSLATE_NOOP("errors", "Persingkat isinya."),
    ),
    "FIELD_ODD_CHARACTER": (
        QT_TRANSLATE_NOOP("errors", "Isian {field} memuat karakter yang tidak terlihat."),
        QT_TRANSLATE_NOOP("errors", "Kosongkan isian itu, lalu ketik ulang; jangan menyalin dari dokumen lain."),
    ),
    "FIELD_NOT_PRINTABLE": (
        QT_TRANSLATE_NOOP("errors", "Isian {field} memuat huruf yang tidak ada pada fon dokumen ({character})."),
        QT_TRANSLATE_NOOP("errors", "Tulis dengan huruf Latin."),
    ),
    "NIP_WRONG": (
        QT_TRANSLATE_NOOP("errors", "NIP ini tidak dapat dipakai."),
        QT_TRANSLATE_NOOP("errors", "Tulis 18 angka seperti pada SK, atau kosongkan bila orang ini tidak ber-NIP."),
    ),
    "FONT_MISSING": (
        QT_TRANSLATE_NOOP("errors", "Huruf {file} tidak ada di pemasangan program ini."),
        QT_TRANSLATE_NOOP("errors", "Pasang KPU Desk sekali lagi."),
    ),
    **BEFORE_TEXTS,
    **CLOSING_TEXTS,
    **PEOPLE_TEXTS,
    **SHEET_TEXTS,
    **INK_TEXTS,
    **BESIDE_TEXTS,
    **RULE_TEXTS,
    **SIGNER_TEXTS,
}
