"""Pictures of every form as it must look; ``python -m tests.pdf.reference_pictures`` draws them anew, to be looked at.

Each is a page of a record of invented people, with ink and stamp, small and in four shades of grey; the evidence behind
the sheet is kept of one form on each paper, for it looks alike behind all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from kpu_desk.domain.documents import Paper, Role, SheetContent
from kpu_desk.pdf.furniture import code_place
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.render import PageRenderer
from kpu_desk.pdf.seal_key import create_seal_key, load_seal_key
from tests.pdf import sample_contents as sample

FOLDER = Path(__file__).parent / "reference"
DPI = 50
SHADES = 4
BLOCK = 8
"""Pixels of a block, 4 mm, whose mean shade is compared: another digest in small print is as grey as the one before."""

UNLIKE = 26
"""Of 255, the difference of two blocks from which on it is told; a line that moved by 1 mm makes twice as much."""

_UM_PER_PIXEL = 25_400 / DPI
_WITH_EVIDENCE = ("pi-asn", "pi-asn-f4")
_PASSPHRASE = b"frasa uji"


def contents() -> dict[str, SheetContent]:
    """One sheet for each shipped form, by the form's name; one more on F4."""
    commissioner = sample.with_slot(sample.KETUA, "pembuat", Role.PEMBUAT)
    return {
        "pk-dua-pihak": sample.agreement(),
        "pk-satu-pihak": sample.agreement_alone(3),
        "pi-asn": sample.pact(),
        "pi-komisioner": sample.pact(commissioner, sample.SEKRETARIS),
        "pbbk": sample.declaration(),
        "pbbk-deklarasi": sample.private_declaration(answers=("Saudara kandung ikut tender.", "Pengadaan logistik.")),
        "daftar-hadir": sample.attendance(17),
        "berita-acara": sample.minutes_sheet(),
        "berita-acara-susulan": sample.late_minutes_sheet(),
        "pi-asn-f4": replace(sample.pact(), paper=Paper.F4),
    }


def pages(form: str, *, absent: int = 0) -> Iterator[Image.Image]:
    """Each kept page of the record, with the square of its code left grey: every key signs another code."""
    content = contents()[form]
    made, _ = create_seal_key("Kantor Uji", unit=None, now=datetime(2026, 1, 22, tzinfo=UTC), passphrase=_PASSPHRASE)
    _, record = sample.record_of(content, absent=absent)
    with PageRenderer(compose_record(record, load_seal_key(made, _PASSPHRASE))) as renderer:
        for index in range(renderer.page_count if form in _WITH_EVIDENCE else record.pages):
            drawn = renderer.render(index, dpi=DPI)
            picture = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride)
            yield _few_shades(_without_code(picture.convert("L"), index, content.paper))


def unlike_blocks(one: Image.Image, other: Image.Image) -> list[tuple[int, int]]:
    """Where two pictures of one size differ, as columns and rows of blocks."""
    means = [_block_means(picture) for picture in (one, other)]
    differences = ImageChops.difference(*means).tobytes()
    width = means[0].width
    return [(place % width, place // width) for place, found in enumerate(differences) if found > UNLIKE]


def _block_means(picture: Image.Image) -> Image.Image:
    size = (-(-picture.width // BLOCK), -(-picture.height // BLOCK))
    return picture.convert("L").resize(size, Image.Resampling.BOX)


def name_of(form: str, page: int) -> str:
    return f"{form}-{page + 1}.png"


def _without_code(picture: Image.Image, index: int, paper: Paper) -> Image.Image:
    place = code_place(index, paper)
    left, width = place.x_um / _UM_PER_PIXEL, place.width_um / _UM_PER_PIXEL
    bottom = picture.height - place.y_um / _UM_PER_PIXEL
    ImageDraw.Draw(picture).rectangle((left, bottom - width, left + width, bottom), fill=170)
    return picture


def _few_shades(picture: Image.Image) -> Image.Image:
    step = 255 / (SHADES - 1)
    return picture.point([round(round(value / step) * step) for value in range(256)])


def _renew() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for form in contents():
        for index, picture in enumerate(pages(form)):
            picture.quantize(SHADES).save(FOLDER / name_of(form, index), optimize=True)


if __name__ == "__main__":
    _renew()
