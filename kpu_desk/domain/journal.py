"""The journal: the catalogue of events and the hash chain that shows a changed or missing entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.errors import StorageError

GENESIS = "0" * 64
"""What the first entry names as the digest of the one before it."""

_FORMAT = "kpu-desk journal 1"


class Event(StrEnum):
    """What can be written in the journal. A published catalogue: a name is never reused or given another
    meaning.

    The comment of each lists its facts. Facts hold whole numbers, text and lists; persons are named by their
    number in the roster, never by name, so that an entry stays when a person's data must go (domain.md 7.4).
    An event that has a ceremony names it as ``ceremony`` (its number) beside the facts listed here, and the last event
    of an act that changed it names ``account``: the digest of what exactly became different, which lies apart
    (``domain.changes``) and holds what is nobody's business here, so that the journal can be replayed.
    """

    # The desk
    WORKSPACE_CREATED = "workspace_created"  # workspace, version, mark ("" for none)
    DESK_OPENED = "desk_opened"  # version, clock (where the time comes from), zone, settings (digest of office.toml)
    DESK_CLOSED = "desk_closed"  # nothing
    PROFILE_CHANGED = "profile_changed"  # fields (list of names), digest (of the new office.toml)
    FORM_ADDED = "form_added"  # form (id), digest (of the file in the office's folder of forms)
    OWN_PDF_TAKEN = "own_pdf_taken"  # file (name), original, digest (of the clean file), pages;
    # cleaned (codes of what was taken out) where there is some
    PLACES_SAVED = "places_saved"  # name, digest (of the pattern of places), places (count); confirmed
    # (file, number, code and text beneath of each place that stands there on purpose) where there are some
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105 -- an event's name, no secret; facts: label
    RECOVERY_CODE_RENEWED = "recovery_code_renewed"  # nothing
    KEY_WRAP_ADDED = "key_wrap_added"  # kind, label
    SEAL_KEY_CREATED = "seal_key_created"  # certificate (SHA-256)
    DATABASE_MIGRATED = "database_migrated"  # from, to (schema), backup (file name)
    BACKUP_MADE = "backup_made"  # file (name), digest
    CLOCK_CHANGED = "clock_changed"  # before, after (UTC), source
    CLOCK_CHECKED = "clock_checked"  # against (what it was held against, in the operator's words)
    CLOCK_BEFORE_BUILD = "clock_before_build"  # built (day), now (UTC): the program did not exist yet at that time
    CLOCK_BEHIND = "clock_behind"  # last, now (UTC): the desk was opened at a time before that of the entry before
    COMPUTER_SLEPT = "computer_slept"  # seconds
    ZONE_CHANGED = "zone_changed"  # before, after (offsets of the computer's zone)

    # Ink
    ESCROW_SET = "escrow_set"  # certificate, previous ("" for none; both SHA-256): later ink is encrypted to it
    INK_MOVED = "ink_moved"  # certificate, inks (count): older ink, readable until then, was encrypted to it
    INK_ERASED = "ink_erased"  # official, inks (count), reason: dynamics only, drawings and digests stay
    INK_HANDED_OUT = "ink_handed_out"  # certificates, inks (count), digest (of the package's list)
    INK_OPENED = "ink_opened"  # certificate, inks (count): with its private key, at the command line

    # The roster
    ROSTER_IMPORTED = "roster_imported"  # file (name), rows, warnings
    ROSTER_EXPORTED = "roster_exported"  # file (name), digest, rows
    OFFICIAL_ADDED = "official_added"  # official
    OFFICIAL_CORRECTED = "official_corrected"  # official, fields (list of names), redrawn (list of sheets)
    OFFICIAL_REMOVED = "official_removed"  # official
    TARGETS_CHANGED = "targets_changed"  # agreement, rows, data (the lampiran)

    # The ceremony
    CEREMONY_CREATED = "ceremony_created"  # title, day
    PATTERN_USED = "pattern_used"  # pattern (id of its file, or of the ceremony it was taken from), people, witnesses,
    # same, changed, new, gone (counts): the people of the new roster against those of the pattern, as confirmed
    CEREMONY_CHANGED = "ceremony_changed"  # fields (list of names)
    CEREMONY_READY = "ceremony_ready"  # reason (its digest, "" for none): declared so by hand
    CEREMONY_NOT_READY = "ceremony_not_ready"  # nothing: a draft again by hand; after a change it is one by itself
    CEREMONY_PAUSED = "ceremony_paused"  # reason (its digest); of a late sitting its number (sitting)
    CEREMONY_RESUMED = "ceremony_resumed"  # of a late sitting its number (sitting)
    CEREMONY_ANNULLED = "ceremony_annulled"  # reason (its digest)
    CEREMONY_OPENED = "ceremony_opened"  # sheets, people, previous (digest of the closing list whose words were given)
    GLADI_MADE = "gladi_made"  # folder: a rehearsal of it, in a workspace of its own
    DRAFTS_MADE = "drafts_made"  # sheets (count): marked KONSEP, for checking
    INVITATIONS_MADE = "invitations_made"  # people (count)
    OPENED_DESPITE = (
        "opened_despite"  # topics, lines (lists of equal length: what stood red), reason ("" in a rehearsal)
    )
    SHEET_FROZEN = "sheet_frozen"  # sheet, kind, version, digest (of the frozen PDF)
    SHEET_REDRAWN = "sheet_redrawn"  # sheet, kind, version, digest: one that was frozen before
    CHECKED_IN = "checked_in"  # official, identified (how)
    CHECK_IN_UNDONE = "check_in_undone"  # official
    ABSENCE_NOTED = "absence_noted"  # official, what (an Away), note (its digest, "" for none)
    LEFT = "left"  # official, note (its digest): went from the ceremony
    CAME_BACK = "came_back"  # official, identified (how)
    CALLED = "called"  # official; for whoever is helped also way, helper, witnesses (list)
    NOTICE_SHOWN = "notice_shown"  # official, version, digest (of the notice's file)
    RUN_CONFIRMED = (
        "run_confirmed"  # official (a witness), sheets, digests (lists of equal length), digest (of the list)
    )
    SIGNATURE_ACCEPTED = "signature_accepted"  # sheet, role, official, ink, evidence (digests), attempts; with a paraf
    # or a signature under the lampiran also further, further_inks, further_attempts (lists of equal length); with taps
    # of witnesses also witnesses, asked (lists of equal length); for whoever is helped also way, helper
    ATTEMPT_DISCARDED = "attempt_discarded"  # sheet, role, official, ink (kind), reason (a PadAct)
    ATTEMPT_BROUGHT_BACK = "attempt_brought_back"  # sheet, role, official, ink (kind): a discarded one, by the signer
    ATTEMPT_INTERRUPTED = "attempt_interrupted"  # sheet, role, official, ink (kind), strokes (that were kept)
    SIGNING_DECLINED = "signing_declined"  # sheet, official, reason
    SIGNATURE_VOIDED = "signature_voided"  # sheet, role, official, ink, reason (a Fault): with its sheet, see below
    SHEET_VOIDED = "sheet_voided"  # sheet, kind, digest, signatures (count), reason (a Fault), note (its digest, "" for
    # none), by (serial of the sheet in its place)
    DECLARATION_NOTED = "declaration_noted"  # official; never what is declared
    DECLARATION_WITHDRAWN = "declaration_withdrawn"  # official
    RUNDOWN_CHANGED = "rundown_changed"  # steps (the plan, empty: the usual one)
    STEP_BEGUN = "step_begun"  # step, opening (of the desk), counter (seconds)
    STEP_ENDED = "step_ended"  # step, opening, counter
    STEP_SKIPPED = "step_skipped"  # step, opening, counter, reason (its digest)
    EXCEPTION_NOTED = "exception_noted"  # number, step, about, digest (of what, when, how mended)
    CEREMONY_CLOSED = "ceremony_closed"  # signed, missing, absent, closing (digest of the closing list), words (list);
    # void (sheets) where there are some

    # The records
    LATE_OPENED = "late_opened"  # number (of the late sitting), awaited (people)
    LATE_CLOSED = "late_closed"  # number, signatures (count), sheet (serial of its Berita Acara, "" for none)
    AGREEMENT_REVISED = "agreement_revised"  # sheet (new serial), of (old serial), cause (a Cause), note (its digest,
    # "" for none), newcomers (count of people added for it)
    NUMBER_GIVEN = "number_given"  # year, sheets, numbers, previous (lists of equal length, "" for none), reason
    METERAI_NOTED = "meterai_noted"  # sheets, meterai (lists of equal length: kind and serial number, "" for none)
    STAMP_SET = "stamp_set"  # kind, image (digest), diameter_um, active (0 or 1)
    STAMPS_PUT = "stamps_put"  # sheets, slots, kinds, images (lists of equal length), at (UTC)
    STAMPS_TAKEN_BACK = "stamps_taken_back"  # sheets, slots, kinds, images (lists of equal length), at (UTC)
    SEALED_WITHOUT_NUMBER = "sealed_without_number"  # sheets (list): sealed so on purpose
    RECORD_SEALED = "record_sealed"  # record, sheet, content, file (digests), verdict, number, position; head (number
    # of the journal's last entry when its content was fixed), composed, signed, stored (UTC)
    RECORD_SUPERSEDED = "record_superseded"  # record (the old one), by (the new one), sheet, reason ("" for a revision)
    RECORD_EXPORTED = "record_exported"  # record, digest, with_evidence
    RECORD_PRINTED = "record_printed"  # record, copies, printer, with_evidence
    RECORD_VERIFIED = "record_verified"  # record or digest, verdict


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts at the desk: the name and office given on opening it, in their own words."""

    name: str
    office: str


