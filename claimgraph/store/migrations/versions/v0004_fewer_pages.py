"""Fewer pages for each document: forms are counted where there are several, versions are found
through attributions and claims where these lead to them, and only those are indexed by their name
who are looked for by it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_LONELY = """
    DELETE FROM shared_form WHERE (
        SELECT count(*) FROM shared_form AS other
        WHERE other.shared_id = shared_form.shared_id AND other.kind = shared_form.kind
    ) = 1
"""

# A document has few attributions and claims, a source may have many: ``coalesce`` keeps SQLite from
# the index by source.
_APART = """
    UPDATE shared_version SET apart_id = shared_id
    WHERE kind = 'affiliation'
    OR kind = 'source' AND NOT EXISTS (
        SELECT 1 FROM attribution
        WHERE attribution.document_id = shared_version.document_id
        AND coalesce(attribution.source_id, '') = shared_version.shared_id
    )
    OR kind = 'event' AND NOT EXISTS (
        SELECT 1 FROM claim
        WHERE claim.document_id = shared_version.document_id
        AND coalesce(claim.event_id, '') = shared_version.shared_id
    )
"""


def upgrade() -> None:
    op.execute(_LONELY)
    op.drop_index("ix_shared_version_shared_id", table_name="shared_version")
    op.add_column("shared_version", sa.Column("apart_id", sa.String(), nullable=True))
    op.execute(_APART)
    _index("shared_version", "apart_id", "apart_id IS NOT NULL")
    for table in ("relay", "target", "participant"):
        op.drop_index(f"ix_{table}_key", table_name=table)
        _index(table, "key", "source_id IS NULL")


def _index(table: str, column: str, condition: str) -> None:
    where = sa.text(condition)
    name = f"ix_{table}_{column}"
    op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)
