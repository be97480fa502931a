"""Assisted signing and *cap jempol*: who cannot read or cannot write signs with a helper and before two witnesses.

The rule is that of a thumbprint under a private deed (KUHPerdata art. 1874, Stb. 1867 no. 29; RBg art. 286) [M]:
whoever takes it states that he knows the person or had him made known, that the content was explained to him, and
that the print was placed in his presence. That is asked of every assisted signature, and two witnesses besides. The
law means a statement of a notary or an official named by law; here it is the helper's word, recorded as such and
claimed as no more.

The program never takes a thumbprint. A fingerprint is specific personal data (UU PDP 27/2022 art. 4(2), domain.md
7.4), a touchscreen reports a place and no ridges, and a picture of it could be used again. So for a *cap jempol* the
print goes on the sheet of paper, in ink, and stays there; the person touches the pad with the same thumb, which is
the live act of consent that the electronic record needs (UU ITE art. 11(1)f) and shows on it as the small mark it is;
the record says "cap jempol pada lembar kertas". Who can write some mark (a cross, a line, a dot) writes it on the
pad; it is not refused for being small, since the helper and the witnesses vouch for what the shape cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kpu_desk.domain.checks import check_ink_confirmed, check_ink_enough, check_ink_not_straight
from kpu_desk.domain.documents import InkKind, Role, Sheet, SignatureSlot
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.evidence import Assistance, Evidence
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.officials import Official
from kpu_desk.domain.witnessing import (
    check_confirmed,
    check_in_time,
    check_own_witness,
    check_witness,
    check_witness_present,
    same_person,
)

WITNESSES = 2


class Way(StrEnum):
    """What the person cannot do, and how the person signs instead."""

    READ_TO = "read_to"
    MARK = "mark"
    THUMB = "thumb"

    @property
    def words(self) -> str:
        """As it stands in the record."""
        return {
            "read_to": "naskah dibacakan, tanda tangan ditulis sendiri",
            "mark": "naskah dibacakan, tanda dibubuhkan sendiri di layar sebagai ganti tanda tangan",
            "thumb": "naskah dibacakan, cap jempol pada lembar kertas; di layar sentuhan jempol, bukan sidik jari",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Help:
    """How a person is helped in one sitting: in which way, by whom, and before which two witnesses."""

    way: Way
    helper_id: str
    witness_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the helper states, word for word as it is shown and ticked."""

    identity: str
    read_aloud: str
    explained: str
    presence: str


def sentences(signer: str, document: str, serial: str, way: Way) -> Sentences:
    """The statements for one sheet: the person, the content, the presence (KUHPerdata art. 1874), and the reading."""
    placed = {
        Way.READ_TO: f"{signer} menandatangani {document} ini sendiri",
        Way.MARK: f"{signer} membubuhkan tandanya pada {document} ini sendiri",
        Way.THUMB: f"{signer} membubuhkan cap jempolnya sendiri pada lembar kertas {serial}",
    }[way]
    return Sentences(
        identity=f"Orang ini adalah {signer}; hal itu telah saya pastikan.",
        read_aloud=f"Seluruh isi {document} ini telah saya bacakan dengan suara yang jelas.",
        explained="Isinya telah saya jelaskan kepadanya, dan ia menyatakan memahaminya.",
        presence=f"{placed}, di hadapan saya dan kedua saksi.",
    )


def assisted_statement(sheet: Sheet, slot: SignatureSlot, way: Way, *, occasion: str, document: str, maker: str) -> str:
    """What an assisted person confirms: true for somebody to whom the text was read.

    Args:
        occasion: of the ceremony, for those who are only present.
        document: what the form calls the document.
        maker: name of the person whose sheet it is, or empty.
    """
    mark = {
        Way.READ_TO: "menandatanganinya sendiri",
        Way.MARK: "membubuhkan tanda saya sendiri",
        Way.THUMB: "membubuhkan cap jempol saya sendiri",
    }[way]
    heard = f"{document} ini telah dibacakan dan dijelaskan kepada saya"
    if sheet.private and slot.role is Role.SAKSI:
        return f"{heard}; saya menerimanya dari {maker} dan {mark}."
    if slot.role is Role.SAKSI:
        return f"{heard}; saya menyaksikan bahwa {maker} menandatanganinya, dan {mark}."
    if slot.role is Role.HADIR:
        return f"Saya hadir pada acara {occasion}; {heard}, dan saya {mark}."
    return f"{heard}; saya memahaminya, menyetujui isinya, dan {mark}."


