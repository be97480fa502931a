"""Pictures of stamps cut out of their paper: true size, transparent ground, the same bytes each time."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from kpu_desk.domain.errors import KnownError
from kpu_desk.pdf.pictures import read_picture
from kpu_desk.pdf.stamp_image import (
    LEAST_PIXELS,
    USUAL_THRESHOLD,
    VIOLET,
    StampSource,
    cut_out,
    stamp_source,
)
from tests.pdf.stamp_drawings import Colour, drawn, saved, scanned

SIZE = 37_000
PIXELS = 437
"""37 mm at 300 dots an inch."""


def source(image: Image.Image, kind: str = "PNG", **options: int) -> StampSource:
    return stamp_source(read_picture(saved(image, kind, **options)))


def cut(made: StampSource, threshold: int = USUAL_THRESHOLD, *, violet: bool = False, size: int = SIZE) -> Image.Image:
    with Image.open(BytesIO(cut_out(made, threshold=threshold, violet=violet, diameter_um=size))) as image:
        return image.convert("RGBA")


def share_of_ink(image: Image.Image) -> float:
    counts = image.getchannel("A").histogram()
    return sum(value * count for value, count in enumerate(counts)) / 255 / (image.width * image.height)


def mean_colour(image: Image.Image) -> Colour:
    red, green, blue, _ = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]  # RGBA
    return red, green, blue


SCANS = {
    "white paper": source(scanned(drawn(), paper=(255, 255, 255), noise=0, shade=0)),
    "grey scan": source(scanned(drawn())),
    "photograph": source(scanned(drawn(), paper=(190, 180, 160), noise=14, shade=0.35), "JPEG", quality=75),
}


@pytest.mark.parametrize("name", list(SCANS))
def test_paper_becomes_transparent_and_ink_stays(name: str) -> None:
    clean = share_of_ink(cut(source(drawn())))
    image = cut(SCANS[name], 24 if name == "photograph" else USUAL_THRESHOLD)
    assert image.size == (PIXELS, PIXELS)
    alpha = image.getchannel("A")
    corners = [alpha.getpixel(place) for place in ((2, 2), (434, 2), (2, 434), (434, 434))]
    assert corners == [0, 0, 0, 0]
    # Within the ring, left of the star, there is only paper.
    assert alpha.crop((90, 170, 130, 210)).getextrema() == (0, 0)
    assert 0.5 * clean < share_of_ink(image) < 1.3 * clean
    levels = alpha.histogram()
    assert sum(levels[20:200]) > 500, "soft edges"


@pytest.mark.parametrize("ink", [(74, 52, 150), (180, 40, 40), (30, 30, 34)])
def test_the_inks_own_colour_is_freed_of_the_paper(ink: Colour) -> None:
    mean = mean_colour(cut(source(scanned(drawn(ink=ink), shade=0.2))))
    # The order of the channels and their distances stay; tinted paper and its shadow are gone from them.
    assert all(abs(a - b) < 60 for a, b in zip(mean, ink, strict=True))
    assert sorted(range(3), key=mean.__getitem__)[0] == sorted(range(3), key=ink.__getitem__)[0] or max(ink) < 40


def test_violet_replaces_every_colour() -> None:
    for made in (source(drawn(ink=(180, 40, 40))), SCANS["grey scan"]):
        image = cut(made, violet=True)
        assert image.convert("RGB").getcolors() == [(PIXELS * PIXELS, VIOLET)]
        assert share_of_ink(image) > 0.05


def test_a_transparent_picture_keeps_its_own_opacity() -> None:
    stamp = drawn()
    half = stamp.copy()
    half.putalpha(half.getchannel("A").point([value // 2 for value in range(256)]))
    made = source(half)
    assert made.has_alpha
    assert cut(made, 0) == cut(made, 90), "the threshold is about paper"
    assert max(cut(made).getchannel("A").tobytes()) == pytest.approx(127, abs=10)


def test_the_circle_touches_the_edges_whatever_margin_and_dust_were_around() -> None:
    page = Image.new("RGB", (2_480, 3_508), (235, 234, 230))
    page.paste(scanned(drawn(side=437, margin=40), paper=(235, 234, 230), shade=0), (1_200, 2_200))
    ImageDraw.Draw(page).ellipse((300, 400, 306, 406), fill=(40, 40, 40))
    for made in (source(page, "JPEG", quality=90), SCANS["grey scan"], source(drawn())):
        box = cut(made).getchannel("A").point([255 if value > 60 else 0 for value in range(256)]).getbbox()
        assert box is not None
        assert max(box[0], box[1], PIXELS - box[2], PIXELS - box[3]) <= 4


@pytest.mark.parametrize("size", [15_000, 37_000, 45_000])
def test_it_has_300_dots_an_inch_of_its_true_size(size: int) -> None:
    assert cut(SCANS["grey scan"], size=size).width == round(size / 25_400 * 300)


def test_a_small_picture_is_not_blown_up() -> None:
    assert 190 <= cut(source(drawn(side=200, margin=20))).width <= 202
    with pytest.raises(KnownError) as refused:
        cut(source(drawn(side=LEAST_PIXELS - 20, margin=20)))
    assert refused.value.code == "STAMP_TOO_SMALL"


def test_a_stamp_that_is_not_round_is_set_in_the_middle() -> None:
    oval = drawn().resize((720, 420))
    alpha = cut(source(oval)).getchannel("A")
    assert alpha.size == (PIXELS, PIXELS)
    _, top, _, bottom = alpha.getbbox() or (0, 0, 0, 0)
    assert abs(top - (PIXELS - bottom)) <= 3
    assert top > 60


def test_the_same_picture_gives_the_same_bytes() -> None:
    made = SCANS["photograph"]
    first = cut_out(made, threshold=25, violet=False, diameter_um=SIZE)
    assert first == cut_out(made, threshold=25, violet=False, diameter_um=SIZE)
    assert first != cut_out(made, threshold=26, violet=False, diameter_um=SIZE)


def test_the_threshold_takes_more_or_less() -> None:
    made = SCANS["grey scan"]
    shares = [share_of_ink(cut(made, threshold)) for threshold in (5, 20, 50)]
    assert shares == sorted(shares, reverse=True)
    with pytest.raises(KnownError) as refused:
        cut(made, 100)
    assert refused.value.code == "STAMP_EMPTY"


def test_a_picture_without_a_stamp_is_refused() -> None:
    with pytest.raises(KnownError) as refused:
        source(Image.new("RGB", (600, 600), (240, 240, 240)))
    assert refused.value.code == "STAMP_EMPTY"


def test_a_picture_without_paper_around_is_refused() -> None:
    dark = Image.new("RGB", (900, 900), (60, 50, 70))
    ImageDraw.Draw(dark).ellipse((200, 200, 700, 700), outline=(10, 0, 20), width=30)
    with pytest.raises(KnownError) as refused:
        source(dark)
    assert refused.value.code == "STAMP_NO_GROUND"


def test_nothing_of_the_file_but_its_pixels_is_kept() -> None:
    png = cut_out(source(drawn()), threshold=20, violet=False, diameter_um=SIZE)
    with Image.open(BytesIO(png)) as image:
        assert image.info == {}
        assert image.mode == "RGBA"


def test_a_nearly_solid_emblem_stays_solid() -> None:
    stamp = drawn()
    ImageDraw.Draw(stamp).ellipse((260, 260, 460, 460), fill=(74, 52, 150, 255))
    alpha = cut(source(scanned(stamp))).getchannel("A")
    assert alpha.getpixel((218, 218)) == pytest.approx(200, abs=60)


@pytest.mark.parametrize("ink", [(74, 52, 150), (200, 40, 50), (30, 70, 160)])
def test_a_wholly_solid_stamp_stays_solid(ink: Colour) -> None:
    paper = Image.new("RGB", (900, 900), (244, 242, 236))
    ImageDraw.Draw(paper).ellipse((120, 120, 780, 780), fill=ink)
    alpha = cut(source(paper)).getchannel("A")
    assert min(alpha.crop((150, 150, 300, 300)).tobytes()) > 200
    assert alpha.getpixel((2, 2)) == 0
