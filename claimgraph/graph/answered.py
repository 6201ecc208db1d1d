"""Which questions claims answer: as people have grouped them, and as the library finds."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimgraph.compare.questions import questions_of
from claimgraph.graph.statements import Statements
from claimgraph.model import Claim, Question, Relation

if TYPE_CHECKING:
    from claimgraph.graph.questions import Questions

#: Claims up to which questions are found among them; of more, only those by hand are known. No
#: reader looks at that many side by side, and they would take more than ten seconds.
MOST = 20_000


def found_besides(
    graph: "Questions",
    by_hand: Sequence[Question],
    claims: Sequence[Claim],
    relations: Iterable[Relation],
) -> list[Question]:
    """The questions that nobody has asked by hand.

    They are found anew each time, from what can be seen, and kept nowhere: they follow corrections,
    judgements and :meth:`~claimgraph.graph.questions.Questions.as_of` by themselves.

    Args:
        graph: Where the claims are.
        by_hand: Those that are there. One that is found is left out where people have put all its
            claims under questions of theirs.
        claims: Among which to look; none are found among more than :data:`MOST`.
        relations: What the claims are to each other.
    """
    if not 1 < len(claims) <= MOST:
        return []
    placed = {each for question in by_hand for each in question.claims}
    if placed.issuperset(claim.id for claim in claims):
        return []
    statements = Statements(graph).of_claims([claim.id for claim in claims])
    found = questions_of(statements.values(), relations)
    return [question for question in found if not placed.issuperset(question.claims)]
