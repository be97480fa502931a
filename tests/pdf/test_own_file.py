"""An office's own PDF is refused with the right reason, or kept as it looks and with nothing beside its pages."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.pdf.own_file import take_in
from kpu_desk.pdf.own_pictures import page_letters, page_words
from kpu_desk.pdf.own_question import OwnPdfQuestion
from kpu_desk.pdf.own_sheet import standard_of
from kpu_desk.pdf.render import render_page
from kpu_desk.pdf.verify_files import answers
from kpu_desk.pdf.verify_worker import Limits
from tests.pdf.own_pdfs import ANCHOR, changed, chromium, letter, libreoffice, scan

ANCHORS_OUT = "OWN_PDF_ANCHORS_OUT"
SIGNED = Path(__file__).parents[3] / "shared" / "data" / "pdf-signed"
OTHER_REASON = {"minimal-signed-restricted.pdf": "OWN_PDF_ENCRYPTED"}
UNSIGNED = "minimal-signed-restrictions-removed.pdf"
"""Its signature was taken out by whoever made the collection (expected.csv: NO_SIGNATURE)."""


def codes(taken: OwnPdf) -> list[str]:
    return [reason.code for reason in (*taken.refused, *taken.notes)]


def picture(pdf: bytes, page: int = 0) -> Image.Image:
    drawn = render_page(pdf, page, dpi=72)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride)


def unlike(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).convert("L").histogram()[97:])


@pytest.mark.skipif(not SIGNED.is_dir(), reason="the signed PDFs of ../shared are not here")
def test_every_signed_file_is_refused_for_its_own_reason() -> None:
    files = sorted(path for path in SIGNED.rglob("*.pdf") if path.name != UNSIGNED)
    assert len(files) == 16
    found = answers(files, OwnPdfQuestion(), limits=Limits(60, 2 << 30))
    for path, taken in zip(files, found, strict=True):
        assert OTHER_REASON.get(path.name, "OWN_PDF_SIGNED") == taken.refused[0].code, path.name
        assert taken.pdf == b""


@pytest.mark.skipif(not SIGNED.is_dir(), reason="the signed PDFs of ../shared are not here")
def test_the_one_without_its_signature_is_taken_for_what_it_is() -> None:
    [path] = SIGNED.rglob(UNSIGNED)
    taken = take_in(path.read_bytes())
    assert (taken.refused, codes(taken)) == ((), ["OWN_PDF_FORM_FLAT", "OWN_PDF_ODD_SIZE"])
    # The sets of letters that its fonts tell did not come along: only what is not embedded stands against it.
    assert [one.fact("clause") for one in taken.not_archivable] == ["6.2.11.4.1"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("launch", "OWN_PDF_PROGRAM"),
        ("media", "OWN_PDF_MEDIA"),
        ("xfa", "OWN_PDF_XFA"),
        ("portfolio", "OWN_PDF_PORTFOLIO"),
        ("unit", "OWN_PDF_UNIT"),
    ],
)
def test_what_no_page_can_show_is_refused(change: str, code: str) -> None:
    assert codes(take_in(changed(change))) == [code]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("script", "OWN_PDF_SCRIPTS_OUT"),
        ("page action", "OWN_PDF_SCRIPTS_OUT"),
        ("link", "OWN_PDF_LINKS_OUT OWN_PDF_FRAMES_OUT"),
        ("submit", "OWN_PDF_BUTTONS_OUT OWN_PDF_FRAMES_OUT"),
        ("file", "OWN_PDF_FILES_OUT"),
        ("form", "OWN_PDF_FORM_FLAT"),
        ("comment", "OWN_PDF_COMMENTS_FLAT"),
    ],
)
def test_what_can_be_taken_out_is_and_is_told(change: str, code: str) -> None:
    taken = take_in(changed(change))
    assert codes(taken) == [*code.split(), ANCHORS_OUT]
    if change == "link":
        assert taken.notes[0].fact("text") == "https://example.org"
    with pikepdf.open(BytesIO(taken.pdf)) as clean:
        assert set(clean.Root.keys()) == {"/Pages", "/Type"}
        assert not any("/Annots" in page.obj or "/AA" in page.obj for page in clean.pages)
        assert b"JavaScript" not in clean.pages[0].obj.unparse(resolved=True)
    assert not any(word in taken.pdf for word in (b"app.alert", b"program.exe", b"example.org"))


def test_what_a_form_or_comment_shows_stays_on_the_page() -> None:
    for change in ("form", "comment"):
        assert unlike(picture(take_in(changed(change)).pdf), picture(take_in(letter()).pdf)) > 300
    assert unlike(picture(take_in(changed("comment")).pdf), picture(changed("comment", letter(anchor="")))) < 60


def test_a_hidden_layer_would_show_and_is_refused() -> None:
    taken = take_in(changed("hidden layer"))
    assert codes(taken) == ["OWN_PDF_LOOKS_DIFFERENT"]
    assert taken.refused[0].fact("page") == 1


def test_encrypted_damaged_and_huge_files_are_refused() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        for user in ("rahasia", ""):
            out = BytesIO()
            pdf.save(out, encryption=pikepdf.Encryption(owner="kantor", user=user))
            assert codes(take_in(out.getvalue())) == ["OWN_PDF_ENCRYPTED"]
    assert codes(take_in(letter()[:-400])) == ["OWN_PDF_DAMAGED"]
    assert codes(take_in(b"%PDF-1.7\n")) == ["OWN_PDF_DAMAGED"]
    assert codes(take_in(letter() + b"\n" * 25_000_000)) == ["OWN_PDF_BYTES"]
    assert codes(take_in(letter(201))) == ["OWN_PDF_PAGES"]
    assert codes(take_in(letter(size=(200, 400)))) == ["OWN_PDF_PAGE_SIZE"]


def test_a_picture_of_too_many_pixels_is_refused_unread() -> None:
    with pikepdf.open(BytesIO(scan())) as pdf:
        [image] = pdf.pages[0].obj.Resources.XObject.values()
        image.Width = 40_000
        out = BytesIO()
        pdf.save(out)
    assert codes(take_in(out.getvalue())) == ["OWN_PDF_PIXELS"]


@pytest.mark.parametrize(
    ("change", "notes"),
    [
        ("turned", ["OWN_PDF_TURNED"]),
        ("cropped", ["OWN_PDF_TURNED", "OWN_PDF_CROPPED", "OWN_PDF_ODD_SIZE"]),
    ],
)
def test_turned_and_cropped_pages_stand_upright_as_they_were_seen(change: str, notes: list[str]) -> None:
    original = changed(change, letter(anchor=""))
    taken = take_in(original)
    assert codes(taken) == notes
    with pikepdf.open(BytesIO(taken.pdf)) as clean:
        page = clean.pages[0]
        assert "/Rotate" not in page.obj
        assert "/CropBox" not in page.obj
        assert [float(value) for value in page.mediabox[:2]] == [0, 0]
    assert picture(taken.pdf).size == picture(original).size
    different = (
        ImageChops.difference(picture(taken.pdf), picture(original)).convert("L").point(lambda v: v > 96 and 255)
    )
    assert different.histogram()[255] < 60


def test_empty_signature_fields_are_offered_where_they_are_seen() -> None:
    [field] = take_in(changed("field")).fields
    assert (field.slot, field.page) == ("Tanda tangan", 0)
    assert (field.x_um, field.y_um, field.width_um, field.height_um) == (35_278, 35_278, 35_278, 10_583)


def test_words_are_found_with_their_boxes() -> None:
    words = {word.slot: word for word in take_in(letter(2, anchor="Utari")).words}
    anchor = words["Utari"]
    assert anchor.page == 1
    assert abs(anchor.x_um - 116_417) < 500
    assert abs(anchor.y_um - 84_000) < 1_000
    assert take_in(letter()).marks == ()


def test_on_a_page_without_words_what_is_dark_is_known() -> None:
    taken = take_in(scan())
    assert taken.words == ()
    first = max(taken.marks, key=lambda mark: mark.y_um)
    assert abs(first.y_um + first.height_um - (297_000 - 34_000)) < 5_000
    assert abs(first.x_um - 25_400) < 5_000
    assert not any(mark.y_um > 270_000 or mark.y_um < 60_000 for mark in taken.marks)


def test_a_code_finds_a_corner_where_nothing_stands() -> None:
    first, *others = take_in(letter()).corners
    assert (first.x_um, first.y_um) == (170_000, 8_000)
    assert len(others) == 3
    with pikepdf.open(BytesIO(letter())) as pdf:
        dark = pdf.make_stream(b"\n0 0 0 rg 500 50 20 20 re f\n")
        pdf.pages[0].obj.Contents = pikepdf.Array([pdf.pages[0].obj.Contents, dark])
        out = BytesIO()
        pdf.save(out)
    assert take_in(out.getvalue()).corners == tuple(others)


def test_fonts_and_colours_are_those_of_the_original() -> None:
    taken = take_in(letter(anchor=""))
    assert taken.archivable, taken.not_archivable
    with pikepdf.open(BytesIO(letter(anchor=""))) as original, pikepdf.open(BytesIO(taken.pdf)) as clean:
        old = {str(font.BaseFont) for font in original.pages[0].obj.Resources.Font.values()}
        drawing = clean.pages[0].obj.Resources.XObject.Asli
        assert {str(font.BaseFont) for font in drawing.Resources.Font.values()} <= old
        assert drawing.read_bytes() == original.pages[0].obj.Contents.read_bytes()


def test_a_scan_is_kept_as_the_very_picture() -> None:
    taken = take_in(scan())
    assert codes(taken) == []
    with pikepdf.open(BytesIO(scan())) as original, pikepdf.open(BytesIO(taken.pdf)) as clean:
        [image] = original.pages[0].obj.Resources.XObject.values()
        [kept] = clean.pages[0].obj.Resources.XObject.Asli.Resources.XObject.values()
        assert kept.read_raw_bytes() == image.read_raw_bytes()


def test_a_font_outside_the_file_stands_against_the_archive() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        page = pdf.pages[0].obj
        page.Resources.Font.Luar = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        page.Contents = pikepdf.Array([page.Contents, pdf.make_stream(b"\nBT /Luar 12 Tf 72 60 Td (luar) Tj ET\n")])
        out = BytesIO()
        pdf.save(out)
    taken = take_in(out.getvalue())
    assert not taken.archivable
    assert "OWN_PDF_NOT_ARCHIVED_FONT" in [reason.code for reason in taken.not_archivable]


def test_what_cannot_be_judged_is_not_called_wrong() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.linearGradient(0, 0, 300, 300, (Color(1, 0, 0), Color(0, 0, 1)))
    canvas.save()
    taken = take_in(out.getvalue())
    assert taken.refused == ()
    assert {one.code for one in taken.not_archivable} == {"OWN_PDF_NOT_ARCHIVED_UNCHECKED"}
    assert "tidak dapat diperiksa di sini (shading)" in standard_of(archivable=False, against=taken.not_archivable)


def test_the_same_file_gives_the_same_bytes_and_crosses_the_pipe_whole(tmp_path: Path) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(letter(2))
    [taken] = answers([path], OwnPdfQuestion())
    assert taken == take_in(letter(2))


@pytest.mark.parametrize("maker", [libreoffice, chromium])
def test_what_offices_write_with_is_taken(maker: Callable[[Path], bytes], tmp_path: Path) -> None:
    taken = take_in(maker(tmp_path))
    assert taken.refused == ()
    assert "OWN_PDF_LINKS_OUT" in codes(taken)
    assert [anchor.slot for anchor in taken.anchors] == [ANCHOR]
    assert ANCHORS_OUT in codes(taken)
    assert not any("${" in word.slot for word in page_words(page_letters(taken.pdf)))
    assert taken.archivable, taken.not_archivable
