"""Freezing sheets: composed once with the office's form, stored as bytes, noted in the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.content import sheet_content
from kpu_desk.domain.documents import ComposedSheet, Minutes, Sheet
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.forms import Form, form_id_for, parse_form
from kpu_desk.domain.journal import Event
from kpu_desk.resources import read_text
from kpu_desk.services.desk import Act, Desk
from kpu_desk.storage import records
from kpu_desk.workspace import storage_error

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


@dataclass(frozen=True, slots=True)
class FrozenSheet:
    """A sheet that carries the digest of its frozen bytes, and those bytes with their places."""

    sheet: Sheet
    composed: ComposedSheet


def freeze(desk: Desk, ceremony: Ceremony, sheet: Sheet, minutes: Minutes | None = None) -> FrozenSheet:
    """Composes one sheet as it stands in the ceremony; raises FormError when the office's form is wrong."""
    from kpu_desk.pdf.freeze import freeze_sheet

    content = sheet_content(ceremony, sheet, desk.profile, desk.mark, logo=desk.logo, minutes=minutes)
    composed = freeze_sheet(content, _form(desk, form_id_for(content)), at=desk.clock())
    return FrozenSheet(replace(sheet, frozen_sha256=sha256(composed.pdf).hexdigest()), composed)


def save_frozen(session: Session, frozen: Iterable[FrozenSheet]) -> None:
    """Stores the bytes in the session's transaction."""
    for one in frozen:
        records.add_frozen(session, one.sheet, one.composed)


def frozen_acts(ceremony_id: str, frozen: Iterable[FrozenSheet]) -> tuple[Act, ...]:
    """What the journal says of each sheet."""
    return tuple(
        Act(
            Event.SHEET_FROZEN if one.sheet.version == 1 else Event.SHEET_REDRAWN,
            {
                "ceremony": ceremony_id,
                "sheet": one.sheet.serial,
                "kind": one.sheet.kind.value,
                "version": one.sheet.version,
                "digest": one.sheet.frozen_sha256,
            },
        )
        for one in frozen
    )


def _form(desk: Desk, form_id: str) -> Form:
    """The office's own form of this id where there is one, else the shipped one.

    Raises:
        FormError: WRONG_FORM; StorageError: NO_RIGHTS, FILE_FAILED.
    """
    own = desk.workspace.root / "forms" / f"{form_id}.toml"
    if own.is_file():
        return parse_form(_office_text(own), str(own))
    return parse_form(read_text("forms", f"{form_id}.toml"), f"{form_id}.toml")


def _office_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise FormError("WRONG_FORM", file=str(path), line=line, field="", reason="NO_UTF8") from error
    except OSError as error:
        raise storage_error(error, path) from error
