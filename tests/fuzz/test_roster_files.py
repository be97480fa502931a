"""The entrances for CSV and XLSX under random and damaged files: a reading or a known error, never anything else."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings, target
from hypothesis import strategies as st

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import Column, RosterReading, Severity
from kpu_desk.domain.roster_mapping import ColumnMapping, Placing, RosterRequest
from kpu_desk.domain.roster_text import fold, odd_character
from kpu_desk.roster_files.reading import read_roster
from kpu_desk.services.roster_check import exit_status
from kpu_desk.services.roster_sentences import problem_sentence, roster_error_sentence
from tests.roster_files.packages import HEADER, MAIN, ONE, SHEET, plain, shared, strict
from tests.roster_files.sample_rosters import quirky_xlsx

TODAY = date(2026, 1, 22)
fuzzing = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    # Without the last phase: a failing file is small enough, and explaining it runs everything under a tracer.
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink],
    deadline=None,
)

# Pieces that rosters are made of, and those that readers stumble over.
PIECES = [
    *("Nama", "NIP (Wajib)", "Jabatan", "Pangkat/Gol", "Unit Kerja", "No", "198609262015051001", "III/c", "Penata"),
    *("Bagian Umum", "Jumlah", "Jakarta, 2 Januari 2026", "Sekretaris,", "Contoh", "Panduan", "NIP. 1986", "1,9E+17"),
    *('="198609262015051001"', "=cmd|' /C calc'!A0", "@SUM(1)", "-1", "#N/A", "<b>", "&amp;", "'1986", "(1)", "(((((("),
    *("\u202e", "\u200b", "\ufffd", "\x00", "\x1b[31m", "\ufeff", "\u2028", "\x85", "\U0001f600", "e\u0301" * 9),
    *('"', '""', ";", ",", "\t", "|", "\r", "\n", "\r\n", "sep=;", "sep=,", " ", "  ", ""),
]
texts = st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
requests = st.builds(
    RosterRequest,
    sheet=st.sampled_from([None, None, None, "Sheet", "Daftar Pegawai", "x"]),
    mapping=st.dictionaries(texts, st.sampled_from([None, *Column]), max_size=3).map(
        lambda headers: ColumnMapping().with_headers(headers)
    ),
    placing=st.one_of(
        st.none(),
        st.none(),
        st.builds(
            Placing,
            st.integers(-1, 5),
            st.dictionaries(st.sampled_from(Column), st.integers(-1, 101), max_size=6).map(lambda d: tuple(d.items())),
        ),
    ),
    foreign=st.sampled_from([frozenset[str](), frozenset("\U0001f600\u202e\ue000")]),
    mark=st.sampled_from([None, "\u25ca"]),
)


def enter(path: Path, data: bytes, request: RosterRequest, label: str = "") -> RosterReading | None:
    """Reads the file as the child does; whatever comes out must be whole and sayable."""
    path.write_bytes(data)
    try:
        reading = read_roster(path, TODAY, request)
    except RosterError as error:
        sentence = roster_error_sentence(error)
        assert sentence.endswith(".")
        assert sentence.isprintable()
        return None
    for one in reading.problems:
        sentence = problem_sentence(one)
        assert sentence.isprintable()
    refused = {one.row for one in reading.problems if one.severity is Severity.ERROR}
    for row in reading.rows:
        assert row.row not in refused
        for text in (row.name, row.office, row.unit or "x", row.rank or "x"):
            assert text == fold(text) != ""
            assert odd_character(text) is None
            assert "\ufffd" not in text
        assert row.nip is None or (len(row.nip) == 18 and row.nip.isascii() and row.nip.isdigit())
    assert exit_status(reading) in (0, 1)
    target(float(len(reading.rows)), label=f"people{label}")
    target(float(len({one.code for one in reading.problems})), label=f"kinds of problems{label}")
    return reading


@fuzzing
@given(st.binary(max_size=2_000), requests)
@example(b"\xff\xfe\x00\xd8", RosterRequest())
def test_bytes(tmp_path: Path, data: bytes, request_: RosterRequest) -> None:
    enter(tmp_path / "a", data, request_)


@fuzzing
@given(st.lists(texts, max_size=60), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), requests)
def test_csv_of_pieces(tmp_path: Path, pieces: list[str], encoding: str, request_: RosterRequest) -> None:
    enter(tmp_path / "a", "".join(pieces).encode(encoding, "replace"), request_)


@fuzzing
@given(st.lists(st.lists(texts, max_size=8), max_size=12), st.sampled_from(";,\t|"), requests)
def test_csv_records_under_a_header(
    tmp_path: Path, records: list[list[str]], separator: str, request_: RosterRequest
) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([HEADER, *records])
    enter(tmp_path / "a", stream.getvalue().encode(), request_)


@cache
def workbooks(folder: Path) -> tuple[bytes, ...]:
    """Whole workbooks to be damaged: plain, quirky, with shared strings, strict."""
    quirky_xlsx(folder / "quirky.xlsx", 24)
    whole = [plain(folder / "plain.xlsx").read_bytes(), (folder / "quirky.xlsx").read_bytes()]
    whole.append(shared(folder / "quirky.xlsx").read_bytes())
    whole.append(strict(folder / "quirky.xlsx").read_bytes())
    return tuple(whole)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, ...]:
    return workbooks(tmp_path_factory.mktemp("whole"))


damages = st.lists(
    st.tuples(st.integers(0, 1 << 20), st.one_of(st.binary(max_size=6), st.integers(1, 400))), min_size=1, max_size=6
)


def damaged(data: bytes, damage: list[tuple[int, bytes | int]]) -> bytes:
    """Bytes put in the place of others, or cut out."""
    for at, what in damage:
        place = at % (len(data) + 1)
        if isinstance(what, bytes):
            data = data[:place] + what + data[place + len(what) :]
        else:
            data = data[:place] + data[place + what :]
    return data


@fuzzing
@given(which=st.integers(0, 3), damage=damages, request_=requests)
def test_workbooks_with_damaged_bytes(
    tmp_path: Path, whole: tuple[bytes, ...], which: int, damage: list[tuple[int, bytes | int]], request_: RosterRequest
) -> None:
    enter(tmp_path / "a", damaged(whole[which], damage), request_)


@fuzzing
@given(which=st.integers(0, 3), part=st.integers(0, 20), damage=damages, request_=requests)
def test_workbooks_with_damaged_parts(
    *,
    tmp_path: Path,
    whole: tuple[bytes, ...],
    which: int,
    part: int,
    damage: list[tuple[int, bytes | int]],
    request_: RosterRequest,
) -> None:
    """The damage is inside one part, under a sound package: what the readers of the XML get to see."""
    with zipfile.ZipFile(io.BytesIO(whole[which])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chosen = sorted(parts)[part % len(parts)]
    parts[chosen] = damaged(parts[chosen], damage)
    enter(tmp_path / "a", packed(parts), request_)


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


# Fragments of a worksheet in any order: unclosed, nested in each other, with wild references.
references = st.sampled_from(
    ["A1", "B2", "C3", "E2", "$F$2", "XFD1048576", "A0", "2B", "", "ZZZ1", "B99999999999", "A1:F9"]
)
values = st.sampled_from(
    ["1", "0", "-1", "5", "99", "1.98609262015051E+17", "nan", "inf", "1e999", "x", "", "2026-01-02"]
)
kinds = st.sampled_from(["n", "s", "b", "e", "d", "str", "inlineStr", "x"])
cells = st.builds(
    lambda ref, kind, style, value, formula, text: (
        f'<c r="{ref}" t="{kind}" s="{style}">{formula}<v>{value}</v><is><t>{text}</t></is></c>'
    ),
    references,
    kinds,
    st.sampled_from(["0", "1", "7", "-1", "x", ""]),
    values,
    st.sampled_from(
        ["", "<f>A1+1</f>", "<f/>", '<f t="shared" si="0">A1</f>', '<f t="shared" si="0"/>', '<f t="dataTable"/>']
    ),
    st.sampled_from(["Nama", "Jabatan", "NIP", "Bestari", "_x0007_", "_xD800_", "198609262015051001", "Analis", ""]),
)
fragments = st.one_of(
    cells,
    st.sampled_from(
        [
            *("<row>", "</row>", '<row r="3" hidden="1">', '<row r="0">', "<sheetData>", "</sheetData>", "<c>", "</c>"),
            *('<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', '<mergeCell ref=":"/>', "<rPh><t>x</t></rPh>"),
            *(
                '<cols><col min="1" max="3" hidden="1"/></cols>',
                "<!-- x -->",
                "<![CDATA[<b>]]>",
                "&#7;",
                "&lt;",
                "<x:y/>",
            ),
        ]
    ),
)


@fuzzing
@given(body=st.lists(fragments, max_size=40), request_=requests)
def test_worksheets_of_fragments(tmp_path: Path, body: list[str], request_: RosterRequest) -> None:
    sound = "".join(f'<row r="{row}">{text}</row>' for row, text in enumerate(_rows(), start=1))
    bodies = ("".join(body), f"<sheetData>{sound}{''.join(body)}</sheetData>")
    for label, inside in zip((" alone", " below"), bodies, strict=True):
        xml = f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'.encode()
        with zipfile.ZipFile(_plain(tmp_path)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        parts[SHEET] = xml
        enter(tmp_path / "a", packed(parts), request_, label)


def _rows() -> list[str]:
    return ["".join(f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in row) for row in (HEADER, ONE)]


def _plain(folder: Path) -> Path:
    path = folder / "plain.xlsx"
    return path if path.exists() else plain(path)


def test_the_pieces_reach_deep(tmp_path: Path, at_length: Callable[[int, int], int]) -> None:
    """The fuzzing would prove nothing if every file were refused at the door."""
    reached = set()
    for piece in PIECES[: at_length(40, len(PIECES))]:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=";").writerows([HEADER, ONE, (2, piece, piece, piece, "Dokter", piece)])
        reading = enter_plainly(tmp_path / "a.csv", stream.getvalue().encode())
        reached |= {one.code for one in reading.problems} if reading else set()
    assert len(reached) >= 10


def enter_plainly(path: Path, data: bytes) -> RosterReading | None:
    path.write_bytes(data)
    try:
        return read_roster(path, TODAY)
    except RosterError:
        return None
