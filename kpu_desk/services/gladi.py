"""Gladi bersih: the same day in a workspace of its own, with another database, another key and GLADI on everything."""

from __future__ import annotations

import shutil
from pathlib import Path

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.journal import Event
from kpu_desk.domain.rehearsing import rehearsal_of
from kpu_desk.services import opening
from kpu_desk.services.desk import Act, Desk, new_id
from kpu_desk.storage.copies import Copies
from kpu_desk.storage.keys import ArgonCost
from kpu_desk.workspace import Workspace, storage_error

FOLDER = "gladi"
"""Of an office's rehearsals, one folder each, in its workspace."""

# The passphrase is a key of 256 bits: nothing is won by stretching it.
_COST = ArgonCost(8, 1)
_TEXTS = ("forms", "pemberitahuan")


def make_gladi(desk: Desk, ceremony_id: str) -> Desk:
    """Makes a rehearsal of a prepared ceremony and opens it; the office's own desk stays as it is.

    Roster, witnesses, order, lampiran, rundown, the office's documents, texts and settings come along; nothing that
    happened, and no declaration of a conflict. The rehearsal's data key and sealing key are new. Its passphrase is
    derived from the office's data key: whoever has the office's desk open comes to its rehearsals, and nobody comes
    from a rehearsal to the office's keys.

    Raises:
        RuleError: UNKNOWN_CEREMONY, KPU-SAMPLE-UNSIGNED; StorageError: DISK_FULL, NO_RIGHTS … Nothing stays then.
    """
    ceremony = rehearsal_of(desk.ceremony(ceremony_id), new_id())
    root = desk.workspace.root / FOLDER / f"{desk.clock():%Y%m%dT%H%M%S%f}"
    gladi: Desk | None = None
    try:
        passphrase = desk.database.rehearsal_passphrase()
        gladi, _ = opening.set_up(
            root, desk.profile, passphrase, desk.actor, mark=Mark.GLADI, clock=desk.clock, cost=_COST
        )
        _bring_texts(desk, gladi.workspace)
        with desk.database.reading() as source, gladi.changing() as target:
            copies = Copies(source, target)
            for document in ceremony.documents:
                for file in document.files:
                    copies.own_pdf(file.sha256)
        facts = {"ceremony": ceremony.id, "title": ceremony.title, "day": ceremony.date.isoformat()}
        gladi.add(ceremony, Act(Event.CEREMONY_CREATED, facts))
        desk.note(Act(Event.GLADI_MADE, {"ceremony": ceremony_id, "folder": root.name}))
    except BaseException:
        if gladi is not None:
            gladi.abandon()
        shutil.rmtree(root, ignore_errors=True)
        raise
    return gladi


def last_gladi(desk: Desk) -> Path | None:
    """The folder of the newest rehearsal, to be gone on with; None where there is none."""
    found = sorted((desk.workspace.root / FOLDER).glob("*/keys.json"))
    return found[-1].parent if found and opening.is_set_up(found[-1].parent) else None


def open_gladi(desk: Desk, root: Path) -> Desk:
    """Opens a rehearsal again, after a pause or a power failure; raises as :func:`opening.unlock`."""
    return opening.unlock(root, desk.database.rehearsal_passphrase(), desk.actor, clock=desk.clock)


def _bring_texts(desk: Desk, gladi: Workspace) -> None:
    source = desk.workspace
    names = [path.name for path in source.root.glob("*.toml") if path != source.settings]
    names += [desk.profile.logo] if desk.profile.logo is not None else []
    try:
        for name in names:
            if (source.root / name).is_file():
                shutil.copyfile(source.root / name, gladi.root / name)
        for name in _TEXTS:
            if (source.root / name).is_dir():
                shutil.copytree(source.root / name, gladi.root / name, dirs_exist_ok=True)
    except OSError as error:
        raise storage_error(error, gladi.root) from error
