"""The Big List of Naughty Strings as names, offices and units: exact where it is let in, refused by cell elsewhere."""

from __future__ import annotations

import csv
import io
import json
import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kpu_desk.domain.documents import DocumentKind, Role
from kpu_desk.domain.roster import ProblemCode, RosterReading, Severity
from kpu_desk.domain.roster_text import fold, has_letter, says_nothing
from kpu_desk.pdf.freeze import freeze_sheet
from kpu_desk.roster_files.csv_grid import _grid
from kpu_desk.services.roster_check import MARK, check_roster, unprintable_characters
from tests.pdf.sample_contents import STAFF, form_for, pact, sheet, with_slot

TODAY = date(2026, 1, 22)
AT = datetime(2026, 1, 22, 2, 0, tzinfo=UTC)
DATA = Path(__file__).parents[3] / "shared" / "data" / "naughty"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the naughty strings are not part of the project")
HEADER = ("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja")


def naughty() -> list[str]:
    lines = (DATA / "blns.txt").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def as_csv(path: Path, rows: Sequence[tuple[str, ...]]) -> Path:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows([HEADER, *rows])
    path.write_bytes(stream.getvalue().encode("utf-8", "surrogatepass"))
    return path


def errors(reading: RosterReading) -> dict[int, set[str | None]]:
    found: dict[int, set[str | None]] = {}
    for one in reading.problems:
        if one.severity is Severity.ERROR:
            found.setdefault(one.row, set()).add(one.cell)
    return found


@needs_data
@pytest.mark.parametrize("place", [1, 4, 5], ids=["name", "office", "unit"])
def test_let_in_exact_or_refused_by_its_cell(tmp_path: Path, place: int) -> None:
    strings = naughty()
    rows = []
    for number, text in enumerate(strings, start=1):
        row = [str(number), "Bestari", "", "", "Dokter", "Umum"]
        row[place] = text
        rows.append(tuple(row))
    reading = check_roster(as_csv(tmp_path / "a.csv", rows), TODAY)
    let_in, refused = {row.row: row for row in reading.rows}, errors(reading)
    assert let_in.keys().isdisjoint(refused)
    told = {found.row for found in reading.problems}
    letter = "ABCDEF"[place]
    for number, text in enumerate(strings, start=2):
        if number in let_in:
            person = let_in[number]
            stored = (person.name, person.office, person.unit)[(1, 4, 5).index(place)]
            assert stored == (None if place == 5 and says_nothing(text) else fold(text))
        elif number in refused:
            assert refused[number] == {f"{letter}{number}"}
        else:
            # The only rows without a word are blank ones; here every row has a number and an office or a name.
            assert number in told
    assert len(let_in) > 150
    assert len(refused) > 90


@needs_data
def test_what_is_refused_can_be_let_in_with_a_visible_mark(tmp_path: Path) -> None:
    strings = [text for text in naughty() if has_letter(text)]
    rows = [(str(number), text, "", "", "Dokter", "") for number, text in enumerate(strings, start=1)]
    path = as_csv(tmp_path / "a.csv", rows)
    strictly = check_roster(path, TODAY)
    marked = check_roster(path, TODAY, unprintable="mark")
    refused = {one.row for one in strictly.problems if one.code is ProblemCode.NOT_PRINTABLE}
    told = {one.row for one in marked.problems if one.code is ProblemCode.CHARACTER_MARKED}
    names = {row.row: row.name for row in marked.rows}
    assert refused <= told | errors(marked).keys()
    assert len(refused & names.keys()) > 10
    for row in refused & names.keys():
        assert MARK in names[row]
        assert not unprintable_characters(unicodedata.normalize("NFC", names[row]))
    assert {row.name for row in strictly.rows} <= set(names.values())


