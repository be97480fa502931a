"""Reads ceremonies by plain SQL, through SQLAlchemy or before it is loaded: one way of reading for both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.ceremony_parts import (
    Attendance,
    Away,
    Cause,
    CeremonyState,
    Declaration,
    Decline,
    Fault,
    LateSitting,
    Revision,
    Signature,
    Turn,
    VoidSheet,
    Whereabouts,
)
from kpu_desk.domain.documents import (
    Agreement,
    Attachment,
    BudgetLine,
    DocumentKind,
    InkKind,
    Role,
    Sheet,
    SignatureSlot,
    Target,
)
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.own_documents import document_of
from kpu_desk.domain.rundown import RundownNote, StepAct, StepMove, step_of

Rows = Callable[[str, Mapping[str, str]], Iterable[Any]]
"""Runs one query with named parameters (``:name``) and gives its rows as tuples."""


def ceremony_ids(rows: Rows) -> tuple[str, ...]:
    """Ids of all ceremonies, the newest first."""
    return tuple(row[0] for row in rows("SELECT id FROM ceremony ORDER BY made DESC", {}))


def workspace_mark(rows: Rows) -> str:
    """The mark of the workspace: it stands in the journal's first entry, so taking it off would break the chain."""
    first = next(iter(rows("SELECT facts FROM journal WHERE seq = 1", {})), None)
    return str(json.loads(first[0]).get("mark", "")) if first is not None else ""


def load(rows: Rows, ceremony_id: str) -> Ceremony | None:
    """The whole ceremony, or None."""
    of = {"ceremony": ceremony_id}
    head = next(
        iter(
            rows(
                "SELECT id, title, occasion, year, date, start, place, venue, kinds, basis, state, sample, attachment,"
                " opened_at, closed_at, agreements, commission_attachment, closes_list, forms, documents, rundown,"
                " signers"
                " FROM ceremony WHERE id = :ceremony",
                of,
            )
        ),
        None,
    )
    if head is None:
        return None
    sheets = _sheets(rows, of)
    voids = _voids(rows, of, {sheet.id: sheet for sheet in sheets})
    gone = {void.sheet.id for void in voids}
    return Ceremony(
        id=head[0],
        title=head[1],
        occasion=head[2],
        year=head[3],
        date=date.fromisoformat(head[4]),
        start=head[5],
        place=head[6],
        venue=head[7],
        kinds=tuple(DocumentKind(kind) for kind in json.loads(head[8])),
        basis=tuple(json.loads(head[9])),
        state=CeremonyState(head[10]),
        sample=bool(head[11]),
        attachment=None if head[12] is None else _attachment(head[12]),
        officials=_officials(rows, of),
        witnesses=tuple(
            (row[0], row[1])
            for row in rows(
                "SELECT official_id, witness_id FROM witness WHERE ceremony_id = :ceremony ORDER BY official_id", of
            )
        ),
        attendance=tuple(
            Attendance(*row)
            for row in rows(
                'SELECT official_id, at, identified, "by" FROM attendance WHERE ceremony_id = :ceremony'
                " ORDER BY position",
                of,
            )
        ),
        sheets=tuple(sheet for sheet in sheets if sheet.id not in gone),
        voids=voids,
        signatures=_signatures(rows, of),
        declines=tuple(
            Decline(*row)
            for row in rows(
                "SELECT sheet_id, official_id, reason, at FROM decline WHERE ceremony_id = :ceremony ORDER BY position",
                of,
            )
        ),
        declarations=tuple(
            Declaration(row[0], tuple(json.loads(row[1])), row[2])
            for row in rows(
                "SELECT official_id, answers, at FROM declaration WHERE ceremony_id = :ceremony ORDER BY position",
                of,
            )
        ),
        agreements=tuple(Agreement(which) for which in json.loads(head[15])),
        commission_attachment=None if head[16] is None else _attachment(head[16]),
        closes_list=bool(head[17]),
        forms=tuple((usual, own) for usual, own in json.loads(head[18])),
        documents=tuple(map(document_of, json.loads(head[19]))),
        signers=tuple((DocumentKind(kind), tuple(groups)) for kind, groups in json.loads(head[21])),
        sealed=frozenset(row[0] for row in rows("SELECT sheet_id FROM record WHERE ceremony_id = :ceremony", of)),
        opened_at=head[13],
        closed_at=head[14],
        turns=tuple(
            Turn(CeremonyState(row[0]), *row[1:])
            for row in rows(
                'SELECT state, at, "by", reason FROM ceremony_turn WHERE ceremony_id = :ceremony ORDER BY seq', of
            )
        ),
        rundown=tuple(map(step_of, json.loads(head[20]))),
        step_acts=tuple(
            StepAct(row[0], StepMove(row[1]), *row[2:])
            for row in rows(
                'SELECT step, move, at, "by", opening, counter_s, reason FROM step_act'
                " WHERE ceremony_id = :ceremony ORDER BY seq",
                of,
            )
        ),
        notes=tuple(
            RundownNote(*row)
            for row in rows(
                'SELECT number, step, what, happened, mended, at, "by", about FROM rundown_note'
                " WHERE ceremony_id = :ceremony ORDER BY seq",
                of,
            )
        ),
        # Of whom was taken out of the roster nothing is told any more.
        whereabouts=tuple(
            Whereabouts(row[0], Away(row[1]), *row[2:])
            for row in rows(
                'SELECT official_id, what, note, at, "by", signatures, sitting FROM whereabouts'
                " WHERE ceremony_id = :ceremony"
                " AND official_id IN (SELECT id FROM official) ORDER BY seq",
                of,
            )
        ),
        revisions=tuple(
            Revision(row[0], row[1], Cause(row[2]), row[3], _attachment(row[4]), row[5], row[6])
            for row in rows(
                'SELECT sheet_id, of_id, cause, note, attachment, at, "by" FROM revision'
                " WHERE ceremony_id = :ceremony ORDER BY seq",
                of,
            )
        ),
        sittings=tuple(
            LateSitting(*row)
            for row in rows(
                'SELECT began.number, began.at, began."by", began.signatures, ended.at, coalesce(ended."by", \'\'),'
                " ended.signatures, ended.minutes_id FROM late_sitting AS began LEFT JOIN late_sitting AS ended"
                " ON ended.ceremony_id = began.ceremony_id AND ended.number = began.number AND ended.closed = 1"
                " WHERE began.closed = 0 AND began.ceremony_id = :ceremony ORDER BY began.number",
                of,
            )
        ),
    )


