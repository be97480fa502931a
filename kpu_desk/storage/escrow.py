"""The certificate that ink is encrypted to, judged before it is taken; and the private key of its holder."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from kpu_desk.domain.dates import long_date
from kpu_desk.domain.errors import EscrowError
from kpu_desk.domain.escrow import EscrowCertificate, InkKey
from kpu_desk.domain.verdict import cleaned
from kpu_desk.storage.envelope import EscrowKey

_CURVES = (ec.SECP256R1, ec.SECP384R1)
_LEAST_RSA_BITS, _MOST_RSA_BITS = 2048, 8192
_PRIVATE = b"PRIVATE KEY-----"


def read_certificate(data: bytes, *, now: datetime, seal: bytes) -> EscrowCertificate:
    """One certificate, PEM or DER, to which ink can be encrypted.

    Whether its holder is who it says is for people to compare by its fingerprint: nobody's signature on it is asked.

    Args:
        now: aware; seal: the certificate of the office's own seal, PEM.

    Raises:
        EscrowError: ESCROW_PRIVATE_KEY (the file holds a private key, which has no place at the office),
            ESCROW_NO_CERTIFICATE, ESCROW_SEVERAL, ESCROW_ALGORITHM (neither EC P-256 or P-384 nor RSA of 2048 bits
            or more), ESCROW_USAGE (made for something else than encrypting, RFC 5280 4.2.1.3), ESCROW_OWN_KEY (the
            seal's), ESCROW_NOT_YET or ESCROW_EXPIRED (``date``).
    """
    if _PRIVATE in data or _is_pkcs12(data):
        raise EscrowError("ESCROW_PRIVATE_KEY")
    certificate = _certificate(data)
    public = _public_key(certificate)
    _check_usage(certificate, public)
    if public == x509.load_pem_x509_certificate(seal).public_key():
        raise EscrowError("ESCROW_OWN_KEY")
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now < begins:
        raise EscrowError("ESCROW_NOT_YET", date=long_date(begins.date()))
    if now > ends:
        raise EscrowError("ESCROW_EXPIRED", date=long_date(ends.date()))
    return describe(certificate.public_bytes(Encoding.DER))


def last_day(certificate: EscrowCertificate) -> date:
    """Until when a certificate that was taken says it holds."""
    return _certificate(certificate.der).not_valid_after_utc.date()


def describe(der: bytes) -> EscrowCertificate:
    """What people are told of a certificate that was taken; raises EscrowError ESCROW_NO_CERTIFICATE."""
    certificate = _certificate(der)
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return EscrowCertificate(
        der=der,
        sha256=certificate.fingerprint(hashes.SHA256()).hex(),
        holder=cleaned(str(names[0].value) if names else certificate.subject.rfc4514_string()),
        valid_until=long_date(certificate.not_valid_after_utc.date()),
    )


def read_key(data: bytes, passphrase: str | None) -> EscrowKey:
    """The private key of a file: PEM, DER (PKCS#8 and older) or PKCS#12.

    Args:
        passphrase: None while none was asked for.

    Raises:
        EscrowError: ESCROW_KEY_PASSPHRASE (it wants one), ESCROW_WRONG_PASSPHRASE, ESCROW_NO_KEY.
    """
    secret = None if passphrase is None else passphrase.encode("utf-8")
    try:
        if _is_pkcs12(data):
            key: object = _pkcs12_key(data, secret)
        elif b"-----BEGIN" in data:
            key = load_pem_private_key(data, secret)
        else:
            key = load_der_private_key(data, secret)
    except TypeError as error:
        # An encrypted key without a passphrase; or a passphrase for one that is not encrypted, which does no harm.
        if secret is None:
            raise EscrowError("ESCROW_KEY_PASSPHRASE") from error
        return read_key(data, None)
    except (ValueError, UnsupportedAlgorithm) as error:
        encrypted = b"ENCRYPTED" in data or _is_pkcs12(data)
        raise EscrowError("ESCROW_WRONG_PASSPHRASE" if secret is not None and encrypted else "ESCROW_NO_KEY") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise EscrowError("ESCROW_NO_KEY")
    return key


def throwaway(name: str, now: datetime) -> tuple[EscrowKey, EscrowCertificate]:
    """A key and its certificate for a rehearsal, good for a month; written nowhere."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name} kunci goresan".strip())])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now.astimezone(UTC).replace(microsecond=0) - timedelta(days=1))
        .not_valid_after(now.astimezone(UTC).replace(microsecond=0) + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    return key, describe(certificate.public_bytes(Encoding.DER))


def key_bytes(key: EscrowKey) -> bytes:
    """A throw-away key as an open file (PKCS#8, PEM); `read_key` reads it."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def belongs_to(key: InkKey, der: bytes) -> bool:
    """Whether the private key is the one of this certificate."""
    return key.public_key() == x509.load_der_x509_certificate(der).public_key()


def _certificate(data: bytes) -> x509.Certificate:
    try:
        if b"-----BEGIN" not in data:
            return x509.load_der_x509_certificate(data)
        found = x509.load_pem_x509_certificates(data)
    except ValueError as error:
        raise EscrowError("ESCROW_NO_CERTIFICATE") from error
    if len(found) > 1:
        raise EscrowError("ESCROW_SEVERAL")
    return found[0]


def _public_key(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey | rsa.RSAPublicKey:
    try:
        public = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise EscrowError("ESCROW_ALGORITHM") from error
    if isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, _CURVES):
        return public
    if isinstance(public, rsa.RSAPublicKey) and _LEAST_RSA_BITS <= public.key_size <= _MOST_RSA_BITS:
        return public
    raise EscrowError("ESCROW_ALGORITHM")


def _check_usage(certificate: x509.Certificate, public: object) -> None:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    except ValueError as error:
        raise EscrowError("ESCROW_NO_CERTIFICATE") from error
    agrees = isinstance(public, ec.EllipticCurvePublicKey)
    if not (usage.key_agreement if agrees else usage.key_encipherment):
        raise EscrowError("ESCROW_USAGE")


def _pkcs12_key(data: bytes, secret: bytes | None) -> object:
    try:
        return pkcs12.load_key_and_certificates(data, secret)[0]
    except ValueError:
        if secret is None:
            # cryptography says the same of a file without a passphrase and of one that wants one.
            raise EscrowError("ESCROW_KEY_PASSPHRASE") from None
        raise


def _is_pkcs12(data: bytes) -> bool:
    """Whether these bytes begin as a PFX does: a SEQUENCE of the version 3 (RFC 7292, 4)."""
    if len(data) < 8 or data[0] != 0x30:
        return False
    head = 2 + (data[1] & 0x7F if data[1] & 0x80 else 0)
    return data[head : head + 3] == b"\x02\x01\x03"
