"""Accusations, answers and silences in a material, and which of them belong together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimgraph.model import Attribution, Claim, Participant
from claimgraph.model.base import Id
from claimgraph.text.nouns import is_plural
from claimgraph.views.answering import can_answer
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.when import order
from claimgraph.vocabulary import Naming, Polarity, RelationKind, Role, SpeechAct, Stance

_SILENT = frozenset({Stance.SILENT, Stance.DECLINES})
_NO_ACCUSATION = frozenset({Stance.DENIES, Stance.DOUBTS, *_SILENT})
_ANSWERS = frozenset(
    {
        *(SpeechAct.DENY, SpeechAct.ADMIT, SpeechAct.CONFIRM),
        *(SpeechAct.CLAIM_RESPONSIBILITY, SpeechAct.RETRACT),
    }
)


class Accusations:
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
        # What may answer, by what it is about and who may be on the speaker's side.
        self._answering: defaultdict[tuple[str, Id], list[tuple[Id, Attribution]]]
        self._answering = defaultdict(list)
        for item in self._items:
            speaker = material.parties.source(item.source_id)
            if speaker is not None and not item.negated and self._may_answer(item):
                for matter in self._matters(item):
                    circle = material.parties.circle(speaker.key)
                    self._answering[matter, circle].append((speaker.key, item))

    def accusations(self) -> Iterator[tuple[Attribution, Party]]:
        """Each accusation with each of the accused who could answer, in the order of time."""
        for item in self._items:
            speaker = self._material.speaker(item)
            if item.negated:
                continue
            for party in dict.fromkeys(map(self._material.parties.of, self._accused_in(item))):
                if party.key != speaker.key and self._can_answer(party):
                    yield item, party

    def answers_of_side(self, accusation: Attribution, party: Party) -> list[Attribution]:
        """What the accused, or their side, say about an accusation."""
        at = self._material.moment(accusation)
        found: dict[Id, Attribution] = {}
        parties = self._material.parties
        for matter in sorted(self._matters(accusation)):
            for speaker, item in self._answering.get((matter, parties.circle(party.key)), ()):
                if parties.same_side(speaker, party.key, at):
                    found[item.id] = item
        return [item for item in found.values() if self._answers(item, accusation)]

    def answers_in_part(self, accusation: Attribution, party: Party) -> list[Attribution]:
        """Claims that contradict an accusation and clear who makes them, where the accused are not
        named.
        """
        if self._is_named(party):
            return []
        claims = (
            self._material.claim[other]
            for claim in self._claims(accusation)
            for other in sorted(self._related.get(claim.id, ()))
        )
        found = {
            claim.attribution_id: self._material.attribution_of(claim)
            for claim in claims
            if claim.stance is Stance.DENIES and self._clears_its_speaker(claim)
        }
        return list(found.values())

    def silences(self) -> dict[Party, list[Attribution]]:
        """Reported silences, by who is silent: somebody whom the text makes known."""
        found: defaultdict[Party, list[Attribution]] = defaultdict(list)
        for item in self._items:
            party = self._material.parties.source(item.source_id)
            if party is not None and self._is_silence(item) and self._can_answer(party):
                found[party].append(item)
        return found

    def _accused_in(self, item: Attribution) -> Iterator[Participant]:
        for target in item.targets:
            if target.role is Role.ACCUSED and item.act is not SpeechAct.DENY:
                yield target
        for claim in self._claims(item):
            if claim.stance not in _NO_ACCUSATION and claim.polarity is not Polarity.NEGATIVE:
                yield from (each for each in claim.participants if each.role is Role.ACCUSED)

    def _can_answer(self, party: Party) -> bool:
        members = self._material.parties.members(party.key)
        naming = members[0].naming if members else None
        return can_answer(party.name, self._material.parties.kind(party.key), naming)

    def _is_named(self, party: Party) -> bool:
        members = self._material.parties.members(party.key)
        if not members or members[0].naming is not Naming.NAMED:
            return False
        # "Syrian rebels" are some of many, whatever they are called.
        last = members[0].name.split()[-1]
        return not (last.islower() and is_plural(last))

    def _clears_its_speaker(self, claim: Claim) -> bool:
        parties = self._material.parties
        item = self._material.attribution_of(claim)
        speaker = parties.source(item.source_id)
        cleared = (
            parties.of(each).key
            for each in (*item.targets, *claim.participants)
            if each.role is Role.CLEARED
        )
        at = self._material.moment(item)
        return speaker is not None and any(
            parties.same_side(speaker.key, key, at) for key in cleared
        )

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


def is_silence(item: Attribution, claims: Sequence[Claim]) -> bool:
    """Whether an attribution says that somebody said nothing."""
    if not item.cue:
        return False
    if item.act in {SpeechAct.NO_STATEMENT, SpeechAct.DECLINE_COMMENT}:
        return True
    return bool(claims) and all(claim.stance in _SILENT for claim in claims)
