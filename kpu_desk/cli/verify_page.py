"""`kpu-desk verify-page`: reads the codes of scanned and photographed pages, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from kpu_desk import language
from kpu_desk.cli.verify import INTERRUPTED, WRONG_CALLS
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.page_code import PageCode
from kpu_desk.domain.page_report import PageVerdict
from kpu_desk.domain.verdict import cleaned
from kpu_desk.language import translate
from kpu_desk.services.inspecting import read_trusted
from kpu_desk.services.reading_pages import (
    CAVEAT,
    PageFound,
    field_rows,
    page_reason_sentence,
    page_verdict_word,
    read_page_files,
    read_record_pages,
)


def run_verify_page(
    paths: Sequence[Path],
    *,
    trust: Sequence[Path],
    workspace_certificates: tuple[bytes, ...],
    record: Path | None,
    as_json: bool,
    out: TextIO,
    err: TextIO,
) -> int:
    """Read pages and print what was found.

    Args:
        paths: PNG, JPEG or PDF files.
        trust: certificate files that replace those of the workspace.
        workspace_certificates: pinned certificates of the workspace, PEM or DER.
        record: the sealed record that the pages shall belong to.
        as_json: exactly one JSON document on ``out`` instead of text.
        out: for the result.
        err: for messages.

    Returns:
        Exit status: 0 where every page is SIGNED (and belongs to the record, where one is named), 1 where one is not,
        2 for a wrong call; 130, as shells have it, when it was stopped with Ctrl+C, and then no JSON.
    """
    found: list[PageFound] = []
    try:
        for path in paths:
            if not path.exists():
                raise KnownError("NO_SUCH_PATH", path=cleaned(str(path)))
        trusted = read_trusted(trust) if trust else workspace_certificates
        pages = None if record is None else read_record_pages(record, trusted)
        for results in read_page_files(paths, trusted, record=pages):
            found += results
            if not as_json:
                for result in results:
                    _print_result(result, out)
    except KnownError as error:
        print(translate("cli", WRONG_CALLS[error.code]).format(**error.facts), file=err)
        return 2
    except KeyboardInterrupt:
        told = language.tr("Dihentikan; {n} halaman sudah dibaca.", "", len(found))
        print(told.format(n=len(found)), file=err)
        return INTERRUPTED
    if as_json:
        json.dump([_as_json(result, compared=record is not None) for result in found], out, indent=2)
        print(file=out)
    elif any(result.report.code is not None for result in found):
        print(translate("page", CAVEAT), file=out)
    return 0 if all(_is_good(result, compared=record is not None) for result in found) else 1


def _is_good(result: PageFound, *, compared: bool) -> bool:
    return result.report.verdict is PageVerdict.SIGNED and (result.belongs or not compared)


def _print_result(result: PageFound, out: TextIO) -> None:
    report = result.report
    line = translate("cli", "{verdict}: {file}, halaman {page}")
    print(
        line.format(verdict=page_verdict_word(report.verdict).upper(), file=result.shown_name, page=report.page),
        file=out,
    )
    for reason in result.reasons:
        print(f"    {page_reason_sentence(reason)}", file=out)
    if report.code is not None:
        for label, words in field_rows(report.code):
            print(f"    {label + ':':20}{words}", file=out)


def _as_json(result: PageFound, *, compared: bool) -> dict[str, object]:
    report = result.report
    found: dict[str, object] = {
        "file": str(result.path),
        "page": report.page,
        "verdict": report.verdict.value,
        "reasons": [{"code": reason.code, "message": page_reason_sentence(reason)} for reason in result.reasons],
        "fields": None if report.code is None else _fields(report.code),
    }
    return found | {"belongs": result.belongs} if compared else found


def _fields(code: PageCode) -> dict[str, object]:
    return {
        "serial": code.serial,
        "page": code.page,
        "pages": code.pages,
        "day": code.day.isoformat(),
        "digest": code.digest.hex(),
        "signers": code.signers,
        "initials": list(code.initials),
    }
