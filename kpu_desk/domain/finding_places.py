"""Places that find themselves: by anchors, by empty signature fields, by the pattern of an earlier version."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kpu_desk.domain.documents import Role, SlotPlace
from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import Audience, Pattern, Place, PlaceKind, phrases

_ANCHOR = re.compile(
    r"\$\{(ttd|paraf|cap|meterai|nama|jabatan|nip|nomor|tanggal|kode)(?:_([a-z_]+?))?(?:_([1-9][0-9]?))?\}"
)
_KINDS = {
    "ttd": PlaceKind.SIGNATURE,
    "paraf": PlaceKind.PARAF,
    "cap": PlaceKind.STAMP,
    "meterai": PlaceKind.METERAI,
    "nama": PlaceKind.NAME,
    "jabatan": PlaceKind.OFFICE,
    "nip": PlaceKind.NIP,
    "nomor": PlaceKind.NUMBER,
    "tanggal": PlaceKind.DATE,
    "kode": PlaceKind.QR,
}
_CONTEXT = 3
"""Words by which a place without an anchor is found again."""

_SAME_UM = 1_000
"""Text that moved by less is where it was."""


class Moved(StrEnum):
    """How a place of a pattern stands on a new version of its document."""

    SAME = "same"
    MOVED = "moved"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Refound:
    """The places of a pattern on another version; ``how`` says of each whether its words stood, moved or are gone."""

    pattern: Pattern
    how: tuple[Moved, ...]

    @property
    def moved(self) -> tuple[int, ...]:
        """Numbers of the places whose text has moved or gone: the person is warned."""
        return tuple(index for index, how in enumerate(self.how) if how != Moved.SAME)

    @property
    def lost(self) -> tuple[int, ...]:
        """Numbers of the places whose text is gone; they stayed where they were."""
        return tuple(index for index, how in enumerate(self.how) if how == Moved.LOST)


def anchors_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where in a text without spaces an anchor that says a place begins and ends."""
    return tuple(match.span() for match in _ANCHOR.finditer(text) if _anchor_place(match, 0) is not None)


def anchored_places(own: OwnPdf) -> tuple[Place, ...]:
    """A place for each anchor of the original: ``${ttd_pihak_pertama}``, ``${paraf_pembuat}``,
    ``${ttd_penanda_tangan_2}``, ``${nomor}`` … Its middle is the anchor's; it is as large as such places usually are.
    """
    found = []
    for box in own.anchors:
        match = _ANCHOR.fullmatch(box.slot)
        place = None if match is None else _anchor_place(match, box.page)
        if place is not None:
            found.append(_kept_on_page(_centred(place, box), own))
    return tuple(found)


def _anchor_place(match: re.Match[str], page: int) -> Place | None:
    """What an anchor asks for, at no spot yet; None for a person's place of nobody, or for a role that there is not."""
    kind, role = _KINDS[match[1]], _role(match[2])
    if kind.personal is not (role is not None) or (match[2] is not None and role is None):
        return None
    return Place(kind, page, 0, 0, *kind.usual_size_um, role, int(match[3] or 1))


def phrase_places(own: OwnPdf, phrase: str, kind: PlaceKind, role: Role | None, turn: int = 1) -> tuple[Place, ...]:
    """A place beneath each occurrence of a phrase that the person chose, such as "Yang membuat pernyataan,"."""
    width, height = kind.usual_size_um
    places = [
        Place(
            kind, box.page, box.x_um, box.y_um - height - 1_000, width, height, role, turn, phrase, 0, -height - 1_000
        )
        for box in phrases(own, phrase)
    ]
    return tuple(_kept_on_page(place, own) for place in places)


def field_places(own: OwnPdf, audience: Audience) -> tuple[Place, ...]:
    """A place for each empty signature field of the original, offered for the roles of the audience in their order.

    A field too small for a hand gets room around its middle.
    """
    roles, least = audience.roles, PlaceKind.SIGNATURE.least_size_um
    places = []
    for index, field in enumerate(own.fields):
        width, height = max(field.width_um, least[0]), max(field.height_um, least[1])
        x, y = field.x_um - (width - field.width_um) // 2, field.y_um - (height - field.height_um) // 2
        role, turn = roles[min(index, len(roles) - 1)], max(1, index - len(roles) + 2)
        place = Place(PlaceKind.SIGNATURE, field.page, x, y, width, height, role, turn)
        places.append(_kept_on_page(place, own))
    return tuple(places)


def remembered(pattern: Pattern, own: OwnPdf, others: Sequence[OwnPdf] = ()) -> Pattern:
    """The pattern with the words beside each place, by which the document's next version finds them again.

    Of a mail merge's ``others`` every one should hold those words, so that no place hangs on one person's name.
    """
    return replace(pattern, places=tuple(_with_words(place, own, others) for place in pattern.places))


def found_again(pattern: Pattern, own: OwnPdf) -> Refound:
    """The places of a pattern on another version of its document: they go with the words that stood beside them.

    Where those words are gone, or stand in several places as near, the place stays where it was. Places that hang on
    the same words, such as one on every page, go with them one by one in their order.
    """
    counted = Counter(_hold(place) for place in pattern.places)
    turns: Counter[tuple[str, int, int, PlaceKind, str]] = Counter()
    places, how = [], []
    for place in pattern.places:
        boxes, hold = _beside(own, place.near), _hold(place)
        if counted[hold] == len(boxes):
            boxes = boxes[turns[hold] : turns[hold] + 1]
        turns[hold] += 1
        new, so = _gone_with(place, boxes, own)
        places.append(new)
        how.append(so)
    return Refound(replace(pattern, places=tuple(places)), tuple(how))


