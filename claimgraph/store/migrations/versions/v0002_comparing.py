"""What comparing keeps: under which keys claims are looked for, and how far it has come."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "block",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("moment", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim_row", _ROW, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_row"], ["claim.row"], name="fk_block_claim_row_claim", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "moment", "claim_row", name="pk_block"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_block_claim_row", "block", ["claim_row"])
    op.create_table(
        "block_size",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claims", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_block_size"),
    )
    op.create_table(
        "comparison",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("keyed", sa.String(), nullable=True),
        sa.Column("version", sa.String(), nullable=True),
        sa.Column("left_out", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name="fk_comparison_document_id_document",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", name="pk_comparison"),
    )
    op.create_index("ix_comparison_version", "comparison", ["version"])
