"""InkML: nothing is lost on the way out and back, and anything else is refused."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.ink import Ink, make_ink
from kpu_desk.domain.inkml import LARGEST_FILE, NAMESPACE, from_inkml, to_inkml
from kpu_desk.domain.pen import FULL_PRESSURE, Odd, StrokePoint, Tool


@st.composite
def inks(draw: st.DrawFn) -> Ink:
    angle = st.integers(-9_000, 9_000) if draw(st.booleans()) else st.none()
    point = st.builds(
        StrokePoint,
        x_um=st.integers(-10_000, 2_000_000),
        y_um=st.integers(-10_000, 2_000_000),
        pressure=st.integers(0, FULL_PRESSURE),
        at_ms=st.integers(0, 10**12),
        tilt_x=angle,
        tilt_y=angle,
        odd=st.integers(0, 7).map(Odd),
    )
    strokes = draw(st.lists(st.lists(point, min_size=1, max_size=30).map(tuple), min_size=1, max_size=6))
    return make_ink(
        tuple(strokes),
        tool=draw(st.sampled_from(Tool)),
        width_um=draw(st.integers(1, 2_000_000)),
        height_um=draw(st.integers(1, 2_000_000)),
        has_pressure=draw(st.booleans()),
    )


def _ink(*, tilt: bool) -> Ink:
    x, y = (-1_205, 7) if tilt else (None, None)
    return make_ink(
        (
            (
                StrokePoint(1_000, 2_000, 0, 500, x, y, Odd.PRESSURE_ZERO),
                StrokePoint(1_100, -20, 65_535, 510, x, y),
            ),
            (StrokePoint(5, 6, 7, 700, x, y),),
        ),
        tool=Tool.PEN,
        width_um=200_000,
        height_um=70_000,
        has_pressure=True,
    )


@given(inks())
def test_the_way_out_and_back_loses_nothing(ink: Ink) -> None:
    assert from_inkml(to_inkml(ink)) == ink


@pytest.mark.parametrize("tilt", [True, False])
def test_a_stranger_can_read_it(tilt: bool) -> None:
    root = ElementTree.fromstring(to_inkml(_ink(tilt=tilt)))
    assert root.tag == f"{{{NAMESPACE}}}ink"
    assert len(list(root.iter(f"{{{NAMESPACE}}}traceFormat"))) == 1
    channels = [(c.get("name"), c.get("units")) for c in root.iter(f"{{{NAMESPACE}}}channel")]
    plain = [("X", "um"), ("Y", "um"), ("T", "ms"), ("F", "dev")]
    assert channels == plain + ([("OTx", "deg"), ("OTy", "deg")] if tilt else [])
    traces = [trace.text for trace in root.iter(f"{{{NAMESPACE}}}trace")]
    angles = " -12.05 0.07" if tilt else ""
    assert traces == [f"1000 2000 0 0{angles}, 1100 -20 10 65535{angles}", f"5 6 200 7{angles}"]


def test_ink_without_our_annotation_counts_as_a_pens() -> None:
    text = to_inkml(_ink(tilt=True))
    start, end = text.index("  <annotationXML"), text.index("</annotationXML>\n") + len("</annotationXML>\n")
    ink = from_inkml(text[:start] + text[end:])
    assert (ink.tool, ink.has_pressure, ink.width_um, ink.height_um) == (Tool.PEN, True, 1_100, 2_000)
    assert ink.strokes[1] == _ink(tilt=True).strokes[1]


_WHOLE = to_inkml(_ink(tilt=False))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1\n2 3 4 0 5 6 7\n",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        _WHOLE.replace(NAMESPACE, "http://example.org/other"),
        _WHOLE[: len(_WHOLE) // 2],
        _WHOLE.replace("1000 2000 0 0,", "1000 2000 0,"),
        _WHOLE.replace("1000 2000 0 0,", "1000 2000 '0 0,"),
        _WHOLE.replace("1000 2000 0 0,", "1000 2000 0 -1,"),
        _WHOLE.replace("1000 2000 0 0,", "1000 2000 0 65536,"),
        _WHOLE.replace("1000 2000", "1e3 2000"),
        _WHOLE.replace('name="F"', 'name="S"'),
        _WHOLE.replace('tool="pen"', 'tool="foot"'),
        _WHOLE.replace("<definitions>", "<definitions><traceFormat/>"),
        _WHOLE.replace("</ink>", "<trace></trace></ink>"),
        _WHOLE.replace('encoding="UTF-8"?>', 'encoding="UTF-8"?><!DOCTYPE ink>'),
        _WHOLE.replace('"UTF-8"?>', '"UTF-8"?><!DOCTYPE ink [<!ENTITY a "1">]>').replace("1000 2000", "&a; 2000"),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InkFileError) as caught:
        from_inkml(text, "x.inkml")
    assert (caught.value.code, caught.value.facts) == ("NO_INK", {"source": "x.inkml"})


def test_an_endless_file_is_refused_unread() -> None:
    with pytest.raises(InkFileError) as caught:
        from_inkml(_WHOLE + " " * LARGEST_FILE, "x.inkml")
    assert caught.value.code == "INK_TOO_LARGE"
