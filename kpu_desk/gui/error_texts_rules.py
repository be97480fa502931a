"""What people read when a rule of the ceremony refuses an act, or what they chose is gone; Indonesian."""

from __future__ import annotations

from kpu_desk.gui.error_words import Pair
from kpu_desk.language import QT_TRANSLATE_NOOP

RULE_TEXTS: dict[str, Pair] = {
    "KPU-STATE": (
        QT_TRANSLATE_NOOP("errors", "Langkah ini tidak dapat dilakukan selagi upacara {state}."),
        QT_TRANSLATE_NOOP("errors", "Lihat keadaan upacara di kiri atas."),
    ),
    "KPU-ROSTER-EMPTY": (
        QT_TRANSLATE_NOOP("errors", "Belum ada pejabat di upacara ini."),
        QT_TRANSLATE_NOOP("errors", "Impor daftar pejabat atau tambahkan satu per satu."),
    ),
    "KPU-CHAIR-KNOWN": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada Ketua di daftar pejabat."),
        QT_TRANSLATE_NOOP("errors", "Tambahkan pejabat dengan jabatan Ketua, atau pilih saksi lain."),
    ),
    "KPU-SECRETARY-KNOWN": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada Sekretaris di daftar pejabat."),
        QT_TRANSLATE_NOOP("errors", "Tambahkan pejabat dengan jabatan Sekretaris, atau pilih saksi lain."),
    ),
    "KPU-ATTACHMENT": (
        QT_TRANSLATE_NOOP("errors", "Perjanjian Kinerja belum punya sasaran dan target."),
        QT_TRANSLATE_NOOP("errors", "Isi sasaran dan anggaran, lalu buka upacara."),
    ),
    "KPU-NIP-UNIQUE": (
        QT_TRANSLATE_NOOP("errors", "NIP {name} sama dengan NIP {other}."),
        QT_TRANSLATE_NOOP("errors", "Periksa keduanya pada kartu pegawai."),
    ),
    "KPU-CHECKED-IN-ONCE": (
        QT_TRANSLATE_NOOP("errors", "{name} sudah tercatat hadir."),
        QT_TRANSLATE_NOOP("errors", "Batalkan kehadirannya lebih dahulu bila keliru."),
    ),
    "KPU-SIGNER-PRESENT": (
        QT_TRANSLATE_NOOP("errors", "{name} belum tercatat hadir."),
        QT_TRANSLATE_NOOP("errors", "Catat kehadirannya dengan Enter."),
    ),
    "KPU-SIGNED-NOTHING": (
        QT_TRANSLATE_NOOP("errors", "{name} sudah menandatangani; datanya tidak dapat dikeluarkan atau ditarik."),
        QT_TRANSLATE_NOOP("errors", "Tanda tangan yang sudah ada tetap tercatat."),
    ),
    "KPU-ACT-ONE": (
        QT_TRANSLATE_NOOP("errors", "Perubahan ini bukan hasil satu tindakan yang sah."),
        QT_TRANSLATE_NOOP("errors", "Jurnal atau basis data mungkin diubah; hubungi yang merawat program."),
    ),
    "KPU-SHEET-UNSIGNED": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} sudah memuat tanda tangan dan tidak dapat diubah."),
        QT_TRANSLATE_NOOP("errors", "Kata-kata yang sudah ditandatangani tetap seperti adanya."),
    ),
    "KPU-SHEET-FROZEN": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} belum dibekukan."),
        QT_TRANSLATE_NOOP("errors", "Buka upacara lebih dahulu."),
    ),
    "KPU-SHEET-SEALED": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} sudah disegel."),
        QT_TRANSLATE_NOOP("errors", "Rekamannya ada di buku register."),
    ),
    "KPU-SHEET-COMPLETE": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} belum lengkap tanda tangannya."),
        QT_TRANSLATE_NOOP("errors", "Panggil yang belum menandatangani."),
    ),
    "KPU-SLOT-OWN": (
        QT_TRANSLATE_NOOP("errors", "Tempat tanda tangan itu bukan untuk orang ini."),
        QT_TRANSLATE_NOOP("errors", "Panggil sekali lagi orang yang namanya tertera di lembar."),
    ),
    "KPU-SLOT-EMPTY": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} sudah ditandatangani di tempat itu."),
        QT_TRANSLATE_NOOP("errors", "Tidak perlu diulang."),
    ),
    "KPU-WITNESS-AFTER-MAKER": (
        QT_TRANSLATE_NOOP("errors", "Saksi menandatangani {serial} setelah pembuatnya."),
        QT_TRANSLATE_NOOP("errors", "Panggil dahulu pembuat pernyataan."),
    ),
    "KPU-WITNESS-OTHER": (
        QT_TRANSLATE_NOOP("errors", "{name} tidak dapat menjadi saksi bagi dirinya sendiri."),
        QT_TRANSLATE_NOOP("errors", "Pilih saksi lain."),
    ),
    "KPU-WITNESS-NEEDED": (
        QT_TRANSLATE_NOOP("errors", "{name} masih menjadi penanda tangan di lembar {serial}."),
        QT_TRANSLATE_NOOP("errors", "Pilih saksi lain untuk lembar itu lebih dahulu."),
    ),
    "KPU-INKS-ASKED": (
        QT_TRANSLATE_NOOP("errors", "Tanda tangan dan paraf pada {serial} tidak lengkap; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Panggil orangnya sekali lagi."),
    ),
    "KPU-INK-ENOUGH": (
        QT_TRANSLATE_NOOP("errors", "Belum ada goresan untuk {ink}."),
        QT_TRANSLATE_NOOP("errors", "Silakan menulis di dalam kotak."),
    ),
    "KPU-INK-STRAIGHT": (
        QT_TRANSLATE_NOOP("errors", "Garis lurus tidak diterima sebagai {ink}."),
        QT_TRANSLATE_NOOP("errors", "Silakan ulangi dengan tanda tangan Anda."),
    ),
    "KPU-INK-CONFIRMED": (
        QT_TRANSLATE_NOOP("errors", "Goresan ini belum dipastikan sebagai {ink}."),
        QT_TRANSLATE_NOOP("errors", "Silakan ulangi."),
    ),
    "KPU-INK-FRESH": (
        QT_TRANSLATE_NOOP("errors", "Goresan ini sama persis dengan yang sudah ada; setiap kali harus ditulis baru."),
        QT_TRANSLATE_NOOP("errors", "Silakan ulangi."),
    ),
    "KPU-PAGES-SEEN": (
        QT_TRANSLATE_NOOP("errors", "Belum semua halaman dilihat ({seen} dari {pages})."),
        QT_TRANSLATE_NOOP("errors", "Silakan gulir sampai halaman terakhir."),
    ),
    "KPU-EVIDENCE-BOUND": (
        QT_TRANSLATE_NOOP("errors", "Lembar {serial} berubah selagi ditandatangani; tanda tangan itu tidak disimpan."),
        QT_TRANSLATE_NOOP("errors", "Panggil orangnya sekali lagi."),
    ),
    "KPU-SAMPLE-UNSIGNED": (
        QT_TRANSLATE_NOOP("errors", "Ini contoh dengan nama orang sungguhan, hanya untuk dilihat."),
        QT_TRANSLATE_NOOP("errors", "Untuk mencoba menandatangani, jalankan gladi atau buat ruang kerja sendiri."),
    ),
    "KPU-NOTHING-TO-SIGN": (
        QT_TRANSLATE_NOOP("errors", "Tidak ada lembar yang dapat ditandatangani {name} sekarang."),
        QT_TRANSLATE_NOOP("errors", "Saksi dipanggil setelah pembuat pernyataan menandatangani."),
    ),
    "KPU-SLOT-PLACE": (
        QT_TRANSLATE_NOOP("errors", "Lembar ini tidak punya tempat untuk tanda tangan itu."),
        QT_TRANSLATE_NOOP("errors", "Periksa naskah dokumennya, lalu buka upacara sekali lagi."),
    ),
    "KPU-CHANGED-MEANWHILE": (
        QT_TRANSLATE_NOOP("errors", "Upacara berubah selagi lembarnya disusun; tidak ada yang disimpan."),
        QT_TRANSLATE_NOOP("errors", "Ulangi langkah terakhir."),
    ),
    "KPU-NUMBER-FIRST": (
        QT_TRANSLATE_NOOP("errors", "Nomor urut “{number}” bukan bilangan bulat di atas nol."),
        QT_TRANSLATE_NOOP("errors", "Ketik angkanya saja, misalnya 12 atau 012."),
    ),
    "KPU-NUMBER-TEXT": (
        QT_TRANSLATE_NOOP("errors", "“{number}” tidak dapat dipakai sebagai nomor naskah."),
        QT_TRANSLATE_NOOP("errors", "Nomor memuat angka, huruf, garis miring, titik, atau tanda hubung."),
    ),
    "KPU-NUMBER-UNIQUE": (
        QT_TRANSLATE_NOOP("errors", "Nomor {number} sudah dipakai untuk {serial}."),
        QT_TRANSLATE_NOOP("errors", "Periksa buku agenda, lalu beri nomor lain."),
    ),
    "KPU-NUMBER-KEPT": (
        QT_TRANSLATE_NOOP("errors", "Nomor {serial} sudah tercetak pada rekaman yang disegel; nomor itu tetap."),
        QT_TRANSLATE_NOOP("errors", "Beri nomor yang benar sebagai gantinya; rekaman pengganti dibuat saat disegel."),
    ),
    "KPU-NUMBER-GIVEN": (
        QT_TRANSLATE_NOOP("errors", "{count} lembar belum bernomor; tidak ada yang disegel."),
        QT_TRANSLATE_NOOP("errors", "Beri nomor lebih dahulu, atau segel dengan “Nomor: menyusul”."),
    ),
    "UNKNOWN_OFFICIAL": (
        QT_TRANSLATE_NOOP("errors", "Pejabat itu tidak ada lagi di daftar."),
        QT_TRANSLATE_NOOP("errors", "Pilih nama lain."),
    ),
    "UNKNOWN_SHEET": (
        QT_TRANSLATE_NOOP("errors", "Lembar itu tidak ada lagi."),
        QT_TRANSLATE_NOOP("errors", "Panggil orangnya sekali lagi."),
    ),
    "UNKNOWN_CEREMONY": (
        QT_TRANSLATE_NOOP("errors", "Upacara itu tidak ada lagi."),
        QT_TRANSLATE_NOOP("errors", "Pilih upacara lain dari daftar."),
    ),
    "UNKNOWN_RECORD": (
        QT_TRANSLATE_NOOP("errors", "Rekaman itu tidak ada di register."),
        QT_TRANSLATE_NOOP("errors", "Muat ulang register, lalu pilih lagi."),
    ),
}
