"""What a person would ask is found in the claims in sight, beside what people have asked."""

from typing import Any

import pytest

from claimgraph.graph import ClaimGraph, answered
from claimgraph.model import Quantity, Question
from claimgraph.store import Store
from tests.factories import (
    article,
    asks,
    contradicts,
    happening,
    reading,
    relation,
    said,
    source,
)
from tests.factories import corroborates as agrees

SIGNED: dict[str, Any] = {"by": "Ann", "reason": "seen the tape"}

FIRST = article("The blast killed 12 people, SES said. SRF blamed HLF. HLF gave no answer.", "Wire")
LATER = article("KCM said 26 people were killed. A day of rain, KCM said.", "Radio", "2018-11-27")
SES, KCM = source("SES"), source("KCM")
SRF, HLF = source("SRF", "state"), source("HLF", "armed_group")
BLAST = happening("explosion in Korvath", place="Korvath")


def dead(number: str) -> list[Quantity]:
    best = int(number.split()[0])
    return [Quantity(text=number, low=best, best=best, high=best, unit="people", of="killed")]


TWELVE = said(
    FIRST, SES, "blast killed 12 people", numbers=dead("12 people"), text="12 people were killed"
)
TWENTY_SIX = said(LATER, KCM, "26 people were killed", numbers=dead("26 people"))
RAIN = said(LATER, KCM, "A day of rain")
BLAMED = said(
    FIRST, SRF, "blamed HLF", stance="accuses", accusing=HLF, about=BLAST, text="HLF is to blame"
)
SILENT = said(FIRST, HLF, "gave no answer", stance="silent", text="HLF gave no answer")
DISAGREE = contradicts(TWELVE, TWENTY_SIX, type="numeric")


@pytest.fixture
def graph(store: Store) -> ClaimGraph:
    graph = ClaimGraph(store, compare=False)
    graph.add(reading(FIRST, TWELVE, BLAMED, SILENT), reading(LATER, TWENTY_SIX, RAIN), DISAGREE)
    return graph


def asked(graph: ClaimGraph) -> dict[str, set[str]]:
    """Each question with the claims that answer it."""
    return {question.text: set(question.claims) for question in graph.questions()}


HOW_MANY = "How many people were killed?"
WHO = "Who is responsible for the explosion in Korvath?"


def test_claims_that_a_relation_joins_answer_a_question(graph: ClaimGraph) -> None:
    assert asked(graph) == {
        HOW_MANY: {TWELVE.claim.id, TWENTY_SIX.claim.id},
        WHO: {BLAMED.claim.id, SILENT.claim.id},
    }
    assert {each.method for each in graph.questions()} == {"questions"}


def test_they_are_the_rows_of_the_matrix(graph: ClaimGraph) -> None:
    rows = {row.text: row for row in graph.matrix()}
    assert rows[HOW_MANY].state.value == "contested"
    assert rows[HOW_MANY].relation_ids == (DISAGREE.id,)
    assert set(rows) == {HOW_MANY, WHO, "A day of rain"}
    assert HOW_MANY in graph._repr_html_()


def test_a_silence_stands_in_the_row_of_the_accusation(graph: ClaimGraph) -> None:
    matrix = graph.matrix()
    row = next(row for row in matrix if row.text == WHO)
    cell = matrix.cell(row.id, HLF.id)
    assert (cell.report.value, cell.words) == ("made no statement", "gave no answer")


def test_a_question_by_hand_takes_the_place_of_the_one_that_is_found(graph: ClaimGraph) -> None:
    by_hand = asks("What is the toll?", TWELVE, TWENTY_SIX)
    graph.add(by_hand)
    first = graph.questions()[0]
    assert first == by_hand
    assert set(asked(graph)) == {by_hand.text, WHO}


def test_a_claim_that_no_hand_has_placed_is_found_a_place_beside_the_others(
    graph: ClaimGraph,
) -> None:
    graph.add(asks("What did the service count?", TWELVE))
    assert asked(graph)[HOW_MANY] == {TWELVE.claim.id, TWENTY_SIX.claim.id}


def test_a_rejected_relation_asks_nothing(graph: ClaimGraph) -> None:
    decided = graph.reject(DISAGREE, **SIGNED)
    assert HOW_MANY not in asked(graph)
    graph.withdraw(decided, **SIGNED)
    assert HOW_MANY in asked(graph)


def test_a_relation_corrected_to_not_comparable_asks_nothing(graph: ClaimGraph) -> None:
    graph.correct(DISAGREE, "kind", "not_comparable", **SIGNED)
    assert HOW_MANY not in asked(graph)


def test_a_rejected_claim_answers_nothing(graph: ClaimGraph) -> None:
    graph.reject(SILENT.claim, **SIGNED)
    assert set(asked(graph)) == {HOW_MANY}


def test_a_corrected_claim_is_asked_about_as_corrected(graph: ClaimGraph) -> None:
    for claim, number in ((TWELVE.claim, 12), (TWENTY_SIX.claim, 26)):
        graph.correct(claim, "text", f"{number} people were killed in Korvath", **SIGNED)
    assert "How many people were killed in Korvath?" in asked(graph)


def test_questions_are_those_of_the_moment(graph: ClaimGraph) -> None:
    assert set(asked(graph.as_of("2018-11-26"))) == {WHO}
    assert set(asked(graph.as_of("2018-11-27"))) == {WHO, HOW_MANY}


def test_they_are_asked_of_some_claims_alone(graph: ClaimGraph) -> None:
    of_two = graph.claims().said_by("SES", "KCM")
    assert [each.text for each in graph.questions(of_two)] == [HOW_MANY]
    assert graph.questions(graph.claims().said_by("SES")) == []


def test_two_sources_are_shown_what_both_answer(graph: ClaimGraph) -> None:
    compared = graph.compare("SRF", "HLF")
    (shared,) = compared.questions
    assert shared.text == WHO
    assert [claim.id for claim in shared.left] == [BLAMED.claim.id]
    assert [claim.id for claim in shared.right] == [SILENT.claim.id]
    assert f"\n{WHO}\n  SRF: HLF is to blame\n  HLF: HLF gave no answer" in str(compared)
    assert next(graph.compare("SES", "KCM").rows())[:2] == (HOW_MANY, "contradicts")


def test_more_claims_than_anybody_looks_at_are_not_grouped(
    graph: ClaimGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answered, "MOST", 4)
    by_hand = asks("What is the toll?", TWELVE, TWENTY_SIX)
    graph.add(by_hand)
    assert graph.questions() == [by_hand]


def test_nothing_is_written_down(graph: ClaimGraph) -> None:
    assert graph.questions()
    assert graph.add(Question(text=HOW_MANY, claims=(TWELVE.claim.id,))).questions == 1


def test_what_has_been_taken_back_contests_nothing(graph: ClaimGraph) -> None:
    again = article("SES said 26 people were killed, not 12.", "Wire", "2018-11-28")
    corrected = said(again, SES, "26 people were killed", numbers=dead("26 people"))
    graph.add(reading(again, corrected), agrees(corrected, TWENTY_SIX))
    states = {row.text: row.state.value for row in graph.matrix()}
    assert states[HOW_MANY] == "contested"
    graph.add(relation("retracts", TWELVE, corrected))
    states = {row.text: row.state.value for row in graph.matrix()}
    assert states[HOW_MANY] == "compatible"
