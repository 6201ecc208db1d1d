"""Whatever a reading holds, comparing its claims says something or nothing, and never fails."""

from itertools import combinations

from hypothesis import given

from claimgraph.compare.pairs import compare
from claimgraph.compare.questions import questions_of
from claimgraph.compare.statement import statements_of
from claimgraph.compare.verdict import to_relation
from claimgraph.model import Reading
from claimgraph.vocabulary import SYMMETRIC
from tests.strategies import readings


@given(readings())
def test_any_two_claims_can_be_compared(reading: Reading) -> None:
    for a, b in combinations(statements_of(reading)[:6], 2):
        for asked in (False, True):
            forth, back = compare(a, b, asked=asked), compare(b, a, asked=asked)
            assert (forth is None) == (back is None)
            if forth is None or back is None:
                continue
            one, other = to_relation(forth, a, b), to_relation(back, b, a)
            assert one.kind is other.kind
            if one.kind not in SYMMETRIC:
                assert (one.a, one.b) == (other.a, other.b)


@given(readings())
def test_any_claims_can_be_asked_about(reading: Reading) -> None:
    statements = statements_of(reading)
    assert all(question.text.endswith("?") for question in questions_of(statements, []))
