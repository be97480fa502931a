"""A record with the office's stamp: drawn once, with soft edges, PDF/A, told on the evidence page; else no picture."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kpu_desk.domain.documents import Mark, SheetContent
from kpu_desk.domain.record import RecordContent
from kpu_desk.domain.stamps import PlacedStamp, StampKind, stamp_place
from kpu_desk.pdf.pictures import read_picture
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.render import render_page
from kpu_desk.pdf.stamp_image import cut_out, stamp_source
from tests.pdf.pdfa_gate import assert_pdfa
from tests.pdf.sample_contents import agreement, minutes_sheet, pact, record_of
from tests.pdf.sealed_sample import key
from tests.pdf.stamp_drawings import drawn, saved, scanned


@cache
def picture(words: str) -> bytes:
    source = stamp_source(read_picture(saved(scanned(drawn(words)))))
    return cut_out(source, threshold=20, violet=False, diameter_um=37_000)


def stamped(content: SheetContent, *slots: tuple[str, StampKind], same: bool = False) -> RecordContent:
    _, record = record_of(replace(content, mark=Mark.NONE))
    places = {signed.slot: signed.inks[0].places[0] for signed in record.signatures}
    stamps = []
    for slot, kind in slots:
        png = picture("KANTOR REKAAN · ") if same else picture(f"{kind.value.upper()} REKAAN · ")
        digest = hashlib.sha256(png).hexdigest()
        place = stamp_place(places[slot], 37_000)
        stamps.append(
            PlacedStamp(slot, kind, png, digest, 37_000, "2026-01-22T04:50:00.000Z", "Ratna Kencana", (place,))
        )
    return replace(record, stamps=tuple(stamps))


def composed(record: RecordContent) -> bytes:
    return compose_record(record, key())


def pictures_in(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return sum(isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image" for o in document.objects)


BOTH = (("ketua", StampKind.COMMISSION), ("sekretaris", StampKind.SECRETARIAT))
RECORDS = {
    "agreement": stamped(agreement(), ("pihak_kedua", StampKind.COMMISSION)),
    "pact": stamped(pact(), ("saksi", StampKind.SECRETARIAT)),
    "minutes": stamped(minutes_sheet(), *BOTH),
}


@pytest.mark.parametrize("name", list(RECORDS))
def test_a_stamped_record_is_an_archival_file_and_the_same_each_time(name: str) -> None:
    pdf = composed(RECORDS[name])
    assert_pdfa(pdf)
    assert pdf == composed(RECORDS[name])


def test_a_stamp_is_one_picture_with_its_opacity_and_nothing_without_one() -> None:
    assert pictures_in(composed(RECORDS["pact"])) == 2, "colours and opacity"
    assert pictures_in(composed(replace(RECORDS["pact"], stamps=()))) == 0
    assert pictures_in(composed(RECORDS["minutes"])) == 4
    shared = stamped(minutes_sheet(), *BOTH, same=True)
    assert pictures_in(composed(shared)) == 2, "drawn twice, in the file once"


def test_another_program_sees_no_picture_in_a_record_without_a_stamp(tmp_path: Path) -> None:
    if shutil.which("pdfimages") is None:
        pytest.skip("pdfimages is not installed")
    for name, count in (("stamped", 2), ("plain", 0)):
        record = RECORDS["agreement"] if count else replace(RECORDS["agreement"], stamps=())
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(composed(record))
        listed = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout
        assert len(listed.splitlines()) == 2 + count


def test_it_lies_where_it_should_and_the_signature_shows_through() -> None:
    with_stamp = render_page(composed(RECORDS["pact"]), 0, dpi=100)
    without = render_page(composed(replace(RECORDS["pact"], stamps=())), 0, dpi=100)
    (place,) = RECORDS["pact"].stamps[0].places
    per_um = 100 / 25_400
    left, right = place.x_um * per_um, (place.x_um + place.width_um) * per_um
    top = with_stamp.height - (place.y_um + place.height_um) * per_um
    low = with_stamp.height - place.y_um * per_um
    changed = []
    for y in range(with_stamp.height):
        a = with_stamp.pixels[y * with_stamp.stride : (y + 1) * with_stamp.stride]
        b = without.pixels[y * without.stride : (y + 1) * without.stride]
        if a != b:
            changed += [(x, y) for x in range(with_stamp.width) if a[4 * x : 4 * x + 3] != b[4 * x : 4 * x + 3]]
    # The stamp of the record changes too, for it bears the digest of other data; it lies below.
    near = [(x, y) for x, y in changed if y < low + 3]
    assert len(near) > 1_000
    assert min(x for x, _ in near) == pytest.approx(left, abs=2)
    assert max(x for x, _ in near) == pytest.approx(right, abs=2)
    assert min(y for _, y in near) == pytest.approx(top, abs=2)
    assert max(y for _, y in near) == pytest.approx(low, abs=2)


def test_the_data_say_which_picture_stands_where_and_the_evidence_page_tells_it() -> None:
    record = RECORDS["minutes"]
    data = json.loads(record.canonical())
    assert data["version"] == 3
    assert [(s["slot"], s["kind"], s["diameter_um"], s["by"], s["at"]) for s in data["stamps"]] == [
        ("ketua", "commission", 37_000, "Ratna Kencana", "2026-01-22T04:50:00.000Z"),
        ("sekretaris", "secretariat", 37_000, "Ratna Kencana", "2026-01-22T04:50:00.000Z"),
    ]
    assert all(
        s["image_sha256"] == hashlib.sha256(p.png).hexdigest()
        for s, p in zip(data["stamps"], record.stamps, strict=True)
    )
    with pikepdf.open(BytesIO(composed(record))) as document:
        pages = len(document.pages)
    import pypdfium2

    with pypdfium2.PdfDocument(composed(record)) as shown:
        words = " ".join(shown[index].get_textpage().get_text_bounded() for index in range(record.pages, pages))
    words = " ".join(words.split())
    for name in ("Cap Komisi Pemilihan Umum (37 mm)", "Cap Sekretariat (37 mm)", "bukan cap basah"):
        assert name in words
