"""Who stood beside a signer, in words for the record: helper, witnesses, how and when each confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from kpu_desk.domain.assisting import Way
from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.record import RecordContent, SignedSlot
from kpu_desk.domain.witnessing import Confirmation
from kpu_desk.pdf.evidence_words import local_time, office_with_capacity, seconds
from kpu_desk.pdf.page import UM_PER_PT, Placed, TextLine
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import sans

_CAPTION = sans(6.5)
_LOW_UM = 15_000
"""A place lower than this, or narrower than the words, as in the rows of a list, has no room for them."""

_CAPTIONS = {
    Way.MARK.value: "tanda dibubuhkan dengan bantuan; lihat Lembar Bukti",
    Way.THUMB.value: "cap jempol pada lembar kertas; lihat Lembar Bukti",
}


def beside_rows(content: RecordContent, signed: SignedSlot) -> Iterator[tuple[str, str]]:
    """Label and sentence for everybody beside the signer: help, the helper's statements, witnesses."""
    evidence = signed.evidence
    said = evidence.assisted
    if said is not None:
        yield "Dibantu", f"{Way(said.way).words}; pendamping {said.helper_name}, {said.helper_office}"
        yield "Pendamping menyatakan", " ".join((said.identity, said.read_aloud, said.explained, said.presence))
    for one in evidence.confirmed:
        yield "Saksi", f"{one.name}, {one.office}; {_tapped(one, evidence.zone)}"
    if signed.role == "pembuat":
        for other in content.signatures:
            if other.role == "saksi":
                at = local_time(other.evidence.accepted_at, other.evidence.zone)
                yield "Saksi", f"{other.name}, {office_with_capacity(other)}; tanda tangan pada lembar ini, {at}"


def beside_line(signed: SignedSlot) -> str:
    """The same in one line of a table; empty where nobody stood beside the signer."""
    evidence = signed.evidence
    parts = []
    if evidence.assisted is not None:
        how = "cap jempol pada lembar kertas, " if evidence.assisted.way == Way.THUMB else ""
        parts.append(f"{how}dibantu {evidence.assisted.helper_name}")
    if evidence.confirmed:
        names = ", ".join(f"{one.name} {local_time(one.at, evidence.zone, day=False)}" for one in evidence.confirmed)
        parts.append(f"saksi dengan ketukan: {names}")
    return "; ".join(parts)


def captions(content: RecordContent) -> Iterator[tuple[int, Placed]]:
    """The words under a mark or a touch that stands for a signature, with the page from 0."""
    for signed in content.signatures:
        said = signed.evidence.assisted
        words = "" if said is None else _CAPTIONS.get(said.way, "")
        for place in signed.inks[0].places if words else ():
            if place.height_um >= _LOW_UM and _CAPTION.run(words).width * UM_PER_PT <= place.width_um:
                yield place.page, Placed(_caption(words, place))


def _caption(words: str, place: SlotPlace) -> TextLine:
    run = _CAPTION.run(words)
    x = (place.x_um + place.width_um / 2) / UM_PER_PT - run.width / 2
    return TextLine(round(x, 3), round(place.y_um / UM_PER_PT + 1, 3), (run,), tag=Tag("Span", into=place.slot))


def _tapped(one: Confirmation, zone: str) -> str:
    again = f", diminta {one.asked} kali" if one.asked > 1 else ""
    return (
        f"ketukan di samping namanya pada layar penanda tangan, {local_time(one.at, zone)}, "
        f"{seconds(one.after_ms)} setelah diminta (batas {one.within_s // 60} menit{again})"
    )
