"""Workspaces at each stage of a day, made once in a process, where orders of acts begin; and what is signed with."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.domain.showing import Captured
from kpu_desk.services import attending, opening, preparing, sealing, turning
from kpu_desk.services.desk import Desk
from tests.domain import ceremonies
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    Clock,
    made_once,
    make_desk,
    make_draft,
    never,
    no_progress,
    sign_everything,
)

FOUR = (*ceremonies.OFFICES[:3], "Pengadministrasi Umum")
"""Ketua, a member, the Sekretaris, and one of the staff: enough for a helper and two witnesses."""


def scratch() -> Path:
    """A new folder; in memory where the system has such a place, for every act waits for the disk."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="kpu-desk-", dir=memory if os.access(memory, os.W_OK) else None))


def stage(name: str, folder: Path, clock: Clock) -> Desk:
    """A desk in ``folder``, whose one ceremony is at this stage: a key of ``STAGES``."""
    shutil.copytree(made_once(STAGES[name]), folder, dirs_exist_ok=True)
    clock.now += timedelta(hours=list(STAGES).index(name))
    return opening.unlock(folder, PASSPHRASE, ACTOR, clock=clock)


def _draft(folder: Path) -> None:
    from tests.services.test_stamping import set_both  # draws two pictures when it is loaded

    with closing(make_desk(folder)) as desk:
        set_both(desk)
        make_draft(desk, FOUR)


def _ready(folder: Path) -> None:
    with closing(stage("draft", folder, Clock())) as desk:
        turning.declare_ready(desk, desk.ceremony_ids()[0])


def _open(folder: Path) -> None:
    with closing(stage("ready", folder, Clock())) as desk:
        ceremony = preparing.open_ceremony(desk, desk.ceremony_ids()[0], no_progress, never)
        for official in ceremony.officials:
            attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")


def _paused(folder: Path) -> None:
    with closing(stage("open", folder, Clock())) as desk:
        turning.pause(desk, desk.ceremony_ids()[0], "istirahat")


def _signed(folder: Path) -> None:
    with closing(stage("open", folder, Clock())) as desk:
        sign_everything(desk, desk.ceremony_ids()[0])


def _closed(folder: Path) -> None:
    with closing(stage("signed", folder, Clock())) as desk:
        preparing.close_ceremony(desk, desk.ceremony_ids()[0])
        sign_everything(desk, desk.ceremony_ids()[0], 101)


def _sealed(folder: Path) -> None:
    with closing(stage("closed", folder, Clock())) as desk:
        sealing.seal_ceremony(desk, desk.ceremony_ids()[0], no_progress, never, without_number=True)


def _void(folder: Path) -> None:
    with closing(stage("open", folder, Clock())) as desk:
        turning.annul(desk, desk.ceremony_ids()[0], "salah daftar")


STAGES: dict[str, Callable[[Path], None]] = {
    "draft": _draft,
    "ready": _ready,
    "open": _open,
    "paused": _paused,
    "signed": _signed,
    "closed": _closed,
    "sealed": _sealed,
    "void": _void,
}


def _ink(places: tuple[tuple[int, int], ...]) -> Ink:
    points = tuple(StrokePoint(x, y, 20_000, 8 * n, None, None) for n, (x, y) in enumerate(places))
    strokes = (points,) if points else ()
    return make_ink(strokes, tool=Tool.PEN, width_um=120_000, height_um=40_000, has_pressure=True)


def _with_ink(one: Captured, ink: Ink) -> Captured:
    return replace(
        one, inks=tuple(replace(i, ink=ink, counts=()) if i.kind is InkKind.SIGNATURE else i for i in one.inks)
    )


def _with_page(one: Captured) -> Captured:
    first, *others = one.receipt.pages
    return replace(one, receipt=replace(one.receipt, pages=(replace(first, sha256="0" * 64), *others)))


WRONG: dict[str, tuple[str, Callable[[Captured], Captured]]] = {
    "": ("", lambda one: one),
    "pages not seen": ("KPU-PAGES-SEEN", lambda one: replace(one, pages_seen=0)),
    "another picture": ("KPU-PAGES-AS-SEEN", _with_page),
    "another sentence": ("KPU-RECEIPT-WHOLE", lambda one: replace(one, receipt=replace(one.receipt, statement="Ya."))),
    "nothing handed over": ("KPU-INKS-ASKED", lambda one: replace(one, inks=())),
    "nothing written": ("KPU-INK-ENOUGH", lambda one: _with_ink(one, _ink(()))),
    "a ruler": ("KPU-INK-STRAIGHT", lambda one: _with_ink(one, _ink(((0, 0), (20_000, 10), (40_000, 0))))),
    "a dot": ("KPU-INK-CONFIRMED", lambda one: _with_ink(one, _ink(((5_000, 5_000),)))),
}
"""What a signer's window might hand over that it never should, and the rule that keeps it out."""
