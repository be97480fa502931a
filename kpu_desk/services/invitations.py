"""Invitations: one page or half a page for each person, with the code that finds the person at the door."""

from __future__ import annotations

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.invitations import read_invitation
from kpu_desk.services.desk import Desk


def invited(desk: Desk, ceremony: Ceremony, text: str) -> str:
    """The id of the person whose invitation was scanned.

    Raises:
        RuleError: as :func:`kpu_desk.domain.invitations.read_invitation`.
    """
    return read_invitation(text, ceremony, desk.database.invitation_key())
