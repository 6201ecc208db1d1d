"""What is looked at of a claim before it is loaded: all its keys together, and its sketch."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from struct import pack
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

#: Claims whose keys are written together.
_TOGETHER = 5_000


def upgrade() -> None:
    sketch = op.create_table(
        "sketch",
        sa.Column("claim_row", _ROW, autoincrement=False, nullable=False),
        sa.Column("block_keys", sa.LargeBinary(), nullable=False),
        sa.Column("sketch", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_row"], ["claim.row"], name="fk_sketch_claim_row_claim", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_row", name="pk_sketch"),
    )
    _fill(op.get_bind(), sketch)


def _fill(connection: sa.Connection, sketch: sa.Table) -> None:
    """The keys of the claims that stand in blocks. What they say is not made out here: without a
    sketch a claim is loaded whole.
    """
    block = sa.table("block", sa.column("claim_row"), sa.column("key"))
    least, most = connection.execute(
        sa.select(sa.func.min(block.c.claim_row), sa.func.max(block.c.claim_row))
    ).one()
    if least is None:
        return
    for first in range(least, most + 1, _TOGETHER):
        some = (
            sa.select(block.c.claim_row, block.c.key)
            .where(block.c.claim_row >= first, block.c.claim_row < first + _TOGETHER)
            .order_by(block.c.claim_row, block.c.key)
        )
        rows = connection.execute(some).all()
        if rows:
            connection.execute(sa.insert(sketch), list(_packed(rows)))


def _packed(rows: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for claim_row, group in groupby(rows, key=lambda row: row.claim_row):
        keys = [row.key for row in group]
        yield {"claim_row": claim_row, "block_keys": pack(f"<{len(keys)}q", *keys)}
