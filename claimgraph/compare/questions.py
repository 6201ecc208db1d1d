"""Questions: claims that speak of the same thing, as rows that a person would ask about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from claimgraph.compare import titles
from claimgraph.compare.blame import blamed, denies_doing
from claimgraph.compare.figures import Figure
from claimgraph.compare.gist import Gist
from claimgraph.compare.grouping import Answer, Groups, Sort, around_centres
from claimgraph.compare.kin import kindred, same_side
from claimgraph.compare.statement import Statement
from claimgraph.compare.tolls import measure_of
from claimgraph.model import Question, Relation
from claimgraph.vocabulary import ConflictType, RelationKind, Role, SpeechAct, Stance

METHOD, VERSION = "questions", "1"

_SILENT = frozenset((Stance.SILENT, Stance.DECLINES))

#: What is said of those who did it.
_GUILTY = frozenset(("be culprit", "be perpetrator", "be responsible", "be guilty", "be behind"))

_SORTS = {
    ConflictType.RESPONSIBILITY: Sort.WHO,
    ConflictType.NUMERIC: Sort.HOW_MANY,
    ConflictType.TIME: Sort.WHEN,
    ConflictType.PLACE: Sort.WHERE,
}


def questions_of(statements: Iterable[Statement], relations: Iterable[Relation]) -> list[Question]:
    """The questions that claims answer, each with all its answers.

    Claims that a relation joins answer one question: who did it, how many, whether it is so, when
    and where. So do accusations about one event, numbers of one measure about one event, and a
    denial or a silence with the accusation that it answers. A claim may answer several questions;
    claims that nothing joins to others answer none.

    Args:
        statements: The claims, in any order.
        relations: What they are to each other, in any order. Those that say that two cannot be
            compared, and those with other claims, are left aside.

    Returns:
        The questions, in an order that depends on the claims alone.
    """
    gists = {each.id: Gist(each) for each in sorted(statements, key=_place)}
    near: defaultdict[Answer, set[Answer]] = defaultdict(set)
    for relation in relations:
        if relation.kind is RelationKind.NOT_COMPARABLE:
            continue
        if relation.a in gists and relation.b in gists:
            one, other = _answers(relation, gists[relation.a], gists[relation.b])
            near[one].add(other)
            near[other].add(one)
    places = {key: number for number, key in enumerate(gists)}
    groups = Groups()
    for one, other in around_centres(near, lambda each: (places[each.claim], each)):
        groups.join(one, other)
    for one, other in (*_replies(gists.values()), *_of_one_event(gists.values())):
        groups.join(one, other)
    made: list[tuple[Sequence[Statement], Answer, str]] = []
    for answers in _worth_asking(groups):
        ids = {answer.claim for answer in answers}
        group = [gists[each].statement for each in sorted(ids, key=places.__getitem__)]
        first = min(answers, key=lambda each: (_place(gists[each.claim].statement), each))
        votes = {answer.claim: len(near[answer]) for answer in answers if answer in near}
        made.append((group, first, _title(group, answers, votes)))
    made.sort(key=lambda each: (_place(each[0][0]), each[1]))
    return _told(made)


def _worth_asking(groups: Iterable[list[Answer]]) -> list[list[Answer]]:
    """Groups of two claims or more; not those that ask whether it is so, of claims that all say
    who did it or deny that they did.
    """
    kept = [answers for answers in groups if len({each.claim for each in answers}) > 1]
    who: defaultdict[str, set[int]] = defaultdict(set)
    for number, answers in enumerate(kept):
        for each in answers:
            if each.sort is Sort.WHO:
                who[each.claim].add(number)

    def is_told(answers: list[Answer]) -> bool:
        return all(each.sort is Sort.WHETHER for each in answers) and bool(
            set.intersection(*(who.get(each.claim, set()) for each in answers))
        )

    return [answers for answers in kept if not is_told(answers)]


def _place(statement: Statement) -> tuple[str, int, str]:
    return statement.document_id, statement.position, statement.id


def _answers(relation: Relation, a: Gist, b: Gist) -> tuple[Answer, Answer]:
    """What the two claims of a relation answer."""
    sort = _SORTS.get(relation.type) if relation.type is not None else None
    if sort is Sort.HOW_MANY or sort is None:
        figures = _counted(relation, a, b)
        if figures is not None and (sort is not None or _share(*figures)):
            return (
                Answer(a.statement.id, Sort.HOW_MANY, measure_of(figures[0])),
                Answer(b.statement.id, Sort.HOW_MANY, measure_of(figures[1])),
            )
        blame = all(_blames(each) or _accuses(each) for each in (a, b))
        wide = relation.type in (None, ConflictType.LEXICAL)
        sort = Sort.WHO if blame and wide else Sort.WHETHER
    if sort is Sort.WHO and not (_accuses(a) or _accuses(b)):
        sort = Sort.WHETHER  # two denials: "Does Drenland have a hand in it?"
    return Answer(a.statement.id, sort), Answer(b.statement.id, sort)


def _counted(relation: Relation, a: Gist, b: Gist) -> tuple[Figure, Figure] | None:
    """The numbers of two claims that a relation is about: those in its evidence, of one measure
    where there are such.
    """
    first, second = _in_evidence(relation, a), _in_evidence(relation, b)
    pairs = [(one, other) for one in first for other in second]
    return next((pair for pair in pairs if _share(*pair)), pairs[0] if pairs else None)


def _in_evidence(relation: Relation, gist: Gist) -> list[Figure]:
    """A claim's numbers, those first that the relation rests on."""
    spans = [
        each.span
        for each in relation.evidence
        if each.document_id == gist.statement.document_id
        and each.span not in gist.statement.claim.spans
    ]

    def rests_on(figure: Figure) -> bool:
        own = figure.quantity.span
        return own is not None and any(
            span.start < own.end and own.start < span.end for span in spans
        )

    return sorted(gist.figures, key=lambda figure: not rests_on(figure))


