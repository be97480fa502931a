"""Names what differs between a signed revision of a PDF and a later one, by comparing what is shown."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from kpu_desk.domain.verdict import Reason, cleaned
from kpu_desk.pdf.same_content import PageNumbers, same

# Codes of what may follow a signature without touching what was signed; every other code means: changed.
HARMLESS = frozenset(
    {"LATER_VALIDATION_DATA", "LATER_ANNOTATION", "LATER_FORM_ENTRY", "LATER_METADATA", "LATER_EXTENSION"}
)

_START_OF_XREF = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_OBJECT_START = re.compile(rb"(?:\A|[\r\n])(\d{1,10}) (\d{1,5}) obj\b")
_CATALOGUE_BY_RULE = {"/Pages", "/AcroForm", "/DSS", "/Perms", "/Extensions", "/Version", "/Metadata"}
_ATTACHMENT_KEYS = {"/Names", "/AF"}
_FIELD_VALUES = frozenset({"/V", "/AP", "/AS", "/MK", "/M", "/Kids", "/Parent", "/P", "/Lock", "/SV", "/DA"})
# What every signer's program rewrites in passing.
_INFO_IN_PASSING = {"/ModDate", "/Producer"}
_XMP_IN_PASSING = ("ModifyDate", "MetadataDate", "Producer", "InstanceID", "CreatorTool", "History")


def later_changes(signed: bytes, later: bytes) -> tuple[Reason, ...]:
    """What the later file adds to or changes in the signed one.

    Both documents are walked side by side from the catalogue; object numbers do not matter, so an object that
    was swapped behind the same number is found as surely as one that moved.

    Args:
        signed: the revision that a signature covers; a byte prefix of ``later``.
        later: a later revision, longer than ``signed``.

    Returns:
        Reasons in order of weight; codes outside :data:`HARMLESS` mean that what was signed is shown otherwise
        now, or that bytes are there which nothing explains.
    """
    stray = _stray_bytes(signed, later)
    if stray:
        return (Reason.of("BYTES_APPENDED", count=stray),)
    with _open(signed) as before, _open(later) as after:
        reasons = list(dict.fromkeys(_Comparison(before, after).run()))
        if not reasons and _only_validation_data(later[len(signed) :], after):
            reasons = [Reason.of("LATER_VALIDATION_DATA")]
    return tuple(sorted(reasons, key=lambda reason: reason.code in HARMLESS))


def _open(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data), attempt_recovery=False)


def _stray_bytes(signed: bytes, later: bytes) -> int:
    end = later.rfind(b"%%EOF")
    if end < len(signed):
        return len(later) - len(signed)
    tail = later[end + len(b"%%EOF") :]
    if tail.strip(b"\r\n"):
        return len(tail)
    starts = _START_OF_XREF.findall(later)
    if not starts or int(starts[-1]) < len(signed):
        return len(later) - len(signed)
    return 0


def _only_validation_data(tail: bytes, after: pikepdf.Pdf) -> bool:
    """Whether an update that changes nothing wrote validation data once more, and nothing else."""
    store = after.Root.get("/DSS")
    numbers = [(int(number), int(generation)) for number, generation in _OBJECT_START.findall(tail)]
    if store is None or not numbers:
        return False
    belonging = _reachable(store)
    return all(number in belonging or _is_validation_data(after.get_object(number)) for number in numbers)


def _page_numbers(document: pikepdf.Pdf) -> PageNumbers:
    return {page.obj.objgen: index for index, page in enumerate(document.pages)}


def _is_validation_data(item: Any) -> bool:
    return isinstance(item, Dictionary) and item.get("/Type") in (Name.VRI, Name.DSS)


def _reachable(start: Any) -> set[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [start]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Object):
            continue
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item, Array):
            waiting.extend(item)
        elif isinstance(item, (Dictionary, Stream)):
            waiting.extend(item[key] for key in item.keys())  # noqa: SIM118 - iterating a stream gives no keys
    return seen


@dataclass(slots=True)
class _Comparison:
    before: pikepdf.Pdf
    after: pikepdf.Pdf

    def run(self) -> Iterator[Reason]:
        yield from self._pages()
        yield from self._catalogue()
        yield from self._fields()
        yield from self._metadata()
        yield from self._info()

    def _pages(self) -> Iterator[Reason]:
        old, new = self.before.pages, self.after.pages
        if len(old) != len(new):
            yield Reason.of("PAGES_CHANGED", before=len(old), after=len(new))
            return
        if not same(self.before.Root.Pages, self.after.Root.Pages):
            changed = [
                index + 1
                for index in range(len(old))
                if not same(old[index].obj, new[index].obj, skip=frozenset({"/Parent"}))
            ]
            yield Reason.of("PAGE_CHANGED", page=changed[0] if changed else 1)
        for index in range(len(old)):
            yield from _annotations(index + 1, old[index].obj, new[index].obj)

    def _catalogue(self) -> Iterator[Reason]:
        old, new = self.before.Root, self.after.Root
        numbers = _page_numbers(self.before), _page_numbers(self.after)
        for key in sorted((set(old.keys()) | set(new.keys())) - _CATALOGUE_BY_RULE):
            # The tree of tags names pages and the fields of forms, which are compared by themselves.
            beside = key == "/StructTreeRoot"
            if not same(old.get(key), new.get(key), beside_annotations=beside, pages=numbers):
                if key in _ATTACHMENT_KEYS:
                    yield Reason.of("ATTACHMENT_CHANGED")
                else:
                    yield Reason.of("DOCUMENT_CHANGED", key=cleaned(key))
        if not _same_permissions(old.get("/Perms"), new.get("/Perms")):
            yield Reason.of("DOCUMENT_CHANGED", key="/Perms")
        if not same(old.get("/DSS"), new.get("/DSS")):
            yield Reason.of("LATER_VALIDATION_DATA")
        if any(not same(old.get(key), new.get(key)) for key in ("/Extensions", "/Version")):
            yield Reason.of("LATER_EXTENSION")

    def _fields(self) -> Iterator[Reason]:
        old_form, new_form = self.before.Root.get("/AcroForm"), self.after.Root.get("/AcroForm")
        old = dict(form_fields(old_form))
        new = dict(form_fields(new_form))
        if old_form is not None and new_form is not None:
            yield from _form(old_form, new_form)
        for name, field in old.items():
            if name not in new:
                yield Reason.of("FORM_FIELD_CHANGED", field=cleaned(name))
            else:
                yield from _field(name, field, new[name])
        for name in new.keys() - old.keys():
            if field_type(new[name]) != "/Sig" or new[name].get("/V") is None:
                yield Reason.of("LATER_FORM_ENTRY", field=cleaned(name))

    def _metadata(self) -> Iterator[Reason]:
        old, new = self.before.Root.get("/Metadata"), self.after.Root.get("/Metadata")
        if same(old, new):
            return
        old_facts = _xmp_facts(old.read_bytes()) if isinstance(old, Stream) else []
        new_facts = _xmp_facts(new.read_bytes()) if isinstance(new, Stream) else None
        if old_facts is not None and old_facts == new_facts:
            yield Reason.of("LATER_METADATA")
        else:
            yield Reason.of("METADATA_CHANGED")

    def _info(self) -> Iterator[Reason]:
        old = self.before.trailer.get("/Info", Dictionary())
        new = self.after.trailer.get("/Info", Dictionary())
        different = {key for key in set(old.keys()) | set(new.keys()) if not same(old.get(key), new.get(key))}
        if different - _INFO_IN_PASSING:
            yield Reason.of("METADATA_CHANGED")
        elif different:
            yield Reason.of("LATER_METADATA")


def _same_signature(old: Any, new: Any) -> bool:
    """Whether two signature dictionaries say the same; what their rules point to is compared by itself."""
    if not isinstance(old, Dictionary) or not isinstance(new, Dictionary):
        return same(old, new)
    # /Data of a rule is the whole document (ISO 32000-1, table 253), which may well have grown since.
    rules, rules_now = _items(old.get("/Reference")), _items(new.get("/Reference"))
    return (
        len(rules) == len(rules_now)
        and same(old, new, skip=frozenset({"/Reference"}))
        and all(same(a, b, skip=frozenset({"/Data"})) for a, b in zip(rules, rules_now, strict=True))
    )


def _same_permissions(old: Any, new: Any) -> bool:
    if not isinstance(old, Dictionary) or not isinstance(new, Dictionary):
        return same(old, new)
    return set(old.keys()) == set(new.keys()) and all(_same_signature(item, new[key]) for key, item in old.items())


def _form(old: Any, new: Any) -> Iterator[Reason]:
    # With /NeedAppearances a reader draws every entry anew, with whatever fonts /DR then names.
    for key in ("/XFA", "/NeedAppearances", "/CO"):
        if not same(old.get(key), new.get(key)):
            yield Reason.of("DOCUMENT_CHANGED", key=key)
    if not _still_there(old.get("/DR"), new.get("/DR")):
        yield Reason.of("DOCUMENT_CHANGED", key="/DR")


def _still_there(old: Any, new: Any) -> bool:
    """Whether resources only grew: every font and form that there was is there as it was."""
    if old is None:
        return True
    if not isinstance(old, Dictionary) or not isinstance(new, Dictionary):
        return same(old, new)
    return all(
        all(name in new.get(kind, Dictionary()) and same(item, new[kind][name]) for name, item in entries.items())
        if isinstance(entries, Dictionary) and isinstance(new.get(kind, Dictionary()), Dictionary)
        else same(entries, new.get(kind))
        for kind, entries in old.items()
    )


def form_fields(form: Any) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every terminal field of an interactive form with its full name (ISO 32000-1, 12.7.3.2)."""
    if not isinstance(form, Dictionary):
        return
    waiting: deque[tuple[str, Any]] = deque(("", field) for field in _items(form.get("/Fields")))
    seen: set[tuple[int, int]] = set()
    while waiting:
        prefix, field = waiting.popleft()
        if not isinstance(field, Dictionary) or (field.is_indirect and field.objgen in seen):
            continue
        seen.add(field.objgen)
        own = field.get("/T")
        name = ".".join(part for part in (prefix, str(own) if own is not None else "") if part)
        kids = [kid for kid in _items(field.get("/Kids")) if isinstance(kid, Dictionary) and "/T" in kid]
        if kids:
            waiting.extend((name, kid) for kid in kids)
        else:
            yield name, field


