"""Tables as Parquet, for pandas, DuckDB, Spark and everything that reads Arrow."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, BinaryIO

from claimgraph.errors import MissingExtraError

#: Rows that are held at once.
TOGETHER = 10_000


def write_parquet(
    rows: Iterable[Mapping[str, Any]], columns: Mapping[str, type], file: BinaryIO
) -> int:
    """Write rows as Parquet, and return how many there were.

    The columns have their types whatever the rows hold, so that every file of one table can be read
    together; what is not known is null.

    Args:
        rows: They are taken in groups, so a generator may yield any number.
        columns: The type of each column: ``str``, ``int``, ``float`` or ``bool``.
        file: Where to write.

    Raises:
        MissingExtraError: pyarrow is not installed.

    >>> import io
    >>> from pyarrow.parquet import read_table
    >>> file = io.BytesIO()
    >>> write_parquet([{"claim": "=1+1", "best": None}], {"claim": str, "best": float}, file)
    1
    >>> read_table(io.BytesIO(file.getvalue())).to_pylist()
    [{'claim': '=1+1', 'best': None}]
    """
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise MissingExtraError("Parquet", extra="pandas") from None
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([(name, types[kind]) for name, kind in columns.items()])
    count = 0
    waiting = iter(rows)
    with ParquetWriter(file, schema, compression="zstd") as writer:
        while some := list(islice(waiting, TOGETHER)):
            named = {name: [row[name] for row in some] for name in columns}
            writer.write_table(pa.table(named, schema=schema))
            count += len(some)
    return count
