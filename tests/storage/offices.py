"""Throw-away offices for the tests of the cupboard, and other processes that work in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.journal import Actor
from kpu_desk.storage.database import Database, open_database
from kpu_desk.storage.keys import DataKey
from kpu_desk.workspace import Workspace
from tests.quick_set_up import quick_set_up

PROJECT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 1, 22, 2, 3, 4, tzinfo=UTC)
ACTOR = Actor("Ratna Wulandari", "Kasubbag Hukum")
KEY = DataKey(bytes(range(32)))

OPENING = """
import os, sys, time
from datetime import UTC, datetime
from pathlib import Path
from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.journal import Actor, Event
from kpu_desk.storage import journal_rows
from kpu_desk.storage.database import open_database
from kpu_desk.storage.keys import DataKey
from kpu_desk.workspace import Workspace
NOW = datetime(2026, 1, 22, 2, 3, 4, tzinfo=UTC)
KEY = DataKey(bytes(range(32)))
ACTOR = Actor("Ratna Wulandari", "Kasubbag Hukum")
workspace = Workspace(Path(sys.argv[1]))
"""
"""What a program in another process begins with; its first argument is the workspace."""


def new_office(root: Path) -> Workspace:
    """A workspace with a new, empty database in it, closed."""
    workspace = Workspace(root)
    workspace.prepare()
    with quick_set_up():
        open_database(workspace, KEY, now=NOW, create=True).close()
    return workspace


def opened(workspace: Workspace) -> Database:
    """The workspace's database, opened with the tests' key."""
    return open_database(workspace, KEY, now=NOW)


def code_of(call: Callable[[], object]) -> str:
    """The code of the known error that ``call`` ends in."""
    with pytest.raises(StorageError) as caught:
        call()
    return caught.value.code


def start_program(body: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A program of our own in another process: :data:`OPENING`, then ``body``."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", OPENING + body, *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_program(body: str, *arguments: str) -> str:
    """What a program in another process printed; fails with its last words."""
    with start_program(body, *arguments) as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out
