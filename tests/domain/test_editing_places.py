"""Places under the hand: in line, copied to every page, given to somebody else, undone, never off the page."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.documents import Role
from kpu_desk.domain.editing_places import MOST_UNDO, PlacesEdit, new_place, on_grid
from kpu_desk.domain.places import Place, PlaceKind

A4_UM, A5_UM = (210_000, 297_000), (148_000, 210_000)
SIGNATURE = Place(
    PlaceKind.SIGNATURE, 0, 110_300, 90_000, 60_000, 25_000, Role.PEMBUAT, near="Hormat kami,", near_dx_um=5
)
OTHER = replace(SIGNATURE, x_um=20_000, y_um=60_000, role=Role.SAKSI, near="")
EDIT = PlacesEdit((A4_UM, A5_UM, A4_UM), (OTHER, SIGNATURE), chosen=1)


def spot(edit: PlacesEdit) -> tuple[int, int]:
    assert edit.place is not None
    return edit.place.x_um, edit.place.y_um


def test_a_place_comes_into_line_with_its_neighbour_and_the_middle() -> None:
    assert spot(EDIT.aligned("left")) == (20_000, 90_000)
    assert spot(EDIT.aligned("bottom")) == (110_300, 60_000)
    assert spot(EDIT.aligned("middle")) == (75_000, 90_000)
    alone = PlacesEdit(EDIT.sizes_um, (SIGNATURE,), chosen=0)
    assert alone.aligned("left") == alone.aligned("bottom") == alone


def test_a_copy_stands_on_every_page_within_its_size_and_none_twice() -> None:
    copied = EDIT.on_all_pages()
    assert [(one.page, one.x_um) for one in copied.places[2:]] == [(1, 148_000 - 60_000), (2, 110_300)]
    assert copied.on_all_pages() == copied
    assert copied.undone().places == EDIT.places


def test_who_gets_a_place_does_not_move_it_and_who_moves_it_loosens_its_words() -> None:
    given = EDIT.changed(replace(SIGNATURE, role=Role.SAKSI, turn=2)).place
    assert given == replace(SIGNATURE, role=Role.SAKSI, turn=2)
    moved = EDIT.changed(SIGNATURE.moved(100, 0)).place
    assert moved == replace(SIGNATURE.moved(100, 0), near="", near_dx_um=0)


def test_nothing_leaves_the_page_and_what_changes_nothing_is_no_step_to_undo() -> None:
    assert spot(EDIT.changed(SIGNATURE.moved(900_000, -900_000))) == (150_000, 0)
    wide = EDIT.changed(replace(SIGNATURE, width_um=900_000)).place
    assert wide is not None
    assert (wide.x_um, wide.width_um) == (0, 210_000)
    assert EDIT.replaced(EDIT.places) == EDIT.changed(SIGNATURE) == EDIT
    many = EDIT
    for step in range(MOST_UNDO + 5):
        many = many.choose(0).changed(replace(OTHER, x_um=step))
    assert len(many.past) == MOST_UNDO


def test_a_click_gives_the_usual_size_and_a_pull_no_less_than_the_least() -> None:
    click = new_place(PlaceKind.QR, 0, (50_000, 50_000), (51_000, 51_000))
    assert (click.x_um, click.width_um) == (34_000, 32_000)
    pulled = new_place(PlaceKind.SIGNATURE, 0, (90_000, 80_000), (50_000, 78_000))
    assert (pulled.x_um, pulled.y_um, pulled.width_um, pulled.height_um) == (50_000, 78_000, 40_000, 12_000)
    assert [on_grid(1_449, grid) for grid in (0, 1_000, 5_000)] == [1_400, 1_000, 0]
