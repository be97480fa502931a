"""Whether a seal is made as ours are, by our own rules and by pyHanko's."""

from __future__ import annotations

from binascii import hexlify
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from asn1crypto import x509
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from kpu_desk.domain.verdict import Reason
from kpu_desk.pdf.later_changes import field_type, form_fields
from kpu_desk.pdf.seal import LATER_FIELD
from kpu_desk.pdf.seal_envelope import rebuilt
from kpu_desk.pdf.signature_bytes import SIGNATURE, FoundSignature, MeasuredSignature

# What our seals allow (``/P``): nothing, or the one signature that was prepared for.
NO_CHANGES, ROOM_FOR_ONE = 1, 2

_PADES = "/ETSI.CAdES.detached"


def seal_faults(sealed: bytes, seal: MeasuredSignature) -> Iterator[Reason]:
    """What about a pinned certificate's seal is not as our sealing makes it.

    Args:
        sealed: the file up to where the seal's revision ends.
        seal: its only signature, whose digest and signature hold.
    """
    found = seal.found
    with pikepdf.open(BytesIO(sealed), attempt_recovery=False) as pdf:
        certified = found.kind == SIGNATURE and found.subfilter == _PADES and _certifies(pdf, found)
    if not certified:
        yield Reason.of("NOT_CERTIFIED")
    if not _envelope_is_canonical(sealed, seal):
        yield Reason.of("SEAL_ENVELOPE_ALTERED")
    yield from _pyhanko_objections(sealed, seal)


def _certifies(pdf: pikepdf.Pdf, found: FoundSignature) -> bool:
    permissions = pdf.Root.get("/Perms")
    certified = permissions.get("/DocMDP") if isinstance(permissions, Dictionary) else None
    if not isinstance(certified, Dictionary) or certified.objgen != found.number or found.number == (0, 0):
        return False
    references = certified.get("/Reference")
    if not isinstance(references, Array) or len(references) != 1:
        return False
    rule: Any = references[0]
    if rule.get("/TransformMethod") != Name.DocMDP:
        return False
    level = rule.TransformParams.get("/P")
    if level != ROOM_FOR_ONE:
        return bool(level == NO_CHANGES)
    # Whoever may fill in forms must find the one empty field and nothing else.
    others = [(name, field_type(field)) for name, field in form_fields(pdf.Root.AcroForm) if name != found.field]
    return others == [(LATER_FIELD, SIGNATURE)]


def _envelope_is_canonical(sealed: bytes, seal: MeasuredSignature) -> bool:
    """Whether the bytes that no signature covers are exactly those that our sealing writes.

    The digest leaves out ``/Contents``, and inside it the signature leaves out everything but the attributes; so
    both are built again and compared.
    """
    _, start, resume, _ = seal.found.byte_range
    if sealed[start:resume] != b"<" + hexlify(seal.found.contents).upper() + b">":
        return False
    whole = rebuilt(seal.found.contents, seal.certificate_der)
    return seal.found.contents == whole.ljust(len(seal.found.contents), b"\0")


def _pyhanko_objections(sealed: bytes, seal: MeasuredSignature) -> Iterator[Reason]:
    validity = x509.Certificate.load(seal.certificate_der)["tbs_certificate"]["validity"]
    if seal.at is None or not validity["not_before"].native <= seal.at <= validity["not_after"].native:
        yield Reason.of("OUTSIDE_VALIDITY")
        return
    signatures = PdfFileReader(BytesIO(sealed), strict=True).embedded_signatures
    if len(signatures) != 1:
        yield Reason.of("MORE_THAN_ONE_SIGNATURE", count=len(signatures))
        return
    status = _status(signatures[0], seal)
    if status.coverage != SignatureCoverageLevel.ENTIRE_FILE or not status.bottom_line:
        yield Reason.of("SEAL_RULES_BROKEN")


def pyhanko_allows(data: bytes, seal: MeasuredSignature) -> bool:
    """Whether pyHanko too, by its own rules, finds no more behind the seal than the seal allows."""
    try:
        return bool(_status(PdfFileReader(BytesIO(data), strict=True).embedded_signatures[0], seal).bottom_line)
    except MemoryError:
        raise
    except Exception:
        # What it cannot follow it does not allow; hostile updates make it raise whatever they like.
        return False


def _status(signature: EmbeddedPdfSignature, seal: MeasuredSignature) -> PdfSignatureStatus:
    # Judged at the time of sealing: a record outlives its certificate. The pinned certificate is its own anchor.
    certificate = x509.Certificate.load(seal.certificate_der)
    context = ValidationContext(trust_roots=[certificate], allow_fetching=False, moment=seal.at)
    return validate_pdf_signature(signature, signer_validation_context=context)
