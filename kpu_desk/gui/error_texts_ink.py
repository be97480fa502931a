"""The sentences for what is refused about kept ink and the certificate it is encrypted to, in Indonesian, by code."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

INK_TEXTS: dict[str, Pair] = {
    "ESCROW_PRIVATE_KEY": (
        QT_TRANSLATE_NOOP("errors", "Berkas itu memuat kunci pribadi, yang tidak boleh ada di kantor ini."),
        QT_TRANSLATE_NOOP("errors", "Minta kepada pemegang kunci berkas sertifikatnya saja (PEM atau DER)."),
    ),
    "ESCROW_NO_CERTIFICATE": (
        QT_TRANSLATE_NOOP("errors", "Berkas itu bukan sertifikat X.509."),
        QT_TRANSLATE_NOOP("errors", "Pilih berkas PEM atau DER, biasanya berakhiran .pem, .crt, atau .cer."),
    ),
    "ESCROW_SEVERAL": (
        QT_TRANSLATE_NOOP("errors", "Berkas itu memuat beberapa sertifikat."),
        QT_TRANSLATE_NOOP("errors", "Minta berkas dengan satu sertifikat, yaitu milik pemegang kunci."),
    ),
    "ESCROW_ALGORITHM": (
        QT_TRANSLATE_NOOP("errors", "Kunci sertifikat itu tidak dapat dipakai untuk menyandi."),
        QT_TRANSLATE_NOOP("errors", "Diperlukan kunci EC P-256 atau P-384, atau RSA sedikitnya 2048 bit."),
    ),
    "ESCROW_USAGE": (
        QT_TRANSLATE_NOOP("errors", "Sertifikat itu dibuat untuk keperluan lain, bukan untuk menyandi."),
        QT_TRANSLATE_NOOP("errors", "Minta sertifikat dengan kegunaan keyAgreement (EC) atau keyEncipherment (RSA)."),
    ),
    "ESCROW_OWN_KEY": (
        QT_TRANSLATE_NOOP("errors", "Itu sertifikat segel kantor ini sendiri; kuncinya ada di kantor ini."),
        QT_TRANSLATE_NOOP("errors", "Pilih sertifikat pihak lain, misalnya inspektorat."),
    ),
    "ESCROW_NOT_YET": (
        QT_TRANSLATE_NOOP("errors", "Sertifikat itu baru berlaku mulai {date}."),
        QT_TRANSLATE_NOOP("errors", "Periksa jam komputer, atau minta sertifikat yang sudah berlaku."),
    ),
    "ESCROW_EXPIRED": (
        QT_TRANSLATE_NOOP("errors", "Sertifikat itu hanya berlaku sampai {date}."),
        QT_TRANSLATE_NOOP("errors", "Minta sertifikat yang masih berlaku."),
    ),
    "KPU-ESCROW-SET": (
        QT_TRANSLATE_NOOP("errors", "Kantor ini belum memilih sertifikat untuk goresan."),
        QT_TRANSLATE_NOOP("errors", "Buka “Pengaturan kantor”, bagian “Goresan”."),
    ),
    "KPU-INK-CLOSED": (
        QT_TRANSLATE_NOOP("errors", "{readable} goresan upacara ini belum tersandi, jadi tidak dikeluarkan."),
        QT_TRANSLATE_NOOP("errors", "Sandikan dahulu di “Pengaturan kantor”, bagian “Goresan”."),
    ),
    "KPU-INK-NONE": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada goresan upacara ini yang tersimpan."),
        QT_TRANSLATE_NOOP("errors", "Belum ada yang menandatangani, atau goresannya sudah dihapus."),
    ),
    "KPU-ERASE-REASON": (
        QT_TRANSLATE_NOOP("errors", "Penghapusan goresan memerlukan alasan."),
        QT_TRANSLATE_NOOP("errors", "Tulis alasannya; ia masuk ke jurnal."),
    ),
    "KPU-ERASE-INK": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada lagi goresan {name} yang tersimpan."),
        QT_TRANSLATE_NOOP("errors", "Tidak ada yang perlu dihapus."),
    ),
    "INK_DAMAGED": (
        QT_TRANSLATE_NOOP("errors", "Sebuah goresan yang tersimpan rusak."),
        QT_TRANSLATE_NOOP("errors", "Kembalikan ruang kerja dari cadangan terakhir, lalu coba lagi."),
    ),
}
