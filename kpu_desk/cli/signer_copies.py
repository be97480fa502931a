"""`kpu-desk verify --signer-copies`: the sheet as each signer saw it, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from kpu_desk.cli.verify import INTERRUPTED, WRONG_CALLS, print_report, report_as_json
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.signer_copies import SignerCopy
from kpu_desk.domain.verdict import Verdict, cleaned
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services.inspecting import FileReport, read_trusted
from kpu_desk.services.signer_copies import (
    NOT_PROVEN,
    PROVEN,
    WrittenCopies,
    copies_reason_sentence,
    copy_sentence,
    write_signer_copies,
)

_NOT_WRITTEN = {
    "FILE_EXISTS": QT_TRANSLATE_NOOP("cli", "Berkas {path} sudah ada; tidak ada yang ditulis."),
    "DISK_FULL": QT_TRANSLATE_NOOP("cli", "Media penyimpan penuh; salinan tidak ditulis seluruhnya."),
    "NO_RIGHTS": QT_TRANSLATE_NOOP("cli", "Tidak ada hak untuk menulis ke folder itu."),
    "FILE_MISSING": QT_TRANSLATE_NOOP("cli", "Folder induknya tidak ada."),
    "FILE_FAILED": QT_TRANSLATE_NOOP("cli", "Salinan tidak dapat ditulis."),
}


def run_signer_copies(
    paths: Sequence[str],
    folder: Path,
    *,
    trust: Sequence[Path],
    workspace_certificates: tuple[bytes, ...],
    as_json: bool,
    out: TextIO,
    err: TextIO,
) -> int:
    """Check one record and write what each signer saw.

    Args:
        paths: exactly one file.
        folder: for the copies.
        trust, workspace_certificates, as_json, out, err: as ``run_verify`` takes them.

    Returns:
        Exit status: 0 where the file is VALID and every signer's copy agrees and was written, 1 where not, 2 for a
        wrong call, also where a file of that name is there; 130 when it was stopped with Ctrl+C.
    """
    try:
        if len(paths) != 1 or Path(paths[0]).is_dir():
            print(translate("cli", "Dengan --signer-copies sebutkan tepat satu berkas rekaman."), file=err)
            return 2
        file = Path(paths[0])
        if not file.exists():
            raise KnownError("NO_SUCH_PATH", path=cleaned(str(file)))
        trusted = read_trusted(trust) if trust else workspace_certificates
        written = write_signer_copies(file, trusted, folder)
    except KnownError as error:
        facts = {name: cleaned(str(value)) for name, value in error.facts.items()}
        print(translate("cli", (WRONG_CALLS | _NOT_WRITTEN)[error.code]).format(**facts), file=err)
        return 2 if error.code in WRONG_CALLS or error.code == "FILE_EXISTS" else 1
    except KeyboardInterrupt:
        print(translate("cli", "Dihentikan."), file=err)
        return INTERRUPTED
    result = FileReport(file, written.found.report)
    if as_json:
        json.dump([report_as_json(result) | {"signer_copies": _as_json(written)}], out, indent=2)
        print(file=out)
    else:
        print_report(result, out)
        _print_copies(written, out)
    return 0 if written.complete else 1


def _print_copies(written: WrittenCopies, out: TextIO) -> None:
    found = written.found
    for reason in found.reasons:
        print(f"    {copies_reason_sentence(reason)}", file=out)
    for copy, path in zip(found.copies, written.files, strict=True):
        print(f"    {copy_sentence(copy, path)}", file=out)
    if found.report.verdict is not Verdict.VALID:
        print(translate("cli", "Salinan hanya ditulis dari rekaman yang sah; tidak ada yang ditulis."), file=out)
    elif written.complete:
        print(translate("copies", PROVEN), translate("copies", NOT_PROVEN), sep="\n", file=out)
    else:
        print(translate("cli", "Tidak semua salinan cocok; yang tidak cocok tidak ditulis."), file=out)


def _as_json(written: WrittenCopies) -> dict[str, object]:
    found = written.found
    return {
        "complete": written.complete,
        "serial": found.serial,
        "sheet_sha256": found.sheet_sha256,
        "file_sha256": found.file_sha256,
        "reasons": [{"code": reason.code, "message": copies_reason_sentence(reason)} for reason in found.reasons],
        "signers": [_signer(copy, path) for copy, path in zip(found.copies, written.files, strict=True)],
        "proven": translate("copies", PROVEN) if written.complete else None,
        "not_proven": translate("copies", NOT_PROVEN),
    }


def _signer(copy: SignerCopy, path: Path | None) -> dict[str, object]:
    return {
        "number": copy.number,
        "slot": copy.slot,
        "role": copy.role,
        "name": copy.name,
        "file": None if path is None else str(path),
        "sheet": copy.sheet,
        "evidence": copy.evidence,
        "earlier": copy.earlier,
        "drawn": copy.drawn,
        "earlier_inks": copy.earlier_inks,
    }
