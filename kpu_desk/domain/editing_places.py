"""Drawing places on a page: one value with what can be undone; the window only tells what the hand did."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import Place, PlaceKind

MOST_UNDO = 200
FINE_UM = 100
"""A tenth of a millimetre: places are exact to it, whatever the grid."""


@dataclass(frozen=True, slots=True)
class PlacesEdit:
    """The places as they are drawn now.

    Attributes:
        sizes_um: of the pages.
        chosen: number of the place in hand, or None.
        past: earlier states of the places, the newest last.
    """

    sizes_um: tuple[tuple[int, int], ...]
    places: tuple[Place, ...] = ()
    chosen: int | None = None
    past: tuple[tuple[Place, ...], ...] = ()

    @classmethod
    def of(cls, own: OwnPdf, places: tuple[Place, ...] = ()) -> PlacesEdit:
        """The beginning of an edit."""
        return cls(own.sizes_um, places)

    @property
    def place(self) -> Place | None:
        """The place in hand."""
        return None if self.chosen is None else self.places[self.chosen]

    def choose(self, index: int | None) -> PlacesEdit:
        """Takes another place in hand."""
        return replace(self, chosen=index)

    def next(self, step: int = 1) -> PlacesEdit:
        """Takes the next place in hand, or the one before."""
        if not self.places:
            return self
        start = -1 if self.chosen is None and step > 0 else self.chosen or 0
        return replace(self, chosen=(start + step) % len(self.places))

    def with_place(self, place: Place) -> PlacesEdit:
        """Adds a place and takes it in hand."""
        return self._done((*self.places, self._on_page(place)), len(self.places))

    def changed(self, place: Place) -> PlacesEdit:
        """The place in hand is another one now; where it was moved, what it was found by says no more where it is."""
        if self.chosen is None or self.place is None or place == self.place:
            return self
        new = self._on_page(place)
        if new.box != replace(self.place.box, slot=new.slot):
            new = replace(new, near="", near_dx_um=0, near_dy_um=0)
        return self._done((*self.places[: self.chosen], new, *self.places[self.chosen + 1 :]), self.chosen)

    def replaced(self, places: tuple[Place, ...]) -> PlacesEdit:
        """All places are others now: those of a file, or the same with a word of the person."""
        if places == self.places:
            return self
        return self._done(tuple(map(self._on_page, places)), self.chosen if len(places) == len(self.places) else None)

    def without(self) -> PlacesEdit:
        """Takes the place in hand away."""
        if self.chosen is None:
            return self
        return self._done((*self.places[: self.chosen], *self.places[self.chosen + 1 :]), None)

    def on_all_pages(self) -> PlacesEdit:
        """The place in hand on every page at the same spot, but where one of its kind and person stands already."""
        place = self.place
        if place is None:
            return self
        there = {one.page for one in self.places if (one.kind, one.slot) == (place.kind, place.slot)}
        copies = tuple(
            self._on_page(replace(place, page=page, near="", near_dx_um=0, near_dy_um=0))
            for page in range(len(self.sizes_um))
            if page not in there
        )
        return self._done((*self.places, *copies), self.chosen) if copies else self

    def aligned(self, edge: str) -> PlacesEdit:
        """Brings the place in hand into line with the nearest other one of its page: ``left``, ``bottom``, ``middle``
        (of the page, from left to right)."""
        place = self.place
        if place is None:
            return self
        if edge == "middle":
            return self.changed(replace(place, x_um=(self.sizes_um[place.page][0] - place.width_um) // 2))
        others = [one for one in self.places if one.page == place.page and one is not place]
        if not others:
            return self
        nearest = min(others, key=lambda one: abs(one.x_um - place.x_um) + abs(one.y_um - place.y_um))
        moved = replace(place, x_um=nearest.x_um) if edge == "left" else replace(place, y_um=nearest.y_um)
        return self.changed(moved)

    def undone(self) -> PlacesEdit:
        """As it was before the last change."""
        if not self.past:
            return self
        return replace(self, places=self.past[-1], past=self.past[:-1], chosen=None)

    def _done(self, places: tuple[Place, ...], chosen: int | None) -> PlacesEdit:
        return replace(self, places=places, chosen=chosen, past=(*self.past, self.places)[-MOST_UNDO:])

    def _on_page(self, place: Place) -> Place:
        width, height = self.sizes_um[place.page]
        wide, high = min(place.width_um, width), min(place.height_um, height)
        x, y = max(0, min(place.x_um, width - wide)), max(0, min(place.y_um, height - high))
        return replace(place, x_um=x, y_um=y, width_um=wide, height_um=high)


def on_grid(value_um: int, grid_um: int) -> int:
    """The nearest line of the grid; exact to a tenth of a millimetre where there is none."""
    step = grid_um or FINE_UM
    return round(value_um / step) * step


def new_place(kind: PlaceKind, page: int, start: tuple[int, int], end: tuple[int, int]) -> Place:
    """A place drawn from one corner to the other, as large as such a place must be at the least.

    A mere click gives the usual size around that point. The role is given by whoever draws.
    """
    width, height = abs(end[0] - start[0]), abs(end[1] - start[1])
    if width < 3_000 and height < 3_000:
        width, height = kind.usual_size_um
        return Place(kind, page, start[0] - width // 2, start[1] - height // 2, width, height)
    least = kind.least_size_um
    return Place(kind, page, min(start[0], end[0]), min(start[1], end[1]), max(width, least[0]), max(height, least[1]))
