"""Reads pictures from outside (logos, later stamps): PNG and JPEG only, within limits, made plain sRGB."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageCms, ImageOps

from kpu_desk.domain.errors import KnownError
from kpu_desk.pdf.first_look import JPEG_START, PNG_START
from kpu_desk.workspace import storage_error

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

LARGEST_FILE_BYTES = 20_000_000
"""Far more than any logo needs; what is larger is not read."""

MOST_PIXELS = 16_000_000
"""Forty centimetres square at 250 dots an inch; far below the limit at which Pillow only warns."""

_FORMATS = ("PNG", "JPEG")
_LARGEST_CHUNK = (1 << 31) - 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the program works with it: upright, sRGB, eight bits a channel, nothing else in it.

    Args:
        width: in pixels.
        height: in pixels.
        png: RGB, or RGBA where some place is transparent; without metadata, and the same for the same pixels.
        has_alpha: whether some place is transparent.
    """

    width: int
    height: int
    png: bytes
    has_alpha: bool


def read_picture(data: bytes) -> Picture:
    """Read an untrusted picture.

    The orientation that a camera noted is carried out, a colour profile is converted to sRGB (one that cannot be
    read is passed over), and of an animation the first frame is taken. A bare gamma value is passed over, as
    printers do.

    Args:
        data: the file's bytes.

    Raises:
        KnownError: ``PICTURE_EMPTY``; ``PICTURE_KIND``, neither PNG nor JPEG; ``PICTURE_BROKEN``, damaged or cut
            short; ``PICTURE_TOO_LARGE`` (``width``, ``height``, ``limit`` in pixels, where known).
    """
    if not data:
        raise KnownError("PICTURE_EMPTY")
    if not data.startswith((PNG_START, JPEG_START)):
        raise KnownError("PICTURE_KIND")
    if len(data) > LARGEST_FILE_BYTES:
        raise KnownError("PICTURE_TOO_LARGE", width=0, height=0, limit=MOST_PIXELS)
    is_png = data.startswith(PNG_START)
    depth = _checked_png_depth(data) if is_png else 8
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _read(data, depth)
    except KnownError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise KnownError("PICTURE_TOO_LARGE", width=0, height=0, limit=MOST_PIXELS) from error
    except Exception as error:
        # Broken pictures make Pillow raise whatever its plug-ins meet: OSError, SyntaxError, struct.error, IndexError.
        raise KnownError("PICTURE_BROKEN") from error


def read_picture_file(path: Path) -> Picture:
    """Read an untrusted picture from its file; one that is too large is not read whole.

    Raises:
        KnownError: as :func:`read_picture`; StorageError: FILE_MISSING, NO_RIGHTS or FILE_FAILED.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise storage_error(error, path) from error
    return read_picture(data)


def _read(data: bytes, depth: int) -> Picture:
    with Image.open(BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise KnownError("PICTURE_TOO_LARGE", width=image.width, height=image.height, limit=MOST_PIXELS)
        image.load()
        profile = image.info.get("icc_profile")
        plain = _in_srgb(*_eight_bits(image, depth), profile)
        # The note about orientation is the original's; the copies above do not carry it.
        plain.info["exif"] = image.info.get("exif", b"")
        plain = ImageOps.exif_transpose(plain)
    has_alpha = plain.mode == "RGBA" and plain.getchannel("A").getextrema() != (255, 255)
    bare = Image.new("RGBA" if has_alpha else "RGB", plain.size)
    bare.paste(plain if has_alpha else plain.convert("RGB"))
    output = BytesIO()
    bare.save(output, format="PNG")
    return Picture(bare.width, bare.height, output.getvalue(), has_alpha)


def _eight_bits(image: ImageFile, depth: int) -> tuple[Image.Image, Image.Image | None]:
    """The colours as L, RGB or CMYK, and the transparency where there is one."""
    key = image.info.pop("transparency", None)
    if image.mode == "P":
        if key is not None:
            image.info["transparency"] = key
            whole = image.convert("RGBA")
            return whole.convert("RGB"), whole.getchannel("A")
        return image.convert("RGB"), None
    if image.mode in ("LA", "RGBA"):
        return image.convert(image.mode[:-1]), image.getchannel("A")
    if image.mode == "I;16":
        # Pillow's own conversion would cut everything above 255 off; so the bytes are taken apart, low ones first.
        pairs = image.tobytes()
        high, low = (Image.frombytes("L", image.size, pairs[first::2]) for first in (1, 0))
        return high, _mask((high, low), divmod(key, 256)) if isinstance(key, int) else None
    colours = image.convert("L") if image.mode == "1" else image
    if colours.mode not in ("L", "RGB", "CMYK"):
        colours = colours.convert("RGB")
    parts = (key,) if isinstance(key, int) else key
    if not isinstance(parts, tuple):
        return colours, None
    # A transparent colour (tRNS) is given in the file's own depth, and Pillow leaves it so.
    top = (1 << depth) - 1
    return colours, _mask(colours.split(), tuple(round((part & top) * 255 / top) for part in parts))


def _mask(channels: tuple[Image.Image, ...], key: tuple[int, ...]) -> Image.Image:
    """Clear where every channel has the key's value, opaque elsewhere."""
    mask = Image.new("L", channels[0].size, 0)
    for channel, wanted in zip(channels, key, strict=True):
        other = channel.point([0 if value == wanted else 255 for value in range(256)])
        mask = ImageChops.lighter(mask, other)
    return mask


def _in_srgb(colours: Image.Image, alpha: Image.Image | None, profile: object) -> Image.Image:
    plain = None
    if isinstance(profile, bytes) and profile:
        plain = _converted(colours, profile)
    plain = plain or colours.convert("RGB")
    if alpha is not None:
        plain.putalpha(alpha)
    return plain


def _converted(colours: Image.Image, profile: bytes) -> Image.Image | None:
    """The colours in sRGB, or None where the profile is damaged or meant for another kind of picture."""
    try:
        return ImageCms.profileToProfile(
            colours, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _checked_png_depth(data: bytes) -> int:
    """Bits of a channel; every chunk is whole and carries its right checksum, which Pillow does not always ask.

    Raises:
        KnownError: PICTURE_BROKEN, or PICTURE_TOO_LARGE before anything is inflated.
    """
    depth = 0
    seen: set[bytes] = set()
    for kind, body in _chunks(data):
        if not seen and (kind != b"IHDR" or len(body) != 13):
            raise KnownError("PICTURE_BROKEN")
        if kind == b"IHDR":
            width, height, depth = struct.unpack(">IIB", body[:9])
            if not width or not height:
                raise KnownError("PICTURE_BROKEN")
            if width * height > MOST_PIXELS:
                raise KnownError("PICTURE_TOO_LARGE", width=width, height=height, limit=MOST_PIXELS)
        seen.add(kind)
    if not {b"IHDR", b"IDAT", b"IEND"} <= seen or depth not in (1, 2, 4, 8, 16):
        raise KnownError("PICTURE_BROKEN")
    return depth


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(PNG_START)
    kind = b""
    while kind != b"IEND":
        head = data[place : place + 8]
        if len(head) < 8:
            raise KnownError("PICTURE_BROKEN")
        length, kind = struct.unpack(">I4s", head)
        body = data[place + 8 : place + 8 + length]
        check = data[place + 8 + length : place + 12 + length]
        if length > _LARGEST_CHUNK or check != struct.pack(">I", zlib.crc32(kind + body)):
            raise KnownError("PICTURE_BROKEN")
        yield kind, body
        place += 12 + length
