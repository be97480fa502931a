"""Tables for spreadsheet programs: every cell a text that nothing computes, shortens or takes for a number."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence

from kpu_desk.domain.roster_text import shown

_LONGEST = 32_000  # a cell of a spreadsheet holds 32,767 characters
_STARTS_FORMULA = frozenset("=+-@|%\uff1d\uff0b\uff0d\uff20")
_WIDTHS = (6, 44, 24, 28, 52, 48)

Table = Sequence[Sequence[str]]


def csv_table(table: Table) -> bytes:
    """The table as CSV for an Indonesian office: semicolons (the comma is decimal there), UTF-8 with its mark, CRLF.

    A text that a spreadsheet would compute gets an apostrophe before it (OWASP, CSV injection). CSV has no type for
    a cell, so a number of many digits must come with its separators to stay a text.
    """
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(
        [[_guarded(shown(text, _LONGEST)) for text in row] for row in table]
    )
    return codecs.BOM_UTF8 + stream.getvalue().encode("utf-8")


def xlsx_table(title: str, table: Table) -> bytes:
    """The table as a workbook of one sheet; the first row is its header, all cells are texts.

    Cells that begin like a formula are marked with the quote prefix, so that they stay texts when somebody edits them.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    for row, texts in enumerate(table, start=1):
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(row, column, shown(text, _LONGEST))
            # openpyxl takes a leading "=" for a formula and "#N/A" for an error value.
            cell.data_type = "s"
            cell.number_format = "@"
            if _begins_formula(text):
                cell.quotePrefix = True
            if row == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _guarded(text: str) -> str:
    return f"'{text}" if _begins_formula(text) else text


def _begins_formula(text: str) -> bool:
    return text.lstrip()[:1] in _STARTS_FORMULA and bool(text.strip())
