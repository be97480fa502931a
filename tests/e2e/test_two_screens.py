"""A whole day as a stranger would run it: the desk on one screen, the signer on the other, records in a folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kpu_desk.services import opening, sample
from tests.e2e.screens import LEFT, RIGHT, Screens, two_screens
from tests.roster_files.sample_rosters import quirky_xlsx
from tests.waiting import LIMIT_S

PROJECT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the private X server is of Linux"),
    pytest.mark.skipif(
        any(shutil.which(tool) is None for tool in ("Xvfb", "xrandr", "xwininfo")),
        reason="Xvfb, xrandr or xwininfo is not installed",
    ),
]


@pytest.fixture(scope="module")
def screens() -> Iterator[Screens]:
    with two_screens() as made:
        yield made


@contextmanager
def _desk(screens: Screens, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program on these screens; killed at the end if it still runs then."""
    with subprocess.Popen(
        [sys.executable, "-m", "kpu_desk", *arguments],
        cwd=PROJECT,
        env=screens.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def test_the_sample_opens_on_two_screens(screens: Screens, tmp_path: Path) -> None:
    with _desk(screens, "--sample", "--workspace", str(tmp_path / "contoh")) as program:
        assert screens.wait_for("KPU Desk – Penanda tangan") == RIGHT
        x, y, width, _ = screens.wait_for("KPU Desk – Meja")
        assert LEFT[0] <= x
        assert x + width <= LEFT[0] + LEFT[2]
        assert y >= 0
        # The end of the session closes the workspace as closing the window does.
        program.terminate()
        program.communicate(timeout=LIMIT_S)
        assert program.returncode == 0
    opening.unlock(tmp_path / "contoh", sample.PASSPHRASE, sample.ACTOR).close()


def test_a_day_of_invented_people_leaves_verified_records(
    screens: Screens, tmp_path: Path, at_length: Callable[[int, int], int]
) -> None:
    people = at_length(4, 96)
    roster = tmp_path / "pejabat.xlsx"
    quirky_xlsx(roster, 96)
    out = tmp_path / "hasil"
    arguments = ("rehearse", "--roster", str(roster), "--people", str(people), "--out", str(out))
    with _desk(screens, *arguments) as program:
        signer = screens.wait_for("KPU Desk – Penanda tangan")
        printed, said = program.communicate(timeout=900)
    assert signer == RIGHT
    assert program.returncode == 0, said
    assert "sah" in printed

    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    signers = people + summary["added"]
    records = 3 + 2 * people
    assert (summary["people"], summary["records"], summary["verified"]) == (people, records, records)
    assert len(summary["signatures"]) == 4 + 4 * people
    assert signers >= people

    checked = subprocess.run(
        [
            *(sys.executable, "-m", "kpu_desk", "verify", "--json"),
            *("--trust", str(out / "office-certificate.pem"), str(out / "records")),
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    verdicts = {entry["verdict"] for entry in json.loads(checked.stdout)}
    assert (checked.returncode, verdicts) == (0, {"VALID"})


def test_two_other_readers_agree_about_every_record(screens: Screens, tmp_path: Path) -> None:
    if shutil.which("pdfsig") is None or shutil.which("qpdf") is None:
        pytest.skip("pdfsig or qpdf is not installed")
    out = tmp_path / "hasil"
    with _desk(screens, "rehearse", "--people", "2", "--out", str(out)) as program:
        _, said = program.communicate(timeout=300)
    assert program.returncode == 0, said
    for record in sorted((out / "records").glob("*.pdf")):
        signature = subprocess.run(
            ["pdfsig", "-nocert", str(record)], capture_output=True, text=True, check=True
        ).stdout
        assert signature.count("Signature is Valid") == 1
        assert "Total document signed" in signature
        subprocess.run(["qpdf", "--check", str(record)], capture_output=True, check=True)
