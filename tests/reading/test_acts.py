"""What kind of act an attribution is, by its cue and content."""

from __future__ import annotations

from collections import Counter

import pytest

from claimgraph.reading.acts.acts import FIELDS, classify
from claimgraph.reading.draft import Draft
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import Role, SpeechAct
from tests.reading.act_cases import Case, cases, draft_of, shown

FILES = ("acts", "attitudes", "passages")
ALL = [case for name in FILES for case in cases(name)]


@pytest.fixture(scope="module")
def parsed(own_reader: Reader) -> dict[str, Parsed]:
    """Every sentence of the cases, read once."""
    texts = [case.text for case in ALL]
    docs = own_reader.nlp.pipe(texts)
    return {text: Parsed.of(doc) for text, doc in zip(texts, docs, strict=True)}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.text[:60])
def test_the_act_of_a_cue_and_its_content(case: Case, parsed: dict[str, Parsed]) -> None:
    words = parsed[case.text]
    for wanted in case.wanted:
        draft = draft_of(words, wanted)
        classify(words, [draft])
        target = "; ".join(words.string(part.words) for part in draft.targets)
        got = (draft.act.value, draft.negated, target, draft.type.value)
        assert got == (wanted.act, wanted.negated, wanted.target, wanted.type), (
            shown(words, draft),
            [(reason.field, reason.rule) for reason in draft.because],
        )


def test_every_act_has_at_least_eight_cases() -> None:
    count = Counter(wanted.act for case in ALL for wanted in case.wanted)
    assert min(count[act.value] for act in SpeechAct) >= 8
    assert sum(count.values()) >= 200


def test_every_act_says_by_which_rule_and_words(parsed: dict[str, Parsed]) -> None:
    for case in ALL:
        words = parsed[case.text]
        for wanted in case.wanted:
            draft = draft_of(words, wanted)
            classify(words, [draft])
            reasons = {reason.field: reason for reason in draft.because}
            assert {"act", "type"} <= reasons.keys()
            assert reasons["act"].rule
            assert reasons["act"].words
            assert ("negated" in reasons) == draft.negated
            assert ("targets" in reasons) == bool(draft.targets)


def test_reading_the_act_twice_changes_nothing(parsed: dict[str, Parsed]) -> None:
    for case in ALL:
        words = parsed[case.text]
        drafts = [draft_of(words, wanted) for wanted in case.wanted]
        classify(words, drafts)
        before = [_state(draft) for draft in drafts]
        classify(words, drafts)
        assert [_state(draft) for draft in drafts] == before


def _state(draft: Draft) -> tuple[object, ...]:
    targets = [(part.words, part.role) for part in draft.targets]
    return draft.act, draft.type, draft.negated, targets, list(draft.because)


def test_what_others_say_about_a_draft_stays(own_reader: Reader) -> None:
    words = Parsed.of(own_reader.annotate("The mayor denied the report."))
    draft = Draft([(0, 2)], [(2, 3)], [(3, 5)])
    draft.explain("source", "source.subject", "the subject of the cue", (0, 2))
    classify(words, [draft])
    assert [reason.rule for reason in draft.because if reason.field not in FIELDS] == [
        "source.subject"
    ]


def test_a_denial_clears_whom_it_names(own_reader: Reader) -> None:
    words = Parsed.of(own_reader.annotate("The envoy denied that Serbia had attacked the convoy."))
    draft = Draft([(0, 2)], [(2, 3)], [(3, 9)])
    classify(words, [draft])
    assert [(words.string(part.words), part.role) for part in draft.targets] == [
        ("Serbia", Role.CLEARED)
    ]


def test_a_silence_denies_nothing(own_reader: Reader) -> None:
    """Who issues no statement has not said that anything is untrue."""
    words = Parsed.of(own_reader.annotate("The group did not immediately issue a statement."))
    draft = Draft([(0, 2)], [(2, 4), (5, 6)], [])
    classify(words, [draft])
    assert draft.act is SpeechAct.NO_STATEMENT
    assert not draft.negated
    assert not draft.targets
