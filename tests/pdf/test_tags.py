"""Tags: every record keeps to our rules, and reads as somebody hears it who cannot see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Name

from kpu_desk.domain.documents import DocumentKind, SheetContent
from kpu_desk.pdf.compose import compose_sheet
from kpu_desk.pdf.fonts import Face
from kpu_desk.pdf.page import Placed, Run, TextLine, write_pages
from kpu_desk.pdf.record_file import compose_record
from tests.pdf.pdfa_gate import assert_pdfa
from tests.pdf.sample_contents import (
    agreement,
    attendance,
    declaration,
    form_for,
    minutes_sheet,
    pact,
    record_of,
)
from tests.pdf.sealed_sample import key
from tests.pdf.tag_rules import Element, assert_tagged, structure_of

EVERY_KIND = (agreement(), pact(), declaration(), attendance(60), minutes_sheet())


def _kind(content: SheetContent) -> str:
    return content.kind.value


@pytest.mark.parametrize("content", EVERY_KIND, ids=_kind)
def test_sheet_and_record_keep_to_the_rules(content: SheetContent) -> None:
    frozen, record = record_of(content)
    assert_tagged(frozen)
    assert_tagged(compose_record(record, key()))


@pytest.mark.parametrize("content", EVERY_KIND, ids=_kind)
def test_ink_stands_between_office_and_name(content: SheetContent) -> None:
    _, record = record_of(content)
    with pikepdf.open(BytesIO(compose_record(record, key()))) as document:
        elements = list(structure_of(document).walk())
        words = [str(element.item.get("/Alt", "")) for element in elements if element.kind == "Figure"]
        inks = [word for word in words if word.startswith("Tanda tangan ")]
        assert sorted(inks) == sorted(f"Tanda tangan {signed.name}" for signed in record.signatures)
        assert any(word.startswith(f"Cap rekaman {record.serial}") for word in words)
        for before, place, ink, after in zip(elements, elements[1:], elements[2:], elements[3:], strict=False):
            if str(ink.item.get("/Alt", "")).startswith("Tanda tangan ") and content.kind is not DocumentKind.DH:
                assert (before.kind, place.kind, after.kind) == ("P", "Div", "P")


def test_a_signature_on_the_attendance_list_lies_in_its_own_cell() -> None:
    _, record = record_of(attendance(12), absent=2)
    with pikepdf.open(BytesIO(compose_record(record, key()))) as document:
        table = next(element for element in structure_of(document).walk() if element.kind == "Table")
        rows = table.kids
        signed = [row for row in rows if any(kid.kind == "Figure" for kid in row.kids[-1].kids)]
        assert len(signed) == 10
        assert all(len(row.kids) == 4 for row in rows)


def test_a_head_that_comes_again_is_no_second_head() -> None:
    frozen, record = record_of(attendance(60))
    assert record.pages > 2
    with pikepdf.open(BytesIO(frozen)) as document:
        heads = [element for element in structure_of(document).walk() if element.kind == "TH"]
    assert len(heads) == 4


def test_merged_cells_say_over_how_many_rows_they_reach() -> None:
    frozen, _ = record_of(agreement())
    with pikepdf.open(BytesIO(frozen)) as document:
        spans = [
            int(element.item.A.RowSpan)
            for element in structure_of(document).walk()
            if "/RowSpan" in element.item.get("/A", {})
        ]
    assert spans
    assert all(span > 1 for span in spans)


def test_places_that_nothing_came_into_are_gone_from_the_record() -> None:
    frozen, record = record_of(attendance(5), absent=5)
    with pikepdf.open(BytesIO(frozen)) as document:
        assert any(element.kind == "Div" and not element.kids for element in structure_of(document).walk())
    with pikepdf.open(BytesIO(compose_record(record, key()))) as document:
        assert all(element.kids for element in structure_of(document).walk() if element.kind == "Div")


def test_the_outline_names_sheet_lampiran_and_evidence() -> None:
    _, record = record_of(agreement())
    with pikepdf.open(BytesIO(compose_record(record, key()))) as document, document.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles == [f"Perjanjian Kinerja {record.serial}", "Lampiran", "Lembar Bukti"]


def test_a_sheet_frozen_without_tags_makes_a_record_without_tags() -> None:
    content = pact()
    _, record = record_of(content)
    old = replace(record, frozen=compose_sheet(content, form_for(content)).pdf)
    pdf = compose_record(old, key())
    assert_pdfa(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert "/StructTreeRoot" not in document.Root
        with document.open_metadata() as xmp:
            assert xmp["pdfaid:conformance"] == "B"
            assert "pdfuaid:part" not in xmp


def test_text_that_belongs_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="place in the structure"):
        write_pages([[Placed(TextLine(72, 72, (Run("x", Face.SANS, 10),)))]], title="x")


def test_metadata_for_the_archive() -> None:
    _, record = record_of(pact())
    record = replace(record, number="12/SDM.09/31/2026", class_code="SDM.09", previous="ab" * 32)
    with pikepdf.open(BytesIO(compose_record(record, key()))) as document, document.open_metadata() as xmp:
        assert xmp["dc:identifier"].startswith("nomor 12/SDM.09/31/2026; rekaman PI-001; sidik isi sha256:")
        assert record.digest() in xmp["dc:identifier"]
        assert "klasifikasi arsip SDM.09" in xmp["dc:type"]
        assert set(xmp["dc:contributor"]) == {signed.name for signed in record.signatures}
        assert list(xmp["dc:date"]) == [record.ceremony_date]
        assert any("ab" * 32 in relation for relation in xmp["dc:relation"])
        assert xmp["dc:language"] == {"id-ID"}


def test_every_record_of_a_batch_keeps_to_the_rules(at_length: Callable[[int, int], int]) -> None:
    for number in range(at_length(8, 600)):
        content = EVERY_KIND[number % 3]
        first, *others = content.parties
        name = f"{first.name.split(',')[0]} {'Raya ' * (number % 7)}{number}"
        _, record = record_of(replace(content, serial=f"X-{number:03}", parties=(replace(first, name=name), *others)))
        pdf = compose_record(record, key())
        assert_pdfa(pdf)
        assert_tagged(pdf)


def _without_words(document: pikepdf.Pdf, top: Element) -> None:
    del next(element for element in top.walk() if element.kind == "Figure").item["/Alt"]


def _without_a_cell(document: pikepdf.Pdf, top: Element) -> None:
    rows = [element for element in top.walk() if element.kind == "TR"]
    row = next(row for row in rows if not row.kids[-1].marks)
    del row.item.K[-1]


def _one_mark_twice(document: pikepdf.Pdf, top: Element) -> None:
    one, two = [element for element in top.walk() if element.kind == "P" and len(element.marks) == 1][:2]
    two.item.K = one.item.K


def _too_deep_a_heading(document: pikepdf.Pdf, top: Element) -> None:
    next(element for element in top.walk() if element.kind == "H1").item.S = Name.H2


def _wrong_parent(document: pikepdf.Pdf, top: Element) -> None:
    parents = document.Root.StructTreeRoot.ParentTree.Nums[1]
    parents[0], parents[1] = parents[-1], parents[0]


def _unmarked(document: pikepdf.Pdf, top: Element) -> None:
    page = document.pages[0].obj
    page.Contents = Array([*page.Contents, document.make_stream(b"0 0 9 9 re f")])


def _not_tagged(document: pikepdf.Pdf, top: Element) -> None:
    document.Root.MarkInfo.Marked = False


def _other_language(document: pikepdf.Pdf, top: Element) -> None:
    del document.Root["/Lang"]


def _row_outside_of_a_table(document: pikepdf.Pdf, top: Element) -> None:
    next(element for element in top.walk() if element.kind == "Table").item.S = Name.Div


def _head_without_scope(document: pikepdf.Pdf, top: Element) -> None:
    del next(element for element in top.walk() if element.kind == "TH").item["/A"]


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (_without_words, "without words"),
        (_without_a_cell, "rows of"),
        (_one_mark_twice, "of two elements"),
        (_too_deep_a_heading, "after a heading"),
        (_wrong_parent, "parent of mark"),
        (_unmarked, "outside of all marks"),
        (_not_tagged, "not said to be tagged"),
        (_other_language, "/Lang"),
        (_row_outside_of_a_table, "TR inside Div"),
        (_head_without_scope, "without its scope"),
    ],
)
def test_the_rules_refuse(damage: Callable[[pikepdf.Pdf, Element], None], complaint: str) -> None:
    _, record = record_of(agreement())
    output = BytesIO()
    with pikepdf.open(BytesIO(compose_record(record, key()))) as document:
        damage(document, structure_of(document))
        document.save(output)
    with pytest.raises((AssertionError, AttributeError, KeyError), match=complaint):
        assert_tagged(output.getvalue())
