"""Most pairs are passed over by a cheap test, which never passes over one of which something is
said.
"""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given

from claimgraph.compare import pairs
from claimgraph.compare.gist import Gist
from claimgraph.compare.relevance import may_relate
from claimgraph.compare.statement import Statement, statements_of
from claimgraph.compare.verdict import Verdict
from claimgraph.interop import records
from claimgraph.model import Reading
from claimgraph.vocabulary import Role, Stance
from tests.compare.statements import accuses, says
from tests.strategies import readings

SEEDS = Path(__file__).parents[2] / "seeds"


def with_and_without(
    a: Statement, b: Statement, monkeypatch: pytest.MonkeyPatch
) -> tuple[Verdict | None, Verdict | None]:
    with monkeypatch.context() as patched:
        patched.setattr(pairs, "may_relate", lambda *_: True)
        without = pairs.compare(a, b)
    return pairs.compare(a, b), without


def test_nothing_is_lost_of_the_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    given = [each for each in records(SEEDS) if isinstance(each, Reading)]
    statements = [each for reading in given for each in statements_of(reading)]
    passed_over = 0
    for a, b in combinations(statements, 2):
        if may_relate(Gist(a), Gist(b)):
            continue
        passed_over += 1
        assert with_and_without(a, b, monkeypatch) == (None, None)
    assert passed_over > len(statements)


@given(readings())
def test_nothing_is_lost_of_any_reading(reading: Reading) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        for a, b in combinations(statements_of(reading)[:6], 2):
            quick, slow = with_and_without(a, b, monkeypatch)
            assert quick == slow


def test_two_claims_with_nothing_in_common_are_passed_over() -> None:
    one, other = says("Ann", "the bridge was closed"), says("Bea", "prices rose", in_="doc_b")
    assert not may_relate(Gist(one), Gist(other))


SILENT_ON_WHAT = says("Iran", "those who link the drones to Iran lie", stance=Stance.DENIES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (says("Ann", "the bridge was closed"), says("Bea", "the bridge was shut")),
        (accuses("Kyiv", "Iran", "Iran sent weapons"), SILENT_ON_WHAT),
        (
            says("Ann", "the king died", predicate="die", roles={Role.PATIENT: "the king"}),
            says("Bea", "Harald was killed", predicate="kill", roles={Role.PATIENT: "Harald"}),
        ),
    ],
    ids=["the same words", "a denial of whatever is said", "what happens once"],
)
def test_what_may_matter_is_looked_at(one: Statement, other: Statement) -> None:
    assert may_relate(Gist(one), Gist(other))
    assert may_relate(Gist(other), Gist(one))
