"""Words for the facts of known errors, in Indonesian: states, reasons, fields and entries."""

from __future__ import annotations

from kpu_desk.language import QT_TRANSLATE_NOOP

Pair = tuple[str, str]
"""What happened, and what to do."""

STATES: dict[str, str] = {
    "draft": QT_TRANSLATE_NOOP("errors", "masih disiapkan"),
    "ready": QT_TRANSLATE_NOOP("errors", "sudah dinyatakan siap"),
    "open": QT_TRANSLATE_NOOP("errors", "sedang berlangsung"),
    "paused": QT_TRANSLATE_NOOP("errors", "sedang dijeda"),
    "closed": QT_TRANSLATE_NOOP("errors", "sudah ditutup"),
    "sealed": QT_TRANSLATE_NOOP("errors", "sudah disegel"),
    "void": QT_TRANSLATE_NOOP("errors", "sudah dibatalkan"),
}

REASONS: dict[str, str] = {
    "PLACE_NO_PAGE": QT_TRANSLATE_NOOP("errors", "halamannya tidak ada"),
    "PLACE_OFF_PAGE": QT_TRANSLATE_NOOP("errors", "keluar dari halaman"),
    "PLACE_TOO_SMALL": QT_TRANSLATE_NOOP("errors", "terlalu kecil"),
    "PLACE_ROLE": QT_TRANSLATE_NOOP("errors", "perannya tidak ada pada dokumen seperti ini"),
    "PLACE_TWICE": QT_TRANSLATE_NOOP("errors", "sudah ada"),
    "PLACES_MEET": QT_TRANSLATE_NOOP("errors", "menimpa tempat lain"),
    "PLACE_WITHOUT_SIGNATURE": QT_TRANSLATE_NOOP("errors", "orangnya belum punya tempat tanda tangan"),
    "PLACES_NO_SIGNATURE": QT_TRANSLATE_NOOP("errors", "belum ada tempat tanda tangan"),
    "PLACES_TOO_MANY": QT_TRANSLATE_NOOP("errors", "tempatnya terlalu banyak"),
    "PLACE_OVER_TEXT": QT_TRANSLATE_NOOP("errors", "menimpa tulisan"),
    "PLACE_OVER_PICTURE": QT_TRANSLATE_NOOP("errors", "menimpa gambar halaman"),
    "PLACE_NO_CODE": QT_TRANSLATE_NOOP("errors", "tidak ada sudut kosong untuk kode QR pada halaman"),
    "PLACE_LOST": QT_TRANSLATE_NOOP("errors", "tulisan di dekatnya tidak ada lagi,"),
    "CHARACTER": QT_TRANSLATE_NOOP("errors", "memuat huruf yang tidak pernah dipakai"),
    "CHECK": QT_TRANSLATE_NOOP("errors", "salah ketik"),
    "LENGTH": QT_TRANSLATE_NOOP("errors", "tidak lengkap"),
    "OTHER": QT_TRANSLATE_NOOP("errors", "bukan kode ruang kerja ini"),
    "EMPTY": QT_TRANSLATE_NOOP("errors", "masih kosong"),
    "TOO_LONG": QT_TRANSLATE_NOOP("errors", "lebih dari 200 karakter"),
    "CONTROL_CHARACTER": QT_TRANSLATE_NOOP("errors", "memuat karakter yang tidak terlihat"),
    "WRONG_REGION_CODE": QT_TRANSLATE_NOOP("errors", "bukan dua atau empat angka"),
    "WRONG_PATTERN": QT_TRANSLATE_NOOP("errors", "memuat bagian yang tidak dikenal"),
    "WRONG_CODE": QT_TRANSLATE_NOOP("errors", "bukan kode klasifikasi seperti “PI = SDM.09”"),
    "WRONG_LOGO": QT_TRANSLATE_NOOP("errors", "bukan nama berkas gambar"),
    "WRONG_ZONE": QT_TRANSLATE_NOOP("errors", "bukan WIB, WITA, atau WIT"),
    "WRONG_PAPER": QT_TRANSLATE_NOOP("errors", "bukan A4 atau F4"),
    "WRONG_KIND": QT_TRANSLATE_NOOP("errors", "bukan PK, PI, PBBK, DH, atau BA"),
    "WRONG_METERAI": QT_TRANSLATE_NOOP("errors", "bukan pilihan seperti “PI = box” (none, box, electronic)"),
    "WRONG_MINUTES": QT_TRANSLATE_NOOP("errors", "bukan 1 sampai 60 menit"),
    "WRONG_TYPE": QT_TRANSLATE_NOOP("errors", "jenis isinya keliru"),
    "UNKNOWN_KEY": QT_TRANSLATE_NOOP("errors", "kunci tidak dikenal"),
    "MISSING_KEY": QT_TRANSLATE_NOOP("errors", "tidak ada"),
    "NO_TOML": QT_TRANSLATE_NOOP("errors", "bukan TOML yang benar"),
    "NO_UTF8": QT_TRANSLATE_NOOP("errors", "bukan UTF-8"),
    "TOML": QT_TRANSLATE_NOOP("errors", "bukan TOML yang benar"),
    "MISSING": QT_TRANSLATE_NOOP("errors", "tidak ada"),
    "WRONG_VALUE": QT_TRANSLATE_NOOP("errors", "nilainya tidak dikenal"),
    "UNKNOWN_FIELD": QT_TRANSLATE_NOOP("errors", "memuat isian {…} yang tidak dikenal"),
    "BRACES": QT_TRANSLATE_NOOP("errors", "kurung kurawalnya tidak berpasangan"),
    "ASTERISKS": QT_TRANSLATE_NOOP("errors", "tanda bintangnya tidak berpasangan"),
    "MISSING_ROLE": QT_TRANSLATE_NOOP("errors", "tempat tanda tangan salah satu peran tidak ada"),
    "FILE_NAME": QT_TRANSLATE_NOOP("errors", "harus sama dengan nama berkasnya, tanpa .toml"),
    "TOO_LARGE": QT_TRANSLATE_NOOP("errors", "berkasnya terlalu besar untuk sebuah naskah"),
    "KIND": QT_TRANSLATE_NOOP("errors", "naskah ini untuk jenis dokumen lain"),
    "NO_DATA": QT_TRANSLATE_NOOP("errors", "datanya tidak ada pada dokumen ini"),
}

