"""A graph as a file for other programs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, TypeVar

from claimgraph.errors import QueryError
from claimgraph.graph.material import everything
from claimgraph.interop.formats import Format, format_of

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from claimgraph.graph.graph import ClaimGraph
    from claimgraph.interop.tabular import Row, Table
    from claimgraph.query.base import Query

T = TypeVar("T")

#: Takes what is written and what is done with it, and gives back the same, perhaps with a bar.
Watch = Callable[[Iterable[Any], str], AbstractContextManager[Iterator[Any]]]


@dataclass(frozen=True)
class Exported:
    """What was written.

    Attributes:
        path: Where.
        format: As what.
        counts: How many of what: ``{"claims": 107}``; for tables, the rows of each.
    """

    path: Path
    format: Format
    counts: Mapping[str, int]

    def __str__(self) -> str:
        counts = ", ".join(f"{count:,} {name}" for name, count in self.counts.items())
        return f"{self.path}: {counts}"


def export(
    graph: "ClaimGraph", path: str | Path, to: str | None = None, *, watch: Watch | None = None
) -> Exported:
    """Write a graph to a file or a folder, which appears whole or not at all.

    Args:
        graph: It, as of any time.
        path: Where; see :func:`~claimgraph.interop.formats.format_of`.
        to: The format, where the path does not say it.
        watch: What looks on while records are written.

    Raises:
        QueryError: The format is not known; or JSON Lines of a graph as of a time.
        OutputFileError: It cannot be written.
        MissingExtraError: Parquet needs the extra ``pandas``.
        StoreError: In one of its kinds.
    """
    format_ = format_of(path, to)
    if format_ is Format.JSONL and graph._scope.words:
        raise QueryError(
            "jsonl holds every record with all judgements, as of no time; use the graph itself, "
            "leave out --as-of, or name another format"
        )
    counts = _WRITERS[format_](graph, Path(path), watch or _alone)
    return Exported(Path(path), format_, counts)


def _alone(items: Iterable[Any], _doing: str) -> AbstractContextManager[Iterator[Any]]:
    return nullcontext(iter(items))


def _jsonl(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.interop import backup, jsonl

    with watch(backup.records(graph.store), "exporting") as records:
        return {"records": jsonl.dump(records, path)}


def _csv(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.atomic import replacing

    with replacing(path) as file:
        return {"claims": _table_as_csv(_of_query("claims", graph.claims()), file, watch)}


def _parquet(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.atomic import replacing_bytes

    with replacing_bytes(path) as file:
        return {"claims": _table_as_parquet(_of_query("claims", graph.claims()), file, watch)}


def _tables(
    write: "Callable[[Table, Path, Watch], int]",
    ending: str,
    graph: "ClaimGraph",
    path: Path,
    watch: Watch,
) -> Mapping[str, int]:
    from claimgraph.interop.folders import replacing_folder
    from claimgraph.interop.tabular import DETAILS

    names = {*DETAILS, *_queries(graph)}
    ours = {f"{name}{each}" for name in names for each in (".csv", ".parquet")}
    counts: dict[str, int] = {}
    with replacing_folder(path, ours.__contains__) as folder:
        for table in _all_tables(graph):
            counts[table.name] = write(table, folder / f"{table.name}{ending}", watch)
    return counts


def _write_csv(table: "Table", path: Path, watch: Watch) -> int:
    with path.open("x", encoding="utf-8", newline="") as file:
        return _table_as_csv(table, file, watch)


def _write_parquet(table: "Table", path: Path, watch: Watch) -> int:
    with path.open("xb") as file:
        return _table_as_parquet(table, file, watch)


def _table_as_csv(table: "Table", file: TextIO, watch: Watch) -> int:
    from claimgraph.text.cells import write_csv

    with watch(table.rows, table.name) as rows:
        return write_csv(rows, list(table.columns), file)


def _table_as_parquet(table: "Table", file: BinaryIO, watch: Watch) -> int:
    from claimgraph.interop.parquet import write_parquet

    with watch(table.rows, table.name) as rows:
        return write_parquet(rows, table.columns, file)


def _queries(graph: "ClaimGraph") -> "Mapping[str, Query[Any]]":
    return {
        "claims": graph.claims(),
        "attributions": graph.attributions(),
        "sources": graph.sources(),
        "documents": graph.documents(),
        "events": graph.events(),
        "relations": graph.relations(),
    }


def _of_query(name: str, query: "Query[Any]") -> "Table":
    from claimgraph.interop.tabular import Table, typed

    return Table(name, typed(query.fields()), query.plain())


def _all_tables(graph: "ClaimGraph") -> "Iterator[Table]":
    """What the queries give, with what is only of use beside other tables; and the details."""
    from claimgraph.interop.tabular import Table, details, typed

    material = everything(graph)
    for name, query in _queries(graph).items():
        table = _of_query(name, query)
        if name == "documents":
            # Offsets are of no use without the text that they count.
            texts = {
                each.id: {"text": each.text, "sha256": each.sha256} for each in material.documents
            }
            rows: Iterator[Row] = ({**row, **texts[row["id"]]} for row in table.rows)
            table = Table(name, typed((*table.columns, "text", "sha256")), rows)
        elif name == "claims":
            # The table of events has those that stand for all that are the same.
            same = material.entities
            rows = (
                {**row, "event_id": same.get(row["event_id"], row["event_id"])}
                for row in table.rows
            )
            table = Table(name, table.columns, rows)
        yield table
    yield from details(material, graph.judgements())


def _network(
    pieces: "Callable[[MultiDiGraph[str]], Iterator[str]]",
    graph: "ClaimGraph",
    path: Path,
    watch: Watch,
) -> Mapping[str, int]:
    from claimgraph.atomic import replacing
    from claimgraph.views.network import network

    whole = network(everything(graph))
    with replacing(path) as file, watch(pieces(whole), "exporting") as text:
        file.writelines(text)
    return {"nodes": whole.number_of_nodes(), "edges": whole.number_of_edges()}


def _graphml(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.views.exchange import graphml

    return _network(graphml, graph, path, watch)


def _gexf(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.views.gexf import gexf

    return _network(gexf, graph, path, watch)


def _json(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.views.exchange import node_link

    return _network(node_link, graph, path, watch)


def _jsonld(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.atomic import replacing
    from claimgraph.interop.json_ld import json_ld

    material = everything(graph)
    pieces = json_ld(material, graph.judgements())
    with replacing(path) as file, watch(pieces, "exporting") as text:
        file.writelines(text)
    return {"claims": len(material.claims)}


def _spacy(graph: "ClaimGraph", path: Path, watch: Watch) -> Mapping[str, int]:
    from claimgraph.atomic import replacing_bytes
    from claimgraph.interop.docbin import docs, write_docbin

    material = everything(graph)
    with replacing_bytes(path) as file, watch(docs(material), "exporting") as found:
        return {"documents": write_docbin(found, file)}


_WRITERS: Mapping[Format, Callable[["ClaimGraph", Path, Watch], Mapping[str, int]]] = {
    Format.JSONL: _jsonl,
    Format.CSV: _csv,
    Format.PARQUET: _parquet,
    Format.GRAPHML: _graphml,
    Format.GEXF: _gexf,
    Format.JSON: _json,
    Format.JSONLD: _jsonld,
    Format.SPACY: _spacy,
    Format.TABLES: partial(_tables, _write_csv, ".csv"),
    Format.PARQUET_TABLES: partial(_tables, _write_parquet, ".parquet"),
}
