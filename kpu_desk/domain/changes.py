"""What one act changed in a ceremony, as plain values that can be applied again: the journal names it by its digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from itertools import takewhile
from typing import Any

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.plain_values import hints_of, plain, valued

_FORMAT = "kpu-desk change 1"


def account_of(before: Ceremony | None, after: Ceremony, salt: str) -> str:
    """Canonical JSON of the fields that are different, of a row of things only those between the ones that stayed.

    Args:
        before: None for a ceremony that is made.
        salt: what nobody can guess, so that the account's digest, which stands in the journal, tells nothing about a
            NIP, a reason or a declaration in it.

    Returns:
        The account, or "" where nothing is different.
    """
    changed: dict[str, object] = {}
    for field in fields(Ceremony):
        new = getattr(after, field.name)
        if before is None:
            changed[field.name] = {"is": plain(new)}
            continue
        old = getattr(before, field.name)
        if new is old or new == old:
            continue
        changed[field.name] = _row(old, new) if isinstance(new, tuple) else {"is": plain(new)}
    if not changed:
        return ""
    account = {"format": _FORMAT, "ceremony": after.id, "changed": changed, "salt": salt}
    return canonical_json(account).decode("utf-8")


def applied(ceremonies: Mapping[str, Ceremony], account: str) -> Ceremony:
    """The ceremony as it is after the act.

    Args:
        ceremonies: as they were before, by id.

    Raises:
        ValueError, TypeError, KeyError: text that is no such account, or of another ceremony.
    """
    told = json.loads(account)
    if told["format"] != _FORMAT:
        raise ValueError("an account of another format")
    before = ceremonies.get(told["ceremony"])
    hints, values = hints_of(Ceremony), {}
    for name, change in told["changed"].items():
        if "is" in change:
            values[name] = valued(hints[name], change["is"])
        else:
            if before is None:
                raise ValueError("a change of a ceremony that was never made")
            old = getattr(before, name)
            put = valued(hints[name], change["put"])
            values[name] = (*old[: change["keep"]], *put, *old[len(old) - change["end"] :])
    return Ceremony(**values) if before is None else replace(before, **values)


def _row(old: tuple[Any, ...], new: tuple[Any, ...]) -> dict[str, object]:
    def same(pair: tuple[Any, Any]) -> bool:
        return pair[0] is pair[1] or bool(pair[0] == pair[1])

    keep = sum(1 for _ in takewhile(same, zip(old, new, strict=False)))
    # What stayed at the end begins behind what stayed at the beginning.
    end = sum(1 for _ in takewhile(same, zip(reversed(old[keep:]), reversed(new[keep:]), strict=False)))
    return {"keep": keep, "end": end, "put": plain(new[keep : len(new) - end])}
