"""How single days are read."""

from collections.abc import Callable
from datetime import date, timedelta

from claimgraph.text.phrases import Phrase
from claimgraph.text.times.dates import Stretch, add_months, day, days, easter
from claimgraph.text.times.scene import Read, Scene, Unplaced
from claimgraph.text.times.words import MONTHS, NUMBERS, ORDINALS, WEEKDAYS

#: How many days ahead a date without a year may lie, before it is taken to be the last one: where
#: words look ahead, where they look back, and where they say nothing.
_AHEAD = {True: 330, False: 45, None: 150}
#: What is still to come, when newspapers name it by its date.
COMING = frozenset(
    """
    deadline deadlines election elections vote ballot referendum summit runoff inauguration hearing
    launch conference congress ceremony
    """.split()
)
#: Leap days come every fourth year, but not always.
_YEARS_AROUND = (0, -1, 1, -2, 2, -3, 3, -4, 4, -8, 8)
_ONE = timedelta(days=1)
#: So near, newspapers say the weekday alone; "last Monday" may then be the one before.
_NEAR = 3

_FEASTS: dict[str, Callable[[int], date]] = {
    "christmas day": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "boxing day": lambda year: date(year, 12, 26),
    "new years eve": lambda year: date(year, 12, 31),
    "new years day": lambda year: date(year, 1, 1),
    "valentines day": lambda year: date(year, 2, 14),
    "may day": lambda year: date(year, 5, 1),
    "bastille day": lambda year: date(year, 7, 14),
    "halloween": lambda year: date(year, 10, 31),
    "ash wednesday": lambda year: easter(year) - 46 * _ONE,
    "palm sunday": lambda year: easter(year) - 7 * _ONE,
    "maundy thursday": lambda year: easter(year) - 3 * _ONE,
    "good friday": lambda year: easter(year) - 2 * _ONE,
    "easter sunday": easter,
    "easter monday": lambda year: easter(year) + _ONE,
}


def month_number(name: str) -> int:
    """The number of a month by its name, short or long, in any case."""
    return MONTHS[name.strip(" .").lower()]


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday being 0."""
    return WEEKDAYS[name.strip(" .,").lower()]


def ordinal(words: str) -> int:
    """The number of "17", "17th", "third" or "twenty-first".

    >>> [ordinal(words) for words in ("17", "17th", "third", "twenty-first")]
    [17, 17, 3, 21]
    """
    if words[0].isdigit():
        return int(words.rstrip("abcdefghijklmnopqrstuvwxyz "))
    tens, _, ones = words.rpartition("-")
    return NUMBERS.get(tens, 0) + ORDINALS[ones]


def said_year(scene: Scene, phrase: Phrase) -> int | None:
    """The year that a phrase names, as a number or as "last year"."""
    if "year" in phrase.spans:
        year = scene.number(phrase, "year")
        return year if year > 99 else year + (2000 if year < 50 else 1900)
    if "which" in phrase.spans:
        return scene.day().year + {"last": -1, "next": 1}.get(scene.words(phrase, "which"), 0)
    return None


def in_some_year(scene: Scene, phrase: Phrase, make: Callable[[int], date]) -> date:
    """The day that a date without a year means, seen from the publication.

    The nearest one that the words around it allow: see ``_AHEAD``. A weekday that is named with it
    is kept, if a year beside this one has it.

    Args:
        scene: The text and its publication.
        phrase: The date.
        make: The date in a year, or ValueError.
    """
    today = scene.limit or scene.day()
    around = [made for offset in _YEARS_AROUND if (made := _made(make, today.year + offset))]
    if scene.limit is not None:
        return max(made for made in around if made <= today)
    if "weekday" in phrase.spans:
        weekday = weekday_number(scene.words(phrase, "weekday"))
        fitting = [made for made in around if made.weekday() == weekday]
        nearest = min(fitting, key=lambda made: abs(made - today), default=None)
        if nearest is not None and abs(nearest.year - today.year) <= 1:
            return nearest
    past = max(made for made in around if made <= today)
    ahead = min(made for made in around if made > today)
    if scene.future is not None:
        return ahead if scene.future else past
    forward = scene.forward(phrase)
    if scene.before(phrase.start) in {"of", "the", "a"} or (
        not forward and scene.describes(phrase)
    ):
        forward = None  # "said the 3 May vote will" tells nothing of when the vote is
    return ahead if (ahead - today).days <= _AHEAD[forward] else past


def _made(make: Callable[[int], date], year: int) -> date | None:
    try:
        return make(year)
    except ValueError:
        return None


def iso(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "2018-09-17"."""
    return day(date(*(scene.number(phrase, name) for name in ("year", "month", "day"))))


