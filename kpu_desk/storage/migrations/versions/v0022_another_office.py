"""A person of a roster may stand in it once more, in the office he came into since; a NIP of the roster stands once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_NAME = "uq_official_ceremony_id_nip"
_KEY = "CONSTRAINT pk_official PRIMARY KEY (id), \n\t"
_ONCE = f"CONSTRAINT {_NAME} UNIQUE (ceremony_id, nip), \n\t"


def upgrade() -> None:
    """The rule holds for those who were invited; who was added for a revision may be one of them."""
    _made_anew(_KEY + _ONCE, _KEY)
    op.create_index(_NAME, "official", ["ceremony_id", "nip"], unique=True, sqlite_where=sa.text("added = 0"))


def downgrade() -> None:
    """Once for everybody again; for development only, the program never goes back."""
    op.drop_index(_NAME, "official")
    _made_anew(_KEY, _KEY + _ONCE)


def _made_anew(constraints: str, new_constraints: str) -> None:
    """SQLite drops no constraint in place: the table is filled from a copy. Nothing refers to it by its page."""
    found = op.get_bind().execute(sa.text("SELECT sql FROM sqlite_master WHERE name = 'official'")).scalar_one()
    for statement in (
        "CREATE TABLE official_kept AS SELECT * FROM official",
        "DROP TABLE official",
        str(found).replace(constraints, new_constraints),
        "INSERT INTO official SELECT * FROM official_kept",
        "DROP TABLE official_kept",
    ):
        op.execute(statement)
