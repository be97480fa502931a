"""While a late sitting is paused nobody signs, and it is not closed."""

from __future__ import annotations

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_OPEN = "(SELECT closed FROM late_sitting WHERE ceremony_id = NEW.ceremony_id ORDER BY seq DESC LIMIT 1) IS 0"
_PAUSED = "(SELECT state FROM ceremony_turn WHERE ceremony_id = NEW.ceremony_id ORDER BY seq DESC LIMIT 1) IS 'paused'"


def upgrade() -> None:
    """Add the triggers."""
    for table in ("signature", "late_sitting"):
        op.execute(
            f"CREATE TRIGGER {table}_paused BEFORE INSERT ON {table} "
            f"BEGIN SELECT raise(ABORT, '{table}: the late sitting is paused') WHERE {_OPEN} AND {_PAUSED}; END"
        )


def downgrade() -> None:
    """Without them again; for development only, the program never goes back."""
    for table in ("signature", "late_sitting"):
        op.execute(f"DROP TRIGGER {table}_paused")
