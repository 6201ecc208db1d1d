"""Synthetic news of any size: readings, relations and lineages, one after the other.

The same size and seed give the same records on every machine. Nothing is kept but the sources of
each beat and the last few claims of its latest events, so that memory does not grow with the size.

    python -m bench.news 10000 > news.jsonl
"""

import sys
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate
from math import exp
from random import Random

from bench import names, world
from bench.world import Beat, Member, beat
from claimgraph import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Evidence,
    Lineage,
    Participant,
    Quantity,
    Reading,
    Relation,
    Relay,
    Source,
    Span,
)
from claimgraph.vocabulary import Form, Role, SpeechAct, Stance

SEED = 20181124

#: Claims of a document: lognormal, 10 on average, at most 60.
_MEDIAN, _SIGMA, _MOST = 8.35, 0.6, 60

#: Of 100 attributions: in the article's own voice, by somebody described, by a worldwide source;
#: the others are by sources of the beat.
_VOICE, _DESCRIBED, _WORLDWIDE = 10, 8, 6

#: Shares: relayed attributions, second claims, numbers, nested attributions, and so on.
_RELAYED = 0.25
_SECOND_CLAIM = 0.15
_NUMBER = 0.3
_NESTED = 0.06
_PLACE = 0.5
_ALIAS = 0.3
_ABOUT_EVENT = 0.85
_INTRODUCED = 0.5
_RELATED = 0.11
_CITES = 0.05

#: Claims of one event that later ones may contradict, and how many events back a document looks.
_RECENT = 12
_BACK = 3

_ACTS: list[tuple[SpeechAct, Stance, str, int]] = [
    (SpeechAct.STATE, Stance.ASSERTS, "said", 55),
    (SpeechAct.REPORT, Stance.ASSERTS, "reported", 12),
    (SpeechAct.DENY, Stance.DENIES, "denied", 9),
    (SpeechAct.ACCUSE, Stance.ACCUSES, "accused", 8),
    (SpeechAct.CONFIRM, Stance.CONFIRMS, "confirmed", 6),
    (SpeechAct.ESTIMATE, Stance.ASSERTS, "estimated", 5),
    (SpeechAct.QUESTION, Stance.DOUBTS, "questioned", 3),
    (SpeechAct.NO_STATEMENT, Stance.SILENT, "did not comment on", 2),
]
_ACT_SHARES = list(accumulate(share for *_, share in _ACTS))
_KINDS = ["contradicts", "corroborates", "updates", "refines", "not_comparable"]
_KIND_SHARES = list(accumulate((50, 25, 10, 10, 5)))
_CROWD = ("a resident", "an aid worker", "two officials", "a doctor at the hospital")

Line = Reading | Relation | Lineage


@dataclass(frozen=True)
class Said:
    """A claim of some document before, as far as relations need it."""

    claim: str
    attribution: str
    speaker: str | None
    evidence: Evidence


@dataclass
class Article:
    """A document in the making: its text so far, and what was found in it."""

    published: datetime
    text: str = ""
    sources: dict[str, Source] = field(default_factory=dict)
    affiliations: dict[str, tuple[Affiliation, Span]] = field(default_factory=dict)
    drafts: list["Draft"] = field(default_factory=list)

    def write(self, words: str) -> Span:
        """Put words to the end of the text."""
        start = len(self.text)
        self.text += words
        return Span(start=start, end=len(self.text), text=words)


@dataclass
class Draft:
    """One sentence of an article, before the document has its id."""

    source: Source | None
    crowd: bool
    spans: dict[str, tuple[Span, ...]]
    act: int
    event: Event | None
    claims: list[tuple[Span, Quantity | None]]
    targets: tuple[Participant, ...]
    relay: tuple[Relay, ...]
    outer: Source | None


