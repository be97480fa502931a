"""What befalls a day at the operator's desk, each through the window where the operator would mend it."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony_parts import Away, Cause, CeremonyState, Fault
from kpu_desk.domain.dates import rupiah
from kpu_desk.domain.day_script import Personal, Timed
from kpu_desk.domain.documents import Role
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.domain.whereabouts import away
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.rehearsal import cable
from kpu_desk.gui.rehearsal.acting import Acting
from kpu_desk.gui.rehearsal.door import pick
from kpu_desk.gui.rehearsal.pace import Rest
from kpu_desk.gui.rehearsal.player import Script, Until
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.gui.rehearsal.clock import DayClock


_DECLARED = "Contoh gladi"


def declares_apart(acting: Acting, official: Official) -> Script:
    """Somebody says at the door that he declares a conflict apart."""
    from kpu_desk.gui.operator.declaration_form import DeclarationForm

    acting.where = "trouble"
    yield from pick(acting, official)
    yield from acting.choose(acting.operator.acts.declaration)
    form = yield from acting.find(acting.operator, DeclarationForm, "declaration_form")
    for entry in form.answers:
        entry.setPlainText(_DECLARED)
    # The first entry has the cursor, Tab leads to the next.
    acts, words = len(form.answers) - 1, _DECLARED * len(form.answers)
    yield from fill(acting, form, "deklarasi", acts=acts, words=words)
    yield from acting.settled(
        lambda: any(sheet.private and sheet.subject_id == official.id for sheet in acting.ceremony.sheets),
        translate("rehearsal", "mencatat deklarasi"),
    )


def notes_absence(acting: Acting, official: Official, what: Away, note: str) -> Script:
    """The operator notes why somebody does not come."""
    from kpu_desk.gui.operator.away import AwayForm

    acting.where = "trouble"
    yield from pick(acting, official)
    yield from acting.choose(acting.operator.acts.away)
    form = yield from acting.find(acting.operator, AwayForm, "")
    form.what.setCurrentIndex(form.what.findData(what.value))
    form.note.setText(note)
    # A kind is chosen by its first letter, Tab leads to the note.
    yield from fill(acting, form, "tidak-hadir", acts=2 if note else 1, words=note)
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


def revises(acting: Acting, one: Timed, party: Official | None) -> Script:
    """A sealed Perjanjian Kinerja is revised: why, who signs now, and its lampiran, by the two forms of the desk.

    Args:
        party: who signs as the first party from now on; None for the same as before.
    """
    from kpu_desk.gui.operator.revision_form import RevisionForm
    from kpu_desk.gui.operator.targets_editor import TargetsEditor, amount_of

    acting.where, before = "trouble", len(acting.ceremony.revisions)
    assert one.cause is not None
    yield from acting.choose(acting.operator.acts.revise)
    form = yield from acting.find(acting.operator, RevisionForm, "")
    form.cause.setCurrentIndex(form.cause.findData(one.cause.value))
    form.note.setText(one.words)
    if party is not None:
        people = [official.id for official in in_protocol_order(acting.ceremony.officials)]
        form.parties[Role.PIHAK_PERTAMA.value].setCurrentIndex(people.index(party.id))
    # The reason and the person each by its list and a click, Tab to the note.
    yield from fill(acting, form, "perubahan-pk", acts=3 if party is None else 5, words=one.words)
    editor = yield from acting.find(form, TargetsEditor, "")
    amount = ""
    if one.cause is Cause.PLAN:
        model = editor.budget.model
        amount = rupiah((amount_of(model.rows()[0][1]) or 0) + 1_000_000)
        model.setData(model.index(0, 1), amount)
    yield from fill(acting, editor, "perubahan-lampiran", acts=1 if amount else 0, words=amount)
    yield from acting.settled(
        lambda: len(acting.ceremony.revisions) > before, translate("rehearsal", "mengubah Perjanjian Kinerja")
    )


def _late(acting: Acting, picture: str) -> Script:
    from kpu_desk.gui.operator.follow import FollowForm

    acting.where = "trouble"
    yield from acting.choose(acting.operator.acts.follow)
    form = yield from acting.find(acting.operator, FollowForm, "")
    yield from fill(acting, form, picture, acts=0)


def notes_leaving(acting: Acting, official: Official, reason: str) -> Script:
    """The operator notes that somebody goes, and why."""
    from kpu_desk.gui.operator.away import LeftForm

    acting.where = "trouble"
    yield from pick(acting, official)
    yield from acting.choose(acting.operator.acts.away)
    form = yield from acting.find(acting.operator, LeftForm, "")
    if reason:
        form.reason.setEditText(reason)
    yield from fill(acting, form, "meninggalkan-acara", acts=0, words=reason)
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
    yield from pick(acting, official)
    yield from acting.choose(acting.operator.acts.void_sheet)
    form = yield from acting.find(acting.operator, VoidForm, "")
    place = form.sheet.findData(wrong.id)
    form.sheet.setCurrentIndex(place)
    form.reason.setCurrentIndex([*Fault].index(Fault.WRONG_SHEET))
    form.note.setText(one.words)
    # Down to the sheet, to the reason, down to it, to the note.
    acts = abs(place) + 1 + [*Fault].index(Fault.WRONG_SHEET) + 1 + 1
    yield from fill(acting, form, "lembar-batal", acts=acts, words=one.words)
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
    yield from fill(acting, form, "jeda", acts=0)
    yield from acting.settled(
        lambda: acting.ceremony.state is CeremonyState.PAUSED, translate("rehearsal", "menjeda upacara")
    )
    yield from acting.rest(Rest.PAUSED)
    acting.pictures.take("dijeda")
    yield from acting.choose(acting.operator.acts.resume)
    yield from acting.settled(
        lambda: acting.ceremony.state is CeremonyState.OPEN, translate("rehearsal", "melanjutkan upacara")
    )


def fill(acting: Acting, form: FormDialog, picture: str, *, acts: int, words: str = "") -> Script:
    """A filled form: so many keys and clicks, letters of what was typed into it, then its button."""
    acting.memory.note("act", where=acting.where, times=acts)
    acting.memory.note("letters", count=len(words))
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
