"""An open workspace: what every step of the day works on."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING

import kpu_desk
from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.changes import account_of
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import RuleError, SealError
from kpu_desk.domain.journal import Actor, Event, JournalEntry, utc_text
from kpu_desk.domain.marks import check_one_mark
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.workspace import Workspace, WorkspaceLock

if TYPE_CHECKING:
    from kpu_desk.pdf.seal_key import SealKey
    from kpu_desk.storage.base import Session
    from kpu_desk.storage.database import Database
    from kpu_desk.storage.writer import Writer

Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

PROGRAM = f"KPU Desk {kpu_desk.__version__}"


def system_clock() -> datetime:
    """The system's time, UTC."""
    return datetime.now(UTC)


def source_of(clock: Clock) -> str:
    """Where the times of a clock come from, as evidence and journal say it: a rehearsal has one that can be set."""
    return "jam sistem" if clock is system_clock else str(getattr(clock, "source", "jam pengganti"))


def goes_on(clock: Clock) -> bool:
    """Whether a clock goes on by itself and can be watched: the system's, and the one of a rehearsal."""
    return clock is system_clock or bool(getattr(clock, "goes_on", False))


def unchecked(clock: Clock) -> str:
    """What is said of a clock that nobody has held against another one."""
    return f"{source_of(clock)}, tidak diperiksa"


