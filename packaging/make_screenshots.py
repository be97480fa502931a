"""Makes the README's pictures from invented people: python packaging/make_screenshots.py [FOLDER]."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kpu_desk.domain.roster import RosterReading

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
PASSPHRASE = "frasa sandi contoh"
PEOPLE, PRESENT, SIGNED = 24, 18, 7


def main(folder: Path) -> None:
    """Plays a small day offscreen and takes a picture of each window."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        screens = root / "screens.json"
        sizes = (("pena", 1366, 0, 1366, 768), ("meja", 0, 0, 1366, 768))
        keys = ("name", "x", "y", "width", "height", "logicalDpi", "logicalBaseDpi", "dpr")
        described = [dict(zip(keys, (*size, 96, 96, 1), strict=True)) for size in sizes]
        screens.write_text(json.dumps({"screens": described}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        _play(root, folder)


def _play(root: Path, folder: Path) -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    from kpu_desk.domain.calling import next_signers
    from kpu_desk.domain.invented_people import invent_people, roster_csv
    from kpu_desk.domain.rundown import StepKind
    from kpu_desk.domain.synthetic_ink import synthesise
    from kpu_desk.gui.ink_canvas import InkCanvas, keep_every_point
    from kpu_desk.gui.look import apply_look
    from kpu_desk.gui.operator.import_preview import ImportPreview
    from kpu_desk.gui.page_view import PageView
    from kpu_desk.gui.rehearsal import hand
    from kpu_desk.gui.rehearsal.office import ACTOR, PROFILE, plan_of_today
    from kpu_desk.gui.setup.window import SetupWindow
    from kpu_desk.gui.start import Program
    from kpu_desk.gui.unlock import UnlockWindow
    from kpu_desk.services import attending, opening, preparing, roster_check, roster_sentences, rundown, sealing
    from kpu_desk.services.sample_making import sample_attachment

    application = QApplication(sys.argv[:1])
    apply_look(application)
    keep_every_point()

    def settle(ready: Callable[[], bool] = lambda: True, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        application.processEvents()
        while not ready() and time.monotonic() < end:
            application.processEvents()
            time.sleep(0.01)
        for _ in range(3):
            application.processEvents()
            time.sleep(0.005)

    def picture(window: QWidget, name: str) -> None:
        for _ in range(15):
            settle()
        window.grab().save(str(folder / f"{name}.png"))

    desk, _ = opening.set_up(root / "kantor", PROFILE, PASSPHRASE, ACTOR)
    plan = plan_of_today(datetime(2026, 1, 22, 2, 0, tzinfo=UTC))
    title = "Penandatanganan PK, PI, dan PBBK 2026"
    ceremony = preparing.create_ceremony(desk, replace(plan, title=title, occasion=title))
    roster = root / "pejabat.csv"
    roster.write_text(roster_csv(invent_people(PEOPLE)), encoding="utf-8")
    preparing.import_roster(desk, ceremony.id, roster_check.check_roster(roster), roster.name)
    preparing.set_attachment(desk, ceremony.id, sample_attachment(PROFILE.short_name))
    ceremony = preparing.open_ceremony(desk, ceremony.id, lambda done, total: None, lambda: False)
    for official in ceremony.officials[:PRESENT]:
        attending.check_in(desk, ceremony.id, official.id, "dikenal petugas")
    signing = [step for step in ceremony.rundown if step.kind is StepKind.SIGNING]
    rundown.begin(desk, ceremony.id, signing[-1].id)

    unlock = UnlockWindow(root / "kantor")
    unlock.resize(1366, 768)
    unlock.show()
    picture(unlock, "unlock")
    unlock.hide()
    setup = SetupWindow(root / "baru")
    setup.resize(1366, 768)
    setup.show()
    picture(setup, "setup")
    setup.hide()

    program = Program(application, root / "kantor")
    program.open_desk(desk)
    operator, signer = program.operator, program.signer
    assert operator is not None
    assert signer is not None
    settle()
    pen = hand.Pen()

    def child(name: str) -> QWidget:
        settle(lambda: any(w.isVisible() for w in signer.findChildren(QWidget, name)))
        return next(w for w in signer.findChildren(QWidget, name) if w.isVisible())

    def sit(official_id: str, *, take_pictures: bool) -> None:
        operator.people.select(official_id)
        settle()
        hand.press(operator.next.call_button)
        number = 0
        yes = child("yes_its_me")
        if take_pictures:
            picture(signer, "signer-name")
        hand.press(yes)
        while True:
            view = child("page_view")
            assert isinstance(view, PageView)
            settle()
            have_read = child("have_read")
            while not have_read.isEnabled():
                hand.flick(view)
                settle()
            # The second sheet: the first one is the long list at the door.
            take_this = take_pictures and number == 1
            if take_this:
                picture(signer, "signer-read")
            hand.press(have_read)
            pad = child("ink_canvas")
            assert isinstance(pad, InkCanvas)
            settle()
            number += 1
            for stroke in pen.strokes(pad, synthesise(_number_of(official_id), number)):
                pen.write(pad, stroke)
            settle()
            if take_this:
                picture(signer, "signer-sign")
                picture(operator, "desk")
                # For this sitting only: in English, in high contrast, for the left hand.
                for choice in ("language", "contrast", "left_hand"):
                    hand.press(child(choice))
                picture(signer, "signer-choices")
                return
            signed = partial(more_than, len(desk.ceremony(ceremony.id).signatures))
            hand.press(child("sign"))
            settle(signed)
            if not operator.calling.running:
                return

    def more_than(count: int) -> bool:
        return len(desk.ceremony(ceremony.id).signatures) > count

    queue = next_signers(desk.ceremony(ceremony.id))
    for official in queue[:SIGNED]:
        sit(official.id, take_pictures=False)
    sit(queue[SIGNED].id, take_pictures=True)
    operator.calling.recall()
    settle()

    preview = ImportPreview(
        _quirky_reading(root),
        "pejabat-2026.csv",
        sentence=roster_sentences.problem_sentence,
        replaces=0,
        keep=lambda: True,
        parent=operator,
    )
    preview.show()
    picture(preview, "import")
    preview.hide()

    for official in next_signers(desk.ceremony(ceremony.id)):
        sit(official.id, take_pictures=False)
    preparing.close_ceremony(desk, ceremony.id)
    sealing.seal_ceremony(desk, ceremony.id, lambda done, total: None, lambda: False, without_number=True)
    operator.controller.took(desk.ceremony(ceremony.id))
    program.open_records()
    assert program.records is not None
    program.records.resize(1366, 768)
    program.records.table.selectRow(1)
    picture(program.records, "records")
    desk.close()


def _number_of(text: str) -> int:
    """A number for a person, the same in every run."""
    return sum(ord(character) * n for n, character in enumerate(text, 1))


def _quirky_reading(root: Path) -> RosterReading:
    from kpu_desk.services.roster_check import check_roster

    path = root / "pejabat-2026.csv"
    path.write_text(
        "No;Nama;NIP (Wajib);Pangkat/Gol;Jabatan;Unit Kerja\n"
        "1;Nirmala Pranaja, S.H.;-;;Ketua KPU Provinsi Contoh;\n"
        "2;Damar Wiraguna;1,98501E+17;Pembina/IV.a;Sekretaris KPU Provinsi Contoh;Sekretariat\n"
        "3;Utari Hartaman, S.E.;198602302010012001;Penata/III.c;Kepala Bagian Keuangan;Bagian Keuangan\n"
        "4;Bagas Tirtawijaya;199001012015011001;Penata Muda/III.a;Analis Hukum;Bagian Hukum\n"
        "5;Larasati Kencana;199001012015011001;Penata Muda/III.a;;Bagian Hukum\n",
        encoding="utf-8",
    )
    return check_roster(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "resources" / "screenshots")
