"""A declaration of conflict through a whole day: private, sealed as its own record, journaled without its content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.documents import DocumentKind, Meterai, Sheet
from kpu_desk.domain.errors import RosterError, RuleError
from kpu_desk.services import attending, declaring, filing, following, meterai, preparing, sealing, signing
from kpu_desk.services.desk import Desk
from kpu_desk.services.numbering import number_lines
from kpu_desk.services.recomposing import compose_again
from kpu_desk.storage import ceremonies, journal_rows
from tests.domain.ceremonies import ink
from tests.services.offices import Clock, capture, make_desk, make_draft, make_open, never, no_progress, sign_everything
from tests.services.test_forms_used import stored, words_of

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana")
ANSWERS = ("Aktual, hubungan keluarga", "Saudara kandung menjadi rekanan", "Pengadaan logistik")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A fresh office."""
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def staff(ceremony: Ceremony) -> str:
    """Who declares."""
    return next(o.id for o in ceremony.officials if o.office == "Pelaksana")


def private(ceremony: Ceremony) -> Sheet:
    """The one declaration."""
    (sheet,) = (sheet for sheet in ceremony.sheets if sheet.private)
    return sheet


def as_stored(desk: Desk, ceremony_id: str) -> Ceremony | None:
    """The ceremony as the next start would read it."""
    with desk.database.reading() as session:
        return ceremonies.load(session, ceremony_id)


def test_declarations_keep_their_order_when_the_clock_goes_back(tmp_path: Path) -> None:
    clock = Clock()
    desk = make_desk(tmp_path / "kantor", clock=clock)
    ceremony = make_draft(desk, (*OFFICES, "Pelaksana"))
    for official in reversed(ceremony.officials[2:]):
        ceremony = declaring.declare(desk, ceremony.id, official.id, ANSWERS)
        clock.now -= timedelta(days=365)
    assert as_stored(desk, ceremony.id) == ceremony
    desk.close()


def test_a_declaration_goes_through_the_day(desk: Desk, tmp_path: Path) -> None:
    ceremony = make_open(desk, OFFICES)
    assert len(declaring.declaration_fields(desk, ceremony.id)) == len(ANSWERS)
    ceremony = declaring.declare(desk, ceremony.id, staff(ceremony), ANSWERS)
    assert as_stored(desk, ceremony.id) == ceremony
    sheet = private(ceremony)
    frozen = stored(desk, sheet.frozen_sha256 or "")
    assert all(answer in words_of(frozen) for answer in ANSWERS)
    assert "TERBATAS" in words_of(frozen)
    sitting = signing.sitting_for(desk, ceremony.id, staff(ceremony))
    shown = [one for one in sitting.sheets if one.sheet_id == sheet.id]
    assert [one.title for one in shown] == ["Deklarasi Konflik Kepentingan"]
    assert "memahami Deklarasi Konflik Kepentingan ini" in shown[0].statement
    for one in sitting.sheets:
        one.pages.close()
    signed = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, signed + 1)
    result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert (result.failed, result.remaining) == ((), 0)
    after = desk.ceremony(ceremony.id)
    assert after.state is CeremonyState.SEALED
    assert as_stored(desk, ceremony.id) == after

    register = {record.serial: record for record in filing.records(desk, ceremony.id)}
    assert register[sheet.serial].title == "Deklarasi Konflik Kepentingan"
    assert "PBBK-003" not in register
    assert register["PBBK-001"].title == "Pernyataan Bebas Benturan Kepentingan"
    with pikepdf.open(BytesIO(filing.record_pdf(desk, register[sheet.serial].id, True))) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
    assert data["title"] == "Deklarasi Konflik Kepentingan"
    assert "Saudara" not in json.dumps(data)

    minutes = next(one for one in after.sheets if one.kind is DocumentKind.BA)
    told = words_of(stored(desk, minutes.frozen_sha256 or ""))
    assert "eklarasi" not in told
    assert "Semua yang hadir telah menandatangani lembarnya yang dihitung di atas." in told
    with desk.database.reading() as session:
        journal = [(entry.event, entry.facts) for entry in journal_rows.read_all(session)]
    assert ("declaration_noted", f'{{"ceremony":"{ceremony.id}","official":"{staff(ceremony)}"}}') in journal
    # A closing word may be one of these.
    other = [facts for event, facts in journal if event != "ceremony_closed"]
    assert not [facts for facts in other if "Saudara" in facts or "keluarga" in facts]

    ids = [register[sheet.serial].id, register["PBBK-001"].id]
    saved = filing.export_records(
        desk, ids, tmp_path / "keluar", with_evidence=True, progress=no_progress, cancelled=never
    )
    assert [path.relative_to(tmp_path / "keluar").as_posix() for path in saved] == [
        f"TERBATAS/{sheet.serial}.pdf",
        "PBBK-001.pdf",
    ]


def test_it_is_noted_in_a_draft_and_planned_at_the_opening(desk: Desk) -> None:
    ceremony = make_draft(desk, OFFICES)
    ceremony = declaring.declare(desk, ceremony.id, staff(ceremony), ANSWERS)
    assert as_stored(desk, ceremony.id) == ceremony
    ceremony = preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    assert as_stored(desk, ceremony.id) == ceremony
    assert compose_again(desk, private(ceremony).frozen_sha256 or "").same


