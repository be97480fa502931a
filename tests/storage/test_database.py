"""The encrypted database: opening, transactions, secrecy, and every known failure brought about for real."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.journal import Event, verify_chain
from kpu_desk.storage import connection as connection_module
from kpu_desk.storage import journal_rows
from kpu_desk.storage.connection import connect
from kpu_desk.storage.database import Database, open_database
from kpu_desk.storage.keys import DataKey
from kpu_desk.storage.migrations import HEAD
from kpu_desk.workspace import Workspace
from tests.storage.offices import ACTOR, KEY, NOW, code_of, new_office, opened, run_program, start_program

NAMES = ("Ratna Wulandari", "Kasubbag Hukum", "Bambang Sutrisno Adi")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_office(tmp_path / "kantor 100% #1?")


@pytest.fixture
def database(workspace: Workspace) -> Iterator[Database]:
    made = opened(workspace)
    yield made
    made.close()


def write(database: Database, official: int = 1, note: str = "") -> None:
    with database.transaction() as session:
        facts = {"official": official, "note": note}
        journal_rows.append(session, Event.CALLED, actor=ACTOR, facts=facts, now=NOW)


def count(database: Database) -> int:
    with database.reading() as session:
        entries = list(journal_rows.read_all(session))
    verify_chain(entries)
    return len(entries)


def test_what_was_written_is_there_after_closing(workspace: Workspace) -> None:
    first = opened(workspace)
    write(first)
    first.close()
    assert [path.name for path in workspace.root.iterdir() if path.name.startswith("desk.db")] == ["desk.db"]
    again = opened(workspace)
    assert count(again) == 1
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_files_belong_to_their_owner_alone(workspace: Workspace, database: Database) -> None:
    write(database)
    files = [path for path in workspace.root.iterdir() if path.name.startswith("desk.db")]
    assert len(files) == 3
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_every_connection_has_the_pragmas(database: Database) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "secure_delete": 1,
    }
    with database.reading() as one, database.transaction() as other:
        for session in (one, other):
            found = {name: session.execute(text(f"PRAGMA {name}")).scalar_one() for name in wanted}
            assert found == wanted


def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    def cut_off() -> None:
        with database.transaction() as session:
            journal_rows.append(session, Event.CALLED, actor=ACTOR, facts={}, now=NOW)
            raise KeyError("cut off")

    with pytest.raises(KeyError):
        cut_off()
    assert count(database) == 0


def test_reading_sees_one_view_and_cannot_write(database: Database) -> None:
    write(database)
    with database.reading() as session:
        before = journal_rows.head(session)
        write(database)
        assert journal_rows.head(session) == before
        with pytest.raises(DBAPIError, match="readonly"):
            journal_rows.append(session, Event.CALLED, actor=ACTOR, facts={}, now=NOW)
    assert count(database) == 2


def test_threads_take_turns(database: Database) -> None:
    def work() -> None:
        for number in range(20):
            write(database, number)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 60


def test_a_bug_is_no_known_error_and_names_nobody(database: Database) -> None:
    write(database)
    with pytest.raises(IntegrityError) as caught, database.transaction() as session:
        session.execute(text("INSERT INTO journal VALUES (1, 'x', :name, 'x', 'x', 'x', 'x', 'x')"), {"name": NAMES[2]})
    assert NAMES[2] not in str(caught.value)


def test_nothing_is_readable_without_a_key(workspace: Workspace, tmp_path: Path) -> None:
    temporary = tmp_path / "sementara"
    temporary.mkdir()
    body = """
database = open_database(workspace, KEY, now=NOW)
facts = {"note": "Bambang Sutrisno Adi", "official": 7}
with database.transaction() as session:
    acts = [(Event.CALLED, facts)] * 5000
    journal_rows.append_all(session, acts, actor=ACTOR, now=NOW)