def field_type(field: pikepdf.Object) -> str:
    """A field's type, its own or inherited; empty where there is none."""
    at: Any = field
    for _ in range(32):
        if not isinstance(at, Dictionary):
            break
        if "/FT" in at:
            return str(at["/FT"])
        at = at.get("/Parent")
    return ""


def _field(name: str, old: pikepdf.Object, new: pikepdf.Object) -> Iterator[Reason]:
    signed_now = field_type(old) == "/Sig" and old.get("/V") is None and new.get("/V") is not None
    # Whoever fills a prepared signature field also locks its widget.
    skip = _FIELD_VALUES | {"/F"} if signed_now else _FIELD_VALUES
    if not same(old, new, skip=skip):
        yield Reason.of("FORM_FIELD_CHANGED", field=cleaned(name))
        return
    signature = field_type(old) == "/Sig"
    values_differ = not (_same_signature if signature else same)(old.get("/V"), new.get("/V"))
    looks_differ = any(not same(old.get(key), new.get(key)) for key in ("/AP", "/AS"))
    if signature:
        if old.get("/V") is not None and (values_differ or looks_differ):
            yield Reason.of("SIGNATURE_REPLACED", field=cleaned(name))
    elif values_differ or looks_differ:
        yield Reason.of("LATER_FORM_ENTRY", field=cleaned(name))


