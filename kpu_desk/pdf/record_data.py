"""Takes the data out of a record whose seal was found VALID."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pikepdf

from kpu_desk.pdf.record_file import DATA_NAME


def record_data(path: Path) -> dict[str, Any] | None:
    """``record.json`` of a record file; None for a file that carries none."""
    try:
        with pikepdf.open(path) as pdf:
            found = json.loads(pdf.attachments[DATA_NAME].get_file().read_bytes())
    except (pikepdf.PdfError, KeyError, ValueError, OSError):
        return None
    return found if isinstance(found, dict) and found.get("format") == "kpu-desk-record" else None