PROGRAM = Actor("KPU Desk", "")
"""The program itself, for what it does before anybody has given a name (a migration)."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal.

    ``seq`` counts from 1 without gaps and alone gives the order; ``at`` is UTC, ISO 8601 with milliseconds;
    ``facts`` is canonical JSON; ``previous`` and ``digest`` are SHA-256 in hexadecimal. ``event`` is plain
    text so that entries of a later version of the catalogue still read and verify.
    """

    seq: int
    at: str
    actor: str
    actor_office: str
    event: str
    facts: str
    previous: str
    digest: str


def next_entry(
    previous: JournalEntry | None,
    event: Event,
    *,
    actor: Actor,
    facts: Mapping[str, object],
    now: datetime,
) -> JournalEntry:
    """The entry that follows ``previous`` (None for the first).

    Raises:
        ValueError: ``now`` without a zone, or facts that have no canonical form.
    """
    seq = 1 if previous is None else previous.seq + 1
    before = GENESIS if previous is None else previous.digest
    at = utc_text(now)
    facts_text = canonical_json(facts).decode("utf-8")
    entry = JournalEntry(seq, at, actor.name, actor.office, event.value, facts_text, before, digest="")
    return replace(entry, digest=entry_digest(entry))


def entry_digest(entry: JournalEntry) -> str:
    """SHA-256 over the canonical JSON of an entry's other fields; anyone can recompute it without us."""
    return digest_of(
        canonical_json(
            {
                "format": _FORMAT,
                "seq": entry.seq,
                "at": entry.at,
                "actor": entry.actor,
                "actor_office": entry.actor_office,
                "event": entry.event,
                "facts": entry.facts,
                "previous": entry.previous,
            }
        )
    )


