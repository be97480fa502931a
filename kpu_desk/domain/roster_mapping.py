"""Which sheet of a workbook, and which of its columns: what a person says where the words of a header do not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import Column

_FORMAT = "kpu-desk roster mapping 1"
_LONGEST_WORDS = 60
_MOST_COLUMNS = 200


def header_key(text: str) -> str:
    """A header's words without case, notes in brackets and punctuation; empty for what cannot be a header.

    A text with three digits in a row or of more than 60 characters is a datum and not a header, so it is never
    remembered.
    """
    if len(text) > 2 * _LONGEST_WORDS:
        return ""
    outside = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    key = " ".join(re.findall(r"[^\W_]+", outside.casefold()))
    return "" if len(key) > _LONGEST_WORDS or re.search(r"\d{3}", key) else key


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """What a header means at this office.

    Attributes:
        words: the header as :func:`header_key` gives it.
        column: what stands under it; None when it is not to be read.
    """

    words: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What an office's own headers mean; holds words of headers only, no person's data."""

    columns: tuple[MappedColumn, ...] = ()

    def meanings(self) -> Mapping[str, Column | None]:
        """Header key → column."""
        return {mapped.words: mapped.column for mapped in self.columns}

    def with_headers(self, headers: Mapping[str, Column | None]) -> ColumnMapping:
        """The mapping with further headers, as written; what cannot be a header is left out, the newest counts."""
        kept = dict(self.meanings())
        for text, column in headers.items():
            if key := header_key(text):
                kept.pop(key, None)
                kept[key] = column
        newest = list(kept.items())[-_MOST_COLUMNS:]
        return ColumnMapping(tuple(MappedColumn(words, column) for words, column in newest))

    def to_json(self) -> str:
        """The mapping as text for a file."""
        columns = {mapped.words: mapped.column.value if mapped.column else None for mapped in self.columns}
        return json.dumps({"format": _FORMAT, "columns": columns}, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> ColumnMapping:
        """Reads :meth:`to_json`.

        Raises:
            RosterError: WRONG_MAPPING for any other text.
        """
        try:
            document = json.loads(text)
            if document["format"] != _FORMAT or len(document["columns"]) > _MOST_COLUMNS:
                raise RosterError("WRONG_MAPPING")
            columns = tuple(
                MappedColumn(words, None if column is None else Column(column))
                for words, column in document["columns"].items()
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise RosterError("WRONG_MAPPING") from error
        if any(mapped.words != header_key(mapped.words) for mapped in columns):
            raise RosterError("WRONG_MAPPING")
        return cls(columns)


@dataclass(frozen=True, slots=True)
class Placing:
    """Columns pointed at by hand, for one file.

    Attributes:
        header_row: number of the row above the first person; 0 when the people begin in row 1.
        places: what stands in which column, numbered from 1; NAME and OFFICE must be among them.
    """

    header_row: int
    places: tuple[tuple[Column, int], ...]


@dataclass(frozen=True, slots=True)
class RosterRequest:
    """How a roster is to be read.

    Attributes:
        sheet: name of the worksheet; None for the first that holds a roster.
        mapping: what the office's own headers mean.
        placing: columns pointed at by hand; wins over all words.
        foreign: characters that cannot be printed.
        mark: None to refuse rows with such characters, else what replaces each of them.
    """

    sheet: str | None = None
    mapping: ColumnMapping = ColumnMapping()
    placing: Placing | None = None
    foreign: frozenset[str] = frozenset()
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class SketchedRow:
    """A row of a sketch; texts are cleaned and shortened, one for each column from the first."""

    number: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetSketch:
    """A worksheet as it is offered for choice and mapping; nothing in it is exact.

    Attributes:
        name: None for a CSV file.
        filled_rows: rows that hold anything.
        people: how many people were found; 0 when the sheet is no roster as it stands.
        header_row: the row found, or the first that may be a header; 0 for an empty sheet.
        columns: what was recognised: column number → what it holds.
        rows: the first filled rows.
    """

    name: str | None
    hidden: bool
    filled_rows: int
    people: int
    header_row: int
    columns: tuple[tuple[int, Column], ...]
    rows: tuple[SketchedRow, ...]
