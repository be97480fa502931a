"""The XMP packet of a document: what it is, which standards it keeps to, and what an archive wants to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape


@dataclass(frozen=True, slots=True)
class Archive:
    """Archival metadata in the words of Dublin Core, which every archive reads and PDF/A knows without a description.

    Attributes:
        identifier: number, serial and content digest of the record (``dc:identifier``).
        kinds: kind of document and its class in the office's filing plan (``dc:type``).
        contributors: who signed (``dc:contributor``).
        dates: day of the ceremony, ISO 8601 (``dc:date``).
        publisher: the office that keeps the record (``dc:publisher``).
        coverage: place and region (``dc:coverage``).
        source: digest of the sheet that the record was made of (``dc:source``).
        relations: the record before it in the chain, and the one it takes the place of (``dc:relation``).
        rights: its legal kind (``dc:rights``).
    """

    identifier: str = ""
    kinds: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    publisher: str = ""
    coverage: str = ""
    source: str = ""
    relations: tuple[str, ...] = ()
    rights: str = ""


Level = Literal["A", "B", ""]

_PDFA = """<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>{level}</pdfaid:conformance>
"""
# PDF/A knows no PDF/UA: its one property is described here (ISO 19005-3, 6.6.2.3.3).
PDFUA = """<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
_SPACES = """ xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
"""
SPACES_OF_PDFUA = """ xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
"""


def xmp_packet(info: Mapping[str, str], archive: Archive, *, created: str, language: str, level: Level) -> bytes:
    """The packet, the same for the same values.

    Written out, not through a library: one form, one order, equal to Info entry by entry (ISO 19005-3, 6.6.2.3 and
    6.6.4).

    Args:
        info: the entries of Info by name, plain.
        archive: what else an archive wants to know.
        created: time of composing, ISO 8601.
        language: BCP 47.
        level: what the document is: A for PDF/A-3a and PDF/UA-1, B for PDF/A-3b, empty for plain PDF.
    """
    value = {name: escape(text) for name, text in info.items()}
    parts = [
        _PDFA.format(level=level) if level else "",
        PDFUA if level == "A" else "",
        "<dc:format>application/pdf</dc:format>\n",
        _alternative("title", info["Title"]),
        _list("creator", "Seq", (info["Author"],)),
        _alternative("description", info["Subject"]),
        _list("language", "Bag", (language,)),
        _text("identifier", archive.identifier),
        _list("type", "Bag", archive.kinds),
        _list("contributor", "Bag", archive.contributors),
        _list("date", "Seq", archive.dates),
        _list("publisher", "Bag", (archive.publisher,)),
        _text("coverage", archive.coverage),
        _text("source", archive.source),
        _list("relation", "Bag", archive.relations),
        _alternative("rights", archive.rights) if archive.rights else "",
        f"<pdf:Keywords>{value['Keywords']}</pdf:Keywords>\n<pdf:Producer>{value['Producer']}</pdf:Producer>\n",
        f"<xmp:CreatorTool>{value['Creator']}</xmp:CreatorTool>\n",
        *(f"<xmp:{name}>{created}</xmp:{name}>\n" for name in ("CreateDate", "ModifyDate", "MetadataDate")),
    ]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about=""\n'
        f"{_SPACES}{SPACES_OF_PDFUA if level == 'A' else ''}>\n{''.join(parts)}</rdf:Description>\n"
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>\n'
    ).encode()


def plain(text: str) -> str:
    """The text on one line: XML 1.0 has no place for most control characters, and a title is one line."""
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(" " if ord(char) < 32 or ord(char) == 127 else char for char in text).split())


def _text(name: str, text: str) -> str:
    return f"<dc:{name}>{escape(plain(text))}</dc:{name}>\n" if text else ""


def _alternative(name: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(plain(text))}</rdf:li>'
    return f"<dc:{name}><rdf:Alt>{item}</rdf:Alt></dc:{name}>\n"


def _list(name: str, kind: str, texts: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(plain(text))}</rdf:li>" for text in texts if text)
    return f"<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}>\n" if items else ""
