"""Rows as a pandas DataFrame, where pandas is installed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from claimgraph.errors import MissingExtraError

if TYPE_CHECKING:
    from pandas import DataFrame


def data_frame(rows: Iterable[Any], columns: Sequence[str]) -> "DataFrame":
    """A DataFrame of rows, each a sequence of values in the order of the columns, or a mapping.

    Raises:
        MissingExtraError: pandas is not installed.

    >>> data_frame([("SOHR", 6)], ["source", "claims"]).to_dict("records")
    [{'source': 'SOHR', 'claims': 6}]
    """
    try:
        from pandas import DataFrame
    except ImportError:
        raise MissingExtraError("to_df()", extra="pandas") from None
    return DataFrame(list(rows), columns=list(columns))
