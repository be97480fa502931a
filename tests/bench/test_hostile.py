"""What a stranger's file costs: no roster takes more than 10 s or 500 MB, no paragraph holds up a page."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from kpu_desk.pdf.flow import WIDTH
from kpu_desk.pdf.typesetting import break_lines
from tests.pdf.test_compose_typography import KIND, _own_words
from tests.roster_files.test_hostile import BOMBS, PROJECT

MOST_SECONDS = 10
MOST_KIB = 500 * 1024

# The program as a person starts it, and what it and all its children took.
MEASURED = """
import json, multiprocessing, resource, sys, time
from kpu_desk.app import main
start = time.monotonic()
main(["roster", "check", sys.argv[1], "--json"])
took = time.monotonic() - start
for child in multiprocessing.active_children():
    child.join()  # Only of a child that has ended the peak is known.
# A process starts with the peak of the one that started it, so its own peak is read elsewhere.
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
kib = own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps({"seconds": took, "kib": kib}), file=sys.stderr)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from Linux's /proc")
@pytest.mark.parametrize("name", BOMBS)
def test_a_roster_keeps_to_its_time_and_memory(
    tmp_path: Path, name: str, record_property: Callable[[str, object], None]
) -> None:
    path = tmp_path / "daftar.xlsx"
    BOMBS[name](path)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    figures = json.loads(done.stderr.splitlines()[-1])
    record_property("figures", figures)
    print(f"{name}: {figures['seconds']:.2f} s, {figures['kib'] >> 10} MiB")
    assert figures["seconds"] < MOST_SECONDS
    assert figures["kib"] < MOST_KIB


def test_a_paragraph_takes_a_moment() -> None:
    text = "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini. " * 4
    KIND.spans(_own_words(text))
    began = process_time()
    for number in range(20):
        break_lines(KIND.spans(_own_words(f"{text}{number}")), WIDTH, justify=True)
    assert (process_time() - began) / 20 < 0.05
