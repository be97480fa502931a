"""Form files: what is accepted, what is refused and where, and which form a sheet takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.documents import DocumentKind, Role
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import FIELDS, LABELS, field_values, grouped_nip, office_in_full
from kpu_desk.domain.form_parts import ParafForm, Paragraph, Points, Span, Style
from kpu_desk.domain.forms import Form, Wording, fill, form_id_for, parse_form
from kpu_desk.resources import read_text
from tests.pdf.sample_contents import (
    KETUA,
    OFFICE,
    SEKRETARIS,
    STAFF,
    agreement,
    agreement_alone,
    attendance,
    declaration,
    minutes_sheet,
    pact,
    private_declaration,
    with_slot,
)

SHIPPED = (
    "pk-dua-pihak",
    "pk-satu-pihak",
    "pi-asn",
    "pi-komisioner",
    "pbbk",
    "pbbk-deklarasi",
    "daftar-hadir",
    "berita-acara",
)

GOOD = """\
id = "x"
kind = "PI"
version = "1"
year = 2026
basis = []
wording = "draft"
wording_note = "Rancangan."
letterhead = "none"
title = ["JUDUL"]
number = false
meterai = "none"

[[body]]
paragraph = "Saya, {nama}."

[[slot]]
role = "pembuat"
side = "right"
heading = "Pembuat Pernyataan,"
office = false
nip = true
"""


@pytest.mark.parametrize("form_id", SHIPPED)
def test_shipped_forms_are_read_and_say_whose_words_they_are(form_id: str) -> None:
    form = parse_form(read_text("forms", f"{form_id}.toml"), f"{form_id}.toml")
    assert form.id == form_id
    assert form.wording in Wording
    assert form.wording_note
    assert form.basis


def test_the_seven_points_are_the_regulations() -> None:
    form = parse_form(read_text("forms", "pi-asn.toml"), "pi-asn.toml")
    (points,) = [part for part in form.body if isinstance(part, Points)]
    assert len(points.items) == 7
    assert points.items[2] == "Bersikap transparan, jujur, objektif, dan akuntabel dalam melaksanakan tugas;"
    assert points.items[6] == ("Bila saya melanggar hal-hal tersebut di atas, saya siap menghadapi konsekuensinya.")
    assert form.wording is Wording.REGULATION


def test_the_title_of_the_agreement_says_kinerja() -> None:
    form = parse_form(read_text("forms", "pk-dua-pihak.toml"), "pk-dua-pihak.toml")
    assert form.title == ("PERJANJIAN KINERJA", "TAHUN {tahun}")
    sides = {slot.role: slot.side for slot in form.slots}
    assert sides == {Role.PIHAK_KEDUA: "left", Role.PIHAK_PERTAMA: "right"}


def test_which_form_a_sheet_takes() -> None:
    assert form_id_for(agreement()) == "pk-dua-pihak"
    assert form_id_for(agreement_alone()) == "pk-satu-pihak"
    assert form_id_for(private_declaration()) == "pbbk-deklarasi"
    assert form_id_for(pact()) == "pi-asn"
    assert form_id_for(pact(with_slot(KETUA, "pembuat", Role.PEMBUAT))) == "pi-komisioner"
    # The witness is a commissioner, the maker is not: the maker's words count.
    assert form_id_for(pact(STAFF, KETUA)) == "pi-asn"
    assert form_id_for(declaration()) == "pbbk"
    assert form_id_for(attendance(3)) == "daftar-hadir"
    assert form_id_for(minutes_sheet()) == "berita-acara"


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "reason"),
    [
        ('id = "x"', 'id = "x', 1, "", "TOML"),
        ('id = "x"', 'id = "../x"', 1, "id", "WRONG_VALUE"),
        ('kind = "PI"', 'kind = "PX"', 2, "kind", "WRONG_VALUE"),
        ("year = 2026", 'year = "2026"', 4, "year", "WRONG_VALUE"),
        ('version = "1"\n', "", 0, "version", "MISSING"),
        ('meterai = "none"', 'materai = "none"', 11, "materai", "UNKNOWN_KEY"),
        ("number = false", 'number = "tidak"', 10, "number", "WRONG_TYPE"),
        ("{nama}", "{nema}", 14, "paragraph", "UNKNOWN_FIELD"),
        ("{nama}", "{nama", 14, "paragraph", "BRACES"),
        ("{nama}", "*{nama}", 14, "paragraph", "ASTERISKS"),
        ('title = ["JUDUL"]', 'title = ["  "]', 9, "title", "EMPTY"),
        ('title = ["JUDUL"]', 'title = ["JU\u202eDUL"]', 9, "title", "CONTROL_CHARACTER"),
        ("paragraph =", "paragraf =", 14, "body", "UNKNOWN_KEY"),
        ('role = "pembuat"', 'role = "saksi"', 16, "slot", "MISSING_ROLE"),
        ('side = "right"', 'side = "tengah"', 18, "side", "WRONG_VALUE"),
        ("Saya", "Saya" * 1_001, 14, "paragraph", "TOO_LONG"),
    ],
)
def test_a_wrong_form_is_refused_with_line_field_and_reason(
    old: str, new: str, line: int, field: str, reason: str
) -> None:
    assert parse_form(GOOD, "x.toml").body == (Paragraph("Saya, {nama}."),)
    with pytest.raises(FormError) as refused:
        parse_form(GOOD.replace(old, new, 1), "x.toml")
    assert refused.value.code == "WRONG_FORM"
    assert refused.value.facts == {"file": "x.toml", "line": line, "field": field, "reason": reason}


WITH_ATTACHMENT = (
    GOOD.replace('kind = "PI"', 'kind = "PK"').replace('"pembuat"', '"pihak_pertama"')
    + """
