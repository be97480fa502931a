"""Takes an office's own PDF in: refuses what cannot be a sheet, keeps nothing but its pages, compares both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from kpu_desk.domain.documents import Paper, SlotPlace
from kpu_desk.domain.finding_places import anchors_in
from kpu_desk.domain.own_pdf import LARGEST_BYTES, LARGEST_SIDE_UM, SMALLEST_SIDE_UM, OwnPdf
from kpu_desk.domain.verdict import Reason, cleaned
from kpu_desk.pdf.conform import DocumentMeta, conform
from kpu_desk.pdf.own_anchors import WithoutAnchors, without_anchors
from kpu_desk.pdf.own_dangers import cleanings, empty_fields, refusals
from kpu_desk.pdf.own_pictures import blank_corners, dark_marks, first_difference, page_letters, page_words
from kpu_desk.pdf.page import UM_PER_PT

_PAPER_TOLERANCE_UM = 1_500
_DROPPED = (
    *("/AA", "/PieceInfo", "/OPI", "/Ref", "/StructParent", "/StructParents", "/Metadata", "/Alternates", "/OC"),
    *("/CIDSet", "/CharSet"),
)
"""Entries of pages, forms, pictures and fonts that say something to other programs and nothing about how they look; the
sets of letters of a font may be left out, and are wrong in many files (ISO 19005-2, 6.2.11.4.2)."""

_SAMPLE_META = DocumentMeta("-", "-", "-", "-", datetime(2026, 1, 1, tzinfo=UTC))
_FONT_RULES, _COLOUR_RULES = ("6.2.11",), ("6.2.3", "6.2.4")
_MOST_REASONS = 5

_Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Upright:
    """How a page's own points become those of the upright page whose visible box begins at 0."""

    matrix: _Matrix
    width: float
    height: float

    def box(self, slot: str, page: int, corners: list[float]) -> SlotPlace:
        """A box of the original in µm of the upright page."""
        a, b, c, d, e, f = self.matrix
        xs = [a * x + c * y + e for x in corners[::2] for y in corners[1::2]]
        ys = [b * x + d * y + f for x in corners[::2] for y in corners[1::2]]
        left, low, right, high = (round(v * UM_PER_PT) for v in (min(xs), min(ys), max(xs), max(ys)))
        return SlotPlace(slot, page, left, low, right - left, high - low)


