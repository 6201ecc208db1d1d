"""How weeks, months, seasons and years are read."""

from datetime import date, timedelta

from claimgraph.text.phrases import Phrase
from claimgraph.text.times import dates
from claimgraph.text.times.dates import Stretch, add_months
from claimgraph.text.times.days import (
    COMING,
    in_some_year,
    month_number,
    ordinal,
    said_year,
    unplaced,
)
from claimgraph.text.times.scene import Read, Scene, Unplaced
from claimgraph.text.times.words import DECADES, SEASONS

_ONE = timedelta(days=1)
_SHIFTS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "the": 0}


def _which(scene: Scene, phrase: Phrase) -> str:
    """The last word of "this past"."""
    return scene.words(phrase, "which").split()[-1]


def month(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "September 2018", and "September": the last one, or the next one."""
    number = month_number(scene.words(phrase, "month"))
    year = said_year(scene, phrase)
    if year is None:
        today = scene.limit or scene.day()
        if scene.limit is None and _is_ahead(scene, phrase, (number - today.month) % 12):
            year = today.year + (number < today.month)
        else:
            year = today.year - (number > today.month)
    return dates.month(year, number)


def _is_ahead(scene: Scene, phrase: Phrase, months: int) -> bool:
    """Whether a month is ahead, so many months from now: also "the mid-October deadline".

    More than some months ahead, newspapers say "next September"; words that look ahead are then
    about something else.
    """
    if scene.future is not None:
        return scene.future
    forward = scene.forward(phrase)
    if forward is None:
        return scene.after(phrase.end) in COMING and months < 5
    return forward and months < 9


def which_month(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "last September", "this September", "next September"."""
    number = month_number(scene.words(phrase, "month"))
    today = scene.day()
    shift = _SHIFTS[_which(scene, phrase)]
    if shift < 0:
        return dates.month(today.year - (number >= today.month), number)
    if shift > 0:
        return dates.month(today.year + (number <= today.month), number)
    return dates.month(today.year, number)


def season_of_year(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the summer of 2018", "winter 2018-19"; a winter of one year may be either one."""
    first = SEASONS[scene.words(phrase, "season")]
    year = said_year(scene, phrase)
    assert year is not None
    if first == 12 and "to" not in phrase.spans:
        return dates.months(year - 1, 12, 15)
    return dates.season(year, first)


def _seasons(today: date, first: int) -> list[Stretch]:
    years = range(max(1, today.year - 2), min(9998, today.year + 2) + 1)
    return [dates.season(year, first) for year in years]


def which_season(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "last summer": the last that is over; "next summer"; "this summer": the nearest."""
    today = scene.day()
    now = dates.midnight(today)
    known = _seasons(today, SEASONS[scene.words(phrase, "season")])
    over = [one for one in known if one.end and one.end <= now]
    ahead = [one for one in known if one.start and one.start > now]
    shift = _SHIFTS[_which(scene, phrase)]
    if shift:
        return over[-1] if shift < 0 else ahead[0]
    if running := [one for one in known if one not in over and one not in ahead]:
        return running[0]
    forward = scene.forward(phrase)
    if forward is None:
        assert ahead[0].start
        assert over[-1].end
        forward = ahead[0].start - now < now - over[-1].end
    return ahead[0] if forward else over[-1]


def season(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "in the summer": the last that has begun, or the next one."""
    today = scene.limit or scene.day()
    now = dates.midnight(today)
    known = _seasons(today, SEASONS[scene.words(phrase, "season")])
    if scene.limit is None and scene.forward(phrase):
        return next(one for one in known if one.end and one.end > now)
    return [one for one in known if one.start and one.start <= now][-1]


def quarter(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the third quarter of 2019", "Q3 2019"."""
    number = ordinal(scene.words(phrase, "quarter"))
    if not 1 <= number <= 4:
        raise ValueError("a year has four quarters")
    year = said_year(scene, phrase)
    if year is None:
        raise Unplaced
    return dates.quarter(year, number)


def decade(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the 1990s", "the ’90s", "the nineties"; "the 1800s" are a hundred years."""
    if "year" in phrase.spans:
        first = scene.number(phrase, "year")
        return dates.years(first, first + (99 if first % 100 == 0 and first < 2000 else 9))
    tens = DECADES[scene.words(phrase, "word")] if "word" in phrase.spans else 0
    tens = tens or scene.number(phrase, "tens")
    if tens < 30:
        raise Unplaced  # both twenties are in living memory
    return dates.years(1900 + tens, 1909 + tens)


def century(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the 19th century": from 1800 to 1900, as it is commonly meant and as it is counted."""
    first = (ordinal(scene.words(phrase, "number")) - 1) * 100
    return dates.years(max(1, first), first + 100)


def years(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "2015-16"."""
    return dates.years(scene.number(phrase, "year"), last_of_years(scene, phrase))


def last_of_years(scene: Scene, phrase: Phrase) -> int:
    """The last year of "2015-16" or "2015-2018"."""
    last = scene.number(phrase, "to")
    return last if last > 99 else scene.number(phrase, "year") // 100 * 100 + last


def year(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "2011"."""
    return dates.year(scene.number(phrase, "year"))


def weekend(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the weekend": the last that has begun, or the next one."""
    today = scene.day()
    which = _which(scene, phrase)
    if which in {"last", "next"}:
        return dates.weekend(today + 7 * _SHIFTS[which] * _ONE)
    forward = scene.forward(phrase)
    if which == "coming" or (which == "this" and forward is None):
        forward = True
    if which == "past" or not forward:
        begun = which == "past" or today.weekday() < 5
        return dates.weekend(today - 7 * begun * _ONE)
    return dates.weekend(today)


def which_period(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "last week", "this month", "next year", "last quarter"."""
    return _period(scene.day(), scene.words(phrase, "period"), _SHIFTS[_which(scene, phrase)])


def before_last(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the week before last"."""
    shift = 2 * _SHIFTS[_which(scene, phrase)]
    return _period(scene.day(), scene.words(phrase, "period"), shift)


def the_period(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the year" in "the end of the year"."""
    return _period(scene.day(), scene.words(phrase, "period"), 0)


def _period(today: date, unit: str, shift: int) -> Stretch:
    if unit == "week":
        return dates.week(today + 7 * shift * _ONE)
    if unit == "month":
        there = add_months(today, shift)
        return dates.month(there.year, there.month)
    if unit == "quarter":
        there = add_months(today, 3 * shift)
        return dates.quarter(there.year, (there.month + 2) // 3)
    if unit == "year":
        return dates.year(today.year + shift)
    length = 10 if unit == "decade" else 100
    first = today.year // length * length + length * shift
    return dates.years(max(1, first), first + length - 1)


def feast_time(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "before Christmas", "last Easter": the feast days together."""
    name = scene.words(phrase, "feast")
    if "year" in phrase.spans:
        return _feast(name, scene.number(phrase, "year"))
    today = scene.day()
    shift = _SHIFTS[_which(scene, phrase)] if "which" in phrase.spans else None
    if shift is None:
        first = in_some_year(scene, phrase, lambda year: _first_day(name, year))
        return _feast(name, first.year)
    now = dates.midnight(today)
    known = [_feast(name, year) for year in (today.year - 1, today.year, today.year + 1)]
    if shift > 0:
        return next(one for one in known if one.start and one.start > now)
    return [one for one in known if one.end and one.end <= now][-1] if shift else known[1]


def _first_day(name: str, year: int) -> date:
    return date(year, 12, 24) if name == "christmas" else dates.easter(year) - 2 * _ONE


def _feast(name: str, year: int) -> Stretch:
    first = _first_day(name, year)
    return dates.days(first, first + (2 if name == "christmas" else 3) * _ONE)


READ: dict[str, Read] = {
    "month": month,
    "which_month": which_month,
    "season_of_year": season_of_year,
    "which_season": which_season,
    "season": season,
    "quarter": quarter,
    "unplaced_quarter": unplaced,
    "decade": decade,
    "century": century,
    "years": years,
    "fiscal_year": unplaced,
    "year": year,
    "weekend": weekend,
    "which_period": which_period,
    "before_last": before_last,
    "the_period": the_period,
    "feast_time": feast_time,
}