INKS: dict[str, str] = {
    "signature": QT_TRANSLATE_NOOP("errors", "tanda tangan"),
    "attachment": QT_TRANSLATE_NOOP("errors", "tanda tangan"),
    "paraf": QT_TRANSLATE_NOOP("errors", "paraf"),
}

FIELDS: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("errors", "nama lengkap kantor"),
    "short_name": QT_TRANSLATE_NOOP("errors", "nama singkat kantor"),
    "place": QT_TRANSLATE_NOOP("errors", "kota"),
    "letterhead": QT_TRANSLATE_NOOP("errors", "kop surat"),
    "address": QT_TRANSLATE_NOOP("errors", "alamat"),
    "region_code": QT_TRANSLATE_NOOP("errors", "kode wilayah"),
    "zone": QT_TRANSLATE_NOOP("errors", "zona waktu"),
    "number_pattern": QT_TRANSLATE_NOOP("errors", "pola nomor"),
    "logo": QT_TRANSLATE_NOOP("errors", "logo"),
    "class_codes": QT_TRANSLATE_NOOP("errors", "kode klasifikasi"),
    "paper": QT_TRANSLATE_NOOP("errors", "kertas"),
    "numbered_kinds": QT_TRANSLATE_NOOP("errors", "dokumen bernomor"),
    "meterai": QT_TRANSLATE_NOOP("errors", "meterai"),
    "witness_minutes": QT_TRANSLATE_NOOP("errors", "waktu konfirmasi saksi"),
    "witness_runs": QT_TRANSLATE_NOOP("errors", "beberapa lembar saksi sekaligus"),
    "later_signature": QT_TRANSLATE_NOOP("errors", "tempat untuk tanda tangan tersertifikasi"),
}

ENTRIES: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("errors", "nama"),
    "office": QT_TRANSLATE_NOOP("errors", "jabatan"),
    "rank": QT_TRANSLATE_NOOP("errors", "pangkat/golongan"),
    "unit": QT_TRANSLATE_NOOP("errors", "unit kerja"),
    "decree": QT_TRANSLATE_NOOP("errors", "dasar penunjukan"),
    "title": QT_TRANSLATE_NOOP("errors", "judul"),
    "occasion": QT_TRANSLATE_NOOP("errors", "acara"),
    "place": QT_TRANSLATE_NOOP("errors", "kota"),
    "venue": QT_TRANSLATE_NOOP("errors", "tempat"),
    "basis": QT_TRANSLATE_NOOP("errors", "dasar baris {row}"),
    "institution": QT_TRANSLATE_NOOP("errors", "nama kelembagaan"),
    "objective": QT_TRANSLATE_NOOP("errors", "sasaran baris {row}"),
    "indicator": QT_TRANSLATE_NOOP("errors", "indikator baris {row}"),
    "target": QT_TRANSLATE_NOOP("errors", "target baris {row}"),
    "programme": QT_TRANSLATE_NOOP("errors", "program baris {row}"),
    "note": QT_TRANSLATE_NOOP("errors", "keterangan baris {row}"),
    "extra": QT_TRANSLATE_NOOP("errors", "kolom tambahan baris {row}"),
    "declaration": QT_TRANSLATE_NOOP("errors", "isian ke-{row} deklarasi"),
    "void": QT_TRANSLATE_NOOP("errors", "alasan pembatalan"),
    "clock": QT_TRANSLATE_NOOP("errors", "pembanding jam"),
    "turn": QT_TRANSLATE_NOOP("errors", "alasan"),
    "step": QT_TRANSLATE_NOOP("errors", "acara baris {row}"),
    "lead": QT_TRANSLATE_NOOP("errors", "yang memimpin acara baris {row}"),
    "exception": QT_TRANSLATE_NOOP("errors", "kejadian"),
    "mended": QT_TRANSLATE_NOOP("errors", "cara mengatasinya"),
    "revision": QT_TRANSLATE_NOOP("errors", "alasan perubahan"),
    "away": QT_TRANSLATE_NOOP("errors", "keterangan"),
}
"""What is typed by hand, by the names in which RosterError gives it."""
