"""Verifying: ours are valid, strangers' are judged by name, and each tampering is refused for its own reason."""

from __future__ import annotations

import csv
import logging
from binascii import hexlify
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from asn1crypto import cms
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from kpu_desk.domain.verdict import SealReport, Verdict
from kpu_desk.pdf.conform import conform
from kpu_desk.pdf.seal import SEAL_FIELD, seal_pdf
from kpu_desk.pdf.seal_envelope import envelope, signed_attributes
from kpu_desk.pdf.seal_key import SealKey, throwaway_seal_key
from kpu_desk.pdf.signature_bytes import find_in_bytes
from kpu_desk.pdf.verify import verify_pdf
from tests.pdf.sealed_sample import AT, META, OFFICE, key, other_key, page_pdf, sealed, unsealed

FOREIGN = Path(__file__).parents[3] / "shared" / "data" / "pdf-signed"


def judge(data: bytes) -> SealReport:
    return verify_pdf(data, (key().certificate_pem,))


def codes(report: SealReport) -> list[str]:
    return [reason.code for reason in report.reasons]


def gap(data: bytes) -> tuple[int, int]:
    """Where the seal's ``/Contents`` begins and ends."""
    _, start, resume, _ = find_in_bytes(data)[0].byte_range
    return start, resume


# --- what is right ---------------------------------------------------------------------------------------------


def test_our_record_is_valid_with_pem_or_der() -> None:
    for pin in (key().certificate_pem, key().certificate_der):
        report = verify_pdf(sealed(), (pin,))
        assert report.verdict is Verdict.VALID
        assert codes(report) == ["TRUSTED_SEAL"]
    (signature,) = report.signatures
    assert signature.field == SEAL_FIELD
    assert OFFICE[:30] in signature.signer
    assert (signature.intact, signature.trusted, signature.covers_whole_file) == (True, True, True)
    assert signature.at == AT


def test_unknown_office_is_intact_but_not_trusted() -> None:
    for trusted in ((), (other_key().certificate_pem,), (b"no certificate",)):
        report = verify_pdf(sealed(), trusted)
        assert report.verdict is Verdict.INTACT_UNKNOWN_SIGNER
        assert codes(report) == ["UNKNOWN_CERTIFICATE"]


def test_certificate_of_the_same_name_with_another_key_is_not_trusted() -> None:
    twin = throwaway_seal_key(OFFICE, datetime(2026, 1, 22, tzinfo=UTC))
    assert verify_pdf(sealed(), (twin.certificate_pem,)).verdict is Verdict.INTACT_UNKNOWN_SIGNER


def test_no_false_alarm_on_a_batch(at_length: Callable[[int, int], int]) -> None:
    for number in range(at_length(10, 200)):
        data = seal_pdf(unsealed(f"Rekaman {number}"), key(), at=AT, reason="x", location="y")
        assert judge(data).verdict is Verdict.VALID


def test_record_stays_valid_after_its_certificate_has_run_out() -> None:
    old = throwaway_seal_key(OFFICE, datetime(2016, 1, 22, tzinfo=UTC), days=30)
    at = datetime(2016, 1, 25, tzinfo=UTC)
    report = verify_pdf(seal_pdf(unsealed(), old, at=at, reason="", location=""), (old.certificate_pem,))
    assert report.verdict is Verdict.VALID


def test_seal_dated_outside_its_certificate_is_not_valid() -> None:
    old = throwaway_seal_key(OFFICE, datetime(2016, 1, 22, tzinfo=UTC), days=30)
    report = verify_pdf(seal_pdf(unsealed(), old, at=AT, reason="", location=""), (old.certificate_pem,))
    assert report.verdict is Verdict.CANNOT_VERIFY
    assert codes(report) == ["OUTSIDE_VALIDITY"]


# --- what is no sealed record ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "verdict", "code"),
    [
        (b"", Verdict.CANNOT_VERIFY, "EMPTY"),
        (b"Rapat dimulai pukul 09.00 WIB.\n" * 50, Verdict.CANNOT_VERIFY, "NOT_PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), Verdict.CANNOT_VERIFY, "NOT_PDF"),
        (b"%PDF-1.7\n" + b"bukan isi " * 200, Verdict.CANNOT_VERIFY, "DAMAGED"),
        (b"%PDF-1.7\n%%EOF\n", Verdict.CANNOT_VERIFY, "DAMAGED"),
    ],
)
def test_files_that_are_no_pdf(data: bytes, verdict: Verdict, code: str) -> None:
    report = judge(data)
    assert report.verdict is verdict
    assert codes(report) == [code]


def test_unsealed_and_stripped_records_have_no_signature() -> None:
    stripped = sealed()[: len(unsealed())]
    for data in (unsealed(), stripped, page_pdf(("x",))):
        report = judge(data)
        assert report.verdict is Verdict.NO_SIGNATURE
        assert codes(report) == ["NO_SIGNATURE"]


