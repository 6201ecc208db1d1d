"""The measures, on rows small enough to count by hand."""

from typing import Any

import pytest

from claimgraph.reading.evaluation import evaluate

TEXT = "SOHR said 100 people fell ill. HTS denied it and hopes for peace."


def part(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def row(*attributions: dict[str, Any]) -> dict[str, Any]:
    return {"doc_id": "1", "text": TEXT, "attributions": list(attributions)}


SAID = {"source": part("SOHR"), "cue": part("said"), "content": part("100 people fell ill")}
DENIED = {"source": part("HTS"), "cue": part("denied"), "content": part("it")}
HOPES = {"source": part("HTS"), "cue": part("hopes"), "content": part("peace")}


def test_the_same_is_all_right() -> None:
    gold = [row(SAID, DENIED, HOPES)]
    assert {score.f1 for score in evaluate(gold, gold).values()} == {1.0}


def test_nothing_found_scores_nothing() -> None:
    assert {score.f1 for score in evaluate([row(SAID)], []).values()} == {0.0}


def test_marks_at_the_edges_do_not_count() -> None:
    found = {**SAID, "content": part("100 people fell ill.")}
    assert evaluate([row(SAID)], [row(found)])["content exact"].f1 == 1.0


def test_half_of_a_content_is_half_right() -> None:
    found = {**SAID, "content": part("100 people")}
    scores = evaluate([row(SAID)], [row(found)])
    assert scores["content exact"].f1 == 0.0
    assert (scores["content soft"].precision, scores["content soft"].recall) == (1.0, 0.5)
    assert scores["triple"].f1 == 1.0


def test_a_wrong_source_spoils_the_pair() -> None:
    scores = evaluate([row(SAID)], [row({**SAID, "source": part("HTS")})])
    assert (scores["content exact"].f1, scores["pair"].f1) == (1.0, 0.0)


def test_a_wrong_cue_spoils_the_triple_only() -> None:
    scores = evaluate([row(SAID)], [row({**SAID, "cue": part("denied")})])
    assert (scores["pair"].f1, scores["triple"].f1) == (1.0, 0.0)


def test_without_a_source_both_must_have_none() -> None:
    bare = {**SAID, "source": []}
    assert evaluate([row(bare)], [row(bare)])["pair"].f1 == 1.0
    assert evaluate([row(bare)], [row(SAID)])["pair"].f1 == 0.0


def test_hopes_are_not_reporting() -> None:
    scores = evaluate([row(SAID, HOPES)], [row(SAID)])
    assert scores["triple"].recall == pytest.approx(0.5)
    assert scores["triple (reporting)"].recall == 1.0


def test_an_invented_attribution_costs_precision() -> None:
    scores = evaluate([row(SAID)], [row(SAID, DENIED)])
    assert (scores["triple"].precision, scores["triple"].recall) == (0.5, 1.0)
