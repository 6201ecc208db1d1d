"""The calendar as newspapers use it: stretches of whole days, and what lies before and after them.

Weeks begin on Monday. Seasons are those of the northern half, by whole months. Everything is UTC.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from claimgraph.vocabulary import Precision

_DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """A half-open stretch of time; an end that is ``None`` is not known."""

    start: datetime | None
    end: datetime | None
    precision: Precision


def midnight(day: date) -> datetime:
    """The moment at which a day begins."""
    return datetime.combine(day, time(tzinfo=UTC))


def days(first: date, last: date, precision: Precision = Precision.RANGE) -> Stretch:
    """From the first day to the last one, both whole.

    >>> days(date(2018, 5, 3), date(2018, 5, 5)).end.isoformat()
    '2018-05-06T00:00:00+00:00'
    """
    return Stretch(midnight(first), midnight(last + _DAY), precision)


def day(of: date) -> Stretch:
    """One day."""
    return days(of, of, Precision.DAY)


def week(of: date) -> Stretch:
    """The week from Monday to Sunday in which a day lies."""
    monday = of - of.weekday() * _DAY
    return days(monday, monday + 6 * _DAY, Precision.WEEK)


def weekend(of: date) -> Stretch:
    """The Saturday and Sunday of the week in which a day lies."""
    saturday = of + (5 - of.weekday()) * _DAY
    return days(saturday, saturday + _DAY)


def months(year: int, month: int, count: int, precision: Precision = Precision.RANGE) -> Stretch:
    """So many whole months, the first one being a month of a year."""
    last = add_months(date(year, month, 1), count - 1)
    return days(date(year, month, 1), end_of_month(last), precision)


def month(year: int, number: int) -> Stretch:
    """One month."""
    return months(year, number, 1, Precision.MONTH)


def quarter(year: int, number: int) -> Stretch:
    """A quarter of the calendar year, counted from 1."""
    return months(year, 3 * number - 2, 3, Precision.QUARTER)


def season(year: int, first: int) -> Stretch:
    """The season whose first month is ``first``; a winter is named for the year it begins in."""
    return months(year, first, 3, Precision.SEASON)


def years(first: int, last: int, precision: Precision = Precision.RANGE) -> Stretch:
    """From one year to another, both whole."""
    return days(date(first, 1, 1), date(last, 12, 31), precision)


def year(number: int) -> Stretch:
    """One year."""
    return years(number, number, Precision.YEAR)


def part_of(of: date, first_hour: int, last_hour: int) -> Stretch:
    """Some hours of a day, as the writer's clock has them; past 24 they are in the next day."""
    start = midnight(of)
    return Stretch(
        start + timedelta(hours=first_hour),
        start + timedelta(hours=last_hour),
        Precision.PART_OF_DAY,
    )


def together(first: Stretch, last: Stretch) -> Stretch:
    """From the start of one stretch to the end of another.

    Raises:
        ValueError: That would be no stretch.
    """
    if first.start and last.end and last.end <= first.start:
        raise ValueError("the last one ends before the first begins")
    return Stretch(first.start, last.end, Precision.RANGE)


def add_months(to: date, count: int) -> date:
    """The same day of another month, or the last day of it where it is shorter.

    >>> add_months(date(2016, 2, 29), -12)
    datetime.date(2015, 2, 28)
    """
    at = to.year * 12 + to.month - 1 + count
    first = date(at // 12, at % 12 + 1, 1)
    return first.replace(day=min(to.day, end_of_month(first).day))


def end_of_month(of: date) -> date:
    """The last day of the month of a day."""
    if (of.year, of.month) == (date.max.year, 12):
        return date.max
    return date(of.year + of.month // 12, of.month % 12 + 1, 1) - _DAY


def third(of: Stretch, number: int) -> Stretch:
    """The first, second or third part of a stretch: 0 is early, 1 the middle, 2 late.

    A month has its first ten days, its second ten and the rest; a year four months each. Several
    years are cut between years, and anything else between days; a year or day that a cut would
    fall into belongs to both parts.

    >>> third(month(2018, 10), 1).start.day, third(month(2018, 10), 1).end.day
    (11, 21)
    """
    assert of.start is not None
    assert of.end is not None
    first, last = of.start.date(), (of.end - timedelta(microseconds=1)).date()
    if of.precision is Precision.MONTH:
        cuts = [first, first + 10 * _DAY, first + 20 * _DAY, last + _DAY]
    elif of.precision is Precision.YEAR:
        cuts = [first, add_months(first, 4), add_months(first, 8), last + _DAY]
    else:
        length = (last - first).days + 1
        if length > 1000 and (first.month, first.day, last.month) == (1, 1, 12):
            start, end = _cut(last.year - first.year + 1, number)
            return years(first.year + start, first.year + end - 1)
        start, end = _cut(length, number)
        return days(first + start * _DAY, first + (end - 1) * _DAY)
    return days(cuts[number], cuts[number + 1] - _DAY)


def edge(of: Stretch, *, last: bool) -> Stretch:
    """The start or the end of a stretch: of a year its first or last two months, else a third.

    >>> edge(year(2018), last=True).start.month, edge(month(2018, 7), last=True).start.day
    (11, 21)
    """
    assert of.start is not None
    if of.precision is not Precision.YEAR:
        return third(of, 2 if last else 0)
    return months(of.start.year, 11 if last else 1, 2)


def _cut(length: int, number: int) -> tuple[int, int]:
    """Where the first, second or third part of a length begins and ends, in whole numbers."""
    return length * number // 3, -(-length * (number + 1) // 3)


def half(of: Stretch, number: int) -> Stretch:
    """The first (0) or second (1) half of a stretch; of a year, of a month, or else by days."""
    assert of.start is not None
    assert of.end is not None
    first, last = of.start.date(), (of.end - timedelta(microseconds=1)).date()
    if of.precision is Precision.YEAR:
        cut = add_months(first, 6)
    else:
        cut = first + ((last - first).days + 1) // 2 * _DAY
    return days(cut, last) if number else days(first, cut - _DAY)


def easter(of: int) -> date:
    """Easter Sunday of the western churches (Anonymous Gregorian algorithm, Meeus 1991).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    century, in_century = divmod(of, 100)
    golden = of % 19
    leaps, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - shift + 15) % 30
    sunday = (32 + 2 * rest + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month_number, day_before = divmod(moon + sunday - 7 * late + 114, 31)
    return date(of, month_number, day_before + 1)
