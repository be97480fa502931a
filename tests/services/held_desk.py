"""A desk over a real database that is held, act by act, against a rule book on paper, its journal and its own disk."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count, pairwise
from typing import Any, ClassVar, TypeVar, cast

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kpu_desk.domain.allowed import CeremonyAct as Act
from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.changes import applied
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.evidence import Evidence, evidence_from_dict
from kpu_desk.domain.hall import hall_view
from kpu_desk.domain.journal import Event
from kpu_desk.domain.lawful import check_lawful
from kpu_desk.domain.next_thing import next_thing
from kpu_desk.domain.rundown import running, runs
from kpu_desk.domain.showing import Captured
from kpu_desk.services.replay import replay
from kpu_desk.storage import ceremonies as stored
from tests.services.offices import PASSPHRASE, Clock
from tests.services.rule_book import RuleBook
from tests.services.stages import STAGES, scratch, stage
from tests.services.watching_eye import Eye
from tests.waiting import until

NOBODY = "tidak-ada"

AtPad = tuple[Captured, int, int, int]
"""What was written; and version of the sheet, signatures on it and number of the ink when it was."""

CHOICES: dict[str, dict[str, Sequence[object]]] = {}
"""Each act by name, with what may be chosen for it."""

Method = TypeVar("Method", bound=Callable[..., None])


def act(**choices: Sequence[object]) -> Callable[[Method], Method]:
    """An act that anybody may play: Hypothesis, or the player of the long run."""

    def marked(method: Method) -> Method:
        CHOICES[method.__name__] = dict(choices)
        strategies: dict[str, Any] = {name: st.sampled_from(list(values)) for name, values in choices.items()}
        ruled: Callable[[Method], Method] = cast("Any", rule)(**strategies)
        return ruled(method)

    return marked


class HeldDesk(RuleBasedStateMachine):
    """Each act goes to the services and to the book: both allow it, or it is refused by the name of a rule that it
    breaks and nothing whatever was stored.

    Attributes:
        stages: where orders of acts begin.
        reached: how often an act was tried in a state, and whether it was allowed; ``refused`` by which rules.
        replayed: runs, and the records and frozen sheets that a replay of them made again.
    """

    stages: ClassVar[tuple[str, ...]] = ("draft", "open")
    reached: ClassVar[Counter[tuple[str, Act, bool]]]
    refused: ClassVar[Counter[str]]
    replayed: ClassVar[Counter[str]]

    def __init_subclass__(cls) -> None:
        cls.reached, cls.refused, cls.replayed = Counter(), Counter(), Counter()

    def __init__(self) -> None:
        super().__init__()
        self.base, self.lives = scratch(), count(1)
        self.clock, self.numbers = Clock(), count(1_000)
        self.acts, self.last = 0, Act.PREPARE

    @initialize(begun=st.sampled_from([*STAGES, "draft", "open", "open", "closed"]), whole=st.integers(0, 5))
    def begin(self, begun: str, whole: int) -> None:
        """A workspace at one of the stages; ``whole`` 1: its journal is replayed to the last byte at the end."""
        self.whole = whole == 1
        self.root = self.base / f"{next(self.lives)}"
        self.desk = stage(begun if begun in self.stages else self.stages[-1], self.root, self.clock)
        self.eye = Eye(self.root, PASSPHRASE)
        self.held: int | None = None
        (self.id,) = self.desk.ceremony_ids()
        self.book = RuleBook.of(self.ceremony, self.eye.rows("SELECT count(*) FROM record")[0][0])
        self.everyone = [*self.book.people, NOBODY]
        self.every_sheet = list(self.book.papers)
        self.at_pad: list[AtPad] = []
        self.told: Counter[str] = Counter()
        self.accounts: dict[str, Ceremony] = {}

    @property
    def ceremony(self) -> Ceremony:
        """As the desk has it."""
        return self.desk.ceremony(self.id)

    def version(self) -> int:
        """Of all that is stored; the log that the writer still empties behind would give another number for nothing."""
        writer = self.desk.writer
        writer.finish()
        until(lambda: not writer._log_is_full, "the log stayed full")
        return self.eye.version()

    def do(self, act: Act, call: Callable[[], object], broken: set[str]) -> bool:
        """Does it, or sees it refused; says which."""
        self.reached[self.book.state, act, not broken] += 1
        self.acts, self.last = self.acts + 1, act
        before, version = self.ceremony, self.version()
        if not broken:
            call()
            return True
        with pytest.raises(KnownError) as refusal:
            call()
        assert refusal.value.code in broken
        assert self.version() == version, "something was stored"
        assert self.ceremony is before
        self.refused[refusal.value.code] += 1
        return False

    def person(self, n: int) -> str:
        """Somebody who was ever on the roster, or nobody."""
        return self.everyone[n % len(self.everyone)]

    def sheet(self, n: int) -> str:
        """A sheet that was ever planned, or none."""
        return self.every_sheet[n % len(self.every_sheet)] if self.every_sheet else NOBODY

    def new_sheets(self) -> list[str]:
        """What the program planned, entered in the book; gives kind and whose."""
        fresh = [sheet for sheet in self.ceremony.sheets if sheet.id not in self.book.papers]
        for sheet in fresh:
            self.book.enter(sheet)
            self.every_sheet.append(sheet.id)
        return sorted(f"{sheet.kind.value} {sheet.subject_id or ''}".strip() for sheet in fresh)

    # What holds whatever was done

    @invariant()
    def holds(self) -> None:
        """Looked at anew whenever anything was stored: else nothing can have changed."""
        version = self.version()
        if version == self.held:
            return
        self.services_say_what_the_book_says()
        self.board_and_hall_count_what_the_book_counts()
        self.disk_and_journal_say_the_same()
        self.no_counter_goes_back()
        self.held = version

    def services_say_what_the_book_says(self) -> None:
        """State, people, sheets, signatures and all that happened."""
        c, book = self.ceremony, self.book
        assert c.state.value == book.state
        assert {official.id for official in c.officials} == set(book.people)
        assert c.attended == book.attended
        assert c.present == book.present
        assert {one.official_id for one in c.declarations} == book.declared
        assert {sheet.id: sheet.version for sheet in c.sheets} == {s: book.papers[s].version for s in book.standing()}
        assert {void.sheet.id for void in c.voids} == book.void
        assert [(s.sheet_id, s.slot) for s in c.signatures] == list(book.signed)
        assert {(d.sheet_id, d.official_id) for d in c.declines} == book.declines
        assert c.sealed == book.sealed
        assert {one.of_id: one.sheet_id for one in c.revisions} == book.revised
        assert [one.closed_at is None for one in c.sittings] == [one.goes_on for one in book.sittings]
        assert (running(c.step_acts), len(c.notes)) == (book.runs, book.notes)
        assert [turn.state.value for turn in c.turns] == book.turns

    def board_and_hall_count_what_the_book_counts(self) -> None:
        """Who can sign what, who is called, what can be sealed, how many of how many."""
        c, book = self.ceremony, self.book
        due = {person: book.due(person) for person in book.present}
        assert {o.id for o in next_signers(c)} == {person for person, places in due.items() if places}
        for person, places in due.items():
            assert {(sheet.id, slot.key) for sheet, slot in c.open_slots_of(person)} == places
        assert {sheet.id for sheet in c.sheets_to_seal()} == book.to_seal()
        next_thing(c)
        view = hall_view(c)
        if book.state != "void":
            told = [s for s in book.standing() if not book.waived(s)]
            assert (view.done, view.total) == (sum(map(book.complete, told)), len(told))

    def disk_and_journal_say_the_same(self) -> None:
        """Evidence only grew; the accounts that the journal names are of lawful acts and come to the ceremony."""
        for entry in self.eye.look():
            facts = json.loads(entry.facts)
            if "account" in facts:
                ((account,),) = self.eye.rows("SELECT text FROM kept_text WHERE sha256 = ?", facts["account"])
                changed = applied(self.accounts, account)
                check_lawful(self.accounts.get(changed.id), changed, self.evidence_of)
                self.accounts[changed.id] = changed
            self.told[entry.event] += 1
        assert self.accounts[self.id] == self.ceremony
        with self.desk.database.reading() as session:
            assert stored.load(session, self.id) == self.ceremony
        assert self.told[Event.SIGNATURE_ACCEPTED] == len(self.book.signed)
        assert self.told[Event.SHEET_VOIDED] == len(self.book.void)
        assert self.told[Event.RECORD_SEALED] == self.book.records
        assert self.eye.rows("SELECT count(*) FROM record") == [(self.book.records,)]
        assert dict(self.eye.rows("SELECT sheet_id, text FROM number")) == self.book.numbers

    def evidence_of(self, signature: Signature) -> Evidence:
        """As it lies on the disk."""
        where = "SELECT evidence FROM signature WHERE sheet_id = ? AND slot = ?"
        ((text,),) = self.eye.rows(where, signature.sheet_id, signature.slot)
        return evidence_from_dict(json.loads(text))

    def no_counter_goes_back(self) -> None:
        """Whatever becomes of the wall clock."""
        acts = self.ceremony.step_acts
        assert all(b.counter_s >= a.counter_s for a, b in pairwise(acts) if a.opening == b.opening)
        assert all(run.seconds is None or run.seconds >= 0 for run in runs(acts))

    def teardown(self) -> None:
        """The day ends: all evidence is there, and the replay of a journal comes to the same bytes."""
        try:
            self.eye.all_is_there()
            if self.whole:
                again = replay(self.desk, self.base / "ulang")
                assert again.differences == ()
                self.replayed["records"] += again.records
                self.replayed["frozen"] += again.frozen
                self.replayed["whole"] += 1
            self.replayed["runs"] += 1
        finally:
            self.eye.close()
            self.desk.close()
            shutil.rmtree(self.base)
