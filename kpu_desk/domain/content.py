"""What is printed on a sheet and what is said to its signer, read from the ceremony; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from kpu_desk.domain.assisting import Way, assisted_statement
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import Away, VoidSheet
from kpu_desk.domain.declaring import declaration_of
from kpu_desk.domain.documents import (
    Attachment,
    DocumentKind,
    InkKind,
    Letterhead,
    Mark,
    Paper,
    Party,
    Role,
    Sheet,
    SheetContent,
    SignatureSlot,
)
from kpu_desk.domain.forms import form_id_for
from kpu_desk.domain.local_time import clock_and_day, day_of
from kpu_desk.domain.minutes import KindCount, Minutes
from kpu_desk.domain.officials import Official
from kpu_desk.domain.own_documents import takes_number
from kpu_desk.domain.profile import OfficeProfile, Zone
from kpu_desk.domain.revising import revision_of, revision_title
from kpu_desk.domain.rundown_told import notes_told, rundown_lines
from kpu_desk.domain.voiding import void_reason
from kpu_desk.domain.whereabouts import AWAY_WORDS, away, interruptions

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
    paper: Paper = Paper.A4,
    day: date | None = None,
) -> SheetContent:
    """Everything the press needs for one sheet; parties stand in the order of the slots, ``form_id`` is the form used.

    ``day`` is the true day of a sheet that is made after the closing. An office may have chosen a form of its own in
    place of the usual one (``Ceremony.forms``).
    """
    declaration = declaration_of(ceremony, sheet)
    content = SheetContent(
        kind=sheet.kind,
        serial=sheet.serial,
        mark=mark,
        letterhead=Letterhead(profile.letterhead, profile.address, logo),
        office_name=profile.name,
        office_short=profile.short_name,
        occasion=ceremony.occasion,
        year=ceremony.year,
        date=day or ceremony.date,
        place=ceremony.place,
        venue=ceremony.venue,
        time_label=f"{ceremony.start} {profile.zone.label}",
        number=None,
        parties=tuple(_party(ceremony.official(slot.official_id), slot.key, slot.role) for slot in sheet.slots),
        basis=ceremony.basis,
        attachment=_attachment(ceremony, sheet),
        revision=revision_title(ceremony, sheet.id),
        minutes=minutes,
        paper=paper,
        form_id=sheet.form_id,
        answers=() if declaration is None else declaration.answers,
        numbered=takes_number(sheet, ceremony.documents, profile),
    )
    usual = form_id_for(content)
    return replace(content, form_id=dict(ceremony.forms).get(usual, usual))


def minutes_of(ceremony: Ceremony, zone: Zone, *, now: datetime, words: tuple[str, ...] = ()) -> Minutes:
    """What the Berita Acara tells, counted from the ceremony as it stands at ``now`` (domain.md 4.4).

    Of the absent stands which kind of reason was noted, of those who went when, of those who did not want to sign that
    they did not, of all others what is missing; of a moment of another day than that of ``now`` which day. Two of the
    same name are told apart.
    A private declaration and the PBBK it stands for are not told of at all (domain.md 3.3). The signature that closes
    the Daftar Hadir comes after the counting, so nobody waits for it here.
    """
    told = [sheet for sheet in ceremony.sheets if not sheet.private and not ceremony.is_waived(sheet)]
    counts = []
    for kind in (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK, DocumentKind.DOK, DocumentKind.DH):
        sheets = [sheet for sheet in told if sheet.kind is kind]
        if sheets:
            counts.append(
                KindCount(
                    kind=kind,
                    sheets=len(sheets),
                    complete=sum(ceremony.is_complete(without_end(sheet)) for sheet in sheets),
                    signatures=sum(len(ceremony.signed_slots(sheet.id)) for sheet in sheets),
                )
            )
    witnesses: Counter[str] = Counter()
    confirmed = {(one.sheet_id, one.slot): one.witnesses for one in ceremony.signatures}
    pending: dict[str, list[tuple[Sheet, SignatureSlot]]] = {}
    for sheet in map(without_end, told):
        signed = ceremony.signed_slots(sheet.id)
        for slot in sheet.slots:
            if slot.role is Role.SAKSI and slot.key in signed:
                witnesses[slot.official_id] += 1
            witnesses.update(confirmed.get((sheet.id, slot.key), ()))
            # Whoever is absent is named as absent, once.
            if slot.key not in signed and slot.role is not Role.HADIR and slot.official_id in ceremony.attended:
                pending.setdefault(slot.official_id, []).append((sheet, slot))
    day = day_of(now.isoformat(), zone)
    invited = [official for official in ceremony.officials if not official.added]
    return Minutes(
        opened="-" if ceremony.opened_at is None else clock_and_day(ceremony.opened_at, zone, day),
        closed=clock_and_day(now.isoformat(), zone, day),
        present=sum(official.id in ceremony.attended for official in invited),
        invited=len(invited),
        counts=tuple(counts),
        witnesses=tuple(map(ceremony.named, witnesses)),
        absent=tuple(
            " – ".join((ceremony.named(o.id), *_why_away(ceremony, o.id, zone, day)))
            for o in invited
            if o.id not in ceremony.attended
        ),
        pending=tuple(
            f"{ceremony.named(official_id)} – "
            + "; ".join((missing_words(ceremony, official_id, missing), *_why_away(ceremony, official_id, zone, day)))
            for official_id, missing in pending.items()
        ),
        void=tuple(_void(ceremony, void, zone, day) for void in ceremony.voids if not void.sheet.private),
        words=words,
        rundown=rundown_lines(ceremony, zone, day),
        notes=(*notes_told(ceremony, zone, day), *_interrupted(ceremony, told, zone, day)),
    )


def missing_words(ceremony: Ceremony, official_id: str, missing: Iterable[tuple[Sheet, SignatureSlot]]) -> str:
    """``PI-004, PBBK-004 (belum bersedia), 3 lembar sebagai saksi``: what a person is still to sign; never why not."""
    declined = {decline.sheet_id for decline in ceremony.declines if decline.official_id == official_id}
    own, witnessed = [], 0
    for sheet, slot in missing:
        if slot.role is Role.SAKSI and sheet.id not in declined:
            witnessed += 1
        else:
            role = " sebagai saksi" if slot.role is Role.SAKSI else ""
            own.append(f"{sheet.serial}{role}{' (belum bersedia)' if sheet.id in declined else ''}")
    return ", ".join([*own, f"{witnessed} lembar sebagai saksi"] if witnessed else own)


def _void(ceremony: Ceremony, void: VoidSheet, zone: Zone, day: date) -> str:
    """Which sheet is void, whose, why and since when, and which one stands in its place."""
    whose = "" if void.sheet.subject_id is None else f" atas nama {ceremony.named(void.sheet.subject_id)}"
    new, when = ceremony.sheet_or_void(void.replaced_by).serial, clock_and_day(void.at, zone, day)
    return f"{void.sheet.serial}{whose} ({void_reason(void)}), dibatalkan pukul {when}, diganti {new}"


def _interrupted(ceremony: Ceremony, sheets: Iterable[Sheet], zone: Zone, day: date) -> Iterator[str]:
    """Where one of two parties was called away while the other's signature stood there; never why."""
    for sheet in sheets:
        for one in interruptions(ceremony, sheet):
            name = ceremony.named(sheet.slot(one.slot).official_id)
            back = "" if one.back_at is None else f" dan hadir lagi pukul {clock_and_day(one.back_at, zone, day)}"
            left = clock_and_day(one.left_at, zone, day)
            yield f"{sheet.serial} menunggu tanda tangan {name}, yang meninggalkan acara pukul {left}{back}."


