"""Before the day: ready documents of the office are brought in, get their places, and join a ceremony."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.acts_before import with_documents
from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import FormError, RuleError
from kpu_desk.domain.finding_places import Refound, anchored_places, found_again, remembered
from kpu_desk.domain.journal import Event
from kpu_desk.domain.matching import Match, match_files
from kpu_desk.domain.own_documents import FORM_PREFIX, DocumentFile, OwnDocument, document_data, document_of
from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import Audience, Grade, Pattern, check_places
from kpu_desk.domain.places_text import LARGEST_BYTES, LONGEST_NAME, pattern_of, pattern_text
from kpu_desk.domain.showing import PageSource
from kpu_desk.services.desk import Act, Cancelled, Desk, new_id
from kpu_desk.storage import ceremonies as store
from kpu_desk.storage import own_pdfs
from kpu_desk.workspace import storage_error

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session

SECONDS = 90.0
MEMORY_BYTES = 2 << 30
"""What one file may cost its child process."""

MOST_FILES = 1_000


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was looked at and is fit: its name without folder, and what is known of it."""

    name: str
    own: OwnPdf


def look_at(paths: Sequence[Path], cancelled: Cancelled = lambda: False) -> tuple[Brought, ...]:
    """Reads office PDFs in a child process with limits; nothing is kept yet.

    Raises:
        FormError: with the code of the first refusal (``OWN_PDF_…``), its facts, and ``file``.
    """
    from kpu_desk.pdf.own_question import OwnPdfQuestion
    from kpu_desk.pdf.verify_files import answers
    from kpu_desk.pdf.verify_worker import Limits

    found = answers(paths, OwnPdfQuestion(), limits=Limits(SECONDS, MEMORY_BYTES), cancelled=cancelled)
    brought = []
    for path, own in zip(paths, found, strict=False):
        if own.refused:
            raise FormError(own.refused[0].code, **{**dict(own.refused[0].facts), "file": path.name})
        brought.append(Brought(path.name, own))
    return tuple(brought)


def pdfs_in(folder: Path) -> tuple[Path, ...]:
    """The PDFs of a folder by name, at most a thousand; raises StorageError as reading files does."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.suffix.lower() == ".pdf"))[:MOST_FILES]
    except OSError as error:
        raise storage_error(error, folder) from error


def ready_document(path: Path, places: Path | None) -> tuple[Brought, Pattern]:
    """A document with its places, by a file or by the anchors in its text; what may be asked about is let pass.

    Raises:
        FormError: as :func:`look_at` and :func:`read_places`; RuleError: KPU-PLACES-FIT.
    """
    [one] = look_at([path])
    pattern = first_pattern(one) if places is None else read_places(places, one.own)
    _check(pattern, one)
    return one, pattern


def first_pattern(one: Brought) -> Pattern:
    """What the anchors in a document's text say of its places, under the file's name."""
    found = anchored_places(one.own)
    each = {place.role for place in found} <= {*Audience.EACH.roles, None}
    name = Path(one.name).stem.replace("_", " ")[:LONGEST_NAME]
    return Pattern(name, Audience.EACH if each else Audience.OFFICE, found)


def pages_of(own: OwnPdf) -> PageSource:
    """The clean pages, to be looked at; the caller closes them."""
    from kpu_desk.pdf.render import PageRenderer

    return PageRenderer(own.pdf)


def read_places(path: Path, own: OwnPdf) -> Pattern:
    """A file of places on this document; raises FormError WRONG_PLACES, StorageError as reading files does."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise storage_error(error, path) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormError("WRONG_PLACES", file=path.name, number=0, field="UTF-8") from error
    if len(data) > LARGEST_BYTES:
        raise FormError("WRONG_PLACES", file=path.name, number=0, field="JSON")
    return pattern_of(text, own, path.name)


