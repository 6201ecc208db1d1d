"""Clusters: the mentions that tell of one event.

Precision first: two mentions are of one event where kind, place and time allow it, and where
something says so: the same place or day, "the", or words that stand in one section and tell of
nothing new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimgraph.model import Interval, Place
from claimgraph.reading.events.mentions import Mention
from claimgraph.reading.events.whereabouts import Fit, Map, fit_of_times, is_day, is_state
from claimgraph.text.event_kinds import EventKind, narrower


@dataclass(slots=True, eq=False)
class Cluster:
    """One event, as the mentions show it.

    Attributes:
        kind: The narrowest that a mention says.
        mentions: What tells of it, in order.
    """

    kind: EventKind
    mentions: list[Mention] = field(default_factory=list)

    @property
    def place(self) -> Place | None:
        """Where: the place that is named most, a town before a state."""
        named = [mention.place for mention in self.mentions if mention.place is not None]
        if not named:
            return None
        counts = Counter(name for place in named for name in (place.name, *place.within))
        first = list(counts)
        best = min(counts, key=lambda name: (is_state(name), -counts[name], first.index(name)))
        exact = [place for place in named if place.name == best]
        if exact:
            return max(exact, key=lambda place: len(place.within))
        inner = next(place for place in named if best in place.within)
        return Place(name=best, within=inner.within[inner.within.index(best) + 1 :])

    @property
    def time(self) -> Interval | None:
        """When: the first day that is named, or the first time."""
        named = [mention.time for mention in self.mentions if mention.time is not None]
        days = [time for time in named if is_day(time)]
        return (days or named or [None])[0]

    @property
    def agent(self) -> str:
        """Who did it, where a mention's own phrase says so."""
        return next((mention.agent for mention in self.mentions if mention.agent), "")

    @property
    def last(self) -> Mention:
        """The mention that comes last."""
        return self.mentions[-1]

    def take(self, mention: Mention) -> None:
        """Add a mention."""
        self.kind = narrower(self.kind, mention.kind) or self.kind
        self.mentions.append(mention)


def cluster(mentions: Iterable[Mention], known: Map) -> tuple[list[Cluster], dict[int, Cluster]]:
    """Put together the mentions of one event.

    Args:
        mentions: All mentions of a document, in order.
        known: What lies in what.

    Returns:
        The events in the order of their first mention, and the event of each mention's word.
    """
    clusters: list[Cluster] = []
    by_word: dict[int, Cluster] = {}
    for mention in mentions:
        fitting = [(fit(each, mention, known), each) for each in clusters]
        rated = [pair for pair in fitting if pair[0]]
        if rated:
            found = max(rated, key=lambda pair: (pair[0], *_standing(pair[1], mention)))[1]
        elif mention.new and _says_enough(mention):
            found = Cluster(mention.kind)
            clusters.append(found)
        else:
            continue
        found.take(mention)
        by_word[mention.word] = found
    return clusters, by_word


def fit(event: Cluster, mention: Mention, known: Map) -> int:
    """How well a mention fits an event: 0 for not at all; more where place and time agree."""
    if mention.other or narrower(event.kind, mention.kind) is None:
        return 0
    when = fit_of_times(event.time, mention.time)
    where = known.fit(event.place, mention.place)
    here = mention.section == event.last.section
    if when is Fit.DIFFERENT or (
        where is Fit.DIFFERENT and (mention.tight or not mention.definite)
    ):
        return 0
    evidence = (when is Fit.SAME) + (where is Fit.SAME)
    if mention.agent and event.agent and mention.agent != event.agent and evidence < 2:
        return 0
    if not here:
        return evidence + 1 if evidence and event.kind is mention.kind else 0
    if evidence or mention.definite:
        return evidence + 1
    if not mention.alone:
        near = mention.word - event.last.word < _NEAR
        return 1 if near or event.kind is mention.kind else 0
    lead = mention.word - event.mentions[0].word < _LEAD
    return 1 if lead and event.kind is mention.kind else 0


def _standing(event: Cluster, mention: Mention) -> tuple[bool, bool, int, int]:
    """Which event a mention means where several fit: one of its paragraph, or the main one.

    "The attack" is rather the one that was called an attack than the strikes.
    """
    beside = event.last.line == mention.line
    alike = any(each.several is mention.several for each in event.mentions if each.noun)
    return beside, alike, 0 if beside else len(event.mentions), event.last.word


#: Words from the first mention in a headline or a lead to its second in the text below.
_LEAD = 60
#: Words from one mention to another that tells nothing new of it: "reports of drone attacks".
_NEAR = 40


def _says_enough(mention: Mention) -> bool:
    """Whether a mention can bring in an event of its own.

    "the attack" that nothing comes before is known from elsewhere: from this text nobody could say
    which it is.
    """
    if not mention.definite and (mention.kind is not EventKind.ATTACK or mention.noun):
        return True
    return mention.place is not None or mention.time is not None
