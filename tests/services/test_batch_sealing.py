"""A large sealing that is cancelled, loses its workers and is killed goes on to exactly the planned records."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.chain import verify_record_chain
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.errors import SealError
from kpu_desk.domain.journal import Event, verify_chain
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.services import attending, filing, numbering, opening, preparing, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import journal_rows
from kpu_desk.storage import records as store
from tests.quick_set_up import quick_set_up
from tests.services.offices import (
    ACTOR,
    CHEAP,
    PASSPHRASE,
    PLAN,
    PROFILE,
    Clock,
    never,
    no_progress,
    reading,
    sign_everything,
)
from tests.waiting import until

PROJECT = Path(__file__).parents[2]


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="looks for the workers of a killed program in /proc")
def test_a_batch_that_is_stopped_again_and_again_ends_whole(
    tmp_path: Path, at_length: Callable[[int, int], int]
) -> None:
    count = at_length(60, 600)
    desk, ceremony_id, numbers = _closed(tmp_path, count)
    step = count // 6

    sealed = _cancelled_after(desk, ceremony_id, step)
    assert step <= sealed < 2 * step
    sealed += _worker_killed_after(desk, ceremony_id, step)
    assert 2 * step <= sealed < count
    assert _stored(desk, ceremony_id) == sealed
    desk.close()

    for _ in range(2):
        _program_killed_after(tmp_path, step // 2)
        desk = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
        # What a line was printed for is stored, with all that was stored together with it, and at most once more.
        trays, rest = divmod(_stored(desk, ceremony_id) - sealed, sealing.TRAY)
        assert rest == 0
        assert step // 2 <= trays * sealing.TRAY < step // 2 + 2 * sealing.TRAY
        sealed = _stored(desk, ceremony_id)
        assert desk.ceremony(ceremony_id).state is CeremonyState.CLOSED
        desk.close()

    desk = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    result = sealing.seal_ceremony(desk, ceremony_id, no_progress, never)
    assert result == sealing.SealingResult(count - sealed, (), 0)
    assert sealing.seal_ceremony(desk, ceremony_id, no_progress, never).sealed == 0
    _check(desk, ceremony_id, numbers)
    desk.close()


def _closed(root: Path, statements: int) -> tuple[Desk, str, list[str]]:
    """A closed ceremony with that many one-page statements, each signed and numbered; its id and their numbers."""
    profile = replace(PROFILE, numbered_kinds=(DocumentKind.PBBK,))
    with quick_set_up():
        desk, _ = opening.set_up(root, profile, PASSPHRASE, ACTOR, clock=Clock(), cost=CHEAP)
    staff = ["Pengadministrasi Umum"] * (statements - 2)
    ceremony = preparing.create_ceremony(desk, replace(PLAN, kinds=(DocumentKind.PBBK,)))
    names = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", *staff)
    preparing.import_roster(desk, ceremony.id, reading(names), "pejabat.xlsx")
    ceremony = preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    for official in ceremony.officials:
        attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    sign_everything(desk, ceremony.id)
    ceremony = preparing.close_ceremony(desk, ceremony.id)
    assert len(ceremony.sheets) == statements
    wanted = numbering.series(desk, ceremony.id, [sheet.id for sheet in ceremony.sheets], "17")
    numbering.give_numbers(desk, ceremony.id, wanted)
    return desk, ceremony.id, list(wanted.values())


def _cancelled_after(desk: Desk, ceremony_id: str, records: int) -> int:
    done: list[int] = []
    result = sealing.seal_ceremony(
        desk, ceremony_id, lambda now, _total: done.append(now), lambda: max(done) >= records
    )
    assert result.failed == ()
    assert multiprocessing.active_children() == []
    return result.sealed


def _worker_killed_after(desk: Desk, ceremony_id: str, records: int) -> int:
    done: list[int] = []

    def told(now: int, _total: int) -> None:
        done.append(now)
        if now == records:
            pid = multiprocessing.active_children()[0].pid
            assert pid is not None
            os.kill(pid, signal.SIGKILL)

    with pytest.raises(SealError, match="SEAL_WORKER_ENDED"):
        sealing.seal_ceremony(desk, ceremony_id, told, never)
    assert multiprocessing.active_children() == []
    return max(done)


def _program_killed_after(root: Path, records: int) -> None:
    """Kills the program once it has told of that many records; its workers, which hold the key, end by themselves."""
    command = [sys.executable, "-m", "tests.services.sealing_victim", str(root)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        assert any(line == f"{records}\n" for line in victim.stdout)
        workers = _children(victim.pid)
        victim.kill()
    assert len(workers) >= sealing.WORKERS
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers), "the workers of a killed program go on")


def _children(parent: int) -> list[int]:
    """The processes that this one started and that live."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            owner = int(path.read_text("utf-8").rpartition(") ")[2].split()[1])
        except OSError:
            continue
        if owner == parent:
            found.append(int(path.parent.name))
    return [pid for pid in found if _lives(pid)]


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(") ")[2].split()[0] != "Z"
    except OSError:
        return False


def _stored(desk: Desk, ceremony_id: str) -> int:
    with desk.database.reading() as session:
        return len(store.records(session, ceremony_id))


def _check(desk: Desk, ceremony_id: str, numbers: list[str]) -> None:
    """One record for each sheet: valid, with its own number, at its own place of the chain, once in the journal."""
    ceremony = desk.ceremony(ceremony_id)
    assert ceremony.state is CeremonyState.SEALED
    with desk.database.reading() as session:
        sealed = store.records(session, ceremony_id)
        entries = list(journal_rows.read_all(session))
    verify_chain(entries)
    assert desk.database.complaints() == ()
    assert [record.sheet_id for record in sealed] == [sheet.id for sheet in ceremony.sheets]
    assert [record.number for record in sealed] == numbers
    assert len(set(numbers)) == len(numbers)
    assert sorted(record.position for record in sealed) == list(range(1, len(sealed) + 1))
    verdicts = Counter(filing.verify_record(desk, record.id).verdict for record in sealed)
    assert verdicts == {Verdict.VALID: len(ceremony.sheets)}
    report = verify_record_chain([_data(filing.record_pdf(desk, r.id, with_evidence=True)) for r in sealed])
    assert (report.records, report.problems, report.missing, report.unchained) == (len(sealed), (), (), 0)
    told = [json.loads(entry.facts) for entry in entries if entry.event == Event.RECORD_SEALED]
    assert [facts["record"] for facts in told] == [r.id for r in sorted(sealed, key=lambda record: record.position)]


def _data(pdf: bytes) -> Any:
    with pikepdf.open(BytesIO(pdf)) as document:
        return json.loads(document.attachments[DATA_NAME].get_file().read_bytes())
