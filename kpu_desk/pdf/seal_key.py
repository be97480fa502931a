"""The office's sealing key: made here, kept in a passphrase-protected file, opened to seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import SealError
from kpu_desk.domain.marks import mark_of_names
from kpu_desk.pdf.seal_key_file import opened_key_file

TEN_YEARS_IN_DAYS = 3653

# PBKDF2 rounds of the key file (OWASP's figure for HMAC-SHA-256); 0.2 s on the reference machine.
_KDF_ROUNDS = 600_000
# X.520 upper bounds of commonName, organizationName and organizationalUnitName, in characters.
_NAME_LIMIT = 64


class SealKey(Protocol):
    """Whatever can seal: a key file, a throw-away key, later a token."""

    @property
    def certificate_pem(self) -> bytes:
        """The certificate that verifiers pin, as PEM."""

    @property
    def certificate_der(self) -> bytes:
        """The same certificate as DER."""

    def sign(self, data: bytes) -> bytes:
        """ECDSA P-256 over SHA-256 of ``data``, as DER (RFC 5753 2.1.1)."""


@dataclass(frozen=True, slots=True)
class SoftwareSealKey:
    """A sealing key in the program's memory; its signatures are deterministic (RFC 6979)."""

    certificate: x509.Certificate
    private_key: ec.EllipticCurvePrivateKey

    def __reduce__(self) -> tuple[object, ...]:
        # Handed to a worker process through its pipe, never written to a file.
        private = self.private_key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return (_from_der, (self.certificate_der, private))

    def __repr__(self) -> str:
        return f"SoftwareSealKey({self.certificate.subject.rfc4514_string()})"

    @property
    def certificate_pem(self) -> bytes:
        """The certificate as PEM."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def certificate_der(self) -> bytes:
        """The certificate as DER."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    def sign(self, data: bytes) -> bytes:
        """ECDSA P-256 over SHA-256 of ``data``, as DER; same data, same signature."""
        return self.private_key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


def _from_der(certificate: bytes, private: bytes) -> SoftwareSealKey:
    key = serialization.load_der_private_key(private, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise SealError("SEAL_KEY_DAMAGED")
    return SoftwareSealKey(x509.load_der_x509_certificate(certificate), key)


def create_seal_key(
    office: str,
    *,
    unit: str | None,
    days: int = TEN_YEARS_IN_DAYS,
    now: datetime,
    passphrase: bytes,
    mark: str = "",
) -> tuple[bytes, bytes]:
    """Make the office's sealing key.

    Args:
        office: the office's full name, as it shall stand in the certificate (cut at 64 characters).
        unit: a unit within the office, or None.
        days: how long the certificate is good for.
        now: aware time of making; the certificate begins a day earlier, so that a clock set back does no harm.
        passphrase: protects the file; not empty.
        mark: GLADI or CONTOH, to stand before every name in the subject of a key that seals nothing real.

    Returns:
        The encrypted key file (PKCS#12, AES-256, PBKDF2 with 600,000 rounds) and the certificate as PEM.

    Raises:
        SealError: EMPTY_SEAL_PASSPHRASE or NO_OFFICE_NAME.
    """
    if not passphrase:
        raise SealError("EMPTY_SEAL_PASSPHRASE")
    key = _make_key(office, unit=unit, days=days, now=now, mark=mark)
    encryption = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_KDF_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase)
    )
    file = pkcs12.serialize_key_and_certificates(b"segel", key.private_key, key.certificate, None, encryption)
    return file, key.certificate_pem


def load_seal_key(data: bytes, passphrase: bytes) -> SealKey:
    """Open a key file.

    Raises:
        SealError: SEAL_KEY_DAMAGED (no key file, or not of our kind), WRONG_SEAL_PASSPHRASE.
    """
    if not _looks_like_key_file(data):
        raise SealError("SEAL_KEY_DAMAGED")
    try:
        private, certificate = opened_key_file(data, passphrase)
        key = _from_der(certificate, private)
    except (ValueError, TypeError) as error:
        # Also what was changed in the file, where asn1crypto may trip over a missing part; nobody can tell that from
        # a wrong passphrase.
        raise SealError("WRONG_SEAL_PASSPHRASE") from error
    if (
        not isinstance(key.private_key.curve, ec.SECP256R1)
        or key.private_key.public_key() != key.certificate.public_key()
    ):
        raise SealError("SEAL_KEY_DAMAGED")
    return key


