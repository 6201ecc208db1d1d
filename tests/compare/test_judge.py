"""A judge speaks last, is asked both ways round, and never overrules a comparator."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from claimgraph.compare.comparer import OneByOne
from claimgraph.compare.gist import Gist
from claimgraph.compare.judge import (
    JudgeOptions,
    PairJudge,
    Probabilities,
    installed_judge,
    judged,
    method_of,
    with_judge,
    wording,
)
from claimgraph.compare.judged import JudgedComparer
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.errors import ModelError
from claimgraph.vocabulary import ConflictType, Independence, RelationKind
from tests.compare.statements import denies, says, silent

FOLLOWS = Probabilities(0.9, 0.06, 0.04)
OPEN = Probabilities(0.1, 0.8, 0.1)
AGAINST = Probabilities(0.01, 0.04, 0.95)

LIVES = says("Rosatom", "the reactor in Enerhodar is running")
STOPPED = says("Ukraine", "the reactor in Enerhodar stands still", in_="doc_b")
COLD = says("IAEA", "the reactor in Enerhodar has been cold since Monday", in_="doc_c")


class Told:
    """A judge that says what it was told to, and remembers what it was asked."""

    name, version = "told", "1"

    def __init__(self, answers: dict[tuple[str, str], Probabilities]) -> None:
        self.answers = answers
        self.asked: list[list[tuple[str, str]]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
        self.asked.append(list(pairs))
        return [self.answers.get(pair, OPEN) for pair in pairs]


def both_ways(a: Statement, b: Statement, there: Probabilities, back: Probabilities) -> Told:
    return Told({(wording(a), wording(b)): there, (wording(b), wording(a)): back})


@pytest.mark.parametrize(
    ("there", "back", "kind", "turned"),
    [
        pytest.param(AGAINST, AGAINST, RelationKind.CONTRADICTS, False, id="both against"),
        pytest.param(AGAINST, OPEN, None, False, id="against one way only"),
        pytest.param(OPEN, AGAINST, None, False, id="against the other way only"),
        pytest.param(AGAINST, FOLLOWS, RelationKind.REFINES, False, id="they do not fit together"),
        pytest.param(FOLLOWS, FOLLOWS, RelationKind.CORROBORATES, False, id="each follows"),
        pytest.param(FOLLOWS, OPEN, RelationKind.REFINES, True, id="the first says more"),
        pytest.param(OPEN, FOLLOWS, RelationKind.REFINES, False, id="the second says more"),
        pytest.param(OPEN, OPEN, None, False, id="open"),
    ],
)
def test_a_verdict_needs_what_both_ways_say(
    there: Probabilities, back: Probabilities, kind: RelationKind | None, turned: bool
) -> None:
    (verdict,) = judged([(LIVES, COLD)], both_ways(LIVES, COLD, there, back))
    assert (verdict.kind if verdict else None) == kind
    if verdict:
        assert verdict.reversed is turned
        assert verdict.method == "judge:told.1"


def test_the_score_of_a_contradiction_is_that_of_the_weaker_way() -> None:
    judge = both_ways(LIVES, STOPPED, AGAINST, Probabilities(0.05, 0.1, 0.85))
    (verdict,) = judged([(LIVES, STOPPED)], judge)
    assert verdict
    assert verdict.score == 0.85
    assert "0.95 one way round, 0.85 the other" in verdict.reason
    strict = JudgeOptions(contradiction=0.9)
    assert judged([(LIVES, STOPPED)], judge, strict) == [None]


def test_the_order_of_a_pair_changes_only_who_is_first() -> None:
    judge = both_ways(LIVES, COLD, FOLLOWS, OPEN)
    (one,), (other,) = judged([(LIVES, COLD)], judge), judged([(COLD, LIVES)], judge)
    assert one
    assert other
    assert (one.kind, one.reversed, one.score) == (other.kind, not other.reversed, other.score)


def test_all_pairs_are_asked_at_once_and_none_twice() -> None:
    judge = Told({})
    again = says("Kyiv", "the reactor in Enerhodar stands still", in_="doc_d")
    judged([(LIVES, STOPPED), (STOPPED, LIVES), (LIVES, again), (LIVES, COLD)], judge)
    (asked,) = judge.asked
    assert len(asked) == len(set(asked)) == 4


def test_no_pair_is_no_call() -> None:
    judge = Told({})
    assert judged([], judge) == []
    assert judge.asked == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        pytest.param(says("SANA", "the toll is 107"), "The toll is 107.", id="a sentence"),
        pytest.param(
            denies("HTS", "HTS fired shells."), "It is not true that HTS fired shells.", id="denied"
        ),
        pytest.param(silent("HTS", "HTS did not issue a statement"), "", id="a silence"),
        pytest.param(says("Lavrov", "the gas was real", stance="doubts"), "", id="a doubt"),
        pytest.param(says("HTS", "HTS cannot comment", stance="declines"), "", id="no comment"),
    ],
)
def test_a_judge_sees_what_the_speaker_holds(statement: Statement, expected: str) -> None:
    assert wording(statement) == expected


def test_a_silence_is_never_put_to_a_judge() -> None:
    judge = Told({})
    assert judged([(LIVES, silent("Rosatom", "Rosatom said nothing"))], judge) == [None]
    assert judge.asked == []


def test_a_judge_fills_in_and_never_overrules() -> None:
    numeric = Verdict(RelationKind.CORROBORATES, ConflictType.NUMERIC, 0.7, "107 is around 100")
    far = says("NASA", "the probe has landed", in_="doc_d")
    pairs = [(LIVES, STOPPED), (LIVES, COLD), (STOPPED, far)]
    judge = Told(
        {(wording(a), wording(b)): AGAINST for a, b in [*pairs, *((b, a) for a, b in pairs)]}
    )
    gists = [(Gist(a), Gist(b)) for a, b in pairs]
    found = with_judge(gists, [numeric, None, None], judge, asked=True)
    assert found[0] is numeric
    assert found[1] is not None
    assert found[1].kind is RelationKind.CONTRADICTS
    assert found[2] is None
    assert judge.asked == [[(wording(LIVES), wording(COLD)), (wording(COLD), wording(LIVES))]], (
        "the third pair did not pass the gate, the first one had its verdict"
    )


def test_what_a_text_takes_back_itself_is_not_put_to_a_judge() -> None:
    judge = Told({})
    assert with_judge([(Gist(LIVES, turned=True), Gist(COLD))], [None], judge) == [None]
    assert judge.asked == []


@pytest.mark.parametrize(
    ("who", "expected"),
    [("IAEA", Independence.INDEPENDENT), ("Rosatom", Independence.SAME_SOURCE)],
)
def test_agreement_says_whether_the_sources_are_independent(
    who: str, expected: Independence
) -> None:
    again = says(who, "the reactor in Enerhodar has been running since Monday", in_="doc_c")
    judge = both_ways(LIVES, again, FOLLOWS, FOLLOWS)
    (found,) = with_judge([(Gist(LIVES), Gist(again))], [None], judge)
    assert found
    assert found.independence is expected
    assert found.tests


def test_a_graph_may_have_a_comparer_with_a_judge_behind_it() -> None:
    numeric = Verdict(RelationKind.CORROBORATES, ConflictType.NUMERIC, 0.7, "so", method="n.v1")
    own = OneByOne(lambda _, b: numeric if b is STOPPED else None, "own.7")
    judge = both_ways(LIVES, COLD, AGAINST, AGAINST)
    comparer = JudgedComparer(judge, comparer=own)
    first, second = comparer.verdicts([(LIVES, STOPPED), (LIVES, COLD)])
    assert first is numeric
    assert second is not None
    assert second.kind is RelationKind.CONTRADICTS
    assert comparer.version == "own.7+judge:told.1(0.8,0.8)"
    stricter = JudgedComparer(judge, comparer=own, options=JudgeOptions(contradiction=0.99))
    assert stricter.version != comparer.version
    assert stricter.verdicts([(LIVES, COLD)]) == [None]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        pytest.param([OPEN], "gave 1 answers to 2 pairs", id="too few"),
        pytest.param([(0.5, 0.5, 0.5)] * 2, "not the probabilities", id="they do not add up"),
        pytest.param([(-2.0, 1.0, 2.0)] * 2, "not the probabilities", id="they are scores"),
        pytest.param([(float("nan"),) * 3] * 2, "not the probabilities", id="they are no numbers"),
    ],
)
def test_answers_that_are_none_are_refused(answers: list[Any], message: str) -> None:
    class Odd(Told):
        def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
            return answers[: len(pairs)]

    with pytest.raises(ModelError, match=message):
        judged([(LIVES, STOPPED)], Odd({}))


@pytest.mark.parametrize("name", ["", "two words", "dotted.name", "ü"])
def test_a_name_that_a_method_cannot_hold_is_refused(name: str) -> None:
    judge = Told({})
    judge.name = name
    with pytest.raises(ModelError, match="name"):
        method_of(judge)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that offers judges."""
    (tmp_path / "gazette_judges.py").write_text(
        "class Judge:\n"
        "    name, version = 'gazette', '3'\n"
        "    def __init__(self, mood='calm'): self.mood = mood\n"
        "    def judge(self, pairs): return [(0.0, 1.0, 0.0) for _ in pairs]\n"
        "def nothing(): return 7\n"
    )
    folder = tmp_path / "gazette_judges-3.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: gazette-judges\nVersion: 3\n")
    (folder / "entry_points.txt").write_text(
        "[claimgraph.judges]\n"
        "gazette = gazette_judges:Judge\n"
        "seven = gazette_judges:nothing\n"
        "gone = gazette_judges:Gone\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.usefixtures("package")
def test_a_judge_of_another_package_is_found_by_its_name() -> None:
    judge = installed_judge("gazette")
    assert isinstance(judge, PairJudge)
    assert method_of(judge) == "judge:gazette.3"
    assert judged([(LIVES, STOPPED)], judge) == [None]
    assert vars(installed_judge("gazette:stern")) == {"mood": "stern"}


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("oracle", "no installed package offers a judge called 'oracle'.*gazette"),
        pytest.param("seven", "makes a int, which has no name"),
        pytest.param("gone", "cannot be made: .*Gone"),
        pytest.param("seven:x", "cannot be made: "),
    ],
)
def test_a_judge_that_cannot_be_had_is_an_error_with_its_name(name: str, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        installed_judge(name)
