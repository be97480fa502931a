"""Writes lines of text as PDF operators: only what changes from line to line, in the codes of the fonts' subsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.pdf.fonts import subset_codes

if TYPE_CHECKING:
    from kpu_desk.pdf.page import Colour, TextLine

_HYPHENATED = re.compile(r"\u00ad$|(?<=[^\W\d_])-$")
# In brackets only these are not read as they stand (ISO 32000-1, 7.3.4.2); beyond ASCII ReportLab would write UTF-8.
# Its own way spends four digits on every control character, and most codes of a subset are such.
_ESCAPED = {code: f"\\{code:03o}" for code in (*b"()\\\r", *range(0x80, 0x100))}


class TextWriter:
    """The text of one page; knows what the page's graphics state holds since the line before.

    ReportLab's text objects say colour, spacing, font and leading again for every line: that takes twice the time and
    a tenth more bytes.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._colour: Colour | None = None
        self._word_space = 0.0
        self._font = ("", 0.0)

    def write(self, line: TextLine, up: float, right: float) -> None:
        """Draws the line, its height and its distance from the left edge added to."""
        parts = ["BT"]
        if line.colour != self._colour:
            self._colour = line.colour
            parts.append(f"{fp_str(line.colour)} rg")
        if line.word_space != self._word_space:
            self._word_space = line.word_space
            parts.append(f"{fp_str(line.word_space)} Tw")
        # Hundredths of a point are finer than any printer.
        parts.append(f"{fp_str(round(line.x + right, 2), round(line.y + up, 2))} Td")
        last = len(line.runs) - 1
        for index, run in enumerate(line.runs):
            words = run.text.replace("\u00a0", " ")
            # The space at the end keeps words of neighbouring lines apart when text is extracted; a hyphen joins them.
            words = words + " " if index == last and not _HYPHENATED.search(words) else words
            for name, codes in subset_codes(words, run.face, self._canvas):
                if (name, run.size) != self._font:
                    self._font = (name, run.size)
                    parts.append(f"{name} {fp_str(run.size)} Tf")
                parts.append(f"({codes.decode('latin-1').translate(_ESCAPED)}) Tj")
        parts.append("ET")
        self._canvas.addLiteral(" ".join(parts))
