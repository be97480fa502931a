<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>AnnulForm</name>
    <message>
        <source>Batalkan upacara</source>
        <translation>Annul the ceremony</translation>
    </message>
    <message>
        <source>Batalkan seluruh upacara</source>
        <translation>Annul the whole ceremony</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message numerus="yes">
        <source>“{title}” batal untuk seterusnya bersama {n} tanda tangannya.</source>
        <translation>
            <numerusform>“{title}” becomes void for good with its {n} signature.</numerusform>
            <numerusform>“{title}” becomes void for good with its {n} signatures.</numerusform>
        </translation>
    </message>
    <message>
        <source>Semuanya disimpan, tidak ada yang disegel, nomornya tidak dipakai lagi.</source>
        <translation>All of it is kept, nothing is sealed, its numbers are not used again.</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write the reason.</translation>
    </message>
</context>
<context>
    <name>ArrangeForm</name>
    <message>
        <source>Saksi dan urutan</source>
        <translation>Witnesses and order</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ArrangeModel</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Office held</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Menandatangani</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Saksi</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>{name} (dipilih)</source>
        <translation>{name} (chosen)</translation>
    </message>
    <message>
        <source>{kind} Pihak Pertama</source>
        <translation>{kind} First Party</translation>
    </message>
    <message>
        <source>{kind} Pihak Kedua</source>
        <translation>{kind} Second Party</translation>
    </message>
</context>
<context>
    <name>ArrangePanel</name>
    <message>
        <source>Peserta dan saksinya</source>
        <translation>People and their witnesses</translation>
    </message>
    <message>
        <source>Urutkan menurut pangkat dan unit</source>
        <translation>Order by rank and unit</translation>
    </message>
    <message>
        <source>Naik</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Turun</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Saksi menurut jenjang</source>
        <translation>Witnesses by rank</translation>
    </message>
    <message>
        <source>Enter lalu tiga huruf nama memilih saksi; Delete mengembalikan menurut jenjang; Alt+↑ ↓ memindahkan. Dengan tetikus: seret orang ke saksinya, atau ke antara dua baris.</source>
        <translation>Enter, then three letters of a name, chooses a witness; Delete gives the usual one back; Alt+↑ ↓ moves. With the mouse: drag a person onto the witness, or between two rows.</translation>
    </message>
</context>
<context>
    <name>AssistForm</name>
    <message>
        <source>Tanda tangan dengan bantuan</source>
        <translation>Assisted signing</translation>
    </message>
    <message>
        <source>Panggil</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Tidak dapat membaca: dibacakan, lalu menandatangani</source>
        <translation>Cannot read: it is read aloud, then they sign</translation>
    </message>
    <message>
        <source>Tidak dapat menulis: membubuhkan tanda di layar</source>
        <translation>Cannot write: they place a mark on the screen</translation>
    </message>
    <message>
        <source>Tidak dapat menulis: cap jempol pada lembar kertas</source>
        <translation>Cannot write: thumbprint (cap jempol) on a paper sheet</translation>
    </message>
    <message>
        <source>Cara</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>Naskah selalu dibacakan dan dijelaskan.</source>
        <translation>The text is always read aloud and explained.</translation>
    </message>
    <message>
        <source>Pendamping</source>
        <translation>Helper</translation>
    </message>
    <message>
        <source>Membacakan, menjelaskan, dan menyatakannya di layar penanda tangan.</source>
        <translation>Reads aloud, explains, and states so at the signer&apos;s screen.</translation>
    </message>
    <message>
        <source>Keduanya hadir, bukan pendamping, dan bukan Plt., Plh., atau a.n.</source>
        <translation>Both present, not the helper, and not Plt., Plh. or a.n.</translation>
    </message>
    <message>
        <source>Saksi {number}</source>
        <translation>Witness {number}</translation>
    </message>
</context>
<context>
    <name>AttestStep</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Pendamping {name}: {words}</source>
        <translation>Helper {name}: {words}</translation>
    </message>
    <message>
        <source>Saya nyatakan</source>
        <translation>I state this</translation>
    </message>
    <message>
        <source>Saksi: {name}, {office}</source>
        <translation>Witness: {name}, {office}</translation>
    </message>
    <message>
        <source>Saya menyaksikan</source>
        <translation>I witness this</translation>
    </message>
    <message>
        <source>Masing-masing menyentuh tombol di samping namanya sendiri.</source>
        <translation>Each of you touches the button beside your own name.</translation>
    </message>
    <message>
        <source>{minutes} menit telah lewat. Saksi dimohon menyentuh namanya sekali lagi.</source>
        <translation>{minutes} minutes have passed. The witness is asked to tap their name once more.</translation>
    </message>
</context>
<context>
    <name>AwayForm</name>
    <message>
        <source>Tidak hadir: {name}</source>
        <translation>Absent: {name}</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>Izin</source>
        <translation>Permission</translation>
    </message>
    <message>
        <source>Sakit</source>
        <translation>Ill</translation>
    </message>
    <message>
        <source>Cuti</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>Dinas luar</source>
        <translation>On duty elsewhere</translation>
    </message>
    <message>
        <source>Akan terlambat</source>
        <translation>Will be late</translation>
    </message>
    <message>
        <source>Tanpa keterangan</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>Belum diketahui</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Tercetak di Berita Acara di belakang namanya.</source>
        <translation>Printed in the Berita Acara after the name.</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Hanya di meja; tidak tercetak, tidak tampil di aula.</source>
        <translation>At the desk only; neither printed nor shown in the hall.</translation>
    </message>
</context>
<context>
    <name>AwayWords</name>
    <message>
        <source>tanpa keterangan</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>izin</source>
        <translation>permission</translation>
    </message>
    <message>
        <source>sakit</source>
        <translation>ill</translation>
    </message>
    <message>
        <source>cuti</source>
        <translation>on leave</translation>
    </message>
    <message>
        <source>dinas luar</source>
        <translation>on duty elsewhere</translation>
    </message>
    <message>
        <source>terlambat</source>
        <translation>late</translation>
    </message>
    <message>
        <source>meninggalkan acara</source>
        <translation>left the ceremony</translation>
    </message>
</context>
<context>
    <name>BeforeDay</name>
    <message>
        <source>Periksa kesiapan …</source>
        <translation>Check readiness …</translation>
    </message>
    <message>
        <source>Konsep semua lembar …</source>
        <translation>Drafts of all sheets …</translation>
    </message>
    <message>
        <source>Undangan …</source>
        <translation>Invitations …</translation>
    </message>
    <message>
        <source>Konsep semua lembar</source>
        <translation>Drafts of all sheets</translation>
    </message>
    <message>
        <source>Semua lembar disusun seperti akan dibekukan, dengan tanda KONSEP, dalam satu PDF. Berita Acara disusun seolah-olah semua hadir dan menandatangani.</source>
        <translation>All sheets are composed as they will be frozen, marked KONSEP, in one PDF. The minutes are composed as if everybody came and signed.</translation>
    </message>
    <message>
        <source>Undangan</source>
        <translation>Invitations</translation>
    </message>
    <message>
        <source>Setengah halaman setiap orang dengan kode QR untuk kehadiran. Bila daftar diimpor ulang, kode lama tidak berlaku lagi.</source>
        <translation>Half a page per person with a QR code for check-in. When the roster is imported again, older codes no longer hold.</translation>
    </message>
    <message numerus="yes">
        <source>{n} berkas PDF disimpan di {folder}.</source>
        <translation>
            <numerusform>{n} PDF file saved in {folder}.</numerusform>
            <numerusform>{n} PDF files saved in {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Menyusun dan menyimpan</source>
        <translation>Composing and saving</translation>
    </message>
    <message numerus="yes">
        <source>{n} dokumen dikirim ke pencetak.</source>
        <translation>
            <numerusform>{n} document sent to the printer.</numerusform>
            <numerusform>{n} documents sent to the printer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Menyusun dan mencetak</source>
        <translation>Composing and printing</translation>
    </message>
    <message>
        <source>Memeriksa kesiapan</source>
        <translation>Checking readiness</translation>
    </message>
    <message>
        <source>Dibuka untuk latihan; yang belum siap untuk upacara sungguhan: {topics}.</source>
        <translation>Opened for practice; not ready for a real ceremony: {topics}.</translation>
    </message>
    <message>
        <source>Pemeriksaan kesiapan</source>
        <translation>Readiness check</translation>
    </message>
    <message>
        <source>Daftar ini sebagai lembar untuk dibawa dan dicentang.</source>
        <translation>This list as a sheet to carry and tick off.</translation>
    </message>
    <message>
        <source>Cetak …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Simpan PDF …</source>
        <translation>Save PDF …</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Simpan ke folder</source>
        <translation>Save to folder</translation>
    </message>
</context>
<context>
    <name>Calling</name>
    <message>
        <source>Belum dapat memanggil.</source>
        <translation>Nobody can be called yet.</translation>
    </message>
    <message>
        <source>{name} masih di layar penanda tangan.</source>
        <translation>{name} is still at the signer&apos;s screen.</translation>
    </message>
    <message>
        <source>Tunggu sampai selesai, atau tarik kembali.</source>
        <translation>Wait until they have finished, or recall them.</translation>
    </message>
    <message>
        <source>{name} tidak menandatangani {serial}.</source>
        <translation>{name} is not signing {serial}.</translation>
    </message>
    <message>
        <source>Alasannya tercatat; lembar itu dapat ditandatangani nanti.</source>
        <translation>The reason is recorded; the sheet can be signed later.</translation>
    </message>
    <message>
        <source>Yang di layar bukan {name}.</source>
        <translation>The person at the screen is not {name}.</translation>
    </message>
    <message>
        <source>Periksa siapa yang berdiri di sana, lalu panggil lagi.</source>
        <translation>Check who is standing there, then call again.</translation>
    </message>
    <message>
        <source>Layar penanda tangan menampilkan gambar yang sama dengan layar lain.</source>
        <translation>The signer&apos;s screen shows the same picture as another screen.</translation>
    </message>
    <message>
        <source>Isinya disembunyikan. Atur layar agar masing-masing berdiri sendiri.</source>
        <translation>What it showed is hidden. Arrange the screens so that each stands by itself.</translation>
    </message>
    <message>
        <source>Layar penanda tangan terlepas.</source>
        <translation>The signer&apos;s screen is unplugged.</translation>
    </message>
    <message>
        <source>Pasang kembali kabelnya; isinya tidak pindah ke layar lain.</source>
        <translation>Plug its cable in again; what it showed does not move to another screen.</translation>
    </message>
    <message>
        <source>Penandatanganan menunggu dan dilanjutkan sendiri.</source>
        <translation>The signing waits and goes on by itself.</translation>
    </message>
</context>
<context>
    <name>CardMeasure</name>
    <message>
        <source>Tempelkan kartu bank atau KTP pada sudut kiri atas bingkai, lalu geser sudut kanan bawah sampai bingkai tepat sebesar kartu.</source>
        <translation>Lay a bank card or identity card at the upper left corner of the frame, then drag the lower right corner until the frame is exactly as large as the card.</translation>
    </message>
    <message>
        <source>Simpan ukuran</source>
        <translation>Save the size</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CeremonyFields</name>
    <message>
        <source>Penandatanganan PK, PI, PBBK {year}</source>
        <translation>Penandatanganan PK, PI, PBBK {year}</translation>
    </message>
    <message>
        <source>Penandatanganan Perjanjian Kinerja, Pakta Integritas, dan Pernyataan Bebas Benturan Kepentingan Tahun {year}</source>
        <translation>Penandatanganan Perjanjian Kinerja, Pakta Integritas, dan Pernyataan Bebas Benturan Kepentingan Tahun {year}</translation>
    </message>
    <message>
        <source>Kantor {office}</source>
        <translation>Kantor {office}</translation>
    </message>
    <message>
        <source>Ditutup dengan tanda tangan Sekretaris</source>
        <translation>Closed with the signature of the Sekretaris</translation>
    </message>
    <message>
        <source>Hari dan tanggal</source>
        <translation>Day and date</translation>
    </message>
    <message>
        <source>Jam mulai</source>
        <translation>Starting time</translation>
    </message>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Tampil di meja dan di register.</source>
        <translation>Shown at the desk and in the register.</translation>
    </message>
    <message>
        <source>Acara</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Tercetak di Daftar Hadir dan Berita Acara.</source>
        <translation>Printed in the Daftar Hadir and the Berita Acara, in Indonesian.</translation>
    </message>
    <message>
        <source>Hari dan jam</source>
        <translation>Day and time</translation>
    </message>
    <message>
        <source>Kota</source>
        <translation>City</translation>
    </message>
    <message>
        <source>Tercetak sebelum tanggal pada lembar.</source>
        <translation>Printed before the date on each sheet.</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Perjanjian Kinerja</source>
        <translation>Perjanjian Kinerja (performance agreement)</translation>
    </message>
    <message>
        <source>Daftar Hadir</source>
        <translation>Daftar Hadir (attendance list)</translation>
    </message>
    <message>
        <source>Dasar</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Satu dasar hukum setiap baris; boleh kosong.</source>
        <translation>One legal basis per line; may be empty.</translation>
    </message>
    <message>
        <source>Sekretaris dan Ketua (dua pihak)</source>
        <translation>Sekretaris and Ketua (two parties)</translation>
    </message>
    <message>
        <source>Ketua atas nama komisi (satu pihak)</source>
        <translation>Ketua for the commission (one party)</translation>
    </message>
    <message>
        <source>Keduanya, masing-masing dengan lampirannya</source>
        <translation>Both, each with its own attachment</translation>
    </message>
    <message>
        <source>PK dua pihak</source>
        <translation>PK, two parties</translation>
    </message>
    <message>
        <source>PK komisi</source>
        <translation>PK of the commission</translation>
    </message>
    <message>
        <source>PI pegawai</source>
        <translation>PI of the staff</translation>
    </message>
    <message>
        <source>PI komisioner</source>
        <translation>PI of the commissioners</translation>
    </message>
    <message>
        <source>deklarasi</source>
        <translation>declaration</translation>
    </message>
    <message>
        <source>Berita Acara</source>
        <translation>Berita Acara (minutes)</translation>
    </message>
    <message>
        <source>Berita Acara susulan</source>
        <translation>Berita Acara of a late sitting</translation>
    </message>
    <message>
        <source>Naskah biasa</source>
        <translation>Usual form</translation>
    </message>
    <message>
        <source>Naskah {words}</source>
        <translation>Form for {words}</translation>
    </message>
    <message>
        <source>Isian ini tidak boleh kosong.</source>
        <translation>This entry must not be empty.</translation>
    </message>
    <message>
        <source>Pilih paling sedikit satu dokumen.</source>
        <translation>Choose at least one document.</translation>
    </message>
</context>
<context>
    <name>CeremonyForm</name>
    <message>
        <source>Upacara baru</source>
        <translation>New ceremony</translation>
    </message>
    <message>
        <source>Ubah upacara</source>
        <translation>Edit ceremony</translation>
    </message>
    <message>
        <source>Buat upacara</source>
        <translation>Create ceremony</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Lengkapi isian yang ditandai.</source>
        <translation>Complete the marked entries.</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>tetap</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>jabatan berubah</source>
        <translation>other office</translation>
    </message>
    <message>
        <source>data berubah</source>
        <translation>other data</translation>
    </message>
    <message>
        <source>masih Plt., Plh., atau a.n.</source>
        <translation>still Plt., Plh. or a.n.</translation>
    </message>
    <message>
        <source>baru</source>
        <translation>new</translation>
    </message>
    <message>
        <source>tidak ada lagi</source>
        <translation>gone</translation>
    </message>
    <message>
        <source>Benar</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Pada pola</source>
        <translation>In the pattern</translation>
    </message>
</context>
<context>
    <name>ChosenPlace</name>
    <message>
        <source>Dari kiri</source>
        <translation>From the left</translation>
    </message>
    <message>
        <source>Dari atas</source>
        <translation>From the top</translation>
    </message>
    <message>
        <source>Lebar</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Tinggi</source>
        <translation>Height</translation>
    </message>
</context>
<context>
    <name>ClockForm</name>
    <message>
        <source>jam telepon genggam</source>
        <translation>a mobile phone&apos;s clock</translation>
    </message>
    <message>
        <source>jam resmi BMKG</source>
        <translation>BMKG&apos;s official time</translation>
    </message>
    <message>
        <source>jam dinding kantor</source>
        <translation>the office&apos;s wall clock</translation>
    </message>
    <message>
        <source>Jam diperiksa</source>
        <translation>Clock checked</translation>
    </message>
    <message>
        <source>Jam cocok</source>
        <translation>The clock is right</translation>
    </message>
    <message>
        <source>Dicocokkan dengan</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>Bila tidak cocok, betulkan dahulu jam komputer. Yang ditulis di sini tercantum di bukti.</source>
        <translation>If it is not right, set the computer&apos;s clock first. What is written here stands in the evidence.</translation>
    </message>
    <message>
        <source>Tulis pembandingnya.</source>
        <translation>Write what it was compared with.</translation>
    </message>
</context>
<context>
    <name>ClockGuard</name>
    <message>
        <source>Jam komputer melompat maju {long}.</source>
        <translation>The computer&apos;s clock jumped forward by {long}.</translation>
    </message>
    <message>
        <source>Jam komputer melompat mundur {long}.</source>
        <translation>The computer&apos;s clock jumped back by {long}.</translation>
    </message>
    <message>
        <source>Komputer tidur selama {long}.</source>
        <translation>The computer slept for {long}.</translation>
    </message>
    <message>
        <source>Zona waktu komputer berubah dari {before} menjadi {after}.</source>
        <translation>The computer&apos;s time zone changed from {before} to {after}.</translation>
    </message>
    <message>
        <source>Jam komputer menunjukkan tanggal sebelum program ini dibuat ({before}).</source>
        <translation>The computer&apos;s clock says a date before this program was made ({before}).</translation>
    </message>
    <message>
        <source>Jam komputer lebih lambat daripada catatan terakhir jurnal ({long}).</source>
        <translation>The computer&apos;s clock is behind the last entry of the journal ({long}).</translation>
    </message>
    <message numerus="yes">
        <source>{n} jam</source>
        <translation>
            <numerusform>{n} hour</numerusform>
            <numerusform>{n} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} menit</source>
        <translation>
            <numerusform>{n} minute</numerusform>
            <numerusform>{n} minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} detik</source>
        <translation>
            <numerusform>{n} second</numerusform>
            <numerusform>{n} seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Tercatat di jurnal. Cocokkan jam komputer dengan jam yang benar.</source>
        <translation>Noted in the journal. Set the computer&apos;s clock by one that is right.</translation>
    </message>
</context>
<context>
    <name>ClosingWordsForm</name>
    <message>
        <source>Kata penutup upacara sebelumnya</source>
        <translation>Closing words of the previous ceremony</translation>
    </message>
    <message>
        <source>Buka upacara</source>
        <translation>Open the ceremony</translation>
    </message>
    <message>
        <source>Bacakan kedua belas kata dari Berita Acara “{title}” di kertas, lalu ketik di sini.</source>
        <translation>Read the twelve words from the paper minutes (Berita Acara) of “{title}”, and type them here.</translation>
    </message>
    <message>
        <source>Kata ke-{place}</source>
        <translation>Word {place}</translation>
    </message>
    <message>
        <source>Belum diisi.</source>
        <translation>Still empty.</translation>
    </message>
    <message numerus="yes">
        <source>{n} kata tidak cocok; upacara belum dibuka.</source>
        <translation>
            <numerusform>{n} word does not fit; the ceremony is not opened.</numerusform>
            <numerusform>{n} words do not fit; the ceremony is not opened.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tertukar dengan kata ke-{place}.</source>
        <translation>Swapped with word {place}.</translation>
    </message>
    <message>
        <source>Tidak ada dalam daftar kata; mungkin “{word}”?</source>
        <translation>Not in the list of words; perhaps “{word}”?</translation>
    </message>
    <message>
        <source>Tidak ada dalam daftar kata.</source>
        <translation>Not in the list of words.</translation>
    </message>
    <message>
        <source>Bukan kata yang tercatat.</source>
        <translation>Not the word on record.</translation>
    </message>
</context>
<context>
    <name>ClosingWordsView</name>
    <message>
        <source>KPU Desk – Kata penutup</source>
        <translation>KPU Desk – Closing words</translation>
    </message>
    <message>
        <source>Bacakan satu per satu</source>
        <translation>Read one by one</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Kata penutup</source>
        <translation>Closing words</translation>
    </message>
    <message>
        <source>Bacakan keras-keras; dua saksi menuliskannya dengan tangan pada berita acara di kertas. Kata-kata ini ditanyakan saat upacara berikutnya dibuka.</source>
        <translation>Read them aloud; two witnesses write them by hand on the minutes on paper. They are asked for when the next ceremony is opened.</translation>
    </message>
    <message>
        <source>Kata ke-{place} dari {n}</source>
        <translation>Word {place} of {n}</translation>
    </message>
    <message>
        <source>Semua kata</source>
        <translation>All words</translation>
    </message>
    <message>
        <source>Kata berikutnya</source>
        <translation>Next word</translation>
    </message>
</context>
<context>
    <name>ComfortStrip</name>
    <message>
        <source>Huruf</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Kontras</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Kidal</source>
        <translation>Left hand</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Data Anda: apa yang disimpan dan untuk apa</source>
        <translation>Your data: what is kept and what for</translation>
    </message>
    <message>
        <source>Ukuran huruf {percent} persen</source>
        <translation>Text size {percent} percent</translation>
    </message>
    <message>
        <source>Kontras tinggi</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Tata letak untuk tangan kiri</source>
        <translation>Layout for the left hand</translation>
    </message>
</context>
<context>
    <name>CrossCheck</name>
    <message>
        <source>Arahkan pena ke layar ini</source>
        <translation>Send the pen to this screen</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ketuk tanda silang dengan pena, tepat di tengahnya.</source>
        <translation>Tap the cross with the pen, right in its middle.</translation>
    </message>
    <message>
        <source>Kena. Ketuk tanda silang berikutnya.</source>
        <translation>Hit. Tap the next cross.</translation>
    </message>
    <message>
        <source>Pena terarah ke layar ini.</source>
        <translation>The pen points at this screen.</translation>
    </message>
    <message>
        <source>Ketukan itu tiba di layar lain: pena terarah ke layar yang salah.</source>
        <translation>The tap arrived on another screen: the pen points at the wrong one.</translation>
    </message>
    <message>
        <source>Ketukan itu tiba di tempat lain pada layar ini: arah pena tidak tepat.</source>
        <translation>The tap arrived elsewhere on this screen: the pen is not aimed right.</translation>
    </message>
    <message>
        <source>Tekan “Arahkan pena ke layar ini”, dengan tetikus bila perlu.</source>
        <translation>Press “Send the pen to this screen”, with the mouse if need be.</translation>
    </message>
    <message>
        <source>Atur arah pena di pengaturan sistem (bagian tablet), lalu ketuk sekali lagi.</source>
        <translation>Aim the pen in the system&apos;s settings (tablet), then tap once more.</translation>
    </message>
    <message>
        <source>Belum ada ketukan yang tiba. Bila sudah mengetuk, pena mungkin terarah ke layar lain.</source>
        <translation>No tap has arrived. If you did tap, the pen may point at another screen.</translation>
    </message>
    <message>
        <source>Pena diarahkan ke layar ini. Ketuk tanda silang sekali lagi.</source>
        <translation>The pen was sent to this screen. Tap the cross once more.</translation>
    </message>
    <message>
        <source>Arah pena tidak dapat diubah dari sini.</source>
        <translation>The pen cannot be aimed from here.</translation>
    </message>
</context>
<context>
    <name>DeclarationForm</name>
    <message>
        <source>Deklarasi terpisah</source>
        <translation>Separate declaration</translation>
    </message>
    <message>
        <source>Batalkan deklarasi</source>
        <translation>Withdraw declaration</translation>
    </message>
    <message>
        <source>Deklarasi {name} sudah tercatat; isinya hanya ada pada lembarnya. Selama belum ditandatangani, deklarasi dapat dibatalkan: lembar PBBK kembali menunggu tanda tangan.</source>
        <translation>The declaration of {name} is recorded; what it says stands only on its own sheet. While it is unsigned it can be withdrawn: the PBBK sheet then waits for a signature again.</translation>
    </message>
    <message>
        <source>Catat deklarasi</source>
        <translation>Record declaration</translation>
    </message>
    <message>
        <source>{name} tidak menandatangani PBBK, melainkan deklarasi konflik kepentingan pada lembar tersendiri yang terbatas. Isinya tidak tampil di meja, tidak masuk jurnal, dan tidak disebut dalam Berita Acara.</source>
        <translation>{name} does not sign the PBBK but declares a conflict of interest on a separate, restricted sheet. What it says is not shown at the desk, does not enter the journal and is not mentioned in the Berita Acara.</translation>
    </message>
    <message>
        <source>Isian ini tidak boleh kosong.</source>
        <translation>This entry must not be empty.</translation>
    </message>
    <message>
        <source>Lengkapi isian yang ditandai.</source>
        <translation>Complete the marked entries.</translation>
    </message>
</context>
<context>
    <name>DeclineStep</name>
    <message>
        <source>Belum sempat membaca</source>
        <translation>I have not had time to read it</translation>
    </message>
    <message>
        <source>Isi tidak sesuai</source>
        <translation>The content is not right</translation>
    </message>
    <message>
        <source>Alasan lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ya, saya tidak menandatangani</source>
        <translation>Yes, I am not signing</translation>
    </message>
    <message>
        <source>Mengapa Anda tidak menandatangani lembar ini?</source>
        <translation>Why are you not signing this sheet?</translation>
    </message>
    <message>
        <source>Pilih satu alasan. Petugas akan membantu Anda.</source>
        <translation>Choose one reason. The staff will help you.</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>Upacara baru …</source>
        <translation>New ceremony …</translation>
    </message>
    <message>
        <source>Upacara dari pola …</source>
        <translation>Ceremony from a pattern …</translation>
    </message>
    <message>
        <source>Ubah upacara …</source>
        <translation>Edit ceremony …</translation>
    </message>
    <message>
        <source>Buka upacara</source>
        <translation>Open ceremony</translation>
    </message>
    <message>
        <source>Tutup upacara …</source>
        <translation>Close ceremony …</translation>
    </message>
    <message>
        <source>Nyatakan siap</source>
        <translation>Declare ready</translation>
    </message>
    <message>
        <source>Batalkan pernyataan siap</source>
        <translation>Take back “ready”</translation>
    </message>
    <message>
        <source>Jeda upacara …</source>
        <translation>Pause the ceremony …</translation>
    </message>
    <message>
        <source>Lanjutkan upacara</source>
        <translation>Resume the ceremony</translation>
    </message>
    <message>
        <source>Batalkan upacara …</source>
        <translation>Annul the ceremony …</translation>
    </message>
    <message>
        <source>Kata penutup</source>
        <translation>Closing words</translation>
    </message>
    <message>
        <source>Menyusul …</source>
        <translation>To follow …</translation>
    </message>
    <message>
        <source>Lihat lembar …</source>
        <translation>View sheets …</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Impor daftar …</source>
        <translation>Import roster …</translation>
    </message>
    <message>
        <source>Simpan daftar …</source>
        <translation>Save roster …</translation>
    </message>
    <message>
        <source>Tambah pejabat …</source>
        <translation>Add official …</translation>
    </message>
    <message>
        <source>Ubah pejabat …</source>
        <translation>Edit official …</translation>
    </message>
    <message>
        <source>Keluarkan dari daftar …</source>
        <translation>Remove from roster …</translation>
    </message>
    <message>
        <source>Saksi dan urutan …</source>
        <translation>Witnesses and order …</translation>
    </message>
    <message>
        <source>Batalkan lembar …</source>
        <translation>Make a sheet void …</translation>
    </message>
    <message>
        <source>Dibantu …</source>
        <translation>Assisted …</translation>
    </message>
    <message>
        <source>Deklarasi terpisah …</source>
        <translation>Separate declaration …</translation>
    </message>
    <message>
        <source>Catat hadir   Enter</source>
        <translation>Check in   Enter</translation>
    </message>
    <message>
        <source>Tidak hadir …</source>
        <translation>Absent …</translation>
    </message>
    <message>
        <source>Batalkan kehadiran</source>
        <translation>Undo check-in</translation>
    </message>
    <message>
        <source>Cari</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Panggil berikutnya</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Dokumen kantor (PDF) …</source>
        <translation>Document of the office (PDF) …</translation>
    </message>
    <message>
        <source>Folder dokumen, satu PDF tiap orang …</source>
        <translation>Folder of documents, one PDF per person …</translation>
    </message>
    <message>
        <source>Dokumen kantor yang ikut</source>
        <translation>Documents of the office that take part</translation>
    </message>
    <message>
        <source>Sasaran dan anggaran …</source>
        <translation>Objectives and budget …</translation>
    </message>
    <message>
        <source>Sasaran dan anggaran PK komisi …</source>
        <translation>Objectives and budget, PK of the commission …</translation>
    </message>
    <message>
        <source>Perubahan sesudah disegel …</source>
        <translation>Revision after sealing …</translation>
    </message>
    <message>
        <source>Segel rekaman</source>
        <translation>Seal records</translation>
    </message>
    <message>
        <source>Buka rekaman …</source>
        <translation>Open records …</translation>
    </message>
    <message>
        <source>Periksa berkas …</source>
        <translation>Verify files …</translation>
    </message>
    <message>
        <source>Pengaturan kantor …</source>
        <translation>Office settings …</translation>
    </message>
    <message>
        <source>Jam diperiksa …</source>
        <translation>Clock checked …</translation>
    </message>
    <message>
        <source>Naskah dan formulir …</source>
        <translation>Texts and forms …</translation>
    </message>
    <message>
        <source>Tombol</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Catat hadir, dikenali dengan   Shift+Enter</source>
        <translation>Check in, identified by   Shift+Enter</translation>
    </message>
    <message>
        <source>Keluarkan “{name}”</source>
        <translation>Take “{name}” out</translation>
    </message>
    <message>
        <source>Meninggalkan acara …</source>
        <translation>Leaves the ceremony …</translation>
    </message>
    <message>
        <source>&amp;Upacara</source>
        <translation>&amp;Ceremony</translation>
    </message>
    <message>
        <source>&amp;Peserta</source>
        <translation>&amp;People</translation>
    </message>
    <message>
        <source>Perjanjian &amp;Kinerja</source>
        <translation>Perjanjian &amp;Kinerja</translation>
    </message>
    <message>
        <source>&amp;Rekaman</source>
        <translation>&amp;Records</translation>
    </message>
    <message>
        <source>K&amp;antor</source>
        <translation>&amp;Office</translation>
    </message>
    <message>
        <source>&amp;Bantuan</source>
        <translation>&amp;Help</translation>
    </message>
</context>
<context>
    <name>DeskController</name>
    <message numerus="yes">
        <source>Upacara dibuka; {n} lembar dibekukan.</source>
        <translation>
            <numerusform>Ceremony opened; {n} sheet frozen.</numerusform>
            <numerusform>Ceremony opened; {n} sheets frozen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Menyusun dan membekukan lembar</source>
        <translation>Composing and freezing the sheets</translation>
    </message>
    <message>
        <source>Menutup upacara</source>
        <translation>Closing the ceremony</translation>
    </message>
    <message>
        <source>Menyegel dan memeriksa rekaman</source>
        <translation>Sealing and verifying the records</translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman disegel dan diperiksa.</source>
        <translation>
            <numerusform>{n} record sealed and verified.</numerusform>
            <numerusform>{n} records sealed and verified.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} gagal: {serials}.</source>
        <translation>{n} failed: {serials}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar belum disegel.</source>
        <translation>
            <numerusform>{n} sheet not yet sealed.</numerusform>
            <numerusform>{n} sheets not yet sealed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum dapat dimulai: {what}.</source>
        <translation>Cannot begin yet: {what}.</translation>
    </message>
    <message>
        <source>Tunggu sampai pekerjaan yang berjalan selesai.</source>
        <translation>Wait until the work that is under way has ended.</translation>
    </message>
</context>
<context>
    <name>DeskDialogs</name>
    <message>
        <source>Keluarkan dari daftar</source>
        <translation>Remove from roster</translation>
    </message>
    <message>
        <source>Keluarkan {name} dari daftar? Lembarnya yang belum ditandatangani ikut dihapus dari upacara ini.</source>
        <translation>Remove {name} from the roster? Their unsigned sheets are removed from this ceremony as well.</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tutup upacara “{title}”? Hitungannya dibekukan dan Berita Acara disusun.</source>
        <translation>Close the ceremony “{title}”? The count is frozen and the Berita Acara (minutes) drawn up.</translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar belum lengkap; penanda tangannya dapat menyusul.</source>
        <translation>
            <numerusform>{n} sheet is incomplete; its signers can follow later.</numerusform>
            <numerusform>{n} sheets are incomplete; their signers can follow later.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tutup upacara</source>
        <translation>Close ceremony</translation>
    </message>
    <message>
        <source>Tutup KPU Desk</source>
        <translation>Close KPU Desk</translation>
    </message>
    <message>
        <source>{name} sedang di layar penanda tangan. Bila KPU Desk ditutup, goresan yang belum diterima dihapus.</source>
        <translation>{name} is at the signer&apos;s screen. If KPU Desk is closed, strokes that were not accepted are erased.</translation>
    </message>
    <message>
        <source>Seseorang</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>Upacara pertama kantor ini: belum ada kata penutup yang ditanyakan.</source>
        <translation>The first ceremony of this office: there are no closing words to ask for.</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>Pilih upacara</source>
        <translation>Choose ceremony</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Belum ada upacara</source>
        <translation>No ceremony yet</translation>
    </message>
    <message>
        <source>DISIAPKAN</source>
        <translation>IN PREPARATION</translation>
    </message>
    <message>
        <source>SIAP</source>
        <translation>READY</translation>
    </message>
    <message>
        <source>BERLANGSUNG</source>
        <translation>IN PROGRESS</translation>
    </message>
    <message>
        <source>Tutup upacara</source>
        <translation>Close ceremony</translation>
    </message>
    <message>
        <source>DIJEDA</source>
        <translation>PAUSED</translation>
    </message>
    <message>
        <source>DITUTUP</source>
        <translation>CLOSED</translation>
    </message>
    <message>
        <source>Segel rekaman</source>
        <translation>Seal records</translation>
    </message>
    <message>
        <source>DISEGEL</source>
        <translation>SEALED</translation>
    </message>
    <message>
        <source>Buka rekaman</source>
        <translation>Open records</translation>
    </message>
    <message>
        <source>DIBATALKAN</source>
        <translation>ANNULLED</translation>
    </message>
    <message>
        <source>Upacara baru …</source>
        <translation>New ceremony …</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Terima kasih.</source>
        <translation>Thank you.</translation>
    </message>
    <message>
        <source>Silakan serahkan pena.</source>
        <translation>Please hand on the pen.</translation>
    </message>
    <message>
        <source>Dicatat: {count} lembar tidak Anda tandatangani.</source>
        <translation>Recorded: you did not sign {count} of the sheets.</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>{name} sudah tercatat hadir pukul {time} ({identified}).</source>
        <translation>{name} was already checked in at {time} ({identified}).</translation>
    </message>
    <message>
        <source>Bila itu orang lain, batalkan kehadirannya: Shift+F2.</source>
        <translation>If that is somebody else, take the check-in back: Shift+F2.</translation>
    </message>
    <message>
        <source>Bila itu orang lain, catat bahwa ia meninggalkan acara: F4.</source>
        <translation>If it was somebody else, note that this person left: F4.</translation>
    </message>
    <message>
        <source>Kehadiran {name} dibatalkan.</source>
        <translation>The check-in of {name} was taken back.</translation>
    </message>
    <message>
        <source>{name} tercatat hadir ({identified}).</source>
        <translation>{name} is checked in ({identified}).</translation>
    </message>
</context>
<context>
    <name>EachForm</name>
    <message>
        <source>Tempat pada tiap berkas</source>
        <translation>Places on each file</translation>
    </message>
    <message>
        <source>Sudah benar, pakai semua</source>
        <translation>All correct, use them</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Tempat-tempatnya</source>
        <translation>Its places</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Lihat {file}</source>
        <translation>Look at {file}</translation>
    </message>
    <message>
        <source>{n} berkas perlu dilihat dahulu.</source>
        <translation>Files to be looked at first: {n}.</translation>
    </message>
    <message>
        <source>{n} tempat kehilangan tulisannya</source>
        <translation>places that lost their text: {n}</translation>
    </message>
    <message>
        <source>{n} tempat ikut bergeser</source>
        <translation>places that moved along: {n}</translation>
    </message>
    <message>
        <source>sudah dilihat</source>
        <translation>looked at</translation>
    </message>
    <message>
        <source>sama</source>
        <translation>the same</translation>
    </message>
</context>
<context>
    <name>EraseForm</name>
    <message>
        <source>Hapus goresan seseorang</source>
        <translation>Erase somebody&apos;s strokes</translation>
    </message>
    <message>
        <source>Hapus …</source>
        <translation>Erase …</translation>
    </message>
    <message numerus="yes">
        <source>{name} – {n} goresan</source>
        <translation>
            <numerusform>{name} – {n} stroke</numerusform>
            <numerusform>{name} – {n} strokes</numerusform>
        </translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Hanya goresan pada upacara ini.</source>
        <translation>Only strokes of this ceremony.</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Masuk ke jurnal, misalnya nomor permohonan.</source>
        <translation>Goes into the journal, for example the number of the request.</translation>
    </message>
    <message>
        <source>Yang dihapus adalah waktu, tekanan, dan kemiringan pena. Gambar tanda tangan, sidik, dan bukti tetap ada; semua rekaman tetap sah. Salinan di cadangan dan di paket yang sudah dikeluarkan tidak ikut terhapus.</source>
        <translation>What is erased are time, pressure and tilt of the pen. The drawn signature, digests and evidence stay; all records stay valid. Copies in backups and in packages already handed out are not erased.</translation>
    </message>
    <message>
        <source>Tidak ada goresan tersimpan pada upacara ini.</source>
        <translation>No strokes are stored for this ceremony.</translation>
    </message>
    <message>
        <source>Hapus goresan</source>
        <translation>Erase strokes</translation>
    </message>
    <message>
        <source>Goresan {name} dihapus untuk selamanya, dan tidak dapat dikembalikan.</source>
        <translation>The strokes of {name} are erased for good and cannot be brought back.</translation>
    </message>
    <message>
        <source>Hapus untuk selamanya</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>EscrowBanner</name>
    <message>
        <source>Goresan belum tersandi bagi pihak lain: siapa pun yang membuka ruang kerja ini dapat membaca waktu dan tekanannya.</source>
        <translation>Strokes are not encrypted to anybody else: whoever opens this workspace can read their time and pressure.</translation>
    </message>
    <message>
        <source>Pilih sertifikat …</source>
        <translation>Choose certificate …</translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan lama belum tersandi.</source>
        <translation>
            <numerusform>{n} older stroke is not encrypted yet.</numerusform>
            <numerusform>{n} older strokes are not encrypted yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sandikan …</source>
        <translation>Encrypt …</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Simpan hasil (PDF)</source>
        <translation>Save the result (PDF)</translation>
    </message>
    <message>
        <source>Uji pena</source>
        <translation>Pen test</translation>
    </message>
    <message>
        <source>Laju</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Simpangan</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Jeda terbesar</source>
        <translation>Largest gap</translation>
    </message>
    <message>
        <source>Hilang</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Digabung</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>Tekanan</source>
        <translation>Pressure</translation>
    </message>
    <message>
        <source>Ketelitian</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Kemiringan</source>
        <translation>Tilt</translation>
    </message>
    <message>
        <source>Titik</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Ketuk tanda silang</source>
        <translation>Tap the cross</translation>
    </message>
    <message>
        <source>Ukur dengan kartu</source>
        <translation>Measure with a card</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{rate} titik/dtk</source>
        <translation>{rate} points/s</translation>
    </message>
    <message>
        <source>Ikuti garis di bidang tulis, lalu tanda tangani seperti biasa.</source>
        <translation>Follow the lines on the pad, then sign as usual.</translation>
    </message>
    <message>
        <source>, {levels} tingkat</source>
        <translation>, {levels} levels</translation>
    </message>
    <message>
        <source>ada</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Hasil periksa</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Belum diperiksa</source>
        <translation>Not verified yet</translation>
    </message>
</context>
<context>
    <name>FollowForm</name>
    <message>
        <source>Penandatanganan susulan dibuka. Catat kehadiran yang datang, lalu panggil.</source>
        <translation>The late sitting is open. Check in whoever comes, then call.</translation>
    </message>
    <message>
        <source>Penandatanganan susulan ditutup; {serial} menunggu tanda tangan.</source>
        <translation>The late sitting is ended; {serial} waits for signatures.</translation>
    </message>
    <message>
        <source>Penandatanganan susulan ditutup; tidak ada yang menandatangani.</source>
        <translation>The late sitting is ended; nobody signed.</translation>
    </message>
    <message>
        <source>Menyusul</source>
        <translation>To follow</translation>
    </message>
    <message>
        <source>Tutup penandatanganan susulan</source>
        <translation>End the late sitting</translation>
    </message>
    <message>
        <source>Buka penandatanganan susulan</source>
        <translation>Open a late sitting</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Yang masih akan menandatangani</source>
        <translation>Who is still to sign</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Remark</translation>
    </message>
    <message numerus="yes">
        <source>Susulan ke-{number}, dibuka {time}: {n} tanda tangan. Berita Acaranya disusun.</source>
        <translation>
            <numerusform>Late sitting {number}, opened {time}: {n} signature. Its Berita Acara will be drawn up.</numerusform>
            <numerusform>Late sitting {number}, opened {time}: {n} signatures. Its Berita Acara will be drawn up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Susulan ke-{number} dijeda: {n} tanda tangan. Lanjutkan sebelum ditutup.</source>
        <translation>
            <numerusform>Later signing no. {number} is paused: {n} signature. Resume it before ending it.</numerusform>
            <numerusform>Later signing no. {number} is paused: {n} signatures. Resume it before ending it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidak ada lagi yang menyusul.</source>
        <translation>Nobody is to follow any more.</translation>
    </message>
    <message numerus="yes">
        <source>{n} orang belum menandatangani semua lembarnya. Penandatanganan susulan mencatat kehadiran tersendiri dan mendapat Berita Acara sendiri; rekaman menyebut tanggal yang sebenarnya.</source>
        <translation>
            <numerusform>{n} person has not signed every sheet. A late sitting notes presence anew and has a Berita Acara of its own; the record names the true date.</numerusform>
            <numerusform>{n} people have not signed every sheet. A late sitting notes presence anew and has a Berita Acara of its own; the record names the true date.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} sebagai saksi</source>
        <translation>{n} as witness</translation>
    </message>
    <message>
        <source>menolak</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>tidak hadir</source>
        <translation>absent</translation>
    </message>
</context>
<context>
    <name>FormDetails</name>
    <message>
        <source>Salin ke folder kantor untuk diubah</source>
        <translation>Copy to the office&apos;s folder to edit</translation>
    </message>
    <message>
        <source>Buka folder kantor</source>
        <translation>Open the office&apos;s folder</translation>
    </message>
    <message>
        <source>Keterangan naskah</source>
        <translation>About the form</translation>
    </message>
    <message>
        <source>Naskah kantor; dipakai sebagai ganti naskah bawaan.</source>
        <translation>The office&apos;s form; used in place of the shipped one.</translation>
    </message>
    <message>
        <source>Naskah kantor, tambahan di samping naskah bawaan.</source>
        <translation>The office&apos;s form, in addition to the shipped ones.</translation>
    </message>
    <message>
        <source>Naskah bawaan; tidak dipakai karena kantor mempunyai naskahnya sendiri.</source>
        <translation>Shipped form; not used, because the office has its own.</translation>
    </message>
    <message>
        <source>Naskah bawaan KPU Desk.</source>
        <translation>Form shipped with KPU Desk.</translation>
    </message>
    <message>
        <source>Menurut berkas kantor kalimatnya dari peraturan. {note}</source>
        <translation>According to the office&apos;s file the wording is that of a regulation. {note}</translation>
    </message>
    <message>
        <source>Menurut berkas kantor kalimatnya rancangan. {note}</source>
        <translation>According to the office&apos;s file the wording is a draft. {note}</translation>
    </message>
    <message>
        <source>Kalimatnya dari peraturan. {note}</source>
        <translation>The wording is that of a regulation. {note}</translation>
    </message>
    <message>
        <source>Kalimatnya rancangan, bukan naskah resmi. {note}</source>
        <translation>The wording is a draft, no official text. {note}</translation>
    </message>
    <message>
        <source>Versi {version}, tahun {year}</source>
        <translation>Version {version}, year {year}</translation>
    </message>
    <message>
        <source>Lembar pribadi, tercetak TERBATAS.</source>
        <translation>Private sheet, printed TERBATAS (restricted).</translation>
    </message>
    <message>
        <source>Dasar: {basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>FormTextsModel</name>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Naskah</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Kalimat</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>keliru, baris {line}</source>
        <translation>faulty, line {line}</translation>
    </message>
    <message>
        <source>keliru</source>
        <translation>faulty</translation>
    </message>
    <message>
        <source>milik kantor</source>
        <translation>the office&apos;s</translation>
    </message>
    <message>
        <source>diganti kantor</source>
        <translation>replaced by the office</translation>
    </message>
    <message>
        <source>bawaan</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>peraturan</source>
        <translation>regulation</translation>
    </message>
    <message>
        <source>rancangan</source>
        <translation>draft</translation>
    </message>
</context>
<context>
    <name>FormTextsWindow</name>
    <message>
        <source>KPU Desk – Naskah dan formulir</source>
        <translation>KPU Desk – Texts and forms</translation>
    </message>
    <message>
        <source>Tambah formulir …</source>
        <translation>Add form …</translation>
    </message>
    <message>
        <source>Muat ulang</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Naskah dengan data contoh</source>
        <translation>Form with sample data</translation>
    </message>
    <message>
        <source>Salinan ada di {path}. Ubah dengan penyunting teks, lalu tekan Muat ulang.</source>
        <translation>The copy is at {path}. Edit it with a text editor, then press Reload.</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Formulir “{name}” ditambahkan.</source>
        <translation>Form “{name}” added.</translation>
    </message>
    <message>
        <source>Naskah ini dapat ditampilkan sesudah dibetulkan dan dimuat ulang.</source>
        <translation>This form can be shown once it is corrected and reloaded.</translation>
    </message>
    <message>
        <source>Tambah formulir</source>
        <translation>Add form</translation>
    </message>
    <message>
        <source>Naskah (*.toml)</source>
        <translation>Forms (*.toml)</translation>
    </message>
    <message>
        <source>Daftar naskah</source>
        <translation>List of forms</translation>
    </message>
    <message>
        <source>Naskah dan formulir</source>
        <translation>Texts and forms</translation>
    </message>
    <message>
        <source>Dengan data contoh; orang dan kantornya rekaan.</source>
        <translation>With sample data; people and office are invented.</translation>
    </message>
    <message>
        <source>Tampilkan pada {paper}</source>
        <translation>Show on {paper}</translation>
    </message>
</context>
<context>
    <name>Gladi</name>
    <message>
        <source>Kembali ke meja kantor</source>
        <translation>Back to the office&apos;s desk</translation>
    </message>
    <message>
        <source>Gladi bersih upacara ini …</source>
        <translation>Rehearse this ceremony …</translation>
    </message>
    <message>
        <source>Menyiapkan gladi bersih …</source>
        <translation>Preparing the rehearsal …</translation>
    </message>
    <message>
        <source>Upacara ini disalin ke ruang kerja gladi: basis data dan kunci sendiri, warna lain, tanda GLADI di setiap jendela dan halaman. Tidak ada yang menjadi rekaman sungguhan; meja kantor menunggu.</source>
        <translation>This ceremony is copied into a workspace for rehearsing: a database and keys of its own, another colour, GLADI on every window and page. Nothing becomes a real record; the office&apos;s desk waits.</translation>
    </message>
    <message>
        <source>Lanjutkan gladi terakhir</source>
        <translation>Go on with the last rehearsal</translation>
    </message>
    <message>
        <source>Gladi bersih</source>
        <translation>Rehearsal</translation>
    </message>
    <message>
        <source>Mulai gladi bersih</source>
        <translation>Begin the rehearsal</translation>
    </message>
    <message>
        <source>Jangan sekarang</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>GLADI – latihan; tidak ada yang menjadi rekaman sungguhan. Meja kantor menunggu.</source>
        <translation>GLADI – a rehearsal; nothing becomes a real record. The office&apos;s desk waits.</translation>
    </message>
</context>
<context>
    <name>GroupsButton</name>
    <message>
        <source>semua</source>
        <translation>all</translation>
    </message>
    <message>
        <source>{kind}: {groups}</source>
        <translation>{kind}: {groups}</translation>
    </message>
    <message>
        <source>Yang menandatangani {kind}: {groups}</source>
        <translation>Who signs {kind}: {groups}</translation>
    </message>
    <message>
        <source>Ketua dan anggota</source>
        <translation>Ketua and Anggota</translation>
    </message>
    <message>
        <source>Sekretariat</source>
        <translation>Secretariat</translation>
    </message>
</context>
<context>
    <name>HallMenu</name>
    <message>
        <source>Au&amp;la</source>
        <translation>Ha&amp;ll</translation>
    </message>
    <message>
        <source>Tampilkan di layar</source>
        <translation>Show on screen</translation>
    </message>
    <message>
        <source>Bacakan</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Selesai membacakan</source>
        <translation>Reading finished</translation>
    </message>
    <message>
        <source>Halaman berikut</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Latar gelap</source>
        <translation>Dark background</translation>
    </message>
    <message>
        <source>Layar {number}: {name}, {width} × {height}</source>
        <translation>Screen {number}: {name}, {width} × {height}</translation>
    </message>
    <message>
        <source>Tidak ditampilkan</source>
        <translation>Not shown</translation>
    </message>
</context>
<context>
    <name>HallWindow</name>
    <message>
        <source>KPU Desk – Aula</source>
        <translation>KPU Desk – Hall</translation>
    </message>
    <message>
        <source>{mark} – latihan</source>
        <translation>{mark} – rehearsal</translation>
    </message>
    <message>
        <source>CONTOH – data contoh</source>
        <translation>CONTOH – sample data</translation>
    </message>
    <message>
        <source>Segera dimulai</source>
        <translation>About to begin</translation>
    </message>
    <message>
        <source>Menandatangani</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>{step} · menandatangani</source>
        <translation>{step} · signing now</translation>
    </message>
    <message>
        <source>Upacara ditutup</source>
        <translation>Ceremony closed</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{step} · berikutnya</source>
        <translation>{step} · next</translation>
    </message>
    <message>
        <source>Upacara dijeda</source>
        <translation>The ceremony is paused</translation>
    </message>
    <message>
        <source>Berikutnya: {person}</source>
        <translation>Next: {person}</translation>
    </message>
    <message>
        <source>{done} dari {total} lembar</source>
        <translation>{done} of {total} sheets</translation>
    </message>
</context>
<context>
    <name>HelperStep</name>
    <message>
        <source>Baca lagi</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Pendamping: {name}, {office}. Sentuh setiap pernyataan yang Anda buat.</source>
        <translation>Helper: {name}, {office}. Tap every statement that you make.</translation>
    </message>
    <message>
        <source>Saya nyatakan</source>
        <translation>I state this</translation>
    </message>
</context>
<context>
    <name>ImportMapping</name>
    <message>
        <source>Lembar dan kolom</source>
        <translation>Worksheet and columns</translation>
    </message>
    <message>
        <source>Baca lagi</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Lembar kerja</source>
        <translation>Worksheet</translation>
    </message>
    <message>
        <source>Judul kolom</source>
        <translation>Column headings</translation>
    </message>
    <message>
        <source>Orang pertama ada di bawah baris ini.</source>
        <translation>The first person stands below this row.</translation>
    </message>
    <message>
        <source>Isi lembar kerja</source>
        <translation>Contents of the worksheet</translation>
    </message>
    <message>
        <source>Tunjuk kolomnya; tanpa ini tidak ada daftar.</source>
        <translation>Point out the column; without it there is no roster.</translation>
    </message>
    <message>
        <source>Kolom ini sudah dipakai di atas.</source>
        <translation>This column is already used above.</translation>
    </message>
    <message>
        <source>Betulkan isian yang ditandai.</source>
        <translation>Correct the marked entries.</translation>
    </message>
    <message>
        <source>Arti judul kolom diingat untuk kantor ini sesudah daftarnya diimpor; isi selnya tidak diingat.</source>
        <translation>The meaning of the headings is remembered for this office once its roster is imported; the contents of cells are not.</translation>
    </message>
    <message>
        <source>Tidak ada; orangnya mulai di baris 1</source>
        <translation>None; people begin in row 1</translation>
    </message>
    <message>
        <source>Baris {n}: {words}</source>
        <translation>Row {n}: {words}</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message numerus="yes">
        <source> · {n} orang</source>
        <translation>
            <numerusform> · {n} person</numerusform>
            <numerusform> · {n} people</numerusform>
        </translation>
    </message>
    <message>
        <source> · tersembunyi</source>
        <translation> · hidden</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Pangkat</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Golongan</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Office held</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Gelar depan</source>
        <translation>Titles before the name</translation>
    </message>
    <message>
        <source>Gelar belakang</source>
        <translation>Titles after the name</translation>
    </message>
    <message>
        <source>Nomor urut</source>
        <translation>Number</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Pratinjau impor</source>
        <translation>Import preview</translation>
    </message>
    <message numerus="yes">
        <source>Impor {n} orang</source>
        <translation>
            <numerusform>Import {n} person</numerusform>
            <numerusform>Import {n} people</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} kesalahan harus dibetulkan di berkasnya; belum ada yang diimpor.</source>
        <translation>Errors to correct in the file: {n}; nothing is imported yet.</translation>
    </message>
    <message>
        <source>{n} hal perlu diperiksa; daftar dapat diimpor.</source>
        <translation>Points to check: {n}; the roster can be imported.</translation>
    </message>
    <message>
        <source>Tidak ada masalah; daftar dapat diimpor.</source>
        <translation>No problems; the roster can be imported.</translation>
    </message>
    <message numerus="yes">
        <source>{file} · {n} orang siap diimpor · judul kolom di baris {row}</source>
        <translation>
            <numerusform>{file} · {n} person ready to import · headings in row {row}</numerusform>
            <numerusform>{file} · {n} people ready to import · headings in row {row}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · menggantikan {n} orang di meja</source>
        <translation>
            <numerusform> · replaces {n} person at the desk</numerusform>
            <numerusform> · replaces {n} people at the desk</numerusform>
        </translation>
    </message>
    <message>
        <source>Orang yang akan disimpan</source>
        <translation>People to be saved</translation>
    </message>
    <message>
        <source>Masalah yang ditemukan</source>
        <translation>Problems found</translation>
    </message>
    <message>
        <source>Akan disimpan ({n})</source>
        <translation>To be saved ({n})</translation>
    </message>
    <message>
        <source>Lembar dan kolom …</source>
        <translation>Worksheet and columns …</translation>
    </message>
    <message>
        <source>Ganti huruf yang tidak dapat dicetak dengan {mark}</source>
        <translation>Replace characters that cannot be printed with {mark}</translation>
    </message>
    <message>
        <source>Masalah ({most} yang pertama dari {n})</source>
        <translation>Problems (first {most} of {n})</translation>
    </message>
    <message>
        <source>Masalah ({n})</source>
        <translation>Problems ({n})</translation>
    </message>
</context>
<context>
    <name>InkCanvas</name>
    <message>
        <source>Bidang %1</source>
        <translation>Field of %1</translation>
    </message>
    <message>
        <source>Bidang tanda tangan %1</source>
        <translation>Signature field of %1</translation>
    </message>
</context>
<context>
    <name>InkPage</name>
    <message>
        <source>Waktu, tekanan, dan kemiringan pena setiap tanda tangan disimpan untuk pemeriksaan ahli. Bila kantor memilih sertifikat pihak lain, misalnya inspektorat, hanya pemegang kunci sertifikat itu yang dapat membacanya; kantor tetap memiliki gambar goresan dan sidiknya.</source>
        <translation>Time, pressure and tilt of the pen are kept for every signature, for examination by an expert. If the office chooses an escrow certificate of somebody else, for example the inspectorate, only the holder of its key can read them; the office still has the drawn strokes and their digests.</translation>
    </message>
    <message>
        <source>Pilih sertifikat …</source>
        <translation>Choose certificate …</translation>
    </message>
    <message>
        <source>Pakai sertifikat ini …</source>
        <translation>Use this certificate …</translation>
    </message>
    <message>
        <source>Sandikan goresan lama</source>
        <translation>Encrypt older strokes</translation>
    </message>
    <message>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Sertifikat dipakai mulai sekarang.</source>
        <translation>The certificate is in use from now on.</translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan lama tersandi sekarang.</source>
        <translation>
            <numerusform>{n} older stroke is encrypted now.</numerusform>
            <numerusform>{n} older strokes are encrypted now.</numerusform>
        </translation>
    </message>
    <message>
        <source>{closed} goresan tersandi, {open} belum, {erased} dihapus.</source>
        <translation>Strokes: {closed} encrypted, {open} not yet, {erased} erased.</translation>
    </message>
    <message>
        <source>Belum ada sertifikat: siapa pun yang membuka ruang kerja ini dapat membaca goresan.</source>
        <translation>No certificate yet: whoever opens this workspace can read the strokes.</translation>
    </message>
    <message>
        <source>Goresan disandikan untuk {holder} (berlaku sampai {until}).</source>
        <translation>Strokes are encrypted to {holder} (valid until {until}).</translation>
    </message>
    <message>
        <source>Yang dipilih: {holder}, berlaku sampai {until}</source>
        <translation>Chosen: {holder}, valid until {until}</translation>
    </message>
    <message numerus="yes">
        <source>Di folder cadangan ruang kerja ada {n} salinan basis data. Goresan dari sebelum penyandian masih terbaca di dalamnya; hapus salinan yang tidak diperlukan lagi.</source>
        <translation>
            <numerusform>There is {n} copy of the database in the workspace&apos;s backup folder. Strokes from before the encryption can still be read in it; delete it if it is no longer needed.</numerusform>
            <numerusform>There are {n} copies of the database in the workspace&apos;s backup folder. Strokes from before the encryption can still be read in them; delete those no longer needed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sidik SHA-256 {fingerprint}</source>
        <translation>SHA-256 digest {fingerprint}</translation>
    </message>
    <message>
        <source>Sertifikat goresan</source>
        <translation>Escrow certificate</translation>
    </message>
    <message>
        <source>Bandingkan sidik ini dengan yang disebut {holder} sendiri, misalnya lewat telepon:

{fingerprint}

Goresan yang tersandi hanya dapat dibaca dengan kunci sertifikat ini, dan tidak dapat dikembalikan.</source>
        <translation>Compare this digest with the one that {holder} gives you, for example by telephone:

{fingerprint}

Encrypted strokes can only be read with this certificate&apos;s key, and the encryption cannot be undone.</translation>
    </message>
    <message>
        <source>Sidiknya sama, pakai</source>
        <translation>The digest is the same, use it</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pilih sertifikat untuk goresan</source>
        <translation>Choose the escrow certificate for strokes</translation>
    </message>
    <message>
        <source>Sertifikat (*.pem *.crt *.cer *.der)</source>
        <translation>Certificates (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>LeftForm</name>
    <message>
        <source>Dipanggil tugas mendesak</source>
        <translation>Called to urgent duty</translation>
    </message>
    <message>
        <source>Tugas di tempat lain</source>
        <translation>Duty elsewhere</translation>
    </message>
    <message>
        <source>Keperluan keluarga</source>
        <translation>Family matter</translation>
    </message>
    <message>
        <source>Kurang sehat</source>
        <translation>Not feeling well</translation>
    </message>
    <message>
        <source>{name} meninggalkan acara; lembarnya menunggu sampai ia hadir lagi.</source>
        <translation>{name} has left the ceremony; the sheets wait until the person is here again.</translation>
    </message>
    <message>
        <source>Meninggalkan acara: {name}</source>
        <translation>Leaves the ceremony: {name}</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Hanya di meja; di Berita Acara paling banyak tercetak pukul berapa ia pergi.</source>
        <translation>Only at the desk; the minutes print at most when the person left.</translation>
    </message>
    <message>
        <source>{sheets} sudah ditandatangani pihak lain; lembar itu terhenti sampai ia hadir lagi.</source>
        <translation>The other party signed {sheets} already; the sheet waits until this person is here again.</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write the reason.</translation>
    </message>
</context>
<context>
    <name>LiveInk</name>
    <message>
        <source>Goresan di layar penanda tangan</source>
        <translation>Strokes on the signer&apos;s screen</translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan</source>
        <translation>
            <numerusform>{n} stroke</numerusform>
            <numerusform>{n} strokes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogoEntry</name>
    <message>
        <source>Pilih gambar …</source>
        <translation>Choose picture …</translation>
    </message>
    <message>
        <source>Tanpa logo</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Logo yang dipilih</source>
        <translation>Chosen logo</translation>
    </message>
    <message>
        <source>Pilih logo kantor</source>
        <translation>Choose the office&apos;s logo</translation>
    </message>
    <message>
        <source>Gambar (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>MarkBand</name>
    <message>
        <source>CONTOH – data contoh, tanda tangan di sini tidak mengikat.</source>
        <translation>CONTOH – sample data, a signature here is not binding.</translation>
    </message>
    <message>
        <source>GLADI – latihan, tanda tangan di sini tidak mengikat.</source>
        <translation>GLADI – rehearsal, a signature here is not binding.</translation>
    </message>
</context>
<context>
    <name>MatchForm</name>
    <message>
        <source>Berkas untuk siapa</source>
        <translation>Whose file is it</translation>
    </message>
    <message>
        <source>Sudah benar, lanjutkan</source>
        <translation>Correct, continue</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Ditemukan lewat</source>
        <translation>Found by</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>– tidak dipakai –</source>
        <translation>– not used –</translation>
    </message>
    <message>
        <source>Tanpa berkas, jadi tanpa lembar: {n} orang ({names})</source>
        <translation>Without a file, and so without a sheet: {n} ({names})</translation>
    </message>
    <message>
        <source>tidak ditemukan</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>lebih dari satu berkas untuk {name}</source>
        <translation>more than one file for {name}</translation>
    </message>
    <message>
        <source>cocok dengan lebih dari satu orang: {names}</source>
        <translation>fits more than one person: {names}</translation>
    </message>
    <message>
        <source>Satu orang hanya satu berkas.</source>
        <translation>Only one file per person.</translation>
    </message>
</context>
<context>
    <name>MeteraiForm</name>
    <message>
        <source>Meterai</source>
        <translation>Meterai (revenue stamp)</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Hanya lembar yang menyediakan tempat meterai</source>
        <translation>Only sheets with room for a meterai</translation>
    </message>
    <message>
        <source>belum dicatat</source>
        <translation>not recorded yet</translation>
    </message>
    <message>
        <source>tanpa meterai</source>
        <translation>no meterai</translation>
    </message>
    <message>
        <source>tempel</source>
        <translation>adhesive</translation>
    </message>
    <message>
        <source>elektronik</source>
        <translation>electronic</translation>
    </message>
    <message>
        <source>F2 atau klik ganda: ubah. Yang dicatat di sini tertulis pada rekaman sebagai keterangan sekretariat. Meterai tempel memerlukan nomor serinya; nomor meterai elektronik boleh kosong bila baru dibubuhkan sesudah penyegelan.</source>
        <translation>F2 or double click: edit. What is recorded here is written on the record as the secretariat&apos;s statement. An adhesive meterai needs its serial number; that of an electronic one may be empty if it is affixed after sealing.</translation>
    </message>
    <message>
        <source>Belum ada yang diubah.</source>
        <translation>Nothing changed yet.</translation>
    </message>
    <message>
        <source>Lembar dan meterainya</source>
        <translation>Sheets and their meterai</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nomor seri</source>
        <translation>Serial number</translation>
    </message>
</context>
<context>
    <name>NameStep</name>
    <message>
        <source>Bukan saya</source>
        <translation>That is not me</translation>
    </message>
    <message>
        <source>Ya, ini saya</source>
        <translation>Yes, that is me</translation>
    </message>
    <message>
        <source>Selamat datang. Apakah ini nama Anda?</source>
        <translation>Welcome. Is this your name?</translation>
    </message>
    <message>
        <source>dan {count} lembar lain</source>
        <translation>and {count} more sheets</translation>
    </message>
    <message>
        <source>Anda diminta menandatangani satu lembar:</source>
        <translation>You are asked to sign one sheet:</translation>
    </message>
    <message>
        <source>Anda diminta menandatangani {count} lembar:</source>
        <translation>You are asked to sign {count} sheets:</translation>
    </message>
    <message>
        <source>Dibacakan oleh {helper}; saksi: {witnesses}</source>
        <translation>Read aloud by {helper}; witnesses: {witnesses}</translation>
    </message>
    <message>
        <source> dan </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{title} (sebagai {role}), dengan paraf</source>
        <translation>{title}, as {role}, with initials</translation>
    </message>
    <message>
        <source>{title} (sebagai {role})</source>
        <translation>{title}, as {role}</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Frasa sandi baru</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Empat kata atau lebih mudah diingat dan sulit ditebak.</source>
        <translation>Four words or more are easy to remember and hard to guess.</translation>
    </message>
    <message>
        <source>Ulangi</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Paling sedikit {n} karakter.</source>
        <translation>At least {n} characters.</translation>
    </message>
    <message>
        <source>Belum sama dengan yang pertama.</source>
        <translation>Not the same as the first yet.</translation>
    </message>
    <message>
        <source>Terlalu pendek.</source>
        <translation>Too short.</translation>
    </message>
    <message>
        <source>Cukup; lebih panjang lebih aman.</source>
        <translation>Enough; longer is safer.</translation>
    </message>
    <message>
        <source>Baik.</source>
        <translation>Good.</translation>
    </message>
    <message>
        <source>Sama.</source>
        <translation>The same.</translation>
    </message>
</context>
<context>
    <name>NextPanel</name>
    <message>
        <source>Panggil   Spasi</source>
        <translation>Call   Space</translation>
    </message>
    <message>
        <source>DI LAYAR PENANDA TANGAN</source>
        <translation>AT THE SIGNER&apos;S SCREEN</translation>
    </message>
    <message>
        <source>Menunggu panggilan</source>
        <translation>Waiting for a call</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>SETELAH ITU</source>
        <translation>AFTER THAT</translation>
    </message>
    <message>
        <source>DIPILIH</source>
        <translation>SELECTED</translation>
    </message>
    <message>
        <source>BERIKUTNYA</source>
        <translation>NEXT</translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>Kembali  F3</source>
        <translation>Put back  F3</translation>
    </message>
    <message>
        <source>Lewati  F3</source>
        <translation>Skip  F3</translation>
    </message>
    <message numerus="yes">
        <source>dan {n} orang lagi</source>
        <translation>
            <numerusform>and {n} more person</numerusform>
            <numerusform>and {n} more people</numerusform>
        </translation>
    </message>
    <message>
        <source>SETELAH ITU, UNIT DEMI UNIT</source>
        <translation>AFTER THAT, UNIT BY UNIT</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>{name} · dilewati</source>
        <translation>{name} · skipped</translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar sebagai saksi</source>
        <translation>
            <numerusform>{n} sheet as witness</numerusform>
            <numerusform>{n} sheets as witness</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} sebagai saksi</source>
        <translation>
            <numerusform>{n} as witness</numerusform>
            <numerusform>{n} as witness</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar: {names}</source>
        <translation>
            <numerusform>{n} sheet: {names}</numerusform>
            <numerusform>{n} sheets: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Catat kejadian nomor {n}</source>
        <translation>Note number {n}</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>kejadian baru</source>
        <translation>something new</translation>
    </message>
    <message>
        <source>Apa yang terjadi</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Masuk Berita Acara dengan nomornya; isinya tidak dapat diubah, hanya dilanjutkan.</source>
        <translation>It goes into the minutes with its number; it cannot be changed, only continued.</translation>
    </message>
    <message>
        <source>Pukul</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Cara mengatasinya</source>
        <translation>How it was mended</translation>
    </message>
    <message>
        <source>Boleh kosong; tulis catatan lanjutan sesudah teratasi.</source>
        <translation>May stay empty; write a further note once it is mended.</translation>
    </message>
    <message>
        <source>Melanjutkan</source>
        <translation>Continues</translation>
    </message>
    <message>
        <source>Tulis apa yang terjadi.</source>
        <translation>Write what happened.</translation>
    </message>
    <message>
        <source>Tulis jam dan menit, misalnya 09.41.</source>
        <translation>Write hours and minutes, such as 09.41.</translation>
    </message>
</context>
<context>
    <name>NoticeStep</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pemberitahuan versi {version}</source>
        <translation>Notice, version {version}</translation>
    </message>
    <message>
        <source>dalam bahasa kantor ini</source>
        <translation>in this office&apos;s own language</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Pola nomor</source>
        <translation>Number pattern</translation>
    </message>
    <message>
        <source>Bagian yang dikenal: {parts}. Kosong bila kantor tidak memakai pola.</source>
        <translation>Known parts: {parts}. Empty if the office uses no pattern.</translation>
    </message>
    <message>
        <source>Yang dicentang diberi nomor kantor. Kode kosong memakai kode yang tampil samar; (?) berarti belum pasti: bandingkan dengan Keputusan KPU Nomor 57 Tahun 2022.</source>
        <translation>Ticked documents get an office number. An empty code uses the one shown faintly; (?) means uncertain: compare with Keputusan KPU Nomor 57 Tahun 2022.</translation>
    </message>
    <message>
        <source>Tanpa {urut} semua lembar mendapat nomor yang sama.</source>
        <translation>Without {urut} all sheets get the same number.</translation>
    </message>
    <message>
        <source>kode seperti SDM.09</source>
        <translation>a code such as SDM.09</translation>
    </message>
    <message>
        <source>Dokumen bernomor</source>
        <translation>Numbered documents</translation>
    </message>
    <message>
        <source>Kode klasifikasi</source>
        <translation>Classification codes</translation>
    </message>
    <message>
        <source>Contoh nomor</source>
        <translation>Example of a number</translation>
    </message>
    <message>
        <source>– Ketua dan Anggota</source>
        <translation>– Ketua and Anggota</translation>
    </message>
    <message>
        <source>{name}, Ketua dan Anggota</source>
        <translation>{name}, Ketua and Anggota</translation>
    </message>
    <message>
        <source>Kode klasifikasi {name}</source>
        <translation>Classification code of {name}</translation>
    </message>
</context>
<context>
    <name>NumberingForm</name>
    <message>
        <source>Beri nomor</source>
        <translation>Assign numbers</translation>
    </message>
    <message>
        <source>Nomor urut pertama</source>
        <translation>First number</translation>
    </message>
    <message>
        <source>Menurut buku agenda; lembar yang dicentang dinomori berurutan. Pola kantor: {pattern}</source>
        <translation>From the agenda book; ticked sheets are numbered in order. The office&apos;s pattern: {pattern}</translation>
    </message>
    <message>
        <source>Semua dokumen</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Nomor naskah diberikan kemudian</source>
        <translation>Numbers are assigned later</translation>
    </message>
    <message>
        <source>Alasan penggantian</source>
        <translation>Reason for replacing</translation>
    </message>
    <message>
        <source>Untuk lembar yang sudah disegel: rekaman pengganti dibuat saat Anda menekan Segel.</source>
        <translation>For sheets already sealed: a superseding record is made when you press Seal.</translation>
    </message>
    <message>
        <source>Centang lembarnya, lalu ketik nomor urut pertama.</source>
        <translation>Tick the sheets, then type the first number.</translation>
    </message>
    <message>
        <source>Lembar dan nomornya</source>
        <translation>Sheets and their numbers</translation>
    </message>
    <message>
        <source>Centang semua</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Kosongkan centang</source>
        <translation>Clear ticks</translation>
    </message>
    <message>
        <source>Cabut nomor yang dicentang</source>
        <translation>Withdraw ticked numbers</translation>
    </message>
    <message>
        <source>Spasi: centang · F2: ketik nomor sendiri.</source>
        <translation>Space: tick · F2: type a number of your own.</translation>
    </message>
    <message>
        <source>Kode bertanda (?) belum pasti; bandingkan dengan Keputusan KPU Nomor 57 Tahun 2022 dan tulis kode kantor Anda di Pengaturan kantor.</source>
        <translation>Codes marked (?) are uncertain; compare with Keputusan KPU Nomor 57 Tahun 2022 and write your office&apos;s code in the office settings.</translation>
    </message>
    <message numerus="yes">
        <source>Beri {n} nomor</source>
        <translation>
            <numerusform>Assign {n} number</numerusform>
            <numerusform>Assign {n} numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberingModel</name>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Nomor kini</source>
        <translation>Present number</translation>
    </message>
    <message>
        <source>Nomor baru</source>
        <translation>New number</translation>
    </message>
    <message>
        <source>menyusul</source>
        <translation>to follow</translation>
    </message>
    <message>
        <source>{number} · disegel</source>
        <translation>{number} · sealed</translation>
    </message>
    <message>
        <source>dicabut</source>
        <translation>withdrawn</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Komisi Pemilihan Umum Kabupaten …</source>
        <translation>Komisi Pemilihan Umum Kabupaten …</translation>
    </message>
    <message>
        <source>WIB – waktu Indonesia barat</source>
        <translation>WIB – western Indonesia time</translation>
    </message>
    <message>
        <source>WITA – waktu Indonesia tengah</source>
        <translation>WITA – central Indonesia time</translation>
    </message>
    <message>
        <source>WIT – waktu Indonesia timur</source>
        <translation>WIT – eastern Indonesia time</translation>
    </message>
    <message>
        <source>Nama kantor</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Lengkap, tanpa singkatan.</source>
        <translation>In full, without abbreviations.</translation>
    </message>
    <message>
        <source>Nama singkat</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>Misalnya KPU Kabupaten …</source>
        <translation>For example KPU Kabupaten …</translation>
    </message>
    <message>
        <source>Kota</source>
        <translation>City</translation>
    </message>
    <message>
        <source>Tercetak sebelum tanggal pada lembar.</source>
        <translation>Printed before the date on each sheet.</translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Baris tebal di tengah, satu per baris.</source>
        <translation>Bold lines in the middle, one per line.</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Baris di bawah kop; boleh kosong.</source>
        <translation>Lines below the letterhead; may be empty.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>PNG atau JPEG, tercetak di kiri kop; boleh kosong.</source>
        <translation>PNG or JPEG, printed left of the letterhead; may be empty.</translation>
    </message>
    <message>
        <source>Kode wilayah</source>
        <translation>Region code</translation>
    </message>
    <message>
        <source>Kode BPS: 2 angka untuk provinsi, 4 untuk kabupaten/kota; boleh kosong.</source>
        <translation>BPS code: 2 digits for a province, 4 for a regency or city; may be empty.</translation>
    </message>
    <message>
        <source>Zona waktu</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Isian ini {reason}.</source>
        <translation>This entry {reason}.</translation>
    </message>
</context>
<context>
    <name>OfficialForm</name>
    <message>
        <source>Tambah pejabat</source>
        <translation>Add official</translation>
    </message>
    <message>
        <source>Ubah pejabat</source>
        <translation>Edit official</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Definitif</source>
        <translation>Definitive</translation>
    </message>
    <message>
        <source>Plt. (pelaksana tugas)</source>
        <translation>Plt. (acting)</translation>
    </message>
    <message>
        <source>Plh. (pelaksana harian)</source>
        <translation>Plh. (acting, day to day)</translation>
    </message>
    <message>
        <source>a.n. (atas nama)</source>
        <translation>a.n. (on behalf)</translation>
    </message>
    <message>
        <source>Nama dan gelar</source>
        <translation>Name and titles</translation>
    </message>
    <message>
        <source>Persis seperti yang tercetak di lembar.</source>
        <translation>Exactly as printed on the sheet.</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>18 angka; kosong untuk anggota KPU dan non-ASN.</source>
        <translation>18 digits; empty for members of KPU and non-ASN staff.</translation>
    </message>
    <message>
        <source>Pangkat/golongan</source>
        <translation>Rank/grade</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Office held</translation>
    </message>
    <message>
        <source>Tanpa Plt., Plh., atau a.n.</source>
        <translation>Without Plt., Plh. or a.n.</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Kedudukan</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Dasar penunjukan</source>
        <translation>Basis of the appointment</translation>
    </message>
    <message>
        <source>Nomor surat perintah, untuk Plt./Plh./a.n.</source>
        <translation>Number of the order, for Plt./Plh./a.n.</translation>
    </message>
    <message>
        <source>Isian ini tidak boleh kosong.</source>
        <translation>This entry must not be empty.</translation>
    </message>
    <message>
        <source>Betulkan isian yang ditandai.</source>
        <translation>Correct the marked entries.</translation>
    </message>
    <message>
        <source>Angka ini rusak oleh lembar kerja; ketik dari kartu pegawai.</source>
        <translation>This number was damaged by a spreadsheet; type it from the staff card.</translation>
    </message>
    <message>
        <source>NIP hanya berisi angka.</source>
        <translation>A NIP contains only digits.</translation>
    </message>
    <message>
        <source>Baru {n} angka; NIP berisi 18 angka.</source>
        <translation>Only {n} digits so far; a NIP has 18.</translation>
    </message>
    <message>
        <source>Ada {n} angka; NIP berisi 18 angka.</source>
        <translation>{n} digits; a NIP has 18.</translation>
    </message>
    <message>
        <source>Delapan angka pertama bukan tanggal lahir.</source>
        <translation>The first eight digits are no date of birth.</translation>
    </message>
    <message>
        <source>Umur menurut NIP tidak lazim.</source>
        <translation>The age according to the NIP is unusual.</translation>
    </message>
    <message>
        <source>Angka pengangkatan tidak lazim.</source>
        <translation>The digits of the appointment are unusual.</translation>
    </message>
    <message>
        <source>Angka ke-15 biasanya 1 atau 2.</source>
        <translation>The 15th digit is usually 1 or 2.</translation>
    </message>
    <message>
        <source>Tiga angka terakhir 000: mungkin rusak oleh lembar kerja.</source>
        <translation>The last three digits are 000: perhaps damaged by a spreadsheet.</translation>
    </message>
    <message>
        <source>Periksa kartu pegawai.</source>
        <translation>Check the staff card.</translation>
    </message>
</context>
<context>
    <name>OlderRecords</name>
    <message>
        <source>Rekaman terbaru atau yang digantikan</source>
        <translation>Latest record or a superseded one</translation>
    </message>
    <message>
        <source>Terbaru</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>Digantikan</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>Menggantikan rekaman lama</source>
        <translation>Supersedes an older record</translation>
    </message>
    <message>
        <source>Rekaman ini digantikan</source>
        <translation>This record is superseded</translation>
    </message>
</context>
<context>
    <name>OperatorWindow</name>
    <message>
        <source>KPU Desk – Meja</source>
        <translation>KPU Desk – Desk</translation>
    </message>
    <message>
        <source>CONTOH – data contoh; tidak ada yang menjadi rekaman sungguhan.</source>
        <translation>CONTOH – sample data; nothing here becomes a real record.</translation>
    </message>
    <message>
        <source>GLADI – latihan; tidak ada yang menjadi rekaman sungguhan.</source>
        <translation>GLADI – rehearsal; nothing here becomes a real record.</translation>
    </message>
    <message>
        <source>Layar penanda tangan kembali seperti semula.</source>
        <translation>The signer&apos;s screen is as it was.</translation>
    </message>
    <message>
        <source>Lihat daftar</source>
        <translation>Show the list</translation>
    </message>
    <message>
        <source>Tunjuk kolomnya …</source>
        <translation>Point out the columns …</translation>
    </message>
    <message>
        <source>Yang gagal dapat disegel lagi.</source>
        <translation>Those that failed can be sealed again.</translation>
    </message>
    <message>
        <source>Buka rekaman</source>
        <translation>Open records</translation>
    </message>
</context>
<context>
    <name>OwnDocuments</name>
    <message>
        <source>Dokumen kantor</source>
        <translation>Document of the office</translation>
    </message>
    <message>
        <source>PDF (*.pdf *.PDF)</source>
        <translation>PDF (*.pdf *.PDF)</translation>
    </message>
    <message>
        <source>Folder dokumen, satu PDF tiap orang</source>
        <translation>Folder of documents, one PDF per person</translation>
    </message>
    <message>
        <source>Tidak ada PDF di folder “{name}”.</source>
        <translation>There is no PDF in the folder “{name}”.</translation>
    </message>
    <message>
        <source>Membaca dokumen</source>
        <translation>Reading the document</translation>
    </message>
    <message>
        <source>Tempat-tempat dari “{name}” ditemukan lagi.</source>
        <translation>The places of “{name}” were found again.</translation>
    </message>
    <message>
        <source>Pada {n} tempat tulisannya bergeser atau hilang; periksa.</source>
        <translation>At {n} places the text has moved or gone; check them.</translation>
    </message>
    <message>
        <source>Ada {n} kolom tanda tangan kosong; “Cari jangkar dan kolom” memakainya.</source>
        <translation>Empty signature fields: {n}; “Find anchors and fields” uses them.</translation>
    </message>
    <message>
        <source>Dokumen “{name}” ikut ditandatangani.</source>
        <translation>The document “{name}” is signed too.</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message numerus="yes">
        <source>Dan {n} halaman lain.</source>
        <translation>
            <numerusform>And {n} more page.</numerusform>
            <numerusform>And {n} more pages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Halaman {n} berkas ini</source>
        <translation>Page {n} of this file</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Paraf Anda</source>
        <translation>Your initials</translation>
    </message>
    <message>
        <source>Anda menandatangani di sini</source>
        <translation>You sign here</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>{name}, {width} × {height} mm</source>
        <translation>{name}, {width} × {height} mm</translation>
    </message>
    <message>
        <source>Kertas</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Untuk semua lembar, dan untuk rekaman dari lembar itu.</source>
        <translation>For all sheets, and for records made from them.</translation>
    </message>
    <message>
        <source>Menurut naskahnya</source>
        <translation>As the form says</translation>
    </message>
    <message>
        <source>Tanpa meterai</source>
        <translation>No meterai</translation>
    </message>
    <message>
        <source>Kotak meterai tempel</source>
        <translation>Box for an adhesive meterai</translation>
    </message>
    <message>
        <source>Ruang meterai elektronik</source>
        <translation>Room for an electronic meterai</translation>
    </message>
    <message>
        <source>Di kiri tanda tangan pembuat atau pihak pertama. Naskah bawaan tidak bermeterai.</source>
        <translation>Left of the signature of the maker or the first party. The shipped forms have no meterai.</translation>
    </message>
    <message>
        <source>Meterai {kind}</source>
        <translation>Meterai: {kind}</translation>
    </message>
    <message>
        <source>Meterai {name}</source>
        <translation>{name}: meterai</translation>
    </message>
    <message>
        <source>Sediakan tempat untuk satu tanda tangan tersertifikasi</source>
        <translation>Leave room for one certified signature</translation>
    </message>
    <message>
        <source>Segel</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Misalnya dari BSrE, dibubuhkan sesudah rekaman disegel. Tanpa tempat ini rekaman tidak menerima tanda tangan lagi.</source>
        <translation>For example from BSrE, affixed after the record is sealed. Without this room the record accepts no further signature.</translation>
    </message>
    <message>
        <source> menit</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>Konfirmasi saksi</source>
        <translation>Witness&apos;s confirmation</translation>
    </message>
    <message>
        <source>Selama itu ketukan saksi di layar penanda tangan berlaku; sesudahnya diminta lagi.</source>
        <translation>So long a witness&apos;s tap at the signer&apos;s screen counts; after that it is asked for again.</translation>
    </message>
    <message>
        <source>Saksi boleh memastikan satu daftar, lalu menandatangani beruntun</source>
        <translation>A witness may confirm one list, then sign in a row</translation>
    </message>
    <message>
        <source>Lembar saksi</source>
        <translation>Witness&apos;s sheets</translation>
    </message>
    <message>
        <source>Setiap lembar tetap dibuka sampai habis dan ditandatangani sendiri, satu per satu.</source>
        <translation>Each sheet is still opened to its end and signed by hand, one by one.</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Ruang kerja tahun lalu</source>
        <translation>Last year&apos;s workspace</translation>
    </message>
    <message>
        <source>Baca upacaranya</source>
        <translation>Read its ceremonies</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Milik {folder}. Yang dibaca salinannya; tidak ada yang diubah di sana.</source>
        <translation>Of {folder}. A copy is read; nothing is changed there.</translation>
    </message>
</context>
<context>
    <name>PatternActs</name>
    <message numerus="yes">
        <source>{n} kesalahan di {file}. Buat rancangan tanpa peserta, lalu impor di meja: di sana setiap kesalahan ditunjukkan.</source>
        <translation>
            <numerusform>{n} error in {file}. Make the draft without people, then import at the desk: every error is shown there.</numerusform>
            <numerusform>{n} errors in {file}. Make the draft without people, then import at the desk: every error is shown there.</numerusform>
        </translation>
    </message>
    <message>
        <source>Membaca {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>Tidak ada upacara di {folder}.</source>
        <translation>There are no ceremonies in {folder}.</translation>
    </message>
    <message>
        <source>Periksa sasaran dan anggaran: yang ada dari upacara sebelumnya.</source>
        <translation>Check targets and budget: those there are of the earlier ceremony.</translation>
    </message>
    <message numerus="yes">
        <source>Rancangan dibuat dengan {n} orang.</source>
        <translation>
            <numerusform>The draft was made with {n} person.</numerusform>
            <numerusform>The draft was made with {n} people.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ruang kerja atau rekaman tahun lalu</source>
        <translation>Last year&apos;s workspace or records</translation>
    </message>
    <message>
        <source>Daftar pejabat tahun ini</source>
        <translation>This year&apos;s roster</translation>
    </message>
    <message>
        <source>Daftar pejabat (*.xlsx *.csv)</source>
        <translation>Roster of officials (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>PatternForm</name>
    <message>
        <source>Pola</source>
        <translation>Patterns</translation>
    </message>
    <message>
        <source>Folder tahun lalu …</source>
        <translation>Last year&apos;s folder …</translation>
    </message>
    <message>
        <source>Kembali   Alt+←</source>
        <translation>Back   Alt+←</translation>
    </message>
    <message numerus="yes">
        <source>{year} · {n} orang</source>
        <translation>
            <numerusform>{year} · {n} person</numerusform>
            <numerusform>{year} · {n} people</numerusform>
        </translation>
    </message>
    <message>
        <source>Lengkapi isian yang ditandai.</source>
        <translation>Complete the marked entries.</translation>
    </message>
    <message>
        <source>Periksa setiap perubahan dan tandai benar, atau betulkan daftarnya.</source>
        <translation>Check every change and tick it, or correct the roster.</translation>
    </message>
    <message>
        <source>1 Pola dan upacara</source>
        <translation>1 Pattern and ceremony</translation>
    </message>
    <message>
        <source>2 Peserta</source>
        <translation>2 People</translation>
    </message>
    <message>
        <source>3 Saksi dan urutan</source>
        <translation>3 Witnesses and order</translation>
    </message>
    <message>
        <source>Upacara dari pola</source>
        <translation>Ceremony from a pattern</translation>
    </message>
    <message>
        <source>Buat rancangan</source>
        <translation>Make the draft</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>PauseForm</name>
    <message>
        <source>Jeda upacara</source>
        <translation>Pause the ceremony</translation>
    </message>
    <message>
        <source>Istirahat, salat, dan makan</source>
        <translation>Break, prayer and meal</translation>
    </message>
    <message>
        <source>Gangguan listrik atau perangkat</source>
        <translation>Trouble with power or equipment</translation>
    </message>
    <message>
        <source>Menunggu pejabat</source>
        <translation>Waiting for an official</translation>
    </message>
    <message>
        <source>Dilanjutkan hari lain</source>
        <translation>To be resumed another day</translation>
    </message>
    <message>
        <source>Dilanjutkan pada hari lain. Yang hadir waktu itu masih tercatat hadir; catat yang tidak datang (F4).</source>
        <translation>Resumed on another day. Who was present then still counts as present; note who does not come (F4).</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Tercatat di meja dan jurnal; penanda tangan dan aula hanya melihat “Upacara dijeda”.</source>
        <translation>Kept at the desk and in the journal; signers and the hall only see “The ceremony is paused”.</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write the reason.</translation>
    </message>
</context>
<context>
    <name>PausedStep</name>
    <message>
        <source>Upacara dijeda. Petugas akan melanjutkan.</source>
        <translation>The ceremony is paused. The operator will resume it.</translation>
    </message>
    <message>
        <source>Mohon tunggu sebentar. Petugas akan melanjutkan.</source>
        <translation>Please wait a moment. The operator will go on.</translation>
    </message>
    <message>
        <source>Yang sudah Anda baca dan tulis tidak hilang.</source>
        <translation>Nothing that you have read and written is lost.</translation>
    </message>
</context>
<context>
    <name>PenTrial</name>
    <message>
        <source>Hasil disimpan: {path}</source>
        <translation>Result saved: {path}</translation>
    </message>
    <message>
        <source>Simpan hasil uji pena</source>
        <translation>Save the result of the pen test</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Office held</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Saksi {signed}/{total}</source>
        <translation>Witness {signed}/{total}</translation>
    </message>
    <message>
        <source>ditandatangani</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>belum ditandatangani</source>
        <translation>not signed</translation>
    </message>
    <message>
        <source>menunggu pembuat</source>
        <translation>waiting for the maker</translation>
    </message>
    <message>
        <source>menyusul</source>
        <translation>to follow</translation>
    </message>
    <message>
        <source>menolak</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>tidak ditandatangani</source>
        <translation>not to be signed</translation>
    </message>
    <message>
        <source>hadir</source>
        <translation>present</translation>
    </message>
    <message>
        <source>belum hadir</source>
        <translation>not present yet</translation>
    </message>
    <message>
        <source>lembar dibuat saat upacara dibuka</source>
        <translation>sheets are made when the ceremony is opened</translation>
    </message>
    <message>
        <source>tanpa lembar</source>
        <translation>no sheets</translation>
    </message>
    <message>
        <source>Ketua dan anggota</source>
        <translation>Ketua and Anggota</translation>
    </message>
    <message>
        <source>Sekretaris</source>
        <translation>Sekretaris</translation>
    </message>
    <message>
        <source>Tanpa unit kerja</source>
        <translation>No unit</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Yang berubah</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Daftar tahun ini …   Ctrl+I</source>
        <translation>This year&apos;s roster …   Ctrl+I</translation>
    </message>
    <message>
        <source>Semua benar   Ctrl+B</source>
        <translation>All right   Ctrl+B</translation>
    </message>
    <message numerus="yes">
        <source>{n} orang dari upacara {year}. Bandingkan dengan daftar tahun ini, bila ada.</source>
        <translation>
            <numerusform>{n} person of the ceremony of {year}. Compare with this year&apos;s roster, if there is one.</numerusform>
            <numerusform>{n} people of the ceremony of {year}. Compare with this year&apos;s roster, if there is one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada peserta. Pilih daftar tahun ini, atau isi kemudian di meja.</source>
        <translation>No people yet. Choose this year&apos;s roster, or fill it in later at the desk.</translation>
    </message>
    <message numerus="yes">
        <source>{n} orang dari {file}.</source>
        <translation>
            <numerusform>{n} person from {file}.</numerusform>
            <numerusform>{n} people from {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ketua dan anggota</source>
        <translation>Ketua and Anggota</translation>
    </message>
    <message>
        <source>Tanpa unit kerja</source>
        <translation>No unit</translation>
    </message>
    <message>
        <source>Sekretaris</source>
        <translation>Sekretaris</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Cari nama, NIP, jabatan, unit …   Ctrl+F</source>
        <translation>Search name, NIP, office, unit …   Ctrl+F</translation>
    </message>
    <message>
        <source>Cari pejabat</source>
        <translation>Search officials</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok. Hapus pencarian dengan Esc.</source>
        <translation>Nothing matches. Clear the search with Esc.</translation>
    </message>
    <message>
        <source>Daftar pejabat</source>
        <translation>Roster of officials</translation>
    </message>
    <message>
        <source>Belum ada pejabat</source>
        <translation>No officials yet</translation>
    </message>
    <message>
        <source>Impor daftar pejabat dari berkas XLSX atau CSV, tarik berkasnya ke sini, atau tambah satu per satu.</source>
        <translation>Import a roster of officials from an XLSX or CSV file, drop the file here, or add them one by one.</translation>
    </message>
    <message>
        <source>Impor daftar …   Ctrl+I</source>
        <translation>Import roster …   Ctrl+I</translation>
    </message>
    <message>
        <source>Tambah pejabat …</source>
        <translation>Add official …</translation>
    </message>
    <message>
        <source>Semua {n}</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>Hadir {n}</source>
        <translation>Present {n}</translation>
    </message>
    <message>
        <source>Belum {n}</source>
        <translation>To sign {n}</translation>
    </message>
    <message>
        <source>Belum hadir {n}</source>
        <translation>Not present {n}</translation>
    </message>
    <message>
        <source>Sisa {n}</source>
        <translation>Left {n}</translation>
    </message>
    <message>
        <source>Belum lengkap {n}</source>
        <translation>Incomplete {n}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Nama Anda</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Jabatan Anda</source>
        <translation>Your office</translation>
    </message>
    <message>
        <source>Semua data disimpan terenkripsi. Tanpa frasa sandi atau kode pemulihan tidak ada yang dapat membukanya, juga bukan pembuat program ini.</source>
        <translation>All data are stored encrypted. Without the passphrase or the recovery code nobody can open them, not even the makers of this program.</translation>
    </message>
    <message>
        <source>Tulis nama Anda.</source>
        <translation>Write your name.</translation>
    </message>
    <message>
        <source>Tulis jabatan Anda.</source>
        <translation>Write your office.</translation>
    </message>
</context>
<context>
    <name>PlacesCanvas</name>
    <message>
        <source>Halaman dengan tempat-tempat</source>
        <translation>Page with its places</translation>
    </message>
    <message>
        <source>Tab: tempat berikutnya. Panah: geser; dengan Shift: ukuran; dengan Ctrl: 0,1 mm. Del: hapus.</source>
        <translation>Tab: next place. Arrows: move; with Shift: size; with Ctrl: 0.1 mm. Del: delete.</translation>
    </message>
</context>
<context>
    <name>PlacesEditor</name>
    <message>
        <source>satu lembar untuk kantor</source>
        <translation>one sheet for the office</translation>
    </message>
    <message>
        <source>satu lembar tiap orang</source>
        <translation>one sheet per person</translation>
    </message>
    <message>
        <source>frasa, mis. Yang membuat pernyataan,</source>
        <translation>phrase, e.g. Yang membuat pernyataan,</translation>
    </message>
    <message>
        <source>Cari jangkar dan kolom</source>
        <translation>Find anchors and fields</translation>
    </message>
    <message>
        <source>Tempat di bawah frasa</source>
        <translation>Place beneath the phrase</translation>
    </message>
    <message>
        <source>Salin ke semua halaman</source>
        <translation>Copy to all pages</translation>
    </message>
    <message>
        <source>Rata kiri</source>
        <translation>Align left</translation>
    </message>
    <message>
        <source>Rata bawah</source>
        <translation>Align bottom</translation>
    </message>
    <message>
        <source>Tengah</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Buka …</source>
        <translation>Open …</translation>
    </message>
    <message>
        <source>Simpan …</source>
        <translation>Save …</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pakai dokumen ini</source>
        <translation>Use this document</translation>
    </message>
    <message>
        <source>Kisi</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Nama dokumen</source>
        <translation>Document&apos;s name</translation>
    </message>
    <message>
        <source>Untuk siapa</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Tempat baru</source>
        <translation>New place</translation>
    </message>
    <message>
        <source>Tarik pada halaman untuk menggambar; klik atau Insert untuk ukuran biasa.</source>
        <translation>Pull on the page to draw; click or press Insert for the usual size.</translation>
    </message>
    <message>
        <source>Frasa</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Tempat terpilih</source>
        <translation>Chosen place</translation>
    </message>
    <message>
        <source>Yang perlu dilihat</source>
        <translation>What needs a look</translation>
    </message>
    <message>
        <source>Centang apa yang memang disengaja.</source>
        <translation>Tick what is meant so.</translation>
    </message>
    <message>
        <source>Tidak ditemukan jangkar, kolom, atau frasa itu.</source>
        <translation>No anchor, field or such phrase was found.</translation>
    </message>
    <message>
        <source>Halaman {page} dari {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>Buka tempat</source>
        <translation>Open places</translation>
    </message>
    <message>
        <source>Tempat (*.json)</source>
        <translation>Places (*.json)</translation>
    </message>
    <message>
        <source>Simpan tempat</source>
        <translation>Save places</translation>
    </message>
</context>
<context>
    <name>PreparationPanel</name>
    <message>
        <source>Sasaran dan anggaran …</source>
        <translation>Objectives and budget …</translation>
    </message>
    <message>
        <source>Sasaran PK komisi …</source>
        <translation>Commission objectives …</translation>
    </message>
    <message>
        <source>Susunan acara …   F6</source>
        <translation>Rundown …   F6</translation>
    </message>
    <message>
        <source>Buka upacara</source>
        <translation>Open ceremony</translation>
    </message>
    <message>
        <source>PERSIAPAN</source>
        <translation>PREPARATION</translation>
    </message>
    <message>
        <source>Sebelum dibuka</source>
        <translation>Before opening</translation>
    </message>
    <message numerus="yes">
        <source>{n} pejabat</source>
        <translation>
            <numerusform>{n} official</numerusform>
            <numerusform>{n} officials</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada pejabat</source>
        <translation>No officials yet</translation>
    </message>
    <message>
        <source>Ketua: {name}</source>
        <translation>Ketua: {name}</translation>
    </message>
    <message>
        <source>Belum ada Ketua</source>
        <translation>No Ketua yet</translation>
    </message>
    <message>
        <source>Sekretaris: {name}</source>
        <translation>Sekretaris: {name}</translation>
    </message>
    <message>
        <source>Belum ada Sekretaris</source>
        <translation>No Sekretaris yet</translation>
    </message>
    <message numerus="yes">
        <source>{n} baris sasaran</source>
        <translation>
            <numerusform>{n} row of objectives</numerusform>
            <numerusform>{n} rows of objectives</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada sasaran dan target</source>
        <translation>No objectives and targets yet</translation>
    </message>
    <message numerus="yes">
        <source>{n} baris sasaran PK komisi</source>
        <translation>
            <numerusform>{n} row of commission objectives</numerusform>
            <numerusform>{n} rows of commission objectives</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada sasaran PK komisi</source>
        <translation>No commission objectives yet</translation>
    </message>
    <message>
        <source>Saksi menurut jenjang</source>
        <translation>Witnesses by rank</translation>
    </message>
    <message numerus="yes">
        <source>{n} saksi dipilih</source>
        <translation>
            <numerusform>{n} witness chosen</numerusform>
            <numerusform>{n} witnesses chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} acara, {begin}–{end}</source>
        <translation>
            <numerusform>{n} step, {begin}–{end}</numerusform>
            <numerusform>{n} steps, {begin}–{end}</numerusform>
        </translation>
    </message>
    <message>
        <source>Saat dibuka, semua lembar disusun dan dibekukan: itulah yang dibaca dan ditandatangani.</source>
        <translation>On opening, all sheets are composed and frozen: that is what is read and signed.</translation>
    </message>
    <message>
        <source>Lengkapi yang bertanda lingkaran kosong.</source>
        <translation>Complete what is marked with an empty circle.</translation>
    </message>
</context>
<context>
    <name>ProblemsPreview</name>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Sel</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Yang ditemukan dan yang perlu dilakukan</source>
        <translation>What was found and what to do</translation>
    </message>
    <message>
        <source>Kesalahan</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>baris {n}</source>
        <translation>row {n}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Meja belum dipindah.</source>
        <translation>The desk was not changed.</translation>
    </message>
    <message>
        <source>Bahasa belum diganti.</source>
        <translation>The language was not changed.</translation>
    </message>
    <message>
        <source>Tunggu sampai pekerjaan yang berjalan selesai, lalu pilih sekali lagi.</source>
        <translation>Wait until the work under way has finished, then choose again.</translation>
    </message>
    <message>
        <source>Pengaturan kantor disimpan.</source>
        <translation>Office settings saved.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Lembar yang sudah ditandatangani</source>
        <translation>Sheets already signed</translation>
    </message>
    <message>
        <source>Petugas: {name}</source>
        <translation>Operator: {name}</translation>
    </message>
    <message>
        <source>Hadir {present} dari {people}</source>
        <translation>Present {present} of {people}</translation>
    </message>
    <message>
        <source>Ditandatangani {done} dari {total} lembar</source>
        <translation>Signed {done} of {total} sheets</translation>
    </message>
    <message>
        <source>Lembar dibuat saat upacara dibuka</source>
        <translation>Sheets are made when the ceremony is opened</translation>
    </message>
</context>
<context>
    <name>QueueActs</name>
    <message>
        <source>Lewati, panggil kemudian</source>
        <translation>Skip, call later</translation>
    </message>
    <message>
        <source>Panggil unit demi unit</source>
        <translation>Call unit by unit</translation>
    </message>
</context>
<context>
    <name>ReadStep</name>
    <message>
        <source>Naik</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Turun</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Saya tidak menandatangani</source>
        <translation>I am not signing</translation>
    </message>
    <message>
        <source>Saya telah membaca</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>Halaman lembar ini</source>
        <translation>Pages of this sheet</translation>
    </message>
    <message>
        <source>Sudah dibacakan</source>
        <translation>It was read aloud</translation>
    </message>
    <message>
        <source>Halaman {current} dari {count}</source>
        <translation>Page {current} of {count}</translation>
    </message>
    <message>
        <source>✓ Semua halaman sudah terlihat.</source>
        <translation>✓ All pages have been in view.</translation>
    </message>
    <message>
        <source>↓ Gulir sampai akhir.</source>
        <translation>↓ Scroll to the end.</translation>
    </message>
</context>
<context>
    <name>ReadinessForm</name>
    <message>
        <source>Pemeriksaan kesiapan</source>
        <translation>Readiness check</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Buka dengan alasan ini</source>
        <translation>Open for this reason</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Tercatat di jurnal dan tercetak di Berita Acara.</source>
        <translation>Kept in the journal and printed in the Berita Acara.</translation>
    </message>
    <message>
        <source>Periksa lagi</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Cetak atau simpan …</source>
        <translation>Print or save …</translation>
    </message>
    <message>
        <source>{red} belum siap, {yellow} perlu perhatian, {green} siap.</source>
        <translation>{red} not ready, {yellow} to look at, {green} ready.</translation>
    </message>
    <message>
        <source>Tulis mengapa upacara tetap dibuka.</source>
        <translation>Write why the ceremony is opened all the same.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Dibacakan oleh {reader}</source>
        <translation>Read by {reader}</translation>
    </message>
    <message>
        <source>{page} dari {pages}</source>
        <translation>{page} of {pages}</translation>
    </message>
</context>
<context>
    <name>RecordsController</name>
    <message numerus="yes">
        <source>{n} lembar diberi nomor.</source>
        <translation>
            <numerusform>{n} sheet numbered.</numerusform>
            <numerusform>{n} sheets numbered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} nomor dicabut.</source>
        <translation>
            <numerusform>{n} number withdrawn.</numerusform>
            <numerusform>{n} numbers withdrawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman menunggu pengganti; tekan Segel.</source>
        <translation>
            <numerusform>{n} record waits to be superseded; press Seal.</numerusform>
            <numerusform>{n} records wait to be superseded; press Seal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Meterai {n} lembar dicatat.</source>
        <translation>
            <numerusform>Meterai of {n} sheet recorded.</numerusform>
            <numerusform>Meterai of {n} sheets recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tanda tangan diberi cap. Berikutnya: segel.</source>
        <translation>
            <numerusform>{n} signature stamped. Next: seal.</numerusform>
            <numerusform>{n} signatures stamped. Next: seal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cap dicabut.</source>
        <translation>
            <numerusform>{n} stamp withdrawn.</numerusform>
            <numerusform>{n} stamps withdrawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan dihapus; gambar dan rekamannya tetap.</source>
        <translation>
            <numerusform>{n} stroke erased; its drawing and record stay.</numerusform>
            <numerusform>{n} strokes erased; their drawings and records stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan tersandi disimpan di {folder}.</source>
        <translation>
            <numerusform>{n} encrypted stroke saved in {folder}.</numerusform>
            <numerusform>{n} encrypted strokes saved in {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Menyimpan goresan tersandi</source>
        <translation>Saving encrypted strokes</translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman disegel dan diperiksa.</source>
        <translation>
            <numerusform>{n} record sealed and verified.</numerusform>
            <numerusform>{n} records sealed and verified.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} gagal; segel lagi.</source>
        <translation>{n} failed; seal again.</translation>
    </message>
    <message>
        <source>Menyegel dan memeriksa rekaman</source>
        <translation>Sealing and verifying the records</translation>
    </message>
    <message>
        <source>Mencetak rekaman</source>
        <translation>Printing records</translation>
    </message>
    <message>
        <source>{n} rekaman disimpan di {folder}.</source>
        <translation>{n} records saved in {folder}.</translation>
    </message>
    <message>
        <source>Menyimpan rekaman</source>
        <translation>Saving records</translation>
    </message>
    <message>
        <source>Memeriksa rekaman</source>
        <translation>Verifying records</translation>
    </message>
</context>
<context>
    <name>RecordsWindow</name>
    <message>
        <source>KPU Desk – Rekaman</source>
        <translation>KPU Desk – Records</translation>
    </message>
    <message>
        <source>Cari nomor, dokumen, nama …   Ctrl+F</source>
        <translation>Search number, document, name …   Ctrl+F</translation>
    </message>
    <message>
        <source>Cari rekaman</source>
        <translation>Search records</translation>
    </message>
    <message>
        <source>Pilih satu lembar; halamannya tampil di sini.</source>
        <translation>Choose a sheet; its pages are shown here.</translation>
    </message>
    <message>
        <source>Dengan lembar bukti</source>
        <translation>With the evidence pages</translation>
    </message>
    <message>
        <source>Beri nomor …</source>
        <translation>Number …</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Meterai …</source>
        <translation>Meterai …</translation>
    </message>
    <message>
        <source>Cap …</source>
        <translation>Stamp …</translation>
    </message>
    <message>
        <source>Segel</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Cetak …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Simpan …</source>
        <translation>Save …</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>CONTOH – data contoh.</source>
        <translation>CONTOH – sample data.</translation>
    </message>
    <message>
        <source>GLADI – latihan; rekaman ini tidak berlaku.</source>
        <translation>GLADI – rehearsal; these records are not valid.</translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman dipilih</source>
        <translation>
            <numerusform>{n} record selected</numerusform>
            <numerusform>{n} records selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman</source>
        <translation>
            <numerusform>{n} record</numerusform>
            <numerusform>{n} records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar siap disegel</source>
        <translation>
            <numerusform>{n} sheet ready to seal</numerusform>
            <numerusform>{n} sheets ready to seal</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} belum bernomor</source>
        <translation>{n} without a number</translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman menunggu pengganti</source>
        <translation>
            <numerusform>{n} record waits to be superseded</numerusform>
            <numerusform>{n} records wait to be superseded</numerusform>
        </translation>
    </message>
    <message>
        <source>yang tampil: rekaman lama</source>
        <translation>shown: a superseded record</translation>
    </message>
    <message>
        <source>{n} tidak menandatangani – deklarasi terpisah</source>
        <translation>{n} not signing – separate declaration</translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar belum lengkap</source>
        <translation>
            <numerusform>{n} sheet incomplete</numerusform>
            <numerusform>{n} sheets incomplete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar batal</source>
        <translation>
            <numerusform>{n} void sheet</numerusform>
            <numerusform>{n} void sheets</numerusform>
        </translation>
    </message>
    <message>
        <source>Simpan rekaman ke folder</source>
        <translation>Save records to a folder</translation>
    </message>
    <message>
        <source>Hasil cetak</source>
        <translation>Printed pages</translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman dikirim ke pencetak. Hasil cetak baik?</source>
        <translation>
            <numerusform>{n} record sent to the printer. Did it print well?</numerusform>
            <numerusform>{n} records sent to the printer. Did they print well?</numerusform>
        </translation>
    </message>
    <message>
        <source>Ya, baik</source>
        <translation>Yes, all well</translation>
    </message>
    <message>
        <source>Ada yang rusak</source>
        <translation>Some are spoilt</translation>
    </message>
    <message>
        <source>Jangan catat</source>
        <translation>Do not record</translation>
    </message>
    <message numerus="yes">
        <source>{n} rekaman diperiksa; semuanya utuh.</source>
        <translation>
            <numerusform>{n} record verified; it is intact.</numerusform>
            <numerusform>{n} records verified; all are intact.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} dari {all} rekaman tidak sah.</source>
        <translation>{n} of {all} records are not valid.</translation>
    </message>
    <message>
        <source>Pilih satu per satu untuk melihat alasannya.</source>
        <translation>Select them one by one to see why.</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Kode ini membuka ruang kerja bila frasa sandi terlupa. Kode hanya ditampilkan sekali: cetak atau tulis, lalu simpan di tempat terkunci, terpisah dari komputer ini.</source>
        <translation>This code opens the workspace when the passphrase is forgotten. It is shown only once: print or write it, then keep it locked away, apart from this computer.</translation>
    </message>
    <message>
        <source>Cetak lembar kode …</source>
        <translation>Print the code sheet …</translation>
    </message>
    <message>
        <source>Bukti sudah dicatat</source>
        <translation>The proof is recorded</translation>
    </message>
    <message>
        <source>Ketik kelompok ke-{n} dari lembar kode</source>
        <translation>Type group {n} of the code sheet</translation>
    </message>
    <message>
        <source>Cocok.</source>
        <translation>It matches.</translation>
    </message>
    <message>
        <source>Belum cocok; periksa kelompok ke-{n}.</source>
        <translation>No match yet; check group {n}.</translation>
    </message>
    <message>
        <source>Kode pemulihan KPU Desk</source>
        <translation>KPU Desk recovery code</translation>
    </message>
    <message>
        <source>Kode ini membuka ruang kerja tanpa frasa sandi. Simpan di tempat terkunci, jauh dari komputer. Siapa pun yang memegangnya bersama berkas ruang kerja dapat membaca semua data.</source>
        <translation>This code opens the workspace without the passphrase. Keep it locked away, far from the computer. Whoever holds it together with the workspace&apos;s files can read all data.</translation>
    </message>
</context>
<context>
    <name>RegisterModel</name>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Disegel ({zone})</source>
        <translation>Sealed ({zone})</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Hasil periksa</source>
        <translation>Verdict</translation>
    </message>
    <message numerus="yes">
        <source>{n} salinan</source>
        <translation>
            <numerusform>{n} copy</numerusform>
            <numerusform>{n} copies</numerusform>
        </translation>
    </message>
    <message>
        <source>menyusul</source>
        <translation>to follow</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{verdict}, digantikan</source>
        <translation>{verdict}, superseded</translation>
    </message>
    <message>
        <source>Batal: {what}</source>
        <translation>Void: {what}</translation>
    </message>
</context>
<context>
    <name>RegisterTable</name>
    <message>
        <source>Register rekaman</source>
        <translation>Register of records</translation>
    </message>
</context>
<context>
    <name>RestStep</name>
    <message>
        <source>Upacara dijeda.</source>
        <translation>The ceremony is paused.</translation>
    </message>
    <message>
        <source>Mohon tunggu sebentar, petugas akan membantu Anda.</source>
        <translation>Please wait a moment, the staff will help you.</translation>
    </message>
    <message>
        <source>Silakan menunggu panggilan.</source>
        <translation>Please wait to be called.</translation>
    </message>
</context>
<context>
    <name>RevisionForm</name>
    <message>
        <source>Perubahan Perjanjian Kinerja</source>
        <translation>Revision of the Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>Lanjut: sasaran dan anggaran</source>
        <translation>Next: targets and budget</translation>
    </message>
    <message>
        <source>Pergantian pejabat</source>
        <translation>Another official in office</translation>
    </message>
    <message>
        <source>Perubahan strategi, program, atau anggaran</source>
        <translation>Changed strategy, programme or budget</translation>
    </message>
    <message>
        <source>Perubahan prioritas</source>
        <translation>Changed priorities</translation>
    </message>
    <message>
        <source>Alasan lain, ditulis di bawah</source>
        <translation>Another reason, written below</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Tercetak pada rekaman yang baru.</source>
        <translation>Printed on the new record.</translation>
    </message>
    <message>
        <source>Lain</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Pejabat baru …</source>
        <translation>New official …</translation>
    </message>
    <message>
        <source>Lampiran Perjanjian Kinerja yang baru</source>
        <translation>Annex of the new Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>Buat lembar perubahan</source>
        <translation>Make the revised sheet</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write the reason.</translation>
    </message>
    <message>
        <source>Rekaman lama tetap disimpan, bertanda digantikan.</source>
        <translation>The old record is kept, marked as superseded.</translation>
    </message>
    <message>
        <source>Kedua pihak adalah orang yang sama.</source>
        <translation>Both parties are the same person.</translation>
    </message>
    <message>
        <source>Orang di daftar, jabatan baru …</source>
        <translation>Somebody listed, new office …</translation>
    </message>
    <message>
        <source>{name}, jabatan baru …</source>
        <translation>{name}, new office …</translation>
    </message>
    <message>
        <source>Jabatannya masih sama.</source>
        <translation>The office is still the same.</translation>
    </message>
    <message>
        <source>Jabatan baru</source>
        <translation>New office</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>{new} akan menggantikan {old}; ditandatangani dalam penandatanganan susulan (F5).</source>
        <translation>{new} will supersede {old}; it is signed in a late sitting (F5).</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Buat upacara lebih dahulu.</source>
        <translation>Create a ceremony first.</translation>
    </message>
    <message>
        <source>Contoh: nama orang sungguhan, hanya untuk dilihat.</source>
        <translation>Sample: names of real people, only to be looked at.</translation>
    </message>
    <message>
        <source>Upacara dijeda.</source>
        <translation>The ceremony is paused.</translation>
    </message>
    <message>
        <source>Upacara sedang ditutup.</source>
        <translation>The ceremony is being closed.</translation>
    </message>
    <message>
        <source>Tunggu sampai yang di layar selesai, atau tarik kembali.</source>
        <translation>Wait until the person at the screen has finished, or recall them.</translation>
    </message>
    <message>
        <source>Upacara ini dibatalkan.</source>
        <translation>This ceremony has been annulled.</translation>
    </message>
    <message>
        <source>Semua lembar sudah disegel.</source>
        <translation>All sheets are sealed.</translation>
    </message>
    <message>
        <source>Yang menyusul menandatangani dalam penandatanganan susulan: F5.</source>
        <translation>Whoever follows signs in a late sitting: F5.</translation>
    </message>
    <message>
        <source>Belum ada yang hadir. Cari namanya, lalu tekan Enter.</source>
        <translation>Nobody is present yet. Search for a name, then press Enter.</translation>
    </message>
    <message>
        <source>Semua yang hadir sudah menandatangani.</source>
        <translation>Everybody present has signed.</translation>
    </message>
</context>
<context>
    <name>RosterActs</name>
    <message>
        <source>Membaca {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>Menyimpan daftar</source>
        <translation>Saving the roster</translation>
    </message>
    <message numerus="yes">
        <source>{n} orang diimpor dari {file}.</source>
        <translation>
            <numerusform>{n} person imported from {file}.</numerusform>
            <numerusform>{n} people imported from {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} orang disimpan di {file}.</source>
        <translation>
            <numerusform>{n} person saved in {file}.</numerusform>
            <numerusform>{n} people saved in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterDialogs</name>
    <message>
        <source>Impor daftar pejabat</source>
        <translation>Import roster of officials</translation>
    </message>
    <message>
        <source>Daftar pejabat (*.xlsx *.csv)</source>
        <translation>Roster of officials (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Simpan daftar pejabat</source>
        <translation>Save roster of officials</translation>
    </message>
    <message>
        <source>Buku Kerja Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Daftar pejabat {year}</source>
        <translation>Daftar pejabat {year}</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Baris baru</source>
        <translation>New row</translation>
    </message>
    <message>
        <source>Hapus baris</source>
        <translation>Delete row</translation>
    </message>
    <message>
        <source>Naik</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Turun</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>RowsPreview</name>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Pangkat</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Office held</translation>
    </message>
    <message>
        <source>Unit kerja</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message>
        <source>Baca lagi</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Ya, semuanya</source>
        <translation>Yes, all of them</translation>
    </message>
    <message>
        <source>Anda menjadi saksi pada {n} lembar ini?</source>
        <translation>Are you the witness on these {n} sheets?</translation>
    </message>
    <message>
        <source>Sesudah ini setiap lembar tetap Anda tandatangani sendiri, satu per satu.</source>
        <translation>After this you still sign each sheet yourself, one by one.</translation>
    </message>
    <message>
        <source>Sidik {digest}</source>
        <translation>Digest {digest}</translation>
    </message>
</context>
<context>
    <name>RundownBar</name>
    <message>
        <source>Susunan acara   F6</source>
        <translation>Rundown   F6</translation>
    </message>
    <message>
        <source>Tidak ada acara yang berlangsung</source>
        <translation>No step is running</translation>
    </message>
    <message>
        <source>Acara belum dimulai</source>
        <translation>Nothing has begun yet</translation>
    </message>
    <message>
        <source>Sesudah ini: {step}</source>
        <translation>After this: {step}</translation>
    </message>
    <message>
        <source>Aula membaca halaman {page}</source>
        <translation>The hall reads page {page}</translation>
    </message>
    <message>
        <source>Panggil {name}</source>
        <translation>Call {name}</translation>
    </message>
    <message>
        <source>Mulai {step}</source>
        <translation>Begin {step}</translation>
    </message>
    <message>
        <source>Halaman berikut di aula</source>
        <translation>Next page in the hall</translation>
    </message>
    <message>
        <source>Tutup upacara …</source>
        <translation>Close the ceremony …</translation>
    </message>
    <message>
        <source>Sedang menandatangani</source>
        <translation>Somebody is signing</translation>
    </message>
    <message>
        <source>Langkah berikut</source>
        <translation>Next thing</translation>
    </message>
    <message>
        <source>Rencana {times}</source>
        <translation>Planned {times}</translation>
    </message>
    <message>
        <source>Mulai {real}</source>
        <translation>Begun {real}</translation>
    </message>
    <message>
        <source>rencana {times}</source>
        <translation>planned {times}</translation>
    </message>
    <message>
        <source>berjalan {n} dari {planned} menit</source>
        <translation>{n} of {planned} minutes</translation>
    </message>
    <message numerus="yes">
        <source>terlambat {n} menit</source>
        <translation>
            <numerusform>{n} minute late</numerusform>
            <numerusform>{n} minutes late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RundownDesk</name>
    <message>
        <source>Langkah berikut</source>
        <translation>Next thing</translation>
    </message>
    <message>
        <source>Acara berikut</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Susunan acara …</source>
        <translation>Rundown …</translation>
    </message>
    <message>
        <source>Catat kejadian …</source>
        <translation>Note an exception …</translation>
    </message>
</context>
<context>
    <name>RundownEditor</name>
    <message>
        <source>Susunan acara</source>
        <translation>Rundown</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Menit</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Acara</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Yang memimpin</source>
        <translation>Led by</translation>
    </message>
    <message>
        <source>Tambah   Ins</source>
        <translation>Add   Ins</translation>
    </message>
    <message>
        <source>Hapus   Del</source>
        <translation>Delete   Del</translation>
    </message>
    <message>
        <source>Naik   Alt+↑</source>
        <translation>Up   Alt+↑</translation>
    </message>
    <message>
        <source>Turun   Alt+↓</source>
        <translation>Down   Alt+↓</translation>
    </message>
    <message>
        <source>Susunan yang lazim</source>
        <translation>The usual rundown</translation>
    </message>
    <message>
        <source>Pakta Integritas Ketua dan Anggota</source>
        <translation>Pakta Integritas (integrity pact) of chair and members</translation>
    </message>
    <message>
        <source>Pakta Integritas aparatur sipil negara</source>
        <translation>Pakta Integritas (integrity pact) of civil servants</translation>
    </message>
    <message>
        <source>Pernyataan Bebas Benturan Kepentingan</source>
        <translation>Pernyataan Bebas Benturan Kepentingan (statement of no conflict of interest)</translation>
    </message>
    <message>
        <source>Dokumen kantor</source>
        <translation>Office&apos;s own</translation>
    </message>
    <message>
        <source>semua</source>
        <translation>everybody</translation>
    </message>
    <message>
        <source>pimpinan: Ketua, Anggota, Sekretaris</source>
        <translation>leaders: chair, members, secretary</translation>
    </message>
    <message>
        <source>pegawai lainnya</source>
        <translation>everybody else</translation>
    </message>
    <message>
        <source>Pukul</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Lama (menit)</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Mulai pukul</source>
        <translation>Begins at</translation>
    </message>
    <message>
        <source>Siapa yang menandatangani</source>
        <translation>Who signs</translation>
    </message>
    <message>
        <source>Tanpa jam, acara mulai sesudah yang sebelumnya.</source>
        <translation>Without a time the step begins after the one before it.</translation>
    </message>
    <message>
        <source>Naskah</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tampil di aula dalam huruf besar.</source>
        <translation>Shown to the hall in large letters.</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>F9 memanggil penanda tangannya satu per satu.</source>
        <translation>F9 calls its signers one after another.</translation>
    </message>
    <message numerus="yes">
        <source>{begin}–{end}, {n} menit</source>
        <translation>
            <numerusform>{begin}–{end}, {n} minute</numerusform>
            <numerusform>{begin}–{end}, {n} minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Jam ditulis seperti 09.30.</source>
        <translation>A time is written like 09.30.</translation>
    </message>
</context>
<context>
    <name>RundownList</name>
    <message>
        <source>Susunan acara</source>
        <translation>Rundown</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Acara</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Yang memimpin</source>
        <translation>Led by</translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Nyata</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mulai acara ini</source>
        <translation>Begin this step</translation>
    </message>
    <message>
        <source>Lewati …</source>
        <translation>Skip …</translation>
    </message>
    <message>
        <source>Catat kejadian …   Shift+F6</source>
        <translation>Note an exception …   Shift+F6</translation>
    </message>
    <message>
        <source>Catatan kejadian</source>
        <translation>Exceptions</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Kembali ke meja   F12</source>
        <translation>Back to the desk   F12</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Pengaturan kantor</source>
        <translation>Office settings</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Nomor naskah</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>Kertas, meterai, segel</source>
        <translation>Paper, meterai, seal</translation>
    </message>
    <message>
        <source>Goresan</source>
        <translation>Strokes</translation>
    </message>
    <message>
        <source>Betulkan isian yang ditandai.</source>
        <translation>Correct the marked entries.</translation>
    </message>
    <message>
        <source>Kode yang ditandai bukan kode klasifikasi seperti SDM.09 atau PK.02.1-BA.</source>
        <translation>The marked code is no classification code such as SDM.09 or PK.02.1-BA.</translation>
    </message>
    <message>
        <source>Sertifikat segel tetap memuat nama yang lama.</source>
        <translation>The seal&apos;s certificate keeps the old name.</translation>
    </message>
    <message>
        <source>Berlaku untuk lembar yang dibuat sesudah disimpan; lembar dan rekaman yang ada tidak berubah.</source>
        <translation>Applies to sheets made after saving; existing sheets and records do not change.</translation>
    </message>
    <message>
        <source>“{title}” sedang berlangsung: lembarnya sudah dibekukan dan tetap seperti adanya. Perubahan berlaku untuk lembar yang belum dibekukan, seperti Berita Acara, dan untuk penomoran dan penyegelan.</source>
        <translation>“{title}” is in progress: its sheets are frozen and stay as they are. Changes apply to sheets not yet frozen, such as the Berita Acara, and to numbering and sealing.</translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <source>KPU Desk – Penyiapan</source>
        <translation>KPU Desk – Set-up</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nanti saja</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Membuat kunci …</source>
        <translation>Making keys …</translation>
    </message>
    <message>
        <source>Kantor Anda</source>
        <translation>Your office</translation>
    </message>
    <message>
        <source>Anda dan frasa sandi</source>
        <translation>You and the passphrase</translation>
    </message>
    <message>
        <source>Kode pemulihan</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Upacara pertama</source>
        <translation>First ceremony</translation>
    </message>
    <message>
        <source>Buat ruang kerja</source>
        <translation>Make the workspace</translation>
    </message>
    <message>
        <source>Sudah disimpan</source>
        <translation>It is kept safe</translation>
    </message>
    <message>
        <source>Buat upacara</source>
        <translation>Create ceremony</translation>
    </message>
    <message>
        <source>PENYIAPAN · LANGKAH {n} DARI 4</source>
        <translation>SET-UP · STEP {n} OF 4</translation>
    </message>
</context>
<context>
    <name>SharedScreen</name>
    <message>
        <source>KPU Desk – Layar yang sama</source>
        <translation>KPU Desk – The same screen</translation>
    </message>
    <message>
        <source>Proyektor menampilkan layar meja</source>
        <translation>The projector shows the desk&apos;s screen</translation>
    </message>
    <message>
        <source>Meja disembunyikan agar tidak terlihat hadirin. Pisahkan kedua layar di pengaturan tampilan komputer.</source>
        <translation>The desk is hidden so that the audience does not see it. Separate the two screens in the computer&apos;s display settings.</translation>
    </message>
    <message>
        <source>Aula tidak dipakai: tampilkan meja</source>
        <translation>The hall is not used: show the desk</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Lembar {number} dari {count}: {title}</source>
        <translation>Sheet {number} of {count}: {title}</translation>
    </message>
    <message>
        <source>Sebagai {role} · {serial}</source>
        <translation>As {role} · {serial}</translation>
    </message>
    <message>
        <source>✓ Lembar {number} sudah tersimpan.</source>
        <translation>✓ Sheet {number} is saved.</translation>
    </message>
    <message>
        <source>Dicatat: lembar {number} tidak ditandatangani.</source>
        <translation>Recorded: sheet {number} was not signed.</translation>
    </message>
</context>
<context>
    <name>SheetViewer</name>
    <message>
        <source>KPU Desk – Lembar</source>
        <translation>KPU Desk – Sheets</translation>
    </message>
    <message>
        <source>Cari nomor atau nama …</source>
        <translation>Search number or name …</translation>
    </message>
    <message>
        <source>Cari lembar</source>
        <translation>Search sheets</translation>
    </message>
    <message>
        <source>Daftar lembar</source>
        <translation>List of sheets</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>KPU Desk – Tombol</source>
        <translation>KPU Desk – Keys</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tombol di meja</source>
        <translation>Keys at the desk</translation>
    </message>
    <message>
        <source>Spasi</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>panggil yang dipilih, atau yang berikutnya</source>
        <translation>call the person selected, or the next one</translation>
    </message>
    <message>
        <source>langkah berikut: memanggil, membalik halaman aula, memulai acara, menutup</source>
        <translation>the next thing: call, turn the hall&apos;s page, begin a step, close</translation>
    </message>
    <message>
        <source>panggil yang berikutnya menurut urutan</source>
        <translation>call the next one in order</translation>
    </message>
    <message>
        <source>lewati yang akan dipanggil, atau kembalikan ke urutannya</source>
        <translation>skip whoever would be called, or give the place back</translation>
    </message>
    <message>
        <source>panggil unit demi unit, atau menurut protokol</source>
        <translation>call unit by unit, or by protocol</translation>
    </message>
    <message>
        <source>susunan acara; mulai acara berikut</source>
        <translation>rundown; begin the next step</translation>
    </message>
    <message>
        <source>catat kejadian</source>
        <translation>note an exception</translation>
    </message>
    <message>
        <source>Enter, F2</source>
        <translation>Enter, F2</translation>
    </message>
    <message>
        <source>catat hadir orang yang dipilih, dikenal petugas</source>
        <translation>check in the person selected, known to the operator</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>catat hadir dan pilih cara mengenali: kartu pegawai, KTP</source>
        <translation>check in and choose how they were identified: staff card, KTP</translation>
    </message>
    <message>
        <source>batalkan kehadiran yang keliru</source>
        <translation>take a wrong check-in back</translation>
    </message>
    <message>
        <source>sesudah ditutup: siapa yang menyusul, penandatanganan susulan</source>
        <translation>after the closing: who is to follow, the late sitting</translation>
    </message>
    <message>
        <source>tidak hadir dengan alasannya, atau meninggalkan acara</source>
        <translation>absent with its reason, or leaves the ceremony</translation>
    </message>
    <message>
        <source>Ctrl+F, atau huruf</source>
        <translation>Ctrl+F, or letters</translation>
    </message>
    <message>
        <source>cari nama, NIP, jabatan, unit; Enter mencatat hadir. Undangan dipindai kapan saja.</source>
        <translation>search name, NIP, office, unit; Enter checks in. Invitations are scanned at any time.</translation>
    </message>
    <message>
        <source>hapus pencarian</source>
        <translation>clear the search</translation>
    </message>
    <message>
        <source>pindah ke orang lain</source>
        <translation>go to another person</translation>
    </message>
    <message>
        <source>panggil dengan bantuan: pendamping dan dua saksi</source>
        <translation>call with assistance: a helper and two witnesses</translation>
    </message>
    <message>
        <source>tarik kembali yang sedang dipanggil</source>
        <translation>recall the person being called</translation>
    </message>
    <message>
        <source>jeda atau lanjutkan upacara</source>
        <translation>pause or resume the ceremony</translation>
    </message>
    <message>
        <source>kembali ke meja, bila hanya ada satu layar</source>
        <translation>back to the desk, where there is one screen only</translation>
    </message>
    <message>
        <source>sama, dan tarik kembali orang yang sedang di layar</source>
        <translation>the same, and take back the person who is at the screen</translation>
    </message>
    <message>
        <source>periksa kesiapan sebelum upacara</source>
        <translation>check readiness before the ceremony</translation>
    </message>
    <message>
        <source>konsep semua lembar untuk diperiksa</source>
        <translation>drafts of all sheets for checking</translation>
    </message>
    <message>
        <source>impor daftar pejabat</source>
        <translation>import a roster of officials</translation>
    </message>
    <message>
        <source>dokumen kantor (PDF), satu atau beberapa</source>
        <translation>office documents (PDF), one or several</translation>
    </message>
    <message>
        <source>folder dokumen kantor, satu PDF tiap orang</source>
        <translation>folder of office documents, one PDF per person</translation>
    </message>
    <message>
        <source>upacara baru</source>
        <translation>new ceremony</translation>
    </message>
    <message>
        <source>upacara dari pola, juga dari tahun lalu</source>
        <translation>ceremony from a pattern, last year&apos;s too</translation>
    </message>
    <message>
        <source>saksi, urutan, dan kelompok yang menandatangani</source>
        <translation>witnesses, order, and the groups that sign</translation>
    </message>
    <message>
        <source>tambah pejabat</source>
        <translation>add an official</translation>
    </message>
    <message>
        <source>ubah pejabat yang dipilih</source>
        <translation>edit the official selected</translation>
    </message>
    <message>
        <source>lihat lembar</source>
        <translation>view sheets</translation>
    </message>
    <message>
        <source>buka rekaman</source>
        <translation>open records</translation>
    </message>
    <message>
        <source>lembar tombol ini</source>
        <translation>this sheet of keys</translation>
    </message>
</context>
<context>
    <name>SignStep</name>
    <message>
        <source>Baca lagi</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Saya tidak menandatangani</source>
        <translation>I am not signing</translation>
    </message>
    <message>
        <source>Ulangi</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Urungkan goresan terakhir</source>
        <translation>Undo the last stroke</translation>
    </message>
    <message>
        <source>Kembalikan yang dihapus</source>
        <translation>Bring back what was erased</translation>
    </message>
    <message>
        <source>Goresan Anda dari sebelum gangguan masih ada. Lanjutkan, atau mulai lagi?</source>
        <translation>Your strokes from before the interruption are still here. Continue, or begin again?</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Mulai lagi</source>
        <translation>Begin again</translation>
    </message>
    <message>
        <source>Kotak ini ditulis dengan alat lain.</source>
        <translation>This box was written with another tool.</translation>
    </message>
    <message>
        <source>Ya, benar</source>
        <translation>Yes, it is</translation>
    </message>
    <message>
        <source>Bukan, ubah</source>
        <translation>No, change it</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Tanda tangan lampiran</source>
        <translation>Signature of the attachment</translation>
    </message>
    <message>
        <source>Paraf</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Semua kotak sudah terisi.</source>
        <translation>All boxes are filled.</translation>
    </message>
    <message>
        <source>Belum terisi: {missing}.</source>
        <translation>Still empty: {missing}.</translation>
    </message>
    <message>
        <source>Silakan menandatangani di kedua kotak ini; yang kedua untuk lampiran.</source>
        <translation>Please sign in both boxes; the second is for the attachment.</translation>
    </message>
    <message>
        <source>Silakan mengisi {count} kotak ini; paraf untuk kaki halaman {page}.</source>
        <translation>Please fill these {count} boxes; the initials are for the foot of page {page}.</translation>
    </message>
    <message>
        <source>Silakan mengisi {count} kotak ini; satu paraf untuk kaki {pages} halaman.</source>
        <translation>Please fill these {count} boxes; one set of initials for the foot of {pages} pages.</translation>
    </message>
    <message>
        <source>Silakan membubuhkan tanda Anda di dalam kotak ini, dengan pena atau jari.</source>
        <translation>Please place your mark inside this box, with the pen or a finger.</translation>
    </message>
    <message>
        <source>Bubuhkan cap jempol pada lembar kertas, lalu sentuh kotak ini dengan jempol yang sama.</source>
        <translation>Place your thumbprint on the paper sheet, then touch this box with the same thumb.</translation>
    </message>
    <message>
        <source>Silakan menandatangani di dalam kotak ini.</source>
        <translation>Please sign inside this box.</translation>
    </message>
    <message>
        <source>Urungkan goresan terakhir: {pad}</source>
        <translation>Undo the last stroke: {pad}</translation>
    </message>
    <message>
        <source>Ulangi: {pad}</source>
        <translation>Start over: {pad}</translation>
    </message>
    <message>
        <source>Kembalikan yang dihapus: {pad}</source>
        <translation>Bring back what was erased: {pad}</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Goresan ini sangat pendek.</source>
        <translation>This stroke is very short.</translation>
    </message>
    <message>
        <source>Apakah ini paraf Anda?</source>
        <translation>Are these your initials?</translation>
    </message>
    <message>
        <source>Apakah ini tanda tangan Anda?</source>
        <translation>Is this your signature?</translation>
    </message>
    <message>
        <source>Menyimpan …</source>
        <translation>Saving …</translation>
    </message>
</context>
<context>
    <name>SignerMenu</name>
    <message>
        <source>Layar pe&amp;nanda tangan</source>
        <translation>Sig&amp;ner&apos;s screen</translation>
    </message>
    <message>
        <source>Periksa pena …</source>
        <translation>Check the pen …</translation>
    </message>
    <message>
        <source>Tutup dulu uji pena di layar penanda tangan.</source>
        <translation>Close the pen test on the signer&apos;s screen first.</translation>
    </message>
    <message>
        <source>pena: belum diperiksa</source>
        <translation>pen: not checked yet</translation>
    </message>
    <message>
        <source>pena: tidak terpasang</source>
        <translation>pen: none attached</translation>
    </message>
    <message>
        <source>Layar {number}: {name}, {width} × {height}</source>
        <translation>Screen {number}: {name}, {width} × {height}</translation>
    </message>
</context>
<context>
    <name>SignerWindow</name>
    <message>
        <source>KPU Desk – Penanda tangan</source>
        <translation>KPU Desk – Signer</translation>
    </message>
    <message>
        <source>jeda</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>layar penanda tangan terlepas</source>
        <translation>the signer&apos;s screen is disconnected</translation>
    </message>
    <message>
        <source>layar penanda tangan digandakan</source>
        <translation>the signer&apos;s screen is mirrored</translation>
    </message>
</context>
<context>
    <name>SkipForm</name>
    <message>
        <source>Lewati acara</source>
        <translation>Skip a step</translation>
    </message>
    <message>
        <source>Lewati</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>“{step}” tercetak sebagai dilewati di Berita Acara; masih dapat dimulai nanti.</source>
        <translation>The minutes print “{step}” as skipped; it can still be begun later.</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write the reason.</translation>
    </message>
</context>
<context>
    <name>StampForm</name>
    <message>
        <source>Cap kantor</source>
        <translation>Office stamp</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cap komisi – bagi Ketua dan Anggota</source>
        <translation>Stamp of the commission – for Ketua and Anggota</translation>
    </message>
    <message>
        <source>Cap sekretariat – bagi Sekretaris dan saksinya</source>
        <translation>Stamp of the secretariat – for the Sekretaris and their witnesses</translation>
    </message>
    <message>
        <source>Pilih gambar …</source>
        <translation>Choose picture …</translation>
    </message>
    <message>
        <source>Ungu, warna tinta cap dinas</source>
        <translation>Purple, the colour of official stamp ink</translation>
    </message>
    <message>
        <source>Warna asli gambar</source>
        <translation>The picture&apos;s own colours</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Pakai cap ini</source>
        <translation>Use this stamp</translation>
    </message>
    <message>
        <source>Pilih gambar cap lebih dahulu.</source>
        <translation>Choose a picture of the stamp first.</translation>
    </message>
    <message>
        <source>Gambar masih diolah; tunggu sebentar.</source>
        <translation>The picture is still being worked on; wait a moment.</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Stamp</translation>
    </message>
    <message>
        <source>Gambar</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>PNG atau JPEG: pindaian cap di kertas putih, 300 dpi atau lebih. Disimpan terenkripsi.</source>
        <translation>PNG or JPEG: a scan of the stamp on white paper, 300 dpi or more. Stored encrypted.</translation>
    </message>
    <message>
        <source>Batas latar</source>
        <translation>Background limit</translation>
    </message>
    <message>
        <source>Geser sampai kertas hilang dan huruf cap tetap utuh.</source>
        <translation>Move it until the paper is gone and the letters of the stamp are whole.</translation>
    </message>
    <message>
        <source>Warna</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Garis tengah</source>
        <translation>Diameter</translation>
    </message>
    <message>
        <source>Ukuran cap yang sebenarnya, dari tepi ke tepi lingkaran luar.</source>
        <translation>True size of the stamp, from edge to edge of its outer circle.</translation>
    </message>
    <message>
        <source>Pemakaian</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Cap baru muncul pada lembar setelah Anda membubuhkannya satu per satu atau sekaligus.</source>
        <translation>A stamp appears on a sheet only after you put it there, one by one or all at once.</translation>
    </message>
    <message>
        <source>Gambar cap bukan cap basah; rekaman menyebutkannya demikian.</source>
        <translation>The picture of a stamp is no wet stamp; the record says so.</translation>
    </message>
    <message>
        <source>Untuk mengubah latar atau warna, pilih gambarnya lagi.</source>
        <translation>To change background or colour, choose the picture again.</translation>
    </message>
    <message>
        <source>Gambar ini sudah berlatar transparan.</source>
        <translation>This picture already has a transparent background.</translation>
    </message>
    <message>
        <source>Pilih gambar cap</source>
        <translation>Choose a picture of the stamp</translation>
    </message>
    <message>
        <source>Gambar (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>StampPreview</name>
    <message>
        <source>Pratinjau cap</source>
        <translation>Preview of the stamp</translation>
    </message>
</context>
<context>
    <name>StampingForm</name>
    <message>
        <source>Cap</source>
        <translation>Stamp</translation>
    </message>
    <message>
        <source>Bubuhkan cap</source>
        <translation>Put stamps</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Centang semua</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Kosongkan</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Cabut cap</source>
        <translation>Withdraw stamps</translation>
    </message>
    <message>
        <source>Cap kantor …</source>
        <translation>Office stamp …</translation>
    </message>
    <message>
        <source>Centang dahulu tanda tangan yang akan diberi cap.</source>
        <translation>First tick the signatures to be stamped.</translation>
    </message>
    <message numerus="yes">
        <source>{name} pada {n} tanda tangan</source>
        <translation>
            <numerusform>{name} on {n} signature</numerusform>
            <numerusform>{name} on {n} signatures</numerusform>
        </translation>
    </message>
    <message>
        <source>Bubuhkan cap?</source>
        <translation>Put the stamps?</translation>
    </message>
    <message>
        <source>Bubuhkan {stamps}? Pembubuhan dicatat atas nama Anda; cap dapat dicabut sebelum disegel.</source>
        <translation>Put {stamps}? This is recorded in your name; stamps can be withdrawn until sealing.</translation>
    </message>
    <message>
        <source> dan </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cabut cap?</source>
        <translation>Withdraw stamps?</translation>
    </message>
    <message numerus="yes">
        <source>Cabut cap dari {n} tanda tangan? Pencabutannya dicatat.</source>
        <translation>
            <numerusform>Withdraw the stamp from {n} signature? This is recorded.</numerusform>
            <numerusform>Withdraw the stamps from {n} signatures? This is recorded.</numerusform>
        </translation>
    </message>
    <message>
        <source>cap komisi</source>
        <translation>stamp of the commission</translation>
    </message>
    <message>
        <source>cap sekretariat</source>
        <translation>stamp of the secretariat</translation>
    </message>
    <message>
        <source>dicap, disegel</source>
        <translation>stamped, sealed</translation>
    </message>
    <message>
        <source>dicap</source>
        <translation>stamped</translation>
    </message>
    <message>
        <source>siap dicap</source>
        <translation>ready to stamp</translation>
    </message>
    <message>
        <source>belum lengkap</source>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>disegel tanpa cap</source>
        <translation>sealed without stamp</translation>
    </message>
    <message>
        <source>cap belum dipakai</source>
        <translation>stamp not in use yet</translation>
    </message>
    <message>
        <source>tempat meterai</source>
        <translation>place of the meterai</translation>
    </message>
    <message>
        <source>tanpa cap</source>
        <translation>no stamp</translation>
    </message>
    <message>
        <source>Tanda tangan dan capnya</source>
        <translation>Signatures and their stamps</translation>
    </message>
    <message>
        <source>{n} akan dicap</source>
        <translation>{n} to be stamped</translation>
    </message>
    <message>
        <source>{n} dapat dicabut</source>
        <translation>{n} can be withdrawn</translation>
    </message>
    <message>
        <source>Ada cap yang belum disimpan atau dimatikan; buka “Cap kantor”.</source>
        <translation>A stamp is missing or switched off; open “Office stamp”.</translation>
    </message>
    <message>
        <source>Cap dibubuhkan setelah upacara ditutup.</source>
        <translation>Stamps are put after the ceremony is closed.</translation>
    </message>
</context>
<context>
    <name>StateBanner</name>
    <message>
        <source>Lanjutkan upacara</source>
        <translation>Resume the ceremony</translation>
    </message>
    <message>
        <source>Menyusul …   F5</source>
        <translation>To follow …   F5</translation>
    </message>
    <message>
        <source>Upacara dijeda sejak {when} ({reason}). Tidak ada yang dapat menandatangani.</source>
        <translation>The ceremony has been paused since {when} ({reason}). Nobody can sign.</translation>
    </message>
    <message>
        <source>Penandatanganan susulan ke-{number} dijeda sejak {when} ({reason}).</source>
        <translation>Later signing no. {number} has been paused since {when} ({reason}).</translation>
    </message>
    <message>
        <source>Upacara ini dibatalkan {when} oleh {by}: {reason}. Isinya disimpan, tidak akan disegel.</source>
        <translation>This ceremony was annulled {when} by {by}: {reason}. What it holds is kept and will not be sealed.</translation>
    </message>
    <message>
        <source>Penandatanganan susulan ke-{number} dibuka {when}. Kehadiran dicatat tersendiri.</source>
        <translation>Late sitting {number} opened {when}. Presence is noted anew.</translation>
    </message>
</context>
<context>
    <name>TargetsEditor</name>
    <message>
        <source>Sasaran dan anggaran PK komisi</source>
        <translation>Objectives and budget, PK of the commission</translation>
    </message>
    <message>
        <source>Sasaran dan anggaran</source>
        <translation>Objectives and budget</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nama kelembagaan</source>
        <translation>Name of the institution</translation>
    </message>
    <message>
        <source>Sasaran, indikator, dan target</source>
        <translation>Objectives, indicators and targets</translation>
    </message>
    <message>
        <source>Sasaran</source>
        <translation>Objective</translation>
    </message>
    <message>
        <source>Indikator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Program dan anggaran</source>
        <translation>Programmes and budget</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Anggaran (Rp)</source>
        <translation>Budget (Rp)</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Impor berkas …</source>
        <translation>Import file …</translation>
    </message>
    <message>
        <source>Salin baris dari lembar kerja, lalu tempel dengan Ctrl+V; kolomnya menurut urutan di atas.</source>
        <translation>Copy rows from a spreadsheet, then paste them with Ctrl+V; columns in the order above.</translation>
    </message>
    <message>
        <source>Sasaran baris {n} belum lengkap.</source>
        <translation>Objective in row {n} is incomplete.</translation>
    </message>
    <message>
        <source>Anggaran baris {n}: tulis program dan angka rupiah.</source>
        <translation>Budget in row {n}: write the programme and an amount in rupiah.</translation>
    </message>
    <message>
        <source>Tulis paling sedikit satu sasaran.</source>
        <translation>Write at least one objective.</translation>
    </message>
    <message>
        <source>Tulis nama kelembagaan.</source>
        <translation>Write the name of the institution.</translation>
    </message>
    <message>
        <source>Impor sasaran</source>
        <translation>Import objectives</translation>
    </message>
    <message>
        <source>Lembar kerja (*.xlsx *.csv)</source>
        <translation>Spreadsheets (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Jumlah {total}</source>
        <translation>Total {total}</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{done} dari {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>menghentikan …</source>
        <translation>stopping …</translation>
    </message>
</context>
<context>
    <name>TrialWindow</name>
    <message>
        <source>KPU Desk – uji pena</source>
        <translation>KPU Desk – pen test</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>KPU Desk – Buka</source>
        <translation>KPU Desk – Unlock</translation>
    </message>
    <message>
        <source>Nama Anda</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Jabatan Anda</source>
        <translation>Your office</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Kode pemulihan</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Dari lembar yang dicetak saat penyiapan; tanda hubung boleh tidak diketik.</source>
        <translation>From the sheet printed at set-up; hyphens need not be typed.</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Pakai kode pemulihan</source>
        <translation>Use the recovery code</translation>
    </message>
    <message>
        <source>Membuka …</source>
        <translation>Unlocking …</translation>
    </message>
    <message>
        <source>Setiap tindakan dicatat di jurnal atas nama Anda.</source>
        <translation>Every act is recorded in the journal in your name.</translation>
    </message>
    <message>
        <source>KPU Desk</source>
        <translation>KPU Desk</translation>
    </message>
    <message>
        <source>Tulis nama Anda.</source>
        <translation>Write your name.</translation>
    </message>
    <message>
        <source>Tulis jabatan Anda.</source>
        <translation>Write your office.</translation>
    </message>
    <message>
        <source>Pakai frasa sandi</source>
        <translation>Use the passphrase</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message numerus="yes">
        <source>Dan {n} alasan lain.</source>
        <translation>
            <numerusform>And {n} more reason.</numerusform>
            <numerusform>And {n} more reasons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dan {n} tanda tangan lain.</source>
        <translation>
            <numerusform>And {n} more signature.</numerusform>
            <numerusform>And {n} more signatures.</numerusform>
        </translation>
    </message>
    <message>
        <source>tidak diketahui</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Stempel waktu dari {who}</source>
        <translation>Time stamp from {who}</translation>
    </message>
    <message>
        <source>Waktu stempel: {at}.</source>
        <translation>Time of the stamp: {at}.</translation>
    </message>
    <message>
        <source>Ditandatangani oleh {who}</source>
        <translation>Signed by {who}</translation>
    </message>
    <message>
        <source>Waktu menurut penanda tangan: {at}.</source>
        <translation>Time according to the signer: {at}.</translation>
    </message>
    <message>
        <source>Bagian yang ditandatangani utuh</source>
        <translation>The signed part is intact</translation>
    </message>
    <message>
        <source>Tidak cocok dengan isinya</source>
        <translation>Does not match its content</translation>
    </message>
    <message>
        <source>sertifikat dipercaya</source>
        <translation>certificate trusted</translation>
    </message>
    <message>
        <source>sertifikat tidak dikenal</source>
        <translation>certificate unknown</translation>
    </message>
</context>
<context>
    <name>VerifyWindow</name>
    <message>
        <source>KPU Desk – Periksa berkas</source>
        <translation>KPU Desk – Verify files</translation>
    </message>
    <message>
        <source>Pilih berkas …</source>
        <translation>Choose files …</translation>
    </message>
    <message>
        <source>Pilih folder …</source>
        <translation>Choose folder …</translation>
    </message>
    <message>
        <source>Kosongkan daftar</source>
        <translation>Clear list</translation>
    </message>
    <message>
        <source>Pilih satu berkas untuk membaca alasannya.</source>
        <translation>Select a file to read the reasons.</translation>
    </message>
    <message>
        <source>Memeriksa berkas</source>
        <translation>Verifying files</translation>
    </message>
    <message>
        <source>Di situ tidak ada berkas PDF.</source>
        <translation>There is no PDF file there.</translation>
    </message>
    <message numerus="yes">
        <source>{n} berkas</source>
        <translation>
            <numerusform>{n} file</numerusform>
            <numerusform>{n} files</numerusform>
        </translation>
    </message>
    <message>
        <source>Periksa berkas</source>
        <translation>Verify files</translation>
    </message>
    <message>
        <source>PDF dan pindaian (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>PDF and scans (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Periksa semua PDF di folder</source>
        <translation>Verify all PDFs of a folder</translation>
    </message>
    <message>
        <source>Berkas yang diperiksa</source>
        <translation>Files verified</translation>
    </message>
    <message>
        <source>Taruh berkas PDF, pindaian, foto halaman, atau folder di sini</source>
        <translation>Drop PDF files, scans, photos of pages or a folder here</translation>
    </message>
    <message>
        <source>atau pilih dengan tombol di atas.</source>
        <translation>or choose them with the buttons above.</translation>
    </message>
    <message>
        <source>Berkas hanya dibaca: tidak diubah dan tidak dikirim ke mana pun.</source>
        <translation>Files are only read: not changed and not sent anywhere.</translation>
    </message>
</context>
<context>
    <name>VoidForm</name>
    <message>
        <source>Belum ada lembar {name} yang ditandatangani.</source>
        <translation>No sheet of {name} has been signed yet.</translation>
    </message>
    <message>
        <source>Yang belum ditandatangani cukup diperbaiki.</source>
        <translation>What is not signed yet is simply corrected.</translation>
    </message>
    <message>
        <source>Lembar {old} batal; {new} menunggu tanda tangan.</source>
        <translation>Sheet {old} is void; {new} waits for signatures.</translation>
    </message>
    <message>
        <source>Batalkan lembar</source>
        <translation>Make sheet void</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pilih alasan</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>Orang keliru: yang menandatangani bukan orangnya</source>
        <translation>Wrong person: somebody else signed</translation>
    </message>
    <message>
        <source>Lembar keliru: orangnya benar, lembarnya tidak</source>
        <translation>Wrong sheet: the right person, not the right sheet</translation>
    </message>
    <message>
        <source>Alasan lain, ditulis di bawah</source>
        <translation>Another reason, written below</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Tercetak di Berita Acara.</source>
        <translation>Printed in the Berita Acara (minutes).</translation>
    </message>
    <message>
        <source>Pilih alasannya.</source>
        <translation>Choose the reason.</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write the reason.</translation>
    </message>
    <message numerus="yes">
        <source>Batal bersama {n} tanda tangannya; lembar pengganti ditandatangani lagi oleh semuanya.</source>
        <translation>
            <numerusform>Void with its {n} signature; the sheet in its place is signed again.</numerusform>
            <numerusform>Void with its {n} signatures; the sheet in its place is signed again by all of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Batal bersama tanda tangan {names}; lembar pengganti dibuat, yang batal tetap disimpan.</source>
        <translation>Void with the signature of {names}; a new sheet is made in its place, the void one is kept.</translation>
    </message>
</context>
<context>
    <name>WaitingWindow</name>
    <message>
        <source>KPU Desk – Buka</source>
        <translation>KPU Desk – Unlock</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>KPU Desk</source>
        <translation>KPU Desk</translation>
    </message>
</context>
<context>
    <name>WhoseChoice</name>
    <message>
        <source>Milik siapa</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Urutan menurut protokol</source>
        <translation>Order of protocol</translation>
    </message>
    <message>
        <source>Urutan</source>
        <translation>Number</translation>
    </message>
</context>
<context>
    <name>WitnessDelegate</name>
    <message>
        <source>tiga huruf nama saksi</source>
        <translation>three letters of the witness&apos;s name</translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message>
        <source>Kata penutup</source>
        <translation>Closing words</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Tidak ada layar untuk jendela. Tanpa layar dapat dipakai: rehearse, verify, roster check, ink export.</source>
        <translation>There is no screen for windows. Without one there are: rehearse, verify, roster check, ink export.</translation>
    </message>
    <message>
        <source>Tidak ada layar untuk jendela.</source>
        <translation>There is no screen for windows.</translation>
    </message>
    <message>
        <source>Sertifikat ruang kerja {path} tidak dapat dibaca.</source>
        <translation>The workspace&apos;s certificate {path} cannot be read.</translation>
    </message>
    <message>
        <source>Sertifikat ruang kerja {path} bertanda {mark}: tidak dipercaya tanpa --trust.</source>
        <translation>The workspace&apos;s certificate {path} is marked {mark}: it is not trusted without --trust.</translation>
    </message>
    <message>
        <source>Sertifikat ruang kerja {path} belum pernah terbukti di komputer ini: tidak dipercaya. Buka mejanya sekali, atau sebutkan --trust.</source>
        <translation>The workspace&apos;s certificate {path} was never proven on this computer: not trusted. Open its desk once, or name --trust.</translation>
    </message>
    <message>
        <source>Sertifikat ruang kerja {path} bukan yang terbukti ketika mejanya terakhir dibuka di komputer ini: tidak dipercaya. Mungkin tertukar.</source>
        <translation>The workspace&apos;s certificate {path} is not the one proven when its desk was last opened on this computer: not trusted. It may have been swapped.</translation>
    </message>
    <message>
        <source>Catatan program {path} tidak dapat ditulis ({reason}).</source>
        <translation>The program&apos;s log {path} cannot be written ({reason}).</translation>
    </message>
    <message>
        <source>Berkas frasa sandi {path} tidak dapat dibaca ({reason}).</source>
        <translation>The passphrase file {path} cannot be read ({reason}).</translation>
    </message>
    <message>
        <source>Berkas frasa sandi {path} bukan teks UTF-8.</source>
        <translation>The passphrase file {path} is not UTF-8 text.</translation>
    </message>
    <message>
        <source>{program}: panggilan keliru: {message}. Lihat {program} --help.</source>
        <translation>{program}: wrong call: {message}. See {program} --help.</translation>
    </message>
    <message>
        <source>folder ruang kerja kantor (bila tidak disebut: folder data pengguna)</source>
        <translation>folder of the office&apos;s workspace (default: the user&apos;s data folder)</translation>
    </message>
    <message>
        <source>bahasa program: id (Indonesia) atau en (Inggris)</source>
        <translation>language of the program: id (Indonesian) or en (English)</translation>
    </message>
    <message>
        <source>Meja luring untuk upacara penandatanganan di kantor KPU. Tanpa perintah: membuka meja.</source>
        <translation>Offline desk for signing ceremonies at offices of KPU. Without a command: opens the desk.</translation>
    </message>
    <message>
        <source>buka meja pada ruang kerja contoh, tanpa frasa sandi</source>
        <translation>open the desk on the sample workspace, without a passphrase</translation>
    </message>
    <message>
        <source>BERKAS</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>berkas yang baris pertamanya frasa sandi (bila tidak disebut, frasa sandi ditanyakan)</source>
        <translation>file whose first line is the passphrase (default: the passphrase is asked for)</translation>
    </message>
    <message>
        <source>perintah</source>
        <translation>command</translation>
    </message>
    <message>
        <source>daftar pejabat dari lembar kerja</source>
        <translation>roster of officials from a spreadsheet</translation>
    </message>
    <message>
        <source>tindakan</source>
        <translation>action</translation>
    </message>
    <message>
        <source>tunjukkan apa yang akan masuk bila daftar diimpor, tanpa mengimpornya</source>
        <translation>show what an import of the roster would bring, without importing it</translation>
    </message>
    <message>
        <source>XLSX atau CSV</source>
        <translation>XLSX or CSV</translation>
    </message>
    <message>
        <source>hasil sebagai satu dokumen JSON</source>
        <translation>result as one JSON document</translation>
    </message>
    <message>
        <source>gladi bersih tanpa petugas, lewat jendela yang sebenarnya</source>
        <translation>unattended dress rehearsal through the real windows</translation>
    </message>
    <message>
        <source>daftar pejabat, XLSX atau CSV</source>
        <translation>roster of officials, XLSX or CSV</translation>
    </message>
    <message>
        <source>rekaman pena (SVC2004 atau InkML)</source>
        <translation>pen recordings (SVC2004 or InkML)</translation>
    </message>
    <message>
        <source>folder hasil; harus kosong atau belum ada</source>
        <translation>folder for the results; must be empty or new</translation>
    </message>
    <message>
        <source>naskah kantor (*.toml), menggantikan naskah bawaan</source>
        <translation>the office&apos;s forms (*.toml), in place of the shipped ones</translation>
    </message>
    <message>
        <source>PDF kantor yang ditandatangani, dengan Daftar Hadir dan Berita Acara</source>
        <translation>a PDF of the office that is signed, with Daftar Hadir and Berita Acara</translation>
    </message>
    <message>
        <source>tempat tanda tangan pada PDF itu (JSON); tanpa ini dipakai jangkar ${ttd_…}</source>
        <translation>places of signatures on that PDF (JSON); without it the anchors ${ttd_…} are taken</translation>
    </message>
    <message>
        <source>banyaknya orang (bila tanpa daftar: 12)</source>
        <translation>number of people (without a roster: 12)</translation>
    </message>
    <message>
        <source>satu hari menurut berkas: siapa datang kapan dan apa yang terganggu (resources/days)</source>
        <translation>one day out of a file: who comes when and what goes wrong (resources/days)</translation>
    </message>
    <message>
        <source>full: secepat jendelanya; real: secepat orang, untuk latihan</source>
        <translation>full: as fast as the windows go; real: as fast as people are, for training</translation>
    </message>
    <message>
        <source>gambar setiap jendela pada setiap tahap (PNG)</source>
        <translation>pictures of every window at each stage (PNG)</translation>
    </message>
    <message>
        <source>uji pena: jendela penanda tangan dengan lembar contoh dan angka alat yang sebenarnya</source>
        <translation>pen test: the signer&apos;s window with a sample sheet and what the device really delivers</translation>
    </message>
    <message>
        <source>halaman hasil (PDF), ditulis saat jendela ditutup</source>
        <translation>the page of the result (PDF), written when the window is closed</translation>
    </message>
    <message>
        <source>periksa rekaman PDF</source>
        <translation>verify PDF records</translation>
    </message>
    <message>
        <source>berkas PDF, atau folder yang berisi PDF</source>
        <translation>PDF files, or folders with PDFs</translation>
    </message>
    <message>
        <source>hitung kata penutup dari rekaman saja</source>
        <translation>compute the closing words from the records alone</translation>
    </message>
    <message>
        <source>folder yang berisi rekaman satu upacara atau lebih</source>
        <translation>folder with the records of one ceremony or more</translation>
    </message>
    <message>
        <source>SERTIFIKAT</source>
        <translation>CERTIFICATE</translation>
    </message>
    <message>
        <source>sertifikat kantor (PEM) yang dipercaya, menggantikan sertifikat ruang kerja; boleh diulang</source>
        <translation>trusted office certificate (PEM), in place of the workspace&apos;s; may be repeated</translation>
    </message>
    <message>
        <source>putar ulang jurnal ruang kerja dan bandingkan hasilnya, sampai bita rekamannya</source>
        <translation>replay a workspace&apos;s journal and compare what comes of it, down to the bytes of its records</translation>
    </message>
    <message>
        <source>folder kosong untuk basis data hasilnya (bila tidak disebut: dibuang)</source>
        <translation>empty folder for the database that comes of it (without it: thrown away)</translation>
    </message>
    <message>
        <source>tulis lembar seperti yang dilihat setiap penanda tangan ke folder ini; hanya untuk satu rekaman yang sah</source>
        <translation>write the sheet as each signer saw it to this folder; only for one valid record</translation>
    </message>
    <message>
        <source>baca kode QR pada pindaian atau foto halaman rekaman</source>
        <translation>read the QR codes on scans or photos of a record&apos;s pages</translation>
    </message>
    <message>
        <source>Membaca kode QR pada pindaian atau foto halaman rekaman. Kode membuktikan data rekamannya, bukan kata-kata di atas kertas; hasilnya untuk dibandingkan dengan kertasnya.</source>
        <translation>Reads the QR codes on scans or photos of a record&apos;s pages. A code proves the record&apos;s data, not the words on the paper; the result is to be compared with the paper.</translation>
    </message>
    <message>
        <source>PNG, JPEG, atau PDF hasil pindai</source>
        <translation>PNG, JPEG or scanned PDF</translation>
    </message>
    <message>
        <source>REKAMAN</source>
        <translation>RECORD</translation>
    </message>
    <message>
        <source>rekaman tersegel (PDF) yang seharusnya memuat halaman itu</source>
        <translation>sealed record (PDF) that the pages should belong to</translation>
    </message>
    <message>
        <source>goresan tersandi, bagi pemegang kuncinya</source>
        <translation>encrypted strokes, for the holder of their key</translation>
    </message>
    <message>
        <source>buka goresan tersandi dan tulis sebagai InkML dan pemutaran</source>
        <translation>open encrypted strokes and write them as InkML and a replay</translation>
    </message>
    <message>
        <source>Membuka goresan tersandi dengan kunci pribadinya dan menulis setiap goresan sebagai InkML dan sebagai halaman HTML yang memutarnya dengan kecepatan sebenarnya. Sidik setiap goresan dibandingkan dengan buktinya. Paket dibuka tanpa ruang kerja; tanpa paket, goresan dibaca dari ruang kerja.</source>
        <translation>Opens encrypted strokes with their private key and writes each as InkML and as an HTML page that replays it at its true speed. The digest of each is compared with its evidence. Packages are opened without a workspace; without packages, strokes are read from the workspace.</translation>
    </message>
    <message>
        <source>PAKET</source>
        <translation>PACKAGE</translation>
    </message>
    <message>
        <source>folder paket goresan tersandi, atau berkas darinya</source>
        <translation>folder of a package of encrypted strokes, or a file of it</translation>
    </message>
    <message>
        <source>KUNCI</source>
        <translation>KEY</translation>
    </message>
    <message>
        <source>kunci pribadi (PEM, DER, atau PKCS#12)</source>
        <translation>private key (PEM, DER or PKCS#12)</translation>
    </message>
    <message>
        <source>folder hasil</source>
        <translation>folder for the results</translation>
    </message>
    <message>
        <source>berkas yang baris pertamanya frasa sandi kunci (bila tidak disebut, ditanyakan)</source>
        <translation>file whose first line is the key&apos;s passphrase (default: it is asked for)</translation>
    </message>
    <message>
        <source>Membangun basis data baru dari jurnal ruang kerja dan dari apa yang disebut jurnal dengan sidiknya, lalu membandingkannya dengan yang ada: upacara, lembar beku, dan rekaman bita demi bita. Setiap tindakan diperiksa lagi menurut aturannya, dan setiap perbedaan disebut. Rekaman hanya sama bila versi programnya sama.</source>
        <translation>Builds a new database from the workspace&apos;s journal and from what the journal names by its digest, then compares it with the one that is there: ceremonies, frozen sheets, and records byte by byte. Every act is held against its rule again, and every difference is named. Records are only the same when the program&apos;s version is the same.</translation>
    </message>
    <message>
        <source>periksa program ini sendiri</source>
        <translation>check the program itself</translation>
    </message>
    <message>
        <source>banyaknya orang harus 1 sampai 1.000</source>
        <translation>the number of people must be 1 to 1,000</translation>
    </message>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Pangkat</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Office held</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>GALAT</source>
        <translation>ERROR</translation>
    </message>
    <message>
        <source>PERINGATAN</source>
        <translation>WARNING</translation>
    </message>
    <message>
        <source>CATATAN</source>
        <translation>NOTE</translation>
    </message>
    <message>
        <source>GAGAL</source>
        <translation>FAILED</translation>
    </message>
    <message>
        <source>baik</source>
        <translation>well</translation>
    </message>
    <message>
        <source>Berkas {path} sudah ada; tidak ada yang ditulis.</source>
        <translation>File {path} exists already; nothing was written.</translation>
    </message>
    <message>
        <source>Media penyimpan penuh; salinan tidak ditulis seluruhnya.</source>
        <translation>The storage medium is full; the copies were not written completely.</translation>
    </message>
    <message>
        <source>Tidak ada hak untuk menulis ke folder itu.</source>
        <translation>No right to write to that folder.</translation>
    </message>
    <message>
        <source>Folder induknya tidak ada.</source>
        <translation>Its parent folder does not exist.</translation>
    </message>
    <message>
        <source>Salinan tidak dapat ditulis.</source>
        <translation>The copies cannot be written.</translation>
    </message>
    <message>
        <source>Dengan --signer-copies sebutkan tepat satu berkas rekaman.</source>
        <translation>With --signer-copies name exactly one record file.</translation>
    </message>
    <message>
        <source>Dihentikan.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Salinan hanya ditulis dari rekaman yang sah; tidak ada yang ditulis.</source>
        <translation>Copies are written only of a valid record; nothing was written.</translation>
    </message>
    <message>
        <source>Tidak semua salinan cocok; yang tidak cocok tidak ditulis.</source>
        <translation>Not all copies agree; those that do not were not written.</translation>
    </message>
    <message>
        <source>Berkas kunci bukan kunci pribadi EC atau RSA (PEM, DER, atau PKCS#12).</source>
        <translation>The key file is no private EC or RSA key (PEM, DER or PKCS#12).</translation>
    </message>
    <message>
        <source>Kunci itu memerlukan frasa sandi: jalankan di terminal atau pakai --key-passphrase-file.</source>
        <translation>That key needs a passphrase: run this in a terminal or use --key-passphrase-file.</translation>
    </message>
    <message>
        <source>Frasa sandi kunci itu tidak cocok.</source>
        <translation>The key&apos;s passphrase does not fit.</translation>
    </message>
    <message>
        <source>Kunci itu bukan kunci untuk goresan ini.</source>
        <translation>That key is not the key for these strokes.</translation>
    </message>
    <message>
        <source>Goresan {file} rusak atau bukan goresan tersandi KPU Desk.</source>
        <translation>The stroke {file} is damaged or no encrypted stroke of KPU Desk.</translation>
    </message>
    <message>
        <source>Goresan {file} bukan goresan yang disebut dalam buktinya.</source>
        <translation>The stroke {file} is not the one that its evidence names.</translation>
    </message>
    <message>
        <source>Paket goresan tidak utuh: {file} rusak atau sudah berubah.</source>
        <translation>The package is not intact: {file} is damaged or changed.</translation>
    </message>
    <message>
        <source>Berkas atau folder {path} tidak ada.</source>
        <translation>File or folder {path} does not exist.</translation>
    </message>
    <message>
        <source>Berkas {path} sudah ada dan tidak ditimpa; pilih folder hasil yang lain.</source>
        <translation>File {path} exists already and was not overwritten; choose another folder for the results.</translation>
    </message>
    <message>
        <source>Tidak ada hak untuk {path}.</source>
        <translation>No right to {path}.</translation>
    </message>
    <message>
        <source>Media penyimpan penuh; hasil tidak ditulis seluruhnya.</source>
        <translation>The storage medium is full; the results were not written completely.</translation>
    </message>
    <message>
        <source>Frasa sandi ruang kerja tidak cocok.</source>
        <translation>The workspace&apos;s passphrase does not fit.</translation>
    </message>
    <message>
        <source>Ruang kerja sedang dibuka oleh program lain; tutup dahulu.</source>
        <translation>The workspace is open in another program; close it first.</translation>
    </message>
    <message>
        <source>Goresan tidak dapat dikeluarkan ({code}).</source>
        <translation>The strokes cannot be handed out ({code}).</translation>
    </message>
    <message>
        <source>Frasa sandi kunci</source>
        <translation>Passphrase of the key</translation>
    </message>
    <message>
        <source>Ruang kerja tidak ada. Sebutkan paket goresan, atau ruang kerja dengan --workspace.</source>
        <translation>There is no workspace. Name packages of strokes, or a workspace with --workspace.</translation>
    </message>
    <message>
        <source>Frasa sandi ruang kerja diperlukan: jalankan dari terminal, atau pakai --passphrase-file.</source>
        <translation>The workspace&apos;s passphrase is needed: run this from a terminal, or use --passphrase-file.</translation>
    </message>
    <message>
        <source>Frasa sandi ruang kerja</source>
        <translation>Passphrase of the workspace</translation>
    </message>
    <message>
        <source>sama dengan buktinya</source>
        <translation>same as in its evidence</translation>
    </message>
    <message>
        <source>bandingkan dengan buktinya</source>
        <translation>compare it with its evidence</translation>
    </message>
    <message>
        <source>Tidak ada goresan untuk kunci itu.</source>
        <translation>There are no strokes for that key.</translation>
    </message>
    <message>
        <source>Folder {path} tidak dapat dibaca.</source>
        <translation>Folder {path} cannot be read.</translation>
    </message>
    <message>
        <source>Berkas sertifikat {path} tidak dapat dibaca.</source>
        <translation>Certificate file {path} cannot be read.</translation>
    </message>
    <message>
        <source>Berkas {path} bukan sertifikat (PEM atau DER).</source>
        <translation>File {path} is no certificate (PEM or DER).</translation>
    </message>
    <message>
        <source>Tidak ada berkas PDF untuk diperiksa.</source>
        <translation>There is no PDF file to verify.</translation>
    </message>
    <message>
        <source>{done} dari {n} berkas diperiksa.</source>
        <translation>{done} of {n} files verified.</translation>
    </message>
    <message>
        <source>Dihentikan; {done} dari {n} berkas sudah diperiksa.</source>
        <translation>Stopped; {done} of {n} files were verified.</translation>
    </message>
    <message>
        <source>Stempel waktu</source>
        <translation>Time stamp</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>tidak diketahui</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>, waktu menurut penanda tangan {at}</source>
        <translation>, time according to the signer {at}</translation>
    </message>
    <message>
        <source>utuh</source>
        <translation>intact</translation>
    </message>
    <message>
        <source>tidak utuh</source>
        <translation>not intact</translation>
    </message>
    <message>
        <source>{n} berkas: {verdicts}.</source>
        <translation>{n} files: {verdicts}.</translation>
    </message>
    <message>
        <source>{verdict}: {file}, halaman {page}</source>
        <translation>{verdict}: {file}, page {page}</translation>
    </message>
    <message>
        <source>tidak ada Berita Acara dengan daftar penutupan</source>
        <translation>no minutes (Berita Acara) with a closing list</translation>
    </message>
    <message>
        <source>rekaman {serial} tidak ada di folder ini</source>
        <translation>the record {serial} is not in this folder</translation>
    </message>
    <message>
        <source>isi {serial} bukan yang ditutup</source>
        <translation>what {serial} says is not what was closed</translation>
    </message>
    <message>
        <source>dua Berita Acara menyebut daftar yang berbeda</source>
        <translation>two minutes (Berita Acara) carry different lists</translation>
    </message>
    <message>
        <source>{mark}: kata penutup latihan, bukan dari upacara sungguhan</source>
        <translation>{mark}: closing words of a rehearsal, not of a real ceremony</translation>
    </message>
    <message>
        <source>Tidak ada rekaman KPU Desk di folder ini.</source>
        <translation>There are no records of KPU Desk in this folder.</translation>
    </message>
    <message>
        <source>Tidak semuanya utuh; kata penutup tidak disebutkan.</source>
        <translation>Not everything is intact; no closing words are given.</translation>
    </message>
    <message>
        <source>Ruang kerja tidak ada; sebutkan dengan --workspace.</source>
        <translation>There is no workspace; name one with --workspace.</translation>
    </message>
    <message>
        <source>Jurnal tidak dapat diputar ulang ({code}). {facts}</source>
        <translation>The journal cannot be replayed ({code}). {facts}</translation>
    </message>
    <message>
        <source>{n} catatan jurnal diputar ulang: {c} upacara, {f} lembar beku, {r} rekaman.</source>
        <translation>{n} journal entries replayed: {c} ceremonies, {f} frozen sheets, {r} records.</translation>
    </message>
    <message>
        <source>catatan {seq} ({event})</source>
        <translation>entry {seq} ({event})</translation>
    </message>
    <message>
        <source>Berbeda: {where} {what}</source>
        <translation>Different: {where} {what}</translation>
    </message>
    <message>
        <source>pada akhirnya</source>
        <translation>at the end</translation>
    </message>
    <message>
        <source>Semuanya sama, rekaman sampai bita terakhir.</source>
        <translation>All is the same, records to the last byte.</translation>
    </message>
</context>
<context>
    <name>copies</name>
    <message>
        <source>Yang terbukti: lembar beku yang terlampir adalah lembar yang sidiknya tercatat pada bukti setiap penanda tangan; sidik tanda tangan terdahulu pada bukti itu sama, seluruhnya dan menurut urutan, dengan tanda tangan pada rekaman; dan semuanya tidak berubah sejak disegel kantor.</source>
        <translation>What is proven: the attached frozen sheet is the sheet whose digest stands in the evidence of every signer; the digests of earlier signatures in that evidence are the same, all of them and in order, as the signatures in the record; and nothing has changed since the office sealed it.</translation>
    </message>
    <message>
        <source>Yang tidak terbukti dari berkas ini: bahwa goresan yang tergambar berasal dari goresan yang sidiknya tercatat, karena gerak penanya (tekanan, waktu) tidak ada di dalam rekaman; bahwa layar menampilkan lembar itu seluruhnya; dan siapa yang berada di depan layar. Untuk itu rekaman bersandar pada bukti dan saksi yang dicatat kantor.</source>
        <translation>What this file does not prove: that the ink drawn comes from the strokes whose digest is recorded, because the movement of the pen (pressure, time) is not in the record; that the screen showed the whole sheet; and who stood before the screen. For that the record rests on the evidence and the witnesses recorded by the office.</translation>
    </message>
    <message>
        <source>Berkas ini disegel, tetapi tidak memuat data rekaman dan lembar beku.</source>
        <translation>This file is sealed, but holds no record data and frozen sheet.</translation>
    </message>
    <message>
        <source>Data rekaman ini dari versi yang belum mencatat letak tanda tangan; lembar bekunya terlampir.</source>
        <translation>The record&apos;s data are of a version that did not note the places of signatures; the frozen sheet is attached.</translation>
    </message>
    <message>
        <source>Data rekaman di dalam berkas ini tidak dapat dibaca.</source>
        <translation>The record data in this file cannot be read.</translation>
    </message>
    <message>
        <source>Berkas ini berubah selagi dibaca; ulangi.</source>
        <translation>This file changed while it was read; try again.</translation>
    </message>
    <message>
        <source>Penanda tangan ke-{n} ({slot}, {name})</source>
        <translation>Signer {n} ({slot}, {name})</translation>
    </message>
    <message>
        <source>{who}: sidik lembar dan sidik goresan terdahulu cocok; {before}; ditulis ke {path}.</source>
        <translation>{who}: digest of the sheet and digests of earlier ink agree; {before}; written to {path}.</translation>
    </message>
    <message>
        <source>belum ada goresan</source>
        <translation>no ink before</translation>
    </message>
    <message>
        <source>sidik lembar beku tidak cocok dengan bukti</source>
        <translation>the frozen sheet&apos;s digest does not agree with the evidence</translation>
    </message>
    <message>
        <source>bukti tidak cocok dengan sidiknya atau dengan penanda tangannya</source>
        <translation>the evidence does not agree with its digest or with its signer</translation>
    </message>
    <message>
        <source>sidik goresan terdahulu tidak cocok dengan urutan pada rekaman</source>
        <translation>the digests of earlier ink do not agree with the order in the record</translation>
    </message>
    <message>
        <source>goresan terdahulu tidak ditemukan di tempatnya pada halaman rekaman</source>
        <translation>earlier ink was not found in its place on the record&apos;s pages</translation>
    </message>
    <message>
        <source>salinannya terlalu besar</source>
        <translation>the copy is too large</translation>
    </message>
    <message>
        <source>{who}: {faults}; tidak ditulis.</source>
        <translation>{who}: {faults}; not written.</translation>
    </message>
</context>
<context>
    <name>device</name>
    <message>
        <source>titik terlalu sedikit untuk diukur</source>
        <translation>too few points to measure</translation>
    </message>
    <message>
        <source>kurang dari 50 titik per detik</source>
        <translation>fewer than 50 points a second</translation>
    </message>
    <message>
        <source>tanpa tekanan</source>
        <translation>no pressure</translation>
    </message>
    <message>
        <source>tekanan tidak berubah</source>
        <translation>pressure never changes</translation>
    </message>
    <message>
        <source>tekanan hanya beberapa tingkat</source>
        <translation>only a few levels of pressure</translation>
    </message>
    <message>
        <source>tekanan dibuat dari kecepatan</source>
        <translation>pressure made from speed</translation>
    </message>
    <message>
        <source>tekanan ada</source>
        <translation>pressure present</translation>
    </message>
    <message>
        <source>pena</source>
        <translation>pen</translation>
    </message>
    <message>
        <source>jari</source>
        <translation>finger</translation>
    </message>
    <message>
        <source>tetikus</source>
        <translation>mouse</translation>
    </message>
    <message>
        <source>{rate} titik/dtk</source>
        <translation>{rate} points/s</translation>
    </message>
    <message>
        <source>Layak untuk pemeriksaan ahli.</source>
        <translation>Fit for an expert&apos;s examination.</translation>
    </message>
    <message>
        <source>Gambar saja, tidak layak untuk pemeriksaan ahli: {reasons}.</source>
        <translation>A drawing only, not fit for an expert&apos;s examination: {reasons}.</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Perjanjian Kinerja</source>
        <translation>Perjanjian Kinerja (performance agreement)</translation>
    </message>
    <message>
        <source>Pakta Integritas</source>
        <translation>Pakta Integritas (integrity pact)</translation>
    </message>
    <message>
        <source>Pernyataan Bebas Benturan Kepentingan</source>
        <translation>Pernyataan Bebas Benturan Kepentingan (statement of no conflict of interest)</translation>
    </message>
    <message>
        <source>Daftar Hadir</source>
        <translation>Daftar Hadir (attendance list)</translation>
    </message>
    <message>
        <source>Berita Acara</source>
        <translation>Berita Acara (minutes)</translation>
    </message>
    <message>
        <source>Dokumen Kantor</source>
        <translation>Dokumen Kantor (document of the office)</translation>
    </message>
    <message>
        <source>Deklarasi Konflik Kepentingan</source>
        <translation>Deklarasi Konflik Kepentingan (declaration of a conflict of interest)</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Tanda tangan lampiran</source>
        <translation>Signature of the attachment</translation>
    </message>
    <message>
        <source>Paraf</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>dikenal petugas</source>
        <translation>known to the operator</translation>
    </message>
    <message>
        <source>kartu pegawai</source>
        <translation>staff card</translation>
    </message>
    <message>
        <source>KTP</source>
        <translation>KTP</translation>
    </message>
    <message>
        <source>kode undangan</source>
        <translation>invitation code</translation>
    </message>
    <message>
        <source>Pihak Pertama</source>
        <translation>first party</translation>
    </message>
    <message>
        <source>Pihak Kedua</source>
        <translation>second party</translation>
    </message>
    <message>
        <source>pembuat pernyataan</source>
        <translation>maker of the statement</translation>
    </message>
    <message>
        <source>pembuat deklarasi</source>
        <translation>maker of the declaration</translation>
    </message>
    <message>
        <source>yang hadir</source>
        <translation>attendee</translation>
    </message>
    <message>
        <source>penanda tangan</source>
        <translation>signer</translation>
    </message>
    <message>
        <source>penutup daftar</source>
        <translation>closer of the list</translation>
    </message>
    <message>
        <source>saksi</source>
        <translation>witness</translation>
    </message>
    <message>
        <source>penerima</source>
        <translation>recipient</translation>
    </message>
    <message>
        <source>saksi bagi {name}</source>
        <translation>witness for {name}</translation>
    </message>
    <message>
        <source>penerima dari {name}</source>
        <translation>recipient from {name}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Ada kesalahan di dalam program; pekerjaan yang baru diminta tidak dilakukan.</source>
        <translation>There is a fault in the program; what was asked for last was not done.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap aman. Rinciannya ada di catatan program; ulangi langkah terakhir.</source>
        <translation>What was saved is safe. Details are in the program&apos;s log; repeat the last step.</translation>
    </message>
    <message>
        <source>Langkah ini tidak dapat dilakukan ({code}).</source>
        <translation>This step cannot be done ({code}).</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap aman. Periksa keadaannya, lalu ulangi.</source>
        <translation>What was saved is safe. Check the situation, then try again.</translation>
    </message>
    <message>
        <source>Frasa sandi salah.</source>
        <translation>Wrong passphrase.</translation>
    </message>
    <message>
        <source>Periksa huruf besar dan kecilnya, lalu ketik sekali lagi.</source>
        <translation>Check capital and small letters, then type it once more.</translation>
    </message>
    <message>
        <source>Frasa sandi terlalu pendek.</source>
        <translation>The passphrase is too short.</translation>
    </message>
    <message>
        <source>Pakai paling sedikit {minimum} karakter, misalnya empat kata yang mudah Anda ingat.</source>
        <translation>Use at least {minimum} characters, for example four words that you remember easily.</translation>
    </message>
    <message>
        <source>Kode pemulihan ini {reason}.</source>
        <translation>This recovery code {reason}.</translation>
    </message>
    <message>
        <source>Bandingkan dengan lembar kode yang dicetak saat penyiapan, kelompok demi kelompok.</source>
        <translation>Compare it with the code sheet printed at set-up, group by group.</translation>
    </message>
    <message>
        <source>KPU Desk sudah terbuka untuk kantor ini.</source>
        <translation>KPU Desk is already open for this office.</translation>
    </message>
    <message>
        <source>Pakai jendela yang sudah terbuka, atau tutup dahulu yang lain.</source>
        <translation>Use the window that is open, or close the other one first.</translation>
    </message>
    <message>
        <source>Ruang kerja ini belum disiapkan.</source>
        <translation>This workspace is not set up yet.</translation>
    </message>
    <message>
        <source>Jalankan penyiapan kantor lebih dahulu.</source>
        <translation>Run the set-up of the office first.</translation>
    </message>
    <message>
        <source>Disk penuh; langkah terakhir tidak disimpan.</source>
        <translation>The disk is full; the last step was not saved.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap aman. Kosongkan ruang, lalu ulangi.</source>
        <translation>What was saved is safe. Make room, then try again.</translation>
    </message>
    <message>
        <source>Anda tidak berhak membaca atau menulis di {path}.</source>
        <translation>You have no right to read or write in {path}.</translation>
    </message>
    <message>
        <source>Pilih tempat lain, atau minta pengelola komputer memberi hak.</source>
        <translation>Choose another place, or ask whoever looks after the computer for the right.</translation>
    </message>
    <message>
        <source>Berkas {path} tidak ditemukan.</source>
        <translation>File {path} was not found.</translation>
    </message>
    <message>
        <source>Periksa apakah media penyimpanannya masih terpasang.</source>
        <translation>Check whether its storage medium is still connected.</translation>
    </message>
    <message>
        <source>Berkas {path} tidak dapat dibaca atau ditulis.</source>
        <translation>File {path} cannot be read or written.</translation>
    </message>
    <message>
        <source>Periksa media penyimpanannya, lalu ulangi.</source>
        <translation>Check the storage medium, then try again.</translation>
    </message>
    <message>
        <source>Berkas {path} sudah ada dan tidak ditimpa.</source>
        <translation>File {path} exists already and was not overwritten.</translation>
    </message>
    <message>
        <source>Pilih folder lain, atau pindahkan berkas yang lama.</source>
        <translation>Choose another folder, or move the old file.</translation>
    </message>
    <message>
        <source>Folder {path} sudah berisi hal lain.</source>
        <translation>Folder {path} already holds something else.</translation>
    </message>
    <message>
        <source>Pilih folder yang kosong.</source>
        <translation>Choose an empty folder.</translation>
    </message>
    <message>
        <source>Di folder {path} sudah ada ruang kerja; tidak ada yang ditimpa.</source>
        <translation>There is already a workspace in folder {path}; nothing was overwritten.</translation>
    </message>
    <message>
        <source>Tutup penyiapan ini dan buka ruang kerja yang sudah ada.</source>
        <translation>Close this set-up and open the workspace that is there.</translation>
    </message>
    <message>
        <source>Basis data rusak dan tidak dibuka.</source>
        <translation>The database is damaged and was not opened.</translation>
    </message>
    <message>
        <source>Jangan ubah apa pun; pulihkan dari cadangan terakhir.</source>
        <translation>Change nothing; restore it from the last backup.</translation>
    </message>
    <message>
        <source>Basis data ini dibuat oleh KPU Desk yang lebih baru.</source>
        <translation>This database was made by a newer KPU Desk.</translation>
    </message>
    <message>
        <source>Pasang versi program yang sama atau lebih baru.</source>
        <translation>Install the same or a newer version of the program.</translation>
    </message>
    <message>
        <source>Basis data ruang kerja ini tidak ada.</source>
        <translation>The database of this workspace is missing.</translation>
    </message>
    <message>
        <source>Periksa foldernya, atau pulihkan dari cadangan terakhir.</source>
        <translation>Check the folder, or restore it from the last backup.</translation>
    </message>
    <message>
        <source>Di folder ini sudah ada basis data; tidak ada yang ditimpa.</source>
        <translation>There is already a database in this folder; nothing was overwritten.</translation>
    </message>
    <message>
        <source>Basis data sedang dipakai.</source>
        <translation>The database is in use.</translation>
    </message>
    <message>
        <source>Tunggu sebentar, lalu ulangi.</source>
        <translation>Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Berkas kunci rusak; ruang kerja tidak dapat dibuka.</source>
        <translation>The key file is damaged; the workspace cannot be opened.</translation>
    </message>
    <message>
        <source>Pulihkan berkas keys.json dari cadangan.</source>
        <translation>Restore the file keys.json from a backup.</translation>
    </message>
    <message>
        <source>Berkas kunci ini dibuat oleh KPU Desk yang lebih baru.</source>
        <translation>This key file was made by a newer KPU Desk.</translation>
    </message>
    <message>
        <source>Memori komputer tidak cukup untuk membuka kunci ({mebibytes} MiB).</source>
        <translation>The computer has too little memory to unlock the key ({mebibytes} MiB).</translation>
    </message>
    <message>
        <source>Tutup program lain, lalu ulangi.</source>
        <translation>Close other programs, then try again.</translation>
    </message>
    <message>
        <source>Jurnal tidak utuh mulai catatan nomor {seq}.</source>
        <translation>The journal is not intact from entry {seq} on.</translation>
    </message>
    <message>
        <source>Jangan lanjutkan upacara; simpan salinan ruang kerja dan pulihkan dari cadangan.</source>
        <translation>Do not go on with the ceremony; keep a copy of the workspace and restore it from a backup.</translation>
    </message>
    <message>
        <source>Pengaturan kantor keliru pada {field}: {reason}.</source>
        <translation>The office settings are wrong at {field}: {reason}.</translation>
    </message>
    <message>
        <source>Betulkan isian itu, lalu ulangi.</source>
        <translation>Correct that entry, then try again.</translation>
    </message>
    <message>
        <source>Pengaturan kantor ({file}) keliru pada baris {line}: {reason}.</source>
        <translation>The office settings ({file}) are wrong in line {line}: {reason}.</translation>
    </message>
    <message>
        <source>Betulkan baris itu, atau pulihkan berkasnya dari cadangan, lalu ulangi.</source>
        <translation>Correct that line, or restore the file from a backup, then try again.</translation>
    </message>
    <message>
        <source>Berkas office.toml diubah di luar program; tidak ada yang ditimpa.</source>
        <translation>The file office.toml was changed outside the program; nothing was overwritten.</translation>
    </message>
    <message>
        <source>Tutup KPU Desk, buka lagi, lalu ulangi perubahan Anda.</source>
        <translation>Close KPU Desk, open it again, then repeat your changes.</translation>
    </message>
    <message>
        <source>Berkas atau folder {path} tidak ada lagi.</source>
        <translation>File or folder {path} is no longer there.</translation>
    </message>
    <message>
        <source>Folder {path} tidak dapat dibaca.</source>
        <translation>Folder {path} cannot be read.</translation>
    </message>
    <message>
        <source>Periksa hak akses dan media penyimpanannya, lalu ulangi.</source>
        <translation>Check the access rights and the storage medium, then try again.</translation>
    </message>
    <message>
        <source>Berkas gambar ini kosong.</source>
        <translation>This picture file is empty.</translation>
    </message>
    <message>
        <source>Pilih berkas gambar yang lain.</source>
        <translation>Choose another picture file.</translation>
    </message>
    <message>
        <source>Berkas ini bukan gambar PNG atau JPEG.</source>
        <translation>This file is no PNG or JPEG picture.</translation>
    </message>
    <message>
        <source>Simpan gambarnya sebagai PNG atau JPEG, lalu pilih lagi.</source>
        <translation>Save the picture as PNG or JPEG, then choose it again.</translation>
    </message>
    <message>
        <source>Gambar ini rusak atau terpotong.</source>
        <translation>This picture is damaged or cut short.</translation>
    </message>
    <message>
        <source>Mintalah berkas aslinya, atau simpan ulang gambarnya sebagai PNG.</source>
        <translation>Ask for the original file, or save the picture again as PNG.</translation>
    </message>
    <message>
        <source>Gambar ini terlalu besar untuk dipakai.</source>
        <translation>This picture is too large to be used.</translation>
    </message>
    <message>
        <source>Perkecil dahulu menjadi paling banyak 4.000 × 4.000 titik dan 20 MB.</source>
        <translation>First make it smaller: at most 4,000 × 4,000 pixels and 20 MB.</translation>
    </message>
    <message>
        <source>Kunci segel tidak terbuka dengan sandi ini.</source>
        <translation>The sealing key does not open with this secret.</translation>
    </message>
    <message>
        <source>Buka ruang kerja sekali lagi, lalu ulangi.</source>
        <translation>Open the workspace once more, then try again.</translation>
    </message>
    <message>
        <source>Berkas kunci segel rusak; tidak ada yang disegel.</source>
        <translation>The sealing key&apos;s file is damaged; nothing was sealed.</translation>
    </message>
    <message>
        <source>Pulihkan seal-key.pem dari cadangan.</source>
        <translation>Restore seal-key.pem from a backup.</translation>
    </message>
    <message>
        <source>Berkas kunci segel tidak ada; tidak ada yang disegel.</source>
        <translation>The sealing key&apos;s file is missing; nothing was sealed.</translation>
    </message>
    <message>
        <source>Sertifikat kantor tidak ada; rekaman tidak dapat diperiksa.</source>
        <translation>The office&apos;s certificate is missing; records cannot be verified.</translation>
    </message>
    <message>
        <source>Pulihkan office-certificate.pem dari cadangan.</source>
        <translation>Restore office-certificate.pem from a backup.</translation>
    </message>
    <message>
        <source>Sertifikat di ruang kerja ini bukan milik kunci segel kantor.</source>
        <translation>The certificate in this workspace does not belong to the office&apos;s sealing key.</translation>
    </message>
    <message>
        <source>Pulihkan office-certificate.pem dari cadangan; jangan memakai berkas dari gladi.</source>
        <translation>Restore office-certificate.pem from a backup; never use a rehearsal&apos;s file.</translation>
    </message>
    <message>
        <source>Penyegelan terhenti karena sistem mengakhiri salah satu prosesnya.</source>
        <translation>Sealing stopped because the system ended one of its processes.</translation>
    </message>
    <message>
        <source>Yang sudah disegel tetap tersimpan; tutup program lain, lalu segel sisanya.</source>
        <translation>What was sealed is kept; close other programs, then seal the rest.</translation>
    </message>
    <message>
        <source>Jam komputer menunjukkan {now}; segel kantor berlaku {begins} sampai {ends}.</source>
        <translation>The computer&apos;s clock says {now}; the office&apos;s seal holds from {begins} to {ends}.</translation>
    </message>
    <message>
        <source>Belum ada yang disegel. Betulkan tanggal dan jam komputer, lalu segel lagi.</source>
        <translation>Nothing is sealed yet. Put the computer&apos;s date and time right, then seal again.</translation>
    </message>
    <message>
        <source>Rekaman {serial} tidak lulus pemeriksaan kami sendiri dan tidak disimpan.</source>
        <translation>Record {serial} did not pass our own verification and was not saved.</translation>
    </message>
    <message>
        <source>Tanda tangannya tetap tersimpan; segel sekali lagi.</source>
        <translation>Its signatures are kept; seal it once more.</translation>
    </message>
    <message>
        <source>Pencetak {printer} tidak menerima halaman.</source>
        <translation>Printer {printer} does not accept pages.</translation>
    </message>
    <message>
        <source>Periksa apakah pencetaknya menyala dan tersambung, lalu cetak lagi.</source>
        <translation>Check that the printer is on and connected, then print again.</translation>
    </message>
    <message>
        <source>Halaman {page} tidak dapat ditampilkan.</source>
        <translation>Page {page} cannot be shown.</translation>
    </message>
    <message>
        <source>Tutup jendela ini dan buka sekali lagi.</source>
        <translation>Close this window and open it once more.</translation>
    </message>
    <message>
        <source>Ada huruf yang tidak dapat dicetak pada {serial}.</source>
        <translation>There are characters on {serial} that cannot be printed.</translation>
    </message>
    <message>
        <source>Betulkan nama atau jabatan pada data pejabat.</source>
        <translation>Correct the name or office in the official&apos;s data.</translation>
    </message>
    <message>
        <source>Naskah {file} keliru pada baris {line}: {reason}.</source>
        <translation>Form {file} is wrong in line {line}: {reason}.</translation>
    </message>
    <message>
        <source>Betulkan naskah itu, atau singkirkan agar naskah bawaan dipakai, lalu ulangi.</source>
        <translation>Correct the form, or take it away so that the shipped one is used, then try again.</translation>
    </message>
    <message>
        <source>Naskah {file} keliru pada bagian “{field}”: {reason}.</source>
        <translation>Form {file} is wrong at “{field}”: {reason}.</translation>
    </message>
    <message>
        <source>Naskah {form} sudah ada di folder kantor dan tidak ditimpa.</source>
        <translation>Form {form} is already in the office&apos;s folder and was not overwritten.</translation>
    </message>
    <message>
        <source>Ubah berkas itu, atau singkirkan lebih dahulu.</source>
        <translation>Edit that file, or take it away first.</translation>
    </message>
    <message>
        <source>Daftar ini masih memuat kesalahan; tidak ada yang diimpor.</source>
        <translation>This roster still has errors; nothing was imported.</translation>
    </message>
    <message>
        <source>Betulkan sel yang ditandai di berkasnya, lalu impor sekali lagi.</source>
        <translation>Correct the marked cells in the file, then import it once more.</translation>
    </message>
    <message>
        <source>Isian {field} masih kosong atau tidak memuat huruf.</source>
        <translation>The entry {field} is empty or has no letters.</translation>
    </message>
    <message>
        <source>Isi seperti pada SK.</source>
        <translation>Fill it in as in the decree (SK).</translation>
    </message>
    <message>
        <source>Isian {field} panjangnya {length} karakter, paling banyak {longest}.</source>
        <translation>The entry {field} has {length} characters, at most {longest} are allowed.</translation>
    </message>
    <message>
        <source>Persingkat isinya.</source>
        <translation>Shorten it.</translation>
    </message>
    <message>
        <source>Isian {field} memuat karakter yang tidak terlihat.</source>
        <translation>The entry {field} holds an invisible character.</translation>
    </message>
    <message>
        <source>Kosongkan isian itu, lalu ketik ulang; jangan menyalin dari dokumen lain.</source>
        <translation>Clear the entry, then type it again; do not copy from another document.</translation>
    </message>
    <message>
        <source>Isian {field} memuat huruf yang tidak ada pada fon dokumen ({character}).</source>
        <translation>The entry {field} holds a character that the document&apos;s font lacks ({character}).</translation>
    </message>
    <message>
        <source>Tulis dengan huruf Latin.</source>
        <translation>Write it in Latin letters.</translation>
    </message>
    <message>
        <source>NIP ini tidak dapat dipakai.</source>
        <translation>This NIP cannot be used.</translation>
    </message>
    <message>
        <source>Tulis 18 angka seperti pada SK, atau kosongkan bila orang ini tidak ber-NIP.</source>
        <translation>Write 18 digits as in the decree (SK), or leave it empty if this person has no NIP.</translation>
    </message>
    <message>
        <source>Huruf {file} tidak ada di pemasangan program ini.</source>
        <translation>Font {file} is missing from this installation.</translation>
    </message>
    <message>
        <source>Pasang KPU Desk sekali lagi.</source>
        <translation>Install KPU Desk once more.</translation>
    </message>
    <message>
        <source>Langkah ini tidak dapat dilakukan selagi upacara {state}.</source>
        <translation>This step cannot be done while the ceremony is {state}.</translation>
    </message>
    <message>
        <source>Lihat keadaan upacara di kiri atas.</source>
        <translation>See the state of the ceremony at the upper left.</translation>
    </message>
    <message>
        <source>Belum ada pejabat di upacara ini.</source>
        <translation>There are no officials in this ceremony yet.</translation>
    </message>
    <message>
        <source>Impor daftar pejabat atau tambahkan satu per satu.</source>
        <translation>Import a roster of officials or add them one by one.</translation>
    </message>
    <message>
        <source>Tidak ada Ketua di daftar pejabat.</source>
        <translation>There is no Ketua in the roster.</translation>
    </message>
    <message>
        <source>Tambahkan pejabat dengan jabatan Ketua, atau pilih saksi lain.</source>
        <translation>Add an official with the office Ketua, or choose another witness.</translation>
    </message>
    <message>
        <source>Tidak ada Sekretaris di daftar pejabat.</source>
        <translation>There is no Sekretaris in the roster.</translation>
    </message>
    <message>
        <source>Tambahkan pejabat dengan jabatan Sekretaris, atau pilih saksi lain.</source>
        <translation>Add an official with the office Sekretaris, or choose another witness.</translation>
    </message>
    <message>
        <source>Perjanjian Kinerja belum punya sasaran dan target.</source>
        <translation>The Perjanjian Kinerja has no objectives and targets yet.</translation>
    </message>
    <message>
        <source>Isi sasaran dan anggaran, lalu buka upacara.</source>
        <translation>Fill in objectives and budget, then open the ceremony.</translation>
    </message>
    <message>
        <source>NIP {name} sama dengan NIP {other}.</source>
        <translation>The NIP of {name} is the same as that of {other}.</translation>
    </message>
    <message>
        <source>Periksa keduanya pada kartu pegawai.</source>
        <translation>Check both on their staff cards.</translation>
    </message>
    <message>
        <source>{name} sudah tercatat hadir.</source>
        <translation>{name} is already checked in.</translation>
    </message>
    <message>
        <source>Batalkan kehadirannya bila keliru, atau catat bahwa ia meninggalkan acara.</source>
        <translation>Take the check-in back if it was wrong, or note that the person leaves the ceremony.</translation>
    </message>
    <message>
        <source>Upacara sudah ditutup; penandatanganan susulan belum dibuka.</source>
        <translation>The ceremony is closed; no late sitting is open.</translation>
    </message>
    <message>
        <source>Buka penandatanganan susulan (F5), catat kehadiran di situ, lalu panggil.</source>
        <translation>Open a late sitting (F5), check the person in, then call.</translation>
    </message>
    <message>
        <source>Penandatanganan susulan ke-{number} masih dibuka.</source>
        <translation>Late sitting {number} is still open.</translation>
    </message>
    <message>
        <source>Tutup dahulu yang itu.</source>
        <translation>End that one first.</translation>
    </message>
    <message>
        <source>Tidak ada lagi yang menyusul.</source>
        <translation>Nobody is to follow any more.</translation>
    </message>
    <message>
        <source>Semua lembar sudah lengkap atau sudah disegel.</source>
        <translation>Every sheet is complete or sealed already.</translation>
    </message>
    <message>
        <source>Kehadiran {name} tidak dapat dibatalkan lagi.</source>
        <translation>The check-in of {name} can no longer be undone.</translation>
    </message>
    <message>
        <source>Catat bahwa ia meninggalkan acara (F4).</source>
        <translation>Note that the person leaves (F4).</translation>
    </message>
    <message>
        <source>{serial} tidak dapat diubah dengan lembar baru.</source>
        <translation>{serial} cannot be revised by a new sheet.</translation>
    </message>
    <message>
        <source>Hanya Perjanjian Kinerja yang sudah disegel dan belum digantikan yang dapat.</source>
        <translation>Only a Perjanjian Kinerja that is sealed and not superseded yet can.</translation>
    </message>
    <message>
        <source>Alasan perubahannya belum ditulis.</source>
        <translation>The reason of the revision is not written yet.</translation>
    </message>
    <message>
        <source>Tulis dengan singkat; alasan itu tercetak pada rekaman.</source>
        <translation>Write it briefly; it is printed on the record.</translation>
    </message>
    <message>
        <source>Kedua pihak adalah orang yang sama.</source>
        <translation>Both parties are the same person.</translation>
    </message>
    <message>
        <source>Pilih dua orang yang berbeda.</source>
        <translation>Choose two different people.</translation>
    </message>
    <message>
        <source>{name} sudah ada di daftar dengan jabatan ini.</source>
        <translation>{name} is already listed in this office.</translation>
    </message>
    <message>
        <source>Pilih namanya dari daftar, atau tulis jabatannya yang baru.</source>
        <translation>Choose the name from the list, or write the new office.</translation>
    </message>
    <message>
        <source>{serial} sudah digantikan {by}; nomornya tetap.</source>
        <translation>{serial} was superseded by {by}; its number stays.</translation>
    </message>
    <message>
        <source>Beri nomor kepada lembar penggantinya.</source>
        <translation>Give the number to the sheet that superseded it.</translation>
    </message>
    <message>
        <source>Tulis dengan singkat mengapa ia meninggalkan acara; hanya meja yang melihatnya.</source>
        <translation>Write briefly why the person leaves the ceremony; only the desk sees it.</translation>
    </message>
    <message>
        <source>Batalkan kehadirannya lebih dahulu bila keliru.</source>
        <translation>Undo the check-in first if it is wrong.</translation>
    </message>
    <message>
        <source>{name} belum tercatat hadir.</source>
        <translation>{name} is not checked in yet.</translation>
    </message>
    <message>
        <source>Catat kehadirannya dengan Enter.</source>
        <translation>Check them in with Enter.</translation>
    </message>
    <message>
        <source>{name} sudah menandatangani; datanya tidak dapat dikeluarkan atau ditarik.</source>
        <translation>{name} has signed; the data can no longer be removed or withdrawn.</translation>
    </message>
    <message>
        <source>Tanda tangan yang sudah ada tetap tercatat.</source>
        <translation>Signatures that were given stay recorded.</translation>
    </message>
    <message>
        <source>Perubahan ini bukan hasil satu tindakan yang sah.</source>
        <translation>This change is not what one lawful act makes.</translation>
    </message>
    <message>
        <source>Jurnal atau basis data mungkin diubah; hubungi yang merawat program.</source>
        <translation>The journal or the database may have been changed; speak to whoever looks after the program.</translation>
    </message>
    <message>
        <source>Lembar {serial} sudah memuat tanda tangan dan tidak dapat diubah.</source>
        <translation>Sheet {serial} carries signatures and cannot be changed.</translation>
    </message>
    <message>
        <source>Kata-kata yang sudah ditandatangani tetap seperti adanya.</source>
        <translation>Words that were signed stay as they are.</translation>
    </message>
    <message>
        <source>Lembar {serial} belum dibekukan.</source>
        <translation>Sheet {serial} is not frozen yet.</translation>
    </message>
    <message>
        <source>Buka upacara lebih dahulu.</source>
        <translation>Open the ceremony first.</translation>
    </message>
    <message>
        <source>Lembar {serial} sudah disegel.</source>
        <translation>Sheet {serial} is already sealed.</translation>
    </message>
    <message>
        <source>Rekamannya ada di buku register.</source>
        <translation>Its record is in the register.</translation>
    </message>
    <message>
        <source>Lembar {serial} belum lengkap tanda tangannya.</source>
        <translation>Sheet {serial} lacks signatures.</translation>
    </message>
    <message>
        <source>Panggil yang belum menandatangani.</source>
        <translation>Call those who have not signed.</translation>
    </message>
    <message>
        <source>Tempat tanda tangan itu bukan untuk orang ini.</source>
        <translation>That signature slot is not this person&apos;s.</translation>
    </message>
    <message>
        <source>Panggil sekali lagi orang yang namanya tertera di lembar.</source>
        <translation>Call once more the person whose name stands on the sheet.</translation>
    </message>
    <message>
        <source>Lembar {serial} sudah ditandatangani di tempat itu.</source>
        <translation>Sheet {serial} is already signed in that slot.</translation>
    </message>
    <message>
        <source>Tidak perlu diulang.</source>
        <translation>It need not be done again.</translation>
    </message>
    <message>
        <source>Saksi menandatangani {serial} setelah pembuatnya.</source>
        <translation>The witness signs {serial} after its maker.</translation>
    </message>
    <message>
        <source>Panggil dahulu pembuat pernyataan.</source>
        <translation>Call the maker of the statement first.</translation>
    </message>
    <message>
        <source>{name} tidak dapat menjadi saksi bagi dirinya sendiri.</source>
        <translation>{name} cannot witness for themselves.</translation>
    </message>
    <message>
        <source>Pilih saksi lain.</source>
        <translation>Choose another witness.</translation>
    </message>
    <message>
        <source>{name} masih menjadi penanda tangan di lembar {serial}.</source>
        <translation>{name} is still a signer of sheet {serial}.</translation>
    </message>
    <message>
        <source>Pilih saksi lain untuk lembar itu lebih dahulu.</source>
        <translation>Choose another witness for that sheet first.</translation>
    </message>
    <message>
        <source>Tanda tangan dan paraf pada {serial} tidak lengkap; tidak ada yang disimpan.</source>
        <translation>Signature and initials on {serial} are incomplete; nothing was saved.</translation>
    </message>
    <message>
        <source>Panggil orangnya sekali lagi.</source>
        <translation>Call the person once more.</translation>
    </message>
    <message>
        <source>Belum ada goresan untuk {ink}.</source>
        <translation>There are no strokes for the {ink} yet.</translation>
    </message>
    <message>
        <source>Silakan menulis di dalam kotak.</source>
        <translation>Please write inside the box.</translation>
    </message>
    <message>
        <source>Garis lurus tidak diterima sebagai {ink}.</source>
        <translation>A straight line is not accepted as {ink}.</translation>
    </message>
    <message>
        <source>Silakan ulangi dengan tanda tangan Anda.</source>
        <translation>Please write your signature again.</translation>
    </message>
    <message>
        <source>Goresan ini belum dipastikan sebagai {ink}.</source>
        <translation>This stroke has not been confirmed as {ink}.</translation>
    </message>
    <message>
        <source>Silakan ulangi.</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>Goresan ini sama persis dengan yang sudah ada; setiap kali harus ditulis baru.</source>
        <translation>This ink is exactly the same as an earlier one; it must be written anew each time.</translation>
    </message>
    <message>
        <source>Belum semua halaman dilihat ({seen} dari {pages}).</source>
        <translation>Not all pages were seen ({seen} of {pages}).</translation>
    </message>
    <message>
        <source>Silakan gulir sampai halaman terakhir.</source>
        <translation>Please scroll to the last page.</translation>
    </message>
    <message>
        <source>Lembar {serial} berubah selagi ditandatangani; tanda tangan itu tidak disimpan.</source>
        <translation>Sheet {serial} changed while it was being signed; that signature was not saved.</translation>
    </message>
    <message>
        <source>Ini contoh dengan nama orang sungguhan, hanya untuk dilihat.</source>
        <translation>This is a sample with the names of real people, only to be looked at.</translation>
    </message>
    <message>
        <source>Untuk mencoba menandatangani, jalankan gladi atau buat ruang kerja sendiri.</source>
        <translation>To try signing, run a rehearsal or make a workspace of your own.</translation>
    </message>
    <message>
        <source>Tidak ada lembar yang dapat ditandatangani {name} sekarang.</source>
        <translation>There is no sheet that {name} can sign now.</translation>
    </message>
    <message>
        <source>Saksi dipanggil setelah pembuat pernyataan menandatangani.</source>
        <translation>The witness is called after the maker of the statement has signed.</translation>
    </message>
    <message>
        <source>Lembar ini tidak punya tempat untuk tanda tangan itu.</source>
        <translation>This sheet has no slot for that signature.</translation>
    </message>
    <message>
        <source>Periksa naskah dokumennya, lalu buka upacara sekali lagi.</source>
        <translation>Check the document&apos;s form, then open the ceremony once more.</translation>
    </message>
    <message>
        <source>Upacara berubah selagi lembarnya disusun; tidak ada yang disimpan.</source>
        <translation>The ceremony changed while its sheets were composed; nothing was saved.</translation>
    </message>
    <message>
        <source>Ulangi langkah terakhir.</source>
        <translation>Repeat the last step.</translation>
    </message>
    <message>
        <source>Nomor urut “{number}” bukan bilangan bulat di atas nol.</source>
        <translation>The number “{number}” is no whole number above zero.</translation>
    </message>
    <message>
        <source>Ketik angkanya saja, misalnya 12 atau 012.</source>
        <translation>Type the digits only, for example 12 or 012.</translation>
    </message>
    <message>
        <source>“{number}” tidak dapat dipakai sebagai nomor naskah.</source>
        <translation>“{number}” cannot be used as a document number.</translation>
    </message>
    <message>
        <source>Nomor memuat angka, huruf, garis miring, titik, atau tanda hubung.</source>
        <translation>A number holds digits, letters, slashes, dots or hyphens.</translation>
    </message>
    <message>
        <source>Nomor {number} sudah dipakai untuk {serial}.</source>
        <translation>Number {number} is already used for {serial}.</translation>
    </message>
    <message>
        <source>Periksa buku agenda, lalu beri nomor lain.</source>
        <translation>Check the agenda book, then assign another number.</translation>
    </message>
    <message>
        <source>Nomor {serial} sudah tercetak pada rekaman yang disegel; nomor itu tetap.</source>
        <translation>The number of {serial} is printed on a sealed record; it stays.</translation>
    </message>
    <message>
        <source>Beri nomor yang benar sebagai gantinya; rekaman pengganti dibuat saat disegel.</source>
        <translation>Assign the right number instead; a superseding record is made at sealing.</translation>
    </message>
    <message>
        <source>{count} lembar belum bernomor; tidak ada yang disegel.</source>
        <translation>Sheets without a number: {count}; nothing was sealed.</translation>
    </message>
    <message>
        <source>Beri nomor lebih dahulu, atau segel dengan “Nomor: menyusul”.</source>
        <translation>Assign the numbers first, or seal with “Nomor: menyusul” (number to follow).</translation>
    </message>
    <message>
        <source>Pejabat itu tidak ada lagi di daftar.</source>
        <translation>That official is no longer in the roster.</translation>
    </message>
    <message>
        <source>Pilih nama lain.</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>Lembar itu tidak ada lagi.</source>
        <translation>That sheet is no longer there.</translation>
    </message>
    <message>
        <source>Upacara itu tidak ada lagi.</source>
        <translation>That ceremony is no longer there.</translation>
    </message>
    <message>
        <source>Pilih upacara lain dari daftar.</source>
        <translation>Choose another ceremony from the list.</translation>
    </message>
    <message>
        <source>Rekaman itu tidak ada di register.</source>
        <translation>That record is not in the register.</translation>
    </message>
    <message>
        <source>Muat ulang register, lalu pilih lagi.</source>
        <translation>Reload the register, then select again.</translation>
    </message>
    <message>
        <source>Deklarasi {name} sudah tercatat.</source>
        <translation>The declaration of {name} is already recorded.</translation>
    </message>
    <message>
        <source>Batalkan dahulu bila isinya keliru dan belum ditandatangani.</source>
        <translation>Withdraw it first if what it says is wrong and it is unsigned.</translation>
    </message>
    <message>
        <source>Tidak ada deklarasi {name} yang tercatat.</source>
        <translation>There is no declaration of {name} on record.</translation>
    </message>
    <message>
        <source>Pilih orang lain.</source>
        <translation>Choose another person.</translation>
    </message>
    <message>
        <source>Lembar {serial} tidak ditandatangani; ada lembar lain sebagai gantinya.</source>
        <translation>Sheet {serial} is not to be signed; another sheet takes its place.</translation>
    </message>
    <message>
        <source>Panggil orangnya sekali lagi: lembar yang benar akan tampil.</source>
        <translation>Call the person once more: the right sheet will be shown.</translation>
    </message>
    <message>
        <source>{name} tidak menandatangani pernyataan pada upacara ini.</source>
        <translation>{name} signs no statement in this ceremony.</translation>
    </message>
    <message>
        <source>Deklarasi hanya untuk orang yang mempunyai lembar PBBK.</source>
        <translation>A declaration is only for somebody who has a PBBK sheet.</translation>
    </message>
    <message>
        <source>Isi deklarasi belum lengkap.</source>
        <translation>The declaration is incomplete.</translation>
    </message>
    <message>
        <source>Isi setiap kolom; deklarasi yang kosong tidak menyatakan apa-apa.</source>
        <translation>Fill in every column; an empty declaration declares nothing.</translation>
    </message>
    <message>
        <source>Meterai tempel pada {serial} belum bernomor seri.</source>
        <translation>The adhesive meterai on {serial} has no serial number yet.</translation>
    </message>
    <message>
        <source>Ketik nomor seri yang tercetak pada meterainya.</source>
        <translation>Type the serial number printed on the meterai.</translation>
    </message>
    <message>
        <source>“{number}” bukan nomor seri meterai.</source>
        <translation>“{number}” is no serial number of a meterai.</translation>
    </message>
    <message>
        <source>Salin nomor seri yang tercetak pada meterai: huruf dan angka saja.</source>
        <translation>Copy the serial number printed on the meterai: letters and digits only.</translation>
    </message>
    <message>
        <source>Meterai {number} sudah dicatat untuk {serial}.</source>
        <translation>Meterai {number} is already recorded for {serial}.</translation>
    </message>
    <message>
        <source>Satu meterai untuk satu dokumen; periksa nomor serinya.</source>
        <translation>One meterai for one document; check the serial number.</translation>
    </message>
    <message>
        <source>Naskah lembar ini tidak disimpan bersama upacaranya.</source>
        <translation>The form of this sheet was not kept with its ceremony.</translation>
    </message>
    <message>
        <source>Lembar bekunya sendiri tetap ada dan dapat dilihat.</source>
        <translation>The frozen sheet itself is still there and can be viewed.</translation>
    </message>
    <message>
        <source>Lembar {serial} sudah batal.</source>
        <translation>Sheet {serial} is void.</translation>
    </message>
    <message>
        <source>Pakai lembar penggantinya; lembar batal tetap tersimpan apa adanya.</source>
        <translation>Use the sheet in its place; the void one stays as it is.</translation>
    </message>
    <message>
        <source>Lembar hanya dapat dibatalkan selama upacara berlangsung.</source>
        <translation>A sheet can only be made void while the ceremony is open.</translation>
    </message>
    <message>
        <source>Hitungan upacara ini sudah dibekukan; sampaikan kekeliruannya kepada sekretaris.</source>
        <translation>The counts of this ceremony are frozen; tell the secretary of the mistake.</translation>
    </message>
    <message>
        <source>Lembar {serial} belum ditandatangani, jadi tidak ada yang perlu dibatalkan.</source>
        <translation>Sheet {serial} is not signed yet, so there is nothing to make void.</translation>
    </message>
    <message>
        <source>Perbaiki datanya; lembar itu disusun ulang dengan sendirinya.</source>
        <translation>Correct the data; the sheet is drawn up again by itself.</translation>
    </message>
    <message>
        <source>Alasan pembatalan belum ditulis.</source>
        <translation>The reason why it is void is missing.</translation>
    </message>
    <message>
        <source>Pilih salah satu alasan, atau tulis alasannya.</source>
        <translation>Choose one of the reasons, or write one.</translation>
    </message>
    <message>
        <source>Lembar pengganti {serial} tidak sama bentuknya.</source>
        <translation>The sheet in place of {serial} is not like it.</translation>
    </message>
    <message>
        <source>Tidak ada yang dibatalkan. Coba sekali lagi.</source>
        <translation>Nothing was made void. Try once more.</translation>
    </message>
    <message>
        <source>{name} tercantum pada lembar batal {serial} dan tidak dapat dikeluarkan.</source>
        <translation>{name} stands on the void sheet {serial} and cannot be removed.</translation>
    </message>
    <message>
        <source>Lembar batal disimpan bersama nama-namanya.</source>
        <translation>A void sheet is kept with the names on it.</translation>
    </message>
    <message>
        <source>Kantor ini tidak memakai daftar lembar saksi.</source>
        <translation>This office does not use lists of a witness&apos;s sheets.</translation>
    </message>
    <message>
        <source>Panggil saksinya sekali lagi: lembarnya dibaca dan ditandatangani satu per satu.</source>
        <translation>Call the witness once more: the sheets are read and signed one by one.</translation>
    </message>
    <message>
        <source>Daftar lembar yang dipastikan saksi tidak sama lagi dengan lembarnya.</source>
        <translation>The list that the witness confirmed is no longer the same as its sheets.</translation>
    </message>
    <message>
        <source>Panggil saksinya sekali lagi, agar semuanya dibuka dan dipastikan kembali.</source>
        <translation>Call the witness once more, so that all are opened and confirmed again.</translation>
    </message>
    <message>
        <source>Lembar {serial} adalah pernyataan pribadi; pembuatnya tidak diberi cap.</source>
        <translation>Sheet {serial} is a personal statement; its maker gets no stamp.</translation>
    </message>
    <message>
        <source>Cap hanya dibubuhkan pada tanda tangan saksinya.</source>
        <translation>Only the witness&apos;s signature is stamped.</translation>
    </message>
    <message>
        <source>Pada lembar {serial} tidak ada tempat cap untuk tanda tangan ini.</source>
        <translation>On sheet {serial} there is no place for a stamp at this signature.</translation>
    </message>
    <message>
        <source>Pilih tanda tangan para pihak, saksi, atau penanda tangan naskah.</source>
        <translation>Choose the signature of a party, a witness or the signer of the document.</translation>
    </message>
    <message>
        <source>{name} tidak menandatangani atas nama kantor; tanda tangannya tidak diberi cap.</source>
        <translation>{name} does not sign for the office; the signature gets no stamp.</translation>
    </message>
    <message>
        <source>Cap dibubuhkan bagi Ketua, Anggota, Sekretaris, dan saksi.</source>
        <translation>Stamps are for the Ketua, Anggota, Sekretaris and witnesses.</translation>
    </message>
    <message>
        <source>Cap ini bukan cap untuk tanda tangan {name}.</source>
        <translation>This stamp is not the one for the signature of {name}.</translation>
    </message>
    <message>
        <source>Cap komisi bagi Ketua dan Anggota, cap sekretariat bagi pejabat sekretariat.</source>
        <translation>The commission&apos;s stamp for Ketua and Anggota, the secretariat&apos;s for officials of the secretariat.</translation>
    </message>
    <message>
        <source>Cap untuk tanda tangan ini belum ada atau sedang tidak dipakai.</source>
        <translation>The stamp for this signature is missing or not in use.</translation>
    </message>
    <message>
        <source>Buka “Cap kantor”, pilih gambarnya, lalu nyalakan pemakaiannya.</source>
        <translation>Open “Office stamp”, choose the picture, then switch it on.</translation>
    </message>
    <message>
        <source>Lembar {serial} belum lengkap ditandatangani; capnya menunggu.</source>
        <translation>Sheet {serial} lacks signatures; its stamp waits.</translation>
    </message>
    <message>
        <source>Lengkapi tanda tangannya lebih dahulu.</source>
        <translation>Complete the signatures first.</translation>
    </message>
    <message>
        <source>Lembar {serial} sudah disegel; cap tidak dapat ditambah atau dicabut.</source>
        <translation>Sheet {serial} is sealed; stamps can no longer be put or withdrawn.</translation>
    </message>
    <message>
        <source>Cap dibubuhkan sebelum penyegelan.</source>
        <translation>Stamps are put before sealing.</translation>
    </message>
    <message>
        <source>Tanda tangan ini pada lembar {serial} sudah diberi cap.</source>
        <translation>This signature on sheet {serial} is already stamped.</translation>
    </message>
    <message>
        <source>Cabut cap yang lama lebih dahulu bila hendak menggantinya.</source>
        <translation>Withdraw the old stamp first if you want to replace it.</translation>
    </message>
    <message>
        <source>Pada lembar {serial} tidak ada cap yang dapat dicabut.</source>
        <translation>On sheet {serial} there is no stamp to withdraw.</translation>
    </message>
    <message>
        <source>Muat ulang daftarnya dan pilih lembar yang sudah diberi cap.</source>
        <translation>Reload the list and choose a sheet that is stamped.</translation>
    </message>
    <message>
        <source>Pada lembar {serial} tempat cap dipakai oleh kotak meterai.</source>
        <translation>On sheet {serial} the place of the stamp is taken by the meterai box.</translation>
    </message>
    <message>
        <source>Bubuhkan cap basah pada cetakannya.</source>
        <translation>Put a wet stamp on the print.</translation>
    </message>
    <message>
        <source>Garis tengah cap harus antara {smallest} dan {largest} milimeter.</source>
        <translation>The diameter of a stamp must be between {smallest} and {largest} millimetres.</translation>
    </message>
    <message>
        <source>Ukur cap aslinya dengan penggaris, dari tepi ke tepi lingkaran luar.</source>
        <translation>Measure the real stamp with a ruler, from edge to edge of its outer circle.</translation>
    </message>
    <message>
        <source>Gambar ini sudah disimpan sebagai cap yang lain.</source>
        <translation>This picture is already stored as the other stamp.</translation>
    </message>
    <message>
        <source>Cap komisi dan cap sekretariat harus dua gambar yang berbeda.</source>
        <translation>The commission&apos;s stamp and the secretariat&apos;s must be two different pictures.</translation>
    </message>
    <message>
        <source>Pada gambar ini tidak ditemukan cap; semuanya dianggap latar.</source>
        <translation>No stamp was found in this picture; all of it counts as background.</translation>
    </message>
    <message>
        <source>Turunkan batas latar, atau pindai cap dengan tinta yang lebih tebal.</source>
        <translation>Lower the background limit, or scan a stamp with stronger ink.</translation>
    </message>
    <message>
        <source>Latar gambar ini tidak dapat dipisahkan dari capnya.</source>
        <translation>The background of this picture cannot be parted from the stamp.</translation>
    </message>
    <message>
        <source>Naikkan batas latar, atau pindai cap di atas kertas putih polos.</source>
        <translation>Raise the background limit, or scan the stamp on plain white paper.</translation>
    </message>
    <message>
        <source>Cap pada gambar ini hanya {pixels} piksel; paling sedikit {least}.</source>
        <translation>The stamp in this picture has only {pixels} pixels; at least {least} are needed.</translation>
    </message>
    <message>
        <source>Pindai dengan 300 dpi atau lebih.</source>
        <translation>Scan with 300 dpi or more.</translation>
    </message>
    <message>
        <source>masih disiapkan</source>
        <translation>being prepared</translation>
    </message>
    <message>
        <source>sudah dinyatakan siap</source>
        <translation>has been declared ready</translation>
    </message>
    <message>
        <source>sedang berlangsung</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>sedang dijeda</source>
        <translation>is paused</translation>
    </message>
    <message>
        <source>sudah ditutup</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>sudah disegel</source>
        <translation>sealed</translation>
    </message>
    <message>
        <source>sudah dibatalkan</source>
        <translation>has been annulled</translation>
    </message>
    <message>
        <source>halamannya tidak ada</source>
        <translation>its page does not exist</translation>
    </message>
    <message>
        <source>keluar dari halaman</source>
        <translation>it leaves the page</translation>
    </message>
    <message>
        <source>terlalu kecil</source>
        <translation>too small</translation>
    </message>
    <message>
        <source>perannya tidak ada pada dokumen seperti ini</source>
        <translation>such a document does not have its role</translation>
    </message>
    <message>
        <source>sudah ada</source>
        <translation>there already</translation>
    </message>
    <message>
        <source>menimpa tempat lain</source>
        <translation>it covers another place</translation>
    </message>
    <message>
        <source>orangnya belum punya tempat tanda tangan</source>
        <translation>its person has no place for a signature yet</translation>
    </message>
    <message>
        <source>belum ada tempat tanda tangan</source>
        <translation>there is no place for a signature yet</translation>
    </message>
    <message>
        <source>tempatnya terlalu banyak</source>
        <translation>too many places</translation>
    </message>
    <message>
        <source>menimpa tulisan</source>
        <translation>it covers the text</translation>
    </message>
    <message>
        <source>menimpa gambar halaman</source>
        <translation>it covers the picture of the page</translation>
    </message>
    <message>
        <source>tidak ada sudut kosong untuk kode QR pada halaman</source>
        <translation>no empty corner for the QR code on page</translation>
    </message>
    <message>
        <source>tulisan di dekatnya tidak ada lagi,</source>
        <translation>the text beside it is gone,</translation>
    </message>
    <message>
        <source>memuat huruf yang tidak pernah dipakai</source>
        <translation>holds characters that are never used</translation>
    </message>
    <message>
        <source>salah ketik</source>
        <translation>is mistyped</translation>
    </message>
    <message>
        <source>tidak lengkap</source>
        <translation>is incomplete</translation>
    </message>
    <message>
        <source>bukan kode ruang kerja ini</source>
        <translation>is not this workspace&apos;s code</translation>
    </message>
    <message>
        <source>masih kosong</source>
        <translation>is empty</translation>
    </message>
    <message>
        <source>lebih dari 200 karakter</source>
        <translation>has more than 200 characters</translation>
    </message>
    <message>
        <source>memuat karakter yang tidak terlihat</source>
        <translation>holds an invisible character</translation>
    </message>
    <message>
        <source>bukan dua atau empat angka</source>
        <translation>is not two or four digits</translation>
    </message>
    <message>
        <source>memuat bagian yang tidak dikenal</source>
        <translation>holds an unknown part</translation>
    </message>
    <message>
        <source>bukan kode klasifikasi seperti “PI = SDM.09”</source>
        <translation>is no classification code such as “PI = SDM.09”</translation>
    </message>
    <message>
        <source>bukan nama berkas gambar</source>
        <translation>is no name of a picture file</translation>
    </message>
    <message>
        <source>bukan WIB, WITA, atau WIT</source>
        <translation>is not WIB, WITA or WIT</translation>
    </message>
    <message>
        <source>bukan A4 atau F4</source>
        <translation>is not A4 or F4</translation>
    </message>
    <message>
        <source>bukan PK, PI, PBBK, DH, atau BA</source>
        <translation>is not PK, PI, PBBK, DH or BA</translation>
    </message>
    <message>
        <source>bukan pilihan seperti “PI = box” (none, box, electronic)</source>
        <translation>is no choice such as “PI = box” (none, box, electronic)</translation>
    </message>
    <message>
        <source>bukan 1 sampai 60 menit</source>
        <translation>is not 1 to 60 minutes</translation>
    </message>
    <message>
        <source>jenis isinya keliru</source>
        <translation>is of the wrong type</translation>
    </message>
    <message>
        <source>kunci tidak dikenal</source>
        <translation>is an unknown key</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>bukan TOML yang benar</source>
        <translation>is no correct TOML</translation>
    </message>
    <message>
        <source>bukan UTF-8</source>
        <translation>is not UTF-8</translation>
    </message>
    <message>
        <source>nilainya tidak dikenal</source>
        <translation>has an unknown value</translation>
    </message>
    <message>
        <source>memuat isian {…} yang tidak dikenal</source>
        <translation>holds an unknown field {…}</translation>
    </message>
    <message>
        <source>kurung kurawalnya tidak berpasangan</source>
        <translation>has unpaired braces</translation>
    </message>
    <message>
        <source>tanda bintangnya tidak berpasangan</source>
        <translation>has unpaired asterisks</translation>
    </message>
    <message>
        <source>tempat tanda tangan salah satu peran tidak ada</source>
        <translation>lacks the signature slot of one role</translation>
    </message>
    <message>
        <source>harus sama dengan nama berkasnya, tanpa .toml</source>
        <translation>must be the file&apos;s own name without .toml</translation>
    </message>
    <message>
        <source>berkasnya terlalu besar untuk sebuah naskah</source>
        <translation>the file is too large for a form</translation>
    </message>
    <message>
        <source>naskah ini untuk jenis dokumen lain</source>
        <translation>this form is for another kind of document</translation>
    </message>
    <message>
        <source>datanya tidak ada pada dokumen ini</source>
        <translation>the data are not in this document</translation>
    </message>
    <message>
        <source>tanda tangan</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>paraf</source>
        <translation>initials</translation>
    </message>
    <message>
        <source>nama lengkap kantor</source>
        <translation>full name of the office</translation>
    </message>
    <message>
        <source>nama singkat kantor</source>
        <translation>short name of the office</translation>
    </message>
    <message>
        <source>kota</source>
        <translation>city</translation>
    </message>
    <message>
        <source>kop surat</source>
        <translation>letterhead</translation>
    </message>
    <message>
        <source>alamat</source>
        <translation>address</translation>
    </message>
    <message>
        <source>kode wilayah</source>
        <translation>region code</translation>
    </message>
    <message>
        <source>zona waktu</source>
        <translation>time zone</translation>
    </message>
    <message>
        <source>pola nomor</source>
        <translation>number pattern</translation>
    </message>
    <message>
        <source>logo</source>
        <translation>logo</translation>
    </message>
    <message>
        <source>kode klasifikasi</source>
        <translation>classification code</translation>
    </message>
    <message>
        <source>kertas</source>
        <translation>paper</translation>
    </message>
    <message>
        <source>dokumen bernomor</source>
        <translation>numbered documents</translation>
    </message>
    <message>
        <source>meterai</source>
        <translation>meterai</translation>
    </message>
    <message>
        <source>waktu konfirmasi saksi</source>
        <translation>time for the witness&apos;s confirmation</translation>
    </message>
    <message>
        <source>beberapa lembar saksi sekaligus</source>
        <translation>several of a witness&apos;s sheets at once</translation>
    </message>
    <message>
        <source>tempat untuk tanda tangan tersertifikasi</source>
        <translation>room for a certified signature</translation>
    </message>
    <message>
        <source>nama</source>
        <translation>name</translation>
    </message>
    <message>
        <source>jabatan</source>
        <translation>office</translation>
    </message>
    <message>
        <source>pangkat/golongan</source>
        <translation>rank/grade</translation>
    </message>
    <message>
        <source>unit kerja</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>dasar penunjukan</source>
        <translation>basis of the appointment</translation>
    </message>
    <message>
        <source>judul</source>
        <translation>title</translation>
    </message>
    <message>
        <source>acara</source>
        <translation>occasion</translation>
    </message>
    <message>
        <source>tempat</source>
        <translation>venue</translation>
    </message>
    <message>
        <source>dasar baris {row}</source>
        <translation>basis, line {row}</translation>
    </message>
    <message>
        <source>nama kelembagaan</source>
        <translation>name of the institution</translation>
    </message>
    <message>
        <source>sasaran baris {row}</source>
        <translation>objective in row {row}</translation>
    </message>
    <message>
        <source>indikator baris {row}</source>
        <translation>indicator in row {row}</translation>
    </message>
    <message>
        <source>target baris {row}</source>
        <translation>target in row {row}</translation>
    </message>
    <message>
        <source>program baris {row}</source>
        <translation>programme in row {row}</translation>
    </message>
    <message>
        <source>keterangan baris {row}</source>
        <translation>remark in row {row}</translation>
    </message>
    <message>
        <source>kolom tambahan baris {row}</source>
        <translation>extra column in row {row}</translation>
    </message>
    <message>
        <source>isian ke-{row} deklarasi</source>
        <translation>entry {row} of the declaration</translation>
    </message>
    <message>
        <source>alasan pembatalan</source>
        <translation>reason for making it void</translation>
    </message>
    <message>
        <source>pembanding jam</source>
        <translation>what the clock was compared with</translation>
    </message>
    <message>
        <source>alasan</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>acara baris {row}</source>
        <translation>step of row {row}</translation>
    </message>
    <message>
        <source>yang memimpin acara baris {row}</source>
        <translation>leader of the step of row {row}</translation>
    </message>
    <message>
        <source>kejadian</source>
        <translation>what happened</translation>
    </message>
    <message>
        <source>cara mengatasinya</source>
        <translation>how it was mended</translation>
    </message>
    <message>
        <source>alasan perubahan</source>
        <translation>reason of the revision</translation>
    </message>
    <message>
        <source>keterangan</source>
        <translation>note</translation>
    </message>
    <message>
        <source>Berkas itu memuat kunci pribadi, yang tidak boleh ada di kantor ini.</source>
        <translation>The file holds a private key, which must not be in this office.</translation>
    </message>
    <message>
        <source>Minta kepada pemegang kunci berkas sertifikatnya saja (PEM atau DER).</source>
        <translation>Ask the holder of the key for the certificate file only (PEM or DER).</translation>
    </message>
    <message>
        <source>Berkas itu bukan sertifikat X.509.</source>
        <translation>The file is no X.509 certificate.</translation>
    </message>
    <message>
        <source>Pilih berkas PEM atau DER, biasanya berakhiran .pem, .crt, atau .cer.</source>
        <translation>Choose a PEM or DER file; it usually ends in .pem, .crt or .cer.</translation>
    </message>
    <message>
        <source>Berkas itu memuat beberapa sertifikat.</source>
        <translation>The file holds several certificates.</translation>
    </message>
    <message>
        <source>Minta berkas dengan satu sertifikat, yaitu milik pemegang kunci.</source>
        <translation>Ask for a file with one certificate, that of the holder of the key.</translation>
    </message>
    <message>
        <source>Kunci sertifikat itu tidak dapat dipakai untuk menyandi.</source>
        <translation>The key of this certificate cannot be used for encryption.</translation>
    </message>
    <message>
        <source>Diperlukan kunci EC P-256 atau P-384, atau RSA sedikitnya 2048 bit.</source>
        <translation>An EC key P-256 or P-384 is needed, or RSA of at least 2048 bits.</translation>
    </message>
    <message>
        <source>Sertifikat itu dibuat untuk keperluan lain, bukan untuk menyandi.</source>
        <translation>This certificate was made for another purpose, not for encryption.</translation>
    </message>
    <message>
        <source>Minta sertifikat dengan kegunaan keyAgreement (EC) atau keyEncipherment (RSA).</source>
        <translation>Ask for a certificate with the usage keyAgreement (EC) or keyEncipherment (RSA).</translation>
    </message>
    <message>
        <source>Itu sertifikat segel kantor ini sendiri; kuncinya ada di kantor ini.</source>
        <translation>This is the certificate of this office&apos;s own seal; its key is in this office.</translation>
    </message>
    <message>
        <source>Pilih sertifikat pihak lain, misalnya inspektorat.</source>
        <translation>Choose somebody else&apos;s certificate, for example the inspectorate&apos;s.</translation>
    </message>
    <message>
        <source>Sertifikat itu baru berlaku mulai {date}.</source>
        <translation>This certificate is valid only from {date}.</translation>
    </message>
    <message>
        <source>Periksa jam komputer, atau minta sertifikat yang sudah berlaku.</source>
        <translation>Check the computer&apos;s clock, or ask for a certificate that is already valid.</translation>
    </message>
    <message>
        <source>Sertifikat itu hanya berlaku sampai {date}.</source>
        <translation>This certificate was valid only until {date}.</translation>
    </message>
    <message>
        <source>Minta sertifikat yang masih berlaku.</source>
        <translation>Ask for a certificate that is still valid.</translation>
    </message>
    <message>
        <source>Kantor ini belum memilih sertifikat untuk goresan.</source>
        <translation>This office has not chosen an escrow certificate for strokes yet.</translation>
    </message>
    <message>
        <source>Buka “Pengaturan kantor”, bagian “Goresan”.</source>
        <translation>Open “Office settings”, section “Goresan” (strokes).</translation>
    </message>
    <message>
        <source>{readable} goresan upacara ini belum tersandi, jadi tidak dikeluarkan.</source>
        <translation>Strokes of this ceremony that are not encrypted yet: {readable}; they are not handed out.</translation>
    </message>
    <message>
        <source>Sandikan dahulu di “Pengaturan kantor”, bagian “Goresan”.</source>
        <translation>First encrypt them in “Office settings”, section “Goresan” (strokes).</translation>
    </message>
    <message>
        <source>Tidak ada goresan upacara ini yang tersimpan.</source>
        <translation>No strokes of this ceremony are stored.</translation>
    </message>
    <message>
        <source>Belum ada yang menandatangani, atau goresannya sudah dihapus.</source>
        <translation>Nobody has signed yet, or the strokes have been erased.</translation>
    </message>
    <message>
        <source>Penghapusan goresan memerlukan alasan.</source>
        <translation>Erasing strokes needs a reason.</translation>
    </message>
    <message>
        <source>Tulis alasannya; ia masuk ke jurnal.</source>
        <translation>Write the reason; it goes into the journal.</translation>
    </message>
    <message>
        <source>Tidak ada lagi goresan {name} yang tersimpan.</source>
        <translation>No strokes of {name} are stored any more.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dihapus.</source>
        <translation>There is nothing to erase.</translation>
    </message>
    <message>
        <source>Sebuah goresan yang tersimpan rusak.</source>
        <translation>A stored stroke is damaged.</translation>
    </message>
    <message>
        <source>Kembalikan ruang kerja dari cadangan terakhir, lalu coba lagi.</source>
        <translation>Restore the workspace from the last backup, then try again.</translation>
    </message>
    <message>
        <source>{name} menjabat sementara (Plt., Plh., atau a.n.) dan tidak dapat menjadi saksi dalam jabatan itu.</source>
        <translation>{name} is in an acting capacity (Plt., Plh. or a.n.) and cannot be a witness in it.</translation>
    </message>
    <message>
        <source>Saksi {name} belum tercatat hadir.</source>
        <translation>The witness {name} is not checked in yet.</translation>
    </message>
    <message>
        <source>Catat kehadirannya, lalu panggil penanda tangan sekali lagi.</source>
        <translation>Check them in, then call the signer once more.</translation>
    </message>
    <message>
        <source>Saksi {name} belum menyatakan menyaksikan; tidak ada yang disimpan.</source>
        <translation>The witness {name} has not confirmed yet; nothing was saved.</translation>
    </message>
    <message>
        <source>Saksi menyentuh namanya sendiri di layar penanda tangan.</source>
        <translation>The witness taps their own name at the signer&apos;s screen.</translation>
    </message>
    <message>
        <source>Konfirmasi saksi {name} lewat dari {minutes} menit; tidak ada yang disimpan.</source>
        <translation>The confirmation of the witness {name} is older than {minutes} minutes; nothing was saved.</translation>
    </message>
    <message>
        <source>Mintalah saksi menyentuh namanya sekali lagi.</source>
        <translation>Ask the witness to tap their name once more.</translation>
    </message>
    <message>
        <source>Pendamping {name} belum ada: orang lain yang hadir, bukan penanda tangannya sendiri.</source>
        <translation>A helper for {name} is missing: somebody else who is present, not the signer.</translation>
    </message>
    <message>
        <source>Pilih pendamping dari yang tercatat hadir.</source>
        <translation>Choose a helper among those checked in.</translation>
    </message>
    <message>
        <source>Tanda tangan dengan bantuan memerlukan dua saksi yang berbeda, selain {name} dan pendamping.</source>
        <translation>Assisted signing needs two different witnesses besides {name} and the helper.</translation>
    </message>
    <message>
        <source>Pilih dua saksi dari yang tercatat hadir.</source>
        <translation>Choose two witnesses among those checked in.</translation>
    </message>
    <message>
        <source>Pendamping belum menyatakan siapa orang ini; tidak ada yang disimpan.</source>
        <translation>The helper has not stated who this person is; nothing was saved.</translation>
    </message>
    <message>
        <source>Sentuh pernyataan pertama setelah memastikan orangnya.</source>
        <translation>Tap the first statement after making sure of the person.</translation>
    </message>
    <message>
        <source>Pendamping belum menyatakan bahwa naskah dibacakan; tidak ada yang disimpan.</source>
        <translation>The helper has not stated that the text was read aloud; nothing was saved.</translation>
    </message>
    <message>
        <source>Bacakan seluruh naskah, lalu sentuh pernyataannya.</source>
        <translation>Read the whole text aloud, then tap the statement.</translation>
    </message>
    <message>
        <source>Pendamping belum menyatakan bahwa isinya dijelaskan; tidak ada yang disimpan.</source>
        <translation>The helper has not stated that the content was explained; nothing was saved.</translation>
    </message>
    <message>
        <source>Jelaskan isinya, lalu sentuh pernyataannya.</source>
        <translation>Explain the content, then tap the statement.</translation>
    </message>
    <message>
        <source>Pendamping belum menyatakan bahwa tanda itu dibubuhkan di hadapannya; tidak ada yang disimpan.</source>
        <translation>The helper has not stated that the mark was placed in their presence; nothing was saved.</translation>
    </message>
    <message>
        <source>Sentuh pernyataan itu setelah melihatnya sendiri.</source>
        <translation>Tap that statement after seeing it yourself.</translation>
    </message>
    <message>
        <source>Tanda tangan belum tersimpan.</source>
        <translation>The signature is not saved yet.</translation>
    </message>
    <message>
        <source>Silakan ulangi, atau panggil petugas.</source>
        <translation>Please try again, or call the staff.</translation>
    </message>
    <message>
        <source>Catatan layar untuk {serial} tidak lengkap; tanda tangan itu tidak disimpan.</source>
        <translation>The receipt of the screen for {serial} is incomplete; that signature was not saved.</translation>
    </message>
    <message>
        <source>Halaman {page} dari {serial} bukan yang tadi tampil; tidak ada yang disimpan.</source>
        <translation>Page {page} of {serial} is not the one that was shown; nothing was saved.</translation>
    </message>
    <message>
        <source>Hentikan penandatanganan lembar ini dan periksa komputer serta cadangannya.</source>
        <translation>Stop signing this sheet and check the computer and its backups.</translation>
    </message>
    <message>
        <source>Lembar {serial} bukan lagi lembar yang ditandatangani; tidak disegel.</source>
        <translation>Sheet {serial} is no longer the sheet that was signed; it was not sealed.</translation>
    </message>
    <message>
        <source>Jangan mengubah apa pun; periksa komputer dan bandingkan dengan cadangannya.</source>
        <translation>Change nothing; check the computer and compare with its backup.</translation>
    </message>
    <message>
        <source>Pemberitahuan data di {file} tidak dapat dipakai: {field}.</source>
        <translation>The data notice in {file} cannot be used: {field}.</translation>
    </message>
    <message>
        <source>Perbaiki berkas itu, atau keluarkan dari folder “pemberitahuan”.</source>
        <translation>Mend the file, or take it out of the folder “pemberitahuan”.</translation>
    </message>
    <message>
        <source>Simpan dokumennya sekali lagi sebagai PDF dari program asalnya, lalu ulangi.</source>
        <translation>Save the document once more as PDF from its own program, then try again.</translation>
    </message>
    <message>
        <source>Berkas ini rusak atau bukan PDF.</source>
        <translation>This file is damaged or no PDF.</translation>
    </message>
    <message>
        <source>PDF ini dikunci dengan kata sandi.</source>
        <translation>This PDF is locked with a password.</translation>
    </message>
    <message>
        <source>Simpan sekali lagi tanpa kata sandi dan tanpa pembatasan, lalu ulangi.</source>
        <translation>Save it once more without a password and without restrictions, then try again.</translation>
    </message>
    <message>
        <source>PDF ini sudah bertanda tangan elektronik; tambahan apa pun merusaknya.</source>
        <translation>This PDF is signed electronically already; anything added would break the signature.</translation>
    </message>
    <message>
        <source>Pakai naskah yang belum ditandatangani.</source>
        <translation>Take the text that is not signed yet.</translation>
    </message>
    <message>
        <source>PDF ini menjalankan program lain.</source>
        <translation>This PDF starts another program.</translation>
    </message>
    <message>
        <source>PDF ini formulir XFA; halamannya baru dibuat saat dibuka.</source>
        <translation>This PDF is an XFA form; its pages are made only when it is opened.</translation>
    </message>
    <message>
        <source>Cetak formulir yang sudah diisi ke PDF, lalu bawa hasil cetaknya.</source>
        <translation>Print the filled form to PDF and bring in that file.</translation>
    </message>
    <message>
        <source>PDF ini memuat film, suara, atau benda tiga dimensi yang tidak dapat dicetak.</source>
        <translation>This PDF holds film, sound or three-dimensional objects that cannot be printed.</translation>
    </message>
    <message>
        <source>PDF ini kumpulan beberapa berkas, bukan satu dokumen.</source>
        <translation>This PDF is a collection of files, not one document.</translation>
    </message>
    <message>
        <source>Keluarkan dokumennya dari kumpulan itu, lalu bawa satu per satu.</source>
        <translation>Take the documents out of the collection and bring them in one by one.</translation>
    </message>
    <message>
        <source>PDF ini {pages} halaman; paling sedikit 1, paling banyak {most}.</source>
        <translation>This PDF has {pages} pages; at least 1, at most {most}.</translation>
    </message>
    <message>
        <source>Bagi dokumennya, atau bawa bagian yang ditandatangani saja.</source>
        <translation>Divide the document, or bring in only the part that is signed.</translation>
    </message>
    <message>
        <source>Satu gambar pada PDF ini {pixels} juta piksel; paling banyak {most} juta.</source>
        <translation>One picture in this PDF has {pixels} million pixels; at most {most} million.</translation>
    </message>
    <message>
        <source>Pindai sekali lagi dengan 300 dpi.</source>
        <translation>Scan it once more at 300 dpi.</translation>
    </message>
    <message>
        <source>PDF ini {megabytes} MB; paling banyak {most} MB.</source>
        <translation>This PDF has {megabytes} MB; at most {most} MB.</translation>
    </message>
    <message>
        <source>Pindai dengan 200–300 dpi, atau perkecil gambarnya.</source>
        <translation>Scan at 200–300 dpi, or make its pictures smaller.</translation>
    </message>
    <message>
        <source>Halaman {page} berukuran {width} × {height} mm; sisinya harus {least} sampai {most} mm.</source>
        <translation>Page {page} measures {width} × {height} mm; its sides must be {least} to {most} mm.</translation>
    </message>
    <message>
        <source>Atur ukuran kertasnya, misalnya A4 atau F4, lalu simpan sekali lagi.</source>
        <translation>Set the paper&apos;s size, A4 or F4 for example, then save it once more.</translation>
    </message>
    <message>
        <source>Halaman {page} memakai satuan ukuran sendiri, bukan titik (UserUnit).</source>
        <translation>Page {page} has a unit of its own instead of points (UserUnit).</translation>
    </message>
    <message>
        <source>PDF ini terlalu berat untuk dibaca dalam batas waktu dan memori.</source>
        <translation>This PDF is too heavy to be read within the limits of time and memory.</translation>
    </message>
    <message>
        <source>Setelah dibersihkan, halaman {page} tampak lain dari aslinya (misalnya ada lapisan tersembunyi).</source>
        <translation>After cleaning, page {page} looks different from the original (a hidden layer, for example).</translation>
    </message>
    <message>
        <source>Cetak dokumennya ke PDF, lalu bawa hasil cetaknya.</source>
        <translation>Print the document to PDF and bring in that file.</translation>
    </message>
    <message>
        <source>Folder itu memuat {count} PDF; sekali bawa paling banyak {most}.</source>
        <translation>That folder holds {count} PDFs; at most {most} are brought in at a time.</translation>
    </message>
    <message>
        <source>Pindahkan yang tidak dipakai, atau bagi ke beberapa folder.</source>
        <translation>Move away what is not needed, or divide them into several folders.</translation>
    </message>
    <message>
        <source>Tempat ke-{number} (0: seluruhnya) tidak dapat dipakai pada {file}: {reason}.</source>
        <translation>Place number {number} (0: the whole) cannot be used on {file}: {reason}.</translation>
    </message>
    <message>
        <source>Buka penyunting tempat, lalu betulkan tempat yang ditandai.</source>
        <translation>Open the editor of places and correct the marked place.</translation>
    </message>
    <message>
        <source>Tempat ke-{number} (0: seluruhnya) pada {file} perlu dipastikan: {reason} “{text}”.</source>
        <translation>Place number {number} (0: the whole) on {file} needs your word: {reason} “{text}”.</translation>
    </message>
    <message>
        <source>Pindahkan, atau centang di penyunting tempat bahwa memang di sana, lalu simpan tempatnya.</source>
        <translation>Move it, or tick in the editor of places that it is meant to be there, then save the places.</translation>
    </message>
    <message>
        <source>Dokumen “{name}” meminta penanda tangan ke-{turn}; daftar hanya {people} orang.</source>
        <translation>Document “{name}” asks for signer number {turn}; the roster has only {people} people.</translation>
    </message>
    <message>
        <source>Lengkapi daftar, atau hapus tempat itu.</source>
        <translation>Complete the roster, or delete that place.</translation>
    </message>
    <message>
        <source>Berkas untuk lembar {serial} tidak ada di ruang kerja.</source>
        <translation>The file for sheet {serial} is not in the workspace.</translation>
    </message>
    <message>
        <source>Bawa masuk dokumennya sekali lagi sebelum upacara dibuka.</source>
        <translation>Bring the document in once more before the ceremony is opened.</translation>
    </message>
    <message>
        <source>Berkas tempat {file} tidak dapat dipakai: tempat ke-{number}, isian “{field}”.</source>
        <translation>The file of places {file} cannot be used: place {number}, entry “{field}”.</translation>
    </message>
    <message>
        <source>Betulkan isian itu (0 berarti seluruh berkas), lalu ulangi.</source>
        <translation>Correct that entry (0 means the whole file), then try again.</translation>
    </message>
    <message>
        <source>Alasannya belum ditulis.</source>
        <translation>The reason has not been written.</translation>
    </message>
    <message>
        <source>Tulis dengan singkat mengapa; alasan itu tercatat.</source>
        <translation>Write briefly why; the reason is recorded.</translation>
    </message>
    <message>
        <source>Upacara ini tidak dapat dibatalkan: {count} rekamannya sudah disegel.</source>
        <translation>This ceremony cannot be annulled: {count} of its records are sealed.</translation>
    </message>
    <message>
        <source>Rekaman itu tetap berlaku; sampaikan kekeliruannya kepada sekretaris.</source>
        <translation>Those records stay valid; tell the secretary what is wrong.</translation>
    </message>
    <message>
        <source>Kata penutup ada dua belas; yang diisi {count}.</source>
        <translation>There are twelve closing words; {count} were given.</translation>
    </message>
    <message>
        <source>Isi setiap kotak dengan satu kata dari berita acara upacara sebelumnya.</source>
        <translation>Fill each box with one word from the minutes of the previous ceremony.</translation>
    </message>
    <message>
        <source>Kata penutup upacara sebelumnya tidak cocok; yang keliru: kata ke-{places}.</source>
        <translation>The closing words of the previous ceremony do not fit; wrong: word {places}.</translation>
    </message>
    <message>
        <source>Bacakan sekali lagi kata itu dari berita acara di kertas.</source>
        <translation>Read that word once more from the minutes on paper.</translation>
    </message>
    <message>
        <source>Isi upacara sebelumnya tidak lagi seperti saat ditutup ({what}).</source>
        <translation>The previous ceremony is no longer as it was closed ({what}).</translation>
    </message>
    <message>
        <source>Jangan membuka upacara baru; bandingkan ruang kerja ini dengan cadangannya.</source>
        <translation>Do not open a new ceremony; compare this workspace with its backup.</translation>
    </message>
    <message>
        <source>Ruang kerja ini bertanda {workspace}, sertifikat atau kunci segelnya bertanda {certificate}.</source>
        <translation>This workspace is marked {workspace}, its certificate or sealing key is marked {certificate}.</translation>
    </message>
    <message>
        <source>Berkas gladi dan berkas kantor tercampur; yang dari gladi tidak pernah berlaku. Pakai cadangan.</source>
        <translation>Files of a rehearsal and of the office are mixed up; nothing of a rehearsal is ever in force. Use the backup.</translation>
    </message>
    <message>
        <source>Kunci segel di ruang kerja ini bukan kunci yang dibuat untuknya.</source>
        <translation>The sealing key in this workspace is not the one that was made for it.</translation>
    </message>
    <message>
        <source>Pulihkan seal-key.pem dari cadangan; tidak ada yang disegel dengan kunci lain.</source>
        <translation>Restore seal-key.pem from the backup; nothing is sealed with another key.</translation>
    </message>
    <message>
        <source>Kunci dan basis data di folder ini berasal dari dua ruang kerja.</source>
        <translation>Keys and database in this folder come from two workspaces.</translation>
    </message>
    <message>
        <source>Pulihkan keys.json dan desk.db dari cadangan yang sama.</source>
        <translation>Restore keys.json and desk.db from the same backup.</translation>
    </message>
    <message>
        <source>Lembar {serial} dibekukan di ruang kerja dengan tanda lain (gladi atau contoh).</source>
        <translation>Sheet {serial} was frozen in a workspace with another mark (rehearsal or sample).</translation>
    </message>
    <message>
        <source>Lembar itu tidak dapat menjadi rekaman di sini.</source>
        <translation>That sheet cannot become a record here.</translation>
    </message>
    <message>
        <source>Berkas pola {file} keliru pada isian {field}.</source>
        <translation>The pattern file {file} is wrong at the entry {field}.</translation>
    </message>
    <message>
        <source>Betulkan berkas di folder pola ruang kerja, lalu buka jendela ini lagi.</source>
        <translation>Correct the file in the workspace&apos;s folder “pola”, then open this window again.</translation>
    </message>
    <message>
        <source>Folder {path} bukan ruang kerja KPU Desk dan tidak memuat rekaman.</source>
        <translation>The folder {path} is no KPU Desk workspace and holds no records.</translation>
    </message>
    <message>
        <source>Pilih folder ruang kerja tahun lalu, atau folder rekaman yang pernah disimpan.</source>
        <translation>Choose last year&apos;s workspace folder, or a folder of saved records.</translation>
    </message>
    <message>
        <source>Tidak ada rekaman KPU Desk yang utuh di folder ini.</source>
        <translation>There are no intact KPU Desk records in this folder.</translation>
    </message>
    <message>
        <source>Pilih folder rekaman tahun lalu; periksa dengan Rekaman → Periksa berkas.</source>
        <translation>Choose last year&apos;s folder of records; check it with Records → Check files.</translation>
    </message>
    <message>
        <source>Upacara itu bertanda {mark}; orangnya tidak dibawa ke upacara sungguhan.</source>
        <translation>That ceremony is marked {mark}; its people are not taken into a real ceremony.</translation>
    </message>
    <message>
        <source>Pilih ruang kerja atau rekaman upacara yang sungguhan.</source>
        <translation>Choose the workspace or the records of a real ceremony.</translation>
    </message>
    <message>
        <source>Pemeriksaan kesiapan masih merah pada {count} hal.</source>
        <translation>The readiness check is still red on {count} points.</translation>
    </message>
    <message>
        <source>Bereskan dahulu, atau tulis alasan mengapa upacara tetap dibuka.</source>
        <translation>Put them in order first, or write why the ceremony is opened all the same.</translation>
    </message>
    <message>
        <source>Ini bukan kode undangan.</source>
        <translation>This is not the code of an invitation.</translation>
    </message>
    <message>
        <source>Pindai kode QR pada undangan sekali lagi, atau cari orangnya dengan nama.</source>
        <translation>Scan the QR code on the invitation once more, or look for the person by name.</translation>
    </message>
    <message>
        <source>Undangan ini untuk upacara lain, kantor lain, atau gladi bersih.</source>
        <translation>This invitation is for another ceremony, another office, or a rehearsal.</translation>
    </message>
    <message>
        <source>Cari orangnya dengan nama, dan periksa undangannya.</source>
        <translation>Look for the person by name, and check the invitation.</translation>
    </message>
    <message>
        <source>Kode undangan ini tidak cocok dengan siapa pun di daftar.</source>
        <translation>The code of this invitation matches nobody in the list.</translation>
    </message>
    <message>
        <source>Undangannya tidak asli, atau daftarnya diganti setelah undangan dicetak. Cari orangnya dengan nama.</source>
        <translation>The invitation is not genuine, or the list was replaced after the invitations were printed. Look for the person by name.</translation>
    </message>
    <message>
        <source>Susunan acara harus berisi 1 sampai {most} acara.</source>
        <translation>A rundown has 1 to {most} steps.</translation>
    </message>
    <message>
        <source>Tambah atau hapus acara, lalu simpan sekali lagi.</source>
        <translation>Add or delete steps, then save again.</translation>
    </message>
    <message>
        <source>Acara baris {row} belum bernama, atau tulisannya lebih dari {most} huruf.</source>
        <translation>The step in row {row} has no name, or its text has more than {most} letters.</translation>
    </message>
    <message>
        <source>Nama acara dan yang memimpin dibaca di aula; tulis dengan singkat.</source>
        <translation>Name and leader are read in the hall; keep them short.</translation>
    </message>
    <message>
        <source>Lama acara baris {row} harus 0 sampai {most} menit.</source>
        <translation>The step in row {row} must last 0 to {most} minutes.</translation>
    </message>
    <message>
        <source>Betulkan angkanya, lalu simpan sekali lagi.</source>
        <translation>Correct the figure, then save again.</translation>
    </message>
    <message>
        <source>Acara {row}: jam mulainya lebih awal daripada akhir acara sebelumnya.</source>
        <translation>Step {row}: it is to begin before the step before it ends.</translation>
    </message>
    <message>
        <source>Betulkan jamnya, atau kosongkan: acara itu lalu mengikuti yang sebelumnya.</source>
        <translation>Correct the time, or leave it empty: the step then follows the one before it.</translation>
    </message>
    <message>
        <source>Acara baris {row} belum menyebut naskah atau dokumennya.</source>
        <translation>The step in row {row} does not say which text or document.</translation>
    </message>
    <message>
        <source>Pilih naskah yang dibacakan atau dokumen yang ditandatangani.</source>
        <translation>Choose the text that is read or the document that is signed.</translation>
    </message>
    <message>
        <source>Acara itu tidak ada dalam susunan acara.</source>
        <translation>There is no such step in the rundown.</translation>
    </message>
    <message>
        <source>Pilih salah satu acara dari daftarnya.</source>
        <translation>Choose one of the steps in its list.</translation>
    </message>
    <message>
        <source>Acara lain masih berlangsung.</source>
        <translation>Another step is still running.</translation>
    </message>
    <message>
        <source>Selesaikan dahulu acara itu.</source>
        <translation>End that one first.</translation>
    </message>
    <message>
        <source>Acara itu tidak sedang berlangsung.</source>
        <translation>That step is not running.</translation>
    </message>
    <message>
        <source>Lihat susunan acara; yang sudah tercatat tidak berubah.</source>
        <translation>Look at the rundown; what is recorded does not change.</translation>
    </message>
    <message>
        <source>Acara itu sudah dimulai atau sudah dilewati.</source>
        <translation>That step has begun or was skipped already.</translation>
    </message>
    <message>
        <source>Yang sudah terjadi tidak dihapus; tulis catatan kejadian bila perlu.</source>
        <translation>What happened is not deleted; write a note where one is needed.</translation>
    </message>
    <message>
        <source>Alasan melewati acara belum ditulis.</source>
        <translation>No reason is given for skipping the step.</translation>
    </message>
    <message>
        <source>Tulis dengan singkat mengapa; alasan itu masuk berita acara.</source>
        <translation>Say briefly why; the reason goes into the minutes.</translation>
    </message>
    <message>
        <source>Catatan kejadian ini tidak mengikuti nomor sebelumnya.</source>
        <translation>This note does not follow the number before it.</translation>
    </message>
    <message>
        <source>Tulis catatannya sekali lagi.</source>
        <translation>Write the note once more.</translation>
    </message>
    <message>
        <source>Apa yang terjadi belum ditulis.</source>
        <translation>What happened is not written yet.</translation>
    </message>
    <message>
        <source>Tulis dengan singkat; catatan itu masuk berita acara.</source>
        <translation>Be brief; the note goes into the minutes.</translation>
    </message>
    <message>
        <source>Waktu kejadian belum ditulis sebagai jam dan menit.</source>
        <translation>The time is not written as hours and minutes.</translation>
    </message>
    <message>
        <source>Tulis misalnya 09.41.</source>
        <translation>Write 09.41, for example.</translation>
    </message>
    <message>
        <source>Catatan nomor {number} tidak ada.</source>
        <translation>There is no note number {number}.</translation>
    </message>
    <message>
        <source>Pilih salah satu catatan yang sudah tercatat.</source>
        <translation>Choose one of the notes that are recorded.</translation>
    </message>
</context>
<context>
    <name>filing</name>
    <message>
        <source>{title} (digantikan {serial})</source>
        <translation>{title} (superseded by {serial})</translation>
    </message>
    <message>
        <source>{names} dan {n} lainnya</source>
        <translation>{names} and {n} more</translation>
    </message>
</context>
<context>
    <name>gloss</name>
    <message>
        <source>Saya telah membaca dan memahami {document} ini, menyetujui isinya, dan menandatanganinya sendiri.</source>
        <translation>I have read and understood this {document}, agree to its content, and sign it myself.</translation>
    </message>
    <message>
        <source>Saya telah membaca dan memahami {document} ini, menyetujui isinya, dan menandatangani serta memarafnya sendiri.</source>
        <translation>I have read and understood this {document}, agree to its content, and sign and initial it myself.</translation>
    </message>
    <message>
        <source>Saya telah memeriksa {document} ini dan menutupnya dengan tanda tangan saya sendiri.</source>
        <translation>I have checked this {document} and close it with my own signature.</translation>
    </message>
    <message>
        <source>Saya hadir pada acara {occasion} dan menandatangani {document} ini sendiri.</source>
        <translation>I am present at {occasion} and sign this {document} myself.</translation>
    </message>
    <message>
        <source>Saya hadir pada acara {occasion} dan menandatangani serta memaraf {document} ini sendiri.</source>
        <translation>I am present at {occasion} and sign and initial this {document} myself.</translation>
    </message>
    <message>
        <source>Saya menerima {document} ini dari {name}, dan saya telah membaca isinya.</source>
        <translation>I receive this {document} from {name}, and I have read its content.</translation>
    </message>
    <message>
        <source>Saya menyaksikan bahwa {name} menandatangani {document} ini, dan saya telah membaca isinya.</source>
        <translation>I witness that {name} signs this {document}, and I have read its content.</translation>
    </message>
    <message>
        <source>{document} ini telah dibacakan dan dijelaskan kepada saya; saya menerimanya dari {name} dan {mark}.</source>
        <translation>This {document} has been read aloud and explained to me; I receive it from {name} and {mark}.</translation>
    </message>
    <message>
        <source>{document} ini telah dibacakan dan dijelaskan kepada saya; saya menyaksikan bahwa {name} menandatanganinya, dan {mark}.</source>
        <translation>This {document} has been read aloud and explained to me; I witness that {name} signs it, and {mark}.</translation>
    </message>
    <message>
        <source>Saya hadir pada acara {occasion}; {document} ini telah dibacakan dan dijelaskan kepada saya, dan saya {mark}.</source>
        <translation>I am present at {occasion}; this {document} has been read aloud and explained to me, and I {mark}.</translation>
    </message>
    <message>
        <source>{document} ini telah dibacakan dan dijelaskan kepada saya; saya memahaminya, menyetujui isinya, dan {mark}.</source>
        <translation>This {document} has been read aloud and explained to me; I understand it, agree to its content, and {mark}.</translation>
    </message>
    <message>
        <source>Orang ini adalah {name}; hal itu telah saya pastikan.</source>
        <translation>This person is {name}; I have made sure of it.</translation>
    </message>
    <message>
        <source>Seluruh isi {document} ini telah saya bacakan dengan suara yang jelas.</source>
        <translation>I have read the whole of this {document} aloud in a clear voice.</translation>
    </message>
    <message>
        <source>Isinya telah saya jelaskan kepadanya, dan ia menyatakan memahaminya.</source>
        <translation>I have explained its content to this person, who says that it is understood.</translation>
    </message>
    <message>
        <source>{name} menandatangani {document} ini sendiri, di hadapan saya dan kedua saksi.</source>
        <translation>{name} signs this {document} personally, before me and both witnesses.</translation>
    </message>
    <message>
        <source>{name} membubuhkan tandanya pada {document} ini sendiri, di hadapan saya dan kedua saksi.</source>
        <translation>{name} places a mark on this {document} personally, before me and both witnesses.</translation>
    </message>
    <message>
        <source>{name} membubuhkan cap jempolnya sendiri pada lembar kertas {serial}, di hadapan saya dan kedua saksi.</source>
        <translation>{name} places a thumbprint personally on the paper sheet {serial}, before me and both witnesses.</translation>
    </message>
    <message>
        <source>menandatanganinya sendiri</source>
        <translation>sign it myself</translation>
    </message>
    <message>
        <source>membubuhkan tanda saya sendiri</source>
        <translation>place my own mark</translation>
    </message>
    <message>
        <source>membubuhkan cap jempol saya sendiri</source>
        <translation>place my own thumbprint</translation>
    </message>
    <message>
        <source>Teks Indonesia yang berlaku.</source>
        <translation>The Indonesian text counts.</translation>
    </message>
    <message>
        <source>Teks Indonesia yang berlaku, juga pada lembarnya.</source>
        <translation>The Indonesian text counts, in the sheet too.</translation>
    </message>
</context>
<context>
    <name>ink_acts</name>
    <message>
        <source>Simpan paket goresan tersandi</source>
        <translation>Save a package of encrypted strokes</translation>
    </message>
</context>
<context>
    <name>interrupted</name>
    <message>
        <source>{name} sedang menandatangani ketika program terhenti; goresannya tersimpan.</source>
        <translation>{name} was signing when the program stopped; the strokes are kept.</translation>
    </message>
    <message>
        <source>Panggil lagi</source>
        <translation>Call again</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message numerus="yes">
        <source>{n} orang dapat diimpor; {errors}, {warnings}.</source>
        <translation>
            <numerusform>{n} person can be imported; {errors}, {warnings}.</numerusform>
            <numerusform>{n} people can be imported; {errors}, {warnings}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} galat</source>
        <translation>
            <numerusform>{n} error</numerusform>
            <numerusform>{n} errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} peringatan</source>
        <translation>
            <numerusform>{n} warning</numerusform>
            <numerusform>{n} warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dihentikan; {n} halaman sudah dibaca.</source>
        <translation>
            <numerusform>Stopped; {n} page was read.</numerusform>
            <numerusform>Stopped; {n} pages were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Daftar {file} berisi {n} kesalahan, jadi gladi tidak dimulai. Betulkan dahulu:</source>
        <translation>
            <numerusform>Roster {file} holds {n} error, so the rehearsal did not start. Correct it first:</numerusform>
            <numerusform>Roster {file} holds {n} errors, so the rehearsal did not start. Correct them first:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lembar belum bernomor ({serials}). Rekamannya memuat “Nomor: menyusul”. Nomor yang diberikan kemudian membuat rekaman pengganti; rekaman lama dan penggantinya sama-sama disimpan.</source>
        <translation>
            <numerusform>{n} sheet has no number ({serials}). Its record will say “Nomor: menyusul” (number to follow). A number assigned later makes a superseding record; the old record and the new one are both kept.</numerusform>
            <numerusform>{n} sheets have no number ({serials}). Their records will say “Nomor: menyusul” (number to follow). Numbers assigned later make superseding records; the old records and the new ones are both kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} orang</source>
        <translation>
            <numerusform>{n} person</numerusform>
            <numerusform>{n} people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan terdahulu tergambar</source>
        <translation>
            <numerusform>{n} earlier ink drawn</numerusform>
            <numerusform>{n} earlier inks drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan tidak dibuka: belum tersandi, atau tersandi untuk kunci lain.</source>
        <translation>
            <numerusform>{n} stroke was not opened: not encrypted yet, or for another key.</numerusform>
            <numerusform>{n} strokes were not opened: not encrypted yet, or for another key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} goresan ditulis ke {folder}, masing-masing sebagai InkML dan pemutaran (HTML).</source>
        <translation>
            <numerusform>{n} stroke written to {folder}, as InkML and a replay (HTML).</numerusform>
            <numerusform>{n} strokes written to {folder}, each as InkML and a replay (HTML).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>selesai, {n} menit</source>
        <translation>
            <numerusform>done, {n} minute</numerusform>
            <numerusform>done, {n} minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} perbedaan.</source>
        <translation>
            <numerusform>{n} difference.</numerusform>
            <numerusform>{n} differences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>office_menu</name>
    <message>
        <source>Pengaturan kantor …</source>
        <translation>Office settings …</translation>
    </message>
    <message>
        <source>Naskah dan formulir …</source>
        <translation>Texts and forms …</translation>
    </message>
    <message>
        <source>Keluarkan goresan tersandi …</source>
        <translation>Hand out encrypted strokes …</translation>
    </message>
    <message>
        <source>Hapus goresan seseorang …</source>
        <translation>Erase somebody&apos;s strokes …</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
</context>
<context>
    <name>own</name>
    <message>
        <source>Skrip dan tindakan otomatis dibuang.</source>
        <translation>Scripts and automatic actions were taken out.</translation>
    </message>
    <message>
        <source>{count} tautan dimatikan, tulisannya tetap: {text}.</source>
        <translation>Links switched off, their text stays: {count} ({text}).</translation>
    </message>
    <message>
        <source>Tautan ke halaman lain dan tombol dimatikan; tulisannya tetap.</source>
        <translation>Links to other pages and buttons are switched off; their text stays.</translation>
    </message>
    <message>
        <source>Bingkai {count} tautan tidak ikut: bukan bagian halaman.</source>
        <translation>Frames of links that are left out, being no part of the page: {count}.</translation>
    </message>
    <message>
        <source>Berkas lain di dalam PDF dibuang.</source>
        <translation>Other files inside the PDF were taken out.</translation>
    </message>
    <message>
        <source>Isian formulir dijadikan tulisan tetap.</source>
        <translation>Form entries were made fixed text.</translation>
    </message>
    <message>
        <source>Catatan dan coretan yang tampak dijadikan bagian halaman.</source>
        <translation>Visible notes and marks were made part of the page.</translation>
    </message>
    <message>
        <source>Lapisan disatukan seperti yang tampak.</source>
        <translation>Layers were joined as they are seen.</translation>
    </message>
    <message>
        <source>Halaman yang diputar (pertama: {page}) ditegakkan.</source>
        <translation>Turned pages (the first: {page}) were set upright.</translation>
    </message>
    <message>
        <source>Bagian di luar potongan halaman (pertama: {page}) dibuang.</source>
        <translation>What lay outside the visible page (the first: {page}) was taken out.</translation>
    </message>
    <message>
        <source>Halaman {page} bukan A4 atau F4, tetapi {width} × {height} mm.</source>
        <translation>Page {page} is not A4 or F4 but {width} × {height} mm.</translation>
    </message>
    <message>
        <source>{count} jangkar tempat dihapus dari halaman.</source>
        <translation>Anchors of places taken off the page: {count}.</translation>
    </message>
    <message>
        <source>{count} jangkar tempat hanya ditutup putih: hurufnya tidak dapat dihapus dengan pasti, jadi masih terbaca bila teks halaman disalin.</source>
        <translation>Anchors of places only covered in white: {count}. Their letters could not be removed for sure, so they can still be read when the page&apos;s text is copied.</translation>
    </message>
    <message>
        <source>“{text}” (hlm. {page}) bukan jangkar yang dikenal dan tetap tercetak.</source>
        <translation>“{text}” (p. {page}) is not a known anchor and stays printed.</translation>
    </message>
    <message>
        <source>fon tidak ditanam atau tidak lengkap (PDF/A-3 {clause})</source>
        <translation>a font is not embedded or incomplete (PDF/A-3 {clause})</translation>
    </message>
    <message>
        <source>warna tanpa profil (PDF/A-3 {clause})</source>
        <translation>colour without a profile (PDF/A-3 {clause})</translation>
    </message>
    <message>
        <source>bagian yang tidak dapat diperiksa di sini, misalnya gradasi ({clause})</source>
        <translation>a part that cannot be judged here, such as a gradient ({clause})</translation>
    </message>
    <message>
        <source>bagian yang tidak diizinkan (PDF/A-3 {clause})</source>
        <translation>a part that is not allowed (PDF/A-3 {clause})</translation>
    </message>
    <message>
        <source>NIP di nama berkas</source>
        <translation>NIP in the file&apos;s name</translation>
    </message>
    <message>
        <source>nama di nama berkas</source>
        <translation>name in the file&apos;s name</translation>
    </message>
    <message>
        <source>NIP di isi dokumen</source>
        <translation>NIP in the document</translation>
    </message>
    <message>
        <source>nama di isi dokumen</source>
        <translation>name in the document</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Paraf</source>
        <translation>Initials (paraf)</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Office held</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Meterai</source>
        <translation>Meterai (duty stamp)</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Stamp</translation>
    </message>
    <message>
        <source>Kode QR</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>yang bersangkutan</source>
        <translation>the person concerned</translation>
    </message>
    <message>
        <source>saksinya</source>
        <translation>their witness</translation>
    </message>
    <message>
        <source>Sekretaris (Pihak Pertama)</source>
        <translation>Sekretaris (Pihak Pertama)</translation>
    </message>
    <message>
        <source>Ketua (Pihak Kedua)</source>
        <translation>Ketua (Pihak Kedua)</translation>
    </message>
    <message>
        <source>penanda tangan</source>
        <translation>signer</translation>
    </message>
    <message>
        <source>{place}: halamannya tidak ada.</source>
        <translation>{place}: there is no such page.</translation>
    </message>
    <message>
        <source>{place}: keluar dari halaman.</source>
        <translation>{place}: runs off the page.</translation>
    </message>
    <message>
        <source>{place}: terlalu kecil.</source>
        <translation>{place}: too small.</translation>
    </message>
    <message>
        <source>{place}: pilih milik siapa; peran ini tidak ada pada dokumen seperti ini.</source>
        <translation>{place}: choose whose it is; such a document does not have this role.</translation>
    </message>
    <message>
        <source>{place}: sudah ada; hapus salah satunya.</source>
        <translation>{place}: there is one already; delete one of them.</translation>
    </message>
    <message>
        <source>{place} menimpa {other}.</source>
        <translation>{place} lies over {other}.</translation>
    </message>
    <message>
        <source>{place}: orang ini belum punya tempat tanda tangan.</source>
        <translation>{place}: this person has no place for a signature yet.</translation>
    </message>
    <message>
        <source>Gambarlah tempat tanda tangan.</source>
        <translation>Draw a place for a signature.</translation>
    </message>
    <message>
        <source>Tempatnya terlalu banyak.</source>
        <translation>There are too many places.</translation>
    </message>
    <message>
        <source>{place} menimpa tulisan “{text}”. Memang di sana?</source>
        <translation>{place} lies over the words “{text}”. Is it meant to be there?</translation>
    </message>
    <message>
        <source>{place} menimpa sesuatu pada gambar halaman (hasil pindai). Memang di sana?</source>
        <translation>{place} covers something on the picture of the page (a scan). Is it meant to be there?</translation>
    </message>
    <message>
        <source>Halaman {text} tidak punya sudut kosong untuk kode QR; tanpa kode, cetakannya tidak dapat diperiksa. Biarkan?</source>
        <translation>Page {text} has no empty corner for the QR code; without a code its print cannot be checked. Leave it so?</translation>
    </message>
    <message>
        <source>hlm. {page}</source>
        <translation>p. {page}</translation>
    </message>
    <message>
        <source>{kind} {whose}</source>
        <translation>{kind} of {whose}</translation>
    </message>
    <message>
        <source>Rekamannya dapat diarsipkan sebagai PDF/A-3b.</source>
        <translation>Its record can be archived as PDF/A-3b.</translation>
    </message>
    <message>
        <source>Rekamannya PDF biasa, bukan PDF/A: {why}.</source>
        <translation>Its record is plain PDF, not PDF/A: {why}.</translation>
    </message>
    <message>
        <source>tanpa kisi</source>
        <translation>no grid</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} mm</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Kode hanya membuktikan data rekaman yang tertulis di sini. Kode tidak membuktikan kata-kata, tanda tangan, atau cap di atas kertas, dan dapat disalin ke kertas lain: bandingkan data ini dengan kertasnya, dan bila ragu periksa berkas rekamannya.</source>
        <translation>The code proves only the record&apos;s data written here. It does not prove the words, signatures or stamps on the paper, and can be copied onto other paper: compare these data with the paper, and if in doubt verify the record&apos;s file.</translation>
    </message>
    <message>
        <source>{n} halaman: {verdicts}</source>
        <translation>{n} pages: {verdicts}</translation>
    </message>
    <message>
        <source>Alasan: {code}.</source>
        <translation>Reason: {code}.</translation>
    </message>
    <message>
        <source>Rekaman</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Halaman</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>{page} dari {pages}, lembar bukti ikut dihitung</source>
        <translation>{page} of {pages}, evidence pages included</translation>
    </message>
    <message>
        <source>Tanggal kegiatan</source>
        <translation>Day of the ceremony</translation>
    </message>
    <message>
        <source>Penanda tangan</source>
        <translation>Signers</translation>
    </message>
    <message>
        <source>Inisial</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Sidik teks halaman</source>
        <translation>Digest of the page&apos;s text</translation>
    </message>
    <message>
        <source>Kode ditandatangani kantor</source>
        <translation>Code signed by the office</translation>
    </message>
    <message>
        <source>Kode dari kunci yang tidak dikenal</source>
        <translation>Code of an unknown key</translation>
    </message>
    <message>
        <source>Kode tidak benar</source>
        <translation>Code not genuine</translation>
    </message>
    <message>
        <source>Tanpa kode halaman</source>
        <translation>No page code</translation>
    </message>
    <message>
        <source>Bandingkan data ini dengan kertasnya, baris demi baris.</source>
        <translation>Compare these data with the paper, line by line.</translation>
    </message>
    <message>
        <source>Tanyakan kepada kantor yang mengeluarkannya apakah kunci ini memang miliknya.</source>
        <translation>Ask the office that issued it whether this key is really theirs.</translation>
    </message>
    <message>
        <source>Jangan bersandar pada kertas ini; mintalah berkas rekamannya dan periksa berkas itu.</source>
        <translation>Do not rely on this paper; ask for the record&apos;s file and verify that.</translation>
    </message>
    <message>
        <source>Pindailah lagi dengan 200 dpi atau lebih, seluruh halaman; atau periksa berkas rekamannya.</source>
        <translation>Scan it again with 200 dpi or more, the whole page; or verify the record&apos;s file.</translation>
    </message>
    <message>
        <source>Kunci itu bertanda {mark}: halaman ini dari latihan atau contoh, bukan dari rekaman kantor.</source>
        <translation>That key is marked {mark}: this page is of a rehearsal or a sample, not of a record of the office.</translation>
    </message>
    <message>
        <source>Data pada kode ini ditandatangani dengan kunci kantor yang dipercaya.</source>
        <translation>The data of this code are signed with the key of a trusted office.</translation>
    </message>
    <message>
        <source>Kode ini menyebut kunci {key}, yang tidak termasuk yang dipercaya; datanya tidak terbukti.</source>
        <translation>This code names the key {key}, which is not among the trusted ones; its data are not proven.</translation>
    </message>
    <message>
        <source>Kode ini mirip kode rekaman, tetapi isinya rusak atau tidak dibuat seperti kode kami.</source>
        <translation>This code looks like a record&apos;s code, but is damaged or not made as ours are.</translation>
    </message>
    <message>
        <source>Kode ini menyebut kunci kantor, tetapi tanda tangannya tidak cocok dengan datanya.</source>
        <translation>This code names the office&apos;s key, but its signature does not match its data.</translation>
    </message>
    <message>
        <source>Pada halaman ini hanya ada kode QR lain, bukan kode rekaman.</source>
        <translation>There are only other QR codes on this page, no record&apos;s code.</translation>
    </message>
    <message>
        <source>Pada halaman ini tidak ditemukan kode QR.</source>
        <translation>No QR code was found on this page.</translation>
    </message>
    <message>
        <source>Pada halaman ini ada kode QR, tetapi terlalu buram atau rusak untuk dibaca.</source>
        <translation>There is a QR code on this page, but it is too blurred or damaged to be read.</translation>
    </message>
    <message>
        <source>Berkas ini kosong.</source>
        <translation>This file is empty.</translation>
    </message>
    <message>
        <source>Berkas ini bukan PNG, JPEG, atau PDF.</source>
        <translation>This file is no PNG, JPEG or PDF.</translation>
    </message>
    <message>
        <source>Gambar ini terlalu besar: {width} × {height} titik.</source>
        <translation>This picture is too large: {width} × {height} pixels.</translation>
    </message>
    <message>
        <source>Hanya {limit} halaman pertama berkas ini yang dibaca.</source>
        <translation>Only the first {limit} pages of this file were read.</translation>
    </message>
    <message>
        <source>Berkas ini terlalu rusak atau terpotong sehingga tidak dapat dibaca.</source>
        <translation>This file is too damaged or cut short to be read.</translation>
    </message>
    <message>
        <source>Berkas ini terkunci kata sandi sehingga tidak dapat dibaca.</source>
        <translation>This file is locked with a password and cannot be read.</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat dibaca; periksa hak akses dan media penyimpannya.</source>
        <translation>This file cannot be read; check the access rights and the storage medium.</translation>
    </message>
    <message>
        <source>Pembacaan berkas ini dihentikan: setelah {seconds} detik belum juga selesai.</source>
        <translation>Reading this file was stopped: after {seconds} seconds it had not finished.</translation>
    </message>
    <message>
        <source>Pembacaan berkas ini dihentikan: perlu lebih dari {megabytes} MB memori.</source>
        <translation>Reading this file was stopped: it needed more than {megabytes} MB of memory.</translation>
    </message>
    <message>
        <source>Berkas ini menggagalkan pembacaannya sendiri; kemungkinan rusak atau dibuat untuk mengganggu.</source>
        <translation>This file made its own reading fail; it is probably damaged or made to disturb.</translation>
    </message>
    <message>
        <source>Halaman ini bagian dari berkas rekaman yang disebut: rekaman, tanggal, halaman, dan sidik teks sama.</source>
        <translation>This page belongs to the record file named: record, day, page and digest of the text are the same.</translation>
    </message>
    <message>
        <source>Berkas rekaman yang disebut tidak lulus pemeriksaan, jadi tidak dapat menjadi pembanding.</source>
        <translation>The record file named does not pass verification, so it cannot be compared with.</translation>
    </message>
    <message>
        <source>Berkas rekaman yang disebut tersegel, tetapi bukan rekaman program ini.</source>
        <translation>The record file named is sealed, but no record of this program.</translation>
    </message>
    <message>
        <source>Berkas rekaman yang disebut adalah rekaman lain: {serial}.</source>
        <translation>The record file named is another record: {serial}.</translation>
    </message>
    <message>
        <source>Berkas rekaman yang disebut berasal dari kegiatan pada tanggal lain: {day}.</source>
        <translation>The record file named is of a ceremony on another day: {day}.</translation>
    </message>
    <message>
        <source>Berkas rekaman yang disebut mempunyai {pages} halaman.</source>
        <translation>The record file named has {pages} pages.</translation>
    </message>
    <message>
        <source>Teks halaman {page} pada berkas rekaman tidak sama dengan yang disebut kode ini.</source>
        <translation>The text of page {page} in the record file is not the one that this code names.</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>Pembubuhannya mengubah berkas, sehingga salinan bermeterai tidak lagi sah menurut segel; rekaman asli tetap disimpan.</source>
        <translation>Affixing it changes the file, so the copy with the meterai is no longer valid by the seal; the original record is kept.</translation>
    </message>
    <message>
        <source>Segel menyisakan satu kolom tanda tangan (KPUDesk-TTE); apakah layanannya mengisi kolom yang sudah ada belum diketahui.</source>
        <translation>The seal leaves one signature field (KPUDesk-TTE); whether the service fills a field that is there already is not known.</translation>
    </message>
    <message>
        <source>Segel tidak menyisakan tempat untuk tanda tangan lain (later_signature di office.toml).</source>
        <translation>The seal leaves no room for another signature (later_signature in office.toml).</translation>
    </message>
    <message>
        <source>sampai {n} kB</source>
        <translation>up to {n} kB</translation>
    </message>
    <message>
        <source>{size}, batasnya {limit} kB</source>
        <translation>{size}, the limit is {limit} kB</translation>
    </message>
    <message>
        <source>PDF {version}, paling lama {oldest}</source>
        <translation>PDF {version}, at least {oldest} is needed</translation>
    </message>
    <message>
        <source>kertas {paper}, yang diterima {papers}</source>
        <translation>paper {paper}, accepted are {papers}</translation>
    </message>
    <message>
        <source>{service} diperkirakan menolak rekaman ini ({facts}; sumber batas: {source}).</source>
        <translation>{service} is expected to refuse these records ({facts}; source of the limits: {source}).</translation>
    </message>
    <message>
        <source>{service} diperkirakan menerima rekaman ini ({facts}; sumber batas: {source}).</source>
        <translation>{service} is expected to accept these records ({facts}; source of the limits: {source}).</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>istirahat</source>
        <translation>at rest</translation>
    </message>
    <message>
        <source>memastikan nama</source>
        <translation>confirming the name</translation>
    </message>
    <message>
        <source>membaca</source>
        <translation>reading</translation>
    </message>
    <message>
        <source>memastikan daftar lembar</source>
        <translation>confirming the list of sheets</translation>
    </message>
    <message>
        <source>menolak menandatangani</source>
        <translation>declining to sign</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>pernyataan pendamping</source>
        <translation>the helper&apos;s statements</translation>
    </message>
    <message>
        <source>konfirmasi saksi</source>
        <translation>the witness&apos;s confirmation</translation>
    </message>
    <message>
        <source>membaca pemberitahuan data</source>
        <translation>reading the data notice</translation>
    </message>
    <message>
        <source>jeda</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>menandatangani</source>
        <translation>signing</translation>
    </message>
    <message>
        <source>menandatangani lampiran</source>
        <translation>signing the attachment</translation>
    </message>
    <message>
        <source>membubuhkan paraf</source>
        <translation>writing initials</translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>Terpasang: {names}.</source>
        <translation>Installed: {names}.</translation>
    </message>
    <message>
        <source>Pencetak ini berhenti: {names}.</source>
        <translation>These printers have stopped: {names}.</translation>
    </message>
    <message>
        <source>Periksa kertas, tinta, dan kabelnya, lalu cetak satu lembar konsep.</source>
        <translation>Check paper, ink and cable, then print one draft sheet.</translation>
    </message>
    <message>
        <source>Tidak ada pencetak yang terpasang.</source>
        <translation>No printer is installed.</translation>
    </message>
    <message>
        <source>Pasang pencetak, atau simpan lembar sebagai PDF dan cetak di komputer lain.</source>
        <translation>Install a printer, or save sheets as PDF and print them on another computer.</translation>
    </message>
    <message>
        <source>Tidak ada pena dan tidak ada layar sentuh; dengan tetikus tanda tangan hanya berupa gambar.</source>
        <translation>There is no pen and no touchscreen; with a mouse a signature is a picture only.</translation>
    </message>
    <message>
        <source>Pasang papan pena atau layar sentuh, lalu periksa lagi.</source>
        <translation>Connect a pen tablet or a touchscreen, then check again.</translation>
    </message>
    <message>
        <source>Pena terpasang, tetapi belum diukur sejak program dibuka.</source>
        <translation>A pen is connected, but not measured since the program was opened.</translation>
    </message>
    <message>
        <source>Jalankan Layar penanda tangan → Periksa pena.</source>
        <translation>Run Signer&apos;s screen → Check the pen.</translation>
    </message>
    <message>
        <source>Hanya layar sentuh, belum diukur sejak program dibuka.</source>
        <translation>A touchscreen only, not measured since the program was opened.</translation>
    </message>
    <message>
        <source>Jalankan Layar penanda tangan → Periksa pena; jari tidak memberi tekanan.</source>
        <translation>Run Signer&apos;s screen → Check the pen; a finger gives no pressure.</translation>
    </message>
    <message>
        <source>Diukur: {count} titik per detik, layak untuk ahli tulisan tangan.</source>
        <translation>Measured: {count} points a second, fit for a handwriting expert.</translation>
    </message>
    <message>
        <source>Diukur: {count} titik per detik; bagi ahli tulisan tangan hanya gambar.</source>
        <translation>Measured: {count} points a second; for a handwriting expert a picture only.</translation>
    </message>
    <message>
        <source>Pakai papan pena yang mengukur tekanan, bila ada.</source>
        <translation>Use a pen tablet that measures pressure, if there is one.</translation>
    </message>
    <message>
        <source>Layar-layar menampilkan hal yang sama; meja petugas terlihat semua orang.</source>
        <translation>The screens show the same; everybody sees the operator&apos;s desk.</translation>
    </message>
    <message>
        <source>Ubah pengaturan layar menjadi diperluas, bukan digandakan.</source>
        <translation>Set the displays to extend, not to mirror.</translation>
    </message>
    <message>
        <source>Penanda tangan mempunyai layar sendiri.</source>
        <translation>The signer has a screen of its own.</translation>
    </message>
    <message>
        <source>Tidak ada layar kedua; jendela penanda tangan akan menutupi meja.</source>
        <translation>There is no second screen; the signer&apos;s window will cover the desk.</translation>
    </message>
    <message>
        <source>Sambungkan papan pena berlayar atau layar kedua.</source>
        <translation>Connect a pen display or a second screen.</translation>
    </message>
    <message>
        <source>Ada layar ketiga untuk aula.</source>
        <translation>There is a third screen for the hall.</translation>
    </message>
    <message>
        <source>Tidak ada layar ketiga; jendela aula tidak dapat ditampilkan.</source>
        <translation>There is no third screen; the hall&apos;s window cannot be shown.</translation>
    </message>
    <message>
        <source>Sambungkan proyektor, bila hadirin perlu melihatnya.</source>
        <translation>Connect a projector, if the audience is to see it.</translation>
    </message>
    <message>
        <source>Tersisa {thousand} GB.</source>
        <translation>{thousand} GB are left.</translation>
    </message>
    <message>
        <source>Tersisa hanya {plain} MB.</source>
        <translation>Only {plain} MB are left.</translation>
    </message>
    <message>
        <source>Kosongkan ruang disk sebelum upacara.</source>
        <translation>Free disk space before the ceremony.</translation>
    </message>
    <message>
        <source>Komputer ini tidak memberi tahu keadaan baterai dan listriknya.</source>
        <translation>This computer does not tell the state of its battery and power.</translation>
    </message>
    <message>
        <source>Periksa sendiri bahwa pengisi daya terpasang.</source>
        <translation>See for yourself that the charger is connected.</translation>
    </message>
    <message>
        <source>Komputer ini tidak mempunyai baterai; bila listrik padam, ia mati.</source>
        <translation>This computer has no battery; when the power fails, it goes off.</translation>
    </message>
    <message>
        <source>Pasang UPS. Yang sudah ditandatangani tetap tersimpan.</source>
        <translation>Connect a UPS. What was signed stays saved.</translation>
    </message>
    <message>
        <source>Listrik tersambung, baterai {count}%.</source>
        <translation>On mains power, battery {count}%.</translation>
    </message>
    <message>
        <source>Listrik tersambung, tetapi baterai baru {count}%.</source>
        <translation>The charger is connected, but the battery is at {count}% only.</translation>
    </message>
    <message>
        <source>Biarkan mengisi; bila listrik padam sekarang, komputer segera mati.</source>
        <translation>Let it charge; if the power fails now, the computer goes off at once.</translation>
    </message>
    <message>
        <source>Baterai {count}%, pengisi daya tidak terpasang.</source>
        <translation>Battery {count}%, the charger is not connected.</translation>
    </message>
    <message>
        <source>Pasang pengisi daya.</source>
        <translation>Connect the charger.</translation>
    </message>
    <message>
        <source>Baterai hanya {count}%, pengisi daya tidak terpasang.</source>
        <translation>Battery only {count}%, the charger is not connected.</translation>
    </message>
    <message>
        <source>Pasang pengisi daya sekarang.</source>
        <translation>Connect the charger now.</translation>
    </message>
    <message>
        <source>Jam komputer lebih awal daripada catatan terakhir di jurnal.</source>
        <translation>The computer&apos;s clock is earlier than the journal&apos;s last entry.</translation>
    </message>
    <message>
        <source>Betulkan jam komputer, lalu periksa lagi.</source>
        <translation>Set the computer&apos;s clock right, then check again.</translation>
    </message>
    <message>
        <source>Jam komputer menunjukkan tanggal sebelum program ini dibuat.</source>
        <translation>The computer&apos;s clock says a date before this program was made.</translation>
    </message>
    <message>
        <source>Betulkan tanggal dan jam komputer; baterai jamnya mungkin habis.</source>
        <translation>Correct the computer&apos;s date and time; the battery of its clock may be dead.</translation>
    </message>
    <message>
        <source>Jam komputer belum dicocokkan dengan jam lain sejak program dibuka.</source>
        <translation>The computer&apos;s clock has not been checked against another one since the program was opened.</translation>
    </message>
    <message>
        <source>Cocokkan, lalu catat di Kantor → Jam diperiksa …; Berita Acara menyebutnya.</source>
        <translation>Check it, then note it under Office → Clock checked …; the minutes name it.</translation>
    </message>
    <message>
        <source>Zona waktu komputer bukan {names}; waktu tetap dicetak dalam {names}.</source>
        <translation>The computer&apos;s time zone is not {names}; times are printed in {names} all the same.</translation>
    </message>
    <message>
        <source>Samakan zona waktu komputer, atau betulkan zona di pengaturan kantor.</source>
        <translation>Set the computer&apos;s time zone alike, or mend the zone in the office&apos;s settings.</translation>
    </message>
    <message>
        <source>Tanggal upacara sudah lewat {count} hari.</source>
        <translation>The day of the ceremony passed {count} days ago.</translation>
    </message>
    <message>
        <source>Betulkan tanggal upacara, atau jam komputer.</source>
        <translation>Mend the date of the ceremony, or the computer&apos;s clock.</translation>
    </message>
    <message>
        <source>Upacara masih {count} hari lagi menurut jam komputer.</source>
        <translation>The ceremony is {count} days ahead by the computer&apos;s clock.</translation>
    </message>
    <message>
        <source>Jam komputer tidak pernah mundur, zona {names}.</source>
        <translation>The computer&apos;s clock never went back, zone {names}.</translation>
    </message>
    <message>
        <source>Huruf untuk kertas tidak dapat dibaca.</source>
        <translation>The fonts for printing cannot be read.</translation>
    </message>
    <message>
        <source>Pasang ulang program.</source>
        <translation>Install the program again.</translation>
    </message>
    <message>
        <source>Ada huruf yang tidak dapat dicetak pada: {names}.</source>
        <translation>Characters that cannot be printed stand in: {names}.</translation>
    </message>
    <message>
        <source>Betulkan ejaannya di daftar peserta.</source>
        <translation>Mend the spelling in the list of people.</translation>
    </message>
    <message>
        <source>Huruf untuk kertas lengkap; semua nama dapat dicetak.</source>
        <translation>The fonts for printing are complete; every name can be printed.</translation>
    </message>
    <message>
        <source>Kunci segel kantor tidak dapat dipakai ({names}).</source>
        <translation>The office&apos;s sealing key cannot be used ({names}).</translation>
    </message>
    <message>
        <source>Pulihkan seal-key.pem dari cadangan ruang kerja.</source>
        <translation>Bring seal-key.pem back from a backup of the workspace.</translation>
    </message>
    <message>
        <source>Sertifikat segel berakhir {day}.</source>
        <translation>The seal&apos;s certificate ends on {day}.</translation>
    </message>
    <message>
        <source>Buat ruang kerja dengan kunci baru sebelum menyegel.</source>
        <translation>Make a workspace with a new key before sealing.</translation>
    </message>
    <message>
        <source>Rencanakan kunci baru.</source>
        <translation>Plan a new key.</translation>
    </message>
    <message>
        <source>Kunci segel dapat dipakai, sertifikatnya berlaku sampai {day}.</source>
        <translation>The sealing key can be used, its certificate is good until {day}.</translation>
    </message>
    <message>
        <source>Dinamika goresan disandikan untuk pemegang sertifikat titipan.</source>
        <translation>The dynamics of ink are encrypted to the holder of the escrow certificate.</translation>
    </message>
    <message>
        <source>Sertifikat titipan berakhir {day}; dinamika tetap disandikan untuk pemegangnya.</source>
        <translation>The escrow certificate ended on {day}; dynamics are still encrypted to its holder.</translation>
    </message>
    <message>
        <source>Minta sertifikat baru, lalu pilih di Kantor → Pengaturan kantor, halaman Goresan.</source>
        <translation>Ask for a new certificate, then choose it in Office → Office settings, page Ink.</translation>
    </message>
    <message>
        <source>Belum ada sertifikat titipan; dinamika goresan dapat dibaca siapa pun yang membuka ruang kerja.</source>
        <translation>There is no escrow certificate; whoever opens the workspace can read the dynamics of ink.</translation>
    </message>
    <message>
        <source>Pilih sertifikat di Kantor → Pengaturan kantor, halaman Goresan.</source>
        <translation>Choose a certificate in Office → Office settings, page Ink.</translation>
    </message>
    <message>
        <source>{count} naskah yang dipakai dapat dibaca.</source>
        <translation>The {count} texts in use can be read.</translation>
    </message>
    <message>
        <source>Masih rancangan, belum naskah resmi: {names}.</source>
        <translation>Still drafts, no official texts: {names}.</translation>
    </message>
    <message>
        <source>Bandingkan dengan naskah resmi, ganti bila perlu: Kantor → Naskah dan formulir.</source>
        <translation>Compare them with the official texts, replace them where needed: Office → Texts and forms.</translation>
    </message>
    <message>
        <source>Naskah ini keliru: {names}.</source>
        <translation>These texts are wrong: {names}.</translation>
    </message>
    <message>
        <source>Betulkan di Kantor → Naskah dan formulir.</source>
        <translation>Mend them in Office → Texts and forms.</translation>
    </message>
    <message>
        <source>Tidak ada dokumen upacara ini yang diberi nomor kantor.</source>
        <translation>No document of this ceremony takes an office number.</translation>
    </message>
    <message>
        <source>Pola nomor belum diatur, padahal {names} diberi nomor.</source>
        <translation>No pattern of numbers is set, though {names} take one.</translation>
    </message>
    <message>
        <source>Isi pola nomor di pengaturan kantor; nomornya diberikan sebelum segel.</source>
        <translation>Set the pattern in the office&apos;s settings; numbers are given before sealing.</translation>
    </message>
    <message>
        <source>Pola nomor memakai kode wilayah, tetapi kodenya kosong.</source>
        <translation>The pattern of numbers names the region code, which is empty.</translation>
    </message>
    <message>
        <source>Isi kode wilayah di pengaturan kantor.</source>
        <translation>Set the region code in the office&apos;s settings.</translation>
    </message>
    <message>
        <source>Pola nomor ada untuk {names}; nomornya diberikan sebelum segel.</source>
        <translation>A pattern of numbers is set for {names}; the numbers are given before sealing.</translation>
    </message>
    <message>
        <source>Daftar peserta masih kosong.</source>
        <translation>The list of people is still empty.</translation>
    </message>
    <message>
        <source>Impor daftar pejabat (Ctrl+I).</source>
        <translation>Import the roster (Ctrl+I).</translation>
    </message>
    <message>
        <source>Ketua tidak ada di daftar.</source>
        <translation>There is no Ketua in the list.</translation>
    </message>
    <message>
        <source>Tambahkan Ketua, atau betulkan jabatannya.</source>
        <translation>Add the Ketua, or mend the office.</translation>
    </message>
    <message>
        <source>Sekretaris tidak ada di daftar.</source>
        <translation>There is no Sekretaris in the list.</translation>
    </message>
    <message>
        <source>Tambahkan Sekretaris, atau betulkan jabatannya.</source>
        <translation>Add the Sekretaris, or mend the office.</translation>
    </message>
    <message>
        <source>Jabatan kosong: {names}.</source>
        <translation>No office: {names}.</translation>
    </message>
    <message>
        <source>Isi jabatannya.</source>
        <translation>Fill in the office.</translation>
    </message>
    <message>
        <source>Plt. atau Plh. tanpa surat keputusan: {names}.</source>
        <translation>Plt. or Plh. without a decree: {names}.</translation>
    </message>
    <message>
        <source>Isi dasar penunjukannya pada data pejabat.</source>
        <translation>Fill in the basis of the appointment in the official&apos;s data.</translation>
    </message>
    <message>
        <source>a.n. tanpa dasar penunjukan: {names}.</source>
        <translation>a.n. without the basis of the mandate: {names}.</translation>
    </message>
    <message>
        <source>Tidak ada seorang pun yang menandatangani {names}.</source>
        <translation>Nobody at all signs {names}.</translation>
    </message>
    <message>
        <source>Betulkan kelompoknya di Peserta → Saksi dan urutan …</source>
        <translation>Correct the groups under People → Witnesses and order …</translation>
    </message>
    <message>
        <source>Tanpa NIP ({count} orang): {names}.</source>
        <translation>Without a NIP ({count} people): {names}.</translation>
    </message>
    <message>
        <source>Isi NIP, kecuali mereka memang bukan ASN.</source>
        <translation>Fill in the NIP, unless they are no civil servants.</translation>
    </message>
    <message>
        <source>Nama sama: {names}.</source>
        <translation>The same name: {names}.</translation>
    </message>
    <message>
        <source>Bedakan dengan gelar atau unit; saat dipanggil, periksa jabatannya.</source>
        <translation>Tell them apart by title or unit; mind the office when calling.</translation>
    </message>
    <message>
        <source>Data {count} orang lengkap.</source>
        <translation>The data of {count} people are complete.</translation>
    </message>
    <message>
        <source>Belum ada yang dapat menjadi saksi bagi: {names}.</source>
        <translation>Nobody can witness for: {names}.</translation>
    </message>
    <message>
        <source>Pilih saksi di Peserta → Saksi dan urutan …</source>
        <translation>Choose a witness under People → Witnesses and order …</translation>
    </message>
    <message>
        <source>Setiap orang mempunyai saksi.</source>
        <translation>Everybody has a witness.</translation>
    </message>
    <message>
        <source>Perjanjian Kinerja belum mempunyai sasaran.</source>
        <translation>The Perjanjian Kinerja has no targets yet.</translation>
    </message>
    <message>
        <source>Isi di menu Perjanjian Kinerja.</source>
        <translation>Fill them in from the menu Perjanjian Kinerja.</translation>
    </message>
    <message>
        <source>Target kosong pada: {names}.</source>
        <translation>No target for: {names}.</translation>
    </message>
    <message>
        <source>Isi targetnya.</source>
        <translation>Fill in the target.</translation>
    </message>
    <message>
        <source>Baris “{names}” ikut dijumlahkan; jumlah anggaran tercetak dua kali lipat.</source>
        <translation>The line “{names}” is added up too; the printed total is twice as large.</translation>
    </message>
    <message>
        <source>Hapus baris itu: jumlahnya dihitung sendiri.</source>
        <translation>Delete that line: the total is computed.</translation>
    </message>
    <message>
        <source>Baris “{names}” (Rp{count}) tidak sama dengan jumlah baris lain.</source>
        <translation>The line “{names}” (Rp{count}) is not the sum of the others.</translation>
    </message>
    <message>
        <source>Betulkan anggarannya, lalu hapus baris itu: jumlahnya dihitung sendiri.</source>
        <translation>Mend the budget, then delete that line: the total is computed.</translation>
    </message>
    <message>
        <source>Anggaran nol pada: {names}.</source>
        <translation>A budget of nothing for: {names}.</translation>
    </message>
    <message>
        <source>Isi jumlahnya, bila ada.</source>
        <translation>Fill in the amount, if there is one.</translation>
    </message>
    <message>
        <source>Sasaran terisi dan anggaran terjumlah.</source>
        <translation>Targets are filled in and the budget adds up.</translation>
    </message>
    <message>
        <source>Judul atau acara menyebut tahun {names}, padahal upacara tahun {plain}.</source>
        <translation>Title or occasion says {names}, though the ceremony is of {plain}.</translation>
    </message>
    <message>
        <source>Betulkan di Upacara → Ubah upacara.</source>
        <translation>Mend it in Ceremony → Change the ceremony.</translation>
    </message>
    <message>
        <source>Tanggal upacara di tahun {names}, dokumennya tahun {plain}.</source>
        <translation>The day is in {names}, the documents are of {plain}.</translation>
    </message>
    <message>
        <source>Betulkan tanggalnya, kecuali memang demikian.</source>
        <translation>Mend the date, unless it is meant so.</translation>
    </message>
    <message>
        <source>Judul naskah menyebut tahun lain: {names}.</source>
        <translation>The title of a text says another year: {names}.</translation>
    </message>
    <message>
        <source>Tulis {{tahun}} di judul naskah itu, di Kantor → Naskah dan formulir.</source>
        <translation>Write {{tahun}} in the title of that text, in Office → Texts and forms.</translation>
    </message>
    <message>
        <source>Naskah ini belum diperiksa untuk tahun {plain}: {names}.</source>
        <translation>These texts were not looked at for {plain}: {names}.</translation>
    </message>
    <message>
        <source>Bandingkan dengan naskah resmi tahun ini.</source>
        <translation>Compare them with this year&apos;s official texts.</translation>
    </message>
    <message>
        <source>Sasaran atau anggaran menyebut tahun sebelum {plain}: {names}.</source>
        <translation>Targets or budget mention the year before {plain}: {names}.</translation>
    </message>
    <message>
        <source>Periksa di menu Perjanjian Kinerja; mungkin dari tahun lalu.</source>
        <translation>Check in the menu Perjanjian Kinerja; it may be last year&apos;s.</translation>
    </message>
    <message>
        <source>Upacara, tanggal, dan naskah bertahun {plain}.</source>
        <translation>Ceremony, date and texts are of {plain}.</translation>
    </message>
    <message>
        <source>Nama lama masih dipakai: {names}.</source>
        <translation>The old name is still in use: {names}.</translation>
    </message>
    <message>
        <source>Ganti dengan “Daerah Khusus Jakarta” di pengaturan kantor dan upacara.</source>
        <translation>Replace it by “Daerah Khusus Jakarta” in the office&apos;s settings and the ceremony.</translation>
    </message>
    <message>
        <source>Kop surat tidak memuat nama kantor: {first}.</source>
        <translation>The letterhead does not say the office&apos;s name: {first}.</translation>
    </message>
    <message>
        <source>Samakan kop surat dan nama di pengaturan kantor.</source>
        <translation>Make letterhead and name alike in the office&apos;s settings.</translation>
    </message>
    <message>
        <source>Kop surat memuat nama kantor sekarang.</source>
        <translation>The letterhead says the office&apos;s present name.</translation>
    </message>
    <message>
        <source>Tempat tanda tangan tidak cocok dengan halaman: {names}.</source>
        <translation>Places for signatures do not fit the pages: {names}.</translation>
    </message>
    <message>
        <source>Keluarkan dokumen itu dan masukkan lagi dengan tempatnya.</source>
        <translation>Take that document out and bring it in again with its places.</translation>
    </message>
    <message>
        <source>“{names}” tidak mempunyai berkas untuk {count} orang; mereka tidak mendapat lembarnya.</source>
        <translation>“{names}” has no file for {count} people; they get no sheet of it.</translation>
    </message>
    <message>
        <source>Masukkan berkas mereka, bila ada.</source>
        <translation>Bring their files in, if there are some.</translation>
    </message>
    <message>
        <source>{count} dokumen kantor lengkap dengan tempatnya.</source>
        <translation>{count} documents of the office are complete with their places.</translation>
    </message>
    <message>
        <source>Belum siap</source>
        <translation>Not ready</translation>
    </message>
    <message>
        <source>Perhatikan</source>
        <translation>Look at this</translation>
    </message>
    <message>
        <source>Siap</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Pencetak</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Pena atau layar sentuh</source>
        <translation>Pen or touchscreen</translation>
    </message>
    <message>
        <source>Layar penanda tangan</source>
        <translation>Signer&apos;s screen</translation>
    </message>
    <message>
        <source>Proyektor aula</source>
        <translation>Projector of the hall</translation>
    </message>
    <message>
        <source>Ruang disk</source>
        <translation>Disk space</translation>
    </message>
    <message>
        <source>Baterai dan listrik</source>
        <translation>Battery and power</translation>
    </message>
    <message>
        <source>Jam dan zona waktu</source>
        <translation>Clock and time zone</translation>
    </message>
    <message>
        <source>Huruf cetak</source>
        <translation>Fonts for printing</translation>
    </message>
    <message>
        <source>Kunci segel</source>
        <translation>Sealing key</translation>
    </message>
    <message>
        <source>Sertifikat titipan</source>
        <translation>Escrow certificate</translation>
    </message>
    <message>
        <source>Naskah</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Saksi</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>Sasaran dan anggaran</source>
        <translation>Objectives and budget</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Dokumen kantor</source>
        <translation>Document of the office</translation>
    </message>
    <message>
        <source>dan {n} lainnya</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Diperiksa {day} pukul {time} {zone} oleh {name}.</source>
        <translation>Checked {day} at {time} {zone} by {name}.</translation>
    </message>
    <message>
        <source>Pemeriksaan kesiapan</source>
        <translation>Readiness check</translation>
    </message>
</context>
<context>
    <name>rehearsal</name>
    <message>
        <source>membuat upacara</source>
        <translation>making the ceremony</translation>
    </message>
    <message>
        <source>tombol “{what}”</source>
        <translation>button “{what}”</translation>
    </message>
    <message>
        <source>papan ketik di meja</source>
        <translation>the keyboard at the desk</translation>
    </message>
    <message>
        <source>Hasil gladi disimpan di {folder}</source>
        <translation>The results of the rehearsal are saved in {folder}</translation>
    </message>
    <message>
        <source>Gladi dihentikan. Basis data dan kunci gladi sudah dihapus.</source>
        <translation>Rehearsal stopped. Its database and key are deleted.</translation>
    </message>
    <message>
        <source>Gladi berhenti: {reason}.</source>
        <translation>The rehearsal stopped: {reason}.</translation>
    </message>
    <message>
        <source>Gladi berhenti. {advice}</source>
        <translation>The rehearsal stopped. {advice}</translation>
    </message>
    <message>
        <source>Gladi berhenti karena kesalahan program; mohon laporkan baris-baris ini:</source>
        <translation>The rehearsal stopped because of a fault in the program; please report these lines:</translation>
    </message>
    <message>
        <source>Menyiapkan ruang kerja sementara</source>
        <translation>Preparing a temporary workspace</translation>
    </message>
    <message>
        <source>Banyaknya orang harus 1 sampai {most}.</source>
        <translation>The number of people must be 1 to {most}.</translation>
    </message>
    <message>
        <source>Berkas hari {file} tidak dapat dibaca; pilih berkas teks UTF-8.</source>
        <translation>The day&apos;s file {file} cannot be read; choose a UTF-8 text file.</translation>
    </message>
    <message>
        <source>Berkas hari {file} belum dapat dimainkan. Betulkan dahulu:</source>
        <translation>The day&apos;s file {file} cannot be played yet. Correct first:</translation>
    </message>
    <message>
        <source>--places hanya bersama --document.</source>
        <translation>--places goes only with --document.</translation>
    </message>
    <message>
        <source>Berkas {file} tidak ada.</source>
        <translation>There is no file {file}.</translation>
    </message>
    <message>
        <source>Folder naskah {folder} tidak ada atau tidak dapat dibaca.</source>
        <translation>The folder of forms {folder} does not exist or cannot be read.</translation>
    </message>
    <message>
        <source>Di folder {folder} tidak ada naskah (*.toml).</source>
        <translation>There are no forms (*.toml) in folder {folder}.</translation>
    </message>
    <message>
        <source>Folder rekaman pena {path} tidak ada atau tidak dapat dibaca.</source>
        <translation>The folder of pen recordings {path} does not exist or cannot be read.</translation>
    </message>
    <message>
        <source>Di folder {path} tidak ada rekaman pena (*.txt, *.svc, atau *.inkml).</source>
        <translation>There are no pen recordings (*.txt, *.svc or *.inkml) in folder {path}.</translation>
    </message>
    <message>
        <source>Rekaman pena {source} tidak dapat dibuka; periksa hak aksesnya.</source>
        <translation>The pen recording {source} cannot be opened; check the access rights.</translation>
    </message>
    <message>
        <source>Rekaman pena {source} terlalu besar untuk sebuah tanda tangan.</source>
        <translation>The pen recording {source} is too large for a signature.</translation>
    </message>
    <message>
        <source>Rekaman pena {source} terlalu pendek untuk sebuah tanda tangan.</source>
        <translation>The pen recording {source} is too short for a signature.</translation>
    </message>
    <message>
        <source>Rekaman pena {source} tidak dapat dibaca: baris {row} bukan tujuh bilangan seperti pada SVC2004.</source>
        <translation>The pen recording {source} cannot be read: line {row} is not seven numbers as in SVC2004.</translation>
    </message>
    <message>
        <source>{source} bukan rekaman pena SVC2004 atau InkML buatan KPU Desk.</source>
        <translation>{source} is no pen recording of SVC2004 nor InkML made by KPU Desk.</translation>
    </message>
    <message>
        <source>Folder hasil {folder} tidak kosong; pilih folder lain atau kosongkan.</source>
        <translation>The folder for the results {folder} is not empty; choose another one or empty it.</translation>
    </message>
    <message>
        <source>{folder} bukan folder; pilih folder lain untuk hasil gladi.</source>
        <translation>{folder} is no folder; choose another one for the results.</translation>
    </message>
    <message>
        <source>Folder hasil {folder} tidak dapat dibuka ({reason}).</source>
        <translation>The folder for the results {folder} cannot be opened ({reason}).</translation>
    </message>
    <message>
        <source>Folder hasil tidak dapat dibuat ({reason}): {folder}.</source>
        <translation>The folder for the results cannot be made ({reason}): {folder}.</translation>
    </message>
    <message>
        <source>Folder hasil tidak dapat dibuat: semua nama sudah dipakai.</source>
        <translation>The folder for the results cannot be made: all names are taken.</translation>
    </message>
    <message>
        <source>Menyiapkan upacara</source>
        <translation>Preparing the ceremony</translation>
    </message>
    <message>
        <source>Mengimpor daftar</source>
        <translation>Importing the roster</translation>
    </message>
    <message>
        <source>Mencetak undangan</source>
        <translation>Printing invitations</translation>
    </message>
    <message>
        <source>Menyusun dan membekukan lembar</source>
        <translation>Composing and freezing the sheets</translation>
    </message>
    <message>
        <source>tanda tangannya tidak sampai sebanyak itu</source>
        <translation>there were never that many signatures</translation>
    </message>
    <message>
        <source>orangnya tidak ada, atau lembar itu tidak sampai kepadanya</source>
        <translation>the person was not there, or never came to that sheet</translation>
    </message>
    <message>
        <source>acara itu tidak ada, atau sudah lewat</source>
        <translation>there is no such step, or it is over</translation>
    </message>
    <message>
        <source>tidak ada Perjanjian Kinerja yang tersegel</source>
        <translation>there is no sealed Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>tidak cukup orang yang hadir untuk membantu dan menyaksikan</source>
        <translation>too few people were present to help and to witness</translation>
    </message>
    <message>
        <source>acara yang berlangsung hilang sesudah listrik padam</source>
        <translation>the running step was lost in the power failure</translation>
    </message>
    <message>
        <source>{n} tanda tangan hilang sesudah listrik padam</source>
        <translation>signatures lost after the power failure: {n}</translation>
    </message>
    <message>
        <source>Mencatat kehadiran</source>
        <translation>Checking in</translation>
    </message>
    <message>
        <source>mencatat deklarasi</source>
        <translation>noting the declaration</translation>
    </message>
    <message>
        <source>mencatat ketidakhadiran</source>
        <translation>noting an absence</translation>
    </message>
    <message>
        <source>membuka penandatanganan susulan</source>
        <translation>opening the late sitting</translation>
    </message>
    <message>
        <source>menutup penandatanganan susulan</source>
        <translation>ending the late sitting</translation>
    </message>
    <message>
        <source>mengubah Perjanjian Kinerja</source>
        <translation>revising the Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>mencatat yang pergi</source>
        <translation>noting who leaves</translation>
    </message>
    <message>
        <source>membatalkan lembar</source>
        <translation>making the sheet void</translation>
    </message>
    <message>
        <source>menjeda upacara</source>
        <translation>pausing the ceremony</translation>
    </message>
    <message>
        <source>melanjutkan upacara</source>
        <translation>resuming the ceremony</translation>
    </message>
    <message>
        <source>meja mengatakan bahwa layar terlepas</source>
        <translation>the desk says that the screen is away</translation>
    </message>
    <message>
        <source>layar penanda tangan kembali</source>
        <translation>the signer&apos;s screen is back</translation>
    </message>
    <message>
        <source>meja melihat jam berpindah</source>
        <translation>the desk notices that the clock jumped</translation>
    </message>
    <message>
        <source>Menandatangani</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Menutup upacara</source>
        <translation>Closing the ceremony</translation>
    </message>
    <message>
        <source>Menandatangani Berita Acara</source>
        <translation>Signing the Berita Acara</translation>
    </message>
    <message>
        <source>Menyegel rekaman</source>
        <translation>Sealing records</translation>
    </message>
    <message>
        <source>Mengubah Perjanjian Kinerja</source>
        <translation>Revising the Perjanjian Kinerja</translation>
    </message>
    <message>
        <source>Menyimpan rekaman</source>
        <translation>Saving records</translation>
    </message>
    <message>
        <source>Memeriksa rekaman</source>
        <translation>Verifying records</translation>
    </message>
    <message>
        <source>menyiapkan upacara</source>
        <translation>preparing the ceremony</translation>
    </message>
    <message>
        <source>pratinjau impor</source>
        <translation>import preview</translation>
    </message>
    <message>
        <source>mengimpor daftar</source>
        <translation>importing the roster</translation>
    </message>
    <message>
        <source>membuka upacara</source>
        <translation>opening the ceremony</translation>
    </message>
    <message>
        <source>mencetak undangan</source>
        <translation>printing invitations</translation>
    </message>
    <message>
        <source>mencatat kehadiran</source>
        <translation>checking in</translation>
    </message>
    <message>
        <source>membaca kode undangan</source>
        <translation>reading the codes of invitations</translation>
    </message>
    <message>
        <source>memilih orang</source>
        <translation>choosing a person</translation>
    </message>
    <message>
        <source>jendela dengan papan ketik</source>
        <translation>a window with the keyboard</translation>
    </message>
    <message>
        <source>menutup upacara</source>
        <translation>closing the ceremony</translation>
    </message>
    <message>
        <source>menyegel rekaman</source>
        <translation>sealing records</translation>
    </message>
    <message>
        <source>membuka rekaman</source>
        <translation>opening records</translation>
    </message>
    <message>
        <source>menyimpan rekaman</source>
        <translation>saving records</translation>
    </message>
    <message>
        <source>tidak semua rekaman tersimpan</source>
        <translation>not all records were saved</translation>
    </message>
    <message>
        <source>Menyimpan tinta</source>
        <translation>Saving ink</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Rekaman</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Sah</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{minutes} menit</source>
        <translation>{minutes} minutes</translation>
    </message>
    <message>
        <source>{seconds} detik</source>
        <translation>{seconds} seconds</translation>
    </message>
    <message>
        <source>Semua {n} rekaman sah. Gladi selesai dalam {took}.</source>
        <translation>All {n} records are valid. The rehearsal took {took}.</translation>
    </message>
    <message>
        <source>GAGAL: {valid} dari {n} rekaman sah. Gladi selesai dalam {took}.</source>
        <translation>FAILED: {valid} of {n} records are valid. The rehearsal took {took}.</translation>
    </message>
    <message>
        <source>Tidak sah: {files}.</source>
        <translation>Not valid: {files}.</translation>
    </message>
    <message>
        <source>Tidak tersegel: {serials}.</source>
        <translation>Not sealed: {serials}.</translation>
    </message>
    <message>
        <source>Kata penutup: {words}</source>
        <translation>Closing words: {words}</translation>
    </message>
    <message>
        <source>Hasil: {folder}</source>
        <translation>Results: {folder}</translation>
    </message>
    <message>
        <source>Panggil</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Ya, ini saya</source>
        <translation>Yes, that is me</translation>
    </message>
    <message>
        <source>Kembali ke meja</source>
        <translation>Back to the desk</translation>
    </message>
    <message>
        <source>menggambar halaman</source>
        <translation>drawing pages</translation>
    </message>
    <message>
        <source>menggulir halaman</source>
        <translation>scrolling pages</translation>
    </message>
    <message>
        <source>Saya telah membaca</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>penolakan tercatat</source>
        <translation>noting the refusal</translation>
    </message>
    <message>
        <source>menerima {ink}</source>
        <translation>accepting: {ink}</translation>
    </message>
    <message>
        <source>tanda tangan ditolak di layar penanda tangan</source>
        <translation>a signature was refused at the signer&apos;s screen</translation>
    </message>
    <message>
        <source>perlu layar sungguhan di bawah Xorg, dengan xrandr</source>
        <translation>needs real screens under Xorg, with xrandr</translation>
    </message>
    <message>
        <source>hanya ada satu layar</source>
        <translation>there is only one screen</translation>
    </message>
    <message>
        <source>layar ini tidak dapat dilepas dengan xrandr</source>
        <translation>this screen cannot be taken away with xrandr</translation>
    </message>
    <message>
        <source>berkas ini bukan berkas hari, atau dari versi lain. Tulis sebagai baris pertama: {first}</source>
        <translation>this is no file of a day, or one of another version. Write as the first line: {first}</translation>
    </message>
    <message>
        <source>“{word}” tidak dikenal. Mulailah baris dengan salah satu kata: {words}</source>
        <translation>“{word}” is not known. Begin the line with one of the words: {words}</translation>
    </message>
    <message>
        <source>baris ini tidak lengkap atau berlebih. Tulis: {form}</source>
        <translation>this line lacks something or has too much. Write: {form}</translation>
    </message>
    <message>
        <source>tidak ada orang nomor {number}. Pakai nomor 1 sampai {most}, menurut urutan daftar.</source>
        <translation>there is no person number {number}. Use numbers from 1 to {most}, in the order of the roster.</translation>
    </message>
    <message>
        <source>ada nomor yang disebut dua kali. Sebut setiap orang satu kali.</source>
        <translation>a number is named twice. Name every person once.</translation>
    </message>
    <message>
        <source>hal ini sudah disebut di baris {before}. Hapus salah satunya.</source>
        <translation>this is said in line {before} already. Delete one of them.</translation>
    </message>
    <message>
        <source>orang nomor {number} absen menurut baris {before}. Hapus baris itu atau baris ini.</source>
        <translation>person number {number} is absent according to line {before}. Delete that line or this one.</translation>
    </message>
    <message>
        <source>sesudah upacara ditutup hanya ada yang hadir. Tulis banyaknya tanda tangan, bukan “tutup”.</source>
        <translation>after closing people can only come. Write a number of signatures, not “tutup”.</translation>
    </message>
    <message>
        <source>jam hanya dapat diubah 1 sampai {most} detik.</source>
        <translation>the clock can only be changed by 1 to {most} seconds.</translation>
    </message>
    <message>
        <source>Baris {line}: </source>
        <translation>Line {line}: </translation>
    </message>
    <message>
        <source>Listrik padam: program dimatikan. Listrik menyala: program dibuka lagi.</source>
        <translation>The power fails: the program is killed. The power is back: the program is opened again.</translation>
    </message>
    <message>
        <source>proses yang memainkannya berakhir sendiri ({status})</source>
        <translation>the process that played it ended by itself ({status})</translation>
    </message>
    <message>
        <source>kesalahan program; mohon laporkan baris-baris di atas</source>
        <translation>an error of the program; please report the lines above</translation>
    </message>
    <message>
        <source>memulai acara berikut</source>
        <translation>beginning the next step</translation>
    </message>
    <message>
        <source>melewati acara</source>
        <translation>skipping a step</translation>
    </message>
    <message>
        <source>mencatat kejadian</source>
        <translation>noting an exception</translation>
    </message>
</context>
<context>
    <name>roster</name>
    <message>
        <source>Sel {place}</source>
        <translation>Cell {place}</translation>
    </message>
    <message>
        <source>Baris {place}</source>
        <translation>Row {place}</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat dibaca sebagai daftar pegawai. Simpan kembali sebagai XLSX atau CSV.</source>
        <translation>This file cannot be read as a roster of staff. Save it again as XLSX or CSV.</translation>
    </message>
    <message>
        <source>nomor</source>
        <translation>number</translation>
    </message>
    <message>
        <source>gelar depan</source>
        <translation>titles before the name</translation>
    </message>
    <message>
        <source>nama</source>
        <translation>name</translation>
    </message>
    <message>
        <source>gelar belakang</source>
        <translation>titles after the name</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>pangkat</source>
        <translation>rank</translation>
    </message>
    <message>
        <source>golongan</source>
        <translation>grade</translation>
    </message>
    <message>
        <source>jabatan</source>
        <translation>office</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>{where}: NIP tersimpan sebagai angka ({text}), sehingga digit terakhirnya dapat sudah berubah. Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK.</source>
        <translation>{where}: the NIP is stored as a number ({text}), so its last digits may have changed. Format the cell as text, then type the NIP again from the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: “{text}” adalah NIP yang sudah dirusak lembar kerja; digit terakhirnya hilang. Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK.</source>
        <translation>{where}: “{text}” is a NIP damaged by the spreadsheet; its last digits are lost. Format the cell as text, then type the NIP again from the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: “{text}” bukan NIP. Tulis 18 digit angka, atau kosongkan sel bila orang ini tidak mempunyai NIP.</source>
        <translation>{where}: “{text}” is no NIP. Write 18 digits, or leave the cell empty if this person has no NIP.</translation>
    </message>
    <message>
        <source>{where}: NIP “{text}” berisi {length} digit, seharusnya 18. Periksa dan ketik ulang NIP dari SK.</source>
        <translation>{where}: NIP “{text}” has {length} digits instead of 18. Check it and type it again from the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: NIP {nip} juga dipakai di baris {other_row} ({other_name}). Periksa NIP keduanya, atau hapus baris yang tercatat dua kali.</source>
        <translation>{where}: NIP {nip} is also used in row {other_row} ({other_name}). Check both, or delete the row that was entered twice.</translation>
    </message>
    <message>
        <source>{where}: nama belum diisi. Isi nama orang ini, atau hapus barisnya.</source>
        <translation>{where}: the name is missing. Fill in this person&apos;s name, or delete the row.</translation>
    </message>
    <message>
        <source>{where}: jabatan {name} belum diisi. Isi jabatannya seperti pada SK.</source>
        <translation>{where}: the office of {name} is missing. Fill it in as in the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: isi {column} memuat karakter yang tidak terlihat ({character}). Kosongkan sel, lalu ketik ulang isinya; jangan menyalin dari dokumen lain.</source>
        <translation>{where}: the {column} holds an invisible character ({character}). Clear the cell, then type it again; do not copy from another document.</translation>
    </message>
    <message>
        <source>{where}: isi {column} “{text}” memuat huruf yang sudah rusak (�). Ketik ulang isinya.</source>
        <translation>{where}: the {column} “{text}” holds a damaged character (�). Type it again.</translation>
    </message>
    <message>
        <source>{where}: isi {column} panjangnya {length} karakter, paling banyak 200. Persingkat isinya.</source>
        <translation>{where}: the {column} has {length} characters, at most 200 are allowed. Shorten it.</translation>
    </message>
    <message>
        <source>{where}: isi {column} adalah pesan galat lembar kerja ({text}). Ganti dengan isi yang sebenarnya.</source>
        <translation>{where}: the {column} is a spreadsheet error ({text}). Replace it with the real content.</translation>
    </message>
    <message>
        <source>{where}: isi {column} tersimpan sebagai tanggal ({text}), bukan seperti yang diketik. Ubah format sel menjadi Teks, lalu ketik ulang isinya.</source>
        <translation>{where}: the {column} is stored as a date ({text}), not as it was typed. Format the cell as text, then type it again.</translation>
    </message>
    <message>
        <source>{where}: isi {column} memuat huruf yang tidak ada pada fon dokumen ({character}). Tulis dengan huruf Latin, atau pilih agar huruf itu diganti tanda yang terlihat.</source>
        <translation>{where}: the {column} holds a character that the document&apos;s font lacks ({character}). Write it in Latin letters, or choose to replace it with a visible mark.</translation>
    </message>
    <message>
        <source>{where}: isi {column} memuat huruf yang tidak ada pada fon dokumen ({character}); diganti tanda {mark}. Betulkan isinya sebelum dokumen ditandatangani.</source>
        <translation>{where}: the {column} holds a character that the document&apos;s font lacks ({character}); replaced with {mark}. Correct it before the document is signed.</translation>
    </message>
    <message>
        <source>{where}: “{text}” berada di kolom {column}, jadi isi baris ini tampaknya bergeser. Periksa apakah ada sel yang hilang atau lebih, lalu betulkan barisnya.</source>
        <translation>{where}: “{text}” stands in the column {column}, so this row seems to be shifted. Check for a missing or extra cell, then correct the row.</translation>
    </message>
    <message>
        <source>{where}: baris ini berisi {found} kolom, sedangkan kepala tabel {expected}. Apit isi yang memuat tanda pemisah (misalnya gelar) dengan tanda petik, lalu periksa kembali.</source>
        <translation>{where}: this row has {found} columns, the header has {expected}. Put content that holds a separator (such as titles) in quotation marks, then check again.</translation>
    </message>
    <message>
        <source>{where}: delapan digit pertama NIP {nip} bukan tanggal lahir yang mungkin. Cocokkan dengan SK.</source>
        <translation>{where}: the first eight digits of NIP {nip} are no possible date of birth. Compare with the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: menurut NIP {nip} umur orang ini di luar 16 sampai 75 tahun. Cocokkan dengan SK.</source>
        <translation>{where}: by NIP {nip} this person&apos;s age is outside 16 to 75 years. Compare with the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: tahun atau bulan pengangkatan pada NIP {nip} tidak mungkin. Cocokkan dengan SK.</source>
        <translation>{where}: the year or month of appointment in NIP {nip} is impossible. Compare with the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: digit ke-15 NIP {nip} seharusnya 1 atau 2. Cocokkan dengan SK.</source>
        <translation>{where}: the 15th digit of NIP {nip} should be 1 or 2. Compare with the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: NIP {nip} berakhir dengan 000; lembar kerja mungkin telah menghapus digit terakhirnya. Cocokkan dengan SK.</source>
        <translation>{where}: NIP {nip} ends in 000; a spreadsheet may have lost its last digits. Compare with the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: isi {column} “{text}” memuat kode seperti pada halaman web. Hapus kode itu bila bukan bagian isinya.</source>
        <translation>{where}: the {column} “{text}” holds code as on a web page. Delete it if it does not belong there.</translation>
    </message>
    <message>
        <source>{where}: isi {column} adalah rumus ({text}) dan dibaca sebagai teks rumusnya. Ganti rumus dengan nilainya.</source>
        <translation>{where}: the {column} is a formula ({text}) and is read as the formula&apos;s text. Replace it with its value.</translation>
    </message>
    <message>
        <source>{where}: pangkat “{text}” tidak dikenal dan disimpan seperti tertulis. Periksa tulisannya.</source>
        <translation>{where}: the rank “{text}” is unknown and is kept as written. Check the spelling.</translation>
    </message>
    <message>
        <source>{where}: pangkat “{text}” biasanya bergolongan {grade}; disimpan seperti tertulis. Cocokkan dengan SK.</source>
        <translation>{where}: the rank “{text}” usually has the grade {grade}; it is kept as written. Compare with the decree (SK).</translation>
    </message>
    <message>
        <source>{where}: hanya ada {found} kolom dari {expected}. Periksa apakah ada isi yang bergeser.</source>
        <translation>{where}: there are only {found} of {expected} columns. Check whether something is shifted.</translation>
    </message>
    <message>
        <source>{where}: subjudul “{unit}” dipakai sebagai unit orang-orang di bawahnya.</source>
        <translation>{where}: the subheading “{unit}” is taken as the unit of the people below it.</translation>
    </message>
    <message>
        <source>{where}: baris petunjuk atau contoh (“{text}”) dilewati.</source>
        <translation>{where}: a row of instructions or examples (“{text}”) was skipped.</translation>
    </message>
    <message>
        <source>{where}: “{text}” dianggap bagian dari penutup dan tanda tangan, jadi dilewati. Beri nomor urut pada barisnya bila ini orang dalam daftar.</source>
        <translation>{where}: “{text}” is taken as part of the closing and signatures and was skipped. Give the row a number if this is a person of the roster.</translation>
    </message>
    <message>
        <source>{where}: baris ini hanya berisi nomor urut {text}, jadi dilewati. Isi orangnya, atau hapus barisnya.</source>
        <translation>{where}: this row holds only the number {text} and was skipped. Fill in the person, or delete the row.</translation>
    </message>
    <message>
        <source>{count} baris kosong bernomor di bawah orang terakhir dilewati (mulai baris {row}).</source>
        <translation>Empty numbered rows below the last person were skipped: {count} (from row {row}).</translation>
    </message>
    <message>
        <source>{where}: kolom ini sejenis dengan kolom lain dan tidak dibaca. Hapus salah satunya bila kolom ini yang benar.</source>
        <translation>{where}: this column is of the same kind as another one and was not read. Delete one of them if this is the right one.</translation>
    </message>
    <message>
        <source>Isi di sebelah kanan kolom {last} tidak dibaca. Pindahkan bila itu bagian daftar.</source>
        <translation>What stands right of column {last} was not read. Move it if it belongs to the roster.</translation>
    </message>
    <message>
        <source>{count} baris tersembunyi ikut dibaca (baris {rows}). Hapus baris itu bila tidak dimaksudkan.</source>
        <translation>Hidden rows that were read as well: {count} (rows {rows}). Delete them if they are not meant.</translation>
    </message>
    <message>
        <source>{where}: kolom {column} tersembunyi dan ikut dibaca. Periksa isinya.</source>
        <translation>{where}: the column {column} is hidden and was read as well. Check its content.</translation>
    </message>
    <message>
        <source>Lembar “{sheet}” tersembunyi dan ikut dibaca. Periksa isinya.</source>
        <translation>The worksheet “{sheet}” is hidden and was read as well. Check its content.</translation>
    </message>
    <message>
        <source>Yang dibaca lembar “{sheet}”; lembar lain yang juga berisi daftar: {others}. Pilih lembarnya pada pratinjau impor, atau simpan sebagai berkas tersendiri, bila itu yang dimaksud.</source>
        <translation>The worksheet “{sheet}” was read; others that hold a roster too: {others}. Choose the worksheet in the import preview, or save it as a file of its own, if you mean another one.</translation>
    </message>
    <message>
        <source>Berkas ini bukan UTF-8 dan dibaca sebagai Windows-1252. Periksa nama yang memuat huruf khusus.</source>
        <translation>This file is not UTF-8 and was read as Windows-1252. Check names with special letters.</translation>
    </message>
    <message>
        <source>Berkas {path} tidak ada. Periksa nama dan foldernya.</source>
        <translation>File {path} does not exist. Check its name and folder.</translation>
    </message>
    <message>
        <source>{path} bukan berkas. Pilih satu berkas XLSX atau CSV.</source>
        <translation>{path} is no file. Choose one XLSX or CSV file.</translation>
    </message>
    <message>
        <source>Berkas {path} tidak dapat dibuka ({reason}). Tutup di program lain atau periksa hak aksesnya.</source>
        <translation>File {path} cannot be opened ({reason}). Close it in other programs or check the access rights.</translation>
    </message>
    <message>
        <source>Berkas ini kosong. Pilih berkas yang berisi daftar pegawai.</source>
        <translation>This file is empty. Choose a file that holds a roster of staff.</translation>
    </message>
    <message>
        <source>Berkas ini terlalu besar (paling banyak {most} MB). Simpan daftarnya saja sebagai berkas baru.</source>
        <translation>This file is too large (at most {most} MB). Save only the roster as a new file.</translation>
    </message>
    <message>
        <source>Berkas ini bukan lembar kerja. Simpan daftar pegawai sebagai XLSX atau CSV.</source>
        <translation>This file is no spreadsheet. Save the roster of staff as XLSX or CSV.</translation>
    </message>
    <message>
        <source>Berkas ini berformat ODS. Buka di LibreOffice, lalu simpan sebagai XLSX.</source>
        <translation>This file is an ODS file. Open it in LibreOffice, then save it as XLSX.</translation>
    </message>
    <message>
        <source>Berkas ini berformat XLSB. Buka di Excel, lalu simpan sebagai Buku Kerja Excel (XLSX).</source>
        <translation>This file is an XLSB file. Open it in Excel, then save it as an Excel workbook (XLSX).</translation>
    </message>
    <message>
        <source>Berkas ini berformat XLS lama. Buka di Excel atau LibreOffice, lalu simpan sebagai XLSX.</source>
        <translation>This file is an old XLS file. Open it in Excel or LibreOffice, then save it as XLSX.</translation>
    </message>
    <message>
        <source>Berkas ini terkunci kata sandi. Buka, hapus kata sandinya, lalu simpan kembali sebagai XLSX.</source>
        <translation>This file is locked with a password. Open it, remove the password, then save it again as XLSX.</translation>
    </message>
    <message>
        <source>Berkas ini arsip ZIP, bukan lembar kerja. Keluarkan isinya dahulu, lalu pilih berkas XLSX atau CSV.</source>
        <translation>This file is a ZIP archive, no spreadsheet. Take its contents out first, then choose an XLSX or CSV file.</translation>
    </message>
    <message>
        <source>Lembar “{sheet}” tidak ada lagi di berkas ini. Pilih lembar lain.</source>
        <translation>The worksheet “{sheet}” is no longer in this file. Choose another one.</translation>
    </message>
    <message>
        <source>Berkas ini berisi lebih dari {most} lembar. Simpan lembar daftarnya saja sebagai berkas baru.</source>
        <translation>This file holds more than {most} worksheets. Save only the one with the roster as a new file.</translation>
    </message>
    <message>
        <source>Berkas ini terlalu lama dibaca, jadi dihentikan; belum ada yang diimpor. Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX.</source>
        <translation>Reading this file took too long and was stopped; nothing was imported. Copy only the table into a new file, then save it as XLSX.</translation>
    </message>
    <message>
        <source>Berkas ini memerlukan terlalu banyak memori, jadi dihentikan; belum ada yang diimpor. Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX.</source>
        <translation>This file needs too much memory, so reading it was stopped; nothing was imported. Copy only the table into a new file, then save it as XLSX.</translation>
    </message>
    <message>
        <source>Berkas ini membuat pembacanya berhenti; belum ada yang diimpor. Salin tabelnya saja ke berkas baru, lalu simpan sebagai XLSX.</source>
        <translation>This file made its reader stop; nothing was imported. Copy only the table into a new file, then save it as XLSX.</translation>
    </message>
    <message>
        <source>Akhiran “{kind}” tidak dikenal. Simpan daftar dengan nama berakhiran .xlsx atau .csv.</source>
        <translation>The ending “{kind}” is unknown. Save the roster under a name that ends in .xlsx or .csv.</translation>
    </message>
    <message>
        <source>Catatan arti kolom kantor ini rusak. Petakan kolomnya sekali lagi.</source>
        <translation>The note of what this office&apos;s columns mean is damaged. Point out the columns once more.</translation>
    </message>
    <message>
        <source>Berkas ini rusak atau bukan XLSX yang sah ({reason}). Buka di Excel, lalu simpan kembali.</source>
        <translation>This file is damaged or no valid XLSX ({reason}). Open it in Excel, then save it again.</translation>
    </message>
    <message>
        <source>Berkas ini tidak berisi lembar kerja. Simpan kembali daftar pegawai sebagai XLSX.</source>
        <translation>This file holds no worksheet. Save the roster of staff again as XLSX.</translation>
    </message>
    <message>
        <source>Daftar ini melewati {most} baris. Hapus isi yang jauh di bawah tabel, lalu simpan kembali.</source>
        <translation>This roster has more than {most} rows. Delete what stands far below the table, then save it again.</translation>
    </message>
    <message>
        <source>Lembar kerja ini memuat terlalu banyak sel (batas {most}). Salin tabelnya saja ke berkas baru.</source>
        <translation>This worksheet holds too many cells (the limit is {most}). Copy only the table into a new file.</translation>
    </message>
    <message>
        <source>Huruf dalam berkas CSV ini tidak dapat dikenali. Simpan kembali sebagai “CSV UTF-8”.</source>
        <translation>The characters of this CSV file cannot be recognised. Save it again as “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>Berkas CSV ini rusak ({reason}). Periksa tanda petik di dalamnya, lalu simpan kembali.</source>
        <translation>This CSV file is damaged ({reason}). Check its quotation marks, then save it again.</translation>
    </message>
    <message>
        <source>Kepala tabel tidak ditemukan. Beri judul kolom pada satu baris, sedikitnya Nama dan Jabatan (juga NIP, Pangkat/Gol, Unit bila ada).</source>
        <translation>No header was found. Give the columns headings in one row, at least Nama and Jabatan (also NIP, Pangkat/Gol, Unit if there are any).</translation>
    </message>
    <message>
        <source>Kepala tabel tidak ditemukan. Beri judul kolom Sasaran, Indikator, dan Target pada satu baris.</source>
        <translation>No header was found. Give the columns the headings Sasaran, Indikator and Target in one row.</translation>
    </message>
    <message>
        <source>Di bawah kepala tabel tidak ada baris sasaran. Periksa apakah lembar kerjanya yang benar.</source>
        <translation>There are no rows of objectives below the header. Check whether this is the right worksheet.</translation>
    </message>
    <message>
        <source>{cell}: isi sel tidak dapat dipakai (rumus, nilai kesalahan, terlalu panjang, atau karakter tersembunyi). Tulis ulang sebagai teks biasa.</source>
        <translation>{cell}: the cell&apos;s content cannot be used (formula, error value, too long, or hidden characters). Write it again as plain text.</translation>
    </message>
    <message>
        <source>Baris {row}: sasaran, indikator, atau target kosong. Lengkapi baris itu.</source>
        <translation>Row {row}: objective, indicator or target is empty. Complete the row.</translation>
    </message>
    <message>
        <source>Kepala tabel di baris {row} tidak mempunyai kolom Jabatan. Tambahkan kolom itu.</source>
        <translation>The header in row {row} has no column Jabatan. Add it.</translation>
    </message>
    <message>
        <source>Di bawah kepala tabel di baris {row} tidak ada satu orang pun. Isi daftarnya dahulu.</source>
        <translation>There is nobody below the header in row {row}. Fill in the roster first.</translation>
    </message>
    <message>
        <source>Kolom “{header}” di baris {row} memuat nama dan NIP sekaligus. Pisahkan menjadi kolom Nama dan kolom NIP.</source>
        <translation>The column “{header}” in row {row} holds name and NIP together. Part it into a column Nama and a column NIP.</translation>
    </message>
</context>
<context>
    <name>rundown</name>
    <message>
        <source>(tentang catatan {number})</source>
        <translation>(about note {number})</translation>
    </message>
    <message>
        <source>Registrasi</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Pembukaan</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Lagu</source>
        <translation>Anthem</translation>
    </message>
    <message>
        <source>Doa</source>
        <translation>Prayer</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Sambutan</source>
        <translation>Speech</translation>
    </message>
    <message>
        <source>Pembacaan naskah</source>
        <translation>Reading aloud</translation>
    </message>
    <message>
        <source>Penandatanganan</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Penutupan</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Acara lain</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>berlangsung</source>
        <translation>running</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>done</translation>
    </message>
    <message>
        <source>dilewati: {reason}</source>
        <translation>skipped: {reason}</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>Petugas contoh</source>
        <translation>Petugas contoh</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Membuka ruang kerja contoh …</source>
        <translation>Opening the sample workspace …</translation>
    </message>
    <message>
        <source>Menyiapkan ruang kerja contoh …</source>
        <translation>Preparing the sample workspace …</translation>
    </message>
</context>
<context>
    <name>scale</name>
    <message>
        <source>Ukuran layar sebenarnya tidak diketahui.</source>
        <translation>The true size of the screen is not known.</translation>
    </message>
    <message>
        <source>Ukuran layar {x} × {y} % (menurut layar).</source>
        <translation>Size of the screen {x} × {y} % (as the screen says).</translation>
    </message>
    <message>
        <source>Ukuran layar {x} × {y} % (diukur dengan kartu).</source>
        <translation>Size of the screen {x} × {y} % (measured with a card).</translation>
    </message>
</context>
<context>
    <name>sealing_question</name>
    <message>
        <source>Segel tanpa nomor?</source>
        <translation>Seal without numbers?</translation>
    </message>
    <message>
        <source>Segel tanpa nomor</source>
        <translation>Seal without numbers</translation>
    </message>
    <message>
        <source>Beri nomor dahulu …</source>
        <translation>Assign numbers first …</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>self_test</name>
    <message>
        <source>versi</source>
        <translation>versions</translation>
    </message>
    <message>
        <source>huruf</source>
        <translation>fonts</translation>
    </message>
    <message>
        <source>basis data tersandi</source>
        <translation>encrypted database</translation>
    </message>
    <message>
        <source>segel dan pemeriksaannya</source>
        <translation>seal and its verification</translation>
    </message>
    <message>
        <source>terbaca tanpa kunci: {files}</source>
        <translation>readable without the key: {files}</translation>
    </message>
    <message>
        <source>dibuat, ditutup, tidak terbaca tanpa kunci, dibuka lagi</source>
        <translation>made, closed, not readable without the key, opened again</translation>
    </message>
    <message>
        <source>segel utuh: {whole}, segel diubah: {changed}</source>
        <translation>seal intact: {whole}, seal changed: {changed}</translation>
    </message>
    <message>
        <source>utuh {whole}, diubah {changed}</source>
        <translation>intact {whole}, changed {changed}</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>{mark}, tidak berlaku</source>
        <translation>{mark}, not valid</translation>
    </message>
    <message>
        <source>Jangan dipakai sebagai dokumen; yang berlaku hanya rekaman dari upacara sungguhan.</source>
        <translation>Do not use it as a document; only records of the real ceremony are in force.</translation>
    </message>
    <message>
        <source>{date} pukul {time}</source>
        <translation>{date} at {time}</translation>
    </message>
    <message>
        <source>Alasan: {code}.</source>
        <translation>Reason: {code}.</translation>
    </message>
    <message>
        <source>tanpa nama</source>
        <translation>without a name</translation>
    </message>
    <message>
        <source>tidak diketahui</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Sah</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Utuh, penanda tangan tidak dikenal</source>
        <translation>Intact, signer unknown</translation>
    </message>
    <message>
        <source>Diubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Ditambah setelah ditandatangani</source>
        <translation>Added to after signing</translation>
    </message>
    <message>
        <source>Tanpa tanda tangan elektronik</source>
        <translation>No electronic signature</translation>
    </message>
    <message>
        <source>Terkunci kata sandi</source>
        <translation>Locked with a password</translation>
    </message>
    <message>
        <source>Tidak dapat diperiksa</source>
        <translation>Cannot be verified</translation>
    </message>
    <message>
        <source>Isinya sama persis dengan yang disegel kantor; tidak ada yang perlu dilakukan.</source>
        <translation>The content is exactly what the office sealed; there is nothing to do.</translation>
    </message>
    <message>
        <source>Tanyakan kepada kantor yang mengirimnya apakah sertifikat ini memang miliknya.</source>
        <translation>Ask the office that sent it whether this certificate is really theirs.</translation>
    </message>
    <message>
        <source>Jangan pakai berkas ini; mintalah salinan baru dari register kantor yang menerbitkannya.</source>
        <translation>Do not use this file; ask for a new copy from the register of the office that issued it.</translation>
    </message>
    <message>
        <source>Baca dahulu tambahan itu; bila perlu, mintalah salinan rekaman aslinya.</source>
        <translation>Read the addition first; if needed, ask for a copy of the original record.</translation>
    </message>
    <message>
        <source>Bandingkan isinya dengan dokumen yang ditandatangani; berkas ini sendiri bukan bukti.</source>
        <translation>Compare its content with the signed document; this file by itself is no evidence.</translation>
    </message>
    <message>
        <source>Mintalah salinan tanpa kata sandi, lalu periksa lagi.</source>
        <translation>Ask for a copy without a password, then verify again.</translation>
    </message>
    <message>
        <source>Jangan bersandar pada berkas ini; mintalah salinan yang utuh, lalu periksa lagi.</source>
        <translation>Do not rely on this file; ask for an intact copy, then verify again.</translation>
    </message>
    <message>
        <source>Isinya atau sertifikat penyegelnya bertanda {mark}: ini latihan atau contoh, bukan rekaman kantor.</source>
        <translation>Its content or its seal&apos;s certificate says {mark}: this is a rehearsal or a sample, no record of the office.</translation>
    </message>
    <message>
        <source>Isinya dan sertifikat penyegelnya tidak bertanda sama: segel seperti itu bukan buatan program ini.</source>
        <translation>Its content and its seal&apos;s certificate do not bear the same mark: this program makes no such seal.</translation>
    </message>
    <message>
        <source>Disegel dengan sertifikat kantor yang dipercaya; isi yang disegel utuh dan tidak diubah.</source>
        <translation>Sealed with a trusted certificate of an office; what was sealed is intact and unchanged.</translation>
    </message>
    <message>
        <source>Isi berkas utuh, tetapi sertifikat penanda tangannya tidak termasuk yang dipercaya.</source>
        <translation>The content is intact, but the signer&apos;s certificate is not among the trusted ones.</translation>
    </message>
    <message>
        <source>Berkas ini kosong.</source>
        <translation>This file is empty.</translation>
    </message>
    <message>
        <source>Berkas ini bukan PDF.</source>
        <translation>This file is no PDF.</translation>
    </message>
    <message>
        <source>Berkas ini terlalu rusak atau terpotong sehingga tidak dapat dinilai.</source>
        <translation>This file is too damaged or cut short to be judged.</translation>
    </message>
    <message>
        <source>Pemeriksaan berkas ini dihentikan: setelah {seconds} detik belum juga selesai.</source>
        <translation>Verifying this file was stopped: after {seconds} seconds it had not finished.</translation>
    </message>
    <message>
        <source>Pemeriksaan berkas ini dihentikan: perlu lebih dari {megabytes} MB memori.</source>
        <translation>Verifying this file was stopped: it needed more than {megabytes} MB of memory.</translation>
    </message>
    <message>
        <source>Berkas ini menggagalkan pemeriksaannya sendiri; kemungkinan rusak atau dibuat untuk mengganggu.</source>
        <translation>This file made its own verification fail; it is probably damaged or made to disturb.</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat dibaca; periksa hak akses dan media penyimpannya.</source>
        <translation>This file cannot be read; check the access rights and the storage medium.</translation>
    </message>
    <message>
        <source>Berkas ini terkunci kata sandi sehingga isinya tidak dapat diperiksa.</source>
        <translation>This file is locked with a password, so its content cannot be verified.</translation>
    </message>
    <message>
        <source>Berkas PDF ini tidak memuat segel atau tanda tangan elektronik.</source>
        <translation>This PDF file carries no seal or electronic signature.</translation>
    </message>
    <message>
        <source>Berkas ini terpotong: {missing} bita yang disegel tidak ada lagi.</source>
        <translation>This file is cut short: {missing} sealed bytes are gone.</translation>
    </message>
    <message>
        <source>Isi berkas ini diubah setelah ditandatangani: sidik isinya tidak cocok lagi.</source>
        <translation>The content of this file was changed after signing: its digest no longer matches.</translation>
    </message>
    <message>
        <source>Tanda tangan elektronik {field} tidak cocok dengan sertifikat atau isinya.</source>
        <translation>The electronic signature {field} does not match its certificate or content.</translation>
    </message>
    <message>
        <source>Tanda tangan elektronik {field} rusak atau dibuat dengan cara yang tidak dikenal.</source>
        <translation>The electronic signature {field} is damaged or made in an unknown way.</translation>
    </message>
    <message>
        <source>Bagian berkas yang dicakup tanda tangan {field} tidak jelas batasnya.</source>
        <translation>The part of the file that signature {field} covers has no clear bounds.</translation>
    </message>
    <message>
        <source>Di tempat yang dilewati tanda tangan {field} disisipkan isi yang tidak ditandatangani.</source>
        <translation>Unsigned content was inserted where signature {field} leaves a gap.</translation>
    </message>
    <message>
        <source>Ruang kosong pada tanda tangan {field} diisi sesuatu setelah ditandatangani.</source>
        <translation>The empty room of signature {field} was filled with something after signing.</translation>
    </message>
    <message>
        <source>Tanda tangan elektronik dilepas dari dokumennya setelah ditandatangani.</source>
        <translation>The electronic signature was taken off its document after signing.</translation>
    </message>
    <message>
        <source>Tanda tangan elektronik {field} diganti atau tampilannya diubah.</source>
        <translation>The electronic signature {field} was replaced, or its appearance changed.</translation>
    </message>
    <message>
        <source>Bungkus segel diubah setelah penyegelan, walaupun isi dokumennya masih cocok.</source>
        <translation>The seal&apos;s envelope was changed after sealing, although the document&apos;s content still matches.</translation>
    </message>
    <message>
        <source>Ditandatangani dengan kunci kantor, tetapi bukan sebagai segel rekaman.</source>
        <translation>Signed with the office&apos;s key, but not as the seal of a record.</translation>
    </message>
    <message>
        <source>Waktu penyegelan yang tertulis berada di luar masa berlaku sertifikat kantor.</source>
        <translation>The time of sealing as written is outside the validity of the office&apos;s certificate.</translation>
    </message>
    <message>
        <source>Rekaman harus memuat tepat satu segel, tetapi ditemukan {count}.</source>
        <translation>A record must carry exactly one seal, but {count} were found.</translation>
    </message>
    <message>
        <source>Segel kantor tidak memenuhi semua syarat pemeriksaan.</source>
        <translation>The office&apos;s seal does not meet all conditions of verification.</translation>
    </message>
    <message>
        <source>Berkas ini diubah setelah disegel: {count} bita ditambahkan tanpa alasan yang dikenal.</source>
        <translation>This file was changed after sealing: {count} bytes were appended for no known reason.</translation>
    </message>
    <message>
        <source>Jumlah halaman diubah setelah ditandatangani: dari {before} menjadi {after}.</source>
        <translation>The number of pages was changed after signing: from {before} to {after}.</translation>
    </message>
    <message>
        <source>Isi halaman {page} diganti setelah ditandatangani.</source>
        <translation>The content of page {page} was replaced after signing.</translation>
    </message>
    <message>
        <source>Catatan di halaman {page} diubah atau dihapus setelah ditandatangani.</source>
        <translation>An annotation on page {page} was changed or deleted after signing.</translation>
    </message>
    <message>
        <source>Lampiran di dalam berkas diubah setelah ditandatangani.</source>
        <translation>An attachment inside the file was changed after signing.</translation>
    </message>
    <message>
        <source>Keterangan dokumen (judul, penyusun, atau sejenisnya) diubah setelah ditandatangani.</source>
        <translation>The document&apos;s description (title, author or the like) was changed after signing.</translation>
    </message>
    <message>
        <source>Susunan dokumen ({key}) diubah setelah ditandatangani.</source>
        <translation>The document&apos;s structure ({key}) was changed after signing.</translation>
    </message>
    <message>
        <source>Isian formulir {field} diubah bentuknya atau dihapus setelah ditandatangani.</source>
        <translation>The form field {field} was changed in shape or deleted after signing.</translation>
    </message>
    <message>
        <source>Sesudahnya ditambahkan tanda tangan elektronik {field}; menurut sertifikatnya, yang tidak diperiksa di sini, oleh {signer}.</source>
        <translation>Afterwards the electronic signature {field} was added; according to its certificate, which is not verified here, by {signer}.</translation>
    </message>
    <message>
        <source>Sesudahnya ditambahkan stempel waktu {field}; menurut sertifikatnya, yang tidak diperiksa di sini, dari {signer}.</source>
        <translation>Afterwards the time stamp {field} was added; according to its certificate, which is not verified here, from {signer}.</translation>
    </message>
    <message>
        <source>Isian formulir {field} diubah walaupun dikunci oleh tanda tangan elektronik.</source>
        <translation>The form field {field} was changed although an electronic signature locks it.</translation>
    </message>
    <message>
        <source>Bersama tambahan itu ikut diubah atau disisipkan yang tidak diizinkan segel ({key}).</source>
        <translation>With that addition something was changed or inserted that the seal does not allow ({key}).</translation>
    </message>
    <message>
        <source>Padahal segel pada berkas ini melarang perubahan seperti itu.</source>
        <translation>Yet the seal of this file forbids such changes.</translation>
    </message>
    <message>
        <source>Sesudahnya ditambahkan data validasi jangka panjang.</source>
        <translation>Afterwards long-term validation data were added.</translation>
    </message>
    <message>
        <source>Sesudahnya ditambahkan catatan di halaman {page}.</source>
        <translation>Afterwards an annotation was added on page {page}.</translation>
    </message>
    <message>
        <source>Sesudahnya diisi atau ditambahkan isian formulir {field}.</source>
        <translation>Afterwards the form field {field} was filled in or added.</translation>
    </message>
    <message>
        <source>Sesudahnya diperbarui tanggal atau nama program pada keterangan dokumen.</source>
        <translation>Afterwards the date or program name in the document&apos;s description was updated.</translation>
    </message>
    <message>
        <source>Sesudahnya ditambahkan keterangan versi PDF.</source>
        <translation>Afterwards a note of the PDF version was added.</translation>
    </message>
</context>
</TS>
