"""How large the nominal pad really is: what a screen says of itself, or what a bank card laid on it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

CARD_UM = (85_600, 53_980)
"""Width and height of a bank card (ISO/IEC 7810, ID-1)."""

_NOMINAL_UM_PER_PX = 25_400 / 96
_LEAST, _MOST = 0.3, 4.0
"""Screens that claim to be smaller or larger than this share of the nominal size claim nonsense."""


class ScaleSource(StrEnum):
    """Where a scale comes from."""

    REPORTED = "reported"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class TrueScale:
    """True length over nominal length, in parts per million, along and across; 1,000,000 where both are equal."""

    x_ppm: int
    y_ppm: int
    source: ScaleSource

    def as_dict(self) -> dict[str, object]:
        """Plain values, ready for canonical JSON."""
        return {**asdict(self), "source": self.source.value}


def scale_from_dict(values: Mapping[str, object]) -> TrueScale:
    """The reverse of ``as_dict``; TypeError, KeyError or ValueError when it is not such a value."""
    fields = dict(values)
    source = ScaleSource(str(fields.pop("source")))
    return TrueScale(source=source, **fields)  # type: ignore[arg-type]  # JSON


def scale_of(size_um: tuple[float, float], size_px: tuple[float, float], source: ScaleSource) -> TrueScale | None:
    """The scale where so many logical pixels are so many µm; None where that cannot be."""
    if min(size_um) <= 0 or min(size_px) <= 0:
        return None
    x, y = (um / (px * _NOMINAL_UM_PER_PX) for um, px in zip(size_um, size_px, strict=True))
    if not (_LEAST < x < _MOST and _LEAST < y < _MOST):
        return None
    return TrueScale(round(x * 1e6), round(y * 1e6), source)
