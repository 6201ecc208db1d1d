"""Brings files into a graph: all of them are checked before the first record is added."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.cli.output import progress
from claimgraph.errors import InputFileError

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from claimgraph.graph import ClaimGraph
    from claimgraph.graph.articles import ArticlesRead
    from claimgraph.ingest import Known, Refused
    from claimgraph.interop.jsonl import TopRecord
    from claimgraph.model import Reading
    from claimgraph.store import Added

#: So many of the files that cannot be used are named in an error.
_NAMED = 3

#: Readings of one file that are added in one transaction: what is checked before goes in at once.
_TOGETHER = 100


@dataclass(frozen=True)
class Brought:
    """What files brought.

    Attributes:
        added: What is new in the graph.
        articles: What became of those that were read.
    """

    added: "Added"
    articles: "ArticlesRead"


class Files:
    """Files and folders that were checked, ready to be brought into a graph."""

    def __init__(
        self,
        paths: list[Path],
        *,
        again: bool = False,
        skip: bool = False,
        **known: "Unpack[Known]",
    ) -> None:
        """Look at all of them.

        Args:
            paths: Files and folders.
            again: Read annotated documents too, in place of the annotation.
            skip: Leave out what cannot be used.
            known: What is known of all articles.

        Raises:
            ClaimGraphError: Something cannot be used, and is not to be left out.
        """
        from claimgraph.interop.gathering import Gathering

        self.again = again
        self.gathering: Gathering = Gathering(paths, again=again, **known)
        with progress(self.gathering, "checking") as items:
            self.refused: list[Refused] = self.gathering.check(items)
        if self.refused and not skip:
            raise _one(self.refused)

    def into(self, graph: "ClaimGraph") -> Brought:
        """Add readings, then articles as they are read, then what joins records."""
        joining: list[TopRecord] = []

        def readings() -> "Iterator[Reading]":
            from claimgraph.model import Reading

            for record in self.gathering.records():
                if isinstance(record, Reading):
                    yield record
                else:
                    joining.append(record)

        with progress(readings(), "adding") as items:
            added = graph.add(items, batch=_TOGETHER)
        with progress(self.gathering.articles(), "reading") as found:
            articles = graph.read_all(found)
        return Brought(added + articles.added + graph.add(joining), articles)


def _one(refused: "list[Refused]") -> Exception:
    """One error for all that cannot be used."""
    if len(refused) == 1:
        return refused[0].error
    named = "; ".join(str(each.error) for each in refused[:_NAMED])
    more = f"; and {len(refused) - _NAMED:,} more" if len(refused) > _NAMED else ""
    return InputFileError(f"{len(refused):,} files or lines cannot be used: {named}{more}")


def of_files(paths: list[Path], *, again: bool = False, **known: "Unpack[Known]") -> "ClaimGraph":
    """A graph in memory of what some files hold.

    Raises:
        ClaimGraphError: A file cannot be used.
    """
    from claimgraph.graph import ClaimGraph

    files = Files(paths, again=again, **known)
    graph = ClaimGraph()
    files.into(graph)
    return graph