def take_in(data: bytes) -> OwnPdf:
    """Refuses the file with its reasons, or gives it clean: upright pages and nothing else.

    Kept are the pages' own drawing operators, fonts and colours. Annotations that are seen become part of the page;
    actions, scripts, links, attached files, layers, tags and metadata go, and so do the anchors of places. Both files
    are drawn with PDFium and compared page by page: one that looks different beside its anchors is refused.

    Raises:
        MemoryError: only that; the file asks for more than the process has.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        return replace(_taken_in(data), original_sha256=digest)
    except MemoryError:
        raise
    except Exception:
        # Hostile files make the libraries raise anything; whatever it is, nobody can sign on such a file.
        return OwnPdf(refused=(Reason.of("OWN_PDF_DAMAGED"),), original_sha256=digest)


def _taken_in(data: bytes) -> OwnPdf:
    if len(data) > LARGEST_BYTES:
        return OwnPdf(refused=(Reason.of("OWN_PDF_BYTES", megabytes=len(data) >> 20, most=LARGEST_BYTES >> 20),))
    try:
        document = pikepdf.open(BytesIO(data), attempt_recovery=False)
    except pikepdf.PasswordError:
        return OwnPdf(refused=(Reason.of("OWN_PDF_ENCRYPTED"),))
    with document:
        refused = refusals(document) or _sizes_refused(document)
        if refused:
            return OwnPdf(refused=refused)
        notes = list(cleanings(document))
        turned = [_upright(page) for page in document.pages]
        notes += _page_notes(document, turned)
        fields = tuple(
            turned[page].box(name, page, [float(value) for value in widget.Rect])
            for name, page, widget in empty_fields(document)
        )
        tagged = Name.StructTreeRoot in document.Root
        pages = _only_pages(document, turned)
    bare = without_anchors(pages)
    clean = bare.pdf
    # What is covered can still be read, but nobody sees it.
    words = tuple(word for word in page_words(page_letters(clean)) if not anchors_in(word.slot))
    notes += _anchor_notes(bare, words)
    different = first_difference(data, clean, bare.anchors)
    if different is not None:
        return OwnPdf(refused=(Reason.of("OWN_PDF_LOOKS_DIFFERENT", page=different + 1),))
    against = _against_archiving(clean)
    return OwnPdf(
        notes=tuple(notes),
        pdf=clean,
        sizes_um=tuple((round(one.width * UM_PER_PT), round(one.height * UM_PER_PT)) for one in turned),
        words=words,
        marks=dark_marks(clean, set(range(len(turned))) - {word.page for word in words}),
        anchors=bare.anchors,
        fields=fields,
        corners=blank_corners(clean),
        tagged=tagged,
        archivable=not against,
        not_archivable=against,
    )


def _anchor_notes(bare: WithoutAnchors, words: Sequence[SlotPlace]) -> Iterator[Reason]:
    """That anchors went, or are only covered; and words that look like anchors, but name no place there is."""
    if bare.anchors:
        code = "OWN_PDF_ANCHORS_COVERED" if bare.covered else "OWN_PDF_ANCHORS_OUT"
        yield Reason.of(code, count=len(bare.anchors))
    strange = [word for word in words if "${" in word.slot]
    for word in strange[:_MOST_REASONS]:
        yield Reason.of("OWN_PDF_ANCHOR_STRANGE", text=cleaned(word.slot), page=word.page + 1)


def _sizes_refused(document: pikepdf.Pdf) -> tuple[Reason, ...]:
    for index, page in enumerate(document.pages):
        one = _upright(page)
        sides = sorted((round(one.width * UM_PER_PT), round(one.height * UM_PER_PT)))
        if page.obj.get("/UserUnit", 1) != 1:
            return (Reason.of("OWN_PDF_UNIT", page=index + 1),)
        if sides[0] < SMALLEST_SIDE_UM or sides[1] > LARGEST_SIDE_UM:
            facts = {"width": sides[0] // 1000, "height": sides[1] // 1000}
            limits = {"least": SMALLEST_SIDE_UM // 1000, "most": LARGEST_SIDE_UM // 1000}
            return (Reason.of("OWN_PDF_PAGE_SIZE", page=index + 1, **facts, **limits),)
    return ()


def _upright(page: pikepdf.Page) -> _Upright:
    """The page as it is shown: its crop box within its media box, turned by ``/Rotate`` (ISO 32000-1, 7.7.3.3)."""
    media, crop = _box(page.mediabox), _box(page.cropbox)
    left, low = max(media[0], crop[0]), max(media[1], crop[1])
    right, high = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or high <= low:
        left, low, right, high = media
    width, height = right - left, high - low
    turn = _rotation(page.obj)
    if turn == 90:
        return _Upright((0, -1, 1, 0, -low, right), height, width)
    if turn == 180:
        return _Upright((-1, 0, 0, -1, right, high), width, height)
    if turn == 270:
        return _Upright((0, 1, -1, 0, high, -left), height, width)
    return _Upright((1, 0, 0, 1, -left, -low), width, height)


def _box(values: pikepdf.Array) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(value) for value in values)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _rotation(page: pikepdf.Object) -> int:
    for _ in range(64):
        if Name.Rotate in page:
            return int(page.Rotate) % 360
        above = page.get(Name.Parent)
        if not isinstance(above, Dictionary):
            break
        page = above
    return 0


def _page_notes(document: pikepdf.Pdf, turned: list[_Upright]) -> list[Reason]:
    """One sentence for each kind of thing that was set straight, with the first page where it was."""
    notes: dict[str, Reason] = {}
    for index, (page, one) in enumerate(zip(document.pages, turned, strict=True)):
        media = _box(page.mediabox)
        sides = sorted((round(one.width * UM_PER_PT), round(one.height * UM_PER_PT)))
        if _rotation(page.obj):
            notes.setdefault("OWN_PDF_TURNED", Reason.of("OWN_PDF_TURNED", page=index + 1))
        if abs((media[2] - media[0]) * (media[3] - media[1]) - one.width * one.height) > 1:
            notes.setdefault("OWN_PDF_CROPPED", Reason.of("OWN_PDF_CROPPED", page=index + 1))
        if not any(
            abs(sides[0] - paper.size_um[0]) <= _PAPER_TOLERANCE_UM
            and abs(sides[1] - paper.size_um[1]) <= _PAPER_TOLERANCE_UM
            for paper in Paper
        ):
            facts = {"width": round(one.width * UM_PER_PT / 1000), "height": round(one.height * UM_PER_PT / 1000)}
            notes.setdefault("OWN_PDF_ODD_SIZE", Reason.of("OWN_PDF_ODD_SIZE", page=index + 1, **facts))
    return list(notes.values())


def _only_pages(document: pikepdf.Pdf, turned: list[_Upright]) -> bytes:
    """The pages alone, each the one form on a new page: neither names nor graphics state can meet what is added."""
    form = document.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and form.get("/NeedAppearances", False):
        document.generate_appearance_streams()
    document.flatten_annotations("screen")
    target = pikepdf.new()
    for page, one in zip(document.pages, turned, strict=True):
        _drop_marks(document, page)
        crop = page.cropbox if _within(page) else page.mediabox
        page.obj.TrimBox = Array(list(crop))
        drawing = target.copy_foreign(page.as_form_xobject(handle_transformations=False))
        if Name.Matrix in drawing:
            del drawing.Matrix
        numbers = " ".join(f"{value + 0:.5f}".rstrip("0").rstrip(".") for value in one.matrix)
        sheet = target.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, round(one.width, 3), round(one.height, 3)]),
                Resources=Dictionary(XObject=Dictionary(Asli=drawing)),
                Contents=target.make_stream(f"q {numbers} cm /Asli Do Q\n".encode("ascii")),
            )
        )
        target.pages.append(pikepdf.Page(sheet))
    for item in target.objects:
        if isinstance(item, Dictionary | pikepdf.Stream):
            for key in _DROPPED:
                if key in item:
                    del item[key]
            if item.get(Name.Subtype) == Name.Image and Name.Interpolate in item:
                del item.Interpolate
    target.remove_unreferenced_resources()
    out = BytesIO()
    target.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


def _within(page: pikepdf.Page) -> bool:
    media, crop = _box(page.mediabox), _box(page.cropbox)
    return max(media[0], crop[0]) < min(media[2], crop[2]) and max(media[1], crop[1]) < min(media[3], crop[3])


def _drop_marks(document: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Takes the numbers out of marked content: they belong to a structure that does not come along."""
    instructions = pikepdf.parse_content_stream(page)
    if not any(str(one.operator) in ("BDC", "DP") for one in instructions):
        return
    bare: list[object] = []
    for one in instructions:
        operator = str(one.operator)
        if operator in ("BDC", "DP"):
            bare.append(([one.operands[0]], pikepdf.Operator("BMC" if operator == "BDC" else "MP")))
        else:
            bare.append(one)
    page.obj.Contents = document.make_stream(pikepdf.unparse_content_stream(bare))  # type: ignore[arg-type]  # pairs do


