"""Times are half-open stretches with a zone, or an end that is plainly unknown."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from claimgraph import Interval
from claimgraph.errors import RecordError


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        pytest.param("2018", "2018-01-01", "2019-01-01", "year", id="a year"),
        pytest.param("2018-11", "2018-11-01", "2018-12-01", "month", id="a month"),
        pytest.param("2018-12", "2018-12-01", "2019-01-01", "month", id="the last month"),
        pytest.param("2020-02-29", "2020-02-29", "2020-03-01", "day", id="a leap day"),
        pytest.param(" 2018-11-24 ", "2018-11-24", "2018-11-25", "day", id="spaces around it"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_given(
    text: str, start: str, end: str, precision: str
) -> None:
    interval = Interval.parse(text)
    assert interval.start == datetime.fromisoformat(start).replace(tzinfo=UTC)
    assert interval.end == datetime.fromisoformat(end).replace(tzinfo=UTC)
    assert interval.precision == precision


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2018-11-24T08:30:00+02:00", id="an offset"),
        pytest.param("2018-11-24T06:30:00Z", id="Z"),
    ],
)
def test_a_moment_is_kept_in_utc_and_lasts_a_second(text: str) -> None:
    interval = Interval.parse(text)
    assert interval.start == datetime(2018, 11, 24, 6, 30, tzinfo=UTC)
    assert interval.start.tzinfo is UTC
    assert interval.end == interval.start + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        pytest.param("2018-11-24T08:30:00", "no time zone", id="a moment without a zone"),
        pytest.param("2018-02-30", "no time that can be read", id="a day that never was"),
        pytest.param("2019-02-29", "no time that can be read", id="no leap day"),
        pytest.param("yesterday", "no time that can be read", id="words"),
        pytest.param("", "no time that can be read", id="nothing"),
        pytest.param("0000", "no time that can be read", id="a year before the first"),
        pytest.param("9999", "no time that can be read", id="an end after the last year"),
        pytest.param("0001-01-01T00:00+14:00", "outside of the calendar", id="the year 0 in UTC"),
        pytest.param({}, "both ends are unknown", id="no end at all"),
        pytest.param(
            {"start": "2018-11-24T00:00:00Z", "end": "2018-11-24T00:00:00Z"},
            "is not after the start",
            id="no time at all",
        ),
        pytest.param(
            {"start": "2018-11-25T00:00:00Z", "end": "2018-11-24T00:00:00Z"},
            "is not after the start",
            id="backwards",
        ),
        pytest.param({"start": "2018-11-24T00:00:00"}, "no time zone", id="a field without a zone"),
        pytest.param(
            datetime(9999, 12, 31, 23, 59, 59, 999999, UTC), "too late", id="the end of days"
        ),
    ],
)
def test_what_is_no_time_is_refused(value: object, complaint: str) -> None:
    with pytest.raises(RecordError, match=complaint):
        Interval.model_validate(value)


def test_an_unknown_end_is_plainly_unknown() -> None:
    since = Interval(start=datetime(2011, 3, 15, tzinfo=UTC))
    assert since.end is None
    assert str(since) == "since 2011-03-15"
    assert str(Interval(end=datetime(2011, 3, 15, tzinfo=UTC))) == "before 2011-03-15"


DAY, MONTH, NEXT_DAY = (Interval.parse(t) for t in ("2018-11-24", "2018-11", "2018-11-25"))
SINCE = Interval(start=datetime(2018, 11, 24, tzinfo=UTC))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(DAY, MONTH, True, id="a day of the month"),
        pytest.param(DAY, NEXT_DAY, False, id="days that touch share no moment"),
        pytest.param(SINCE, NEXT_DAY, True, id="an open end reaches on"),
        pytest.param(
            Interval(end=datetime(2018, 11, 24, tzinfo=UTC)), SINCE, False, id="before and since"
        ),
    ],
)
def test_overlapping_holds_both_ways(left: Interval, right: Interval, expected: bool) -> None:
    assert left.overlaps(right) is expected
    assert right.overlaps(left) is expected


def test_containing_is_sure() -> None:
    assert MONTH.contains(DAY)
    assert not DAY.contains(MONTH)
    assert SINCE.contains(NEXT_DAY)
    assert not MONTH.contains(SINCE)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        pytest.param(Interval.parse("2018"), "2018", id="year"),
        pytest.param(MONTH, "2018-11", id="month"),
        pytest.param(DAY, "2018-11-24", id="day"),
        pytest.param(Interval.parse("2018-11-24T06:30:00Z"), "2018-11-24 06:30:00", id="second"),
        pytest.param(
            Interval(start=DAY.start, end=NEXT_DAY.end), "2018-11-24 to 2018-11-25", id="range"
        ),
    ],
)
def test_it_is_printed_as_exactly_as_it_is_known(interval: Interval, expected: str) -> None:
    assert str(interval) == expected


def test_the_zone_of_the_input_leaves_no_trace() -> None:
    there = timezone(timedelta(hours=3))
    moment = datetime(2018, 11, 24, 9, 30, tzinfo=there)
    assert Interval.model_validate(moment) == Interval.parse("2018-11-24T06:30:00Z")
