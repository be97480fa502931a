"""Freezing sheets: composed once with the office's form, stored as bytes, noted in the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.composition import Composition, FormText
from kpu_desk.domain.content import sheet_content
from kpu_desk.domain.documents import ComposedSheet, DocumentKind, Mark, Role, Sheet, SheetContent, SignatureSlot
from kpu_desk.domain.errors import FormError, RuleError
from kpu_desk.domain.forms import Form, parse_form
from kpu_desk.domain.journal import Event, utc_text
from kpu_desk.domain.minutes import Minutes
from kpu_desk.domain.own_documents import document_of_words, form_version, form_words
from kpu_desk.domain.planning import RolesOf
from kpu_desk.resources import read_text
from kpu_desk.services.desk import PROGRAM, Act, Desk
from kpu_desk.storage import compositions, own_pdfs, records
from kpu_desk.workspace import storage_error

if TYPE_CHECKING:
    from kpu_desk.storage.base import Session


@dataclass(frozen=True, slots=True)
class FrozenSheet:
    """A sheet that carries the digest of its frozen bytes, those bytes with their places, and what they are made of."""

    sheet: Sheet
    composed: ComposedSheet
    made_of: Composition


def freeze(
    desk: Desk, ceremony: Ceremony, sheet: Sheet, minutes: Minutes | None = None, *, draft: bool = False
) -> FrozenSheet:
    """Composes one sheet as it stands in the ceremony; ``draft`` marks it KONSEP, and it is never kept.

    Raises:
        FormError: the office's form is wrong; RuleError: it asks for a witness whom the roster does not have.
    """
    from kpu_desk.pdf.freeze import freeze_sheet

    mark = desk.mark.of_draft if draft else desk.mark
    if sheet.kind is DocumentKind.DOK:
        return _freeze_own(desk, ceremony, sheet, mark)
    profile, now = desk.profile, desk.clock()
    # Minutes, and what else is made after the closing, bear the day on which they are made.
    dated = ceremony.closed_at is not None or (minutes is not None and not draft)
    day = None if not dated else now.astimezone(profile.zone.tzinfo).date()
    content = sheet_content(
        ceremony, sheet, profile, mark, logo=desk.logo, minutes=minutes, paper=profile.paper, day=day
    )
    words = form_text(desk, content.form_id or "")
    form = parse_form(words.text, words.source)
    content = _with_meterai(desk, content, form)
    composed = freeze_sheet(content, form, at=now)
    sheet = _with_witness(ceremony, sheet, form)
    made_of = Composition(content, replace(words, version=form.version), form.printed_name, utc_text(now), PROGRAM)
    return FrozenSheet(sheet.frozen_as(sha256(composed.pdf).hexdigest(), composed.places), composed, made_of)


def _freeze_own(desk: Desk, ceremony: Ceremony, sheet: Sheet, mark: Mark) -> FrozenSheet:
    """A ready document of the office with the words of its places."""
    profile, now = desk.profile, desk.clock()
    document = next((one for one in ceremony.documents if one.id == sheet.form_id), None)
    file = None if document is None else document.file_of(sheet.subject_id)
    if document is None or file is None:
        raise RuleError("KPU-DOCUMENT-THERE", serial=sheet.serial)
    content = sheet_content(ceremony, sheet, profile, mark, paper=profile.paper)
    words = form_words(document, file)
    made_of = Composition(
        content,
        FormText(document.id, form_version(words), file.name, words),
        document.pattern.name,
        utc_text(now),
        PROGRAM,
    )
    composed = compose_own(desk, made_of)
    return FrozenSheet(sheet.frozen_as(sha256(composed.pdf).hexdigest(), composed.places), composed, made_of)


def compose_own(desk: Desk, made_of: Composition) -> ComposedSheet:
    """A ready document composed of what is kept with its sheet; raises RuleError KPU-DOCUMENT-THERE."""
    from kpu_desk.pdf.own_sheet import freeze_own_sheet

    document = document_of_words(made_of.form.text)
    with desk.database.reading() as session:
        own = own_pdfs.load(session, document.files[0].sha256)
    if own is None:
        raise RuleError("KPU-DOCUMENT-THERE", serial=made_of.content.serial)
    reference = f"{made_of.form.form_id} {made_of.form.version}"
    at = datetime.fromisoformat(made_of.composed_at)
    return freeze_own_sheet(made_of.content, document.pattern, own, reference, at=at)


def roles_of(desk: Desk, ceremony: Ceremony) -> RolesOf:
    """The roles for which the ceremony's forms have a place, by usual id; raises FormError as :func:`freeze`."""
    chosen = dict(ceremony.forms)

    def roles(form_id: str) -> frozenset[Role]:
        words = form_text(desk, chosen.get(form_id, form_id))
        return frozenset(slot.role for slot in parse_form(words.text, words.source).slots)

    return roles


def save_frozen(session: Session, ceremony_id: str, frozen: Iterable[FrozenSheet]) -> None:
    """Stores the bytes, and what they were made of, in the session's transaction."""
    frozen = tuple(frozen)
    for one in frozen:
        records.add_frozen(session, one.sheet, one.composed)
    compositions.add_all(session, ceremony_id, ((one.sheet.frozen_sha256 or "", one.made_of) for one in frozen))


def frozen_acts(ceremony_id: str, frozen: Iterable[FrozenSheet]) -> tuple[Act, ...]:
    """What the journal says of each sheet."""
    return tuple(
        Act(
            Event.SHEET_FROZEN if one.sheet.version == 1 else Event.SHEET_REDRAWN,
            {
                "ceremony": ceremony_id,
                "sheet": one.sheet.serial,
                "kind": one.sheet.kind.value,
                "version": one.sheet.version,
                "digest": one.sheet.frozen_sha256,
            },
        )
        for one in frozen
    )


def form_text(desk: Desk, form_id: str) -> FormText:
    """The office's own form of this id where there is one, else the shipped one; its version is not read yet.

    Raises:
        FormError: WRONG_FORM, reason NO_UTF8, or MISSING for an id that neither has; StorageError: NO_RIGHTS,
            FILE_FAILED.
    """
    own = desk.workspace.root / "forms" / f"{form_id}.toml"
    if own.is_file():
        return FormText(form_id, "", str(own), _office_text(own))
    name = f"{form_id}.toml"
    try:
        return FormText(form_id, "", name, read_text("forms", name))
    except OSError as error:
        raise FormError("WRONG_FORM", file=str(own), line=0, field="id", reason="MISSING") from error


def _with_meterai(desk: Desk, content: SheetContent, form: Form) -> SheetContent:
    """The office's choice of meterai; a private sheet stays as its form is."""
    if form.private:
        return content
    chosen = desk.profile.meterai_for(content.kind, form.meterai)
    return content if chosen is form.meterai else replace(content, meterai=chosen)


def _with_witness(ceremony: Ceremony, sheet: Sheet, form: Form) -> Sheet:
    """The sheet with a witness bound to its maker where the form asks for a tap, and with none where it does not."""

    def bound(slot: SignatureSlot) -> SignatureSlot:
        taps = form.tap_witness and slot.role is Role.PEMBUAT
        witness = ceremony.witness_of(ceremony.official(slot.official_id)).id if taps else None
        return replace(slot, witness_id=witness)

    return replace(sheet, slots=tuple(map(bound, sheet.slots)))


def _office_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise FormError("WRONG_FORM", file=str(path), line=line, field="", reason="NO_UTF8") from error
    except OSError as error:
        raise storage_error(error, path) from error
