"""Pictures from outside: right in every kind that PNG and JPEG have, refused when broken, too large or another kind."""

from __future__ import annotations

import csv
import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from kpu_desk.domain.errors import KnownError
from kpu_desk.pdf.pictures import LARGEST_FILE_BYTES, MOST_PIXELS, Picture, read_picture

SUITE = Path(__file__).parents[3] / "shared" / "data" / "png-suite"


def _suite(expected: str) -> list[str]:
    table = SUITE / "expected.csv"
    if not table.is_file():
        return []
    with table.open(encoding="utf-8", newline="") as file:
        return [row["file"] for row in csv.DictReader(file) if row["expected"].startswith(expected)]


def _saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    output = BytesIO()
    image.save(output, format=kind, **options)
    return output.getvalue()


def _shown(picture: Picture) -> Image.Image:
    with Image.open(BytesIO(picture.png), formats=("PNG",)) as image:
        assert image.size == (picture.width, picture.height)
        assert image.mode == ("RGBA" if picture.has_alpha else "RGB")
        assert set(image.info) == set()
        return image.copy()


def _drawn(mode: str = "RGB") -> Image.Image:
    """Twelve by eight, a dark corner upper left."""
    image = Image.new("RGB", (12, 8), (250, 240, 200))
    ImageDraw.Draw(image).rectangle((0, 0, 3, 3), fill=(120, 20, 30))
    return image.convert(mode)


def _refused(data: bytes) -> str:
    with pytest.raises(KnownError) as refused:
        read_picture(data)
    return refused.value.code


def test_every_good_picture_of_the_suite_is_read() -> None:
    names = _suite("load")
    if not names:
        pytest.skip("../shared/data/png-suite is not here")
    for name in names:
        data = (SUITE / name).read_bytes()
        picture = read_picture(data)
        width, height = struct.unpack(">II", data[16:24])
        assert {picture.width, picture.height} == {width, height}, name
        _shown(picture)


def test_every_broken_picture_of_the_suite_is_refused() -> None:
    names = _suite("refuse")
    if not names:
        pytest.skip("../shared/data/png-suite is not here")
    codes = {name: _refused((SUITE / name).read_bytes()) for name in names}
    assert set(codes.values()) <= {"PICTURE_BROKEN", "PICTURE_KIND"}, codes


def test_transparent_colours_of_the_suite_stay_transparent() -> None:
    # A transparent colour in grey of 4 and of 16 bits, in RGB of 8 and of 16, in a palette; a scale of opacity.
    names = ["tbbn0g04", "tbwn0g16", "tbbn2c16", "tbgn2c16", "tbrn2c08", "tbwn3p08", "tp1n3p08"]
    if not (SUITE / f"{names[0]}.png").is_file():
        pytest.skip("../shared/data/png-suite is not here")
    for name in names:
        picture = read_picture((SUITE / f"{name}.png").read_bytes())
        assert picture.has_alpha, name
        shown = _shown(picture)
        assert shown.getpixel((0, 0))[3] == 0, name  # type: ignore[index]  # Pillow's stubs know no tuple here
        assert shown.getchannel("A").getextrema() == (0, 255), name
    steps = _shown(read_picture((SUITE / "tm3n3p02.png").read_bytes())).getchannel("A")
    assert set(steps.tobytes()) == {0, 85, 170, 255}


def test_depths_say_the_same_grey() -> None:
    if not (SUITE / "basn0g16.png").is_file():
        pytest.skip("../shared/data/png-suite is not here")
    deep = _shown(read_picture((SUITE / "basn0g16.png").read_bytes()))
    assert [deep.getpixel((x, 0)) for x in (0, 8, 16, 24)] == [(v, v, v) for v in (0, 72, 144, 216)]
    for depth, tones in (("01", 2), ("02", 4), ("04", 16), ("08", 256)):
        picture = _shown(read_picture((SUITE / f"basn0g{depth}.png").read_bytes()))
        darkest, lightest = picture.convert("L").getextrema()
        assert darkest == 0
        assert isinstance(lightest, int)
        assert lightest >= 238
        assert len(set(picture.convert("L").tobytes())) <= tones


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_modes_of_png(mode: str) -> None:
    picture = read_picture(_saved(_drawn(mode)))
    assert (picture.width, picture.height, picture.has_alpha) == (12, 8, False)
    pixel = _shown(picture).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert pixel[0] < 160


def test_transparency_is_kept() -> None:
    image = _drawn("RGBA")
    image.putpixel((5, 5), (1, 2, 3, 77))
    shown = _shown(read_picture(_saved(image)))
    assert shown.getpixel((5, 5)) == (1, 2, 3, 77)
    assert shown.getpixel((0, 0)) == (120, 20, 30, 255)


