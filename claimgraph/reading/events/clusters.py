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
from claimgraph.reading.events.mention import Mention
from claimgraph.reading.events.whereabouts import Fit, Map, fit_of_times, is_day, is_state
from claimgraph.text.event_kinds import EventKind, narrower


@dataclass(slots=True, eq=False)
class Cluster:
    """One event, as the mentions show it.

    Attributes:
        kind: The narrowest that a mention says.
        mentions: What tells of it, in order.
        place: Where: the place that is named most, a town before a state.
        time: When: the first day that is named, or the first time.
        agent: Who did it, where a mention's own phrase says so.
        past: Whether it was long ago, so that it is there for comparison only.
    """

    kind: EventKind
    mentions: list[Mention] = field(default_factory=list)
    place: Place | None = None
    time: Interval | None = None
    agent: str = ""
    past: bool = False

    @property
    def called(self) -> EventKind:
        """What most mentions call it; one who accuses may call it more than it is known to be."""
        counts = Counter(each.kind for each in self.mentions if each.kind is not EventKind.ATTACK)
        return counts.most_common(1)[0][0] if counts else EventKind.ATTACK

    def _where(self) -> Place | None:
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
    def last(self) -> Mention:
        """The mention that comes last."""
        return self.mentions[-1]

    def take(self, mention: Mention) -> None:
        """Add a mention, with what it says of where, when and by whom."""
        self.kind = narrower(self.kind, mention.kind) or self.kind
        self.mentions.append(mention)
        self.agent = self.agent or mention.agent
        if mention.place is not None:
            self.place = self._where()
        if mention.time is not None and (self.time is None or not is_day(self.time)):
            self.time = mention.time if is_day(mention.time) else self.time or mention.time


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
        fitting = [(fit(each, mention, known), each) for each in clusters[-_MOST:]]
        rated = [pair for pair in fitting if pair[0]]
        if rated:
            found = max(rated, key=lambda pair: (pair[0], *_standing(pair[1], mention)))[1]
        elif mention.new and _says_enough(mention):
            found = Cluster(mention.kind, past=mention.past)
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
    if mention.past and not event.past:
        return 0
    if event.past and not (mention.past or mention.definite):
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
    same = mention.kind in (event.kind, event.called)
    if not here:
        return evidence + 1 if evidence and same else 0
    if evidence or mention.definite:
        return evidence + 1
    if not mention.alone:
        return 1 if mention.word - event.last.word < (_FAR if same else _NEAR) else 0
    return 1 if same and mention.word - event.mentions[0].word < _LEAD else 0


def _standing(event: Cluster, mention: Mention) -> tuple[bool, bool, bool, int, int]:
    """Which event a mention means where several fit: one of its paragraph, or the main one.

    "The attack" is rather the one that was called an attack than the strikes, and one of years ago
    only right after it was told of. "That attack" is the one told of last.
    """
    beside = event.last.line == mention.line and mention.word - event.last.word < _LEAD
    if mention.pointing:
        return beside, beside, True, 0, event.last.word
    alike = any(each.several is mention.several for each in event.mentions if each.noun)
    return (
        beside or not event.past,
        beside,
        alike,
        0 if beside else len(event.mentions),
        event.last.word,
    )


#: Events that a mention is held against, the last ones: it is cheap, whatever the length.
_MOST = 50
#: Words from the first mention in a headline or a lead to its second in the text below.
_LEAD = 60
#: Words from one mention to another that tells nothing new of it: "reports of drone attacks".
_NEAR = 40
#: The same where both are called alike.
_FAR = 150


def _says_enough(mention: Mention) -> bool:
    """Whether a mention can bring in an event of its own.

    "the attack" that nothing comes before is known from elsewhere: from this text nobody could say
    which it is.
    """
    if not mention.definite and (mention.kind is not EventKind.ATTACK or mention.noun):
        return True
    return mention.place is not None or mention.time is not None
