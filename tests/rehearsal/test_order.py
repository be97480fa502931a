"""What a rehearsal refuses before it begins: one sentence, the right status, and nothing made."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpu_desk.domain.ink import make_ink
from kpu_desk.domain.inkml import to_inkml
from kpu_desk.domain.invented_people import invent_people, roster_csv
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.gui.rehearsal.command import rehearse
from kpu_desk.gui.rehearsal.order import Wanted, prepare
from kpu_desk.gui.rehearsal.recordings import InkSupply, read_recordings

SVC = "5\n" + "".join(f"{n} {n * 2} {n * 10} {int(n > 0)} 900 600 500\n" for n in range(5))


def _inkml() -> str:
    points = tuple(StrokePoint(n * 900, n * 500, 30_000, n * 8) for n in range(6))
    return to_inkml(make_ink((points,), tool=Tool.MOUSE, width_um=9_000, height_um=5_000, has_pressure=False))


def _refused(
    capsys: pytest.CaptureFixture[str],
    *,
    roster: Path | None = None,
    ink: Path | None = None,
    out: Path | None = None,
    people: int | None = None,
    forms: Path | None = None,
) -> tuple[int, list[str]]:
    status = rehearse(Wanted(roster=roster, ink=ink, out=out, people=people, forms=forms))
    said = capsys.readouterr()
    assert not said.out
    return status, said.err.splitlines()


def test_a_folder_that_is_not_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lama.txt").write_text("x")
    status, said = _refused(capsys, out=tmp_path)
    assert (status, len(said)) == (2, 1)
    assert "tidak kosong" in said[0]


def test_a_file_in_place_of_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "hasil").write_text("x")
    status, said = _refused(capsys, out=tmp_path / "hasil")
    assert (status, len(said)) == (2, 1)
    status, said = _refused(capsys, out=tmp_path / "hasil" / "dalam")
    assert (status, len(said)) == (2, 1)


def test_what_is_no_roster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "surat.csv").write_text("Yang terhormat\n")
    status, said = _refused(capsys, roster=tmp_path / "surat.csv", out=tmp_path / "hasil")
    assert (status, len(said)) == (2, 1)
    status, said = _refused(capsys, roster=tmp_path / "tidak-ada.xlsx", out=tmp_path / "hasil")
    assert (status, len(said)) == (2, 1)
    assert not (tmp_path / "hasil").exists()


def test_a_roster_with_errors_names_them_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = roster_csv(invent_people(12)).replace(";-;-;Ketua", ";1,97E+17;-;Ketua").replace("Petugas Administrasi", "")
    (tmp_path / "daftar.csv").write_text(text, "utf-8", newline="")
    status, said = _refused(capsys, roster=tmp_path / "daftar.csv", out=tmp_path / "hasil")
    assert (status, len(said)) == (1, 3)
    assert not (tmp_path / "hasil").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Bukan rekaman\n"),
        ("a.txt", "5\n1 2 3\n"),
        ("a.svc", "2\n1 1 1 0 900 600 5\n2 2 2 1 900 600 5\n"),
        ("a.txt", "5\n" + "1 1 1 1 900 600 5\n" * 5),
        ("a.inkml", SVC),
        ("a.inkml", _inkml().replace("InkML", "Other")),
        ("a.md", SVC),
        ("a.txt", "\udcff"),
    ],
)
def test_pens_that_cannot_write(name: str, content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pens = tmp_path / "pena"
    pens.mkdir()
    (pens / name).write_text(content, "utf-8", errors="surrogateescape")
    status, said = _refused(capsys, ink=pens, out=tmp_path / "hasil")
    assert (status, len(said)) == (2, 1)
    assert name in said[0] or name == "a.md"
    assert not (tmp_path / "hasil").exists()


def test_no_folder_of_pens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = _refused(capsys, ink=tmp_path / "tidak-ada", out=tmp_path / "hasil")
    assert (status, len(said)) == (2, 1)


def test_no_forms_where_forms_should_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (tmp_path / "tidak-ada", tmp_path):
        status, said = _refused(capsys, forms=folder, out=tmp_path / "hasil")
        assert (status, len(said)) == (2, 1)
        assert str(folder) in said[0]
    assert not (tmp_path / "hasil").exists()


def test_pens_come_bytewise_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "B.txt", "a10.SVC", "a2.inkml", "Ä.txt"):
        (tmp_path / name).write_text(_inkml() if name.endswith("inkml") else SVC, "utf-8")
    (tmp_path / "dalam.txt").mkdir()
    recordings = read_recordings(tmp_path)
    assert [recording.source for recording in recordings] == ["B.txt", "a10.SVC", "a2.inkml", "b.txt", "Ä.txt"]
    supply = InkSupply(recordings)
    assert [supply.next_for(0).source for _ in range(5)] == [recording.source for recording in recordings]
    made = [supply.next_for(0) for _ in range(3)]
    assert [recording.source for recording in made] == [None] * 3
    assert len(set(made)) == 3


def test_the_first_people_of_a_roster(tmp_path: Path) -> None:
    (tmp_path / "daftar.csv").write_text(roster_csv(invent_people(12)), "utf-8", newline="")
    order = prepare(Wanted(roster=tmp_path / "daftar.csv", out=tmp_path / "hasil", people=5))
    assert order.reading is not None
    assert (order.cut, order.people, len(order.reading.rows)) == (True, 5, 5)
    again = prepare(Wanted(roster=tmp_path / "daftar.csv", out=tmp_path / "hasil", people=50))
    assert (again.cut, again.people) == (False, 12)


def test_twelve_people_and_a_fresh_folder_are_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = (prepare(Wanted()) for _ in range(2))
    assert first.people == 12
    assert first.out != second.out
    assert sorted(tmp_path.iterdir()) == sorted([first.out, second.out])
