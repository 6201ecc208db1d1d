"""Whether two places, two times can be those of one event."""

from __future__ import annotations

from datetime import timedelta
from enum import IntEnum

from claimgraph.ids import name_key
from claimgraph.model import Interval, Place
from claimgraph.reading.claims.when_and_where import within
from claimgraph.reading.parsed import Parsed
from claimgraph.text.states import state_sense
from claimgraph.vocabulary import Precision

#: What makes a name one of more than a town: "Idlib province".
_REGIONS = (["province"], ["region"], ["governorate"], ["state"], ["countryside"], ["county"])
_DAY = timedelta(days=1)
_MONTH = timedelta(days=31)
_WEEK = timedelta(days=7)
#: Finer than a day: no two articles give the same hour.
_FINE = frozenset(
    {Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}
)


class Fit(IntEnum):
    """How two values go together."""

    DIFFERENT = -1
    UNKNOWN = 0
    SAME = 1


class Map:
    """What lies in what, as far as the text says."""

    def __init__(self) -> None:
        self._within: dict[str, set[str]] = {}
        self._names: dict[str, str] = {}
        self._regions: set[str] = set()

    @classmethod
    def of(cls, parsed: Parsed) -> Map:
        """What all the places of a document are said to lie in."""
        made = cls()
        for number, name in enumerate(parsed.names):
            if name.kind != "LOC":
                continue
            inner = parsed.string(name.words)
            around = within(parsed, number, len(parsed.words))
            outer = tuple(parsed.string(parsed.names[each].words) for each in around)
            if outer:
                made.learn(Place(name=inner, within=outer))
            if parsed.lower[name.words[1] : name.words[1] + 1] in _REGIONS:
                made._regions.add(name_key(inner))
        return made

    def learn(self, place: Place) -> None:
        """Take in what a place is said to lie in."""
        inner = name_key(place.name)
        for name in place.within:
            self._names.setdefault(name_key(name), name)
            if name_key(name) != inner:
                self._within.setdefault(inner, set()).add(name_key(name))

    def fit(self, left: Place | None, right: Place | None) -> Fit:
        """Whether one place is the other, or lies in it.

        A state and a town may go together, for all that the text says.
        """
        if left is None or right is None:
            return Fit.UNKNOWN
        one, other = name_key(left.name), name_key(right.name)
        if one == other or other in self._around(one) or one in self._around(other):
            return Fit.SAME
        if self._is_wide(left) is not self._is_wide(right):
            return Fit.UNKNOWN
        return Fit.DIFFERENT

    def _is_wide(self, place: Place) -> bool:
        return is_state(place.name) or name_key(place.name) in self._regions

    def _around(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            for each in self._within.get(waiting.pop(), ()):
                if each not in found:
                    found.add(each)
                    waiting.append(each)
        return found

    def around(self, place: Place) -> Place:
        """A place with all that it lies in, under the names that the text gives them."""
        further = sorted(self._around(name_key(place.name)) - set(map(name_key, place.within)))
        names = [self._names[each] for each in further]
        return Place(name=place.name, within=(*place.within, *names)) if names else place


def is_state(name: str) -> bool:
    """Whether a name is a state's: "Syria"."""
    sense = state_sense(name) or state_sense(name.removesuffix("s"))
    return sense is not None and sense.way == "name"


def fit_of_times(left: Interval | None, right: Interval | None) -> Fit:
    """Whether two times may be one."""
    if left is None or right is None:
        return Fit.UNKNOWN
    return Fit.SAME if left.overlaps(right) else Fit.DIFFERENT


def is_day(time: Interval) -> bool:
    """Whether a time lies within some two days, as the night between them does."""
    return (
        time.start is not None
        and time.end is not None
        and time.precision in _FINE
        and time.end - time.start <= _DAY
    )


def is_past(time: Interval, published: Interval | None) -> bool:
    """Whether a time lies so long ago that news tells of it only for comparison."""
    if published is None or published.start is None:
        return time.precision in (Precision.YEAR, Precision.MONTH)
    return time.end is not None and time.end < published.start - _MONTH


def is_short(time: Interval) -> bool:
    """Whether a time tells when one thing happened; not "since September"."""
    if time.precision is not Precision.RANGE:
        return True
    return time.start is not None and time.end is not None and time.end - time.start < _WEEK


def day_of(time: Interval) -> Interval:
    """The day that a time begins on; longer times stay as they are."""
    if not is_day(time) or time.start is None or time.end is None:
        return time
    if time.start.date() != (time.end - timedelta(microseconds=1)).date():
        return time
    return Interval.parse(f"{time.start:%Y-%m-%d}")
