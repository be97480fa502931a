"""Signers' copies: what each one saw comes out of the record again, and nothing comes out of a doubtful one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kpu_desk.cli.signer_copies import run_signer_copies
from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.record import RecordContent
from kpu_desk.pdf.drawn_ink import drawn_ink
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.record_file import SHEET_NAME, make_record
from kpu_desk.services import filing, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.services.record_contents import record_content, sealing_tasks
from kpu_desk.services.signer_copies import NOT_PROVEN, PROVEN
from kpu_desk.storage.records import chain_end
from tests.pdf.later_parts import stamped
from tests.services.offices import closed_desk, never, no_progress


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str, RecordContent]]:
    """A desk with a sealed ceremony, and the content of its first sheet's record with both signatures."""
    desk = closed_desk(tmp_path_factory.mktemp("kantor"))
    (ceremony,) = desk.ceremonies()
    task = next(task for task in sealing_tasks(desk, ceremony) if task.sheet.serial == "PI-001")
    with desk.database.reading() as session:
        end = chain_end(session, ceremony.id)
    content = record_content(desk, ceremony, task, end)
    sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    yield desk, ceremony.id, content
    desk.close()


@pytest.fixture
def record(office: tuple[Desk, str, RecordContent], tmp_path: Path) -> Path:
    desk, ceremony_id, _ = office
    chosen = next(line for line in filing.records(desk, ceremony_id) if line.serial == "PI-001")
    path = tmp_path / "PI-001.pdf"
    path.write_bytes(filing.record_pdf(desk, chosen.id, with_evidence=True))
    return path


def _call(desk: Desk, record: Path, folder: Path, *, trusted: bool = True) -> tuple[int, dict[str, Any]]:
    out, err = io.StringIO(), io.StringIO()
    pins = (desk.certificate_pem,) if trusted else ()
    status = run_signer_copies(
        [str(record)], folder, trust=(), workspace_certificates=pins, as_json=True, out=out, err=err
    )
    if status == 2:
        return status, {"message": err.getvalue()}
    (found,) = json.loads(out.getvalue())
    return status, found["signer_copies"] | {"verdict": found["verdict"]}


def _sealed_anew(desk: Desk, content: RecordContent, path: Path) -> Path:
    """A record of other content, sealed by the same office: what only the office itself could make."""
    path.write_bytes(make_record(content, desk.seal_key(), at=desk.clock()).pdf)
    return path


def test_each_signer_gets_the_sheet_as_it_was_shown(
    office: tuple[Desk, str, RecordContent], record: Path, tmp_path: Path
) -> None:
    desk, _, content = office
    status, found = _call(desk, record, tmp_path / "salinan")
    assert status == 0
    assert found["complete"]
    assert (found["proven"], found["not_proven"]) == (PROVEN, NOT_PROVEN)
    assert [Path(one["file"]).name for one in found["signers"]] == ["PI-001-1-pembuat.pdf", "PI-001-2-saksi.pdf"]
    assert [one["earlier_inks"] for one in found["signers"]] == [0, 1]
    first, second = (Path(one["file"]).read_bytes() for one in found["signers"])
    # The first signer saw the frozen bytes and nothing else; their digest is the one in the evidence.
    assert sha256(first).hexdigest() == content.signatures[0].evidence.frozen_sha256 == found["sheet_sha256"]
    with pikepdf.open(BytesIO(second)) as pdf:
        drawn = [ink for page in pdf.pages for ink in drawn_ink(page)]
        assert "/Metadata" not in pdf.Root, "a copy that was drawn on makes no claim of conformance"
    placed = content.signatures[0].inks[0]
    shape = ink_shape(placed.ink, placed.places[0])
    assert shape is not None
    assert len(drawn) == 1
    for ours, told in zip(drawn[0].polygons, shape.polygons, strict=True):
        for (x, y), (a, b) in zip(ours, told, strict=True):
            assert (x, y) == pytest.approx((a, b), abs=0.03)


def test_every_record_of_a_ceremony_gives_its_copies(office: tuple[Desk, str, RecordContent], tmp_path: Path) -> None:
    desk, ceremony_id, _ = office
    for line in filing.records(desk, ceremony_id):
        path = tmp_path / f"{line.serial}.pdf"
        path.write_bytes(filing.record_pdf(desk, line.id, with_evidence=True))
        status, found = _call(desk, path, tmp_path / "salinan")
        assert status == 0, found
        assert len(found["signers"]) == len(desk.ceremony(ceremony_id).sheet(_sheet(desk, line.id)).slots)


def _sheet(desk: Desk, record_id: str) -> str:
    from kpu_desk.storage import records

    with desk.database.reading() as session:
        found = records.record(session, record_id)
    assert found is not None
    return found.sheet_id


def test_a_time_stamped_record_still_gives_them(
    office: tuple[Desk, str, RecordContent], record: Path, tmp_path: Path
) -> None:
    record.write_bytes(stamped(record.read_bytes()))
    status, found = _call(office[0], record, tmp_path / "salinan")
    assert status == 0
    assert found["complete"]


@pytest.mark.parametrize("spoil", ["flipped", "appended", "untrusted", "unsealed"])
def test_nothing_comes_out_of_a_file_that_is_not_valid(
    office: tuple[Desk, str, RecordContent], record: Path, tmp_path: Path, spoil: str
) -> None:
    data = bytearray(record.read_bytes())
    if spoil == "flipped":
        data[2_000] ^= 1
    elif spoil == "appended":
        data += b"\n%%EOF\n"
    elif spoil == "unsealed":
        with pikepdf.open(record) as pdf:
            data = bytearray(pdf.attachments[SHEET_NAME].get_file().read_bytes())
    record.write_bytes(data)
    status, found = _call(office[0], record, tmp_path / "salinan", trusted=spoil != "untrusted")
    assert status == 1
    assert found["verdict"] != "VALID"
    assert (found["signers"], found["proven"]) == ([], None)
    assert not (tmp_path / "salinan").exists()


