"""Who speaks in the synthetic news, and what about.

News comes from beats: a conflict, a country, a court. A larger store covers more beats, not more
of one, as an archive does that grows. Each beat has some 2,000 claims of its own 120 sources, the
first of which says a fifth and the last hardly anything (Zipf). A few worldwide sources and
agencies speak and relay in all beats: what they say grows with the store.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from bench import names
from claimgraph import Affiliation, Event, Interval, Place, Source
from claimgraph.vocabulary import SourceKind

#: Claims of one beat, on average.
BEAT = 2_000

#: Where the times of a store are counted from.
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: When the news begins, and for how long it goes on in every beat.
START = datetime(2018, 1, 1, tzinfo=UTC)
LENGTH = timedelta(days=730)

TOPS = 8
BODIES = 16
LONERS = 24
PERSONS = 72
SPEAKERS = TOPS + BODIES + LONERS + PERSONS
EVENTS = 40
PLACES = 15
WORLDWIDE = 20
AGENCIES = 10

KINDS = "airstrike shelling chemical attack ceasefire arrest election verdict flood strike".split()
_OFFICES = ("Ministry of Defence", "Ministry of Health", "Information Office", "General Command")


@dataclass(frozen=True)
class Member:
    """A source, and those it speaks for at a time: a person a body, a body a state."""

    source: Source
    affiliations: tuple[tuple[Affiliation, Source], ...] = ()

    def speaks_for(self, moment: datetime) -> tuple[Affiliation, Source] | None:
        """The affiliation of that moment, and its organisation."""
        for affiliation, organisation in self.affiliations:
            during = affiliation.during
            if during is None or (
                (during.start is None or during.start <= moment)
                and (during.end is None or moment < during.end)
            ):
                return affiliation, organisation
        return None


@dataclass(frozen=True)
class Beat:
    """The sources of one beat by how much they say, its places and its events in time."""

    number: int
    members: tuple[Member, ...]
    tops: tuple[Source, ...]
    bodies: dict[str, Member]
    events: tuple[Event, ...]

    def speaker(self, random: Random) -> Member:
        """Somebody, by how much they say."""
        return random.choices(self.members, cum_weights=SHARES)[0]


#: What the sources of a beat say, of all that is said in it, added up by rank.
SHARES = list(accumulate(1 / rank for rank in range(1, SPEAKERS + 1)))
WORLD_SHARES = list(accumulate(1 / rank for rank in range(1, WORLDWIDE + 1)))


@cache
def worldwide() -> tuple[Member, ...]:
    """Sources that speak in all beats."""
    return tuple(
        Member(Source(name=f"{names.word(number, 2).capitalize()} Nations", kind="organisation"))
        for number in range(WORLDWIDE)
    )


@cache
def agencies() -> tuple[Source, ...]:
    """News agencies that relay what is said in all beats."""
    return tuple(
        Source(
            name=f"{names.word(number + 50, 2).capitalize()} News Agency",
            kind="media",
            aliases=[names.acronym(11_000_000 + number)],
        )
        for number in range(AGENCIES)
    )


@cache
def beat(number: int, seed: int) -> Beat:
    """The beat with this number; the same in every run."""
    random = Random(f"{seed} beat {number}")
    tops = [_top(number * TOPS + at) for at in range(TOPS)]
    bodies = [_body(number, at, tops) for at in range(BODIES)]
    loners = [_loner(number * LONERS + at) for at in range(LONERS)]
    persons = [_person(number * PERSONS + at, bodies, random) for at in range(PERSONS)]
    members = [*(Member(top) for top in tops), *bodies, *loners, *persons]
    random.shuffle(members)
    return Beat(
        number,
        tuple(members),
        tuple(tops),
        {body.source.id: body for body in bodies},
        tuple(_event(number, at, random) for at in range(EVENTS)),
    )


def _top(number: int) -> Source:
    if number % 2:
        name = f"{names.word(number, 3).capitalize()} Liberation Front"
        return Source(name=name, kind="armed_group", aliases=[names.acronym(2 * number)])
    name = names.state(number)
    return Source(name=name, kind="state", aliases=[f"{name[:-2]} government"])


def _body(beat_number: int, at: int, tops: list[Source]) -> Member:
    top = tops[at % TOPS]
    office = _OFFICES[2 * (top.kind is SourceKind.ARMED_GROUP) + at // TOPS]
    name = f"{top.name} {office}"
    alias = names.acronym(2 * (beat_number * BODIES + at) + 1)
    body = Source(name=name, kind="organisation", aliases=[alias])
    return Member(body, ((Affiliation(member_id=body.id, organisation_id=top.id), top),))


def _loner(number: int) -> Member:
    name = f"{names.word(number, 3).capitalize()} {('Monitor', 'Relief', 'Daily')[number % 3]}"
    kind = ("organisation", "organisation", "media")[number % 3]
    return Member(Source(name=name, kind=SourceKind(kind)))


def _person(number: int, bodies: list[Member], random: Random) -> Member:
    """Somebody who speaks for one body, and one in three from some day on for another."""
    person = Source(name=names.person(number), kind=SourceKind.PERSON)
    change = START + LENGTH * random.uniform(0.2, 0.8)
    day = change.replace(hour=0, minute=0, second=0, microsecond=0)
    begins = Interval(start=START - timedelta(days=random.randrange(900)))
    if random.random() > 0.33:
        return Member(person, (_for(person, random.choice(bodies).source, begins),))
    first, second = random.sample(bodies, 2)
    until = Interval(start=begins.start, end=day)
    since = Interval(start=day)
    return Member(person, (_for(person, first.source, until), _for(person, second.source, since)))


def _for(person: Source, body: Source, during: Interval) -> tuple[Affiliation, Source]:
    affiliation = Affiliation(
        member_id=person.id, organisation_id=body.id, role="spokesman", during=during
    )
    return affiliation, body


def _event(beat_number: int, at: int, random: Random) -> Event:
    kind = random.choice(KINDS)
    town = names.place(beat_number * PLACES + random.randrange(PLACES))
    moment = START + LENGTH * (at / EVENTS)
    day = Interval.parse(f"{moment:%Y-%m-%d}")
    label = f"{kind} in {town}, {moment:%d %B %Y}"
    return Event(label=label, kind=kind, place=Place(name=town, within=("Synthia",)), time=day)