def _annotations(number: int, old_page: pikepdf.Object, new_page: pikepdf.Object) -> Iterator[Reason]:
    old, new = _items(old_page.get("/Annots")), _items(new_page.get("/Annots"))
    kept: set[int] = set()
    for position, annotation in enumerate(old):
        match = _counterpart(annotation, position, new)
        if match is None:
            yield Reason.of("ANNOTATION_CHANGED", page=number)
            continue
        kept.add(match)
        if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != Name.Widget:
            skip = frozenset({"/P", "/Parent"})
        elif "/T" in annotation:
            continue  # field and widget in one: compared as a field
        else:
            skip = _FIELD_VALUES
        if not same(annotation, new[match], skip=skip):
            yield Reason.of("ANNOTATION_CHANGED", page=number)
    for position, annotation in enumerate(new):
        if position in kept or not isinstance(annotation, Dictionary):
            continue
        if annotation.get("/Subtype") != Name.Widget:
            yield Reason.of("LATER_ANNOTATION", page=number)
        elif "/T" not in annotation and field_type(annotation) != "/Sig":
            # One more face of a field: it may lie over anything on the page.
            yield Reason.of("ANNOTATION_CHANGED", page=number)


def _counterpart(annotation: Any, position: int, candidates: list[Any]) -> int | None:
    # An incremental update keeps the numbers of what it keeps.
    if isinstance(annotation, pikepdf.Object) and annotation.is_indirect:
        for index, candidate in enumerate(candidates):
            if isinstance(candidate, pikepdf.Object) and candidate.objgen == annotation.objgen:
                return index
        return None
    return position if position < len(candidates) else None


def _items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Array) else []


def _xmp_facts(packet: bytes) -> list[tuple[str, str]] | None:
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return None
    try:
        root = ET.fromstring(packet.strip(b"\x00"))  # noqa: S314 -- entities need a DOCTYPE, refused above
    except ET.ParseError:
        return None
    facts: list[tuple[str, str]] = []
    _collect(root, "", facts)
    return sorted(facts)


def _collect(element: ET.Element, path: str, facts: list[tuple[str, str]]) -> None:
    here = f"{path}/{element.tag}"
    if element.tag.endswith(_XMP_IN_PASSING):
        return
    described = element.tag.endswith("}Description")
    for name, value in element.attrib.items():
        # parseType="Resource" is a shorter way to write a description inside (ISO 16684-1, 7.9.2.3).
        if name.endswith((*_XMP_IN_PASSING, "about", "xmptk", "parseType")):
            continue
        if name.endswith("}resource"):
            # An address as an attribute says the same as in the text.
            facts.append((here, value.strip()))
        else:
            # A property of a description says the same as an attribute and as an element (ISO 16684-1, 7.9.2.2).
            facts.append((f"{path}/{name}" if described else f"{here}@{name}", value.strip()))
    text = (element.text or "").strip()
    if text:
        facts.append((here, text))
    for child in element:
        _collect(child, path if described else here, facts)
