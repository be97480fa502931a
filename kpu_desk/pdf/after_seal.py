"""What may follow our own seal: a time stamp, validation data, one signature in the prepared field; nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from kpu_desk.pdf.later_changes import form_fields
from kpu_desk.pdf.seal import LATER_FIELD

_TRAILER = {"/Size", "/Root", "/Info", "/ID", "/Prev"}
# Where the table of objects lies in a stream, its dictionary is the trailer (ISO 32000-1, 7.5.8.2).
_TABLE_IN_A_STREAM = {"/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms"}
_CATALOGUE = {"/DSS", "/Metadata", "/Extensions", "/Version"}
_VERSION = re.compile(r"/[12]\.\d")
_EXTENSION = {"/Type", "/BaseVersion", "/ExtensionLevel", "/ExtensionRevision", "/URL"}
_STORE = {"/Certs": "/Cert", "/OCSPs": "/OCSP", "/CRLs": "/CRL"}
_FIELD = {"/Type", "/Subtype", "/FT", "/T", "/TU", "/F", "/P", "/Rect", "/V", "/AP"}
_VALUE = {
    "/Type",
    "/Filter",
    "/SubFilter",
    "/Contents",
    "/ByteRange",
    "/M",
    "/Name",
    "/Reason",
    "/Location",
    "/ContactInfo",
    "/Prop_Build",
}
_STREAM = {"/Length", "/Filter", "/DecodeParms"}
_HIDDEN = [0, 0, 0, 0]

_Number = tuple[int, int]


class NotAllowedError(Exception):
    """Something came after the seal that it does not allow; the argument says where."""


def check_after_seal(signed: bytes, later: bytes, *, signature_allowed: bool) -> None:
    """Check one step from a revision to a later one, object by object.

    ``later_changes`` compares what is shown; this one asks of every object that is new or another one now for what
    it is there. Numbers stay the same in an incremental update, so nothing has to be searched for.

    Args:
        signed: the revision before, a byte prefix of ``later``; the seal's own or one that follows it.
        later: a later revision.
        signature_allowed: whether the empty field that was prepared may be filled.

    Raises:
        NotAllowedError: with the place, such as ``/Catalog /OpenAction`` or ``12 0``.
    """
    if b"/XRefStm" in later[len(signed) :]:
        # A second table that some readers look into and some do not.
        raise NotAllowedError("/XRefStm")
    with (
        pikepdf.open(BytesIO(signed), attempt_recovery=False) as before,
        pikepdf.open(BytesIO(later), attempt_recovery=False) as after,
    ):
        step = _Step(before, after, signature_allowed)
        step.check()


@dataclass(slots=True)
class _Step:
    before: pikepdf.Pdf
    after: pikepdf.Pdf
    signature_allowed: bool
    explained: set[_Number] = field(default_factory=set)
    signed: bool = False

    def check(self) -> None:
        _require(set(self.after.trailer.keys()) <= _TRAILER | _TABLE_IN_A_STREAM, "/Trailer")
        old, new = self.before.Root, self.after.Root
        _require(old.objgen == new.objgen, "/Root")
        _allow_keys("/Catalog", old, new, _CATALOGUE)
        self._explain(new)
        self._metadata(old, new)
        self._extensions(new)
        self._form(old.get("/AcroForm"), new.get("/AcroForm"))
        changed, passing = _changed(self.before, self.after), set(self.explained)
        self._store(old.get("/DSS"))
        self._store(new.get("/DSS"))
        stored = _shallow(old.get("/DSS")) != _shallow(new.get("/DSS")) or bool(changed & (self.explained - passing))
        # Dates and program names change along with something, never for themselves.
        _require(self.signed or stored or not changed, "/Info")
        for number in sorted(changed):
            _require(number in self.explained, f"{number[0]} {number[1]}")
        # Such as a key that stands twice in a dictionary: readers differ about which one counts.
        _require(not self.after.get_warnings(), "/Warnings")

    def _explain(self, item: Any) -> Any:
        if isinstance(item, pikepdf.Object) and item.is_indirect:
            self.explained.add(item.objgen)
        return item

    def _metadata(self, old: Any, new: Any) -> None:
        # What they say is compared by later_changes, which lets dates and program names pass.
        for root, trailer in ((old, self.before.trailer), (new, self.after.trailer)):
            packet, info = self._explain(root.get("/Metadata")), self._explain(trailer.get("/Info"))
            if packet is not None:
                _require(isinstance(packet, Stream), "/Metadata")
                _require(set(packet.keys()) <= _STREAM | {"/Type", "/Subtype"}, "/Metadata")
            _require(isinstance(info, Dictionary), "/Info")
            _require(all(isinstance(value, (pikepdf.String, Name)) for _, value in _entries(info)), "/Info")

    def _extensions(self, new: Any) -> None:
        _require(_VERSION.fullmatch(str(new.get("/Version", "/1.7"))) is not None, "/Version")
        for _, item in _entries(self._explain(new.get("/Extensions"))):
            if isinstance(item, Name):
                continue
            for one in item if isinstance(item, Array) else (item,):
                self._explain(one)
                _require(isinstance(one, Dictionary) and set(one.keys()) <= _EXTENSION, "/Extensions")
                _require(not any(isinstance(value, (Dictionary, Array)) for _, value in _entries(one)), "/Extensions")

    def _store(self, store: Any) -> None:
        """Validation data as it shall be (ISO 32000-2, 12.8.4.3): lists of DER in streams, and nothing drawn."""
        for key, value in _entries(self._explain(store)):
            if key in _STORE:
                self._blobs(value)
            elif key == "/VRI":
                for _, item in _entries(self._explain(value)):
                    for part, content in _entries(self._explain(item)):
                        if part in _STORE.values():
                            self._blobs(content)
                        elif part == "/TS":
                            self._blob(content)
                        else:
                            _require(part in ("/Type", "/TU"), f"/DSS {part}")
            else:
                _require(key == "/Type", f"/DSS {key}")

    def _blobs(self, items: Any) -> None:
        _require(isinstance(self._explain(items), Array), "/DSS")
        for item in items:
            self._blob(item)

    def _blob(self, item: Any) -> None:
        self._explain(item)
        _require(isinstance(item, Stream) and set(item.keys()) <= _STREAM, "/DSS")
        _require(_is_der_sequence(item.read_bytes()), "/DSS")

    def _form(self, old: Any, new: Any) -> None:
        _require(isinstance(old, Dictionary) and isinstance(new, Dictionary), "/AcroForm")
        _allow_keys("/AcroForm", old, new, {"/Fields"})
        self._explain(new)
        self._explain(new.get("/Fields"))
        before, after = list(old.Fields), list(new.Fields)
        _require([item.objgen for item in after[: len(before)]] == [item.objgen for item in before], "/Fields")
        # A name for each, so that nobody can be shown one field while another one is meant.
        _require(len(dict(form_fields(new))) == len(after), "/Fields")
        for item, now in zip(before, after, strict=False):
            if str(item.get("/T")) == LATER_FIELD and item.get("/V") is None and now.get("/V") is not None:
                self._filled(item, now)
        added = after[len(before) :]
        for item in added:
            self._time_stamp(item)
        self._pages({self._explain(item).objgen for item in added})

    def _filled(self, old: Any, new: Any) -> None:
        _require(self.signature_allowed, LATER_FIELD)
        _allow_keys(LATER_FIELD, old, new, {"/V", "/AP"})
        self._explain(new)
        self._hidden(new, LATER_FIELD)
        self._value(new, Name.Sig, LATER_FIELD)

    def _time_stamp(self, item: Any) -> None:
        _require(isinstance(item, Dictionary) and set(item.keys()) <= _FIELD and item.get("/FT") == Name.Sig, "/Fields")
        self._hidden(item, "/Fields")
        self._value(item, Name.DocTimeStamp, "/Fields")

    def _value(self, item: Any, kind: Name, where: str) -> None:
        value = self._explain(item.get("/V"))
        _require(isinstance(value, Dictionary) and set(value.keys()) <= _VALUE, where)
        _require(value.get("/Type") == kind, where)
        self.signed = True

    def _hidden(self, item: Any, where: str) -> None:
        """That it shows nothing: no extent, and no appearance that has one."""
        _require([float(value) for value in item.get("/Rect", ())] == _HIDDEN, where)
        for key, look in _entries(self._explain(item.get("/AP"))):
            self._explain(look)
            _require(key == "/N" and isinstance(look, Stream), where)
            _require([float(value) for value in look.get("/BBox", ())] == _HIDDEN, where)
            _require(not list(_entries(self._explain(look.get("/Resources")))), where)

    def _pages(self, added: set[_Number]) -> None:
        _require(len(self.before.pages) == len(self.after.pages), "/Pages")
        for old, new in zip(self.before.pages, self.after.pages, strict=True):
            _require(old.objgen == new.objgen, "/Page")
            if _value_of(old.obj) == _value_of(new.obj) and not self._annots_differ(old.obj, new.obj):
                continue
            _allow_keys("/Page", old.obj, new.obj, {"/Annots"})
            self._explain(new.obj)
            self._explain(new.obj.get("/Annots"))
            before = [item.objgen for item in old.obj.get("/Annots", ())]
            after = [item.objgen for item in new.obj.get("/Annots", ())]
            _require(after[: len(before)] == before and set(after[len(before) :]) <= added, "/Annots")

    def _annots_differ(self, old: Any, new: Any) -> bool:
        return _value_of(old.get("/Annots")) != _value_of(new.get("/Annots"))


def _require(truth: bool, where: str) -> None:
    if not truth:
        raise NotAllowedError(where)


def _entries(item: Any) -> Iterator[tuple[str, Any]]:
    if item is None:
        return
    if not isinstance(item, Dictionary):
        raise NotAllowedError("/Dictionary")
    yield from item.items()


def _allow_keys(where: str, old: Any, new: Any, allowed: set[str]) -> None:
    for key in sorted(set(old.keys()) | set(new.keys())):
        if key not in allowed:
            _require(_shallow(old.get(key)) == _shallow(new.get(key)), f"{where} {key}")


def _changed(before: pikepdf.Pdf, after: pikepdf.Pdf) -> set[_Number]:
    """Numbers of the objects that are new, gone, or say something else now."""
    old = {item.objgen: item for item in before.objects if isinstance(item, pikepdf.Object) and not _is_table(item)}
    new = {item.objgen: item for item in after.objects if isinstance(item, pikepdf.Object) and not _is_table(item)}
    return {
        number
        for number in old.keys() | new.keys()
        if number not in old or number not in new or _value_of(old[number]) != _value_of(new[number])
    }


def _is_table(item: pikepdf.Object) -> bool:
    """Whether it says where objects lie; each update brings one of its own, and nothing is drawn from it."""
    return isinstance(item, Stream) and item.get("/Type") == Name.XRef


def _value_of(item: Any) -> object:
    """What an object itself says; of others that it refers to the numbers."""
    if isinstance(item, Stream):
        return {key: _shallow(item.get(key)) for key in item.keys()}, item.read_raw_bytes()  # noqa: SIM118 - a stream has no iteration
    return item.unparse(resolved=True) if isinstance(item, pikepdf.Object) else item


def _shallow(item: Any) -> object:
    return item.unparse() if isinstance(item, pikepdf.Object) else item


def _is_der_sequence(data: bytes) -> bool:
    """Whether the bytes are one SEQUENCE and nothing more (X.690, 8.1), as certificates, CRLs and answers are."""
    if len(data) < 2 or data[0] != 0x30:
        return False
    if data[1] < 0x80:
        return len(data) == 2 + data[1]
    width = data[1] & 0x7F
    return len(data) == 2 + width + int.from_bytes(data[2 : 2 + width], "big")