def verify_chain(entries: Iterable[JournalEntry], head: JournalEntry | None = None) -> None:
    """Check a whole journal, from its first entry on, in order.

    Args:
        entries: all entries, lowest number first.
        head: an entry known from elsewhere (a sealed record names one); it must be in the journal, else its
            tail was cut off or rewritten.

    Raises:
        StorageError: ``JOURNAL_BROKEN`` with ``seq`` and ``reason``: GAP, LINK, DIGEST, or HEAD_MISSING.
    """
    before = GENESIS
    head_seen = head is None
    for seq, entry in enumerate(entries, start=1):
        if entry.seq != seq:
            raise StorageError("JOURNAL_BROKEN", seq=seq, reason="GAP")
        if entry.previous != before:
            raise StorageError("JOURNAL_BROKEN", seq=seq, reason="LINK")
        before = entry_digest(entry)
        if entry.digest != before:
            raise StorageError("JOURNAL_BROKEN", seq=seq, reason="DIGEST")
        head_seen = head_seen or (head is not None and (head.seq, head.digest) == (seq, before))
    if head is not None and not head_seen:
        raise StorageError("JOURNAL_BROKEN", seq=head.seq, reason="HEAD_MISSING")


def utc_text(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds, ``2026-01-22T02:03:04.567Z``.

    Raises:
        ValueError: a time without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a zone has no place in the journal")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
