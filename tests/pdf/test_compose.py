"""Sheets: their words, their layout, their places, the same bytes each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kpu_desk.domain.documents import DocumentKind, Mark, Meterai, Paper, Party, Role, SheetContent, Target
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_parts import ParafForm
from kpu_desk.domain.forms import parse_form
from kpu_desk.pdf.compose import compose_sheet, lay_sheet
from kpu_desk.pdf.furniture import MARK_WORDS
from kpu_desk.pdf.page import A4, MM
from kpu_desk.pdf.preview import preview_sheet
from kpu_desk.pdf.signature_block import STAMP_DISC
from tests.pdf.page_boxes import Box, collisions, place_box, text_boxes
from tests.pdf.sample_contents import (
    KETUA,
    SEKRETARIS,
    STAFF,
    agreement,
    agreement_alone,
    attendance,
    declaration,
    form_for,
    minutes_sheet,
    pact,
    private_declaration,
    sheet,
    with_slot,
)

FORMS = Path(__file__).parents[2] / "resources" / "forms"
EVERY_KIND = [agreement(), pact(), declaration(), attendance(30), minutes_sheet()]
LONG = Party(
    "pembuat",
    Role.PEMBUAT,
    "Prof. Dr. Ir. H. Raden Mas Suryaningratwidjojo Kusumanegara Pranatawijaya Adikusumo, S.H., M.H., Ph.D.",
    "198609262015052001",
    "Pembina Utama Muda (IV/c)",
    "Kepala Bagian Perencanaan, Data dan Informasi, Teknis Penyelenggaraan Pemilu, Partisipasi dan Hubungan "
    "Masyarakat, Hukum, dan Sumber Daya Manusia",
    "Bagian Perencanaan, Data dan Informasi, Teknis Penyelenggaraan Pemilu",
)


def _kind(content: SheetContent) -> str:
    return content.kind.value


def _text(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        # PDFium gives a soft hyphen at the end of a line as \x02.
        texts = [page.get_textpage().get_text_bounded().replace("\x02", "") for page in document]
        return [" ".join(text.split()) for text in texts]
    finally:
        document.close()


def _pages(content: SheetContent) -> list[str]:
    return _text(compose_sheet(content, form_for(content)).pdf)


@pytest.mark.parametrize("content", EVERY_KIND, ids=_kind)
def test_same_content_same_bytes(content: SheetContent) -> None:
    form = form_for(content)
    assert compose_sheet(content, form) == compose_sheet(content, form)


@pytest.mark.parametrize("content", EVERY_KIND, ids=_kind)
def test_every_slot_has_a_place_with_room_for_ink(content: SheetContent) -> None:
    composed = compose_sheet(content, form_for(content))
    assert sorted(place.slot for place in composed.places) == sorted(p.slot for p in content.parties)
    least = (30_000, 12_000) if content.kind is DocumentKind.DH else (60_000, 25_000)
    for place in composed.places:
        assert (place.width_um, place.height_um) >= least
        assert place.height_um >= least[1]
        assert 0 <= place.page < composed.pages
        assert place.x_um >= 20_000
        assert place.x_um + place.width_um <= 191_000
        assert place.y_um >= 19_000
    assert composed.stamp is not None
    assert (composed.stamp.width_um, composed.stamp.height_um) == (62_000, 24_000)


@pytest.mark.parametrize("content", [*EVERY_KIND, pact(LONG, LONG), declaration(LONG)], ids=_kind)
def test_nothing_overlaps_and_nothing_leaves_the_page(content: SheetContent) -> None:
    _check_layout(content)


def _check_layout(content: SheetContent) -> None:
    laid = lay_sheet(content, form_for(content))
    for number, page in enumerate(laid.pages):
        boxes = text_boxes(page)
        for box in boxes:
            assert box.left >= 25 * MM - 0.1, box
            assert box.right <= A4[0] - 20 * MM + 0.1, box
            assert box.low >= 9 * MM, box
            assert box.high <= A4[1] - 9 * MM, box
        rooms = [place_box(place) for place in laid.places if place.page == number]
        if laid.stamp.page == number:
            rooms.append(place_box(laid.stamp))
        assert collisions(boxes + rooms) == []


def test_position_follows_the_role_not_the_order_of_entry() -> None:
    content = agreement()
    assert [party.role for party in content.parties] == [Role.PIHAK_PERTAMA, Role.PIHAK_KEDUA]
    for parties in (content.parties, content.parties[::-1]):
        turned = replace(content, parties=parties)
        places = {place.slot: place for place in lay_sheet(turned, form_for(turned)).places}
        assert places["pihak_kedua"].x_um < 60_000
        assert places["pihak_pertama"].x_um > 100_000
        assert places["pihak_kedua"].y_um == places["pihak_pertama"].y_um
    minutes = minutes_sheet()
    places = {place.slot: place for place in lay_sheet(minutes, form_for(minutes)).places}
    assert places["ketua"].x_um < places["sekretaris"].x_um
    pi = pact()
    places = {place.slot: place for place in lay_sheet(pi, form_for(pi)).places}
    assert places["saksi"].x_um < places["pembuat"].x_um


def test_the_round_stamp_finds_its_disc_free_of_ours() -> None:
    for content in EVERY_KIND:
        if content.kind is DocumentKind.DH:
            continue
        laid = lay_sheet(content, form_for(content))
        stamp = place_box(laid.stamp)
        for place in laid.places:
            box = place_box(place)
            middle = (box.low + box.high) / 2
            disc = Box("disc", box.left - STAMP_DISC / 2, middle - STAMP_DISC / 2, box.left, middle + STAMP_DISC / 2)
            assert laid.stamp.page != place.page or not disc.meets(stamp)


def test_agreement_reads_as_the_regulation_has_it() -> None:
    statement, attachment = _pages(agreement())
    assert "PERJANJIAN KINERJA TAHUN 2026" in statement
    assert "PERJANJIAN KERJA" not in statement
    order = [
        "kami yang bertanda tangan di bawah ini:",
        "Drs. H. Damar Wiraguna, M.A.P.",
        "selanjutnya disebut pihak pertama",
        "Nirmala Pranaja, S.H., M.Si.",
        "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini",
        "Pihak kedua akan melakukan supervisi yang diperlukan",
        "Jakarta, 22 Januari 2026",
    ]
    positions = [statement.index(words) for words in order]
    assert positions == sorted(positions)
    assert statement.count("NIP") == 1
    assert "Nama Kelembagaan : KPU Provinsi Daerah Khusus Jakarta" in attachment
    assert "(1) (2) (3) (4)" in attachment
    assert "Rp41.500.000,00" in attachment
    assert "Jumlah Rp1.276.067.000,00" in attachment
    assert "DATA CONTOH" in attachment
    assert "DATA CONTOH" not in statement
    assert "DATA CONTOH" not in _pages(agreement(sample=False))[1]


def test_sasaran_cells_are_shared_and_rows_stay_whole() -> None:
    content = agreement(60)
    laid = lay_sheet(content, form_for(content))
    texts = [box.what for page in laid.pages[1:] for box in text_boxes(page)]
    assert sum(text.startswith("Terwujudnya sasaran") for text in texts) == 20
    assert texts.count("Sasaran Strategis") == len(laid.pages) - 1


def test_a_sasaran_longer_than_a_page_goes_on() -> None:
    content = agreement()
    assert content.attachment is not None
    many = tuple(Target("Sasaran tunggal", f"Indikator contoh nomor {number}", "1") for number in range(80))
    long = replace(content, attachment=replace(content.attachment, targets=many))
    laid = lay_sheet(long, form_for(long))
    texts = [box.what for page in laid.pages for box in text_boxes(page)]
    assert sum("(lanjutan)" in text for text in texts) == len(laid.pages) - 2
    assert {text for text in texts if text.startswith("Indikator contoh")} == {
        f"Indikator contoh nomor {number}" for number in range(80)
    }
    _check_layout(long)


@pytest.mark.parametrize("make", [pact, declaration])
def test_who_acts_for_another_names_the_decree_behind_the_office(make: Callable[[Party], SheetContent]) -> None:
    acting = replace(STAFF, office="Plt. Kepala Subbagian Keuangan", decree="Surat Perintah Nomor 00 Tahun 2026")
    (page,) = _pages(make(acting))
    assert "Plt. Kepala Subbagian Keuangan (Surat Perintah Nomor 00 Tahun 2026)" in page


def test_pact_names_maker_and_witness() -> None:
    (page,) = _pages(pact())
    assert "Saya, Utari Hartaman, S.Sos., sebagai Kepala Subbagian Keuangan, menyatakan sebagai berikut:" in page
    assert "Menyaksikan, Sekretaris Komisi Pemilihan Umum" in page.replace("Pembuat Pernyataan, ", "")
    assert "Pembuat Pernyataan," in page
    assert "NIP 19860926 201505 2 001" in page
    assert "(conflict of interest)" in page
    assert "Halaman 1 dari 1" in page


def test_commissioners_have_no_nip_and_their_own_words() -> None:
    (page,) = _pages(pact(with_slot(KETUA, "pembuat", Role.PEMBUAT), SEKRETARIS))
    assert page.count("NIP") == 1
    assert "Menolak pemberian, permintaan, dan janji" in page
    (declared,) = _pages(declaration(with_slot(KETUA, "pembuat", Role.PEMBUAT)))
    assert "NIP" not in declared
    assert "Pangkat" not in declared


def test_minutes_tell_the_day_in_words_and_count() -> None:
    text = " ".join(_pages(minutes_sheet()))
    assert (
        "Pada hari ini, Kamis, tanggal Dua Puluh Dua bulan Januari tahun Dua Ribu Dua Puluh Enam (22-01-2026)" in text
    )
    assert "ditutup pukul 11.40 WIB" in text
    assert "KEPENTINGAN TAHUN 2026 Nomor: Pada hari ini" in text
    assert "Jumlah 194 188 374" in text
    assert "3. Doa Dilewati: sudah dibacakan pada apel pagi 09.02–09.05 –" in text
    assert "Laras Tirtayasa, S.E." in text
    assert "dalam rangkap 2 (dua)" in text
    numbered = replace(minutes_sheet(), number="123/PR.03.1-BA/31/2026")
    assert "Nomor: 123/PR.03.1-BA/31/2026" in " ".join(_pages(numbered))
    # An office that gives minutes no number leaves no line for one.
    unnumbered = replace(minutes_sheet(), numbered=False)
    assert "Nomor:" not in " ".join(_pages(unnumbered))
    assert compose_sheet(unnumbered, form_for(unnumbered)).number is None


def test_a_long_rundown_repeats_its_head_and_leaves_no_row_alone() -> None:
    content = minutes_sheet()
    assert content.minutes is not None
    steps = tuple(replace(content.minutes.rundown[0], number=n) for n in range(1, 41))
    pages = _pages(replace(content, minutes=replace(content.minutes, rundown=steps)))
    rows = [page.count("08.28–09.05") for page in pages]
    assert sum(rows) == len(steps)
    assert sum(map(bool, rows)) >= 2
    assert [page.count("No Acara Yang memimpin Rencana Pelaksanaan") for page in pages] == [int(n > 0) for n in rows]
    assert 1 not in rows


def test_attendance_repeats_its_head_and_staggers() -> None:
    content = attendance(96)
    composed = compose_sheet(content, form_for(content))
    pages = _text(composed.pdf)
    assert len(pages) == composed.pages
    assert all("No Nama/NIP Jabatan/Unit Tanda Tangan" in page for page in pages)
    assert [place.slot for place in composed.places] == [party.slot for party in content.parties]
    assert all(one.x_um < two.x_um for one, two in zip(composed.places[::2], composed.places[1::2], strict=True))


@pytest.mark.parametrize("mark", list(Mark))
def test_the_mark_stands_on_every_page(mark: Mark) -> None:
    content = replace(agreement(), mark=mark)
    for page in _pages(content):
        # The longest of the words that stand there: those of a draft end like those of what it is a draft of.
        found = max((words for words in MARK_WORDS.values() if words in page), key=len, default="")
        assert found == MARK_WORDS.get(mark, "")


def test_data_are_printed_literally() -> None:
    name = '<b>Sari</b> & <img src="x"> *Ayu* {nama} <para'
    content = pact(replace(STAFF, name=name))
    composed = compose_sheet(content, form_for(content))
    assert name in _text(composed.pdf)[0]
    with pikepdf.open(BytesIO(composed.pdf)) as document:
        assert "/Annots" not in document.pages[0]
        assert not document.pages[0].get_images()


def test_characters_without_a_glyph_are_replaced_not_lost_in_silence() -> None:
    content = pact(replace(STAFF, name="Sari 東 Ayu\u200b"))
    composed = compose_sheet(content, form_for(content))
    assert "Sari ? Ayu" in _text(composed.pdf)[0]


def test_only_embedded_faces_and_no_ascii85() -> None:
    for content in EVERY_KIND:
        pdf = compose_sheet(content, form_for(content)).pdf
        assert b"ASCII85" not in pdf
        with pikepdf.open(BytesIO(pdf)) as document:
            for page in document.pages:
                for font in page.resources.Font.values():
                    assert "/FontFile2" in font.FontDescriptor


def test_a_logo_is_printed_without_a_mask() -> None:
    picture = BytesIO()
    Image.new("RGBA", (300, 400), (120, 20, 20, 128)).save(picture, format="PNG")
    content = sheet(DocumentKind.PBBK, declaration().parties, logo=picture.getvalue())
    with pikepdf.open(BytesIO(compose_sheet(content, form_for(content)).pdf)) as document:
        (image,) = document.pages[0].get_images().values()
        assert "/SMask" not in image
    _check_layout(content)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_a_logo_that_is_none_is_refused(data: bytes) -> None:
    content = sheet(DocumentKind.PBBK, declaration().parties, logo=data or b"\0")
    with pytest.raises(FormError) as refused:
        compose_sheet(content, form_for(content))
    assert refused.value.facts["field"] == "logo"


def test_a_logo_of_too_many_points_is_refused() -> None:
    picture = BytesIO()
    Image.new("1", (5_000, 4_000)).save(picture, format="PNG")
    content = sheet(DocumentKind.PBBK, declaration().parties, logo=picture.getvalue())
    with pytest.raises(FormError) as refused:
        compose_sheet(content, form_for(content))
    assert refused.value.facts["reason"] == "TOO_LARGE"


def test_a_form_that_does_not_fit_is_refused() -> None:
    with pytest.raises(FormError) as refused:
        compose_sheet(pact(), form_for(declaration()))
    assert refused.value.facts["reason"] == "KIND"
    form = form_for(pact())
    lone = replace(form, slots=tuple(slot for slot in form.slots if slot.role is not Role.SAKSI))
    with pytest.raises(FormError) as refused:
        compose_sheet(pact(), lone)
    assert refused.value.facts["reason"] == "MISSING_ROLE"
    with pytest.raises(FormError) as refused:
        compose_sheet(replace(minutes_sheet(), minutes=None), form_for(minutes_sheet()))
    assert refused.value.facts["reason"] == "NO_DATA"


def test_meterai_box_stands_left_of_the_makers_signature() -> None:
    content = pact()
    form = replace(form_for(content), meterai=Meterai.BOX)
    assert "METERAI" in _text(compose_sheet(content, form).pdf)[0]
    assert "METERAI" not in _pages(content)[0]


def test_an_offices_own_words_are_printed() -> None:
    text = Path(__file__).parents[2].joinpath("resources/forms/pbbk.toml").read_text(encoding="utf-8")
    form = parse_form(text.replace("Saya yang bertanda tangan", "Kami yang menandatangani"), "own.toml")
    assert "Kami yang menandatangani" in _text(compose_sheet(declaration(), form).pdf)[0]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("form_id", sorted(path.stem for path in FORMS.glob("*.toml")))
def test_every_shipped_form_can_be_previewed(form_id: str, paper: Paper) -> None:
    form = parse_form(FORMS.joinpath(f"{form_id}.toml").read_text(encoding="utf-8"), form_id)
    composed = preview_sheet(form, paper)
    assert composed == preview_sheet(form, paper)
    assert composed.form == form.reference
    roles = {place.slot.partition("-")[0] for place in composed.places}
    assert {slot.role.value for slot in form.slots} <= roles
    text = _text(composed.pdf)
    assert all("CONTOH" in page for page in text)
    assert "{" not in "".join(text)
    with pikepdf.open(BytesIO(composed.pdf)) as document:
        assert float(document.pages[0].mediabox[2]) == pytest.approx(paper.size_um[0] / 25_400 * 72, abs=0.01)


def test_the_chair_signs_the_commissions_agreement_alone() -> None:
    page, attachment = _pages(agreement_alone())
    assert "hasil, yang bertanda tangan di bawah ini: Nama : Nirmala Pranaja, S.H., M.Si." in page
    assert "berjanji akan mewujudkan target kinerja" in page
    assert "pihak kedua" not in page.casefold()
    assert "NIP" not in page
    assert "Jumlah Rp1.276.067.000,00" in attachment
    (place,) = lay_sheet(agreement_alone(), form_for(agreement_alone())).places
    assert place.x_um > 100_000


def test_the_private_declaration_never_says_free_of_conflict() -> None:
    (page,) = _pages(private_declaration(answers=("Aktual, keluarga", "Uraian contoh", "Pengadaan contoh")))
    assert "TERBATAS" in page
    assert "DEKLARASI KONFLIK KEPENTINGAN" in page
    assert "bebas" not in page.casefold()
    assert "Uraian contoh" in page
    assert "PBBK-001 · Deklarasi Konflik Kepentingan" in page
    assert "TERBATAS" not in _pages(declaration())[0]


def test_initials_have_places_at_the_foot_of_the_pages_that_the_form_names() -> None:
    content = agreement(40)
    form = form_for(content)
    last = len(lay_sheet(content, form).pages)
    for only, pages in ((True, range(1, last)), (False, range(last))):
        paraf = ParafForm((Role.PIHAK_KEDUA, Role.PIHAK_PERTAMA), attachment_only=only)
        laid = lay_sheet(content, replace(form, paraf=paraf))
        one = [place for place in laid.places if place.slot == "paraf-pihak_kedua"]
        two = [place for place in laid.places if place.slot == "paraf-pihak_pertama"]
        assert [place.page for place in one] == [place.page for place in two] == list(pages)
        assert all(a.x_um < b.x_um < laid.codes[0].x_um for a, b in zip(one, two, strict=True))
    assert not [place for place in lay_sheet(content, form).places if place.slot.startswith("paraf-")]


def test_an_electronic_duty_stamp_has_its_space() -> None:
    content = pact()
    laid = lay_sheet(content, replace(form_for(content), meterai=Meterai.ELECTRONIC))
    places = {place.slot: place for place in laid.places}
    assert places["meterai"].x_um < places["pembuat"].x_um
    assert "ELEKTRONIK" in _text(compose_sheet(content, replace(form_for(content), meterai=Meterai.ELECTRONIC)).pdf)[0]


def test_people_are_listed_by_protocol_whatever_the_order_of_entry() -> None:
    content = attendance(6)
    turned = replace(content, parties=content.parties[::-1])
    slots = [place.slot for place in lay_sheet(turned, form_for(turned)).places]
    assert slots[:2] == ["hadir-001", "hadir-002"]
    assert sorted(slots) == [f"hadir-{number:03}" for number in range(1, 7)]
