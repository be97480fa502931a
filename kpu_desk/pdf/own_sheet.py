"""An office's own document as every signer will see it: its pages as they are, our words over them, and the places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from kpu_desk.domain.dates import long_date
from kpu_desk.domain.documents import ComposedSheet, InkKind, Mark, Meterai, Party, SheetContent, SlotPlace
from kpu_desk.domain.form_fields import grouped_nip, office_in_full
from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import Pattern, Place, PlaceKind, code_places
from kpu_desk.domain.stamps import METERAI_SLOT, stamp_key
from kpu_desk.domain.verdict import Reason
from kpu_desk.pdf.conform import DocumentMeta, conform
from kpu_desk.pdf.flow import Room
from kpu_desk.pdf.furniture import MARK_WORDS, watermark
from kpu_desk.pdf.page import MM, SOFT, UM_PER_PT, Frame, Here, Item, Placed, TextLine, write_pages
from kpu_desk.pdf.signature_block import METERAI_BOX, meterai_items
from kpu_desk.pdf.structure import add_structure
from kpu_desk.pdf.tags import Artifact, Structure, Tag, page_end
from kpu_desk.pdf.typesetting import LINE_RATIO, break_lines, serif, set_line
from kpu_desk.pdf.xmp import Level

ARCHIVABLE = "PDF/A-3b"
NUMBER_SLOT = "nomor"
_LARGEST, _SMALLEST = 12.0, 6.0
"""Points of the type in which our words are set: as large as their place allows."""

_CODE_LABEL = serif(6.5)
_WHY = {
    "OWN_PDF_NOT_ARCHIVED_FONT": "fon tidak ditanam atau tidak lengkap",
    "OWN_PDF_NOT_ARCHIVED_COLOUR": "warna tanpa profil",
    "OWN_PDF_NOT_ARCHIVED_OTHER": "bagian yang tidak diizinkan",
}
_UNCHECKED = "bagian yang tidak dapat diperiksa di sini"
_NO_TAGS = ", bukan 3a: tag naskah aslinya tidak dapat diperiksa kebenarannya, maka tidak dibawa"


def standard_of(archivable: bool, against: Iterable[Reason], *, tagged: bool = False) -> str:
    """What a record says of its file: PDF/A-3b, or PDF with what stands in the original against more.

    Tags of an original are somebody else's words about it: no check here could say that they are true, so they do not
    come along, and the record claims no level A.
    """
    if archivable:
        return ARCHIVABLE + (_NO_TAGS if tagged else "")
    said = dict.fromkeys(
        f"{_WHY[one.code]} (PDF/A-3 {one.fact('clause')})"
        if one.code in _WHY
        else f"{_UNCHECKED} ({one.fact('clause')})"
        for one in against
    )
    return f"PDF, bukan PDF/A; pada naskah aslinya: {'; '.join(said)}"


def level_of(standard: str) -> Level | None:
    """What a file may say of itself; None for our own forms, which say it by their tags."""
    if not standard:
        return None
    return "B" if standard.startswith(ARCHIVABLE) else ""


def freeze_own_sheet(
    content: SheetContent, pattern: Pattern, own: OwnPdf, reference: str, *, at: datetime
) -> ComposedSheet:
    """Draws the words of the places over the original's pages; the same input gives the same bytes.

    The original's own tags did not come along: each of its pages is one paragraph, ours are tagged one by one, and
    the file claims no more than PDF/A-3b, and that only where the original allows it.

    Args:
        own: the clean file; ``reference`` is what records name as the form, ``at`` the time of creation, aware.
    """
    standard = standard_of(own.archivable, own.not_archivable, tagged=own.tagged)
    codes = code_places(pattern, own)
    with pikepdf.open(BytesIO(own.pdf)) as document:
        sizes = [(float(page.mediabox[2]), float(page.mediabox[3])) for page in document.pages]
        pages = [_words(content, pattern, index, size, codes) for index, size in enumerate(sizes)]
        written = write_pages(pages, title=pattern.name, sizes=sizes, over=[1] * len(pages), fonts="S")
        originals = Structure()
        with pikepdf.open(BytesIO(written.pdf)) as above:
            for index, (page, upper) in enumerate(zip(document.pages, above.pages, strict=True)):
                originals.begin_page()
                originals.mark(Tag("P", bookmark=f"{pattern.name} {content.serial}" if index == 0 else ""))
                mark = _mark_form(document, content.mark, sizes[index])
                _lay_over(document, page, upper, above, mark)
        add_structure(document, originals)
        add_structure(document, written.structure)
        meta = DocumentMeta(
            title=f"{pattern.name} {content.serial}",
            author=content.office_name,
            subject=f"Lembar {content.serial} sebelum ditandatangani, {content.occasion}",
            keywords=", ".join(word for word in (pattern.name, str(content.year), content.mark.value) if word),
            created=at,
        )
        pdf = conform(document, meta=meta, level=level_of(standard))
    number = next((place for place in pattern.places if place.kind is PlaceKind.NUMBER), None)
    return ComposedSheet(
        pdf=pdf,
        pages=len(pages),
        places=_slot_places(pattern),
        stamp=None,
        form=reference,
        number=None if number is None else _number_line(number),
        codes=codes,
        name=pattern.name,
        standard=standard,
    )


def _slot_places(pattern: Pattern) -> tuple[SlotPlace, ...]:
    places = []
    signed: set[str] = set()
    for place in pattern.places:
        x, y, width, height = place.x_um, place.y_um, place.width_um, place.height_um
        key = _key(place, again=place.slot in signed)
        if place.kind is PlaceKind.SIGNATURE:
            signed.add(place.slot)
        if key:
            places.append(SlotPlace(key, place.page, x, y, width, height))
    return tuple(places)


def _key(place: Place, *, again: bool) -> str:
    """The name of a place among those of the sheet; a person's second signature is asked for as under a lampiran."""
    match place.kind:
        case PlaceKind.SIGNATURE:
            return (InkKind.ATTACHMENT if again else InkKind.SIGNATURE).place_key(place.slot)
        case PlaceKind.PARAF:
            return InkKind.PARAF.place_key(place.slot)
        case PlaceKind.METERAI:
            return METERAI_SLOT
        case PlaceKind.STAMP:
            return stamp_key(place.slot)
    return ""


