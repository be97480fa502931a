"""Verifying what was added later: each update and each further signature is named, and none is VALID."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.conform import conform
from kpu_desk.pdf.seal_envelope import envelope, signed_attributes
from kpu_desk.pdf.seal_key import SealKey
from tests.pdf.sealed_sample import AT, META, codes, judge, key, other_key, page_pdf, sealed, unsealed


class Update(IncrementalPdfFileWriter):
    """An editor's update: only what a test adds, no metadata."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))

    def _update_meta(self) -> None:
        """Leave metadata alone, so that the change under test stands alone."""

    def page(self) -> Any:
        page = self.root["/Pages"]["/Kids"][0]
        self.update_container(page)
        return page

    def put(self, key_name: str, value: Any) -> None:
        """Set an entry of the catalogue."""
        self.root[key_name] = value
        self.mark_update(self.root_ref)

    def bytes(self) -> bytes:
        output = BytesIO()
        write: Any = self.write
        write(output)
        return output.getvalue()


def updated(change: Callable[[Update], None]) -> bytes:
    """A sealed record with an update appended, as an editor writes it."""
    writer = Update(sealed())
    change(writer)
    return writer.bytes()


def _entries(**entries: Any) -> Any:
    make: Any = generic.DictionaryObject
    return make({pdf_name(f"/{name}"): value for name, value in entries.items()})


def _number(value: int) -> Any:
    make: Any = generic.NumberObject
    return make(value)


def _annotate(writer: Update) -> None:
    corners = generic.ArrayObject([_number(n) for n in (9, 9, 99, 99)])
    note = _entries(Type=pdf_name("/Annot"), Subtype=pdf_name("/FreeText"), Rect=corners, Contents=pdf_string("BATAL"))
    page = writer.page()
    page["/Annots"] = generic.ArrayObject([*page["/Annots"], writer.add_object(note)])


def _replace_content(writer: Update) -> None:
    writer.page()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))


def _shadow_content(writer: Update) -> None:
    # The same object number gets other content; the page itself is not touched.
    reference = writer.root["/Pages"]["/Kids"][0].raw_get("/Contents")
    writer.objects[(reference.generation, reference.idnum)] = generic.StreamObject(stream_data=b"q Q")


def _add_page(writer: Update) -> None:
    pages = writer.root["/Pages"]
    kids = pages["/Kids"]
    copy = _entries(**{str(name)[1:]: value for name, value in kids[1].items()})
    pages["/Kids"] = generic.ArrayObject([*(kids.raw_get(i) for i in range(len(kids))), writer.add_object(copy)])
    pages["/Count"] = _number(len(kids) + 1)
    writer.update_container(pages)


def _swap_xmp(writer: Update) -> None:
    packet = writer.root["/Metadata"].data.replace(b"PI-001", b"PI-999")
    header = _entries(Type=pdf_name("/Metadata"), Subtype=pdf_name("/XML"))
    writer.put("/Metadata", writer.add_object(generic.StreamObject(header, stream_data=packet)))


def _swap_attachment(writer: Update) -> None:
    specification = writer.root["/AF"][0]
    embedded = generic.StreamObject(stream_data=b'{"serial":"PI-999"}')
    specification["/EF"] = _entries(F=writer.add_object(embedded))
    writer.update_container(specification)


def _open_action(writer: Update) -> None:
    writer.put("/OpenAction", _entries(S=pdf_name("/JavaScript"), JS=pdf_string("x")))


def _remove_seal(writer: Update) -> None:
    del writer.root["/AcroForm"]
    writer.mark_update(writer.root_ref)


def _text_field(writer: Update) -> None:
    field = _entries(FT=pdf_name("/Tx"), T=pdf_string("catatan"), V=pdf_string("disetujui"))
    form = writer.root["/AcroForm"]
    form["/Fields"] = generic.ArrayObject([form["/Fields"].raw_get(0), writer.add_object(field)])
    writer.update_container(form)


def _validation_data(writer: Update) -> None:
    certificate = generic.StreamObject(stream_data=key().certificate_der)
    store = _entries(Certs=generic.ArrayObject([writer.add_object(certificate)]))
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
        (_validation_data, ["LATER_VALIDATION_DATA"]),
    ],
)
def test_what_only_adds_to_the_document(change: Callable[[Update], None], expected: list[str]) -> None:
    report = judge(updated(change))
    assert codes(report) == expected
    assert report.verdict is Verdict.LATER_CHANGES


def signed_again(data: bytes, by: SealKey, field: str = "Kedua", *, certify: bool = False) -> bytes:
    """One more signature over a file, visible nowhere."""

    steps = PdfCMSEmbedder(SigFieldSpec(field)).write_cms(field, Update(data))
    next(steps)
    placeholder = SignatureObject(timestamp=AT, subfilter=SigSeedSubFilter.PADES, bytes_reserved=4096)
    setup = SigMDPSetup(md_algorithm="sha256", certify=certify, docmdp_perms=MDPPerm.NO_CHANGES)
    steps.send(SigObjSetup(sig_placeholder=placeholder, mdp_setup=setup))
    prepared, output = steps.send(SigIOSetup(md_algorithm="sha256"))
    attributes = signed_attributes(prepared.document_digest, by.certificate_der)
    steps.send(envelope(attributes, by.sign(attributes.dump()), by.certificate_der))
    return bytes(output.getvalue())


def test_signed_twice() -> None:
    for by in (key(), other_key()):
        report = judge(signed_again(sealed(), by))
        assert report.verdict is Verdict.LATER_CHANGES
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
