"""The attacks of the literature on our own records: each refused, with the reason that an expert would give.

The names are those of Mladenov et al., "1 Trillion Dollar Refund" (2019): universal forgery (USF), incremental saving
(ISA), signature wrapping (SWA); of "Shadow Attacks" (2021): hide, replace, hide and replace; and of "Breaking the
Specification: PDF Certification" (2021): evil annotation (EAA) and sneaky signature (SSA).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm

from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.signature_bytes import find_in_bytes
from tests.pdf.sealed_sample import (
    AT,
    codes,
    gap,
    judge,
    key,
    other_key,
    sealed,
    sealed_with_padding,
    unsealed,
    with_plain_table,
)
from tests.pdf.updates import Update, entries, number, signed_again, updated

_SEEN_FROM_READERS = ["LATER_SIGNATURE", "FORBIDDEN_BY_SEAL"]


def _array(*items: Any) -> Any:
    return generic.ArrayObject(items)


# --- universal forgery: the signature's own entries are spoilt in an update ---------------------------------------


def _zeros() -> Any:
    return generic.ByteStringObject(bytes(64))


FORGERIES: dict[str, Callable[[Any], None]] = {
    "no contents": lambda value: value.__delitem__("/Contents"),
    "contents null": lambda value: value.__setitem__(pdf_name("/Contents"), generic.NullObject()),
    "contents empty": lambda value: value.__setitem__(pdf_name("/Contents"), generic.ByteStringObject(b"")),
    "contents zero": lambda value: value.__setitem__(pdf_name("/Contents"), _zeros()),
    "no byte range": lambda value: value.__delitem__("/ByteRange"),
    "byte range null": lambda value: value.__setitem__(pdf_name("/ByteRange"), generic.NullObject()),
    "byte range empty": lambda value: value.__setitem__(pdf_name("/ByteRange"), _array()),
    "byte range of zeros": lambda value: value.__setitem__(pdf_name("/ByteRange"), _array(*[number(0)] * 4)),
    "byte range negative": lambda value: value.__setitem__(
        pdf_name("/ByteRange"), _array(number(0), number(-1), number(1), number(9))
    ),
    "byte range of the whole": lambda value: value.__setitem__(
        pdf_name("/ByteRange"), _array(number(0), number(0), number(0), number(10**9))
    ),
    "byte range of names": lambda value: value.__setitem__(pdf_name("/ByteRange"), _array(*[pdf_name("/A")] * 4)),
    "another filter": lambda value: value.__setitem__(pdf_name("/SubFilter"), pdf_name("/adbe.x509.rsa_sha1")),
    "no type": lambda value: value.__delitem__("/Type"),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_universal_forgery(forgery: str) -> None:
    def spoil(writer: Update) -> None:
        value = writer.root["/AcroForm"]["/Fields"][0]["/V"]
        FORGERIES[forgery](value)
        writer.update_container(value)
        writer.page()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))

    report = judge(updated(spoil))
    assert report.verdict is Verdict.CHANGED
    assert codes(report)[0] in ("SIGNATURE_DETACHED", "SIGNATURE_REPLACED", "BYTES_APPENDED", "PAGE_CHANGED")


# --- incremental saving -------------------------------------------------------------------------------------------


def _new_page_text() -> bytes:
    return b"\n999 0 obj\n<</Length 3>>stream\nq Q\nendstream\nendobj\n"


def _signature_object(data: bytes | None = None) -> bytes:
    data = data or sealed()
    start = data.rindex(b" obj", 0, gap(data)[0])
    start = data.rindex(b"\n", 0, start) + 1
    return data[start : data.index(b"endobj", start) + 6] + b"\n"


@pytest.mark.parametrize(
    "tail",
    [
        _new_page_text(),
        _new_page_text() + b"trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n",
        _new_page_text() + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n",
        _new_page_text() + _signature_object(),
        _new_page_text() + _signature_object() + b"trailer\n<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF\n",
        b"\n%" + b"komentar " * 50 + b"\n%%EOF\n",
    ],
)
def test_incremental_saving_without_a_table(tail: bytes) -> None:
    report = judge(sealed() + tail)
    assert report.verdict is Verdict.CHANGED
    assert codes(report)[0] in ("BYTES_APPENDED", "SIGNATURE_DETACHED")


# --- signature wrapping ---------------------------------------------------------------------------------------------


def _wrapped() -> bytes:
    """The second signed part is moved away; where its table was lies another, which leads to another byte range."""
    data = seal_pdf(with_plain_table(unsealed()), key(), at=AT, reason="Segel", location="Jakarta")
    start, resume = gap(data)
    rest = find_in_bytes(data)[0].byte_range[3]
    contents = data[start:resume]
    place = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    old_table = data[place : data.rindex(b"startxref")]
    signature = _signature_object(data)
    at = data.index(signature)
    forged_at = place + len(old_table) + 200
    moved = forged_at + len(contents) + 1_000

    def row(found: re.Match[bytes]) -> bytes:
        offset = int(found.group(1))
        if offset == at:
            offset = forged_at
        elif offset >= resume:
            offset += moved - resume
        return b"%010d %s n" % (offset, found.group(2))

    table = re.sub(rb"(\d{10}) (\d{5}) n", row, old_table)
    forged = b"%d 0 obj\n<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 %d %d %d]/Contents %s>>\nendobj\n" % (
        int(signature.split()[0]),
        start,
        moved,
        rest,
        contents,
    )
    data_before = (data[:start] + contents).ljust(place, b" ") + table
    return (data_before.ljust(forged_at, b" ") + forged).ljust(moved, b" ") + data[resume:]


def test_signature_wrapping() -> None:
    report = judge(_wrapped())
    assert report.verdict is Verdict.CHANGED
    assert "UNSIGNED_BYTES_INSIDE" in codes(report)


def test_bytes_hidden_beside_the_contents() -> None:
    # As the wrapping above, in one step: the numbers are those of a stranger who signs a hole into his own file.
    data = sealed_with_padding()
    start, resume = gap(data)
    hole = b"(di sini isi yang tidak ditandatangani)>"
    forged = data[: resume - len(hole)] + hole + data[resume:]
    report = judge(forged)
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["UNSIGNED_BYTES_INSIDE"]
    assert start < resume


# --- shadow content: prepared before the seal, shown after it -----------------------------------------------------


@cache
def _prepared() -> bytes:
    """A record that was sealed with things in it that are not shown yet."""
    with pikepdf.open(BytesIO(unsealed())) as document:
        page = document.pages[0]
        cover = document.make_stream(b"1 g 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        letters = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources.Font = Dictionary(Huruf=document.make_indirect(letters))
        page.obj.Resources.XObject = Dictionary(Tutup=cover)
        page.contents_add(document.make_stream(b"q /Tutup Do Q"))
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name="Lapisan"))
        document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 99, 99], Contents="tutup")
        page.obj.Annots = Array([document.make_indirect(note)])
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="jumlah", V="1.000", Rect=[9, 9, 99, 30], F=4
        )
        look = document.make_stream(b"BT (9.000) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 90, 21])
        field.AP = Dictionary(N=look)
        widget = document.make_indirect(field)
        page.obj.Annots.append(widget)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        document.Root.AcroForm = Dictionary(Fields=Array([widget]), DR=Dictionary(Font=Dictionary(Helv=font)))
        spare = Dictionary({str(name): page.obj[name] for name in page.obj.keys()})  # noqa: SIM118 - no iteration
        spare.Contents = document.make_stream(b"q Q")
        document.Root.Cadangan = document.make_indirect(spare)
        output = BytesIO()
        document.save(output)
    return seal_pdf(output.getvalue(), key(), at=AT, reason="x", location="y")


def _uncover(writer: Update) -> None:
    form = writer.page()["/Resources"]["/XObject"].raw_get("/Tutup")
    header = entries(Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=_array(*[number(0)] * 4))
    writer.objects[(form.generation, form.idnum)] = generic.StreamObject(header, stream_data=b"")


def _lift_the_note(writer: Update) -> None:
    page = writer.page()
    page["/Annots"] = _array(*(page["/Annots"].raw_get(place) for place in range(1, len(page["/Annots"]))))


def _show_the_layer(writer: Update) -> None:
    del writer.root["/OCProperties"]["/D"]["/OFF"]
    writer.update_container(writer.root["/OCProperties"])


def _show_the_spare_page(writer: Update) -> None:
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    spare = writer.root["/Cadangan"]
    copy = entries(**{str(name)[1:]: spare.raw_get(name) for name in spare})
    writer.objects[(page.generation, page.idnum)] = copy


def _swap_a_font(writer: Update) -> None:
    fonts = writer.page()["/Resources"]["/Font"]
    name = next(iter(fonts))
    font = fonts.raw_get(name)
    writer.objects[(font.generation, font.idnum)] = entries(
        Type=pdf_name("/Font"), Subtype=pdf_name("/Type1"), BaseFont=pdf_name("/Symbol")
    )


def _true() -> Any:
    make: Any = generic.BooleanObject
    return make(True)


def _draw_entries_anew(writer: Update) -> None:
    writer.root["/AcroForm"][pdf_name("/NeedAppearances")] = _true()
    writer.update_container(writer.root["/AcroForm"])


def _swap_the_form_font(writer: Update) -> None:
    writer.root["/AcroForm"]["/DR"]["/Font"]["/Helv"][pdf_name("/BaseFont")] = pdf_name("/Symbol")
    writer.update_container(writer.root["/AcroForm"])


def _second_face(writer: Update) -> None:
    page = writer.page()
    field = page["/Annots"].raw_get(1)
    face = entries(
        Type=pdf_name("/Annot"),
        Subtype=pdf_name("/Widget"),
        Parent=field,
        Rect=_array(*(number(n) for n in (0, 0, 500, 800))),
    )
    page["/Annots"] = _array(
        *(page["/Annots"].raw_get(place) for place in range(len(page["/Annots"]))), writer.add_object(face)
    )


def _move_the_field(writer: Update) -> None:
    widget = writer.page()["/Annots"][1]
    widget[pdf_name("/Rect")] = _array(*(number(n) for n in (300, 300, 500, 320)))
    writer.update_container(widget)


def test_the_prepared_record_itself_is_valid() -> None:
    assert judge(_prepared()).verdict is Verdict.VALID


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_uncover, "PAGE_CHANGED"),
        (_lift_the_note, "ANNOTATION_CHANGED"),
        (_show_the_layer, "DOCUMENT_CHANGED"),
        (_show_the_spare_page, "PAGE_CHANGED"),
        (_swap_a_font, "PAGE_CHANGED"),
        (_draw_entries_anew, "DOCUMENT_CHANGED"),
        (_swap_the_form_font, "DOCUMENT_CHANGED"),
        (_second_face, "ANNOTATION_CHANGED"),
        (_move_the_field, "FORM_FIELD_CHANGED"),
    ],
)
def test_shadow_content(change: Callable[[Update], None], code: str) -> None:
    report = judge(updated(change, _prepared()))
    assert report.verdict is Verdict.CHANGED
    assert codes(report)[0] == code


# --- fields that a signature locks -----------------------------------------------------------------------------------


@cache
def _form_of_a_stranger() -> bytes:
    """A form with two text fields, not signed yet."""
    with pikepdf.open(BytesIO(unsealed())) as document:
        fields = [
            document.make_indirect(
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=name, V="1", Rect=[9, top, 99, top + 20], F=4
                )
            )
            for name, top in (("jumlah", 9), ("catatan", 50))
        ]
        document.pages[0].obj.Annots = Array(fields)
        document.Root.AcroForm = Dictionary(Fields=Array(fields))
        output = BytesIO()
        document.save(output)
    return output.getvalue()


@pytest.mark.parametrize(
    ("lock", "verdict", "code"),
    [
        (None, Verdict.LATER_CHANGES, "LATER_FORM_ENTRY"),
        (FieldMDPSpec(FieldMDPAction.ALL), Verdict.CHANGED, "LOCKED_FIELD_CHANGED"),
        (FieldMDPSpec(FieldMDPAction.INCLUDE, ["jumlah"]), Verdict.CHANGED, "LOCKED_FIELD_CHANGED"),
        (FieldMDPSpec(FieldMDPAction.INCLUDE, ["catatan"]), Verdict.LATER_CHANGES, "LATER_FORM_ENTRY"),
        (FieldMDPSpec(FieldMDPAction.EXCLUDE, ["jumlah"]), Verdict.LATER_CHANGES, "LATER_FORM_ENTRY"),
        (FieldMDPSpec(FieldMDPAction.EXCLUDE, ["catatan"]), Verdict.CHANGED, "LOCKED_FIELD_CHANGED"),
    ],
)
def test_entries_after_a_signature(lock: FieldMDPSpec | None, verdict: Verdict, code: str) -> None:
    def fill_in(writer: Update) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0]
        field[pdf_name("/V")] = pdf_string("9.000")
        writer.update_container(field)

    signed = signed_again(_form_of_a_stranger(), other_key(), lock=lock)
    assert judge(signed).verdict is Verdict.INTACT_UNKNOWN_SIGNER
    report = judge(updated(fill_in, signed))
    assert report.verdict is verdict
    assert codes(report) == [code]


# --- tags that name the fields ------------------------------------------------------------------------------------


def _tagged_form() -> bytes:
    with pikepdf.open(BytesIO(unsealed())) as document:
        page = document.pages[0].obj
        fields = [
            document.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=name, Rect=[0, 0, 0, 0], F=4, P=page)
            )
            for name in ("Pertama", "Kedua")
        ]
        page.Annots = Array(fields)
        document.Root.AcroForm = Dictionary(Fields=Array(fields), SigFlags=3)
        leaves = [Dictionary(Type=Name.OBJR, Obj=field, Pg=page) for field in fields]
        part = Dictionary(Type=Name.StructElem, S=Name.Form, Alt="Kolom", K=Array(leaves))
        document.Root.StructTreeRoot = document.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=document.make_indirect(part))
        )
        output = BytesIO()
        document.save(output)
    return output.getvalue()


def test_a_tagged_form_is_signed_by_one_after_the_other() -> None:
    first = signed_again(_tagged_form(), other_key(), "Pertama")
    report = judge(signed_again(first, key(), "Kedua"))
    assert report.verdict is Verdict.LATER_CHANGES
    assert codes(report) == ["LATER_SIGNATURE"]


def test_what_tags_say_cannot_be_changed() -> None:
    def retell(writer: Update) -> None:
        part = writer.root["/StructTreeRoot"]["/K"]
        part[pdf_name("/Alt")] = pdf_string("Kolom lain")
        writer.update_container(part)

    report = judge(updated(retell, signed_again(_tagged_form(), other_key(), "Pertama")))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["DOCUMENT_CHANGED"]


# --- on a certified file -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["/FreeText", "/Stamp", "/Redact", "/Square", "/Link", "/FileAttachment"])
def test_evil_annotation(kind: str) -> None:
    def annotate(writer: Update) -> None:
        page = writer.page()
        corners = _array(*(number(n) for n in (0, 0, 595, 842)))
        cover = generic.StreamObject(
            entries(Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=corners),
            stream_data=b"1 g 0 0 595 842 re f",
        )
        note = entries(Type=pdf_name("/Annot"), Subtype=pdf_name(kind), Rect=corners, Contents=pdf_string("Rp9.000"))
        note[pdf_name("/AP")] = entries(N=writer.add_object(cover))
        page["/Annots"] = _array(*page["/Annots"], writer.add_object(note))

    report = judge(updated(annotate))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["LATER_ANNOTATION", "FORBIDDEN_BY_SEAL"]


def test_sneaky_signature() -> None:
    for certify in (False, True):
        report = judge(signed_again(sealed(), other_key(), certify=certify))
        assert report.verdict is not Verdict.VALID
        assert "FORBIDDEN_BY_SEAL" in codes(report) or report.verdict is Verdict.CHANGED
    assert codes(judge(signed_again(sealed(), other_key()))) == _SEEN_FROM_READERS


def test_our_own_second_seal_over_a_sealed_record() -> None:
    report = judge(signed_again(sealed(), key()))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == _SEEN_FROM_READERS


def test_a_weaker_certification_put_in_place_of_ours() -> None:
    def weaken(writer: Update) -> None:
        rules = writer.root["/AcroForm"]["/Fields"][0]["/V"]["/Reference"][0]["/TransformParams"]
        rules[pdf_name("/P")] = number(MDPPerm.ANNOTATE.value)
        writer.update_container(rules)
        page = writer.page()
        note = entries(Type=pdf_name("/Annot"), Subtype=pdf_name("/FreeText"), Contents=pdf_string("BATAL"))
        page["/Annots"] = _array(*page["/Annots"], writer.add_object(note))

    report = judge(updated(weaken))
    assert report.verdict is Verdict.CHANGED
    assert codes(report)[0] in ("SIGNATURE_REPLACED", "DOCUMENT_CHANGED")


# --- what a vendor or a signer put there by rule -------------------------------------------------------------------


def test_a_vendors_usage_rights_are_nobodys_signature() -> None:
    rights = b"<</Type/Sig/ByteRange[0 9 20 50]/Contents<00>/Reference[<</TransformMethod /UR3/TransformParams<<>>>>]>>"
    with pikepdf.open(BytesIO(unsealed())) as document:
        value = document.make_indirect(pikepdf.Object.parse(rights))
        document.Root.Perms = Dictionary(UR3=value)
        output = BytesIO()
        document.save(output, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert judge(output.getvalue()).verdict is Verdict.NO_SIGNATURE


def test_our_seal_cannot_be_called_usage_rights() -> None:
    def call_so(writer: Update) -> None:
        value = writer.root["/AcroForm"]["/Fields"][0].raw_get("/V")
        writer.root[pdf_name("/Perms")] = entries(UR3=value)
        del writer.root["/AcroForm"]
        writer.mark_update(writer.root_ref)

    report = judge(updated(call_so))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["SIGNATURE_DETACHED"]
