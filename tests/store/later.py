"""The same library, some releases later: its schema has one revision more."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from claimgraph.store import migration

LATER = "0007"
REVISIONS = [*migration.REVISIONS, Path(__file__).parent / "revisions"]


@contextmanager
def later_release() -> Iterator[None]:
    """Inside the block, stores are opened by a release that has one revision more."""
    with patch.object(migration, "HEAD", LATER), patch.object(migration, "REVISIONS", REVISIONS):
        yield


def downgrade(location: str, revision: str = migration.HEAD) -> None:
    """Take a store back to an older revision, which no release does."""
    address = location if "://" in location else f"sqlite:///{location}"
    engine = create_engine(address)
    with later_release(), engine.begin() as connection:
        config: Config = migration.configuration(connection)
        command.downgrade(config, revision)
    engine.dispose()
