"""A picture on transparent ground as one shared object of a document, compressed once and used again."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

_COARSER = 2
"""Colours are kept at half the fineness of the opacity: ink changes its edge quickly, its colour slowly."""


def draw_cutout(canvas: Canvas, png: bytes, x: float, y: float, width: float, height: float) -> None:  # noqa: PLR0917 -- a box, as the canvas itself takes it
    """Draws an RGBA PNG into a box, in points; a picture drawn twice is in the document once."""
    # ReportLab has no call for a picture that is compressed already; its own do the same by these names.
    inner: Any = canvas
    document = inner._doc
    name = f"Cap{hashlib.sha256(png).hexdigest()[:16]}"
    registered = document.getXObjectName(name)
    if registered not in document.idToObject:
        planes = _planes(png)
        mask = _object(f"{name}a", planes.opacity, planes.size, "DeviceGray")
        picture = _object(name, planes.colours, planes.colour_size, "DeviceRGB")
        picture.smask = document.Reference(mask, document.getXObjectName(mask.name))
        document.Reference(picture, registered)
        document.addForm(name, picture)
    canvas.saveState()
    canvas.transform(width, 0, 0, height, x, y)
    canvas.addLiteral(f"/{registered} Do")
    canvas.restoreState()
    inner._formsinuse.append(name)


@dataclass(frozen=True, slots=True)
class _Planes:
    """Colours and opacity of a picture, each deflated."""

    colours: bytes
    colour_size: tuple[int, int]
    opacity: bytes
    size: tuple[int, int]


@lru_cache(maxsize=4)
def _planes(png: bytes) -> _Planes:
    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        whole = image.convert("RGBA")
    coarse = whole.convert("RGB").reduce(_COARSER)
    return _Planes(
        colours=zlib.compress(coarse.tobytes(), 9),
        colour_size=coarse.size,
        opacity=zlib.compress(whole.getchannel("A").tobytes(), 9),
        size=whole.size,
    )


def _object(name: str, data: bytes, size: tuple[int, int], space: str) -> Any:
    made: Any = pdfdoc.PDFImageXObject(name)
    made.width, made.height = size
    made.colorSpace = space
    made.bitsPerComponent = 8
    made.streamContent = data
    made._filters = ("FlateDecode",)
    return made
