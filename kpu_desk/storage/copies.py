"""Copies what the journal names by a digest from one database into another, unchanged; nothing else goes across."""

from __future__ import annotations

import json

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.evidence import Evidence, evidence_from_dict
from kpu_desk.domain.journal import JournalEntry
from kpu_desk.storage.base import Base
from kpu_desk.storage.form_rows import CompositionRow, FormTextRow, LogoRow
from kpu_desk.storage.ink_rows import InkDrawingRow, InkErasureRow, InkRow
from kpu_desk.storage.journal_rows import JournalRow
from kpu_desk.storage.kept_texts import KeptTextRow
from kpu_desk.storage.own_pdf_rows import OwnPdfRow
from kpu_desk.storage.tables import FrozenRow, SignatureRow, StampImageRow


class Copies:
    """From ``source`` into ``target``; each method says whether what is named is there and is what its digest says."""

    def __init__(self, source: Session, target: Session) -> None:
        self._source, self._target = source, target

    def entry(self, entry: JournalEntry) -> None:
        """An entry of the journal, word for word."""
        self._target.execute(
            insert(JournalRow), {column.name: getattr(entry, column.name) for column in JournalRow.__table__.columns}
        )

    def text(self, sha256: str) -> bool:
        """A kept text."""
        row = self._source.get(KeptTextRow, sha256)
        whole = row is not None and digest_of(row.text.encode("utf-8")) == sha256
        return whole and self._copied(KeptTextRow, sha256)

    def frozen(self, sha256: str) -> bool:
        """A frozen sheet with what it was composed of."""
        row = self._source.get(FrozenRow, sha256)
        if row is None or digest_of(row.pdf) != sha256:
            return False
        made_of = self._source.get(CompositionRow, sha256)
        self._copied(FrozenRow, sha256)
        if made_of is not None:
            self._copied(FormTextRow, made_of.form_sha256)
            if made_of.logo_sha256 is not None:
                self._copied(LogoRow, made_of.logo_sha256)
            self._copied(CompositionRow, sha256)
        return True

    def own_pdf(self, sha256: str) -> bool:
        """A ready document of the office."""
        row = self._source.get(OwnPdfRow, sha256)
        return row is not None and digest_of(row.pdf) == sha256 and self._copied(OwnPdfRow, sha256)

    def stamp_image(self, sha256: str) -> bytes | None:
        """A picture of a stamp, to be kept with its setting; None where there is none."""
        row = self._source.get(StampImageRow, sha256)
        return None if row is None or digest_of(row.png) != sha256 else row.png

    def evidence(self, signature: Signature) -> Evidence:
        """What was recorded with a signature; LookupError where it is gone or another."""
        of = (SignatureRow.evidence_digest == signature.evidence_digest) & (SignatureRow.slot == signature.slot)
        text = self._source.scalar(select(SignatureRow.evidence).where(of))
        evidence = None if text is None else evidence_from_dict(json.loads(text))
        if evidence is None or evidence.digest() != signature.evidence_digest:
            raise LookupError(signature.evidence_digest)
        return evidence

    def inks(self, signature: Signature) -> None:
        """Drawings, and the dynamics that are left, as they lie there: readable or encrypted; LookupError as before."""
        for digest in signature.inks.values():
            if not self._copied(InkDrawingRow, digest):
                raise LookupError(digest)
            self._copied(InkRow, digest)
            self._copied(InkErasureRow, digest)

    def _copied(self, row_class: type[Base], key: str) -> bool:
        if self._target.get(row_class, key) is not None:
            return True
        row = self._source.get(row_class, key)
        if row is None:
            return False
        columns = row_class.__table__.columns
        self._target.execute(insert(row_class), {column.name: getattr(row, column.key) for column in columns})
        return True
