"""What others rightly add to a sealed record: a time stamp, validation data, a signature in the prepared field.

The authority and the signer are our own; pyHanko writes as it does for everybody, metadata and all.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kpu_desk.pdf.seal import LATER_FIELD, seal_pdf
from tests.pdf.sealed_sample import AT, key, unsealed

_Pair = tuple[asn1_x509.Certificate, keys.PrivateKeyInfo]


@cache
def with_room(text: str = "Saya, Damar Wiraguna, menyatakan sebagai berikut.") -> bytes:
    """A record that is sealed with the empty field for a later signature."""
    return seal_pdf(unsealed(text), key(), at=AT, reason="Segel", location="Jakarta", later_signature=True)


def stamped(data: bytes, box: tuple[int, int, int, int] | None = None) -> bytes:
    """With a document time stamp of our own authority; one with a box on the first page is no usual one."""
    certificate, private = _authority()
    stamper = DummyTimeStamper(certificate, private, fixed_dt=datetime(2026, 2, 1, tzinfo=UTC))
    writer = IncrementalPdfFileWriter(BytesIO(data))
    if box is not None:
        append_signature_field(writer, SigFieldSpec("Stempel", box=box))
    out: Any = PdfTimeStamper(stamper, field_name="Stempel" if box else None).timestamp_pdf(writer, "sha256")
    return bytes(out.getvalue())


def with_validation_data(data: bytes) -> bytes:
    """With a store of two certificates."""
    out = BytesIO(data)
    add: Any = DocumentSecurityStore.add_dss
    add(out, None, certs=[_authority()[0], _person()[0]])
    return out.getvalue()


def countersigned(data: bytes, field: str = LATER_FIELD, **meta: Any) -> bytes:
    """Signed by a person's certificate, as an online service would, in the prepared field unless another is named."""
    certificate, private = _person()
    no_others: Any = SimpleCertificateStore
    signer = SimpleSigner(signing_cert=certificate, signing_key=private, cert_registry=no_others())
    details = PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, reason="TTE", **meta)
    out: Any = PdfSigner(details, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(data)))
    return bytes(out.getvalue())


@cache
def _authority() -> _Pair:
    return _pair("Otoritas Waktu Uji", rsa.generate_private_key(65537, 2048), ExtendedKeyUsageOID.TIME_STAMPING)


@cache
def _person() -> _Pair:
    return _pair("Penanda Tangan Uji", ec.generate_private_key(ec.SECP256R1()), None)


def _pair(
    name: str, private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, usage: x509.ObjectIdentifier | None
) -> _Pair:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signing = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2025, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2035, 1, 1, tzinfo=UTC))
        .add_extension(signing, critical=True)
    )
    if usage is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    der = builder.sign(private, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    secret = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return asn1_x509.Certificate.load(der), keys.PrivateKeyInfo.load(secret)
