"""Form files: what is accepted, what is refused and where, and which form a sheet takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.documents import Role
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import FIELDS, field_values, grouped_nip, office_in_full
from kpu_desk.domain.form_parts import Paragraph, Points, Span, Style
from kpu_desk.domain.forms import Wording, fill, form_id_for, parse_form
from kpu_desk.resources import read_text
from tests.pdf.sample_contents import (
    KETUA,
    OFFICE,
    SEKRETARIS,
    STAFF,
    agreement,
    attendance,
    declaration,
    minutes_sheet,
    pact,
    with_slot,
)

SHIPPED = ("pk-dua-pihak", "pi-asn", "pi-komisioner", "pbbk", "daftar-hadir", "berita-acara")

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
