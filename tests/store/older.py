"""Stores as older releases left them: what a migration did is undone by hand."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, create_engine, insert, select, text

from claimgraph.store import fold, forms, migration, schema, sharing


def take_back(location: str, revision: str) -> None:
    """Make a store one of an older schema: "0005", when only speakers and claims led to versions;
    "0004", when claims had an index by source; "0003", before forms were counted only where there
    are several; or "0002", before claims had sketches.
    """
    engine = create_engine(location if "://" in location else f"sqlite:///{location}")
    with engine.begin() as connection:
        _before_0006(connection)
        if revision < "0005":
            _before_0005(connection)
        if revision < "0004":
            _before_0004(connection)
        if revision == "0002":
            connection.execute(text("DROP TABLE sketch"))
        connection.execute(text(f"UPDATE {migration.VERSION_TABLE} SET version_num = '{revision}'"))
    engine.dispose()


def _before_0006(connection: Connection) -> None:
    """What is relayed, accused or spoken for stands apart; documents have an index by digest."""
    connection.execute(text("DROP TABLE membership"))
    connection.execute(text("CREATE INDEX ix_document_sha256 ON document (sha256)"))
    connection.execute(
        text(
            """
            UPDATE shared_version SET apart_id = shared_id
            WHERE kind = 'affiliation'
            OR kind = 'source' AND NOT EXISTS (
                SELECT 1 FROM attribution
                WHERE attribution.document_id = shared_version.document_id
                AND attribution.source_id = shared_version.shared_id
            )
            """
        )
    )


def _before_0005(connection: Connection) -> None:
    """Claims refer to their source, and have an index by it."""
    connection.execute(text("DROP INDEX ix_claim_published_from"))
    connection.execute(
        text("CREATE INDEX ix_claim_source_id_published_from ON claim (source_id, published_from)")
    )
    key = "CONSTRAINT fk_claim_source_id_source FOREIGN KEY(source_id) REFERENCES source (id)"
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"ALTER TABLE claim ADD {key}"))
        return
    connection.execute(text("PRAGMA writable_schema = ON"))
    connection.execute(
        text(
            "UPDATE sqlite_master SET sql = replace(sql, 'CONSTRAINT uq_claim_id', :key) "
            "WHERE type = 'table' AND name = 'claim'"
        ),
        {"key": f"{key}, CONSTRAINT uq_claim_id"},
    )
    connection.execute(text("PRAGMA writable_schema = RESET"))


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
