"""Taps of witnesses and the help that a signer had: rows that come with a signature or not at all, and their rules.

The rules of ``domain/witnessing.py`` and ``domain/assisting.py`` once more, as triggers: whatever writes into these
tables, nobody witnesses himself, no acting official and nobody who is absent witnesses, and no assisted signature
stands without its statements, its helper and two witnesses.
"""

# ruff: noqa: S608 -- the SQL below is put together of this file's own words, nothing comes from outside

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TRIGGERS = (
    ("witness", "fit", "INSERT"),
    ("witness", "stays_fit", "UPDATE"),
    ("slot", "own_witness", "INSERT"),
    ("assistance", "rules", "INSERT"),
    ("confirmation", "rules", "INSERT"),
    ("signature", "witnessed", "INSERT"),
)
"""Table, name and event of each trigger that refuses; the conditions are in ``_refusals``."""


def upgrade() -> None:
    """Add both tables, empty, and the triggers; choices of witnesses that the rules refuse go: hierarchy holds."""
    op.execute(
        "ALTER TABLE slot ADD COLUMN witness_id TEXT CONSTRAINT fk_slot_witness_id_official REFERENCES official (id)"
    )
    op.create_table(
        "assistance",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("ceremony_id", "sheet_id", "slot", "way", "helper_id", "first_witness_id", "second_witness_id"),
        *_texts("identity", "read_aloud", "explained", "presence"),
        sa.PrimaryKeyConstraint("seq", name="pk_assistance"),
        sa.UniqueConstraint("sheet_id", "slot", name="uq_assistance_sheet_id_slot"),
        *_references("assistance", "helper_id", "first_witness_id", "second_witness_id"),
        sa.CheckConstraint("way IN ('read_to', 'mark', 'thumb')", name="ck_assistance_way"),
        sa.CheckConstraint(
            "identity <> '' AND read_aloud <> '' AND explained <> '' AND presence <> ''",
            name="ck_assistance_statements",
        ),
        sa.CheckConstraint(
            "helper_id <> first_witness_id AND helper_id <> second_witness_id"
            " AND first_witness_id <> second_witness_id",
            name="ck_assistance_three_people",
        ),
    )
    op.create_table(
        "confirmation",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("ceremony_id", "sheet_id", "slot", "witness_id", "at"),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("after_ms", "within_s", "asked")),
        sa.PrimaryKeyConstraint("seq", name="pk_confirmation"),
        sa.UniqueConstraint("sheet_id", "slot", "witness_id", name="uq_confirmation_sheet_id_slot_witness_id"),
        *_references("confirmation", "witness_id"),
        sa.CheckConstraint(
            "within_s BETWEEN 60 AND 3600 AND after_ms BETWEEN 0 AND within_s * 1000 AND asked >= 1",
            name="ck_confirmation_in_time",
        ),
    )
    guard_appends("assistance", key="seq")
    guard_appends("confirmation", key="seq")
    op.execute(f"DELETE FROM witness WHERE {_unfit('witness.witness_id', 'witness.official_id')}")
    refusals = _refusals()
    for table, name, event in _TRIGGERS:
        conditions = " ".join(
            f"SELECT raise(ABORT, '{table}: {words}') WHERE {condition};" for words, condition in refusals[table]
        )
        op.execute(f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} BEGIN {conditions} END")


def downgrade() -> None:
    """Without witnesses' taps and help again; for development only, the program never goes back."""
    for table, name, _event in _TRIGGERS:
        op.execute(f"DROP TRIGGER {table}_{name}")
    for table in ("confirmation", "assistance"):
        unguard_appends(table)
        op.drop_table(table)
    op.execute("ALTER TABLE slot DROP COLUMN witness_id")