@needs_data
def test_exact_on_paper_and_in_its_text_layer(tmp_path: Path, at_length: Callable[[int, int], int]) -> None:
    strings = naughty()
    rows = [(str(number), text, "", "", f"Jabatan {text}", text) for number, text in enumerate(strings, start=1)]
    let_in = check_roster(as_csv(tmp_path / "a.csv", rows), TODAY).rows
    assert len(let_in) > 150
    chosen = random.Random(3).sample(let_in, min(len(let_in), at_length(25, 1_000)))
    ordinary = freeze_sheet(pact(), form_for(pact()), at=AT)
    for row in chosen:
        party = replace(STAFF, name=row.name, office=row.office, unit=row.unit)
        content = pact(party)
        frozen = freeze_sheet(content, form_for(content), at=AT)
        read = bare(text_of(frozen.pdf))
        for text in (row.name, row.office):
            assert bare(text) in read, row
        assert active_things(frozen.pdf) == active_things(ordinary.pdf)
    everyone = tuple(
        replace(with_slot(STAFF, f"hadir-{n:03}", Role.HADIR), name=row.name, office=row.office, unit=row.unit)
        for n, row in enumerate(chosen, start=1)
    )
    content = sheet(DocumentKind.DH, everyone)
    frozen = freeze_sheet(content, form_for(content), at=AT)
    read = bare(text_of(frozen.pdf))
    assert [row.name for row in chosen if bare(row.name) not in read] == []
    assert active_things(frozen.pdf) == active_things(ordinary.pdf)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def bare(text: str) -> str:
    """Composed and without white space: lines are broken on paper, and accents drawn as one character."""
    return "".join(unicodedata.normalize("NFC", text).split())


def active_things(pdf: bytes) -> set[str]:
    """Keys of anything in a PDF that could act, or reach out of it."""
    found = set()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                found |= set(one.keys()) & {"/A", "/AA", "/Annots", "/JS", "/URI", "/OpenAction", "/Launch", "/F"}
        images = sum(isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" for one in document.objects)
    return found | {f"images {images}"}


@needs_data
@pytest.mark.parametrize("path", sorted((DATA / "csv-spectrum" / "csvs").glob("*.csv")), ids=lambda path: path.stem)
def test_records_are_split_as_the_spectrum_has_it(path: Path) -> None:
    expected = json.loads((DATA / "csv-spectrum" / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
    if path.stem == "location_coordinates":
        pytest.skip("its answers are those of another table")
    grid = _grid(path.read_bytes().decode("utf-8"), ",")
    keys = [cell.text for cell in grid.row(1).values()]
    rows = [
        {key: cell.text if (cell := grid.row(row).get(place)) else "" for place, key in enumerate(keys, start=1)}
        for row in sorted(grid.cells)[1:]
    ]
    assert rows == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bestari \u674e", ProblemCode.NOT_PRINTABLE),
        ("Bestari \U0001f600", ProblemCode.NOT_PRINTABLE),
        ("Be\u0335\u0336stari", ProblemCode.NOT_PRINTABLE),  # strokes piled over the letters
        ("\u0411estari", ProblemCode.NOT_PRINTABLE),  # a Cyrillic letter that looks Latin
        ("Bestari\u3164", ProblemCode.NOT_PRINTABLE),  # a letter that shows nothing
        ("Bestari\ue000", ProblemCode.NOT_PRINTABLE),
        ("Bestari\u202etxt", ProblemCode.CONTROL_CHARACTER),
        ("Bes\u200btari", ProblemCode.CONTROL_CHARACTER),
        ("Bes\u00adtari", ProblemCode.CONTROL_CHARACTER),
        ("Bestari\u0007", ProblemCode.CONTROL_CHARACTER),
        ("Bestari\ufffd", ProblemCode.DAMAGED_CHARACTER),
    ],
)
def test_what_could_fool_a_reader_is_refused(tmp_path: Path, text: str, code: ProblemCode) -> None:
    rows = [("1", text, "", "", "Dokter", ""), ("2", "Arvendra", "", "", text, ""), ("3", "Galuh", "", "", "Ok", text)]
    reading = check_roster(as_csv(tmp_path / "a.csv", rows), TODAY)
    assert reading.rows == ()
    assert [(found.cell, found.code) for found in reading.problems] == [("B2", code), ("E3", code), ("F4", code)]


def test_accents_of_latin_names_are_let_in_however_they_are_coded(tmp_path: Path) -> None:
    names = ("Zoë Æsir-Łukasz", "Nguyễn Thị Ánh", unicodedata.normalize("NFD", "Désirée"), "Ma’ruf “Aceh” – Œ")
    rows = [("1", name, "", "", "Dokter", "") for name in names]
    reading = check_roster(as_csv(tmp_path / "a.csv", rows), TODAY)
    assert [row.name for row in reading.rows] == list(names)
    assert reading.problems == ()
