"""Invitations: half a page for each person, with the code that finds the person at the door."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Letterhead
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.invitations import invitation_code, read_invitation
from kpu_desk.domain.journal import Event
from kpu_desk.domain.officials import in_protocol_order
from kpu_desk.domain.showing import Printout
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import storage_error


def make_invitations(desk: Desk, ceremony_id: str) -> Printout:
    """One PDF with everybody of the list, in protocol order, two to a page; the same list gives the same codes.

    Raises:
        RuleError: KPU-ROSTER-EMPTY.
    """
    from kpu_desk.pdf.invitations import InvitationPages, Invited, invitation_pages

    ceremony, key = desk.ceremony(ceremony_id), desk.database.invitation_key()
    people = [official for official in in_protocol_order(ceremony.officials) if not official.added]
    if not people:
        raise RuleError("KPU-ROSTER-EMPTY")
    profile = desk.profile
    pages = InvitationPages(
        letterhead=Letterhead(profile.letterhead, profile.address, desk.logo),
        office=profile.short_name,
        occasion=ceremony.occasion,
        day=ceremony.date,
        time_label=f"{ceremony.start} {profile.zone.label}",
        venue=ceremony.venue,
        mark=desk.mark,
        paper=profile.paper,
        at=datetime.fromisoformat(desk.now_text()),
        people=tuple(Invited(one.name, one.printed_office, invitation_code(ceremony, one, key)) for one in people),
    )
    made = Printout("undangan", invitation_pages(pages))
    desk.note(Act(Event.INVITATIONS_MADE, {"ceremony": ceremony_id, "people": len(people)}))
    return made


def codes_on(file: Path) -> tuple[str, ...]:
    """What a reader at the door sees on printed invitations, one after the other.

    Raises:
        StorageError: the file cannot be read. KnownError: ENCRYPTED, or DAMAGED.
    """
    from kpu_desk.pdf.page_reading import texts_of_codes

    try:
        return texts_of_codes(file.read_bytes())
    except OSError as error:
        raise storage_error(error, file) from error


def invited(desk: Desk, ceremony: Ceremony, text: str) -> str:
    """The id of the person whose invitation was scanned.

    Raises:
        RuleError: as :func:`kpu_desk.domain.invitations.read_invitation`.
    """
    return read_invitation(text, ceremony, desk.database.invitation_key())
