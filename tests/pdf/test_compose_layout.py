"""Whatever the roster and the form hold, nothing on a sheet overlaps or runs off the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kpu_desk.domain.documents import (
    Attachment,
    BudgetLine,
    ComposedSheet,
    Mark,
    Meterai,
    Paper,
    Party,
    Role,
    SheetContent,
    Target,
)
from kpu_desk.domain.form_parts import AttachmentForm, ColumnForm, ParafForm, Points
from kpu_desk.domain.forms import Form
from kpu_desk.domain.stamps import METERAI_SLOT
from kpu_desk.pdf.compose import LaidSheet, compose_sheet, lay_sheet
from kpu_desk.pdf.flow import BOTTOM, paper_shift, paper_size
from kpu_desk.pdf.page import MM
from tests.pdf.page_boxes import collisions, drawn_boxes, place_box, text_boxes
from tests.pdf.sample_contents import (
    agreement,
    agreement_alone,
    attendance,
    declaration,
    form_for,
    minutes_sheet,
    pact,
    private_declaration,
)

words = st.text(alphabet="abcdefghijklmnoprstuwyABDKSRT.,'-/&<>", min_size=1, max_size=24)
lines = st.lists(words, min_size=1, max_size=14).map(" ".join).filter(lambda text: bool(text.strip()))
PK_ROLES = {"pk": (Role.PIHAK_PERTAMA, Role.PIHAK_KEDUA), "pk-1": (Role.PIHAK_PERTAMA,)}
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
    which = draw(st.sampled_from(["pk", "pk-1", "pi", "pbbk", "private", "dh", "ba"]))
    if which.startswith("pk"):
        extra = st.lists(words, max_size=3).map(tuple)
        targets = draw(st.lists(st.builds(Target, texts, texts, words, extra), max_size=12))
        budget = draw(st.lists(st.builds(BudgetLine, texts, st.integers(0, 10**14), words), max_size=5))
        content = replace(
            agreement() if which == "pk" else agreement_alone(),
            parties=tuple(draw(parties(role.value, role)) for role in PK_ROLES[which]),
            attachment=Attachment(draw(texts), tuple(targets), tuple(budget), sample=draw(st.booleans())),
        )
    elif which == "pi":
        makers = (draw(parties("pembuat", Role.PEMBUAT)), draw(parties("saksi", Role.SAKSI)))
        content = replace(pact(), parties=makers)
    elif which == "pbbk":
        content = replace(declaration(), parties=(draw(parties("pembuat", Role.PEMBUAT)),))
    elif which == "private":
        makers = (draw(parties("pembuat", Role.PEMBUAT)), draw(parties("saksi", Role.SAKSI)))
        content = replace(private_declaration(), parties=makers, answers=tuple(draw(st.lists(texts, max_size=3))))
    elif which == "dh":
        count = draw(st.integers(1, 25))
        people = tuple(draw(parties(f"hadir-{number:03}", Role.HADIR)) for number in range(count))
        closing = (draw(parties("penutup", Role.PENANDA_TANGAN)),) if draw(st.booleans()) else ()
        content = replace(attendance(1), parties=(*people, *closing))
    else:
        minutes = minutes_sheet().minutes
        assert minutes is not None
        absent = tuple(draw(st.lists(texts, max_size=30)))
        signers = (
            draw(parties("satu", Role.PENANDA_TANGAN)),
            draw(parties("dua", Role.PENANDA_TANGAN)),
        )
        content = replace(minutes_sheet(), parties=signers, minutes=replace(minutes, absent=absent))
    return replace(content, mark=draw(st.sampled_from(Mark)), paper=draw(st.sampled_from(Paper)))


@st.composite
def forms(draw: st.DrawFn, content: SheetContent) -> Form:
    """The shipped form of the sheet with everything switched that an office may switch."""
    form = form_for(content)
    roles = tuple(dict.fromkeys(slot.role for slot in form.slots))
    paraf = ParafForm(roles, draw(st.booleans())) if draw(st.booleans()) else None
    attachment = form.attachment
    if attachment is not None and draw(st.booleans()):
        further = [ColumnForm(draw(words), "tambahan", 12, "center") for _ in range(draw(st.integers(0, 3)))]
        attachment = AttachmentForm(
            attachment.title,
            (
                ColumnForm("Sasaran", "sasaran", draw(st.integers(20, 40)), "left"),
                ColumnForm("Indikator Kinerja", "indikator", draw(st.integers(20, 60)), "left"),
                ColumnForm("Target", "target", 14, "center"),
                *further,
            ),
            attachment.budget_columns,
            numbered=draw(st.booleans()),
            signatures=draw(st.booleans()),
        )
    meterai = draw(st.sampled_from(Meterai))
    return replace(form, paraf=paraf, attachment=attachment, meterai=meterai, number=draw(st.booleans()))


def check(content: SheetContent, form: Form) -> LaidSheet:
    """Checks every box of every page against the others and against the margins."""
    laid = lay_sheet(content, form)
    width, height = paper_size(content.paper)
    left, right = 25 * MM + paper_shift(content.paper), width - 20 * MM
    for number, page in enumerate(laid.pages):
        boxes = text_boxes(page)
        code = place_box(laid.codes[number])
        assert laid.codes[number].page == number
        assert code.right == pytest.approx(right, abs=0.01)
        for box in [*boxes, *drawn_boxes(page)]:
            assert box.left >= left - 1.2, box
            assert box.right <= right + 1.2, box
            assert box.low >= 9 * MM, box
            assert box.high <= height - 9 * MM, box
            assert not box.meets(code), box
        body = [box for box in boxes if BOTTOM - 4 <= box.low <= height - 20 * MM]
        paraf = [place for place in laid.places if place.page == number and place.slot.startswith("paraf-")]
        # The foot and its number, the mark at the head, and two words under each place for initials.
        assert len(body) >= len(boxes) - 3 - 2 * len(paraf)
        places = [place for place in laid.places if place.page == number and place.slot != METERAI_SLOT]
        places += [place for place in (laid.stamp, laid.number) if place is not None and place.page == number]
        rooms = [place_box(place) for place in places]
        assert all(room.left >= left - 0.1 and room.right <= right + 0.1 for room in rooms)
        assert collisions(boxes) == []
        # The signature runs partly over the duty stamp; nothing else meets either of them.
        others = [box for box in boxes if box.what not in ("METERAI", "ELEKTRONIK", "Rp10.000")]
        assert collisions([*others, *rooms, code]) == []
        stamps = [place_box(place) for place in laid.places if (place.slot, place.page) == (METERAI_SLOT, number)]
        assert collisions([*others, *stamps, code]) == []
    # Wrapped wherever it must be, but every character of every name is there.
    printed = "".join(box.what for page in laid.pages for box in text_boxes(page)).replace(" ", "")
    for party in content.parties:
        assert party.name.replace(" ", "") in printed
    return laid


def test_nothing_overlaps_or_leaves_the_page(at_length: Callable[[int, int], int]) -> None:
    @settings(
        max_examples=at_length(60, 3_000),
        deadline=None,
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.data())
    def every(data: st.DataObject) -> None:
        content = data.draw(sheets())
        check(content, data.draw(forms(content)))

    every()


LONG = Party(
    "pembuat",
    Role.PEMBUAT,
    "Prof. Dr. Ir. H. Raden Mas Suryaningratwidjojo Kusumanegara Pranatawijaya Adikusumo, S.H., M.H., Ph.D.",
    "198609262015052001",
    "Pembina Utama Muda (IV/c)",
    "Kepala Bagian Perencanaan, Data dan Informasi, Teknis Penyelenggaraan Pemilu, Partisipasi dan Hubungan "
    "Masyarakat, Hukum, dan Sumber Daya Manusia pada Sekretariat Komisi Pemilihan Umum Provinsi Contoh Raya",
    "Bagian Perencanaan, Data dan Informasi, Teknis Penyelenggaraan Pemilu",
    "Keputusan Sekretaris Jenderal Nomor 000 Tahun 2026",
)


@pytest.mark.parametrize("paper", list(Paper))
def test_long_names_and_offices_of_four_lines(paper: Paper) -> None:
    for content in (pact(LONG, replace(LONG, slot="saksi", role=Role.SAKSI)), declaration(LONG)):
        laid = check(replace(content, paper=paper), form_for(content))
        assert len(laid.pages) == 1


@pytest.mark.parametrize("paper", list(Paper))
def test_sixty_points(paper: Paper) -> None:
    content = replace(declaration(LONG), paper=paper)
    form = form_for(content)
    body = tuple(replace(part, items=part.items * 15) if isinstance(part, Points) else part for part in form.body)
    laid = check(content, replace(form, body=body))
    labels = {box.what.split(" ")[0] for page in laid.pages for box in text_boxes(page)}
    assert {"a.", "z.", "aa.", "bh."} <= labels


@pytest.mark.parametrize("paper", list(Paper))
def test_two_hundred_rows(paper: Paper) -> None:
    content = replace(agreement(200), paper=paper)
    form = form_for(content)
    assert form.attachment is not None
    signed = replace(form, attachment=replace(form.attachment, signatures=True))
    laid = check(content, replace(signed, paraf=ParafForm((Role.PIHAK_KEDUA, Role.PIHAK_PERTAMA), True)))
    texts = [box.what for page in laid.pages for box in text_boxes(page)]
    assert sum("kegiatan nomor" in text for text in texts) == 200
    assert texts.count("Sasaran Strategis") == len(laid.pages) - 1 - ("Program" in _last_page_only(laid))
    slots = [place.slot for place in laid.places]
    assert slots.count("lampiran-pihak_kedua") == slots.count("lampiran-pihak_pertama") == 1
    assert slots.count("paraf-pihak_kedua") == len(laid.pages) - 1


def _last_page_only(laid: LaidSheet) -> list[str]:
    """The texts of the last page when no row of targets reaches it."""
    texts = [box.what for box in text_boxes(laid.pages[-1])]
    return [] if "Sasaran Strategis" in texts else texts


@pytest.mark.parametrize("paper", list(Paper))
def test_three_hundred_people_present(paper: Paper) -> None:
    content = replace(attendance(300), paper=paper)
    laid = check(content, form_for(content))
    assert len({place.slot for place in laid.places}) == 300
    for number, page in enumerate(laid.pages):
        texts = [box.what for box in text_boxes(page)]
        assert "Tanda Tangan" in texts
        assert f"Halaman {number + 1} dari {len(laid.pages)}" in [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize("paper", list(Paper))
def test_the_file_has_the_size_of_its_paper(paper: Paper) -> None:
    content = replace(agreement(), paper=paper)
    composed: ComposedSheet = compose_sheet(content, form_for(content))
    width, height = paper_size(paper)
    assert f"/MediaBox [ 0 0 {width:.4f} {height:.4f} ]".encode()[:26] in composed.pdf
    assert len(composed.codes) == composed.pages == 2
