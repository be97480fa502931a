"""Sealing: the right form, PDF/A kept, the same bytes again, and keys that open only with their passphrase."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, load_der_private_key, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.sign.general import as_signing_certificate_v2

from kpu_desk.domain.errors import SealError
from kpu_desk.pdf.seal import SEAL_FIELD, seal_pdf
from kpu_desk.pdf.seal_envelope import envelope, signed_attributes
from kpu_desk.pdf.seal_key import (
    certificate_fingerprint,
    create_seal_key,
    load_certificate,
    load_seal_key,
    throwaway_seal_key,
)
from kpu_desk.pdf.seal_key_file import opened_key_file
from tests.pdf.pdfa_gate import assert_pdfa, assert_pdfa_bytes
from tests.pdf.sealed_sample import AT, OFFICE, key, other_key, sealed, unsealed

NOW = datetime(2026, 1, 22, 2, 0, tzinfo=UTC)


def test_seal_is_an_invisible_certifying_pades_signature_that_allows_nothing() -> None:
    with pikepdf.open(BytesIO(sealed())) as document:
        field = document.Root.AcroForm.Fields[0]
        assert str(field.T) == SEAL_FIELD
        assert [float(value) for value in field.Rect] == [0, 0, 0, 0]
        assert field.V.SubFilter == "/ETSI.CAdES.detached"
        assert field.V.Reference[0].TransformParams.P == 1
        assert document.Root.Perms.DocMDP.objgen == field.V.objgen
        assert str(field.V.M) == "D:20260122094100+07'00'"


def test_seal_appends_and_keeps_pdfa() -> None:
    first, whole = unsealed(), sealed()
    assert whole.startswith(first)
    assert_pdfa(whole[: len(first)])
    assert_pdfa_bytes(whole)
    tail = whole[len(first) :]
    # pyHanko's own writer would have written these again.
    with pikepdf.open(BytesIO(first)) as document:
        assert b"/Metadata %d 0 R" % document.Root.Metadata.objgen[0] in tail
    assert b"/Version" not in tail
    assert b"/ModDate" not in tail
    assert b"xpacket" not in tail


def test_same_input_same_seal() -> None:
    again = seal_pdf(unsealed(), key(), at=AT, reason="Penyegelan rekaman", location="Jakarta")
    assert again == sealed()


def test_the_envelope_is_the_one_that_asn1crypto_would_write() -> None:
    for by in (key(), other_key()):
        certificate = asn1_x509.Certificate.load(by.certificate_der)
        for number in range(20):
            digest = hashlib.sha256(bytes([number])).digest()
            attributes = cms.CMSAttributes(
                [
                    {"type": "content_type", "values": ("data",)},
                    {"type": "message_digest", "values": (digest,)},
                    {"type": "signing_certificate_v2", "values": (as_signing_certificate_v2(certificate),)},
                ]
            )
            ours = signed_attributes(digest, by.certificate_der)
            assert ours == attributes.dump()
            whole = envelope(ours, by.sign(ours), by.certificate_der)
            parsed = cms.ContentInfo.load(whole, strict=True)
            assert parsed["content"].untag().copy().dump(force=True) == parsed["content"].untag().dump()
            (signer,) = parsed["content"]["signer_infos"]
            assert signer["signed_attrs"].untag().dump(force=True) == ours
            assert signer["sid"].chosen["serial_number"].native == certificate.serial_number
            assert signer["signature"].native == by.sign(ours)
            assert [item.dump() for item in parsed["content"]["certificates"]] == [by.certificate_der]


def test_a_digest_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        signed_attributes(bytes(20), key().certificate_der)


def test_time_of_sealing_must_be_aware() -> None:
    with pytest.raises(ValueError, match="aware"):
        seal_pdf(unsealed(), key(), at=datetime(2026, 1, 22), reason="", location="")  # noqa: DTZ001 - the point


def test_key_file_opens_with_its_passphrase_only() -> None:
    file, pem = create_seal_key(OFFICE, unit="Sekretariat", now=NOW, passphrase="kata sandi é".encode())
    opened = load_seal_key(file, "kata sandi é".encode())
    assert opened.certificate_pem == pem
    with pytest.raises(SealError) as caught:
        load_seal_key(file, b"salah")
    assert caught.value.code == "WRONG_SEAL_PASSPHRASE"
    for broken in (b"", b"bukan kunci", file[:-1], file + b"x", pem):
        with pytest.raises(SealError) as caught:
            load_seal_key(broken, b"kata sandi")
        assert caught.value.code == "SEAL_KEY_DAMAGED"
    assert b"Segel elektronik" not in file, "the key file must be encrypted as a whole"


def test_a_key_file_is_opened_as_others_open_it_and_no_changed_one_gives_another_key() -> None:
    file, pem = create_seal_key(OFFICE, unit=None, now=NOW, passphrase="kata \u20ac".encode())
    theirs, certificate, _ = pkcs12.load_key_and_certificates(file, "kata \u20ac".encode())
    assert theirs is not None
    assert certificate is not None
    private, certificate_der = opened_key_file(file, "kata \u20ac".encode())
    assert load_der_private_key(private, None).private_numbers() == theirs.private_numbers()  # type: ignore[union-attr]  # EC, as ours is
    assert certificate_der == certificate.public_bytes(Encoding.DER)
    refused = 0
    for place in range(0, len(file), 5):
        changed = bytearray(file)
        changed[place] ^= 0x20
        try:
            assert load_seal_key(bytes(changed), "kata \u20ac".encode()).certificate_pem == pem
        except SealError:
            refused += 1
    # What the checksum does not cover are the names of the outermost parts, a dozen bytes.
    assert refused > 0.97 * len(file) / 5


def test_empty_passphrase_and_nameless_office_are_refused() -> None:
    with pytest.raises(SealError) as caught:
        create_seal_key(OFFICE, unit=None, now=NOW, passphrase=b"")
    assert caught.value.code == "EMPTY_SEAL_PASSPHRASE"
    with pytest.raises(SealError) as caught:
        create_seal_key("  ", unit=None, now=NOW, passphrase=b"x")
    assert caught.value.code == "NO_OFFICE_NAME"


def test_certificate_says_office_purpose_and_time() -> None:
    _, pem = create_seal_key(OFFICE, unit="Sekretariat", now=NOW, passphrase=b"x")
    certificate = load_certificate(pem)
    assert certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == OFFICE
    assert certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)[0].value == "Sekretariat"
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign
    assert certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    assert certificate.not_valid_before_utc < NOW < certificate.not_valid_after_utc
    assert certificate.not_valid_after_utc - NOW > timedelta(days=3650)
    assert len(certificate_fingerprint(pem)) == 64


def test_long_office_name_is_cut_to_what_a_certificate_holds() -> None:
    name = "Komisi Pemilihan Umum Kabupaten " + "Pangkajene dan Kepulauan " * 4
    certificate = load_certificate(throwaway_seal_key(name, NOW).certificate_pem)
    common = str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
    assert len(common) <= 64


def test_rehearsal_key_says_gladi() -> None:
    subject = load_certificate(throwaway_seal_key(OFFICE, NOW).certificate_pem).subject
    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        assert str(subject.get_attributes_for_oid(oid)[0].value).startswith("GLADI")


def test_what_is_no_certificate_has_no_fingerprint() -> None:
    for data in (b"", b"teks", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"):
        with pytest.raises(SealError) as caught:
            certificate_fingerprint(data)
        assert caught.value.code == "NOT_A_CERTIFICATE"
