"""Hypothesis strategies for valid records. They shrink to plain, short ones."""

from datetime import UTC, datetime
from typing import TypeVar

from hypothesis import strategies as st

from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Confidence,
    Document,
    Event,
    Evidence,
    Interval,
    Judgement,
    Lineage,
    Participant,
    Place,
    Quantity,
    Question,
    Reading,
    Reason,
    Relation,
    Relay,
    Source,
    Span,
)
from claimgraph.model.base import Identified
from claimgraph.vocabulary import (
    AttributionType,
    Certainty,
    ConflictType,
    Form,
    Independence,
    LineageKind,
    Naming,
    Polarity,
    Precision,
    RelationKind,
    Role,
    SourceKind,
    SpeechAct,
    Stance,
)

#: What any field may hold: every character but a NUL and half a surrogate pair.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.text(CHARACTERS, max_size=30)
filled = st.text(CHARACTERS, min_size=1, max_size=60)
lines = texts.filter(lambda text: bool(text.split()))

#: Names that documents share, so that sources meet.
NAMES = (
    "Syrian Observatory for Human Rights",
    "SOHR",
    "Observatory",
    "Igor Konashenkov",
    "Konashenkov",
    "Russian Defence Ministry",
    "Moscow",
    "Jordan",
    "HTS",
    "Hayat Tahrir al-Sham",
    "Hellenic Tram Society",
    "the ministry",
)
names = st.one_of(st.sampled_from(NAMES), lines)
shares = st.one_of(st.none(), st.floats(0, 1))

#: Names that need no document.
PUBLIC = st.sampled_from(NAMES[:-1])


def moments() -> st.SearchStrategy[datetime]:
    """Times with a zone; Hypothesis wants its limits without one."""
    first, last = datetime(1000, 1, 1), datetime(2999, 1, 1)  # noqa: DTZ001
    return st.datetimes(first, last, timezones=st.just(UTC))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted(draw(st.tuples(moments(), moments())))
    known = draw(st.sampled_from(["both", "start", "end"]))
    if start == end:
        known = "start"
    return Interval(
        start=None if known == "end" else start,
        end=None if known == "start" else end,
        precision=draw(st.sampled_from(Precision)),
        text=draw(texts),
    )


maybe_time = st.one_of(st.none(), intervals())
places = st.builds(Place, name=names, within=st.lists(names, max_size=2).map(tuple))


@st.composite
def documents(draw: st.DrawFn, texts: st.SearchStrategy[str] = filled) -> Document:
    """A document; those that have one id are equal, but for when they were fetched."""
    text = draw(texts)
    return Document(
        text=text,
        title=text[:5],
        url=draw(st.sampled_from(["", "https://example.org/1", "https://example.org/2"])),
        publisher=draw(st.one_of(st.sampled_from(["", "Example Wire", "Example Daily"]), lines)),
        published=draw(
            st.sampled_from(
                [None, Interval.parse("2018-11-25"), Interval.parse("2018-11-24T08:30:00+02:00")]
            )
        ),
        retrieved=draw(st.one_of(st.none(), moments())),
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Span(start=start, end=end, text=text[start:end])


@st.composite
def pieces(draw: st.DrawFn, text: str, least: int = 0, most: int = 2) -> tuple[Span, ...]:
    """Spans that do not overlap, in their order."""
    if 2 * least > len(text) + 1:
        least = 1 if least else 0
    found = draw(st.lists(spans(text), min_size=least, max_size=most))
    kept: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, each.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


@st.composite
def sources(draw: st.DrawFn, document_id: str) -> Source:
    naming = draw(st.sampled_from(Naming))
    return Source(
        name=draw(PUBLIC if naming is Naming.NAMED else names),
        kind=draw(st.sampled_from(SourceKind)),
        naming=naming,
        aliases=tuple(draw(st.lists(names, max_size=2))),
        document_id=None if naming is Naming.NAMED else document_id,
    )


@st.composite
def participants(draw: st.DrawFn, text: str, known: list[str]) -> Participant:
    return Participant(
        role=draw(st.sampled_from(Role)),
        name=draw(names),
        source_id=draw(st.sampled_from([None, *known])),
        spans=draw(pieces(text, most=1)),
    )


@st.composite
def quantities(draw: st.DrawFn, text: str) -> Quantity:
    numbers = sorted(
        draw(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=3, max_size=3))
    )
    low, best, high = (draw(st.sampled_from([None, number])) for number in numbers)
    return Quantity(
        text=draw(texts),
        low=low,
        best=best,
        high=high,
        unit=draw(st.one_of(st.sampled_from(["people", "cases"]), texts)),
        of=draw(texts),
        span=draw(st.one_of(st.none(), spans(text))),
    )


