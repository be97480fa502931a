"""The program is killed at random moments while people sign: what was shown as accepted is there, whole."""

from __future__ import annotations

import itertools
import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kpu_desk.domain.journal import Event, verify_chain
from kpu_desk.services import opening
from kpu_desk.storage import inks as store
from kpu_desk.storage import journal_rows
from tests.domain.ceremonies import OFFICES
from tests.services.offices import ACTOR, PASSPHRASE, ask_for_paraf, make_desk, make_open

PROJECT = Path(__file__).parents[2]
LONGEST_LIFE = 12
"""Signatures that are shown before the kill, at the most."""

LONGEST_PAUSE_S = 0.03
"""Between the last of them and the kill: it falls anywhere into the next one."""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX systems")
def test_every_signature_shown_as_accepted_survives_sigkill(
    tmp_path: Path, at_length: Callable[[int, int], int]
) -> None:
    template = tmp_path / "mula"
    desk = make_desk(template)
    ask_for_paraf(template)
    make_open(desk, (*OFFICES, *("Pelaksana",) * 35))
    desk.close()

    dice = random.Random(20260122)
    root = tmp_path / "ruang"
    shutil.copytree(template, root)
    accepted: dict[tuple[str, str], str] = {}
    kills_while_signing = 0
    for round_number in range(1, at_length(4, 200) + 1):
        lines, was_killed = _life(root, round_number, dice)
        for line in lines:
            sheet_id, slot, digest = line.split()
            accepted[sheet_id, slot] = digest
        kills_while_signing += was_killed and bool(lines)
        _check(root, accepted)
        if not was_killed:
            shutil.rmtree(root)
            shutil.copytree(template, root)
            accepted = {}
    assert kills_while_signing >= 2, "the kills must fall into the signing"


def _life(root: Path, seed: int, dice: random.Random) -> tuple[list[str], bool]:
    """Lets the program show some signatures once it is ready; its lines, and whether it had to be killed."""
    shown, pause_s = dice.randint(0, LONGEST_LIFE), dice.uniform(0, LONGEST_PAUSE_S)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.services.signing_victim", str(root), str(seed)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    ) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "ready\n"
        lines = list(itertools.islice(victim.stdout, shown))
        time.sleep(pause_s)
        victim.kill()
        lines += victim.stdout
    finished = bool(lines) and lines[-1] == "done\n"
    # A line that the kill cut short was not shown.
    whole = [line for line in lines if len(line.split()) == 3 and line.endswith("\n")]
    return whole, not finished


def _check(root: Path, accepted: dict[tuple[str, str], str]) -> None:
    desk = opening.unlock(root, PASSPHRASE, ACTOR)
    ceremony = desk.ceremonies()[0]
    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
        stored = {sheet.id: store.signed_inks(session, sheet.id) for sheet in ceremony.sheets}
    complaints = desk.database.complaints()
    desk.close()
    verify_chain(entries)
    assert complaints == ()
    signed = {(s.sheet_id, s.slot): s.ink_digest for s in ceremony.signatures}
    assert accepted.items() <= signed.items()
    # At most the one signature that was committed but not yet shown.
    assert len(signed) - len(accepted) <= 1
    accepted.update(signed)
    for signature in ceremony.signatures:
        inks, evidence = stored[signature.sheet_id][signature.slot]
        assert {kind: ink.digest for kind, ink in inks.items()} == signature.inks == evidence.inks
        assert evidence.digest() == signature.evidence_digest
        # Signature and paraf: all that the sheet asks for, or the signature is not there.
        assert tuple(inks) == ceremony.sheet(signature.sheet_id).slot(signature.slot).inks
    journaled = [json.loads(entry.facts)["ink"] for entry in entries if entry.event == Event.SIGNATURE_ACCEPTED]
    assert journaled == [signature.ink_digest for signature in ceremony.signatures]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX systems")
def test_strokes_on_the_pad_survive_sigkill_but_for_the_one_under_way(
    tmp_path: Path, at_length: Callable[[int, int], int]
) -> None:
    root = tmp_path / "ruang"
    desk = make_desk(root)
    make_open(desk)
    desk.close()
    rounds = at_length(12, 1_000)
    interrupted = changes = with_ink = 0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.services.writing_victim", str(root), str(rounds)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        lines = [json.loads(line) for line in program.stdout]
    assert len(lines) == rounds
    for line in lines:
        # The state that was written last is there; of what was handed over after it, all or nothing.
        assert len(line["states"]) <= 2
        assert line["pad"] in line["states"]
        assert line["complaints"] == []
        # Each kill with ink on the pad is counted once; the writer of the next round counts it again as it sits down,
        # for it was never accepted.
        now = line["counts"].get("interrupted", 0)
        assert now - interrupted <= 2
        assert now > interrupted or not line["pad"]
        interrupted = now
        changes += line["kept"]
        with_ink += bool(line["pad"])
    assert with_ink >= rounds // 3, "the kills must fall into the writing"
    assert changes > rounds
