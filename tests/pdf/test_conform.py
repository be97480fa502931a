"""PDF/A-3b: what we write passes the gate, says the same twice, and the gate refuses what is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.domain.errors import SealError
from kpu_desk.pdf.assemble import assemble_record
from kpu_desk.pdf.conform import DocumentMeta, conform
from kpu_desk.pdf.structure import marks_per_page
from tests.pdf.pdfa_gate import assert_pdfa, assert_pdfa_bytes
from tests.pdf.sealed_sample import AT, META, attachment, frozen_pdf, page_pdf, unsealed, with_plain_table, written

ROOT = Path(__file__).parents[2]


def test_frozen_sheet_and_record_pass_the_gate() -> None:
    assert_pdfa(frozen_pdf(("Lembar beku",), pages=3))
    assert_pdfa(unsealed())


def test_every_record_of_a_batch_passes_the_gate(at_length: Callable[[int, int], int]) -> None:
    # An earlier way of writing failed 9 of 600: compressed data that happened to end in a line feed.
    for number in range(at_length(40, 600)):
        assert_pdfa(unsealed(f"Lembar nomor {number}, {hashlib.sha256(bytes([number % 256])).hexdigest()}"))


def test_identifier_comes_from_the_content() -> None:
    def identifier(pdf: bytes) -> bytes:
        with pikepdf.open(BytesIO(pdf)) as document:
            return bytes(document.trailer["/ID"][0])

    assert identifier(unsealed("satu")) == identifier(unsealed("satu"))
    assert identifier(unsealed("satu")) != identifier(unsealed("dua"))


def test_metadata_says_the_same_in_info_and_xmp() -> None:
    meta = DocumentMeta('Judul <b> & "x"', "KPU", "Subjek\x00 dengan\n baris", "a, b", AT)
    pdf = conform(page_pdf(("x",)), meta=meta)
    assert_pdfa(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.trailer.Info.Title) == meta.title
        assert str(document.trailer.Info.Subject) == "Subjek dengan baris"
        assert str(document.trailer.Info.CreationDate) == "D:20260122094100+07'00'"
        assert str(document.Root.Lang) == "id-ID"
        with document.open_metadata() as xmp:
            assert xmp["dc:title"] == meta.title
            assert xmp["xmp:CreateDate"] == "2026-01-22T09:41:00+07:00"
            assert xmp["pdfaid:part"] == "3"


def test_attachments_come_out_as_they_went_in() -> None:
    data = bytes(range(256)) * 20
    pdf = conform(page_pdf(("x",)), meta=META, attachments=(attachment(data),))
    assert_pdfa(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        found = document.attachments["rekaman.json"]
        assert found.get_file().read_bytes() == data
        assert found.get_file().mime_type == "application/json"
        assert document.Root.AF[0].AFRelationship == "/Data"


def test_the_standard_font_that_is_only_selected_goes_and_one_that_is_used_stays() -> None:
    with pikepdf.open(BytesIO(conform(page_pdf(("x",)), meta=META))) as document:
        fonts = document.pages[0].obj.Resources.Font
        assert all("/FontDescriptor" in font for font in fonts.values())
    canvas_with_helvetica = BytesIO()
    canvas = Canvas(canvas_with_helvetica, invariant=1)
    canvas.drawString(72, 700, "tidak tertanam")
    canvas.save()
    with pytest.raises(AssertionError, match="not embedded"):
        assert_pdfa(conform(canvas_with_helvetica.getvalue(), meta=META))


def test_frozen_page_and_overlay_are_both_there() -> None:
    frozen = frozen_pdf(("bawah",))
    with pikepdf.open(BytesIO(frozen)) as original, pikepdf.open(BytesIO(frozen)) as document:
        assemble_record(document, written(("atas",), pages=3, over=marks_per_page(document)))
        assert len(document.pages) == 3
        begin, lower, between, upper, end = document.pages[0].obj.Contents
        assert lower.read_bytes() == original.pages[0].obj.Contents.read_bytes()
        assert b"/R1+0" in upper.read_bytes()
        assert [part.read_bytes().split() for part in (begin, between, end)] == [[b"q"], [b"Q", b"q"], [b"Q"]]
        assert {"/F1+0", "/R1+0"} <= set(document.pages[0].obj.Resources.Font.keys())


def test_overlay_of_another_size_or_too_short_is_refused() -> None:
    with pikepdf.open(BytesIO(page_pdf(("x",), pages=2))) as document, pytest.raises(SealError) as caught:
        assemble_record(document, written(("y",), over=[0]))
    assert caught.value.code == "OVERLAY_TOO_SHORT"
    with pikepdf.open(BytesIO(page_pdf(("x",)))) as document, pytest.raises(SealError) as caught:
        assemble_record(document, written(("y",), size=(595.276, 841.0), over=[0]))
    assert caught.value.code == "PAGE_SIZES_DIFFER"


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda pdf: b" " + pdf, "header"),
        (lambda pdf: pdf.replace(b"%\xbf\xf7\xa2\xfe", b"%abcd", 1), "header"),
        (lambda pdf: pdf + b"x", "end of file"),
        (lambda pdf: pdf.replace(b"/Type /XRef", b"/Type /XReg", 1), "table"),
        (lambda pdf: with_plain_table(pdf).replace(b" 00000 n \n", b" 00000 n\n ", 1), "table"),
        (lambda pdf: pdf.replace(b"\nendstream", b" endstream", 1), "stream"),
    ],
)
def test_the_gate_refuses_wrong_bytes(damage: Callable[[bytes], bytes], complaint: str) -> None:
    with pytest.raises((AssertionError, pikepdf.PdfError), match=complaint):
        assert_pdfa_bytes(damage(unsealed()))
