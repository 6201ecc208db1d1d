"""``ClaimGraph``: the one door."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from claimgraph.graph.adding import Adding
from claimgraph.markup.html import block, note
from claimgraph.markup.html import table as html_table
from claimgraph.query.scope import Scope
from claimgraph.store import Store

if TYPE_CHECKING:
    from claimgraph.compare.comparer import Comparer
    from claimgraph.graph.exporting import Exported

#: Claims up to which a notebook shows the matrix; above it, the counts.
MATRIX_CLAIMS = 2000

_TOO_MANY = (
    "Too much for one table: graph.matrix(graph.claims().about(…)) lays side by side what is said "
    "about one thing; graph.plot() draws who stands where to whom."
)
_EMPTY = "Nothing is in it yet: graph.read(…) reads an article, graph.add(…) adds records."


class ClaimGraph(Adding):
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
        super().__init__(
            store or Store.open(), scope or Scope(), compare=compare, comparer=comparer
        )

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
