"""Legal and illegal acts in any order, against a small model that knows the rules on its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kpu_desk.domain import acts_before
from kpu_desk.domain.acts_rundown import noted, stepped
from kpu_desk.domain.acts_state import turned
from kpu_desk.domain.allowed import CeremonyAct, require
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Declaration, Decline, Fault, Turn, VoidSheet
from kpu_desk.domain.changes import account_of, applied
from kpu_desk.domain.declaring import declared, withdrawn
from kpu_desk.domain.documents import Sheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.hall import hall_view
from kpu_desk.domain.officials import Official
from kpu_desk.domain.planning import plan_declaration, plan_minutes, plan_replacement, plan_sheets
from kpu_desk.domain.rundown import RundownNote, StepAct, StepMove, running
from kpu_desk.domain.voiding import voided
from tests.domain.ceremonies import AT, arrive, draft, frozen, officials, sign

PEOPLE = st.integers(0, 5)
"""Five of the roster, and one who is added by hand or unknown."""
SHEETS, SLOTS = st.integers(0, 40), st.integers(0, 5)
CHAIR, SECRETARY, ADDED = "o0", "o2", "o5"
PRIVATE = ("Alasan lain", "Saham", "Salah duduk", "Istirahat", "Waktu", "Mik mati", "Salah daftar", "Golongan")
"""What is said here of people, reasons and notes: the hall never learns of it."""


@dataclass
class Model:
    """What a person with the rule book would note on paper; sheets by id, slots by key."""

    state: str = "draft"
    people: set[str] = field(default_factory=lambda: {f"o{n}" for n in range(5)})
    present: set[str] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)
    sheets: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)  # slots: whose, in which role
    facts: dict[str, tuple[str, str | None, bool]] = field(default_factory=dict)  # kind, subject, private
    signed: set[tuple[str, str]] = field(default_factory=set)
    void: set[str] = field(default_factory=set)
    sealed: set[str] = field(default_factory=set)
    turns: list[str] = field(default_factory=list)
    runs: int = 0  # the step of the rundown; 0 for none
    touched: set[int] = field(default_factory=set)
    notes: int = 0

    def add(self, sheets: tuple[Sheet, ...]) -> None:
        for sheet in sheets:
            self.sheets[sheet.id] = {s.key: (s.official_id, s.role.value) for s in sheet.slots}
            self.facts[sheet.id] = (sheet.kind.value, sheet.subject_id, sheet.private)

    def stands(self, sheet_id: str) -> bool:
        return sheet_id in self.sheets and sheet_id not in self.void

    def standing(self) -> list[str]:
        return [sheet_id for sheet_id in self.sheets if self.stands(sheet_id)]

    def waived(self, sheet_id: str) -> bool:
        kind, subject, private = self.facts[sheet_id]
        return kind == "PBBK" and not private and subject in self.declared

    def statement(self, person: str, *, private: bool) -> str | None:
        return next((s for s in self.standing() if self.facts[s] == ("PBBK", person, private)), None)

    def has_signature(self, sheet_id: str) -> bool:
        return any(one == sheet_id for one, _ in self.signed)

    def bound(self, person: str) -> bool:
        """Whether a signature speaks of the person: his own, also a void one, or one on his standing sheet."""
        own = any(self.sheets[sheet_id][key][0] == person for sheet_id, key in self.signed)
        return own or any(self.facts[s][1] == person and self.has_signature(s) for s in self.standing())

    def complete(self, sheet_id: str) -> bool:
        slots, left = (
            self.sheets[sheet_id],
            {key for key in self.sheets[sheet_id] if (sheet_id, key) not in self.signed},
        )
        if self.facts[sheet_id][0] == "DH":
            waited = {k for k in left if slots[k][1] != "hadir"}
            if self.state in ("open", "paused"):
                waited |= {k for k in left if slots[k][0] in self.present}
            return self.has_signature(sheet_id) and not waited
        return not left

    # What may be done

    def may_sign(self, sheet_id: str, key: str) -> bool:
        person, role = self.sheets[sheet_id][key]
        # What was to follow is signed after the closing in a late sitting, which is played elsewhere.
        states = ("closed",) if role == "penanda_tangan" else ("open",)
        slots = self.sheets[sheet_id]
        waits = role == "saksi" and any(
            r == "pembuat" and (sheet_id, k) not in self.signed for k, (_, r) in slots.items()
        )
        return (
            self.state in states
            and self.stands(sheet_id)
            and not self.waived(sheet_id)
            and sheet_id not in self.sealed
            and (sheet_id, key) not in self.signed
            and person in self.present
            and not waits
        )

    def may_step(self, step: int, move: StepMove, reason: str) -> bool:
        fits = {
            "begun": not self.runs,
            "ended": self.runs == step,
            "skipped": step not in self.touched and bool(reason),
        }
        return self.state == "open" and step > 0 and fits[move.value]

    def may_remove(self, person: str) -> bool:
        if self.state not in ("draft", "ready", "open", "paused") or person not in self.people or self.bound(person):
            return False
        named = {s for s, slots in self.sheets.items() if any(whose == person for whose, _ in slots.values())}
        others = {s for s in named - self.void if self.facts[s][1] != person}
        needed = any(self.facts[s][0] != "DH" or self.has_signature(s) for s in others)
        return not named & self.void and not needed

    def may_declare(self, person: str) -> bool:
        if self.state not in ("draft", "ready", "open", "paused", "closed"):
            return False
        if person not in self.people or person in self.declared:
            return False
        if self.state in ("draft", "ready"):
            return True
        statement = self.statement(person, private=False)
        return statement is not None and not self.has_signature(statement)

    def changed(self) -> None:
        if self.state == "ready":
            self.state = "draft"


class AnyOrder(RuleBasedStateMachine):
    """Each act goes to the ceremony and to the model; both allow it or both refuse it, and then nothing has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.ceremony = draft()
        self.model = Model()
        self.number = count(1)
        self.ids = count(1)
        self.replayed: Ceremony | None = None

    def do(self, act: Callable[[Ceremony], Ceremony], allowed: bool) -> bool:
        before, told = self.ceremony, repr(self.ceremony)
        if allowed:
            self.ceremony = act(before)
            return True
        with pytest.raises(RuleError):
            act(before)
        assert repr(before) == told
        return False

    def new_id(self) -> str:
        return f"s{next(self.ids)}"

    def chosen(self, sheet: int) -> str | None:
        every = list(self.model.sheets)
        return every[sheet % len(every)] if every else None

    @initialize(begun=st.sampled_from(["draft", "open", "open", "signed", "signed", "closed"]))
    def begin(self, begun: str) -> None:
        """Most orders begin on a day that is under way: chance alone seldom comes so far."""
        if begun == "draft":
            return
        self.turn(CeremonyState.READY, "")
        self.open()
        for n in range(5):
            self.check_in(n)
        while begun != "open" and any(self.signs_next(n) for n in range(5)):
            pass
        if begun == "closed":
            self.close(0)

    # Before

    @rule()
    def import_roster(self) -> None:
        if self.do(lambda c: acts_before.with_roster(c, officials()), self.model.state in ("draft", "ready")):
            self.model.people = {f"o{n}" for n in range(5)}
            self.model.declared &= self.model.people
            self.model.changed()

    @rule()
    def choose_witness(self) -> None:
        known = {"o4", "o3"} <= self.model.people
        if self.do(lambda c: acts_before.with_witness(c, "o4", "o3"), known and self.model.state in ("draft", "ready")):
            self.model.changed()

    @rule()
    def open(self) -> None:
        def act(c: Ceremony) -> Ceremony:
            return c.opened(frozen(plan_sheets(c, self.new_id)), AT)

        planned = {CHAIR, SECRETARY} <= self.model.people
        if self.do(act, planned and self.model.state == "ready"):
            self.model.state = "open"
            self.model.add(self.ceremony.sheets)

    # While people sign

    @rule(n=PEOPLE)
    def check_in(self, n: int) -> None:
        person, model = f"o{n}", self.model
        allowed = model.state in ("open", "paused", "closed") and person in model.people - model.present
        if self.do(lambda c: arrive(c, person), allowed):
            model.present.add(person)

    @rule(n=PEOPLE)
    def undo_check_in(self, n: int) -> None:
        person, model = f"o{n}", self.model
        allowed = model.state in ("open", "paused", "closed") and person in model.present and not model.bound(person)
        if self.do(lambda c: c.check_in_undone(person), allowed):
            model.present.discard(person)

    @rule(sheet=SHEETS, slot=SLOTS)
    def sign_any(self, sheet: int, slot: int) -> None:
        sheet_id = self.chosen(sheet)
        if sheet_id is not None:
            keys = list(self.model.sheets[sheet_id])
            self.sign_slot(sheet_id, keys[slot % len(keys)])

    @rule(n=PEOPLE)
    def sign_next(self, n: int) -> None:
        self.signs_next(n)

    def signs_next(self, n: int) -> bool:
        person, model = f"o{n}", self.model
        mine = [(s, k) for s, slots in model.sheets.items() for k, (whose, _) in slots.items() if whose == person]
        ready = [pair for pair in mine if model.may_sign(*pair)]
        offered = self.ceremony.open_slots_of(person) if person in model.present else ()
        assert {(sheet.id, slot.key) for sheet, slot in offered} == set(ready)
        return bool(ready) and self.sign_slot(*ready[0])

    def sign_slot(self, sheet_id: str, key: str) -> bool:
        allowed = self.model.may_sign(sheet_id, key)
        if self.do(lambda c: sign(c, sheet_id, key, next(self.number)), allowed):
            self.model.signed.add((sheet_id, key))
        return allowed

    @rule(n=PEOPLE, sheet=SHEETS)
    def decline(self, n: int, sheet: int) -> None:
        sheet_id, person, model = self.chosen(sheet), f"o{n}", self.model
        if sheet_id is not None:
            mine = [key for key, (whose, _) in model.sheets[sheet_id].items() if whose == person]
            unsigned = any((sheet_id, key) not in model.signed for key in mine)
            allowed = model.state in ("open", "closed") and model.stands(sheet_id) and unsigned
            self.do(lambda c: c.declined(Decline(sheet_id, person, "Alasan lain", AT)), allowed)

    @rule(n=PEOPLE)
    def declare(self, n: int) -> None:
        person, model = f"o{n}", self.model

        def act(c: Ceremony) -> Ceremony:
            what = Declaration(person, ("Saham",), AT)
            if not c.sheets:
                return declared(c, what)
            return declared(c, what, frozen((plan_declaration(c, c.official(person), self.new_id),))[0])

        if self.do(act, model.may_declare(person)):
            model.declared.add(person)
            model.add(self.ceremony.sheets)

    @rule(n=PEOPLE)
    def withdraw(self, n: int) -> None:
        person, model = f"o{n}", self.model
        private = model.statement(person, private=True)
        allowed = (
            model.state in ("draft", "ready", "open", "paused", "closed")
            and person in model.people & model.declared
            and (private is None or not model.has_signature(private))
        )
        if self.do(lambda c: withdrawn(c, person), allowed):
            model.declared.discard(person)
            if private is not None:
                del model.sheets[private]

    @rule(n=PEOPLE)
    def correct(self, n: int) -> None:
        def act(c: Ceremony) -> Ceremony:
            after, redraw = acts_before.corrected(c, replace(c.official(f"o{n}"), rank=f"Golongan {next(self.number)}"))
            fresh = frozen(tuple(replace(s, version=s.version + 1) for s in redraw))
            return acts_before.refrozen(after, fresh) if fresh else after

        states = ("draft", "ready", "open", "paused")
        if self.do(act, self.model.state in states and f"o{n}" in self.model.people):
            self.model.changed()

    @rule(n=PEOPLE)
    def remove(self, n: int) -> None:
        person, model = f"o{n}", self.model
        if self.do(lambda c: acts_before.without_official(c, person), model.may_remove(person)):
            model.people.discard(person)
            model.present.discard(person)
            model.declared.discard(person)
            for gone in [s for s in model.standing() if model.facts[s][1] == person]:
                del model.sheets[gone]
            model.changed()

    @rule()
    def add(self) -> None:
        newcomer = Official(ADDED, "Orang Baru", None, None, "Staf", None)
        states = ("draft", "ready", "open", "paused")
        if ADDED not in self.model.people and self.do(
            lambda c: acts_before.with_official(c, newcomer), self.model.state in states
        ):
            self.model.people.add(ADDED)
            self.model.changed()

    @rule(sheet=SHEETS, note=st.sampled_from(["", "Salah duduk"]))
    def make_void(self, sheet: int, note: str) -> None:
        sheet_id, model = self.chosen(sheet), self.model
        if sheet_id is None:
            return

        def act(c: Ceremony) -> Ceremony:
            old = c.sheet(sheet_id)
            new = frozen((plan_replacement(c, old, self.new_id),))[0]
            return voided(c, VoidSheet(old, Fault.OTHER, note, AT, "Petugas", new.id), new)

        allowed = model.state in ("open", "paused") and model.stands(sheet_id) and model.has_signature(sheet_id)
        if self.do(act, allowed and bool(note)):
            model.void.add(sheet_id)
            model.add(self.ceremony.sheets)

    # From state to state

    @rule(
        to=st.sampled_from([CeremonyState(s) for s in ("ready", "ready", "draft", "paused", "open", "open")]),
        reason=st.sampled_from(["", "Istirahat"]),
    )
    def turn(self, to: CeremonyState, reason: str) -> None:
        came_from = {"ready": "draft", "draft": "ready", "paused": "open", "open": "paused"}[to]
        said = bool(reason) or to != "paused"
        if self.do(lambda c: turned(c, Turn(to, AT, "Petugas", reason)), self.model.state == came_from and said):
            self.model.state = to.value
            self.model.turns.append(to.value)

    @rule(step=st.integers(0, 3), move=st.sampled_from(StepMove), reason=st.sampled_from(["", "Waktu"]))
    def step(self, step: int, move: StepMove, reason: str) -> None:
        model, act = self.model, StepAct(step, move, AT, "Petugas Rekaan", "buka", next(self.number), reason)
        if self.do(lambda c: stepped(c, act), model.may_step(step, move, reason)):
            model.touched.add(step)
            if move is not StepMove.SKIPPED:
                model.runs = step if move is StepMove.BEGUN else 0

    @rule(gap=st.integers(0, 1), about=st.integers(0, 2))
    def note(self, gap: int, about: int) -> None:
        model = self.model
        made = RundownNote(model.notes + 1 + gap, 0, "Mik mati", "09.41", "", AT, "Petugas Rekaan", about)
        if self.do(lambda c: noted(c, made), model.state in ("open", "paused") and not gap and about <= model.notes):
            model.notes += 1

    @rule(wanted=st.integers(0, 30))
    def annul(self, wanted: int) -> None:
        if wanted != 17:
            return  # seldom: everything after it is refused
        allowed = self.model.state in ("draft", "ready", "open", "paused", "closed") and not self.model.sealed
        if self.do(lambda c: turned(c, Turn(CeremonyState.VOID, AT, "Petugas", "Salah daftar")), allowed):
            self.model.state = "void"
            self.model.turns.append("void")

    @rule(wanted=st.integers(0, 9))
    def close(self, wanted: int) -> None:
        if wanted not in (0, 7) and self.model.state == "open":
            return  # not too early

        def act(c: Ceremony) -> Ceremony:
            minutes = plan_minutes(c, self.new_id) if c.sheets else None
            return c.closed(None if minutes is None else frozen((minutes,))[0], AT)

        if self.do(act, self.model.state == "open"):
            self.model.state = "closed"
            self.model.add(self.ceremony.sheets)

    @rule(sheet=SHEETS)
    def seal(self, sheet: int) -> None:
        sheet_id, model = self.chosen(sheet), self.model
        if sheet_id is None:
            return
        allowed = (
            model.state == "closed"
            and model.stands(sheet_id)
            and sheet_id not in model.sealed
            and not model.waived(sheet_id)
            and model.complete(sheet_id)
        )
        if self.do(lambda c: c.with_sealed(sheet_id), allowed):
            model.sealed.add(sheet_id)
            if all(s in model.sealed or model.waived(s) for s in model.standing()):
                model.state = "sealed"

    @rule(act=st.sampled_from([CeremonyAct.NUMBER, CeremonyAct.STAMP, CeremonyAct.SEAL_AGAIN]))
    def work_on_records(self, act: CeremonyAct) -> None:
        after_opening = ("open", "paused", "closed", "sealed")
        states = after_opening if act is CeremonyAct.NUMBER else ("closed", "sealed")

        def tried(c: Ceremony) -> Ceremony:
            require(c.state, act)
            return c

        self.do(tried, self.model.state in states)

    # What holds whatever was done

    @invariant()
    def the_ceremony_is_what_the_model_says(self) -> None:
        c, model = self.ceremony, self.model
        assert c.state.value == model.state
        assert {official.id for official in c.officials} == model.people
        assert c.present == model.present
        assert {one.official_id for one in c.declarations} == model.declared
        assert {sheet.id for sheet in c.sheets} == set(model.standing())
        assert {void.sheet.id for void in c.voids} == model.void
        assert {(s.sheet_id, s.slot) for s in c.signatures} == model.signed
        assert len(c.signatures) == len(model.signed)
        assert c.sealed == model.sealed
        assert (running(c.step_acts), len(c.notes)) == (model.runs, model.notes)
        assert [turn.state.value for turn in c.turns] == model.turns

    @invariant()
    def the_accounts_of_the_acts_rebuild_it(self) -> None:
        account = account_of(self.replayed, self.ceremony, "garam")
        if account:
            before = {} if self.replayed is None else {self.replayed.id: self.replayed}
            self.replayed = applied(before, account)
        assert self.replayed == self.ceremony

    @invariant()
    def the_hall_is_told_nothing_private(self) -> None:
        for at_pad in ("", *sorted(self.ceremony.present)[-1:]):
            told = repr(hall_view(self.ceremony, at_pad))
            numbers = (*(one.nip for one in self.ceremony.officials), *(one.serial for one in self.ceremony.sheets))
            assert not [word for word in (*PRIVATE, *numbers) if word and word in told]

    @invariant()
    def what_can_be_sealed_is_complete_and_nothing_else(self) -> None:
        model = self.model
        ready = {s for s in model.standing() if model.complete(s) and not model.waived(s)} - model.sealed
        assert {sheet.id for sheet in self.ceremony.sheets_to_seal()} == (ready if model.state == "closed" else set())

    @invariant()
    def serials_are_never_used_twice(self) -> None:
        serials = [sheet.serial for sheet in (*self.ceremony.sheets, *(void.sheet for void in self.ceremony.voids))]
        assert len(serials) == len(set(serials))


def test_any_order_of_acts_keeps_the_rules(at_length: Callable[[int, int], int]) -> None:
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(max_examples=at_length(25, 600), stateful_step_count=at_length(50, 100), deadline=None),
    )
