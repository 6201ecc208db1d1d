"""Relations know which way round they hold; judgements are complete."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from claimgraph import Judgement, Lineage, Question, Relation
from claimgraph.errors import RecordError
from claimgraph.vocabulary import SYMMETRIC, Decision, RelationKind


@pytest.mark.parametrize("kind", sorted(SYMMETRIC))
def test_a_relation_that_holds_both_ways_is_one_record(kind: str) -> None:
    there = Relation(a="clm_1", b="clm_2", kind=kind, reason="…")
    back = Relation(a="clm_2", b="clm_1", kind=kind, reason="…")
    assert there == back
    assert there.id == back.id


@pytest.mark.parametrize("kind", sorted(set(RelationKind) - SYMMETRIC))
def test_a_relation_with_a_direction_keeps_it(kind: str) -> None:
    there = Relation(a="clm_2", b="clm_1", kind=kind, reason="…")
    assert (there.a, there.b) == ("clm_2", "clm_1")
    assert there.id != Relation(a="clm_1", b="clm_2", kind=kind, reason="…").id


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        pytest.param({"b": "clm_1"}, "relation to itself", id="a claim with itself"),
        pytest.param({"reason": ""}, "reason", id="no reason"),
        pytest.param({"score": 1.5}, "score", id="surer than sure"),
        pytest.param({"kind": "refutes"}, "kind", id="a kind of no vocabulary"),
        pytest.param({"type": "mood"}, "type", id="a type of no vocabulary"),
        pytest.param(
            {"independence": "independent"},
            "belongs to corroborates",
            id="independence of a contradiction",
        ),
    ],
)
def test_a_relation_that_cannot_be_checked_is_refused(
    changes: dict[str, Any], complaint: str
) -> None:
    whole = {"a": "clm_1", "b": "clm_2", "kind": "contradicts", "reason": "107 is not 47"}
    assert Relation.model_validate(whole).score == 1
    with pytest.raises(RecordError, match=complaint):
        Relation.model_validate(whole | changes)


def test_what_found_a_relation_is_part_of_it() -> None:
    by_hand = Relation(a="clm_1", b="clm_2", kind="contradicts", reason="…")
    assert by_hand.method == "hand"
    assert by_hand.replace(method="numeric.v1").id != by_hand.id
    assert by_hand.replace(score=0.5, reason="because").id == by_hand.id


def test_more_answers_keep_a_questions_id() -> None:
    few = Question(text="Who did it?", claims=("clm_1",))
    assert few.replace(claims=("clm_1", "clm_2")).id == few.id
    with pytest.raises(RecordError, match="claims"):
        Question(text="Who did it?", claims=())


def test_nothing_comes_from_itself() -> None:
    with pytest.raises(RecordError, match="cannot come from itself"):
        Lineage(from_id="doc_1", to_id="doc_1", kind="same_text", reason="…")


def judgement(**changes: Any) -> Judgement:
    whole = {"decision": "reject", "subjects": ["clm_1"], "by": "Ann", "reason": "a joke"}
    return Judgement.model_validate(whole | changes)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        pytest.param({"subjects": []}, "1 to 1 subjects, not 0", id="of nothing"),
        pytest.param({"subjects": ["clm_1", "clm_2"]}, "1 to 1 subjects", id="of two at once"),
        pytest.param({"decision": "merge"}, "2 to 1000 subjects", id="a merge of one"),
        pytest.param({"decision": "split", "subjects": []}, "1 to 1000", id="a split of none"),
        pytest.param(
            {"decision": "merge", "subjects": ["src_1", "src_1"]}, "named twice", id="of one twice"
        ),
        pytest.param({"decision": "correct"}, "needs one", id="a correction of no field"),
        pytest.param({"field": "text"}, "belongs to a correction", id="a field without correction"),
        pytest.param({"by": " "}, "by", id="signed by nobody"),
        pytest.param({"reason": ""}, "reason", id="without a reason"),
        pytest.param({"made": datetime(2026, 11, 22)}, "made", id="without a zone"),  # noqa: DTZ001
        pytest.param(
            {"value": float("nan"), "decision": "correct", "field": "x"}, "value", id="NaN"
        ),
        pytest.param({"value": object()}, "value", id="a value that is no JSON"),
    ],
)
def test_a_judgement_is_signed_reasoned_and_complete(
    changes: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(RecordError, match=complaint):
        judgement(**changes)


@pytest.mark.parametrize("decision", sorted(Decision))
def test_every_decision_can_be_made(decision: str) -> None:
    correction = {"field": "polarity", "value": "negative"} if decision == "correct" else {}
    subjects = ["src_1", "src_2"] if decision == "merge" else ["src_1"]
    made = judgement(decision=decision, subjects=subjects, **correction)
    assert made.made.tzinfo is UTC


def test_a_judgement_is_one_moment_in_every_zone() -> None:
    there = judgement(made=datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=2))))
    assert there == judgement(made="2026-11-22T10:00:00Z")
    assert there.id == judgement(made="2026-11-22T10:00:00Z").id
