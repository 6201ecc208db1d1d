"""How Alembic runs here: on the connection that it is given, inside its open transaction."""

from alembic import context

from claimgraph.store.migration import VERSION_TABLE
from claimgraph.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