[paraf]
roles = ["pihak_kedua", "pihak_pertama"]
pages = "attachment"

[attachment]
title = ["LAMPIRAN"]
budget_columns = ["Program", "Anggaran", "Keterangan"]
signatures = true

[[attachment.column]]
head = "Sasaran"
content = "sasaran"
width = 50
align = "left"

[[attachment.column]]
head = "Indikator"
content = "indikator"
width = 60.5
align = "left"

[[attachment.column]]
head = "Target"
content = "target"
width = 20
align = "center"

[[attachment.column]]
head = "TW I"
content = "tambahan"
width = 12
align = "center"
"""
)


def test_columns_paraf_and_signatures_of_the_lampiran_are_the_forms() -> None:
    form = parse_form(WITH_ATTACHMENT, "x.toml")
    assert form.attachment is not None
    assert [column.content for column in form.attachment.columns] == ["sasaran", "indikator", "target", "tambahan"]
    assert form.attachment.columns[1].width == 60.5
    assert form.attachment.numbered
    assert form.attachment.signatures
    assert form.paraf == ParafForm((Role.PIHAK_KEDUA, Role.PIHAK_PERTAMA), attachment_only=True)


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "reason"),
    [
        (
            'roles = ["pihak_kedua", "pihak_pertama"]',
            'roles = ["pihak_kedua", "pihak_ketiga"]',
            24,
            "roles",
            "WRONG_VALUE",
        ),
        ('roles = ["pihak_kedua", ', 'roles = ["pihak_pertama", ', 24, "roles", "WRONG_VALUE"),
        ('pages = "attachment"', 'pages = "semua"', 25, "pages", "WRONG_VALUE"),
        ('content = "target"', 'content = "sasaran"', 46, "content", "WRONG_VALUE"),
        ('content = "indikator"', 'content = "tambahan"', 32, "attachment.column", "WRONG_VALUE"),
        ("width = 12", "width = 8", 53, "width", "WRONG_VALUE"),
        ("width = 12", "width = 99", 35, "width", "WRONG_VALUE"),
        ('align = "center"\n\n', 'align = "tengah"\n\n', 48, "align", "WRONG_VALUE"),
        ("signatures = true", 'signatures = "ya"', 30, "signatures", "WRONG_TYPE"),
        ('head = "TW I"\n', "", 50, "head", "MISSING"),
        ('side = "right"\n', "", 16, "side", "MISSING"),
    ],
)
def test_a_mistake_is_looked_for_in_its_own_table(old: str, new: str, line: int, field: str, reason: str) -> None:
    text = WITH_ATTACHMENT.replace(old, new, 1)
    assert text != WITH_ATTACHMENT
    with pytest.raises(FormError) as refused:
        parse_form(text, "x.toml")
    assert refused.value.facts == {"file": "x.toml", "line": line, "field": field, "reason": reason}


def test_a_long_name_of_a_document_is_refused() -> None:
    with pytest.raises(FormError) as refused:
        parse_form(GOOD.replace('kind = "PI"', f'kind = "PI"\nname = "{"n" * 61}"'), "x.toml")
    assert refused.value.facts == {"file": "x.toml", "line": 3, "field": "name", "reason": "TOO_LONG"}


def test_the_private_declaration_is_marked_as_such() -> None:
    private = [form_id for form_id in SHIPPED if _shipped(form_id).private]
    assert private == ["pbbk-deklarasi"]
    form = _shipped("pbbk-deklarasi")
    assert form.kind is DocumentKind.PBBK
    assert form.printed_name == "Deklarasi Konflik Kepentingan"
    assert "bebas" not in "".join(form.title).casefold()


def test_the_readme_names_every_form_and_every_field() -> None:
    readme = read_text("forms", "README.md")
    for name in (*SHIPPED, *FIELDS, *LABELS):
        assert name in readme


def _shipped(form_id: str) -> Form:
    return parse_form(read_text("forms", f"{form_id}.toml"), f"{form_id}.toml")


def test_a_form_saved_by_a_windows_editor_is_read() -> None:
    assert parse_form("\ufeff" + GOOD.replace("\n", "\r\n"), "x.toml") == parse_form(GOOD, "x.toml")


def test_every_field_has_a_value_for_every_kind_of_sheet() -> None:
    for content in (agreement(), pact(), declaration(), attendance(2), minutes_sheet()):
        assert field_values(content).keys() == set(FIELDS)


def test_styles_and_fields() -> None:
    assert fill("Saya, **{nama}** (*jujur*).", {"nama": "*A* {b} **c**"}) == (
        Span("Saya, "),
        Span("*A* {b} **c**", Style.BOLD),
        Span(" ("),
        Span("jujur", Style.ITALIC),
        Span(")."),
    )


@given(st.text(max_size=60))
def test_a_datum_is_never_read_as_markup(name: str) -> None:
    spans = fill("Saya, {nama}.", {"nama": name})
    assert [span for span in spans if span.text not in ("Saya, ", ".") or span.style] == (
        [Span(name)] if name not in ("Saya, ", ".") else []
    )


def test_office_and_nip_as_printed() -> None:
    assert grouped_nip("198609262015051001") == "19860926 201505 1 001"
    assert grouped_nip("K-12") == "K-12"
    assert office_in_full(KETUA, OFFICE) == f"Ketua {OFFICE}"
    assert office_in_full(SEKRETARIS, OFFICE) == f"Sekretaris {OFFICE}"
    assert office_in_full(STAFF, OFFICE) == "Kepala Subbagian Keuangan"
