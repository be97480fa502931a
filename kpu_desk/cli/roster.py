"""`kpu-desk roster check`: what an import would bring, as JSON or as a list to read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from kpu_desk import language
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import RosterReading, RosterRow, Severity
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services.roster_check import check_roster, exit_status
from kpu_desk.services.roster_sentences import problem_sentence, roster_error_sentence

_HEADINGS = (
    QT_TRANSLATE_NOOP("cli", "Baris"),
    QT_TRANSLATE_NOOP("cli", "Nama"),
    QT_TRANSLATE_NOOP("cli", "NIP"),
    QT_TRANSLATE_NOOP("cli", "Pangkat"),
    QT_TRANSLATE_NOOP("cli", "Jabatan"),
    QT_TRANSLATE_NOOP("cli", "Unit"),
)
_WIDEST = 44
_INDENTED = 1_000
_SEVERITIES = {
    Severity.ERROR: QT_TRANSLATE_NOOP("cli", "GALAT"),
    Severity.WARNING: QT_TRANSLATE_NOOP("cli", "PERINGATAN"),
    Severity.INFO: QT_TRANSLATE_NOOP("cli", "CATATAN"),
}


def run_roster_check(path: Path, *, as_json: bool, out: TextIO, err: TextIO, today: date | None = None) -> int:
    """Check a roster and print what was found.

    Returns:
        The exit status: 0 nothing to correct, 1 an error or a warning, 2 no roster (then ``out`` stays empty and
        the reason is on ``err``).
    """
    try:
        reading = check_roster(path, today)
    except RosterError as error:
        print(roster_error_sentence(error), file=err)
        return 2
    if as_json:
        # ASCII escapes are valid whatever encoding the terminal or pipe has.
        # Indented text is written by json's slow encoder, which a list of thousands would wait for.
        indent = 2 if len(reading.rows) + len(reading.problems) <= _INDENTED else None
        print(json.dumps(_document(reading), indent=indent), file=out)
    else:
        _print_list(reading, out)
    return exit_status(reading)


def _document(reading: RosterReading) -> dict[str, object]:
    return {
        "rows": [
            {
                "row": row.row,
                "sheet": row.sheet,
                "name": row.name,
                "nip": row.nip,
                "rank": row.rank,
                "office": row.office,
                "unit": row.unit,
            }
            for row in reading.rows
        ],
        "problems": [
            {
                "row": problem.row,
                "cell": problem.cell,
                "code": problem.code.value,
                "severity": problem.severity.value,
                "message": problem_sentence(problem),
            }
            for problem in reading.problems
        ],
    }


def _print_list(reading: RosterReading, out: TextIO) -> None:
    table = [tuple(translate("cli", word) for word in _HEADINGS), *(_texts(row) for row in reading.rows)]
    widths = [min(_WIDEST, max(len(line[place]) for line in table)) for place in range(len(_HEADINGS))]
    for line in table:
        print(_line(line, widths), file=out)
    if reading.problems:
        print(file=out)
    for severity, word in _SEVERITIES.items():
        for problem in reading.problems:
            if problem.severity is severity:
                print(f"{translate('cli', word)}: {problem_sentence(problem)}", file=out)
    errors, warnings = reading.count(Severity.ERROR), reading.count(Severity.WARNING)
    people = len(reading.rows)
    print(
        "\n"
        + language.tr("{n} orang dapat diimpor; {errors}, {warnings}.", "", people).format(
            n=people,
            errors=language.tr("{n} galat", "", errors).format(n=errors),
            warnings=language.tr("{n} peringatan", "", warnings).format(n=warnings),
        ),
        file=out,
    )


def _texts(row: RosterRow) -> tuple[str, ...]:
    return (str(row.row), row.name, row.nip or "-", row.rank or "-", row.office, row.unit or "-")


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    cells = (text if len(text) <= width else text[: width - 1] + "…" for text, width in zip(texts, widths, strict=True))
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
