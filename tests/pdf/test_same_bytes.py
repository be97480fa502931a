"""Same content, same bytes: in any order, beside other work, in other processes, with other hash seeds."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

import pytest

from kpu_desk.domain.documents import SheetContent
from kpu_desk.pdf.fonts import Face
from kpu_desk.pdf.page import Placed, Run, TextLine, write_pages
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.seal_key import SealKey, SoftwareSealKey, throwaway_seal_key
from kpu_desk.pdf.tags import Tag
from tests.pdf.sample_contents import agreement, attendance, declaration, minutes_sheet, pact, record_of

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 1, 22, 3, 0, tzinfo=UTC)
MAKERS: dict[str, Callable[[], SheetContent]] = {
    "PK": agreement,
    "PI": pact,
    "PBBK": declaration,
    "DH": lambda: attendance(12),
    "BA": minutes_sheet,
}


@cache
def key() -> SoftwareSealKey:
    """One for all."""
    made = throwaway_seal_key("Kantor Uji", AT)
    assert isinstance(made, SoftwareSealKey)
    return made


def digests(kind: str, with_key: SealKey) -> tuple[str, str, str]:
    """Of the sheet, the record, and the sealed record."""
    frozen, record = record_of(MAKERS[kind]())
    pdf = compose_record(record, with_key)
    sealed = seal_pdf(pdf, with_key, at=AT, reason="Segel", location="Jakarta")
    sheet, unsealed, whole = (hashlib.sha256(data).hexdigest() for data in (frozen, pdf, sealed))
    return sheet, unsealed, whole


@cache
def first_digests() -> dict[str, tuple[str, str, str]]:
    """Of every kind, made one after the other."""
    return {kind: digests(kind, key()) for kind in MAKERS}


def test_in_any_order(at_length: Callable[[int, int], int]) -> None:
    for seed in range(at_length(2, 40)):
        order = list(MAKERS)
        Random(seed).shuffle(order)
        for kind in order:
            assert digests(kind, key()) == first_digests()[kind], (seed, order, kind)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_in_another_process_with_another_hash_seed(seed: str) -> None:
    order = list(MAKERS)
    Random(seed).shuffle(order)
    code = (
        "import json, pickle, sys\n"
        "from tests.pdf.test_same_bytes import digests\n"
        "key = pickle.load(sys.stdin.buffer)\n"
        f"print(json.dumps({{kind: digests(kind, key) for kind in {order}}}))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(key()),
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert {kind: tuple(found) for kind, found in json.loads(ran.stdout).items()} == first_digests()


@contextmanager
def hurried() -> Iterator[None]:
    """Threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def accented(start: int) -> bytes:
    """A page in every face, of letters that are put together from two: ReportLab reads their parts place by place."""
    letters = "".join(map(chr, range(0x100 + start, 0x17F)))
    lines = [(face, letters[at : at + 20]) for at in range(0, len(letters), 20) for face in Face]
    page = [
        Placed(TextLine(72, 800 - 16 * index, (Run(words, face, 10),), tag=Tag("P")))
        for index, (face, words) in enumerate(lines)
    ]
    return write_pages([page], title="Contoh").pdf


def test_beside_others_in_threads() -> None:
    """ReportLab's fonts have one place at which they are read: without a lock most such runs come out wrong."""
    alone = [accented(start) for start in range(4)]
    with hurried(), ThreadPoolExecutor(4) as pool:
        beside = list(pool.map(accented, [0, 1, 2, 3] * 40))
    assert beside == alone * 40
