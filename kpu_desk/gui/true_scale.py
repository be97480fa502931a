"""The true scale of a screen: measured on this computer with a card, else as the screen reports it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QScreen

from kpu_desk.domain.true_scale import CARD_UM, ScaleSource, TrueScale, scale_of
from kpu_desk.gui.language import locale


def true_scale(screen: QScreen) -> TrueScale | None:
    """None where nothing was measured and the screen says nothing that could be."""
    kept = str(_settings().value(_key(screen), "")).split("x")
    if len(kept) == 2 and all(part.isdigit() for part in kept):
        return TrueScale(int(kept[0]), int(kept[1]), ScaleSource.CARD)
    said, size = screen.physicalSize(), screen.size()
    said_um = (said.width() * 1_000, said.height() * 1_000)
    return scale_of(said_um, (size.width(), size.height()), ScaleSource.REPORTED)


def keep_card(screen: QScreen, width_px: float, height_px: float) -> TrueScale | None:
    """Keeps what a card laid on the screen covers, in logical pixels; None, and nothing kept, where that cannot be."""
    scale = scale_of(CARD_UM, (width_px, height_px), ScaleSource.CARD)
    if scale is not None:
        _settings().setValue(_key(screen), f"{scale.x_ppm}x{scale.y_ppm}")
    return scale


def scale_words(scale: TrueScale | None) -> str:
    """For the pen test: the scale and where it comes from."""
    if scale is None:
        return QCoreApplication.translate("scale", "Ukuran layar sebenarnya tidak diketahui.")
    words = {
        ScaleSource.REPORTED: QCoreApplication.translate("scale", "Ukuran layar {x} × {y} % (menurut layar)."),
        ScaleSource.CARD: QCoreApplication.translate("scale", "Ukuran layar {x} × {y} % (diukur dengan kartu)."),
    }[scale.source]
    x, y = (locale().toString(ppm / 10_000, "f", 1) for ppm in (scale.x_ppm, scale.y_ppm))
    return words.format(x=x, y=y)


def _key(screen: QScreen) -> str:
    size = screen.size()
    named = (screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())
    return "scale/" + re.sub(r"\W+", "-", " ".join((*named, f"{size.width()}x{size.height()}")))


def _settings() -> QSettings:
    return QSettings("KPU Desk", "kpu-desk")
