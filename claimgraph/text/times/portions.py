"""How parts of weeks, months and years are read."""

from datetime import date, timedelta

from claimgraph.text.phrases import Phrase
from claimgraph.text.times import dates
from claimgraph.text.times.dates import Stretch, add_months
from claimgraph.text.times.scene import Read, Scene, Unplaced
from claimgraph.text.times.words import NUMBERS
from claimgraph.vocabulary import Precision

_ONE = timedelta(days=1)
_FIRST = frozenset({"early", "first", "opening"})
#: What has no length: the end of a year, and its start.
ENDS = frozenset({"end", "close"})
STARTS = frozenset({"start", "beginning", "outset"})
_MIDDLE = frozenset({"mid", "middle"})
_LAST = frozenset({"last", "final", "closing"})
_PLACES = {"second": 1, "third": 2, "fourth": 3}


def so_far(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "earlier this week", "later this year": up to the publication, or from it on."""
    whole = scene.place(phrase.phrases["point"])
    if whole.start is None or whole.end is None:
        raise Unplaced
    start, end = whole.start, whole.end
    if scene.opened and scene.closed and start < scene.closed and scene.opened < end:
        if scene.words(phrase, "which") == "earlier":
            end = min(end, scene.closed)
        else:
            start = max(start, scene.opened)
    return Stretch(start, end, Precision.RANGE)


def portion(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "mid-October", "late 2018", "the end of the year": a third of it, or its edge."""
    which = scene.words(phrase, "which")
    if which in ENDS | STARTS:
        return dates.edge(scene.place(phrase.phrases["point"]), last=which in ENDS)
    number = 0 if which in _FIRST else 1 if which in _MIDDLE else 2
    return dates.third(scene.place(phrase.phrases["point"]), number)


def half(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the first half of 2018"."""
    which = scene.words(phrase, "which")
    return dates.half(scene.place(phrase.phrases["point"]), int(which[0] not in "f1"))


def first_of(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the first three months of 2018", "the last week of May", "the second week of May".

    Raises:
        ValueError: It does not lie in the larger time.
    """
    whole = scene.place(phrase.phrases["point"])
    if whole.start is None or whole.end is None:
        raise Unplaced
    which, unit = scene.words(phrase, "which"), scene.words(phrase, "unit").rstrip("s")
    said = scene.words(phrase, "count") or "1"
    count = int(said) if said.isdigit() else NUMBERS[said]
    first, past = whole.start.date(), whole.end.date()
    if unit == "weekend":
        return _weekend_of(which, first, past)
    skipped = _PLACES.get(which, 0)
    if which in _LAST:
        start, end = _on(past, unit, -count), past
    else:
        start, end = _on(first, unit, skipped * count), _on(first, unit, (skipped + 1) * count)
    if start < first or end > past:
        raise ValueError("it does not lie in the larger time")
    one_day = unit in {"day", "night"} and count == 1
    return dates.days(start, end - _ONE, Precision.DAY if one_day else Precision.RANGE)


def _weekend_of(which: str, first: date, past: date) -> Stretch:
    saturdays = [
        first + n * _ONE
        for n in range(min(400, (past - first).days))
        if (first + n * _ONE).weekday() == 5
    ]
    saturday = saturdays[-1 if which in _LAST else _PLACES.get(which, 0)]
    return dates.days(saturday, saturday + _ONE)


def _on(to: date, unit: str, count: int) -> date:
    """A day so many units later."""
    if unit in {"month", "year", "decade"}:
        return add_months(to, count * {"month": 1, "year": 12, "decade": 120}[unit])
    length = {"day": 1, "night": 1, "week": 7, "fortnight": 14}[unit]
    return to + length * count * _ONE


def week_of(scene: Scene, phrase: Phrase) -> Stretch:
    """Read "the week of 3 May", "the week ending 3 May", "the weekend of 3 May"."""
    start = scene.place(phrase.phrases["point"]).start
    if start is None:
        raise Unplaced
    there, words = start.date(), scene.words(phrase)
    if scene.words(phrase, "unit") == "weekend":
        return dates.weekend(there)
    if " ending " in words:
        return dates.days(there - 6 * _ONE, there)
    if " of " in words:
        return dates.week(there)
    return dates.days(there, there + 6 * _ONE)


READ: dict[str, Read] = {
    "so_far": so_far,
    "portion": portion,
    "half": half,
    "first_of": first_of,
    "week_of": week_of,
}
