"""Anchors are taken off the pages of an own PDF and nothing else moves; where that is not sure, they are covered."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import ImageChops
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.pdf.own_anchors import without_anchors
from kpu_desk.pdf.own_file import take_in
from kpu_desk.pdf.own_pictures import page_letters
from tests.pdf.own_pdfs import letter
from tests.pdf.test_own_file import picture


def page(draw: Callable[[Canvas], None]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def in_the_line(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    canvas.drawString(70, 700, "Nomor ${nomor} dari (${ttd_pembuat}) sampai akhir")
    text = canvas.beginText(70, 600)
    text.setCharSpace(1.5)
    text.setHorizScale(80)
    text.textLine("Tanggal: ${tanggal} di sini")
    text.textLine("baris berikut")
    canvas.drawText(text)


def letter_by_letter(canvas: Canvas) -> None:
    for number, char in enumerate("${cap_pembuat}"):
        canvas.drawString(70 + 8 * number, 500, char)


def backwards(canvas: Canvas) -> None:
    canvas.setFont("Courier", 12)
    for number, char in reversed(list(enumerate("${cap_pembuat}"))):
        canvas.drawString(70 + 7.2 * number, 500, char)
    canvas.drawString(70, 400, "tetap")


def words(pdf: bytes) -> str:
    return "".join(one.text for one in page_letters(pdf))


def only_there(before: bytes, after: bytes, boxes: tuple[SlotPlace, ...]) -> bool:
    """Whether the pages differ, and in these boxes alone."""
    different = ImageChops.difference(picture(before), picture(after)).convert("L")
    changed = different.getbbox() is not None
    for box in boxes:
        x, y, right, high = (
            round(value * 72 / 25_400)
            for value in (box.x_um, box.y_um, box.x_um + box.width_um, box.y_um + box.height_um)
        )
        different.paste(0, (x - 2, different.height - high - 2, right + 2, different.height - y + 2))
    return changed and different.getbbox() is None


@pytest.mark.parametrize(
    ("draw", "slots", "left"),
    [
        (in_the_line, ["${nomor}", "${ttd_pembuat}", "${tanggal}"], "Nomordari()sampaiakhirTanggal:disinibarisberikut"),
        (letter_by_letter, ["${cap_pembuat}"], ""),
    ],
)
def test_the_letters_of_anchors_go_and_all_others_stay(
    draw: Callable[[Canvas], None], slots: list[str], left: str
) -> None:
    before = take_in(page(draw))
    assert [one.slot for one in before.anchors] == slots
    assert words(before.pdf) == left
    assert only_there(page(draw), before.pdf, before.anchors)


def test_an_anchor_in_a_form_drawn_on_the_page_goes_too() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        page = pdf.pages[0].obj
        drawing = pdf.make_stream(page.Contents.read_bytes(), Resources=page.Resources, BBox=page.MediaBox)
        drawing.Type, drawing.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Dalam=drawing))
        page.Contents = pdf.make_stream(b"q /Dalam Do Q")
        out = BytesIO()
        pdf.save(out)
    taken = take_in(out.getvalue())
    assert [one.slot for one in taken.anchors] == ["${ttd_pembuat}"]
    assert "${" not in words(taken.pdf)


def test_what_cannot_be_taken_out_for_sure_is_covered_and_told() -> None:
    taken = take_in(page(backwards))
    assert [(one.code, one.fact("count")) for one in taken.notes] == [("OWN_PDF_ANCHORS_COVERED", 1)]
    assert [word.slot for word in taken.words] == ["tetap"]
    assert only_there(page(backwards), taken.pdf, taken.anchors)
    blank = picture(page(lambda canvas: canvas.drawString(0, -50, "")))
    box = taken.anchors[0]
    area = (box.x_um, 297_000 - box.y_um - box.height_um, box.x_um + box.width_um, 297_000 - box.y_um)
    left, top, right, bottom = (round(value * 72 / 25_400) for value in area)
    pixels = (left, top, right, bottom)
    assert picture(taken.pdf).crop(pixels).tobytes() == blank.crop(pixels).tobytes()


def test_words_like_anchors_that_name_no_place_are_told_and_stay() -> None:
    taken = take_in(letter(anchor="${ttd_pembaut}"))
    assert [(one.code, one.fact("text"), one.fact("page")) for one in taken.notes] == [
        ("OWN_PDF_ANCHOR_STRANGE", "${ttd_pembaut}", 1)
    ]
    assert taken.anchors == ()


def test_a_file_without_anchors_keeps_its_bytes() -> None:
    clean = take_in(letter(anchor="")).pdf
    assert without_anchors(clean).pdf == clean
