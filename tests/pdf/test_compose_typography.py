"""How pages are set: spaces, names, the grid of base lines, first and last lines, the free foot of each page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.documents import Party, Role, SheetContent
from kpu_desk.domain.form_parts import Paragraph, Span
from kpu_desk.pdf.compose import lay_sheet
from kpu_desk.pdf.flow import BOTTOM, LEFT, WIDTH, Flow, paragraph
from kpu_desk.pdf.fonts import Face
from kpu_desk.pdf.hyphenation import SOFT_HYPHEN
from kpu_desk.pdf.line_breaking import Break, Measure, best_breaks
from kpu_desk.pdf.page import Placed, Run, TextLine
from kpu_desk.pdf.small_marks import BOUND, bound, bound_name, dashed
from kpu_desk.pdf.typesetting import NARROWEST_SPACE, WIDEST_SPACE, Line, break_lines, serif
from tests.pdf.sample_contents import (
    KETUA,
    OFFICE,
    agreement,
    agreement_alone,
    attendance,
    declaration,
    form_for,
    minutes_sheet,
    pact,
    with_slot,
)

STATEMENTS = [
    agreement(),
    agreement_alone(),
    pact(),
    pact(with_slot(KETUA, "pembuat", Role.PEMBUAT)),
    declaration(),
    minutes_sheet(),
]
KIND = serif(12, 16)
TEXTS = st.lists(st.text(alphabet="abdegiklmnoprstuy", min_size=1, max_size=16), min_size=1, max_size=90).map(" ".join)


def _name(content: SheetContent) -> str:
    return f"{content.kind.value}-{len(content.parties)}"


def _own_words(text: str) -> tuple[Span, ...]:
    """The text as a form's own words."""
    return (Span(text),)


def _lines(page: list[Placed]) -> list[tuple[float, TextLine]]:
    return [(placed.item.y + placed.up, placed.item) for placed in page if isinstance(placed.item, TextLine)]


def _body(page: list[Placed], size: float) -> list[tuple[float, TextLine]]:
    return [(y, line) for y, line in _lines(page) if y > BOTTOM and {run.size for run in line.runs} == {size}]


def _text(line: TextLine) -> str:
    return "".join(run.text for run in line.runs)


def _ratio(line: TextLine) -> float:
    return 1 + line.word_space / Run(" ", line.runs[0].face, line.runs[0].size).width


@pytest.mark.parametrize("content", STATEMENTS, ids=_name)
def test_spaces_stay_within_their_bounds_and_lines_reach_the_edge(content: SheetContent) -> None:
    for page in lay_sheet(content, form_for(content)).pages:
        for _, line in _lines(page):
            assert NARROWEST_SPACE - 0.001 <= _ratio(line) <= WIDEST_SPACE + 0.001, _text(line)
            if line.word_space and _ratio(line) < WIDEST_SPACE - 0.001:
                width = sum(run.width for run in line.runs) + line.word_space * _text(line).count(" ")
                assert line.x + width == pytest.approx(LEFT + WIDTH, abs=0.1), _text(line)


@given(TEXTS)
def test_any_paragraph_keeps_its_words_and_the_bounds_of_its_spaces(text: str) -> None:
    strips = paragraph(KIND.spans(_own_words(text)), KIND.leading)
    lines = [item for strip in strips for item in strip.items if isinstance(item, TextLine)]
    joined = "".join(_text(line) if _text(line).endswith(SOFT_HYPHEN) else _text(line) + " " for line in lines)
    assert joined.replace(SOFT_HYPHEN, "").strip() == text
    for line in lines:
        assert NARROWEST_SPACE - 0.001 <= _ratio(line) <= WIDEST_SPACE + 0.001
        width = sum(run.width for run in line.runs) + line.word_space * _text(line).count(" ")
        assert width <= WIDTH + 0.1
    assert lines[-1].word_space <= 0


def test_the_whole_paragraph_is_weighed_not_line_by_line() -> None:
    part = form_for(agreement()).body[5]
    assert isinstance(part, Paragraph)
    runs = KIND.spans(_own_words(part.text))
    justified = break_lines(runs, WIDTH, justify=True)
    first_fit = break_lines(runs, WIDTH)

    def worst(lines: tuple[Line, ...]) -> float:
        return max((WIDTH - line.width) / max(line.gaps, 1) for line in lines if not line.last)

    assert worst(justified) < worst(first_fit)
    assert worst(justified) <= (WIDEST_SPACE - 1) * Run(" ", Face.SERIF, 12).width + 0.01


def test_two_letters_stay_before_a_hyphen_only_where_a_space_would_be_too_wide() -> None:
    widths = [24.0, 15, 8, 15, 10, 12, 13, 14, 8, 31, 18, 28, 11, 16]
    measure = Measure(100, 5, 3, 0.8, 1.6)
    early = [Break.EARLY if index == 4 else Break.SPACE for index in range(len(widths))]
    assert best_breaks(widths, early, [0] * len(widths), measure) == [5, 10, 13]
    # With a wider word behind it the first line cannot be filled but by a part of that word.
    widths[5] = 40
    assert 4 in best_breaks(widths, early, [0] * len(widths), measure)


