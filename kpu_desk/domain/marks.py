"""The mark of what never becomes real: read from the names in a certificate, and held against the workspace's own."""

from __future__ import annotations

from collections.abc import Iterable

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import SealError


def mark_of_names(names: Iterable[str]) -> Mark:
    """The mark that stands before a name of a certificate's subject; one marked name is enough."""
    by_length = sorted((mark for mark in Mark if mark is not Mark.NONE), key=lambda mark: -len(mark.value))
    found = {mark for name in names for mark in by_length if f"{name} ".startswith(f"{mark.value} ")}
    return next((mark for mark in by_length if mark in found), Mark.NONE)


def check_one_mark(workspace: Mark, certificate: Mark) -> None:
    """A rehearsal's key belongs to a rehearsal's workspace, and the office's to the office's.

    Raises:
        SealError: OTHER_MARK with ``workspace`` and ``certificate``, "–" for one that bears no mark.
    """
    if workspace is not certificate:
        raise SealError("OTHER_MARK", workspace=workspace.value or "–", certificate=certificate.value or "–")
