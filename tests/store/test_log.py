"""SQLite's log: how much is written to it before its pages are moved to their places."""

from pathlib import Path

import pytest
from sqlalchemy import Connection

from bench.small import reading
from claimgraph.store import Store, engine


def limit(store: Store) -> tuple[int, int]:
    """The pages of the file, and how many its log may have."""

    def asked(connection: Connection) -> tuple[int, int]:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return pages, connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar_one()

    return store._database.write(asked)


def test_the_log_of_a_large_file_grows_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "small.db") as store:
        pages, most = limit(store)
        assert most == engine._LOG_PAGES > pages

    monkeypatch.setattr(engine, "_LOG_PAGES", 20)
    with Store.open(tmp_path / "large.db") as store:
        before, most = limit(store)
        assert most == max(20, before // 5)
        for number in range(4):
            store.add([reading(number * 10 + each) for each in range(10)], batch=10)
        after, most = limit(store)
        assert most == after // 5 > before // 5 > 20
        # Some pages more, for the commit that goes beyond the limit ends first.
        log = (tmp_path / "large.db-wal").stat().st_size // 4096
        assert log < after
        assert store.check() == []
