"""Stores of other releases: an older one is brought up to date, a newer one is refused."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select, text

from bench.small import reading
from claimgraph.errors import SchemaVersionError
from claimgraph.model import Document, Reading
from claimgraph.store import Store, migration, schema
from claimgraph.store.blocks import Keyed
from tests.cluster import Cluster
from tests.store.later import downgrade, later_release

READING = Reading(document=Document(text="SANA reported 107 cases."))

#: Made by statements of their own, because the two databases know different ones.
SEARCH = {"ix_claim_lexemes"}


def test_the_migrations_make_exactly_the_tables_of_the_schema(location: str) -> None:
    Store.open(location).close()
    engine = create_engine(location if "://" in location else f"sqlite:///{location}")

    def ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
        return name not in SEARCH and not (kind == "table" and str(name).startswith("claim_words"))

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": ours, "version_table": migration.VERSION_TABLE},
        )
        differences = compare_metadata(context, schema.metadata)
    engine.dispose()
    assert differences == []


def test_the_newest_migration_is_the_one_that_this_release_writes() -> None:
    folder = Path(migration.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == migration.HEAD


def test_an_older_store_is_migrated_when_it_is_opened(location: str) -> None:
    with Store.open(location) as old:
        old.add([READING])

    with later_release(), Store.open(location) as new:
        assert list(new.rows(text("SELECT id, note FROM document"))) == [(READING.document.id, "")]
        assert new.reading(READING.document.id) == READING

    downgrade(location)
    with Store.open(location) as again:
        assert again.check() == []
        assert again.reading(READING.document.id) == READING


def test_the_claims_of_an_older_store_have_their_keys_beside_them(location: str) -> None:
    added = reading(1)
    keys = [("gas", False), ("attack on aleppo", True), ("rain", False)]
    claims = [Keyed(each.id, 0, keys[at:]) for at, each in enumerate(added.claims)]
    kept = select(schema.sketch.c.claim_row, schema.sketch.c.block_keys).order_by("claim_row")
    with Store.open(location) as store:
        store.add([added], to_compare=True)
        store.comparing.put_into_blocks({added.document.id: (added.id, claims)}, "1")
        wanted = [tuple(row) for row in store.rows(kept)]
        assert len(wanted) == len(claims)

    engine = create_engine(location if "://" in location else f"sqlite:///{location}")
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE sketch"))
        connection.execute(text(f"UPDATE {migration.VERSION_TABLE} SET version_num = '0002'"))
    engine.dispose()
    with Store.open(location) as again:
        assert [tuple(row) for row in again.rows(kept)] == wanted
        assert again.check() == []


def test_a_newer_store_is_refused_and_left_as_it_is(location: str) -> None:
    with later_release(), Store.open(location) as new:
        new.add([READING])

    with pytest.raises(SchemaVersionError, match="made by a newer claimgraph"):
        Store.open(location)

    with later_release(), Store.open(location) as new:
        assert new.reading(READING.document.id) == READING


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(location) as old:
        old.add([READING])

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with later_release(), monkeypatch.context() as patched:
        # The last thing that the migration does, when the tables are changed already.
        patched.setattr("alembic.operations.Operations.add_column", stopped)
        with pytest.raises(KeyboardInterrupt):
            Store.open(location)

    with Store.open(location) as again:
        assert again.reading(READING.document.id) == READING
        assert again.check() == []


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where no store has been made yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    url = cluster.empty()
    yield url
    cluster.drop(url)


def test_those_who_make_a_store_at_once_make_one(nowhere: str) -> None:
    def add(number: int) -> int:
        with Store.open(nowhere) as store:
            return store.add([Reading(document=Document(text=f"Text {number}."))]).documents

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(add, range(4))) == [1] * 4
    with Store.open(nowhere) as store:
        assert store.check() == []
