"""Before the day: ready documents of the office are brought in, get their places, and join a ceremony."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_desk.domain.acts_before import with_documents
from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.errors import FormError, RuleError
from kpu_desk.domain.finding_places import Moved, Refound, anchored_places, on_next_version, placed_on, remembered
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
from kpu_desk.workspace import storage_error, write_file_safely

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session

SECONDS = 90.0
MEMORY_BYTES = 2 << 30
"""What one file may cost its child process."""

MOST_FILES = 1_000
LONGEST_SAID = 200
"""Letters of the text beneath a place in the journal and in an error."""


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
    brought, refused = look_at_each(paths, cancelled)
    if refused:
        raise refused[0]
    return brought


def look_at_each(
    paths: Sequence[Path], cancelled: Cancelled = lambda: False
) -> tuple[tuple[Brought, ...], tuple[FormError, ...]]:
    """As :func:`look_at`, but one bad file among many keeps no other one out: the fit ones, and the refusals."""
    from kpu_desk.pdf.own_question import OwnPdfQuestion
    from kpu_desk.pdf.verify_files import answers
    from kpu_desk.pdf.verify_worker import Limits

    found = answers(paths, OwnPdfQuestion(), limits=Limits(SECONDS, MEMORY_BYTES), cancelled=cancelled)
    brought, refused = [], []
    for path, own in zip(paths, found, strict=False):
        if own.refused:
            first = own.refused[0]
            refused.append(FormError(first.code, **{**dict(first.facts), "file": path.name}))
        else:
            brought.append(Brought(path.name, own))
    return tuple(brought), tuple(refused)


def pdfs_in(folder: Path) -> tuple[Path, ...]:
    """The PDFs of a folder by name.

    Raises:
        RuleError: KPU-OWN-FILES, more than :data:`MOST_FILES`; none is left out without a word.
        StorageError: as reading files does.
    """
    try:
        found = tuple(sorted(path for path in folder.iterdir() if path.suffix.lower() == ".pdf"))
    except OSError as error:
        raise storage_error(error, folder) from error
    if len(found) > MOST_FILES:
        raise RuleError("KPU-OWN-FILES", count=len(found), most=MOST_FILES)
    return found


def ready_document(path: Path, places: Path | None) -> tuple[Brought, Pattern]:
    """A document with its places, by a file or by the anchors in its text.

    Raises:
        FormError: as :func:`look_at` and :func:`read_places`; RuleError: KPU-PLACES-FIT, KPU-PLACES-ASKED.
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
    desk: Desk,
    ceremony_id: str,
    pattern: Pattern,
    files: Iterable[tuple[Brought, str | None]],
    each: Sequence[Pattern] | None = None,
) -> Ceremony:
    """Keeps the files and adds the document to a draft; its pattern is remembered for the document's next version.

    Args:
        files: each with the person whose it is, or one with None for all.
        each: the places on each of the files, as a person saw them; without it they go with their words and anchors,
            and a place whose words are gone is asked about.

    Raises:
        RuleError: KPU-PLACES-FIT when a place cannot be used on a file, KPU-PLACES-ASKED for what nobody confirmed;
            both with ``file``, ``number`` (of the place from 1, 0 for the whole), ``reason``, ``text``. KPU-STATE.
    """
    files = tuple(files)
    pattern = remembered(pattern, files[0][0].own, [one.own for one, _official in files[1:]])
    if each is None:
        found = on_each(pattern, [one for one, _official in files])
        for (one, _official), again in zip(files, found, strict=True):
            if again.lost:
                number = again.lost[0] + 1
                near = again.pattern.places[again.lost[0]].near
                raise RuleError("KPU-PLACES-ASKED", file=one.name, number=number, reason="PLACE_LOST", text=near)
        each = [again.pattern for again in found]
    each = [replace(its, name=pattern.name, audience=pattern.audience) for its in each]
    said = [words for (one, _), its in zip(files, each, strict=True) for words in _check(its, one)]
    at, by = desk.now_text(), desk.actor.name
    document_id = f"{FORM_PREFIX}{new_id()[:8]}"
    kept = tuple(
        DocumentFile(digest_of(one.own.pdf), one.name, whose, None if its == pattern else its)
        for (one, whose), its in zip(files, each, strict=True)
    )
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
                **({"cleaned": [note.code for note in one.own.notes]} if one.own.notes else {}),
            },
        )
        for one, _official in files
    ]
    words = _pattern_words(pattern)
    saved: dict[str, Any] = {"name": pattern.name, "digest": digest_of(words.encode("utf-8"))}
    saved |= {"places": len(pattern.places), **({"confirmed": said} if said else {})}
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


def likely_pattern(desk: Desk, own: OwnPdf) -> Refound | None:
    """The saved pattern most of whose places stand beside the same words on this document; None where none does.

    The person is warned of places whose text moved or went.
    """
    found = [on_next_version(pattern, own) for pattern in saved_patterns(desk)]
    told = [one for one in found if len(one.lost) * 2 < len(one.how) and any(p.near for p in one.pattern.places)]
    return min(told, key=lambda one: (len(one.lost), len(one.moved)), default=None)


def matches(ceremony: Ceremony, brought: Sequence[Brought]) -> tuple[Match, ...]:
    """Which file is whose, by NIP or name in the file's name or text; to be confirmed by the person."""
    people = tuple(official for official in ceremony.officials if not official.added)
    return match_files(people, tuple((one.name, one.own) for one in brought))


def on_each(pattern: Pattern, brought: Sequence[Brought]) -> tuple[Refound, ...]:
    """The places of the first of the files on each of them."""
    first = brought[0].own
    pattern = remembered(pattern, first, [one.own for one in brought[1:]])
    others = (placed_on(pattern, first, one.own) for one in brought[1:])
    return (Refound(pattern, (Moved.SAME,) * len(pattern.places)), *others)


def save_places(path: Path, pattern: Pattern, own: OwnPdf) -> None:
    """Writes the pattern as a file for ``--places``; raises StorageError as writing files does."""
    write_file_safely(path, pattern_text(remembered(pattern, own), own).encode("utf-8"))


def _check(pattern: Pattern, one: Brought) -> list[str]:
    """What a person confirmed of the places on a file, for the journal; raises what is refused or nobody confirmed."""
    said = []
    for found in check_places(pattern, one.own):
        number = 0 if found.place is None else found.place + 1
        if found.grade is Grade.CONFIRMED:
            said.append(f"{one.name} {number} {found.code}: {found.text[:LONGEST_SAID]}")
            continue
        code = "KPU-PLACES-FIT" if found.grade is Grade.REFUSED else "KPU-PLACES-ASKED"
        raise RuleError(code, file=one.name, number=number, reason=found.code, text=found.text[:LONGEST_SAID])
    return said


def _pattern_words(pattern: Pattern) -> str:
    return canonical_json(document_data(OwnDocument("", pattern, ()))).decode("utf-8")


def _pattern_of(words: str) -> Pattern:
    return document_of(json.loads(words)).pattern