def check_help(helping: Help, signer: Official, official: Callable[[str], Official], present: Collection[str]) -> None:
    """KPU-ASSIST-HELPER, KPU-ASSIST-WITNESSES: a helper and two witnesses, four different people, all of them here.

    Raises:
        RuleError: these, KPU-WITNESS-OTHER, KPU-WITNESS-ACTING, KPU-WITNESS-PRESENT.
    """
    if not helping.helper_id:
        raise RuleError("KPU-ASSIST-HELPER", name=signer.name)
    helper = official(helping.helper_id)
    if same_person(helper, signer) or helper.id not in present:
        raise RuleError("KPU-ASSIST-HELPER", name=signer.name)
    if len(helping.witness_ids) != WITNESSES or not all(helping.witness_ids):
        raise RuleError("KPU-ASSIST-WITNESSES", name=signer.name)
    known = [helper]
    for witness in map(official, helping.witness_ids):
        if any(same_person(witness, other) for other in known):
            raise RuleError("KPU-ASSIST-WITNESSES", name=signer.name)
        check_witness(signer, witness)
        check_witness_present(witness, present)
        known.append(witness)


def check_assist_identity(said: Assistance, asked: Sentences) -> None:
    """KPU-ASSIST-IDENTITY: the helper states who the person is."""
    if said.identity != asked.identity:
        raise RuleError("KPU-ASSIST-IDENTITY")


def check_assist_read(said: Assistance, asked: Sentences) -> None:
    """KPU-ASSIST-READ: the helper states that the whole text was read aloud."""
    if said.read_aloud != asked.read_aloud:
        raise RuleError("KPU-ASSIST-READ")


def check_assist_explained(said: Assistance, asked: Sentences) -> None:
    """KPU-ASSIST-EXPLAINED: the helper states that the content was explained and understood."""
    if said.explained != asked.explained:
        raise RuleError("KPU-ASSIST-EXPLAINED")


def check_assist_presence(said: Assistance, asked: Sentences) -> None:
    """KPU-ASSIST-PRESENCE: the helper states that it was placed in his presence and that of the witnesses."""
    if said.presence != asked.presence:
        raise RuleError("KPU-ASSIST-PRESENCE")


def check_inks_written(inks: Mapping[InkKind, Ink], evidence: Evidence) -> None:
    """All rules about ink, but that any mark at all is enough where a helper and two witnesses vouch for it.

    Raises:
        RuleError: KPU-INK-ENOUGH, KPU-INK-STRAIGHT, KPU-INK-CONFIRMED.
    """
    any_mark = evidence.assisted is not None and evidence.assisted.way != Way.READ_TO
    for kind, ink in inks.items():
        check_ink_enough(ink, kind)
        if not any_mark:
            check_ink_not_straight(ink, kind)
            check_ink_confirmed(ink, kind, evidence.acts_of(kind), inks.values())


def check_attended(
    sheet: Sheet, slot: SignatureSlot, evidence: Evidence, official: Callable[[str], Official], present: Collection[str]
) -> None:
    """All rules about who stood beside the signer: his witness, and where he was helped the helper and two more.

    Raises:
        RuleError: the named KPU-WITNESS-… and KPU-ASSIST-… rules of this module and of ``witnessing.py``.
    """
    signer = official(slot.official_id)
    asked = {witness.id: witness for witness in check_own_witness(sheet, slot, official, present)}
    said = evidence.assisted
    if said is not None:
        check_help(Help(Way(said.way), said.helper_id, said.witness_ids), signer, official, present)
        words = sentences(signer.name, said.document, sheet.serial, Way(said.way))
        for check in (check_assist_identity, check_assist_read, check_assist_explained, check_assist_presence):
            check(said, words)
        asked |= {witness.id: witness for witness in map(official, said.witness_ids)}
    check_confirmed(asked.values(), evidence.confirmed)
    for one in evidence.confirmed:
        check_in_time(one, evidence.began_at, evidence.accepted_at)
