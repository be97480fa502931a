"""The sample workspace, opened without a passphrase; nothing in it is secret or real."""

from __future__ import annotations

from pathlib import Path

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.journal import Actor
from kpu_desk.services import opening
from kpu_desk.services.desk import Desk
from kpu_desk.storage.keys import ArgonCost

# Nothing in the sample is secret, so its passphrase is not either; it is encrypted only because every workspace is.
PASSPHRASE = "contoh tanpa rahasia"  # noqa: S105 -- see the line above
COST = ArgonCost(8, 1)
ACTOR = Actor("Petugas Contoh", "Operator")


def open_sample(root: Path, actor: Actor = ACTOR) -> Desk:
    """Opens the sample workspace, making it first where it is missing. Every page of it carries CONTOH.

    Raises:
        StorageError: as :func:`kpu_desk.services.opening.unlock`.
    """
    if opening.is_set_up(root):
        return opening.unlock(root, PASSPHRASE, actor)
    from kpu_desk.services.sample_making import fill_sample, sample_profile

    desk, _ = opening.set_up(root, sample_profile(), PASSPHRASE, actor, mark=Mark.CONTOH, cost=COST)
    try:
        fill_sample(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def begin_opening_sample(root: Path, actor: Actor = ACTOR) -> Desk:
    """Opens a sample workspace that is there, as far as a window needs to be painted.

    Raises:
        StorageError: as :func:`kpu_desk.services.opening.begin_opening`.
    """
    return opening.begin_opening(root, PASSPHRASE, actor)
