"""How distances from the publication, lengths, and stretches from one time to another are read."""

import math
import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from claimgraph.text.phrases import Phrase
from claimgraph.text.times import dates
from claimgraph.text.times.dates import Stretch, add_months
from claimgraph.text.times.days import in_some_year, month_number, unplaced
from claimgraph.text.times.periods import month
from claimgraph.text.times.portions import ENDS, STARTS
from claimgraph.text.times.scene import Read, Scene, Unplaced
from claimgraph.text.times.words import NUMBERS, UNITS
from claimgraph.vocabulary import Precision

_ONE = timedelta(days=1)
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_LENGTHS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": _ONE,
    "night": _ONE,
    "week": 7 * _ONE,
    "fortnight": 14 * _ONE,
}
_CLOCK = {
    "second": Precision.SECOND,
    "minute": Precision.MINUTE,
    "hour": Precision.HOUR,
}
_ABBREVIATED = {"min": "minute", "hr": "hour", "yr": "year"}
_VAGUE_ENOUGH = frozenset({"decade", "century"})
_MORE = re.compile(r"\b(?:more|longer|over|least)\b")
_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")


class Length(NamedTuple):
    """A number of units of time, as it is said; ``number`` is ``None`` where it is "a few"."""

    number: float | None
    unit: str
    hedge: str

    def iso(self) -> str:
        """As an ISO 8601 duration; "" where the number is not known.

        >>> Length(2, "day", "").iso(), Length(1.5, "hour", "").iso(), Length(2, "decade", "").iso()
        ('P2D', 'PT1.5H', 'P20Y')
        """
        sign = UNITS[self.unit]
        if self.number is None or not sign:
            return ""
        factor = sign.strip("TWDMYHS")
        number = self.number * int(factor or 1)
        return f"P{'T' if sign[0] == 'T' else ''}{number:g}{sign[-1]}"


def length(scene: Scene, phrase: Phrase) -> Length:
    """The length that a phrase says: "about two and a half years"."""
    words = scene.words(phrase, "count")
    hedge = scene.words(phrase, "hedge")
    if any(word in words for word in ("couple", "dozen")):
        hedge = hedge or "about"
    count = count_of(words)
    if "half" in phrase.spans and count is not None:
        count += 0.5
    if "vague" in phrase.spans:
        return Length(None, unit_of(scene.words(phrase, "vague")), hedge)
    unit = scene.words(phrase, "unit") or words.split()[-1]
    return Length(count, unit_of(unit), hedge)


def unit_of(words: str) -> str:
    """The unit in the singular.

    >>> unit_of("centuries"), unit_of("hrs"), unit_of("day")
    ('century', 'hour', 'day')
    """
    unit = "century" if words == "centuries" else words.removesuffix("s")
    return _ABBREVIATED.get(unit, unit)


def count_of(words: str) -> float | None:
    """The number that words say; ``None`` where they say none.

    >>> [count_of(w) for w in ("two and a half", "twenty-five", "1,000", "half a", "", "a few")]
    [2.5, 25.0, 1000.0, 0.5, 1, None]
    >>> count_of("a couple of"), count_of("one hundred")
    (2, 100.0)
    """
    if not words:
        return 1
    parts = _WORD.findall(words.replace(",", ""))
    count = 0.0
    if "couple" in parts or "dozen" in parts:
        return 2 if "couple" in parts else 12
    if parts[-1] == "half" or parts[0] == "half":
        count, parts = 0.5, [part for part in parts if part not in {"and", "a", "an", "half"}]
    for part in parts:
        if part == "hundred":
            count *= 100
        elif part[0].isdigit():
            count += float(part)
        elif part in NUMBERS:
            count += NUMBERS[part]
        elif part in {"a", "an"}:
            count += 1
        elif part not in UNITS:
            return None
    return count


def _shift(moment: datetime, count: float, unit: str) -> datetime:
    """A moment so many units later; months and years keep the day of the month."""
    if unit not in _MONTHS:
        return moment + count * _LENGTHS[unit]
    months = count * _MONTHS[unit]
    if months != int(months):
        raise Unplaced
    there = add_months(moment.date(), int(months))
    return moment.replace(year=there.year, month=there.month, day=there.day)