def _share(a: Figure, b: Figure) -> bool:
    return measure_of(a) == measure_of(b) != ""


def _blames(gist: Gist) -> bool:
    """Whether a claim itself, and not only what was said with it, blames or clears somebody."""
    claim = gist.statement.claim
    if claim.predicate in _GUILTY:
        return True
    return claim.stance is Stance.ACCUSES or any(
        each.role in (Role.ACCUSED, Role.CLEARED) for each in claim.participants
    )


def _accuses(gist: Gist) -> bool:
    """Whether it says in so many words who did it."""
    statement = gist.statement
    claimed = statement.attribution.act is SpeechAct.CLAIM_RESPONSIBILITY
    return gist.sign > 0 and bool(blamed(gist)) and (claimed or _blames(gist))


def _replies(gists: Iterable[Gist]) -> Iterator[tuple[Answer, Answer]]:
    """Denials and silences, each with the accusation in its article that it answers: the last one
    before it, or else the first one after it.
    """
    articles: defaultdict[str, list[Gist]] = defaultdict(list)
    for gist in gists:
        articles[gist.statement.document_id].append(gist)
    for article in articles.values():
        accusations = [gist for gist in article if _accuses(gist)]
        for reply in article:
            answered = [
                each for each in accusations if each is not reply and _answers_to(reply, each)
            ]
            before = [
                each for each in answered if each.statement.position < reply.statement.position
            ]
            if answered:
                accusation = before[-1] if before else answered[0]
                yield (
                    Answer(reply.statement.id, Sort.WHO),
                    Answer(accusation.statement.id, Sort.WHO),
                )


def _answers_to(reply: Gist, accusation: Gist) -> bool:
    """Whether it is a denial or a silence of those whom an accusation blames."""
    accused = blamed(accusation)
    if reply.statement.claim.stance in _SILENT:
        speaker = reply.statement.speaker
        if speaker is None:
            return False
        return any(
            same_side(speaker, each.actor)
            if each.actor is not None
            else kindred(speaker, speaker.name, None, each.words)
            for each in accused
        )
    return any(
        kindred(one.actor, one.words, other.actor, other.words)
        for one in denies_doing(reply)
        for other in accused
    )


def _of_one_event(gists: Iterable[Gist]) -> Iterator[tuple[Answer, Answer]]:
    """Accusations, and numbers of people who met one fate, that are about one event."""
    first: dict[Hashable, Answer] = {}
    for gist in gists:
        event = event_of(gist.statement)
        if event is None:
            continue
        answers = [
            Answer(gist.statement.id, Sort.HOW_MANY, measure_of(figure))
            for figure in gist.figures
            if figure.fate and not figure.population and not figure.is_share
        ]
        if _accuses(gist):
            answers.append(Answer(gist.statement.id, Sort.WHO))
        for answer in answers:
            yield first.setdefault((event, answer.sort, answer.measure), answer), answer


def event_of(statement: Statement) -> str | None:
    """The id of the event that a claim is about."""
    return statement.event.id if statement.event is not None else statement.claim.event_id


def _title(group: Sequence[Statement], answers: Iterable[Answer], votes: Mapping[str, int]) -> str:
    counts = Counter((answer.sort, answer.measure) for answer in answers)
    sort, measure = max(sorted(counts), key=lambda each: counts[each])
    if sort is Sort.HOW_MANY:
        return titles.how_much(group, votes, measure)
    make: Mapping[Sort, Callable[[Sequence[Statement], Mapping[str, int]], str]] = {
        Sort.WHO: titles.who_did_it,
        Sort.WHETHER: titles.whether,
        Sort.WHEN: titles.when,
        Sort.WHERE: titles.where,
    }
    return make[sort](group, votes)


def _told(made: Iterable[tuple[Sequence[Statement], Answer, str]]) -> list[Question]:
    """The questions. Two groups of claims with one title are one question where they are about one
    event or share a claim; otherwise something is said that tells the two apart.
    """
    found: dict[tuple[str, str | None], dict[str, Statement]] = {}
    for group, _, title in made:
        event = _most(each for each in map(event_of, group) if each is not None)
        answers = {each.id: each for each in group}
        for text in _tellings(title, group):
            known = found.setdefault((text, event), answers)
            if known is answers or event is not None or not known.keys().isdisjoint(answers):
                known.update(answers)
                break
    return [
        Question(
            text=text,
            event_id=event,
            claims=tuple(each.id for each in sorted(answers.values(), key=_place)),
            method=METHOD,
            version=VERSION,
        )
        for (text, event), answers in found.items()
    ]


def _tellings(title: str, group: Sequence[Statement]) -> Iterator[str]:
    """A title, and then with the place, the day and a number behind it."""
    yield title
    bare = title.rstrip("?")
    place = _most(each.claim.place.name for each in group if each.claim.place)
    if place and place not in title:
        bare = f"{bare} in {place}"
        yield f"{bare}?"
    day = min((str(each.published) for each in group if each.published), default=None)
    if day is not None:
        bare = f"{bare}, as told on {day[:10]}"
        yield f"{bare}?"
    number = 2
    while True:
        yield f"{bare} ({number})?"
        number += 1


def _most(values: Iterable[str]) -> str | None:
    counts = Counter(sorted(values))
    return max(counts, key=lambda each: counts[each], default=None)
