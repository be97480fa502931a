"""An office's own document through the day: brought in, frozen, signed, sealed, verified, its pages read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Mark, Role
from kpu_desk.domain.errors import FormError, RuleError
from kpu_desk.domain.page_report import PageVerdict
from kpu_desk.domain.places import Audience, Pattern, Place, PlaceKind, check_places, confirmed
from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.own_file import take_in
from kpu_desk.pdf.own_pictures import page_letters, page_words
from kpu_desk.pdf.page_reading import read_pages
from kpu_desk.pdf.record_pages import record_pages
from kpu_desk.pdf.render import render_page
from kpu_desk.pdf.signer_copies import signer_copies
from kpu_desk.pdf.verify import verify_pdf
from kpu_desk.services import attending, numbering, own_documents, preparing, sealing, stamping
from kpu_desk.services.desk import Desk
from kpu_desk.services.recomposing import compose_again
from kpu_desk.storage import journal_rows, records
from tests.pdf.own_pdfs import changed, letter, scan
from tests.pdf.pdfa_gate import assert_pdfa
from tests.services import offices
from tests.services.test_stamping import set_both

PEMBUAT, SAKSI = Role.PEMBUAT, Role.SAKSI
EACH = Pattern(
    "Surat Kesediaan",
    Audience.EACH,
    (
        Place(PlaceKind.SIGNATURE, 0, 115_000, 85_000, 60_000, 25_000, PEMBUAT),
        Place(PlaceKind.NAME, 0, 110_000, 70_000, 75_000, 6_000, PEMBUAT),
        Place(PlaceKind.OFFICE, 0, 110_000, 64_000, 75_000, 6_000, PEMBUAT),
        Place(PlaceKind.SIGNATURE, 0, 25_000, 120_000, 60_000, 25_000, SAKSI),
        Place(PlaceKind.STAMP, 0, 25_000, 115_000, 45_000, 45_000, SAKSI),
        Place(PlaceKind.NUMBER, 0, 75_000, 255_000, 60_000, 6_000),
        Place(PlaceKind.DATE, 0, 25_000, 105_000, 50_000, 6_000),
        Place(PlaceKind.NIP, 0, 110_000, 58_000, 75_000, 6_000, PEMBUAT),
        Place(PlaceKind.METERAI, 0, 95_000, 88_000, 24_000, 20_000, PEMBUAT),
        Place(PlaceKind.PARAF, 0, 25_000, 60_000, 20_000, 13_000, PEMBUAT),
        Place(PlaceKind.QR, 0, 25_000, 15_000, 32_000, 32_000),
    ),
)


def brought(tmp_path: Path, data: bytes, name: str = "surat.pdf") -> own_documents.Brought:
    """A file as it comes out of the child process; what differs there is shown by the editor's tests."""
    (tmp_path / name).write_bytes(data)
    taken = take_in(data)
    assert taken.refused == ()
    return own_documents.Brought(name, taken)


def drafted(desk: Desk) -> Ceremony:
    ceremony = preparing.create_ceremony(desk, replace(offices.PLAN, kinds=(DocumentKind.DH,)))
    return preparing.import_roster(
        desk, ceremony.id, offices.reading(("Ketua", "Sekretaris", "Kepala Bagian Keuangan")), "p.xlsx"
    )


def sealed(
    desk: Desk, ceremony_id: str, before: Callable[[Ceremony], object] = lambda _closed: None
) -> dict[str, bytes]:
    """The whole day, with what the secretary does ``before`` sealing; the records of own documents by serial."""
    ceremony = preparing.open_ceremony(desk, ceremony_id, offices.no_progress, offices.never)
    for official in ceremony.officials:
        attending.check_in(desk, ceremony_id, official.id, "dikenal petugas")
    offices.sign_everything(desk, ceremony_id)
    preparing.close_ceremony(desk, ceremony_id)
    offices.sign_everything(desk, ceremony_id, 500)
    before(desk.ceremony(ceremony_id))
    result = sealing.seal_ceremony(desk, ceremony_id, offices.no_progress, offices.never, without_number=True)
    assert result.failed == ()
    with desk.database.reading() as session:
        made = [records.record(session, one.id) for one in records.records(session, ceremony_id)]
    return {one.serial: one.pdf for one in made if one is not None and one.kind is DocumentKind.DOK}


def unsealed(record: bytes) -> bytes:
    """The revision before the seal: a prefix of the sealed file."""
    return record[: record.index(b"%%EOF\n") + 6]


