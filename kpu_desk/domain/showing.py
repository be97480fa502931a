"""What is put before a signer: page pictures, the sheets of one sitting, and what came back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

from kpu_desk.domain.assisting import Help, Sentences, Way
from kpu_desk.domain.documents import InkKind, SlotPlace
from kpu_desk.domain.evidence import Device
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.ink_drawing import PlacedInk
from kpu_desk.domain.pad import NOTHING_BEFORE, Before, Counts, discarded
from kpu_desk.domain.receipt import Listed, Receipt


@dataclass(frozen=True, slots=True)
class PageImage:
    """One rendered page: ``pixels`` are rows of ``stride`` bytes, four a pixel: blue, green, red, unused."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def digest(self) -> str:
        """SHA-256, hex, of ``{width}x{height}`` and a line feed, then blue, green and red of each pixel, row by row."""
        wanted = self.width * 4
        rows = self.pixels
        if self.stride != wanted:
            rows = b"".join(rows[start : start + wanted] for start in range(0, self.stride * self.height, self.stride))
        seen = bytearray(rows)
        del seen[3::4]
        return hashlib.sha256(f"{self.width}x{self.height}\n".encode("ascii") + seen).hexdigest()


@dataclass(frozen=True, slots=True)
class Printout:
    """A working paper that is no record: a draft, invitations, a list; ``name`` is the file's without its ending."""

    name: str
    pdf: bytes


class PageSource(Protocol):
    """Renders the pages of one frozen sheet; the only way a window sees a PDF.

    For a signer the inks that already stand on the sheet are part of its pages.
    """

    @property
    def sizes_um(self) -> tuple[tuple[int, int], ...]:
        """Width and height of each page in µm."""

    def page(self, index: int, width_px: int) -> PageImage:
        """The page, from 0, ``width_px`` pixels wide."""

    def close(self) -> None:
        """Frees the document."""


@dataclass(frozen=True, slots=True)
class AskedInk:
    """What a person is asked to write on a sheet, where it will stand, and what became of it before this sitting."""

    kind: InkKind
    places: tuple[SlotPlace, ...]
    before: Before = NOTHING_BEFORE


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody beside the signer, as his name is shown at the window."""

    official_id: str
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Helped:
    """That the person of a sitting is helped: in which way, by whom, before whom."""

    way: Way
    helper: Beside
    witnesses: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """One sheet as it is put before one signer.

    Attributes:
        title: the document's name in full; ``role_label`` in which role the person signs, in words.
        frozen_sha256: digest of the bytes that ``pages`` shows, hex.
        statement: the sentence the signer confirms.
        asked: what the person writes, the signature first; ``earlier`` what already stands on the sheet and is part of
            the ``pages``.
        renderer: what makes pixels of the pages, with its version.
        witness: who confirms by a tap, where the sheet asks for it and has no place for his signature.
        helper_says: what the helper states of this sheet, where the person is helped.
    """

    sheet_id: str
    slot: str
    serial: str
    frozen_sha256: str
    title: str
    role_label: str
    statement: str
    asked: tuple[AskedInk, ...]
    earlier: tuple[PlacedInk, ...]
    pages: PageSource
    renderer: str
    witness: Beside | None = None
    helper_says: Sentences | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person called to the pad, with the sheets to sign, in order.

    ``helped`` is None for whoever signs without help; ``within_s`` how long a witness has for his tap; ``run`` holds
    the ids of the last sheets where the person may confirm one list of them and sign them in a row.
    """

    official_id: str
    name: str
    office: str
    sheets: tuple[ShownSheet, ...]
    helped: Helped | None = None
    within_s: int = 600
    run: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CapturedInk:
    """One ink as it was written; ``counts`` is what happened on the pad until it was, in this sitting and before."""

    kind: InkKind
    ink: Ink
    device: Device
    counts: Counts = ()

    @property
    def discarded(self) -> int:
        """Attempts that were erased before it."""
        return discarded(self.counts)


@dataclass(frozen=True, slots=True)
class Tap:
    """A witness touched his name ``after_ms`` after the window asked, ``ago_ms`` before all was handed over.

    ``asked`` counts how many times it asked.
    """

    official_id: str
    after_ms: int
    ago_ms: int
    asked: int


@dataclass(frozen=True, slots=True)
class Captured:
    """What the signer's window hands over at "Tanda tangani"; nothing counts as signed before it is saved.

    ``frozen_sha256`` and ``earlier`` (ink digests, in signing order) are those of the sheet as it was shown, so that a
    sheet redrawn meanwhile is refused. ``inks`` is everything that was asked, in that order: all of it is saved or
    nothing. ``elapsed_ms`` is of a clock that never goes back; ``receipt`` says what was on the screen. ``taps`` are
    those of the witnesses; ``said`` what the helper ticked, an empty sentence where he did not, and ``helped`` how and
    by whom. ``run`` is the list that a witness confirmed before.
    """

    sheet_id: str
    slot: str
    official_id: str
    frozen_sha256: str
    earlier: tuple[str, ...]
    inks: tuple[CapturedInk, ...]
    pages_seen: int
    elapsed_ms: int
    receipt: Receipt
    taps: tuple[Tap, ...] = ()
    helped: Help | None = None
    said: Sentences | None = None
    run: tuple[Listed, ...] = ()