def _refusals() -> dict[str, list[tuple[str, str]]]:
    """By table: what is said and the condition, over NEW, under which a row is refused."""
    here = "sheet_id = NEW.sheet_id AND slot = NEW.slot"
    own_slot = 'sheet_id = NEW.sheet_id AND "key" = NEW.slot'
    signer = f"(SELECT official_id FROM slot WHERE {own_slot})"
    asked = f"(SELECT witness_id FROM slot WHERE {own_slot})"
    maker = "(SELECT subject_id FROM sheet WHERE id = NEW.sheet_id)"
    signed = f"EXISTS (SELECT 1 FROM signature WHERE {here})"
    is_witness = f"(SELECT role FROM slot WHERE {own_slot}) = 'saksi'"
    beside = ("NEW.helper_id", "NEW.first_witness_id", "NEW.second_witness_id")
    pairs = ((beside[0], beside[1]), (beside[0], beside[2]), (beside[1], beside[2]))
    said = " AND ".join(
        f"{column} IS json_extract(NEW.evidence, '$.assisted.{path}')"
        for column, path in (
            ("way", "way"),
            ("helper_id", "helper_id"),
            ("first_witness_id", "witness_ids[0]"),
            ("second_witness_id", "witness_ids[1]"),
            ("identity", "identity"),
            ("read_aloud", "read_aloud"),
            ("explained", "explained"),
            ("presence", "presence"),
        )
    )
    tapped = " AND ".join(
        f"c.{column} IS json_extract(said.value, '$.{path}')"
        for column, path in (
            ("witness_id", "official_id"),
            ("at", "at"),
            ("after_ms", "after_ms"),
            ("within_s", "within_s"),
            ("asked", "asked"),
        )
    )
    helped = f"EXISTS (SELECT 1 FROM assistance WHERE {here})"
    both = ("first_witness_id", "second_witness_id")
    return {
        "witness": [("no fit witness", _unfit("NEW.witness_id", "NEW.official_id"))],
        "slot": [
            ("nobody witnesses himself", f"NEW.role = 'saksi' AND {_same('NEW.official_id', maker)}"),
            ("no fit witness", f"NEW.witness_id IS NOT NULL AND {_unfit('NEW.witness_id', 'NEW.official_id')}"),
        ],
        "assistance": [
            ("comes before its signature", f"{signed} OR {signer} IS NULL OR {_held(here, 'assistance')}"),
            ("the helper is another and here", f"{_same(beside[0], signer)} OR {_absent(beside[0])}"),
            ("no fit witness", " OR ".join(f"{_unfit(one, signer)} OR {_absent(one)}" for one in beside[1:])),
            ("three people", " OR ".join(_same(*pair) for pair in pairs)),
        ],
        "confirmation": [
            ("comes before its signature", f"{signed} OR {signer} IS NULL"),
            ("no fit witness", f"{_unfit('NEW.witness_id', signer)} OR {_absent('NEW.witness_id')}"),
            (
                "nobody asked",
                f"NEW.witness_id IS NOT {asked} AND NOT EXISTS (SELECT 1 FROM assistance WHERE {here}"
                f" AND NEW.witness_id IN ({', '.join(both)}))",
            ),
        ],
        "signature": [
            (
                "no fit witness",
                f"{is_witness} AND ({_unfit('NEW.official_id', maker)} OR {_absent('NEW.official_id')})",
            ),
            (
                "the witness has not confirmed",
                f"{asked} IS NOT NULL AND NOT EXISTS"
                f" (SELECT 1 FROM confirmation WHERE {here} AND witness_id = {asked})",
            ),
            (
                "the help is not as it says",
                f"(json_extract(NEW.evidence, '$.assisted') IS NOT NULL OR {helped})"
                f" AND NOT EXISTS (SELECT 1 FROM assistance WHERE {here} AND {said})",
            ),
            (
                "both witnesses of the help confirm",
                f"{helped} AND (SELECT count(*) FROM confirmation JOIN assistance USING (sheet_id, slot)"
                f" WHERE {here} AND confirmation.witness_id IN ({', '.join(both)})) < 2",
            ),
            (
                "the taps are not as it says",
                "EXISTS (SELECT 1 FROM json_each(NEW.evidence, '$.confirmed') AS said WHERE NOT EXISTS (SELECT 1 FROM"
                f" confirmation AS c WHERE c.sheet_id = NEW.sheet_id AND c.slot = NEW.slot AND {tapped}))"
                " OR (SELECT count(*) FROM json_each(NEW.evidence, '$.confirmed'))"
                f" <> (SELECT count(*) FROM confirmation WHERE {here})",
            ),
        ],
    }


def _same(one: str, other: str) -> str:
    """Whether two ids are one person: one id, one NIP, or one name where a NIP is missing (``same_person``, but that
    titles are not cut off here)."""
    return (
        f"EXISTS (SELECT 1 FROM official AS a, official AS b WHERE a.id = {one} AND b.id = {other} AND (a.id = b.id"
        " OR a.nip = b.nip OR ((a.nip IS NULL OR b.nip IS NULL) AND lower(trim(a.name)) = lower(trim(b.name)))))"
    )


def _unfit(witness: str, signer: str) -> str:
    """Whether the witness is the signer himself, acts for another, or is of another ceremony's roster."""
    return (
        f"({_same(witness, signer)} OR EXISTS (SELECT 1 FROM official WHERE id = {witness} AND (capacity <> 'definitif'"
        f" OR ceremony_id IS NOT (SELECT ceremony_id FROM official WHERE id = {signer}))))"
    )


def _absent(person: str) -> str:
    return f"NOT EXISTS (SELECT 1 FROM attendance WHERE official_id = {person})"


def _held(here: str, table: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE {here})"


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _references(table: str, *people: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(["ceremony_id"], ["ceremony.id"], name=f"fk_{table}_ceremony_id_ceremony"),
        *(
            sa.ForeignKeyConstraint([column], ["official.id"], name=f"fk_{table}_{column}_official")
            for column in people
        ),
        # The signature comes last in the transaction, when its trigger can see what stands beside it.
        sa.ForeignKeyConstraint(
            ["sheet_id", "slot"],
            ["signature.sheet_id", "signature.slot"],
            name=f"fk_{table}_signature",
            deferrable=True,
            initially="DEFERRED",
        ),
    ]
