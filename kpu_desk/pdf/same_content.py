"""Tells whether two values of two PDF documents say the same, whatever their object numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

# Far above any real document; a file that needs more is not judged.
_LIMIT = 2_000_000

_NUMBERS = (int, Decimal)
_NO_KEYS: frozenset[str] = frozenset()
_Pair = tuple[Any, Any, frozenset[str]]
PageNumbers = dict[tuple[int, int], int]


class TooMuchToCompareError(Exception):
    """The document is larger than anything this comparison is meant for."""


def same(
    old: Any,
    new: Any,
    *,
    skip: frozenset[str] = _NO_KEYS,
    beside_annotations: bool = False,
    pages: tuple[PageNumbers, PageNumbers] = ({}, {}),
) -> bool:
    """Whether two values say the same, followed through all references.

    References in circles count as equal until a difference is found elsewhere. Annotations of pages are always
    left out; they are compared by themselves.

    Args:
        old: a value of one document.
        new: a value of the other.
        skip: keys left out of the comparison at the outermost dictionary only.
        beside_annotations: pass over annotations on the way. Only for trees that nothing on a page is drawn from, or
            a font that calls itself an annotation would be passed over too.
        pages: the numbers of both documents' pages by object; two such pages are equal when their numbers are, for
            what refers to pages whose content is compared by itself.

    Raises:
        TooMuchToCompareError: after two million values.
    """
    waiting: list[_Pair] = [(old, new, skip)]
    assumed: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    steps = 0
    while waiting:
        a, b, leave_out = waiting.pop()
        steps += 1
        if steps > _LIMIT:
            raise TooMuchToCompareError
        if isinstance(a, pikepdf.Object) and isinstance(b, pikepdf.Object) and a.is_indirect and b.is_indirect:
            pair = (a.objgen, b.objgen)
            if pair in assumed:
                continue
            assumed.add(pair)
            numbers = pages[0].get(a.objgen), pages[1].get(b.objgen)
            if numbers != (None, None):
                if numbers[0] != numbers[1]:
                    return False
                continue
        if beside_annotations and _is_annotation(a) and _is_annotation(b):
            continue
        parts = _parts_to_compare(a, b, leave_out)
        if parts is None:
            return False
        waiting.extend(parts)
    return True


def _is_annotation(item: Any) -> bool:
    return isinstance(item, Dictionary) and (item.get("/Type") == Name.Annot or item.get("/Subtype") == Name.Widget)


def _parts_to_compare(a: Any, b: Any, leave_out: frozenset[str]) -> list[_Pair] | None:
    """What remains to be compared of two values, or None where they differ already."""
    if isinstance(a, Array) and isinstance(b, Array):
        return [(x, y, _NO_KEYS) for x, y in zip(a, b, strict=True)] if len(a) == len(b) else None
    if isinstance(a, Stream) and isinstance(b, Stream):
        return _entries(a, b, leave_out) if a.read_raw_bytes() == b.read_raw_bytes() else None
    if isinstance(a, Dictionary) and isinstance(b, Dictionary):
        return _entries(a, b, leave_out)
    if isinstance(a, _NUMBERS) and isinstance(b, _NUMBERS):
        # 612 and 612.0 are one number; True is none.
        return [] if a == b and isinstance(a, bool) == isinstance(b, bool) else None
    return [] if type(a) is type(b) and a == b else None


def _entries(a: pikepdf.Object, b: pikepdf.Object, leave_out: frozenset[str]) -> list[_Pair] | None:
    if a.get("/Type") == Name.Page:
        leave_out = leave_out | {"/Annots"}
    keys = set(a.keys()) - leave_out
    if keys != set(b.keys()) - leave_out:
        return None
    return [(a[key], b[key], _NO_KEYS) for key in keys]
