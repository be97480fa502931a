"""A record: a sheet with its signatures and evidence, its content digest, and its sealed form."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.closing_list import ClosingList
from kpu_desk.domain.documents import DocumentKind, Mark, SlotPlace
from kpu_desk.domain.evidence import Evidence
from kpu_desk.domain.ink_drawing import InkDrawing, PlacedInk
from kpu_desk.domain.late import SignedLate
from kpu_desk.domain.meterai import NotedMeterai
from kpu_desk.domain.stamps import PlacedStamp
from kpu_desk.domain.whereabouts import Interruption


@dataclass(frozen=True, slots=True)
class SignedSlot:
    """One signature of a record: who, in which role, with what inks and evidence.

    ``inks`` are drawn at their places, the signature itself first; only their digests and figures go into the data,
    never their dynamics.
    """

    slot: str
    role: str
    name: str
    nip: str | None
    office: str
    capacity: str
    decree: str | None
    inks: tuple[PlacedInk, ...]
    evidence: Evidence

    @property
    def ink(self) -> InkDrawing:
        """Of the signature itself."""
        return self.inks[0].ink


@dataclass(frozen=True, slots=True)
class Superseded:
    """The record that another one takes the place of; both are kept (domain.md 8.6, 8.13).

    Attributes:
        content: its content digest; ``number`` what it bore, ``sealed_at`` when it was sealed.
        reason: why there is a new one, in the secretary's words.
        serial: of the other sheet where a revision takes its place; empty for another record of the same sheet.
    """

    content: str
    number: str | None
    sealed_at: str
    reason: str
    serial: str = ""


@dataclass(frozen=True, slots=True)
class ReplacedSheet:
    """A void sheet in whose place the record's own sheet stands; it is kept and was never sealed (domain.md 8.27).

    Attributes:
        sha256: of its frozen bytes; ``reason`` why it is void; ``at`` since when (UTC, ISO 8601).
        signatures: how many it bore, all void with it.
    """

    serial: str
    sha256: str
    reason: str
    at: str
    signatures: int


@dataclass(frozen=True, slots=True)
class RecordContent:
    """All that a record says, fixed before its pages are composed.

    Attributes:
        frozen: the frozen sheet's bytes; they are drawn on and attached, never changed.
        stamp: where the record stamp lies on the sheet.
        unsigned: names of persons whose slot stayed empty (only the attendance list may have some).
        journal_seq, journal_head: the journal's last entry when the content was fixed; anchors its tail.
        composed_at: UTC, ISO 8601 with milliseconds; ``composed_label`` the same in local time with zone.
        number: the office's own number, or None while it is to follow ("menyusul").
        numbered: whether the office numbers documents of this kind; where it does not, nothing is to follow.
        class_code: the document's class in the office's filing plan, such as ``PR.03.1`` (domain.md 4.2); empty where
            it has none.
        number_place: the sheet's free line for it; None where the form prints no number.
        later_signature: whether the seal leaves room for one more signature; the seal itself says so, not the data.
        standard: for a document of the office, which standard its file reached and why no more; empty for our forms.
        codes: where the code of each page of the sheet stands, of pages that have room for one; empty for the corner
            that every form keeps free.
        stamps: the office's stamps beside signatures, in the order they were put.
        replaces: void sheets before this one, the newest first.
        closing: the ceremony's closing list; only the Berita Acara of the closing carries it.
        late: signatures that followed after the closing; ``interruptions`` when one of two parties went and came back.
        position: place in the ceremony's chain of records, from 1; ``previous`` the content digest before it (for
            the first, of the office's last record in another ceremony; None if there is none).
    """

    serial: str
    kind: DocumentKind
    title: str
    mark: Mark
    office_name: str
    office_short: str
    region_code: str
    ceremony_id: str
    ceremony_title: str
    ceremony_date: str
    place: str
    zone: str
    number: str | None
    form: str
    sheet_version: int
    pages: int
    frozen: bytes
    stamp: SlotPlace | None
    signatures: tuple[SignedSlot, ...]
    unsigned: tuple[str, ...]
    journal_seq: int
    journal_head: str
    composed_at: str
    composed_label: str
    program: str
    numbered: bool = True
    class_code: str = ""
    number_place: SlotPlace | None = None
    position: int = 1
    previous: str | None = None
    supersedes: Superseded | None = None
    meterai: NotedMeterai | None = None
    later_signature: bool = False
    stamps: tuple[PlacedStamp, ...] = ()
    replaces: tuple[ReplacedSheet, ...] = ()
    standard: str = ""
    codes: tuple[SlotPlace, ...] = ()
    closing: ClosingList | None = None
    late: tuple[SignedLate, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    # Made once: the pages, the attachment and the register ask for it and for its digest.
    _canonical: bytes = field(default=b"", init=False, repr=False, compare=False)

    @property
    def frozen_sha256(self) -> str:
        """SHA-256 of the frozen sheet, hex; the one in every signer's evidence."""
        return hashlib.sha256(self.frozen).hexdigest()

    def data(self) -> dict[str, object]:
        """The record's data as plain values; this is the JSON attachment."""
        data: dict[str, object] = {
            "format": "kpu-desk-record",
            "version": 3,
            "serial": self.serial,
            "kind": self.kind.value,
            "title": self.title,
            "mark": self.mark.value,
            "office": {
                "name": self.office_name,
                "short_name": self.office_short,
                "region_code": self.region_code,
            },
            "ceremony": {
                "id": self.ceremony_id,
                "title": self.ceremony_title,
                "date": self.ceremony_date,
                "place": self.place,
                "zone": self.zone,
            },
            "sheet": {
                "number": self.number,
                "numbered": self.numbered,
                "class": self.class_code,
                "form": self.form,
                "version": self.sheet_version,
                "pages": self.pages,
                "sha256": self.frozen_sha256,
                "meterai": _meterai_data(self.meterai),
                **({"standard": self.standard} if self.standard else {}),
            },
            "signatures": [_signature_data(signed) for signed in self.signatures],
            "stamps": [_stamp_data(stamp) for stamp in self.stamps],
            "unsigned": list(self.unsigned),
            "chain": {"position": self.position, "previous": self.previous},
            "supersedes": _superseded_data(self.supersedes),
            "journal": {"seq": self.journal_seq, "head": self.journal_head},
            "composed_at": self.composed_at,
            "program": self.program,
            "legal_kind": "tanda tangan elektronik tidak tersertifikasi",
        }
        if self.closing is not None:
            data["closing"] = self.closing.data()
        if self.late:
            data["late"] = [asdict(one) for one in self.late]
        if self.interruptions:
            data["interruptions"] = [asdict(one) for one in self.interruptions]
        if self.replaces:
            data["replaces"] = [asdict(old) for old in self.replaces]
        return data

    def canonical(self) -> bytes:
        """Canonical JSON of the data."""
        if not self._canonical:
            object.__setattr__(self, "_canonical", canonical_json(self.data()))
        return self._canonical

    def digest(self) -> str:
        """The content digest: SHA-256 of the canonical data, hex. Fixed before composing."""
        return hashlib.sha256(self.canonical()).hexdigest()


