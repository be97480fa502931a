"""What is printed on a sheet and what is said to its signer, read from the ceremony; pure."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import (
    DocumentKind,
    KindCount,
    Letterhead,
    Mark,
    Minutes,
    Party,
    Role,
    Sheet,
    SheetContent,
)
from kpu_desk.domain.officials import Official
from kpu_desk.domain.profile import OfficeProfile, Zone

_SCREEN_ROLE = {
    Role.PIHAK_PERTAMA: "Pihak Pertama",
    Role.PIHAK_KEDUA: "Pihak Kedua",
    Role.PEMBUAT: "pembuat pernyataan",
    Role.HADIR: "yang hadir",
    Role.PENANDA_TANGAN: "penanda tangan",
}


def sheet_content(
    ceremony: Ceremony,
    sheet: Sheet,
    profile: OfficeProfile,
    mark: Mark,
    *,
    logo: bytes | None = None,
    minutes: Minutes | None = None,
) -> SheetContent:
    """Everything the press needs for one sheet; parties stand in the order of the slots."""
    return SheetContent(
        kind=sheet.kind,
        serial=sheet.serial,
        mark=mark,
        letterhead=Letterhead(profile.letterhead, profile.address, logo),
        office_name=profile.name,
        office_short=profile.short_name,
        occasion=ceremony.occasion,
        year=ceremony.year,
        date=ceremony.date,
        place=ceremony.place,
        venue=ceremony.venue,
        time_label=f"{ceremony.start} {profile.zone.label}",
        number=None,
        parties=tuple(_party(ceremony.official(slot.official_id), slot.key, slot.role) for slot in sheet.slots),
        basis=ceremony.basis,
        attachment=ceremony.attachment if sheet.kind is DocumentKind.PK else None,
        minutes=minutes,
    )


def minutes_of(ceremony: Ceremony, zone: Zone, *, now: datetime) -> Minutes:
    """What the Berita Acara tells, counted from the ceremony as it stands at ``now`` (domain.md 4.4)."""
    counts = []
    for kind in (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DH):
        sheets = [sheet for sheet in ceremony.sheets if sheet.kind is kind]
        if sheets:
            counts.append(
                KindCount(
                    kind=kind,
                    sheets=len(sheets),
                    complete=sum(ceremony.is_complete(sheet) for sheet in sheets),
                    signatures=sum(len(ceremony.signed_slots(sheet.id)) for sheet in sheets),
                )
            )
    witnesses: Counter[str] = Counter()
    pending: dict[str, None] = {}
    for sheet in ceremony.sheets:
        signed = ceremony.signed_slots(sheet.id)
        for slot in sheet.slots:
            name = ceremony.official(slot.official_id).name
            if slot.role is Role.SAKSI and slot.key in signed:
                witnesses[name] += 1
            # Whoever is absent is named as absent, once.
            if slot.key not in signed and slot.role is not Role.HADIR and slot.official_id in ceremony.present:
                pending[name] = None
    invited = [official for official in ceremony.officials if not official.added]
    return Minutes(
        opened=_local(ceremony.opened_at, zone),
        closed=_local(now.isoformat(), zone),
        present=sum(official.id in ceremony.present for official in invited),
        invited=len(invited),
        counts=tuple(counts),
        witnesses=tuple(witnesses),
        absent=tuple(official.name for official in invited if official.id not in ceremony.present),
        pending=tuple(pending),
    )


def role_label(ceremony: Ceremony, sheet: Sheet, role: Role) -> str:
    """In which role somebody signs, to stand after "sebagai" in the signer's window."""
    if role is Role.SAKSI and sheet.subject_id is not None:
        return f"saksi bagi {ceremony.official(sheet.subject_id).name}"
    return _SCREEN_ROLE.get(role, "saksi")


def consent_statement(ceremony: Ceremony, sheet: Sheet, role: Role) -> str:
    """The sentence a signer confirms; it goes into the evidence word for word (UU ITE art. 11(1)f)."""
    name = sheet.kind.full_name
    if role is Role.HADIR:
        return f"Saya hadir pada acara {ceremony.occasion} dan menandatangani {name} ini sendiri."
    if role is Role.SAKSI and sheet.subject_id is not None:
        maker = ceremony.official(sheet.subject_id).name
        return f"Saya menyaksikan bahwa {maker} menandatangani {name} ini, dan saya telah membaca isinya."
    return f"Saya telah membaca dan memahami {name} ini, menyetujui isinya, dan menandatanganinya sendiri."


def _party(official: Official, slot: str, role: Role) -> Party:
    return Party(
        slot=slot,
        role=role,
        name=official.name,
        nip=official.nip,
        rank=official.rank,
        office=official.printed_office,
        unit=official.unit,
        decree=official.decree,
        commissioner=official.group.is_commissioner,
    )


def _local(moment: str | None, zone: Zone) -> str:
    if moment is None:
        return "-"
    return datetime.fromisoformat(moment).astimezone(zone.tzinfo).strftime("%H.%M")
