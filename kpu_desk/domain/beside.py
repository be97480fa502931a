"""Those beside the signer, from the roster to the window and from what was captured there into the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from kpu_desk.domain.assisting import Help, Sentences, Way, check_help, sentences
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Sheet, SignatureSlot
from kpu_desk.domain.evidence import Assistance, Evidence
from kpu_desk.domain.journal import utc_text
from kpu_desk.domain.officials import Official
from kpu_desk.domain.showing import Beside, Captured, Helped
from kpu_desk.domain.witnessing import Confirmation


def shown_beside(ceremony: Ceremony, official_id: str) -> Beside:
    """A person as his name stands at the signer's window."""
    return Beside(official_id, ceremony.official(official_id).name, ceremony.office_of(official_id))


def helped_by(ceremony: Ceremony, signer: Official, helping: Help) -> Helped:
    """Who helps and who witnesses, as the window shows them; raises as ``assisting.check_help``."""
    check_help(helping, signer, ceremony.official, ceremony.present)
    return Helped(
        helping.way,
        shown_beside(ceremony, helping.helper_id),
        tuple(shown_beside(ceremony, witness) for witness in helping.witness_ids),
    )


def statements(ceremony: Ceremony, sheet: Sheet, slot: SignatureSlot, document: str, way: Way) -> Sentences:
    """What the helper is asked to state of one sheet."""
    return sentences(ceremony.named(slot.official_id), document, sheet.serial, way)


def confirmations(
    ceremony: Ceremony, captured: Captured, accepted: datetime, within_s: int
) -> tuple[Confirmation, ...]:
    """The witnesses' taps with their times, counted back from when all was handed over."""
    made = []
    for tap in captured.taps:
        witness = shown_beside(ceremony, tap.official_id)
        at = utc_text(accepted - timedelta(milliseconds=tap.ago_ms))
        made.append(
            Confirmation(witness.official_id, witness.name, witness.office, at, tap.after_ms, within_s, tap.asked)
        )
    return tuple(made)


def what_helper_said(ceremony: Ceremony, captured: Captured, document: str) -> Assistance | None:
    """What the helper ticked, with who he is; None where the person signed without help. Raises as ``check_help``."""
    helping, said = captured.helped, captured.said
    if helping is None:
        return None
    check_help(helping, ceremony.official(captured.official_id), ceremony.official, ceremony.present)
    helper = shown_beside(ceremony, helping.helper_id)
    said = said or Sentences("", "", "", "")
    return Assistance(
        way=helping.way.value,
        helper_id=helper.official_id,
        helper_name=helper.name,
        helper_office=helper.office,
        document=document,
        identity=said.identity,
        read_aloud=said.read_aloud,
        explained=said.explained,
        presence=said.presence,
        witness_ids=helping.witness_ids,
    )


def beside_facts(evidence: Evidence) -> Mapping[str, object]:
    """What the journal says of them; nothing where nobody stood beside the signer."""
    facts: dict[str, object] = {}
    if evidence.confirmed:
        facts["witnesses"] = [one.official_id for one in evidence.confirmed]
        facts["asked"] = [one.asked for one in evidence.confirmed]
    if evidence.assisted is not None:
        facts |= {"way": evidence.assisted.way, "helper": evidence.assisted.helper_id}
    return facts
