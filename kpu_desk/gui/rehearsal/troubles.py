"""What befalls a day at the operator's desk, each through the window where the operator would mend it."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony_parts import Away, CeremonyState, Fault
from kpu_desk.domain.day_script import Personal
from kpu_desk.domain.officials import Official
from kpu_desk.domain.whereabouts import away
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.rehearsal import cable
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.pace import Rest
from kpu_desk.gui.rehearsal.player import Script, Until
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.gui.rehearsal.clock import DayClock


def declares_apart(acting: Acting, official: Official) -> Script:
    """Somebody says at the door that he declares a conflict apart."""
    from kpu_desk.gui.operator.declaration_form import DeclarationForm

    acting.where = "trouble"
    acting.operator.people.select(official.id)
    yield from acting.choose(acting.operator.acts.declaration)
    form = yield from acting.find(acting.operator, DeclarationForm, "declaration_form")
    for entry in form.answers:
        entry.setPlainText("Contoh gladi")
    yield from fill(acting, form, "deklarasi", choices=len(form.answers))
    yield from acting.settled(
        lambda: any(sheet.private and sheet.subject_id == official.id for sheet in acting.ceremony.sheets),
        translate("rehearsal", "mencatat deklarasi"),
    )


def notes_absence(acting: Acting, official: Official, what: Away, note: str) -> Script:
    """The operator notes why somebody does not come."""
    from kpu_desk.gui.operator.away import AwayForm

    acting.where = "trouble"
    acting.operator.people.select(official.id)
    yield from acting.choose(acting.operator.acts.away)
    form = yield from acting.find(acting.operator, AwayForm, "")
    form.what.setCurrentIndex(form.what.findData(what.value))
    form.note.setText(note)
    yield from fill(acting, form, "tidak-hadir", choices=2 if note else 1)
    yield from acting.settled(
        lambda: away(acting.ceremony, official.id) is not None, translate("rehearsal", "mencatat ketidakhadiran")
    )


def opens_late_sitting(acting: Acting) -> Script:
    """After the closing: the late sitting in which people sign who could not before."""
    yield from _late(acting, "menyusul")
    yield from acting.settled(
        lambda: acting.ceremony.late is not None, translate("rehearsal", "membuka penandatanganan susulan")
    )


def ends_late_sitting(acting: Acting) -> Script:
    """It is ended, and its minutes wait for signatures."""
    yield from _late(acting, "menyusul-tutup")
    yield from acting.settled(
        lambda: acting.ceremony.late is None, translate("rehearsal", "menutup penandatanganan susulan")
    )


def _late(acting: Acting, picture: str) -> Script:
    from kpu_desk.gui.operator.follow import FollowForm

    acting.where = "trouble"
    yield from acting.choose(acting.operator.acts.follow)
    form = yield from acting.find(acting.operator, FollowForm, "")
    yield from fill(acting, form, picture, choices=0)


def notes_leaving(acting: Acting, official: Official, reason: str) -> Script:
    """The operator notes that somebody goes, and why."""
    from kpu_desk.gui.operator.away import LeftForm

    acting.where = "trouble"
    acting.operator.people.select(official.id)
    yield from acting.choose(acting.operator.acts.away)
    form = yield from acting.find(acting.operator, LeftForm, "")
    if reason:
        form.reason.setEditText(reason)
    yield from fill(acting, form, "meninggalkan-acara", choices=1 if reason else 0)
    yield from acting.settled(
        lambda: official.id not in acting.ceremony.present, translate("rehearsal", "mencatat yang pergi")
    )


def voids_wrong_sheet(
    acting: Acting, official: Official, one: Personal
) -> Generator[Until | None, None, tuple[str, int] | None]:
    """The sheet that the person should not have signed is made void; its serial and its signatures, None: none is."""
    from kpu_desk.gui.operator.void_form import VoidForm

    ceremony = acting.ceremony
    wrong = next(
        (
            sheet
            for sheet in ceremony.sheets
            if sheet.kind is one.kind
            and any(s.official_id == official.id for s in ceremony.signatures_of(sheet.id))
            and (sheet.subject_id in (official.id, None))
        ),
        None,
    )
    if wrong is None or ceremony.closed_at is not None:
        return None
    acting.where = "trouble"
    acting.operator.people.select(official.id)
    yield from acting.choose(acting.operator.acts.void_sheet)
    form = yield from acting.find(acting.operator, VoidForm, "")
    form.sheet.setCurrentIndex(form.sheet.findData(wrong.id))
    form.reason.setCurrentIndex([*Fault].index(Fault.WRONG_SHEET))
    form.note.setText(one.words)
    yield from fill(acting, form, "lembar-batal", choices=3)
    yield from acting.settled(
        lambda: len(acting.ceremony.voids) > len(ceremony.voids), translate("rehearsal", "membatalkan lembar")
    )
    return wrong.serial, len(ceremony.signatures_of(wrong.id))


def pauses(acting: Acting) -> Script:
    """The ceremony pauses and goes on."""
    from kpu_desk.gui.operator.states import PauseForm

    acting.where = "trouble"
    yield from acting.choose(acting.operator.acts.pause)
    form = yield from acting.find(acting.operator, PauseForm, "")
    yield from fill(acting, form, "jeda", choices=0)
    yield from acting.settled(
        lambda: acting.ceremony.state is CeremonyState.PAUSED, translate("rehearsal", "menjeda upacara")
    )
    yield from acting.rest(Rest.PAUSED)
    acting.pictures.take("dijeda")
    yield from acting.choose(acting.operator.acts.resume)
    yield from acting.settled(
        lambda: acting.ceremony.state is CeremonyState.OPEN, translate("rehearsal", "melanjutkan upacara")
    )


def fill(acting: Acting, form: FormDialog, picture: str, *, choices: int) -> Script:
    """A filled form: so many choices or texts, then its button; each counts as one act of the operator."""
    for _ in range(choices):
        acting.memory.note("act", where=acting.where)
    yield from acting.rest(Rest.FORM)
    yield None
    acting.pictures.take(picture)
    yield from acting.press(form.ok_button, form.ok_button.text())


def pulls_cable(acting: Acting) -> Script:
    """The signer's screen is pulled and plugged again; the sitting waits and goes on by itself."""
    before = acting.calling.words
    with cable.pulled(acting.signer.screen()):
        yield from acting.told(translate("rehearsal", "meja mengatakan bahwa layar terlepas"))
        acting.pictures.take("layar-terlepas")
        yield from acting.rest(Rest.PLUG)
    yield from acting.settled(
        lambda: acting.signer.isVisible() and acting.calling.words == before,
        translate("rehearsal", "layar penanda tangan kembali"),
    )


def sets_clock(acting: Acting, clock: DayClock, seconds: int) -> Script:
    """The computer's clock jumps; the desk notices and says so."""
    noticed: list[object] = []
    guard = acting.operator.clock_guard
    heard = guard.noticed.connect(noticed.append)
    clock.shift(seconds)
    yield from acting.settled(lambda: bool(noticed), translate("rehearsal", "meja melihat jam berpindah"))
    guard.noticed.disconnect(heard)
    acting.pictures.take("jam-melompat")
