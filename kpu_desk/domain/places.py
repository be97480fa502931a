"""Where on an office's own PDF people sign and the program writes: places bound to roles, and the rules about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kpu_desk.domain.documents import Role, SlotPlace
from kpu_desk.domain.own_pdf import OwnPdf


class PlaceKind(StrEnum):
    """What stands in a place."""

    SIGNATURE = "signature"
    PARAF = "paraf"
    STAMP = "stamp"
    METERAI = "meterai"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    OFFICE = "office"
    NIP = "nip"
    QR = "qr"

    @property
    def words(self) -> str:
        """As it is called on screen and on paper."""
        return {
            "signature": "Tanda tangan",
            "paraf": "Paraf",
            "stamp": "Cap",
            "meterai": "Meterai",
            "number": "Nomor",
            "date": "Tanggal",
            "name": "Nama",
            "office": "Jabatan",
            "nip": "NIP",
            "qr": "Kode QR",
        }[self.value]

    @property
    def personal(self) -> bool:
        """Whether it belongs to one signer, and so has a role."""
        return self not in (PlaceKind.NUMBER, PlaceKind.DATE, PlaceKind.QR)

    @property
    def usual_size_um(self) -> tuple[int, int]:
        """Width and height of a new place in µm."""
        return {
            "signature": (60_000, 25_000),
            "paraf": (20_000, 13_000),
            "stamp": (45_000, 45_000),
            "meterai": (24_000, 20_000),
            "qr": (32_000, 32_000),
            "number": (60_000, 6_000),
            "date": (50_000, 6_000),
            "nip": (60_000, 6_000),
            "name": (70_000, 6_000),
            "office": (70_000, 6_000),
        }[self.value]

    @property
    def least_size_um(self) -> tuple[int, int]:
        """The smallest that does its work: room for a hand, a stamp, a code of 30 mm with its white, a line of text."""
        return {
            "signature": (30_000, 12_000),
            "paraf": (10_000, 7_000),
            "stamp": (15_000, 15_000),
            "meterai": (20_000, 18_000),
            "qr": (32_000, 32_000),
        }.get(self.value, (15_000, 4_000))


class Audience(StrEnum):
    """Who gets the document: everybody one of his own (pembuat, saksi), or the office one for all its signers."""

    EACH = "each"
    OFFICE = "office"

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that such a document can have a place for."""
        if self is Audience.EACH:
            return (Role.PEMBUAT, Role.SAKSI)
        return (Role.PIHAK_PERTAMA, Role.PIHAK_KEDUA, Role.PENANDA_TANGAN)


MOST_SIGNERS = 40
"""Numbers of ``penanda_tangan`` on one document."""

MOST_PLACES = 500

_ENDS = " ,.:;"

ON_PICTURE = "(gambar)"
"""Stands for the text beneath a place where a page is a picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place on a page.

    Attributes:
        page: from 0; ``x_um``, ``y_um``: its lower left corner in µm from the page's.
        role: whose it is, None for number, date and code; ``turn`` tells signers of the role penanda_tangan apart, in
            the order of protocol from 1.
        near: words beside it by which it is found again on the document's next version, or the anchor it came from.
        near_dx_um, near_dy_um: from the lower left corner of those words to its own.
        over: the text beneath it of which a person said that the place stands over it on purpose.
    """

    kind: PlaceKind
    page: int
    x_um: int
    y_um: int
    width_um: int
    height_um: int
    role: Role | None = None
    turn: int = 1
    near: str = ""
    near_dx_um: int = 0
    near_dy_um: int = 0
    over: str = ""

    @property
    def slot(self) -> str:
        """The key of the signer's slot; empty for what is nobody's."""
        if self.role is None:
            return ""
        return f"{self.role.value}-{self.turn}" if self.role is Role.PENANDA_TANGAN else self.role.value

    @property
    def box(self) -> SlotPlace:
        """As a box among a sheet's places."""
        return SlotPlace(self.slot, self.page, self.x_um, self.y_um, self.width_um, self.height_um)

    def moved(self, dx_um: int, dy_um: int) -> Place:
        """The same place further right and up."""
        return replace(self, x_um=self.x_um + dx_um, y_um=self.y_um + dy_um)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The places of one document of the office, by which its next version finds them again.

    ``uncoded`` are the pages, from 0, of which a person said that they stay without a code.
    """

    name: str
    audience: Audience
    places: tuple[Place, ...]
    uncoded: tuple[int, ...] = ()


class Grade(StrEnum):
    """Whether a finding forbids, is asked about, or was asked about and is meant so."""

    REFUSED = "refused"
    ASKED = "asked"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a place: its number in the pattern (None for the whole), and of another one it meets.

    ``text`` is the text beneath it, or the page, from 1, that has no code.
    """

    code: str
    grade: Grade
    place: int | None = None
    other: int | None = None
    text: str = ""


