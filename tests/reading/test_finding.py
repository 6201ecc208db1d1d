"""Attributions that the model misses, found in plain text; and look-alikes left alone."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimgraph.errors import ClaimGraphError
from claimgraph.reading.acts.acts import classify
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.marked import marked_drafts
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader
from claimgraph.reading.spans.finding import find
from claimgraph.reading.spans.mending import mend
from claimgraph.vocabulary import AttributionType, SpeechAct
from tests.reading.act_cases import Case, cases, draft_of, overlap, shown

PLAIN = [
    case
    for name in ("acts", "attitudes", "passages")
    for case in cases(name)
    if not all(wanted.only_spans for wanted in case.wanted)
]
LOOKALIKES = cases("lookalikes")
SILENCES = (SpeechAct.DECLINE_COMMENT, SpeechAct.NO_STATEMENT)


def read(reader: Reader, text: str) -> tuple[Parsed, list[Draft]]:
    """A text with all that is marked and found in it."""
    doc = reader.annotate(text)
    parsed = Parsed.of(doc)
    drafts = mend(parsed, marked_drafts(doc))
    find(parsed, drafts)
    classify(parsed, drafts)
    return parsed, drafts


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case.text[:60])
def test_attributions_come_out_of_plain_text(case: Case, own_reader: Reader) -> None:
    parsed, drafts = read(own_reader, case.text)
    for wanted in case.wanted:
        if wanted.only_spans:
            continue
        expected = draft_of(parsed, wanted)
        found = max(drafts, key=lambda draft: _likeness(parsed, draft, expected), default=None)
        everything = [shown(parsed, draft) for draft in drafts]
        assert found is not None, everything
        assert overlap(parsed, found.cue, expected.cue) >= 0.5, everything
        assert overlap(parsed, found.source, expected.source) >= 0.6, everything
        assert overlap(parsed, found.content, expected.content) >= 0.7, everything
        target = "; ".join(parsed.string(part.words) for part in found.targets)
        got = (found.act.value, found.negated, target, found.type.value)
        assert got == (wanted.act, wanted.negated, wanted.target, wanted.type), everything


def _likeness(parsed: Parsed, left: Draft, right: Draft) -> float:
    parts = ((left.cue, right.cue), (left.content, right.content), (left.source, right.source))
    return sum(overlap(parsed, *pair) for pair in parts)


@pytest.mark.parametrize("case", LOOKALIKES, ids=lambda case: case.text[:60])
def test_look_alikes_are_left_alone(case: Case, own_reader: Reader) -> None:
    parsed, drafts = read(own_reader, case.text)
    said = [draft for draft in drafts if draft.type is AttributionType.ASSERTION]
    assert not said, [shown(parsed, draft) for draft in said]


def test_there_are_at_least_sixty_look_alikes() -> None:
    assert len(LOOKALIKES) >= 60


def test_what_is_cited_has_the_cited_ones_as_source(own_reader: Reader) -> None:
    text = "The Daily Herald, citing two officials, reported that the mine had been flooded."
    parsed, drafts = read(own_reader, text)
    citing = next(draft for draft in drafts if parsed.string(draft.cue[0]) == "citing")
    assert [parsed.string(piece) for piece in citing.source] == ["two officials"]
    assert [parsed.string(piece) for piece in citing.content] == ["that the mine had been flooded"]


@pytest.mark.parametrize("cited", ["two sources close to the inquiry", "the ministry"])
def test_what_is_cited_behind_according_to_has_the_same_content(
    own_reader: Reader, cited: str
) -> None:
    text = f"According to the Daily Herald, citing {cited}, the mine had been flooded."
    parsed, drafts = read(own_reader, text)
    citing = next(draft for draft in drafts if parsed.string(draft.cue[0]) == "citing")
    assert [parsed.string(piece) for piece in citing.source] == [cited]
    assert [parsed.string(piece) for piece in citing.content] == ["the mine had been flooded"]


def test_a_speaker_who_tells_of_his_own_words_is_listed_once(own_reader: Reader) -> None:
    text = "Senator Anna Roth said she had asked for the papers twice."
    parsed, drafts = read(own_reader, text)
    said = [draft for draft in drafts if draft.type is AttributionType.ASSERTION]
    assert [parsed.string(draft.cue[0]) for draft in said] == ["said"]


def test_a_telephone_call_inside_a_report_is_no_demand(own_reader: Reader) -> None:
    text = (
        "A spokesman says that Ann Orr called Marta Welk on Friday to express gratitude to the "
        "former minister."
    )
    parsed, drafts = read(own_reader, text)
    assert [parsed.string(draft.cue[0]) for draft in drafts] == ["says"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "“The talks were to bring peace,” the envoy said. “Sadly, the North has chosen a "
            "different path and made clear it would not be a credible partner.”",
            "made clear",
            "it would not be a credible partner",
        ),
        (
            "Her emphasis that only 1 percent of the staff had been involved with what many "
            "lawmakers called “fraud” lead Sens. Jon Tester (D-Mont.) and David Vitter (R-La.) to "
            "speak of breaking up the bank.",
            "called",
            "fraud",
        ),
    ],
)
def test_an_inner_attribution_has_its_whole_cue_and_no_more_than_its_content(
    text: str, cue: str, content: str, own_reader: Reader
) -> None:
    parsed, drafts = read(own_reader, text)
    parts = [
        (" ".join(map(parsed.string, draft.cue)), " ".join(map(parsed.string, draft.content)))
        for draft in drafts
    ]
    assert (cue, content) in parts


def test_an_attribution_within_another_is_found(own_reader: Reader) -> None:
    text = "The police chief said the driver had admitted that he was drunk."
    parsed, drafts = read(own_reader, text)
    assert [draft.act for draft in drafts] == [SpeechAct.STATE, SpeechAct.ADMIT]
    assert parsed.string(drafts[1].source[0]) == "the driver"


WORDS = st.sampled_from(
    """
    The ministry police officials rebels he who it said denied accused of blaming declined to
    comment claimed responsibility for attack reportedly alleged according statement did not respond
    would say whether that was were by no group immediate from could be reached , . " “ ” ? : and
    or had citing adding called on urged reports his claim silent request calls unanswered without
    details
    """.split()
)
SENTENCES = [case.text for case in (*PLAIN, *LOOKALIKES)]
PARTS = st.builds(
    lambda text, start, end: text[start % len(text) :][: 5 + end],
    st.sampled_from(SENTENCES),
    st.integers(0, 200),
    st.integers(0, 200),
)
#: Cue words in any order, and pieces of the sentences above.
TEXTS = (
    st.lists(st.one_of(WORDS, WORDS, PARTS, st.just("\n")), min_size=1, max_size=40)
    .map(" ".join)
    .filter(lambda text: bool(text.strip()))
)


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Hypothesis calls a test many times; the model is loaded once."""
    return Reader(threads=1)


