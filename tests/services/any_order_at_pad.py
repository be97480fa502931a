"""What people do at the signer's window, in any order: called, helped, wrong, late, and from windows left open."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.allowed import CeremonyAct as Act
from kpu_desk.domain.assisting import Help, Way
from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.showing import Captured, ShownSheet, Tap
from kpu_desk.services import signing
from tests.domain.ceremonies import ink
from tests.services.held_desk import AtPad, HeldDesk, act
from tests.services.offices import capture
from tests.services.rule_book import Signed
from tests.services.stages import WRONG

WHO, SHEET, SLOT = range(10), range(31), range(6)


class AtThePad(HeldDesk):
    """Acts of signing."""

    # At the pad

    @act(n=WHO, which=SLOT, wrong=("", "", "", *WRONG), keep=(False, True))
    def sign(self, n: int, which: int, wrong: str, keep: bool) -> None:
        self.sit(self.person(n), which, None, wrong, keep=keep and not wrong)

    @act(which=SLOT)
    def sign_next(self, which: int) -> None:
        for official in next_signers(self.ceremony)[:1]:
            self.sit(official.id, which, None, "", keep=False)

    @act(n=WHO, helper=WHO, one=WHO, two=WHO, way=tuple(Way))
    def sign_with_help(self, n: int, helper: int, one: int, two: int, way: Way) -> None:
        help_ = Help(way, self.person(helper), (self.person(one), self.person(two)))
        self.sit(self.person(n), 0, help_, "", keep=False)

    @act(sheet=SHEET, slot=SLOT)
    def sign_anything(self, sheet: int, slot: int) -> None:
        """From a window that shows a sheet nobody may be called for now, be it void or long sealed."""
        sheet_id = self.sheet(sheet)
        if sheet_id not in self.book.papers:
            return
        paper = self.ceremony.sheet_or_void(sheet_id)
        place = paper.slots[slot % len(paper.slots)]
        with self.desk.database.reading() as session:
            shown = signing._shown(session, self.ceremony, paper, place, helping=None, before={})
        number = next(self.numbers)
        captured = self.written(place.official_id, shown, number)
        signed = len(self.book.keys_signed(sheet_id))
        self.hand_over((captured, self.book.papers[sheet_id].version, signed, number), "")

    def written(self, person: str, shown: ShownSheet, number: int) -> Captured:
        """All that the sheet asks for, in ink that was never used."""
        captured = capture(person, shown, *(ink(number + 100_000 * n) for n in range(len(shown.asked))))
        shown.pages.close()
        return captured

    def sit(self, person: str, which: int, help_: Help | None, wrong: str, *, keep: bool) -> None:
        book, due = self.book, self.book.due(person)
        act = Act.SIGN if not due else book.act_of(*sorted(due)[0])
        for row, kind in ((Act.SIGN_LIST, "DH"), (Act.SIGN_MINUTES, "BA")):
            # Nobody can try to sign what is not there; to be called is the try.
            self.reached[book.state, row, False] += all(paper.kind != kind for paper in book.papers.values())
        sheets: tuple[ShownSheet, ...] = ()

        def call() -> None:
            nonlocal sheets
            sheets = signing.sitting_for(self.desk, self.id, person, help_).sheets

        if not self.do(act, call, book.sitting_down(person, help_)):
            return
        assert {(one.sheet_id, one.slot) for one in sheets} <= due
        shown = sheets[which % len(sheets)]
        number = next(self.numbers)
        captured = self.written(person, shown, number)
        if help_ is not None:
            taps = tuple(Tap(who, 1_000, 500, 1) for who in help_.witness_ids)
            captured = replace(captured, helped=help_, said=shown.helper_says, taps=taps)
        for one in sheets:
            one.pages.close()
        at_pad = (captured, book.papers[shown.sheet_id].version, len(book.keys_signed(shown.sheet_id)), number)
        if keep:
            self.at_pad.append(at_pad)
        else:
            self.hand_over(at_pad, wrong)

    @act(which=SLOT, again=(False, True))
    def hand_over_later(self, which: int, again: bool) -> None:
        """What was written a while ago; meanwhile anything may have happened. Once accepted, it is tried again."""
        if self.at_pad:
            at_pad = self.at_pad[which % len(self.at_pad)]
            self.hand_over(at_pad, "")
            if not again:
                self.at_pad.remove(at_pad)

    @act(which=SLOT, n=WHO)
    def hand_over_for_another(self, which: int, n: int) -> None:
        if self.at_pad:
            captured, version, signatures, number = self.at_pad[which % len(self.at_pad)]
            self.hand_over((replace(captured, official_id=self.person(n)), version, signatures, number), "")

    def hand_over(self, at_pad: AtPad, wrong: str) -> None:
        book, (captured, version, signatures, number) = self.book, at_pad
        sheet_id, key, person = captured.sheet_id, captured.slot, captured.official_id
        broken = book.signing(sheet_id, key, person) | book.helping(person, captured.helped)
        if sheet_id in book.papers:
            same = (book.papers[sheet_id].version, len(book.keys_signed(sheet_id))) == (version, signatures)
            broken |= set() if same else {"KPU-EVIDENCE-BOUND"}
        broken |= {"KPU-INK-FRESH"} if number in book.inks else set()
        code, spoil = WRONG[wrong]
        broken |= {code} if code else set()
        act = book.act_of(sheet_id, key) if sheet_id in book.papers else Act.SIGN
        if self.do(act, lambda: signing.accept(self.desk, self.id, spoil(captured)), broken):
            beside = () if captured.helped is None else (captured.helped.helper_id, *captured.helped.witness_ids)
            book.signed[sheet_id, key] = Signed(person, beside)
            book.declines.discard((sheet_id, person))
            book.inks.add(number)
