"""The office's own forms through a ceremony: used, kept with it, and made again after they are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from kpu_desk.domain.documents import FORMED_KINDS, Agreement, DocumentKind, Meterai, Paper, Target
from kpu_desk.domain.errors import FormError, RuleError
from kpu_desk.pdf.render import PageRenderer
from kpu_desk.resources import read_text
from kpu_desk.services import preparing
from kpu_desk.services.desk import Desk
from kpu_desk.services.recomposing import compose_again, forms_used
from kpu_desk.services.targets import further_columns
from kpu_desk.storage import records
from tests.services import offices
from tests.services.offices import TARGETS, make_desk, make_draft, never, no_progress

OFFICES = ("Ketua KPU Provinsi Rekaan", "Sekretaris KPU Provinsi Rekaan", "Pelaksana")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A fresh office."""
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def own_form(desk: Desk, name: str, text: str) -> Path:
    """A form file in the office's folder."""
    path = desk.workspace.root / "forms" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def changed_pact(words: str) -> str:
    """The shipped pact with other words in its first point."""
    text = read_text("forms", "pi-asn.toml")
    changed = text.replace("Bersikap transparan, jujur", words).replace('version = "2026.1"', 'version = "kantor 3"')
    assert changed.count(words) == 1
    return changed


def opened(desk: Desk, **plan: object) -> str:
    """The id of an open ceremony of three people."""
    ceremony = make_draft(desk, OFFICES)
    if plan:
        preparing.change_plan(desk, ceremony.id, replace(offices.PLAN, **plan))  # type: ignore[arg-type]  # by name
    return preparing.open_ceremony(desk, ceremony.id, no_progress, never).id


def frozen_of(desk: Desk, ceremony_id: str, serial: str) -> str:
    """The digest of a sheet's frozen bytes."""
    sheet = next(sheet for sheet in desk.ceremony(ceremony_id).sheets if sheet.serial == serial)
    assert sheet.frozen_sha256 is not None
    return sheet.frozen_sha256


def stored(desk: Desk, sha256: str) -> bytes:
    """The frozen bytes in the cupboard."""
    with desk.database.reading() as session:
        composed = records.frozen(session, sha256)
    assert composed is not None
    return composed.pdf