def check_places(pattern: Pattern, own: OwnPdf) -> tuple[Finding, ...]:
    """What is wrong with the places of a document, refusals first.

    Refused: PLACE_NO_PAGE, PLACE_OFF_PAGE, PLACE_TOO_SMALL, PLACE_ROLE (missing, or none that such a document has),
    PLACE_TWICE (a third signature of a person, a second number, code of a page or meterai), PLACES_MEET,
    PLACE_WITHOUT_SIGNATURE (a person's other places where he does not sign), PLACES_NO_SIGNATURE, PLACES_TOO_MANY.
    Asked, until :func:`confirmed`: PLACE_OVER_TEXT with the words beneath, PLACE_OVER_PICTURE (something dark on a page
    without words), PLACE_NO_CODE (a page with no free corner for the code).
    """
    found = [*_alone(pattern, own), *_together(pattern), *_over_text(pattern, own), *_without_code(pattern, own)]
    return tuple(sorted(found, key=lambda one: list(Grade).index(one.grade)))


def confirmed(pattern: Pattern, found: Finding, *, yes: bool = True) -> Pattern:
    """The pattern after a person said that a finding is meant so, or no longer is.

    It holds for the very words beneath: where others come to stand there, the person is asked again.
    """
    if found.place is None:
        page = int(found.text) - 1
        others = tuple(one for one in pattern.uncoded if one != page)
        return replace(pattern, uncoded=tuple(sorted((*others, page))) if yes else others)
    places = list(pattern.places)
    places[found.place] = replace(places[found.place], over=found.text if yes else "")
    return replace(pattern, places=tuple(places))


def _alone(pattern: Pattern, own: OwnPdf) -> Iterable[Finding]:
    for index, place in enumerate(pattern.places):
        if not 0 <= place.page < len(own.sizes_um):
            yield Finding("PLACE_NO_PAGE", Grade.REFUSED, index)
            continue
        width, height = own.sizes_um[place.page]
        if (
            place.x_um < 0
            or place.y_um < 0
            or place.x_um + place.width_um > width
            or place.y_um + place.height_um > height
        ):
            yield Finding("PLACE_OFF_PAGE", Grade.REFUSED, index)
        least = place.kind.least_size_um
        if place.width_um < least[0] or place.height_um < least[1]:
            yield Finding("PLACE_TOO_SMALL", Grade.REFUSED, index)
        allowed: tuple[Role | None, ...] = pattern.audience.roles if place.kind.personal else (None,)
        if place.role not in allowed or not 1 <= place.turn <= MOST_SIGNERS:
            yield Finding("PLACE_ROLE", Grade.REFUSED, index)


def _together(pattern: Pattern) -> Iterable[Finding]:
    places = pattern.places
    if len(places) > MOST_PLACES:
        yield Finding("PLACES_TOO_MANY", Grade.REFUSED)
        return
    signed = {place.slot for place in places if place.kind is PlaceKind.SIGNATURE}
    if not signed:
        yield Finding("PLACES_NO_SIGNATURE", Grade.REFUSED)
    if pattern.audience is Audience.EACH and signed and Role.PEMBUAT.value not in signed:
        yield Finding("PLACES_NO_SIGNATURE", Grade.REFUSED)
    counted: dict[tuple[PlaceKind, str, int], int] = {}
    for index, place in enumerate(places):
        page = place.page if place.kind in (PlaceKind.QR, PlaceKind.PARAF) else -1
        key = (place.kind, place.slot, page)
        counted[key] = counted.get(key, 0) + 1
        if counted[key] > _most(place.kind):
            yield Finding("PLACE_TWICE", Grade.REFUSED, index)
        if place.kind.personal and place.kind is not PlaceKind.SIGNATURE and place.slot not in signed:
            yield Finding("PLACE_WITHOUT_SIGNATURE", Grade.REFUSED, index)
        for other, earlier in enumerate(places[:index]):
            if earlier.page == place.page and earlier.box.meets(place.box) and not _may_meet(earlier, place):
                yield Finding("PLACES_MEET", Grade.REFUSED, index, other)


