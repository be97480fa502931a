"""The front door: reads the arguments, finds the workspace, keeps the log, and leads to the windows or the counter."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kpu_desk.cli.arguments import WRONG_CALL, parse
from kpu_desk.domain.errors import SealError, StorageError
from kpu_desk.language import translate
from kpu_desk.workspace import Workspace, default_workspace

LOG_BYTES = 1_000_000
"""Size of the log at which a start puts it aside; one older log is kept."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and gives its exit status: 0 done, 1 done with something found, 2 a wrong call."""
    # Names and reasons are Indonesian; a terminal that cannot show a letter gets a mark, never a traceback.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    options = parse(list(sys.argv[1:] if arguments is None else arguments))
    root = options.workspace or default_workspace().root
    match options.command:
        case "roster":
            from kpu_desk.cli.roster import run_roster_check

            return run_roster_check(options.file, as_json=options.json, out=sys.stdout, err=sys.stderr)
        case "verify" | "verify-page" | "ink" | "words" | "capture-test" | "replay":
            counters = {
                "words": _words,
                "verify": _verify,
                "verify-page": _verify_page,
                "ink": _ink,
                "replay": _replay,
                "capture-test": _capture_test,
            }
            return counters[options.command](options, root)
        case "self-test":
            return _self_test()
        case "rehearse":
            from kpu_desk.gui.rehearsal.command import rehearse
            from kpu_desk.gui.rehearsal.order import Wanted

            return rehearse(
                Wanted(
                    roster=options.roster,
                    ink=options.ink,
                    out=options.out,
                    people=options.people,
                    forms=options.forms,
                    document=options.document,
                    places=options.places,
                    script=options.script,
                    pace=options.pace,
                    pictures=options.pictures,
                )
            )
        case _:
            return _desk(options, root)


def _desk(options: argparse.Namespace, root: Path) -> int:
    passphrase = ""
    if options.passphrase_file is not None:
        read = _first_line(options.passphrase_file)
        if read is None:
            return WRONG_CALL
        passphrase = read
    if not _has_screen():
        # Qt would end the program with a core dump.
        _say(
            translate(
                "cli",
                "Tidak ada layar untuk jendela. Tanpa layar dapat dipakai: rehearse, verify, roster check, ink export.",
            )
        )
        return 1
    if options.sample and options.workspace is None:
        root = root / "contoh"
    # Collecting garbage while everything is being made takes a fifth of the time to the first window; the windows
    # switch it on again once they stand.
    gc.disable()
    _keep_log(root)
    from kpu_desk.gui.start import run_desk

    return run_desk(root, sample=options.sample, passphrase=passphrase, language=options.language)


def _verify(options: argparse.Namespace, root: Path) -> int:
    from kpu_desk.cli.verify import run_verify

    certificates = _workspace_certificates(options, root)
    if certificates is None:
        return WRONG_CALL
    if options.signer_copies is not None:
        from kpu_desk.cli.signer_copies import run_signer_copies

        return run_signer_copies(
            options.paths,
            options.signer_copies,
            trust=options.trust,
            workspace_certificates=certificates,
            as_json=options.json,
            out=sys.stdout,
            err=sys.stderr,
        )
    return run_verify(
        options.paths,
        trust=options.trust,
        workspace_certificates=certificates,
        as_json=options.json,
        out=sys.stdout,
        err=sys.stderr,
    )


def _words(options: argparse.Namespace, root: Path) -> int:
    from kpu_desk.cli.words import run_words

    certificates = _workspace_certificates(options, root)
    if certificates is None:
        return WRONG_CALL
    return run_words(
        options.folder,
        trust=options.trust,
        workspace_certificates=certificates,
        as_json=options.json,
        out=sys.stdout,
        err=sys.stderr,
    )


def _verify_page(options: argparse.Namespace, root: Path) -> int:
    from kpu_desk.cli.verify_page import run_verify_page

    certificates = _workspace_certificates(options, root)
    if certificates is None:
        return WRONG_CALL
    return run_verify_page(
        options.files,
        trust=options.trust,
        workspace_certificates=certificates,
        record=options.record,
        as_json=options.json,
        out=sys.stdout,
        err=sys.stderr,
    )


