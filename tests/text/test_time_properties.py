"""What is always so of times, whatever the text and whenever it was published."""

import gc
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimgraph.model import Interval
from claimgraph.text.times import KINDS, find_times
from claimgraph.text.times.patterns import PIECES, RULES
from claimgraph.text.times.words import CLASSES
from claimgraph.vocabulary import Precision

#: Every word that the grammar knows, by class, and some that it does not.
WORDS = sorted(
    {word for words in CLASSES.values() for word in sorted(words)[:8]}
    | set("in on at of the a by to and from between since until before after ago last next".split())
    | set("this early late mid half few past said will killed town o’clock a.m. 's old -".split())
)
published = st.one_of(
    st.none(),
    st.dates(max_value=date(9999, 12, 30)).map(lambda day: Interval.parse(day.isoformat())),
    st.datetimes(timezones=st.just(UTC))
    .filter(lambda moment: moment.year < 9999)
    .map(lambda moment: Interval.model_validate(moment)),
    st.integers(1, 9998).map(lambda year: Interval.parse(f"{year:04}")),
    st.dates(max_value=date(9999, 12, 30)).map(
        lambda day: Interval(start=datetime(day.year, day.month, day.day, tzinfo=UTC))
    ),
)
sentences = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
joined = st.lists(st.sampled_from([*WORDS, ",", ".", "-", "–", "(", ")", ":", "/"]), max_size=14)


@given(st.text(max_size=80) | sentences | joined.map("".join), published, st.booleans())
@example("the 29 February of last year", Interval.parse("2024-02-29"), True)
@example("the last decade, a century ago", Interval.parse("0001-01-01"), False)
@example("in 100 years, the next century", Interval.parse("9999-12-30"), True)
def test_found_times_are_slices_of_the_text_in_order(
    text: str, day: Interval | None, future: bool
) -> None:
    end = 0
    for found in find_times(text, day, future=future or None):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert found.kind in KINDS
        end = found.end
        if found.interval is not None:
            assert found.interval.text == found.text


#: How long a stretch of each precision is at least.
SHORTEST = {
    Precision.MINUTE: timedelta(minutes=1),
    Precision.HOUR: timedelta(hours=1),
    Precision.PART_OF_DAY: timedelta(hours=2),
    Precision.DAY: timedelta(days=1),
    Precision.WEEK: timedelta(days=7),
    Precision.MONTH: timedelta(days=28),
    Precision.QUARTER: timedelta(days=90),
    Precision.SEASON: timedelta(days=89),
    Precision.YEAR: timedelta(days=365),
}


@given(sentences, st.dates(date(1, 1, 10), date(9990, 1, 1)))
def test_an_interval_is_not_shorter_than_its_precision(text: str, day: date) -> None:
    for found in find_times(text, Interval.parse(day.isoformat())):
        if found.interval is None or found.interval.precision not in SHORTEST:
            continue
        start, end = found.interval.start, found.interval.end
        assert start is not None
        assert end is not None
        assert end - start >= SHORTEST[found.interval.precision]


#: The finest precision that words without anything finer in them can have.
FINEST = [
    ("in September", Precision.MONTH),
    ("last week", Precision.WEEK),
    ("in 2011", Precision.YEAR),
    ("last summer", Precision.SEASON),
    ("the third quarter of 2019", Precision.QUARTER),
    ("on Monday", Precision.DAY),
    ("8 p.m. on Monday", Precision.DAY),
    ("Monday night", Precision.PART_OF_DAY),
    ("two months ago", Precision.MONTH),
    ("three years ago", Precision.YEAR),
]


@pytest.mark.parametrize(("words", "precision"), FINEST)
@given(st.dates(date(100, 1, 1), date(9000, 1, 1)))
def test_a_precision_is_that_of_the_words(words: str, precision: Precision, day: date) -> None:
    (found,) = find_times(f"It happened {words}.", Interval.parse(day.isoformat()))
    assert found.interval is not None
    assert found.interval.precision is precision


DAILY = [
    "yesterday", "today", "tomorrow", "two days ago", "Monday", "last Friday", "next Sunday",
    "last week", "this weekend", "overnight", "late on Tuesday", "the past 24 hours", "a week ago",
    "since Thursday", "from Monday to Friday", "Monday of last week", "the day before yesterday",
]  # fmt: skip


