"""Tables as CSV that no spreadsheet takes for formulas."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

#: What a cell may not begin with: spreadsheets would run what follows.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")

#: Put before a text that begins so; spreadsheets show nothing for it.
_MARK = "'"


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], file: TextIO) -> int:
    """Write rows as CSV (RFC 4180) with a header, and return how many there were.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; so does one
    that begins with an apostrophe, so that :func:`plain` can take it away again.

    >>> import io
    >>> file = io.StringIO()
    >>> write_csv([{"claim": "=1+1", "count": 107}], ["claim", "count"], file)
    1
    >>> file.getvalue().splitlines()
    ['claim,count', "'=1+1,107"]
    """
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([safe(row[name]) for name in columns])
        count += 1
    return count


def safe(value: Any) -> Any:
    """A cell as it is written: text that could be a formula is marked; ``None`` is empty.

    >>> safe("-5 °C"), safe(-5), safe("'quoted'"), safe(None)
    ("'-5 °C", -5, "''quoted'", '')
    """
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith((*_FORMULA, _MARK)):
        return _MARK + value
    return value


def plain(cell: str) -> str:
    """The text of a cell that :func:`safe` has made.

    >>> plain(safe("=1+1")), plain("107")
    ('=1+1', '107')
    """
    return cell.removeprefix(_MARK)
