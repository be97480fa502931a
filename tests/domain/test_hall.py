"""What the hall may know: names, offices, counts; the words of the statements without anybody's data."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk import resources
from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.form_fields import FIELDS
from kpu_desk.domain.forms import parse_form
from kpu_desk.domain.hall import HallPerson, HallStep, HallView, hall_view
from kpu_desk.domain.reading_aloud import BLANK, read_aloud
from tests.gui import people

OFFICE = "Komisi Pemilihan Umum Provinsi Nusa Raya"


def test_nothing_on_the_desk_is_nothing_in_the_hall() -> None:
    assert hall_view(None) == HallView(HallStep.NOTHING)


def test_a_draft_is_about_to_begin() -> None:
    assert hall_view(people.draft()).step is HallStep.SOON


def test_who_signs_and_who_is_next() -> None:
    ceremony = people.opened()
    first, second, third = ceremony.officials[:3]
    ceremony = people.with_present(ceremony, first.id, second.id, third.id)
    waiting = hall_view(ceremony)
    assert waiting.step is HallStep.WAITING
    assert waiting.next == HallPerson(first.name, first.printed_office)
    signing = hall_view(ceremony, first.id)
    assert signing.step is HallStep.SIGNING
    assert (signing.now, signing.next) == (
        HallPerson(first.name, first.printed_office),
        HallPerson(second.name, second.printed_office),
    )


def test_counts_are_of_whole_sheets() -> None:
    ceremony = people.under_way()
    view = hall_view(ceremony)
    assert view.total == len(ceremony.sheets)
    assert view.done == sum(ceremony.is_complete(sheet) for sheet in ceremony.sheets)
    assert 0 < view.done < view.total


def test_after_the_end_nobody_is_next() -> None:
    view = hall_view(replace(people.closed(), attendance=()))
    assert (view.step, view.next) == (HallStep.DONE, None)
    assert hall_view(replace(people.closed(), state=CeremonyState.SEALED)).step is HallStep.DONE


def test_nothing_of_a_person_but_name_and_office_gets_in() -> None:
    ceremony = people.with_present(people.opened(), *(official.id for official in people.opened().officials))
    for official in ceremony.officials:
        shown = repr(hall_view(ceremony, official.id))
        assert all(other.nip is None or other.nip not in shown for other in ceremony.officials)
        assert all(sheet.serial not in shown for sheet in ceremony.sheets)


def test_a_statement_is_read_with_a_blank_for_each_person() -> None:
    form = parse_form(resources.read_text("forms", "pi-asn.toml"), "pi-asn.toml")
    text = read_aloud(form, OFFICE, FIELDS, 2026)
    assert text.title == "PAKTA INTEGRITAS"
    assert text.parts[0] == f"Saya, {BLANK}, sebagai {BLANK}, menyatakan sebagai berikut:"
    assert [part.split(" ", 1)[0] for part in text.parts[1:]] == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]
    assert OFFICE in text.parts[6]
    assert "*" not in "".join(text.parts)
    other = parse_form(resources.read_text("forms", "pbbk.toml"), "pbbk.toml")
    assert read_aloud(other, OFFICE, FIELDS, 2026).title.endswith("TAHUN 2026")
