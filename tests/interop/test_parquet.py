"""Tables as Parquet are read by pyarrow and pandas, with the same types whatever they hold."""

import io
import sys
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import MissingExtraError
from claimgraph.interop import parquet
from claimgraph.interop.parquet import write_parquet

COLUMNS: dict[str, type] = {"id": str, "start": int, "score": float, "negated": bool}

cells = {
    "id": st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    "start": st.none() | st.integers(-(2**63), 2**63 - 1),
    "score": st.none() | st.floats(allow_nan=False),
    "negated": st.none() | st.booleans(),
}


def read(rows: list[dict[str, Any]]) -> Any:
    file = io.BytesIO()
    assert write_parquet(iter(rows), COLUMNS, file) == len(rows)
    return pq.read_table(io.BytesIO(file.getvalue()))


@given(st.lists(st.fixed_dictionaries(cells)))
def test_rows_come_back_as_they_are(rows: list[dict[str, Any]]) -> None:
    assert read(rows).to_pylist() == rows


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="no row"),
        pytest.param([dict.fromkeys(COLUMNS)], id="nothing known"),
        pytest.param([{"id": "a", "start": 1, "score": 1, "negated": True}], id="all known"),
    ],
)
def test_a_column_has_its_type_whatever_it_holds(rows: list[dict[str, Any]]) -> None:
    table = read(rows)
    types = {field.name: str(field.type) for field in table.schema}
    assert types == {"id": "string", "start": "int64", "score": "double", "negated": "bool"}


def test_many_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "TOGETHER", 10)
    file = io.BytesIO()
    rows = ({"id": str(number)} for number in range(25))
    assert write_parquet(rows, {"id": str}, file) == 25
    assert pq.ParquetFile(io.BytesIO(file.getvalue())).num_row_groups == 3
    frame = pd.read_parquet(io.BytesIO(file.getvalue()))
    assert list(frame["id"]) == [str(number) for number in range(25)]


def test_what_would_be_a_formula_elsewhere_stays_as_it_is() -> None:
    rows = [{"id": "=1+1", "start": None, "score": None, "negated": None}]
    assert read(rows).column("id").to_pylist() == ["=1+1"]


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match="claimgraph\\[pandas\\]"):
        write_parquet([], COLUMNS, io.BytesIO())