def _number_line(place: Place) -> SlotPlace:
    """The line of the number in the middle of its place; its height says the size of the type."""
    height = min(place.height_um, round(_LARGEST * LINE_RATIO * UM_PER_PT))
    y = place.y_um + (place.height_um - height) // 2
    return SlotPlace(NUMBER_SLOT, place.page, place.x_um, y, place.width_um, height)


def _words(
    content: SheetContent, pattern: Pattern, page: int, size: tuple[float, float], codes: tuple[SlotPlace, ...]
) -> list[Placed]:
    """What stands over one page before anybody signs."""
    items: list[Item] = []
    parties = {party.slot: party for party in content.parties}
    signed: set[str] = set()
    for place in pattern.places:
        again = place.slot in signed
        if place.kind is PlaceKind.SIGNATURE:
            signed.add(place.slot)
        if place.page == page:
            items += _place_items(content, place, parties.get(place.slot), again=again)
    for code in codes:
        if code.page == page:
            items += _code_label(content.serial, page, code)
    if content.mark is not Mark.NONE:
        run = serif(8).run(MARK_WORDS[content.mark], bold=True)
        items.append(TextLine((size[0] - run.width) / 2, size[1] - 7 * MM, (run,), colour=SOFT, tag=Artifact.HEADER))
    items.append(Here(Tag("Div", anchor=page_end(page))))
    return [Placed(item) for item in items]


