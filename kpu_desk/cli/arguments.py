"""The command line's grammar, in the language asked for; standard library only, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

import kpu_desk
from kpu_desk.language import Language, speak, spoken, translate

WRONG_CALL = 2

_WORDS = {
    "usage: ": "pemakaian: ",
    "options": "pilihan",
    "positional arguments": "perintah dan berkas",
    "show this help message and exit": "tampilkan bantuan ini lalu selesai",
    "show program's version number and exit": "tampilkan versi lalu selesai",
    "the following arguments are required: %s": "kurang: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "expected one argument": "perlu satu nilai",
    "expected at least one argument": "perlu sedikitnya satu nilai",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak dikenal (pilih: %(choices)s)",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dipakai",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s dapat berarti %(matches)s",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
    "one of the arguments %s is required": "perlu salah satu dari %s",
}


class _Parser(argparse.ArgumentParser):
    """A parser that ends a wrong call with one sentence and status 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        told = translate("cli", "{program}: panggilan keliru: {message}. Lihat {program} --help.")
        self.exit(WRONG_CALL, told.format(program=self.prog, message=message) + "\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Reads the command line; a wrong call prints one sentence on stderr and ends with status 2."""
    words: dict[str, str] = {}
    argparse._ = lambda text: words.get(text, text)  # type: ignore[attr-defined]  # argparse's own gettext hook
    # Before the grammar is made: its own help speaks the language too.
    speak(_asked_language(arguments))
    if spoken() is Language.INDONESIAN:
        words.update(_WORDS)
    return _grammar().parse_args(arguments)


def _asked_language(arguments: list[str]) -> Language:
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("--language", nargs="?")
    wanted = first.parse_known_args(arguments)[0].language
    return Language(wanted) if wanted in set(Language) else Language.INDONESIAN


def _grammar() -> argparse.ArgumentParser:
    # Workspace and language may stand before or after the command: SUPPRESS keeps the later parser from undoing
    # what the earlier found.
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--workspace",
        metavar="FOLDER",
        type=_absolute,
        default=argparse.SUPPRESS,
        help=translate("cli", "folder ruang kerja kantor (bila tidak disebut: folder data pengguna)"),
    )
    shared.add_argument(
        "--language",
        choices=[language.value for language in Language],
        default=argparse.SUPPRESS,
        help=translate("cli", "bahasa program: id (Indonesia) atau en (Inggris)"),
    )
    parser = _Parser(
        prog="kpu-desk",
        parents=[shared],
        description=translate(
            "cli", "Meja luring untuk upacara penandatanganan di kantor KPU. Tanpa perintah: membuka meja."
        ),
    )
    parser.add_argument("--version", action="version", version=f"KPU Desk {kpu_desk.__version__}")
    parser.add_argument(
        "--sample", action="store_true", help=translate("cli", "buka meja pada ruang kerja contoh, tanpa frasa sandi")
    )
    parser.add_argument(
        "--passphrase-file",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        help=translate("cli", "berkas yang baris pertamanya frasa sandi (bila tidak disebut, frasa sandi ditanyakan)"),
    )
    parser.set_defaults(workspace=None, language=None)
    commands = parser.add_subparsers(dest="command", metavar=translate("cli", "perintah"))

    roster = commands.add_parser("roster", parents=[shared], help=translate("cli", "daftar pejabat dari lembar kerja"))
    actions = roster.add_subparsers(dest="action", metavar=translate("cli", "tindakan"), required=True)
    check = actions.add_parser(
        "check",
        parents=[shared],
        help=translate("cli", "tunjukkan apa yang akan masuk bila daftar diimpor, tanpa mengimpornya"),
    )
    check.add_argument(
        "file", metavar=translate("cli", "BERKAS"), type=_absolute, help=translate("cli", "XLSX atau CSV")
    )
    check.add_argument("--json", action="store_true", help=translate("cli", "hasil sebagai satu dokumen JSON"))

    rehearse = commands.add_parser(
        "rehearse", parents=[shared], help=translate("cli", "gladi bersih tanpa petugas, lewat jendela yang sebenarnya")
    )
    rehearse.add_argument(
        "--roster",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        help=translate("cli", "daftar pejabat, XLSX atau CSV"),
    )
    rehearse.add_argument(
        "--ink", metavar="FOLDER", type=_absolute, help=translate("cli", "rekaman pena (SVC2004 atau InkML)")
    )
    rehearse.add_argument(
        "--out", metavar="FOLDER", type=_absolute, help=translate("cli", "folder hasil; harus kosong atau belum ada")
    )
    rehearse.add_argument(
        "--forms",
        metavar="FOLDER",
        type=_absolute,
        help=translate("cli", "naskah kantor (*.toml), menggantikan naskah bawaan"),
    )
    rehearse.add_argument(
        "--document",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        help=translate("cli", "PDF kantor yang ditandatangani, dengan Daftar Hadir dan Berita Acara"),
    )
    rehearse.add_argument(
        "--places",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        help=translate("cli", "tempat tanda tangan pada PDF itu (JSON); tanpa ini dipakai jangkar ${ttd_…}"),
    )
    rehearse.add_argument(
        "--people", metavar="N", type=_count, help=translate("cli", "banyaknya orang (bila tanpa daftar: 12)")
    )
    rehearse.add_argument(
        "--script",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        help=translate("cli", "satu hari menurut berkas: siapa datang kapan dan apa yang terganggu (resources/days)"),
    )
    rehearse.add_argument(
        "--pace",
        choices=("full", "real"),
        default="full",
        help=translate("cli", "full: secepat jendelanya; real: secepat orang, untuk latihan"),
    )
    rehearse.add_argument(
        "--pictures",
        metavar="FOLDER",
        type=_absolute,
        help=translate("cli", "gambar setiap jendela pada setiap tahap (PNG)"),
    )

    trial = commands.add_parser(
        "capture-test",
        parents=[shared],
        help=translate("cli", "uji pena: jendela penanda tangan dengan lembar contoh dan angka alat yang sebenarnya"),
    )
    trial.add_argument(
        "--out",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        help=translate("cli", "halaman hasil (PDF), ditulis saat jendela ditutup"),
    )
    trial.add_argument("--json", action="store_true", help=translate("cli", "hasil sebagai satu dokumen JSON"))

    verify = commands.add_parser("verify", parents=[shared], help=translate("cli", "periksa rekaman PDF"))
    verify.add_argument(
        "paths", metavar="PATH", nargs="+", help=translate("cli", "berkas PDF, atau folder yang berisi PDF")
    )
    _add_trust(verify)
    verify.add_argument(
        "--signer-copies",
        metavar="FOLDER",
        type=_absolute,
        help=translate(
            "cli",
            "tulis lembar seperti yang dilihat setiap penanda tangan ke folder ini; hanya untuk satu rekaman yang sah",
        ),
    )
    verify.add_argument("--json", action="store_true", help=translate("cli", "hasil sebagai satu dokumen JSON"))

    words = commands.add_parser(
        "words", parents=[shared], help=translate("cli", "hitung kata penutup dari rekaman saja")
    )
    words.add_argument(
        "folder",
        metavar="FOLDER",
        type=_absolute,
        help=translate("cli", "folder yang berisi rekaman satu upacara atau lebih"),
    )
    _add_trust(words)
    words.add_argument("--json", action="store_true", help=translate("cli", "hasil sebagai satu dokumen JSON"))

    page = commands.add_parser(
        "verify-page",
        parents=[shared],
        help=translate("cli", "baca kode QR pada pindaian atau foto halaman rekaman"),
        description=translate(
            "cli",
            "Membaca kode QR pada pindaian atau foto halaman rekaman. Kode membuktikan data rekamannya, "
            "bukan kata-kata di atas kertas; hasilnya untuk dibandingkan dengan kertasnya.",
        ),
    )
    page.add_argument(
        "files",
        metavar=translate("cli", "BERKAS"),
        nargs="+",
        type=_absolute,
        help=translate("cli", "PNG, JPEG, atau PDF hasil pindai"),
    )
    _add_trust(page)
    page.add_argument(
        "--record",
        metavar=translate("cli", "REKAMAN"),
        type=_absolute,
        help=translate("cli", "rekaman tersegel (PDF) yang seharusnya memuat halaman itu"),
    )
    page.add_argument("--json", action="store_true", help=translate("cli", "hasil sebagai satu dokumen JSON"))

    ink = commands.add_parser(
        "ink", parents=[shared], help=translate("cli", "goresan tersandi, bagi pemegang kuncinya")
    )
    acts = ink.add_subparsers(dest="action", metavar=translate("cli", "tindakan"), required=True)
    export = acts.add_parser(
        "export",
        parents=[shared],
        help=translate("cli", "buka goresan tersandi dan tulis sebagai InkML dan pemutaran"),
        description=translate(
            "cli",
            "Membuka goresan tersandi dengan kunci pribadinya dan menulis setiap goresan sebagai InkML dan "
            "sebagai halaman HTML yang memutarnya dengan kecepatan sebenarnya. Sidik setiap goresan dibandingkan "
            "dengan buktinya. Paket dibuka tanpa ruang kerja; tanpa paket, goresan dibaca dari ruang kerja.",
        ),
    )
    export.add_argument(
        "packages",
        metavar=translate("cli", "PAKET"),
        nargs="*",
        type=_absolute,
        help=translate("cli", "folder paket goresan tersandi, atau berkas darinya"),
    )
    export.add_argument(
        "--key",
        metavar=translate("cli", "KUNCI"),
        type=_absolute,
        required=True,
        help=translate("cli", "kunci pribadi (PEM, DER, atau PKCS#12)"),
    )
    export.add_argument("--out", metavar="FOLDER", type=_absolute, required=True, help=translate("cli", "folder hasil"))
    export.add_argument(
        "--key-passphrase-file",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        help=translate("cli", "berkas yang baris pertamanya frasa sandi kunci (bila tidak disebut, ditanyakan)"),
    )

    _add_proofs(commands, shared)
    return parser


