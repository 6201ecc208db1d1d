"""The store: readings and everything that joins them, in SQL."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Executable, Row

from claimgraph.model import Judgement, Lineage, Question, Reading, Relation
from claimgraph.store import searching
from claimgraph.store.added import Added
from claimgraph.store.adding import add_readings
from claimgraph.store.checking import check, check_words
from claimgraph.store.clock import now
from claimgraph.store.compared import make_way
from claimgraph.store.comparing import Comparing
from claimgraph.store.database import Database, Parameters, analyze
from claimgraph.store.engine import Synchronous
from claimgraph.store.garbage import uncollected
from claimgraph.store.joining import join
from claimgraph.store.judging import judge
from claimgraph.store.loading import load_reading


class Store:
    """Readings, relations and judgements, in memory, in a file or in PostgreSQL.

    Threads may share a store; a process that was forked opens its own.

    >>> from claimgraph.model import Document
    >>> with Store.open() as store:
    ...     store.add([Reading(document=Document(text="SANA reported 107 cases."))])
    Added(documents=1)
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(
        cls,
        location: str | Path | None = None,
        *,
        timeout: float = 30.0,
        synchronous: Synchronous = "NORMAL",
    ) -> Self:
        """Open a store; make it where there is none; bring an older one up to date.

        Args:
            location: ``None`` for memory, the path of an SQLite file, or the address of a
                PostgreSQL database: ``postgresql+psycopg://user@host/name``.
            timeout: Seconds to wait for other processes.
            synchronous: For a file: with "NORMAL", what was added survives the end of the process;
                with "FULL" also that of the machine, at the cost of a wait for the disk.

        Raises:
            NotAStoreError: The file is no database, or one of another program.
            SchemaVersionError: A newer claimgraph made it.
            StoreReadOnlyError: The file or its folder may not be written.
            StoreError: It cannot be opened for another reason.
            MissingExtraError: PostgreSQL is asked for, and its driver is not installed.
        """
        return cls(Database(location, timeout=timeout, synchronous=synchronous))

    @property
    def location(self) -> str:
        """Where it is: ":memory:", a path, or an address without its password."""
        return self._database.location

    @property
    def dialect(self) -> str:
        """Which database it is in: "sqlite" or "postgresql"."""
        return self._database.dialect

    def add(
        self, readings: Iterable[Reading], *, batch: int = 1, to_compare: bool = False
    ) -> Added:
        """Add readings; those that are there already change nothing.

        Each is added in one transaction, all or nothing, and the next one is taken from
        ``readings`` after the commit. A reading of a document that has another one replaces it;
        see ``Added``.

        Args:
            readings: They are taken one after the other, so a generator may yield any number.
            batch: Readings in one transaction: more are faster, and are lost together.
            to_compare: Note in the same transaction that their claims are to be compared.

        Raises:
            ConflictError: An id is taken by other content. Readings before this one, or before
                its batch, are added.
            StoreError: In one of its kinds, likewise.
        """
        added = Added()
        remaining = iter(readings)
        while True:
            with uncollected():
                some = list(islice(remaining, max(1, batch)))
                if not some:
                    return added
                work = partial(add_readings, readings=some, to_compare=to_compare)
                added += self._database.write(work)
                some.clear()  # or the collector, when it wakes, looks through them

    def join(
        self, records: Iterable[Relation | Question | Lineage], *, alone: bool = False
    ) -> Added:
        """Add relations, questions and lineages, all or none of them.

        Those that are there already change nothing. A question that is there gets the new claims
        as well; a relation, question or lineage that a machine made replaces its own older verdict.

        Args:
            records: Them.
            alone: Let relations made by hand take the place of what machines found for the same
                two claims.

        Raises:
            UnknownRecordError: What they join is not in the store.
            ConflictError: An id is taken by a record with other content.
            StoreError: In one of its kinds.
        """
        given = list(records)

        def work(connection: Connection) -> Added:
            added = join(connection, given, now())
            if alone:
                make_way(connection, [each for each in given if isinstance(each, Relation)])
            return added

        return self._database.write(work)

    @property
    def comparing(self) -> Comparing:
        """What comparing asks of the store, and writes to it."""
        return Comparing(self._database)

    def judge(self, judgements: Iterable[Judgement]) -> Added:
        """Add people's judgements, all or none of them; those that are there change nothing.

        Raises:
            UnknownRecordError: A subject is not in the store.
            RecordError: The decision does not fit its subjects, or the record would break its own
                rules with the correction.
            ConflictError: An id is taken by a judgement with other content.
            StoreError: In one of its kinds.
        """
        given = list(judgements)
        return self._database.write(lambda connection: judge(connection, given, now()))

    def rows(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> Iterator[Row[Any]]:
        """The rows of a statement over the tables of ``schema``, from one consistent snapshot.

        They come in chunks; the snapshot is given back after the last one, or when the iterator is
        closed.

        Raises:
            StoreError: In one of its kinds.
        """
        return self._database.rows(statement, parameters)

    def reading(self, document_id: str) -> Reading:
        """The reading of a document, equal to the one that was added.

        Raises:
            UnknownRecordError: No such document is in the store.
            StoreError: In one of its kinds.
        """
        return self._database.read(lambda connection: load_reading(connection, document_id))

    def matches(self, words: Iterable[str]) -> ColumnElement[bool]:
        """The condition on ``schema.claim`` that all these words occur in the claim's text.

        Args:
            words: As ``claimgraph.text.words.search_words`` gives them. No words match every claim.
        """
        return searching.matches(self._database.dialect, words)

    def analyze(self) -> None:
        """Let the database count what its tables hold, to plan queries by; of use after much was
        added.

        Raises:
            StoreError: In one of its kinds.
        """
        self._database.write(analyze)

    def check(self) -> list[str]:
        """What is wrong with the tables, in words; nothing, if all is well.

        Reads the whole store.

        Raises:
            StoreError: In one of its kinds.
        """
        return [*self._database.read(check), *self._database.write(check_words)]

    def close(self) -> None:
        """Give back all connections. A store in memory is gone after this."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self.location!r})"
