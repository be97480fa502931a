"""Untrusted files in worker processes: in order, within their limits, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from kpu_desk.domain.verdict import Reason, SealReport, SignatureReport, Verdict
from kpu_desk.pdf.question import SealQuestion
from kpu_desk.pdf.report_wire import packed, unpacked
from kpu_desk.pdf.verify_files import answers, verify_files
from kpu_desk.pdf.verify_worker import Limits
from tests.pdf import bombs
from tests.pdf.limited import limited_children
from tests.pdf.sealed_sample import AT, codes, key, sealed, unsealed
from tests.pdf.updates import Update, updated
from tests.waiting import LIMIT_S, until

ROOT = Path(__file__).parents[2]
PINS = (key().certificate_pem,)


def _written(folder: Path, *contents: bytes) -> list[Path]:
    paths = [folder / f"{number:03}.pdf" for number in range(len(contents))]
    for path, data in zip(paths, contents, strict=True):
        path.write_bytes(data)
    return paths


def test_reports_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    contents = [sealed(), b"", unsealed(), sealed() + b"x", b"bukan PDF", sealed(), unsealed(), sealed()]
    found = [report.verdict for report in verify_files(_written(tmp_path, *contents), PINS)]
    assert found == [
        Verdict.VALID,
        Verdict.CANNOT_VERIFY,
        Verdict.NO_SIGNATURE,
        Verdict.CHANGED,
        Verdict.CANNOT_VERIFY,
        Verdict.VALID,
        Verdict.NO_SIGNATURE,
        Verdict.VALID,
    ]
    assert not active_children()


def test_a_worker_says_what_the_verifier_says_here(tmp_path: Path) -> None:
    from kpu_desk.pdf.verify import verify_pdf

    for data in (sealed(), sealed() + b"\n", unsealed()):
        (report,) = verify_files(_written(tmp_path, data), PINS)
        assert report == verify_pdf(data, PINS)


class _EndlessQuestion(SealQuestion):
    """Thinks about one kind of file for ever, and not at all about the other."""

    def prepare(self) -> Callable[[bytes], SealReport]:
        return lambda data: until(lambda: data.endswith(b"quick") and self.cannot("QUICK"), "nobody ended it")


def test_a_file_that_takes_too_long_costs_itself_only(tmp_path: Path) -> None:
    endless, quick = b"%PDF-1.7\nendless", b"%PDF-1.7\nquick"
    paths = _written(tmp_path, endless, quick, endless, quick)
    found = list(answers(paths, _EndlessQuestion(PINS), limits=Limits(seconds=2)))
    assert [codes(report) for report in found] == [["TIME_LIMIT"], ["QUICK"], ["TIME_LIMIT"], ["QUICK"]]


def test_a_file_that_takes_too_much_memory_costs_itself_only(tmp_path: Path) -> None:
    bomb = bombs.deflate_bomb_of_objects(1_000)
    limits = Limits(memory_bytes=400_000_000)
    found = list(verify_files(_written(tmp_path, bomb, sealed()), PINS, limits=limits))
    assert codes(found[0]) == ["MEMORY_LIMIT"]
    assert found[1].verdict is Verdict.VALID


def test_a_worker_that_dies_is_a_result(tmp_path: Path) -> None:
    # With so little memory the libraries cannot even be loaded.
    paths = _written(tmp_path, sealed(), sealed())
    for report in verify_files(paths, PINS, limits=Limits(memory_bytes=40_000_000)):
        assert report.verdict is Verdict.CANNOT_VERIFY
        assert codes(report) == ["CHECK_ABORTED"]


def test_a_worker_that_is_killed_costs_one_file(tmp_path: Path) -> None:
    killed: list[int] = []

    def kill_the_first() -> bool:
        # As the system does when memory runs out; the answer "no" lets the others go on.
        for child in active_children():
            if not killed and child.pid is not None:
                killed.append(child.pid)
                child.kill()
        return False

    paths = _written(tmp_path, sealed(), sealed(), sealed())
    found = list(verify_files(paths, PINS, cancelled=kill_the_first))
    assert [codes(report) for report in found] == [["CHECK_ABORTED"], ["TRUSTED_SEAL"], ["TRUSTED_SEAL"]]


def test_names_that_are_no_text_are_read(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems know only names of Unicode")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\xfe.pdf"))
    path.write_bytes(sealed())
    (report,) = verify_files([path], PINS)
    assert report.verdict is Verdict.VALID


def test_a_large_sparse_file_is_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kpu_desk.pdf.verify_files._Worker", None)
    path = tmp_path / "besar.pdf"
    with path.open("wb") as file:
        file.write(unsealed())
        file.truncate(2 << 30)
    (report,) = verify_files([path], PINS)
    assert codes(report) == ["MEMORY_LIMIT"]


def test_large_honest_records_are_judged(tmp_path: Path) -> None:
    # 100 MB within an object of a stranger's file: no signature, and nothing wrong.
    data = bombs.pdf_of(bombs.one_page(o4=bombs.stream(os.urandom(100_000_000))))
    (report,) = verify_files(_written(tmp_path, data), PINS, limits=Limits(seconds=LIMIT_S))
    assert report.verdict is Verdict.NO_SIGNATURE


def test_bombs_are_answered_and_harm_nobody(tmp_path: Path) -> None:
    contents = [bomb() for bomb in bombs.BOMBS]
    paths = _written(tmp_path, *contents, sealed())
    verdicts = [report.verdict for report in verify_files(paths, PINS)]
    assert verdicts[-1] is Verdict.VALID
    odd = {
        bomb.__name__: verdict
        for bomb, verdict in zip(bombs.BOMBS, verdicts, strict=False)
        if verdict not in (Verdict.CANNOT_VERIFY, Verdict.NO_SIGNATURE)
    }
    assert not odd


def test_a_bomb_in_an_update_of_our_record(tmp_path: Path) -> None:
    def swap_metadata(writer: Update) -> None:
        packet = writer.root["/Metadata"]
        packet._data, packet._encoded_data = None, bombs.spaces(1_500)
        writer.update_container(packet)

    (report,) = verify_files(_written(tmp_path, updated(swap_metadata)), PINS)
    assert report.verdict in (Verdict.CANNOT_VERIFY, Verdict.CHANGED)


def test_cancelling_ends_early_and_leaves_nobody(tmp_path: Path) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    paths = _written(tmp_path, *[bombs.many_byte_ranges(250_000)] * 6)
    assert list(verify_files(paths, PINS, cancelled=cancelled)) == []
    assert not active_children()


def test_leaving_the_iterator_leaves_nobody(tmp_path: Path) -> None:
    reports = verify_files(_written(tmp_path, *[sealed()] * 6), PINS)
    assert next(reports).verdict is Verdict.VALID
    reports.close()
    assert not active_children()


def test_a_worker_keeps_to_its_memory_and_dies_with_its_parent(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("read from /proc")
    (path,) = _written(tmp_path, bombs.many_byte_ranges(250_000))
    code = (
        "import sys; from pathlib import Path; from kpu_desk.pdf.verify_files import verify_files\n"
        f"print('go', flush=True); list(verify_files([Path({str(path)!r})], ()))"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert parent.stdout is not None
    parent.stdout.readline()
    worker, *_others = until(lambda: limited_children(parent.pid), "no child with a limit of 1 GB")
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    until(lambda: not Path(f"/proc/{worker}").exists(), "the worker outlived its parent")


def test_reports_cross_the_pipe_unchanged() -> None:
    report = SealReport(
        Verdict.LATER_CHANGES,
        (Reason.of("LATER_SIGNATURE", field="Kedua", signer="Ñame 𝛼"), Reason.of("PAGES_CHANGED", before=1, after=2)),
        (SignatureReport("a", "b", True, False, True, AT), SignatureReport("", "", False, False, False, None, True)),
    )
    assert unpacked(packed(report)) == report


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\x80\x04K\x01.",
        b'{"verdict":"PERFECT","reasons":[],"signatures":[]}',
        b'{"verdict":"VALID","reasons":[[1,{}]],"signatures":[]}',
        b'{"verdict":"VALID","reasons":[["A",[]]],"signatures":[]}',
        b'{"verdict":"VALID","reasons":[],"signatures":[["a","b",true,true,true]]}',
        b'{"verdict":"VALID","reasons":[],"signatures":[["a","b",1,1,1,"kemarin",1]]}',
    ],
)
def test_nonsense_from_a_worker_is_no_report(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpacked(data)
