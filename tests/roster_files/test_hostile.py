"""Files that a stranger made to hurt: one sentence, nothing half imported."""

from __future__ import annotations

import bz2
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kpu_desk.domain.errors import KnownError, RosterError
from kpu_desk.roster_files.contained import Reader, Tell, run_contained
from kpu_desk.services.roster_check import check_roster, ready_reader, worksheets
from tests.roster_files.packages import (
    HEADER,
    MAIN,
    ONE,
    SHEET,
    STRINGS,
    plain,
    rewrite,
    row_xml,
    shared,
    strict,
    table_xml,
    with_sheet,
)
from tests.waiting import LIMIT_S

PROJECT = Path(__file__).parents[2]

Make = Callable[[Path], object]


def zipped(path: Path, parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def strings(path: Path, body: bytes, before: bytes = b"") -> Path:
    data = before + f'<sst xmlns="{MAIN}">'.encode() + body + b"</sst>"
    return rewrite(shared(plain(path)), lambda name, old: data if name == STRINGS else old)


def lying_about_its_size(path: Path) -> Path:
    """The sheet says 100 bytes and unpacks to 200 MB."""
    with_sheet(path, b"<sheetData>" + b" " * (80 << 20) + b"</sheetData>")
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        true = package.getinfo(SHEET).file_size.to_bytes(4, "little")
    path.write_bytes(data.replace(true, (100).to_bytes(4, "little")))
    return path


def nested_zip(path: Path) -> Path:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a", bytes(64 << 20))
    layer = inner.getvalue()
    for _ in range(8):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as package:
            for number in range(16):
                package.writestr(f"{number}.xlsx", layer)
        layer = outer.getvalue()[: 8 << 20]
    path.write_bytes(layer)
    return path


def laughing(name: str) -> Make:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>'.encode()
    if name == "sheet":
        return lambda path: with_sheet(path, b"<sheetData><row><c><v>&l11;</v></c></row></sheetData>", doctype)
    return lambda path: strings(path, b"<si><t>&l11;</t></si>", doctype)


def reading_files(path: Path) -> Path:
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return with_sheet(path, row_xml(1, HEADER).replace(b"Nama", b"&e;"), doctype)


def shared_formulas(path: Path) -> Path:
    long = b"+".join(b"A%d" % n for n in range(1, 900))
    cells = b'<row r="4"><c r="A4"><f t="shared" si="0">' + long + b"</f></c>"
    cells += b"".join(b'<c><f t="shared" si="0"/></c>' for _ in range(90)) + b"</row>"
    return with_sheet(path, table_xml(1, cells * 500))


def many_sheets_one_part(path: Path) -> Path:
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 200))
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    workbook = f'<workbook xmlns="{MAIN}" xmlns:r="{relations}"><sheets>{sheets}</sheets></workbook>'
    with_sheet(path, b"<sheetData>" + b"<row/>" * 1_000_000 + b"</sheetData>")
    return rewrite(path, lambda name, data: workbook.encode() if name == "xl/workbook.xml" else data)


def noise(path: Path, start: bytes = b"", count: int = 1 << 20) -> Path:
    path.write_bytes(start + random.Random(7).randbytes(count))
    return path


