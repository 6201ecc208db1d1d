"""A mention of an event: a noun or a verb that tells that something happened."""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.model import Interval, Place
from claimgraph.text.event_kinds import EventKind


@dataclass(slots=True, eq=False)
class Mention:
    """A word that tells of an event.

    Attributes:
        word: The word.
        kind: What sort of event it tells of.
        new: Whether it can bring in an event; else it only refers to one.
        definite: Whether it says that the reader knows which: "the attack".
        pointing: Whether it points to the one told of last: "that attack".
        other: Whether it says that it is another one.
        alone: Whether it is one that was not spoken of before: "an attack".
        place: Where.
        tight: Whether the place hangs on the word itself.
        time: When.
        agent: Who did it, as its own phrase says; "" where it does not.
        section: The section that it stands in.
        line: The paragraph.
        noun: Whether it is a noun.
        several: Whether it is in the plural.
        past: Whether its time is long ago.
    """

    word: int
    kind: EventKind
    new: bool
    definite: bool = False
    pointing: bool = False
    other: bool = False
    alone: bool = False
    place: Place | None = None
    tight: bool = False
    time: Interval | None = None
    agent: str = ""
    section: int = 0
    line: int = 0
    noun: bool = True
    several: bool = False
    past: bool = False
