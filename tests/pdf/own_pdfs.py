"""PDFs as offices bring them, made on the spot: from ReportLab, a scanner, and with all that must not come along."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kpu_desk.pdf.fonts import Face, use

ANCHOR = "${ttd_pembuat}"
HTML = (
    "<html><head><meta charset='utf-8'></head><body><h1 style='color:#8A1C1C'>SURAT PERNYATAAN</h1>"
    "<p>Saya bersedia, lihat <a href='https://example.org'>laman</a>.</p><br><br><p>${ttd_pembuat}</p></body></html>"
)


def libreoffice(folder: Path) -> bytes:
    """A page as LibreOffice Writer exports it; the test is skipped where there is none."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "surat.html").write_text(HTML, "utf-8")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profil", "--convert-to"]
    command += ["pdf:writer_web_pdf_Export", "--outdir", str(folder), str(folder / "surat.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "surat.pdf").read_bytes()


def chromium(folder: Path) -> bytes:
    """A page as Chromium prints it; the test is skipped where there is none."""
    if shutil.which("chromium") is None:
        pytest.skip("Chromium is not installed")
    (folder / "surat.html").write_text(HTML, "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profil"]
    command += [f"--print-to-pdf={folder}/surat.pdf", str(folder / "surat.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "surat.pdf").read_bytes()


def letter(pages: int = 1, *, size: tuple[float, float] = A4, anchor: str = ANCHOR) -> bytes:
    """A statement as ReportLab writes it, embedded font, coloured heading; ``anchor`` on the last page."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFillColorRGB(0.54, 0.11, 0.11)
        canvas.setFont(use(Face.SERIF_BOLD), 15)
        canvas.drawCentredString(size[0] / 2, size[1] - 90, "SURAT PERNYATAAN KESEDIAAN")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont(use(Face.SERIF), 12)
        for line in range(8):
            canvas.drawString(72, size[1] - 140 - 16 * line, f"Baris {line + 1} halaman {page}: bersedia bertugas.")
        if page == pages:
            canvas.drawString(330, 320, "Yang membuat pernyataan,")
            canvas.drawString(330, 240, anchor)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan() -> bytes:
    """A page as an office scanner makes it: one grey JPEG at 150 dpi and no text."""
    picture = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(picture)
    for line in range(20):
        draw.line((150, 200 + 60 * line, 1090 - 11 * line, 203 + 60 * line), fill=40, width=9)
    out = BytesIO()
    picture.save(out, "PDF", resolution=150)
    return out.getvalue()


def changed(change: str, data: bytes | None = None) -> bytes:
    """A letter with one thing more that a ready document may hold."""
    with pikepdf.open(BytesIO(data or letter())) as pdf:
        _CHANGES[change](pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def _annotate(pdf: pikepdf.Pdf, **values: Any) -> pikepdf.Object:
    item = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([100, 100, 200, 130]), **values))
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get(Name.Annots, []), item])
    return item


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _page_action(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def _link(pdf: pikepdf.Pdf) -> None:
    _annotate(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://example.org")))


def _submit(pdf: pikepdf.Pdf) -> None:
    _annotate(pdf, Subtype=Name.Link, A=Dictionary(S=Name.SubmitForm, F=String("https://example.org")))


def _launch(pdf: pikepdf.Pdf) -> None:
    _annotate(pdf, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("program.exe")))


def _media(pdf: pikepdf.Pdf) -> None:
    _annotate(pdf, Subtype=Name.RichMedia)


def _file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["program.exe"] = b"MZ"


def _xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))


def _appearance(pdf: pikepdf.Pdf, content: bytes) -> pikepdf.Object:
    form = pdf.make_stream(content)
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 30])
    return form


def _form(pdf: pikepdf.Pdf) -> None:
    look = Dictionary(N=_appearance(pdf, b"0 0 1 rg 5 5 90 20 re f"))
    field = _annotate(pdf, Subtype=Name.Widget, FT=Name.Tx, T=String("nama"), V=String("isi"), AP=look, F=4)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def _comment(pdf: pikepdf.Pdf) -> None:
    look = Dictionary(N=_appearance(pdf, b"1 0 0 RG 3 w 5 5 90 20 re S"))
    _annotate(pdf, Subtype=Name.Square, AP=look, F=4)


def _field(pdf: pikepdf.Pdf) -> None:
    field = _annotate(pdf, Subtype=Name.Widget, FT=Name.Sig, T=String("Tanda tangan"), F=4)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def _hidden_layer(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("tersembunyi")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(Lapis=layer)
    hidden = pdf.make_stream(b"\n/OC /Lapis BDC 0 0 0 rg 200 500 200 100 re f EMC\n")
    page.Contents = Array([page.Contents, hidden])


def _turned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Rotate = 90


def _cropped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.CropBox = Array([50, 200, 560, 800])
    pdf.pages[0].obj.Rotate = 270


def _portfolio(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Collection = Dictionary(Type=Name.Collection)


def _unit(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 2


_CHANGES = {
    "script": _script,
    "page action": _page_action,
    "link": _link,
    "submit": _submit,
    "launch": _launch,
    "media": _media,
    "file": _file,
    "xfa": _xfa,
    "form": _form,
    "comment": _comment,
    "field": _field,
    "hidden layer": _hidden_layer,
    "portfolio": _portfolio,
    "unit": _unit,
    "turned": _turned,
    "cropped": _cropped,
}
