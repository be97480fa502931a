"""A small ceremony on paper, kept by somebody with the rule book: who and what is where, and which rules an act breaks.

It knows nothing of the program's own rules. Where an act breaks several of them the program may name any one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from kpu_desk.domain.allowed import CeremonyAct as Act
from kpu_desk.domain.assisting import Help
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Away
from kpu_desk.domain.documents import Sheet

Broken = set[str]

# The table of README, written down once more.
MAY = {
    Act.PREPARE: "draft ready",
    Act.CORRECT: "draft ready open paused",
    Act.DECLARE_READY: "draft",
    Act.TAKE_BACK_READY: "ready",
    Act.OPEN: "draft ready",  # whoever opens a draft declares it ready with that
    Act.NOTE_ABSENCE: "draft ready open paused",
    Act.CHECK_IN: "open paused closed",
    Act.DECLARE_CONFLICT: "draft ready open paused closed",
    Act.SIGN: "open closed",
    Act.SIGN_LIST: "open",
    Act.SIGN_MINUTES: "closed",
    Act.DECLINE: "open closed",
    Act.VOID_SHEET: "open paused",
    Act.STEP: "open",
    Act.NOTE: "open paused",
    Act.PAUSE: "open",
    Act.RESUME: "paused",
    Act.CLOSE: "open",
    Act.OPEN_LATE: "closed",
    Act.NUMBER: "open paused closed sealed",
    Act.STAMP: "closed sealed",
    Act.SEAL: "closed sealed",  # one button for both: new records, and those whose number changed
    Act.SEAL_AGAIN: "closed sealed",
    Act.REVISE: "closed sealed",
    Act.ANNUL: "draft ready open paused closed",
}


@dataclass
class Paper:
    """One sheet: whose, who signs where in which role, and how often it was drawn anew."""

    kind: str
    subject: str | None
    private: bool
    slots: dict[str, tuple[str, str]]
    version: int = 1


@dataclass
class Signed:
    """Who signed, and on whose word besides."""

    person: str
    beside: tuple[str, ...]


@dataclass
class Sitting:
    """A late sitting: how many signatures there were when it began, and whether it goes on."""

    first: int
    goes_on: bool = True
    minutes: bool = False


@dataclass
class RuleBook:
    """Sheets by id, slots by key, people by id in the order of the roster."""

    state: str = "draft"
    people: dict[str, str] = field(default_factory=dict)  # and what they are: chair, secretary, member, staff
    attended: set[str] = field(default_factory=set)
    where: dict[str, tuple[Away, int]] = field(default_factory=dict)  # what was noted last, in which sitting
    declared: set[str] = field(default_factory=set)
    papers: dict[str, Paper] = field(default_factory=dict)
    signed: dict[tuple[str, str], Signed] = field(default_factory=dict)  # in order
    declines: set[tuple[str, str]] = field(default_factory=set)
    void: set[str] = field(default_factory=set)
    sealed: set[str] = field(default_factory=set)
    numbers: dict[str, str] = field(default_factory=dict)
    spent: dict[str, str] = field(default_factory=dict)  # numbers on records, and whose
    on_record: dict[str, str] = field(default_factory=dict)  # the number that a sheet's newest record bears
    records: int = 0
    stamped: set[tuple[str, str]] = field(default_factory=set)
    revised: dict[str, str] = field(default_factory=dict)  # by which sheet
    sittings: list[Sitting] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)
    steps: int = 0
    runs: int = 0
    touched: set[int] = field(default_factory=set)
    notes: int = 0
    inks: set[int] = field(default_factory=set)  # numbers of accepted ones

    # What can be looked up

    def enter(self, sheet: Sheet) -> None:
        """A sheet that the program planned."""
        slots = {slot.key: (slot.official_id, slot.role.value) for slot in sheet.slots}
        self.papers[sheet.id] = Paper(sheet.kind.value, sheet.subject_id, sheet.private, slots, sheet.version)

    @property
    def late(self) -> int:
        """Number of the late sitting that goes on; 0 for none."""
        return len(self.sittings) if self.sittings and self.sittings[-1].goes_on else 0

    @property
    def session(self) -> str:
        """How people find it: a late sitting is open or paused while the ceremony stays closed."""
        if not self.late or self.state != "closed":
            return self.state
        return "paused" if self.turns[-1:] == ["paused"] else "open"

    @property
    def present(self) -> set[str]:
        """Who is here now."""
        if self.late:
            return {who for who, (what, sitting) in self.where.items() if what is Away.BACK and sitting == self.late}
        return {who for who in self.attended if self.where.get(who, (None, 0))[0] is not Away.LEFT}

    def standing(self) -> list[str]:
        """Sheets that are not void, in no order."""
        return [sheet_id for sheet_id in self.papers if sheet_id not in self.void]

    def keys_signed(self, sheet_id: str) -> set[str]:
        """Signed places of a sheet."""
        return {key for one, key in self.signed if one == sheet_id}

    def waived(self, sheet_id: str) -> bool:
        """A PBBK in whose place a private declaration stands."""
        paper = self.papers[sheet_id]
        return paper.kind == "PBBK" and not paper.private and paper.subject in self.declared

    def statement(self, person: str, *, private: bool) -> str | None:
        """A person's PBBK that stands, or the private declaration."""
        found = (s for s in self.standing() if self.papers[s].kind == "PBBK" and self.papers[s].private is private)
        return next((s for s in found if self.papers[s].subject == person), None)

    def complete(self, sheet_id: str) -> bool:
        """Whether nobody is awaited; a Daftar Hadir waits for those who are here while it lies at the door."""
        paper, signed = self.papers[sheet_id], self.keys_signed(sheet_id)
        left = {who for key, (who, _) in paper.slots.items() if key not in signed}
        if paper.kind == "DH":
            return bool(signed) and not (self.state in ("open", "paused") and left & self.present)
        return not left

    def to_seal(self) -> set[str]:
        """Complete sheets without a record."""
        if self.state != "closed":
            return set()
        return {s for s in self.standing() if self.complete(s) and not self.waived(s)} - self.sealed

    def to_seal_again(self) -> set[str]:
        """Sealed sheets whose number is another one than the record's."""
        return {
            s
            for s in self.sealed
            if s in self.numbers and s not in self.revised and self.numbers[s] != self.on_record.get(s)
        }

    def awaited(self) -> set[str]:
        """Whoever signs late: makers, witnesses and parties, never the list at the door or the minutes."""
        return {
            who
            for s in self.standing()
            if s not in self.sealed and not self.waived(s) and self.papers[s].kind not in ("DH", "BA")
            for key, (who, _) in self.papers[s].slots.items()
            if key not in self.keys_signed(s)
        }

    def due(self, person: str) -> set[tuple[str, str]]:
        """Where somebody who is here could sign now."""
        return {
            (s, key)
            for s in self.papers
            for key, (who, _) in self.papers[s].slots.items()
            if who == person and not self.signing(s, key, person)
        }

    # What an act breaks

    def unless(self, act: Act) -> Broken:
        """The table; a late sitting is paused and resumed as the day itself is."""
        state = self.session if act in (Act.PAUSE, Act.RESUME) else self.state
        return set() if state in MAY[act].split() else {"KPU-STATE"}

    def unless_paused(self) -> Broken:
        """While the day, or a late sitting, is paused."""
        return {"KPU-STATE"} if self.session == "paused" else set()

    def unless_known(self, person: str) -> Broken:
        """Of somebody who is not on the roster."""
        return set() if person in self.people else {"UNKNOWN_OFFICIAL"}

    def unless_there(self, sheet_id: str) -> Broken:
        """Of a sheet that is not there, or void."""
        if sheet_id not in self.papers:
            return {"UNKNOWN_SHEET"}
        return {"KPU-SHEET-STANDS"} if sheet_id in self.void else set()

    def act_of(self, sheet_id: str, key: str) -> Act:
        """Which row of the table a signature follows."""
        paper = self.papers[sheet_id]
        if paper.kind == "BA":
            return Act.SIGN_MINUTES
        return Act.SIGN_LIST if paper.kind == "DH" else Act.SIGN

    def signing(self, sheet_id: str, key: str, person: str) -> Broken:
        """A signature by this person in this place."""
        broken = self.unless_there(sheet_id) | self.unless_known(person)
        if sheet_id not in self.papers:
            return broken
        paper, signed = self.papers[sheet_id], self.keys_signed(sheet_id)
        who, role = paper.slots[key]
        broken |= self.unless(self.act_of(sheet_id, key)) | self.unless_paused()
        if self.act_of(sheet_id, key) is Act.SIGN and self.state == "closed" and not self.late:
            broken.add("KPU-LATE-OPEN")
        if self.waived(sheet_id):
            broken.add("KPU-DECLARED-APART")
        if sheet_id in self.sealed:
            broken.add("KPU-SHEET-SEALED")
        if key in signed:
            broken.add("KPU-SLOT-EMPTY")
        if who != person:
            broken.add("KPU-SLOT-OWN")
        if person not in self.present:
            broken.add("KPU-SIGNER-PRESENT")
        if role == "saksi" and any(r == "pembuat" and k not in signed for k, (_, r) in paper.slots.items()):
            broken.add("KPU-WITNESS-AFTER-MAKER")
        return broken

    def helping(self, signer: str, help_: Help | None) -> Broken:
        """A helper and two witnesses, four different people, all of them here."""
        if help_ is None:
            return set()
        broken = set().union(*(self.unless_known(one) for one in (help_.helper_id, *help_.witness_ids)))
        if help_.helper_id == signer or help_.helper_id not in self.present:
            broken.add("KPU-ASSIST-HELPER")
        if len({help_.helper_id, *help_.witness_ids}) < 3:
            broken.add("KPU-ASSIST-WITNESSES")
        if signer in help_.witness_ids:
            broken.add("KPU-WITNESS-OTHER")
        if not self.present.issuperset(help_.witness_ids):
            broken.add("KPU-WITNESS-PRESENT")
        return broken

    def sitting_down(self, person: str, help_: Help | None) -> Broken:
        """Somebody is called to the pad."""
        broken = self.unless_known(person) | self.unless_paused()
        if person not in self.present:
            broken.add("KPU-SIGNER-PRESENT")
        if not self.due(person):
            follows = self.state == "closed" and not self.late and person in self.awaited()
            broken.add("KPU-LATE-OPEN" if follows else "KPU-NOTHING-TO-SIGN")
        return broken | self.helping(person, help_)

    def undoing(self, person: str) -> Broken:
        """A check-in is taken back."""
        broken = self.unless(Act.CHECK_IN) | self.unless_known(person) | self._bound(person)
        if person not in self.present:
            broken.add("KPU-SIGNER-PRESENT")
        elif self.where.get(person, (None, 0))[0] is Away.BACK:
            broken.add("KPU-RETURN-UNDO")
        return broken

    def _bound(self, person: str) -> Broken:
        broken = set()
        if any(person in (one.person, *one.beside) for one in self.signed.values()):
            broken.add("KPU-SIGNED-NOTHING")
        if any(self.papers[s].subject == person and self.keys_signed(s) for s in self.standing()):
            broken.add("KPU-SHEET-UNSIGNED")
        return broken

    def arriving(self, person: str) -> Broken:
        """A check-in."""
        again = {"KPU-CHECKED-IN-ONCE"} if person in self.present else set()
        return self.unless(Act.CHECK_IN) | self.unless_known(person) | again

    def noting(self, person: str, what: Away, words: str) -> Broken:
        """Why somebody is not here, or that he goes."""
        if what is Away.LEFT:
            broken = self.unless(Act.CHECK_IN) | self.unless_known(person)
            broken |= set() if person in self.present else {"KPU-SIGNER-PRESENT"}
            return broken | (set() if words else {"KPU-LEFT-REASON"})
        here = {"KPU-ABSENT-NOT-HERE"} if person in self.attended else set()
        return self.unless(Act.NOTE_ABSENCE) | self.unless_known(person) | here

    def removing(self, person: str) -> Broken:
        """Somebody is taken off the roster."""
        broken = self.unless(Act.CORRECT) | self.unless_known(person) | self._bound(person)
        for sheet_id, paper in self.papers.items():
            named = any(who == person for who, _ in paper.slots.values())
            if named and sheet_id in self.void:
                broken.add("KPU-VOID-KEPT")
            elif named and paper.subject != person and paper.kind != "DH":
                broken.add("KPU-WITNESS-NEEDED")
            elif named and paper.subject != person and self.keys_signed(sheet_id):
                broken.add("KPU-SHEET-UNSIGNED")
        return broken

    def declaring(self, person: str, answer: str) -> Broken:
        """Somebody declares a conflict."""
        broken = self.unless(Act.DECLARE_CONFLICT) | self.unless_known(person)
        statement = self.statement(person, private=False)
        if person in self.declared:
            broken.add("KPU-DECLARED-ONCE")
        if self.state not in ("draft", "ready") and statement is None:
            broken.add("KPU-DECLARATION-STATEMENT")
        if statement is not None and self.keys_signed(statement):
            broken.add("KPU-SHEET-UNSIGNED")
        return broken | (set() if answer else {"KPU-DECLARATION-FILLED"})

    def withdrawing(self, person: str) -> Broken:
        """And takes it back."""
        broken = self.unless(Act.DECLARE_CONFLICT) | self.unless_known(person)
        if person not in self.declared:
            broken.add("KPU-NOT-DECLARED")
        own = (s for s, paper in self.papers.items() if paper.private and paper.subject == person)
        return broken | ({"KPU-SHEET-UNSIGNED"} if any(map(self.keys_signed, own)) else set())

    def declining(self, sheet_id: str, person: str) -> Broken:
        """Somebody does not want to sign."""
        broken = self.unless(Act.DECLINE) | self.unless_there(sheet_id) | self.unless_paused()
        paper = self.papers.get(sheet_id)
        mine = {key for key, (who, _) in paper.slots.items() if who == person} if paper is not None else set()
        return broken | (set() if mine - self.keys_signed(sheet_id) else {"KPU-SLOT-OWN"})

    def voiding(self, sheet_id: str, reason: str) -> Broken:
        """A signed sheet becomes void."""
        broken = {"KPU-VOID-OPEN"} if self.unless(Act.VOID_SHEET) else set()
        broken |= self.unless_there(sheet_id)
        broken |= set() if self.keys_signed(sheet_id) else {"KPU-VOID-SIGNED"}
        return broken | (set() if reason else {"KPU-VOID-REASON"})

    def numbering(self, sheet_id: str, number: str) -> Broken:
        """A number is given, or taken back."""
        broken = self.unless(Act.NUMBER) | self.unless_there(sheet_id)
        if sheet_id in self.revised:
            broken.add("KPU-REVISED")
        if number and not any(letter.isdigit() for letter in number):
            broken.add("KPU-NUMBER-TEXT")
        holders = {s for s, text in self.numbers.items() if text == number} | {self.spent.get(number, sheet_id)}
        if number and holders - {sheet_id}:
            broken.add("KPU-NUMBER-UNIQUE")
        if not number and sheet_id in self.spent.values():
            broken.add("KPU-NUMBER-KEPT")
        return broken

    def stamping(self, sheet_id: str, key: str) -> Broken:
        """A stamp is put beside a signature."""
        broken = self.unless(Act.STAMP) | self.unless_there(sheet_id)
        if sheet_id not in self.papers:
            return broken
        who, role = self.papers[sheet_id].slots[key]
        if role == "pembuat":
            broken.add("KPU-STAMP-PERSONAL")
        if role == "hadir":
            broken.add("KPU-STAMP-ROLE")
        if role != "saksi" and self.people[who] == "staff":
            broken.add("KPU-STAMP-EMPOWERED")
        if sheet_id in self.sealed:
            broken.add("KPU-STAMP-UNSEALED")
        whole = self.complete(sheet_id) or self.waived(sheet_id)
        if not whole or key not in self.keys_signed(sheet_id):
            broken.add("KPU-STAMP-COMPLETE")
        if (sheet_id, key) in self.stamped:
            broken.add("KPU-STAMP-ONCE")
        return broken

    def revising(self, sheet_id: str, reason: str, *, targets: bool) -> Broken:
        """A sealed Perjanjian Kinerja is revised."""
        broken = self.unless(Act.REVISE) | self.unless_there(sheet_id)
        agreement = sheet_id in self.papers and self.papers[sheet_id].kind == "PK"
        if not agreement or sheet_id not in self.sealed or sheet_id in self.revised:
            broken.add("KPU-REVISE-SEALED")
        broken |= set() if reason else {"KPU-REVISE-REASON"}
        return broken | (set() if targets else {"KPU-ATTACHMENT"})

    # What an act changes in more than one place

    def changed(self) -> None:
        """What was declared ready is no longer what was checked."""
        if self.state == "ready":
            self.state = "draft"

    def redrawn(self, sheet_ids: Iterable[str]) -> None:
        """Sheets that were drawn anew; what was written over the old drawing is worth nothing."""
        for sheet_id in sheet_ids:
            self.papers[sheet_id].version += 1

    def gone(self, sheet_ids: Collection[str]) -> None:
        """Sheets that nobody signed and nobody needs any more."""
        for sheet_id in sheet_ids:
            del self.papers[sheet_id]
            self.numbers.pop(sheet_id, None)
        self.declines = {one for one in self.declines if one[0] not in sheet_ids}

    def joins(self, sheet_id: str, person: str) -> None:
        """Somebody's row behind the last one of a Daftar Hadir, which is drawn anew."""
        slots = self.papers[sheet_id].slots
        last = max((int(key.split("-")[1]) for key in slots), default=0)
        slots[f"hadir-{last + 1:03d}"] = (person, "hadir")
        self.redrawn([sheet_id])

    def leaves(self, person: str) -> None:
        """Somebody is off the roster with all that was his."""
        own = {s for s in self.standing() if {who for who, _ in self.papers[s].slots.values()} == {person}}
        self.gone(own | {s for s in self.standing() if self.papers[s].subject == person})
        for sheet_id, paper in self.papers.items():
            kept = {key: one for key, one in paper.slots.items() if one[0] != person}
            if len(kept) < len(paper.slots):
                paper.slots = kept
                self.redrawn([sheet_id])
        del self.people[person]
        self.attended.discard(person)
        self.declared.discard(person)
        self.where.pop(person, None)
        self.declines = {one for one in self.declines if one[1] != person}
        self.changed()

    def seal(self) -> None:
        """All that can be sealed."""
        made = self.to_seal() | self.to_seal_again()
        for sheet_id in made:
            if sheet_id in self.numbers:
                self.on_record[sheet_id] = self.numbers[sheet_id]
                self.spent[self.numbers[sheet_id]] = sheet_id
        self.records += len(made)
        self.sealed |= made
        if not self.late and all(s in self.sealed or self.waived(s) for s in self.standing()):
            self.state = "sealed"

    @classmethod
    def of(cls, ceremony: Ceremony, records: int) -> RuleBook:
        """What stands on paper where an order of acts begins: everything went by the book until then."""
        book = cls(ceremony.state.value)
        for official in ceremony.officials:
            book.meet(official.id, official.office)
        book.attended = set(ceremony.attended)
        for sheet in ceremony.sheets:
            book.enter(sheet)
        for one in ceremony.signatures:
            book.signed[one.sheet_id, one.slot] = Signed(one.official_id, one.beside)
        book.sealed, book.records = set(ceremony.sealed), records
        book.turns = [turn.state.value for turn in ceremony.turns]
        book.steps = len(ceremony.rundown)
        return book

    def meet(self, person: str, office: str) -> None:
        """Somebody comes onto the roster."""
        words = {"Ketua": "chair", "Sekretaris": "secretary", "Anggota;": "member"}
        self.people[person] = words.get(office.split(maxsplit=1)[0], "staff")
