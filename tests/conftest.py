"""Fixtures for all tests: stores of every kind, each new and empty."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from claimgraph.store import Store
from tests.cluster import Cluster

# A busy machine is slow, not wrong. Where a change is let in or not, examples are the same each
# time; everywhere else they are others in each run, and find more.
settings.register_profile(
    "default",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("bench", settings.get_profile("default"), max_examples=500)
settings.load_profile("default")

MEMORY, FILE = "sqlite in memory", "sqlite in a file"
POSTGRES = pytest.param("postgresql", marks=pytest.mark.postgres)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of our own."""
    if not Cluster.installed():
        pytest.skip("PostgreSQL is not installed: its tests are left out")
    with Cluster() as running:
        yield running


@pytest.fixture
def postgres_url(cluster: Cluster) -> Iterator[str]:
    """The address of a new, empty store in PostgreSQL."""
    url = cluster.fresh()
    yield url
    cluster.drop(url)


@pytest.fixture(params=[FILE, POSTGRES])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store can be opened, and opened again."""
    if request.param == FILE:
        return str(tmp_path / "store.db")
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(params=[MEMORY, FILE, POSTGRES])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A new, empty store, of each kind in turn."""
    place: str | Path | None = None
    if request.param == FILE:
        place = tmp_path / "store.db"
    elif request.param != MEMORY:
        place = request.getfixturevalue("postgres_url")
    with Store.open(place) as opened:
        yield opened
