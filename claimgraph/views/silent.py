"""Who was accused, or asked, and has not answered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from claimgraph.model import Attribution, Claim, Evidence, Participant
from claimgraph.model.base import Id
from claimgraph.text.html import lines as under_each_other
from claimgraph.text.html import quote
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.view import Scalar, View
from claimgraph.views.when import order, written
from claimgraph.views.wording import counted, in_quotes, joined, quoted, shortened
from claimgraph.vocabulary import Polarity, RelationKind, Role, SpeechAct, Stance

_SILENT = frozenset({Stance.SILENT, Stance.DECLINES})
_NO_ACCUSATION = frozenset({Stance.DENIES, Stance.DOUBTS, *_SILENT})
_ANSWERS = frozenset(
    {
        *(SpeechAct.DENY, SpeechAct.ADMIT, SpeechAct.CONFIRM),
        *(SpeechAct.CLAIM_RESPONSIBILITY, SpeechAct.RETRACT),
    }
)


@dataclass(frozen=True)
class Statement:
    """Words that an accusation, an answer or a silence is seen in.

    Attributes:
        speaker: Who speaks, or is silent.
        text: What is said.
        words: The words of the article.
        when: When it was said, or else published.
        attribution_id: The record.
        claim_ids: Its claims.
        evidence: The characters that it rests on.
    """

    speaker: Party
    text: str
    words: str
    when: str
    attribution_id: Id
    claim_ids: tuple[Id, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Silence:
    """Somebody who was accused or asked, with what there is of an answer.

    Attributes:
        party: Who was accused, or asked.
        accusations: Against them that nobody on their side has answered.
        statements: Reported silences: "did not immediately issue a statement", "declined to
            comment". None: no answer is reported, and no silence either.
        answers: Of their side, to accusations that are not among these.
    """

    party: Party
    accusations: tuple[Statement, ...]
    statements: tuple[Statement, ...]
    answers: tuple[Statement, ...] = ()

    @property
    def accused_by(self) -> tuple[Party, ...]:
        """Who accuses them, each once, by name."""
        found = {each.speaker for each in self.accusations}
        return tuple(sorted(found, key=lambda party: (party.name, party.key)))


@dataclass(frozen=True)
class Answered:
    """An accusation that the accused or their side have answered."""

    party: Party
    accusation: Statement
    answers: tuple[Statement, ...]


@dataclass(frozen=True)
class Silent(View[Silence]):
    """Who has not answered: the most accused first, then by name.

    Attributes:
        rows: Who was accused or asked, and has not answered.
        answered: The accusations that were answered, with the answers.
    """

    answered: tuple[Answered, ...] = ()

    fields: ClassVar[tuple[str, ...]] = (
        *("party", "accused_by", "accusations", "first_accused", "silence", "silences"),
        *("answers_to_others", "party_id"),
    )

    @property
    def caption(self) -> str:
        """How many there are."""
        return (
            f"{counted(len(self.rows), 'party', 'parties')} without an answer; "
            f"{counted(len(self.answered), 'accusation')} answered"
        )

    def flat(self, row: Silence) -> Sequence[Scalar]:
        """One party; several names or words are joined by a semicolon."""
        return (
            row.party.name,
            "; ".join(party.name for party in row.accused_by),
            len(row.accusations),
            row.accusations[0].when if row.accusations else None,
            "; ".join(each.words for each in row.statements),
            len(row.statements),
            len(row.answers),
            row.party.key,
        )

    def lines(self) -> Iterator[str]:
        """Party by party, and then what was answered."""
        for row in self.rows:
            yield f"{row.party.name}: {_silence(row)}"
        for party, group in groupby(self.answered, key=lambda each: each.party):
            each = list(group)
            accusers = sorted({answered.accusation.speaker for answered in each})
            repliers = sorted({reply.speaker for answered in each for reply in answered.answers})
            yield f"{party.name}: accused by {_names(accusers)}; answered by {_names(repliers)}"

    @property
    def headers(self) -> Sequence[object]:
        """Who, by whom, and what there is of an answer."""
        return ("who has not answered", "accused by", "of what", "silence")

    def cells(self, row: Silence) -> Sequence[object]:
        """One party."""
        said = dict.fromkeys(shortened(each.text) for each in row.accusations)
        silences = dict.fromkeys(each.words for each in row.statements)
        return (
            row.party.name,
            under_each_other(party.name for party in row.accused_by),
            under_each_other(list(said)[:3]),
            under_each_other([*map(quote, list(silences)[:3])] or ["no answer is reported"]),
        )


def silent(material: Material) -> Silent:
    """Who was accused, or asked, and has not answered.

    An accusation is answered by what the accused, or somebody on their side, say about it: a
    denial, an admission, a claim that contradicts it or says that it is not so. It must be about
    the same matter: related to the accusation, about the same event or question, or, where neither
    says what it is about, in the same article. What others deny does not answer for the accused.

    Reported silences count as well: who "declined to comment" was asked.
    """
    found = _Findings(material)
    unanswered: defaultdict[Party, list[Statement]] = defaultdict(list)
    answered: list[Answered] = []
    partly: defaultdict[Party, list[Statement]] = defaultdict(list)
    for item, party in found.accusations():
        answers = found.answers_to(item, party)
        accusation = _statement(material, item)
        if answers:
            replies = tuple(_statement(material, answer) for answer in answers)
            answered.append(Answered(party, accusation, replies))
            partly[party].extend(replies)
        else:
            unanswered[party].append(accusation)
    silences = found.silences()
    answering = {each.party for each in answered}
    # A silence is over when the silent have answered; until then it stands, accused or not.
    parties = set(unanswered) | {party for party in silences if party not in answering}
    rows = [
        Silence(
            party,
            tuple(unanswered.get(party, ())),
            tuple(silences.get(party, ())),
            tuple(dict.fromkeys(partly.get(party, ()))),
        )
        for party in parties
    ]
    rows.sort(key=lambda row: (-len(row.accusations), row.party.name, row.party.key))
    answered.sort(key=lambda each: (each.party.name, each.party.key))
    return Silent(tuple(rows), tuple(answered))


class _Findings:
    """Accusations, answers and silences of a material, each looked up by whom and about what."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._items = sorted(
            material.attributions, key=lambda item: (order(material.moment(item)), item.id)
        )
        self._related: defaultdict[Id, set[Id]] = defaultdict(set)
        for relation in material.inner_relations:
            if relation.kind is RelationKind.CONTRADICTS:
                self._related[relation.a].add(relation.b)
                self._related[relation.b].add(relation.a)
        # By matter and speaker.
        self._answering: defaultdict[str, defaultdict[Id, list[Attribution]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for item in self._items:
            speaker = material.parties.source(item.source_id)
            if speaker is not None and not item.negated and self._may_answer(item):
                for matter in self._matters(item):
                    self._answering[matter][speaker.key].append(item)

    def accusations(self) -> Iterator[tuple[Attribution, Party]]:
        """Each accusation with each of the accused, in the order of time."""
        for item in self._items:
            speaker = self._speaker(item)
            if item.negated:
                continue
            for party in dict.fromkeys(map(self._material.parties.of, self._accused_in(item))):
                if party.key != speaker.key:
                    yield item, party

    def answers_to(self, accusation: Attribution, party: Party) -> list[Attribution]:
        """What the accused, or their side, say about an accusation."""
        at = self._material.moment(accusation)
        found: dict[Id, Attribution] = {}
        for matter in sorted(self._matters(accusation)):
            for speaker, items in self._answering.get(matter, {}).items():
                if self._material.parties.same_side(speaker, party.key, at):
                    found.update((item.id, item) for item in items)
        return [item for item in found.values() if self._answers(item, accusation)]

    def silences(self) -> dict[Party, list[Statement]]:
        """Reported silences, by who is silent."""
        found: defaultdict[Party, list[Statement]] = defaultdict(list)
        for item in self._items:
            party = self._material.parties.source(item.source_id)
            if party is not None and self._is_silence(item):
                found[party].append(_statement(self._material, item))
        return found

    def _accused_in(self, item: Attribution) -> Iterator[Participant]:
        for target in item.targets:
            if target.role is Role.ACCUSED and item.act is not SpeechAct.DENY:
                yield target
        for claim in self._claims(item):
            if claim.stance not in _NO_ACCUSATION and claim.polarity is not Polarity.NEGATIVE:
                yield from (each for each in claim.participants if each.role is Role.ACCUSED)

    def _may_answer(self, item: Attribution) -> bool:
        if self._is_silence(item):
            return False
        return item.act in _ANSWERS or any(
            claim.stance in {Stance.DENIES, Stance.CONFIRMS}
            or claim.polarity is Polarity.NEGATIVE
            or claim.id in self._related
            for claim in self._claims(item)
        )

    def _answers(self, item: Attribution, accusation: Attribution) -> bool:
        """Whether what may be an answer is one to this accusation.

        A claim that is an answer only because it contradicts something must contradict this.
        """
        if item.id == accusation.id:
            return False
        claims = self._claims(item)
        plain = item.act in _ANSWERS or any(
            claim.stance in {Stance.DENIES, Stance.CONFIRMS} or claim.polarity is Polarity.NEGATIVE
            for claim in claims
        )
        accused = {claim.id for claim in self._claims(accusation)}
        return plain or any(accused & self._related.get(claim.id, set()) for claim in claims)

    def _is_silence(self, item: Attribution) -> bool:
        return is_silence(item, self._claims(item))

    def _matters(self, item: Attribution) -> frozenset[str]:
        """What an attribution is about: questions, events, related claims; else its article."""
        matters: set[str] = set()
        for claim in self._claims(item):
            event = self._material.event_of(claim)
            if event is not None:
                matters.add(f"event {event.id}")
            matters.update(
                f"question {question.id}"
                for question in self._material.questions_of.get(claim.id, ())
            )
            if claim.id in self._related:
                matters.update(
                    f"claims {min(claim.id, other)} {max(claim.id, other)}"
                    for other in self._related[claim.id]
                )
        known = any(not matter.startswith("claims") for matter in matters)
        return frozenset(matters if known else {*matters, f"article {item.document_id}"})

    def _claims(self, item: Attribution) -> Sequence[Claim]:
        return self._material.claims_of.get(item.id, ())

    def _speaker(self, item: Attribution) -> Party:
        return _speaker(self._material, item)


def is_silence(item: Attribution, claims: Sequence[Claim]) -> bool:
    """Whether an attribution says that somebody said nothing."""
    if not item.cue:
        return False
    if item.act in {SpeechAct.NO_STATEMENT, SpeechAct.DECLINE_COMMENT}:
        return True
    return bool(claims) and all(claim.stance in _SILENT for claim in claims)


def _speaker(material: Material, item: Attribution) -> Party:
    source = material.parties.source(item.source_id)
    return source or material.parties.voice(material.document_of(item))


def _statement(material: Material, item: Attribution) -> Statement:
    claims = material.claims_of.get(item.id, ())
    words = quoted(item.cue if is_silence(item, claims) else item.content or item.cue)
    return Statement(
        _speaker(material, item),
        "; ".join(claim.text for claim in claims) or words,
        words,
        written(material.moment(item)),
        item.id,
        tuple(claim.id for claim in claims),
        material.evidence(item),
    )


def _names(parties: Iterable[Party]) -> str:
    return joined(
        [f"{party.name} (no source given)" if party.is_voice else party.name for party in parties]
    )


def _silence(row: Silence) -> str:
    said = [in_quotes(words) for words in dict.fromkeys(each.words for each in row.statements)]
    if row.accusations:
        return f"accused by {_names(row.accused_by)}; {joined(said) or 'no answer is reported'}"
    texts = dict.fromkeys(each.text for each in row.statements)
    return f"{joined(said)}: {'; '.join(texts)}"