def picture(pdf: bytes, page: int = 0) -> Image.Image:
    drawn = render_page(pdf, page, dpi=72)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "BGRX", drawn.stride)


def test_one_pdf_for_everybody_goes_the_whole_way(tmp_path: Path) -> None:
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    one = brought(tmp_path, letter(anchor=""))
    own_documents.add_document(desk, ceremony.id, EACH, [(one, None)])
    found = sealed(desk, ceremony.id)
    assert sorted(found) == ["DOK-001", "DOK-002", "DOK-003"]
    for serial, record in found.items():
        assert verify_pdf(record, (desk.certificate_pem,)).verdict is Verdict.VALID
        assert_pdfa(unsealed(record))
        with pikepdf.open(BytesIO(record)) as pdf:
            data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
            frozen = pdf.attachments["frozen-sheet.pdf"].get_file().read_bytes()
            assert str(pdf.Root.StructTreeRoot.K.S) == "/Document"
        assert data["sheet"]["standard"] == "PDF/A-3b"
        assert (data["serial"], data["title"]) == (serial, "Surat Kesediaan")
        assert_pdfa(frozen)
        copies = signer_copies(record, (desk.certificate_pem,), 0)
        assert [copy.holds for copy in copies.copies] == [True, True]
    # What the person saw is what was kept: only our words were added.
    original, frozen_picture = picture(one.own.pdf), picture(frozen)
    lost = ImageChops.subtract(frozen_picture.convert("L"), original.convert("L"))
    assert sum(lost.histogram()[97:]) == 0
    assert compose_again(desk, data["sheet"]["sha256"]).same
    desk.close()


NUMBER = "7/PK.02.1/31/2026"


def test_every_kind_of_place_holds_what_it_is_for(tmp_path: Path) -> None:
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    head = replace(ceremony.officials[2], nip="197103121996031002")
    ceremony = preparing.correct_official(desk, ceremony.id, head)
    own_documents.add_document(desk, ceremony.id, EACH, [(brought(tmp_path, letter(anchor="")), None)])

    def numbered_and_stamped(closed: Ceremony) -> None:
        [sheet] = [one for one in closed.sheets if one.subject_id == head.id]
        offered = {line.sheet_id for line in numbering.number_lines(desk, closed.id)}
        assert offered == {one.id for one in closed.sheets if one.kind is DocumentKind.DOK}
        numbering.give_numbers(desk, closed.id, {sheet.id: NUMBER})
        set_both(desk)
        stamping.put_stamps(desk, closed.id, [(sheet.id, "saksi")])

    made = sealed(desk, ceremony.id, numbered_and_stamped)
    record, other = made["DOK-003"], made["DOK-002"]
    words = [word for word in page_words(page_letters(record)) if word.page == 0]
    drawn, bare = (picture(one).convert("L") for one in (record, other))
    read = read_pages(record, (desk.certificate_pem,)).pages[0]
    assert read.verdict is PageVerdict.SIGNED

    def dark(kind: PlaceKind, role: Role | None, page: Image.Image) -> int:
        [place] = [one for one in EACH.places if (one.kind, one.role) == (kind, role)]
        box = (place.x_um, 297_000 - place.y_um - place.height_um, place.x_um + place.width_um, 297_000 - place.y_um)
        left, top, right, bottom = (round(um * 72 / 25_400) for um in box)
        return sum(page.crop((left, top, right, bottom)).histogram()[:160])

    def said(kind: PlaceKind) -> str:
        [place] = [one for one in EACH.places if one.kind is kind]
        return " ".join(word.slot for word in words if word.meets(place.box))

    assert head.name in said(PlaceKind.NAME)
    assert said(PlaceKind.OFFICE).startswith("Kepala Bagian Keuangan")
    assert said(PlaceKind.NIP) == "NIP 19710312 199603 1 002"
    assert said(PlaceKind.DATE) == "22 Januari 2026"
    assert said(PlaceKind.NUMBER) == NUMBER
    for kind, role in ((PlaceKind.SIGNATURE, PEMBUAT), (PlaceKind.SIGNATURE, SAKSI), (PlaceKind.PARAF, PEMBUAT)):
        assert dark(kind, role, drawn) > 20, kind
    assert dark(PlaceKind.METERAI, PEMBUAT, drawn) > 20
    assert dark(PlaceKind.QR, None, drawn) > 2_000
    assert dark(PlaceKind.STAMP, SAKSI, drawn) > dark(PlaceKind.STAMP, SAKSI, bare) + 500
    desk.close()


