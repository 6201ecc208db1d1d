"""Stretches of time as a user gives them, in the microseconds that the store compares."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import EllipsisType

from claimgraph.errors import QueryError, RecordError
from claimgraph.model import Interval
from claimgraph.store.schema import DAWN, DUSK, microseconds

_DAY = 86_400_000_000

#: A date, an aware datetime, ISO 8601 text such as "2018-11-24", or an interval.
Moment = date | datetime | str | Interval
#: The end of a stretch: a time, ``None`` for no end, or left out.
End = Moment | None | EllipsisType


@dataclass(frozen=True)
class Stretch:
    """A half-open stretch of time, ``start <= t < end``, in microseconds since 1970."""

    start: int
    end: int
    words: str


def stretch(start: Moment | None, end: End = ...) -> Stretch:
    """The stretch from the beginning of ``start`` to the beginning of ``end``, which is not in it.

    Without ``end``, the time that ``start`` itself stands for: "2018-11" is that month. ``None``
    leaves a side open.

    Raises:
        QueryError: A time that cannot be read, has no zone, or an end before the start.

    >>> stretch("2018-11-24", "2018-11-26").words
    'from 2018-11-24 to before 2018-11-26'
    >>> stretch("2018-11").end == stretch("2018-12-01").start
    True
    >>> stretch("2018-11-24", "2018-11-20")
    Traceback (most recent call last):
        ...
    claimgraph.errors.QueryError: the end 2018-11-20 lies before the start 2018-11-24
    """
    first = None if start is None else read_moment(start)
    if end is ...:
        if first is None:
            return Stretch(DAWN, DUSK, "at any time")
        return Stretch(_start(first), _end(first), f"in {first}")
    last = None if end is None else read_moment(end)
    low = DAWN if first is None else _start(first)
    high = DUSK if last is None else _start(last)
    if high < low:
        raise QueryError(f"the end {last} lies before the start {first}")
    since = "" if first is None else f"from {first}"
    until = "" if last is None else f"before {last}"
    words = " to ".join(each for each in (since, until) if each)
    return Stretch(low, high, words or "at any time")


def end_of(moment: Moment) -> int:
    """The first microsecond after a moment: after the day, where only the day is given."""
    return _end(read_moment(moment))


def read_moment(moment: Moment) -> Interval:
    """What a user gives as a time, as an interval.

    Raises:
        QueryError: It cannot be read, or has no time zone.
    """
    if isinstance(moment, Interval):
        return moment
    if not isinstance(moment, (str, date)):
        raise QueryError(
            f"{moment!r} is no time to ask for; write '2018', '2018-11' or '2018-11-24', or give a "
            "date or an aware datetime"
        )
    try:
        return Interval.model_validate(moment)
    except RecordError as error:
        raise QueryError(f"{moment!r} is no time to ask for: {error}") from None


def _start(interval: Interval) -> int:
    return DAWN if interval.start is None else microseconds(interval.start)


def _end(interval: Interval) -> int:
    return DUSK if interval.end is None else microseconds(interval.end)


def plain_time(start: int | None, end: int | None) -> str | None:
    """A stretch in microseconds as ISO 8601 text: its beginning, or "before" its end.

    >>> plain_time(1543017600000000, 1543104000000000), plain_time(None, None)
    ('2018-11-24', None)
    """
    if start is None or end is None:
        return None
    if start == DAWN:
        return f"before {_written(end)}"
    return _written(start)


def _written(moment: int) -> str:
    when = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=moment)
    return when.date().isoformat() if moment % _DAY == 0 else when.isoformat()
