"""The code on every page of a record: made of the page's text and the record's data, drawn as one path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from math import isqrt
from typing import Any

import zxingcpp

from kpu_desk.domain.documents import Paper, SlotPlace
from kpu_desk.domain.errors import SealError
from kpu_desk.domain.page_code import INITIALS_OF, PageCode, initials, text_digest
from kpu_desk.domain.page_report import PageVerdict
from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf import tags
from kpu_desk.pdf.code_bytes import judge_code, signed_code
from kpu_desk.pdf.furniture import code_place
from kpu_desk.pdf.page import MM, UM_PER_PT, Bars, Placed
from kpu_desk.pdf.page_text import laid_text, page_texts
from kpu_desk.pdf.seal_key import SealKey

PRINTED_SIZE = 30 * MM
"""Of the code itself, without the white around it."""

SMALLEST_MODULE = 0.55 * MM
"""One square of the code; smaller ones are lost by office scanners (facts.md, QR on paper)."""

_LEVEL = "M"
_DARK_RUN = re.compile(rb"\0+")
"""Of dark squares in a row, as zxing-cpp writes them: 0, the light ones 255."""

_Bar = tuple[int, int, int, int]


def with_codes(
    pages: Sequence[Sequence[Placed]], content: RecordContent, key: SealKey, paper: Paper
) -> list[list[Placed]]:
    """The pages of a record's overlay with the signed code of each in its square.

    Args:
        pages: what the record adds, as ``lay_overlay`` lays it; the first lie over the pages of the frozen sheet.
        key: the office's, which seals the record too.

    Raises:
        SealError: OWN_SEAL_NOT_VALID with the serial, verdict and reason; no code leaves that we do not read as SIGNED.
    """
    frozen = page_texts(content.frozen)
    trusted = (key.certificate_der,)
    made = []
    for index, page in enumerate(pages):
        text = (frozen[index] if index < len(frozen) else "") + laid_text(page)
        code = PageCode(
            serial=content.serial,
            page=index + 1,
            pages=len(pages),
            day=date.fromisoformat(content.ceremony_date),
            digest=text_digest(text),
            signers=len(content.signatures),
            initials=tuple(initials(signed.name) for signed in content.signatures[:INITIALS_OF]),
        )
        place = _place(content, index, paper)
        if place is None:
            made.append(list(page))
            continue
        words = f"Kode QR halaman ini: rekaman {code.serial}, halaman {code.page} dari {code.pages}"
        letters = signed_code(code, key)
        report = judge_code(letters, trusted, index + 1)
        if report.verdict is not PageVerdict.SIGNED or report.code != code:
            facts = {"verdict": report.verdict.value, "reason": report.reasons[0].code}
            raise SealError("OWN_SEAL_NOT_VALID", serial=content.serial, **facts)
        tag = tags.picture(words, into=tags.page_end(index))
        made.append([*page, Placed(code_bars(letters, place), tag=tag)])
    return made


def _place(content: RecordContent, page: int, paper: Paper) -> SlotPlace | None:
    """The square of a page's code; None for a page of an office's document that has no room for one."""
    if not content.codes or page >= content.pages:
        return code_place(page, paper)
    return next((place for place in content.codes if place.page == page), None)


def code_bars(letters: str, place: SlotPlace) -> Bars:
    """A QR code at level M in the middle of its square, 30 mm wide.

    Raises:
        ValueError: more letters than a code of this size holds with modules of 0.55 mm (262, version 9).
    """
    code = zxingcpp.create_barcode(letters, zxingcpp.BarcodeFormat.QRCode, ec_level=_LEVEL)
    # A buffer of bytes, a row after the other, which its published types do not say.
    pixels: Any = code.to_image(scale=1, add_quiet_zones=False)
    shades = bytes(memoryview(pixels))
    count = isqrt(len(shades))
    module = PRINTED_SIZE / count
    if module < SMALLEST_MODULE:
        raise ValueError(f"a code of {count} modules")
    margin = place.width_um / UM_PER_PT - PRINTED_SIZE
    x, y = place.x_um / UM_PER_PT + margin / 2, place.y_um / UM_PER_PT + margin / 2
    rows = [shades[start : start + count] for start in range(0, len(shades), count)]
    return Bars(x, y, module, count, tuple(_bars(rows[::-1])))


def _bars(rows: list[bytes]) -> list[_Bar]:
    """The dark squares as few rectangles: runs of a row, and what repeats in the rows above as one."""
    bars: list[_Bar] = []
    begun: dict[tuple[int, int], int] = {}
    for y, row in enumerate([*rows, b""]):
        going = {run.span(): begun.pop(run.span(), y) for run in _DARK_RUN.finditer(row)}
        bars += [(y - start, right - left, start, left) for (left, right), start in begun.items()]
        begun = going
    # Like beside like deflates better: a code takes a twentieth less.
    return [(x, y, width, height) for height, width, y, x in sorted(bars)]