def test_encrypted_files_need_a_password() -> None:
    with pikepdf.open(BytesIO(unsealed())) as document:
        for user in ("rahasia", ""):
            output = BytesIO()
            document.save(output, encryption=pikepdf.Encryption(owner="pemilik", user=user))
            report = judge(output.getvalue())
            assert report.verdict is Verdict.NEEDS_PASSWORD
            assert codes(report) == ["ENCRYPTED"]


@pytest.mark.parametrize("cut", [1, 2, 7, 500, 1500, 4000])
def test_cut_short(cut: int) -> None:
    report = judge(sealed()[:-cut])
    assert report.verdict in (Verdict.CHANGED, Verdict.CANNOT_VERIFY)
    assert codes(report)[0] in ("CUT_SHORT", "DAMAGED")


# --- bytes changed or added ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tail", [b"x" * 412, b"\n", b"%%EOF\n", b"99 0 obj\n<</A 1>>\nendobj\n", b"\nstartxref\n9\n%%EOF\n", bytes(3)]
)
def test_appended_bytes(tail: bytes) -> None:
    report = judge(sealed() + tail)
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["BYTES_APPENDED"]
    assert report.reasons[0].fact("count") == len(tail)


def test_prepended_byte_is_not_valid() -> None:
    report = judge(b"\n" + sealed())
    assert report.verdict in (Verdict.CHANGED, Verdict.CANNOT_VERIFY)


def test_flipped_byte_in_page_content() -> None:
    data = bytearray(sealed())
    data[data.index(b"stream\n") + 40] ^= 1
    report = judge(bytes(data))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["DIGEST_MISMATCH"]


def test_flipped_digit_in_padding() -> None:
    data = bytearray(sealed())
    _, resume = gap(sealed())
    data[resume - 5] = ord("7")
    report = judge(bytes(data))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["PADDING_NOT_ZERO"]


def test_lower_case_digit_in_contents_is_found() -> None:
    # The digest leaves /Contents out, and a parser reads both cases alike.
    data = bytearray(sealed())
    start, resume = gap(sealed())
    at = next(index for index in range(start, resume) if chr(data[index]) in "ABCDEF")
    data[at] |= 0x20
    report = judge(bytes(data))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["SEAL_ENVELOPE_ALTERED"]


def test_envelope_with_an_unsigned_attribute_is_found() -> None:
    start, resume = gap(sealed())
    message = cms.ContentInfo.load(find_in_bytes(sealed())[0].contents, strict=False)
    message["content"]["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes(
        [{"type": "1.2.3.4.5", "values": [cms.OctetString(b"sisipan")]}]
    )
    digits = hexlify(message.dump(force=True)).upper().ljust(resume - start - 2, b"0")
    data = sealed()[: start + 1] + digits + sealed()[resume - 1 :]
    assert verify_pdf(data, ()).verdict is Verdict.INTACT_UNKNOWN_SIGNER, "the signature itself still holds"
    report = judge(data)
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["SEAL_ENVELOPE_ALTERED"]


