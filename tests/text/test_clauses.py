"""A clause is turned into a question by its words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.text.clauses import asked, clause_of, inside, inverted


@pytest.mark.parametrize(
    ("text", "predicate", "question"),
    [
        ("Navalny was poisoned", "poison", "Was Navalny poisoned"),
        ("Navalny had been poisoned", "poison", "Had Navalny been poisoned"),
        ("Russia destroyed everything", "destroy", "Did Russia destroy everything"),
        ("the ministry owns the plant", "own", "Does the ministry own the plant"),
        ("rebels hold the town", "hold", "Do rebels hold the town"),
        ("the Taliban is guilty", "be guilty", "Is the Taliban guilty"),
        ("the strikes hit two farms", "hit", "Did the strikes hit two farms"),
        ("Idlib will eventually revert to it", "revert", "Will Idlib revert to it"),
        ("HTS did not issue a statement", "issue", "Did HTS issue a statement"),
        ("HTS hasn’t answered", "answer", "Has HTS answered"),
        ("The army can't hold Kherson", "hold", "Can the army hold Kherson"),
        ("HTS is to blame", "blame", "Is HTS to blame"),
        ("no one was hurt", "hurt", "Was anyone hurt"),
        ("the rebels fired no such shells", "fire", "Did the rebels fire any such shells"),
        ("nobody found anything", "find", "Did anyone find anything"),
        ("the plane never landed", "land", "Did the plane never land"),
        ("Two men cut the fence", "cut", "Did two men cut the fence"),
        ("police were arresting workers", "arrest", "Were police arresting workers"),
        ("the attack on the depot carried on", "carry on", "Did the attack on the depot carry on"),
    ],
)
def test_a_claim_is_asked(text: str, predicate: str, question: str) -> None:
    clause = clause_of(text, predicate)
    assert clause is not None
    assert asked(clause) == question.replace("never", "ever")


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        pytest.param("a group that took no orders", "take", id="a relative clause"),
        pytest.param("the attack on Aleppo", "attack", id="a noun"),
        pytest.param("March 15 2011", "march", id="a date"),
        pytest.param("the deal to spare Idlib", "spare", id="an infinitive"),
        pytest.param("Carried out", "carry out", id="no subject"),
        pytest.param("", "take", id="nothing"),
    ],
)
def test_what_is_no_clause_is_none(text: str, predicate: str) -> None:
    assert clause_of(text, predicate) is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Drenland has no link to the blast", "Has Drenland any link to the blast"),
        ("The toll could not be checked", "Could the toll be checked"),
        ("the man who was shot died", ""),
        ("nothing", ""),
    ],
)
def test_a_sentence_with_an_auxiliary_needs_no_verb(text: str, question: str) -> None:
    assert inverted(text) == question


def test_when_and_where_come_first() -> None:
    clause = clause_of("the plane crashed", "crash")
    assert clause
    assert asked(clause, first="When") == "When did the plane crash"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The plane", "the plane"), ("Police", "police"), ("Moscow", "Moscow"), ("", "")],
)
def test_a_capital_is_kept_for_names(text: str, expected: str) -> None:
    assert inside(text) == expected


@given(st.text(max_size=60), st.text(max_size=12))
def test_no_text_is_too_odd(text: str, predicate: str) -> None:
    clause = clause_of(text, predicate)
    if clause is not None:
        assert asked(clause)
    assert isinstance(inverted(text), str)
