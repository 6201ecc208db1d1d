"""Which number each claim and each article has in a report."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from claimgraph.model import Attribution, Claim, Document
from claimgraph.model.base import Id
from claimgraph.report.content import Proof, Tone
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.when import order
from claimgraph.vocabulary import ConflictType, RelationKind, Stance

_SILENT = frozenset({Stance.SILENT, Stance.DECLINES})
_TONES = {
    Stance.ACCUSES: Tone.ACCUSES,
    Stance.DENIES: Tone.DENIES,
    Stance.DOUBTS: Tone.DENIES,
    Stance.SILENT: Tone.SILENT,
    Stance.DECLINES: Tone.SILENT,
}


class Numbered:
    """The records of a report, with articles numbered by time and claims by their place.

    Attributes:
        material: The records.
        documents: The articles, the first first.
        claims: The claims, in the order of the articles and of their words.

    >>> Numbered(Material()).claims
    ()
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.documents: tuple[Document, ...] = tuple(
            sorted(material.documents, key=lambda each: (*order(each.published)[:2], each.id))
        )
        text_number = {document.id: n for n, document in enumerate(self.documents, 1)}
        self._text_number = text_number
        self.claims: tuple[Claim, ...] = tuple(
            sorted(
                material.claims,
                key=lambda each: (
                    text_number[material.attribution_of(each).document_id],
                    *(each.spans[0].start, each.spans[-1].end, each.id),
                ),
            )
        )

    @cached_property
    def number(self) -> Mapping[Id, int]:
        """From a claim's id to its number."""
        return {claim.id: number for number, claim in enumerate(self.claims, 1)}

    @cached_property
    def figures(self) -> frozenset[Id]:
        """The claims that answer a question about a number, or whose number was compared."""
        found = {
            end
            for each in self.material.inner_relations
            if each.type is ConflictType.NUMERIC and each.kind is not RelationKind.NOT_COMPARABLE
            for end in (each.a, each.b)
        }
        for question in self.material.questions:
            if asks_how_many(question.text):
                found.update(question.claims)
        return frozenset(
            each
            for each in found
            if each in self.material.claim and self.material.claim[each].quantities
        )

    def numbers(self, claim_ids: Iterable[Id]) -> tuple[int, ...]:
        """The numbers of claims, each once, in the given order."""
        return tuple(dict.fromkeys(self.number[each] for each in claim_ids))

    def text_number(self, document_id: Id) -> int:
        """The number of an article."""
        return self._text_number[document_id]

    def speaker(self, record: Claim | Attribution) -> Party:
        """Who says it."""
        return self.material.speaker(record)

    def tone(self, claim: Claim) -> Tone:
        """What the speaker of a claim does."""
        if self.speaker(claim).is_voice and claim.stance not in _SILENT:
            return Tone.OWN_VOICE
        if claim.stance in _TONES:
            return _TONES[claim.stance]
        return Tone.FIGURE if claim.id in self.figures else Tone.SAYS

    def proof(self, claim: Claim) -> Proof:
        """The characters of a claim."""
        document = self.material.document_of(claim)
        return Proof(document.id, document.sha256, claim.spans)


def asks_how_many(question: str) -> bool:
    """Whether a question is answered by a number.

    >>> asks_how_many("How many people died?"), asks_how_many("How did they die?")
    (True, False)
    """
    return question.startswith(("How many ", "How much ", "How far ", "How long ", "How old "))
