"""Pictures that are compressed already, as one shared object of a document each."""

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
    _use(canvas, registered, name, (width, 0, 0, height, x, y))


def draw_jpeg_2000(canvas: Canvas, data: bytes, x: float, y: float, width: float, height: float) -> None:  # noqa: PLR0917 -- a box, as the canvas itself takes it
    """Draws a JPEG 2000 of three channels into a box, in points, as it is."""
    inner: Any = canvas
    name = f"Foto{hashlib.sha256(data).hexdigest()[:16]}"
    registered = inner._doc.getXObjectName(name)
    if registered not in inner._doc.idToObject:
        with Image.open(BytesIO(data), formats=("JPEG2000",)) as image:
            picture = _object(name, data, image.size, "DeviceRGB", coding="JPXDecode")
        inner._doc.Reference(picture, registered)
        inner._doc.addForm(name, picture)
    _use(canvas, registered, name, (width, 0, 0, height, x, y))


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


def _use(canvas: Any, registered: str, name: str, matrix: tuple[float, float, float, float, float, float]) -> None:
    canvas.saveState()
    canvas.transform(*matrix)
    canvas.addLiteral(f"/{registered} Do")
    canvas.restoreState()
    canvas._formsinuse.append(name)


def _object(name: str, data: bytes, size: tuple[int, int], space: str, coding: str = "FlateDecode") -> Any:
    made: Any = pdfdoc.PDFImageXObject(name)
    made.width, made.height = size
    made.colorSpace = space
    made.bitsPerComponent = 8
    made.streamContent = data
    made._filters = (coding,)
    return made
