"""Fewer pages for each document: forms are counted where there are several, and versions are found
through attributions and claims where these lead to them.
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
    known = sa.text("apart_id IS NOT NULL")
    op.create_index(
        "ix_shared_version_apart_id",
        "shared_version",
        ["apart_id"],
        sqlite_where=known,
        postgresql_where=known,
    )
