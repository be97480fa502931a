"""Takes the data out of a record: whole where its seal was found VALID, of any file only the mark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pikepdf

from kpu_desk.domain.documents import Mark

DATA_NAME = "record.json"
"""The attachment that holds a record's data."""


def record_data(path: Path) -> dict[str, Any] | None:
    """``record.json`` of a record file; None for a file that carries none."""
    try:
        with pikepdf.open(path) as pdf:
            return _data(pdf)
    except (pikepdf.PdfError, KeyError, ValueError, OSError):
        return None


def mark_of_data(pdf: pikepdf.Pdf) -> Mark | None:
    """The mark that a record's data name; None for a file without any that can be read. Untrusted files too.

    Raises:
        MemoryError: only that.
    """
    try:
        data = _data(pdf)
        return None if data is None else Mark(data["mark"])
    except MemoryError:
        raise
    except Exception:
        # Hostile files make the library raise whatever it likes.
        return None


def _data(pdf: pikepdf.Pdf) -> dict[str, Any] | None:
    found = json.loads(pdf.attachments[DATA_NAME].get_file().read_bytes())
    return found if isinstance(found, dict) and found.get("format") == "kpu-desk-record" else None
