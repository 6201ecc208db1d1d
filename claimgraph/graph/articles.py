"""What became of many articles: which were read into a graph, which were not, and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from claimgraph.errors import ClaimGraphError, ConflictError
from claimgraph.ingest import Account, Ingested, Refused
from claimgraph.markup.html import table as html_table
from claimgraph.model import Reading
from claimgraph.store import Added

if TYPE_CHECKING:
    from claimgraph.reading.reader import Reader


@dataclass(frozen=True)
class ArticleRead:
    """One article, or what was to be one.

    Attributes:
        where: What it came from: a path, or a line of a file.
        document_id: Its id in the graph; "" if it is not there.
        title: Its headline; "" where it is not known.
        publisher: Who published it, likewise.
        published: When it came out, likewise.
        account: What became of its characters; ``None`` if it could not be used.
        attributions: How many were found in it.
        claims: How many were found in it.
        warnings: What a person should know.
        error: Why it is not in the graph.
    """

    where: str
    document_id: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    account: Account | None = None
    attributions: int = 0
    claims: int = 0
    warnings: tuple[str, ...] = ()
    error: ClaimGraphError | None = None

    def plain(self) -> dict[str, Any]:
        """The same as a JSON object."""
        if self.error is not None:
            return {"file": self.where, "error": str(self.error)}
        return {
            "file": self.where,
            "document_id": self.document_id,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published or None,
            "attributions": self.attributions,
            "claims": self.claims,
            **(self.account.plain() if self.account else {}),
            "warnings": list(self.warnings),
        }

    @property
    def about(self) -> str:
        """What is known of it, on one line; "" where nothing is."""
        title = f"“{self.title}”" if self.title else ""
        return ", ".join(each for each in (title, self.publisher, self.published) if each)

    def __str__(self) -> str:
        if self.error is not None:
            told = str(self.error)
            return told if self.where in told else f"{self.where}: {told}"
        return f"{self.where}: {self.account}"


@dataclass(frozen=True)
class ArticlesRead:
    """What became of all of them, in their order.

    Attributes:
        articles: Each.
        added: What is new in the graph.
    """

    articles: tuple[ArticleRead, ...]
    added: Added

    @property
    def read(self) -> tuple[ArticleRead, ...]:
        """Those that are in the graph."""
        return tuple(each for each in self.articles if each.error is None)

    @property
    def refused(self) -> tuple[ArticleRead, ...]:
        """Those that are not, with the reason."""
        return tuple(each for each in self.articles if each.error is not None)

    def __repr__(self) -> str:
        kept = sum(each.account.length for each in self.read if each.account)
        dropped = sum(each.account.dropped_in_all for each in self.read if each.account)
        return (
            f"ArticlesRead({len(self.read):,} read, {len(self.refused):,} refused; "
            f"{kept:,} characters, {dropped:,} dropped)"
        )

    def _repr_html_(self) -> str:
        rows = [
            (
                each.where,
                each.attributions if each.error is None else None,
                str(each.error or each.account),
                "; ".join(each.warnings),
            )
            for each in self.articles
        ]
        headers = ("article", "attributions", "characters", "to know")
        return html_table(headers, rows, caption=repr(self), shown=200)


def read_articles(
    found: Iterator[Ingested | Refused],
    reader: "Callable[[], Reader]",
    add: Callable[[Reading], Added],
    *,
    batch_size: int,
) -> ArticlesRead:
    """Read articles as they come, and add each; one that cannot be read or added stops no other.

    Args:
        found: What there is to read.
        reader: Gives the reader; called when there is something to read.
        add: Adds one reading.
        batch_size: How many are read together.
    """
    articles: list[ArticleRead] = []
    added = Added()
    while batch := list(islice(found, batch_size)):
        documents = [each.document for each in batch if isinstance(each, Ingested)]
        results: Iterator[Reading | ClaimGraphError] = iter(())
        if documents:
            results = reader().pipe(documents, batch_size=batch_size, errors="return")
        for each in batch:
            if isinstance(each, Refused):
                articles.append(ArticleRead(each.where, error=each.error))
                continue
            result = next(results)
            if isinstance(result, Reading):
                try:
                    added += add(result)
                except ConflictError as error:
                    result = error
            articles.append(_outcome(each, result))
    return ArticlesRead(tuple(articles), added)


def _outcome(found: Ingested, result: Reading | ClaimGraphError) -> ArticleRead:
    if not isinstance(result, Reading):
        return ArticleRead(found.where, error=result)
    document = found.document
    return ArticleRead(
        found.where,
        document.id,
        document.title,
        document.publisher,
        str(document.published or ""),
        found.account,
        len(result.attributions),
        len(result.claims),
        found.warnings,
    )
