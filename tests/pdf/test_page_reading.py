"""Codes read back from simulated paper: office scans, photocopies, photos, strangers' codes, hostile files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
import segno
from PIL import Image

from kpu_desk.domain.documents import Mark, SheetContent
from kpu_desk.domain.page_code import text_digest
from kpu_desk.domain.page_report import FilePages, PageReport, PageVerdict, record_differences
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.page_question import PageQuestion, RecordQuestion
from kpu_desk.pdf.page_reading import MOST_PAGES, MOST_PIXELS, read_pages
from kpu_desk.pdf.page_text import page_texts
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.record_pages import record_pages
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.verify_files import answers
from kpu_desk.pdf.verify_worker import Limits
from tests.pdf.paper import as_jpeg, as_pdf, as_png, office_scan, photocopy, printed
from tests.pdf.sample_contents import agreement, pact, record_of
from tests.pdf.sealed_sample import AT, key, other_key, page_pdf, sealed

PINS = (key().certificate_pem,)


def sealed_record(content: SheetContent) -> bytes:
    """A record of the office's own, without a mark as its key is."""
    made = compose_record(record_of(replace(content, mark=Mark.NONE))[1], key())
    return seal_pdf(made, key(), at=AT, reason="Segel", location="Jakarta")


@cache
def record() -> bytes:
    """A sealed Pakta Integritas with its page of evidence."""
    return seal_pdf(
        compose_record(record_of(replace(pact(), mark=Mark.NONE))[1], key()),
        key(),
        at=AT,
        reason="Segel",
        location="Jakarta",
    )


@cache
def page(number: int, dpi: int) -> Image.Image:
    return printed(record(), number, dpi)


def only(data: bytes) -> PageReport:
    (report,) = read_pages(data, PINS).pages
    return report


def told(data: bytes) -> str:
    report = only(data)
    assert report.verdict is PageVerdict.NO_CODE
    return report.reasons[0].code


HARD_COPIES = (101, 150, 151, 376, 406)
"""Of 500 photocopies at 150 dpi, those that nothing but sharpening brings back; and one so dark that only growing the
white squares does."""


@pytest.mark.parametrize("seed", HARD_COPIES)
def test_a_hard_copy_is_read_in_the_end(seed: int) -> None:
    copy = photocopy(page(seed % 2, 150), Random(f"photocopy 150 {seed}"))
    assert only(as_jpeg(copy)).verdict is PageVerdict.SIGNED


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize("kind", [office_scan, photocopy])
def test_every_scan_and_every_bad_copy_is_read(
    kind: Callable[[Image.Image, Random], Image.Image], dpi: int, at_length: Callable[[int, int], int]
) -> None:
    lost = []
    count = at_length(4, 250)
    for seed in range(count):
        number = seed % 2
        report = only(as_jpeg(kind(page(number, dpi), Random(f"{kind.__name__} {dpi} {seed}"))))
        if report.verdict is not PageVerdict.SIGNED or report.code is None or report.code.page != number + 1:
            lost.append(seed)
    assert lost == []


def test_a_stack_of_paper_in_one_pdf(tmp_path: Path) -> None:
    dice = Random(3)
    scans = [office_scan(page(number, 200), dice) for number in (1, 0)]
    stack = as_pdf(scans[0], Image.new("L", (1654, 2339), 255), scans[1])
    (tmp_path / "tumpukan.pdf").write_bytes(stack)
    (answer,) = answers([tmp_path / "tumpukan.pdf"], PageQuestion(PINS))
    assert [found.page for found in answer.pages] == [1, 2, 3]
    assert [found.code.page if found.code else None for found in answer.pages] == [2, None, 1]
    assert answer.pages[1].reasons[0].code == "CODE_NOT_FOUND"
    assert answer == read_pages(stack, PINS)


def test_the_record_itself_is_read_too() -> None:
    found = read_pages(record(), PINS)
    assert [report.verdict for report in found.pages] == [PageVerdict.SIGNED] * 2


def test_a_page_belongs_to_its_record_and_to_no_other(tmp_path: Path) -> None:
    pages = record_pages(record(), PINS)
    assert pages.digests == tuple(map(text_digest, page_texts(record())))
    other = seal_pdf(
        compose_record(record_of(replace(agreement(), mark=Mark.NONE))[1], key()),
        key(),
        at=AT,
        reason="Segel",
        location="Jakarta",
    )
    for name, data in (("a.pdf", record()), ("b.pdf", other), ("c.pdf", record() + b"x"), ("d.pdf", sealed())):
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf", "d.pdf", "none.pdf")]
    records = list(answers(paths, RecordQuestion(PINS)))
    assert records[0] == pages
    assert [answer.seal for answer in records] == [
        Verdict.VALID,
        Verdict.VALID,
        Verdict.CHANGED,
        Verdict.VALID,
        Verdict.CANNOT_VERIFY,
    ]
    code = only(as_jpeg(page(0, 200))).code
    assert code is not None
    found = [[reason.code for reason in record_differences(code, answer)] for answer in records]
    assert found == [
        [],
        ["OTHER_SERIAL", "OTHER_PAGES"],
        ["RECORD_NOT_VALID"],
        ["RECORD_NOT_OURS"],
        ["RECORD_NOT_VALID"],
    ]