def _place_items(content: SheetContent, place: Place, party: Party | None, *, again: bool) -> list[Item]:
    x, y, width, height = (v / UM_PER_PT for v in (place.x_um, place.y_um, place.width_um, place.height_um))
    match place.kind:
        case PlaceKind.SIGNATURE:
            return [Here(Tag("Div", anchor=_key(place, again=again)))]
        case PlaceKind.NUMBER:
            return [Here(Tag("P", anchor=NUMBER_SLOT))]
        case PlaceKind.PARAF:
            return [Frame(x, y, width, height, 0.4, SOFT, dash=2)]
        case PlaceKind.METERAI:
            return meterai_items(Room(METERAI_SLOT, x, y, width, height), METERAI_BOX[Meterai.BOX][2])
    return _fitted(_text(content, place.kind, party), x, y, width, height)


def _text(content: SheetContent, kind: PlaceKind, party: Party | None) -> str:
    if kind is PlaceKind.DATE:
        return long_date(content.date)
    if party is None:
        return ""
    return {
        PlaceKind.NAME: party.name,
        PlaceKind.OFFICE: office_in_full(party, content.office_name),
        PlaceKind.NIP: f"NIP {grouped_nip(party.nip)}" if party.nip else "",
    }.get(kind, "")


def _fitted(text: str, x: float, y: float, width: float, height: float) -> list[Item]:
    """The text in the middle of its box, as large as it fits; never cut, in the smallest type it may run out of it."""
    if not text:
        return []
    size = _LARGEST
    while True:
        kind = serif(size)
        lines = break_lines((kind.run(text),), width)
        if len(lines) * kind.leading <= max(height, kind.leading) and all(line.width <= width for line in lines):
            break
        if size <= _SMALLEST:
            break
        size -= 0.5
    tag = Tag("P")
    top = y + height / 2 + len(lines) * kind.leading / 2
    drawn = [
        set_line(line, x, top - (index + 0.76) * kind.leading, width, "center", tag=tag)
        for index, line in enumerate(lines)
    ]
    return [line for line in drawn if line is not None]


def _code_label(serial: str, page: int, code: SlotPlace) -> list[Item]:
    """Beneath the code which sheet and page this is, for whoever holds the paper (domain.md 8.27)."""
    run = _CODE_LABEL.run(f"{serial} · {page + 1}")
    x = (code.x_um + code.width_um / 2) / UM_PER_PT - run.width / 2
    return [TextLine(x, code.y_um / UM_PER_PT - 5.5, (run,), colour=SOFT, tag=Artifact.FOOTER)]


def _mark_form(document: pikepdf.Pdf, mark: Mark, size: tuple[float, float]) -> pikepdf.Object | None:
    """The mark of a rehearsal as a form; it is multiplied with the page, so that a white ground does not hide it."""
    if mark is Mark.NONE:
        return None
    drawn = write_pages([[Placed(watermark(mark.value, serif(8), size))]], title=mark.value, size=size)
    with pikepdf.open(BytesIO(drawn.pdf)) as one:
        return document.copy_foreign(one.pages[0].as_form_xobject())


def _lay_over(
    document: pikepdf.Pdf,
    page: pikepdf.Page,
    upper: pikepdf.Page,
    above: pikepdf.Pdf,
    mark: pikepdf.Object | None,
) -> None:
    """One content stream: the original as one piece of marked content, the mark, then ours."""
    resources = document.copy_foreign(above.make_indirect(upper.obj.Resources))
    both = Dictionary(dict(page.obj.Resources))
    parts = [b"/P <</MCID 0>> BDC\n", page.obj.Contents.read_bytes(), b"EMC\n"]
    if mark is not None:
        both.XObject.Tanda = mark
        both.ExtGState = Dictionary(Kali=Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
        parts.append(b"q /Kali gs /Tanda Do Q\n")
    for kind in (Name.Font, Name.XObject):
        if kind in resources:
            both[kind] = Dictionary({**dict(both.get(kind, Dictionary())), **dict(resources[kind])})
    contents = upper.obj.Contents
    drawn = b"\n".join(one.read_bytes() for one in contents) if isinstance(contents, Array) else contents.read_bytes()
    page.obj.Resources = both
    page.obj.Contents = document.make_stream(b"".join([*parts, b"q\n", drawn, b"\nQ\n"]))
