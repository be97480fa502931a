"""`kpu-desk ink export`: the dynamics of signatures as InkML and as a replay, for the holder of the private key."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kpu_desk import language
from kpu_desk.domain.errors import EscrowError, KnownError
from kpu_desk.domain.escrow import InkKey
from kpu_desk.domain.journal import Actor
from kpu_desk.domain.verdict import cleaned
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services import ink_export

if TYPE_CHECKING:
    from kpu_desk.services.ink_export import ClosedInk

_WRONG_CALL, _FOUND = 2, 1
_SENTENCES = {
    "ESCROW_NO_KEY": QT_TRANSLATE_NOOP("cli", "Berkas kunci bukan kunci pribadi EC atau RSA (PEM, DER, atau PKCS#12)."),
    "ESCROW_KEY_PASSPHRASE": QT_TRANSLATE_NOOP(
        "cli", "Kunci itu memerlukan frasa sandi: jalankan di terminal atau pakai --key-passphrase-file."
    ),
    "ESCROW_WRONG_PASSPHRASE": QT_TRANSLATE_NOOP("cli", "Frasa sandi kunci itu tidak cocok."),
    "ESCROW_WRONG_KEY": QT_TRANSLATE_NOOP("cli", "Kunci itu bukan kunci untuk goresan ini."),
    "ESCROW_DAMAGED": QT_TRANSLATE_NOOP("cli", "Goresan {file} rusak atau bukan goresan tersandi KPU Desk."),
    "ESCROW_DIGEST": QT_TRANSLATE_NOOP("cli", "Goresan {file} bukan goresan yang disebut dalam buktinya."),
    "ESCROW_PACKAGE": QT_TRANSLATE_NOOP("cli", "Paket goresan tidak utuh: {file} rusak atau sudah berubah."),
    "FILE_MISSING": QT_TRANSLATE_NOOP("cli", "Berkas atau folder {path} tidak ada."),
    "FILE_EXISTS": QT_TRANSLATE_NOOP("cli", "Berkas {path} sudah ada dan tidak ditimpa; pilih folder hasil yang lain."),
    "NO_RIGHTS": QT_TRANSLATE_NOOP("cli", "Tidak ada hak untuk {path}."),
    "DISK_FULL": QT_TRANSLATE_NOOP("cli", "Media penyimpan penuh; hasil tidak ditulis seluruhnya."),
    "WRONG_PASSPHRASE": QT_TRANSLATE_NOOP("cli", "Frasa sandi ruang kerja tidak cocok."),
    "SECOND_INSTANCE": QT_TRANSLATE_NOOP("cli", "Ruang kerja sedang dibuka oleh program lain; tutup dahulu."),
}
_WRONG_CALLS = frozenset(("ESCROW_NO_KEY", "ESCROW_KEY_PASSPHRASE", "FILE_MISSING", "FILE_EXISTS"))


def run_ink_export(
    sources: Sequence[Path],
    folder: Path,
    *,
    key_file: Path,
    key_passphrase: str | None,
    workspace: Path,
    workspace_passphrase: str | None,
    out: TextIO,
    err: TextIO,
    ask: Callable[[str], str] | None = None,
) -> int:
    """Opens closed ink and writes it.

    Args:
        sources: folders of packages or single files of them; none for the workspace itself.
        folder: for the results, made if need be; nothing in it is written over.
        key_passphrase, workspace_passphrase: None to be asked for where they are needed.
        ask: asks for a passphrase without showing it; None where nobody can be asked.

    Returns:
        Exit status: 0 when everything was opened, 1 when something was not, 2 for a wrong call.
    """
    try:
        key = _key(key_file, key_passphrase, ask)
        if sources:
            opened = _export([one for path in sources for one in ink_export.read_package(path)], key, folder, out)
            return _told(opened, 0, folder, out, err)
        return _from_workspace(workspace, key, folder, passphrase=workspace_passphrase, ask=ask, out=out, err=err)
    except KnownError as error:
        facts = {
            "file": "",
            "path": "",
            "code": error.code,
            **{name: cleaned(str(value)) for name, value in error.facts.items()},
        }
        sentence = _SENTENCES.get(error.code, QT_TRANSLATE_NOOP("cli", "Goresan tidak dapat dikeluarkan ({code})."))
        print(translate("cli", sentence).format(**facts), file=err)
        return _WRONG_CALL if error.code in _WRONG_CALLS else _FOUND


def terminal_ask(stdin: TextIO) -> Callable[[str], str] | None:
    """How to ask at a terminal, or None without one."""
    return (lambda what: getpass.getpass(f"{what}: ")) if stdin.isatty() else None


def _key(path: Path, passphrase: str | None, ask: Callable[[str], str] | None) -> InkKey:
    try:
        return ink_export.read_key(path, passphrase)
    except EscrowError as error:
        if error.code != "ESCROW_KEY_PASSPHRASE" or ask is None:
            raise
        return ink_export.read_key(path, ask(translate("cli", "Frasa sandi kunci")))


def _from_workspace(
    root: Path,
    key: InkKey,
    folder: Path,
    *,
    passphrase: str | None,
    ask: Callable[[str], str] | None,
    out: TextIO,
    err: TextIO,
) -> int:
    from kpu_desk.services import opening

    if not opening.is_set_up(root):
        told = translate("cli", "Ruang kerja tidak ada. Sebutkan paket goresan, atau ruang kerja dengan --workspace.")
        print(told, file=err)
        return _WRONG_CALL
    if passphrase is None and ask is None:
        told = translate(
            "cli", "Frasa sandi ruang kerja diperlukan: jalankan dari terminal, atau pakai --passphrase-file."
        )
        print(told, file=err)
        return _WRONG_CALL
    given = (
        passphrase
        if passphrase is not None
        else ask(translate("cli", "Frasa sandi ruang kerja"))
        if ask is not None
        else ""
    )
    desk = opening.unlock(root, given, Actor("Pemegang kunci goresan", ""))
    try:
        opened = others = 0
        ceremonies = desk.ceremonies()
        for ceremony in ceremonies:
            closed = ink_export.closed_inks(desk, ceremony.id)
            mine = [one for one in closed if one.certificate and ink_export.is_for(desk, one.certificate, key)]
            others += len(closed) - len(mine)
            place = folder if len(ceremonies) == 1 else folder / f"{ceremony.date.isoformat()}-{ceremony.id[:8]}"
            opened += _export(mine, key, place, out)
            ink_export.note_opened(desk, ceremony.id, mine)
        return _told(opened, others, folder, out, err)
    finally:
        desk.close()


def _export(closed: Sequence[ClosedInk], key: InkKey, folder: Path, out: TextIO) -> int:
    # All of it is opened before anything is written: a wrong key leaves no half result.
    for one, ink in [(one, ink_export.open_ink(one, key)) for one in closed]:
        inkml, _ = ink_export.write_opened(one, ink, folder)
        same, other = translate("cli", "sama dengan buktinya"), translate("cli", "bandingkan dengan buktinya")
        compared = same if one.digest else other
        print(f"{inkml.stem}  {ink.digest()}  {compared}", file=out)
    return len(closed)


def _told(opened: int, others: int, folder: Path, out: TextIO, err: TextIO) -> int:
    if others:
        told = language.tr("{n} goresan tidak dibuka: belum tersandi, atau tersandi untuk kunci lain.", "", others)
        print(told.format(n=others), file=err)
    if not opened:
        print(translate("cli", "Tidak ada goresan untuk kunci itu."), file=err)
        return _FOUND
    told = language.tr("{n} goresan ditulis ke {folder}, masing-masing sebagai InkML dan pemutaran (HTML).", "", opened)
    print(told.format(n=opened, folder=folder), file=out)
    return _FOUND if others else 0
