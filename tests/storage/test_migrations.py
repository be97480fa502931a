"""The steps of the schema: up, down, equal to the row classes, and safe on a real older file."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.orm import Session

import kpu_desk.storage
from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.journal import Event, verify_chain
from kpu_desk.storage import journal_rows
from kpu_desk.storage.base import Base
from kpu_desk.storage.connection import connect, make_empty_file
from kpu_desk.storage.engine import WRITES, make_engine
from kpu_desk.storage.migrations import HEAD
from kpu_desk.storage.migrations.steps import STEPS, configuration, differences, downgrade, upgrade
from kpu_desk.workspace import Workspace
from tests.storage.offices import ACTOR, KEY, NOW, PROJECT, code_of, opened, run_program

for _module in pkgutil.iter_modules(kpu_desk.storage.__path__):
    importlib.import_module(f"kpu_desk.storage.{_module.name}")  # every row class there is


def revisions() -> list[str]:
    scripts = ScriptDirectory.from_config(configuration())
    return [script.revision for script in reversed(list(scripts.walk_revisions()))]


def within(path: Path, work: Callable[[Connection], object]) -> None:
    engine = make_engine(path, KEY, foreign_keys=False)
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            work(connection)
    finally:
        engine.dispose()


def schema_of(path: Path) -> list[Any]:
    with closing(connect(path, KEY)) as raw:
        return list(raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"))


def at_step(root: Path, step: str) -> Workspace:
    """An office whose database stands at ``step``, with nothing in it."""
    workspace = Workspace(root)
    workspace.prepare()
    make_empty_file(workspace.database)
    within(workspace.database, lambda connection: upgrade(connection, step))
    return workspace


def test_the_newest_step_is_the_one_the_program_names() -> None:
    steps = revisions()
    assert steps[-1] == HEAD
    assert steps == [f"{number:04}" for number in range(1, len(steps) + 1)]


def test_the_row_classes_are_the_newest_schema(tmp_path: Path) -> None:
    workspace = at_step(tmp_path / "kantor", HEAD)
    found: list[Any] = []
    within(workspace.database, lambda connection: found.extend(differences(connection, Base.metadata)))
    assert found == []


def test_a_missing_step_would_be_noticed(tmp_path: Path) -> None:
    workspace = at_step(tmp_path / "kantor", HEAD)
    found: list[Any] = []

    def look(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE extra (id INTEGER PRIMARY KEY)")
        found.extend(differences(connection, Base.metadata))

    within(workspace.database, look)
    assert [difference[0] for difference in found] == ["remove_table"]


def test_every_constraint_has_a_name(tmp_path: Path) -> None:
    assert "journal" in Base.metadata.tables
    for table in Base.metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints), table.name
    workspace = at_step(tmp_path / "kantor", HEAD)
    for kind, name, _, sql in schema_of(workspace.database):
        if kind == "table":
            unnamed = re.sub(r"CONSTRAINT \w+ (PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK)", "", sql)
            assert not re.search("PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK", unnamed), name


def test_every_step_goes_up_and_down_and_up_again(tmp_path: Path) -> None:
    workspace = at_step(tmp_path / "kantor", HEAD)
    path = workspace.database
    newest = schema_of(path)
    steps = ["base", *revisions()]
    seen = {}
    for step in reversed(steps[:-1]):
        within(path, partial(downgrade, target=step))
        seen[step] = schema_of(path)
    assert [row[1] for row in seen["base"] if row[0] == "table"] == ["alembic_version"]
    for step in steps[1:]:
        within(path, partial(upgrade, target=step))
        assert schema_of(path) == seen.get(step, newest), step


def older_office(root: Path) -> Workspace:
    """An office of the first version, with a journal of ten entries."""
    workspace = at_step(root, "0001")
    engine = make_engine(workspace.database, KEY)
    with Session(engine.execution_options(**{WRITES: True})) as session, session.begin():
        acts = [(Event.CALLED, {"official": number}) for number in range(10)]
        journal_rows.append_all(session, acts, actor=ACTOR, now=NOW)
    engine.dispose()
    return workspace


def test_an_older_database_is_backed_up_then_brought_up_and_that_is_journaled(tmp_path: Path) -> None:
    assert HEAD > "0001"
    workspace = older_office(tmp_path / "kantor")
    before = schema_of(workspace.database)
    database = opened(workspace)
    with database.reading() as session:
        entries = list(journal_rows.read_all(session))
    assert database.complaints() == ()
    database.close()
    verify_chain(entries)
    assert len(entries) == 11
    assert entries[-1].event == Event.DATABASE_MIGRATED
    backups = list(workspace.backups.iterdir())
    assert [path.name for path in backups] == ["desk-20260122T020304Z-0001.db"]
    assert entries[-1].facts == f'{{"backup":"{backups[0].name}","from":"0001","to":"{HEAD}"}}'
    assert schema_of(backups[0]) == before
    opened(workspace).close()
    assert list(workspace.backups.iterdir()) == backups


def test_without_a_backup_nothing_is_changed(tmp_path: Path) -> None:
    workspace = older_office(tmp_path / "kantor")
    before = schema_of(workspace.database)
    workspace.backups.rmdir()
    workspace.backups.write_bytes(b"")  # a file where the folder should be
    assert code_of(partial(opened, workspace)) == "FILE_FAILED"
    assert schema_of(workspace.database) == before


def test_a_step_that_fails_leaves_the_old_database(tmp_path: Path) -> None:
    workspace = older_office(tmp_path / "kantor")
    before = schema_of(workspace.database)
    folder = tmp_path / "langkah 100%"
    shutil.copytree(STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v9999_broken.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision, branch_labels, depends_on = '9999', '{HEAD}', None, None\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE half (id INTEGER)')\n"
        "    op.execute('DROP TABLE journal')\n"
        "    raise RuntimeError('broken')\n"
    )
    with pytest.raises(RuntimeError, match="broken"):
        within(workspace.database, lambda connection: upgrade(connection, "9999", folder=folder))
    assert schema_of(workspace.database) == before
    database = opened(workspace)
    with database.reading() as session:
        assert len(list(journal_rows.read_all(session))) == 11
    database.close()


def test_a_damaged_database_is_not_migrated(tmp_path: Path) -> None:
    workspace = older_office(tmp_path / "kantor")
    harmed = bytearray(workspace.database.read_bytes())
    harmed[-100] ^= 0x10
    workspace.database.write_bytes(bytes(harmed))
    with pytest.raises(StorageError) as caught:
        opened(workspace)
    assert caught.value.code == "DATABASE_DAMAGED"
    assert list(workspace.backups.iterdir()) == []


def test_the_steps_are_part_of_the_installed_package() -> None:
    # setuptools takes along the folders that are packages, and no others.
    for folder in (STEPS, STEPS / "versions"):
        assert (folder / "__init__.py").is_file()


def test_the_steps_run_from_a_package_that_lies_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "site packages 100%"
    shutil.copytree(
        PROJECT / "kpu_desk",
        elsewhere / "kpu_desk",
        ignore=shutil.ignore_patterns("__pycache__", "gui", "cli", "pdf"),
    )
    body = f"""
sys.path.insert(0, {str(elsewhere)!r})
for name in [name for name in sys.modules if name.split(".")[0] == "kpu_desk"]:
    del sys.modules[name]
from kpu_desk.storage.database import open_database
from kpu_desk.storage.keys import DataKey
from kpu_desk.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
workspace.prepare()
open_database(workspace, DataKey(bytes(32)), now=NOW, create=True).close()
import kpu_desk.storage.migrations.steps as steps
print(steps.STEPS)
"""
    out = run_program(body, str(tmp_path / "kantor"))
    assert out.strip() == str(elsewhere / "kpu_desk" / "storage" / "migrations")
