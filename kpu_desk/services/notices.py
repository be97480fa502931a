"""The notice about personal data: the office's own where there is one, else the shipped one."""

from __future__ import annotations

from pathlib import Path

from kpu_desk import resources
from kpu_desk.domain.journal import Event
from kpu_desk.domain.notice import Notice, parse_notice
from kpu_desk.language import Language
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import storage_error

FOLDER = "pemberitahuan"
"""Of the office's own notices, in the workspace."""


def notices_for(desk: Desk) -> dict[Language, Notice]:
    """What signers can read about their data, by the language of their window.

    Raises:
        FormError: WRONG_NOTICE when the office's own text is wrong; StorageError: NO_RIGHTS, FILE_FAILED.
    """
    own = {language: _own(desk.workspace.root / FOLDER / f"{language}.toml") for language in Language}
    if any(own.values()):
        # An office that wrote one text says nothing else in the other language: ours may not be true there.
        written = next(notice for notice in own.values() if notice is not None)
        return {language: notice or written for language, notice in own.items()}
    return {
        language: parse_notice(resources.read_bytes("notices", f"{language}.toml"), f"{language}.toml")
        for language in Language
    }


def _own(path: Path) -> Notice | None:
    if not path.is_file():
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        raise storage_error(error, path) from error
    return parse_notice(data, str(path))


def note_shown(desk: Desk, ceremony_id: str, official_id: str, notice: Notice) -> None:
    """Writes in the journal that a person opened the notice."""
    facts = {"ceremony": ceremony_id, "official": official_id, "version": notice.version, "digest": notice.sha256}
    desk.note(Act(Event.NOTICE_SHOWN, facts))