@st.composite
def events(draw: st.DrawFn, text: str, known: list[str]) -> Event:
    return Event(
        label=draw(st.one_of(st.sampled_from(["the attack on Aleppo", "the strike"]), lines)),
        kind=draw(st.sampled_from(["", "attack"])),
        parties=tuple(draw(st.lists(participants(text, known), max_size=2))),
        place=draw(st.one_of(st.none(), places)),
        time=draw(st.one_of(st.none(), st.just(Interval.parse("2018-11-24")), intervals())),
    )


@st.composite
def affiliations(draw: st.DrawFn, document: Document, known: list[str]) -> Affiliation:
    member, organisation = draw(st.permutations(known))[:2]
    evidence = draw(pieces(document.text, most=1))
    return Affiliation(
        member_id=member,
        organisation_id=organisation,
        role=draw(st.sampled_from(["", "spokesman"])),
        during=draw(st.one_of(st.none(), st.just(Interval.parse("2018")))),
        evidence=tuple(Evidence(document_id=document.id, span=span) for span in evidence),
    )


@st.composite
def attributions(draw: st.DrawFn, document: Document, known: list[str]) -> Attribution:
    text = document.text
    cue = draw(pieces(text, least=1))
    return Attribution(
        document_id=document.id,
        source_id=draw(st.sampled_from([None, *known])),
        source=draw(pieces(text)),
        cue=cue,
        content=draw(pieces(text)),
        type=draw(st.sampled_from(AttributionType)),
        form=draw(st.sampled_from([None, *Form])),
        act=draw(st.sampled_from(SpeechAct)),
        negated=draw(st.booleans()),
        targets=tuple(draw(st.lists(participants(text, known), max_size=1))),
        via=tuple(
            draw(
                st.lists(
                    st.builds(Relay, name=names, source_id=st.sampled_from([None, *known])),
                    max_size=1,
                )
            )
        ),
        said=draw(maybe_time),
        confidence=Confidence(source=draw(shares), cue=draw(shares)),
        reasons=tuple(
            draw(st.lists(st.builds(Reason, field=texts, rule=texts, text=texts), max_size=1))
        ),
    )


@st.composite
def claims(
    draw: st.DrawFn, document: Document, said: list[str], about: list[str], known: list[str]
) -> Claim:
    text = document.text
    return Claim(
        attribution_id=draw(st.sampled_from(said)),
        text=draw(st.one_of(filled, st.just("around 100 people struggled to breathe"))),
        spans=draw(pieces(text, least=1)),
        predicate=draw(texts),
        participants=tuple(draw(st.lists(participants(text, known), max_size=1))),
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        stance=draw(st.sampled_from(Stance)),
        quantities=tuple(draw(st.lists(quantities(text), max_size=1))),
        time=draw(maybe_time),
        place=draw(st.one_of(st.none(), places)),
        event_id=draw(st.sampled_from([None, *about])),
    )


