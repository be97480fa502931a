"""Where the program's own files lie: fonts, icons, style sheets, document texts, translations, handbook."""

from __future__ import annotations

import sys
import sysconfig
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def resource_root() -> Path:
    """The ``resources`` folder of this installation.

    Looked for in the frozen bundle, then beside the package (a checkout), then where a wheel puts its data
    (``share/kpu-desk/resources`` of the environment).

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    places = [
        Path(__file__).resolve().parent.parent / "resources",
        Path(sysconfig.get_path("data")) / "share" / "kpu-desk" / "resources",
    ]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        places.insert(0, Path(bundle) / "resources")
    for place in places:
        # Any folder may be called "resources"; ours has the style sheet in it.
        if (place / "style" / "desk.qss").is_file():
            return place
    raise FileNotFoundError("resources/style/desk.qss")


def resource_path(*parts: str) -> Path:
    """Path of a shipped file or folder, for example ``resource_path("fonts", "KpuSans-Regular.ttf")``.

    Raises:
        FileNotFoundError: there is no such resource; the argument is its name below ``resources/``.
        ValueError: the parts lead out of the folder.
    """
    root = resource_root()
    found = root.joinpath(*parts).resolve()
    if not found.is_relative_to(root.resolve()):
        raise ValueError("/".join(parts))
    if not found.exists():
        raise FileNotFoundError("/".join(parts))
    return found


def read_text(*parts: str) -> str:
    """A shipped text, UTF-8. Raises as `resource_path` does."""
    return resource_path(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """A shipped file as bytes. Raises as `resource_path` does."""
    return resource_path(*parts).read_bytes()
