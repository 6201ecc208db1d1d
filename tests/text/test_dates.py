"""The calendar as newspapers use it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.text.times import dates
from claimgraph.text.times.dates import Stretch
from claimgraph.vocabulary import Precision

days = st.dates(date(1, 1, 8), date(9990, 1, 1))


def bounds(stretch: Stretch) -> tuple[str, str]:
    assert stretch.start is not None
    assert stretch.end is not None
    return f"{stretch.start:%Y-%m-%d}", f"{stretch.end:%Y-%m-%d}"


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        pytest.param(dates.day(date(2018, 11, 25)), ("2018-11-25", "2018-11-26"), id="day"),
        pytest.param(dates.week(date(2018, 11, 25)), ("2018-11-19", "2018-11-26"), id="week"),
        pytest.param(dates.weekend(date(2018, 11, 21)), ("2018-11-24", "2018-11-26"), id="weekend"),
        pytest.param(dates.month(2016, 2), ("2016-02-01", "2016-03-01"), id="leap month"),
        pytest.param(dates.quarter(2018, 4), ("2018-10-01", "2019-01-01"), id="quarter"),
        pytest.param(dates.season(2018, 12), ("2018-12-01", "2019-03-01"), id="winter"),
        pytest.param(dates.years(1990, 1999), ("1990-01-01", "2000-01-01"), id="years"),
        pytest.param(
            dates.third(dates.month(2018, 2), 2), ("2018-02-21", "2018-03-01"), id="late February"
        ),
        pytest.param(
            dates.third(dates.year(2018), 1), ("2018-05-01", "2018-09-01"), id="middle of a year"
        ),
        pytest.param(
            dates.third(dates.years(1990, 1999), 1), ("1993-01-01", "1997-01-01"), id="mid-1990s"
        ),
        pytest.param(
            dates.third(dates.week(date(2018, 11, 25)), 0),
            ("2018-11-19", "2018-11-22"),
            id="early in the week",
        ),
        pytest.param(
            dates.half(dates.year(2018), 1), ("2018-07-01", "2019-01-01"), id="second half"
        ),
        pytest.param(
            dates.half(dates.month(2018, 9), 0), ("2018-09-01", "2018-09-16"), id="half a month"
        ),
        pytest.param(
            dates.edge(dates.year(2018), last=False), ("2018-01-01", "2018-03-01"), id="start"
        ),
    ],
)
def test_a_stretch_has_its_days(stretch: Stretch, expected: tuple[str, str]) -> None:
    assert bounds(stretch) == expected


@pytest.mark.parametrize(
    "sunday", [date(2018, 4, 1), date(2019, 4, 21), date(2024, 3, 31), date(2038, 4, 25)]
)
def test_easter_is_on_its_day(sunday: date) -> None:
    assert dates.easter(sunday.year) == sunday


@given(days)
def test_a_week_holds_its_days_and_begins_on_monday(day: date) -> None:
    week = dates.week(day)
    assert week.start is not None
    assert week.end is not None
    assert week.start.weekday() == 0
    assert week.start.date() <= day < week.end.date()


@given(days, st.integers(-90, 90))
def test_months_added_and_taken_away_keep_the_month(day: date, count: int) -> None:
    if 2 <= day.year + count // 12 <= 9998:
        there = dates.add_months(day, count)
        assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
        assert there.day <= day.day


@given(days, st.integers(0, 2))
def test_the_parts_of_a_stretch_cover_it_in_order(day: date, number: int) -> None:
    for whole in (dates.month(day.year, day.month), dates.year(day.year), dates.week(day)):
        parts = [dates.third(whole, place) for place in range(3)]
        assert parts[0].start == whole.start
        assert parts[2].end == whole.end
        for one, other in pairwise(parts):
            assert one.start is not None
            assert one.end is not None
            assert other.start is not None
            assert one.start < other.start <= one.end
        assert parts[number].precision is Precision.RANGE


def test_the_last_month_of_all_has_an_end() -> None:
    assert dates.end_of_month(date(9999, 12, 5)) == date.max


def test_what_would_end_before_it_begins_is_no_stretch() -> None:
    with pytest.raises(ValueError, match="ends before the first begins"):
        dates.together(dates.year(2018), dates.year(2016))