def test_a_file_that_is_there_is_never_written_over(
    office: tuple[Desk, str, RecordContent], record: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "salinan"
    folder.mkdir()
    (folder / "PI-001-2-saksi.pdf").write_bytes(b"catatan orang lain")
    status, found = _call(office[0], record, folder)
    assert status == 2
    assert "sudah ada" in found["message"]
    assert [path.name for path in folder.iterdir()] == ["PI-001-2-saksi.pdf"]
    assert (folder / "PI-001-2-saksi.pdf").read_bytes() == b"catatan orang lain"


def test_wrong_calls(office: tuple[Desk, str, RecordContent], record: Path, tmp_path: Path) -> None:
    for paths in ([str(record), str(record)], [str(tmp_path)], [str(tmp_path / "tidak-ada.pdf")]):
        out, err = io.StringIO(), io.StringIO()
        status = run_signer_copies(
            paths, tmp_path / "salinan", trust=(), workspace_certificates=(), as_json=False, out=out, err=err
        )
        assert status == 2
        assert out.getvalue() == ""
        assert err.getvalue().count("\n") == 1


# --- records that an office with a key could make, but whose digests do not agree ------------------------------------


def test_another_sheet_than_the_one_in_the_evidence(office: tuple[Desk, str, RecordContent], tmp_path: Path) -> None:
    desk, _, content = office
    with pikepdf.open(BytesIO(content.frozen)) as pdf:
        pdf.trailer.Info.Title = "Lembar lain"
        output = BytesIO()
        pdf.save(output, deterministic_id=True)
    swapped = _sealed_anew(desk, replace(content, frozen=output.getvalue()), tmp_path / "lain.pdf")
    status, found = _call(desk, swapped, tmp_path / "salinan")
    assert status == 1
    assert [one["sheet"] for one in found["signers"]] == [False, False]
    assert not (tmp_path / "salinan").exists()


def test_earlier_inks_left_out_or_in_another_order(office: tuple[Desk, str, RecordContent], tmp_path: Path) -> None:
    desk, _, content = office
    one, two = content.signatures
    forgotten = replace(two, evidence=replace(two.evidence, earlier=()))
    for signatures in ((one, forgotten), (two, one)):
        path = _sealed_anew(desk, replace(content, signatures=signatures), tmp_path / "lain.pdf")
        status, found = _call(desk, path, tmp_path / f"salinan-{signatures[0].slot}")
        assert status == 1
        assert False in [signer["earlier"] for signer in found["signers"]]
        assert {signer["file"] for signer in found["signers"] if not signer["earlier"]} == {None}


def test_evidence_of_somebody_else(office: tuple[Desk, str, RecordContent], tmp_path: Path) -> None:
    desk, _, content = office
    one, two = content.signatures
    path = _sealed_anew(desk, replace(content, signatures=(replace(one, name="Orang Lain"), two)), tmp_path / "a.pdf")
    status, found = _call(desk, path, tmp_path / "salinan")
    assert status == 1
    assert [signer["evidence"] for signer in found["signers"]] == [False, True]


def test_ink_that_is_not_where_the_record_says(
    office: tuple[Desk, str, RecordContent], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _, content = office

    def elsewhere(ink: Any, place: SlotPlace) -> Any:
        return ink_shape(ink, replace(place, y_um=place.y_um + 60_000))

    monkeypatch.setattr("kpu_desk.pdf.record_overlay.ink_shape", elsewhere)
    path = _sealed_anew(desk, content, tmp_path / "a.pdf")
    status, found = _call(desk, path, tmp_path / "salinan")
    assert status == 1
    assert [signer["drawn"] for signer in found["signers"]] == [True, False]


def test_a_long_list_is_asked_for_in_parts(
    office: tuple[Desk, str, RecordContent], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kpu_desk.pdf import signer_copies

    desk = office[0]
    data, pins = record.read_bytes(), (desk.certificate_pem,)
    whole = signer_copies.signer_copies(data, pins)
    monkeypatch.setattr(signer_copies, "LARGEST_ANSWER", 1)
    parts = [signer_copies.signer_copies(data, pins, start) for start in range(2)]
    assert [len(part.copies) for part in parts] == [1, 1]
    assert tuple(copy for part in parts for copy in part.copies) == whole.copies


def test_what_the_worker_says_comes_back_as_it_was(office: tuple[Desk, str, RecordContent], record: Path) -> None:
    from kpu_desk.pdf.copies_question import CopiesQuestion

    question = CopiesQuestion((office[0].certificate_pem,))
    answer = question.prepare()(record.read_bytes())
    assert answer.copies
    assert question.unpacked(question.packed(answer)) == answer
    for nonsense in (b"", b"{}", b"[]", b'{"report": 1}'):
        with pytest.raises(ValueError, match=r"no copies|no text|Expecting"):
            question.unpacked(nonsense)


def test_names_of_files_cannot_lead_out_of_the_folder(office: tuple[Desk, str, RecordContent], tmp_path: Path) -> None:
    desk, _, content = office
    path = _sealed_anew(desk, replace(content, serial="../../PI 001"), tmp_path / "a.pdf")
    _, found = _call(desk, path, tmp_path / "salinan")
    names = [one["file"] for one in found["signers"]]
    assert all(Path(name).parent == tmp_path / "salinan" for name in names)
    assert [Path(name).name for name in names] == ["PI-001-1-pembuat.pdf", "PI-001-2-saksi.pdf"]
