"""The office's own documents of a ceremony: their pattern of places, their files, who signs which, and the sheets."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.documents import DocumentKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.officials import Official, in_protocol_order
from kpu_desk.domain.places import Audience, Pattern, Place, PlaceKind
from kpu_desk.domain.profile import OfficeProfile

FORM_PREFIX = "dokumen-"


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """One clean PDF: its digest, the name it was brought under, and whose it is (None: for all).

    ``pattern`` holds its own places where they stand elsewhere than the document's.
    """

    sha256: str
    name: str
    official_id: str | None = None
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A ready document that is signed in a ceremony.

    ``id`` is what its sheets name as their form; ``files`` one for all, or one each for those who sign it.
    """

    id: str
    pattern: Pattern
    files: tuple[DocumentFile, ...]

    def file_of(self, official_id: str | None) -> DocumentFile | None:
        """The file for a person: his own, or the one for all."""
        own = next((file for file in self.files if file.official_id == official_id), None)
        return own or next((file for file in self.files if file.official_id is None), None)

    def pattern_on(self, file: DocumentFile) -> Pattern:
        """The places on one of its files."""
        return file.pattern or self.pattern


def slots_of(pattern: Pattern) -> tuple[tuple[str, Role, int], ...]:
    """Key, role and turn of everybody who signs it, in the order of the audience's roles."""
    found = {
        place.slot: (place.slot, place.role, place.turn)
        for place in pattern.places
        if place.kind is PlaceKind.SIGNATURE and place.role is not None
    }
    order = pattern.audience.roles
    return tuple(sorted(found.values(), key=lambda one: (order.index(one[1]), one[2])))


def sheets_of(
    document: OwnDocument,
    officials: Sequence[Official],
    first: int,
    *,
    leaders: Callable[[], tuple[Official, Official]],
    witness_of: Callable[[Official], Official],
    new_id: Callable[[], str],
) -> tuple[Sheet, ...]:
    """The sheets of a document, with serials from number ``first``; raises RuleError KPU-DOCUMENT-SIGNER.

    Args:
        officials: the roster; those ``added`` beside it get no sheet of their own.
        leaders: Ketua and Sekretaris, asked only where one of them signs.
    """
    people = tuple(official for official in in_protocol_order(tuple(officials)) if not official.added)

    def signer(role: Role, turn: int, subject: Official | None) -> Official:
        if role in (Role.PIHAK_PERTAMA, Role.PIHAK_KEDUA):
            chair, secretary = leaders()
            return secretary if role is Role.PIHAK_PERTAMA else chair
        if subject is not None:
            return witness_of(subject) if role is Role.SAKSI else subject
        if turn > len(people):
            raise RuleError("KPU-DOCUMENT-SIGNER", name=document.pattern.name, turn=turn, people=len(people))
        return people[turn - 1]

    def slots(subject: Official | None) -> tuple[SignatureSlot, ...]:
        file = document.file_of(None if subject is None else subject.id)
        pattern = document.pattern if file is None else document.pattern_on(file)
        return tuple(SignatureSlot(key, role, signer(role, turn, subject).id) for key, role, turn in slots_of(pattern))

    subjects: tuple[Official | None, ...] = (None,)
    if document.pattern.audience is Audience.EACH:
        subjects = tuple(official for official in people if document.file_of(official.id) is not None)
    return tuple(
        Sheet(
            new_id(),
            DocumentKind.DOK,
            f"DOK-{number:03d}",
            slots(subject),
            subject_id=None if subject is None else subject.id,
            form_id=document.id,
        )
        for number, subject in enumerate(subjects, first)
    )


def has_number(document: OwnDocument, official_id: str | None = None) -> bool:
    """Whether its sheet, that of a person or the one of the office, has a place for the office's number."""
    file = document.file_of(official_id)
    pattern = document.pattern if file is None else document.pattern_on(file)
    return any(place.kind is PlaceKind.NUMBER for place in pattern.places)


def takes_number(sheet: Sheet, documents: Sequence[OwnDocument], profile: OfficeProfile) -> bool:
    """Whether the office gives a sheet a number: it numbers this kind, or the own document has a place for one."""
    own = next((one for one in documents if one.id == sheet.form_id), None)
    return profile.takes_number(sheet.kind) or (own is not None and has_number(own, sheet.subject_id))


def form_words(document: OwnDocument, file: DocumentFile) -> str:
    """What a sheet of the document is made of beside its content, as text that is kept with it: file and places."""
    alone = replace(document, pattern=document.pattern_on(file), files=(replace(file, pattern=None),))
    return canonical_json(document_data(alone)).decode("utf-8")


def form_version(words: str) -> str:
    """A short name of these places on this very file."""
    return digest_of(words.encode("utf-8"))[:12]


def document_data(document: OwnDocument) -> dict[str, Any]:
    """The document as plain values."""
    return {
        "id": document.id,
        **_pattern_data(document.pattern),
        "files": [_file_data(file) for file in document.files],
    }


def document_of(values: Mapping[str, Any]) -> OwnDocument:
    """The reverse of :func:`document_data`."""
    return OwnDocument(values["id"], _pattern_of(values), tuple(map(_file_of, values["files"])))


def _pattern_data(pattern: Pattern) -> dict[str, Any]:
    said = {"uncoded": list(pattern.uncoded)} if pattern.uncoded else {}
    places = [asdict(place) for place in pattern.places]
    return {"name": pattern.name, "for": pattern.audience.value, "places": places, **said}


def _pattern_of(values: Mapping[str, Any]) -> Pattern:
    places = tuple(
        Place(**{**one, "kind": PlaceKind(one["kind"]), "role": None if one["role"] is None else Role(one["role"])})
        for one in values["places"]
    )
    return Pattern(values["name"], Audience(values["for"]), places, tuple(values.get("uncoded", ())))


def _file_data(file: DocumentFile) -> dict[str, Any]:
    said = {} if file.pattern is None else {"pattern": _pattern_data(file.pattern)}
    return {"sha256": file.sha256, "name": file.name, "official_id": file.official_id, **said}


def _file_of(values: Mapping[str, Any]) -> DocumentFile:
    own = values.get("pattern")
    pattern = None if own is None else _pattern_of(own)
    return DocumentFile(values["sha256"], values["name"], values["official_id"], pattern)


def document_of_words(words: str) -> OwnDocument:
    """The reverse of :func:`form_words`."""
    return document_of(json.loads(words))