def _add_trust(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--trust",
        metavar=translate("cli", "SERTIFIKAT"),
        action="append",
        type=_absolute,
        default=[],
        help=translate(
            "cli", "sertifikat kantor (PEM) yang dipercaya, menggantikan sertifikat ruang kerja; boleh diulang"
        ),
    )


def _absolute(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1_000:
        raise argparse.ArgumentTypeError(translate("cli", "banyaknya orang harus 1 sampai 1.000"))
    return number


def _add_proofs(commands: argparse._SubParsersAction[_Parser], shared: _Parser) -> None:
    """What proves the workspace and the program themselves."""
    replay = commands.add_parser(
        "replay",
        parents=[shared],
        help=translate("cli", "putar ulang jurnal ruang kerja dan bandingkan hasilnya, sampai bita rekamannya"),
        description=translate(
            "cli",
            "Membangun basis data baru dari jurnal ruang kerja dan dari apa yang disebut jurnal dengan sidiknya, lalu "
            "membandingkannya dengan yang ada: upacara, lembar beku, dan rekaman bita demi bita. Setiap tindakan "
            "diperiksa lagi menurut aturannya, dan setiap perbedaan disebut. Rekaman hanya sama bila versi programnya "
            "sama.",
        ),
    )
    replay.add_argument(
        "--out",
        metavar="FOLDER",
        type=_absolute,
        help=translate("cli", "folder kosong untuk basis data hasilnya (bila tidak disebut: dibuang)"),
    )
    replay.add_argument(
        "--passphrase-file",
        metavar=translate("cli", "BERKAS"),
        type=_absolute,
        default=argparse.SUPPRESS,
        help=translate("cli", "berkas yang baris pertamanya frasa sandi (bila tidak disebut, frasa sandi ditanyakan)"),
    )
    replay.add_argument("--json", action="store_true", help=translate("cli", "hasil sebagai satu dokumen JSON"))
    commands.add_parser("self-test", parents=[shared], help=translate("cli", "periksa program ini sendiri"))
