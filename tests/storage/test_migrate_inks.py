"""The step to inks in rows of their own, on a database of the step before that holds signatures."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from kpu_desk.domain.ceremony_parts import Signature
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.ink_drawing import draw
from kpu_desk.storage import ceremonies, inks
from kpu_desk.storage.engine import WRITES, make_engine
from kpu_desk.storage.migrations.steps import downgrade, upgrade
from kpu_desk.workspace import Workspace
from tests.domain.ceremonies import AT, evidence, ink, opened
from tests.storage.offices import KEY
from tests.storage.offices import opened as opened_database
from tests.storage.test_migrate_records import insert, rows_of
from tests.storage.test_migrations import at_step, within

SLOTS = ("pembuat", "saksi")


def _proof(slot: str, written: Ink) -> str:
    ceremony = opened()
    sheet = next(sheet for sheet in ceremony.sheets if [s.key for s in sheet.slots] == list(SLOTS))
    return json.dumps(evidence(ceremony, sheet, sheet.slot(slot), written.digest()).as_dict(), sort_keys=True)


def _fill(connection: Connection) -> None:
    """A pact with two signatures as the step 0004 kept them, the witness's first in the order of signing."""
    texts = ("title", "occasion", "date", "start", "place", "venue")
    insert(
        connection,
        "ceremony",
        id="c",
        made=1,
        year=2026,
        kinds="[]",
        basis="[]",
        state="open",
        sample=0,
        **dict.fromkeys(texts, "2026-01-22"),
    )
    insert(
        connection,
        "official",
        id="o",
        ceremony_id="c",
        position=0,
        name="Orang",
        office="Staf",
        capacity="definitif",
        added=0,
    )
    insert(connection, "sheet", id="s", ceremony_id="c", position=0, kind="PI", serial="PI-001", version=1)
    for place, slot in enumerate(SLOTS):
        insert(connection, "slot", sheet_id="s", key=slot, position=place, role=slot, official_id="o")
    for seq, slot in enumerate(reversed(SLOTS), 1):
        written = ink(seq)
        insert(
            connection,
            "signature",
            seq=seq,
            ceremony_id="c",
            sheet_id="s",
            slot=slot,
            official_id="o",
            ink_digest=written.digest(),
            evidence_digest="ab" * 32,
            at=AT,
            ink=zlib.compress(written.canonical(), 9),
            evidence=_proof(slot, written),
        )


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    workspace = at_step(tmp_path / "kantor", "0004")
    within(workspace.database, _fill)
    return workspace


def test_every_signature_keeps_its_ink_evidence_and_order(office: Workspace) -> None:
    database = opened_database(office)
    with database.reading() as session:
        ceremony = ceremonies.load(session, "c")
        stored = inks.signed_inks(session, "s")
    assert database.complaints() == ()
    database.close()
    assert ceremony is not None
    assert ceremony.signatures == tuple(
        Signature("s", slot, "o", ink(seq).digest(), "ab" * 32, AT) for seq, slot in enumerate(reversed(SLOTS), 1)
    )
    assert [slot.further for slot in ceremony.sheets[0].slots] == [(), ()]
    assert list(stored) == ["saksi", "pembuat"]
    assert {slot: inks for slot, (inks, _) in stored.items()} == {
        "saksi": {InkKind.SIGNATURE: draw(ink(1))},
        "pembuat": {InkKind.SIGNATURE: draw(ink(2))},
    }


def test_going_back_gives_the_signatures_their_ink_again(office: Workspace) -> None:
    before = rows_of(office.database, "SELECT * FROM signature ORDER BY seq")
    within(office.database, upgrade)
    within(office.database, lambda connection: downgrade(connection, "0004"))
    assert rows_of(office.database, "SELECT * FROM signature ORDER BY seq") == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ink SET content = x'00'",
        "UPDATE ink SET certificate = 'ab', digest = 'cd'",
        "DELETE FROM ink",
        "INSERT OR REPLACE INTO ink SELECT * FROM ink",
        "INSERT INTO ink VALUES ('ab', NULL, x'00')",
        "UPDATE ink_drawing SET lines = x'00'",
        "DELETE FROM ink_drawing",
        "INSERT OR REPLACE INTO ink_drawing SELECT * FROM ink_drawing",
        "UPDATE signature SET at = ''",
        "DELETE FROM signature",
        "INSERT INTO ink_drawing SELECT 'x' || digest, sheet_id, slot, kind, 1, 1, 1, lines FROM ink_drawing",
        "INSERT INTO ink_drawing SELECT 'x' || digest, sheet_id, slot, 'dot', 1, 1, 1, lines FROM ink_drawing",
        "INSERT INTO ink_drawing SELECT 'x' || digest, sheet_id, 'tidak ada', 'paraf', 1, 1, 1, lines FROM ink_drawing",
        "INSERT INTO ink_drawing SELECT digest, sheet_id, slot, 'paraf', 1, 1, 1, lines FROM ink_drawing",
    ],
    ids=[
        "change",
        "move elsewhere",
        "delete",
        "replace",
        "no drawing",
        "redraw",
        "undraw",
        "replace drawing",
        "sign later",
        "unsign",
        "two",
        "kind",
        "no signature",
        "a copy",
    ],
)
def test_ink_is_append_only_and_one_of_each_kind_for_a_signature(office: Workspace, change: str) -> None:
    within(office.database, upgrade)
    before = [rows_of(office.database, f"SELECT * FROM {table} ORDER BY digest") for table in ("ink", "ink_drawing")]
    assert [len(rows) for rows in before] == [2, 2]
    engine = make_engine(office.database, KEY)
    with pytest.raises(DatabaseError), engine.execution_options(**{WRITES: True}).begin() as connection:
        connection.exec_driver_sql(change)
    engine.dispose()
    after = [rows_of(office.database, f"SELECT * FROM {table} ORDER BY digest") for table in ("ink", "ink_drawing")]
    assert after == before
