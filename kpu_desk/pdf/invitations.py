"""Invitations on paper: half a page a person, with the code that is shown at the door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from kpu_desk.domain.dates import long_date, weekday
from kpu_desk.domain.documents import Letterhead, Mark, Paper, SlotPlace
from kpu_desk.pdf import tags
from kpu_desk.pdf.conform import DocumentMeta, conform
from kpu_desk.pdf.flow import LEFT, RIGHT, WIDTH, Flow, Strip, beside, block, paper_size, paragraph
from kpu_desk.pdf.furniture import MARK_WORDS, watermark
from kpu_desk.pdf.letterhead import letterhead_strip
from kpu_desk.pdf.page import LINE, MM, SOFT, UM_PER_PT, Bars, Placed, Rule, TextLine, write_pages
from kpu_desk.pdf.page_code import PRINTED_SIZE, code_bars
from kpu_desk.pdf.tags import Artifact, Tag
from kpu_desk.pdf.typesetting import sans, serif

_TITLE, _TEXT, _SMALL = serif(13, 18), serif(11, 14.5), sans(8, 10.5)
_VALUE_X = LEFT + 28 * MM
_TOP = 12 * MM


@dataclass(frozen=True, slots=True)
class Invited:
    """One person; ``code`` as ``domain.invitations`` makes it."""

    name: str
    office: str
    code: str


@dataclass(frozen=True, slots=True)
class InvitationPages:
    """What stands on every invitation, and whose they are."""

    letterhead: Letterhead
    office: str
    occasion: str
    day: date
    time_label: str
    venue: str
    mark: Mark
    paper: Paper
    at: datetime
    people: tuple[Invited, ...]


def invitation_pages(pages: InvitationPages) -> bytes:
    """A conform document (PDF/A-3a), two people to a page; the same list gives the same bytes."""
    width, height = paper_size(pages.paper)
    half = height / 2
    laid: list[list[Placed]] = []
    for number, person in enumerate(pages.people):
        lower = number % 2
        if not lower:
            laid.append(_ground(pages, (width, height)))
        # The longest texts that a ceremony may have take 120 mm: less than half a page, and far less than a whole one.
        flow = Flow(pages.paper)
        flow.y = flow.top = height - _TOP
        flow.place(_invitation(pages, person))
        laid[-1] += [replace(placed, up=placed.up - lower * half) for placed in flow.pages[0]]
    title = f"Undangan {pages.occasion}"
    written = write_pages(laid, title=title, size=(width, height))
    meta = DocumentMeta(title, pages.office, f"Undangan untuk {len(pages.people)} orang", pages.mark.value, pages.at)
    return conform(written.pdf, meta=meta, structure=written.structure)


def _ground(pages: InvitationPages, size: tuple[float, float]) -> list[Placed]:
    width, height = size
    ground: list[Placed] = []
    if pages.mark is not Mark.NONE:
        ground.append(Placed(watermark(pages.mark.value, _SMALL, size)))
        run = _SMALL.run(MARK_WORDS[pages.mark], bold=True)
        for top in (height, height / 2):
            above = TextLine((width - run.width) / 2, top - 8 * MM, (run,), colour=SOFT, tag=Artifact.HEADER)
            ground.append(Placed(above))
    ground.append(Placed(Rule(0, height / 2, width, height / 2, 0.5, colour=LINE, dash=4)))
    return ground


def _invitation(pages: InvitationPages, person: Invited) -> list[Strip]:
    strips: list[Strip] = []
    kop = letterhead_strip(pages.letterhead, "kop")
    if kop is not None:
        strips.append(kop)
    bookmark = Tag("H1", bookmark=f"Undangan {person.name}")
    strips += paragraph((_TITLE.run("UNDANGAN", bold=True),), 18, align="center", before=4, tag=bookmark)
    strips += paragraph((_TEXT.run("Yth."),), 14.5, align="left", before=4)
    strips += paragraph((_TEXT.run(person.name, bold=True),), 14.5, align="left")
    strips += paragraph((_TEXT.run(person.office),), 14.5, align="left")
    asked = f"Kami mengundang Bapak/Ibu menghadiri {pages.occasion} pada:"
    strips += paragraph((_TEXT.run(asked),), 14.5, align="left", before=6)
    # Beside the code the lines end earlier.
    width = RIGHT - PRINTED_SIZE - 6 * MM - _VALUE_X
    first = len(strips)
    for label, value in (
        ("Hari", f"{weekday(pages.day)}, {long_date(pages.day)}"),
        ("Waktu", f"pukul {pages.time_label}"),
        ("Tempat", pages.venue),
    ):
        lines = paragraph((_TEXT.run(value),), 14.5, x=_VALUE_X, width=width, align="left", before=2)
        strips += beside(lines, (_TEXT.run(label),), LEFT)
    strips[first] = replace(strips[first], items=(*strips[first].items, _code(person)))
    shown = (
        "Tunjukkan kode di samping pada meja kehadiran. Kode ini milik satu orang, hanya untuk acara ini, dan tidak "
        "memuat data pribadi; siapa Anda tetap dikenali petugas."
    )
    strips += paragraph((_SMALL.run(shown),), 10.5, width=WIDTH - PRINTED_SIZE - 6 * MM, align="left", before=8)
    return block(strips)


def _code(person: Invited) -> Bars:
    """The code at the right, its upper edge at the top of the strip that it stands in."""
    corner = (RIGHT - PRINTED_SIZE, -PRINTED_SIZE)
    place = SlotPlace("", 0, *(round(value * UM_PER_PT) for value in (*corner, PRINTED_SIZE, PRINTED_SIZE)))
    words = f"Kode QR undangan {person.name}, untuk dipindai di meja kehadiran"
    return replace(code_bars(person.code, place), tag=tags.picture(words))
