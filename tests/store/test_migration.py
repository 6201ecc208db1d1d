"""Stores of other releases: an older one is brought up to date, a newer one is refused."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select, text

from bench.small import reading
from claimgraph.errors import SchemaVersionError
from claimgraph.graph import ClaimGraph
from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Participant,
    Reading,
    Source,
)
from claimgraph.store import Store, migration, schema
from claimgraph.store.blocks import Keyed
from tests.cluster import Cluster
from tests.store.later import downgrade, later_release
from tests.store.older import take_back

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

    take_back(location, "0002")
    with Store.open(location) as again:
        assert [tuple(row) for row in again.rows(kept)] == wanted
        assert again.check() == []


def article(number: int) -> Reading:
    """Of one day more each: an agency that speaks, whom it names, events with and without claims;
    the agency has one form in the first three.
    """
    document = Document(
        text=f"SANA, of the Ministry, reported {number} cases.",
        published=datetime(2018, 11, 20 + number, tzinfo=UTC),
    )
    agency = Source(name="SANA", kind="media", aliases=[["the agency"], ["SANA news"]][number > 2])
    ministry = Source(name="Ministry of Information", kind="organisation")
    accused = Source(name=f"Brigade {number % 2}", kind="armed_group")
    attack = Event(label=f"Attack {number // 2}", kind="attack")
    talks = Event(label=f"Talks {number // 2}", kind="talks")
    said = Attribution(
        document_id=document.id,
        source_id=agency.id,
        cue=[document.span(22, 30)],
        targets=[Participant(role="accused", name=accused.name, source_id=accused.id)],
    )
    claims = [
        Claim(attribution_id=said.id, text="cases", spans=said.cue, event_id=attack.id),
        Claim(attribution_id=said.id, text=f"{number} cases", spans=said.cue),
    ]
    return Reading(
        document=document,
        sources=[agency, ministry, accused],
        affiliations=[Affiliation(member_id=agency.id, organisation_id=ministry.id)],
        events=[attack, talks],
        attributions=[said],
        claims=claims,
    )


def answers(location: str) -> list[object]:
    """What a graph says by the end of each day; and once more without the first article."""
    told: list[object] = []
    with ClaimGraph.open(location) as graph:
        for day in range(20, 27):
            then = graph.as_of(datetime(2018, 11, day, 12, tzinfo=UTC))
            told += [list(then.sources()), list(then.events()), list(then.claims())]
            told.append([each.id for each in then.claims().said_by("Ministry of Information")])
    return told


@pytest.mark.parametrize("revision", ["0003", "0004", "0005"])
def test_an_older_store_gives_the_same_answers_when_it_is_migrated(
    location: str, revision: str
) -> None:
    with Store.open(location) as store:
        store.add([article(number) for number in range(6)])
    wanted = answers(location)
    assert len({repr(each) for each in wanted}) > 12

    take_back(location, revision)
    assert answers(location) == wanted
    with Store.open(location) as store:
        assert store.check() == []


@pytest.mark.parametrize("held", [2, 6])
def test_a_migrated_store_goes_on_as_one_that_was_never_older(location: str, held: int) -> None:
    with Store.open(location) as store:
        store.add([article(number) for number in range(held)])
    take_back(location, "0003")

    with Store.open(location) as store:
        for number in range(6):
            other = article(number)
            fewer = other.replace(
                sources=other.sources[:2], affiliations=(), attributions=(), claims=()
            )
            store.add([other])
            assert store.check() == []
            store.add([fewer])
            assert store.check() == []
        store.add([article(number) for number in range(6)])
        assert store.check() == []


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
