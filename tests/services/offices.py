"""A real workspace of an invented office, with an open ceremony, for tests of the steps of the day."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, event

from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import Attachment, BudgetLine, DocumentKind, Mark, Target
from kpu_desk.domain.evidence import Device
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.journal import Actor
from kpu_desk.domain.late import awaited
from kpu_desk.domain.pad import PadAct, counts_of
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.receipt import PageSeen, Receipt
from kpu_desk.domain.roster import RosterReading, RosterRow
from kpu_desk.domain.showing import Captured, CapturedInk, ShownSheet
from kpu_desk.resources import read_text
from kpu_desk.services import attending, closing_lists, following, opening, preparing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage.keys import ArgonCost
from tests.domain import ceremonies
from tests.quick_set_up import quick_set_up

PASSPHRASE = "frasa sandi uji"
ACTOR = Actor("Petugas Rekaan", "Operator")
CHEAP = ArgonCost(8, 1)
THREE = ceremonies.OFFICES[:3]
PROFILE = OfficeProfile(
    name="Komisi Pemilihan Umum Provinsi Rekaan",
    short_name="KPU Provinsi Rekaan",
    place="Kota Rekaan",
    letterhead=("KOMISI PEMILIHAN UMUM", "PROVINSI REKAAN"),
    address=("Jalan Rekaan Nomor 1, Kota Rekaan",),
    region_code="31",
)
PLAN = CeremonyPlan(
    title="Penandatanganan PK, PI, dan PBBK 2026",
    occasion="Penandatanganan Perjanjian Kinerja dan Pakta Integritas Tahun 2026",
    year=2026,
    date=date(2026, 1, 22),
    start="09.00",
    place="Kota Rekaan",
    venue="Kantor KPU Provinsi Rekaan",
    basis=("Peraturan Presiden Nomor 29 Tahun 2014",),
)
TARGETS = Attachment(
    "KPU Provinsi Rekaan",
    (Target("Terwujudnya Data Pemilih", "Persentase data mutakhir", "100%"),),
    (BudgetLine("Dukungan Manajemen", 41_500_000),),
    sample=True,
)
DEVICE = Device("Pena uji", "pen", True, False, "1366x768@1.0")


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 22, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def make_desk(folder: Path, *, mark: Mark = Mark.NONE, clock: Callable[[], datetime] | None = None) -> Desk:
    """A freshly set up workspace in ``folder``."""
    with quick_set_up():
        desk, _ = opening.set_up(folder, PROFILE, PASSPHRASE, ACTOR, mark=mark, clock=clock or Clock(), cost=CHEAP)
    return desk


def reading(offices: tuple[str, ...] = ceremonies.OFFICES) -> RosterReading:
    """What the post room would give for invented people with these offices."""
    rows = tuple(RosterRow(n, None, f"Orang Rekaan {n}, S.H.", None, None, o, "Unit") for n, o in enumerate(offices, 2))
    return RosterReading(rows=rows, problems=(), sheet=None, header_row=1, columns=())


def make_draft(desk: Desk, offices: tuple[str, ...] = ceremonies.OFFICES) -> Ceremony:
    """A draft with roster and targets."""
    ceremony = preparing.create_ceremony(desk, PLAN)
    preparing.import_roster(desk, ceremony.id, reading(offices), "pejabat.xlsx")
    return preparing.set_attachment(desk, ceremony.id, TARGETS)


def make_open(desk: Desk, offices: tuple[str, ...] = ceremonies.OFFICES) -> Ceremony:
    """An open ceremony with everybody checked in."""
    ceremony = make_draft(desk, offices)
    ceremony = preparing.open_ceremony(desk, ceremony.id, no_progress, never, previous_words(desk))
    for official in ceremony.officials:
        ceremony = attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    return ceremony


def previous_words(desk: Desk) -> tuple[str, ...]:
    """What is read from the paper minutes of the office's last ceremony; nothing before its first."""
    previous = closing_lists.previous_closing(desk)
    return () if previous is None else closing_lists.closing_words(previous.closing)


def ask_for_paraf(root: Path, pages: str = "all") -> None:
    """Gives the workspace a form of its own: both parties of a PK also sign its lampiran and initial these pages."""
    text = read_text("forms", "pk-dua-pihak.toml").rstrip() + (
        f'\nsignatures = true\n\n[paraf]\nroles = ["pihak_kedua", "pihak_pertama"]\npages = "{pages}"\n'
    )
    (root / "forms").mkdir(parents=True)
    (root / "forms" / "pk-dua-pihak.toml").write_text(text, "utf-8")


