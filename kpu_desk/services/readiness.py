"""The readiness check: what office, database and computer say, judged; and why a ceremony was opened all the same."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import kpu_desk
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.clock import unborn
from kpu_desk.domain.documents import DECLARATION_FORM, Agreement, DocumentKind
from kpu_desk.domain.errors import FormError, KnownError
from kpu_desk.domain.forms import Wording, parse_form
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.places import Grade, check_places
from kpu_desk.domain.readiness import Facts, Line, Machine, Power, UsedForm, red
from kpu_desk.domain.readiness_checks import readiness
from kpu_desk.services.desk import Act, Desk, system_clock, unchecked
from kpu_desk.services.freezing import form_text
from kpu_desk.workspace import storage_error

POWER_SUPPLIES = Path("/sys/class/power_supply")
"""Linux, sysfs-class-power: one folder for each battery and charger."""

_YEAR = re.compile(r"\b20[0-9]{2}\b")


def check(desk: Desk, ceremony: Ceremony, machine: Machine | None = None) -> tuple[Line, ...]:
    """Every line of the readiness check as things stand now.

    Args:
        machine: what the windows see of the computer; without it nothing is said of printer, pen and screens, and the
            sealing key is looked at without being opened.
    """
    return readiness(gather(desk, ceremony, machine))


def gather(desk: Desk, ceremony: Ceremony, machine: Machine | None = None) -> Facts:
    """What is judged; see :func:`check`."""
    from kpu_desk.storage import inks, journal_rows
    from kpu_desk.storage.escrow import last_day

    with desk.database.reading() as session:
        head = journal_rows.head(session)
        escrow = inks.certificate(session)
    now = desk.clock()
    seal, until = _seal(desk, opened=machine is not None)
    faces, unprintable = _faces(ceremony)
    return Facts(
        ceremony=ceremony,
        profile=desk.profile,
        mark=desk.mark,
        now=now,
        last_entry=None if head is None else datetime.fromisoformat(head.at),
        local_offset=now.astimezone().utcoffset(),
        free_mb=_free_mb(desk.workspace.root),
        power=read_power(),
        seal=seal,
        seal_until=until,
        escrow=escrow is not None,
        escrow_until=None if escrow is None else last_day(escrow),
        forms=tuple(_used_forms(desk, ceremony)),
        faces=faces,
        unprintable=unprintable,
        unplaced=tuple(_unplaced(desk, ceremony)),
        machine=machine,
        # A clock that was put in the computer's place says what it was told to.
        unborn=desk.clock is system_clock and unborn(kpu_desk.BUILT, utc_text(now)) is not None,
        clock_checked=desk.clock_source != unchecked(desk.clock),
    )


def opened_despite(ceremony_id: str, lines: Iterable[Line], reason: str) -> tuple[Act, ...]:
    """What the journal says where a ceremony is opened over red lines; nothing where there are none."""
    standing = red(lines)
    if not standing:
        return ()
    facts = {
        "ceremony": ceremony_id,
        "topics": [line.topic.value for line in standing],
        "lines": [line.code for line in standing],
        "reason": reason,
    }
    return (Act(Event.OPENED_DESPITE, facts),)


def read_power(supplies: Path = POWER_SUPPLIES) -> Power | None:
    """The battery that holds the least, and whether a charger gives power; None where the system tells nothing."""
    if not supplies.is_dir():
        return None
    levels, chargers = [], []
    for supply in sorted(supplies.iterdir()):
        kind = _text(supply / "type")
        # A mouse or a headset has a battery too (scope "Device"); the computer does not live on it.
        if kind == "Battery" and _text(supply / "scope") != "Device":
            level = _text(supply / "capacity")
            if level.isdigit():
                levels.append(int(level))
                chargers.append(_text(supply / "status") in ("Charging", "Full", "Not charging"))
        elif kind in ("Mains", "USB", "Wireless"):
            chargers.append(_text(supply / "online") not in ("", "0"))
    return Power(min(levels, default=None), any(chargers) if chargers else None)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _free_mb(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free // 1_000_000
    except OSError as error:
        raise storage_error(error, folder) from error


def _seal(desk: Desk, *, opened: bool) -> tuple[str, date | None]:
    from kpu_desk.pdf.seal_key import load_certificate

    try:
        if opened:
            certificate = load_certificate(desk.seal_key().certificate_pem)
        elif not desk.workspace.seal_key.is_file():
            return "SEAL_KEY_MISSING", None
        else:
            certificate = load_certificate(desk.certificate_pem)
    except KnownError as error:
        return error.code, None
    except OSError:
        return "SEAL_KEY_MISSING", None
    return "", certificate.not_valid_after_utc.date()


def _faces(ceremony: Ceremony) -> tuple[bool, tuple[str, ...]]:
    from kpu_desk.pdf.fonts import unprintable

    found = []
    try:
        for official in ceremony.officials:
            told = f"{official.name} {official.office} {official.unit or ''} {official.decree or ''}"
            if not told.isascii() and unprintable(char for char in unicodedata.normalize("NFC", told)):
                found.append(official.name)
    except (KnownError, OSError):
        return False, ()
    return True, tuple(found)


def _used_forms(desk: Desk, ceremony: Ceremony) -> Iterator[UsedForm]:
    chosen = dict(ceremony.forms)
    for usual in _usual_forms(ceremony):
        form_id = chosen.get(usual, usual)
        try:
            words = form_text(desk, form_id)
            form = parse_form(words.text, words.source)
        except KnownError as error:
            line = error.facts.get("line") if isinstance(error, FormError) else None
            yield UsedForm(form_id, 0, problem=f"baris {line}" if line else error.code)
            continue
        years = tuple(int(year) for text in form.title for year in _YEAR.findall(text))
        yield UsedForm(form_id, form.year, years, draft=form.wording is Wording.DRAFT)


def _usual_forms(ceremony: Ceremony) -> Iterator[str]:
    kinds, people = ceremony.kinds, [one for one in ceremony.officials if not one.added]
    if DocumentKind.PK in kinds:
        if Agreement.SECRETARIAT in ceremony.agreements:
            yield "pk-dua-pihak"
        if Agreement.COMMISSION in ceremony.agreements:
            yield "pk-satu-pihak"
    if DocumentKind.PI in kinds:
        signing = [one for one in people if ceremony.signs(one, DocumentKind.PI)]
        yield from dict.fromkeys("pi-komisioner" if one.group.is_commissioner else "pi-asn" for one in signing)
    if DocumentKind.PBBK in kinds:
        yield from ("pbbk", *((DECLARATION_FORM,) if ceremony.declarations else ()))
    if DocumentKind.DH in kinds:
        yield "daftar-hadir"
    if DocumentKind.BA in kinds:
        yield "berita-acara"


def _unplaced(desk: Desk, ceremony: Ceremony) -> Iterator[str]:
    from kpu_desk.storage import own_pdfs

    for document in ceremony.documents:
        for file in document.files:
            with desk.database.reading() as session:
                own = own_pdfs.load(session, file.sha256)
            refused = own is None or any(found.grade is Grade.REFUSED for found in check_places(document.pattern, own))
            if refused:
                yield file.name
