"""What a seal costs, against pyHanko's own way of making the same one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.seal_key import create_seal_key, load_seal_key
from kpu_desk.pdf.verify import verify_pdf
from tests.bench.rounds import medians
from tests.pdf.sample_contents import pact, record_of

AT = datetime(2026, 1, 22, 3, 0, tzinfo=UTC)
ROUNDS = 60
PASSPHRASE = b"frasa uji"


def test_a_seal_against_pyhanko(record_property: Callable[[str, object], None]) -> None:
    """The same file, key and kind of seal; our own check of it is reported beside it, not counted."""
    key_file, _ = create_seal_key("Kantor Uji", unit=None, now=AT, passphrase=PASSPHRASE)
    key = load_seal_key(key_file, PASSPHRASE)
    signer = signers.SimpleSigner.load_pkcs12_data(key_file, (), PASSPHRASE)
    pdf = compose_record(record_of(pact())[1], key)
    sealed = seal_pdf(pdf, key, at=AT, reason="Segel", location="Kota Rekaan")

    def hybrid() -> object:
        return seal_pdf(pdf, key, at=AT, reason="Segel", location="Kota Rekaan")

    def directly() -> object:
        meta = signers.PdfSignatureMetadata(
            field_name="Segel", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES, subfilter=SigSeedSubFilter.PADES
        )
        return signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), meta, signer=signer, bytes_reserved=8192)

    def checked() -> object:
        return verify_pdf(sealed, (key.certificate_pem,))

    makers: dict[str, Callable[[], object]] = {"hybrid": hybrid, "directly": directly, "checked": checked}
    taken = medians(makers, ROUNDS)
    ratio = taken["hybrid"] / taken["directly"]
    print(f"seal: {ratio:.2f} of pyHanko's own; {taken} s CPU, {len(sealed) - len(pdf)} bytes")
    record_property("ratio", ratio)
    assert ratio < 0.33