def _meterai_data(noted: NotedMeterai | None) -> dict[str, object] | None:
    return None if noted is None else {"kind": noted.kind.value, "serial": noted.serial}


def _stamp_data(stamp: PlacedStamp) -> dict[str, object]:
    return {
        "slot": stamp.slot,
        "kind": stamp.kind.value,
        "image_sha256": stamp.image_sha256,
        "diameter_um": stamp.diameter_um,
        "by": stamp.by,
        "at": stamp.at,
    }


def _superseded_data(old: Superseded | None) -> dict[str, object] | None:
    if old is None:
        return None
    data: dict[str, object] = {
        "content": old.content,
        "number": old.number,
        "sealed_at": old.sealed_at,
        "reason": old.reason,
    }
    return {**data, "serial": old.serial} if old.serial else data


def _signature_data(signed: SignedSlot) -> dict[str, object]:
    evidence = signed.evidence.as_dict()
    return {
        "slot": signed.slot,
        "role": signed.role,
        "name": signed.name,
        "nip": signed.nip,
        "office": signed.office,
        "capacity": signed.capacity,
        "decree": signed.decree,
        "inks": [_ink_data(placed) for placed in signed.inks],
        "evidence": evidence,
        # As Evidence.digest() makes it, of the values that are at hand.
        "evidence_digest": digest_of(canonical_json(evidence)),
    }


def _ink_data(placed: PlacedInk) -> dict[str, object]:
    """One ink; places with pages from 1, in µm from the page's lower left corner."""
    ink = placed.ink
    return {
        "kind": placed.kind.value,
        "digest": ink.digest,
        "samples": ink.sample_count,
        "strokes": ink.stroke_count,
        "duration_ms": ink.duration_ms,
        "places": [
            {
                "page": place.page + 1,
                "x_um": place.x_um,
                "y_um": place.y_um,
                "width_um": place.width_um,
                "height_um": place.height_um,
            }
            for place in placed.places
        ],
    }


@dataclass(frozen=True, slots=True)
class SealedRecord:
    """A sealed, verified record as it lies in the database.

    ``edition`` is 1 for a sheet's first record and grows by one with each that supersedes the last one
    (``supersedes`` is its id, ``reason`` says why); ``position`` and ``previous`` are its place in the chain.
    """

    id: str
    sheet_id: str
    serial: str
    kind: DocumentKind
    content_digest: str
    pdf: bytes
    sealed_at: str
    verdict: str
    number: str | None = None
    position: int = 1
    previous: str | None = None
    edition: int = 1
    supersedes: str | None = None
    reason: str | None = None
