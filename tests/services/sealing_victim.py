"""A program that seals the closed ceremony of a workspace, to be killed: prints a line for each stored record."""

from __future__ import annotations

import sys
from pathlib import Path

from kpu_desk.services import opening, sealing
from tests.services.offices import ACTOR, PASSPHRASE, never


def main(root: Path) -> None:
    """Seals until nothing is left."""
    desk = opening.unlock(root, PASSPHRASE, ACTOR)
    sealing.seal_ceremony(desk, desk.ceremonies()[0].id, lambda done, _total: print(done, flush=True), never)
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
