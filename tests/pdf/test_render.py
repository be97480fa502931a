"""Rendering: the right size and pixels, from several threads, and a known error for what is no PDF."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kpu_desk.domain.errors import KnownError
from kpu_desk.pdf.render import PageRenderer, page_count, page_sizes, render_page
from tests.pdf.sealed_sample import A4, page_pdf, sealed
from tests.waiting import LIMIT_S


def test_width_in_pixels_is_kept_and_the_height_follows() -> None:
    image = render_page(sealed(), 0, width_px=1000)
    assert image.width == 1000
    assert image.height == pytest.approx(1000 * A4[1] / A4[0], abs=1)
    assert len(image.pixels) == image.stride * image.height
    assert image.stride >= 4 * image.width


def test_dots_per_inch() -> None:
    image = render_page(sealed(), 1, dpi=72)
    assert (image.width, image.height) == (596, 842)


def test_paper_is_white_and_text_is_dark() -> None:
    image = render_page(page_pdf(("teks",)), 0, dpi=72)
    assert image.pixels[:3] == b"\xff\xff\xff"
    row = image.pixels[66 * image.stride : 72 * image.stride]
    assert min(row[0::4]) < 100


def test_pages_and_sizes() -> None:
    pdf = page_pdf(("x",), pages=3, size=(300, 200))
    assert page_count(pdf) == 3
    assert page_sizes(pdf) == ((300.0, 200.0),) * 3


def test_one_document_from_many_threads() -> None:
    with PageRenderer(sealed()) as renderer, ThreadPoolExecutor(4) as pool:
        alone = renderer.render(0, dpi=60)
        assert all(image == alone for image in pool.map(lambda _: renderer.render(0, dpi=60), range(20)))


def test_closing_twice_does_nothing() -> None:
    renderer = PageRenderer(sealed())
    renderer.close()
    renderer.close()


def test_no_pdf_is_a_known_error_and_no_page_an_index_error() -> None:
    with pytest.raises(KnownError) as caught:
        render_page(b"bukan PDF", 0, dpi=72)
    assert caught.value.code == "CANNOT_RENDER"
    with pytest.raises(IndexError):
        render_page(sealed(), 2, dpi=72)
    with pytest.raises(ValueError, match="either"):
        render_page(sealed(), 0)


def test_a_program_ends_whole_while_a_thread_still_draws(tmp_path: Path) -> None:
    """As when somebody stops a rehearsal while the pages of the sheet just signed are looked at again."""
    pdf = tmp_path / "halaman.pdf"
    pdf.write_bytes(page_pdf(("teks",), pages=3))
    for _ in range(3):
        command = [sys.executable, "-P", "-c", _DRAWS_ON, str(pdf)]
        ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=LIMIT_S)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "end\n", "")


_DRAWS_ON = """
import sys, threading
from kpu_desk.pdf.render import PageRenderer
renderer, some = PageRenderer(open(sys.argv[1], "rb").read()), threading.Event()
def draw():
    while True:
        renderer.render(1, dpi=200)
        some.set()
for _ in range(3):
    threading.Thread(target=draw, daemon=True).start()
some.wait()
print("end")
"""
