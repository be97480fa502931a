"""Anchors such as ``${ttd_pembuat}`` are taken off an own PDF's pages: out of the text itself, or covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.finding_places import anchors_in
from kpu_desk.pdf.own_fonts import ShownFont
from kpu_desk.pdf.own_pictures import Letter, around, page_letters
from kpu_desk.pdf.page import UM_PER_PT

_SAME_PT = 0.5
"""Letters that stand no further away are where they were."""

_OVER_UM = 500
"""By how much a cover is larger than the letters beneath it."""

_DEEPEST = 12
"""Forms within forms that are read."""

_Instructions = list[tuple[list[object], str]]
"""Operands and operator of each."""


@dataclass(frozen=True, slots=True)
class WithoutAnchors:
    """A clean file without the anchors that were printed on it.

    Attributes:
        anchors: where each stood; ``slot`` is the anchor.
        covered: whether they are only covered: then whoever copies the page's text still finds them.
    """

    pdf: bytes
    anchors: tuple[SlotPlace, ...] = ()
    covered: bool = False


def without_anchors(clean: bytes) -> WithoutAnchors:
    """Takes the letters of the anchors out of the pages' text and moves nothing else.

    Every other letter must be read at the same spot afterwards, and no anchor at all; where that is not so (a font
    whose letters cannot be told, an anchor set in pieces all over the page), the anchors are covered in white.
    """
    before = page_letters(clean)
    found = tuple(_anchors(before))
    if not found:
        return WithoutAnchors(clean)
    anchors = tuple(one for one, _letters in found)
    gone = {number for _one, numbers in found for number in numbers}
    with pikepdf.open(BytesIO(clean)) as document:
        _Eraser(document).erase()
        erased = _saved(document)
    kept = [letter for number, letter in enumerate(before) if number not in gone]
    if _stand_the_same(kept, page_letters(erased)):
        return WithoutAnchors(erased, anchors)
    return WithoutAnchors(_covered(clean, anchors), anchors, covered=True)


def _anchors(letters: Sequence[Letter]) -> Iterator[tuple[SlotPlace, range]]:
    """Each anchor with its box and the numbers of its letters; it stands on one page."""
    text = "".join(letter.text for letter in letters)
    for start, end in anchors_in(text):
        run = letters[start:end]
        if len({letter.page for letter in run}) > 1:
            continue
        yield around(text[start:end], run), range(start, end)


def _stand_the_same(before: Sequence[Letter], after: Sequence[Letter]) -> bool:
    """Whether the same letters stand at the same spots; in another order where a reader sorts lines anew."""

    def order(letter: Letter) -> tuple[int, str, float, float]:
        return letter.page, letter.text, round(letter.low, 0), letter.left

    return len(before) == len(after) and all(
        (one.page, one.text) == (other.page, other.text)
        and abs(one.left - other.left) < _SAME_PT
        and abs(one.low - other.low) < _SAME_PT
        for one, other in zip(sorted(before, key=order), sorted(after, key=order), strict=True)
    )


def _covered(clean: bytes, anchors: Sequence[SlotPlace]) -> bytes:
    with pikepdf.open(BytesIO(clean)) as document:
        for index, page in enumerate(document.pages):
            drawn = b""
            for one in anchors:
                if one.page == index:
                    box = (one.x_um - _OVER_UM, one.y_um - _OVER_UM, one.width_um, one.height_um)
                    x, y, width, height = (value / UM_PER_PT for value in box)
                    more = 2 * _OVER_UM / UM_PER_PT
                    drawn += b"q 1 g %.2f %.2f %.2f %.2f re f Q\n" % (x, y, width + more, height + more)
            if drawn:
                page.obj.Contents = document.make_stream(page.obj.Contents.read_bytes() + drawn)
        return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    document.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


@dataclass(slots=True)
class _Glyph:
    """One shown letter: its text, where its code stands in the page's operators, and how to leave it out."""

    text: str
    instruction: tuple[int, int]
    piece: int
    start: int
    end: int
    advance: float


@dataclass(slots=True)
class _State:
    """What of the graphics state says how far a letter goes."""

    font: ShownFont | None = None
    size: float = 0.0
    between: float = 0.0
    words: float = 0.0


