"""The first half of the self-test's face: prints what each check said."""

from __future__ import annotations

from typing import TextIO

from kpu_desk.services.self_test import run_checks


def run_self_test(out: TextIO) -> int:
    """Runs every check that needs no window; status 0 only if all are well."""
    status = 0
    for result in run_checks():
        out.write(f"{'baik ' if result.well else 'GAGAL'}  {result.title}: {result.detail}\n")
        out.flush()
        if not result.well:
            status = 1
    return status
