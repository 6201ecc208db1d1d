"""``ClaimGraph``: the one door."""

import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from claimgraph.errors import QueryError
from claimgraph.graph.reporting import Reporting
from claimgraph.markup.html import block, note
from claimgraph.markup.html import table as html_table
from claimgraph.model import (
    Document,
    Judgement,
    Lineage,
    Question,
    Reading,
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
    from claimgraph.graph.exporting import Exported
    from claimgraph.ingest import Ingested, Known
    from claimgraph.ingest.many import Source
    from claimgraph.reading.reader import Reader

Addition = Reading | Relation | Question | Lineage | Judgement

#: Claims up to which a notebook shows the matrix; above it, the counts.
MATRIX_CLAIMS = 2000

_TOO_MANY = (
    "Too much for one table: graph.matrix(graph.claims().about(…)) lays side by side what is said "
    "about one thing; graph.plot() draws who stands where to whom."
)
_EMPTY = "Nothing is in it yet: graph.read(…) reads an article, graph.add(…) adds records."

_JOINING = (Relation, Question, Lineage)


class ClaimGraph(Reporting):
    """Who said what: sources, claims and contradictions, to be added to and asked.

    Without arguments it is empty and lives in memory; :meth:`open` keeps it in a file or in
    PostgreSQL.

    Args:
        store: What keeps it; without one, memory.
        scope: As of when it is seen; see :meth:`as_of`.
        compare: Whether claims are compared with all others as they are added.
        comparer: What compares them; without one, the library's own.

    >>> from claimgraph import Attribution, Claim, Document, Reading, Source
    >>> article = Document(text="HTS denied any part in it.", published="2018-11-25")
    >>> hts = Source(name="HTS", kind="armed_group")
    >>> denial = Attribution(
    ...     document_id=article.id,
    ...     source_id=hts.id,
    ...     source=[article.span(0, 3)],
    ...     cue=[article.span(4, 10)],
    ...     content=[article.span(11, 25)],
    ...     act="deny",
    ... )
    >>> part = Claim(
    ...     attribution_id=denial.id,
    ...     text="HTS had a part in it",
    ...     spans=[article.span(11, 25)],
    ...     stance="denies",
    ... )
    >>> reading = Reading(document=article, sources=[hts], attributions=[denial], claims=[part])
    >>> with ClaimGraph() as graph:
    ...     print(graph.add(reading))
    ...     print(graph)
    ...     print(graph.claims().said_by("hts").where(act="deny"))
    Added(documents=1, attributions=1, claims=1)
    ClaimGraph(1 document, 1 source, 1 claim)
    claims said by hts or its members and with act deny: 1
      HTS: HTS had a part in it
    """

    def __init__(
        self,
        store: Store | None = None,
        scope: Scope | None = None,
        *,
        compare: bool = True,
        comparer: "Comparer | None" = None,
    ) -> None:
        super().__init__(store or Store.open(), scope or Scope())
        self._compares = compare
        self._comparer = comparer
        self._caught_up = False

    @classmethod
    def open(
        cls,
        location: str | Path | None = None,
        *,
        timeout: float = 30.0,
        compare: bool = True,
        comparer: "Comparer | None" = None,
    ) -> Self:
        """Open a graph that is kept; make it where there is none.

        Args:
            location: The path of a file, or the address of a PostgreSQL database:
                ``postgresql+psycopg://user@host/name``. ``None`` for memory.
            timeout: Seconds to wait for other processes.
            compare: Whether claims are compared with all others as they are added.
            comparer: What compares them; without one, the library's own.

        Raises:
            StoreError: It cannot be opened; the kind of error says why.
        """
        return cls(Store.open(location, timeout=timeout), compare=compare, comparer=comparer)

    @property
    def store(self) -> Store:
        """What keeps it."""
        return self._store

    def close(self) -> None:
        """Give back what the store holds. Graphs of :meth:`as_of` share it."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # Adding

    def add(self, *records: Addition | Iterable[Addition]) -> Added:
        """Add readings, relations, questions, lineages and judgements, in the order given.

        What is there already changes nothing. Each reading is added as a whole or not at all;
        relations, questions and lineages that follow each other, and judgements that do, likewise
        together. A generator may yield any number.

        The claims of new readings are compared with all others, unless the graph was opened with
        ``compare=False``: what contradicts or supports them is there as relations when this
        returns. What a process that has ended left uncompared is made up for first. A relation made
        by hand takes the place of those that were found for the same two claims.

        Returns:
            What is new; relations that were found are among ``relations``.

        Raises:
            ConflictError: An id is taken by other content. What came before is added.
            UnknownRecordError: A relation, or a judgement, is about what is not in the graph.
            StoreError: In one of its kinds, likewise.
        """
        self._is_now("add")
        added = Added()
        for kind, group in groupby(_each(records), key=_way_in):
            if kind == "reading":
                added += self._add_readings(each for each in group if isinstance(each, Reading))
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

    def _add_readings(self, readings: Iterator[Reading]) -> Added:
        if not self._compares:
            return self._store.add(readings)
        from claimgraph.graph.comparing import TOGETHER

        added = Added()
        waiting: list[str] = []
        try:
            for reading in readings:
                added += self._store.add([reading], to_compare=True)
                waiting.append(reading.document.id)
                if len(waiting) == TOGETHER:
                    added += self._compare_new(waiting)
                    waiting = []
        except Exception:
            # What came before the fault is added, so it is to be compared as well.
            self._compare_new(waiting)
            raise
        return added + self._compare_new(waiting)

    def _compare_new(self, document_ids: list[str]) -> Added:
        """Compare documents that were added, and first those that somebody left."""
        if not document_ids:
            return Added()
        comparing = self._store.comparing
        pending = comparing.pending() if not self._caught_up else comparing.pending(document_ids)
        done = self._compare(pending)
        return Added(relations=done.relations)

    def _compare(self, document_ids: list[str]) -> "Compared":
        from claimgraph.compare.comparer import OwnComparer
        from claimgraph.graph.comparing import compare_documents

        self._caught_up = False
        self._comparer = self._comparer or OwnComparer()
        done = compare_documents(self, self._comparer, document_ids)
        self._caught_up = True
        return done

    # Taking it out

    def export(self, path: str | Path, to: str | None = None) -> "Exported":
        """Write all of it to a file for other programs, which appears whole or not at all.

        The file's ending says what it becomes: ``.jsonl`` (every record, to be added again),
        ``.csv`` or ``.parquet`` (a table of the claims), ``.graphml``, ``.gexf`` (Gephi) or
        ``.json`` (the network), ``.jsonld`` (linked data), ``.spacy`` (a ``DocBin``). A folder,
        with "/" at its end, gets all tables.

        A graph :meth:`as_of` a time writes what was known then.

        Args:
            path: The file or the folder.
            to: The format by name, where the path does not say it; "csv" or "parquet" for the
                tables of a folder.

        Returns:
            The format, and how many records there are.

        Raises:
            QueryError: The format is not known; or JSON Lines of a graph as of a time.
            OutputFileError: It cannot be written, or the folder holds other files.
            MissingExtraError: Parquet needs the extra ``pandas``.
        """
        from claimgraph.graph.exporting import export

        return export(self, path, to)

    # Showing itself

    def stats(self) -> dict[str, int]:
        """How many records of each kind can be seen."""
        return {
            "documents": self.documents().count(),
            "sources": self.sources().count(),
            "attributions": self.attributions().count(),
            "claims": self.claims().count(),
            "events": self.events().count(),
            "relations": self.relations().count(),
            "contradictions": self.relations().contradictions().count(),
        }

    def to_networkx(self) -> Any:
        """All of it as a typed ``MultiDiGraph`` of networkx."""
        return self.network(self.claims())

    def __repr__(self) -> str:
        counts = {
            "document": self.documents().count(),
            "source": self.sources().count(),
            "claim": self.claims().count(),
        }
        words = [f"{count:,} {name}{'' if count == 1 else 's'}" for name, count in counts.items()]
        if self._scope.words:
            words.append(self._scope.words)
        return f"ClaimGraph({', '.join(words)})"

    def _repr_html_(self) -> str:
        stats = self.stats()
        if 0 < stats["claims"] <= MATRIX_CLAIMS:
            told = ", ".join(f"{count:,} {name}" for name, count in stats.items())
            where = f", {self._scope.words}" if self._scope.words else ""
            return f"{block(note(told + where))}{self.matrix()._repr_html_()}"
        hint = _TOO_MANY if stats["claims"] else _EMPTY
        counts = html_table(("records", "count"), list(stats.items()), caption=repr(self))
        return f"{counts}{block(note(hint))}"

    def _is_now(self, verb: str) -> None:
        if self._scope.words:
            raise QueryError(f"{verb} in the graph itself, not in the one {self._scope.words}")


def _each(records: Iterable[Addition | Iterable[Addition]]) -> Iterator[Addition]:
    many = ((each,) if isinstance(each, Addition) else each for each in records)
    return chain.from_iterable(many)


def _way_in(record: Addition) -> str:
    if isinstance(record, Reading):
        return "reading"
    if isinstance(record, _JOINING):
        return "join"
    if isinstance(record, Judgement):
        return "judgement"
    raise QueryError(
        f"add() takes readings, relations, questions, lineages and judgements, not {record!r}"
    )


@cache
def _own_reader() -> "Reader":
    """The library's own reader. Loading its model takes a second: it is kept."""
    from claimgraph.reading.reader import Reader

    return Reader()