def _ink(options: argparse.Namespace, root: Path) -> int:
    from kpu_desk.cli.ink import run_ink_export, terminal_ask

    passphrases: list[str | None] = []
    for file in (options.key_passphrase_file, options.passphrase_file):
        read = None if file is None else _first_line(file)
        if file is not None and read is None:
            return WRONG_CALL
        passphrases.append(read)
    return run_ink_export(
        options.packages,
        options.out,
        key_file=options.key,
        key_passphrase=passphrases[0],
        workspace=root,
        workspace_passphrase=passphrases[1],
        out=sys.stdout,
        err=sys.stderr,
        ask=terminal_ask(sys.stdin),
    )


def _replay(options: argparse.Namespace, root: Path) -> int:
    from kpu_desk.cli.ink import terminal_ask
    from kpu_desk.cli.replay import run_replay

    passphrase = None if options.passphrase_file is None else _first_line(options.passphrase_file)
    if options.passphrase_file is not None and passphrase is None:
        return WRONG_CALL
    return run_replay(
        root,
        folder=options.out,
        passphrase=passphrase,
        as_json=options.json,
        out=sys.stdout,
        err=sys.stderr,
        ask=terminal_ask(sys.stdin),
    )


def _capture_test(options: argparse.Namespace, _root: Path) -> int:
    if not _has_screen():
        _say(translate("cli", "Tidak ada layar untuk jendela."))
        return 1
    from kpu_desk.gui.pen_trial.command import capture_test

    return capture_test(out=options.out, as_json=options.json)


def _workspace_certificates(options: argparse.Namespace, root: Path) -> tuple[bytes, ...] | None:
    """What the workspace trusts, where no ``--trust`` replaces it; None, and a sentence, where it cannot be read.

    The file lies open in the folder: it counts only where it is the one that the open desk proved.
    """
    if options.trust:
        return ()
    try:
        certificate = Workspace(root).read_certificate()
    except StorageError:
        _say(translate("cli", "Sertifikat ruang kerja {path} tidak dapat dibaca."), path=Workspace(root).certificate)
        return None
    if certificate is None:
        return ()
    from kpu_desk.services.inspecting import UNTRUSTED, why_untrusted

    with suppress(SealError):
        why, mark = why_untrusted(Workspace(root), certificate)
        if why:
            _say(translate("cli", UNTRUSTED[why]), path=Workspace(root).certificate, mark=mark)
            return ()
    return (certificate,)


def _self_test() -> int:
    from kpu_desk.cli.self_test import outcome, run_self_test

    status = run_self_test(sys.stdout)
    # Only now may Qt be loaded: a machine whose screen is broken still learns that the rest is well.
    from kpu_desk.gui.self_test import window_paints

    painted = window_paints()
    sys.stdout.write(f"{outcome(painted)}  {translate('cli', 'jendela digambar tanpa layar')}\n")
    return status if painted else 1


def _keep_log(root: Path) -> None:
    """What the program says about itself goes to the workspace's log; never a person's name, never a passphrase."""
    logs = Workspace(root).logs
    log = logs / "kpu-desk.log"
    try:
        if not logs.is_dir():
            return
        # Not the library's rotating handler: it loads the network modules, which this program has no use for.
        if log.is_file() and log.stat().st_size > LOG_BYTES:
            log.replace(log.with_suffix(".log.1"))
        handler = logging.FileHandler(log, encoding="utf-8")
    except OSError as error:
        # Without its log the program works; what keeps it from working is said by the unlock window.
        _say(
            translate("cli", "Catatan program {path} tidak dapat ditulis ({reason})."), path=log, reason=error.strerror
        )
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    # A log on a full disk must not fill the terminal with the log's own complaints.
    logging.raiseExceptions = False
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _first_line(path: Path) -> str | None:
    """The passphrase in a file; None, and a sentence on stderr, where it cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        told = translate("cli", "Berkas frasa sandi {path} tidak dapat dibaca ({reason}).")
        _say(told, path=path, reason=error.strerror)
        return None
    except UnicodeDecodeError:
        _say(translate("cli", "Berkas frasa sandi {path} bukan teks UTF-8."), path=path)
        return None
    # Only the line's end is no part of it: a passphrase may begin or end with a blank.
    return text.split("\n", 1)[0].removesuffix("\r")


def _has_screen() -> bool:
    """Whether Qt can show windows: only on Linux a program can run without any screen."""
    return sys.platform != "linux" or any(map(os.environ.get, ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")))


def _say(sentence: str, **facts: object) -> None:
    sys.stderr.write(sentence.format(**facts) + "\n")
