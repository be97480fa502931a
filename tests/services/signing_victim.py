"""A program that signs and signs, to be killed: prints a line for each signature once it was shown as accepted."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from kpu_desk.domain.calling import next_signers
from kpu_desk.services import opening, signing
from tests.domain import ceremonies
from tests.services.offices import ACTOR, PASSPHRASE, capture


def main(root: Path, seed: int) -> None:
    """Signs the open ceremony of the workspace until nothing is left."""
    dice = random.Random(seed)
    desk = opening.unlock(root, PASSPHRASE, ACTOR)
    ceremony_id = desk.ceremonies()[0].id
    number = seed * 10_000
    print("ready", flush=True)
    while signers := next_signers(desk.ceremony(ceremony_id)):
        for official in signers:
            for shown in signing.sitting_for(desk, ceremony_id, official.id).sheets:
                inks = [ceremonies.ink(number + place) for place in range(1, len(shown.asked) + 1)]
                number += len(inks)
                signing.accept(desk, ceremony_id, capture(official.id, shown, *inks))
                print(shown.sheet_id, shown.slot, inks[0].digest(), flush=True)
                shown.pages.close()
                time.sleep(dice.choice((0, 0, 0.002)))
    print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