def test_the_codes_of_its_pages_are_read_from_a_print(tmp_path: Path) -> None:
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    pattern = Pattern(
        "Keputusan", Audience.OFFICE, (_place(Role.PIHAK_KEDUA, 115_000), _place(Role.PIHAK_PERTAMA, 25_000))
    )
    own_documents.add_document(desk, ceremony.id, pattern, [(brought(tmp_path, letter(2, anchor="")), None)])
    [record] = sealed(desk, ceremony.id).values()
    read = read_pages(record, (desk.certificate_pem,))
    assert [page.verdict for page in read.pages] == [PageVerdict.SIGNED] * len(read.pages)
    pages = record_pages(record, (desk.certificate_pem,))
    for page, digest in zip(read.pages, pages.digests, strict=True):
        assert page.code is not None
        assert page.code.digest == digest
    desk.close()


def _place(role: Role, x: int, *, turn: int = 1, page: int = 0) -> Place:
    return Place(PlaceKind.SIGNATURE, page, x, 30_000, 60_000, 25_000, role, turn)


def test_a_file_that_cannot_be_archived_says_so_in_record_and_evidence(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(letter(anchor=""))) as pdf:
        page = pdf.pages[0].obj
        page.Resources.Font.Luar = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        page.Contents = pikepdf.Array([page.Contents, pdf.make_stream(b"\nBT /Luar 12 Tf 72 200 Td (luar) Tj ET\n")])
        out = BytesIO()
        pdf.save(out)
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    pattern = Pattern("Undangan", Audience.OFFICE, (_place(Role.PIHAK_KEDUA, 25_000),))
    own_documents.add_document(desk, ceremony.id, pattern, [(brought(tmp_path, out.getvalue()), None)])
    [record] = sealed(desk, ceremony.id).values()
    assert verify_pdf(record, (desk.certificate_pem,)).verdict is Verdict.VALID
    with pikepdf.open(BytesIO(record)) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()
        assert "/OutputIntents" not in pdf.Root
    assert data["sheet"]["standard"].startswith("PDF, bukan PDF/A; pada naskah aslinya: fon tidak ditanam")
    desk.close()


@pytest.mark.parametrize("make", [scan, lambda: changed("cropped", letter(anchor=""))])
def test_scans_and_odd_pages_are_signed_too(tmp_path: Path, make: object) -> None:
    assert callable(make)
    desk = offices.make_desk(tmp_path / "kantor", mark=Mark.GLADI)
    ceremony = drafted(desk)
    pattern = Pattern("Pindaian", Audience.OFFICE, (_place(Role.PENANDA_TANGAN, 5_000, turn=3),))
    one = brought(tmp_path, make())
    for asked in check_places(pattern, one.own):
        pattern = confirmed(pattern, asked)
    ceremony = own_documents.add_document(desk, ceremony.id, pattern, [(one, None)])
    [record] = sealed(desk, ceremony.id).values()
    assert verify_pdf(record, (desk.certificate_pem,)).verdict is Verdict.VALID
    codes = {page.verdict for page in read_pages(record, (desk.certificate_pem,)).pages}
    assert codes == {PageVerdict.SIGNED}
    assert_pdfa(unsealed(record))
    desk.close()


def test_each_file_of_a_merge_has_its_own_places_and_what_is_lost_is_asked(tmp_path: Path) -> None:
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    chair, secretary, head = ceremony.officials
    one, longer = brought(tmp_path, letter(1), "satu.pdf"), brought(tmp_path, letter(2), "dua.pdf")
    pattern = replace(own_documents.first_pattern(one), name="SK")
    gone = brought(tmp_path, letter(anchor=""), "tiga.pdf")
    with pytest.raises(RuleError, match="KPU-PLACES-ASKED") as caught:
        own_documents.add_document(desk, ceremony.id, pattern, [(one, chair.id), (gone, head.id)])
    assert (caught.value.facts["file"], caught.value.facts["reason"]) == ("tiga.pdf", "PLACE_LOST")
    files = [(one, chair.id), (longer, secretary.id), (gone, head.id)]
    found = [again.pattern for again in own_documents.on_each(pattern, [file for file, _whose in files])]
    own_documents.add_document(desk, ceremony.id, pattern, files, found)
    ceremony = preparing.open_ceremony(desk, ceremony.id, offices.no_progress, offices.never)
    sheets = {sheet.subject_id: sheet for sheet in ceremony.sheets if sheet.kind is DocumentKind.DOK}
    with desk.database.reading() as session:
        short = records.frozen(session, sheets[chair.id].frozen_sha256 or "")
        long = records.frozen(session, sheets[secretary.id].frozen_sha256 or "")
    assert short is not None
    assert long is not None
    assert [place.page for place in short.places] == [0]
    assert [place.page for place in long.places] == [1]
    assert not any("${" in word.slot for word in page_words(page_letters(long.pdf)))
    assert compose_again(desk, sheets[secretary.id].frozen_sha256 or "").same
    desk.close()