def _officials(rows: Rows, of: Mapping[str, str]) -> tuple[Official, ...]:
    found = rows(
        "SELECT id, name, nip, rank, office, unit, capacity, decree, added FROM official"
        " WHERE ceremony_id = :ceremony ORDER BY position",
        of,
    )
    return tuple(
        Official(row[0], row[1], row[2], row[3], row[4], row[5], Capacity(row[6]), row[7], bool(row[8]))
        for row in found
    )


def _sheets(rows: Rows, of: Mapping[str, str]) -> tuple[Sheet, ...]:
    slots: dict[str, list[SignatureSlot]] = {}
    for row in rows(
        'SELECT slot.sheet_id, slot."key", slot.role, slot.official_id, slot.further, slot.witness_id FROM slot'
        " JOIN sheet ON sheet.id = slot.sheet_id WHERE sheet.ceremony_id = :ceremony"
        " ORDER BY slot.sheet_id, slot.position",
        of,
    ):
        further = tuple(map(InkKind, json.loads(row[4])))
        slots.setdefault(row[0], []).append(SignatureSlot(row[1], Role(row[2]), row[3], further, row[5]))
    found = rows(
        "SELECT id, kind, serial, frozen_sha256, subject_id, version, form_id FROM sheet"
        " WHERE ceremony_id = :ceremony ORDER BY position",
        of,
    )
    return tuple(Sheet(row[0], DocumentKind(row[1]), row[2], tuple(slots.get(row[0], ())), *row[3:]) for row in found)


def _voids(rows: Rows, of: Mapping[str, str], sheets: Mapping[str, Sheet]) -> tuple[VoidSheet, ...]:
    found = rows(
        'SELECT sheet_id, fault, note, at, "by", replaced_by FROM void_sheet WHERE ceremony_id = :ceremony'
        " ORDER BY seq",
        of,
    )
    return tuple(VoidSheet(sheets[row[0]], Fault(row[1]), row[2], row[3], row[4], row[5]) for row in found)


def _signatures(rows: Rows, of: Mapping[str, str]) -> tuple[Signature, ...]:
    written: dict[tuple[str, str], dict[InkKind, str]] = {}
    for sheet_id, slot, kind, digest in rows(
        "SELECT drawn.sheet_id, drawn.slot, drawn.kind, drawn.digest FROM ink_drawing AS drawn"
        " JOIN sheet ON sheet.id = drawn.sheet_id WHERE sheet.ceremony_id = :ceremony AND drawn.kind <> 'signature'",
        of,
    ):
        written.setdefault((sheet_id, slot), {})[InkKind(kind)] = digest
    tapped: dict[tuple[str, str], list[str]] = {}
    for sheet_id, slot, witness_id in rows(
        "SELECT sheet_id, slot, witness_id FROM confirmation WHERE ceremony_id = :ceremony ORDER BY seq", of
    ):
        tapped.setdefault((sheet_id, slot), []).append(witness_id)
    helpers = {
        (row[0], row[1]): row[2]
        for row in rows("SELECT sheet_id, slot, helper_id FROM assistance WHERE ceremony_id = :ceremony", of)
    }
    found = rows(
        "SELECT sheet_id, slot, official_id, ink_digest, evidence_digest, at FROM signature"
        " WHERE ceremony_id = :ceremony ORDER BY seq",
        of,
    )
    return tuple(
        Signature(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            _in_order(written.get((row[0], row[1]), {})),
            tuple(tapped.get((row[0], row[1]), ())),
            helpers.get((row[0], row[1])),
        )
        for row in found
    )


def _in_order(written: Mapping[InkKind, str]) -> tuple[tuple[InkKind, str], ...]:
    return tuple((kind, written[kind]) for kind in InkKind if kind in written)


def _attachment(text: str) -> Attachment:
    values = json.loads(text)
    return Attachment(
        institution=values["institution"],
        targets=tuple(Target(**target) for target in values["targets"]),
        budget=tuple(BudgetLine(**line) for line in values["budget"]),
        sample=values["sample"],
    )
