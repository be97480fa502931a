"""The office's settings, changed after the set-up: all or nothing, the old file kept, every change in the journal."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.profile_text import profile_to_toml
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import storage_error, write_file_safely

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


def running_ceremony(desk: Desk) -> str | None:
    """Title of a ceremony whose sheets are frozen and being signed, or None: a change reaches only later sheets."""
    return next((c.title for c in desk.ceremonies() if c.state in (CeremonyState.OPEN, CeremonyState.PAUSED)), None)


def change_settings(desk: Desk, profile: OfficeProfile, logo: bytes | None) -> tuple[str, ...]:
    """Takes settings and logo for everything composed from now on; sheets that are frozen keep theirs.

    The old ``office.toml`` stays in the folder of backups, and an old logo where it was: pictures are named by their
    content, so neither a cut nor a later return to the old file meets another picture.

    Args:
        desk: the open workspace.
        profile: the new settings; its ``logo`` is not looked at.
        logo: as :func:`read_logo` gives it, or the present one; None for no logo.

    Returns:
        The names of the settings that changed; nothing is written when none did.

    Raises:
        StorageError: SETTINGS_CHANGED when somebody edited the file since the desk was opened, DISK_FULL, NO_RIGHTS or
            FILE_FAILED; FormError: WRONG_PROFILE as that file is now. Nothing has changed then.
    """
    workspace, before = desk.workspace, desk.profile
    if workspace.read_profile() != before:
        raise StorageError("SETTINGS_CHANGED", path=str(workspace.settings))
    profile = replace(profile, logo=_logo_name(desk, logo))
    changed = tuple(
        field.name for field in fields(profile) if getattr(profile, field.name) != getattr(before, field.name)
    )
    if not changed:
        return ()
    old = workspace.settings.read_bytes()
    text = profile_to_toml(profile)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    write_file_safely(workspace.backups / f"office-{desk.clock():%Y%m%dT%H%M%S%f}.toml", old)
    picture = None
    if logo is not None and not (workspace.root / str(profile.logo)).is_file():
        picture = workspace.root / str(profile.logo)
        write_file_safely(picture, logo)
    try:
        with desk.changing() as session:
            desk.write(session, Act(Event.PROFILE_CHANGED, {"fields": list(changed), "digest": digest}, text))
            workspace.write_profile(profile)
    except BaseException:
        # The file may be written already when the journal's transaction cannot be ended.
        if workspace.settings.read_bytes() != old:
            write_file_safely(workspace.settings, old)
        if picture is not None:
            with suppress(OSError):
                picture.unlink()
        raise
    desk.profile = profile
    return changed


def _logo_name(desk: Desk, logo: bytes | None) -> str | None:
    if logo is None:
        return None
    return desk.profile.logo if logo == desk.logo else f"logo-{hashlib.sha256(logo).hexdigest()[:16]}.png"
