"""Seals a finished PDF: one invisible certifying PAdES signature that allows no later change, or one signature."""

from __future__ import annotations

import hashlib
from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kpu_desk.pdf.conform import pdf_date
from kpu_desk.pdf.seal_envelope import envelope, envelope_room, signed_attributes
from kpu_desk.pdf.seal_key import SealKey
from kpu_desk.pdf.update import Update

SEAL_FIELD = "KPUDesk-Segel"
LATER_FIELD = "KPUDesk-TTE"
"""The empty field for a certified signature that is added online later, such as BSrE's."""

_NO_CHANGES, _FILL_FORMS = 1, 2
_HIDDEN_AND_LOCKED = 132
"""Print and Locked (ISO 32000-1, 12.5.3): what an invisible widget bears in a PDF/A."""

_SIGNED_AND_APPENDED = 3
_RANGE = "/ByteRange [0 {0:d} {1:d} {2:d}]"
_RANGE_ROOM = len(_RANGE.format(*[10**9] * 3))


def seal_pdf(
    pdf: bytes, key: SealKey, *, at: datetime, reason: str, location: str, later_signature: bool = False
) -> bytes:
    """Seal a PDF (ETSI EN 319 142-1 baseline B, DocMDP P=1, field ``KPUDesk-Segel``).

    The input is a byte prefix of the result. The same input, key and time give the same bytes when the key signs
    deterministically, as keys from a file do. The update is written here, a fifth of what pyHanko's writer needs for
    it; that pyHanko too finds nothing amiss is seen whenever a seal is verified.

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
    claimed = pdf_date(at.replace(microsecond=0))
    allowed = _FILL_FORMS if later_signature else _NO_CHANGES
    # Two hexadecimal digits for each byte; the brackets around them are covered by no digest either.
    certificate = key.certificate_der
    digits = 2 * envelope_room(certificate)
    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0].obj
        signature = document.make_indirect(Dictionary())
        fields = [_field(document, page, SEAL_FIELD, signature)]
        if later_signature:
            fields.append(_field(document, page, LATER_FIELD))
        page.Annots = Array([*page.get(Name.Annots, ()), *fields])
        old: Any = document.Root.get(Name.AcroForm, Dictionary())
        form = document.make_indirect(Dictionary({**dict(old), "/Fields": Array([*old.get(Name.Fields, ()), *fields])}))
        form.SigFlags = _SIGNED_AND_APPENDED
        document.Root.AcroForm = form
        document.Root.Perms = Dictionary(DocMDP=signature)
        rest = _signature(claimed, reason, location, allowed).unparse().removeprefix(b"<<").lstrip()
        blank = b"<< /Contents <" + b"0" * digits + b">\n" + b" " * _RANGE_ROOM + b" " + rest
        update = Update(pdf, document)
        # Before all others, so that where its parts lie is known.
        place = update.put(signature, blank) + blank.index(b"<0")
        for changed in (document.Root, page, form, *fields):
            update.put(changed)
        whole = bytearray(update.whole())
    resume = place + digits + 2
    byte_range = _RANGE.format(place, resume, len(whole) - resume).encode().ljust(_RANGE_ROOM)
    whole[resume + 1 : resume + 1 + _RANGE_ROOM] = byte_range
    view = memoryview(whole)
    digest = hashlib.sha256(view[:place])
    digest.update(view[resume:])
    attributes = signed_attributes(digest.digest(), certificate)
    sealed = envelope(attributes, key.sign(attributes), certificate)
    view[place + 1 : resume - 1] = sealed.hex().upper().ljust(digits, "0").encode()
    return bytes(whole)


def _field(
    document: pikepdf.Pdf, page: pikepdf.Object, name: str, value: pikepdf.Object | None = None
) -> pikepdf.Object:
    """A field that is its own widget and shows nothing (ISO 32000-1, 12.7.4.5)."""
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=String(name),
        F=_HIDDEN_AND_LOCKED,
        Rect=Array([0, 0, 0, 0]),
        P=page,
    )
    if value is not None:
        field.V = value
    return document.make_indirect(field)


def _signature(claimed: str, reason: str, location: str, allowed: int) -> Dictionary:
    """The signature's dictionary without what only the finished file can tell (ISO 32000-1, tables 252 to 254)."""
    rule = Dictionary(Type=Name.TransformParams, V=Name("/1.2"), P=allowed)
    return Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/ETSI.CAdES.detached"),
        M=String(claimed),
        Reason=String(reason),
        Location=String(location),
        Reference=Array([Dictionary(Type=Name.SigRef, TransformMethod=Name.DocMDP, TransformParams=rule)]),
    )
