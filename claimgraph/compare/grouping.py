"""Groups of answers to one question: around those that most others are related to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from heapq import heapify, heappop, heappush
from typing import Any, NamedTuple


class Sort(StrEnum):
    """What is asked for."""

    WHO = "who"
    HOW_MANY = "how many"
    WHETHER = "whether"
    WHEN = "when"
    WHERE = "where"


class Answer(NamedTuple):
    """A claim as the answer to one sort of question; ``measure`` says what it counts."""

    claim: str
    sort: Sort
    measure: str = ""


def around_centres(
    near: Mapping[Answer, set[Answer]], order: Callable[[Answer], Any]
) -> Iterator[tuple[Answer, Answer]]:
    """Pairs that put each answer with a centre that it is related to itself.

    What is related to what is related to it may be about something else altogether; so whoever has
    the most relations is a centre, with all that it is related to, and then whoever has the most
    among the rest. Who is left over, all its relations being with a centre's already, goes there
    with the first of them.

    Args:
        near: What each answer is related to; both ways.
        order: What tells equals apart.
    """
    left = set(near)
    waiting = [(-len(others), order(each), each) for each, others in near.items()]
    heapify(waiting)
    while waiting:
        count, place, centre = heappop(waiting)
        if centre not in left:
            continue
        free = near[centre] & left
        if len(free) < -count:
            if free:
                heappush(waiting, (-len(free), place, centre))
            continue
        yield from ((centre, each) for each in sorted(free, key=order))
        left -= {centre, *free}
    for each in sorted(left, key=order):
        yield each, min(near[each], key=order)


class Groups:
    """Answers that belong together, however they were joined (union-find)."""

    def __init__(self) -> None:
        self._above: dict[Answer, Answer] = {}

    def join(self, one: Answer, other: Answer) -> None:
        """Put two answers, and all that belong with them, together."""
        first, second = sorted((self._top(one), self._top(other)))
        self._above[second] = first

    def _top(self, answer: Answer) -> Answer:
        above = self._above.setdefault(answer, answer)
        while above != self._above[above]:
            self._above[answer] = above = self._above[above]
        return above

    def __iter__(self) -> Iterator[list[Answer]]:
        """The groups, each sorted."""
        groups: defaultdict[Answer, list[Answer]] = defaultdict(list)
        for answer in sorted(self._above):
            groups[self._top(answer)].append(answer)
        return iter(groups.values())
