"""When and where something is said to have happened: times and places that hang on a clause.

The time of the event, not that of the saying: a time counts only where the tree ties it to the
clause, and one that hangs on the predicate goes before one inside a noun phrase.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimgraph.model import Interval, Place
from claimgraph.reading.claims.clauses import Clause
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.text.states import state_sense

if TYPE_CHECKING:
    from claimgraph.text.times import FoundTime

_WHERE = frozenset(
    """
    in at near on outside inside around across within throughout above over off along beside behind
    between towards toward north south east west northeast northwest southeast southwest of from
    into against
    """.split()
)
_SURE_WHERE = frozenset("in at near outside inside around across within throughout off".split())
_DIRECTIONS = frozenset({"on", "against", "from", "into", "over", "towards", "toward"})
_KINDS = frozenset(
    """
    area city coast country county district governorate island neighbourhood neighborhood port
    province region state suburb town territory village camp prison base
    """.split()
)
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_TOWNS = frozenset("city town village".split())
#: Of so many names before "the city's", one is that of the city.
_BACK = 6
_FILLING = _KINDS | frozenset(
    ", the of northern southern eastern western central north south east west".split()
)


class Times:
    """The times of one document by their words."""

    def __init__(self, parsed: Parsed, times: Sequence[FoundTime]) -> None:
        self._parsed = parsed
        self._times = [time for time in times if time.interval is not None]
        self._places = [bisect_right(parsed.starts, time.start) - 1 for time in self._times]

    def of(self, clause: Clause, words: Sequence[int]) -> Interval | None:
        """When a clause is said to have happened; ``None`` where it does not say."""
        if not self._times or not words:
            return None
        first = bisect_left(self._places, words[0])
        last = bisect_right(self._places, words[-1])
        best: tuple[int, int] | None = None
        for number in range(first, last):
            place = self._places[number]
            at = bisect_left(words, place)
            if at == len(words) or words[at] != place:
                continue
            steps = self._steps(number, clause)
            if best is None or steps < best[0]:
                best = steps, number
        return None if best is None else self._times[best[1]].interval

    def _steps(self, number: int, clause: Clause) -> int:
        """How many words lie between a time and the head of the clause."""
        parsed = self._parsed
        time = self._times[number]
        place = self._places[number]
        end = bisect_left(parsed.starts, time.end)
        word = next((w for w in range(place, end) if not place <= parsed.heads[w] < end), place)
        steps = 0
        while word != clause.head and steps < 12:
            if parsed.heads[word] == word:
                return 20
            if parsed.deps[word] in ("acl:relcl", "ccomp", "advcl"):
                steps += 3
            word = parsed.heads[word]
            steps += 1
        return steps


def place_of(parsed: Parsed, words: Sequence[int]) -> Place | None:
    """Where a clause is said to have happened, with what that lies in; ``None`` if not said."""
    best: tuple[int, int, tuple[str, ...]] | None = None
    outer: set[int] = set()
    for word in words:
        number = parsed.name_at.get(word)
        if number is None or number in outer:
            continue
        name = parsed.names[number]
        if name.kind != "LOC" or name.words[0] != word:
            continue
        around = within(parsed, number, words[-1])
        outer.update(around)
        cost = _cost(parsed, name.words)
        if cost is not None and (best is None or cost < best[0]):
            names = (parsed.string(parsed.names[each].words) for each in around)
            best = cost, number, tuple(names)
    if best is None:
        return None
    return Place(name=parsed.string(parsed.names[best[1]].words), within=best[2])


def _cost(parsed: Parsed, name: Range) -> int | None:
    """How far a name stands from the clause's head; ``None`` where it names no place of it."""
    word = parsed.head_of(name)
    if parsed.deps[word] in ("compound", "nmod:desc"):  # "Aleppo province"
        head = parsed.heads[word]
        word = head if parsed.lower[head] in _KINDS else word
    for steps in range(8):
        dep = parsed.deps[word]
        if dep in ("conj", "appos"):
            word = parsed.heads[word]
            continue
        if dep not in ("obl", "nmod", "advcl"):
            return None
        cases = [parsed.lower[c] for c in parsed.children[word] if parsed.deps[c] == "case"]
        if not cases or (cases[-1] not in _WHERE and cases[0] not in _WHERE):
            return None
        if cases[0] == "of":
            # "the town of X" is X; "the president of X" is nowhere.
            word = parsed.heads[word]
            if parsed.lower[word] not in _KINDS:
                return None
            continue
        if cases[0] in _SURE_WHERE:
            return steps + (dep == "nmod")
        return steps + (3 if cases[0] in _DIRECTIONS else 2)
    return None


def within(parsed: Parsed, number: int, last: int) -> list[int]:
    """The places that a place is said to lie in: "al-Khalidiya, in Aleppo", "Aleppo, Syria"."""
    found: list[int] = []
    here = parsed.names[number]
    for following in range(number + 1, min(number + 4, len(parsed.names))):
        name = parsed.names[following]
        if name.kind != "LOC" or name.words[0] - here.words[1] > 6 or name.words[0] > last:
            break
        between = [parsed.lower[word] for word in range(here.words[1], name.words[0])]
        said = [word for word in between if word not in _FILLING]
        if between != [","] and said not in (["in"], ["near"]):
            break
        found.append(following)
        here = name
    owner = None if found else _whose(parsed, number)
    return found if owner is None else [owner]


def _whose(parsed: Parsed, number: int) -> int | None:
    """The place that another is said to be of: "Aleppo's al-Khalidiya district"; of "the city's
    al-Khalidiya district", the town that was named last.
    """
    first = parsed.names[number].words[0]
    if first < 2 or parsed.lower[first - 1] not in _POSSESSIVES:
        return None
    before = parsed.names[number - 1] if number else None
    if before is not None and before.kind == "LOC" and before.words[1] == first - 1:
        return number - 1
    if parsed.lower[first - 2] not in _TOWNS or parsed.lower[max(0, first - 3)] != "the":
        return None
    own = parsed.string(parsed.names[number].words)
    for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
        name = parsed.names[earlier]
        called = parsed.string(name.words)
        known = called in own or own in called
        if name.kind == "LOC" and not known and state_sense(called) is None:
            return earlier
    return None
