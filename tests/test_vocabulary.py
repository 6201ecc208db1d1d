"""The vocabularies are closed, say where their words come from, and never judge."""

import re
from enum import StrEnum

import pytest

from claimgraph import vocabulary

VOCABULARIES = [
    pytest.param(value, id=name)
    for name, value in vars(vocabulary).items()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]

#: Every scheme that a vocabulary may come from.
SCHEMES = re.compile(
    "PARC|PolNeAR|CAMEO|RumourEval|FactBank|UCDP|ACLED|PropBank|Marneffe|entailment|PROV|"
    "nomenklatura|FollowTheMoney|AP and Reuters"
)

#: The words that users have stored: a word may come, none may go or change its meaning.
WORDS = {
    "SourceKind": "person organisation state armed_group media document collective anonymous "
    "unknown",
    "Naming": "named described unnamed pronoun",
    "AttributionType": "assertion belief fact eventuality",
    "Form": "direct indirect mixed",
    "SpeechAct": "state report confirm deny accuse allege admit claim_responsibility estimate "
    "predict demand promise warn insist question correct retract decline_comment no_statement "
    "other",
    "Stance": "asserts confirms denies doubts accuses declines silent",
    "Polarity": "positive negative unknown",
    "Certainty": "certain probable possible underspecified",
    "Comparator": "exact about at_least more_than up_to fewer_than between vague fraction_of",
    "Role": "agent patient accused cleared recipient other",
    "Precision": "second minute hour part_of_day day week month quarter season year range",
    "RelationKind": "contradicts corroborates updates refines retracts not_comparable",
    "ConflictType": "negation antonym numeric responsibility time place factive structure lexical",
    "Independence": "same_source shared_upstream independent",
    "LineageKind": "same_text same_statement same_origin cites",
    "Decision": "confirm reject unsure correct merge split withdraw",
}


@pytest.mark.parametrize("words", VOCABULARIES)
def test_a_vocabulary_names_its_scheme(words: type[StrEnum]) -> None:
    assert SCHEMES.search(words.__doc__ or "")


@pytest.mark.parametrize("words", VOCABULARIES)
def test_a_stored_word_keeps_its_meaning(words: type[StrEnum]) -> None:
    assert [word.value for word in words] == WORDS[words.__name__].split()


@pytest.mark.parametrize("words", VOCABULARIES)
def test_a_word_is_its_own_text(words: type[StrEnum]) -> None:
    for word in words:
        assert word == word.value == str(word) == word.name.lower()


@pytest.mark.parametrize("words", VOCABULARIES)
def test_no_word_says_who_is_right(words: type[StrEnum]) -> None:
    judging = {"true", "false", "truth", "lie", "fake", "hoax", "debunked", "verified"}
    assert judging.isdisjoint(words)
