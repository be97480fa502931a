"""Makes a composed PDF conform to PDF/A-3b: metadata, output intent, attachments, file structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String

from kpu_desk.pdf.unused_fonts import drop_unused_fonts

PRODUCER = "KPU Desk"

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """What a document says about itself, in Info and in XMP alike.

    Args:
        title: the document's title.
        author: the office.
        subject: one sentence about the document.
        keywords: search words, separated by commas.
        created: aware time of composing.
        language: natural language of the text (BCP 47).
        producer: the program that made it.
    """

    title: str
    author: str
    subject: str
    keywords: str
    created: datetime
    language: str = "id-ID"
    producer: str = PRODUCER


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document (PDF/A-3: ISO 19005-3, 6.8).

    Args:
        name: file name, unique in the document.
        mime: media type such as ``application/json``.
        data: the file's bytes.
        relationship: what the file is to the document.
        description: one sentence for the reader.
        modified: aware time of its last change.
    """

    name: str
    mime: str
    data: bytes
    relationship: Relationship
    description: str
    modified: datetime


def conform(pdf: bytes | pikepdf.Pdf, *, meta: DocumentMeta, attachments: Sequence[Attachment] = ()) -> bytes:
    """Write a document as PDF/A-3b; the same input gives the same bytes.

    Every font must already be embedded and every colour be RGB or grey. ``/ID`` comes from the content.

    Args:
        pdf: a composed document; one passed open stays open and is changed.
        meta: what the document says about itself; control characters become spaces.
        attachments: files to carry, in the order in which readers show them.
    """
    document = pikepdf.open(BytesIO(pdf)) if isinstance(pdf, bytes) else pdf
    _drop_leftovers(document)
    _write_metadata(document, meta)
    _write_output_intent(document)
    _write_attachments(document, attachments)
    output = BytesIO()
    document.save(
        output,
        force_version="1.7",
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable,
        compress_streams=True,
        deterministic_id=True,
    )
    if isinstance(pdf, bytes):
        document.close()
    return output.getvalue()


def _drop_leftovers(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        # ReportLab writes an empty transition dictionary, which PDF/A forbids.
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
    for key in ("/PageMode", "/OpenAction", "/AA", "/Outlines"):
        if key in document.Root:
            del document.Root[key]
    drop_unused_fonts(document)
    for item in document.objects:
        # ReportLab names one filter as a list of one, which makes qpdf inflate and deflate the stream once more.
        if isinstance(item, pikepdf.Stream) and isinstance(item.get("/Filter"), Array) and len(item.Filter) == 1:
            item.Filter = item.Filter[0]


def _write_metadata(document: pikepdf.Pdf, meta: DocumentMeta) -> None:
    created = meta.created.replace(microsecond=0)
    fields = {
        "Title": _plain(meta.title),
        "Author": _plain(meta.author),
        "Subject": _plain(meta.subject),
        "Keywords": _plain(meta.keywords),
        "Creator": _plain(meta.producer),
        "Producer": _plain(meta.producer),
    }
    info = Dictionary({f"/{name}": String(value) for name, value in fields.items()})
    info.CreationDate = String(pdf_date(created))
    info.ModDate = String(pdf_date(created))
    document.trailer.Info = document.make_indirect(info)
    xmp = document.make_stream(_xmp(fields, created.isoformat(), _plain(meta.language)))
    xmp.Type = Name.Metadata
    xmp.Subtype = Name.XML
    document.Root.Metadata = xmp
    document.Root.Lang = String(_plain(meta.language))
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _xmp(fields: dict[str, str], created: str, language: str) -> bytes:
    # Written out, not through a library: one form, one order, equal to Info entry by entry
    # (ISO 19005-3, 6.6.2.3 and 6.6.4).
    value = {name: escape(text) for name, text in fields.items()}
    text = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{value["Title"]}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{value["Author"]}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{value["Subject"]}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{value["Keywords"]}</pdf:Keywords>
<pdf:Producer>{value["Producer"]}</pdf:Producer>
<xmp:CreatorTool>{value["Creator"]}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:MetadataDate>{created}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
    return text.encode("utf-8")


def _write_output_intent(document: pikepdf.Pdf) -> None:
    profile = document.make_stream(_srgb())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


@cache
def _srgb() -> bytes:
    # The zlib-licensed profile that pikepdf ships for the same purpose.
    return files("pikepdf").joinpath("pdfa", "data", "sRGB.icc").read_bytes()


def _write_attachments(document: pikepdf.Pdf, attachments: Sequence[Attachment]) -> None:
    if not attachments:
        return
    by_name: dict[str, pikepdf.Object] = {}
    associated = []
    for attachment in attachments:
        stream = document.make_stream(attachment.data)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name(f"/{attachment.mime}")
        stream.Params = Dictionary(
            ModDate=String(pdf_date(attachment.modified.replace(microsecond=0))), Size=len(attachment.data)
        )
        spec = Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            AFRelationship=Name(f"/{attachment.relationship}"),
            Desc=String(_plain(attachment.description)),
            EF=Dictionary(F=stream, UF=stream),
        )
        reference = document.make_indirect(spec)
        associated.append(reference)
        by_name[attachment.name] = reference
    # A name tree is sorted by key (ISO 32000-1, 7.9.6).
    pairs = [item for name in sorted(by_name) for item in (String(name), by_name[name])]
    document.Root.AF = Array(associated)
    document.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(pairs)))


def pdf_date(moment: datetime) -> str:
    """An aware time as a PDF date (ISO 32000-1, 7.9.4), such as ``D:20260122094100+07'00'``."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a date in a document must be aware")
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"D:{moment:%Y%m%d%H%M%S}{sign}{hours:02}'{rest:02}'"


def _plain(text: str) -> str:
    # XML 1.0 has no place for most control characters, and a title is one line.
    return " ".join("".join(" " if ord(char) < 32 or ord(char) == 127 else char for char in text).split())
