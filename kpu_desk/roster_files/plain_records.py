"""Records of a CSV text without quotation marks: each is a line, so the text need not be taken apart to be read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import overload

from kpu_desk.domain.roster_everyday import RECORD_SEPARATOR, UNIT_SEPARATOR

# Quotation marks may hold line breaks; csv once knew no zero byte; str.splitlines() breaks lines at the others too.
_NOT_PLAIN = '"\0\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029'
_LINE_END = re.compile(r"\r\n?|\n")


class PlainRecords(Sequence[list[str]]):
    """Each record is split when somebody looks at it."""

    def __init__(self, text: str, separator: str) -> None:
        self._text = text if text.endswith(("\n", "\r")) or not text else text + "\n"
        self._lines, self.separator = text.splitlines(), separator

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> list[str]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[str]]: ...
    def __getitem__(self, index: int | slice) -> list[str] | list[list[str]]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        line = self._lines[index]
        return line.split(self.separator) if line else []

    def text(self, after: int) -> str:
        """The lines of all records but the first ``after``."""
        ends = [found.end() for found in islice(_LINE_END.finditer(self._text), after)]
        return self._text[ends[-1] :] if ends else self._text

    def firsts(self) -> Iterator[str]:
        """The first field of each record."""
        return (line.partition(self.separator)[0] for line in self._lines)


def plain_records(text: str, separator: str) -> PlainRecords | None:
    """The records, equal to those of ``csv.reader``; None for a text that is not as plain as that."""
    if any(char in text for char in _NOT_PLAIN) or not _has_short_lines(text):
        return None
    return PlainRecords(text, separator)


def _has_short_lines(text: str) -> bool:
    """Whether no field can be longer than the csv module takes: a line ends in every half of that."""
    half = csv.field_size_limit() // 2
    return all(text.find("\n", start, start + half) >= 0 for start in range(0, len(text) - half, half))


def joined(records: Sequence[Sequence[str]]) -> str:
    """Records whose fields may hold line breaks as one text; empty where a field holds what would stand between."""
    text = "".join(UNIT_SEPARATOR.join(fields) + RECORD_SEPARATOR for fields in records)
    breaks = sum(map(len, records)) - sum(map(bool, records)), len(records)
    return text if (text.count(UNIT_SEPARATOR), text.count(RECORD_SEPARATOR)) == breaks else ""
