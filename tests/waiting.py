"""Waiting for a condition: as short as the machine allows, and never failing because it is slow."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Literal, TypeVar

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

Found = TypeVar("Found")

LIMIT_S = 180
"""After so long something never comes, on whatever machine."""

LIMIT_MS = 1_000 * LIMIT_S


def until(condition: Callable[[], Found | Literal[False] | None], never: str) -> Found:
    """What the condition gives once it holds; fails with these words when it never does."""
    end = time.monotonic() + LIMIT_S
    while not (found := condition()):
        assert time.monotonic() < end, never
        time.sleep(0.02)
    return found


class PatientBot(QtBot):
    """pytest-qt's own, which gives up after 5 s unless it is told otherwise each time."""

    def waitExposed(self, widget: Any, *, timeout: int = LIMIT_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LIMIT_MS, **further: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **further)

    def waitSignals(self, signals: Any, *, timeout: int = LIMIT_MS, **further: Any) -> MultiSignalBlocker:
        return super().waitSignals(signals, timeout=timeout, **further)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LIMIT_MS) -> None:
        super().waitUntil(callback, timeout=timeout)
