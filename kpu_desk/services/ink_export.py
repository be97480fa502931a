"""Ink leaves the program encrypted, as a package for the holder of the key, and is opened with that key."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.documents import InkKind, Mark
from kpu_desk.domain.errors import EscrowError, InkFileError, RuleError, StorageError
from kpu_desk.domain.escrow import InkKey
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.inkml import to_inkml
from kpu_desk.domain.journal import Event
from kpu_desk.domain.replay import replay_page
from kpu_desk.resources import read_text
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import storage_error, write_file_safely

LIST_NAME = "goresan.json"
ENDING = ".p7m"
_FORMAT, _VERSION = "kpu-desk-ink", 1
_MOST_LIST_BYTES, _MOST_INK_BYTES = 16_000_000, 16_000_000
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ClosedInk:
    """One ink as it is kept for the holder of a key.

    Attributes:
        serial, slot, role: where it stands; never a person's name.
        digest: of the ink, as the evidence in the sealed record names it; empty for a file without its list.
        certificate: fingerprint of the one that ``content`` is encrypted to; None for ink that is not encrypted.
        mark: GLADI or CONTOH where nothing of it is real.
    """

    serial: str
    slot: str
    role: str
    kind: InkKind
    digest: str
    certificate: str | None
    content: bytes
    mark: str = ""

    @property
    def stem(self) -> str:
        """The name of its files without the ending: serial of the sheet and key of the place."""
        return f"{self.serial}-{self.kind.place_key(self.slot)}" if self.slot else self.serial

    @property
    def words(self) -> str:
        """What was written, in which role, on which sheet."""
        words = f"{self.kind.words}, {self.role}, {self.serial}" if self.slot else self.serial
        return f"{self.mark}: {words}" if self.mark else words


def closed_inks(desk: Desk, ceremony_id: str) -> tuple[ClosedInk, ...]:
    """What is kept of a ceremony's ink, in signing order, each signature before what belongs to it.

    Raises:
        RuleError: UNKNOWN_CEREMONY; StorageError: the cupboard is damaged.
    """
    from kpu_desk.storage import inks

    ceremony = desk.ceremony(ceremony_id)
    with desk.database.reading() as session:
        stored = inks.stored(session, ceremony_id)
    found = []
    for one in stored:
        sheet = ceremony.sheet_or_void(one.sheet_id)
        role = sheet.slot(one.slot).role.value
        where = (sheet.serial, one.slot, role, one.kind)
        found.append(ClosedInk(*where, one.digest, one.certificate, one.content, desk.mark.value))
    return tuple(found)


def write_package(desk: Desk, ceremony_id: str, folder: Path) -> int:
    """Writes the encrypted ink of a ceremony into a folder, with a list of digests and the certificates; journaled.

    The package opens without the workspace, by the certificate's private key alone.

    Returns:
        How many inks were written.

    Raises:
        RuleError: KPU-INK-CLOSED (``readable``) while some ink is not encrypted, KPU-INK-NONE; StorageError:
            FILE_EXISTS, DISK_FULL, NO_RIGHTS … No list is written then: what is there is no package.
    """
    from kpu_desk.storage import inks

    closed = closed_inks(desk, ceremony_id)
    readable = sum(one.certificate is None for one in closed)
    if readable:
        raise RuleError("KPU-INK-CLOSED", readable=readable)
    if not closed:
        raise RuleError("KPU-INK-NONE")
    ceremony = desk.ceremony(ceremony_id)
    used = {one.certificate for one in closed}
    with desk.database.reading() as session:
        known = {sha256: der.der for sha256, der in inks.certificates(session).items() if sha256 in used}
    text = canonical_json(
        {
            "format": _FORMAT,
            "version": _VERSION,
            "office": desk.profile.name,
            **({"mark": desk.mark.value} if desk.mark else {}),
            "ceremony": {"id": ceremony.id, "title": ceremony.title, "date": ceremony.date.isoformat()},
            "certificates": {sha256: f"sertifikat-{sha256[:16]}.cer" for sha256 in known},
            "inks": [
                {
                    "file": one.stem + ENDING,
                    "sha256": hashlib.sha256(one.content).hexdigest(),
                    "digest": one.digest,
                    "certificate": one.certificate,
                    "serial": one.serial,
                    "slot": one.slot,
                    "role": one.role,
                    "kind": one.kind.value,
                }
                for one in closed
            ],
        }
    )
    _make(folder)
    for one in closed:
        _write_new(folder / (one.stem + ENDING), one.content)
    for sha256, der in known.items():
        _write_new(folder / f"sertifikat-{sha256[:16]}.cer", der)
    _write_new(folder / LIST_NAME, text)
    facts = {
        "ceremony": ceremony_id,
        "certificates": sorted(known),
        "inks": len(closed),
        "digest": hashlib.sha256(text).hexdigest(),
    }
    desk.note(Act(Event.INK_HANDED_OUT, facts))
    return len(closed)


def read_package(path: Path) -> tuple[ClosedInk, ...]:
    """The inks of a package's folder, or one of its files; untrusted.

    A file is judged by the list beside it; where there is none its digest stays open.

    Raises:
        EscrowError: ESCROW_PACKAGE (``file``) when the list or a file is not what it was; StorageError: FILE_MISSING …
    """
    folder = path if path.is_dir() else path.parent
    if not path.is_dir() and path.name != LIST_NAME:
        if not (folder / LIST_NAME).is_file():
            return (ClosedInk(path.stem, "", "", InkKind.SIGNATURE, "", "", _read(path, _MOST_INK_BYTES)),)
        found = tuple(one for one in _listed(folder) if one[0] == path.name)
        if not found:
            raise EscrowError("ESCROW_PACKAGE", file=path.name)
        return tuple(_checked(folder, *one) for one in found)
    return tuple(_checked(folder, *one) for one in _listed(folder))


def read_key(path: Path, passphrase: str | None) -> InkKey:
    """The private key of a file.

    Raises:
        EscrowError: ESCROW_KEY_PASSPHRASE (ask for it), ESCROW_WRONG_PASSPHRASE, ESCROW_NO_KEY;
        StorageError: FILE_MISSING, NO_RIGHTS, FILE_FAILED.
    """
    from kpu_desk.storage import escrow

    return escrow.read_key(_read(path, 1_000_000), passphrase)


def is_for(desk: Desk, certificate: str, key: InkKey) -> bool:
    """Whether a certificate that the office once set, by its fingerprint, is the one of this private key."""
    from kpu_desk.storage import escrow, inks

    with desk.database.reading() as session:
        known = inks.certificates(session).get(certificate)
    return known is not None and escrow.belongs_to(key, known.der)


def note_opened(desk: Desk, ceremony_id: str, opened: Iterable[ClosedInk]) -> None:
    """Journals that ink was opened with its private key."""
    certificates = [one.certificate or "" for one in opened]
    if certificates:
        facts = {"ceremony": ceremony_id, "certificate": certificates[0], "inks": len(certificates)}
        desk.note(Act(Event.INK_OPENED, facts))


def open_ink(closed: ClosedInk, key: InkKey) -> Ink:
    """The ink, equal to the last sample to what was measured: its digest is the one in the evidence.

    Raises:
        EscrowError: ESCROW_WRONG_KEY, ESCROW_DAMAGED (``file``), ESCROW_DIGEST (``file``) when it is other ink.
    """
    from kpu_desk.storage import inks

    try:
        ink = inks.opened(closed.content, key)
    except (EscrowError, InkFileError) as error:
        code = "ESCROW_WRONG_KEY" if error.code == "ESCROW_WRONG_KEY" else "ESCROW_DAMAGED"
        raise EscrowError(code, file=closed.stem) from error
    if closed.digest and ink.digest() != closed.digest:
        raise EscrowError("ESCROW_DIGEST", file=closed.stem)
    return ink


def write_opened(closed: ClosedInk, ink: Ink, folder: Path) -> tuple[Path, Path]:
    """Writes an ink as InkML and as a page that replays it at its own speed; gives both paths.

    Raises:
        StorageError: FILE_EXISTS, DISK_FULL, NO_RIGHTS …
    """
    _make(folder)
    inkml, replay = folder / f"{closed.stem}.inkml", folder / f"{closed.stem}.html"
    _write_new(inkml, to_inkml(ink, closed.words).encode("utf-8"))
    _write_new(replay, replay_page(read_text("replay", "replay.html"), ink, closed.words).encode("utf-8"))
    return inkml, replay


def _listed(folder: Path) -> Iterator[tuple[str, str, ClosedInk]]:
    """File name, SHA-256 and description of each ink of a list, still without its content."""
    try:
        read = json.loads(_read(folder / LIST_NAME, _MOST_LIST_BYTES))
        if (read["format"], read["version"]) != (_FORMAT, _VERSION):
            raise ValueError("format")
        entries, mark = list(read["inks"]), Mark(read.get("mark", ""))
        for entry in entries:
            texts = {name: str(entry[name]) for name in ("file", "sha256", "digest", "certificate")}
            names = {name: str(entry[name]) for name in ("serial", "slot", "role")}
            # The names become names of files: nothing may lead out of the folder.
            if not all(map(_NAME.fullmatch, (texts["file"], *names.values()))) or ".." in texts["file"]:
                raise ValueError("name")
            if not all(map(_DIGEST.fullmatch, (texts["sha256"], texts["digest"], texts["certificate"]))):
                raise ValueError("digest")
            kind = InkKind(entry["kind"])
            closed = ClosedInk(
                **names, kind=kind, digest=texts["digest"], certificate=texts["certificate"], content=b"", mark=mark
            )
            yield texts["file"], texts["sha256"], closed
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EscrowError("ESCROW_PACKAGE", file=LIST_NAME) from error


def _checked(folder: Path, name: str, sha256: str, closed: ClosedInk) -> ClosedInk:
    content = _read(folder / name, _MOST_INK_BYTES)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EscrowError("ESCROW_PACKAGE", file=name)
    return replace(closed, content=content)


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise storage_error(error, path) from error
    if len(data) > most:
        raise EscrowError("ESCROW_PACKAGE", file=path.name)
    return data


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, folder) from error


def _write_new(path: Path, data: bytes) -> None:
    if os.path.lexists(path):
        raise StorageError("FILE_EXISTS", path=str(path))
    write_file_safely(path, data, 0o644)
