"""Every act of a day as a rule that may be played at any time, held against a rule book on paper."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta

from kpu_desk.domain.allowed import CeremonyAct as Act
from kpu_desk.domain.ceremony_parts import Away, Cause, Fault
from kpu_desk.domain.clock import Reading
from kpu_desk.domain.documents import Attachment, DocumentKind
from kpu_desk.domain.journal import Event
from kpu_desk.domain.officials import Official
from kpu_desk.services import (
    attending,
    clock,
    declaring,
    following,
    numbering,
    opening,
    preparing,
    revising,
    rundown,
    sealing,
    signing,
    stamping,
    turning,
    voiding,
)
from tests.services.any_order_at_pad import SHEET, SLOT, WHO, AtThePad
from tests.services.held_desk import act
from tests.services.offices import ACTOR, PASSPHRASE, TARGETS, Clock, never, no_progress, reading
from tests.services.rule_book import Sitting
from tests.services.stages import FOUR
from tests.services.watching_eye import Eye

SELDOM = range(31)
REASON = ("", "Istirahat", "Istirahat")
NUMBERED = ("PK", "BA")


class AnyOrder(AtThePad):
    """The acts; each is played whatever the state, and known to be legal or not before."""

    # Before the day, and corrections on it

    @act()
    def import_roster(self) -> None:
        if self.do(
            Act.PREPARE,
            lambda: preparing.import_roster(self.desk, self.id, reading(FOUR), "pejabat.xlsx"),
            self.book.unless(Act.PREPARE),
        ):
            self.book.people = {}
            for official in self.ceremony.officials:
                self.book.meet(official.id, official.office)
            self.everyone = [*self.everyone, *self.book.people]
            self.book.declared, self.book.where = set(), {}
            self.book.changed()

    @act()
    def plan_rundown(self) -> None:
        steps = self.ceremony.rundown
        if self.do(Act.PREPARE, lambda: rundown.plan(self.desk, self.id, steps), self.book.unless(Act.PREPARE)):
            self.book.changed()

    @act(n=WHO)
    def correct(self, n: int) -> None:
        person, book = self.person(n), self.book
        rank = f"Golongan {next(self.numbers)}"
        known = {one.id: one for one in self.ceremony.officials}
        official = replace(known.get(person, Official(person, "Siapa", None, None, "Staf", None)), rank=rank)
        if self.do(
            Act.CORRECT,
            lambda: preparing.correct_official(self.desk, self.id, official),
            book.unless(Act.CORRECT) | book.unless_known(person),
        ):
            named = [s for s in book.standing() if any(who == person for who, _ in book.papers[s].slots.values())]
            book.redrawn(s for s in named if not book.keys_signed(s))
            book.changed()

    @act()
    def add(self) -> None:
        book = self.book
        if len(self.everyone) > 8:
            return
        name = f"Orang Susulan {next(self.numbers)}"
        opened = book.state in ("open", "paused")
        # In the ceremony's own order: a list that took a void one's place stands where that stood.
        lists = [sheet.id for sheet in self.ceremony.sheets if sheet.kind is DocumentKind.DH]
        needs = {"KPU-SECRETARY-KNOWN"} if opened and "secretary" not in book.people.values() else set()
        if self.do(
            Act.CORRECT,
            lambda: preparing.add_official(self.desk, self.id, name=name, office="Pengemudi"),
            book.unless(Act.CORRECT) | needs,
        ):
            person = self.ceremony.officials[-1].id
            book.meet(person, "Pengemudi")
            self.everyone.append(person)
            book.changed()
            if opened:
                open_list = lists and not book.keys_signed(lists[-1])
                if open_list:
                    book.joins(lists[-1], person)
                expected = [f"PBBK {person}", f"PI {person}"] if open_list else ["DH", f"PBBK {person}", f"PI {person}"]
                assert self.new_sheets() == expected

    @act(n=WHO)
    def remove(self, n: int) -> None:
        person, book = self.person(n), self.book
        if self.do(Act.CORRECT, lambda: preparing.remove_official(self.desk, self.id, person), book.removing(person)):
            book.leaves(person)

    @act()
    def set_targets(self) -> None:
        book = self.book
        agreements = [s for s in book.standing() if book.papers[s].kind == "PK"]
        signed = {"KPU-SHEET-UNSIGNED"} if any(book.keys_signed(s) for s in agreements) else set()
        targets = replace(TARGETS, institution=f"KPU Rekaan {next(self.numbers)}")
        if self.do(
            Act.CORRECT,
            lambda: preparing.set_attachment(self.desk, self.id, targets),
            book.unless(Act.CORRECT) | signed,
        ):
            book.redrawn(agreements)
            book.changed()

    # From state to state

    @act(reason=REASON)
    def declare_ready(self, reason: str) -> None:
        self.turn("ready", Act.DECLARE_READY, lambda: turning.declare_ready(self.desk, self.id, reason))

    @act()
    def take_back_ready(self) -> None:
        self.turn("draft", Act.TAKE_BACK_READY, lambda: turning.take_back_ready(self.desk, self.id))

    @act(reason=REASON)
    def pause(self, reason: str) -> None:
        said = set() if reason else {"KPU-TURN-REASON"}
        self.turn("paused", Act.PAUSE, lambda: turning.pause(self.desk, self.id, reason), said)

    @act()
    def resume(self) -> None:
        self.turn("open", Act.RESUME, lambda: turning.resume(self.desk, self.id))

    def turn(self, to: str, act: Act, call: Callable[[], object], broken: Collection[str] = ()) -> None:
        if self.do(act, call, self.book.unless(act).union(broken)):
            self.book.state = self.book.state if self.book.late else to
            self.book.turns.append(to)

    @act(wanted=SELDOM, reason=REASON)
    def annul(self, wanted: int, reason: str) -> None:
        broken = self.book.unless(Act.ANNUL) | (set() if reason else {"KPU-TURN-REASON"})
        broken |= {"KPU-ANNUL-SEALED"} if self.book.sealed else set()
        if not broken and wanted != 17:
            return  # seldom: everything after it is refused
        if self.do(Act.ANNUL, lambda: turning.annul(self.desk, self.id, reason), broken):
            self.book.state = "void"
            self.book.turns.append("void")

    @act()
    def open(self) -> None:
        book = self.book
        offices = {"chair": "KPU-CHAIR-KNOWN", "secretary": "KPU-SECRETARY-KNOWN"}
        broken = {code for office, code in offices.items() if office not in book.people.values()}
        if self.do(
            Act.OPEN,
            lambda: preparing.open_ceremony(self.desk, self.id, no_progress, never),
            book.unless(Act.OPEN) | broken | (set() if book.people else {"KPU-ROSTER-EMPTY"}),
        ):
            book.turns += ["ready"] if book.state == "draft" else []
            book.state, book.steps = "open", len(self.ceremony.rundown)
            each = [f"{kind} {person}" for person in book.people for kind in ("PI", "PBBK")]
            assert self.new_sheets() == sorted(["DH", "PK", *each, *(f"PBBK {who}" for who in book.declared)])

    @act(wanted=range(10))
    def close(self, wanted: int) -> None:
        book = self.book
        if book.state == "open" and wanted not in (0, 7):
            return  # not too early
        awaited = sum(len(book.papers[s].slots) for s in book.standing() if not book.waived(s))
        signed = sum(len(book.keys_signed(s)) for s in book.standing())
        absent = len(set(book.people) - book.attended)
        if self.do(Act.CLOSE, lambda: preparing.close_ceremony(self.desk, self.id), book.unless(Act.CLOSE)):
            told = json.loads(self.eye.rows("SELECT facts FROM journal WHERE event = ?", Event.CEREMONY_CLOSED)[-1][0])
            assert (told["signed"], told["missing"], told["absent"]) == (signed, awaited - signed, absent)
            assert told.get("void", 0) == len(book.void)
            book.state, book.runs = "closed", 0
            assert self.new_sheets() == ["BA"]

    # At the door

    @act(n=WHO)
    def check_in(self, n: int) -> None:
        person, book = self.person(n), self.book
        if self.do(
            Act.CHECK_IN,
            lambda: attending.check_in(self.desk, self.id, person, "dikenal petugas"),
            book.arriving(person),
        ):
            if person in book.attended or book.late:
                book.where[person] = (Away.BACK, book.late)
            book.attended.add(person)

    @act(n=WHO)
    def undo_check_in(self, n: int) -> None:
        person, book = self.person(n), self.book
        if self.do(Act.CHECK_IN, lambda: attending.undo_check_in(self.desk, self.id, person), book.undoing(person)):
            book.attended.discard(person)

    @act(n=WHO, what=(Away.ILL, Away.LATE, Away.UNKNOWN))
    def note_absence(self, n: int, what: Away) -> None:
        person, book = self.person(n), self.book
        if self.do(
            Act.NOTE_ABSENCE,
            lambda: attending.note_absence(self.desk, self.id, person, what),
            book.noting(person, what, ""),
        ):
            book.where[person] = (what, book.late)

    @act(n=WHO, reason=REASON)
    def leave(self, n: int, reason: str) -> None:
        person, book = self.person(n), self.book
        if self.do(
            Act.CHECK_IN,
            lambda: attending.note_left(self.desk, self.id, person, reason),
            book.noting(person, Away.LEFT, reason),
        ):
            book.where[person] = (Away.LEFT, book.late)

    @act(n=WHO, answer=("", "Saham", "Saham"))
    def declare(self, n: int, answer: str) -> None:
        person, book = self.person(n), self.book
        if self.do(
            Act.DECLARE_CONFLICT,
            lambda: declaring.declare(self.desk, self.id, person, (answer,)),
            book.declaring(person, answer),
        ):
            book.declared.add(person)
            assert self.new_sheets() == ([] if book.state in ("draft", "ready") else [f"PBBK {person}"])

    @act(n=WHO)
    def withdraw(self, n: int) -> None:
        person, book = self.person(n), self.book
        private = book.statement(person, private=True)
        if self.do(
            Act.DECLARE_CONFLICT, lambda: declaring.withdraw(self.desk, self.id, person), book.withdrawing(person)
        ):
            book.declared.discard(person)
            book.gone([private] if private is not None else [])

    @act(n=WHO, sheet=SHEET)
    def decline(self, n: int, sheet: int) -> None:
        person, sheet_id = self.person(n), self.sheet(sheet)
        if self.do(
            Act.DECLINE,
            lambda: signing.decline(self.desk, self.id, person, sheet_id, "Alasan lain"),
            self.book.declining(sheet_id, person),
        ):
            self.book.declines.add((sheet_id, person))

    @act(sheet=SHEET, note=("", "Salah duduk", "Salah duduk"))
    def make_void(self, sheet: int, note: str) -> None:
        sheet_id, book = self.sheet(sheet), self.book
        if self.do(
            Act.VOID_SHEET,
            lambda: voiding.make_void(self.desk, self.id, sheet_id, Fault.OTHER, note),
            book.voiding(sheet_id, note),
        ):
            book.void.add(sheet_id)
            old, new = book.papers[sheet_id], self.ceremony.sheets
            assert self.new_sheets() == [f"{old.kind} {old.subject or ''}".strip()]
            after = book.papers[next(one.replaced_by for one in self.ceremony.voids if one.sheet.id == sheet_id)]
            assert (after.slots, after.private, len(new)) == (old.slots, old.private, len(book.standing()))

    # The rundown

    @act(step=range(14), skip=(False, True), reason=REASON)
    def step(self, step: int, skip: bool, reason: str) -> None:
        book, known = self.book, 0 < step <= self.book.steps
        broken = book.unless(Act.STEP) | (set() if known else {"KPU-STEP-KNOWN"})
        if skip:
            broken |= (set() if reason else {"KPU-STEP-REASON"}) | (
                {"KPU-STEP-SKIP"} if step in book.touched else set()
            )
            self.do(Act.STEP, lambda: rundown.skip(self.desk, self.id, step, reason), broken)
        elif self.do(Act.STEP, lambda: rundown.begin(self.desk, self.id, step), broken):
            book.runs = step
        if not broken:
            book.touched.add(step)

    @act()
    def end_step(self) -> None:
        none = set() if self.book.runs else {"KPU-STEP-KNOWN"}
        if self.do(Act.STEP, lambda: rundown.end(self.desk, self.id), self.book.unless(Act.STEP) | none):
            self.book.runs = 0

    @act(what=("", "Mik mati", "Mik mati"), when=("9.4", "09.41"), about=range(3))
    def note(self, what: str, when: str, about: int) -> None:
        book = self.book
        broken = book.unless(Act.NOTE) | (set() if what else {"KPU-NOTE-WHAT"})
        broken |= (set() if when == "09.41" else {"KPU-NOTE-TIME"}) | (
            set() if about <= book.notes else {"KPU-NOTE-ABOUT"}
        )
        if self.do(Act.NOTE, lambda: rundown.note(self.desk, self.id, what=what, happened=when, about=about), broken):
            book.notes += 1

    # After the closing

    @act()
    def open_sitting(self) -> None:
        book = self.book
        broken = book.unless(Act.OPEN_LATE) | ({"KPU-LATE-ONE"} if book.late else set())
        broken |= set() if book.awaited() else {"KPU-LATE-NOBODY"}
        if self.do(Act.OPEN_LATE, lambda: following.open_sitting(self.desk, self.id), broken):
            book.sittings.append(Sitting(len(book.signed)))

    @act()
    def close_sitting(self) -> None:
        book = self.book
        broken = book.unless(Act.OPEN_LATE) | (set() if book.late else {"KPU-LATE-OPEN"}) | book.unless_paused()
        if self.do(Act.OPEN_LATE, lambda: following.close_sitting(self.desk, self.id), broken):
            last = book.sittings[-1]
            last.goes_on = False
            anything = any(book.papers[s].kind != "BA" for s, _ in list(book.signed)[last.first :])
            assert self.new_sheets() == (["BA"] if anything else [])

    @act(sheet=SHEET, number=("", "menyusul", *(f"{n}/PR.03.1/31/2026" for n in range(1, 6))))
    def give_number(self, sheet: int, number: str) -> None:
        sheet_id, book = self.sheet(sheet), self.book
        if self.do(
            Act.NUMBER,
            lambda: numbering.give_numbers(self.desk, self.id, {sheet_id: number}),
            book.numbering(sheet_id, number),
        ):
            book.numbers.pop(sheet_id, None)
            book.numbers |= {sheet_id: number} if number else {}

    @act(sheet=SHEET, slot=SLOT)
    def stamp(self, sheet: int, slot: int) -> None:
        sheet_id, book = self.sheet(sheet), self.book
        keys = list(book.papers[sheet_id].slots) if sheet_id in book.papers else ["pembuat"]
        place = (sheet_id, keys[slot % len(keys)]) if keys else (sheet_id, "")
        if keys and self.do(Act.STAMP, lambda: stamping.put_stamps(self.desk, self.id, [place]), book.stamping(*place)):
            book.stamped.add(place)

    @act(which=SLOT)
    def take_stamp_back(self, which: int) -> None:
        book = self.book
        places = [*sorted(book.stamped), (self.sheet(which), "saksi")]
        place = places[which % len(places)]
        broken = book.unless(Act.STAMP) | book.unless_there(place[0])
        broken |= (set() if place in book.stamped else {"KPU-STAMP-THERE", "KPU-SLOT-OWN"}) | (
            {"KPU-STAMP-UNSEALED"} if place[0] in book.sealed else set()
        )
        if self.do(Act.STAMP, lambda: stamping.take_back_stamps(self.desk, self.id, [place]), broken):
            book.stamped.discard(place)

    @act(wanted=range(8), asked=(False, True))
    def seal(self, wanted: int, asked: bool) -> None:
        book, made = self.book, self.book.to_seal() | self.book.to_seal_again()
        unnumbered = any(book.papers[s].kind in NUMBERED and s not in book.numbers for s in made)
        broken = book.unless(Act.SEAL) | ({"KPU-NUMBER-GIVEN"} if unnumbered and not asked else set())
        # The clock lies before the key was made: its battery is dead.
        broken |= {"SEAL_CLOCK"} if self.clock.now < Clock().now - timedelta(days=1) else set()
        if not broken and len(made) > 3 and wanted != 3:
            return  # records take long
        act = Act.SEAL if book.to_seal() or not book.to_seal_again() else Act.SEAL_AGAIN
        self.reached[book.state, Act.SEAL_AGAIN if act is Act.SEAL else Act.SEAL, not broken] += 1

        def call() -> None:
            result = sealing.seal_ceremony(self.desk, self.id, no_progress, never, without_number=asked)
            assert (result.sealed, result.failed) == (len(made), ()), result

        if self.do(act, call, broken):
            book.seal()

    @act(sheet=SHEET, reason=REASON, full=(False, True), new=(False, True))
    def revise(self, sheet: int, reason: str, full: bool, new: bool) -> None:
        book = self.book
        agreements = [s for s in self.every_sheet if s in book.papers and book.papers[s].kind == "PK"]
        sheet_id = agreements[sheet % len(agreements)] if agreements and sheet % 4 else self.sheet(sheet)
        parties = {}
        if new and len(self.everyone) < 10:
            parties = {
                "pihak_pertama": Official("", f"Orang Baru {next(self.numbers)}", None, None, "Sekretaris", None)
            }
        attachment = TARGETS if full else Attachment("KPU Rekaan", (), ())
        why = revising.Why(Cause.OTHER, reason, parties)
        if self.do(
            Act.REVISE,
            lambda: revising.revise(self.desk, self.id, sheet_id, why, attachment),
            book.revising(sheet_id, reason, targets=full),
        ):
            if parties:
                newcomer = self.ceremony.officials[-1]
                book.meet(newcomer.id, newcomer.office)
                self.everyone.append(newcomer.id)
            assert self.new_sheets() == ["PK"]
            book.revised[sheet_id] = self.every_sheet[-1]
            book.state = "closed"

    # The program and its clock

    @act(crash=(False, True))
    def open_again(self, crash: bool) -> None:
        """Closed and opened; or the power fails: the next life finds the files as they lay on the disk."""
        self.acts += 1
        eye, old = self.eye, self.desk
        if crash:
            root = self.base / f"{next(self.lives)}"
            shutil.copytree(self.root, root)
            old.abandon()
            self.root = root
        else:
            old.close()
        self.clock.now += timedelta(minutes=1)
        self.desk = opening.unlock(self.root, PASSPHRASE, ACTOR, clock=self.clock)
        self.eye = Eye(self.root, PASSPHRASE)
        eye.goes_on_in(self.eye)
        eye.close()

    @act(seconds=(-90_000, -3_600, 3_600, 90_000))
    def jump(self, seconds: int) -> None:
        self.acts += 1
        before = Reading(self.clock.now, 100.0, 100.0, "+07:00")
        self.clock.now += timedelta(seconds=seconds)
        noticed = clock.look(self.desk, before, replace(before, wall=self.clock.now))
        assert [(one.doubt.value, one.seconds) for one in noticed] == [("jumped", seconds)]