def _hold(place: Place) -> tuple[str, int, int, PlaceKind, str]:
    """What places have in common that stand beside the same words in the same way."""
    return place.near, place.near_dx_um, place.near_dy_um, place.kind, place.slot


def _gone_with(place: Place, boxes: Sequence[SlotPlace], own: OwnPdf) -> tuple[Place, Moved]:
    """A place beside the nearest of the boxes where its words stand now, and how it got there."""
    if not place.near:
        return place, Moved.SAME
    wanted = (place.page, place.x_um - place.near_dx_um, place.y_um - place.near_dy_um)
    nearest = sorted(_distance(box, wanted) for box in boxes)[:2]
    if not boxes or (len(nearest) == 2 and nearest[1] - nearest[0] <= _SAME_UM):
        return place, Moved.LOST
    if nearest[0] <= _SAME_UM:
        return place, Moved.SAME
    best = min(boxes, key=lambda box: _distance(box, wanted))
    new = replace(place, page=best.page, x_um=best.x_um + place.near_dx_um, y_um=best.y_um + place.near_dy_um)
    return _kept_on_page(new, own), Moved.MOVED


def placed_on(pattern: Pattern, first: OwnPdf, own: OwnPdf) -> Refound:
    """The places of a mail merge's ``first`` file on another one: they go with their words and anchors.

    Of anchors that stand here more often than there, such as a paraf on one page more, the places come in, told as
    moved.
    """
    return _with_anchors(found_again(pattern, own), own, Counter(anchor.slot for anchor in first.anchors))


def on_next_version(pattern: Pattern, own: OwnPdf) -> Refound:
    """The places of a saved pattern on a later version of its document: as :func:`found_again`.

    Anchors that are new in it come in, told as moved; that a page stays without a code is asked again.
    """
    known = Counter(place.near for place in pattern.places)
    again = _with_anchors(found_again(pattern, own), own, known)
    return replace(again, pattern=replace(again.pattern, uncoded=()))


def _with_anchors(again: Refound, own: OwnPdf, known: Counter[str]) -> Refound:
    """With a place for each anchor that stands here more often than it is known, where there is none yet."""
    more = Counter(anchor.slot for anchor in own.anchors) - known
    there = {(place.kind, place.slot, place.box) for place in again.pattern.places}
    added = []
    for place in anchored_places(own):
        if more[place.near] and (place.kind, place.slot, place.box) not in there:
            more[place.near] -= 1
            added.append(place)
    places, how = (*again.pattern.places, *added), (*again.how, *(Moved.MOVED for _ in added))
    return Refound(replace(again.pattern, places=places), how)


def _beside(own: OwnPdf, near: str) -> tuple[SlotPlace, ...]:
    """Where the words by which a place is found stand: an anchor of the original, or words of the page."""
    return tuple(box for box in own.anchors if box.slot == near) or phrases(own, near)


def _distance(box: SlotPlace, wanted: tuple[int, int, int]) -> int:
    page, x, y = wanted
    # Another page is further away than anything on the same one.
    return abs(box.page - page) * 10_000_000 + max(abs(box.x_um - x), abs(box.y_um - y))


def _with_words(place: Place, own: OwnPdf, others: Sequence[OwnPdf]) -> Place:
    if place.near:
        return place
    best: SlotPlace | None = None
    for box in _runs(place, own):
        if len(phrases(own, box.slot)) != 1:
            continue
        best = best or box
        if all(len(phrases(other, box.slot)) == 1 for other in others):
            best = box
            break
    if best is None:
        return place
    [best] = phrases(own, best.slot)
    return replace(place, near=best.slot, near_dx_um=place.x_um - best.x_um, near_dy_um=place.y_um - best.y_um)


def _runs(place: Place, own: OwnPdf) -> list[SlotPlace]:
    """A few words in a row on one line of its page, the nearest first."""
    found = []
    for start, first in enumerate(own.words):
        run = own.words[start : start + _CONTEXT]
        if first.page == place.page and all(
            word.page == place.page and abs(word.y_um - first.y_um) <= 2_000 for word in run
        ):
            low = min(word.y_um for word in run)
            found.append(replace(first, slot=" ".join(word.slot for word in run), y_um=low))
    return sorted(found, key=lambda box: abs(box.x_um - place.x_um) + abs(box.y_um - place.y_um))


def _role(text: str | None) -> Role | None:
    return Role(text) if text in list(Role) else None


def _centred(place: Place, word: SlotPlace) -> Place:
    near = word.slot
    x = word.x_um + (word.width_um - place.width_um) // 2
    y = word.y_um + (word.height_um - place.height_um) // 2
    return replace(place, x_um=x, y_um=y, near=near, near_dx_um=x - word.x_um, near_dy_um=y - word.y_um)


def _kept_on_page(place: Place, own: OwnPdf) -> Place:
    width, height = own.sizes_um[place.page]
    x = max(0, min(place.x_um, width - place.width_um))
    y = max(0, min(place.y_um, height - place.height_um))
    return replace(place, x_um=x, y_um=y)
