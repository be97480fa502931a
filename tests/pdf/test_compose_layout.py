"""Whatever the roster holds, nothing on a sheet overlaps or runs off the page."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpu_desk.domain.documents import Attachment, BudgetLine, Mark, Party, Role, SheetContent, Target
from kpu_desk.pdf.compose import lay_sheet
from kpu_desk.pdf.page import A4, MM
from tests.pdf.page_boxes import collisions, place_box, text_boxes
from tests.pdf.sample_contents import agreement, attendance, declaration, form_for, minutes_sheet, pact

words = st.text(alphabet="abcdefghijklmnoprstuwyABDKSRT.,'-/&<>", min_size=1, max_size=24)
lines = st.lists(words, min_size=1, max_size=14).map(" ".join).filter(lambda text: bool(text.strip()))
texts = lines.map(lambda text: text[:200])


@st.composite
def parties(draw: st.DrawFn, slot: str, role: Role) -> Party:
    """Somebody with any name, office and unit that an import lets through."""
    return Party(
        slot,
        role,
        draw(texts),
        draw(st.none() | st.just("198609262015052001")),
        draw(st.none() | texts),
        draw(texts),
        draw(st.none() | texts),
        draw(st.none() | texts),
        draw(st.booleans()),
    )


@st.composite
def sheets(draw: st.DrawFn) -> SheetContent:
    """A sheet of any kind with such people on it."""
    which = draw(st.sampled_from(["pk", "pi", "pbbk", "dh", "ba"]))
    if which == "pk":
        targets = draw(st.lists(st.builds(Target, texts, texts, words), max_size=12))
        budget = draw(st.lists(st.builds(BudgetLine, texts, st.integers(0, 10**14), words), max_size=5))
        content = replace(
            agreement(),
            parties=(
                draw(parties("pihak_pertama", Role.PIHAK_PERTAMA)),
                draw(parties("pihak_kedua", Role.PIHAK_KEDUA)),
            ),
            attachment=Attachment(draw(texts), tuple(targets), tuple(budget), sample=draw(st.booleans())),
        )
    elif which == "pi":
        makers = (draw(parties("pembuat", Role.PEMBUAT)), draw(parties("saksi", Role.SAKSI)))
        content = replace(pact(), parties=makers)
    elif which == "pbbk":
        content = replace(declaration(), parties=(draw(parties("pembuat", Role.PEMBUAT)),))
    elif which == "dh":
        count = draw(st.integers(1, 25))
        people = tuple(draw(parties(f"hadir-{number:03}", Role.HADIR)) for number in range(count))
        content = replace(attendance(1), parties=people)
    else:
        minutes = minutes_sheet().minutes
        assert minutes is not None
        absent = tuple(draw(st.lists(texts, max_size=30)))
        signers = (
            draw(parties("satu", Role.PENANDA_TANGAN)),
            draw(parties("dua", Role.PENANDA_TANGAN)),
        )
        content = replace(minutes_sheet(), parties=signers, minutes=replace(minutes, absent=absent))
    return replace(content, mark=draw(st.sampled_from(Mark)))


@given(sheets())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_nothing_overlaps_or_leaves_the_page(content: SheetContent) -> None:
    laid = lay_sheet(content, form_for(content))
    for number, page in enumerate(laid.pages):
        boxes = text_boxes(page)
        for box in boxes:
            assert box.left >= 25 * MM - 0.1, box
            assert box.right <= A4[0] - 20 * MM + 0.1, box
            assert box.low >= 9 * MM, box
            assert box.high <= A4[1] - 9 * MM, box
        body = [box for box in boxes if 20 * MM - 4 <= box.low <= A4[1] - 20 * MM]
        assert len(body) >= len(boxes) - 3
        rooms = [place_box(place) for place in laid.places if place.page == number]
        if laid.stamp.page == number:
            rooms.append(place_box(laid.stamp))
        assert collisions(boxes + rooms) == []
    # Wrapped wherever it must be, but every character of every name is there.
    printed = "".join(box.what for page in laid.pages for box in text_boxes(page)).replace(" ", "")
    for party in content.parties:
        assert party.name.replace(" ", "") in printed