def _away(scene: Scene, count: float, unit: str) -> Stretch:
    """The day, week, month or year that is so many units after the publication's, or before."""
    if unit in _CLOCK:
        return _away_by_the_clock(scene, count, unit)
    today = scene.day()
    if unit in {"decade", "century"} or (unit == "year" and count != int(count)):
        months = round(count * _MONTHS[unit])
        slack = max(1, abs(months) // 120) * 12 if unit != "year" else 1
        first, last = add_months(today, months - slack), add_months(today, months + slack)
        if unit == "year":
            return dates.months(first.year, first.month, 2 * slack + 1)
        return dates.years(first.year, last.year)
    if count != int(count):
        return dates.together(
            _away(scene, math.floor(count), unit), _away(scene, math.ceil(count), unit)
        )
    whole = int(count)
    if unit in {"week", "fortnight"}:
        return dates.week(today + whole * _LENGTHS[unit])
    if unit in _MONTHS:
        there = add_months(today, whole * _MONTHS[unit])
        return dates.month(there.year, there.month) if unit == "month" else dates.year(there.year)
    there = today + whole * _ONE
    return dates.part_of(there, 18, 30) if unit == "night" else dates.day(there)


def _away_by_the_clock(scene: Scene, count: float, unit: str) -> Stretch:
    """Hours and minutes from the publication; from any moment of the day if only that is known."""
    opened, closed = scene.published()
    distance = count * _LENGTHS[unit]
    if closed - opened > _LENGTHS[unit]:
        return Stretch(opened + distance, closed + distance, Precision.RANGE)
    around = _LENGTHS[unit] / 2
    return Stretch(opened + distance - around, closed + distance + around, _CLOCK[unit])


def ago(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "two days ago", "more than a year ago", "nearly a decade ago"."""
    said = length(scene, phrase)
    if said.number is None:
        raise Unplaced
    if "from" in phrase.spans and said.number == int(said.number):
        back = 1 if scene.words(phrase, "from") == "yesterday" else 0
        exactly = _shift(dates.midnight(scene.day() - back * _ONE), -said.number, said.unit)
        return dates.day(exactly.date())
    there = _away(scene, -said.number, said.unit)
    if not said.hedge or (said.unit in _VAGUE_ENOUGH and not _MORE.search(said.hedge)):
        return there
    if _MORE.search(said.hedge):
        return Stretch(None, there.end, Precision.RANGE)
    earlier, later = there, _away(scene, min(0, 1 - said.number), said.unit)
    if re.search(r"\b(?:about|around|some|roughly|approximately)\b", said.hedge):
        earlier = _away(scene, -said.number - 1, said.unit)
    _, closed = scene.published()
    end = min(closed, later.end) if later.end else closed
    return Stretch(earlier.start, end, Precision.RANGE)


def from_now(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "two weeks from now", "in two weeks' time", and "in two weeks" of what will be."""
    said = length(scene, phrase)
    if said.number is None or said.hedge:
        raise Unplaced
    return _away(scene, said.number, said.unit)


def past_or_next(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the past 24 hours", "the last two weeks", "the next five years"."""
    count = count_of(scene.words(phrase, "count"))
    if count is None:
        raise Unplaced
    unit = unit_of(scene.words(phrase, "unit"))
    opened, closed = scene.published()
    if scene.words(phrase, "which") in {"past", "last"}:
        return Stretch(_shift(opened, -count, unit), closed, Precision.RANGE)
    return Stretch(opened, _shift(closed, count, unit), Precision.RANGE)


def months(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "January-March", "March and April 2017": the first is not after the last."""
    last = month(scene, phrase)
    assert last.start is not None
    number = month_number(scene.words(phrase, "a"))
    first = dates.month(last.start.year - (number > last.start.month), number)
    return dates.together(first, last)


def from_to(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "from March to June", "between Monday and Friday": the first is not after the last."""
    last = scene.place(phrase.phrases["b"])
    if last.start is None:
        raise Unplaced
    first = scene.not_after(last.start.date()).place(phrase.phrases["a"])
    return dates.together(first, last)


def days_of_month(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "between 3 and 5 May", "May 3-5, 2018"."""
    number = month_number(scene.words(phrase, "month"))
    first, last = scene.number(phrase, "a"), scene.number(phrase, "b")
    if "year" in phrase.spans:
        year = scene.number(phrase, "year")
    else:
        year = in_some_year(scene, phrase, lambda of: date(of, number, last)).year
    return dates.days(date(year, number, first), date(year, number, last))


def since(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "since 2011": until the publication, or nobody knows until when."""
    past = scene.not_after(scene.today) if scene.today else scene
    start = past.place(phrase.phrases["point"]).start
    if start is None or (scene.closed and scene.closed <= start):
        raise Unplaced
    return Stretch(start, scene.closed, Precision.RANGE)


def until(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "until Friday": not later than its end."""
    return Stretch(None, _end(scene, phrase), Precision.RANGE)


def before_or_after(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "before Friday", "after 2011"."""
    inner = phrase.phrases["point"]
    point = scene.place(inner)
    after = scene.words(phrase, "side") == "after"
    start, end = (point.end, None) if after else (None, point.start)
    which = scene.words(inner, "which")
    if inner.rule == "portion" and which in ENDS and not after:
        end = point.end  # "before the end of the year"
    elif inner.rule == "portion" and which in STARTS and after:
        start = point.start  # "after the start of the year"
    if start is None and end is None:
        raise Unplaced
    return Stretch(start, end, Precision.RANGE)


def by(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "by Friday": from the publication on if that is ahead, else at any time before."""
    end = _end(scene.ahead_if_nothing_tells(), phrase)
    ahead = scene.closed is not None and scene.closed < end
    return Stretch(scene.opened if ahead else None, end, Precision.RANGE)


def _end(scene: Scene, phrase: Phrase) -> datetime:
    end = scene.place(phrase.phrases["point"]).end
    if end is None:
        raise Unplaced
    return end


READ: dict[str, Read] = {
    "ago": ago,
    "from_now": from_now,
    "in": from_now,
    "past_or_next": past_or_next,
    "vague": unplaced,
    "anaphor": unplaced,
    "the_weekday": unplaced,
    "months": months,
    "from_to": from_to,
    "days_of_month": days_of_month,
    "since": since,
    "until": until,
    "before_or_after": before_or_after,
    "by": by,
    "duration": unplaced,
}
