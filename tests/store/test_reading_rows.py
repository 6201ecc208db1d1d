"""Reading while others write: snapshots, streams, threads, and a server that crashes."""

from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import pytest
from sqlalchemy import select, text

from claimgraph.errors import StoreError
from claimgraph.model import Document, Reading
from claimgraph.store import Store, schema
from tests.cluster import Cluster


def numbered(*numbers: int) -> list[Reading]:
    return [Reading(document=Document(text=f"Text {number}.")) for number in numbers]


IDS = select(schema.document.c.id)


def test_rows_are_those_of_one_moment(store: Store) -> None:
    store.add(numbered(*range(1500)), batch=500)
    rows = store.rows(IDS)
    first = next(rows)
    store.add(numbered(2000))
    rest = list(rows)
    assert len({first, *rest}) == 1500
    assert len(list(store.rows(IDS))) == 1501


def test_rows_that_are_not_read_to_the_end_hold_nobody_up(store: Store) -> None:
    store.add(numbered(*range(50)), batch=50)
    for _ in range(40):
        assert len(list(islice(store.rows(IDS), 2))) == 2
    store.add(numbered(100))


def test_questions_can_be_asked_while_rows_are_read(store: Store) -> None:
    store.add(numbered(1, 2, 3))
    assert [store.reading(row.id).document.id for row in store.rows(IDS)] == [
        row.id for row in store.rows(IDS)
    ]


def test_what_is_read_can_be_added_to(store: Store) -> None:
    store.add(numbered(1, 2))
    again = (Reading(document=Document(text=f"About {row.id}.")) for row in store.rows(IDS))
    assert store.add(again).documents == 2


def test_threads_share_a_store(store: Store) -> None:
    def add(number: int) -> int:
        store.add(numbered(number))
        return len(list(store.rows(IDS)))

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(add, range(40)))
    assert max(counts) == 40
    assert all(count >= 1 for count in counts)
    assert len(list(store.rows(IDS))) == 40


def test_parameters_are_bound(store: Store) -> None:
    store.add(numbered(1))
    statement = text("SELECT text FROM document WHERE text = :wanted")
    assert [row.text for row in store.rows(statement, {"wanted": "Text 1."})] == ["Text 1."]


def test_a_broken_statement_is_an_error_of_ours(store: Store) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        list(store.rows(text("SELECT * FROM nowhere")))


def test_a_generator_that_fails_loses_nothing_that_was_acknowledged(store: Store) -> None:
    def failing() -> object:
        yield from numbered(1, 2)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.add(failing())  # type: ignore[arg-type]
    assert len(list(store.rows(IDS))) == 2


def test_a_store_in_memory_is_its_own() -> None:
    with Store.open() as one, Store.open(":memory:") as other:
        one.add(numbered(1))
        assert list(other.rows(IDS)) == []


@pytest.mark.postgres
def test_a_client_outlives_a_crash_of_its_server(cluster: Cluster, postgres_url: str) -> None:
    with Store.open(postgres_url) as store:
        for number in range(4):
            store.add(numbered(number))
            cluster.stop("immediate")
            cluster.start()
            assert len(list(store.rows(IDS))) == number + 1
            cluster.stop("immediate")
            cluster.start()
        assert store.add(numbered(*range(4))).unchanged == 4
        assert store.check() == []


@pytest.mark.postgres
def test_an_addition_waits_for_a_server_that_is_coming_up(
    cluster: Cluster, postgres_url: str
) -> None:
    with Store.open(postgres_url) as store, ThreadPoolExecutor(1) as pool:
        cluster.stop("immediate")
        adding = pool.submit(store.add, numbered(1))
        cluster.start()
        assert adding.result().documents == 1
