"""The places for initials at the foot of a page, one for each signer who initials it (domain.md 4.7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kpu_desk.domain.documents import InkKind, Role, SheetContent, SlotPlace
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.forms import MOST_PARAF, Form
from kpu_desk.pdf.body import parties_in_order
from kpu_desk.pdf.flow import paper_shift, place_um
from kpu_desk.pdf.furniture import FOOT_RIGHT
from kpu_desk.pdf.page import MM, SOFT, Frame, Item, Placed, TextLine
from kpu_desk.pdf.tags import Artifact
from kpu_desk.pdf.typesetting import serif

_BOX = (20 * MM, 13 * MM)
_GAP = 2 * MM
_FOOT = 25 * MM
_LABEL = serif(6.5, 8)
_WORDS = {
    Role.PIHAK_PERTAMA: "Pihak Pertama",
    Role.PIHAK_KEDUA: "Pihak Kedua",
    Role.PEMBUAT: "Pembuat",
    Role.SAKSI: "Saksi",
    Role.HADIR: "Hadir",
    Role.PENANDA_TANGAN: "Penanda tangan",
}


@dataclass(frozen=True, slots=True)
class ParafPlaces:
    """What is drawn on every initialled page, and where the initials lie."""

    items: tuple[Placed, ...]
    places: tuple[SlotPlace, ...]


def paraf_places(content: SheetContent, form: Form, pages: Iterable[int]) -> ParafPlaces:
    """Boxes beside the code, the form's first role furthest left.

    Raises:
        FormError: WRONG_FORM with reason WRONG_VALUE when more people would initial than find room.
    """
    if form.paraf is None:
        return ParafPlaces((), ())
    signers = [party for role in form.paraf.roles for party in parties_in_order(content, role)]
    if len(signers) > MOST_PARAF:
        raise FormError("WRONG_FORM", file=form.source, line=0, field="paraf.roles", reason="WRONG_VALUE")
    shift = paper_shift(content.paper)
    width, height = _BOX
    left = FOOT_RIGHT - len(signers) * (width + _GAP) + _GAP
    items: list[Item] = []
    places: list[SlotPlace] = []
    for number, party in enumerate(signers):
        x = left + number * (width + _GAP)
        items.append(Frame(x, _FOOT, width, height, 0.4, SOFT, dash=2))
        for line, word in enumerate(("Paraf", _WORDS[party.role])):
            run = _LABEL.run(word)
            y = _FOOT - (line + 0.95) * _LABEL.leading
            items.append(TextLine(x + (width - run.width) / 2, y, (run,), colour=SOFT, tag=Artifact.FOOTER))
        places += [
            place_um(InkKind.PARAF.place_key(party.slot), page, (x + shift, _FOOT), (width, height)) for page in pages
        ]
    return ParafPlaces(tuple(Placed(item, 0, shift) for item in items), tuple(places))
