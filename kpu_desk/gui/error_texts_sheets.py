"""What people read about declarations, meterai and the forms kept with sheets, and what they can do; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

SHEET_TEXTS: dict[str, Pair] = {
    "KPU-DECLARED-ONCE": (
        QT_TRANSLATE_NOOP("errors", "Deklarasi {name} sudah tercatat."),
        QT_TRANSLATE_NOOP("errors", "Batalkan dahulu bila isinya keliru dan belum ditandatangani."),
    ),
    "KPU-NOT-DECLARED": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada deklarasi {name} yang tercatat."),
        QT_TRANSLATE_NOOP("errors", "Pilih orang lain."),
    ),
    "KPU-DECLARED-APART": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} tidak ditandatangani; ada lembar lain sebagai gantinya."),
        QT_TRANSLATE_NOOP("errors", "Panggil orangnya sekali lagi: lembar yang benar akan tampil."),
    ),
    "KPU-DECLARATION-STATEMENT": (
        QT_TRANSLATE_NOOP("errors", "{name} tidak menandatangani pernyataan pada upacara ini."),
        QT_TRANSLATE_NOOP("errors", "Deklarasi hanya untuk orang yang mempunyai lembar PBBK."),
    ),
    "KPU-DECLARATION-FILLED": (
        QT_TRANSLATE_NOOP("errors", "Isi deklarasi belum lengkap."),
        QT_TRANSLATE_NOOP("errors", "Isi setiap kolom; deklarasi yang kosong tidak menyatakan apa-apa."),
    ),
    "KPU-METERAI-NUMBERED": (
        QT_TRANSLATE_NOOP("errors", "Meterai tempel pada {serial} belum bernomor seri."),
        QT_TRANSLATE_NOOP("errors", "Ketik nomor seri yang tercetak pada meterainya."),
    ),
    "KPU-METERAI-SERIAL": (
        QT_TRANSLATE_NOOP("errors", "“{number}” bukan nomor seri meterai."),
        QT_TRANSLATE_NOOP("errors", "Salin nomor seri yang tercetak pada meterai: huruf dan angka saja."),
    ),
    "KPU-METERAI-ONCE": (
        QT_TRANSLATE_NOOP("errors", "Meterai {number} sudah dicatat untuk {serial}."),
        QT_TRANSLATE_NOOP("errors", "Satu meterai untuk satu dokumen; periksa nomor serinya."),
    ),
    "KPU-FORM-KEPT": (
        QT_TRANSLATE_NOOP("errors", "Naskah lembar ini tidak disimpan bersama upacaranya."),
        QT_TRANSLATE_NOOP("errors", "Lembar bekunya sendiri tetap ada dan dapat dilihat."),
    ),
    "KPU-SHEET-STANDS": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} sudah batal."),
        QT_TRANSLATE_NOOP("errors", "Pakai lembar penggantinya; lembar batal tetap tersimpan apa adanya."),
    ),
    "KPU-VOID-OPEN": (
        QT_TRANSLATE_NOOP("errors", "Lembar hanya dapat dibatalkan selama upacara berlangsung."),
        QT_TRANSLATE_NOOP("errors", "Hitungan upacara ini sudah dibekukan; sampaikan kekeliruannya kepada sekretaris."),
    ),
    "KPU-VOID-SIGNED": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} belum ditandatangani, jadi tidak ada yang perlu dibatalkan."),
        QT_TRANSLATE_NOOP("errors", "Perbaiki datanya; lembar itu disusun ulang dengan sendirinya."),
    ),
    "KPU-VOID-REASON": (
        QT_TRANSLATE_NOOP("errors", "Alasan pembatalan belum ditulis."),
        QT_TRANSLATE_NOOP("errors", "Pilih salah satu alasan, atau tulis alasannya."),
    ),
    "KPU-VOID-REPLACED": (
        QT_TRANSLATE_NOOP("errors", "Lembar pengganti {serial} tidak sama bentuknya."),
        QT_TRANSLATE_NOOP("errors", "Tidak ada yang dibatalkan. Coba sekali lagi."),
    ),
    "KPU-VOID-KEPT": (
        QT_TRANSLATE_NOOP("errors", "{name} tercantum pada lembar batal {serial} dan tidak dapat dikeluarkan."),
        QT_TRANSLATE_NOOP("errors", "Lembar batal disimpan bersama nama-namanya."),
    ),
    "KPU-RUN-ALLOWED": (
        QT_TRANSLATE_NOOP("errors", "Kantor ini tidak memakai daftar lembar saksi."),
        QT_TRANSLATE_NOOP("errors", "Panggil saksinya sekali lagi: lembarnya dibaca dan ditandatangani satu per satu."),
    ),
    "KPU-RUN-LISTED": (
        QT_TRANSLATE_NOOP("errors", "Daftar lembar yang dipastikan saksi tidak sama lagi dengan lembarnya."),
        QT_TRANSLATE_NOOP("errors", "Panggil saksinya sekali lagi, agar semuanya dibuka dan dipastikan kembali."),
    ),
}
