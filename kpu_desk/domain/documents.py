"""What is signed: kinds of document, sheets with their slots, and everything that is printed on a sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kpu_desk.domain.minutes import Minutes


class DocumentKind(StrEnum):
    """The documents of a ceremony; the value is the prefix of a sheet's serial number."""

    PK = "PK"
    PI = "PI"
    PBBK = "PBBK"
    DH = "DH"
    BA = "BA"
    DOK = "DOK"

    @property
    def full_name(self) -> str:
        """The document's own name (domain.md 1 to 4); a headline once got it wrong, so it stands once."""
        return {
            "PK": "Perjanjian Kinerja",
            "PI": "Pakta Integritas",
            "PBBK": "Pernyataan Bebas Benturan Kepentingan",
            "DH": "Daftar Hadir",
            "BA": "Berita Acara",
            "DOK": "Dokumen Kantor",
        }[self.value]

    @property
    def turn(self) -> int:
        """When one person is asked to sign it, beside other kinds."""
        return SIGNING_ORDER.index(self)


SIGNING_ORDER = (
    DocumentKind.DH,
    DocumentKind.PK,
    DocumentKind.PI,
    DocumentKind.PBBK,
    DocumentKind.DOK,
    DocumentKind.BA,
)
"""In which order one person is asked to sign."""

FORMED_KINDS = tuple(kind for kind in DocumentKind if kind is not DocumentKind.DOK)
"""Kinds whose words are a form's; the others are ready documents that the office brings."""

LATE_FORM = "berita-acara-susulan"
"""Id of the form for the minutes of a late sitting."""

DECLARATION_FORM = "pbbk-deklarasi"
"""Id of the private form for a person who declares a conflict of interest (domain.md 3.3)."""


class Role(StrEnum):
    """In which role a slot is signed."""

    PIHAK_PERTAMA = "pihak_pertama"
    PIHAK_KEDUA = "pihak_kedua"
    PEMBUAT = "pembuat"
    SAKSI = "saksi"
    HADIR = "hadir"
    PENANDA_TANGAN = "penanda_tangan"


class Agreement(StrEnum):
    """Which Perjanjian Kinerja an office signs (domain.md 1.2); a ceremony may have one of them or both."""

    SECRETARIAT = "dua_pihak"
    COMMISSION = "satu_pihak"


class InkKind(StrEnum):
    """What one person writes on one sheet, in the order in which it is asked for; the signature always comes first.

    A paraf is a signature before the law (UU 10/2020, domain.md 4.7), so each kind is a live capture of its own.
    """

    SIGNATURE = "signature"
    ATTACHMENT = "attachment"
    PARAF = "paraf"

    @property
    def words(self) -> str:
        """As it is called on screen and on paper."""
        return {"signature": "Tanda tangan", "attachment": "Tanda tangan lampiran", "paraf": "Paraf"}[self.value]

    def place_key(self, slot: str) -> str:
        """The key of a slot's places for ink of this kind, such as ``paraf-pembuat``."""
        return {"signature": "", "attachment": "lampiran-", "paraf": "paraf-"}[self.value] + slot


class Mark(StrEnum):
    """The watermark of a workspace: nothing marked can ever become a real record.

    A draft for checking carries one of its own; no workspace does.
    """

    NONE = ""
    CONTOH = "CONTOH"
    GLADI = "GLADI"
    KONSEP = "KONSEP"
    KONSEP_CONTOH = "KONSEP CONTOH"
    KONSEP_GLADI = "KONSEP GLADI"

    @property
    def of_draft(self) -> Mark:
        """The watermark of a draft that is made in a workspace of this one."""
        return Mark(f"KONSEP {self.value}".strip())


class Paper(StrEnum):
    """The sheets of paper that offices use; F4 is the folio of Indonesian offices, 215 × 330 mm (domain.md 1.3)."""

    A4 = "A4"
    F4 = "F4"

    @property
    def size_um(self) -> tuple[int, int]:
        """Width and height in µm."""
        return {"A4": (210_000, 297_000), "F4": (215_000, 330_000)}[self.value]


