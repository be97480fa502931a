"""The closing words from a folder of records alone: each file verified, each list held against its records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kpu_desk.domain.closing_list import ListReport, check_lists
from kpu_desk.domain.verdict import SealReport, Verdict


@dataclass(frozen=True, slots=True)
class WordsReport:
    """What a folder says: files that are not VALID, and one report for each ceremony among the others."""

    bad: tuple[tuple[Path, SealReport], ...]
    lists: tuple[ListReport, ...]

    @property
    def whole(self) -> bool:
        """Whether every file is intact and no list misses a sheet; only then are there words."""
        return bool(self.lists) and not self.bad and not any(report.problems for report in self.lists)


def words_report(inspected: Iterable[tuple[Path, SealReport]]) -> WordsReport:
    """Reads the data of the files that were found VALID; a VALID file that is no record of this program is left out."""
    from kpu_desk.pdf.record_data import record_data

    bad, records = [], []
    for path, report in inspected:
        if report.verdict is not Verdict.VALID:
            bad.append((path, report))
        elif (data := record_data(path)) is not None:
            records.append(data)
    return WordsReport(tuple(bad), check_lists(records))
