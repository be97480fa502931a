"""Ink apart from its drawing: the dynamics may be encrypted to a certificate or erased, the drawing stays."""

from __future__ import annotations

import zlib

import sqlalchemy as sa
from alembic import op

from kpu_desk.domain.ink import Ink, parse_ink
from kpu_desk.domain.ink_drawing import draw, pack_lines
from kpu_desk.domain.ink_packing import unpack
from kpu_desk.storage.migrations.append_only import guard_appends, unguard_appends

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KINDS = "kind IN ('signature', 'attachment', 'paraf')"
_TRIGGERS = {
    "ink_no_update": (
        "BEFORE UPDATE ON ink WHEN NOT (OLD.certificate IS NULL AND NEW.certificate IS NOT NULL"
        " AND NEW.digest = OLD.digest)",
        "ink: only moved to a certificate, once",
    ),
    "ink_no_delete": (
        "BEFORE DELETE ON ink WHEN NOT EXISTS (SELECT 1 FROM ink_erasure WHERE digest = OLD.digest)",
        "ink: goes only when its erasure is written down",
    ),
    "ink_no_replace": (
        "BEFORE INSERT ON ink WHEN EXISTS (SELECT 1 FROM ink WHERE digest = NEW.digest)"
        " OR EXISTS (SELECT 1 FROM ink_erasure WHERE digest = NEW.digest)",
        "ink: rows are never replaced",
    ),
}


def upgrade() -> None:
    """Draw every ink there is; its bytes stay as they are until the office chooses a certificate."""
    connection = op.get_bind()
    _set_aside("ink")
    op.create_table(
        "ink_drawing",
        *_texts("digest", "sheet_id", "slot", "kind"),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("samples", "strokes", "duration_ms")),
        sa.Column("lines", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_ink_drawing"),
        sa.UniqueConstraint("sheet_id", "slot", "kind", name="uq_ink_drawing_sheet_id_slot_kind"),
        sa.ForeignKeyConstraint(
            ["sheet_id", "slot"], ["signature.sheet_id", "signature.slot"], name="fk_ink_drawing_signature"
        ),
        sa.CheckConstraint(_KINDS, name="ck_ink_drawing_kind"),
    )
    op.create_table(
        "ink",
        *_texts("digest"),
        sa.Column("certificate", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_ink"),
        sa.ForeignKeyConstraint(["digest"], ["ink_drawing.digest"], name="fk_ink_digest_ink_drawing"),
    )
    op.create_table(
        "ink_erasure",
        *_texts("digest", "at", "by", "reason"),
        sa.PrimaryKeyConstraint("digest", name="pk_ink_erasure"),
        sa.ForeignKeyConstraint(["digest"], ["ink_drawing.digest"], name="fk_ink_erasure_digest_ink_drawing"),
    )
    op.create_table(
        "escrow_certificate",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_texts("sha256"),
        sa.Column("der", sa.LargeBinary(), nullable=False),
        *_texts("at", "by"),
        sa.PrimaryKeyConstraint("seq", name="pk_escrow_certificate"),
    )
    for row in connection.exec_driver_sql("SELECT digest, sheet_id, slot, kind, ink FROM ink_aside ORDER BY rowid"):
        drawing = draw(parse_ink(zlib.decompress(row[4])))
        figures = (drawing.sample_count, drawing.stroke_count, drawing.duration_ms)
        connection.exec_driver_sql(
            "INSERT INTO ink_drawing VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*row[:4], *figures, pack_lines(drawing.lines)),
        )
    op.execute("INSERT INTO ink (digest, content) SELECT digest, ink FROM ink_aside ORDER BY rowid")
    op.drop_table("ink_aside")
    guard_appends("ink_drawing", key="digest")
    guard_appends("ink_erasure", key="digest")
    guard_appends("escrow_certificate", key="seq")
    for name, (when, why) in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT raise(ABORT, '{why}'); END")


def downgrade() -> None:
    """Back to ink in one row; for development only: what is encrypted or erased is lost to it."""
    connection = op.get_bind()
    _set_aside("ink")
    op.create_table(
        "ink",
        *_texts("digest", "sheet_id", "slot", "kind"),
        sa.Column("ink", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_ink"),
        sa.UniqueConstraint("sheet_id", "slot", "kind", name="uq_ink_sheet_id_slot_kind"),
        sa.ForeignKeyConstraint(
            ["sheet_id", "slot"], ["signature.sheet_id", "signature.slot"], name="fk_ink_signature"
        ),
        sa.CheckConstraint(_KINDS, name="ck_ink_kind"),
    )
    for row in connection.exec_driver_sql(
        "SELECT digest, sheet_id, slot, kind, content FROM ink_aside JOIN ink_drawing USING (digest)"
        " WHERE certificate IS NULL ORDER BY ink_aside.rowid"
    ):
        content = zlib.compress(_ink(row[4]).canonical(), 9)
        connection.exec_driver_sql("INSERT INTO ink VALUES (?, ?, ?, ?, ?)", (*row[:4], content))
    op.drop_table("ink_aside")
    guard_appends("ink", key="digest")
    for table in ("escrow_certificate", "ink_erasure", "ink_drawing"):
        unguard_appends(table)
        op.drop_table(table)


def _ink(content: bytes) -> Ink:
    return unpack(content) if content.startswith(b"KPUINK") else parse_ink(zlib.decompress(content))


def _set_aside(table: str) -> None:
    op.execute(f"CREATE TABLE {table}_aside AS SELECT * FROM {table}")  # noqa: S608 -- no outside text
    unguard_appends(table)
    op.drop_table(table)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