class Meterai(StrEnum):
    """What stands beside the maker's signature: nothing, a box for a paper stamp (tempel), room for an e-Meterai
    (domain.md 2.4, 7.3)."""

    NONE = "none"
    BOX = "box"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class SignatureSlot:
    """One place on a sheet where one person signs in one role.

    ``key`` is unique within the sheet and stable: ``pembuat``, ``saksi``, ``hadir-012`` …; ``further`` is what the
    frozen sheet has places for beside the signature, known when it is frozen (domain.md 1.5, 4.7). ``witness_id`` is
    who confirms the signature by a tap where the form asks for a witness and has no place for his signature.
    """

    key: str
    role: Role
    official_id: str
    further: tuple[InkKind, ...] = ()
    witness_id: str | None = None

    @property
    def inks(self) -> tuple[InkKind, ...]:
        """Everything that is written for this slot, in order."""
        return (InkKind.SIGNATURE, *self.further)

    def needs(self, official_id: str) -> bool:
        """Whether this person signs here or witnesses who does."""
        return official_id in (self.official_id, self.witness_id)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document for one set of signers (lembar).

    Attributes:
        id: opaque, unique in the workspace.
        serial: kind and number within the ceremony, ``PI-001``: on screen, on paper and in file names.
        frozen_sha256: hex digest of the frozen PDF, or None before it is composed.
        subject_id: the official whose sheet it is (PI, PBBK), or None.
        version: 1, and one more each time the unsigned sheet was redrawn.
        form_id: the form it takes, where that is not the usual one of its kind.
    """

    id: str
    kind: DocumentKind
    serial: str
    slots: tuple[SignatureSlot, ...]
    frozen_sha256: str | None = None
    subject_id: str | None = None
    version: int = 1
    form_id: str | None = None

    @property
    def private(self) -> bool:
        """Whether only its signers and the secretary may know of it: a declaration of a conflict (domain.md 3.3)."""
        return self.form_id == DECLARATION_FORM

    @property
    def agreement(self) -> Agreement | None:
        """Which Perjanjian Kinerja it is; None for other documents."""
        if self.kind is not DocumentKind.PK:
            return None
        two = any(slot.role is Role.PIHAK_KEDUA for slot in self.slots)
        return Agreement.SECRETARIAT if two else Agreement.COMMISSION

    def slot(self, key: str) -> SignatureSlot:
        """The slot with this key; KeyError if the sheet has none."""
        for slot in self.slots:
            if slot.key == key:
                return slot
        raise KeyError(key)

    def frozen_as(self, sha256: str, places: tuple[SlotPlace, ...]) -> Sheet:
        """The sheet with its frozen bytes' digest; each slot asks for the further inks that have places there."""
        keys = {place.slot for place in places}
        asked = (InkKind.ATTACHMENT, InkKind.PARAF)
        slots = tuple(
            replace(slot, further=tuple(kind for kind in asked if kind.place_key(slot.key) in keys))
            for slot in self.slots
        )
        return replace(self, frozen_sha256=sha256, slots=slots)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop: bold centred lines, address lines, and the logo as PNG or JPEG bytes (domain.md 4.3)."""

    lines: tuple[str, ...]
    address: tuple[str, ...]
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A signer as printed on a sheet; ``office`` already carries Plt., Plh. or a.n."""

    slot: str
    role: Role
    name: str
    nip: str | None
    rank: str | None
    office: str
    unit: str | None
    decree: str | None = None
    commissioner: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the lampiran: several indicators may share one ``objective`` (sasaran) (domain.md 1.5).

    ``extra`` holds the texts of a form's further columns, in their order: quarters, formula …
    """

    objective: str
    indicator: str
    target: str
    extra: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Rows read from JSON bring a list."""
        object.__setattr__(self, "extra", tuple(self.extra))


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One programme of the lampiran's second table; ``amount`` in whole rupiah."""

    programme: str
    amount: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The lampiran of a Perjanjian Kinerja; ``sample`` prints DATA CONTOH on each page (domain.md 9.2)."""

    institution: str
    targets: tuple[Target, ...]
    budget: tuple[BudgetLine, ...]
    sample: bool = False


@dataclass(frozen=True, slots=True)
class SheetContent:
    """Everything that is printed on one sheet before anybody signs it; the press needs nothing else.

    ``date`` is the day of the ceremony, ``place`` the town before the date, ``venue`` where people met,
    ``time_label`` the local time with its zone (``09.00 WIB``), ``number`` the office's own number or None.
    ``form_id`` names a form other than the usual one of the kind; ``answers`` fill the blanks of a private form;
    ``meterai`` is the office's choice in place of the form's own (None for the form's); ``numbered`` says whether the
    office numbers such documents: where it does not, no form prints a line for the number; ``revision`` is the line
    under the title of a Perjanjian Kinerja that supersedes another.
    """

    kind: DocumentKind
    serial: str
    mark: Mark
    letterhead: Letterhead
    office_name: str
    office_short: str
    occasion: str
    year: int
    date: date
    place: str
    venue: str
    time_label: str
    number: str | None
    parties: tuple[Party, ...]
    basis: tuple[str, ...] = ()
    attachment: Attachment | None = None
    minutes: Minutes | None = None
    paper: Paper = Paper.A4
    form_id: str | None = None
    answers: tuple[str, ...] = ()
    meterai: Meterai | None = None
    numbered: bool = True
    revision: str = ""


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """Where a slot lies on the frozen sheet: page from 0, box in µm from the page's lower left corner."""

    slot: str
    page: int
    x_um: int
    y_um: int
    width_um: int
    height_um: int

    def meets(self, other: SlotPlace) -> bool:
        """Whether the two boxes share more than an edge; their pages are not looked at."""
        return (
            self.x_um < other.x_um + other.width_um
            and other.x_um < self.x_um + self.width_um
            and self.y_um < other.y_um + other.height_um
            and other.y_um < self.y_um + self.height_um
        )


def places_of(places: tuple[SlotPlace, ...], slot: str, kind: InkKind) -> tuple[SlotPlace, ...]:
    """Where a slot's ink of this kind stands: one place, or for a paraf one on each page that asks for it."""
    key = kind.place_key(slot)
    return tuple(place for place in places if place.slot == key)


@dataclass(frozen=True, slots=True)
class ComposedSheet:
    """A sheet as frozen PDF bytes, with the places of its slots and of the record stamp (on one page).

    ``number`` is the free line after the word "Nomor:", one line high (its height is the leading), where the record
    writes the office's number or "menyusul"; None where the form prints no number. ``codes`` are the free squares for
    a code, one on each page. ``name`` is what the form calls the document, empty for sheets older than that.
    ``standard`` says for a document of the office which standard its file reached, and why no more.
    """

    pdf: bytes
    pages: int
    places: tuple[SlotPlace, ...]
    stamp: SlotPlace | None
    form: str
    number: SlotPlace | None = None
    codes: tuple[SlotPlace, ...] = ()
    name: str = ""
    standard: str = ""
