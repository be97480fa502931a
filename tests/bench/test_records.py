"""What a record costs, against ReportLab and pyHanko called directly for the same pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from kpu_desk.domain.documents import Paper
from kpu_desk.pdf.compose import lay_sheet
from kpu_desk.pdf.page import write_pages
from kpu_desk.pdf.page_code import with_codes
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.record_overlay import lay_overlay
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.seal_key import create_seal_key, load_seal_key
from tests.bench.rounds import medians
from tests.pdf.sample_contents import form_for, pact, record_of

AT = datetime(2026, 1, 22, 3, 0, tzinfo=UTC)
ROUNDS = 40
PASSPHRASE = b"frasa uji"


def test_a_record_against_reportlab_and_pyhanko(record_property: Callable[[str, object], None]) -> None:
    """Compose + conform + seal (with ink, evidence, attachments, PDF/A) over write + sign of the same page contents.

    The baseline draws the very same lines and curves, already laid out, into one plain PDF with ReportLab and signs it
    with pyHanko's own signer: no layout, no conformance, no attachments. So the ratio says what all of that costs.
    """
    key_file, _ = create_seal_key("Kantor Uji", unit=None, now=AT, passphrase=PASSPHRASE)
    key = load_seal_key(key_file, PASSPHRASE)
    signer = signers.SimpleSigner.load_pkcs12_data(key_file, (), PASSPHRASE)
    content = pact()
    frozen, record = record_of(content)
    laid = lay_sheet(content, form_for(content))
    over = with_codes(lay_overlay(record), record, key, Paper.A4)
    same_pages = [
        [*(laid.pages[n] if n < len(laid.pages) else []), *over[n]] for n in range(max(len(laid.pages), len(over)))
    ]

    def ours() -> bytes:
        return seal_pdf(compose_record(record, key), key, at=AT, reason="Segel", location="Kota Rekaan")

    def directly() -> bytes:
        writer = IncrementalPdfFileWriter(BytesIO(write_pages(same_pages, title="Rekaman").pdf))
        meta = signers.PdfSignatureMetadata(
            field_name="Segel", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES, subfilter=SigSeedSubFilter.PADES
        )
        out: BytesIO = signers.sign_pdf(writer, meta, signer=signer)
        return out.getvalue()

    makers: dict[str, Callable[[], bytes]] = {"ours": ours, "directly": directly}
    taken = medians(makers, ROUNDS)
    ratio = taken["ours"] / taken["directly"]
    sizes = {name: len(make()) for name, make in makers.items()}
    print(f"record: {ratio:.2f} of ReportLab and pyHanko directly; {taken} s CPU, {sizes} bytes, frozen {len(frozen)}")
    record_property("ratio", ratio)
    assert ratio < 1.5