def test_names_are_never_hyphenated() -> None:
    name = "Suryaningratwidjojo Kusumanegarapranatawijaya Adikusumotirtayasa, S.Sos."
    for size in range(4, 16):
        maker = Party("pembuat", Role.PEMBUAT, name, None, None, "Pelaksana " * size, None)
        for content in (pact(maker), declaration(maker), replace(agreement(), office_name=f"{OFFICE} {'x' * size}")):
            for page in lay_sheet(content, form_for(content)).pages:
                for _, line in _lines(page):
                    if _text(line).endswith(SOFT_HYPHEN):
                        last = _text(line).split()[-1].strip(SOFT_HYPHEN)
                        assert all(not word.startswith(last) for word in name.split())


@pytest.mark.parametrize("content", [*STATEMENTS, attendance(40)], ids=_name)
def test_the_base_lines_of_a_page_lie_on_one_grid(content: SheetContent) -> None:
    laid = lay_sheet(content, form_for(content))
    statement = [page for number, page in enumerate(laid.pages) if number <= laid.stamp.page]
    size = max({run.size for _, line in _lines(statement[0]) for run in line.runs if not line.colour[0]} - {13.5}) - 1
    for page in statement:
        heights = sorted({round(y, 3) for y, _ in _body(page, size)}, reverse=True)
        steps = {round(one - two, 2) for one, two in pairwise(heights)}
        step = min(steps) if steps else 1.0
        half = step / 2
        assert all(abs(value / half - round(value / half)) < 0.01 for value in steps), steps


def test_no_first_or_last_line_stands_alone() -> None:
    words = "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini. "
    for before in range(10, 60):
        flow = Flow(step=KIND.leading / 2, first=KIND.baseline)
        strips = paragraph((KIND.run("Awal."),), KIND.leading) * before
        flow.place(strips)
        begun = len(_lines(flow.pages[-1]))
        page = flow.page
        lines = paragraph((KIND.run(words * 5),), KIND.leading)
        flow.place(lines)
        on_first = len(_lines(flow.pages[page])) - begun
        assert on_first not in (1, len(lines) - 1)


@pytest.mark.parametrize("absent", [0, 3, 9, 14, 20, 27])
def test_signatures_never_stand_alone(absent: int) -> None:
    minutes = minutes_sheet().minutes
    assert minutes is not None
    content = replace(minutes_sheet(), minutes=replace(minutes, absent=("Laras Tirtayasa, S.E.",) * absent))
    laid = lay_sheet(content, form_for(content))
    (page,) = {place.page for place in laid.places}
    assert any(_text(line).startswith(("Demikian", "mestinya", "sebagai")) for _, line in _lines(laid.pages[page]))


@pytest.mark.parametrize("people", range(5, 14))
def test_the_closing_signature_stays_with_the_last_row(people: int) -> None:
    closing = with_slot(KETUA, "penutup", Role.PENANDA_TANGAN)
    content = replace(attendance(people), parties=(*attendance(people).parties, closing))
    laid = lay_sheet(content, form_for(content))
    places = {place.slot: place for place in laid.places}
    assert places["penutup"].page == places[f"hadir-{people:03}"].page == len(laid.pages) - 1


def test_small_marks() -> None:
    assert bound("tanggal 22 Januari 2026 pukul  09.00 WIB") == (
        f"tanggal 22{BOUND}Januari{BOUND}2026 pukul{BOUND}09.00{BOUND}WIB"
    )
    assert bound("Peraturan Nomor 29 Tahun 2014") == f"Peraturan Nomor{BOUND}29 Tahun{BOUND}2014"
    assert bound("NIP 19860926 201505 2 001") == f"NIP{BOUND}19860926{BOUND}201505{BOUND}2{BOUND}001"
    assert bound_name("Drs. H. Damar Wiraguna, M. Si., Ph.D.") == (
        f"Drs.{BOUND}H.{BOUND}Damar Wiraguna,{BOUND}M.{BOUND}Si., Ph.D."
    )
    assert bound_name("Nirmala Pranaja") == "Nirmala Pranaja"
    assert dashed("saksi - atau - bukan, hal-hal") == "saksi – atau – bukan, hal-hal"


@given(st.text(max_size=60))
def test_binding_changes_nothing_but_spaces(text: str) -> None:
    plain = " ".join(text.split())
    assert bound(text).replace(BOUND, " ") == plain.replace(BOUND, " ")
    assert bound_name(text).replace(BOUND, " ") == plain.replace(BOUND, " ")


def test_dates_are_not_parted_and_no_space_is_doubled() -> None:
    for content in (*STATEMENTS, attendance(30)):
        for page in lay_sheet(content, form_for(content)).pages:
            for _, line in _lines(page):
                words = _text(line).replace(BOUND, " ")
                assert not words.endswith((" 22", "Nomor", "pukul", "22 Januari"))
                assert "  " not in words.replace("  ·  ", " ")


@given(TEXTS)
def test_the_rest_of_a_word_is_no_last_line_where_another_is_possible(text: str) -> None:
    lines = break_lines(KIND.spans(_own_words(text)), WIDTH, justify=True)
    if len(lines) > 1 and lines[-2].words[-1][-1].text.endswith(SOFT_HYPHEN):
        assert len(lines[-1].words) > 1
