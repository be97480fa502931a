"""Makes a composed PDF conform to PDF/A-3 and PDF/UA-1: metadata, output intent, attachments, file structure."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String
from PIL import ImageCms

from kpu_desk.pdf.structure import add_structure
from kpu_desk.pdf.tags import Structure
from kpu_desk.pdf.unused_fonts import drop_unused_fonts
from kpu_desk.pdf.xmp import Archive, Level, plain, xmp_packet

PRODUCER = "KPU Desk"
_PROFILE_DATE = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)

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
        archive: what an archive wants to know of a record; in XMP only.
    """

    title: str
    author: str
    subject: str
    keywords: str
    created: datetime
    language: str = "id-ID"
    producer: str = PRODUCER
    archive: Archive = field(default_factory=Archive)


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


def conform(
    pdf: bytes | pikepdf.Pdf,
    *,
    meta: DocumentMeta,
    attachments: Sequence[Attachment] = (),
    structure: Structure | None = None,
    level: Level | None = None,
) -> bytes:
    """Write a document as PDF/A-3a and PDF/UA-1, or as 3b where it has no structure; same input, same bytes.

    Every font must already be embedded and every colour be RGB or grey. ``/ID`` comes from the content.

    Args:
        pdf: a composed document; one passed open stays open and is changed.
        meta: what the document says about itself; control characters become spaces.
        attachments: files to carry, in the order in which readers show them.
        structure: of what is on the pages, where it is not in the document yet.
        level: what it may say of itself, where its pages are not all ours.
    """
    document = pikepdf.open(BytesIO(pdf)) if isinstance(pdf, bytes) else pdf
    _drop_leftovers(document)
    if structure is not None:
        add_structure(document, structure)
    if level is None:
        level = "A" if Name.StructTreeRoot in document.Root else "B"
    _write_metadata(document, meta, level)
    if level:
        _write_output_intent(document)
    elif Name.OutputIntents in document.Root:
        del document.Root.OutputIntents
    _write_attachments(document, attachments)
    output = BytesIO()
    document.save(
        output,
        force_version="1.7",
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
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
    for key in ("/PageMode", "/OpenAction", "/AA"):
        if key in document.Root:
            del document.Root[key]
    if "/ID" in document.trailer:
        # It shall come from this content, not from that of the sheet which the document began as.
        del document.trailer["/ID"]
    drop_unused_fonts(document)
    for item in document.objects:
        # ReportLab names one filter as a list of one, which makes qpdf inflate and deflate the stream once more.
        if isinstance(item, pikepdf.Stream) and isinstance(item.get("/Filter"), Array) and len(item.Filter) == 1:
            item.Filter = item.Filter[0]
            parameters = item.get("/DecodeParms")
            if isinstance(parameters, Array) and len(parameters) == 1:
                item.DecodeParms = parameters[0]


def _write_metadata(document: pikepdf.Pdf, meta: DocumentMeta, level: Level) -> None:
    created = meta.created.replace(microsecond=0)
    fields = {
        "Title": plain(meta.title),
        "Author": plain(meta.author),
        "Subject": plain(meta.subject),
        "Keywords": plain(meta.keywords),
        "Creator": plain(meta.producer),
        "Producer": plain(meta.producer),
    }
    info = Dictionary({f"/{name}": String(value) for name, value in fields.items()})
    info.CreationDate = String(pdf_date(created))
    info.ModDate = String(pdf_date(created))
    document.trailer.Info = document.make_indirect(info)
    packet = xmp_packet(fields, meta.archive, created=created.isoformat(), language=meta.language, level=level)
    xmp = document.make_stream(packet)
    xmp.Type = Name.Metadata
    xmp.Subtype = Name.XML
    document.Root.Metadata = xmp
    document.Root.Lang = String(plain(meta.language))
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


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
    # LittleCMS writes the curve as a formula, a fifth of a profile with a table; only the day is not always the same.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + _PROFILE_DATE + profile[36:]


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
            Desc=String(plain(attachment.description)),
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
