"""The worker processes of another program that keep to 1 GB, as Linux tells of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def limited_children(parent: int) -> list[str]:
    """Their numbers; each has set its limits, which is the first that it does."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    return [pid for pid in children if _address_space(pid) == str(1 << 30)]


def _address_space(pid: str) -> str:
    with suppress(OSError):  # it has just ended
        for line in Path(f"/proc/{pid}/limits").read_text(encoding="ascii").splitlines():
            if line.startswith("Max address space"):
                return line.split()[3]
    return ""
