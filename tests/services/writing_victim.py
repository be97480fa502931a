"""Kills a program that writes on the pad, again and again, and says after each kill what was kept: one JSON line each.

Three processes: this one, which never opens the office; a writer, forked for each round and killed at a random moment;
and a reader, forked after it, which opens the office as the next start would.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kpu_desk.domain.pad import PadAct, PadChange, PadPlace, Source, Written, counts_of
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.showing import ShownSheet
from kpu_desk.services import opening, signing
from kpu_desk.services.desk import Desk
from tests.services.offices import ACTOR, PASSPHRASE

LONGEST_LIFE = 16
"""Lines that the writer tells before the kill, at the most."""

LONGEST_PAUSE_S = 0.02
"""Between the last of them and the kill: it falls anywhere into what comes next."""

SIGNER = 4
"""Whose pad it is: a person of the secretariat."""


def stroke(number: int) -> Written:
    """A stroke that says its number."""
    points = tuple(StrokePoint(number, 40 * step, 30_000, 1_000 + 8 * step) for step in range(30))
    return Written(points, Source("Pena uji", True, False), Tool.PEN)


def sit(desk: Desk) -> ShownSheet:
    """The person is called, and stands before the first sheet."""
    (ceremony,) = desk.ceremonies()
    shown, *_others = signing.sitting_for(desk, ceremony.id, ceremony.officials[SIGNER].id).sheets
    return shown


def write(root: Path, seed: int, tell: Callable[[object], None]) -> None:
    """Goes on with the strokes that are there, or begins again, and writes until somebody kills it.

    Tells each state of the pad before it is handed over, and its place once it was written.
    """
    dice = random.Random(seed)
    desk = opening.unlock(root, PASSPHRASE, ACTOR)
    (ceremony,) = desk.ceremonies()
    shown = sit(desk)
    place = PadPlace(shown.sheet_id, shown.slot, shown.asked[0].kind, shown.frozen_sha256)
    pad = [written.points[0].x_um for written in shown.asked[0].before.strokes]
    number = 1_000 * seed
    tell({"pad": pad})
    tell({"written": 0})
    for state in range(1, 10_000):
        act = dice.choice((None, None, None, None, PadAct.UNDONE, PadAct.CLEARED)) if pad else None
        number += 1
        if act is None:
            pad, change = [*pad, number], PadChange(place, len(pad), (stroke(number),), ())
        else:
            pad = [] if act is PadAct.CLEARED or len(pad) == 1 else pad[:-1]
            act = act if pad else PadAct.CLEARED
            change = PadChange(place, len(pad), (), counts_of({act: 1}))
        tell({"pad": pad})
        signing.keep(desk, ceremony.id, change)
        # The next stroke is under way while this one is written; it is what a kill may cost.
        desk.writer.finish()
        tell({"written": state})
        time.sleep(dice.choice((0, 0.001, 0.01)))


def read(root: Path, _seed: int, tell: Callable[[object], None]) -> None:
    """Says what the next start finds on the pad, and what was counted."""
    desk = opening.unlock(root, PASSPHRASE, ACTOR)
    before = sit(desk).asked[0].before
    tell({"pad": [written.points[0].x_um for written in before.strokes], "counts": dict(before.counts)})
    tell({"complaints": list(desk.database.complaints())})
    desk.close()


def in_child(
    act: Callable[[Path, int, Callable[[object], None]], None], root: Path, seed: int, dice: random.Random | None = None
) -> str:
    """What an act told in a process of its own; with dice it is killed once it has told some lines."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            act(root, seed, lambda said: void(os.write(writing, json.dumps(said).encode() + b"\n")))
        finally:
            os._exit(0)
    os.close(writing)
    told = b""
    if dice is not None:
        lines = dice.randint(1, LONGEST_LIFE)
        while told.count(b"\n") < lines:
            told += (more := os.read(reading, 4_096))
            assert more, "it ended by itself"
        time.sleep(dice.uniform(0, LONGEST_PAUSE_S))
        os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 65_536):
        told += more
    os.close(reading)
    os.waitpid(child, 0)
    return told.decode()


def void(_count: int) -> None:
    """Nobody wants to know how many bytes were told."""


def main(root: Path, rounds: int) -> None:
    """Kills so many times."""
    dice = random.Random(20260122)
    for seed in range(1, rounds + 1):
        written = in_child(write, root, seed, dice)
        found = in_child(read, root, seed)
        # The kill may have cut the last line.
        lines = [json.loads(line) for line in written.splitlines() if line.endswith("}")]
        states = [line["pad"] for line in lines if "pad" in line]
        kept = max((line["written"] for line in lines if "written" in line), default=0)
        said = {key: value for line in found.splitlines() for key, value in json.loads(line).items()}
        print(json.dumps({"states": states[kept:], "kept": kept, **said}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
