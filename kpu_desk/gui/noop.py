"""Marks texts that stand in tables for lupdate, which knows the function's name."""

from __future__ import annotations

Pair = tuple[str, str]
"""What happened, and what to do."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Gives the text as it is; Qt's own function is typed as giving any object."""
    return text
