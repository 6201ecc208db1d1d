"""A revision that only tests have: the schema of some later claimgraph."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("note", sa.Column("id", sa.String, primary_key=True))
    op.add_column("document", sa.Column("note", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("document", "note")
    op.drop_table("note")
