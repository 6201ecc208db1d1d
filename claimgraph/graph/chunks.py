"""Many ids, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice

#: Ids in one question to the database.
IDS = 500


def chunks(ids: Iterable[str], size: int = IDS) -> Iterator[list[str]]:
    """The ids in their order, at most so many together.

    >>> list(chunks(["a", "b", "c"], 2))
    [['a', 'b'], ['c']]
    """
    remaining = iter(ids)
    while some := list(islice(remaining, size)):
        yield some