with database.transaction() as session:
    from sqlalchemy import text
    acts = [(Event.CALLED, facts)] * 20000
    journal_rows.append_all(session, acts, actor=ACTOR, now=NOW)
    session.execute(text("CREATE TEMP TABLE sorted AS SELECT * FROM journal ORDER BY digest")).all
    session.execute(text("SELECT count(*) FROM (SELECT * FROM journal ORDER BY facts || digest)")).all()
    print("ready", flush=True)
    time.sleep(100)
"""
    with start_program(body, str(workspace.root), TMPDIR=str(temporary), SQLITE_TMPDIR=str(temporary)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        names = {path.name for path in workspace.root.iterdir()}
        assert {"desk.db", "desk.db-wal", "desk.db-shm"} <= names
        assert (workspace.root / "desk.db-wal").stat().st_size > 100_000
        assert_unreadable(workspace.root, temporary)
        process.kill()
        process.wait()
    assert_unreadable(workspace.root, temporary)
    again = opened(workspace)
    assert count(again) == 5000
    copy = again.back_up(workspace.backups, now=NOW)
    again.close()
    assert copy.stat().st_size > 1_000_000
    assert_unreadable(workspace.root, temporary)


def assert_unreadable(*folders: Path) -> None:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                for word in (*NAMES, "SQLite format", "CREATE TABLE", "journal", "called"):
                    for encoding in ("utf-8", "utf-16-le"):
                        assert word.encode(encoding) not in data, (path.name, word)
                assert KEY.material not in data


def test_a_wrong_key_and_foreign_files_are_damaged(workspace: Workspace) -> None:
    wrong = DataKey(bytes(32))
    assert code_of(lambda: open_database(workspace, wrong, now=NOW)) == "DATABASE_DAMAGED"
    good = workspace.database.read_bytes()
    plain = workspace.root / "plain.db"
    with closing(sqlite3.connect(plain)) as other:
        other.execute("CREATE TABLE x (y)")
        other.commit()
    for data in (b"", b"x", b"bukan basis data\n" * 1000, good[:100], good[:4096], plain.read_bytes()):
        workspace.database.write_bytes(data)
        assert code_of(partial(opened, workspace)) == "DATABASE_DAMAGED", len(data)
    workspace.database.write_bytes(good)
    opened(workspace).close()


def test_an_encrypted_file_that_is_not_ours_is_damaged(workspace: Workspace) -> None:
    with closing(connect(workspace.database, KEY)) as raw:
        raw.execute("DROP TABLE alembic_version")
    assert code_of(partial(opened, workspace)) == "DATABASE_DAMAGED"


def test_changed_bytes_are_found_wherever_they_are(workspace: Workspace) -> None:
    made = opened(workspace)
    with made.transaction() as session:
        acts = [(Event.CALLED, {"official": number}) for number in range(1000)]
        journal_rows.append_all(session, acts, actor=ACTOR, now=NOW)
    assert made.complaints() == ()
    made.close()
    good = workspace.database.read_bytes()
    pages = len(good) // 4096
    assert pages > 10
    for page in range(pages):
        harmed = bytearray(good)
        harmed[page * 4096 + 2000] ^= 0x10
        workspace.database.write_bytes(bytes(harmed))
        assert damage_is_found(workspace), page


def damage_is_found(workspace: Workspace) -> bool:
    try:
        again = opened(workspace)
    except StorageError as error:
        return error.code == "DATABASE_DAMAGED"
    found = again.complaints()
    again.close()
    return bool(found)


def test_damage_met_while_reading_is_a_known_error(workspace: Workspace) -> None:
    made = opened(workspace)
    with made.transaction() as session:
        acts = [(Event.CALLED, {"official": number}) for number in range(1000)]
        journal_rows.append_all(session, acts, actor=ACTOR, now=NOW)
    made.close()
    harmed = bytearray(workspace.database.read_bytes())
    for at in range(len(harmed) - 10 * 4096, len(harmed), 4096):
        harmed[at] ^= 0x10
    workspace.database.write_bytes(bytes(harmed))
    again = opened(workspace)
    assert code_of(lambda: count(again)) == "DATABASE_DAMAGED"
    again.close()


def test_a_newer_database_is_left_alone(workspace: Workspace) -> None:
    with closing(connect(workspace.database, KEY)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    before = workspace.database.read_bytes()
    assert code_of(partial(opened, workspace)) == "DATABASE_NEWER"
    assert workspace.database.read_bytes() == before
    assert list(workspace.backups.iterdir()) == []


def test_missing_and_existing_databases_have_their_codes(workspace: Workspace, tmp_path: Path) -> None:
    assert code_of(lambda: open_database(workspace, KEY, now=NOW, create=True)) == "DATABASE_EXISTS"
    empty = Workspace(tmp_path / "kosong")
    assert code_of(lambda: open_database(empty, KEY, now=NOW)) == "DATABASE_MISSING"
    assert code_of(lambda: open_database(empty, KEY, now=NOW, create=True)) == "FILE_MISSING"
    assert not empty.root.exists()


def test_what_a_cut_off_set_up_left_is_cleared_away(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "kantor")
    workspace.prepare()
    for end in ("", "-wal", "-shm"):
        (workspace.root / f"desk.db.part{end}").write_bytes(b"half")
    open_database(workspace, KEY, now=NOW, create=True).close()
    assert sorted(path.name for path in workspace.root.iterdir()) == ["backups", "desk.db", "logs"]


def test_another_process_that_holds_the_file_is_a_second_instance(
    workspace: Workspace, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = """
