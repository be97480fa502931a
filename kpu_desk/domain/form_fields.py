"""The named fields of a form and their values for one sheet."""

from __future__ import annotations

import re

from kpu_desk.domain.dates import date_in_words, long_date, numeric_date, terbilang, weekday
from kpu_desk.domain.documents import Party, Role, SheetContent
from kpu_desk.domain.minutes import Minutes
from kpu_desk.domain.officials import Group, recognise_group

MINUTES_FIELDS = (
    "dibuka",
    "ditutup",
    "hadir",
    "hadir_terbilang",
    "diundang",
    "diundang_terbilang",
    "rangkap",
    "rangkap_terbilang",
    "susulan",
    "tanggal_upacara",
)
FIELDS = (
    "nama",
    "jabatan",
    "nip",
    "instansi",
    "instansi_singkat",
    "tahun",
    "hari",
    "tanggal",
    "tanggal_angka",
    "tanggal_terbilang",
    "tempat",
    "tempat_acara",
    "acara",
    "acara_kapital",
    "waktu",
    "zona",
    *MINUTES_FIELDS,
)
"""What may stand in braces; ``nama``, ``jabatan`` and ``nip`` are the maker's."""

LABELS = {
    "nama": "Nama",
    "nip": "NIP",
    "pangkat": "Pangkat/Gol.",
    "jabatan": "Jabatan",
    "unit": "Unit Kerja",
    "hari_tanggal": "Hari/Tanggal",
    "waktu": "Waktu",
    "tempat": "Tempat",
    "acara": "Acara",
}
"""The labels of a block of labels and values."""

LISTS = ("dasar", "saksi", "tidak_hadir", "menyusul", "batal", "kesiapan", "waktu", "susulan", "kejadian")
TABLES = ("rekapitulasi", "daftar_hadir", "susunan_acara")

_BODY_NAMED = re.compile(r"\b(?:KPU|KIP|Komisi)\b", re.IGNORECASE)


def grouped_nip(nip: str) -> str:
    """``19860926 201505 1 001``: the customary groups 8-6-1-3 (domain.md 5.1); other lengths stay as they are."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if re.fullmatch(r"[0-9]{18}", nip) else nip


def office_in_full(party: Party, institution: str) -> str:
    """The office with the institution where the office alone names none: "Ketua" of what.

    Only for Ketua, Anggota and Sekretaris without a division: offices of the secretariat name their unit.
    """
    office = " ".join(party.office.split())
    group = recognise_group(office)
    alone = group in (Group.KETUA, Group.SEKRETARIS) or re.fullmatch(r"anggota", office, re.IGNORECASE)
    return f"{office} {institution}" if alone and not _BODY_NAMED.search(office) else office


def _office_with_decree(party: Party, institution: str) -> str:
    """Whoever acts for another names the decree behind the office (domain.md 5.2)."""
    office = office_in_full(party, institution)
    return f"{office} ({party.decree})" if party.decree else office


def names_of(content: SheetContent, which: str) -> tuple[str, ...]:
    """One of the lists of the Berita Acara."""
    minutes = content.minutes
    if which == "dasar":
        return content.basis
    if minutes is None:
        return ()
    return {
        "saksi": minutes.witnesses,
        "tidak_hadir": minutes.absent,
        "menyusul": minutes.pending,
        "batal": minutes.void,
        "kesiapan": minutes.despite,
        "waktu": minutes.clock,
        "susulan": minutes.late,
        "kejadian": minutes.notes,
    }[which]


def field_values(content: SheetContent) -> dict[str, str]:
    """A value for each of FIELDS; empty where the sheet has none."""
    makers = [party for party in content.parties if party.role in (Role.PEMBUAT, Role.PIHAK_PERTAMA)]
    maker = makers[0] if makers else None
    values = {
        "nama": maker.name if maker else "",
        "jabatan": _office_with_decree(maker, content.office_name) if maker else "",
        "nip": grouped_nip(maker.nip) if maker and maker.nip else "",
        "instansi": content.office_name,
        "instansi_singkat": content.office_short,
        "tahun": str(content.year),
        "hari": weekday(content.date),
        "tanggal": long_date(content.date),
        "tanggal_angka": numeric_date(content.date),
        "tanggal_terbilang": date_in_words(content.date),
        "tempat": content.place,
        "tempat_acara": content.venue,
        "acara": content.occasion,
        "acara_kapital": content.occasion.upper(),
        "waktu": content.time_label,
        "zona": content.time_label.rpartition(" ")[2],
    }
    return values | _minutes_values(content.minutes)


def _minutes_values(minutes: Minutes | None) -> dict[str, str]:
    if minutes is None:
        return dict.fromkeys(MINUTES_FIELDS, "")
    return {
        "dibuka": minutes.opened,
        "ditutup": minutes.closed,
        "hadir": str(minutes.present),
        "hadir_terbilang": terbilang(minutes.present),
        "diundang": str(minutes.invited),
        "diundang_terbilang": terbilang(minutes.invited),
        "rangkap": str(minutes.originals),
        "rangkap_terbilang": terbilang(minutes.originals),
        "susulan": str(minutes.sitting),
        "tanggal_upacara": minutes.ceremony_day,
    }


def label_values(content: SheetContent, party: Party | None) -> dict[str, str]:
    """A value for each of LABELS; empty where there is none, so that the label is left out."""
    values = {
        "hari_tanggal": f"{weekday(content.date)}, {long_date(content.date)}",
        "waktu": content.time_label,
        "tempat": content.venue,
        "acara": content.occasion,
    }
    if party is None:
        return values
    return values | {
        "nama": party.name,
        "nip": grouped_nip(party.nip) if party.nip else "",
        "pangkat": party.rank or "" if not party.commissioner else "",
        "jabatan": _office_with_decree(party, content.office_name),
        "unit": party.unit or "",
    }
