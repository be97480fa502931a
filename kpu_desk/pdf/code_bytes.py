"""The letters of a page's code: its fields as CBOR, signed by the office's key (COSE), written in Base45."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import SealError
from kpu_desk.domain.page_code import PageCode
from kpu_desk.domain.page_report import PageReport, PageVerdict
from kpu_desk.domain.verdict import MARKED, Reason
from kpu_desk.pdf.base45 import from_base45, to_base45
from kpu_desk.pdf.cbor import Value, from_cbor, to_cbor
from kpu_desk.pdf.seal_key import SealKey, certificate_mark, load_certificate

MOST_BYTES = 150
"""Of the signed message, whatever the serial; so the code keeps its size (issue 4)."""

PREFIX = "KPU1:"
"""Stands before the Base45 letters, so that our codes are known from all others."""

_VERSION = 1
_SIGN1_TAG = b"\xd2"  # RFC 9052, 2: COSE_Sign1 is tag 18
_ALGORITHM, _ES256, _KEY_ID = 1, -7, 4  # RFC 9052, 3.1; RFC 9053, 2.1
_KEY_ID_BYTES = 8
_HALF = 32
_EPOCH = date(1970, 1, 1)


def signed_code(code: PageCode, key: SealKey) -> str:
    """The letters of a page's code: COSE_Sign1 with ES256 (RFC 9052) in Base45 (RFC 9285).

    The same fields give the same letters when the key signs deterministically, as keys from a file do.
    """
    protected = to_cbor({_ALGORITHM: _ES256, _KEY_ID: key_id(key.certificate_der)})
    payload = _payload(code)
    r, s = decode_dss_signature(key.sign(_to_be_signed(protected, payload)))
    signature = r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")
    message = _SIGN1_TAG + to_cbor([protected, {}, payload, signature])
    if len(message) > MOST_BYTES:
        raise ValueError(f"a code of {len(message)} bytes")
    return PREFIX + to_base45(message)


def key_id(certificate_der: bytes) -> bytes:
    """The first 8 bytes of the certificate's SHA-256: enough to find it among those that are trusted."""
    return hashlib.sha256(certificate_der).digest()[:_KEY_ID_BYTES]


def judge_code(letters: str, trusted: Sequence[bytes], page: int) -> PageReport:
    """What an untrusted code is worth; never raises.

    Args:
        letters: of a QR code.
        trusted: pinned certificates, PEM or DER; one that cannot be read is never trusted.
        page: of the file in which it stands.
    """
    if not letters.startswith(PREFIX):
        return PageReport.without_code(page, "FOREIGN_CODE")
    try:
        protected, payload, signature = _parts(from_base45(letters.removeprefix(PREFIX)))
        kid = _key_id_of(protected)
        code = _code(payload)
    except (ValueError, OverflowError):
        return PageReport(page, PageVerdict.BAD_CODE, (Reason.of("CODE_BROKEN"),))
    keys = [(public, mark) for found, public, mark in _public_keys(tuple(trusted)) if found == kid]
    if not keys:
        return PageReport(page, PageVerdict.UNKNOWN_SIGNER, (Reason.of("UNKNOWN_KEY", key=kid.hex()),), code)
    message = _to_be_signed(protected, payload)
    marks = [mark for public, mark in keys if _verifies(public, message, signature)]
    if not marks:
        return PageReport(page, PageVerdict.BAD_CODE, (Reason.of("CODE_SIGNATURE_WRONG"),))
    marked = tuple(Reason.of(MARKED, mark=mark.value) for mark in marks[:1] if mark)
    return PageReport(page, PageVerdict.SIGNED, (*marked, Reason.of("CODE_SIGNED")), code)


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    return to_cbor(["Signature1", protected, b"", payload])  # RFC 9052, 4.4


def _payload(code: PageCode) -> bytes:
    days = (code.day - _EPOCH).days
    return to_cbor([_VERSION, code.serial, code.page, code.pages, days, code.digest, code.signers, list(code.initials)])


def _code(payload: bytes) -> PageCode:
    match from_cbor(payload):
        case [
            1,
            str() as serial,
            int() as page,
            int() as pages,
            int() as days,
            bytes() as digest,
            int() as signers,
            [*names],
        ]:
            initials = tuple(name for name in names if isinstance(name, str))
            if len(initials) == len(names):
                return PageCode(serial, page, pages, _EPOCH + timedelta(days=days), digest, signers, initials)
    raise ValueError("no fields of a page's code")


def _parts(message: bytes) -> tuple[bytes, bytes, bytes]:
    if len(message) <= MOST_BYTES and message.startswith(_SIGN1_TAG):
        match from_cbor(message.removeprefix(_SIGN1_TAG)):
            case [bytes() as protected, dict() as unprotected, bytes() as payload, bytes() as signature] if (
                not unprotected and len(signature) == 2 * _HALF
            ):
                return protected, payload, signature
    raise ValueError("no COSE_Sign1 of ours")


def _key_id_of(protected: bytes) -> bytes:
    header: Value = from_cbor(protected)
    if isinstance(header, dict) and set(header) == {_ALGORITHM, _KEY_ID} and header[_ALGORITHM] == _ES256:
        kid = header[_KEY_ID]
        if isinstance(kid, bytes) and len(kid) == _KEY_ID_BYTES:
            return kid
    raise ValueError("no header of ours")


@lru_cache(maxsize=16)
def _public_keys(trusted: tuple[bytes, ...]) -> tuple[tuple[bytes, ec.EllipticCurvePublicKey, Mark], ...]:
    """Key ids, keys and the marks of their certificates; read once for all pages of a batch."""
    found = []
    for data in trusted:
        with suppress(SealError, ValueError):
            certificate = load_certificate(data)
            public = certificate.public_key()
            if isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, ec.SECP256R1):
                kid = key_id(certificate.public_bytes(Encoding.DER))
                found.append((kid, public, certificate_mark(certificate)))
    return tuple(found)


def _verifies(public: ec.EllipticCurvePublicKey, data: bytes, signature: bytes) -> bool:
    r, s = (int.from_bytes(half, "big") for half in (signature[:_HALF], signature[_HALF:]))
    try:
        public.verify(encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True