def test_a_place_over_text_needs_a_person_who_says_so_and_the_journal_keeps_it(tmp_path: Path) -> None:
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    one = brought(tmp_path, letter(anchor=""))
    over = Pattern("Surat", Audience.EACH, (Place(PlaceKind.SIGNATURE, 0, 115_000, 105_000, 60_000, 25_000, PEMBUAT),))
    with pytest.raises(RuleError, match="KPU-PLACES-ASKED") as caught:
        own_documents.add_document(desk, ceremony.id, over, [(one, None)])
    assert caught.value.facts["text"] == "Yang membuat pernyataan,"
    path = tmp_path / "tempat.json"
    own_documents.save_places(path, over, one.own)
    with pytest.raises(RuleError, match="KPU-PLACES-ASKED"):
        own_documents.ready_document(tmp_path / one.name, path)
    [asked] = check_places(over, one.own)
    meant = confirmed(over, asked)
    own_documents.save_places(path, meant, one.own)
    assert own_documents.ready_document(tmp_path / one.name, path)[1].places[0].over == "Yang membuat pernyataan,"
    own_documents.add_document(desk, ceremony.id, meant, [(one, None)])
    with desk.database.reading() as session:
        said = [entry.facts for entry in journal_rows.read_all(session) if entry.event == "places_saved"]
    assert json.loads(said[-1])["confirmed"] == ["surat.pdf 1 PLACE_OVER_TEXT: Yang membuat pernyataan,"]
    desk.close()


def test_a_pattern_is_kept_and_offered_for_the_next_version(tmp_path: Path) -> None:
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    own_documents.add_document(desk, ceremony.id, EACH, [(brought(tmp_path, letter(anchor="")), None)])
    [saved] = own_documents.saved_patterns(desk)
    assert saved.name == "Surat Kesediaan"
    again = own_documents.likely_pattern(desk, brought(tmp_path, letter(anchor="x")).own)
    assert again is not None
    assert again.pattern.places == saved.places
    assert own_documents.likely_pattern(desk, brought(tmp_path, scan()).own) is None
    desk.close()


def test_bad_places_and_bad_files_change_nothing(tmp_path: Path) -> None:
    desk = offices.make_desk(tmp_path / "kantor")
    ceremony = drafted(desk)
    off = Pattern("Surat", Audience.EACH, (_place(PEMBUAT, 190_000),))
    with pytest.raises(RuleError, match="KPU-PLACES-FIT") as caught:
        own_documents.add_document(desk, ceremony.id, off, [(brought(tmp_path, letter()), None)])
    assert caught.value.facts["reason"] == "PLACE_OFF_PAGE"
    (tmp_path / "buruk.pdf").write_bytes(changed("launch"))
    with pytest.raises(FormError, match="OWN_PDF_PROGRAM"):
        own_documents.look_at([tmp_path / "surat.pdf", tmp_path / "buruk.pdf"])
    far = Pattern("Surat", Audience.OFFICE, (_place(Role.PENANDA_TANGAN, 25_000, turn=9),))
    assert desk.ceremony(ceremony.id).documents == ()
    own_documents.add_document(desk, ceremony.id, far, [(brought(tmp_path, letter()), None)])
    with pytest.raises(RuleError, match="KPU-DOCUMENT-SIGNER"):
        preparing.open_ceremony(desk, ceremony.id, offices.no_progress, offices.never)
    [document] = desk.ceremony(ceremony.id).documents
    assert own_documents.remove_document(desk, ceremony.id, document.id).documents == ()
    desk.close()


def test_a_folder_with_more_files_than_are_taken_is_refused_whole(tmp_path: Path) -> None:
    for number in range(own_documents.MOST_FILES + 1):
        (tmp_path / f"{number}.pdf").touch()
    with pytest.raises(RuleError, match=f"KPU-OWN-FILES.*count={own_documents.MOST_FILES + 1}"):
        own_documents.pdfs_in(tmp_path)
    (tmp_path / "0.pdf").unlink()
    assert len(own_documents.pdfs_in(tmp_path)) == own_documents.MOST_FILES