@pytest.mark.parametrize("words", DAILY)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.booleans())
def test_a_week_later_the_same_words_mean_a_week_later(words: str, day: date, future: bool) -> None:
    week = timedelta(days=7)
    (one,) = find_times(words, Interval.parse(day.isoformat()), future=future)
    (other,) = find_times(words, Interval.parse((day + week).isoformat()), future=future)
    assert one.interval is not None
    assert other.interval is not None
    assert one.interval.start is not None
    assert one.interval.end is not None
    assert other.interval.start == one.interval.start + week
    assert other.interval.end == one.interval.end + week


@given(st.sampled_from(DAILY), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_not_placed_from_a_month(words: str, day: date) -> None:
    """A publication that is known to the month places a day only if every day of it would."""
    month = Interval.parse(f"{day:%Y-%m}")
    for found in find_times(words, month):
        assert found.interval is None or found.interval.precision is Precision.RANGE


@given(st.dates(date(100, 1, 1), date(9000, 1, 1)))
def test_the_past_is_not_after_the_publication_and_the_future_not_before(day: date) -> None:
    today = Interval.parse(day.isoformat())
    text = "Monday, September, the 17th of May, in the summer, December 31"
    assert today.start is not None
    assert today.end is not None
    for found in find_times(text, today, future=True):
        assert found.interval is not None
        assert found.interval.end is not None
        assert found.interval.end >= today.end
    for found in find_times(text, today, future=False):
        assert found.interval is not None
        assert found.interval.start is not None
        assert found.interval.start <= today.start


def test_a_month_of_publication_places_months_and_years() -> None:
    text = "last month, this year, yesterday"
    found = find_times(text, Interval.parse("2018-11"))
    assert [str(one.interval) for one in found] == ["2018-10", "2018", "None"]


def test_a_moment_of_publication_places_hours() -> None:
    moment = Interval.model_validate(datetime(2018, 11, 25, 12, 0, tzinfo=UTC))
    (found,) = find_times("It began two hours ago.", moment)
    assert str(found.interval) == "2018-11-25 09:00"
    assert found.interval is not None
    assert found.interval.precision is Precision.HOUR


def test_the_words_can_be_overruled() -> None:
    day = Interval.parse("2018-11-25")
    (found,) = find_times("They will meet on Monday.", day, future=False)
    assert str(found.interval) == "2018-11-19"


PUMPS = [
    "the ", "May ", "1", "1 ", "1-", "1/", "1:", "a ", "in ", "2015 ", "2015-", "of the ", "early ",
    "Monday ", "the early ", "and ", "from Monday to ", "since ", "since a ", "(", "a.", "a. m. ",
    " ", "\n", "'", "90s ", "two ", "two and a half ", "the past ", "x ", "last ", "week ",
    "at 8 ", "8 p.m. ", "dawn ", "at dawn ", "overnight ", "the night between Monday and ",
    "the end of ", "between 3 and ", "Monday, ", "ago ", "in a ", "by the ", "of ", "first ", "é",
    "since he left in May ", "said on Monday at dawn ", "will meet on Monday ", "١", "1.2.2003 ",
]  # fmt: skip


@pytest.mark.parametrize("pump", PUMPS, ids=repr)
def test_a_text_of_one_phrase_again_and_again_costs_linear_time(pump: str) -> None:
    day = Interval.parse("2018-11-25")

    def seconds(length: int) -> float:
        text = pump * (length // len(pump))
        # The collector's time grows with everything else that the run of the tests holds.
        gc.disable()
        try:
            start = time.process_time()
            find_times(text, day)
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(100)
    small = min(seconds(2_000) for _ in range(3))
    # A quadratic reader would need 64 times as long.
    assert min(seconds(16_000) for _ in range(2)) < 24 * max(small, 0.001)


def test_the_grammar_has_no_repetition_without_end() -> None:
    templates = [*PIECES.values(), *(one for many in RULES.values() for one in many)]
    assert not [one for one in templates if set("*+{") & set(one)]