database = open_database(workspace, KEY, now=NOW)
with database.transaction():
    print("held", flush=True)
    time.sleep(100)
"""
    monkeypatch.setattr(connection_module, "WAIT_SECONDS", 0.1)
    fresh = opened(workspace)
    with start_program(body, str(workspace.root)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert code_of(lambda: write(fresh)) == "SECOND_INSTANCE"
        assert count(fresh) == 0
        process.kill()
        process.wait()
    write(fresh)
    assert count(fresh) == 1
    fresh.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder every user can reach; pytest's own ones belong to the running user alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.skipif(sys.platform == "win32", reason="users and modes are tried on POSIX")
@pytest.mark.parametrize(("folder", "file"), [(0o755, 0o444), (0o555, 0o666), (0o755, 0o000), (0o000, 0o666)])
def test_missing_rights_have_their_own_code(open_folder: Path, folder: int, file: int) -> None:
    workspace = new_office(open_folder / "kantor")
    workspace.database.chmod(file)
    workspace.root.chmod(folder)
    body = """
import tempfile
from sqlalchemy.dialects.sqlite import pysqlite
with tempfile.TemporaryDirectory() as spare:  # what is imported on first use, before the rights go
    other = Workspace(Path(spare) / "x")
    other.prepare()
    open_database(other, KEY, now=NOW, create=True).close()
if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    database = open_database(workspace, KEY, now=NOW)
    with database.transaction() as session:
        journal_rows.append(session, Event.CALLED, actor=ACTOR, facts={}, now=NOW)
    print("DONE")
except StorageError as error:
    print(error.code)
"""
    assert run_program(body, str(workspace.root)) == "NO_RIGHTS\n"
    workspace.root.chmod(0o700)
    assert sorted(path.name for path in workspace.root.iterdir()) == ["backups", "desk.db", "logs"]


def test_a_database_that_may_not_grow_is_a_full_disk(database: Database) -> None:
    write(database)

    def fill() -> None:
        with database.transaction() as session:
            pages = session.execute(text("PRAGMA page_count")).scalar_one()
            session.execute(text(f"PRAGMA max_page_count = {pages + 5}"))
            facts = {"note": "x" * 1000}
            journal_rows.append_all(session, [(Event.CALLED, facts)] * 100, actor=ACTOR, now=NOW)

    assert code_of(fill) == "DISK_FULL"
    assert count(database) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 1 MiB."""
    mount = shutil.which("mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    if mount is None or sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "none", disk], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk here: {done.stderr.decode().strip()}")
    yield disk
    # Lazily, for a test that failed may still hold files open.
    subprocess.run(["umount", "--lazy", disk], check=True)


