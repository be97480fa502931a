"""The sentences of the readiness check, in Indonesian, by the code of a line: what was found, then what to do."""

from __future__ import annotations

from kpu_desk.language import QT_TRANSLATE_NOOP

SENTENCES: dict[str, tuple[str, str]] = {
    "PRINTER_THERE": (
        QT_TRANSLATE_NOOP("readiness", "Terpasang: {names}."),
        "",
    ),
    "PRINTER_STOPPED": (
        QT_TRANSLATE_NOOP("readiness", "Pencetak ini berhenti: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Periksa kertas, tinta, dan kabelnya, lalu cetak satu lembar konsep."),
    ),
    "PRINTER_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Tidak ada pencetak yang terpasang."),
        QT_TRANSLATE_NOOP("readiness", "Pasang pencetak, atau simpan lembar sebagai PDF dan cetak di komputer lain."),
    ),
    "PEN_NONE": (
        QT_TRANSLATE_NOOP(
            "readiness", "Tidak ada pena dan tidak ada layar sentuh; dengan tetikus tanda tangan hanya berupa gambar."
        ),
        QT_TRANSLATE_NOOP("readiness", "Pasang papan pena atau layar sentuh, lalu periksa lagi."),
    ),
    "PEN_UNMEASURED": (
        QT_TRANSLATE_NOOP("readiness", "Pena terpasang, tetapi belum diukur sejak program dibuka."),
        QT_TRANSLATE_NOOP("readiness", "Jalankan Layar penanda tangan → Periksa pena."),
    ),
    "TOUCH_UNMEASURED": (
        QT_TRANSLATE_NOOP("readiness", "Hanya layar sentuh, belum diukur sejak program dibuka."),
        QT_TRANSLATE_NOOP("readiness", "Jalankan Layar penanda tangan → Periksa pena; jari tidak memberi tekanan."),
    ),
    "PEN_FIT": (
        QT_TRANSLATE_NOOP("readiness", "Diukur: {count} titik per detik, layak untuk ahli tulisan tangan."),
        "",
    ),
    "PEN_PICTURE_ONLY": (
        QT_TRANSLATE_NOOP("readiness", "Diukur: {count} titik per detik; bagi ahli tulisan tangan hanya gambar."),
        QT_TRANSLATE_NOOP("readiness", "Pakai papan pena yang mengukur tekanan, bila ada."),
    ),
    "SCREENS_MIRRORED": (
        QT_TRANSLATE_NOOP("readiness", "Layar-layar menampilkan hal yang sama; meja petugas terlihat semua orang."),
        QT_TRANSLATE_NOOP("readiness", "Ubah pengaturan layar menjadi diperluas, bukan digandakan."),
    ),
    "SIGNER_SCREEN_THERE": (
        QT_TRANSLATE_NOOP("readiness", "Penanda tangan mempunyai layar sendiri."),
        "",
    ),
    "SIGNER_SCREEN_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Tidak ada layar kedua; jendela penanda tangan akan menutupi meja."),
        QT_TRANSLATE_NOOP("readiness", "Sambungkan papan pena berlayar atau layar kedua."),
    ),
    "HALL_SCREEN_THERE": (
        QT_TRANSLATE_NOOP("readiness", "Ada layar ketiga untuk aula."),
        "",
    ),
    "HALL_SCREEN_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Tidak ada layar ketiga; jendela aula tidak dapat ditampilkan."),
        QT_TRANSLATE_NOOP("readiness", "Sambungkan proyektor, bila hadirin perlu melihatnya."),
    ),
    "DISK_ROOM": (
        QT_TRANSLATE_NOOP("readiness", "Tersisa {thousand} GB."),
        "",
    ),
    "DISK_LOW": (
        QT_TRANSLATE_NOOP("readiness", "Tersisa hanya {plain} MB."),
        QT_TRANSLATE_NOOP("readiness", "Kosongkan ruang disk sebelum upacara."),
    ),
    "POWER_UNKNOWN": (
        QT_TRANSLATE_NOOP("readiness", "Komputer ini tidak memberi tahu keadaan baterai dan listriknya."),
        QT_TRANSLATE_NOOP("readiness", "Periksa sendiri bahwa pengisi daya terpasang."),
    ),
    "BATTERY_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Komputer ini tidak mempunyai baterai; bila listrik padam, ia mati."),
        QT_TRANSLATE_NOOP("readiness", "Pasang UPS. Yang sudah ditandatangani tetap tersimpan."),
    ),
    "CHARGER_ON": (
        QT_TRANSLATE_NOOP("readiness", "Listrik tersambung, baterai {count}%."),
        "",
    ),
    "BATTERY_CHARGING": (
        QT_TRANSLATE_NOOP("readiness", "Listrik tersambung, tetapi baterai baru {count}%."),
        QT_TRANSLATE_NOOP("readiness", "Biarkan mengisi; bila listrik padam sekarang, komputer segera mati."),
    ),
    "BATTERY_ENOUGH": (
        QT_TRANSLATE_NOOP("readiness", "Baterai {count}%, pengisi daya tidak terpasang."),
        QT_TRANSLATE_NOOP("readiness", "Pasang pengisi daya."),
    ),
    "BATTERY_LOW": (
        QT_TRANSLATE_NOOP("readiness", "Baterai hanya {count}%, pengisi daya tidak terpasang."),
        QT_TRANSLATE_NOOP("readiness", "Pasang pengisi daya sekarang."),
    ),
    "CLOCK_BACK": (
        QT_TRANSLATE_NOOP("readiness", "Jam komputer lebih awal daripada catatan terakhir di jurnal."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan jam komputer, lalu periksa lagi."),
    ),
    "CLOCK_UNBORN": (
        QT_TRANSLATE_NOOP("readiness", "Jam komputer menunjukkan tanggal sebelum program ini dibuat."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan tanggal dan jam komputer; baterai jamnya mungkin habis."),
    ),
    "CLOCK_UNCHECKED": (
        QT_TRANSLATE_NOOP("readiness", "Jam komputer belum dicocokkan dengan jam lain sejak program dibuka."),
        QT_TRANSLATE_NOOP("readiness", "Cocokkan, lalu catat di Kantor → Jam diperiksa …; Berita Acara menyebutnya."),
    ),
    "ZONE_OTHER": (
        QT_TRANSLATE_NOOP("readiness", "Zona waktu komputer bukan {names}; waktu tetap dicetak dalam {names}."),
        QT_TRANSLATE_NOOP("readiness", "Samakan zona waktu komputer, atau betulkan zona di pengaturan kantor."),
    ),
    "DAY_PASSED": (
        QT_TRANSLATE_NOOP("readiness", "Tanggal upacara sudah lewat {count} hari."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan tanggal upacara, atau jam komputer."),
    ),
    "DAY_TO_COME": (
        QT_TRANSLATE_NOOP("readiness", "Upacara masih {count} hari lagi menurut jam komputer."),
        "",
    ),
    "CLOCK_RIGHT": (
        QT_TRANSLATE_NOOP("readiness", "Jam komputer tidak pernah mundur, zona {names}."),
        "",
    ),
    "FONTS_MISSING": (
        QT_TRANSLATE_NOOP("readiness", "Huruf untuk kertas tidak dapat dibaca."),
        QT_TRANSLATE_NOOP("readiness", "Pasang ulang program."),
    ),
    "NAMES_UNPRINTABLE": (
        QT_TRANSLATE_NOOP("readiness", "Ada huruf yang tidak dapat dicetak pada: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan ejaannya di daftar peserta."),
    ),
    "FONTS_THERE": (
        QT_TRANSLATE_NOOP("readiness", "Huruf untuk kertas lengkap; semua nama dapat dicetak."),
        "",
    ),
    "SEAL_UNUSABLE": (
        QT_TRANSLATE_NOOP("readiness", "Kunci segel kantor tidak dapat dipakai ({names})."),
        QT_TRANSLATE_NOOP("readiness", "Pulihkan seal-key.pem dari cadangan ruang kerja."),
    ),
    "SEAL_EXPIRED": (
        QT_TRANSLATE_NOOP("readiness", "Sertifikat segel berakhir {day}."),
        QT_TRANSLATE_NOOP("readiness", "Buat ruang kerja dengan kunci baru sebelum menyegel."),
    ),
    "SEAL_ENDS_SOON": (
        QT_TRANSLATE_NOOP("readiness", "Sertifikat segel berakhir {day}."),
        QT_TRANSLATE_NOOP("readiness", "Rencanakan kunci baru."),
    ),
    "SEAL_GOOD": (
        QT_TRANSLATE_NOOP("readiness", "Kunci segel dapat dipakai, sertifikatnya berlaku sampai {day}."),
        "",
    ),
    "ESCROW_SET": (
        QT_TRANSLATE_NOOP("readiness", "Dinamika goresan disandikan untuk pemegang sertifikat titipan."),
        "",
    ),
    "ESCROW_EXPIRED": (
        QT_TRANSLATE_NOOP(
            "readiness", "Sertifikat titipan berakhir {day}; dinamika tetap disandikan untuk pemegangnya."
        ),
        QT_TRANSLATE_NOOP(
            "readiness", "Minta sertifikat baru, lalu pilih di Kantor → Pengaturan kantor, halaman Goresan."
        ),
    ),
    "ESCROW_NONE": (
        QT_TRANSLATE_NOOP(
            "readiness",
            "Belum ada sertifikat titipan; dinamika goresan dapat dibaca siapa pun yang membuka ruang kerja.",
        ),
        QT_TRANSLATE_NOOP("readiness", "Pilih sertifikat di Kantor → Pengaturan kantor, halaman Goresan."),
    ),
    "FORMS_THERE": (
        QT_TRANSLATE_NOOP("readiness", "{count} naskah yang dipakai dapat dibaca."),
        "",
    ),
    "FORMS_DRAFT": (
        QT_TRANSLATE_NOOP("readiness", "Masih rancangan, belum naskah resmi: {names}."),
        QT_TRANSLATE_NOOP(
            "readiness", "Bandingkan dengan naskah resmi, ganti bila perlu: Kantor → Naskah dan formulir."
        ),
    ),
    "FORMS_BROKEN": (
        QT_TRANSLATE_NOOP("readiness", "Naskah ini keliru: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan di Kantor → Naskah dan formulir."),
    ),
    "NUMBERS_NOT_TAKEN": (
        QT_TRANSLATE_NOOP("readiness", "Tidak ada dokumen upacara ini yang diberi nomor kantor."),
        "",
    ),
    "PATTERN_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Pola nomor belum diatur, padahal {names} diberi nomor."),
        QT_TRANSLATE_NOOP("readiness", "Isi pola nomor di pengaturan kantor; nomornya diberikan sebelum segel."),
    ),
    "REGION_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Pola nomor memakai kode wilayah, tetapi kodenya kosong."),
        QT_TRANSLATE_NOOP("readiness", "Isi kode wilayah di pengaturan kantor."),
    ),
    "PATTERN_SET": (
        QT_TRANSLATE_NOOP("readiness", "Pola nomor ada untuk {names}; nomornya diberikan sebelum segel."),
        "",
    ),
    "ROSTER_EMPTY": (
        QT_TRANSLATE_NOOP("readiness", "Daftar peserta masih kosong."),
        QT_TRANSLATE_NOOP("readiness", "Impor daftar pejabat (Ctrl+I)."),
    ),
    "CHAIR_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Ketua tidak ada di daftar."),
        QT_TRANSLATE_NOOP("readiness", "Tambahkan Ketua, atau betulkan jabatannya."),
    ),
    "SECRETARY_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Sekretaris tidak ada di daftar."),
        QT_TRANSLATE_NOOP("readiness", "Tambahkan Sekretaris, atau betulkan jabatannya."),
    ),
    "OFFICE_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Jabatan kosong: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Isi jabatannya."),
    ),
    "DECREE_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Plt. atau Plh. tanpa surat keputusan: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Isi dasar penunjukannya pada data pejabat."),
    ),
    "MANDATE_NONE": (
        QT_TRANSLATE_NOOP("readiness", "a.n. tanpa dasar penunjukan: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Isi dasar penunjukannya pada data pejabat."),
    ),
    "NOBODY_SIGNS": (
        QT_TRANSLATE_NOOP("readiness", "Tidak ada seorang pun yang menandatangani {names}."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan kelompoknya di Peserta → Saksi dan urutan …"),
    ),
    "NIP_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Tanpa NIP ({count} orang): {names}."),
        QT_TRANSLATE_NOOP("readiness", "Isi NIP, kecuali mereka memang bukan ASN."),
    ),
    "SAME_NAME": (
        QT_TRANSLATE_NOOP("readiness", "Nama sama: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Bedakan dengan gelar atau unit; saat dipanggil, periksa jabatannya."),
    ),
    "PEOPLE_WHOLE": (
        QT_TRANSLATE_NOOP("readiness", "Data {count} orang lengkap."),
        "",
    ),
    "WITNESS_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Belum ada yang dapat menjadi saksi bagi: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Pilih saksi di Peserta → Saksi dan urutan …"),
    ),
    "WITNESSES_THERE": (
        QT_TRANSLATE_NOOP("readiness", "Setiap orang mempunyai saksi."),
        "",
    ),
    "TARGETS_NONE": (
        QT_TRANSLATE_NOOP("readiness", "Perjanjian Kinerja belum mempunyai sasaran."),
        QT_TRANSLATE_NOOP("readiness", "Isi di menu Perjanjian Kinerja."),
    ),
    "TARGET_EMPTY": (
        QT_TRANSLATE_NOOP("readiness", "Target kosong pada: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Isi targetnya."),
    ),
    "TOTAL_TWICE": (
        QT_TRANSLATE_NOOP("readiness", "Baris “{names}” ikut dijumlahkan; jumlah anggaran tercetak dua kali lipat."),
        QT_TRANSLATE_NOOP("readiness", "Hapus baris itu: jumlahnya dihitung sendiri."),
    ),
    "TOTAL_WRONG": (
        QT_TRANSLATE_NOOP("readiness", "Baris “{names}” (Rp{count}) tidak sama dengan jumlah baris lain."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan anggarannya, lalu hapus baris itu: jumlahnya dihitung sendiri."),
    ),
    "BUDGET_NOTHING": (
        QT_TRANSLATE_NOOP("readiness", "Anggaran nol pada: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Isi jumlahnya, bila ada."),
    ),
    "TARGETS_ADD_UP": (
        QT_TRANSLATE_NOOP("readiness", "Sasaran terisi dan anggaran terjumlah."),
        "",
    ),
    "YEAR_IN_WORDS": (
        QT_TRANSLATE_NOOP("readiness", "Judul atau acara menyebut tahun {names}, padahal upacara tahun {plain}."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan di Upacara → Ubah upacara."),
    ),
    "YEAR_OF_DATE": (
        QT_TRANSLATE_NOOP("readiness", "Tanggal upacara di tahun {names}, dokumennya tahun {plain}."),
        QT_TRANSLATE_NOOP("readiness", "Betulkan tanggalnya, kecuali memang demikian."),
    ),
    "YEAR_IN_FORM": (
        QT_TRANSLATE_NOOP("readiness", "Judul naskah menyebut tahun lain: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Tulis {{tahun}} di judul naskah itu, di Kantor → Naskah dan formulir."),
    ),
    "YEAR_OF_FORM": (
        QT_TRANSLATE_NOOP("readiness", "Naskah ini belum diperiksa untuk tahun {plain}: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Bandingkan dengan naskah resmi tahun ini."),
    ),
    "YEAR_IN_TARGETS": (
        QT_TRANSLATE_NOOP("readiness", "Sasaran atau anggaran menyebut tahun sebelum {plain}: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Periksa di menu Perjanjian Kinerja; mungkin dari tahun lalu."),
    ),
    "YEAR_SAME": (
        QT_TRANSLATE_NOOP("readiness", "Upacara, tanggal, dan naskah bertahun {plain}."),
        "",
    ),
    "LETTERHEAD_OLD": (
        QT_TRANSLATE_NOOP("readiness", "Nama lama masih dipakai: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Ganti dengan “Daerah Khusus Jakarta” di pengaturan kantor dan upacara."),
    ),
    "LETTERHEAD_OTHER": (
        QT_TRANSLATE_NOOP("readiness", "Kop surat tidak memuat nama kantor: {first}."),
        QT_TRANSLATE_NOOP("readiness", "Samakan kop surat dan nama di pengaturan kantor."),
    ),
    "LETTERHEAD_SAME": (
        QT_TRANSLATE_NOOP("readiness", "Kop surat memuat nama kantor sekarang."),
        "",
    ),
    "PLACES_WRONG": (
        QT_TRANSLATE_NOOP("readiness", "Tempat tanda tangan tidak cocok dengan halaman: {names}."),
        QT_TRANSLATE_NOOP("readiness", "Keluarkan dokumen itu dan masukkan lagi dengan tempatnya."),
    ),
    "FILE_NONE": (
        QT_TRANSLATE_NOOP(
            "readiness", "“{names}” tidak mempunyai berkas untuk {count} orang; mereka tidak mendapat lembarnya."
        ),
        QT_TRANSLATE_NOOP("readiness", "Masukkan berkas mereka, bila ada."),
    ),
    "DOCUMENTS_WHOLE": (
        QT_TRANSLATE_NOOP("readiness", "{count} dokumen kantor lengkap dengan tempatnya."),
        "",
    ),
}
"""Sentence and advice by the code of a line."""