def numeric(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "17/09/2018"; where it is not clear which is the month, from one to the other."""
    read = sorted(numeric_days(scene, phrase))
    return day(read[0]) if len(read) == 1 else days(read[0], read[-1])


def numeric_days(scene: Scene, phrase: Phrase) -> set[date]:
    """The days that a date in numbers may be."""
    first, second = scene.number(phrase, "a"), scene.number(phrase, "b")
    year = said_year(scene, phrase)
    assert year is not None
    either = (
        _made(lambda of: date(of, second, first), year),
        _made(lambda of: date(of, first, second), year),
    )
    return {made for made in either if made}


def day_of_month(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "17 September", "Sept. 17, 2018", "Monday, 17 September last year"."""
    month = month_number(scene.words(phrase, "month"))
    number = ordinal(scene.words(phrase, "day"))
    year = said_year(scene, phrase)
    if year is not None:
        return day(date(year, month, number))
    date(2000, month, number)  # no year has a 31 June
    return day(in_some_year(scene, phrase, lambda of: date(of, month, number)))


def day_of_this_month(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the 17th of last month"."""
    shift = {"last": -1, "next": 1}.get(scene.words(phrase, "which"), 0)
    month = add_months(scene.day().replace(day=1), shift)
    return day(month.replace(day=ordinal(scene.words(phrase, "day"))))


def feast(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "Christmas Day", "Good Friday 2018"."""
    words = "".join(sign for sign in scene.words(phrase, "feast") if sign.isalpha() or sign == " ")
    make = _FEASTS[words.replace("year ", "years ").replace("valentine ", "valentines ")]
    year = said_year(scene, phrase)
    return day(make(year) if year is not None else in_some_year(scene, phrase, make))


def unplaced(_scene: Scene, _phrase: Phrase) -> Stretch:
    """Read what is a time that no calendar here places."""
    raise Unplaced


def _shifted(scene: Scene, phrase: Phrase) -> date:
    """The Monday of "last week"."""
    weeks = {"last": -1, "next": 1}.get(scene.words(phrase, "which"), 0)
    today = scene.day()
    return today + (7 * weeks - today.weekday()) * _ONE


def weekday_of_week(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "Monday last week"."""
    weekday = weekday_number(scene.words(phrase, "weekday"))
    return day(_shifted(scene, phrase) + weekday * _ONE)


def _last(today: date, weekday: int) -> date:
    return today - ((today.weekday() - weekday) % 7) * _ONE


def _next(today: date, weekday: int) -> date:
    return today + ((weekday - today.weekday()) % 7) * _ONE


def weekday_and_a_week(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "a week from Monday", "on Monday week"."""
    weekday = weekday_number(scene.words(phrase, "weekday"))
    return day(_next(scene.day() + _ONE, weekday) + 7 * _ONE)


def week_ago_on(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "a week ago on Monday"."""
    return day(_last(scene.day(), weekday_number(scene.words(phrase, "weekday"))) - 7 * _ONE)


def which_weekday(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "last Monday", "next Monday", "this Monday", "this coming Monday".

    So near that newspapers would say "on Monday", last and next may mean the one after or before;
    both are then in what is read.
    """
    which = scene.words(phrase, "which").split()[-1]
    weekday = weekday_number(scene.words(phrase, "weekday"))
    today = scene.day()
    before, after = _last(today - _ONE, weekday), _next(today + _ONE, weekday)
    if which == "this":
        forward = scene.forward(phrase)
        if forward is None:
            forward = (after - today) < (today - before)
        return day(_next(today, weekday) if forward else _last(today, weekday))
    if which in {"last", "past"}:
        doubtful = which == "last" and (today - before).days <= _NEAR
        return days(before - 7 * _ONE, before) if doubtful else day(before)
    doubtful = which == "next" and (after - today).days <= _NEAR
    return days(after, after + 7 * _ONE) if doubtful else day(after)


def day_before(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the day before yesterday"."""
    return day(scene.day() + (-2 if "yesterday" in scene.words(phrase) else 2) * _ONE)


def today(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "yesterday"."""
    shift = {"yesterday": -1, "tomorrow": 1}.get(scene.words(phrase), 0)
    return day(scene.day() + shift * _ONE)


def weekday(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "Monday": the last one, that of publication included, or the next one."""
    number = weekday_number(scene.words(phrase, "weekday"))
    if scene.limit is not None:
        return day(_last(scene.limit, number))
    today = scene.day()
    return day(_next(today, number) if scene.forward(phrase) else _last(today, number))


READ: dict[str, Read] = {
    "iso": iso,
    "numeric": numeric,
    "day_of_month": day_of_month,
    "day_of_this_month": day_of_this_month,
    "feast": feast,
    "unplaced_feast": unplaced,
    "weekday_of_week": weekday_of_week,
    "weekday_and_a_week": weekday_and_a_week,
    "week_ago_on": week_ago_on,
    "which_weekday": which_weekday,
    "day_before": day_before,
    "today": today,
    "weekday": weekday,
}
