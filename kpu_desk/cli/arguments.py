"""The command line's grammar, in Indonesian; standard library only, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

import kpu_desk

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
    """A parser that speaks Indonesian and ends a wrong call with status 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_CALL, f"{self.prog}: panggilan keliru: {message}. Lihat {self.prog} --help.\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Reads the command line; a wrong call prints one sentence on stderr and ends with status 2."""
    argparse._ = lambda text: _WORDS.get(text, text)  # type: ignore[attr-defined]  # argparse's own gettext hook
    return _grammar().parse_args(arguments)


def _grammar() -> argparse.ArgumentParser:
    # The workspace may stand before or after the command: SUPPRESS keeps the later parser from undoing the earlier.
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--workspace",
        metavar="FOLDER",
        type=_absolute,
        default=argparse.SUPPRESS,
        help="folder ruang kerja kantor (bila tidak disebut: folder data pengguna)",
    )
    parser = _Parser(
        prog="kpu-desk",
        parents=[shared],
        description="Meja luring untuk upacara penandatanganan di kantor KPU. Tanpa perintah: membuka meja.",
    )
    parser.add_argument("--version", action="version", version=f"KPU Desk {kpu_desk.__version__}")
    parser.add_argument("--sample", action="store_true", help="buka meja pada ruang kerja contoh, tanpa frasa sandi")
    parser.add_argument(
        "--passphrase-file",
        metavar="BERKAS",
        type=_absolute,
        help="berkas yang baris pertamanya frasa sandi (bila tidak disebut, frasa sandi ditanyakan)",
    )
    parser.set_defaults(workspace=None)
    commands = parser.add_subparsers(dest="command", metavar="perintah")

    roster = commands.add_parser("roster", parents=[shared], help="daftar pejabat dari lembar kerja")
    actions = roster.add_subparsers(dest="action", metavar="tindakan", required=True)
    check = actions.add_parser(
        "check", parents=[shared], help="tunjukkan apa yang akan masuk bila daftar diimpor, tanpa mengimpornya"
    )
    check.add_argument("file", metavar="BERKAS", type=_absolute, help="XLSX atau CSV")
    check.add_argument("--json", action="store_true", help="hasil sebagai satu dokumen JSON")

    rehearse = commands.add_parser(
        "rehearse", parents=[shared], help="gladi bersih tanpa petugas, lewat jendela yang sebenarnya"
    )
    rehearse.add_argument("--roster", metavar="BERKAS", type=_absolute, help="daftar pejabat, XLSX atau CSV")
    rehearse.add_argument("--ink", metavar="FOLDER", type=_absolute, help="rekaman pena (SVC2004 atau InkML)")
    rehearse.add_argument("--out", metavar="FOLDER", type=_absolute, help="folder hasil; harus kosong atau belum ada")
    rehearse.add_argument(
        "--forms", metavar="FOLDER", type=_absolute, help="naskah kantor (*.toml), menggantikan naskah bawaan"
    )
    rehearse.add_argument("--people", metavar="N", type=_count, help="banyaknya orang (bila tanpa daftar: 12)")

    verify = commands.add_parser("verify", parents=[shared], help="periksa rekaman PDF")
    verify.add_argument("paths", metavar="PATH", nargs="+", help="berkas PDF, atau folder yang berisi PDF")
    _add_trust(verify)
    verify.add_argument(
        "--signer-copies",
        metavar="FOLDER",
        type=_absolute,
        help="tulis lembar seperti yang dilihat setiap penanda tangan ke folder ini; hanya untuk satu rekaman yang sah",
    )
    verify.add_argument("--json", action="store_true", help="hasil sebagai satu dokumen JSON")

    page = commands.add_parser(
        "verify-page",
        parents=[shared],
        help="baca kode QR pada pindaian atau foto halaman rekaman",
        description="Membaca kode QR pada pindaian atau foto halaman rekaman. Kode membuktikan data rekamannya, "
        "bukan kata-kata di atas kertas; hasilnya untuk dibandingkan dengan kertasnya.",
    )
    page.add_argument("files", metavar="BERKAS", nargs="+", type=_absolute, help="PNG, JPEG, atau PDF hasil pindai")
    _add_trust(page)
    page.add_argument(
        "--record", metavar="REKAMAN", type=_absolute, help="rekaman tersegel (PDF) yang seharusnya memuat halaman itu"
    )
    page.add_argument("--json", action="store_true", help="hasil sebagai satu dokumen JSON")

    ink = commands.add_parser("ink", parents=[shared], help="goresan tersandi, bagi pemegang kuncinya")
    acts = ink.add_subparsers(dest="action", metavar="tindakan", required=True)
    export = acts.add_parser(
        "export",
        parents=[shared],
        help="buka goresan tersandi dan tulis sebagai InkML dan pemutaran",
        description="Membuka goresan tersandi dengan kunci pribadinya dan menulis setiap goresan sebagai InkML dan "
        "sebagai halaman HTML yang memutarnya dengan kecepatan sebenarnya. Sidik setiap goresan dibandingkan dengan "
        "buktinya. Paket dibuka tanpa ruang kerja; tanpa paket, goresan dibaca dari ruang kerja.",
    )
    export.add_argument(
        "packages",
        metavar="PAKET",
        nargs="*",
        type=_absolute,
        help="folder paket goresan tersandi, atau berkas darinya",
    )
    export.add_argument(
        "--key", metavar="KUNCI", type=_absolute, required=True, help="kunci pribadi (PEM, DER, atau PKCS#12)"
    )
    export.add_argument("--out", metavar="FOLDER", type=_absolute, required=True, help="folder hasil")
    export.add_argument(
        "--key-passphrase-file",
        metavar="BERKAS",
        type=_absolute,
        help="berkas yang baris pertamanya frasa sandi kunci (bila tidak disebut, ditanyakan)",
    )

    commands.add_parser("self-test", parents=[shared], help="periksa program ini sendiri")
    return parser


def _add_trust(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--trust",
        metavar="SERTIFIKAT",
        action="append",
        type=_absolute,
        default=[],
        help="sertifikat kantor (PEM) yang dipercaya, menggantikan sertifikat ruang kerja; boleh diulang",
    )


def _absolute(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1_000:
        raise argparse.ArgumentTypeError("banyaknya orang harus 1 sampai 1.000")
    return number
