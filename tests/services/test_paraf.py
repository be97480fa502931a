"""A form that asks for paraf and for signatures under the lampiran: from the pad to the sealed record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.device_truth import device_truth
from kpu_desk.domain.documents import DocumentKind, InkKind
from kpu_desk.domain.errors import RuleError, StorageError
from kpu_desk.domain.ink_drawing import draw
from kpu_desk.domain.inkml import from_inkml, to_inkml
from kpu_desk.domain.journal import Event
from kpu_desk.domain.showing import ShownSheet
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.pdf.verify import verify_pdf
from kpu_desk.services import filing, opening, preparing, sealing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.services.ink_export import closed_inks, open_ink
from kpu_desk.services.ink_keeping import use_throwaway_key
from kpu_desk.storage import ceremonies, journal_rows
from kpu_desk.storage import inks as store
from tests.domain.ceremonies import ink
from tests.services.offices import (
    ACTOR,
    DEVICE,
    PASSPHRASE,
    ask_for_paraf,
    capture,
    limit_pages,
    make_desk,
    make_open,
    never,
    no_progress,
    sign_everything,
)
from tests.services.test_signing import large_ink

SIGNATURE, ATTACHMENT, PARAF = InkKind


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    ask_for_paraf(tmp_path)
    yield made
    made.close()


def _agreement(desk: Desk, ceremony: Ceremony, official_id: str) -> ShownSheet:
    sheets = signing.sitting_for(desk, ceremony.id, official_id).sheets
    return next(shown for shown in sheets if shown.title == DocumentKind.PK.full_name)


def test_the_window_is_told_what_to_ask_for_and_where_it_stands(desk: Desk) -> None:
    ceremony = make_open(desk)
    chair, _, secretary = ceremony.officials[:3]
    shown = _agreement(desk, ceremony, secretary.id)
    assert [asked.kind for asked in shown.asked] == [SIGNATURE, ATTACHMENT, PARAF]
    pages = len(shown.pages.sizes_um)
    assert pages > 1
    assert [[place.page for place in asked.places] for asked in shown.asked] == [[0], [pages - 1], list(range(pages))]
    assert "memarafnya" in shown.statement
    signing.accept(desk, ceremony.id, capture(secretary.id, shown, ink(1), ink(2), ink(3)))
    later = _agreement(desk, ceremony, chair.id)
    assert [(placed.kind, placed.ink) for placed in later.earlier] == [
        (SIGNATURE, draw(ink(1))),
        (ATTACHMENT, draw(ink(2))),
        (PARAF, draw(ink(3))),
    ]
    assert [placed.places for placed in later.earlier] == [asked.places for asked in shown.asked]
    others = [sheet for sheet in ceremony.sheets if sheet.kind is not DocumentKind.PK]
    assert {slot.inks for sheet in others for slot in sheet.slots} == {(SIGNATURE,)}


def test_all_of_it_is_there_after_opening_again(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    ask_for_paraf(tmp_path)
    ceremony = make_open(desk)
    secretary = ceremony.officials[2]
    shown = _agreement(desk, ceremony, secretary.id)
    after = signing.accept(desk, ceremony.id, capture(secretary.id, shown, ink(1), ink(2), ink(3)))
    desk.close()
    again = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    assert again.ceremony(ceremony.id) == after
    with again.database.reading() as session:
        inks, evidence = store.signed_inks(session, shown.sheet_id)["pihak_pertama"]
        entries = list(journal_rows.read_all(session))
    assert inks == {SIGNATURE: draw(ink(1)), ATTACHMENT: draw(ink(2)), PARAF: draw(ink(3))}
    assert [(one.kind, replace(one.device, truth=None), one.discarded) for one in evidence.further] == [
        (ATTACHMENT, DEVICE, 1),
        (PARAF, DEVICE, 2),
    ]
    # What the device delivered is measured for each ink by itself.
    assert [one.device.truth for one in evidence.further] == [device_truth(ink(2)), device_truth(ink(3))]
    (facts,) = [json.loads(entry.facts) for entry in entries if entry.event == Event.SIGNATURE_ACCEPTED]
    assert (facts["ink"], facts["attempts"]) == (ink(1).digest(), 1)
    assert facts["further"] == ["attachment", "paraf"]
    assert facts["further_inks"] == [ink(2).digest(), ink(3).digest()]
    assert facts["further_attempts"] == [2, 3]
    again.close()


def test_neither_without_the_other_whatever_the_window_hands_over(desk: Desk) -> None:
    ceremony = make_open(desk)
    secretary = ceremony.officials[2]
    shown = _agreement(desk, ceremony, secretary.id)
    whole = capture(secretary.id, shown, ink(1), ink(2), ink(3))
    first, second, third = whole.inks
    for inks in ((), (first,), (first, third), (second, third), (first, second, second), (third, second, first)):
        with pytest.raises(RuleError, match="KPU-INKS-ASKED"):
            signing.accept(desk, ceremony.id, replace(whole, inks=inks))
    with pytest.raises(RuleError, match="KPU-INK-FRESH"):
        signing.accept(desk, ceremony.id, replace(whole, inks=(first, second, replace(third, ink=first.ink))))
    # The disk is full when the paraf is written: the signature, written before it, is not there either.
    limit_pages(desk, 1)
    with pytest.raises(StorageError, match="DISK_FULL"):
        signing.accept(desk, ceremony.id, replace(whole, inks=(first, second, replace(third, ink=large_ink()))))
    limit_pages(desk, 1_000_000)
    with desk.database.reading() as session:
        assert not store.signed_inks(session, shown.sheet_id)
        assert ceremonies.load(session, ceremony.id) == desk.ceremony(ceremony.id)
    assert desk.ceremony(ceremony.id).signatures == ()
    assert signing.accept(desk, ceremony.id, whole).signatures


def test_a_longer_lampiran_asks_on_its_new_pages(desk: Desk) -> None:
    ceremony = make_open(desk)
    secretary = ceremony.officials[2]
    before = _agreement(desk, ceremony, secretary.id).asked[2].places
    assert ceremony.attachment is not None
    rows = tuple(replace(ceremony.attachment.targets[0], objective=f"Sasaran {n}") for n in range(90))
    preparing.set_attachment(desk, ceremony.id, replace(ceremony.attachment, targets=rows))
    after = _agreement(desk, ceremony, secretary.id).asked[2].places
    assert len(after) > len(before)


def test_the_record_carries_and_draws_each_ink(desk: Desk) -> None:
    ceremony = make_open(desk)
    number = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, number + 1)
    assert sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True).failed == ()
    summary = next(record for record in filing.records(desk, ceremony.id) if record.kind is DocumentKind.PK)
    pdf = filing.record_pdf(desk, summary.id, with_evidence=True)
    assert verify_pdf(pdf, (desk.certificate_pem,)).verdict is Verdict.VALID
    with pikepdf.open(BytesIO(pdf)) as document:
        data: dict[str, Any] = json.loads(document.attachments[DATA_NAME].get_file().read_bytes())
        pages = data["sheet"]["pages"]
        drawn = [_fills(document.pages[number]) for number in range(pages)]
    assert data["version"] == 3
    for signed in data["signatures"]:
        assert [one["kind"] for one in signed["inks"]] == ["signature", "attachment", "paraf"]
        digests = [one["digest"] for one in signed["inks"]]
        evidence = signed["evidence"]
        assert [evidence["ink_digest"], *(one["ink_digest"] for one in evidence["further"])] == digests
        paraf = signed["inks"][2]
        assert [place["page"] for place in paraf["places"]] == list(range(1, pages + 1))
        assert (paraf["samples"], paraf["strokes"]) == (20, 1)
    earlier = [one["digest"] for one in data["signatures"][0]["inks"]]
    assert data["signatures"][1]["evidence"]["earlier"] == earlier
    # Two signatures and two parafs on the statement, two parafs on each page of the lampiran, signed at its end; and
    # each page's code.
    assert drawn == [5, *[3] * (pages - 2), 5]


def _fills(page: pikepdf.Page) -> int:
    """Filled shapes of what the record draws over a frozen page: a signature or a paraf is one, and so is a code."""
    _begin, _frozen, _between, drawn, _end = page.obj["/Contents"]
    return sum(str(instruction.operator) == "f" for instruction in pikepdf.parse_content_stream(drawn))


def test_every_ink_is_exported_on_its_own_and_says_what_it_is(desk: Desk) -> None:
    ceremony = make_open(desk)
    secretary = ceremony.officials[2]
    shown = _agreement(desk, ceremony, secretary.id)
    key = use_throwaway_key(desk)
    signing.accept(desk, ceremony.id, capture(secretary.id, shown, ink(1), ink(2), ink(3)))
    found = closed_inks(desk, ceremony.id)
    assert [closed.stem for closed in found] == [
        "PK-001-pihak_pertama",
        "PK-001-lampiran-pihak_pertama",
        "PK-001-paraf-pihak_pertama",
    ]
    files = [to_inkml(open_ink(closed, key), closed.words) for closed in found]
    assert [from_inkml(text) for text in files] == [ink(1), ink(2), ink(3)]
    assert '<annotation type="description">Paraf, pihak_pertama, PK-001</annotation>' in files[2]
