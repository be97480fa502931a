"""An office's own PDF after it was looked at: refused with a reason, or clean, and what it says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.verdict import Reason

CODE_SIDE_UM = 32_000
"""Of the square of a page's code: 30 mm and its first white."""

LARGEST_BYTES = 25_000_000
MOST_PAGES = 200
MOST_PIXELS = 60_000_000
"""Of one picture on a page: an A3 scan at 600 dpi has 70 million, one at 400 dpi 31 million."""

SMALLEST_SIDE_UM = 100_000
LARGEST_SIDE_UM = 1_200_000
"""Of a page: narrower ones have no room for a code of 30 mm beside anything, wider ones (A0) no office prints."""


@dataclass(frozen=True, slots=True)
class OwnPdf:
    """What is known of a brought PDF.

    Attributes:
        refused: why it cannot become a sheet, empty where it can; then nothing else is told.
        notes: what was cleaned or set straight, each a sentence to the person.
        pdf: the clean file: every page upright, its visible box from 0, no annotation, action or attached file.
        original_sha256: digest of the file as it was brought, hex.
        sizes_um: width and height of each page.
        words: every word of the pages with its box; ``slot`` is the word.
        marks: what is dark on pages without words, such as scans: nobody knows what is written there.
        anchors: where an anchor such as ``${nomor}`` stood before it was taken off the page; ``slot`` is the anchor.
        fields: empty signature fields of the original; ``slot`` is the field's name.
        corners: blank squares in the corners of the pages where a code can stand, the best of each page first.
        tagged: whether the original told its structure by tags, which do not come along.
        archivable: whether it can be made PDF/A-3b; ``not_archivable`` says what stands against it.
    """

    refused: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    pdf: bytes = b""
    original_sha256: str = ""
    sizes_um: tuple[tuple[int, int], ...] = ()
    words: tuple[SlotPlace, ...] = ()
    marks: tuple[SlotPlace, ...] = ()
    anchors: tuple[SlotPlace, ...] = ()
    fields: tuple[SlotPlace, ...] = ()
    corners: tuple[SlotPlace, ...] = ()
    tagged: bool = False
    archivable: bool = False
    not_archivable: tuple[Reason, ...] = ()

    def has_reason(self, code: str) -> bool:
        """Whether it is refused for this reason."""
        return any(reason.code == code for reason in self.refused)


def facts_text(own: OwnPdf) -> str:
    """All but the bytes, as JSON."""
    return json.dumps(
        {
            "refused": _reasons(own.refused),
            "notes": _reasons(own.notes),
            "original_sha256": own.original_sha256,
            "sizes": own.sizes_um,
            "words": _boxes(own.words),
            "marks": _boxes(own.marks),
            "anchors": _boxes(own.anchors),
            "fields": _boxes(own.fields),
            "corners": _boxes(own.corners),
            "tagged": own.tagged,
            "archivable": own.archivable,
            "not_archivable": _reasons(own.not_archivable),
        }
    )


def own_pdf_of(text: str, pdf: bytes) -> OwnPdf:
    """The reverse of :func:`facts_text`; ValueError for anything else, as a worker that was taken over may send."""
    try:
        found: Any = json.loads(text)
        return OwnPdf(
            refused=_reasons_of(found["refused"]),
            notes=_reasons_of(found["notes"]),
            pdf=pdf,
            original_sha256=str(found["original_sha256"]),
            sizes_um=tuple((int(width), int(height)) for width, height in found["sizes"]),
            words=_boxes_of(found["words"]),
            marks=_boxes_of(found["marks"]),
            anchors=_boxes_of(found["anchors"]),
            fields=_boxes_of(found["fields"]),
            corners=_boxes_of(found["corners"]),
            tagged=found["tagged"] is True,
            archivable=found["archivable"] is True,
            not_archivable=_reasons_of(found["not_archivable"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no facts about an own PDF") from error


def _reasons(reasons: Sequence[Reason]) -> list[list[object]]:
    return [[reason.code, dict(reason.facts)] for reason in reasons]


def _reasons_of(found: Any) -> tuple[Reason, ...]:
    return tuple(
        Reason.of(
            str(code), **{str(key): value if isinstance(value, int) else str(value) for key, value in facts.items()}
        )
        for code, facts in found
    )


def _boxes(boxes: Sequence[SlotPlace]) -> list[list[object]]:
    return [[box.slot, box.page, box.x_um, box.y_um, box.width_um, box.height_um] for box in boxes]


def _boxes_of(found: Any) -> tuple[SlotPlace, ...]:
    return tuple(SlotPlace(str(word), *map(int, numbers)) for word, *numbers in found)
