"""The CMS envelope of a seal: built here for sealing, and again for comparing when a seal is verified."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from asn1crypto import cms, x509
from pyhanko.sign.general import as_signing_certificate_v2, extract_signer_info, find_unique_cms_attribute

# Tags of X.690: the parts are few and never optional, so a whole envelope is a handful of joined bytes; asn1crypto
# needs five times as long for it as all the rest of a seal takes.
_SEQUENCE, _SET, _OCTETS, _CONTEXT_0 = 0x30, 0x31, 0x04, 0xA0
_VERSION_1 = b"\x02\x01\x01"
_MESSAGE_DIGEST = cms.CMSAttributeType("message_digest").dump()
_CONTENT_TYPE = cms.CMSAttribute({"type": "content_type", "values": ("data",)}).dump()
_DATA = cms.EncapsulatedContentInfo({"content_type": "data"}).dump()
_SIGNED_DATA = cms.ContentType("signed_data").dump()
_SHA256 = cms.DigestAlgorithm({"algorithm": "sha256"}).dump()
_LONGEST_SIGNATURE = 72
"""Bytes of an ECDSA signature with P-256 in DER: at the most two whole numbers of 33, all with tag and length."""
_ECDSA = cms.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}).dump()


@dataclass(frozen=True, slots=True)
class _OfCertificate:
    """What every envelope of one certificate repeats, as DER."""

    attribute: bytes
    signer: bytes
    certificates: bytes


@lru_cache(maxsize=64)
def _parts(certificate_der: bytes) -> _OfCertificate:
    certificate = x509.Certificate.load(certificate_der)
    bound = as_signing_certificate_v2(certificate)
    signer = cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})
    return _OfCertificate(
        attribute=cms.CMSAttribute({"type": "signing_certificate_v2", "values": (bound,)}).dump(),
        signer=signer.dump(),
        certificates=_tagged(_CONTEXT_0, certificate_der),
    )


def signed_attributes(document_digest: bytes, certificate_der: bytes) -> bytes:
    """The attributes that a PAdES baseline seal signs (ETSI EN 319 142-1, 6.3: no signing-time), as a SET in DER.

    Args:
        document_digest: SHA-256 over the byte ranges of the file.
        certificate_der: the sealing certificate, bound in by signing-certificate-v2 (RFC 5035).
    """
    if len(document_digest) != sha256().digest_size:
        raise ValueError("no SHA-256")
    digest = _tagged(_SEQUENCE, _MESSAGE_DIGEST, _tagged(_SET, _tagged(_OCTETS, document_digest)))
    # A SET OF is sorted by its encodings (X.690, 11.6).
    return _tagged(_SET, *sorted((_CONTENT_TYPE, digest, _parts(certificate_der).attribute)))


def envelope(attributes: bytes, signature: bytes, certificate_der: bytes) -> bytes:
    """The whole envelope as DER (RFC 5652); same parts, same bytes, and nothing in it is optional."""
    parts = _parts(certificate_der)
    # Signed as a SET, carried under an implicit tag (RFC 5652, 5.4).
    carried = bytes([_CONTEXT_0]) + attributes[1:]
    signer = _tagged(_SEQUENCE, _VERSION_1, parts.signer, _SHA256, carried, _ECDSA, _tagged(_OCTETS, signature))
    signed = _tagged(_SEQUENCE, _VERSION_1, _tagged(_SET, _SHA256), _DATA, parts.certificates, _tagged(_SET, signer))
    return _tagged(_SEQUENCE, _SIGNED_DATA, _tagged(_CONTEXT_0, signed))


@lru_cache(maxsize=64)
def envelope_room(certificate_der: bytes) -> int:
    """Bytes of a certificate's longest envelope: a few more than of most, for ECDSA signatures differ in length."""
    attributes = signed_attributes(bytes(sha256().digest_size), certificate_der)
    return len(envelope(attributes, bytes(_LONGEST_SIGNATURE), certificate_der))


def rebuilt(found: bytes, certificate_der: bytes) -> bytes:
    """An envelope again from the digest and the signature in it, and from the verifier's own certificate.

    Where it differs from what was found, somebody changed bytes that no signature covers (RFC 5652, 5.4), or the
    seal is not as we make them.

    Args:
        found: an envelope with its padding; one of our key's, whose signature holds.
    """
    signer = extract_signer_info(cms.ContentInfo.load(found)["content"])
    digest = find_unique_cms_attribute(signer["signed_attrs"], "message_digest").native
    return envelope(signed_attributes(digest, certificate_der), signer["signature"].native, certificate_der)


def _tagged(tag: int, *contents: bytes) -> bytes:
    """Tag, length and contents (X.690, 8.1)."""
    length = sum(map(len, contents))
    if length < 0x80:
        return b"".join((bytes((tag, length)), *contents))
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return b"".join((bytes((tag, 0x80 | len(size))), size, *contents))