@settings(max_examples=150)
@given(TEXTS)
@example(text=" of using child soldiers, a charge both deny. of The")
def test_on_any_words_the_parts_are_in_order_and_nothing_is_raised(text: str) -> None:
    parsed, drafts = read(reader(), text)
    assert [draft.place for draft in drafts] == sorted(draft.place for draft in drafts)
    keys = [(tuple(draft.cue), tuple(draft.content)) for draft in drafts]
    assert len(set(keys)) == len(keys)
    for draft in drafts:
        assert draft.cue or draft.content
        for part in (draft.source, draft.cue, draft.content, [p.words for p in draft.targets]):
            _is_in_order(part, len(parsed.words))
        if draft.act in SILENCES and draft.content:
            assert draft.negated


def _is_in_order(part: list[Range], words: int) -> None:
    assert all(0 <= start < end <= words for start, end in part)
    assert all(before[1] <= after[0] for before, after in pairwise(part))


@settings(max_examples=100)
@example("calls \n citing ministry The d")
@given(TEXTS)
def test_finding_twice_changes_nothing(text: str) -> None:
    parsed, drafts = read(reader(), text)
    before = [_state(draft) for draft in drafts]
    find(parsed, drafts)
    classify(parsed, drafts)
    assert [_state(draft) for draft in drafts] == before


def _state(draft: Draft) -> tuple[object, ...]:
    return (
        tuple(draft.source),
        tuple(draft.cue),
        tuple(draft.content),
        draft.act,
        draft.type,
        draft.negated,
        tuple(part.words for part in draft.targets),
    )


@settings(max_examples=60)
@given(st.text(max_size=200).filter(lambda text: text.strip()))
def test_any_characters_can_be_read(text: str) -> None:
    try:
        read(reader(), text)
    except ClaimGraphError:
        return