def _why_away(ceremony: Ceremony, official_id: str, zone: Zone, day: date) -> tuple[str, ...]:
    """What kind of reason was noted of somebody who is not here, if any; never the operator's own words."""
    why = away(ceremony, official_id)
    if why is None:
        return ()
    when = f" pukul {clock_and_day(why.at, zone, day)}" if why.what is Away.LEFT else ""
    return (f"{AWAY_WORDS[why.what]}{when}",)


def role_label(ceremony: Ceremony, sheet: Sheet, role: Role) -> str:
    """In which role somebody signs, to stand after "sebagai" in the signer's window."""
    if sheet.kind is DocumentKind.DH and role is Role.PENANDA_TANGAN:
        return "penutup daftar"
    if sheet.private and sheet.subject_id is not None:
        return "pembuat deklarasi" if role is Role.PEMBUAT else f"penerima dari {ceremony.named(sheet.subject_id)}"
    if role is Role.SAKSI and sheet.subject_id is not None:
        return f"saksi bagi {ceremony.named(sheet.subject_id)}"
    return _SCREEN_ROLE.get(role, "saksi")


def consent_statement(
    ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot, name: str = "", way: Way | None = None
) -> str:
    """The sentence a signer confirms; it goes into the evidence word for word (UU ITE art. 11(1)f).

    ``name`` is what the form calls the document, the kind's own name without it; ``way`` how a helped person signs.
    """
    name, role = name or sheet.kind.full_name, slot.role
    if way is not None:
        maker = "" if sheet.subject_id is None else ceremony.named(sheet.subject_id)
        return assisted_statement(sheet, slot, way, occasion=ceremony.occasion, document=name, maker=maker)
    paraf = " serta memaraf" if InkKind.PARAF in slot.further else ""
    if sheet.kind is DocumentKind.DH and role is Role.PENANDA_TANGAN:
        return f"Saya telah memeriksa {name} ini dan menutupnya dengan tanda tangan saya sendiri."
    if role is Role.HADIR:
        return f"Saya hadir pada acara {ceremony.occasion} dan menandatangani{paraf} {name} ini sendiri."
    if role is Role.SAKSI and sheet.subject_id is not None:
        maker = ceremony.named(sheet.subject_id)
        if sheet.private:
            return f"Saya menerima {name} ini dari {maker}, dan saya telah membaca isinya."
        return f"Saya menyaksikan bahwa {maker} menandatangani {name} ini, dan saya telah membaca isinya."
    act = f"menandatangani{paraf}nya"
    return f"Saya telah membaca dan memahami {name} ini, menyetujui isinya, dan {act} sendiri."


def without_end(sheet: Sheet) -> Sheet:
    """A Daftar Hadir without the signature that closes it; every other sheet as it is."""
    if sheet.kind is not DocumentKind.DH:
        return sheet
    return replace(sheet, slots=tuple(slot for slot in sheet.slots if slot.role is Role.HADIR))


def _attachment(ceremony: Ceremony, sheet: Sheet) -> Attachment | None:
    revision = revision_of(ceremony, sheet.id)
    if revision is not None:
        return revision.attachment
    return None if sheet.agreement is None else ceremony.attachment_of(sheet.agreement)


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
