"""Bytes that only the holder of one private key can read: CMS, so that any CMS program can open them too.

AuthEnvelopedData with AES-256-GCM (RFC 5083, 5084); the content key goes to the holder by ECDH with an ephemeral key,
the X9.63 derivation with SHA-256 and AES key wrap (RFC 5753), or by RSA-OAEP with SHA-256 (RFC 4056).
``openssl cms -decrypt -inform DER -in FILE -inkey KEY`` (3.0 or later) opens what this module writes.
"""

from __future__ import annotations

import secrets

from asn1crypto import algos, cms, core, keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kpu_desk.domain.errors import EscrowError
from kpu_desk.domain.escrow import InkKey

EscrowKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_KEY_BYTES, _NONCE_BYTES, _TAG_BYTES = 32, 12, 16
_AUTH_ENVELOPED = "1.2.840.113549.1.9.16.1.23"  # RFC 5083, 2
_STANDARD_DH_SHA256 = "1.3.132.1.11.1"  # RFC 5753, 7.1.4: dhSinglePass-stdDH-sha256kdf-scheme
_OAEP = padding.OAEP(padding.MGF1(SHA256()), SHA256(), None)


class _GcmParameters(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    _fields = [("nonce", core.OctetString), ("icv_bytes", core.Integer, {"default": 12})]  # noqa: RUF012 -- its way


class _SharedInfo(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """ECC-CMS-SharedInfo (RFC 5753, 7.2)."""

    _fields = [  # noqa: RUF012 -- asn1crypto's way
        ("key_info", algos.AlgorithmIdentifier),
        ("supplementary", core.OctetString, {"explicit": 2}),
    ]


def close_envelope(content: bytes, certificate: bytes) -> bytes:
    """``content`` for the holder of the certificate's private key.

    Args:
        certificate: DER, as ``escrow.read_certificate`` accepted it: EC or RSA.

    Returns:
        A DER ContentInfo, about 350 bytes longer than the content for a P-256 key and a short name.
    """
    holder = asn1_x509.Certificate.load(certificate)
    key, nonce = secrets.token_bytes(_KEY_BYTES), secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, content, None)
    public = x509.load_der_x509_certificate(certificate).public_key()
    who = {"issuer": holder.issuer, "serial_number": holder.serial_number}
    recipient = _agreed(key, public, who) if isinstance(public, ec.EllipticCurvePublicKey) else None
    if isinstance(public, rsa.RSAPublicKey):
        recipient = _transported(key, public, who)
    if recipient is None:
        raise EscrowError("ESCROW_ALGORITHM")
    enveloped = cms.AuthEnvelopedData(
        {
            "version": "v0",
            "recipient_infos": [recipient],
            "auth_encrypted_content_info": {
                "content_type": "data",
                "content_encryption_algorithm": {
                    "algorithm": "aes256_gcm",
                    "parameters": _GcmParameters({"nonce": nonce, "icv_bytes": _TAG_BYTES}),
                },
                "encrypted_content": sealed[:-_TAG_BYTES],
            },
            "mac": sealed[-_TAG_BYTES:],
        }
    )
    return bytes(cms.ContentInfo({"content_type": _AUTH_ENVELOPED, "content": enveloped}).dump())


def open_envelope(data: bytes, key: InkKey) -> bytes:
    """What was closed for the holder of ``key``.

    Raises:
        EscrowError: ESCROW_DAMAGED when these are not such bytes or not whole, ESCROW_WRONG_KEY when they were closed
            for another one (a changed wrapped key looks the same).
    """
    try:
        info = cms.ContentInfo.load(data, strict=True)
        if info["content_type"].dotted != _AUTH_ENVELOPED:
            raise ValueError("content type")
        enveloped = info["content"]
        (recipient,) = enveloped["recipient_infos"]
        encrypted = enveloped["auth_encrypted_content_info"]
        algorithm = encrypted["content_encryption_algorithm"]
        if algorithm["algorithm"].native != "aes256_gcm":
            raise ValueError("cipher")
        parameters = _GcmParameters.load(algorithm["parameters"].dump(), strict=True)
        tag = enveloped["mac"].native
        if len(tag) != _TAG_BYTES or parameters["icv_bytes"].native != _TAG_BYTES:
            raise ValueError("tag")
        nonce, content = parameters["nonce"].native, encrypted["encrypted_content"].native
        if recipient.name == "kari":
            content_key = _agreed_key(recipient.chosen, key)
        elif recipient.name == "ktri":
            content_key = _transported_key(recipient.chosen, key)
        else:
            raise ValueError("recipient")
    except (ValueError, TypeError, KeyError) as error:
        raise EscrowError("ESCROW_DAMAGED") from error
    try:
        return AESGCM(content_key).decrypt(nonce, content + tag, None)
    except (InvalidTag, ValueError) as error:
        raise EscrowError("ESCROW_DAMAGED") from error


def _agreed(key: bytes, public: ec.EllipticCurvePublicKey, who: dict[str, object]) -> cms.RecipientInfo:
    ephemeral = ec.generate_private_key(public.curve)
    own = ephemeral.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return cms.RecipientInfo(
        "kari",
        {
            "version": "v3",
            "originator": {"originator_key": keys.PublicKeyInfo.load(own)},
            "key_encryption_algorithm": {
                "algorithm": _STANDARD_DH_SHA256,
                "parameters": cms.KeyEncryptionAlgorithm({"algorithm": "aes256_wrap"}),
            },
            "recipient_encrypted_keys": [
                {
                    "rid": {"issuer_and_serial_number": who},
                    "encrypted_key": aes_key_wrap(_wrapping_key(ephemeral, public), key),
                }
            ],
        },
    )


def _agreed_key(recipient: cms.KeyAgreeRecipientInfo, key: InkKey) -> bytes:
    if recipient["key_encryption_algorithm"]["algorithm"].dotted != _STANDARD_DH_SHA256:
        raise ValueError("key agreement")
    own = recipient["originator"]
    if own.name != "originator_key":
        raise ValueError("originator")
    (wrapped,) = recipient["recipient_encrypted_keys"]
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise EscrowError("ESCROW_WRONG_KEY")
    if own.chosen["algorithm"]["parameters"].native not in (None, key.curve.name):
        raise EscrowError("ESCROW_WRONG_KEY")
    point = ec.EllipticCurvePublicKey.from_encoded_point(key.curve, bytes(own.chosen["public_key"]))
    try:
        return aes_key_unwrap(_wrapping_key(key, point), wrapped["encrypted_key"].native)
    except InvalidUnwrap as error:
        raise EscrowError("ESCROW_WRONG_KEY") from error


def _wrapping_key(private: ec.EllipticCurvePrivateKey, public: ec.EllipticCurvePublicKey) -> bytes:
    bits = (8 * _KEY_BYTES).to_bytes(4, "big")
    # No parameters: RFC 5753, 7.2 has them absent for AES key wrap.
    shared = _SharedInfo({"key_info": {"algorithm": "2.16.840.1.101.3.4.1.45"}, "supplementary": bits})
    secret = private.exchange(ec.ECDH(), public)
    return X963KDF(SHA256(), _KEY_BYTES, shared.dump()).derive(secret)


def _transported(key: bytes, public: rsa.RSAPublicKey, who: dict[str, object]) -> cms.RecipientInfo:
    return cms.RecipientInfo(
        "ktri",
        {
            "version": "v0",
            "rid": {"issuer_and_serial_number": who},
            "key_encryption_algorithm": {
                "algorithm": "rsaes_oaep",
                "parameters": algos.RSAESOAEPParams(
                    {
                        "hash_algorithm": {"algorithm": "sha256"},
                        "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": "sha256"}},
                    }
                ),
            },
            "encrypted_key": public.encrypt(key, _OAEP),
        },
    )


def _transported_key(recipient: cms.KeyTransRecipientInfo, key: InkKey) -> bytes:
    if recipient["key_encryption_algorithm"]["algorithm"].native != "rsaes_oaep":
        raise ValueError("key transport")
    if not isinstance(key, rsa.RSAPrivateKey):
        raise EscrowError("ESCROW_WRONG_KEY")
    try:
        return key.decrypt(recipient["encrypted_key"].native, _OAEP)
    except ValueError as error:
        raise EscrowError("ESCROW_WRONG_KEY") from error
