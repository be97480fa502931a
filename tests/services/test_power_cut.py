"""The power goes while people write and sign: what was on disk before stays, and a weaker setting would lose it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kpu_desk.domain.journal import verify_chain
from kpu_desk.domain.pad import PadChange
from kpu_desk.services import opening, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import connection, journal_rows, pad_rows
from tests.domain.ceremonies import OFFICES, ink
from tests.services.offices import ACTOR, PASSPHRASE, capture, make_desk, make_open
from tests.services.test_pad import place_of, stroke
from tests.storage.recording_disk import RecordingDisk, recording

PEOPLE = 6


def play(root: Path) -> RecordingDisk:
    """Six people write two strokes each and sign; noted is what was on disk for sure when the program went on."""
    with recording(root) as disk:
        desk = opening.unlock(root, PASSPHRASE, ACTOR)
        ceremony = desk.ceremonies()[0]
        for number, official in enumerate(ceremony.officials[-PEOPLE:]):
            shown = signing.sitting_for(desk, ceremony.id, official.id).sheets[0]
            for place in range(2):
                signing.keep(desk, ceremony.id, PadChange(place_of(shown), place, (stroke(10 * number + place),), ()))
                desk.writer.finish()
                disk.note(f"stroke {shown.sheet_id} {shown.slot} {place + 1}")
            signing.accept(desk, ceremony.id, capture(official.id, shown, ink(number)))
            disk.note(f"signed {shown.sheet_id} {shown.slot}")
            shown.pages.close()
        desk.writer.finish()
        desk.close()
    return disk


def lost(folder: Path, files: dict[str, bytes], noted: list[str]) -> str:
    """What is wrong after a cut: nothing, or in a word."""
    for path in folder.glob("desk.db*"):
        path.unlink()
    for name, data in files.items():
        if name.startswith("desk.db"):
            (folder / name).write_bytes(data)
    try:
        desk = opening.unlock(folder, PASSPHRASE, ACTOR)
    except Exception as error:  # whatever it says: the office's database does not open
        return f"unopened: {error}"
    try:
        return _lost(desk, noted)
    except Exception as error:
        return f"damaged: {error}"
    finally:
        desk.abandon()


def _lost(desk: Desk, noted: list[str]) -> str:
    if desk.database.complaints():
        return "damaged"
    signed = {(s.sheet_id, s.slot) for s in desk.ceremonies()[0].signatures}
    with desk.database.reading() as session:
        verify_chain(journal_rows.read_all(session))
        for text in noted:
            kind, sheet_id, slot, *count = text.split()
            if kind == "signed" and (sheet_id, slot) not in signed:
                return "a signature"
            if kind == "stroke" and (sheet_id, slot) not in signed:
                left = [found.strokes for found, _ in pad_rows.before(session, sheet_id, slot, "").values()]
                if sum(map(len, left)) < int(count[0]):
                    return "a stroke"
    return ""


@pytest.mark.parametrize("setting", ["FULL", "NORMAL", "OFF"])
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, at_length: Callable[[int, int], int]
) -> None:
    root = tmp_path / "kantor"
    desk = make_desk(root)
    make_open(desk, (*OFFICES, *("Pelaksana",) * PEOPLE))
    desk.close()
    assert connection._PRAGMAS[0] == "synchronous = FULL"
    weaker = (f"synchronous = {setting}", *connection._PRAGMAS[1:])
    with monkeypatch.context() as patch:
        patch.setattr(connection, "_PRAGMAS", weaker)
        disk = play(root)
    kinds = {call.kind for call in disk.calls}
    assert kinds >= {"write", "note"}
    after = tmp_path / "sesudah"
    shutil.copytree(root, after)
    dice = random.Random(20260122)
    found: list[str] = []
    for _ in range(at_length(12, 400)):
        end = dice.randrange(1, len(disk.calls) + 1)
        noted = [call.name for call in disk.calls[:end] if call.kind == "note"]
        found.append(lost(after, disk.after_cut(end, dice), noted))
    if setting == "FULL":
        assert [what for what in found if what] == []
    else:
        assert any(found), "the simulation must be able to lose something"