class _Eraser:
    """Reads the text of a document's pages operator by operator, through their forms, and leaves anchors out."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self.document = document
        self.streams: list[tuple[pikepdf.Object, _Instructions]] = []
        self.read: dict[tuple[int, int], int] = {}
        self.fonts: dict[tuple[int, int], ShownFont | None] = {}

    def erase(self) -> None:
        """Changes the pages' streams in place."""
        gone: dict[tuple[int, int], list[_Glyph]] = {}
        for page in self.document.pages:
            glyphs = [glyph for glyph in self._glyphs(page.obj.Resources.XObject.Asli, 0) if not glyph.text.isspace()]
            text = "".join(glyph.text for glyph in glyphs)
            # A glyph may stand for several letters ("fi"): positions of letters become numbers of glyphs.
            owner = [number for number, glyph in enumerate(glyphs) for _ in glyph.text]
            for start, end in anchors_in(text):
                for number in sorted(set(owner[start:end])):
                    gone.setdefault(glyphs[number].instruction, []).append(glyphs[number])
        changed = {stream for stream, _number in gone}
        for stream in sorted(changed):
            target, instructions = self.streams[stream]
            target.write(_written(instructions, {number: gone[stream, number] for at, number in gone if at == stream}))

    def _glyphs(self, form: pikepdf.Object, deep: int) -> Iterator[_Glyph]:
        if form.objgen not in self.read:
            parsed: _Instructions = [
                (list[object](one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(form)
            ]
            self.read[form.objgen] = len(self.streams)
            self.streams.append((form, parsed))
        stream = self.read[form.objgen]
        resources = form.get(Name.Resources, Dictionary())
        state, kept = _State(), []
        for number, (operands, operator) in enumerate(self.streams[stream][1]):
            match operator:
                case "q":
                    kept.append(_State(state.font, state.size, state.between, state.words))
                case "Q" if kept:
                    state = kept.pop()
                case "Tf":
                    state.font, state.size = self._font(resources, operands[0]), _number(operands[1])
                case "Tc":
                    state.between = _number(operands[0])
                case "Tw":
                    state.words = _number(operands[0])
                case '"':
                    state.words, state.between = _number(operands[0]), _number(operands[1])
                case "Do" if deep < _DEEPEST:
                    inner = resources.get(Name.XObject, Dictionary()).get(str(operands[0]))
                    if isinstance(inner, pikepdf.Stream) and inner.get(Name.Subtype) == Name.Form:
                        yield from self._glyphs(inner, deep + 1)
            if operator in _SHOW:
                for piece, shown in enumerate(_pieces(operands)):
                    yield from _shown(shown, state, (stream, number), piece)

    def _font(self, resources: pikepdf.Object, name: object) -> ShownFont | None:
        found = resources.get(Name.Font, Dictionary()).get(str(name))
        if not isinstance(found, Dictionary):
            return None
        if found.objgen == (0, 0):
            return ShownFont.of(found)
        if found.objgen not in self.fonts:
            self.fonts[found.objgen] = ShownFont.of(found)
        return self.fonts[found.objgen]


_SHOW = ("Tj", "TJ", "'", '"')


def _number(value: object) -> float:
    return float(value)  # type: ignore[arg-type]  # what stands there in a page; anything else is a damaged one


def _pieces(operands: list[object]) -> list[object]:
    last = operands[-1]
    return list(last) if isinstance(last, Array) else [last]


def _shown(shown: object, state: _State, instruction: tuple[int, int], piece: int) -> Iterator[_Glyph]:
    if not isinstance(shown, String) or state.font is None or not state.size:
        return
    data = bytes(shown)
    step = state.font.code_bytes
    for start in range(0, len(data) - step + 1, step):
        code = int.from_bytes(data[start : start + step], "big")
        extra = state.between + (state.words if step == 1 and code == 32 else 0.0)
        advance = state.font.width(code) + extra * 1000 / state.size
        yield _Glyph(state.font.text(code), instruction, piece, start, start + step, advance)


def _written(instructions: _Instructions, gone: dict[int, list[_Glyph]]) -> bytes:
    out: list[tuple[list[object], Operator]] = []
    for number, (operands, operator) in enumerate(instructions):
        if number not in gone:
            out.append((operands, Operator(operator)))
            continue
        if operator == '"':
            out += [([operands[0]], Operator("Tw")), ([operands[1]], Operator("Tc"))]
        if operator in ("'", '"'):
            out.append(([], Operator("T*")))
        out.append(([Array(_left(_pieces(operands), gone[number]))], Operator("TJ")))
    return pikepdf.unparse_content_stream(out)  # type: ignore[arg-type]  # pairs do


def _left(pieces: list[object], gone: list[_Glyph]) -> list[object]:
    """The pieces of a text with a gap as wide as each letter that is left out (ISO 32000-1, 9.4.3)."""
    left: list[object] = []
    for number, piece in enumerate(pieces):
        holes = sorted((glyph for glyph in gone if glyph.piece == number), key=lambda glyph: glyph.start)
        if not holes or not isinstance(piece, String):
            left.append(piece)
            continue
        data, at = bytes(piece), 0
        for hole in holes:
            left += [String(data[at : hole.start]), round(-hole.advance, 3)]
            at = hole.end
        left.append(String(data[at:]))
    return left
