"""What the codes of a shown text mean: letters and widths of a font in somebody else's PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name

_NAMED = {
    "dollar": "$",
    "braceleft": "{",
    "braceright": "}",
    "underscore": "_",
    "space": " ",
    **dict(zip(("zero", "one", "two", "three", "four"), "01234", strict=True)),
    **dict(zip(("five", "six", "seven", "eight", "nine"), "56789", strict=True)),
}
"""Glyph names of the letters of anchors, where they are no letter themselves."""

_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F\s]+)>|\[([^\]]*)\])")
_HEX = re.compile(rb"<([0-9a-fA-F\s]*)>")
_UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class ShownFont:
    """A font as far as taking letters out of a text needs it.

    Attributes:
        code_bytes: bytes of each code.
        letters: text by code; where nothing is known, a code below 128 of a simple font is that of ASCII.
        widths: thousandths of the type size by code.
        usual: width of a code that is not among them.
    """

    code_bytes: int
    letters: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    usual: float = 0.0

    @classmethod
    def of(cls, font: pikepdf.Object) -> ShownFont | None:
        """The font of a page's resources; None for one whose codes cannot be told apart."""
        letters = _to_unicode(font)
        if font.get(Name.Subtype) == Name.Type0:
            if font.get(Name.Encoding) != Name("/Identity-H"):
                return None
            below = font.DescendantFonts[0]
            return cls(2, letters, _wide_widths(below), float(below.get("/DW", 1000)))
        widths = _widths(font)
        descriptor = font.get(Name.FontDescriptor)
        usual = float(descriptor.get("/MissingWidth", 0)) if isinstance(descriptor, Dictionary) else 0.0
        return cls(1, {**_simple(font), **letters}, widths, usual)

    def text(self, code: int) -> str:
        """The letters of a code; a mark that is in no anchor where nobody knows."""
        return self.letters.get(code) or _UNKNOWN

    def width(self, code: int) -> float:
        """How far a code goes, in thousandths of the type size."""
        return self.widths.get(code, self.usual)


def _simple(font: pikepdf.Object) -> dict[int, str]:
    letters = {code: chr(code) for code in range(32, 127)}
    encoding = font.get(Name.Encoding)
    differences = encoding.get(Name.Differences) if isinstance(encoding, Dictionary) else None
    code = 0
    for item in differences if isinstance(differences, Array) else ():
        if isinstance(item, Name):
            name = str(item)[1:]
            letters[code] = _NAMED.get(name, name if len(name) == 1 else _UNKNOWN)
            code += 1
        else:
            code = int(item)
    return letters


def _widths(font: pikepdf.Object) -> dict[int, float]:
    scale = 1.0
    if font.get(Name.Subtype) == Name.Type3:
        scale = float(font.FontMatrix[0]) * 1000
    if Name.Widths in font:
        first = int(font.get("/FirstChar", 0))
        return {first + number: float(width) * scale for number, width in enumerate(font.Widths)}
    from reportlab.pdfbase import pdfmetrics

    name = str(font.get(Name.BaseFont, ""))[1:]
    if name not in pdfmetrics.standardFonts:
        return {}
    return {code: pdfmetrics.stringWidth(chr(code), name, 1000) for code in range(32, 127)}


def _wide_widths(below: pikepdf.Object) -> dict[int, float]:
    """Widths of a composite font (ISO 32000-1, 9.7.4.3): ``first [w w …]`` or ``first last w``."""
    widths: dict[int, float] = {}
    items = list(below.get(Name.W, Array()))
    at = 0
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], Array):
            widths |= {first + number: float(width) for number, width in enumerate(items[at + 1])}
            at += 2
        else:
            last = min(int(items[at + 1]), first + 65_535)
            widths |= dict.fromkeys(range(first, last + 1), float(items[at + 2]))
            at += 3
    return widths


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    stream = font.get(Name.ToUnicode)
    if not isinstance(stream, pikepdf.Stream):
        return {}
    data = stream.read_bytes()
    letters: dict[int, str] = {}
    for block in _CHARS.findall(data):
        for code, text in _PAIR.findall(block):
            letters[_int(code)] = _text(text)
    for block in _RANGES.findall(data):
        for first, last, text, several in _RANGE.findall(block):
            start, count = _int(first), min(_int(last) - _int(first) + 1, 65_536)
            if text:
                begin = _text(text)
                if begin:
                    letters |= {start + n: begin[:-1] + chr(min(ord(begin[-1]) + n, 0x10FFFF)) for n in range(count)}
            else:
                letters |= {start + n: _text(one) for n, one in enumerate(_HEX.findall(several)[:count])}
    return letters


def _int(hexadecimal: bytes) -> int:
    return int(b"".join(hexadecimal.split()), 16)


def _text(hexadecimal: bytes) -> str:
    digits = b"".join(hexadecimal.split()).decode("ascii")
    return bytes.fromhex(digits + "0" * (len(digits) % 2)).decode("utf-16-be", "replace")