def fill_up(disk: Path, spare: int) -> Path:
    ballast = disk / "ballast"
    free = shutil.disk_usage(disk).free
    ballast.write_bytes(b"x" * (free - spare))
    return ballast


@pytest.mark.parametrize("spare", [0, 4096, 32 * 1024, 64 * 1024])
def test_a_set_up_on_a_full_disk_leaves_nothing(small_disk: Path, spare: int) -> None:
    workspace = Workspace(small_disk / "kantor")
    workspace.prepare()
    ballast = fill_up(small_disk, spare)
    assert code_of(lambda: open_database(workspace, KEY, now=NOW, create=True)) == "DISK_FULL"
    assert sorted(path.name for path in workspace.root.iterdir()) == ["backups", "logs"]
    ballast.unlink()
    open_database(workspace, KEY, now=NOW, create=True).close()


def test_writing_on_a_full_disk_keeps_what_was_there(small_disk: Path) -> None:
    workspace = new_office(small_disk / "kantor")
    database = opened(workspace)
    write(database)
    ballast = fill_up(small_disk, 40 * 1024)
    facts = {"note": "x" * 1000}

    def fill() -> None:
        for _ in range(100):
            with database.transaction() as session:
                journal_rows.append(session, Event.CALLED, actor=ACTOR, facts=facts, now=NOW)

    assert code_of(fill) == "DISK_FULL"
    there = count(database)
    assert 1 <= there < 100
    assert code_of(lambda: database.back_up(workspace.backups, now=NOW)) == "DISK_FULL"
    assert list(workspace.backups.iterdir()) == []
    ballast.unlink()
    write(database)
    assert count(database) == there + 1
    assert database.complaints() == ()
    database.close()


def test_a_backup_is_whole_and_opens_with_the_same_key(workspace: Workspace, database: Database) -> None:
    write(database)
    copies = [database.back_up(workspace.backups, now=NOW) for _ in range(2)]
    assert [path.name for path in copies] == [
        f"desk-20260122T020304Z-{HEAD}.db",
        f"desk-20260122T020304Z-{HEAD}-2.db",
    ]
    assert sorted(workspace.backups.iterdir()) == sorted(copies)
    restored = Workspace(workspace.root.parent / "pulih")
    restored.prepare()
    shutil.copyfile(copies[0], restored.database)
    again = opened(restored)
    assert count(again) == 1
    assert again.complaints() == ()
    write(again)
    again.close()


def test_a_usual_start_never_imports_alembic(workspace: Workspace) -> None:
    body = """
database = open_database(workspace, KEY, now=NOW)
database.close()
print([name for name in sys.modules if name.split(".")[0] in {"alembic", "mako"}])
"""
    assert run_program(body, str(workspace.root)) == "[]\n"


def test_what_was_committed_survives_a_kill(workspace: Workspace) -> None:
    body = """
database = open_database(workspace, KEY, now=NOW)
for number in range(10_000):
    with database.transaction() as session:
        journal_rows.append(session, Event.CALLED, actor=ACTOR, facts={"official": number}, now=NOW)
    print(number + 1, flush=True)
"""
    for least in (1, 7, 30):
        with start_program(body, str(workspace.root)) as process:
            assert process.stdout is not None
            shown = 0
            for line in process.stdout:
                shown = int(line)
                if shown >= least:
                    process.kill()
            process.wait()
        again = opened(workspace)
        assert count(again) >= shown
        again.close()


def test_the_tests_own_new_office_has_the_schema_that_the_steps_make(tmp_path: Path) -> None:
    stepped = Workspace(tmp_path / "steps")
    stepped.prepare()
    open_database(stepped, KEY, now=NOW, create=True).close()
    found = []
    for workspace in (stepped, new_office(tmp_path / "first"), new_office(tmp_path / "as before")):
        made = opened(workspace)
        with made.reading() as session:
            master = session.connection().exec_driver_sql("SELECT type, name, sql FROM sqlite_master ORDER BY name")
            found.append(master.all())
        made.close()
    assert found[0] == found[1] == found[2]
