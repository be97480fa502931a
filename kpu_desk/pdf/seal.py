"""Seals a finished PDF: one invisible certifying PAdES signature that allows no later change, or one signature."""

from __future__ import annotations

import hashlib
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from kpu_desk.pdf.seal_envelope import envelope, signed_attributes
from kpu_desk.pdf.seal_key import SealKey

SEAL_FIELD = "KPUDesk-Segel"
LATER_FIELD = "KPUDesk-TTE"
"""The empty field for a certified signature that is added online later, such as BSrE's."""

# Hexadecimal digits kept free beyond the certificate's own: attributes, algorithm names and an ECDSA signature
# take about 500 bytes.
_ENVELOPE_ROOM = 2 * 1024


class _QuietWriter(IncrementalPdfFileWriter):
    """Writes the update and nothing else.

    pyHanko's own writer also rewrites XMP and Info and raises the catalogue's version, which would end PDF/A.
    """

    def __init__(self, pdf: bytes) -> None:
        super().__init__(BytesIO(pdf))
        # The second half of /ID shall change with every update (ISO 32000-1, 14.4), and stay the same for the
        # same input.
        changed = hashlib.sha256(b"sealed" + hashlib.sha256(pdf).digest()).digest()[:16]
        self._document_id = generic.ArrayObject([self._document_id[0], generic.ByteStringObject(changed)])

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Keep the version that the file declares."""

    def _update_meta(self) -> None:
        """Leave XMP and Info as they are."""


def seal_pdf(
    pdf: bytes, key: SealKey, *, at: datetime, reason: str, location: str, later_signature: bool = False
) -> bytes:
    """Seal a PDF (ETSI EN 319 142-1 baseline B, DocMDP P=1, field ``KPUDesk-Segel``).

    The input is a byte prefix of the result. The same input, key and time give the same bytes when the key signs
    deterministically, as keys from a file do.

    Args:
        pdf: a PDF/A-3 file without signatures.
        key: the office's key, or a rehearsal's.
        at: aware time of sealing, written as the signer's claim.
        reason: why it was sealed, for a reader's signature panel.
        location: where, likewise.
        later_signature: leave room for one more signature: DocMDP P=2 (forms may be filled in) and one empty,
            invisible field, ``KPUDesk-TTE``, as the only form there is to fill. A prepared field under P=1, or a new
            one under P=2, is judged illegal by pyHanko and by readers (ISO 32000-2, table 257).
    """
    if at.tzinfo is None:
        raise ValueError("the time of sealing must be aware")
    room = 2 * len(key.certificate_der) + _ENVELOPE_ROOM
    placeholder = SignatureObject(
        timestamp=at.replace(microsecond=0),
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
        location=location,
        bytes_reserved=room,
    )
    writer = _QuietWriter(pdf)
    steps = PdfCMSEmbedder(SigFieldSpec(SEAL_FIELD)).write_cms(SEAL_FIELD, writer)
    next(steps)
    if later_signature:
        append_signature_field(writer, SigFieldSpec(LATER_FIELD))
    allowed = MDPPerm.FILL_FORMS if later_signature else MDPPerm.NO_CHANGES
    certify = SigMDPSetup(md_algorithm="sha256", certify=True, docmdp_perms=allowed)
    steps.send(SigObjSetup(sig_placeholder=placeholder, mdp_setup=certify))
    prepared, output = steps.send(SigIOSetup(md_algorithm="sha256"))
    attributes = signed_attributes(prepared.document_digest, key.certificate_der)
    steps.send(envelope(attributes, key.sign(attributes), key.certificate_der))
    return bytes(output.getvalue())