def capture(official_id: str, shown: ShownSheet, ink: Ink, *further: Ink) -> Captured:
    """What the signer's window would hand over; ``further`` is what the sheet asks for beside the signature."""
    return Captured(
        sheet_id=shown.sheet_id,
        slot=shown.slot,
        official_id=official_id,
        frozen_sha256=shown.frozen_sha256,
        earlier=tuple(placed.ink.digest for placed in shown.earlier),
        inks=tuple(
            CapturedInk(asked.kind, written, DEVICE, counts_of({PadAct.CLEARED: number}))
            for number, (asked, written) in enumerate(zip(shown.asked, (ink, *further), strict=False))
        ),
        pages_seen=len(shown.pages.sizes_um),
        elapsed_ms=4_000,
        receipt=receipt(shown),
    )


def receipt(shown: ShownSheet, width_px: int = 300) -> Receipt:
    """What the signer's window would say it showed: every page, this wide, for two seconds."""
    drawn = [shown.pages.page(number, width_px) for number in range(len(shown.pages.sizes_um))]
    pages = tuple(PageSeen(page.digest(), page.width, page.height, 2_000) for page in drawn)
    return Receipt(pages, shown.renderer, shown.statement)


def sign_everything(desk: Desk, ceremony_id: str, first: int = 1) -> int:
    """Signs all that can be signed now, with ever new ink; gives the number of inks."""
    number = first
    while signers := next_signers(desk.ceremony(ceremony_id)):
        for official in signers:
            for shown in signing.sitting_for(desk, ceremony_id, official.id).sheets:
                inks = [ceremonies.ink(number + place) for place in range(len(shown.asked))]
                signing.accept(desk, ceremony_id, capture(official.id, shown, *inks))
                shown.pages.close()
                number += len(inks)
    return number - first


def close_signed(desk: Desk, offices: tuple[str, ...] = THREE, first_ink: int = 1) -> Ceremony:
    """A ceremony in which everybody signed everything, closed, its minutes signed."""
    ceremony = make_open(desk, offices)
    signed = sign_everything(desk, ceremony.id, first_ink)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, first_ink + signed)
    return desk.ceremony(ceremony.id)


@cache
def made_once(build: Callable[[Path], None]) -> Path:
    """The folder in which ``build`` made an office: once in a process, for it takes seconds.

    Tests take copies. All of them are the same office, with one key: two offices in one test are made one by one.
    """
    folder = Path(tempfile.mkdtemp(prefix="kpu-desk-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    build(folder)
    return folder


def _close_first(folder: Path) -> None:
    desk = make_desk(folder)
    close_signed(desk)
    desk.close()


def closed_desk(folder: Path) -> Desk:
    """A desk in ``folder`` whose one ceremony, of three people, was just :func:`close_signed`."""
    shutil.copytree(made_once(_close_first), folder, dirs_exist_ok=True)
    clock = Clock()
    clock.now += timedelta(hours=1)
    return opening.unlock(folder, PASSPHRASE, ACTOR, clock=clock)


def sign_late(desk: Desk, ceremony_id: str, first: int) -> None:
    """A late sitting to which everybody comes who is awaited, with minutes that are signed after it."""
    ceremony = following.open_sitting(desk, ceremony_id)
    for one in awaited(ceremony):
        attending.check_in(desk, ceremony_id, one.official_id, "dikenal petugas")
    count = sign_everything(desk, ceremony_id, first)
    following.close_sitting(desk, ceremony_id)
    sign_everything(desk, ceremony_id, first + count)


def signed_statements(desk: Desk, count: int) -> Ceremony:
    """A closed ceremony with so many one-page statements, each signed."""
    staff = ["Pengadministrasi Umum"] * (count - 2)
    names = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", *staff)
    ceremony = preparing.create_ceremony(desk, replace(PLAN, kinds=(DocumentKind.PBBK,)))
    preparing.import_roster(desk, ceremony.id, reading(names), "pejabat.xlsx")
    ceremony = preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    for official in ceremony.officials:
        attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    sign_everything(desk, ceremony.id)
    return preparing.close_ceremony(desk, ceremony.id)


def no_progress(done: int, total: int) -> None:
    """Nobody is watching."""
    assert 0 <= done <= total


def never() -> bool:
    """Nobody cancels."""
    return False


_LIMITS: WeakKeyDictionary[Engine, int] = WeakKeyDictionary()


def limit_pages(desk: Desk, pages: int) -> None:
    """As if the disk had room for so many pages of the database; a number below the present size means that size.

    To SQLite it is the same as a disk without room. The limit is each connection's own, and the writer may hold one
    while this is called: each gets the limit when it is taken out of the pool.
    """
    engine = desk.database._engine
    if engine not in _LIMITS:
        event.listen(
            engine,
            "checkout",
            lambda connection, _record, _proxy: connection.execute(f"PRAGMA max_page_count = {_LIMITS[engine]}"),
        )
    _LIMITS[engine] = pages
