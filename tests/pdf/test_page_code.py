"""The code on every page: its bytes against the standards, its size on paper, its text, its place, its judge."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date

import pytest
import segno
import zxingcpp
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kpu_desk.domain.documents import DocumentKind, Paper
from kpu_desk.domain.errors import SealError
from kpu_desk.domain.page_code import LONGEST_INITIALS, LONGEST_SERIAL, MOST_PAGES, PageCode, initials, text_digest
from kpu_desk.domain.page_report import PageReport, PageVerdict
from kpu_desk.pdf.base45 import from_base45, to_base45
from kpu_desk.pdf.cbor import from_cbor, to_cbor
from kpu_desk.pdf.code_bytes import MOST_BYTES, PREFIX, judge_code, key_id, signed_code
from kpu_desk.pdf.compose import lay_sheet
from kpu_desk.pdf.fonts import Face, unprintable
from kpu_desk.pdf.furniture import code_place
from kpu_desk.pdf.page import MM, Bars, Placed, Run, Slanted, TextLine, write_pages
from kpu_desk.pdf.page_code import PRINTED_SIZE, SMALLEST_MODULE, code_bars, with_codes
from kpu_desk.pdf.page_text import laid_text, page_texts
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.record_overlay import lay_overlay
from kpu_desk.pdf.render import PageRenderer
from kpu_desk.pdf.tags import Tag
from kpu_desk.resources import resource_path
from tests.pdf.page_boxes import text_boxes
from tests.pdf.sample_contents import agreement, attendance, declaration, form_for, minutes_sheet, pact, record_of
from tests.pdf.sealed_sample import key, other_key
from tests.services.tokens import BadContact

CODE = PageCode("PI-001", 1, 2, date(2026, 1, 22), bytes(range(16)), 2, ("UH", "DW"))
LONGEST = PageCode(
    "W" * LONGEST_SERIAL, MOST_PAGES, MOST_PAGES, date(2199, 12, 31), b"\xff" * 16, MOST_PAGES, ("W" * 4, "W" * 4)
)
PINS = (other_key().certificate_pem, key().certificate_pem)
SHEETS = {
    DocumentKind.PK: agreement(40),
    DocumentKind.PI: pact(),
    DocumentKind.PBBK: declaration(),
    DocumentKind.DH: attendance(12),
    DocumentKind.BA: minutes_sheet(),
}

codes = st.builds(
    lambda serial, pages, day, digest, names, more: PageCode(
        serial, pages[0], pages[1], day, digest, len(names) + more * (len(names) == 2), tuple(names)
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=LONGEST_SERIAL),
    st.tuples(st.integers(1, MOST_PAGES), st.integers(1, MOST_PAGES)).map(sorted),
    st.dates(),
    st.binary(min_size=16, max_size=16),
    st.lists(st.text("ABCDWXYZ?", min_size=1, max_size=LONGEST_INITIALS), max_size=2),
    st.integers(0, 600),
)


def _message(letters: str) -> bytes:
    return from_base45(letters.removeprefix(PREFIX))


def _judged(message: bytes) -> PageReport:
    return judge_code(PREFIX + to_base45(message), PINS, 1)


@pytest.mark.parametrize("data", [b"AB", b"Hello!!", b"base-45", b"ietf!", b"", b"\xff\xff", b"\0"])
def test_base45_as_in_its_standard(data: bytes) -> None:
    # RFC 9285, 4.3 and 4.4.
    known = {b"AB": "BB8", b"Hello!!": "%69 VD92EX0", b"base-45": "UJCLQE7W581", b"ietf!": "QED8WEX0"}
    assert to_base45(data) == known.get(data, to_base45(data))
    assert from_base45(to_base45(data)) == data


@pytest.mark.parametrize("letters", ["GGW", ":::", "A", "BB8A", "bb8", "BB!", "::"])
def test_what_is_no_base45_is_refused(letters: str) -> None:
    with pytest.raises(ValueError, match="no Base45"):
        from_base45(letters)


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1_000_000, "1a000f4240"),
        (-7, "26"),
        (-1000, "3903e7"),
        (b"\1\2\3\4", "4401020304"),
        ("IETF", "6449455446"),
        ("ü", "62c3bc"),
        ([1, [2, 3]], "8201820203"),
        ({1: 2, 3: 4}, "a201020304"),
        ({4: b"", 1: -7}, "a201260440"),
    ],
)
def test_cbor_as_in_its_standard(value: int, made: str) -> None:
    # RFC 8949, appendix A and 4.2.1.
    assert to_cbor(value).hex() == made
    assert from_cbor(bytes.fromhex(made)) == value


@pytest.mark.parametrize(
    "data",
    [
        "",  # nothing
        "0000",  # something after the value
        "1817",  # a small number written long
        "190001",
        "18",  # cut short
        "4401",
        "9b7fffffffffffffff",  # an endless array
        "5f42010243030405ff",  # indefinite lengths
        "9f01ff",
        "a204010126",  # keys out of order
        "a201010102",  # a key twice
        "a1616101",  # a key that is no number
        "c074",  # a tag
        "f4",  # false
        "fb3ff199999999999a",  # a fraction
        "61ff",  # no UTF-8
        "818181818181",  # too deep
    ],
)
def test_what_is_no_deterministic_cbor_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"CBOR|utf-8"):
        from_cbor(bytes.fromhex(data))


@given(st.binary(max_size=MOST_BYTES))
def test_no_bytes_surprise_the_decoder(data: bytes) -> None:
    try:
        value = from_cbor(data)
    except ValueError:
        return
    assert to_cbor(value) == data


@given(codes)
def test_every_code_is_small_signed_and_read_again(code: PageCode) -> None:
    letters = signed_code(code, key())
    assert letters == signed_code(code, key())
    assert len(_message(letters)) <= MOST_BYTES
    report = judge_code(letters, PINS, 3)
    assert (report.page, report.verdict, report.code) == (3, PageVerdict.SIGNED, code)
    unknown = judge_code(letters, PINS[:1], 1)
    assert (unknown.verdict, unknown.code) == (PageVerdict.UNKNOWN_SIGNER, code)
    assert unknown.reasons[0].fact("key") == key_id(key().certificate_der).hex()


@pytest.mark.parametrize("code", [CODE, LONGEST])
def test_on_paper_it_is_large_enough_and_as_another_program_makes_it(code: PageCode) -> None:
    letters = signed_code(code, key())
    assert len(_message(letters)) <= MOST_BYTES
    place = code_place(0)
    bars = code_bars(letters, place)
    count = round(PRINTED_SIZE / bars.module)
    assert bars.module * count == pytest.approx(30 * MM)
    assert bars.module >= SMALLEST_MODULE >= 0.55 * MM
    dark = [[False] * count for _ in range(count)]
    for x, y, width, height in bars.bars:
        for row in range(y, y + height):
            for column in range(x, x + width):
                assert not dark[row][column], "bars lie over each other"
                dark[row][column] = True
    theirs = [segno.make(letters, error="m", mask=mask, micro=False, boost_error=False) for mask in range(8)]
    assert dark[::-1] in [[[bool(square) for square in row] for row in made.matrix] for made in theirs]
    assert theirs[0].symbol_size(border=0)[0] == count


def test_more_than_fits_is_a_mistake_of_ours() -> None:
    code_bars("A" * 262, code_place(0))
    with pytest.raises(ValueError, match="57 modules"):
        code_bars("A" * 263, code_place(0))


def test_each_flipped_bit_is_noticed() -> None:
    message = _message(signed_code(CODE, key()))
    verdicts = []
    for bit in range(8 * len(message)):
        changed = bytearray(message)
        changed[bit // 8] ^= 1 << bit % 8
        verdicts.append(_judged(bytes(changed)).verdict)
    assert set(verdicts) == {PageVerdict.BAD_CODE, PageVerdict.UNKNOWN_SIGNER}
    # Only in the eight bytes that name the key.
    assert verdicts.count(PageVerdict.UNKNOWN_SIGNER) == 64


def test_a_stranger_who_names_the_offices_key_is_found_out() -> None:
    class Pretender:
        certificate_pem, certificate_der = key().certificate_pem, key().certificate_der
        sign = other_key().sign

    report = judge_code(signed_code(CODE, Pretender()), PINS, 1)
    assert (report.verdict, report.code) == (PageVerdict.BAD_CODE, None)
    assert report.reasons[0].code == "CODE_SIGNATURE_WRONG"


@pytest.mark.parametrize("letters", ["", "https://contoh.example/PI-001", "HC1:6BF", "kpu1:BB8"])
def test_codes_of_others_are_no_codes(letters: str) -> None:
    report = judge_code(letters, PINS, 1)
    assert (report.verdict, report.reasons[0].code) == (PageVerdict.NO_CODE, "FOREIGN_CODE")


def test_what_only_begins_like_ours_is_a_bad_one() -> None:
    message = _message(signed_code(CODE, key()))
    shorter = to_cbor([1, "PI-001"])
    for bad in (b"", message[:-1], message + b"\0", message[1:], b"\xd2" + shorter, b"\xd2" + b"\x84" * 40):
        assert _judged(bad).reasons[0].code == "CODE_BROKEN"
    assert judge_code(PREFIX + "!", PINS, 1).verdict is PageVerdict.BAD_CODE


def _codes_on(pdf: bytes) -> list[str]:
    """The letters of the one code on each rendered page."""
    found = []
    with PageRenderer(pdf) as renderer:
        for number in range(renderer.page_count):
            page = renderer.render(number, dpi=150)
            image = Image.frombuffer("RGBA", (page.width, page.height), page.pixels, "raw", "BGRA", page.stride, 1)
            (code,) = zxingcpp.read_barcodes(image.convert("L"))
            assert code.ec_level == "M"
            found.append(code.text)
    return found


@pytest.mark.parametrize("kind", list(SHEETS))
@pytest.mark.parametrize("paper", list(Paper))
def test_every_page_of_a_record_says_what_it_is(kind: DocumentKind, paper: Paper) -> None:
    _frozen, record = record_of(replace(SHEETS[kind], paper=paper))
    pdf = compose_record(record, key())
    texts = page_texts(pdf)
    assert len(texts) > record.pages
    names = [signed.name for signed in record.signatures[:2]]
    for number, (letters, text) in enumerate(zip(_codes_on(pdf), texts, strict=True), 1):
        report = judge_code(letters, PINS, number)
        assert report.verdict is PageVerdict.SIGNED
        assert report.code == PageCode(
            serial=record.serial,
            page=number,
            pages=len(texts),
            day=date(2026, 1, 22),
            digest=text_digest(text),
            signers=len(record.signatures),
            initials=tuple(initials(name) for name in names),
        )


def test_the_digest_is_of_all_that_is_written_on_the_page() -> None:
    """What ``page_texts`` reads is what another program reads in the order of drawing."""
    _frozen, record = record_of(agreement(12))
    pdf = compose_record(record, key())
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    for theirs, ours in zip(read.split("\f"), page_texts(pdf), strict=False):
        assert sorted(_marks(theirs)) == sorted(_marks(ours))


def _marks(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "-–\u00ad\x02\ufffe")


@pytest.mark.parametrize("paper", list(Paper))
def test_around_the_code_nothing_is_drawn(paper: Paper) -> None:
    """Four modules of white on every side (ISO/IEC 18004, 9.1)."""
    content = replace(agreement(40), paper=paper)
    _frozen, record = record_of(content)
    sheet = lay_sheet(content, form_for(content)).pages
    pages = with_codes(lay_overlay(record, paper), record, key(), paper)
    for number, page in enumerate(pages):
        (code,) = [placed.item for placed in page if isinstance(placed.item, Bars)]
        white = 4 * code.module
        left, top = code.x - white, code.y + PRINTED_SIZE + white
        below = [*(sheet[number] if number < len(sheet) else []), *page]
        for box in text_boxes([placed for placed in below if not isinstance(placed.item, Bars | Slanted)]):
            assert box.right < left or box.low > top, box
        assert code.y >= 9 * MM


@pytest.mark.parametrize("face", list(Face))
def test_every_letter_of_our_faces_is_read_as_it_was_laid(face: Face) -> None:
    known = set(map(chr, TTFont(resource_path("fonts", f"{face.value}.ttf"))["cmap"].getBestCmap()))
    letters = "".join(sorted(known - unprintable(known)))
    lines = [letters[start : start + 30] for start in range(0, len(letters), 30)]
    page = [Placed(TextLine(40, 800 - 11 * row, (Run(line, face, 9),), tag=Tag("P"))) for row, line in enumerate(lines)]
    (text,) = page_texts(write_pages([page], title="Huruf").pdf)
    assert text_digest(text) == text_digest(laid_text(page))
    assert len(letters) > 200


def test_a_key_that_signs_wrongly_makes_no_record() -> None:
    _frozen, record = record_of(pact())
    with pytest.raises(SealError, match="OWN_SEAL_NOT_VALID"):
        compose_record(record, BadContact(key(), failing=2))
