"""Files made to hang, to fill the memory or to kill whoever reads them; each small, none from anywhere."""

from __future__ import annotations

import zlib

_MEGABYTE = 1_000_000


def pdf_of(objects: dict[int, bytes], *, root: int = 1, extra: bytes = b"") -> bytes:
    """A whole file with a right table of the objects given."""
    parts, places = [b"%PDF-1.7\n"], {}
    size = len(parts[0])
    for number, body in objects.items():
        places[number] = size
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        parts.append(part)
        size += len(part)
    rows = [b"0000000000 65535 f \n"]
    last = max(objects)
    rows += [
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
        for number in range(1, last + 1)
    ]
    table = b"xref\n0 %d\n%s" % (last + 1, b"".join(rows))
    trailer = b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, root, extra, size)
    return b"".join(parts) + table + trailer


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object of bytes as they are."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def spaces(megabytes: int) -> bytes:
    """So many megabytes of spaces, deflated to a thousandth; without the end, which nobody should reach."""
    # After a full flush every block stands for itself, so one is packed and repeated.
    packer = zlib.compressobj(9)
    start = packer.compress(b" ") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * _MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * megabytes


def one_page(**objects: bytes) -> dict[int, bytes]:
    """Catalogue, page tree and one page; further objects from 4 on by their names ``o4``, ``o5`` …"""
    base = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    }
    return base | {int(name[1:]): body for name, body in objects.items()}


def deflate_bomb_of_objects(megabytes: int = 4_000) -> bytes:
    """The catalogue lies in an object stream that inflates to gigabytes, reached by a table in a stream."""
    bomb = stream(spaces(megabytes), b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    head = b"%PDF-1.7\n"
    first = b"1 0 obj\n" + bomb + b"\nendobj\n"
    rows = b"".join(
        kind.to_bytes(1) + place.to_bytes(4) + index.to_bytes(2)
        for kind, place, index in ((0, 0, 65_535), (1, len(head), 0), (2, 1, 0), (1, len(head) + len(first), 0))
    )
    table = stream(rows, b"/Type/XRef/Size 4/W[1 4 2]/Root 2 0 R")
    return head + first + b"3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(head) + len(first))


def deflate_bomb_of_table(megabytes: int = 4_000) -> bytes:
    """The file's own table of contents inflates to gigabytes."""
    head = b"%PDF-1.7\n"
    table = stream(spaces(megabytes), b"/Type/XRef/Size 4/W[1 4 2]/Root 2 0 R/Filter/FlateDecode")
    return head + b"3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(head))


def nested_arrays(depth: int = 2_000_000) -> bytes:
    """Arrays in arrays, deeper than any stack."""
    return pdf_of(one_page(o4=b"[" * depth + b"]" * depth), extra=b"/Info 4 0 R")


def nested_dictionaries(depth: int = 200_000) -> bytes:
    """Dictionaries in dictionaries under the form, where signatures are looked for."""
    return pdf_of(
        one_page(o1=b"<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>", o4=b"<</Fields[" * depth + b"]>>" * depth)
    )


def page_tree_in_a_circle() -> bytes:
    """A page tree whose branch is its own root."""
    return pdf_of(one_page(o2=b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"))


def page_tree_doubling(levels: int = 40) -> bytes:
    """Every branch names the next one twice: a million million pages out of forty objects."""
    objects = one_page()
    for level in range(levels):
        below = b"3 0 R" if level == levels - 1 else b"%d 0 R" % (11 + level)
        objects[10 + level] = b"<</Type/Pages/Parent 2 0 R/Kids[%s %s]/Count 2>>" % (below, below)
    objects[2] = b"<</Type/Pages/Kids[10 0 R]/Count 2>>"
    return pdf_of(objects)


def fields_in_a_circle() -> bytes:
    """Form fields that are each other's children and parents."""
    return pdf_of(
        one_page(
            o1=b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
            o4=b"<</T(a)/Kids[5 0 R]/Parent 5 0 R>>",
            o5=b"<</T(b)/Kids[4 0 R]/Parent 4 0 R>>",
        )
    )


def table_in_a_circle() -> bytes:
    """The previous table is this one."""
    whole = pdf_of(one_page())
    start = whole.index(b"xref\n0")
    return pdf_of(one_page(), extra=b"/Prev %d" % start)


def many_tables(count: int = 60_000) -> bytes:
    """Sixty thousand tables, each sending on to the one before."""
    data = bytearray(pdf_of(one_page()))
    previous = data.rindex(b"xref\n0")
    for _ in range(count):
        start = len(data)
        data += b"xref\n0 0\ntrailer\n<</Size 4/Root 1 0 R/Prev %d>>\n" % previous
        previous = start
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % previous


def huge_object_numbers() -> bytes:
    """Tables that speak of two thousand million objects."""
    data = pdf_of(one_page(), extra=b"/Info 2147483646 0 R")
    return data.replace(b"xref\n0 4", b"xref\n2147483640 4").replace(b"/Size 4", b"/Size 2147483647")


def endless_table() -> bytes:
    """A table that claims two thousand million rows."""
    return pdf_of(one_page()).replace(b"xref\n0 4\n", b"xref\n0 2147483647\n")


def huge_numbers() -> bytes:
    """Numbers, names and references no machine word holds."""
    digits = b"9" * 400
    return pdf_of(
        one_page(
            o1=b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
            o4=b"<</FT/Sig/T(x)/V<</Type/Sig/ByteRange[0 %s 5 %s]/Contents<00>>>>>" % (digits, digits),
        )
    )


def many_byte_ranges(count: int = 30_000) -> bytes:
    """Thousands of signatures, each claiming a gap that is the rest of the file."""
    head = pdf_of(one_page())
    size = len(head) + count * 40 + 10
    claims = b"".join(b"/ByteRange[0 %010d %010d 1]\n" % (len(head), size - 1) for _ in range(count))
    return head + b"<" + claims + b"0" * (size - len(head) - 2 - len(claims)) + b">\n"


def pages_without_end(count: int = 300_000) -> bytes:
    """Hundreds of thousands of pages, honest otherwise."""
    objects = one_page()
    objects[2] = b"<</Type/Pages/Kids[" + b" ".join(b"3 0 R" for _ in range(count)) + b"]/Count %d>>" % count
    return pdf_of(objects)


BOMBS = (
    deflate_bomb_of_objects,
    deflate_bomb_of_table,
    nested_arrays,
    nested_dictionaries,
    page_tree_in_a_circle,
    page_tree_doubling,
    fields_in_a_circle,
    table_in_a_circle,
    many_tables,
    huge_object_numbers,
    endless_table,
    huge_numbers,
    many_byte_ranges,
    pages_without_end,
)
