"""Versions of shared records that relays, targets, participants or members lead to need no place in
an index of their own; nor do documents by their digest, by which nobody looks for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

#: How each database takes a field from JSON in a column of text.
_FIELD = {"sqlite": "json_extract({}, '$.{}')", "postgresql": "({}::json ->> '{}')"}

# All that is counted of several forms; of one form, the record itself is it.
_MEMBERSHIPS = """
    INSERT INTO membership (affiliation_id, member_id, organisation_id)
    SELECT id, member_id, organisation_id FROM affiliation
    WHERE NOT EXISTS (
        SELECT 1 FROM shared_form
        WHERE shared_form.kind = 'affiliation' AND shared_form.shared_id = affiliation.id
    )
    UNION
    SELECT shared_id, {member}, {organisation} FROM shared_form WHERE kind = 'affiliation'
"""

# A document has few attributions and claims, a source may have many: ``coalesce`` keeps SQLite from
# the index by source, and CROSS JOIN keeps it to this order.
_LED = """
    UPDATE shared_version SET apart_id = NULL
    WHERE apart_id IS NOT NULL AND (
        kind = 'affiliation' AND EXISTS (
            SELECT 1 FROM attribution
            WHERE attribution.document_id = shared_version.document_id
            AND coalesce(attribution.source_id, '') = {member}
        )
        OR kind = 'source' AND EXISTS (
            SELECT 1 FROM attribution CROSS JOIN relay
            WHERE attribution.document_id = shared_version.document_id
            AND relay.attribution_id = attribution.id
            AND coalesce(relay.source_id, '') = shared_version.shared_id
        )
        OR kind = 'source' AND EXISTS (
            SELECT 1 FROM attribution CROSS JOIN target
            WHERE attribution.document_id = shared_version.document_id
            AND target.attribution_id = attribution.id
            AND coalesce(target.source_id, '') = shared_version.shared_id
        )
        OR kind = 'source' AND EXISTS (
            SELECT 1 FROM claim CROSS JOIN participant
            WHERE claim.document_id = shared_version.document_id
            AND participant.claim_id = claim.id
            AND coalesce(participant.source_id, '') = shared_version.shared_id
        )
        OR kind = 'source' AND EXISTS (
            SELECT 1 FROM shared_version AS belongs CROSS JOIN attribution
            WHERE belongs.document_id = shared_version.document_id
            AND belongs.kind = 'affiliation'
            AND {organisation} = shared_version.shared_id
            AND attribution.document_id = shared_version.document_id
            AND coalesce(attribution.source_id, '') = {its_member}
        )
    )
"""


def upgrade() -> None:
    op.drop_index("ix_document_sha256", table_name="document")
    op.create_table(
        "membership",
        sa.Column("affiliation_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["affiliation_id"],
            ["affiliation.id"],
            name="fk_membership_affiliation_id_affiliation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "affiliation_id", "member_id", "organisation_id", name="pk_membership"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_membership_organisation_id_member_id", "membership", ["organisation_id", "member_id"]
    )
    field = _FIELD[op.get_bind().dialect.name].format
    op.execute(
        _MEMBERSHIPS.format(
            member=field("body", "member_id"), organisation=field("body", "organisation_id")
        )
    )
    # Each row that changes would be taken out of the index by itself.
    op.drop_index("ix_shared_version_apart_id", table_name="shared_version")
    op.execute(
        _LED.format(
            member=field("shared_version.body", "member_id"),
            organisation=field("belongs.body", "organisation_id"),
            its_member=field("belongs.body", "member_id"),
        )
    )
    apart = sa.text("apart_id IS NOT NULL")
    op.create_index(
        "ix_shared_version_apart_id",
        "shared_version",
        ["apart_id"],
        sqlite_where=apart,
        postgresql_where=apart,
    )