@pytest.mark.parametrize(("mode", "near"), [("L", 30), ("RGB", 30), ("CMYK", 60)])
def test_modes_of_jpeg(mode: str, near: int) -> None:
    image = _drawn().resize((120, 80)).convert(mode)
    red, green, blue = _shown(read_picture(_saved(image, "JPEG", quality=95))).getpixel((2, 2))  # type: ignore[misc]  # as above
    wanted = (120, 20, 30) if mode != "L" else (51, 51, 51)
    assert all(abs(a - b) < near for a, b in zip((red, green, blue), wanted, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_orientation_is_carried_out(kind: str, orientation: int) -> None:
    upright = _drawn().resize((120, 80))
    # What a camera stores so that turning by the note gives the upright picture.
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    note = Image.Exif()
    note[0x0112] = orientation
    picture = read_picture(_saved(stored, kind, exif=note.tobytes()))
    assert (picture.width, picture.height) == (120, 80)
    pixel = _shown(picture).getpixel((3, 3))
    assert isinstance(pixel, tuple)
    assert pixel[1] < 80, "the dark corner lies upper left"


def test_a_colour_profile_is_converted() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # The same profile with red and green exchanged in its table: its red is our green.
    swapped = srgb.replace(b"rXYZ", b"****", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"****", b"gXYZ", 1)
    plain = _shown(read_picture(_saved(_drawn())))
    same = _shown(read_picture(_saved(_drawn(), icc_profile=srgb)))
    assert plain.getpixel((0, 0)) == (120, 20, 30)
    close = zip(same.getpixel((0, 0)), (120, 20, 30), strict=True)  # type: ignore[arg-type]  # as above
    assert all(abs(a - b) <= 1 for a, b in close)
    for kind in ("PNG", "JPEG"):
        image = _drawn().resize((120, 80))
        red, green, _ = _shown(read_picture(_saved(image, kind, icc_profile=swapped))).getpixel((3, 3))  # type: ignore[misc]  # as above
        assert green > 90 > red
    kept = read_picture(_saved(_drawn("RGBA"), icc_profile=srgb))
    assert not kept.has_alpha


@pytest.mark.parametrize("profile", [b"bukan profil", b"\0" * 4_000])
def test_a_damaged_profile_is_passed_over(profile: bytes) -> None:
    assert _shown(read_picture(_saved(_drawn(), icc_profile=profile))).getpixel((0, 0)) == (120, 20, 30)


def test_the_same_pixels_give_the_same_bytes() -> None:
    note = Image.Exif()
    note[0x010E] = "Rahasia: lokasi kantor"
    once = read_picture(_saved(_drawn(), exif=note.tobytes(), dpi=(300, 300)))
    assert once == read_picture(_saved(_drawn(), compress_level=1))
    assert b"Rahasia" not in once.png


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a" + bytes(50),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"%PDF-1.7\n",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"BM" + bytes(60),
        b"II*\0" + bytes(60),
        b" ",
    ],
)
def test_other_kinds_are_refused(data: bytes) -> None:
    assert _refused(data) == "PICTURE_KIND"


def test_nothing_and_too_much() -> None:
    assert _refused(b"") == "PICTURE_EMPTY"
    assert _refused(b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_FILE_BYTES)) == "PICTURE_TOO_LARGE"


def _png(width: int, height: int, packed: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(9_000, 9_000), (30_000, 30_000), (2**31 - 1, 2**31 - 1), (MOST_PIXELS + 1, 1)])
def test_decompression_bombs_are_refused_before_they_inflate(size: tuple[int, int]) -> None:
    with pytest.raises(KnownError) as refused:
        read_picture(_png(*size, zlib.compress(bytes(10_000))))
    assert refused.value.code == "PICTURE_TOO_LARGE"
    assert refused.value.facts["limit"] == MOST_PIXELS


def test_a_jpeg_bomb_is_refused() -> None:
    data = bytearray(_saved(_drawn(), "JPEG"))
    place = data.index(b"\xff\xc0")
    for side in (20_000, 65_000):
        data[place + 5 : place + 9] = struct.pack(">HH", side, side)
        assert _refused(bytes(data)) == "PICTURE_TOO_LARGE"


def test_a_chunk_of_text_that_inflates_is_refused() -> None:
    whole = _png(4, 4, zlib.compress(bytes(20)))
    body = b"Comment\0\0" + zlib.compress(b" " * 50_000_000)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    assert _refused(whole[:33] + chunk + whole[33:]) == "PICTURE_BROKEN"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pictures_cut_short_are_refused(kind: str) -> None:
    whole = _saved(_drawn().resize((300, 200)), kind)
    for part in range(1, 10):
        assert _refused(whole[: len(whole) * part // 10]) in ("PICTURE_BROKEN", "PICTURE_KIND")


def test_a_size_of_nothing_is_refused() -> None:
    assert _refused(_png(0, 4, zlib.compress(b""))) == "PICTURE_BROKEN"


@given(st.data())
def test_mutated_pictures_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(_saved(_drawn(), data.draw(st.sampled_from(["PNG", "JPEG"]))))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    with suppress(KnownError):  # any other exception fails the test
        picture = read_picture(bytes(whole))
        assert picture.width * picture.height <= MOST_PIXELS