def _most(kind: PlaceKind) -> int:
    """How many there may be of a person, of the document, or of a page."""
    # A second signature is a second live capture, as under a lampiran.
    if kind is PlaceKind.SIGNATURE:
        return 2
    return 1 if kind in (PlaceKind.NUMBER, PlaceKind.QR, PlaceKind.METERAI, PlaceKind.STAMP, PlaceKind.PARAF) else 9


def _may_meet(one: Place, other: Place) -> bool:
    """A signature runs partly over its own meterai, a stamp partly over its own signature (domain.md 2.4, 4.6)."""
    kinds = {one.kind, other.kind}
    over = ({PlaceKind.SIGNATURE, PlaceKind.METERAI}, {PlaceKind.SIGNATURE, PlaceKind.STAMP})
    return one.slot == other.slot and kinds in over


def _over_text(pattern: Pattern, own: OwnPdf) -> Iterable[Finding]:
    for index, place in enumerate(pattern.places):
        words = [word.slot for word in own.words if word.page == place.page and word.meets(place.box)]
        dark = any(mark.page == place.page and mark.meets(place.box) for mark in own.marks)
        code, text = ("PLACE_OVER_TEXT", " ".join(words)) if words else ("PLACE_OVER_PICTURE", ON_PICTURE)
        if words or dark:
            yield Finding(code, Grade.CONFIRMED if place.over == text else Grade.ASKED, index, text=text)


def _without_code(pattern: Pattern, own: OwnPdf) -> Iterable[Finding]:
    coded = {place.page for place in code_places(pattern, own)}
    for page in range(len(own.sizes_um)):
        if page not in coded:
            grade = Grade.CONFIRMED if page in pattern.uncoded else Grade.ASKED
            yield Finding("PLACE_NO_CODE", grade, text=str(page + 1))


def code_places(pattern: Pattern, own: OwnPdf) -> tuple[SlotPlace, ...]:
    """Where the code of each page stands: in its place, else in the first free corner that no place needs."""
    found = []
    for page in range(len(own.sizes_um)):
        here = [place for place in pattern.places if place.page == page]
        drawn = [place.box for place in here if place.kind is PlaceKind.QR]
        free = (
            corner
            for corner in own.corners
            if corner.page == page and not any(corner.meets(place.box) for place in here)
        )
        chosen = drawn[0] if drawn else next(free, None)
        if chosen is not None:
            found.append(replace(chosen, slot="kode"))
    return tuple(found)


def phrases(own: OwnPdf, phrase: str) -> tuple[SlotPlace, ...]:
    """Every place where these words stand one after the other, as one box.

    Letters' case does not count, and neither does a comma or full stop at the end.
    """
    wanted = [word.casefold() for word in phrase.rstrip(_ENDS).split()]
    words = own.words
    if not wanted:
        return ()
    found = []
    for start in range(len(words) - len(wanted) + 1):
        run = words[start : start + len(wanted)]
        there = [word.slot.casefold() for word in run]
        if there[:-1] == wanted[:-1] and there[-1].rstrip(_ENDS) == wanted[-1]:
            found.append(_around(run))
    return tuple(found)


def _around(run: Sequence[SlotPlace]) -> SlotPlace:
    left, low = min(word.x_um for word in run), min(word.y_um for word in run)
    right = max(word.x_um + word.width_um for word in run)
    high = max(word.y_um + word.height_um for word in run)
    return SlotPlace(" ".join(word.slot for word in run), run[0].page, left, low, right - left, high - low)
