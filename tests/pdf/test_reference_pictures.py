"""Every form looks as it was looked at: pages of records against the pictures in ``tests/pdf/reference``.

Where a change of the looks is wanted, ``python -m tests.pdf.reference_pictures`` draws the pictures anew; look at
each before it is kept.
"""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from kpu_desk.resources import resource_path
from tests.pdf import reference_pictures as reference

FORMS = tuple(reference.contents())


def kept(form: str, page: int) -> Image.Image:
    with Image.open(reference.FOLDER / reference.name_of(form, page)) as picture:
        return picture.convert("L")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_looks_as_it_did(form: str) -> None:
    drawn = list(reference.pages(form))
    assert len(drawn) == len(list(reference.FOLDER.glob(f"{form}-[0-9].png")))
    for page, picture in enumerate(drawn):
        before = kept(form, page)
        assert picture.size == before.size
        assert reference.unlike_blocks(picture, before) == []


def test_every_shipped_form_has_its_pictures() -> None:
    shipped = {path.stem for path in resource_path("forms").glob("*.toml")}
    assert shipped
    assert shipped <= set(FORMS)


@pytest.mark.parametrize("pixels", [(0, 2), (2, 0)], ids=["lower by 1 mm", "aside by 1 mm"])
def test_a_page_that_moved_is_told(pixels: tuple[int, int]) -> None:
    page = kept("pi-asn", 0)
    assert reference.unlike_blocks(ImageChops.offset(page, *pixels), page)


def test_a_missing_signature_is_told() -> None:
    """The ink of a signature is what a reader looks for first."""
    page, without = kept("pbbk", 0), next(reference.pages("pbbk", absent=1))
    assert reference.unlike_blocks(page, without)
