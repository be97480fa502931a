"""The pages as a signer sees them: the inks that stand on them belong to the picture, and so to its digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kpu_desk.domain.documents import ComposedSheet, InkKind
from kpu_desk.domain.ink_drawing import PlacedInk, draw
from kpu_desk.domain.showing import PageImage
from kpu_desk.pdf.freeze import freeze_sheet
from kpu_desk.pdf.render import PageRenderer
from kpu_desk.pdf.seen_pages import SeenPages, seen_digests
from tests.pdf.sample_contents import form_for, pact, squiggle

WIDTH = 500


@pytest.fixture(scope="module")
def composed() -> ComposedSheet:
    content = pact()
    return freeze_sheet(content, form_for(content), at=datetime(2026, 1, 21, 8, 0, tzinfo=UTC))


def earlier_on(composed: ComposedSheet) -> PlacedInk:
    return PlacedInk(InkKind.SIGNATURE, draw(squiggle()), composed.places[:1])


def test_earlier_ink_stands_in_its_place_and_nowhere_else(composed: ComposedSheet) -> None:
    earlier = earlier_on(composed)
    with PageRenderer(composed.pdf) as plain:
        without = plain.page(0, WIDTH)
    source = SeenPages(composed, (earlier,))
    seen = source.page(0, WIDTH)
    source.close()
    (place,) = earlier.places
    scale = WIDTH / 210_000
    changed = [
        (at // 4 % seen.width, at // 4 // seen.width)
        for at in range(0, len(seen.pixels), 4)
        if seen.pixels[at : at + 3] != without.pixels[at : at + 3]
    ]
    assert len(changed) > 100
    assert all(place.x_um * scale - 1 <= x <= (place.x_um + place.width_um) * scale + 1 for x, _ in changed)
    assert all(
        place.y_um * scale - 1 <= seen.height - y <= (place.y_um + place.height_um) * scale + 2 for _, y in changed
    )


def test_digests_come_out_the_same_again_and_tell_every_difference(composed: ComposedSheet) -> None:
    earlier = (earlier_on(composed),)
    source = SeenPages(composed, earlier)
    digest = source.page(0, WIDTH).digest()
    source.close()
    assert seen_digests(composed, earlier, [WIDTH]) == (digest,)
    others = {
        seen_digests(composed, (), [WIDTH]),
        seen_digests(composed, (replace(earlier[0], ink=draw(squiggle(2))),), [WIDTH]),
        seen_digests(composed, earlier, [WIDTH + 1]),
        seen_digests(composed, earlier, []),
    }
    assert len(others) == 4
    assert (digest,) not in others


def test_the_digest_is_of_what_is_seen() -> None:
    """Neither the unused byte of a pixel nor the room at the end of a row belongs to the picture; its shape does."""
    row = bytes(range(8))
    one = PageImage(2, 1, 8, row)
    assert PageImage(2, 1, 12, row + b"rest").digest() == one.digest()
    assert PageImage(2, 1, 8, row[:3] + b"\xff" + row[4:]).digest() == one.digest()
    assert PageImage(1, 2, 4, row).digest() != one.digest()
    assert PageImage(2, 1, 8, row[:2] + b"\xff" + row[3:]).digest() != one.digest()
