"""Places as a file: JSON in millimetres from the page's upper left corner, as a ruler on paper measures them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from kpu_desk.domain.documents import Role
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.finding_places import anchored_places, phrase_places
from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import Audience, Pattern, Place, PlaceKind

FORMAT = "kpu-desk-places"
VERSION = 1
LARGEST_BYTES = 1_000_000
LONGEST_NAME = 60

_KEYS = {"format", "version", "name", "for", "anchors", "uncoded", "places"}
_PLACE_KEYS = {
    *("kind", "role", "turn", "page", "left", "top", "width", "height"),
    *("phrase", "near", "near_dx", "near_dy", "over"),
}


def pattern_text(pattern: Pattern, own: OwnPdf) -> str:
    """The pattern as a file, one place a line; millimetres, pages from 1."""
    lines = [json.dumps(_place_data(place, own), ensure_ascii=False) for place in pattern.places]
    head: dict[str, object] = {"format": FORMAT, "version": VERSION, "name": pattern.name}
    head["for"] = pattern.audience.value
    if pattern.uncoded:
        head["uncoded"] = [page + 1 for page in pattern.uncoded]
    words = ", ".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    return "{" + words + ', "places": [\n' + ",\n".join(lines) + "\n]}\n"


def pattern_of(text: str, own: OwnPdf, source: str) -> Pattern:
    """The places of a file on this document; ``"anchors": true`` adds one for each anchor in its text.

    A place has ``left``, ``top``, ``width``, ``height`` in millimetres and a ``page``, or a ``phrase`` beneath each
    occurrence of which it stands.

    Raises:
        FormError: WRONG_PLACES with ``file``, ``number`` (of the place from 1, 0 for the whole) and ``field``.
    """
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormError("WRONG_PLACES", file=source, number=0, field="JSON") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT or found.get("version") != VERSION:
        raise FormError("WRONG_PLACES", file=source, number=0, field="format")
    unknown = sorted(set(found) - _KEYS)
    if unknown:
        raise FormError("WRONG_PLACES", file=source, number=0, field=unknown[0])
    name = found.get("name")
    if not isinstance(name, str) or not 1 <= len(name.strip()) <= LONGEST_NAME or not name.isprintable():
        raise FormError("WRONG_PLACES", file=source, number=0, field="name")
    if found.get("for") not in list(Audience):
        raise FormError("WRONG_PLACES", file=source, number=0, field="for")
    uncoded = found.get("uncoded", [])
    if not isinstance(uncoded, list) or not all(page in range(1, len(own.sizes_um) + 1) for page in uncoded):
        raise FormError("WRONG_PLACES", file=source, number=0, field="uncoded")
    listed = found.get("places", [])
    if not isinstance(listed, list):
        raise FormError("WRONG_PLACES", file=source, number=0, field="places")
    places: list[Place] = list(anchored_places(own)) if found.get("anchors") is True else []
    for number, values in enumerate(listed, 1):
        places += _places(values, own, source, number)
    return Pattern(name.strip(), Audience(found["for"]), tuple(places), tuple(page - 1 for page in uncoded))


def _place_data(place: Place, own: OwnPdf) -> dict[str, object]:
    height = own.sizes_um[place.page][1]
    data: dict[str, object] = {"kind": place.kind.value}
    if place.role is not None:
        data["role"] = place.role.value
    if place.turn != 1:
        data["turn"] = place.turn
    data |= {
        "page": place.page + 1,
        "left": place.x_um / 1000,
        "top": (height - place.y_um - place.height_um) / 1000,
        "width": place.width_um / 1000,
        "height": place.height_um / 1000,
    }
    if place.near:
        data |= {"near": place.near, "near_dx": place.near_dx_um / 1000, "near_dy": place.near_dy_um / 1000}
    if place.over:
        data["over"] = place.over
    return data


def _places(values: object, own: OwnPdf, source: str, number: int) -> tuple[Place, ...]:
    def wrong(field: str) -> FormError:
        return FormError("WRONG_PLACES", file=source, number=number, field=field)

    if not isinstance(values, dict):
        raise wrong("places")
    unknown = sorted(set(values) - _PLACE_KEYS)
    if unknown:
        raise wrong(str(unknown[0]))

    def length(key: str, default: int | None = None) -> int:
        value = values.get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 10_000:
            raise wrong(key)
        return round(value * 1000)

    def whole(key: str, default: int) -> int:
        value = values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 10_000:
            raise wrong(key)
        return value

    if values.get("kind") not in list(PlaceKind):
        raise wrong("kind")
    kind = PlaceKind(values["kind"])
    role = values.get("role")
    if role is not None and role not in list(Role):
        raise wrong("role")
    who, turn = None if role is None else Role(role), whole("turn", 1)
    phrase, near, over = (values.get(key, "") for key in ("phrase", "near", "over"))
    if not isinstance(phrase, str) or not isinstance(near, str):
        raise wrong("phrase")
    if not isinstance(over, str):
        raise wrong("over")
    if phrase:
        found = phrase_places(own, phrase, kind, who, turn)
        if not found:
            raise wrong("phrase")
        return tuple(replace(place, over=over) for place in found)
    page = whole("page", 1) - 1
    width, height = length("width", kind.usual_size_um[0]), length("height", kind.usual_size_um[1])
    if page >= len(own.sizes_um):
        raise wrong("page")
    y = own.sizes_um[page][1] - length("top") - height
    dx, dy = length("near_dx", 0), length("near_dy", 0)
    return (Place(kind, page, length("left"), y, width, height, who, turn, near, dx, dy, over),)
