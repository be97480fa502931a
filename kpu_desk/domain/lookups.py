"""What a ceremony looks things up in, worked out once for sheets and officials that one value after another shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TypeVar

from kpu_desk.domain.documents import Sheet, SignatureSlot
from kpu_desk.domain.officials import Official, told_apart

_MOST = 4
"""Ceremonies that are looked at in turn; more only cost the working out."""

Key = TypeVar("Key")
Value = TypeVar("Value")


def kept(make: Callable[[Key], Value]) -> Callable[[Key], Value]:
    """Remembers what was made of the last few keys, by their identity: hashing 900 sheets takes as long as making."""
    found: tuple[tuple[Key, Value], ...] = ()

    @wraps(make)
    def look(key: Key) -> Value:
        nonlocal found
        for known, value in found:
            if known is key:
                return value
        made = make(key)
        # One assignment: another thread sees the old memory or the new one.
        found = ((key, made), *found[: _MOST - 1])
        return made

    return look


@kept
def by_id(sheets: Sequence[Sheet]) -> Mapping[str, Sheet]:
    """Sheets by their ids."""
    return {sheet.id: sheet for sheet in sheets}


@kept
def slots_by_official(sheets: Sequence[Sheet]) -> Mapping[str, Sequence[tuple[Sheet, SignatureSlot]]]:
    """Everything that one person signs, in the order of the sheets."""
    slots: dict[str, list[tuple[Sheet, SignatureSlot]]] = {}
    for sheet in sheets:
        for slot in sheet.slots:
            slots.setdefault(slot.official_id, []).append((sheet, slot))
    return slots


@kept
def officials_by_id(officials: Sequence[Official]) -> Mapping[str, Official]:
    """Officials by their ids."""
    return {official.id: official for official in officials}


apart = kept(told_apart)
"""``officials.told_apart``, remembered."""
