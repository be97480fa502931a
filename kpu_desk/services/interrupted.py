"""After a crash or a power cut: who was at the pad then."""

from __future__ import annotations

from dataclasses import dataclass

from kpu_desk.domain.allowed import CeremonyAct, is_allowed
from kpu_desk.domain.calling import next_signers
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.officials import Official
from kpu_desk.services.desk import Desk
from kpu_desk.storage import pad_rows


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Who was at the pad, and at which ceremony."""

    ceremony: Ceremony
    official: Official


def who_was_writing(desk: Desk) -> Interrupted | None:
    """Whose strokes are still on a pad, and may sign there now; None where nobody's are.

    Closing the desk and taking a person back erase them, so only an end that nobody wanted leaves any.
    """
    with desk.database.reading() as session:
        left = pad_rows.left_over(session)
    for ceremony in desk.ceremonies() if left else ():
        if is_allowed(ceremony.state, CeremonyAct.SIGN):
            for official in next_signers(ceremony):
                if left & {(sheet.id, slot.key) for sheet, slot in ceremony.open_slots_of(official.id)}:
                    return Interrupted(ceremony, official)
    return None
