"""What was on the screen is evidence: a page that is swapped between view and seal is refused at each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from kpu_desk.domain.documents import ComposedSheet
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import evidence_from_dict
from kpu_desk.domain.receipt import NoticeShown, RunConfirmed
from kpu_desk.domain.showing import Captured
from kpu_desk.pdf.seen_pages import RENDERER, seen_digests
from kpu_desk.services import preparing, sealing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import inks as stored_inks
from kpu_desk.storage import records
from tests.domain import ceremonies
from tests.domain.ceremonies import ink
from tests.services.offices import capture, make_desk, make_open, never, no_progress, sign_everything


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


def first_capture(desk: Desk) -> tuple[str, Captured]:
    """A ceremony's id and what the first sheet of its staff gives."""
    ceremony = make_open(desk)
    staff = ceremony.officials[4]
    shown = signing.sitting_for(desk, ceremony.id, staff.id).sheets[0]
    return ceremony.id, capture(staff.id, shown, ink(1))


def swap(monkeypatch: pytest.MonkeyPatch, sheet_sha256: str, other: ComposedSheet) -> None:
    """From now on the cupboard gives another sheet's bytes under this digest."""
    genuine, several = records.frozen, records.all_frozen

    def all_frozen(session: Session, digests: Iterable[str]) -> Mapping[str, ComposedSheet]:
        found = several(session, digests)
        return {**found} | ({sheet_sha256: other} if sheet_sha256 in found else {})

    monkeypatch.setattr(records, "frozen", lambda s, sha: other if sha == sheet_sha256 else genuine(s, sha))
    monkeypatch.setattr(records, "all_frozen", all_frozen)


def frozen_of(desk: Desk, ceremony_id: str, sheet_id: str) -> ComposedSheet:
    with desk.database.reading() as session:
        found = records.frozen(session, desk.ceremony(ceremony_id).sheet(sheet_id).frozen_sha256 or "")
    assert found is not None
    return found


def test_the_receipt_is_kept_and_its_pages_come_out_again(desk: Desk) -> None:
    ceremony_id, captured = first_capture(desk)
    notice = NoticeShown("2026-11", "ab" * 32, 2)
    told = replace(captured.receipt, text_size=150, high_contrast=True, left_handed=True, notice=notice)
    signing.accept(desk, ceremony_id, replace(captured, receipt=told))
    with desk.database.reading() as session:
        ((_, evidence),) = stored_inks.signed_inks(session, captured.sheet_id).values()
    assert evidence.receipt == told
    assert told.renderer == RENDERER
    widths = [page.width_px for page in told.pages]
    drawn = seen_digests(frozen_of(desk, ceremony_id, captured.sheet_id), (), widths)
    assert drawn == tuple(page.sha256 for page in told.pages)


def test_evidence_without_a_receipt_reads_as_it_always_did(desk: Desk) -> None:
    ceremony = ceremonies.opened()
    old = ceremonies.evidence(ceremony, ceremony.sheets[0], ceremony.sheets[0].slots[0], "0f" * 32)
    assert "receipt" not in old.as_dict()
    assert evidence_from_dict(old.as_dict()) == old
    _, captured = first_capture(desk)
    new = replace(old, receipt=replace(captured.receipt, run=RunConfirmed(3, "0f" * 32)))
    assert evidence_from_dict(new.as_dict()) == new
    assert new.digest() != old.digest()


def test_a_page_swapped_after_it_was_seen_is_refused_at_accept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ceremony_id, captured = first_capture(desk)
    ceremony = desk.ceremony(ceremony_id)
    other = next(sheet for sheet in ceremony.sheets if sheet.id != captured.sheet_id)
    genuine = frozen_of(desk, ceremony_id, captured.sheet_id)
    pdf = frozen_of(desk, ceremony_id, other.id).pdf
    swap(monkeypatch, captured.frozen_sha256, replace(genuine, pdf=pdf))
    with pytest.raises(RuleError, match="KPU-PAGES-AS-SEEN"):
        signing.accept(desk, ceremony_id, captured)
    assert desk.ceremony(ceremony_id).signatures == ()


@pytest.mark.parametrize("fault", ["picture", "missing", "superfluous", "statement"])
def test_a_receipt_that_tells_something_else_is_refused(desk: Desk, fault: str) -> None:
    ceremony_id, captured = first_capture(desk)
    told = captured.receipt
    page = told.pages[0]
    wrong = {
        "picture": replace(told, pages=(replace(page, sha256="ab" * 32), *told.pages[1:])),
        "missing": replace(told, pages=told.pages[:-1]),
        "superfluous": replace(told, pages=(*told.pages, page)),
        "statement": replace(told, statement="Saya belum membaca."),
    }[fault]
    with pytest.raises(RuleError, match=r"KPU-PAGES-AS-SEEN|KPU-RECEIPT-WHOLE"):
        signing.accept(desk, ceremony_id, replace(captured, receipt=wrong))
    assert desk.ceremony(ceremony_id).signatures == ()


@pytest.mark.parametrize("fault", ["bytes", "pages"])
def test_a_sheet_swapped_after_it_was_signed_is_not_sealed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    ceremony = make_open(desk, ceremonies.OFFICES[:3])
    signed = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, signed + 1)
    victim, other = desk.ceremony(ceremony.id).sheets[:2]
    genuine = frozen_of(desk, ceremony.id, victim.id)
    pdf = frozen_of(desk, ceremony.id, other.id).pdf
    changed = replace(genuine, pdf=pdf) if fault == "bytes" else replace(genuine, pages=genuine.pages + 1)
    swap(monkeypatch, victim.frozen_sha256 or "", changed)
    result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert result.failed == ((victim.serial, "KPU-SHEET-UNTOUCHED"),)
    assert result.sealed == len(desk.ceremony(ceremony.id).sheets) - 1
    monkeypatch.undo()
    again = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert (again.sealed, again.failed) == (1, ())