def _with_code(letters: str, side: int = 500) -> Image.Image:
    made = BytesIO()
    segno.make(letters, error="m").save(made, kind="png", scale=6)
    sheet = Image.new("L", (1240, 1754), 255)
    sheet.paste(Image.open(made).convert("L").resize((side, side)), (600, 1200))
    return sheet


def test_codes_of_others_and_none_are_said() -> None:
    assert told(as_png(_with_code("https://contoh.example/undangan"))) == "FOREIGN_CODE"
    assert told(as_png(Image.new("L", (1240, 1754), 255))) == "CODE_NOT_FOUND"
    assert told(as_png(Image.new("1", (1, 1), 0))) == "CODE_NOT_FOUND"
    torn = page(0, 200).copy()
    torn.paste(255, (1300, 2060, 1460, 2180))
    assert told(as_png(torn)) == "CODE_UNREADABLE"


def test_a_page_beside_a_strangers_code_is_still_read() -> None:
    sheet = page(0, 200).copy()
    sheet.paste(_with_code("https://contoh.example").crop((600, 1200, 1100, 1700)), (100, 300))
    assert only(as_jpeg(sheet)).verdict is PageVerdict.SIGNED


def test_two_pages_in_one_picture_are_two_answers() -> None:
    both = Image.new("L", (2 * 1654, 2339), 255)
    both.paste(page(0, 200), (0, 0))
    both.paste(page(1, 200), (1654, 0))
    found = read_pages(as_jpeg(both), PINS).pages
    assert {report.code.page for report in found if report.code} == {1, 2}
    assert {report.page for report in found} == {1}


def test_a_key_that_is_not_trusted_is_said() -> None:
    (report,) = read_pages(as_jpeg(page(0, 200)), (other_key().certificate_pem,)).pages
    assert report.verdict is PageVerdict.UNKNOWN_SIGNER
    assert report.code is not None


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P", "1", "I;16"])
def test_every_kind_of_picture(mode: str) -> None:
    scan = page(0, 200)
    if mode == "I;16":
        scan = Image.frombytes("I;16", scan.size, b"".join(bytes((7, shade)) for shade in scan.tobytes()))
    elif mode in ("RGBA", "LA"):
        scan = scan.convert(mode)
        scan.putalpha(page(0, 200).point([255 if shade < 128 else 0 for shade in range(256)]))
    else:
        scan = scan.convert(mode)
    assert only(as_png(scan)).verdict is PageVerdict.SIGNED


def test_hostile_files_cost_themselves_only(tmp_path: Path) -> None:
    wide = MOST_PIXELS // 1000 + 1
    bomb = BytesIO()
    Image.new("1", (wide, 1000)).save(bomb, "PNG")
    scan = as_png(page(0, 150))
    spoiled = {
        "EMPTY": b"",
        "NOT_A_PICTURE": b"GIF89a" + bytes(100),
        "PICTURE_TOO_LARGE": bomb.getvalue(),
        "DAMAGED": scan[: len(scan) // 2],
        "UNREADABLE_FILE": None,
    }
    for name, data in spoiled.items():
        path = tmp_path / name
        if data is None:
            path.mkdir()
        else:
            path.write_bytes(data)
    (tmp_path / "pdf").write_bytes(b"%PDF-1.7\nbukan isi")
    (tmp_path / "jpeg").write_bytes(b"\xff\xd8\xff" + bytes(50))
    (tmp_path / "baik").write_bytes(scan)
    names = [*spoiled, "pdf", "jpeg", "baik"]
    found = [answer.pages[0] for answer in answers([tmp_path / name for name in names], PageQuestion(PINS))]
    assert [report.reasons[0].code for report in found] == [*spoiled, "DAMAGED", "DAMAGED", "CODE_SIGNED"]


def test_time_and_memory_are_limited(tmp_path: Path) -> None:
    many = tmp_path / "banyak.pdf"
    many.write_bytes(page_pdf(("Halaman tanpa kode",), pages=60))
    (late,) = answers([many], PageQuestion(PINS), limits=Limits(seconds=0.5))
    assert late == FilePages((PageReport.without_code(1, "TIME_LIMIT", seconds=0),))
    wide = tmp_path / "lebar.png"
    Image.new("RGBA", (8_000, 8_000)).save(wide, compress_level=1)
    (large,) = answers([wide], PageQuestion(PINS), limits=Limits(memory_bytes=500_000_000))
    assert large.has_reason("MEMORY_LIMIT")


def test_endless_pdfs_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_PAGES == 200
    monkeypatch.setattr("kpu_desk.pdf.page_reading.MOST_PAGES", 2)
    found = read_pages(page_pdf(("x",), pages=5), PINS)
    assert [report.reasons[0].code for report in found.pages] == ["CODE_NOT_FOUND", "CODE_NOT_FOUND", "TOO_MANY_PAGES"]


@pytest.mark.parametrize("question", [PageQuestion(PINS), RecordQuestion(PINS)])
def test_a_worker_that_talks_nonsense_is_not_believed(question: PageQuestion | RecordQuestion) -> None:
    for data in (b"", b"[]x", b"7", b'{"seal": 3}', b'[[1, "SIGNED", [], ["PI", 2, 1, "x", "", 0, []]]]', b"[[1]]"):
        with pytest.raises(ValueError, match=r".*"):
            question.unpacked(data)
