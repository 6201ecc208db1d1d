"""The path says what it becomes, or the format does; anything else is refused by name."""

from pathlib import Path

import pytest

from claimgraph.errors import QueryError
from claimgraph.interop.formats import OF_FOLDERS, Format, format_of


@pytest.mark.parametrize(
    ("path", "to", "expected"),
    [
        *(
            pytest.param(f"a.b/graph.{each}", None, each, id=f".{each}")
            for each in Format
            if each not in OF_FOLDERS
        ),
        pytest.param("CLAIMS.CSV", None, Format.CSV, id="in capitals"),
        pytest.param("claims.txt", "csv", Format.CSV, id="named"),
        pytest.param("claims.csv", "gexf", Format.GEXF, id="named against the ending"),
        pytest.param("out/", None, Format.TABLES, id="a folder"),
        pytest.param("out/", "csv", Format.TABLES, id="a folder of CSV"),
        pytest.param("out/", "parquet", Format.PARQUET_TABLES, id="a folder of Parquet"),
        pytest.param("out", "tables", Format.TABLES, id="tables"),
        pytest.param("out", "parquet-tables", Format.PARQUET_TABLES, id="tables as Parquet"),
    ],
)
def test_a_path_says_its_format(path: str, to: str | None, expected: Format) -> None:
    assert format_of(path, to) is expected


def test_a_folder_that_is_there_gets_tables(tmp_path: Path) -> None:
    assert format_of(tmp_path) is Format.TABLES
    assert format_of(tmp_path, "parquet") is Format.PARQUET_TABLES


@pytest.mark.parametrize("path", ["graph", "graph.pdf", "graph.tables", ".csv", "graph.csv.gz"])
def test_an_ending_that_names_no_format_is_refused_with_those_that_do(path: str) -> None:
    with pytest.raises(QueryError, match=r"\.jsonl, \.csv, \.parquet, .*\.spacy"):
        format_of(path)


@pytest.mark.parametrize("to", ["pdf", "", "CSV", ".csv"])
def test_a_format_that_is_not_known_is_refused_with_those_that_are(to: str) -> None:
    with pytest.raises(QueryError, match="is no format to export to; use jsonl, csv"):
        format_of("graph.csv", to)


@pytest.mark.parametrize("path", ["", ".", "./", "..", "a/..", "/"])
@pytest.mark.parametrize("to", [None, "csv", "gexf", "tables"])
def test_a_path_without_a_name_is_refused(path: str, to: str | None) -> None:
    with pytest.raises(QueryError, match="names no file"):
        format_of(path, to)
