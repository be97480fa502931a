"""Frozen values as plain JSON values, and back, by their type hints: a new field needs nothing here."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import repeat
from typing import Any, Union, get_args, get_origin, get_type_hints


def plain(value: object) -> Any:
    """The value as mappings, lists, text, whole numbers, booleans and None; raises TypeError for another kind."""
    if value is None or isinstance(value, bool | str | int):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no plain form")


def valued(kind: Any, data: Any) -> Any:
    """The reverse of :func:`plain` for a value of this type.

    Members that are missing take their default, so that an account of an earlier version still reads.

    Raises:
        TypeError, ValueError, KeyError: data that is no such value.
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if data is None else valued(next(one for one in inner if one is not type(None)), data)
    if origin in (tuple, frozenset):
        kinds = repeat(inner[0]) if origin is frozenset or inner[1:] == (...,) else inner
        return origin(valued(one, item) for one, item in zip(kinds, data, strict=kinds is inner))
    return _single(kind, data)


def _single(kind: type, data: Any) -> Any:
    if kind is date:
        return date.fromisoformat(data)
    if is_dataclass(kind):
        hints = hints_of(kind)
        return kind(**{name: valued(hints[name], item) for name, item in data.items()})
    if issubclass(kind, Enum):
        return kind(data)
    if type(data) is not kind:
        raise TypeError(f"{type(data).__name__} where {kind.__name__} was due")
    return data


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields."""
    return get_type_hints(kind)
