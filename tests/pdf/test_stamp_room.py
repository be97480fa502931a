"""The free disc of 45 mm beside every signature that may bear the office's stamp (domain.md 4.6, 8.18)."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from kpu_desk.domain.documents import Meterai, Paper, Role, SheetContent
from kpu_desk.domain.stamps import DISC_UM, METERAI_SLOT, ROLES, stamp_place
from kpu_desk.pdf.compose import LaidSheet, lay_sheet
from tests.pdf import sample_contents as samples
from tests.pdf.page_boxes import Box, drawn_boxes, place_box, text_boxes

CHAIR_MAKES = samples.pact(samples.with_slot(samples.KETUA, "pembuat", Role.PEMBUAT))
LONG = replace(
    samples.SEKRETARIS,
    name="Prof. Dr. H. Raden Mas Bagas Suryaningratwidjojo, S.H., M.H., M.Si., Ph.D.",
    office="Plt. Sekretaris merangkap Kepala Bagian Keuangan",
)
SHEETS = {
    "agreement": samples.agreement(),
    "agreement alone": samples.agreement_alone(),
    "pact": samples.pact(),
    "commissioner's pact": CHAIR_MAKES,
    "long names": samples.pact(witness=LONG),
    "minutes": samples.minutes_sheet(),
    "attendance with a closing signer": replace(
        samples.attendance(9),
        parties=(
            *samples.attendance(9).parties,
            samples.with_slot(samples.SEKRETARIS, "sekretaris", Role.PENANDA_TANGAN),
        ),
    ),
}


def in_disc(disc: Box, box: Box) -> bool:
    """Whether a box reaches more than a hair into the circle within a square."""
    radius = (disc.right - disc.left) / 2
    x, y = (disc.left + disc.right) / 2, (disc.low + disc.high) / 2
    across = max(box.left - x, 0, x - box.right)
    down = max(box.low - y, 0, y - box.high)
    return math.hypot(across, down) < radius - 0.1


def discs(content: SheetContent, laid: LaidSheet) -> list[tuple[int, Box]]:
    roles = {party.slot: party.role for party in content.parties}
    signatures = [place for place in laid.places if roles.get(place.slot) in ROLES]
    assert signatures
    return [(place.page, place_box(stamp_place(place, DISC_UM))) for place in signatures]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", list(SHEETS))
def test_nothing_is_printed_in_the_free_disc(name: str, paper: Paper) -> None:
    content = replace(SHEETS[name], paper=paper)
    laid = lay_sheet(content, samples.form_for(content))
    for page, disc in discs(content, laid):
        # The watermark of a marked sheet lies beneath everything; it is no box.
        printed = [*text_boxes(laid.pages[page]), *drawn_boxes(laid.pages[page])]
        assert [box.what for box in printed if in_disc(disc, box)] == []
        assert disc.left > 28, "a centimetre from the edge of the paper"


@pytest.mark.parametrize("name", list(SHEETS))
def test_no_disc_reaches_another_signature(name: str) -> None:
    content = SHEETS[name]
    laid = lay_sheet(content, samples.form_for(content))
    for page, disc in discs(content, laid):
        met = [p.slot for p in laid.places if p.page == page and in_disc(disc, place_box(p))]
        assert len(met) == 1, "its own, which it lies partly over"


def test_the_first_partys_place_is_the_meterais_where_a_form_has_one() -> None:
    content = samples.agreement()
    laid = lay_sheet(content, replace(samples.form_for(content), meterai=Meterai.BOX))
    places = {place.slot: place for place in laid.places}
    meterai = places[METERAI_SLOT]
    assert stamp_place(places["pihak_pertama"], DISC_UM).meets(meterai)
    assert not stamp_place(places["pihak_kedua"], DISC_UM).meets(meterai)


def test_without_a_stamp_to_come_the_sheet_keeps_its_height() -> None:
    alone, witnessed = samples.declaration(), samples.pact()
    gaps = []
    for content in (alone, witnessed):
        laid = lay_sheet(content, samples.form_for(content))
        (place,) = [p for p in laid.places if p.slot == "pembuat"]
        box = place_box(place)
        below = max(t.high for t in text_boxes(laid.pages[0]) if t.high < box.low + 1 and t.left < box.right)
        above = min(t.low for t in text_boxes(laid.pages[0]) if t.low > box.high - 1 and t.right > box.left)
        gaps.append(above - below)
    assert gaps[0] < 100 < gaps[1]
