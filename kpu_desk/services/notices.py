"""The notice about personal data: the office's own where there is one, else the shipped one."""

from __future__ import annotations

from kpu_desk import resources
from kpu_desk.domain.journal import Event
from kpu_desk.domain.notice import Notice, parse_notice
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import storage_error

FOLDER = "pemberitahuan"
"""Of the office's own notices, in the workspace."""


def notice_for(desk: Desk, language: str = "id") -> Notice:
    """What signers can read about their data, in the language of their window.

    Raises:
        FormError: WRONG_NOTICE when the office's own text is wrong; StorageError: NO_RIGHTS, FILE_FAILED.
    """
    name = f"{language}.toml"
    own = desk.workspace.root / FOLDER / name
    if not own.is_file():
        return parse_notice(resources.read_bytes("notices", name), name)
    try:
        data = own.read_bytes()
    except OSError as error:
        raise storage_error(error, own) from error
    return parse_notice(data, str(own))


def note_shown(desk: Desk, ceremony_id: str, official_id: str, notice: Notice) -> None:
    """Writes in the journal that a person opened the notice."""
    facts = {"ceremony": ceremony_id, "official": official_id, "version": notice.version, "digest": notice.sha256}
    desk.note(Act(Event.NOTICE_SHOWN, facts))