def words_of(pdf: bytes) -> str:
    """What a reader sees, without line breaks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(texts).replace("\u00ad", "").split())


def test_an_office_replaces_a_form_and_an_old_sheet_is_made_again_with_its_own_words(desk: Desk) -> None:
    path = own_form(desk, "pi-asn", changed_pact("Bersikap apa adanya"))
    ceremony_id = opened(desk)
    digest = frozen_of(desk, ceremony_id, "PI-003")
    before = stored(desk, digest)
    assert "Bersikap apa adanya" in words_of(before)
    own_form(desk, "pi-asn", changed_pact("Bersikap serba baru"))
    desk.profile = replace(desk.profile, letterhead=("KANTOR YANG BERNAMA LAIN",), paper=Paper.F4)
    for _ in range(2):
        again = compose_again(desk, digest)
        assert again.same
        assert again.sheet.pdf == before
        path.unlink(missing_ok=True)
    assert [form.version for form in forms_used(desk, ceremony_id) if form.form_id == "pi-asn"] == ["kantor 3"]
    assert "Bersikap apa adanya" in next(f.text for f in forms_used(desk, ceremony_id) if f.form_id == "pi-asn")


def test_every_sheet_of_a_day_is_made_again_the_same(desk: Desk) -> None:
    Image.new("RGB", (40, 40), "#8a2be2").save(desk.workspace.root / "logo.png")
    desk.profile = replace(desk.profile, logo="logo.png")
    ceremony = make_draft(desk, OFFICES)
    plan = replace(offices.PLAN, agreements=tuple(Agreement), closes_list=True)
    preparing.change_plan(desk, ceremony.id, plan)
    preparing.set_attachment(desk, ceremony.id, TARGETS, Agreement.COMMISSION)
    preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    after = preparing.close_ceremony(desk, ceremony.id)
    assert {sheet.kind for sheet in after.sheets} == set(FORMED_KINDS)
    (desk.workspace.root / "logo.png").unlink()
    for sheet in after.sheets:
        assert compose_again(desk, sheet.frozen_sha256 or "").same, sheet.serial


def test_a_form_that_changed_would_be_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ceremony_id = opened(desk)
    digest = frozen_of(desk, ceremony_id, "PI-003")
    monkeypatch.setattr("kpu_desk.pdf.compose.STAMP_WIDTH", 100)
    monkeypatch.setattr("kpu_desk.pdf.freeze.conform", lambda pdf, **_: pdf)
    assert not compose_again(desk, digest).same


def test_a_sheet_of_which_nothing_was_kept_is_refused_by_name(desk: Desk) -> None:
    with pytest.raises(RuleError, match="KPU-FORM-KEPT"):
        compose_again(desk, "ab" * 32)


def test_an_added_form_is_used_where_the_ceremony_chose_it(desk: Desk) -> None:
    own_form(desk, "pi-non-asn", changed_pact("Bersikap ramah").replace('id = "pi-asn"', 'id = "pi-non-asn"'))
    ceremony_id = opened(desk, forms=(("pi-asn", "pi-non-asn"),))
    digest = frozen_of(desk, ceremony_id, "PI-003")
    with desk.database.reading() as session:
        composed = records.frozen(session, digest)
    assert composed is not None
    assert composed.form == "pi-non-asn kantor 3"
    assert composed.name == "Pakta Integritas"
    assert len(composed.codes) == composed.pages == 1


def test_a_form_that_is_nowhere_is_refused_before_anything_is_made(desk: Desk) -> None:
    with pytest.raises(FormError, match="MISSING"):
        opened(desk, forms=(("pi-asn", "pi-hilang"),))


def test_a_wrong_form_is_refused_with_its_line_and_nothing_is_opened(desk: Desk) -> None:
    text = read_text("forms", "pi-asn.toml").replace("{jabatan}", "{jabtan}")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "{jabtan}" in one)
    path = own_form(desk, "pi-asn", text)
    ceremony = make_draft(desk, OFFICES)
    with pytest.raises(FormError) as caught:
        preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    facts = caught.value.facts
    assert (facts["file"], facts["line"], facts["reason"]) == (str(path), line, "UNKNOWN_FIELD")
    assert desk.ceremony(ceremony.id).sheets == ()


def test_a_form_without_a_closing_place_leaves_the_list_open(desk: Desk) -> None:
    text = read_text("forms", "daftar-hadir.toml")
    own_form(desk, "daftar-hadir", text[: text.index("# Hanya dicetak")])
    ceremony = desk.ceremony(opened(desk, closes_list=True))
    assert all(slot.key != "penutup" for sheet in ceremony.sheets for slot in sheet.slots)


def test_the_office_chooses_paper_and_meterai(desk: Desk) -> None:
    desk.profile = replace(desk.profile, paper=Paper.F4, meterai=("PI = box",))
    ceremony_id = opened(desk)
    for serial, there in (("PI-003", True), ("PBBK-003", False)):
        with desk.database.reading() as session:
            composed = records.frozen(session, frozen_of(desk, ceremony_id, serial))
        assert composed is not None
        assert ("meterai" in {place.slot for place in composed.places}) is there
        renderer = PageRenderer(composed.pdf)
        assert [abs(a - b) < 200 for a, b in zip(renderer.sizes_um[0], Paper.F4.size_um, strict=True)] == [True, True]
        renderer.close()
    assert compose_again(desk, frozen_of(desk, ceremony_id, "PI-003")).same
    assert desk.profile.meterai_for(DocumentKind.PI, Meterai.NONE) is Meterai.BOX


def test_further_columns_of_the_form_are_filled_and_printed(desk: Desk) -> None:
    text = read_text("forms", "pk-dua-pihak.toml")
    columns = text[text.index("columns = [") : text.index("]", text.index("columns = [")) + 1]
    quarters = "".join(
        f'[[attachment.column]]\nhead = "{head}"\ncontent = "{content}"\nwidth = {width}\nalign = "left"\n'
        for head, content, width in (
            ("Sasaran", "sasaran", 50),
            ("Indikator", "indikator", 60),
            ("Target", "target", 20),
            ("TW I", "tambahan", 17),
            ("TW II", "tambahan", 17),
        )
    )
    own_form(desk, "pk-dua-pihak", text.replace(columns, "").rstrip() + "\n" + quarters)
    ceremony = make_draft(desk, OFFICES)
    assert further_columns(desk, ceremony, Agreement.SECRETARIAT) == ("TW I", "TW II")
    assert further_columns(desk, ceremony, Agreement.COMMISSION) == ()
    rows = (Target("Sasaran satu", "Indikator satu", "100%", ("satu", "lima")),)
    preparing.set_attachment(desk, ceremony.id, replace(TARGETS, targets=rows))
    after = preparing.open_ceremony(desk, ceremony.id, no_progress, never)
    assert after.attachment is not None
    assert after.attachment.targets[0].extra == ("satu", "lima")
    digest = frozen_of(desk, ceremony.id, "PK-001")
    printed = words_of(stored(desk, digest))
    assert all(word in printed for word in ("TW II", "satu", "lima"))
    assert compose_again(desk, digest).same