def new_id() -> str:
    """A fresh opaque id."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Act:
    """One entry that a step writes in the journal; ``kept`` is a text that its facts name by the digest alone."""

    event: Event
    facts: Mapping[str, object]
    kept: str = ""


class Desk:
    """One opened workspace with the person who opened it. Close it when done.

    The database is opened at its first use or by :meth:`finish_opening`: what was read before lets a window be
    painted long before SQLAlchemy is loaded.

    Every change goes through :meth:`change`: one lock, one transaction, one rule of the domain, its entry in the
    journal; only after the commit does the desk show the new value. Only one process has the workspace, so the value
    kept in memory is the value on disk.
    """

    def __init__(
        self,
        *,
        workspace: Workspace,
        lock: WorkspaceLock,
        profile: OfficeProfile,
        database: Callable[[], Database],
        actor: Actor,
        mark: Mark,
        seal_key: Callable[[], SealKey],
        clock: Clock = system_clock,
        ceremonies: tuple[Ceremony, ...] | None = None,
        on_opening: tuple[Act, ...] = (),
    ) -> None:
        self.workspace = workspace
        self.profile = profile
        self.actor = actor
        self.mark = mark
        self.clock = clock
        # What evidence says of its times; ``services.clock`` changes it when somebody has checked the clock.
        self.clock_source = unchecked(clock)
        # Counters of one opening can be compared, see ``domain.rundown.StepAct``.
        self.opening = new_id()
        self._lock = lock
        self._seal_key = seal_key
        self._guard = RLock()
        self._open_database = database
        self._on_opening = on_opening
        self._database: Database | None = None
        self._writer: Writer | None = None
        self._ceremonies = {ceremony.id: ceremony for ceremony in ceremonies or ()}
        self._ids = None if ceremonies is None else [ceremony.id for ceremony in ceremonies]

    @property
    def database(self) -> Database:
        """The open database; its first use notes in the journal who opened the desk."""
        with self._guard:
            if self._database is None:
                opened = self._open_database()
                try:
                    with opened.transaction() as session:
                        self.write(session, *self._on_opening)
                except BaseException:
                    opened.close()
                    raise
                self._database = opened
            return self._database

    @property
    def writer(self) -> Writer:
        """The thread that writes what nobody waits for; it begins with its first use."""
        writer = self._writer
        if writer is not None:
            return writer
        with self._guard:
            if self._writer is None:
                from kpu_desk.storage.writer import Writer

                self._writer = Writer(self.database)
            return self._writer

    def finish_opening(self) -> None:
        """Opens the database if it is not open yet.

        Raises:
            StorageError: what is wrong with the database or the disk.
        """
        _ = self.database

    @property
    def certificate_pem(self) -> bytes:
        """The office's certificate: the one that the journal says its sealing key was made with, and no other.

        The file lies open beside the database. One of a rehearsal put in its place would make rehearsed records the
        office's own.

        Raises:
            SealError: CERTIFICATE_MISSING, CERTIFICATE_FOREIGN.
        """
        from kpu_desk.pdf.seal_key import certificate_fingerprint

        pem = self.workspace.read_certificate()
        if pem is None:
            raise SealError("CERTIFICATE_MISSING")
        if self._own_certificate() != certificate_fingerprint(pem):
            raise SealError("CERTIFICATE_FOREIGN")
        return pem

    @property
    def logo(self) -> bytes | None:
        """The office's logo, or None."""
        if self.profile.logo is None:
            return None
        path = self.workspace.root / self.profile.logo
        return path.read_bytes() if path.is_file() else None

    def seal_key(self) -> SealKey:
        """The office's sealing key: the one that the journal says was made for this workspace, and no other.

        Raises:
            SealError: SEAL_KEY_MISSING, SEAL_KEY_DAMAGED, WRONG_SEAL_PASSPHRASE, OTHER_MARK, SEAL_KEY_FOREIGN.
        """
        from kpu_desk.pdf.seal_key import certificate_fingerprint, certificate_mark, load_certificate

        key = self._seal_key()
        check_one_mark(self.mark, certificate_mark(load_certificate(key.certificate_pem)))
        if self._own_certificate() != certificate_fingerprint(key.certificate_pem):
            raise SealError("SEAL_KEY_FOREIGN")
        return key

    def _own_certificate(self) -> str:
        """SHA-256 of the certificate that the sealing key was made with, as the journal says; "" where it says none."""
        from kpu_desk.storage import journal_rows

        with self.database.reading() as session:
            made = journal_rows.latest(session, Event.SEAL_KEY_CREATED)
        return "" if made is None else str(json.loads(made.facts)["certificate"])

    def now_text(self) -> str:
        """The clock's time as it is written everywhere: UTC, ISO 8601, milliseconds."""
        return utc_text(self.clock())

    def ceremony(self, ceremony_id: str) -> Ceremony:
        """The ceremony as it is on disk; RuleError UNKNOWN_CEREMONY if there is none.

        One that is known is given at once, also while another thread changes it: who writes at the pad does not wait
        until a record is stored.
        """
        known = self._ceremonies.get(ceremony_id)
        if known is not None:
            return known
        with self._guard:
            known = self._ceremonies.get(ceremony_id)
            if known is None:
                from kpu_desk.storage import ceremonies

                with self.database.reading() as session:
                    known = ceremonies.load(session, ceremony_id)
                if known is None:
                    raise RuleError("UNKNOWN_CEREMONY")
                self._ceremonies[ceremony_id] = known
            return known

    def ceremony_ids(self) -> tuple[str, ...]:
        """Ids of all ceremonies, the newest first."""
        with self._guard:
            if self._ids is None:
                from kpu_desk.storage import ceremonies

                with self.database.reading() as session:
                    self._ids = list(ceremonies.ceremony_ids(session))
            return tuple(self._ids)

    def ceremonies(self) -> tuple[Ceremony, ...]:
        """All ceremonies, the newest first."""
        return tuple(self.ceremony(ceremony_id) for ceremony_id in self.ceremony_ids())

    @contextmanager
    def changing(self) -> Iterator[Session]:
        """One transaction under the desk's lock."""
        with self._guard, self.database.transaction() as session:
            yield session

    def change(
        self,
        ceremony_id: str,
        rule: Callable[[Ceremony], Ceremony],
        save: Callable[[Session, Ceremony], None],
        *acts: Act,
    ) -> Ceremony:
        """Applies a rule, saves what it gave and writes the acts in the journal; all of it or nothing.

        The last act names the account of what is different now (``domain.changes``), so that whoever replays the
        journal comes to the same ceremony.

        Raises:
            RuleError: what the rule raised; StorageError: what the disk said. Nothing has changed then.
        """
        with self._guard:
            before = self.ceremony(ceremony_id)
            after = rule(before)
            with self.database.transaction() as session:
                save(session, after)
                self.write(session, *_with_account(acts, before, after))
            self._ceremonies[ceremony_id] = after
            return after

    def add(self, ceremony: Ceremony, *acts: Act) -> Ceremony:
        """Stores a new ceremony."""
        from kpu_desk.storage import ceremonies

        with self._guard:
            known = self.ceremony_ids()
            with self.database.transaction() as session:
                ceremonies.add(session, ceremony)
                self.write(session, *_with_account(acts, None, ceremony))
            self._ceremonies[ceremony.id] = ceremony
            self._ids = [ceremony.id, *known]
            return ceremony

    def note(self, *acts: Act) -> None:
        """Writes entries in the journal that change nothing else."""
        with self.changing() as session:
            self.write(session, *acts)

    def write(self, session: Session, *acts: Act) -> list[JournalEntry]:
        """Writes entries in the session's transaction, under the name of whoever opened the desk."""
        if not acts:
            return []
        from kpu_desk.storage import journal_rows, kept_texts

        for act in acts:
            if act.kept:
                kept_texts.add(session, act.kept)
        return journal_rows.append_all(
            session, [(act.event, act.facts) for act in acts], actor=self.actor, now=self.clock()
        )

    def close(self) -> None:
        """Notes the closing, brings everything into the database file and gives the workspace free."""
        try:
            self._end_writer()
            self.note(Act(Event.DESK_CLOSED, {}))
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Lets go of everything without a word in the journal: for a desk that could not be opened whole."""
        try:
            self._end_writer()
            if self._database is not None:
                self._database.close()
        finally:
            self._lock.close()

    def _end_writer(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()


def _with_account(acts: tuple[Act, ...], before: Ceremony | None, after: Ceremony) -> tuple[Act, ...]:
    account = account_of(before, after, secrets.token_hex(16))
    if not account:
        return acts
    *others, last = acts
    facts = {**last.facts, "account": digest_of(account.encode("utf-8"))}
    return (*others, Act(last.event, facts, account))
