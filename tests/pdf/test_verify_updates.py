"""Verifying what was added later: each update and each further signature is named."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string

from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.conform import conform
from kpu_desk.pdf.verify import verify_pdf
from tests.pdf.sealed_sample import META, codes, judge, key, other_key, page_pdf, sealed, unsealed
from tests.pdf.updates import Update, entries, number, signed_again, updated


def _annotate(writer: Update) -> None:
    corners = generic.ArrayObject([number(n) for n in (9, 9, 99, 99)])
    note = entries(Type=pdf_name("/Annot"), Subtype=pdf_name("/FreeText"), Rect=corners, Contents=pdf_string("BATAL"))
    page = writer.page()
    page["/Annots"] = generic.ArrayObject([*page["/Annots"], writer.add_object(note)])


def _replace_content(writer: Update) -> None:
    writer.page()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))


def _shadow_content(writer: Update) -> None:
    # The same object number gets other content; the page itself is not touched.
    reference = writer.root["/Pages"]["/Kids"][0]["/Contents"].raw_get(1)
    writer.objects[(reference.generation, reference.idnum)] = generic.StreamObject(stream_data=b"q Q")


def _add_page(writer: Update) -> None:
    pages = writer.root["/Pages"]
    kids = pages["/Kids"]
    copy = entries(**{str(name)[1:]: value for name, value in kids[1].items()})
    pages["/Kids"] = generic.ArrayObject([*(kids.raw_get(i) for i in range(len(kids))), writer.add_object(copy)])
    pages["/Count"] = number(len(kids) + 1)
    writer.update_container(pages)


def _swap_xmp(writer: Update) -> None:
    packet = writer.root["/Metadata"].data.replace(b"PI-001", b"PI-999")
    header = entries(Type=pdf_name("/Metadata"), Subtype=pdf_name("/XML"))
    writer.put("/Metadata", writer.add_object(generic.StreamObject(header, stream_data=packet)))


def _swap_attachment(writer: Update) -> None:
    specification = writer.root["/AF"][0]
    embedded = generic.StreamObject(stream_data=b'{"serial":"PI-999"}')
    specification["/EF"] = entries(F=writer.add_object(embedded))
    writer.update_container(specification)


def _open_action(writer: Update) -> None:
    writer.put("/OpenAction", entries(S=pdf_name("/JavaScript"), JS=pdf_string("x")))


def _remove_seal(writer: Update) -> None:
    del writer.root["/AcroForm"]
    writer.mark_update(writer.root_ref)


def _text_field(writer: Update) -> None:
    field = entries(FT=pdf_name("/Tx"), T=pdf_string("catatan"), V=pdf_string("disetujui"))
    form = writer.root["/AcroForm"]
    form["/Fields"] = generic.ArrayObject([form["/Fields"].raw_get(0), writer.add_object(field)])
    writer.update_container(form)


def _validation_data(writer: Update) -> None:
    certificate = generic.StreamObject(stream_data=key().certificate_der)
    store = entries(Certs=generic.ArrayObject([writer.add_object(certificate)]))
    writer.put("/DSS", writer.add_object(store))


def _unused_object(writer: Update) -> None:
    writer.add_object(generic.StreamObject(stream_data=b"disimpan untuk nanti"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_replace_content, "PAGE_CHANGED"),
        (_shadow_content, "PAGE_CHANGED"),
        (_add_page, "PAGES_CHANGED"),
        (_swap_xmp, "METADATA_CHANGED"),
        (_swap_attachment, "ATTACHMENT_CHANGED"),
        (_open_action, "DOCUMENT_CHANGED"),
        (_remove_seal, "SIGNATURE_DETACHED"),
        (_unused_object, "BYTES_APPENDED"),
    ],
)
def test_what_changes_the_document(change: Callable[[Update], None], code: str) -> None:
    report = judge(updated(change))
    assert codes(report) == [code]
    assert report.verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_annotate, ["LATER_ANNOTATION", "FORBIDDEN_BY_SEAL"]),
        (_text_field, ["LATER_FORM_ENTRY", "FORBIDDEN_BY_SEAL"]),
    ],
)
def test_what_only_adds_to_the_document(change: Callable[[Update], None], expected: list[str]) -> None:
    for trusted, verdict in ((key(), Verdict.CHANGED), (other_key(), Verdict.LATER_CHANGES)):
        report = verify_pdf(updated(change), (trusted.certificate_pem,))
        assert codes(report) == expected
        # To a seal that we trust what it forbids is a change; of others only what came later can be named.
        assert report.verdict is verdict


def test_validation_data_alone() -> None:
    report = judge(updated(_validation_data))
    assert codes(report) == ["TRUSTED_SEAL", "LATER_VALIDATION_DATA"]
    assert report.verdict is Verdict.VALID


def test_signed_twice() -> None:
    for by in (key(), other_key()):
        report = judge(signed_again(sealed(), by))
        assert report.verdict is Verdict.CHANGED
        assert codes(report) == ["LATER_SIGNATURE", "FORBIDDEN_BY_SEAL"]
        assert [signature.intact for signature in report.signatures] == [True, True]


def test_page_changed_between_two_signatures() -> None:
    report = judge(signed_again(updated(_replace_content), other_key()))
    assert report.verdict is Verdict.CHANGED
    assert codes(report)[0] == "PAGE_CHANGED"


def test_our_key_without_certification_is_not_valid() -> None:
    report = judge(signed_again(unsealed(), key()))
    assert report.verdict is Verdict.CANNOT_VERIFY
    assert codes(report) == ["NOT_CERTIFIED"]


def test_field_without_a_signature_is_no_signature() -> None:
    with pikepdf.open(BytesIO(conform(page_pdf(("x",)), meta=META))) as document:
        field = Dictionary(FT=Name.Sig, T="Kosong")
        document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))
        output = BytesIO()
        document.save(output)
    assert judge(output.getvalue()).verdict is Verdict.NO_SIGNATURE
