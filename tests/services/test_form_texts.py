"""The office's forms: listed with their mistakes, copied to be edited, added; nothing is ever written over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kpu_desk.domain.documents import Paper
from kpu_desk.domain.errors import FormError, StorageError
from kpu_desk.domain.forms import Form, Wording, parse_form
from kpu_desk.domain.journal import Event
from kpu_desk.resources import read_text, resource_path
from kpu_desk.services.desk import Desk
from kpu_desk.services.form_texts import LARGEST_BYTES, ListedForm, add_form, copy_to_office, listed_forms, preview
from kpu_desk.storage import journal_rows
from tests.services.offices import make_desk

SHIPPED = {path.stem for path in resource_path("forms").glob("*.toml")}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def put(desk: Desk, name: str, text: str | bytes) -> Path:
    """A file in the office's folder, as an editor would leave it."""
    desk.workspace.forms.mkdir(exist_ok=True)
    path = desk.workspace.forms / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def own(desk: Desk) -> ListedForm:
    (found,) = (form for form in listed_forms(desk) if form.own)
    return found


def added(desk: Desk) -> list[str]:
    with desk.database.reading() as session:
        return [json.loads(e.facts)["form"] for e in journal_rows.read_all(session) if e.event == Event.FORM_ADDED]


def test_the_shipped_forms_say_whose_words_they_are(desk: Desk) -> None:
    forms = {form.id: form for form in listed_forms(desk)}
    assert set(forms) == SHIPPED
    assert all(form.error is None and not form.own and not form.replaced for form in forms.values())
    words = {name: form.form.wording for name, form in forms.items() if form.form is not None}
    assert words["pi-asn"] is Wording.REGULATION
    assert words["pbbk"] is Wording.DRAFT


def test_a_copied_form_is_the_offices_and_the_shipped_one_stands_back(desk: Desk) -> None:
    path = copy_to_office(desk, "pbbk")
    assert path.read_bytes() == resource_path("forms", "pbbk.toml").read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    forms = listed_forms(desk)
    assert (forms[0].id, forms[0].own, forms[0].replaces) == ("pbbk", True, True)
    assert [form.id for form in forms if form.replaced] == ["pbbk"]
    assert added(desk) == ["pbbk"]


def test_nothing_is_written_over(desk: Desk) -> None:
    path = put(desk, "pbbk.toml", "milik kantor")
    with pytest.raises(StorageError, match="FORM_EXISTS"):
        copy_to_office(desk, "pbbk")
    with pytest.raises(StorageError, match="FORM_EXISTS"):
        add_form(desk, resource_path("forms", "pbbk.toml"))
    assert path.read_text(encoding="utf-8") == "milik kantor"
    assert added(desk) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('kind = "PBBK"', 'kind = "PX"', 3, "WRONG_VALUE"),
        ('id = "pbbk"', 'id = "pbbk-kantor"', 2, "FILE_NAME"),
        ('id = "pbbk"', 'id = "pbbk', 2, "TOML"),
    ],
)
def test_a_wrong_form_is_listed_with_line_and_reason(desk: Desk, old: str, new: str, line: int, reason: str) -> None:
    text = read_text("forms", "pbbk.toml")
    assert old in text
    put(desk, "pbbk.toml", text.replace(old, new, 1))
    found = own(desk)
    assert found.form is None
    assert found.error is not None
    assert (found.error.facts["line"], found.error.facts["reason"]) == (line, reason)
    assert found.name == "pbbk.toml"


@pytest.mark.parametrize(("data", "reason"), [(b"id = \xff", "NO_UTF8"), (b"#" * (LARGEST_BYTES + 1), "TOO_LARGE")])
def test_a_file_that_is_no_text_or_too_large_is_listed_as_such(desk: Desk, data: bytes, reason: str) -> None:
    put(desk, "pbbk.toml", data)
    error = own(desk).error
    assert error is not None
    assert error.facts["reason"] == reason


def test_a_form_from_elsewhere_is_checked_and_kept_under_its_id(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "Naskah PBBK baru (1).toml"
    text = read_text("forms", "pbbk.toml").replace('id = "pbbk"', 'id = "pbbk-2027"')
    # Windows editors put a mark before the text.
    source.write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = add_form(desk, source)
    assert found.path == desk.workspace.forms / "pbbk-2027.toml"
    assert found.path.read_text(encoding="utf-8") == text
    listed = own(desk)
    assert (listed.id, listed.replaces, listed.error) == ("pbbk-2027", False, None)
    assert added(desk) == ["pbbk-2027"]


def test_a_wrong_form_from_elsewhere_is_not_taken(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "naskah.toml"
    source.write_text(read_text("forms", "pbbk.toml").replace("{nama}", "{nema}").replace("pbbk", "../pbbk", 1))
    with pytest.raises(FormError, match="WRONG_FORM"):
        add_form(desk, source)
    assert not desk.workspace.forms.exists()
    assert added(desk) == []


@pytest.mark.parametrize("paper", Paper)
def test_a_preview_has_its_pages_drawn_already(desk: Desk, paper: Paper) -> None:
    form = parse_form(read_text("forms", "pk-dua-pihak.toml"), "x")
    source = preview(desk, form, paper, 320)
    try:
        assert len(source.sizes_um) == 2
        assert all(abs(found - wanted) < 50 for found, wanted in zip(source.sizes_um[0], paper.size_um, strict=True))
        assert source.page(0, 320) is source.page(0, 320)
        assert source.page(1, 200).width == 200
    finally:
        source.close()


def test_a_preview_follows_the_offices_choices(desk: Desk) -> None:
    pact = parse_form(read_text("forms", "pi-asn.toml"), "x")
    minutes = parse_form(read_text("forms", "berita-acara.toml"), "x")

    def drawn(form: Form) -> bytes:
        source = preview(desk, form, Paper.A4, 400)
        try:
            return source.page(0, 400).pixels
        finally:
            source.close()

    before = drawn(pact), drawn(minutes)
    assert drawn(pact) == before[0]
    desk.profile = replace(desk.profile, meterai=("PI = box",), numbered_kinds=())
    assert drawn(pact) != before[0]
    assert drawn(minutes) != before[1]
