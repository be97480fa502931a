"""Officials of an office: who they are, in which capacity they act, where they stand in protocol."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache


class Capacity(StrEnum):
    """How somebody holds an office (domain.md 5.2: Plt./Plh./a.n. stand before the office)."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    AN = "an"

    @property
    def prefix(self) -> str:
        """What is printed before the office, with its space; empty for a holder in his own right."""
        return {"definitif": "", "plt": "Plt. ", "plh": "Plh. ", "an": "a.n. "}[self.value]


class Group(IntEnum):
    """Protocol groups, in protocol order (domain.md 4.5 and 5.2)."""

    KETUA = 0
    ANGGOTA = 1
    SEKRETARIS = 2
    KEPALA_BAGIAN = 3
    KEPALA_SUBBAGIAN = 4
    FUNGSIONAL = 5
    PELAKSANA = 6

    @property
    def is_commissioner(self) -> bool:
        """Whether the person is a member of the commission, not of its secretariat."""
        return self in (Group.KETUA, Group.ANGGOTA)


@dataclass(frozen=True, slots=True)
class Official:
    """One person of the roster, as printed.

    Attributes:
        id: opaque, unique in the workspace; never shown.
        name: with titles, exactly as the person writes it.
        nip: 18 digits as text, or None (commissioners and non-ASN have none).
        rank: pangkat/golongan as written, or None.
        office: jabatan without Plt./Plh./a.n.
        unit: bagian or subbagian, or None.
        decree: the basis of an acting appointment, or None.
        added: not from the roster: invented by the rehearsal because the roster named no Ketua or Sekretaris, or in
            office since, for a revision. No sheets of one person are made for him.
    """

    id: str
    name: str
    nip: str | None
    rank: str | None
    office: str
    unit: str | None
    capacity: Capacity = Capacity.DEFINITIF
    decree: str | None = None
    added: bool = False

    @property
    def printed_office(self) -> str:
        """The office as printed, with Plt., Plh. or a.n. before it."""
        return self.capacity.prefix + self.office

    @property
    def group(self) -> Group:
        """Where the person stands in protocol, read from the office."""
        return recognise_group(self.office)


# After "Ketua", "Anggota" or "Sekretaris" the office itself must follow, or nothing: "Ketua Divisi …" is
# a member, "Ketua Tim Kerja" and "Sekretaris Pimpinan" are staff.
_BODY = r"(?=\s*(?:$|[,;/(&–-]|(?:merangkap|kpu|kip|komisi|provinsi|kabupaten|kab\.|kota|dan)\b))"
_ACTING = re.compile(r"^(?:plt|plh|pj|pjs|a\.\s?n)\.?\s+", re.IGNORECASE)
_KETUA = re.compile(r"^ketua\b" + _BODY, re.IGNORECASE)
_ANGGOTA = re.compile(r"^(?:anggota\b" + _BODY + r"|(?:wakil\s+)?ketua\s+divisi\b|anggota\s+divisi\b)", re.IGNORECASE)
_SEKRETARIS = re.compile(r"^sekretaris\b" + _BODY, re.IGNORECASE)
_KABAG = re.compile(r"^(?:kepala\s+bagian|kabag)\b", re.IGNORECASE)
_KASUBBAG = re.compile(r"^(?:kepala\s+sub\s?-?\s?bag(?:ian)?|kasub\s?-?bag(?:ian)?)\b", re.IGNORECASE)
_FUNGSIONAL = re.compile(
    r"\b(?:ahli\s+(?:utama|madya|muda|pertama)|penyelia|mahir|terampil|fungsional)\b", re.IGNORECASE
)


@lru_cache(4096)
def recognise_group(office: str) -> Group:
    """Reads the protocol group from the words of an office (domain.md 4.5, 5.2).

    "Ketua Divisi Data dan Informasi" is a member, never the Ketua.
    """
    words = _ACTING.sub("", " ".join(office.split()))
    for pattern, group in (
        (_ANGGOTA, Group.ANGGOTA),
        (_KETUA, Group.KETUA),
        (_SEKRETARIS, Group.SEKRETARIS),
        (_KASUBBAG, Group.KEPALA_SUBBAGIAN),
        (_KABAG, Group.KEPALA_BAGIAN),
    ):
        if pattern.search(words):
            return group
    return Group.FUNGSIONAL if _FUNGSIONAL.search(words) else Group.PELAKSANA


def in_protocol_order(officials: tuple[Official, ...]) -> tuple[Official, ...]:
    """Sorts by protocol group, keeping the roster's own order inside a group (domain.md 4.5).

    Staff below the Sekretaris keep the roster's order among themselves, because units are called together.
    """
    return tuple(sorted(officials, key=lambda official: min(official.group, Group.KEPALA_BAGIAN)))


def told_apart(officials: Sequence[Official]) -> dict[str, str]:
    """What tells those apart who have the same name, by id: office, unit, both, or the number in the roster.

    A NIP never does: it is not read aloud and not shown to the hall (domain.md 7.4). Who has a name of his own is not
    in it.
    """
    named: dict[str, list[tuple[int, Official]]] = {}
    for number, official in enumerate(officials, start=1):
        named.setdefault(" ".join(official.name.casefold().split()), []).append((number, official))
    apart: dict[str, str] = {}
    for same in named.values():
        if len(same) > 1:
            ways = zip(*(_ways_apart(number, official) for number, official in same), strict=True)
            texts = next(way for way in ways if all(way) and len({text.casefold() for text in way}) == len(way))
            apart |= {official.id: text for (_, official), text in zip(same, texts, strict=True)}
    return apart


def _ways_apart(number: int, official: Official) -> tuple[str, ...]:
    office, unit = official.printed_office, official.unit or ""
    return office, unit, f"{office}, {unit}" if unit else "", f"{office}, nomor {number} di daftar"
