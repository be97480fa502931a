"""`kpu-desk words`: the closing words of ceremonies, computed again from a folder of records alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from kpu_desk.cli.verify import WRONG_CALLS, print_report
from kpu_desk.domain.closing_list import ListFault, ListReport
from kpu_desk.domain.errors import KnownError
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services.closing_lists import closing_words
from kpu_desk.services.inspecting import FileReport, files_to_inspect, inspect_files, read_trusted
from kpu_desk.services.record_words import WordsReport, words_report

_FAULTS = {
    ListFault.NO_LIST: QT_TRANSLATE_NOOP("cli", "tidak ada Berita Acara dengan daftar penutupan"),
    ListFault.MISSING: QT_TRANSLATE_NOOP("cli", "rekaman {serial} tidak ada di folder ini"),
    ListFault.CHANGED: QT_TRANSLATE_NOOP("cli", "isi {serial} bukan yang ditutup"),
    ListFault.TWO_LISTS: QT_TRANSLATE_NOOP("cli", "dua Berita Acara menyebut daftar yang berbeda"),
}


def run_words(
    folder: Path,
    *,
    trust: Sequence[Path],
    workspace_certificates: tuple[bytes, ...],
    as_json: bool,
    out: TextIO,
    err: TextIO,
) -> int:
    """Prints the words of each ceremony in the folder.

    Returns:
        Exit status: 0 where every record is valid and every list whole; 1, and no words at all, where one is not;
        2 for a wrong call.
    """
    try:
        files = files_to_inspect([folder])
        trusted = read_trusted(trust) if trust else workspace_certificates
    except KnownError as error:
        print(translate("cli", WRONG_CALLS[error.code]).format(**error.facts), file=err)
        return 2
    report = words_report((one.path, one.report) for one in inspect_files(files, trusted))
    if as_json:
        json.dump(_as_json(report), out, indent=2, ensure_ascii=False)
        print(file=out)
    else:
        _print(report, out)
    return 0 if report.whole else 1


def _print(report: WordsReport, out: TextIO) -> None:
    for path, found in report.bad:
        print_report(FileReport(path, found), out)
    for listed in report.lists:
        print(f"{listed.title} ({listed.ceremony})", file=out)
        if listed.mark:
            told = translate("cli", "{mark}: kata penutup latihan, bukan dari upacara sungguhan")
            print(f"    {told.format(mark=listed.mark)}", file=out)
        for problem in listed.problems:
            print(f"    {translate('cli', _FAULTS[problem.fault]).format(serial=problem.serial)}", file=out)
        if report.whole:
            for place, word in enumerate(_words(listed), 1):
                print(f"    {place:2}. {word}", file=out)
    if not report.lists:
        print(translate("cli", "Tidak ada rekaman KPU Desk di folder ini."), file=out)
    elif not report.whole:
        print(translate("cli", "Tidak semuanya utuh; kata penutup tidak disebutkan."), file=out)


def _words(listed: ListReport) -> tuple[str, ...]:
    return () if listed.closing is None else closing_words(listed.closing)


def _as_json(report: WordsReport) -> dict[str, object]:
    return {
        "whole": report.whole,
        "not_valid": [{"file": str(path), "verdict": found.verdict.value} for path, found in report.bad],
        "ceremonies": [
            {
                "ceremony": listed.ceremony,
                "title": listed.title,
                "mark": listed.mark,
                "words": list(_words(listed)) if report.whole else None,
                "closing": listed.closing.digest() if listed.closing is not None and report.whole else None,
                "sheets": 0 if listed.closing is None else len(listed.closing.sheets),
                "beside": list(listed.beside),
                "problems": [{"code": p.fault.value, "serial": p.serial} for p in listed.problems],
            }
            for listed in report.lists
        ],
    }
