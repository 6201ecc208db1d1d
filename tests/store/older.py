"""Stores as older releases left them: what a migration did is undone by hand."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, create_engine, insert, select, text

from claimgraph.store import fold, forms, migration, schema, sharing


def take_back(location: str, revision: str) -> None:
    """Make a store one of an older schema: "0003", before forms were counted only where there are
    several, or "0002", before claims had sketches as well.
    """
    engine = create_engine(location if "://" in location else f"sqlite:///{location}")
    with engine.begin() as connection:
        _before_0004(connection)
        if revision == "0002":
            connection.execute(text("DROP TABLE sketch"))
        connection.execute(text(f"UPDATE {migration.VERSION_TABLE} SET version_num = '{revision}'"))
    engine.dispose()


def _before_0004(connection: Connection) -> None:
    """Every form of every shared record is counted, and indexes lead to all versions and names."""
    version = schema.shared_version
    given: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in connection.execute(select(version.c.kind, version.c.shared_id, version.c.body)):
        record = sharing.parsed(row.kind, row.body)
        given[row.kind, row.shared_id][fold.form(record, row.body)] += 1
    connection.execute(text("DELETE FROM shared_form"))
    for key, counts in given.items():
        for body, count in counts.items():
            values = (*key, forms.digest(body), body, count)
            connection.execute(insert(schema.shared_form).values(values))
    connection.execute(text("DROP INDEX ix_shared_version_apart_id"))
    connection.execute(text("ALTER TABLE shared_version DROP COLUMN apart_id"))
    connection.execute(
        text("CREATE INDEX ix_shared_version_shared_id ON shared_version (shared_id)")
    )
    for table in ("relay", "target", "participant"):
        connection.execute(text(f"DROP INDEX ix_{table}_key"))
        connection.execute(text(f"CREATE INDEX ix_{table}_key ON {table} (key)"))
