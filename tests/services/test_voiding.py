"""Wrong person, wrong sheet, through a whole day: void with its reason, replaced, kept, told, never sealed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.ceremony_parts import Fault
from kpu_desk.domain.documents import DocumentKind, InkKind, Sheet
from kpu_desk.domain.errors import KnownError, RosterError, RuleError, StorageError
from kpu_desk.domain.pad import PadChange, PadPlace, Source, Written
from kpu_desk.domain.pen import StrokePoint, Tool
from kpu_desk.services import declaring, filing, numbering, preparing, sealing, signing, voiding
from kpu_desk.services.desk import Desk
from kpu_desk.storage import ceremonies, journal_rows, void_rows
from tests.domain.ceremonies import ink
from tests.services.offices import capture, make_desk, make_open, never, no_progress, sign_everything
from tests.services.test_forms_used import stored, words_of

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana")
NOTE = "Bagas duduk di tempat Larasati"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def of_kind(ceremony: Ceremony, kind: DocumentKind, subject: str | None = None) -> Sheet:
    """The sheet that stands."""
    return next(s for s in ceremony.sheets if s.kind is kind and s.subject_id == subject and not s.private)


def sign_first(desk: Desk, ceremony: Ceremony, sheet: Sheet, number: int = 1) -> Ceremony:
    """The maker signs one sheet."""
    slot = sheet.slots[0]
    sitting = signing.sitting_for(desk, ceremony.id, slot.official_id)
    shown = next(one for one in sitting.sheets if one.sheet_id == sheet.id)
    inks = [ink(number + place) for place in range(len(shown.asked))]
    return signing.accept(desk, ceremony.id, capture(slot.official_id, shown, *inks))


def as_stored(desk: Desk, ceremony_id: str) -> Ceremony | None:
    with desk.database.reading() as session:
        return ceremonies.load(session, ceremony_id)


def told(desk: Desk, event: str) -> list[dict[str, object]]:
    with desk.database.reading() as session:
        return [json.loads(entry.facts) for entry in journal_rows.read_all(session) if entry.event == event]


def void_one(desk: Desk) -> tuple[Ceremony, Sheet, Sheet]:
    """An open ceremony in which a signed PI became void; with it, and the one in its place."""
    ceremony = make_open(desk, OFFICES)
    old = of_kind(ceremony, DocumentKind.PI, ceremony.officials[2].id)
    sign_first(desk, ceremony, old)
    ceremony = voiding.make_void(desk, ceremony.id, old.id, Fault.WRONG_PERSON, f"  {NOTE} ")
    (void,) = ceremony.voids
    return ceremony, old, ceremony.sheet(void.replaced_by)


def test_both_sheets_are_kept_and_only_the_new_one_stands(desk: Desk) -> None:
    ceremony, old, new = void_one(desk)
    (void,) = ceremony.voids
    assert (void.sheet, void.fault, void.note, void.by) == (old, Fault.WRONG_PERSON, NOTE, desk.actor.name)
    assert (old.serial, new.serial) == ("PI-003", "PI-004")
    assert new.slots == old.slots
    assert new.frozen_sha256 not in (None, old.frozen_sha256)
    assert old not in ceremony.sheets
    assert ceremony.sheets.index(new) == 3
    assert ceremony.signed_slots(old.id)
    assert not ceremony.signed_slots(new.id)
    assert as_stored(desk, ceremony.id) == ceremony
    with pytest.raises(RuleError, match="KPU-SHEET-STANDS"):
        ceremony.sheet(old.id)
    # Its pages, its ink and its evidence can still be looked at.
    with desk.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM ink_drawing WHERE sheet_id = :id"), {"id": old.id}) == 1
        assert session.scalar(text("SELECT count(*) FROM frozen WHERE sheet_id = :id"), {"id": old.id}) == 1
    pages = filing.sheet_page_source(desk, ceremony.id, old.id)
    assert len(pages.sizes_um) == 1
    pages.close()


def test_the_journal_says_what_became_void_and_names_nobody(desk: Desk) -> None:
    ceremony, old, new = void_one(desk)
    (signature,) = ceremony.signatures_of(old.id)
    assert told(desk, "signature_voided") == [
        {
            "ceremony": ceremony.id,
            "sheet": old.serial,
            "role": "pembuat",
            "official": ceremony.officials[2].id,
            "ink": signature.ink_digest,
            "reason": "wrong_person",
        }
    ]
    (sheet,) = told(desk, "sheet_voided")
    assert (sheet["sheet"], sheet["by"], sheet["signatures"]) == (old.serial, new.serial, 1)
    assert len(str(sheet["note"])) == 64
    assert [fact["sheet"] for fact in told(desk, "sheet_frozen")][-1] == new.serial
    assert NOTE not in json.dumps(told(desk, "sheet_voided") + told(desk, "signature_voided"))


def test_the_person_is_called_again_for_the_new_sheet(desk: Desk) -> None:
    ceremony, old, new = void_one(desk)
    person = ceremony.officials[2].id
    assert new.id in {sheet.id for sheet, _ in ceremony.open_slots_of(person)}
    assert old.id not in {sheet.id for sheet, _ in ceremony.open_slots_of(person)}
    ceremony = sign_first(desk, ceremony, new, 40)
    # And void once more: the chain goes on.
    ceremony = voiding.make_void(desk, ceremony.id, new.id, Fault.WRONG_SHEET)
    assert [void.sheet.serial for void in ceremony.voids] == ["PI-003", "PI-004"]
    assert ceremony.sheet(ceremony.voids[1].replaced_by).serial == "PI-005"
    assert as_stored(desk, ceremony.id) == ceremony


def test_what_is_void_is_neither_counted_nor_sealed_but_told(desk: Desk) -> None:
    ceremony, old, new = void_one(desk)
    signed = sign_everything(desk, ceremony.id, 100)
    ceremony = preparing.close_ceremony(desk, ceremony.id)
    minutes = next(sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.BA)
    said = words_of(stored(desk, minutes.frozen_sha256 or ""))
    assert f"(orang keliru: {NOTE}), dibatalkan pukul 09.0" in said
    assert ("PI-003 atas nama Orang Rekaan" in said, ", diganti PI-004" in said) == (True, True)
    (closing,) = told(desk, "ceremony_closed")
    assert (closing["void"], closing["missing"]) == (1, 0)
    sign_everything(desk, ceremony.id, 100 + signed)
    result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert (result.failed, result.remaining) == ((), 0)
    after = desk.ceremony(ceremony.id)
    assert after.state is CeremonyState.SEALED
    register = filing.records(desk, ceremony.id)
    assert old.serial not in {line.serial for line in register}
    (record,) = [line for line in register if line.serial == new.serial]
    pdf = filing.record_pdf(desk, record.id, with_evidence=True)
    with pikepdf.open(BytesIO(pdf)) as opened:
        data = json.loads(opened.attachments["record.json"].get_file().read_bytes())
    (said,) = data["replaces"]
    assert (said["serial"], said["sha256"], said["signatures"]) == (old.serial, old.frozen_sha256, 1)
    assert said["reason"] == f"orang keliru: {NOTE}"
    assert "lembar PI-003, batal sejak" in words_of(pdf)
    (other,) = [line for line in register if line.serial == "PI-001"]
    with pikepdf.open(BytesIO(filing.record_pdf(desk, other.id, with_evidence=True))) as opened:
        assert "replaces" not in json.loads(opened.attachments["record.json"].get_file().read_bytes())
    with pytest.raises(RuleError, match="KPU-VOID-OPEN"):
        voiding.make_void(desk, ceremony.id, new.id, Fault.WRONG_SHEET)


def test_a_number_given_before_stays_with_the_void_sheet(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    old = of_kind(ceremony, DocumentKind.PK)
    sign_first(desk, ceremony, old)
    numbering.give_numbers(desk, ceremony.id, {old.id: "1/PR.03.1/31/2026"}, "")
    ceremony = voiding.make_void(desk, ceremony.id, old.id, Fault.WRONG_SHEET)
    new = of_kind(ceremony, DocumentKind.PK)
    with pytest.raises(KnownError):
        numbering.give_numbers(desk, ceremony.id, {new.id: "1/PR.03.1/31/2026"}, "")


@pytest.mark.parametrize(
    ("code", "fault", "note"),
    [("KPU-VOID-SIGNED", Fault.WRONG_PERSON, ""), ("KPU-VOID-REASON", Fault.OTHER, "  ")],
)
def test_nothing_becomes_void_without_signature_or_reason(desk: Desk, code: str, fault: Fault, note: str) -> None:
    ceremony = make_open(desk, OFFICES)
    sheet = of_kind(ceremony, DocumentKind.PK)
    if code == "KPU-VOID-REASON":
        ceremony = sign_first(desk, ceremony, sheet)
    with pytest.raises(RuleError, match=code):
        voiding.make_void(desk, ceremony.id, sheet.id, fault, note)
    assert as_stored(desk, ceremony.id) == ceremony
    assert told(desk, "sheet_voided") == []


def test_a_note_that_cannot_be_printed_is_refused(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    sheet = of_kind(ceremony, DocumentKind.PK)
    ceremony = sign_first(desk, ceremony, sheet)
    for note in ("salah \u0416", "x" * 5_000, "a\x07b"):
        with pytest.raises(RosterError):
            voiding.make_void(desk, ceremony.id, sheet.id, Fault.OTHER, note)


def test_strokes_on_the_pad_for_a_void_sheet_go_and_their_count_stays(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    sheet = of_kind(ceremony, DocumentKind.PI, ceremony.officials[2].id)
    ceremony = sign_first(desk, ceremony, sheet)
    stroke = Written((StrokePoint(1, 2, 3, 4), StrokePoint(5, 6, 7, 8)), Source("pena", True, False), Tool.PEN)
    place = PadPlace(sheet.id, sheet.slots[1].key, InkKind.SIGNATURE, sheet.frozen_sha256 or "")
    signing.keep(desk, ceremony.id, PadChange(place, 0, (stroke,), ()))
    voiding.make_void(desk, ceremony.id, sheet.id, Fault.WRONG_PERSON)
    with desk.database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM pending_stroke")) == 0
        assert session.scalar(text("SELECT count(*) FROM pad_act WHERE act = 'interrupted'")) == 1


def test_who_stands_on_a_void_sheet_stays_in_the_roster(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    attendance = of_kind(ceremony, DocumentKind.DH)
    # The Ketua alone signed the list; the others only have a line on it.
    sign_first(desk, ceremony, attendance)
    ceremony = voiding.make_void(desk, ceremony.id, attendance.id, Fault.OTHER, "daftar salah cetak")
    with pytest.raises(RuleError, match="KPU-VOID-KEPT"):
        preparing.remove_official(desk, ceremony.id, ceremony.officials[2].id)
    # A late person comes on the new list, under a serial that is not used twice.
    ceremony = preparing.add_official(desk, ceremony.id, name="Utari Hartaman", office="Pelaksana")
    assert [sheet.serial for sheet in ceremony.sheets if sheet.kind is DocumentKind.DH] == ["DH-002"]
    assert as_stored(desk, ceremony.id) == ceremony


def test_a_void_declaration_is_not_told_in_the_minutes(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    answers = ("Aktual", "Saudara menjadi rekanan", "Pengadaan")
    ceremony = declaring.declare(desk, ceremony.id, ceremony.officials[2].id, answers)
    (sheet,) = [one for one in ceremony.sheets if one.private]
    ceremony = sign_first(desk, ceremony, sheet)
    ceremony = voiding.make_void(desk, ceremony.id, sheet.id, Fault.WRONG_PERSON)
    (new,) = [one for one in ceremony.sheets if one.private]
    assert new.serial != sheet.serial
    ceremony = preparing.close_ceremony(desk, ceremony.id)
    minutes = next(one for one in ceremony.sheets if one.kind is DocumentKind.BA)
    words = words_of(stored(desk, minutes.frozen_sha256 or ""))
    assert sheet.serial not in words
    assert new.serial not in words


def test_a_failure_leaves_nothing_void(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ceremony = make_open(desk, OFFICES)
    sheet = of_kind(ceremony, DocumentKind.PK)
    ceremony = sign_first(desk, ceremony, sheet)

    def refuse(*_args: object) -> None:
        raise StorageError("DISK_FULL")

    monkeypatch.setattr(void_rows, "add", refuse)
    with pytest.raises(StorageError):
        voiding.make_void(desk, ceremony.id, sheet.id, Fault.WRONG_SHEET)
    assert desk.ceremony(ceremony.id) == ceremony == as_stored(desk, ceremony.id)


@dataclass(frozen=True)
class World:
    """An office with a void sheet, the one in its place, a signed PK and an unsigned PI."""

    desk: Desk
    ids: dict[str, str]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    desk = make_desk(tmp_path_factory.mktemp("batal") / "kantor")
    ceremony, void, new = void_one(desk)
    pk = of_kind(ceremony, DocumentKind.PK)
    ceremony = sign_first(desk, ceremony, pk, 70)
    pi = next(one for one in ceremony.sheets if one.kind is DocumentKind.PI and one is not new)
    yield World(desk, {"c": ceremony.id, "void": void.id, "new": new.id, "pk": pk.id, "pi": pi.id})
    desk.close()


_SPARE = (
    "INSERT INTO sheet (id, ceremony_id, position, kind, serial, subject_id, version, frozen_sha256, form_id)"
    " SELECT 'spare', ceremony_id, 99, kind, 'PK-999', subject_id, 1, frozen_sha256, form_id FROM sheet WHERE id = :pk"
)
_VOID = (
    'INSERT INTO void_sheet (ceremony_id, sheet_id, replaced_by, fault, note, at, "by")'
    " VALUES (:c, :{sheet}, {by}, '{fault}', ' ', 'x', 'y')"
)
_SIGN = (
    "INSERT INTO signature (ceremony_id, sheet_id, slot, official_id, ink_digest, evidence_digest, at, evidence)"
    " SELECT ceremony_id, sheet_id, 'saksi', official_id, 'd', 'e', 'x', evidence FROM signature WHERE sheet_id = :void"
)
_CLOSE = "UPDATE ceremony SET state = 'closed' WHERE id = :c"
_SEAL = (
    "INSERT INTO record (id, ceremony_id, sheet_id, content_digest, sealed_at, verdict, pdf, made, position, edition)"
    " VALUES ('r', :c, :{sheet}, 'd', 'x', 'valid', x'00', 1, 1, 1)"
)


def void_row(sheet: str = "pk", by: str = "'spare'", fault: str = "wrong_sheet") -> str:
    return _VOID.format(sheet=sheet, by=by, fault=fault)


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ((void_row(by=":pi"),), "another like it takes its place"),
        ((void_row(by=":pk"),), "another like it takes its place"),
        ((void_row("pi", ":new"),), "the sheet is signed"),
        ((void_row("void"),), "another like it takes its place"),
        ((void_row(), void_row()), "UNIQUE constraint failed: void_sheet"),
        ((void_row(fault="no such"),), "ck_void_sheet_fault"),
        ((void_row(fault="other"),), "ck_void_sheet_reason"),
        (("UPDATE sheet SET frozen_sha256 = NULL WHERE id = 'spare'", void_row()), "another like it takes its place"),
        ((_CLOSE, void_row()), "only before closing"),
        ((_SEAL.format(sheet="pk"),), "nothing is sealed now"),
        (("UPDATE void_sheet SET note = 'x'",), "rows never change"),
        (("DELETE FROM void_sheet",), "rows never go"),
        (("UPDATE sheet SET serial = 'PI-999' WHERE id = :void",), "a void sheet stays"),
        (("DELETE FROM sheet WHERE id = :void",), "a void sheet stays"),
        (("DELETE FROM slot WHERE sheet_id = :void",), "a void sheet stays"),
        (("UPDATE slot SET role = 'hadir' WHERE sheet_id = :void",), "a void sheet stays"),
        ((_SIGN,), "the sheet is void"),
        ((_CLOSE, _SEAL.format(sheet="void")), "the sheet is void"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_database_refuses_it_too(world: World, statements: tuple[str, ...], words: str) -> None:
    with pytest.raises(IntegrityError, match=words):
        store(world, *statements)
    assert as_stored(world.desk, world.ids["c"]) == world.desk.ceremony(world.ids["c"])


class TakenBackError(Exception):
    """Everything was stored; the world of the other tests stays as it is."""


def store(world: World, *statements: str) -> None:
    """All of it in one transaction that is taken back, if nothing was refused before."""
    with world.desk.database.transaction() as session:
        for statement in (_SPARE, *statements):
            session.execute(text(statement), {name: world.ids[name] for name in world.ids if f":{name}" in statement})
        raise TakenBackError


def test_the_database_takes_what_is_right(world: World) -> None:
    with pytest.raises(TakenBackError):
        store(world, void_row())
