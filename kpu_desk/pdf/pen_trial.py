"""The result of a pen test on one page: figures, verdict, and what was drawn."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain import device_truth_text
from kpu_desk.domain.dates import thousands
from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.pen_trial import TrialResult
from kpu_desk.pdf.conform import DocumentMeta, conform
from kpu_desk.pdf.evidence_words import device, local_time
from kpu_desk.pdf.flow import LEFT, WIDTH, Flow, Strip, beside, paper_size, paragraph
from kpu_desk.pdf.ink_path import ink_shape
from kpu_desk.pdf.page import LINE, MM, UM_PER_PT, Frame, Item, Rule, write_pages
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import sans

_TITLE, _VERDICT, _TEXT = sans(15, 19), sans(11, 15), sans(9, 12)
_VALUE_X = LEFT + 42 * MM
_PAD_HEIGHT = 55 * MM


def trial_page(result: TrialResult) -> bytes:
    """One conform page (PDF/A-3a); the same result gives the same bytes."""
    flow = Flow()
    title = "Hasil uji pena"
    flow.place(paragraph((_TITLE.run(title, bold=True),), 19, glued=True, tag=Tag("H1", bookmark=title)))
    about = f"Uji alat, bukan tanda tangan siapa pun: {result.person} adalah nama rekaan."
    flow.place(paragraph((_TEXT.run(about),), 12, align="left"))
    flow.place([Strip(9, (Rule(LEFT, -4, LEFT + WIDTH, -4, 0.6),), glued=True)])
    words = device_truth_text.verdict(result.truth)
    flow.place(paragraph((_VERDICT.run(words[0].upper() + words[1:] + ".", bold=True),), 15, align="left", before=6))
    flow.place([Strip(6)])
    for label, value in _rows(result):
        lines = paragraph((_TEXT.run(value),), 12, x=_VALUE_X, width=LEFT + WIDTH - _VALUE_X, align="left")
        flow.place(beside(lines, (_TEXT.run(label, bold=True),), LEFT))
    flow.place([_drawing(result)])
    explained = (
        "Ahli tulisan tangan memerlukan sedikitnya 50 titik per detik dan tekanan yang sungguh diukur. Angka di atas "
        "dihitung dari titik yang benar-benar tiba pada uji ini, bukan dari keterangan pembuat alat."
    )
    flow.place(paragraph((_TEXT.run(explained),), 12, align="left", before=8))
    written = write_pages(flow.pages, title=title, size=paper_size(flow.paper))
    meta = DocumentMeta(title, result.office, f"Hasil uji pena {result.device.name}", "uji pena", result.at)
    return conform(written.pdf, meta=meta, structure=written.structure)


def _rows(result: TrialResult) -> tuple[tuple[str, str], ...]:
    truth = result.truth
    at = result.at.isoformat()
    return (
        ("Tempat", result.office),
        ("Waktu", local_time(at, result.zone)),
        ("Alat", device(result.device)),
        ("Laju", f"{device_truth_text.rate(truth)}; tiba {thousands(round(truth.delivered_hz))} titik/detik"),
        ("Simpangan", device_truth_text.decimal_ms(truth.jitter_us)),
        ("Jeda terbesar", f"{thousands(truth.largest_gap_ms)} ms"),
        ("Hilang, digabung", f"{thousands(truth.dropped)} hilang, {thousands(truth.merged)} digabung"),
        ("Tekanan", device_truth_text.pressure(truth)),
        ("Ketelitian letak", device_truth_text.resolution(truth)),
        ("Kemiringan", "diukur" if truth.has_tilt else "tidak diukur"),
        ("Titik ukur", f"{thousands(truth.samples)} titik, {thousands(result.drawing.stroke_count)} goresan"),
    )


def _drawing(result: TrialResult) -> Strip:
    wide, tall = result.pad_um
    height = min(_PAD_HEIGHT, WIDTH * tall / wide)
    width = height * wide / tall
    frame: Item = Frame(LEFT, -height, width, height, 0.5, LINE)
    place = SlotPlace("", 0, *(round(v * UM_PER_PT) for v in (LEFT, -height, width, height)))
    shape = ink_shape(result.drawing, place)
    drawn = () if shape is None else (replace(shape, tag=Tag("Figure", alt="Gambar uji yang ditulis dengan alat ini")),)
    return Strip(height, (frame, *drawn), before=10)
