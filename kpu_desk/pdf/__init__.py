"""The press: the only room with ReportLab, Pillow, pikepdf, pyHanko and pypdfium2."""

from __future__ import annotations

import sys
from types import ModuleType


class _NoNetwork(ModuleType):
    """Stands where pyHanko would load aiohttp, which it never uses here: it takes a quarter of a worker's start."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


sys.modules.setdefault("aiohttp", _NoNetwork("aiohttp"))
