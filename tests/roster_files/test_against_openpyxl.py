"""Our own parser of worksheets against openpyxl's: the same texts in the same cells."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from kpu_desk.domain.roster import CellKind
from kpu_desk.roster_files.xlsx_grid import read_xlsx
from tests.roster_files.packages import shared, strict

texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=30)
values = st.one_of(
    st.none(),
    texts,
    st.integers(-(10**18), 10**18),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.datetimes(min_value=datetime(1900, 3, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001 - as in a spreadsheet
    st.just(time(9, 30)),
    st.sampled_from(["=A1+1", '=IF(A1="x",1,2)', "#N/A", "_x000D_", " x ", "a\nb", "<b>&amp;"]),
)
grids = st.lists(st.lists(values, max_size=6), max_size=8)


def expected(value: object, data_type: str) -> tuple[str, CellKind] | None:
    """What must come out; None for a cell with nothing but white space."""
    if value is None or (isinstance(value, str) and not unescape(value).strip()):
        return None
    if isinstance(value, bool):
        return str(value).upper(), CellKind.NUMBER
    if isinstance(value, datetime | time):
        return "", CellKind.DATE
    if isinstance(value, int | float):
        return "", CellKind.NUMBER
    text = unescape(str(value))
    return text, CellKind.FORMULA if data_type == "f" else CellKind.ERROR if data_type == "e" else CellKind.TEXT


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(grid=grids, hide=st.sets(st.integers(1, 8)), form=st.sampled_from(["inline", "shared", "strict"]))
def test_the_same_cells_as_openpyxl(tmp_path: Path, grid: list[list[object]], hide: set[int], form: str) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, cells in enumerate(grid, start=1):
        for column, value in enumerate(cells, start=1):
            sheet.cell(row, column).value = value  # type: ignore[assignment]  # the strategies give what it takes
    for row in hide:
        sheet.row_dimensions[row].hidden = True
    sheet.merge_cells("H1:I2")
    book.save(path)
    theirs = openpyxl.load_workbook(BytesIO(path.read_bytes())).worksheets[0]
    if form == "shared":
        shared(path)
    elif form == "strict":
        strict(path)
    (ours,) = read_xlsx(path.read_bytes())
    found = {
        (row, column): (cell.text, cell.kind) for row, cells in ours.cells.items() for column, cell in cells.items()
    }
    wanted = {
        (row, column): one
        for row, cells in enumerate(theirs.iter_rows(), start=1)
        for column, cell in enumerate(cells, start=1)
        if (one := expected(cell.value, cell.data_type)) is not None
    }
    assert found.keys() == wanted.keys()
    for place, (text, kind) in wanted.items():
        assert found[place][1] is kind
        if kind in (CellKind.NUMBER, CellKind.DATE) and not text:
            value = theirs.cell(*place).value
            assert kind is CellKind.DATE or float(found[place][0]) == float(value)  # type: ignore[arg-type]  # a number
        else:
            assert found[place][0] == text
    assert ours.hidden_rows == frozenset(row for row in hide if row in ours.cells)
    assert [(m.top, m.left, m.bottom, m.right) for m in ours.merges.get(1, ())] in ([], [(1, 8, 2, 9)])
