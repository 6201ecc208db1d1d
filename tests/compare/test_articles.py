"""Of many claims in many articles, what two attributions are to each other is told once a kind."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.compare.articles import candidates, relations_among
from claimgraph.compare.gist import Gist
from claimgraph.compare.judge import Probabilities
from claimgraph.compare.pairs import WEIGHT
from claimgraph.compare.statement import Statement
from claimgraph.compare.texts import chosen, verdict_of_pair
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import RelationKind
from tests.compare.statements import says

CONTRADICTS, UPDATES = RelationKind.CONTRADICTS, RelationKind.UPDATES
REFINES, NOT_COMPARABLE = RelationKind.REFINES, RelationKind.NOT_COMPARABLE

KABUL = says("police", "24 people died in Kabul", in_="doc_a")
TOLL = says("police", "43 people died in Kabul", in_="doc_b")
MARCH = says("police", "43 people marched in Kabul", in_="doc_b", at=1)
RAIN = says("forecasters", "heavy rain fell on Reykjavik", in_="doc_c")

Answers = dict[tuple[str, str], Verdict]


def verdict(
    kind: RelationKind, score: float = 0.5, *, turned: bool = False, method: str = "m.v1"
) -> Verdict:
    return Verdict(kind, None, score, "so", reversed=turned, method=method)


def told(answers: Answers) -> Callable[[Gist, Gist], Verdict | None]:
    """A comparer that says what it was told to."""
    return lambda a, b: answers.get((a.statement.claim.text, b.statement.claim.text))


def joined(*statements: Statement) -> list[Statement]:
    """The statements as claims of the first one's attribution."""
    from dataclasses import replace

    return [replace(each, attribution=statements[0].attribution) for each in statements]


def test_statements_that_share_no_word_are_no_candidates() -> None:
    assert list(candidates([KABUL, TOLL, MARCH, RAIN])) == [(0, 1), (0, 2), (1, 2)]


def test_statements_of_one_article_are_candidates_whatever_their_words() -> None:
    inside = says("forecasters", "heavy rain fell on Reykjavik", in_="doc_a", at=1)
    assert list(candidates([KABUL, inside])) == [(0, 1)]


def test_what_came_out_first_stands_first() -> None:
    late = says("police", "24 people died in Kabul", in_="doc_a", published="2018-11-26")
    early = says("police", "43 people died in Kabul", in_="doc_b", published="2018-11-25")
    assert list(candidates([late, early])) == [(1, 0)]
    assert list(candidates([early, late])) == [(0, 1)]
    assert list(candidates([KABUL, early])) == [(1, 0)], "whose day is not known comes last"


def test_claims_of_one_attribution_are_not_compared() -> None:
    toll, march = joined(TOLL, MARCH)
    assert list(candidates([KABUL, toll, march])) == [(0, 1), (0, 2)]


def test_the_surest_verdict_of_a_kind_is_told() -> None:
    toll, march = joined(TOLL, MARCH)
    answers = {
        (KABUL.claim.text, toll.claim.text): verdict(CONTRADICTS, 0.6),
        (KABUL.claim.text, march.claim.text): verdict(CONTRADICTS, 0.9),
    }
    (found,) = relations_among([KABUL, toll, march], comparer=told(answers))
    assert (found.a, found.b, found.verdict.score) == (0, 2, 0.9)


def test_each_kind_is_told_and_not_comparable_only_alone() -> None:
    toll, march = joined(TOLL, MARCH)
    answers = {
        (KABUL.claim.text, toll.claim.text): verdict(UPDATES),
        (KABUL.claim.text, march.claim.text): verdict(NOT_COMPARABLE, 0.9),
    }
    found = relations_among([KABUL, toll, march], comparer=told(answers))
    assert [each.verdict.kind for each in found] == [UPDATES]
    found = relations_among([KABUL, march], comparer=told(answers))
    assert [each.verdict.kind for each in found] == [NOT_COMPARABLE]


@pytest.mark.parametrize("turned", [False, True])
def test_the_later_one_is_b(turned: bool) -> None:
    answers = {(KABUL.claim.text, TOLL.claim.text): verdict(UPDATES, turned=turned)}
    (found,) = relations_among([KABUL, TOLL], comparer=told(answers))
    assert (found.a, found.b) == ((1, 0) if turned else (0, 1))


class Against:
    name, version = "against", "1"

    def judge(self, pairs: object) -> list[Probabilities]:
        return [Probabilities(0.0, 0.0, 1.0) for _ in list(pairs)]  # type: ignore[call-overload]


def test_a_judge_says_nothing_of_two_attributions_that_a_comparator_spoke_of() -> None:
    toll, march = joined(TOLL, MARCH)
    answers = {(KABUL.claim.text, toll.claim.text): verdict(REFINES, 0.1)}
    found = relations_among([KABUL, toll, march], comparer=told(answers), judge=Against())
    assert [each.verdict.kind for each in found] == [REFINES]
    (alone,) = relations_among([KABUL, march], comparer=told(answers), judge=Against())
    assert alone.verdict.method == "judge:against.1"


KINDS = [CONTRADICTS, UPDATES, RelationKind.CORROBORATES, REFINES, NOT_COMPARABLE]
VERDICTS = st.none() | st.builds(
    verdict,
    st.sampled_from(KINDS),
    st.floats(0, 1),
    method=st.sampled_from(["m.v1", "judge:against.1"]),
)


@given(st.lists(VERDICTS))
def test_the_verdict_on_two_texts_is_the_one_that_counts_most(
    verdicts: list[Verdict | None],
) -> None:
    found = chosen(verdicts)
    given_ = [each for each in verdicts if each is not None]
    firm = [each for each in given_ if each.method == "m.v1"] or given_
    if found is None:
        assert not given_
        return
    assert found in firm
    for each in firm:
        assert WEIGHT[found.kind] >= WEIGHT[each.kind]
        assert WEIGHT[found.kind] > WEIGHT[each.kind] or found.score >= each.score


def test_two_texts_with_nothing_in_common_have_no_verdict() -> None:
    assert verdict_of_pair([], [KABUL]) is None
    assert verdict_of_pair([KABUL], [RAIN], comparer=told({})) is None
