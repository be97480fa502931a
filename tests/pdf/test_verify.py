"""Verifying: ours are valid, what is none is called so, and changed bytes are refused for their own reason."""

from __future__ import annotations

import logging
from binascii import hexlify
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import cms

from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.seal import SEAL_FIELD, seal_pdf
from kpu_desk.pdf.seal_key import throwaway_seal_key
from kpu_desk.pdf.signature_bytes import find_in_bytes
from kpu_desk.pdf.verify import verify_pdf
from tests.pdf.sealed_sample import (
    AT,
    OFFICE,
    codes,
    gap,
    judge,
    key,
    other_key,
    page_pdf,
    sealed,
    sealed_with_padding,
    unsealed,
)

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
    assert codes(report) == ["MARKED", "OUTSIDE_VALIDITY"]


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
    data = bytearray(sealed_with_padding())
    assert judge(bytes(data)).verdict is Verdict.VALID
    _, resume = gap(bytes(data))
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
    whole = sealed_with_padding()
    start, resume = gap(whole)
    message = cms.ContentInfo.load(find_in_bytes(whole)[0].contents, strict=False)
    message["content"]["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes(
        [{"type": "1.2.3.4.5", "values": [cms.OctetString(b"sisipan")]}]
    )
    digits = hexlify(message.dump(force=True)).upper().ljust(resume - start - 2, b"0")
    data = whole[: start + 1] + digits + whole[resume - 1 :]
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


def test_the_libraries_keep_quiet(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        judge(sealed())
        judge(sealed()[:-300])
        judge(b"%PDF-1.7\n" + bytes(2000))
    assert not [record for record in caplog.records if record.name.startswith(("pyhanko", "pikepdf"))]
    assert capfd.readouterr() == ("", "")
