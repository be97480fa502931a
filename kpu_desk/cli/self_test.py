"""The first half of the self-test's face: prints what each check said."""

from __future__ import annotations

from typing import TextIO

from kpu_desk.language import translate
from kpu_desk.services.self_test import run_checks


def run_self_test(out: TextIO) -> int:
    """Runs every check that needs no window; status 0 only if all are well."""
    status = 0
    for result in run_checks():
        out.write(f"{outcome(result.well)}  {result.title}: {result.detail}\n")
        out.flush()
        if not result.well:
            status = 1
    return status


def outcome(well: bool) -> str:
    """How a check ended, in a word; both words are of one width."""
    words = (translate("cli", "GAGAL"), translate("cli", "baik"))
    return words[well].ljust(max(map(len, words)))
