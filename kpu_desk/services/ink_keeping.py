"""Whose key the dynamics of signatures are kept for: the office's certificate, older ink moved over, ink erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.errors import KnownError, RuleError
from kpu_desk.domain.escrow import EscrowCertificate, KeptInk
from kpu_desk.domain.journal import Event
from kpu_desk.services.desk import Act, Cancelled, Desk, Progress
from kpu_desk.workspace import storage_error, write_file_safely

if TYPE_CHECKING:
    from kpu_desk.storage.envelope import EscrowKey

_MOST_BYTES = 1_000_000
"""A certificate has some two thousand."""
LEAST_REASON = 5
"""Characters of a reason: a word at least."""


@dataclass(frozen=True, slots=True)
class KeptOf:
    """How much ink is left of one person in one ceremony; ``inks`` can be erased, ``erased`` are."""

    official_id: str
    name: str
    inks: int
    erased: int


def kept_ink(desk: Desk) -> KeptInk:
    """How the ink of the workspace is kept."""
    from kpu_desk.storage import inks

    with desk.database.reading() as session:
        return inks.kept(session)


def older_copies(desk: Desk) -> int:
    """Backups of the database that may hold ink as it was before: nobody moves what lies in a backup."""
    return sum(path.suffix == ".db" for path in desk.workspace.backups.glob("desk-*"))


def read_certificate(desk: Desk, path: Path) -> EscrowCertificate:
    """A certificate file, judged; nothing is set yet.

    Raises:
        EscrowError: as ``storage.escrow.read_certificate``; StorageError: FILE_MISSING, NO_RIGHTS, FILE_FAILED.
    """
    from kpu_desk.storage import escrow

    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError as error:
        raise storage_error(error, path) from error
    return escrow.read_certificate(data, now=desk.clock(), seal=desk.certificate_pem)


def set_certificate(desk: Desk, chosen: EscrowCertificate) -> None:
    """Encrypts all later ink to this certificate; what is encrypted to another one stays with that one's holder.

    Raises:
        EscrowError: as `read_certificate`, if it is no longer good.
    """
    from kpu_desk.storage import escrow, inks

    escrow.read_certificate(chosen.der, now=desk.clock(), seal=desk.certificate_pem)
    with desk.changing() as session:
        before = inks.certificate(session)
        inks.set_certificate(session, chosen, at=desk.now_text(), by=desk.actor.name)
        facts = {"certificate": chosen.sha256, "previous": "" if before is None else before.sha256}
        desk.write(session, Act(Event.ESCROW_SET, facts))


def use_throwaway_key(desk: Desk, file: Path | None = None) -> EscrowKey:
    """Encrypts the ink of a rehearsal to a key that lies nowhere but in what is returned.

    ``file`` is for a rehearsal that a power failure may cut in two: what lies there is used again, else written.
    """
    from kpu_desk.storage import escrow

    if file is not None and file.is_file():
        return escrow.read_key(file.read_bytes(), None)
    key, certificate = escrow.throwaway(desk.mark.value, desk.clock())
    if file is not None:
        write_file_safely(file, escrow.key_bytes(key))
    set_certificate(desk, certificate)
    return key


def move_older_ink(desk: Desk, progress: Progress, cancelled: Cancelled) -> int:
    """Encrypts what lies readable in the database to the office's certificate; gives how many inks that were.

    One transaction for each ink: stopped or killed, it can be gone on with. The bytes of before are overwritten in the
    database and its write-ahead log is emptied.

    Raises:
        RuleError: KPU-ESCROW-SET when the office has no certificate; InkFileError: INK_DAMAGED;
        KnownError: CANCELLED. What was moved until then stays moved.
    """
    from kpu_desk.storage import inks

    with desk.database.reading() as session:
        escrow = inks.certificate(session)
        digests = inks.readable_digests(session)
    if escrow is None:
        raise RuleError("KPU-ESCROW-SET")
    moved = 0
    try:
        for digest in digests:
            if cancelled():
                raise KnownError("CANCELLED")
            progress(moved, len(digests))
            with desk.changing() as session:
                inks.move(session, digest, escrow)
            moved += 1
        progress(moved, len(digests))
    finally:
        if moved:
            desk.note(Act(Event.INK_MOVED, {"certificate": escrow.sha256, "inks": moved}))
            desk.database.empty_log()
    return moved


def people_with_ink(desk: Desk, ceremony_id: str) -> tuple[KeptOf, ...]:
    """Everybody who wrote something in a ceremony, in the order of the roster."""
    from kpu_desk.storage import inks

    ceremony = desk.ceremony(ceremony_id)
    written = _written(desk, ceremony_id)
    with desk.database.reading() as session:
        left = inks.left_of(session, [digest for digests in written.values() for digest in digests])
    return tuple(
        KeptOf(
            official.id,
            ceremony.named(official.id),
            sum(digest in left for digest in written[official.id]),
            sum(digest not in left for digest in written[official.id]),
        )
        for official in ceremony.officials
        if official.id in written
    )


def erase_ink(desk: Desk, ceremony_id: str, official_id: str, reason: str) -> int:
    """Erases the dynamics of all that a person wrote in a ceremony, for good (domain.md 7.4); gives how many inks.

    Drawings, digests and evidence stay, so that pages are drawn and records verify as before.

    Raises:
        RuleError: KPU-ERASE-REASON, KPU-ERASE-INK when there is none left. Nothing has changed then.
    """
    from kpu_desk.storage import inks

    reason = " ".join(reason.split())
    if len(reason) < LEAST_REASON:
        raise RuleError("KPU-ERASE-REASON")
    official = desk.ceremony(ceremony_id).official(official_id)
    digests = _written(desk, ceremony_id).get(official_id, ())
    with desk.changing() as session:
        count = inks.erase(session, digests, at=desk.now_text(), by=desk.actor.name, reason=reason)
        if not count:
            raise RuleError("KPU-ERASE-INK", name=official.name)
        facts = {"ceremony": ceremony_id, "official": official_id, "inks": count, "reason": reason}
        desk.write(session, Act(Event.INK_ERASED, facts))
    desk.database.empty_log()
    return count


def _written(desk: Desk, ceremony_id: str) -> Mapping[str, tuple[str, ...]]:
    """Digests of everything written in a ceremony, by person."""
    written: dict[str, tuple[str, ...]] = {}
    for signature in desk.ceremony(ceremony_id).signatures:
        written[signature.official_id] = (*written.get(signature.official_id, ()), *signature.inks.values())
    return written