def test_one_flipped_byte_anywhere(at_length: Callable[[int, int], int]) -> None:
    whole = sealed()
    places = at_length(150, 2000)
    start, resume = gap(whole)
    # Spread over the file, and densely over the part that the digest leaves out.
    spread = {index * len(whole) // places for index in range(places)}
    inside = {start + index * (resume - start) // (places // 2) for index in range(places // 2)}
    for place in sorted(spread | inside):
        data = bytearray(whole)
        data[place] ^= 1 << (place % 8)
        report = judge(bytes(data))
        assert report.verdict in (Verdict.CHANGED, Verdict.CANNOT_VERIFY), place
        assert report.reasons


def test_seal_of_another_record_does_not_fit() -> None:
    ours, other = sealed(), sealed("Saya, Utari Hartaman, menyatakan sebagai berikut.")
    start, resume = gap(ours)
    other_start, other_resume = gap(other)
    assert resume - start == other_resume - other_start
    report = judge(ours[:start] + other[other_start:other_resume] + ours[resume:])
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["DIGEST_MISMATCH"]


def test_rewritten_record_is_changed() -> None:
    with pikepdf.open(BytesIO(sealed())) as document:
        output = BytesIO()
        document.save(output)
    assert judge(output.getvalue()).verdict is Verdict.CHANGED


def test_swapped_attachment_is_changed() -> None:
    data = sealed()
    with pikepdf.open(BytesIO(data)) as document:
        raw = document.attachments["rekaman.json"].obj.EF.F.read_raw_bytes()
    at = data.index(raw)
    forged = data[:at] + bytes(len(raw)) + data[at + len(raw) :]
    report = judge(forged)
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["DIGEST_MISMATCH"]


# --- incremental updates ---------------------------------------------------------------------------------------


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
    ("change", "verdict", "code"),
    [
        (_annotate, Verdict.LATER_CHANGES, "LATER_ANNOTATION"),
        (_text_field, Verdict.LATER_CHANGES, "LATER_FORM_ENTRY"),
        (_validation_data, Verdict.LATER_CHANGES, "LATER_VALIDATION_DATA"),
        (_replace_content, Verdict.CHANGED, "PAGE_CHANGED"),
        (_shadow_content, Verdict.CHANGED, "PAGE_CHANGED"),
        (_add_page, Verdict.CHANGED, "PAGES_CHANGED"),
        (_swap_xmp, Verdict.CHANGED, "METADATA_CHANGED"),
        (_swap_attachment, Verdict.CHANGED, "ATTACHMENT_CHANGED"),
        (_open_action, Verdict.CHANGED, "DOCUMENT_CHANGED"),
        (_remove_seal, Verdict.CHANGED, "SIGNATURE_DETACHED"),
        (_unused_object, Verdict.CHANGED, "BYTES_APPENDED"),
    ],
)
def test_later_updates(change: Callable[[Update], None], verdict: Verdict, code: str) -> None:
    report = judge(updated(change))
    assert codes(report) == [code]
    assert report.verdict is verdict


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
        assert codes(report) == ["LATER_SIGNATURE"]
        assert [signature.intact for signature in report.signatures] == [True, True]


def test_page_changed_between_two_signatures() -> None:
    report = judge(signed_again(updated(_replace_content), other_key()))
    assert report.verdict is Verdict.CHANGED
    assert codes(report)[0] == "PAGE_CHANGED"


def test_our_key_without_certification_is_not_valid() -> None:
    report = judge(signed_again(unsealed(), key()))
    assert report.verdict is Verdict.CANNOT_VERIFY
    assert codes(report) == ["NOT_CERTIFIED"]


def test_wrapped_signature_is_refused() -> None:
    # The byte range leaves a gap that the contents do not fill: what lies there is signed by nobody.
    start, resume = gap(sealed())
    numbers = f"/ByteRange [0 {start} {resume} ".encode("ascii")
    forged_numbers = f"/ByteRange [0 {start} {resume + 90} ".encode("ascii")
    data = sealed()[:resume] + b" " * 90 + sealed()[resume:].replace(numbers, forged_numbers)
    report = judge(data)
    assert report.verdict in (Verdict.CHANGED, Verdict.CANNOT_VERIFY)


@pytest.mark.parametrize("numbers", ["[]", "[0 0 0 0]", "[0 1 2]", "[-1 5 9 9]", "null", "[0 5 2 9]", "(teks)"])
def test_forged_byte_ranges_are_refused(numbers: str) -> None:
    data = sealed()
    start = data.index(b"/ByteRange ") + len(b"/ByteRange ")
    end = data.index(b"]", start) + 1
    report = judge(data[:start] + numbers.encode("ascii").ljust(end - start) + data[end:])
    assert report.verdict in (Verdict.CHANGED, Verdict.CANNOT_VERIFY)
    assert report.reasons


def test_field_without_a_signature_is_no_signature() -> None:
    with pikepdf.open(BytesIO(conform(page_pdf(("x",)), meta=META))) as document:
        field = Dictionary(FT=Name.Sig, T="Kosong")
        document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))
        output = BytesIO()
        document.save(output)
    assert judge(output.getvalue()).verdict is Verdict.NO_SIGNATURE


# --- files by others -------------------------------------------------------------------------------------------


def _foreign() -> list[dict[str, str]]:
    table = FOREIGN / "expected.csv"
    if not table.is_file():
        return []
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_signed_files_by_others() -> None:
    rows = _foreign()
    if not rows:
        pytest.skip("../shared/data/pdf-signed is not here")
    wrong = {
        row["file"]: (row["expected"], report.verdict, codes(report))
        for row in rows
        if (report := judge((FOREIGN / row["file"]).read_bytes())).verdict != row["expected"]
    }
    assert not wrong
    assert all(
        not signature.trusted for row in rows for signature in judge((FOREIGN / row["file"]).read_bytes()).signatures
    )


def test_foreign_files_cut_and_flipped_never_raise_nor_become_valid() -> None:
    rows = _foreign()
    if not rows:
        pytest.skip("../shared/data/pdf-signed is not here")
    for row in rows:
        whole = (FOREIGN / row["file"]).read_bytes()
        for part in (1, 3, 5, 7):
            assert judge(whole[: len(whole) * part // 8]).verdict is not Verdict.VALID
            flipped = bytearray(whole)
            flipped[len(whole) * part // 8] ^= 0x10
            assert judge(bytes(flipped)).verdict is not Verdict.VALID


def test_the_libraries_keep_quiet(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        judge(sealed())
        judge(sealed()[:-300])
        judge(b"%PDF-1.7\n" + bytes(2000))
    assert not [record for record in caplog.records if record.name.startswith(("pyhanko", "pikepdf"))]
    assert capfd.readouterr() == ("", "")