@st.composite
def readings(
    draw: st.DrawFn, document: st.SearchStrategy[Document] | None = None, most: int = 2
) -> Reading:
    """A reading of some document, whole and valid."""
    read = draw(document if document is not None else documents())
    found = _by_id(draw(st.lists(sources(read.id), max_size=3)))
    known = [each.id for each in found]
    about = _by_id(draw(st.lists(events(read.text, known), max_size=1)))
    belongs = (
        _by_id(draw(st.lists(affiliations(read, known), max_size=1))) if len(known) > 1 else []
    )
    said = _by_id(draw(st.lists(attributions(read, known), max_size=most)))
    if len(said) > 1 and draw(st.booleans()):
        said[1] = said[1].replace(id=said[1].id, parent_id=said[0].id)
    claimed = (
        _by_id(
            draw(
                st.lists(
                    claims(
                        read,
                        [each.id for each in said],
                        [each.id for each in about],
                        known,
                    ),
                    max_size=most,
                )
            )
        )
        if said
        else []
    )
    return Reading(
        document=read,
        sources=tuple(found),
        affiliations=tuple(belongs),
        events=tuple(about),
        attributions=tuple(said),
        claims=tuple(claimed),
        reader=draw(st.sampled_from(["hand", "claimgraph"])),
        version=draw(st.sampled_from(["", "1"])),
    )


@st.composite
def relations(draw: st.DrawFn, claim_ids: list[str]) -> Relation:
    """A relation between two of the claims; there must be two."""
    a, b = draw(st.permutations(claim_ids))[:2]
    kind = draw(st.sampled_from(RelationKind))
    corroborates = kind is RelationKind.CORROBORATES
    return Relation(
        a=a,
        b=b,
        kind=kind,
        type=draw(st.sampled_from([None, *ConflictType])),
        score=draw(st.floats(0, 1)),
        reason=draw(filled),
        independence=draw(st.sampled_from([None, *Independence])) if corroborates else None,
        method=draw(st.sampled_from(["hand", "numeric.v1"])),
    )


@st.composite
def questions(draw: st.DrawFn, claim_ids: list[str]) -> Question:
    """A question that some of the claims answer; there must be one."""
    return Question(
        text=draw(st.sampled_from(["How many?", "Who did it?"])),
        claims=tuple(draw(st.lists(st.sampled_from(claim_ids), min_size=1, max_size=3))),
        method=draw(st.sampled_from(["hand", "questions.v1"])),
    )


@st.composite
def lineages(draw: st.DrawFn, record_ids: list[str]) -> Lineage:
    """A lineage between two of the documents or attributions; there must be two."""
    later, earlier = draw(st.permutations(record_ids))[:2]
    return Lineage(
        from_id=later,
        to_id=earlier,
        kind=draw(st.sampled_from(LineageKind)),
        reason=draw(filled),
        score=draw(st.floats(0, 1)),
        method=draw(st.sampled_from(["hand", "shingles.v1"])),
    )


#: Moments of judgements: few, so that some are made at the same time.
JUDGED = [datetime(2026, 11, day, tzinfo=UTC) for day in range(1, 8)]


@st.composite
def rulings(draw: st.DrawFn, record_ids: list[str]) -> Judgement:
    """A confirmation, a rejection or a doubt."""
    return Judgement(
        decision=draw(st.sampled_from(["confirm", "reject", "unsure"])),
        subjects=(draw(st.sampled_from(record_ids)),),
        by=draw(st.sampled_from(["Ann", "Ben"])),
        reason=draw(st.sampled_from(["a joke", "seen the tape"])),
        made=draw(st.sampled_from(JUDGED)),
    )


@st.composite
def joinings(draw: st.DrawFn, record_ids: list[str]) -> Judgement:
    """A merge of some of the sources, or a split; there must be two."""
    decision = draw(st.sampled_from(["merge", "split"]))
    least = 2 if decision == "merge" else 1
    subjects = draw(st.lists(st.sampled_from(record_ids), min_size=least, max_size=3, unique=True))
    return Judgement(
        decision=decision,
        subjects=tuple(subjects),
        by="Ann",
        reason="the same body",
        made=draw(st.sampled_from(JUDGED)),
    )


@st.composite
def withdrawals(draw: st.DrawFn, judgement_ids: list[str]) -> Judgement:
    """The withdrawal of one of the judgements; there must be one."""
    return Judgement(
        decision="withdraw",
        subjects=(draw(st.sampled_from(judgement_ids)),),
        by="Ann",
        reason="I was wrong",
        made=draw(st.sampled_from(JUDGED)),
    )


R = TypeVar("R", bound=Identified)


def _by_id(records: list[R]) -> list[R]:
    """Each id once."""
    return list({each.id: each for each in records}.values())