def news(size: int, seed: int = SEED) -> Iterator[Line]:
    """Readings with ``size`` claims in all, in the order of time, each with what joins it to
    earlier ones.
    """
    random = Random(seed)
    recent: dict[str, deque[Said]] = defaultdict(lambda: deque(maxlen=_RECENT))
    latest: dict[int, deque[str]] = defaultdict(lambda: deque(maxlen=_BACK + 2))
    beats = max(1, size // world.BEAT)
    made = 0
    while made < size:
        length = min(_length(random), size - made)
        where = beat(random.randrange(beats), seed)
        event = _event(where, made / size, random)
        moment = world.START + world.LENGTH * (made / size)
        reading = _reading(where, event, moment, length, made, random)
        made += len(reading.claims)
        yield reading
        if event.id not in recent:
            _forget(recent, latest[where.number], event.id)
        yield from _joined(reading, recent[event.id], random)


def _length(random: Random) -> int:
    return max(1, min(_MOST, round(_MEDIAN * exp(random.gauss(0, _SIGMA)))))


def _event(where: Beat, progress: float, random: Random) -> Event:
    """The latest event of the beat, or one shortly before."""
    latest = int(progress * world.EVENTS)
    return where.events[max(0, latest - min(_BACK, int(random.expovariate(1))))]


def _forget(recent: dict[str, deque[Said]], latest: deque[str], event_id: str) -> None:
    if len(latest) == latest.maxlen:
        recent.pop(latest[0], None)
    latest.append(event_id)


def _reading(
    where: Beat, event: Event, moment: datetime, length: int, number: int, random: Random
) -> Reading:
    article = Article(published=moment)
    count = 0
    while count < length:
        draft = _sentence(article, where, event, length - count, random)
        article.drafts.append(draft)
        count += len(draft.claims)
    media = [member.source for member in where.members if member.source.kind == "media"]
    publisher = random.choice([*media, *world.agencies()]).name
    document = Document(
        text=article.text,
        title=" ".join(names.phrase(random, 7)),
        url=f"https://news.example/{number}",
        publisher=publisher,
        published=moment,
    )
    return _settled(article, document, event)


def _sentence(article: Article, where: Beat, event: Event, room: int, random: Random) -> Draft:
    act = random.choices(range(len(_ACTS)), cum_weights=_ACT_SHARES)[0]
    member, crowd = _speaker(where, random)
    spans: dict[str, tuple[Span, ...]] = {}
    outer = None
    if member is not None and not crowd and random.random() < _NESTED:
        outer = where.speaker(random).source
        if outer.id == member.source.id:
            outer = None
    if outer is not None:
        spans["outer_source"] = (article.write(outer.name),)
        article.write(" ")
        spans["outer_cue"] = (article.write("said"),)
        article.write(" ")
        article.sources[outer.id] = outer
    begins = len(article.text)
    source = None
    if member is not None:
        source = member.source
        spans["source"] = (_introduce(article, member, crowd, random),)
        article.write(" ")
        spans["cue"] = (article.write(_ACTS[act][2]),)
        article.write(" that ")
    claims = [_content(article, event, random)]
    if room > 1 and random.random() < _SECOND_CLAIM:
        article.write(" and ")
        claims.append(_content(article, event, random))
    first, last = claims[0][0].start, claims[-1][0].end
    spans["content"] = (Span(start=first, end=last, text=article.text[first:last]),)
    if outer is not None:
        inner = article.text[begins:]
        spans["outer_content"] = (Span(start=begins, end=len(article.text), text=inner),)
    relay = _relay(article, random) if member is not None and not crowd else ()
    article.write(". ")
    about = event if random.random() < _ABOUT_EVENT else None
    targets = _accused(article, where, random) if _ACTS[act][0] is SpeechAct.ACCUSE else ()
    return Draft(source, crowd, spans, act, about, claims, targets, relay, outer)


def _speaker(where: Beat, random: Random) -> tuple[Member | None, bool]:
    """Who speaks, and whether it is only described."""
    dice = random.randrange(100)
    if dice < _VOICE:
        return None, False
    if dice < _VOICE + _DESCRIBED:
        return Member(Source(name=random.choice(_CROWD), kind="anonymous")), True
    if dice < _VOICE + _DESCRIBED + _WORLDWIDE:
        return random.choices(world.worldwide(), cum_weights=world.WORLD_SHARES)[0], False
    return where.speaker(random), False


def _introduce(article: Article, member: Member, crowd: bool, random: Random) -> Span:
    """Name who speaks, perhaps with whom they speak for; returns the name's characters."""
    source = member.source
    if not crowd:
        article.sources[source.id] = source
    name = source.name
    if source.aliases and random.random() < _ALIAS:
        name = random.choice(source.aliases)
    span = article.write(name)
    if not member.affiliations or random.random() > _INTRODUCED:
        return span
    belongs = member.speaks_for(article.published)
    if belongs is None:
        return span
    affiliation, organisation = belongs
    article.write(", ")
    says_so = article.write(f"of the {organisation.name}")
    article.write(",")
    article.sources[organisation.id] = organisation
    article.affiliations.setdefault(affiliation.id, (affiliation, says_so))
    return span


def _content(article: Article, event: Event, random: Random) -> tuple[Span, Quantity | None]:
    """Words that claim something, perhaps with a number or the place in them."""
    start = len(article.text)
    words = names.phrase(random, random.randint(6, 12))
    words.insert(0, f"the {event.kind}")
    if event.place is not None and random.random() < _PLACE:
        words.insert(1, f"in {event.place.name}")
    quantity = None
    if random.random() < _NUMBER:
        number = int(exp(random.gauss(3, 1.2))) + 1
        article.write("at least ")
        counted = f"{number} people"
        quantity = Quantity(
            text=f"at least {counted}",
            low=number,
            best=number,
            comparator="at_least",
            unit="people",
            of="affected",
            span=Span(start=start, end=start + 9 + len(counted), text=f"at least {counted}"),
        )
        words.insert(0, counted)
    article.write(" ".join(words))
    return Span(start=start, end=len(article.text), text=article.text[start:]), quantity


def _relay(article: Article, random: Random) -> tuple[Relay, ...]:
    if random.random() > _RELAYED:
        return ()
    agency = random.choice(world.agencies())
    article.sources[agency.id] = agency
    article.write(", according to ")
    return (Relay(name=agency.name, source_id=agency.id, spans=(article.write(agency.name),)),)


def _accused(article: Article, where: Beat, random: Random) -> tuple[Participant, ...]:
    top = random.choice(where.tops)
    article.sources[top.id] = top
    return (Participant(role=Role.ACCUSED, name=top.name, source_id=top.id),)


def _settled(article: Article, document: Document, event: Event) -> Reading:
    """The reading of an article whose text, and so whose id, is settled."""
    sources = dict(article.sources)
    attributions: list[Attribution] = []
    claims: list[Claim] = []
    for draft in article.drafts:
        parent = _outer(draft, document, attributions)
        source = draft.source
        if source is not None and draft.crowd:
            source = source.replace(naming="described", document_id=document.id)
            sources[source.id] = source
        act, stance, predicate, _ = _ACTS[draft.act]
        attribution = Attribution(
            document_id=document.id,
            source_id=source.id if source else None,
            source=draft.spans.get("source", ()),
            cue=draft.spans.get("cue", ()),
            content=draft.spans["content"],
            form=Form.INDIRECT,
            act=act,
            targets=draft.targets,
            via=draft.relay,
            parent_id=parent,
        )
        attributions.append(attribution)
        for span, quantity in draft.claims:
            about = draft.event
            claim = Claim(
                attribution_id=attribution.id,
                text=span.text,
                spans=(span,),
                predicate=predicate,
                participants=draft.targets,
                stance=stance,
                quantities=(quantity,) if quantity else (),
                time=about.time if about else None,
                place=about.place if about else None,
                event_id=about.id if about else None,
            )
            claims.append(claim)
    affiliations = tuple(
        affiliation.replace(
            id=affiliation.id, evidence=(Evidence(document_id=document.id, span=span),)
        )
        for affiliation, span in article.affiliations.values()
    )
    return Reading(
        document=document,
        sources=tuple(sources.values()),
        affiliations=affiliations,
        events=(event,),
        attributions=tuple(attributions),
        claims=tuple(claims),
        reader="synthetic",
        version="1",
    )


def _outer(draft: Draft, document: Document, attributions: list[Attribution]) -> str | None:
    """The attribution that holds this one, "A said that B said", where there is one."""
    if draft.outer is None:
        return None
    outer = Attribution(
        document_id=document.id,
        source_id=draft.outer.id,
        source=draft.spans["outer_source"],
        cue=draft.spans["outer_cue"],
        content=draft.spans["outer_content"],
        form=Form.INDIRECT,
    )
    attributions.append(outer)
    return outer.id


def _joined(reading: Reading, before: deque[Said], random: Random) -> Iterator[Line]:
    """What joins a reading to earlier ones of the same event; then remember its claims."""
    document = reading.document
    if before and random.random() < _CITES:
        cited = random.choice(before).evidence.document_id
        if cited != document.id:
            yield Lineage(
                from_id=document.id,
                to_id=cited,
                kind="cites",
                reason="a link in the text",
                method="synthetic.v1",
            )
    speakers = {each.id: each.source_id for each in reading.attributions}
    for claim in reading.claims:
        said = Said(
            claim.id,
            claim.attribution_id,
            speakers[claim.attribution_id],
            Evidence(document_id=document.id, span=claim.spans[0]),
        )
        others = [other for other in before if other.speaker != said.speaker]
        if others and random.random() < _RELATED:
            yield _relation(said, random.choice(others), random)
        before.append(said)


def _relation(later: Said, earlier: Said, random: Random) -> Relation:
    kind = random.choices(_KINDS, cum_weights=_KIND_SHARES)[0]
    return Relation(
        a=earlier.claim,
        b=later.claim,
        kind=kind,
        type="lexical" if kind == "contradicts" else None,
        score=round(random.uniform(0.5, 1), 3),
        reason="the same event in other words",
        evidence=(earlier.evidence, later.evidence),
        independence="independent" if kind == "corroborates" else None,
        method="synthetic.v1",
        version="1",
    )


def main() -> None:
    """Write the news as JSON Lines, as ``claimgraph add`` reads it."""
    try:
        for record in news(*map(int, sys.argv[1:])):
            print(record.model_dump_json())
    except BrokenPipeError:
        sys.exit(1)


if __name__ == "__main__":
    main()