def throwaway_seal_key(office: str, now: datetime, *, days: int = 30) -> SealKey:
    """A key for a rehearsal: never written anywhere, its subject says GLADI."""
    return _make_key(office, unit=None, days=days, now=now, mark=Mark.GLADI.value)


def certificate_fingerprint(pem: bytes) -> str:
    """SHA-256 of a certificate's DER, as 64 hexadecimal digits.

    Raises:
        SealError: NOT_A_CERTIFICATE.
    """
    return load_certificate(pem).fingerprint(hashes.SHA256()).hex()


@lru_cache(maxsize=64)
def load_certificate(data: bytes) -> x509.Certificate:
    """Read one certificate, PEM or DER.

    Raises:
        SealError: NOT_A_CERTIFICATE.
    """
    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificate(data)
        return x509.load_der_x509_certificate(data)
    except ValueError as error:
        raise SealError("NOT_A_CERTIFICATE") from error


def trusted_certificates(data: bytes) -> tuple[bytes, ...]:
    """Every certificate of a file, PEM (one or more) or DER, as DER.

    Raises:
        SealError: NOT_A_CERTIFICATE.
    """
    if b"-----BEGIN" not in data:
        return (load_certificate(data).public_bytes(serialization.Encoding.DER),)
    try:
        found = x509.load_pem_x509_certificates(data)
    except ValueError as error:
        raise SealError("NOT_A_CERTIFICATE") from error
    return tuple(certificate.public_bytes(serialization.Encoding.DER) for certificate in found)


def certificate_subject(certificate: x509.Certificate) -> str:
    """The common name of a certificate's holder, or its whole subject where it has none. Untrusted text."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def certificate_mark(certificate: x509.Certificate) -> Mark:
    """GLADI or CONTOH where a name of the subject begins with it: such a key seals nothing real."""
    return mark_of_names(str(name.value) for name in certificate.subject)


def _make_key(office: str, *, unit: str | None, days: int, now: datetime, mark: str) -> SoftwareSealKey:
    office = " ".join(office.split())
    if not office:
        raise SealError("NO_OFFICE_NAME")
    private_key = ec.generate_private_key(ec.SECP256R1())
    public_key = private_key.public_key()
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"{mark} {office}".strip()[:_NAME_LIMIT].rstrip()),
    ]
    if unit:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit[:_NAME_LIMIT].rstrip()))
    parts.append(
        x509.NameAttribute(NameOID.COMMON_NAME, f"{mark} Segel elektronik {office}".strip()[:_NAME_LIMIT].rstrip())
    )
    name = x509.Name(parts)
    begin = now.astimezone(UTC).replace(microsecond=0)
    subject_id = x509.SubjectKeyIdentifier.from_public_key(public_key)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin - timedelta(days=1))
        .not_valid_after(begin + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_sealing_only(), critical=True)
        .add_extension(subject_id, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(subject_id), critical=False)
        .sign(private_key, hashes.SHA256())
    )
    return SoftwareSealKey(certificate, private_key)


def _sealing_only() -> x509.KeyUsage:
    return x509.KeyUsage(
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


def _looks_like_key_file(data: bytes) -> bool:
    # One DER SEQUENCE in long form that fills the file (X.690, 8.1.3.5); cryptography names one error for both
    # a wrong passphrase and a file that is no PKCS#12.
    if len(data) < 4 or data[0] != 0x30 or data[1] not in (0x81, 0x82, 0x83):
        return False
    width = data[1] & 0x7F
    return int.from_bytes(data[2 : 2 + width], "big") == len(data) - 2 - width
