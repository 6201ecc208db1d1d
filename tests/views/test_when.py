from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Interval
from claimgraph.views.when import order, written
from tests.strategies import intervals


def stretch(start: str, end: str, precision: str = "range", text: str = "") -> Interval:
    return Interval(
        start=datetime.fromisoformat(start).replace(tzinfo=UTC),
        end=datetime.fromisoformat(end).replace(tzinfo=UTC),
        precision=precision,
        text=text,
    )


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        pytest.param(Interval.parse("2018"), "2018", id="a year is a year"),
        pytest.param(Interval.parse("2018-09"), "September 2018", id="a month is no day"),
        pytest.param(Interval.parse("2018-11-24"), "24 Nov 2018", id="a day"),
        pytest.param(
            Interval.parse("2018-11-24T08:30:05+00:00"),
            "24 Nov 2018, 08:30 UTC",
            id="a moment, in UTC",
        ),
        pytest.param(
            stretch("2018-10-11", "2018-10-21", text="in mid-October"),
            "mid-October 2018",
            id="a part of a month is not its days",
        ),
        pytest.param(
            stretch("2018-06-01", "2018-09-01", "season", text="last summer"),
            "last summer 2018",
            id="a season",
        ),
        pytest.param(
            stretch("2018-11-22", "2018-11-25", text="for three days"),
            "“for three days” (read as 22–24 Nov 2018)",
            id="words that name no month keep their reading beside them",
        ),
        pytest.param(
            stretch("2018-11-25T06:00", "2018-11-25T12:00", "part_of_day"),
            "25 Nov 2018, morning",
            id="a part of a day",
        ),
        pytest.param(
            stretch("2018-11-24T22:00", "2018-11-25T05:00", "part_of_day"),
            "night of 24–25 Nov 2018",
            id="a night belongs to two days",
        ),
        pytest.param(
            stretch("2018-11-19", "2018-11-26", "week"), "week of 19 Nov 2018", id="a week"
        ),
        pytest.param(
            stretch("2018-10-28", "2018-11-03"), "28 Oct – 2 Nov 2018", id="over the end of a month"
        ),
        pytest.param(
            Interval(start=datetime(2011, 1, 1, tzinfo=UTC), text="since 2011"),
            "since 2011",
            id="an open beginning in the words that know only the year",
        ),
        pytest.param(
            Interval(end=datetime(2018, 11, 24, tzinfo=UTC)), "before 24 Nov 2018", id="an open end"
        ),
        pytest.param(None, "time not known", id="none"),
    ],
)
def test_times_are_written_as_exactly_as_they_are_known(
    interval: Interval | None, expected: str
) -> None:
    assert written(interval) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("at a meeting in the spring that nobody attended", id="a sentence"),
        pytest.param("between 11 and 20 October", id="days of its own"),
        pytest.param("on Sunday", id="a weekday"),
    ],
)
def test_words_that_are_no_name_of_a_time_do_not_stand_for_it(text: str) -> None:
    assert "2018" in written(stretch("2018-10-11", "2018-10-21", text=text))
    assert "11–20 Oct 2018" in written(stretch("2018-10-11", "2018-10-21", text=text))


@given(st.lists(intervals()))
def test_any_times_can_be_written_and_sorted(times: list[Interval]) -> None:
    assert all(written(time) for time in times)
    ordered = sorted([*times, None], key=order)
    assert ordered[-1] is None
