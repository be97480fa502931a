"""The shipped files: found, complete, and faces that ReportLab embeds as they are."""

from __future__ import annotations

import io
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kpu_desk import resources

PAPER = sorted(path.name for path in resources.resource_path("fonts").glob("*.ttf"))
ICONS = sorted(path.name for path in resources.resource_path("icons").glob("*.svg"))
OFFICE_TEXT = "PAKTA INTEGRITAS “Nomor 12/2026” – Anak Agung Gde Ñusa, Đani, Řena, S.H. § € … • − × ½ ‑ ©"


def test_a_resource_is_found_by_its_name() -> None:
    assert resources.resource_path("style", "desk.qss").is_file()
    assert "QPushButton" in resources.read_text("style", "desk.qss")
    assert resources.read_bytes("fonts", "KpuSans-Regular.ttf")[:4] == b"\0\1\0\0"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/Tiada\.ttf"):
        resources.resource_path("fonts", "Tiada.ttf")


@pytest.mark.parametrize("parts", [("..", "pyproject.toml"), ("fonts", "..", "..", "x"), ("/etc/passwd",)])
def test_nothing_outside_the_folder_is_handed_out(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=parts[-1]):
        resources.resource_path(*parts)


def test_a_frozen_bundle_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tmp_path / "resources" / "style" / "desk.qss"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("from the bundle", encoding="utf-8")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    resources.resource_root.cache_clear()
    try:
        assert resources.read_text("style", "desk.qss") == "from the bundle"
    finally:
        resources.resource_root.cache_clear()


def test_four_styles_of_both_paper_families_are_shipped_and_small() -> None:
    assert len(PAPER) == 8
    assert sum(p.stat().st_size for p in resources.resource_path("fonts").iterdir()) < 1_500_000


@pytest.mark.parametrize("name", PAPER)
def test_a_paper_face_is_plain_and_may_be_embedded(name: str) -> None:
    face = TTFont(name.removesuffix(".ttf"), str(resources.resource_path("fonts", name))).face
    assert {"cvt ", "fpgm", "prep", "kern", "GPOS", "GSUB"}.isdisjoint(face.table)
    where = face.table["OS/2"]["offset"]
    data = resources.read_bytes("fonts", name)
    assert struct.unpack_from(">H", data, where + 8) == (0,), "fsType: installable embedding"
    assert face.name.decode().startswith("KPUDeskS")
    for reserved in (b"Liberation", b"TeXGyre", b"TeX Gyre"):
        assert reserved not in face.name
    assert [c for c in OFFICE_TEXT if not face.charToGlyph.get(ord(c))] == []


@pytest.mark.parametrize("name", PAPER)
def test_an_embedded_subset_is_small_and_repeatable(name: str) -> None:
    def page() -> bytes:
        pdfmetrics.registerFont(TTFont("face", str(resources.resource_path("fonts", name))))
        out = io.BytesIO()
        canvas = Canvas(out, invariant=1)
        canvas.setFont("face", 12)
        canvas.drawString(72, 700, OFFICE_TEXT)
        canvas.save()
        return out.getvalue()

    first = page()
    assert first == page()
    assert len(first) < 20_000


def test_sans_has_the_widths_of_arial() -> None:
    # Adobe's Helvetica metrics, which Arial shares for these characters, come with ReportLab.
    face = TTFont("KpuSans", str(resources.resource_path("fonts", "KpuSans-Regular.ttf")))
    for text in ("Perjanjian Kinerja", "0123456789", "SEKRETARIS"):
        expected = pdfmetrics.stringWidth(text, "Helvetica", 1000)
        assert face.stringWidth(text, 1000) == pytest.approx(expected, abs=len(text))


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_plain_svg_in_the_house_style(name: str) -> None:
    root = ET.fromstring(resources.read_text("icons", name))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    allowed = {"svg", "path", "circle", "rect"}
    assert {element.tag.split("}")[1] for element in root.iter()} <= allowed
    if name != "kpu-desk.svg" and not name.startswith("mark-"):
        assert root.get("viewBox") == "0 0 24 24"
        assert root.get("stroke-width") == "1.75"
        assert root.get("stroke") == "currentColor"


def test_each_family_of_faces_lies_beside_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in resources.read_text("fonts", "OFL.txt")
    assert "GUST Font License" in resources.read_text("fonts", "GUST-FONT-LICENSE.txt")
