"""A reader practises while it waits for its file, on rows that go the quick way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kpu_desk.roster_files.contained import Reader, Tell
from kpu_desk.roster_files.practice import practice_roster, practise
from tests.waiting import until

_SIGN = "SIGN_OF_PRACTICE"


def leave_a_sign() -> None:
    Path(os.environ[_SIGN]).touch()


def be_short_of_memory() -> object:
    leave_a_sign()
    raise MemoryError


def answer(_tell: Tell) -> str:
    return "read"


def test_all_rows_of_the_practice_go_the_quick_way() -> None:
    table = practice_roster(1_000)
    assert (len(table.everyday), table.candidates) == (1_000, ())
    assert practise()


@pytest.mark.parametrize("way", [leave_a_sign, be_short_of_memory])
def test_a_reader_practises_until_its_file_comes(way: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sign = tmp_path / "sign"
    monkeypatch.setenv(_SIGN, str(sign))
    assert callable(way)
    reader = Reader(answer, way)
    until(sign.exists, "it did not practise")
    assert reader.run() == "read"
