"""A real workspace of an invented office in a throwaway folder, with a cheap key derivation."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.journal import Actor
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.roster import RosterReading, RosterRow
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.signer.witness_window import WitnessWindow
from kpu_desk.services import attending, opening, preparing, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.storage.keys import ArgonCost
from tests.gui import people
from tests.quick_set_up import quick_set_up
from tests.services.offices import made_once, previous_words, sign_everything

PASSPHRASE = "empat kata yang mudah"
ACTOR = Actor("Wening Samudra", "Kasubbag Hukum")
PROFILE = OfficeProfile(
    name="Komisi Pemilihan Umum Provinsi Nusa Raya",
    short_name="KPU Provinsi Nusa Raya",
    place="Nusa Raya",
    letterhead=("KOMISI PEMILIHAN UMUM", "PROVINSI NUSA RAYA"),
    address=("Jalan Pemilu Nomor 1, Nusa Raya",),
    region_code="99",
)
CHEAP = ArgonCost(memory_kib=64, passes=1, lanes=1)


def set_up(root: Path, mark: Mark = Mark.GLADI) -> Desk:
    """A fresh workspace, marked as a rehearsal."""
    with quick_set_up():
        desk, _code = opening.set_up(root, PROFILE, PASSPHRASE, ACTOR, mark=mark, cost=CHEAP)
    return desk


def copy_of(build: Callable[[Path], None], root: Path) -> Desk:
    """A desk in ``root`` as ``build`` leaves its folder, which is done once; see :func:`offices.made_once`."""
    shutil.copytree(made_once(build), root, dirs_exist_ok=True)
    return opening.unlock(root, PASSPHRASE, ACTOR)


def reading(number: int) -> RosterReading:
    """What a clean file with that many people gives."""
    rows = tuple(
        RosterRow(n + 5, "Sheet1", o.name, o.nip, o.rank, o.office, o.unit)
        for n, o in enumerate(people.officials(number))
    )
    return RosterReading(rows, (), "Sheet1", 4, (("name", "B"), ("nip", "C"), ("office", "E")))


def prepared(desk: Desk, number: int, *, sample: bool = False) -> Ceremony:
    """A draft with people and targets."""
    draft = people.draft(0)
    plan = CeremonyPlan(
        draft.title, draft.occasion, 2026, date(2026, 1, 22), "09.00", draft.place, draft.venue, draft.kinds
    )
    ceremony = preparing.create_ceremony(desk, plan, sample=sample)
    preparing.import_roster(desk, ceremony.id, reading(number), "daftar.xlsx")
    return preparing.set_attachment(desk, ceremony.id, people.attachment())


def opened(desk: Desk, number: int, present: int = 0) -> Ceremony:
    """An open ceremony in which the first ``present`` people of the roster were checked in."""
    ceremony = prepared(desk, number)
    ceremony = preparing.open_ceremony(
        desk, ceremony.id, lambda _done, _total: None, lambda: False, previous_words(desk)
    )
    for official in ceremony.officials[:present]:
        ceremony = attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    return ceremony


def sealed(desk: Desk, number: int) -> Ceremony:
    """A closed ceremony in which everybody signed everything with invented ink, all records sealed."""
    ceremony = opened(desk, number, present=number)
    signed = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, signed + 1)
    result = sealing.seal_ceremony(desk, ceremony.id, lambda _done, _total: None, lambda: False, without_number=True)
    assert result.failed == ()
    return desk.ceremony(ceremony.id)


def ceremony_of(window: OperatorWindow) -> Ceremony:
    """What stands on the desk."""
    assert window.controller.ceremony is not None
    return window.controller.ceremony


@contextmanager
def desk_beside_signer(qtbot: QtBot, desk: Desk, *, signer_shown: bool = False) -> Iterator[OperatorWindow]:
    """The operator's window on the screen, and the signer's that it calls to; both end with the test."""
    signer = WitnessWindow(desk.profile.short_name, desk.mark)
    controller = DeskController(desk)
    window = OperatorWindow(controller, Calling(controller, signer, controller))
    controller.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    if signer_shown:
        signer.resize(1366, 768)
        with qtbot.waitExposed(signer):
            signer.show()
    yield window
    controller.stop()
    signer.release()
    signer.close()
    signer.deleteLater()
