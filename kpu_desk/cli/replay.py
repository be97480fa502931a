"""`kpu-desk replay`: the journal of a workspace replayed into a fresh database and compared, for people and as JSON."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from kpu_desk import language
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.journal import Actor
from kpu_desk.domain.verdict import cleaned
from kpu_desk.language import translate

_WRONG_CALL = 2


def run_replay(
    root: Path,
    *,
    folder: Path | None,
    passphrase: str | None,
    as_json: bool,
    out: TextIO,
    err: TextIO,
    ask: Callable[[str], str] | None,
) -> int:
    """Replays and prints what was the same and every difference.

    Args:
        root: the workspace.
        folder: new or empty, for the database that is built; None throws it away.
        passphrase: the workspace's; None asks for it.
        ask: asks at the terminal without showing it; None where nobody can be asked.

    Returns:
        Exit status: 0 where all is the same, 1 where something is not, 2 for a wrong call.
    """
    from kpu_desk.services import opening
    from kpu_desk.services.replay import replay

    if not opening.is_set_up(root):
        print(translate("cli", "Ruang kerja tidak ada; sebutkan dengan --workspace."), file=err)
        return _WRONG_CALL
    if passphrase is None and ask is None:
        told = translate(
            "cli", "Frasa sandi ruang kerja diperlukan: jalankan dari terminal, atau pakai --passphrase-file."
        )
        print(told, file=err)
        return _WRONG_CALL
    if passphrase is None:
        assert ask is not None
        passphrase = ask(translate("cli", "Frasa sandi ruang kerja"))
    try:
        with ExitStack() as after:
            if folder is None:
                folder = Path(after.enter_context(tempfile.TemporaryDirectory(prefix="kpu-desk-ulang-")))
            desk = opening.unlock(root, passphrase, Actor("kpu-desk replay", ""))
            after.callback(desk.close)
            found = replay(desk, folder)
    except KnownError as error:
        facts = ", ".join(f"{name} {cleaned(str(value))}" for name, value in error.facts.items())
        told = translate("cli", "Jurnal tidak dapat diputar ulang ({code}). {facts}")
        print(told.format(code=error.code, facts=facts).rstrip(), file=err)
        return 1
    if as_json:
        json.dump(asdict(found), out, indent=2, ensure_ascii=False)
        print(file=out)
    else:
        told = translate("cli", "{n} catatan jurnal diputar ulang: {c} upacara, {f} lembar beku, {r} rekaman.")
        print(told.format(n=found.entries, c=found.ceremonies, f=found.frozen, r=found.records), file=out)
        for one in found.differences:
            where = translate("cli", "catatan {seq} ({event})").format(seq=one.seq, event=one.event) if one.seq else ""
            told = translate("cli", "Berbeda: {where} {what}")
            print(told.format(where=where or translate("cli", "pada akhirnya"), what=cleaned(one.what)), file=out)
        if found.differences:
            print(language.tr("{n} perbedaan.", "", len(found.differences)).format(n=len(found.differences)), file=out)
        else:
            print(translate("cli", "Semuanya sama, rekaman sampai bita terakhir."), file=out)
    return 1 if found.differences else 0
