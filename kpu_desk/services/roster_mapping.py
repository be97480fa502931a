"""What the columns of an office's own spreadsheets mean: pointed at once, remembered in the workspace."""

from __future__ import annotations

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster_mapping import ColumnMapping
from kpu_desk.workspace import Workspace, storage_error, write_file_safely

FILE_NAME = "roster-mapping.json"
_MOST_BYTES = 200_000


def remembered_mapping(workspace: Workspace) -> ColumnMapping:
    """The office's mapping; an empty one when there is none, or when its file is damaged: it can be pointed at again.

    Raises:
        StorageError: NO_RIGHTS, FILE_FAILED.
    """
    path = workspace.root / FILE_NAME
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return ColumnMapping()
    except OSError as error:
        raise storage_error(error, path) from error
    try:
        return ColumnMapping.from_json(data.decode("utf-8"))
    except (UnicodeDecodeError, RosterError):
        return ColumnMapping()


def remember_mapping(workspace: Workspace, mapping: ColumnMapping) -> None:
    """Keeps the mapping: words of headers only. Raises as :func:`~kpu_desk.workspace.write_file_safely`."""
    write_file_safely(workspace.root / FILE_NAME, mapping.to_json().encode("utf-8"))
