"""The step to numbers and chained records, on a database of the step before that holds records and prints."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from kpu_desk.domain.chain import ChainEnd
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.numbering import GivenNumber, Numbers
from kpu_desk.domain.record import SealedRecord
from kpu_desk.storage import numbers, records
from kpu_desk.storage.engine import WRITES, make_engine
from kpu_desk.storage.migrations.steps import downgrade, upgrade
from kpu_desk.workspace import Workspace
from tests.storage.offices import KEY, opened
from tests.storage.test_migrations import at_step, within

CEREMONIES = ("lama", "baru")
SHEETS = ("PI-001", "PI-002", "BA-001")


def insert(connection: Connection, table: str, **values: object) -> None:
    """One row as an older step had it."""
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join(f":{name}" for name in values)
    connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({places})', values)


def _fill(connection: Connection) -> None:
    """Two sealed ceremonies as the step 0002 kept them; the records were sealed out of the order of their sheets."""
    for made, ceremony in enumerate(CEREMONIES, 1):
        texts = ("title", "occasion", "date", "start", "place", "venue")
        insert(
            connection,
            "ceremony",
            id=ceremony,
            made=made,
            year=2026,
            kinds="[]",
            basis="[]",
            state="sealed",
            sample=0,
            **dict.fromkeys(texts, "2026-01-22"),
        )
        for place, serial in enumerate(SHEETS):
            insert(
                connection,
                "sheet",
                id=f"{ceremony}/{serial}",
                ceremony_id=ceremony,
                position=place,
                kind=serial[:2],
                serial=serial,
                version=1,
                frozen_sha256="0" * 64,
            )
        for serial in reversed(SHEETS):
            insert(
                connection,
                "record",
                id=f"r/{ceremony}/{serial}",
                ceremony_id=ceremony,
                sheet_id=f"{ceremony}/{serial}",
                content_digest=f"digest {ceremony} {serial}",
                sealed_at="2026-01-22T02:00:00.000Z",
                verdict="VALID",
                pdf=f"%PDF {ceremony} {serial}".encode(),
            )
            insert(
                connection,
                "print",
                record_id=f"r/{ceremony}/{serial}",
                copy=1,
                at="2026-01-22T02:00:00.000Z",
                by="Petugas",
                came_out_right=1,
            )


def rows_of(path: Path, sql: str) -> list[Any]:
    """What a query gives."""
    found: list[Any] = []
    within(path, lambda connection: found.extend(connection.exec_driver_sql(sql).all()))
    return found


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    workspace = at_step(tmp_path / "kantor", "0002")
    within(workspace.database, _fill)
    return workspace


def _new(sheet: str, digest: str, **values: Any) -> SealedRecord:
    kind = DocumentKind(sheet.split("/")[1][:2])
    return SealedRecord(f"baru {digest}", sheet, sheet.split("/")[1], kind, digest, b"%PDF", "2026", "VALID", **values)


def test_old_records_keep_their_bytes_and_get_the_order_they_were_sealed_in(office: Workspace) -> None:
    database = opened(office)
    with database.reading() as session:
        kept = records.records(session, "baru")
        assert [r.serial for r in kept] == list(SHEETS)
        assert [r.position for r in kept] == [3, 2, 1]
        assert [(r.previous, r.edition, r.supersedes, r.number) for r in kept] == [(None, 1, None, None)] * 3
        one = records.record(session, "r/lama/PI-002")
        assert one is not None
        assert one.pdf == b"%PDF lama PI-002"
        assert records.printed_copies(session, "lama") == {f"r/lama/{serial}": 1 for serial in SHEETS}
        assert records.chain_end(session, "baru") == ChainEnd(3, "digest baru PI-001")
        assert records.chain_end(session, "lain") == ChainEnd(0, "digest baru PI-001")
        assert numbers.load(session) == Numbers()
    assert database.complaints() == ()
    database.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE record SET verdict = 'CHANGED'",
        "DELETE FROM record",
        "INSERT OR REPLACE INTO record SELECT * FROM record WHERE edition = 1",
        "INSERT INTO record SELECT id || '2', ceremony_id, sheet_id, content_digest, sealed_at, verdict, pdf,"
        " made + 90, position + 90, previous, edition, NULL, reason, number, number_year FROM record",
        "INSERT INTO record SELECT id || '2', ceremony_id, sheet_id, content_digest, sealed_at, verdict, pdf,"
        " made + 90, position, previous, 2, id, reason, number, number_year FROM record",
    ],
    ids=["update", "delete", "replace", "same edition", "same position"],
)
def test_records_are_still_append_only_and_one_at_each_place(office: Workspace, change: str) -> None:
    within(office.database, upgrade)
    before = rows_of(office.database, "SELECT * FROM record ORDER BY made")
    engine = make_engine(office.database, KEY)
    writing = engine.execution_options(**{WRITES: True})
    with pytest.raises(DatabaseError), writing.begin() as connection:
        connection.exec_driver_sql(change)
    engine.dispose()
    assert rows_of(office.database, "SELECT * FROM record ORDER BY made") == before


def test_a_database_with_numbers_goes_down_and_up_again(office: Workspace) -> None:
    old = rows_of(office.database, "SELECT * FROM record ORDER BY rowid")
    prints = rows_of(office.database, "SELECT * FROM print ORDER BY seq")
    database = opened(office)
    given = Numbers().with_given([GivenNumber("baru/BA-001", "BA-001", 2026, "7/PK.02.1-BA/31/2026")])
    with database.transaction() as session:
        _save(session, given)
        end = records.chain_end(session, "baru")
        fresh = _new(
            "baru/BA-001",
            "d7",
            number="7/PK.02.1-BA/31/2026",
            position=end.position + 1,
            previous=end.digest,
            edition=2,
            supersedes="r/baru/BA-001",
            reason="Nomor naskah diberikan kemudian",
        )
        records.add_records(session, "baru", [(fresh, 2026)])
        records.add_print(session, fresh.id, at="2026", by="Petugas", came_out_right=True)
    with database.reading() as session:
        assert [(r.serial, r.edition) for r in records.records(session, "baru")][2:] == [("BA-001", 1), ("BA-001", 2)]
        assert records.chain_end(session, "baru") == ChainEnd(4, "d7")
        assert [n.text for n in numbers.load(session).spent] == ["7/PK.02.1-BA/31/2026"]
        assert numbers.of_ceremony(session, "baru")["baru/BA-001"][1] == "diberikan kemudian"
    database.close()
    within(office.database, partial(downgrade, target="0002"))
    assert rows_of(office.database, "SELECT * FROM record ORDER BY rowid") == old
    assert rows_of(office.database, "SELECT * FROM print ORDER BY seq") == prints
    within(office.database, upgrade)
    assert len(rows_of(office.database, "SELECT * FROM record")) == 6
    assert rows_of(office.database, "SELECT * FROM number") == []


def _save(session: Session, given: Numbers) -> None:
    numbers.save(session, "baru", given, ["baru/BA-001"], reason="diberikan kemudian", at="2026")


def test_one_number_cannot_stand_on_two_sheets_of_a_year(office: Workspace) -> None:
    database = opened(office)
    twice = Numbers((GivenNumber("baru/PI-001", "", 2026, "7/A"), GivenNumber("lama/PI-001", "", 2026, "07/a")))

    with pytest.raises(DatabaseError), database.transaction() as session:
        numbers.save(session, "baru", twice, ["baru/PI-001", "lama/PI-001"], reason="", at="2026")
    database.close()
