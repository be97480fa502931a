"""Finds the ink on a record's pages: paths filled in the colour of the pen, wherever the page keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Matrix, Name, Stream

from kpu_desk.pdf.ink_path import PEN

Polygon = tuple[tuple[float, float], ...]

_COLOUR_TOLERANCE = 0.002
# Forms within forms: a record has two levels; more than this is no record.
_DEEPEST = 8
_PAINTING = frozenset(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n"))


@dataclass(frozen=True, slots=True)
class DrawnInk:
    """One filled path: its polygons in points of the page."""

    polygons: tuple[Polygon, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        xs, ys = zip(*(point for polygon in self.polygons for point in polygon), strict=True)
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix
    pen: bool


def drawn_ink(page: pikepdf.Page) -> tuple[DrawnInk, ...]:
    """Every path of straight lines that the page fills in the colour of the pen, in drawing order.

    Curves are passed over: ink is drawn with straight lines (``ink_path``).
    """
    return tuple(_walk(page.obj, page.obj.get("/Resources", Dictionary()), _State(Matrix(), pen=False), 0))


def _walk(content: Any, resources: Any, state: _State, depth: int) -> Iterator[DrawnInk]:
    stack: list[_State] = []
    path: list[list[tuple[float, float]]] = []
    straight = True
    for instruction in pikepdf.parse_content_stream(content):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            continue
        operator, operands = str(instruction.operator), instruction.operands
        match operator:
            case "m":
                path.append([_point(state, operands)])
            case "l" if path:
                path[-1].append(_point(state, operands))
            case "c" | "v" | "y" | "re" | "l":
                straight = False
            case "Do" if depth < _DEEPEST:
                form = resources.get("/XObject", Dictionary()).get(str(operands[0]))
                if isinstance(form, Stream) and form.get("/Subtype") == Name.Form:
                    inner = Matrix(*map(float, form.get("/Matrix", (1, 0, 0, 1, 0, 0)))) @ state.matrix
                    yield from _walk(form, form.get("/Resources", resources), _State(inner, state.pen), depth + 1)
            case _ if operator in _PAINTING:
                if operator == "f" and state.pen and straight and path:
                    yield DrawnInk(tuple(map(tuple, path)))
                path, straight = [], True
            case _:
                state = _next_state(state, stack, operator, operands)


def _point(state: _State, operands: Any) -> tuple[float, float]:
    return state.matrix.transform((float(operands[0]), float(operands[1])))


def _next_state(state: _State, stack: list[_State], operator: str, operands: Any) -> _State:
    match operator:
        case "q":
            stack.append(state)
        case "Q" if stack:
            return stack.pop()
        case "cm":
            return replace(state, matrix=Matrix(*map(float, operands)) @ state.matrix)
        case "rg":
            shades = zip(map(float, operands), PEN, strict=True)
            return replace(state, pen=all(abs(one - other) < _COLOUR_TOLERANCE for one, other in shades))
        case "g" | "k" | "sc" | "scn" | "cs":
            return replace(state, pen=False)
        case _:
            pass
    return state
