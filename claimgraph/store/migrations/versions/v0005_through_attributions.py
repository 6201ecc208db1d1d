"""The claims of a source are found through its attributions: claims need no index by source but for
those without one, nor a foreign key: they hold the source of their attribution, which has one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEY = "fk_claim_source_id_source"

#: How the first revision wrote it.
_WRITTEN = f"CONSTRAINT {_KEY} FOREIGN KEY(source_id) REFERENCES source (id)"


def upgrade() -> None:
    op.drop_index("ix_claim_source_id_published_from", table_name="claim")
    nobody = sa.text("source_id IS NULL")
    op.create_index(
        "ix_claim_published_from",
        "claim",
        ["published_from"],
        sqlite_where=nobody,
        postgresql_where=nobody,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(_KEY, "claim", type_="foreignkey")
    else:
        _forget_key()


def _forget_key() -> None:
    """SQLite knows no statement for it. To fill a new table and drop the old one would take minutes
    and, as foreign keys are on, the parts of all claims with it; how the rows are kept does not
    change, so the words of the table are made shorter, in the way that SQLite's manual gives.
    """
    connection = op.get_bind()
    words = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'claim'"
    before = connection.exec_driver_sql(words).scalar_one()
    after = "".join(_without(before))
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = 'claim'", (after,)
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")


def _without(words: str) -> tuple[str, str]:
    """What stands before the key, and behind it and its comma."""
    before, key, behind = words.partition(_WRITTEN)
    assert key, words
    return before, behind.lstrip(", \n\t")
