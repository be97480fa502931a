"""Whole days out of a file, played through the real windows: what the file says befalls them, and nothing is lost."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kpu_desk.domain.day_script import read_day
from kpu_desk.domain.journal import Actor
from kpu_desk.gui.rehearsal import lives, stage
from kpu_desk.gui.rehearsal.command import rehearse as in_process
from kpu_desk.gui.rehearsal.order import Order, Wanted
from kpu_desk.gui.rehearsal.progress import Progress
from kpu_desk.gui.rehearsal.report import Outcome
from kpu_desk.resources import resource_root
from kpu_desk.services import opening
from kpu_desk.services.replay import replay
from tests.rehearsal.running import Run

PASSPHRASE = "frasa sandi uji"
DAYS = resource_root() / "days"
EVERY_DAY = sorted(path.stem for path in DAYS.glob("*.txt"))


def _check(run: Run) -> dict[str, object]:
    """What must hold of every day; gives its part of the summary."""
    assert run.status == 0, run.messages
    summary = run.summary
    day: dict[str, object] = summary["day"]
    assert (day["lost"], day["unexplained"]) == (0, [])
    assert {line["verdict"] for line in summary["records_list"]} == {"VALID"}
    assert len(summary["signatures"]) == day["accepted"], "every signature that was accepted has its ink"
    in_records = Counter(
        signed["role"] for path in (run.out / "records").rglob("*.pdf") for signed in _record_data(path)["signatures"]
    )
    complete = {line["file"] for line in summary["records_list"]}
    assert in_records == Counter(line["role"] for line in summary["signatures"] if line["sheet"] in complete)
    return day


def _record_data(path: Path) -> dict[str, list[dict[str, str]]]:
    with pikepdf.open(path) as document:
        read: dict[str, list[dict[str, str]]] = json.loads(document.attachments["record.json"].get_file().read_bytes())
        return read


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the workspace of a day that is played in this process stays, to be opened with ``PASSPHRASE``."""
    monkeypatch.setattr(stage, "new_passphrase", lambda: PASSPHRASE)
    monkeypatch.delenv("DISPLAY", raising=False)
    play, folder = lives.live_on, tmp_path / "ruang"

    def live_on(order: Order, played: Path, progress: Progress, stopped: Sequence[int]) -> Outcome:
        outcome = play(order, played, progress, stopped)
        shutil.copytree(played / "ruang-kerja", folder)
        return outcome

    monkeypatch.setattr(lives, "live_on", live_on)
    return folder


def _words(out: Path) -> str:
    """Of the minutes, without line ends."""
    document = pypdfium2.PdfDocument(out / "records" / "BA-001.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.mark.parametrize("name", EVERY_DAY)
def test_the_shipped_days(name: str, tmp_path: Path, kept: Path, at_length: Callable[[int, int], int]) -> None:
    file = DAYS / f"{name}.txt"
    day, problems = read_day(file.read_text("utf-8"))
    assert not problems
    out = tmp_path / "hasil"
    run = Run(in_process(Wanted(out=out, script=file)), "", "", out)
    played = _check(run)
    if EVERY_DAY.index(name) < at_length(1, len(EVERY_DAY)):
        with closing(opening.unlock(kept, PASSPHRASE, Actor("Pemeriksa", "Uji"))) as desk:
            again = replay(desk, tmp_path / "ulang")
        assert again.differences == (), "the journal, replayed, comes to the same ceremony and the same bytes"
        assert again.records == len(run.summary["records_list"])
    happened, left_out = played["happened"], played["left_out"]
    assert isinstance(happened, list)
    assert isinstance(left_out, list)
    lines = [one["line"] for one in (*happened, *left_out)]
    assert sorted(lines) == sorted(one.line for one in day.lines), "each line was played once, or it is said why not"
    assert {one["what"] for one in left_out} <= {"layar dicabut"}
    failures = [one for one in happened if one["what"].startswith("listrik padam")]
    assert played["restarts"] == len(failures)
    jumps = [f"berpindah {'maju' if one['seconds'] > 0 else 'mundur'}" for one in happened if one["what"] == "jam"]
    minutes = _words(tmp_path / "hasil").lower()
    told = re.findall(r"berpindah (?:maju|mundur)|dijeda pukul|program dibuka lagi", minutes)
    pauses = ["dijeda pukul" for one in happened if one["what"] == "jeda"]
    assert sorted(told) == sorted([*jumps, *pauses, *["program dibuka lagi"] * len(failures)])
    if name == "hari-mati-listrik":
        assert [one["went_on"] for one in played["on_pad"]] == [False, True]  # type: ignore[attr-defined]  # JSON
        assert failures[-1]["at"] == 37


def test_a_day_with_errors_names_every_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "hari.txt"
    file.write_text("kpu-desk-hari 1\nabsen 13: sakit\nhujan\nmenolak 2: malas\n", "utf-8")
    status = in_process(Wanted(out=tmp_path / "hasil", script=file))
    said = capsys.readouterr().err.splitlines()
    assert status == 2
    assert [line.partition(":")[0] for line in said[1:]] == ["Baris 2", "Baris 3", "Baris 4"]
    assert "menolak NOMOR PK|PI|PBBK" in said[3]
    assert not (tmp_path / "hasil").exists()
