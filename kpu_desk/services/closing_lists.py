"""Closing lists and their words: made at the closing, proven again before the office's next ceremony is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.chain import ChainEnd
from kpu_desk.domain.closing_list import ClosedSheet, ClosingList, signed_content
from kpu_desk.domain.closing_words import WordProblem, compare, words_of
from kpu_desk.domain.content import without_end
from kpu_desk.domain.documents import Sheet
from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.journal import verify_chain
from kpu_desk.resources import read_text
from kpu_desk.services.desk import Cancelled, Desk, Progress
from kpu_desk.services.record_contents import SealingTask, record_content
from kpu_desk.storage import closings, journal_rows

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


@dataclass(frozen=True, slots=True)
class PreviousClosing:
    """The ceremony whose words are asked for before the next one is opened."""

    ceremony: Ceremony
    closing: ClosingList


@cache
def word_list() -> tuple[str, ...]:
    """The 2,048 words in their order."""
    return tuple(read_text("words", "id.txt").split())


def closing_words(closing: ClosingList) -> tuple[str, ...]:
    """The twelve words of a closing list."""
    return words_of(closing.digest(), word_list())


def closing_list(
    desk: Desk,
    ceremony: Ceremony,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> ClosingList:
    """What would be closed now: every complete sheet that is not private, and the journal's last entry.

    Raises:
        RuleError: KPU-SHEET-UNTOUCHED where frozen bytes are not those that were signed.
        KnownError: CANCELLED.
    """
    complete = [
        sheet
        for sheet in ceremony.sheets
        if not sheet.private and not ceremony.is_waived(sheet) and ceremony.is_complete(without_end(sheet))
    ]
    closed = []
    for done, sheet in enumerate(complete, 1):
        if cancelled():
            raise KnownError("CANCELLED")
        closed.append(ClosedSheet(sheet.serial, _content(desk, ceremony, sheet)))
        progress(done, len(complete))
    with desk.database.reading() as session:
        head = journal_rows.head(session)
    assert head is not None, "an open ceremony stands in the journal"
    return ClosingList(ceremony.id, tuple(closed), head.seq, head.digest)


def save_closing(session: Session, closing: ClosingList, *, at: str) -> None:
    """Keeps the list in the closing's own transaction.

    Raises:
        RuleError: KPU-CHANGED-MEANWHILE when something entered the journal since the list was made.
    """
    head = journal_rows.head(session)
    if head is None or head.digest != closing.journal_head:
        raise RuleError("KPU-CHANGED-MEANWHILE")
    closings.add(session, closing, at=at)


def words_of_ceremony(desk: Desk, ceremony_id: str) -> tuple[str, ...]:
    """A closed ceremony's words; empty where it has none."""
    with desk.database.reading() as session:
        closing = closings.of_ceremony(session, ceremony_id)
    return () if closing is None else closing_words(closing)


def previous_closing(desk: Desk) -> PreviousClosing | None:
    """The office's last closing; None for its first ceremony."""
    with desk.database.reading() as session:
        closing = closings.newest(session)
    return None if closing is None else PreviousClosing(desk.ceremony(closing.ceremony), closing)


def compare_previous(desk: Desk, said: Sequence[str]) -> tuple[WordProblem, ...]:
    """What is wrong with the words as they were said; nothing where there was no ceremony before.

    Raises:
        RuleError: KPU-CLOSING-WORDS-COUNT.
    """
    previous = previous_closing(desk)
    return () if previous is None else compare(said, closing_words(previous.closing), word_list())


def check_previous(desk: Desk, said: Sequence[str]) -> str:
    """Holds the words against the last ceremony as it lies in the cupboard now; gives its list's digest, "" for none.

    Raises:
        RuleError: KPU-CLOSING-WORDS-COUNT; KPU-CLOSING-WORDS with ``places``; KPU-CLOSING-BROKEN with ``what``, a
            serial or "jurnal", when the cupboard no longer holds what was closed.
    """
    previous = previous_closing(desk)
    if previous is None:
        return ""
    problems = compare(said, closing_words(previous.closing), word_list())
    if problems:
        raise RuleError("KPU-CLOSING-WORDS", places=", ".join(str(problem.place) for problem in problems))
    check_closing(desk, previous.closing)
    return previous.closing.digest()


def check_closing(desk: Desk, closing: ClosingList) -> None:
    """Holds a closing list against the sheets, signatures and journal of today; raises KPU-CLOSING-BROKEN."""
    ceremony = desk.ceremony(closing.ceremony)
    sheets = {sheet.serial: sheet for sheet in ceremony.sheets}
    for closed in closing.sheets:
        sheet = sheets.get(closed.serial)
        try:
            content = "" if sheet is None else _content(desk, ceremony, sheet)
        except KnownError:
            content = ""
        if content != closed.content:
            raise RuleError("KPU-CLOSING-BROKEN", what=closed.serial)
    with desk.database.reading() as session:
        entries = list(takewhile(lambda entry: entry.seq <= closing.journal_seq, journal_rows.read_all(session)))
    try:
        verify_chain(entries)
    except KnownError as error:
        raise RuleError("KPU-CLOSING-BROKEN", what="jurnal") from error
    if not entries or (entries[-1].seq, entries[-1].digest) != (closing.journal_seq, closing.journal_head):
        raise RuleError("KPU-CLOSING-BROKEN", what="jurnal")


def _content(desk: Desk, ceremony: Ceremony, sheet: Sheet) -> str:
    # A record says the same of its signatures whatever number, stamp or place in the chain it gets later.
    content = record_content(desk, ceremony, SealingTask(sheet, None), ChainEnd(0, None))
    return signed_content(content.data())
