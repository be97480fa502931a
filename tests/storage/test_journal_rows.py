"""The journal's table: chained in its transaction, append-only on any connection, cheap at its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2 as sqlcipher

from kpu_desk.domain.journal import GENESIS, Event, JournalEntry, verify_chain
from kpu_desk.storage.connection import connect
from kpu_desk.storage.database import Database
from kpu_desk.storage.journal_rows import append, append_all, head, read_all
from tests.storage.offices import ACTOR, KEY, NOW, new_office, opened


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = opened(new_office(tmp_path / "kantor"))
    yield made
    made.close()


def write(database: Database, official: int) -> JournalEntry:
    with database.transaction() as session:
        return append(session, Event.CALLED, actor=ACTOR, facts={"official": official}, now=NOW)


def everything(database: Database) -> list[JournalEntry]:
    with database.reading() as session:
        return list(read_all(session))


def test_an_empty_journal_has_no_head(database: Database) -> None:
    with database.reading() as session:
        assert head(session) is None
    assert everything(database) == []


def test_entries_are_chained_and_come_back_as_they_were(database: Database) -> None:
    written = [write(database, number) for number in range(5)]
    assert [entry.seq for entry in written] == [1, 2, 3, 4, 5]
    assert written[0].previous == GENESIS
    assert everything(database) == written
    verify_chain(written)
    with database.reading() as session:
        assert head(session) == written[-1]
        assert list(read_all(session, after=3)) == written[3:]


def test_many_entries_of_one_moment_go_in_together(database: Database) -> None:
    first = write(database, 0)
    with database.transaction() as session:
        acts = ((Event.RECORD_SEALED, {"record": number}) for number in range(2500))
        written = append_all(session, acts, actor=ACTOR, now=NOW)
        assert append_all(session, [], actor=ACTOR, now=NOW) == []
    last = write(database, 1)
    found = everything(database)
    assert found == [first, *written, last]
    verify_chain(found)


def test_what_is_rolled_back_leaves_no_gap(database: Database) -> None:
    write(database, 1)

    def cut_off() -> None:
        with database.transaction() as session:
            append(session, Event.CALLED, actor=ACTOR, facts={"official": 2}, now=NOW)
            raise KeyError("cut off")

    with pytest.raises(KeyError):
        cut_off()
    write(database, 3)
    assert [(entry.seq, entry.facts) for entry in everything(database)] == [
        (1, '{"official":1}'),
        (2, '{"official":3}'),
    ]


ROW = "(1, 'x', 'x', 'x', 'x', 'x', 'x', 'x')"


@pytest.mark.parametrize("recursive_triggers", ["ON", "OFF"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET actor = 'Orang Lain' WHERE seq = 2",
        "UPDATE OR REPLACE journal SET seq = 1 WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 3",
        "DELETE FROM journal",
        f"INSERT OR REPLACE INTO journal VALUES {ROW}",
        f"INSERT INTO journal VALUES {ROW} ON CONFLICT (seq) DO UPDATE SET actor = 'x'",
        f"REPLACE INTO journal VALUES {ROW}",
        "INSERT INTO journal SELECT 9, at, actor, actor_office, event, facts, digest, 'x' FROM journal WHERE seq = 3",
        "INSERT INTO journal SELECT 4, at, actor, actor_office, event, facts, 'x', 'x' FROM journal WHERE seq = 3",
        "INSERT INTO journal SELECT 0, at, actor, actor_office, event, facts, digest, 'x' FROM journal WHERE seq = 3",
    ],
)
def test_rows_never_change_go_or_come_out_of_turn(database: Database, statement: str, recursive_triggers: str) -> None:
    written = [write(database, number) for number in range(3)]
    with closing(connect(database.path, KEY)) as raw:
        raw.execute(f"PRAGMA recursive_triggers = {recursive_triggers}")
        with pytest.raises(sqlcipher.IntegrityError, match="journal: "):
            raw.execute(statement)
    assert everything(database) == written


def test_the_first_entry_must_be_the_first(database: Database) -> None:
    with pytest.raises(IntegrityError, match="must follow"), database.transaction() as session:
        session.execute(text(f"INSERT INTO journal VALUES (2, 'x', 'x', 'x', 'x', 'x', '{GENESIS}', 'x')"))


def test_appending_looks_at_the_end_only(database: Database) -> None:
    few = steps_of_an_append(database)
    with database.transaction() as session:
        acts = ((Event.CALLED, {"official": number}) for number in range(5000))
        append_all(session, acts, actor=ACTOR, now=NOW)
    many = steps_of_an_append(database)
    # Counted in steps of SQLite's machine, ten at a time; one look at 5,000 rows would take thousands.
    assert many < few + 20


def steps_of_an_append(database: Database) -> int:
    seen = 0

    def count() -> int:
        nonlocal seen
        seen += 1
        return 0

    with database.transaction() as session:
        raw: Any = session.connection().connection.dbapi_connection
        raw.set_progress_handler(count, 10)
        append(session, Event.CALLED, actor=ACTOR, facts={}, now=NOW)
        raw.set_progress_handler(None, 10)
    assert seen > 0
    return seen
