"""The CMS envelope of a seal: built here for sealing, and again for comparing when a seal is verified."""

from __future__ import annotations

from asn1crypto import algos, cms, x509
from pyhanko.sign.general import as_signing_certificate_v2


def signed_attributes(document_digest: bytes, certificate_der: bytes) -> cms.CMSAttributes:
    """The attributes that a PAdES baseline seal signs (ETSI EN 319 142-1, 6.3: no signing-time).

    Args:
        document_digest: SHA-256 over the byte ranges of the file.
        certificate_der: the sealing certificate, bound in by signing-certificate-v2 (RFC 5035).
    """
    certificate = x509.Certificate.load(certificate_der)
    return cms.CMSAttributes(
        [
            {"type": "content_type", "values": ("data",)},
            {"type": "message_digest", "values": (document_digest,)},
            {"type": "signing_certificate_v2", "values": (as_signing_certificate_v2(certificate),)},
        ]
    )


def envelope(attributes: cms.CMSAttributes, signature: bytes, certificate_der: bytes) -> bytes:
    """The whole envelope as DER; same parts, same bytes.

    Nothing in it is optional. A verifier that builds it again from its own certificate, the attributes and the
    signature finds every byte that somebody changed in the parts no signature covers (RFC 5652, 5.4).
    """
    certificate = x509.Certificate.load(certificate_der)
    sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                        {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                    )
                }
            ),
            "digest_algorithm": sha256,
            "signed_attrs": attributes,
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
            "signature": signature,
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": cms.DigestAlgorithms([sha256]),
            "encap_content_info": {"content_type": "data"},
            "certificates": [certificate],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())