def add_document(
    desk: Desk, ceremony_id: str, pattern: Pattern, files: Iterable[tuple[Brought, str | None]]
) -> Ceremony:
    """Keeps the files and adds the document to a draft; its pattern is remembered for the document's next version.

    Args:
        files: each with the person whose it is, or one with None for all.

    Raises:
        RuleError: KPU-PLACES-FIT with ``name`` and ``number`` when a place cannot be used on a file, KPU-STATE.
    """
    files = tuple(files)
    for one, _official in files:
        _check(pattern, one)
    pattern = remembered(pattern, files[0][0].own)
    at, by = desk.now_text(), desk.actor.name
    document_id = f"{FORM_PREFIX}{new_id()[:8]}"
    kept = tuple(DocumentFile(digest_of(one.own.pdf), one.name, official_id) for one, official_id in files)
    document = OwnDocument(document_id, pattern, kept)
    acts = [
        Act(
            Event.OWN_PDF_TAKEN,
            {
                "ceremony": ceremony_id,
                "file": one.name,
                "original": one.own.original_sha256,
                "digest": digest_of(one.own.pdf),
                "pages": len(one.own.sizes_um),
            },
        )
        for one, _official in files
    ]
    words = _pattern_words(pattern)
    saved = {"name": pattern.name, "digest": digest_of(words.encode("utf-8")), "places": len(pattern.places)}
    acts.append(Act(Event.PLACES_SAVED, saved))
    acts.append(Act(Event.CEREMONY_CHANGED, {"ceremony": ceremony_id, "fields": ["documents"]}))

    def save(session: Session, ceremony: Ceremony) -> None:
        for one, _official in files:
            own_pdfs.add(session, one.own, one.name, at=at, by=by)
        own_pdfs.save_pattern(session, pattern.name, words, at=at, by=by)
        store.save_head(session, ceremony)

    return desk.change(ceremony_id, lambda now: with_documents(now, (*now.documents, document)), save, *acts)


def remove_document(desk: Desk, ceremony_id: str, document_id: str) -> Ceremony:
    """Takes a document out of a draft; its file stays in the cupboard. Raises RuleError KPU-STATE."""
    return desk.change(
        ceremony_id,
        lambda now: with_documents(now, tuple(one for one in now.documents if one.id != document_id)),
        store.save_head,
        Act(Event.CEREMONY_CHANGED, {"ceremony": ceremony_id, "fields": ["documents"]}),
    )


def saved_patterns(desk: Desk) -> tuple[Pattern, ...]:
    """The office's patterns, the newest of each name."""
    with desk.database.reading() as session:
        return tuple(_pattern_of(words) for _name, words in own_pdfs.patterns(session))


def on_this(pattern: Pattern, own: OwnPdf) -> Refound:
    """A saved pattern on another version of its document; the person is warned of places whose text moved or went."""
    return found_again(pattern, own)


def likely_pattern(desk: Desk, own: OwnPdf) -> Refound | None:
    """The saved pattern most of whose places stand beside the same words on this document; None where none does."""
    found = [on_this(pattern, own) for pattern in saved_patterns(desk)]
    told = [
        one for one in found if one.how.count("lost") * 2 < len(one.how) and any(p.near for p in one.pattern.places)
    ]
    return min(told, key=lambda one: (one.how.count("lost"), len(one.moved)), default=None)


def matches(ceremony: Ceremony, brought: Sequence[Brought]) -> tuple[Match, ...]:
    """Which file is whose, by NIP or name in the file's name or text; to be confirmed by the person."""
    people = tuple(official for official in ceremony.officials if not official.added)
    return match_files(people, tuple((one.name, one.own) for one in brought))


def places_file(pattern: Pattern, own: OwnPdf) -> str:
    """The pattern as a file for ``--places``."""
    return pattern_text(pattern, own)


def _check(pattern: Pattern, one: Brought) -> None:
    refused = [found for found in check_places(pattern, one.own) if found.grade is Grade.REFUSED]
    if refused:
        number = 0 if refused[0].place is None else refused[0].place + 1
        raise RuleError("KPU-PLACES-FIT", file=one.name, number=number, reason=refused[0].code)


def _pattern_words(pattern: Pattern) -> str:
    return canonical_json(document_data(OwnDocument("", pattern, ()))).decode("utf-8")


def _pattern_of(words: str) -> Pattern:
    return document_of(json.loads(words)).pattern