def test_it_is_taken_back_before_signing_and_leaves_nothing_behind(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    person = staff(ceremony)
    before = desk.ceremony(ceremony.id)
    declaring.declare(desk, ceremony.id, person, ANSWERS)
    after = declaring.withdraw(desk, ceremony.id, person)
    assert after == before == as_stored(desk, ceremony.id)
    with pytest.raises(RuleError, match="KPU-NOT-DECLARED"):
        declaring.withdraw(desk, ceremony.id, person)


def test_it_is_possible_after_the_closing_for_a_statement_that_is_still_unsigned(desk: Desk) -> None:
    ceremony = make_draft(desk, OFFICES)
    preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    ceremony = preparing.close_ceremony(desk, ceremony.id)
    after = declaring.declare(desk, ceremony.id, staff(ceremony), ANSWERS)
    following.open_sitting(desk, ceremony.id)
    attending.check_in(desk, ceremony.id, staff(ceremony), "dikenal petugas")
    sheets = signing.sitting_for(desk, ceremony.id, staff(ceremony)).sheets
    assert private(after).serial in {one.serial for one in sheets}
    for one in sheets:
        one.pages.close()


def test_what_cannot_be_printed_is_refused_with_its_entry(desk: Desk) -> None:
    ceremony = make_draft(desk, OFFICES)
    for answers, code in (
        (("a", "b", "\U0001f600"), "FIELD_NOT_PRINTABLE"),
        (("a", "b" * 2_000, "c"), "FIELD_TOO_LONG"),
    ):
        with pytest.raises(RosterError, match=code) as caught:
            declaring.declare(desk, ceremony.id, staff(ceremony), answers)
        assert caught.value.facts["field"] == "declaration"
    assert desk.ceremony(ceremony.id).declarations == ()


def test_a_sheet_shown_before_the_declaration_can_no_longer_be_signed(desk: Desk) -> None:
    ceremony = make_open(desk, OFFICES)
    person = staff(ceremony)
    sitting = signing.sitting_for(desk, ceremony.id, person)
    statement = next(one for one in sitting.sheets if one.serial.startswith("PBBK"))
    declaring.declare(desk, ceremony.id, person, ANSWERS)
    with pytest.raises(RuleError, match="KPU-DECLARED-APART"):
        signing.accept(desk, ceremony.id, capture(person, statement, ink(1)))
    for one in sitting.sheets:
        one.pages.close()


def test_the_secretary_notes_the_meterai_and_the_record_says_so(desk: Desk) -> None:
    desk.profile = replace(desk.profile, meterai=("PI = box", "PBBK = electronic"))
    ceremony = make_open(desk, OFFICES)
    ids = {sheet.serial: sheet.id for sheet in ceremony.sheets}
    asked = {line.serial for line in meterai.meterai_lines(desk, ceremony.id) if line.asked}
    assert asked == {"PI-001", "PI-002", "PI-003", "PBBK-001", "PBBK-002", "PBBK-003"}
    meterai.note_meterai(
        desk,
        ceremony.id,
        {
            ids["PI-001"]: (Meterai.BOX, " 9a1b 2c345678 "),
            ids["PI-002"]: (Meterai.NONE, "abaikan"),
            ids["PBBK-001"]: (Meterai.ELECTRONIC, ""),
        },
    )
    with pytest.raises(RuleError, match="KPU-METERAI-ONCE") as caught:
        meterai.note_meterai(desk, ceremony.id, {ids["PI-003"]: (Meterai.BOX, "9A1B2C345678")})
    assert caught.value.facts["serial"] == "PI-001"
    for wrong, code in (("", "NUMBERED"), ("***", "SERIAL"), ("x" * 41, "SERIAL")):
        with pytest.raises(RuleError, match=f"KPU-METERAI-{code}"):
            meterai.note_meterai(desk, ceremony.id, {ids["PI-003"]: (Meterai.BOX, wrong)})
    signed = sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, signed + 1)
    sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    noted = {}
    for record in filing.records(desk, ceremony.id):
        with pikepdf.open(BytesIO(filing.record_pdf(desk, record.id, True))) as pdf:
            noted[record.serial] = json.loads(pdf.attachments["record.json"].get_file().read_bytes())["sheet"][
                "meterai"
            ]
    assert noted["PI-001"] == {"kind": "box", "serial": "9A1B 2C345678"}
    assert noted["PI-002"] == {"kind": "none", "serial": ""}
    assert noted["PBBK-001"] == {"kind": "electronic", "serial": ""}
    assert noted["PI-003"] is None
    first = next(record for record in filing.records(desk, ceremony.id) if record.serial == "PI-001")
    page = words_of(filing.record_pdf(desk, first.id, True))
    assert "meterai tempel, nomor seri 9A1B 2C345678, menurut catatan sekretariat" in page
    with pytest.raises(RuleError, match="KPU-SHEET-SEALED"):
        meterai.note_meterai(desk, ceremony.id, {ids["PI-003"]: (Meterai.NONE, "")})
    assert meterai.meterai_lines(desk, ceremony.id) == ()


def test_a_waived_sheet_needs_neither_number_nor_meterai(desk: Desk) -> None:
    desk.profile = replace(desk.profile, numbered_kinds=tuple(DocumentKind))
    ceremony = make_open(desk, OFFICES)
    ceremony = declaring.declare(desk, ceremony.id, staff(ceremony), ANSWERS)
    for lines in (number_lines(desk, ceremony.id), meterai.meterai_lines(desk, ceremony.id)):
        serials = {line.serial for line in lines}
        assert "PBBK-003" not in serials
        assert private(ceremony).serial in serials
