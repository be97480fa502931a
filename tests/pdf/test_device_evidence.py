"""The evidence prints what each device really delivered, and says it plainly where that is a drawing only."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest

from kpu_desk.domain.device_truth import DeviceTruth
from kpu_desk.domain.pen import Tool
from kpu_desk.domain.pressure_kind import PressureKind
from tests.pdf.sample_contents import attendance, overlay_of, pact, record_of

PEN = DeviceTruth(Tool.PEN, 303, 7_518, 500, 18, 2, 1, PressureKind.GENUINE, 1_024, 10_000, True)
FINGER = replace(PEN, tool=Tool.FINGER, pressure=PressureKind.NONE, levels=0, resolution_nm=264_583)


def evidence_text(truth: DeviceTruth | None, people: int) -> str:
    _, record = record_of(pact() if people < 3 else attendance(people))
    measured = tuple(
        replace(one, evidence=replace(one.evidence, device=replace(one.evidence.device, truth=truth)))
        for one in record.signatures
    )
    document = pypdfium2.PdfDocument(io.BytesIO(overlay_of(replace(record, signatures=measured))))
    pages = [document[number].get_textpage().get_text_range() for number in range(record.pages, len(document))]
    return " ".join(" ".join(pages).split())


def test_a_pen_that_measures_gets_its_figures_once_a_signature() -> None:
    text = evidence_text(PEN, 2)
    line = (
        "133 titik/detik, jeda terbesar 18 ms, simpangan 0,5 ms, 1 titik hilang, 2 digabung, "
        "tekanan asli 1.024 tingkat, ketelitian 0,01 mm"
    )
    assert text.count(line) == 2
    assert "gambar saja" not in text


@pytest.mark.parametrize("people", [2, 9])
def test_below_the_bar_it_is_a_drawing_only(people: int) -> None:
    text = evidence_text(FINGER, people)
    assert text.count("gambar saja, tidak layak untuk pemeriksaan ahli: tanpa tekanan") == people


@pytest.mark.parametrize("people", [2, 9])
def test_evidence_from_before_devices_were_measured_says_nothing_of_it(people: int) -> None:
    text = evidence_text(None, people)
    assert "titik/detik" not in text
    assert "gambar saja" not in text