def _against_archiving(clean: bytes) -> tuple[Reason, ...]:
    """What stands against PDF/A-3b, by the validator of pikepdf: nothing is called archivable that it does not pass.

    What it cannot judge, such as gradients, is told apart from what it finds wrong.
    """
    from pikepdf import pdfa

    report = pdfa.validate_written(BytesIO(conform(clean, meta=_SAMPLE_META)), "3b")
    reasons: dict[Reason, None] = {}
    for finding in report.findings:
        source, _, rule = finding.rule.rpartition(":")
        clause = rule.rpartition("-")[0]
        if source == "pikepdf" or finding.message.endswith("not checked"):
            reasons[Reason.of("OWN_PDF_NOT_ARCHIVED_UNCHECKED", clause=cleaned(rule))] = None
        elif clause.startswith(_FONT_RULES):
            reasons[Reason.of("OWN_PDF_NOT_ARCHIVED_FONT", clause=clause)] = None
        elif clause.startswith(_COLOUR_RULES):
            reasons[Reason.of("OWN_PDF_NOT_ARCHIVED_COLOUR", clause=clause)] = None
        else:
            reasons[Reason.of("OWN_PDF_NOT_ARCHIVED_OTHER", clause=cleaned(clause or finding.rule))] = None
    return tuple(reasons)[:_MOST_REASONS]
