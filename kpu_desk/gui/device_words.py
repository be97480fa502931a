"""What a device delivers, in the words of the windows; on paper and in the evidence they are `device_truth_text`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kpu_desk.domain.device_truth import DeviceTruth, Unfit
from kpu_desk.domain.pen import Tool
from kpu_desk.domain.pressure_kind import PressureKind
from kpu_desk.gui.language import locale
from kpu_desk.language import QT_TRANSLATE_NOOP

_REASONS = {
    Unfit.TOO_SHORT: QT_TRANSLATE_NOOP("device", "titik terlalu sedikit untuk diukur"),
    Unfit.SLOW: QT_TRANSLATE_NOOP("device", "kurang dari 50 titik per detik"),
    Unfit.NO_PRESSURE: QT_TRANSLATE_NOOP("device", "tanpa tekanan"),
    Unfit.CONSTANT_PRESSURE: QT_TRANSLATE_NOOP("device", "tekanan tidak berubah"),
    Unfit.FEW_LEVELS: QT_TRANSLATE_NOOP("device", "tekanan hanya beberapa tingkat"),
    Unfit.PRESSURE_FROM_SPEED: QT_TRANSLATE_NOOP("device", "tekanan dibuat dari kecepatan"),
}
_PRESSURES = {
    PressureKind.NONE: QT_TRANSLATE_NOOP("device", "tanpa tekanan"),
    PressureKind.CONSTANT: QT_TRANSLATE_NOOP("device", "tekanan tidak berubah"),
    PressureKind.FEW_LEVELS: QT_TRANSLATE_NOOP("device", "tekanan hanya beberapa tingkat"),
    PressureKind.FROM_SPEED: QT_TRANSLATE_NOOP("device", "tekanan dibuat dari kecepatan"),
    PressureKind.GENUINE: QT_TRANSLATE_NOOP("device", "tekanan ada"),
}
_TOOLS = {
    Tool.PEN: QT_TRANSLATE_NOOP("device", "pena"),
    Tool.FINGER: QT_TRANSLATE_NOOP("device", "jari"),
    Tool.MOUSE: QT_TRANSLATE_NOOP("device", "tetikus"),
}


def in_a_word(truth: DeviceTruth) -> str:
    """For the desk: ``pena: 133 titik/dtk, tekanan ada``."""
    rate = (
        _tr(QT_TRANSLATE_NOOP("device", "{rate} titik/dtk")).format(rate=number(truth.delivered_hz))
        if truth.period_us
        else _tr(_REASONS[Unfit.TOO_SHORT])
    )
    return f"{_tr(_TOOLS[truth.tool])}: {rate}, {pressure(truth)}"


def verdict(truth: DeviceTruth) -> str:
    """Whether an expert may use what it delivers, and if not why, as a sentence."""
    if truth.fit_for_expert:
        return _tr(QT_TRANSLATE_NOOP("device", "Layak untuk pemeriksaan ahli."))
    reasons = ", ".join(_tr(_REASONS[reason]) for reason in truth.unfit)
    return _tr(QT_TRANSLATE_NOOP("device", "Gambar saja, tidak layak untuk pemeriksaan ahli: {reasons}.")).format(
        reasons=reasons
    )


def pressure(truth: DeviceTruth) -> str:
    """``tekanan ada``."""
    return _tr(_PRESSURES[truth.pressure])


def number(value: float, places: int = 0) -> str:
    """A number as the language writes it."""
    return locale().toString(float(value), "f", places)


def _tr(text: str) -> str:
    return QCoreApplication.translate("device", text)
