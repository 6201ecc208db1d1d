"""Putting articles and records into a graph."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import QueryError
from claimgraph.graph.reporting import Reporting
from claimgraph.model import (
    Document,
    Judgement,
    Lineage,
    Question,
    Reading,
    Record,
    Relation,
)
from claimgraph.query.scope import Scope
from claimgraph.query.times import Moment, read_moment
from claimgraph.store import Added, Store

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from claimgraph.compare.comparer import Comparer
    from claimgraph.graph.articles import ArticlesRead
    from claimgraph.graph.comparing import Compared
    from claimgraph.ingest import Ingested, Known
    from claimgraph.ingest.many import Source
    from claimgraph.reading.reader import Reader

Addition = Reading | Relation | Question | Lineage | Judgement

#: What can be gone through, and is no collection of records.
_WHOLE = (Record, Mapping, str, bytes)

_JOINING = (Relation, Question, Lineage)


class Adding(Reporting):
    """A graph that is added to: what is new is compared with what is there.

    Args:
        store: What keeps it.
        scope: As of when it is seen.
        compare: Whether claims are compared with all others as they are added.
        comparer: What compares them; without one, the library's own.
    """

    def __init__(
        self,
        store: Store,
        scope: Scope,
        *,
        compare: bool = True,
        comparer: "Comparer | None" = None,
    ) -> None:
        super().__init__(store, scope)
        self._compares = compare
        self._comparer = comparer
        self._caught_up = False

    def add(self, *records: Addition | Iterable[Addition], batch: int = 1) -> Added:
        """Add readings, relations, questions, lineages and judgements, in the order given.

        What is there already changes nothing. Each reading is added as a whole or not at all;
        relations, questions and lineages that follow each other, and judgements that do, likewise
        together. A generator may yield any number.

        The claims of new readings are compared with all others, unless the graph was opened with
        ``compare=False``: what contradicts or supports them is there as relations when this
        returns. What a process that has ended left uncompared is made up for first. A relation made
        by hand takes the place of those that were found for the same two claims.

        Args:
            records: Them, one after the other or in iterables.
            batch: Readings that are added together, in one transaction. Hundreds are faster where
                a large collection is taken in (without comparing, 1,000 take a quarter of the time
                that they take one by one), and what goes wrong with one goes wrong with all of its
                batch.

        Returns:
            What is new; relations that were found are among ``relations``.

        Raises:
            ConflictError: An id is taken by other content. What came before it, or before its
                batch, is added.
            QueryError: ``batch`` is less than 1; or what is given is no record.
            UnknownRecordError: A relation, or a judgement, is about what is not in the graph.
            StoreError: In one of its kinds, likewise.
        """
        self._is_now("add")
        if batch < 1:
            raise QueryError(f"batch is how many readings go together, from 1 on, not {batch!r}")
        added = Added()
        for kind, group in groupby(_each(records), key=_way_in):
            if kind == "reading":
                readings = (each for each in group if isinstance(each, Reading))
                added += self._add_readings(readings, batch)
            elif kind == "join":
                joining = (each for each in group if isinstance(each, _JOINING))
                added += self._store.join(joining, alone=self._compares)
            else:
                added += self._store.judge(each for each in group if isinstance(each, Judgement))
        return added

    def recompare(self) -> "Compared":
        """Compare all claims anew: with a new version of the library, with another comparer, after
        corrections, or where they were added with ``compare=False``.

        What machines found before is replaced, and what people said stays: relations made by hand,
        relations that somebody confirmed or corrected, and rejections. Where this is
        interrupted, the next call of :meth:`add` or of this goes on with what is left.

        Returns:
            How many documents, pairs and relations there were.

        Raises:
            StoreError: In one of its kinds.
        """
        self._is_now("recompare")
        self._store.comparing.forget_all()
        return self._compare(self._store.comparing.pending())

    def read(
        self,
        what: "str | Path | Document | Ingested",
        *,
        title: str = "",
        url: str = "",
        publisher: str = "",
        published: Moment | None = None,
        language: str = "",
        reader: "Reader | None" = None,
    ) -> Reading:
        """Read an article, and add what was found.

        A file is plain text, Markdown or HTML, as its ending says: see
        :func:`~claimgraph.ingest.article.ingest`, which also tells what was dropped on the way.

        Args:
            what: The path of a file, the text itself, a document, or what was ingested. A ``str``
                is taken for a path where a file of that name is there.
            title: Its headline.
            url: Where it was published.
            publisher: Who published it.
            published: When it came out.
            language: What it is written in; the library's reader knows English. What a file says
                of itself comes before these five.
            reader: What reads it; without one, the library's own.

        Returns:
            What was found and added.

        Raises:
            InputFileError: The file cannot be used; or it holds many articles.
            MissingExtraError: HTML needs the extra ``documents``.
            ReadingError: It cannot be read.
            ModelError: The reader's model is missing or damaged.

        Warns:
            IngestWarning: Something about the file should be known: it may be cut off, it says
                something else of itself than you do.
        """
        from claimgraph.ingest import Ingested, IngestWarning, ingest

        self._is_now("read")
        if isinstance(what, Document):
            document = what
        else:
            found = what
            if not isinstance(found, Ingested):
                found = ingest(
                    found,
                    title=title,
                    url=url,
                    publisher=publisher,
                    published=None if published is None else read_moment(published),
                    language=language,
                )
                for warning in found.warnings:
                    warnings.warn(f"{found.where}: {warning}", IngestWarning, stacklevel=2)
            document = found.document
        reading = (reader or _own_reader()).read(document)
        self.add(reading)
        return reading

    def read_all(
        self,
        *what: "Source | Iterable[Source]",
        reader: "Reader | None" = None,
        batch_size: int = 32,
        **known: "Unpack[Known]",
    ) -> "ArticlesRead":
        """Read all the articles in files and folders, and add what is found in each.

        Args:
            what: Paths, as for :func:`~claimgraph.ingest.many.articles`: files of text, Markdown,
                HTML and JSON Lines, and folders of them; documents, and what was ingested;
                iterables of these, which are taken as they are read.
            reader: What reads them; without one, the library's own.
            batch_size: How many are read together. Never more are held in memory.
            known: What is known of all of them: ``title``, ``url``, ``publisher``, ``published``,
                ``language``, ``encoding``, ``undecodable``. What an article says comes first.

        Returns:
            What became of every article and its characters. One that cannot be read stops no
            other: it is among ``refused``, with the reason.

        Raises:
            RecordError: ``published`` is no time.
            MissingExtraError: HTML needs the extra ``documents``.
            ModelError: The reader's model is missing or damaged.
            StoreError: In one of its kinds. What came before is added.
        """
        from claimgraph.graph.articles import read_articles
        from claimgraph.ingest import articles

        self._is_now("read")
        found = articles(*what, errors="return", **known)
        return read_articles(
            found, lambda: reader or _own_reader(), self.add, batch_size=batch_size
        )

    def _add_readings(self, readings: Iterator[Reading], batch: int) -> Added:
        if not self._compares:
            return self._store.add(readings, batch=batch)
        from claimgraph.graph.comparing import TOGETHER

        added = Added()
        waiting: dict[str, Reading | None] = {}
        try:
            while some := list(islice(readings, batch)):
                new = self._store.add(some, batch=batch, to_compare=True)
                added += new
                fresh = new.documents == len(some)
                waiting |= {each.document.id: each if fresh else None for each in some}
                if len(waiting) >= TOGETHER:
                    added += self._compare_new(waiting)
                    waiting = {}
        except Exception:
            # What came before the fault is added, so it is to be compared as well.
            self._compare_new(waiting)
            raise
        return added + self._compare_new(waiting)

    def _compare_new(self, added: Mapping[str, Reading | None]) -> Added:
        """Compare documents that were added, and first those that somebody left.

        Args:
            added: The documents, each with its reading where that is what was written.
        """
        if not added:
            return Added()
        comparing = self._store.comparing
        pending = comparing.pending() if not self._caught_up else comparing.pending(added)
        written = [each for each in added.values() if each is not None]
        return Added(relations=self._compare(pending, written).relations)

    def _compare(self, document_ids: list[str], written: Iterable[Reading] = ()) -> "Compared":
        from claimgraph.compare.comparer import OwnComparer
        from claimgraph.graph.comparing import compare_documents

        self._caught_up = False
        self._comparer = self._comparer or OwnComparer()
        done = compare_documents(self, self._comparer, document_ids, written)
        self._caught_up = True
        return done

    def _is_now(self, verb: str) -> None:
        if self._scope.words:
            raise QueryError(f"{verb} in the graph itself, not in the one {self._scope.words}")


def _each(records: Iterable[Addition | Iterable[Addition]]) -> Iterator[Addition]:
    for each in records:
        if isinstance(each, Addition):
            yield each
        else:
            yield from _several(each)


def _several(given: object) -> Iterable[Addition]:
    if isinstance(given, Iterable) and not isinstance(given, _WHOLE):
        return given
    raise _no_addition(given)


def _way_in(record: Addition) -> str:
    if isinstance(record, Reading):
        return "reading"
    if isinstance(record, _JOINING):
        return "join"
    if isinstance(record, Judgement):
        return "judgement"
    raise _no_addition(record)


def _no_addition(record: object) -> QueryError:
    return QueryError(
        f"add() takes readings, relations, questions, lineages and judgements, not {record!r}"
    )


@cache
def _own_reader() -> "Reader":
    """The library's own reader. Loading its model takes a second: it is kept."""
    from claimgraph.reading.reader import Reader

    return Reader()