def text(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


CSV_HEAD = b"Nama;Jabatan\nBestari;Dokter\n"
BOMBS: dict[str, Make] = {
    "a million rows": lambda p: with_sheet(
        p, b"<sheetData>" + b"<row><c><v>1</v></c></row>" * 1_048_576 + b"</sheetData>"
    ),
    "a million empty rows": lambda p: with_sheet(p, b"<sheetData>" + b"<row/>" * 1_048_577 + b"</sheetData>"),
    "rows without end": lambda p: with_sheet(p, b"<sheetData>" + b"<row/>" * 15_000_000 + b"</sheetData>"),
    "the last cell": lambda p: with_sheet(p, table_xml(1, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "beyond the last cell": lambda p: with_sheet(p, table_xml(1, b'<row><c r="ZZZ99999999"><v>1</v></c></row>')),
    "a million cells": lambda p: with_sheet(
        p, b"<sheetData><row>" + b"<c><v>1</v></c>" * 1_000_000 + b"</row></sheetData>"
    ),
    "merged everything": lambda p: with_sheet(
        p, table_xml() + b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "merged often": lambda p: with_sheet(
        p, table_xml() + b"<mergeCells>" + b'<mergeCell ref="A1:A9"/>' * 400_000 + b"</mergeCells>"
    ),
    "entities in the sheet": laughing("sheet"),
    "entities in the strings": laughing("strings"),
    "an entity that reads files": reading_files,
    "two gigabytes of blanks": lambda p: zipped(p, {"[Content_Types].xml": b"", "xl/workbook.xml": b" " * (200 << 20)}),
    "a size that lies": lying_about_its_size,
    "zips in zips": nested_zip,
    "a zip of a workbook": lambda p: zipped(p, {"a.xlsx": plain(p).read_bytes()}),
    "bzip2 inside": lambda p: zipped(
        p, {"[Content_Types].xml": bytes(64 << 20), "xl/workbook.xml": b""}, zipfile.ZIP_BZIP2
    ),
    "ten thousand parts": lambda p: zipped(p, {str(n): b"" for n in range(10_000)}),
    "a million strings": lambda p: strings(p, b"<si/>" * 1_000_000),
    "one string of 90 MB": lambda p: strings(p, b"<si><t>" + b"x" * (90 << 20) + b"</t></si>"),
    "one attribute of 90 MB": lambda p: with_sheet(p, b'<sheetData x="' + b"x" * (90 << 20) + b'"/>'),
    "elements in elements": lambda p: with_sheet(p, b"<a>" * 3_000_000),
    "hidden columns": lambda p: with_sheet(
        p, b"<cols>" + b'<col min="1" max="16384" hidden="1"/>' * 1_500_000 + b"</cols>"
    ),
    "formulas to translate": shared_formulas,
    "one part as two hundred sheets": many_sheets_one_part,
    "brackets in the header": lambda p: with_sheet(
        p, b"<sheetData>" + row_xml(1, ["(" * 100_000] * 90) * 12 + b"</sheetData>"
    ),
    "noise": noise,
    "noise called a zip": lambda p: noise(p, b"PK\x03\x04"),
    "noise called an old workbook": lambda p: noise(p, bytes.fromhex("d0cf11e0a1b11ae1")),
    "a locked workbook": lambda p: noise(p, bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")),
    "a workbook cut in two": lambda p: text(p, plain(p).read_bytes()[:3_000]),
    "a bzip2 file": lambda p: text(p, bz2.compress(bytes(1 << 20))),
    "a picture": lambda p: text(p, b"\x89PNG\r\n\x1a\n" + bytes(3_000)),
    "a program": lambda p: text(p, b"\x7fELF" + bytes(range(256)) * 40),
    "a web page": lambda p: text(p, b"\n <!doctype html><table><tr><td>Nama<td>Jabatan</table>"),
    "an empty file": lambda p: text(p, b""),
    "thirty megabytes of semicolons": lambda p: text(p, CSV_HEAD + b";" * (29 << 20)),
    "thirty megabytes of lines": lambda p: text(p, CSV_HEAD + b"\n" * (29 << 20)),
    "thirty megabytes of quotes": lambda p: text(p, CSV_HEAD + b'"' * (29 << 20)),
    "thirty megabytes of brackets": lambda p: text(p, b"(;" * (14 << 20)),
    "thirty-one megabytes": lambda p: text(p, CSV_HEAD * ((31 << 20) // len(CSV_HEAD))),
    "a million people": lambda p: text(p, CSV_HEAD[:13] + CSV_HEAD[13:] * 1_000_000),
}
FINE = {
    "formulas to translate",
    "hidden columns",
    "merged often",
    "thirty megabytes of semicolons",
    "thirty megabytes of lines",
}
"""May also be read, for there is a roster in them; the limits hold all the same."""


@pytest.mark.parametrize("name", BOMBS)
def test_one_sentence_and_nothing_read(tmp_path: Path, name: str, at_length: Callable[[int, int], int]) -> None:
    """What it costs is measured by the benches."""
    if list(BOMBS).index(name) % at_length(4, 1):
        pytest.skip("every bomb is tried with --long")
    path = tmp_path / "daftar.xlsx"
    BOMBS[name](path)
    command = [sys.executable, "-m", "kpu_desk", "roster", "check", str(path), "--json"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if name in FINE and done.returncode != 2:
        assert len(json.loads(done.stdout)["rows"]) == 1
        return
    assert (done.returncode, done.stdout) == (2, "")
    (sentence,) = done.stderr.splitlines()
    assert sentence.endswith(".")
    assert not {"Traceback", "Error"} & set(sentence.split())


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}, "ODS_FILE"),
        ({"[Content_Types].xml": b"", "xl/workbook.bin": b""}, "XLSB_FILE"),
        ({"[Content_Types].xml": b"", "word/document.xml": b""}, "NOT_A_SPREADSHEET"),
        ({"a.txt": b""}, "ZIP_FILE"),
    ],
)
def test_other_formats_are_named(tmp_path: Path, parts: dict[str, bytes], code: str) -> None:
    with pytest.raises(RosterError, match=code):
        check_roster(zipped(tmp_path / "a.xlsx", parts))


def test_entities_are_refused_in_strict_files_and_sketches_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    laughing("sheet")(path)
    strict(path)
    for look in (check_roster, worksheets):
        with pytest.raises(RosterError, match="DOCTYPE"):
            look(path)


def _loop(_tell: Tell) -> None:
    while True:
        pass


def _eat(_tell: Tell) -> int:
    return len(bytearray(2 << 30))


def _work_too_long(_tell: Tell) -> None:
    import resource

    # As the limit of 8 s does it, only sooner.
    resource.setrlimit(resource.RLIMIT_CPU, (1, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    _loop(_tell)


def _die(_tell: Tell) -> None:
    os._exit(7)


def _stumble(_tell: Tell) -> None:
    raise KeyError("x")


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (_loop, "TOO_SLOW"),
        (_work_too_long, "TOO_SLOW"),
        (_die, "READER_DIED"),
        (_stumble, "DAMAGED_FILE.*KeyError"),
        (_eat, "TOO_HEAVY"),
    ],
)
def test_whatever_the_child_does_it_is_a_known_error(work: Callable[..., object], code: str) -> None:
    if work in (_eat, _work_too_long) and sys.platform == "win32":
        pytest.skip("Windows lets no process limit itself")
    with pytest.raises(RosterError, match=code):
        run_contained(work, seconds=2 if work is _loop else LIMIT_S)


def test_reading_can_be_cancelled_at_once() -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 5

    with pytest.raises(KnownError, match="CANCELLED"):
        run_contained(_loop, cancelled=cancelled)


def _answer(number: int, _tell: Tell) -> int:
    return number + 1


def test_a_reader_started_ahead_takes_one_file_and_ends() -> None:
    reader = Reader(_answer)
    assert reader.waits
    assert reader.run(1) == 2
    assert not reader.waits


def test_a_reader_that_nobody_needed_or_that_died_waiting_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Nama;Jabatan\nOrang Rekaan;Analis\n", encoding="utf-8")
    unused, dead = ready_reader(), ready_reader()
    unused.close()
    os.kill(dead.pid, signal.SIGKILL)
    while dead.waits:
        time.sleep(0.01)
    for reader in (unused, dead):
        assert len(check_roster(tmp_path / "a.csv", reader=reader).rows) == 1
    dead.close()


def test_progress_is_told_in_pieces(tmp_path: Path) -> None:
    people = "\n".join(f"Orang {'ABCDEFGHIJ'[n % 10]};Analis" for n in range(2_500))
    (tmp_path / "a.csv").write_text(f"Nama;Jabatan\n{people}\n", encoding="utf-8")
    told: list[tuple[int, int]] = []
    reading = check_roster(tmp_path / "a.csv", progress=lambda done, total: told.append((done, total)))
    assert told == [(1_000, 2_500), (2_000, 2_500), (2_500, 2_500)]
    assert len(reading.rows) == 2_500
    assert ONE[1] not in {row.name for row in reading.rows}
