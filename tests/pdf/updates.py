"""Updates that an editor or an attacker appends to a sealed record: incremental saving with pyHanko's writer."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import FieldMDPSpec, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from kpu_desk.pdf.seal_envelope import envelope, signed_attributes
from kpu_desk.pdf.seal_key import SealKey
from tests.pdf.sealed_sample import AT, sealed


class Update(IncrementalPdfFileWriter):
    """An editor's update: only what a test adds, no metadata."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))

    def _update_meta(self) -> None:
        """Leave metadata alone, so that the change under test stands alone."""

    def page(self) -> Any:
        page = self.root["/Pages"]["/Kids"][0]
        self.update_container(page)
        return page

    def put(self, key_name: str, value: Any) -> None:
        """Set an entry of the catalogue."""
        self.root[key_name] = value
        self.mark_update(self.root_ref)

    def bytes(self) -> bytes:
        output = BytesIO()
        write: Any = self.write
        write(output)
        return output.getvalue()


def updated(change: Callable[[Update], None], data: bytes | None = None) -> bytes:
    """A sealed record with an update appended, as an editor writes it."""
    writer = Update(data or sealed())
    change(writer)
    return writer.bytes()


def entries(**entries: Any) -> Any:
    make: Any = generic.DictionaryObject
    return make({pdf_name(f"/{name}"): value for name, value in entries.items()})


def number(value: int) -> Any:
    make: Any = generic.NumberObject
    return make(value)


def signed_again(
    data: bytes, by: SealKey, field: str = "Kedua", *, certify: bool = False, lock: FieldMDPSpec | None = None
) -> bytes:
    """One more signature over a file, visible nowhere."""

    steps = PdfCMSEmbedder(SigFieldSpec(field)).write_cms(field, Update(data))
    next(steps)
    placeholder = SignatureObject(timestamp=AT, subfilter=SigSeedSubFilter.PADES, bytes_reserved=4096)
    setup = SigMDPSetup(md_algorithm="sha256", certify=certify, docmdp_perms=MDPPerm.NO_CHANGES, field_lock=lock)
    steps.send(SigObjSetup(sig_placeholder=placeholder, mdp_setup=setup))
    prepared, output = steps.send(SigIOSetup(md_algorithm="sha256"))
    attributes = signed_attributes(prepared.document_digest, by.certificate_der)
    steps.send(envelope(attributes, by.sign(attributes), by.certificate_der))
    return bytes(output.getvalue())
