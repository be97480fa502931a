"""The meterai on a sheet as the secretary notes it before sealing: none, pasted with its number, or electronic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpu_desk.domain.documents import Meterai
from kpu_desk.domain.errors import RuleError

LONGEST_SERIAL = 40

# No published pattern was found [U]: letters and digits, parted as they are printed.
_SERIAL = re.compile(r"[A-Z0-9](?:[ .-]?[A-Z0-9])*")


@dataclass(frozen=True, slots=True)
class NotedMeterai:
    """What is on the original of one sheet (domain.md 7.3, 8.10).

    Attributes:
        serial: the printed number; empty for none, and for an electronic one that is to be put on later.
    """

    kind: Meterai
    serial: str = ""


def checked_meterai(kind: Meterai, number: str, serial: str) -> NotedMeterai:
    """A note as it is kept: capitals, no outer or doubled spaces; ``serial`` is the sheet's.

    Raises:
        RuleError: KPU-METERAI-NUMBERED when a pasted one has no number, KPU-METERAI-SERIAL when it is none.
    """
    text = " ".join(number.split()).upper()
    if kind is Meterai.NONE:
        text = ""
    if kind is Meterai.BOX and not text:
        raise RuleError("KPU-METERAI-NUMBERED", serial=serial)
    if text and (len(text) > LONGEST_SERIAL or not _SERIAL.fullmatch(text)):
        raise RuleError("KPU-METERAI-SERIAL", number=text[:LONGEST_SERIAL])
    return NotedMeterai(kind, text)


def check_used_once(known: Mapping[str, NotedMeterai], serials: Mapping[str, str], wanted: Iterable[str]) -> None:
    """KPU-METERAI-ONCE: a meterai is used up by one document.

    Args:
        known: all notes by sheet id; ``serials`` the serials of the sheets, ``wanted`` the ids that are noted now.
    """
    holders: dict[str, str] = {}
    fresh = set(wanted)
    for sheet_id in sorted(known, key=lambda one: one in fresh):
        number = re.sub("[ .-]", "", known[sheet_id].serial)
        if number and number in holders:
            raise RuleError("KPU-METERAI-ONCE", number=known[sheet_id].serial, serial=serials[holders[number]])
        holders[number] = sheet_id
