"""`kpu-desk verify`: checks PDF files and folders against trusted certificates, for people and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.verdict import SignatureReport, Verdict
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services.inspecting import (
    FileReport,
    files_to_inspect,
    inspect_files,
    read_trusted,
    reason_sentence,
    report_word,
)

INTERRUPTED = 130

_PROGRESS_STEP = 20

WRONG_CALLS = {
    "NO_SUCH_PATH": QT_TRANSLATE_NOOP("cli", "Berkas atau folder {path} tidak ada."),
    "FOLDER_UNREADABLE": QT_TRANSLATE_NOOP("cli", "Folder {path} tidak dapat dibaca."),
    "TRUST_FILE_UNREADABLE": QT_TRANSLATE_NOOP("cli", "Berkas sertifikat {path} tidak dapat dibaca."),
    "NOT_A_CERTIFICATE": QT_TRANSLATE_NOOP("cli", "Berkas {path} bukan sertifikat (PEM atau DER)."),
}


def run_verify(
    paths: Sequence[str],
    *,
    trust: Sequence[Path],
    workspace_certificates: tuple[bytes, ...],
    as_json: bool,
    out: TextIO,
    err: TextIO,
) -> int:
    """Check files and print what was found.

    Args:
        paths: files, and folders that stand for their ``*.pdf``.
        trust: certificate files that replace those of the workspace.
        workspace_certificates: pinned certificates of the workspace, PEM or DER.
        as_json: exactly one JSON document on ``out`` instead of text.
        out: for the result.
        err: for progress and messages.

    Returns:
        Exit status: 0 where every file is VALID, 1 where one is not or there is none, 2 for a wrong call; 130, as
        shells have it, when it was stopped with Ctrl+C, and then no JSON.
    """
    try:
        files = files_to_inspect([Path(path) for path in paths])
        trusted = read_trusted(trust) if trust else workspace_certificates
    except KnownError as error:
        print(translate("cli", WRONG_CALLS[error.code]).format(**error.facts), file=err)
        return 2
    if not files:
        print(translate("cli", "Tidak ada berkas PDF untuk diperiksa."), file=err)
    results: list[FileReport] = []
    try:
        for result in inspect_files(files, trusted):
            results.append(result)
            if not as_json:
                print_report(result, out)
            if len(files) > 1 and (len(results) % _PROGRESS_STEP == 0 or len(results) == len(files)):
                print(
                    translate("cli", "{done} dari {n} berkas diperiksa.").format(done=len(results), n=len(files)),
                    file=err,
                )
    except KeyboardInterrupt:
        told = translate("cli", "Dihentikan; {done} dari {n} berkas sudah diperiksa.")
        print(told.format(done=len(results), n=len(files)), file=err)
        return INTERRUPTED
    if as_json:
        json.dump([report_as_json(result) for result in results], out, indent=2)
        print(file=out)
    elif len(results) > 1:
        _print_summary(results, out)
    good = bool(results) and all(result.report.verdict is Verdict.VALID for result in results)
    return 0 if good else 1


def print_report(result: FileReport, out: TextIO) -> None:
    """One file's verdict with its reasons and signatures, for people."""
    print(f"{report_word(result.report).upper()}: {result.shown_name}", file=out)
    for reason in result.report.reasons:
        print(f"    {reason_sentence(reason)}", file=out)
    for signature in result.report.signatures:
        print(f"    {_signature_line(signature)}", file=out)


def _signature_line(signature: SignatureReport) -> str:
    what = translate("cli", "Stempel waktu") if signature.time_stamp else translate("cli", "Tanda tangan")
    by = signature.signer or translate("cli", "tidak diketahui")
    at = ""
    if signature.at:
        at = translate("cli", ", waktu menurut penanda tangan {at}").format(at=f"{signature.at:%d-%m-%Y %H.%M.%S %z}")
    whole = translate("cli", "utuh") if signature.intact else translate("cli", "tidak utuh")
    return f"{what}: {by}{at} ({whole})."


def _print_summary(results: Sequence[FileReport], out: TextIO) -> None:
    order = list(Verdict)
    reports = sorted((result.report for result in results), key=lambda report: order.index(report.verdict))
    parts = [f"{number} {word.lower()}" for word, number in Counter(map(report_word, reports)).items()]
    print(translate("cli", "{n} berkas: {verdicts}.").format(n=len(results), verdicts="; ".join(parts)), file=out)


def report_as_json(result: FileReport) -> dict[str, object]:
    """The same as plain values."""
    report = result.report
    return {
        "file": str(result.path),
        "verdict": report.verdict.value,
        "reasons": [{"code": reason.code, "message": reason_sentence(reason)} for reason in report.reasons],
        "signatures": [
            {
                "field": signature.field,
                "signer": signature.signer,
                "intact": signature.intact,
                "trusted": signature.trusted,
                "covers_whole_file": signature.covers_whole_file,
                "at": signature.at.isoformat() if signature.at else None,
                "time_stamp": signature.time_stamp,
            }
            for signature in report.signatures
        ],
    }
