"""After our own seal: a time stamp, validation data and one prepared signature leave VALID; whatever else, CHANGED."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from kpu_desk.domain.verdict import Verdict
from kpu_desk.pdf.seal import LATER_FIELD, SEAL_FIELD, seal_pdf
from kpu_desk.pdf.verify import verify_pdf
from tests.pdf.later_parts import countersigned, stamped, with_room, with_validation_data
from tests.pdf.pdfa_gate import assert_pdfa_bytes
from tests.pdf.sealed_sample import AT, codes, judge, key, other_key, sealed, unsealed
from tests.pdf.updates import Update, entries, number, signed_again, updated

_IN_PASSING = {"LATER_METADATA", "LATER_EXTENSION"}
_Part = Callable[[bytes], bytes]


def _whole(*parts: _Part, record: bytes) -> bytes:
    for part in parts:
        record = part(record)
    return record


# --- what may follow -----------------------------------------------------------------------------------------------


def test_a_record_with_room_has_one_empty_invisible_field_and_may_only_be_signed_there() -> None:
    with pikepdf.open(BytesIO(with_room())) as document:
        seal, later = document.Root.AcroForm.Fields
        assert [str(field.T) for field in (seal, later)] == [SEAL_FIELD, LATER_FIELD]
        assert "/V" not in later
        assert [float(value) for value in later.Rect] == [0, 0, 0, 0]
        assert seal.V.Reference[0].TransformParams.P == 2
    assert with_room().startswith(unsealed())
    assert_pdfa_bytes(with_room())
    assert codes(judge(with_room())) == ["TRUSTED_SEAL"]
    again = seal_pdf(unsealed(), key(), at=AT, reason="Segel", location="Jakarta", later_signature=True)
    assert again == with_room()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((stamped,), {"LATER_TIMESTAMP"}),
        ((with_validation_data,), {"LATER_VALIDATION_DATA"}),
        ((with_validation_data, stamped), {"LATER_TIMESTAMP", "LATER_VALIDATION_DATA"}),
        ((stamped, with_validation_data, stamped), {"LATER_TIMESTAMP", "LATER_VALIDATION_DATA"}),
    ],
)
@pytest.mark.parametrize("room", [False, True])
def test_time_stamps_and_validation_data(parts: tuple[_Part, ...], expected: set[str], room: bool) -> None:
    report = judge(_whole(*parts, record=with_room() if room else sealed()))
    assert report.verdict is Verdict.VALID, report.reasons
    assert codes(report)[0] == "TRUSTED_SEAL"
    assert set(codes(report)[1:]) - _IN_PASSING == expected
    assert report.signatures[0].field == SEAL_FIELD
    assert not report.signatures[0].covers_whole_file


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((countersigned,), {"LATER_SIGNATURE"}),
        ((stamped, countersigned), {"LATER_SIGNATURE", "LATER_TIMESTAMP"}),
        (
            (countersigned, with_validation_data, stamped),
            {"LATER_SIGNATURE", "LATER_VALIDATION_DATA", "LATER_TIMESTAMP"},
        ),
    ],
)
def test_a_signature_in_the_prepared_field(parts: tuple[_Part, ...], expected: set[str]) -> None:
    report = judge(_whole(*parts, record=with_room()))
    assert report.verdict is Verdict.VALID, report.reasons
    assert set(codes(report)[1:]) - _IN_PASSING == expected
    signature = next(item for item in report.signatures if item.field == LATER_FIELD)
    assert (signature.signer, signature.intact, signature.trusted) == ("Penanda Tangan Uji", True, False)


def test_additions_do_not_make_an_unknown_office_known() -> None:
    whole = _whole(countersigned, stamped, record=with_room())
    assert verify_pdf(whole, (other_key().certificate_pem,)).verdict is Verdict.LATER_CHANGES


# --- signatures where none may be ----------------------------------------------------------------------------------


@pytest.mark.parametrize("parts", [(), (stamped,), (countersigned,)])
def test_a_signature_in_another_field(parts: tuple[_Part, ...]) -> None:
    record = _whole(*parts, record=with_room())
    for whole in (countersigned(record, "Lain"), signed_again(record, key(), "Lain")):
        report = judge(whole)
        assert report.verdict is Verdict.CHANGED
        assert "FORBIDDEN_BY_SEAL" in codes(report)


def test_a_record_without_room_cannot_be_signed_at_all() -> None:
    for field in (LATER_FIELD, "Lain"):
        for by in (key(), other_key()):
            report = judge(signed_again(sealed(), by, field))
            assert report.verdict is Verdict.CHANGED
            assert codes(report) == ["LATER_SIGNATURE", "FORBIDDEN_BY_SEAL"]


def test_a_second_certification_in_the_prepared_field() -> None:
    report = judge(signed_again(with_room(), other_key(), LATER_FIELD, certify=True))
    assert report.verdict is Verdict.CHANGED


def test_a_seal_that_allows_forms_without_our_field_is_none_of_ours() -> None:
    with pikepdf.open(BytesIO(unsealed())) as document:
        field = document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="jumlah", V="1"))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        output = BytesIO()
        document.save(output)
    report = judge(seal_pdf(output.getvalue(), key(), at=AT, reason="x", location="y", later_signature=True))
    assert report.verdict is Verdict.CANNOT_VERIFY
    assert codes(report) == ["NOT_CERTIFIED"]


# --- a signature or a time stamp that brings more ------------------------------------------------------------------


def _content(writer: Update) -> None:
    writer.page()["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))


def _note(writer: Update) -> None:
    page = writer.page()
    corners = generic.ArrayObject([number(n) for n in (9, 9, 99, 99)])
    note = entries(Type=pdf_name("/Annot"), Subtype=pdf_name("/FreeText"), Rect=corners, Contents=pdf_string("BATAL"))
    page["/Annots"] = generic.ArrayObject(
        [*(page["/Annots"].raw_get(place) for place in range(len(page["/Annots"]))), writer.add_object(note)]
    )


def _spread_out(name: str) -> Callable[[Update], None]:
    """The field of this name covers the page, with a picture of its own."""

    def change(writer: Update) -> None:
        corners = generic.ArrayObject([number(n) for n in (0, 0, 595, 842)])
        look = generic.StreamObject(
            entries(Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=corners),
            stream_data=b"1 g 0 0 595 842 re f",
        )
        fields = writer.root["/AcroForm"]["/Fields"]
        place = next(n for n in range(len(fields)) if str(fields[n]["/T"]).startswith(name))
        fields[place][pdf_name("/AP")] = entries(N=writer.add_object(look))
        if name != SEAL_FIELD:
            fields[place][pdf_name("/Rect")] = corners
        writer.update_container(fields[place])

    return change


def _seal_reason(writer: Update) -> None:
    value = writer.root["/AcroForm"]["/Fields"][0]["/V"]
    value[pdf_name("/Reason")] = pdf_string("Batal")
    writer.update_container(value)


def _field_name(writer: Update) -> None:
    field = writer.root["/AcroForm"]["/Fields"][1]
    field[pdf_name("/TU")] = pdf_string("Disahkan oleh Ketua")
    writer.update_container(field)


def _defaults(writer: Update) -> None:
    writer.root["/AcroForm"][pdf_name("/DR")] = entries(Font=entries())
    writer.update_container(writer.root["/AcroForm"])


def _unused(writer: Update) -> None:
    writer.add_object(generic.StreamObject(stream_data=b"disimpan untuk nanti"))


def _language(writer: Update) -> None:
    writer.put("/Lang", pdf_string("en"))


def _extension(writer: Update) -> None:
    hidden = writer.add_object(generic.StreamObject(stream_data=b"q Q"))
    writer.put("/Extensions", entries(KPU=entries(BaseVersion=pdf_name("/1.7"), URL=hidden)))


_MORE = {
    "page content": _content,
    "note": _note,
    "seal's own entry": _seal_reason,
    "seal drawn": _spread_out(SEAL_FIELD),
    "name of the prepared field": _field_name,
    "prepared field drawn": _spread_out(LATER_FIELD),
    "form defaults": _defaults,
    "object that nothing leads to": _unused,
    "language": _language,
    "stream in an extension": _extension,
}


@pytest.mark.parametrize("more", _MORE)
@pytest.mark.parametrize("signed_by", [countersigned, stamped])
def test_what_comes_along_with_a_signature_or_a_time_stamp(more: str, signed_by: _Part) -> None:
    # The update lies between the seal and the signature, which covers it: every digest holds.
    report = judge(signed_by(updated(_MORE[more], with_room())))
    assert report.verdict is Verdict.CHANGED, report.reasons
    assert all(signature.intact for signature in report.signatures)


@pytest.mark.parametrize("more", _MORE)
def test_what_comes_after_a_signature(more: str) -> None:
    report = judge(updated(_MORE[more], countersigned(with_room())))
    assert report.verdict is Verdict.CHANGED, report.reasons


def test_a_time_stamp_that_is_drawn() -> None:
    assert judge(stamped(sealed(), (0, 0, 595, 842))).verdict is Verdict.CHANGED
    report = judge(stamped(updated(_spread_out("Timestamp"), stamped(sealed()))))
    assert report.verdict is Verdict.CHANGED
    report = judge(updated(_spread_out("Timestamp"), stamped(sealed())))
    assert report.verdict is Verdict.CHANGED


def test_the_prepared_field_emptied_or_filled_twice() -> None:
    def empty(writer: Update) -> None:
        field = writer.root["/AcroForm"]["/Fields"][1]
        del field["/V"]
        writer.update_container(field)

    once = countersigned(with_room())
    emptied = updated(empty, once)
    assert judge(emptied).verdict is Verdict.CHANGED
    report = judge(countersigned(emptied))
    assert report.verdict is Verdict.CHANGED
    assert sum(signature.field == LATER_FIELD for signature in report.signatures) == 1


def test_metadata_alone_has_no_reason_to_change() -> None:
    def rename(writer: Update) -> None:
        writer.root["/Metadata"]._data = writer.root["/Metadata"].data.replace(b">KPU Desk</pdf:P", b">Lain</pdf:P")
        writer.root["/Metadata"]._encoded_data = None
        writer.update_container(writer.root["/Metadata"])

    report = judge(updated(rename))
    assert report.verdict is Verdict.CHANGED
    assert codes(report) == ["LATER_METADATA", "MORE_THAN_ALLOWED"]


# --- validation data that is none ----------------------------------------------------------------------------------


def _forged(content: Callable[[Update], Any]) -> Callable[[Update], None]:
    def change(writer: Update) -> None:
        writer.put("/DSS", writer.add_object(content(writer)))

    return change


def _blob(writer: Update, data: bytes, **header: Any) -> Any:
    return generic.ArrayObject([writer.add_object(generic.StreamObject(entries(**header), stream_data=data))])


def _der() -> bytes:
    return key().certificate_der


_FORGED: dict[str, Callable[[Update], Any]] = {
    "text for a certificate": lambda writer: entries(Certs=_blob(writer, b"BATAL")),
    "more than a certificate": lambda writer: entries(Certs=_blob(writer, _der() + b"x")),
    "stream that leads to a page": lambda writer: entries(
        Certs=_blob(writer, _der(), Halaman=writer.root["/Pages"]["/Kids"].raw_get(0))
    ),
    "list of its own": lambda writer: entries(Certs=_blob(writer, _der()), Lain=_blob(writer, _der())),
    "page among the certificates": lambda writer: entries(
        Certs=generic.ArrayObject([writer.root["/Pages"]["/Kids"].raw_get(0)])
    ),
    "file hidden under a signature": lambda writer: entries(VRI=entries(AB=entries(Berkas=_blob(writer, _der())))),
}


@pytest.mark.parametrize("forgery", _FORGED)
def test_forged_validation_data(forgery: str) -> None:
    update = updated(_forged(_FORGED[forgery]))
    for whole in (update, stamped(update)):
        report = judge(whole)
        assert report.verdict is Verdict.CHANGED
        assert "MORE_THAN_ALLOWED" in codes(report)


def test_validation_data_that_swaps_an_object_of_the_record() -> None:
    def change(writer: Update) -> None:
        contents = writer.root["/Pages"]["/Kids"][0]["/Contents"].raw_get(1)
        blob = generic.StreamObject(stream_data=_der())
        writer.objects[(contents.generation, contents.idnum)] = blob
        writer.put("/DSS", writer.add_object(entries(Certs=generic.ArrayObject([contents]))))

    for whole in (updated(change), stamped(updated(change))):
        assert judge(whole).verdict is Verdict.CHANGED


# --- bytes ---------------------------------------------------------------------------------------------------------


def test_flipped_bytes_in_what_came_later(at_length: Callable[[int, int], int]) -> None:
    record = with_room()
    whole = _whole(countersigned, with_validation_data, stamped, record=record)
    later = len(whole) - len(record)
    for index in range(at_length(80, later)):
        flipped = bytearray(whole)
        flipped[len(record) + index * later // at_length(80, later)] ^= 0x11
        assert judge(bytes(flipped)).verdict is not Verdict.VALID


def test_cut_or_lengthened_after_the_seal() -> None:
    whole = _whole(countersigned, stamped, record=with_room())
    for cut in (1, 10, 700, 9_000):
        assert judge(whole[:-cut]).verdict is not Verdict.VALID
    for tail in (b"\n", b"x" * 99, b"99 0 obj\n<</A 1>>\nendobj\n", b"\nstartxref\n9\n%%EOF\n"):
        assert judge(whole + tail).verdict is Verdict.CHANGED


def test_the_seal_cannot_come_second() -> None:
    first = signed_again(unsealed(), other_key(), "Pertama")
    report = judge(seal_pdf(first, key(), at=AT, reason="x", location="y"))
    assert report.verdict is not Verdict.VALID


def test_a_key_that_stands_twice_is_not_believed() -> None:
    # qpdf takes the last of two, other readers may take the first.
    tail_start = len(sealed())
    whole = updated(_forged(lambda writer: entries(Certs=_blob(writer, _der()))))
    tail = whole[tail_start:]
    twice = tail.replace(b"/Certs", b"/Certs 1 0 R\n/Certs", 1)
    assert twice != tail
    moved = len(twice) - len(tail)
    start = int(tail.rsplit(b"startxref", 1)[1].split()[0])
    twice = twice.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + moved))
    assert judge(sealed() + twice).verdict is not Verdict.VALID


def test_an_empty_field_added_later_is_no_room() -> None:
    def prepare(writer: Update) -> None:
        append_signature_field(writer, SigFieldSpec(LATER_FIELD))

    assert judge(updated(prepare)).verdict is Verdict.CHANGED
    assert judge(signed_again(updated(prepare), other_key(), LATER_FIELD)).verdict is Verdict.CHANGED
