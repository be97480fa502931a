"""The office's logo: a picture from outside is read, made plain and kept in the workspace."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from kpu_desk.domain.journal import Event
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import storage_error, write_file_safely

LOGO_FILE = "logo.png"

# One byte more than the largest picture, so that a larger file is known as such without being read whole.
_MOST_BYTES = 20_000_001


def read_logo(path: Path) -> bytes:
    """A picture file as a plain PNG: upright, sRGB, its transparency kept, nothing else in it.

    Raises:
        KnownError: PICTURE_EMPTY, PICTURE_KIND, PICTURE_BROKEN or PICTURE_TOO_LARGE.
        StorageError: FILE_MISSING, NO_RIGHTS or FILE_FAILED.
    """
    from kpu_desk.pdf.pictures import read_picture

    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError as error:
        raise storage_error(error, path) from error
    return read_picture(data).png


def set_logo(desk: Desk, picture: bytes | None) -> None:
    """Takes a logo for the sheets composed from now on; sheets that are frozen keep theirs.

    The picture is written before the settings name it, so a cut in between leaves the old logo.

    Args:
        desk: the open workspace.
        picture: as :func:`read_logo` gives it; None for no logo.

    Raises:
        StorageError: DISK_FULL, NO_RIGHTS or FILE_FAILED; nothing has changed then.
    """
    profile = replace(desk.profile, logo=None if picture is None else LOGO_FILE)
    if picture is not None:
        write_file_safely(desk.workspace.root / LOGO_FILE, picture)
    desk.workspace.write_profile(profile)
    desk.profile = profile
    digest = hashlib.sha256(desk.workspace.settings.read_bytes()).hexdigest()
    desk.note(Act(Event.PROFILE_CHANGED, {"fields": ["logo"], "digest": digest}))
