"""Arcs that cannot be are hung where they belong; sound ones stay."""

import pytest

from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader
from claimgraph.reading.tree_faults import mend_faults

Arc = tuple[str, str, str]


def arc(parsed: Parsed, word: str) -> Arc:
    """A word, its head, and how it hangs there."""
    place = parsed.words.index(word)
    return word, parsed.words[parsed.heads[place]], parsed.deps[place]


def hang(parsed: Parsed, arcs: list[Arc]) -> None:
    for word, head, dep in arcs:
        parsed.hang(parsed.words.index(word), parsed.words.index(head), dep)


#: A sentence, arcs that a parser may give it, and those that are right.
FAULTS = [
    pytest.param(
        "The lawyer said that his client had admitted it.",
        [("lawyer", "admitted", "nsubj")],
        [("lawyer", "said", "nsubj"), ("client", "admitted", "nsubj")],
        id="a subject hangs on the verb of another clause",
    ),
    pytest.param(
        "The governor spoke in remarks broadcast by the radio.",
        [("radio", "spoke", "obl"), ("broadcast", "remarks", "acl")],
        [("radio", "broadcast", "obl:agent")],
        id="who did it hangs on another verb",
    ),
    pytest.param(
        "Gunmen near the bridge had attacked a convoy.",
        [("bridge", "attacked", "obl")],
        [("bridge", "Gunmen", "nmod")],
        id="a place behind the subject hangs on the verb",
    ),
    pytest.param(
        "The minister ruled out early elections.",
        [("elections", "ruled", "obl")],
        [("elections", "ruled", "obj")],
        id="an object without a preposition hangs as a phrase",
    ),
    pytest.param(
        "The mayor was going to cut taxes and raise wages.",
        [("raise", "going", "conj")],
        [("raise", "cut", "conj")],
        id="a second infinitive hangs on the first one's verb",
    ),
    pytest.param(
        "The firm is accused of ignoring complaints.",
        [("ignoring", "accused", "advcl"), ("firm", "ignoring", "nsubj")],
        [("firm", "accused", "nsubj:pass")],
        id="the accused hangs on what he is accused of",
    ),
    pytest.param(
        "The clinic took in nine children with measles.",
        [("measles", "took", "obl")],
        [("measles", "children", "nmod")],
        id="an illness hangs on the verb",
    ),
    pytest.param(
        "He spoke in an interview with Der Spiegel.",
        [
            ("Der", "interview", "nmod"),
            ("Spiegel", "interview", "nmod"),
            ("with", "Spiegel", "case"),
        ],
        [("Der", "Spiegel", "compound"), ("Spiegel", "interview", "nmod")],
        id="two words of one name hang side by side",
    ),
]

SOUND = [
    "The lawyer said that his client had admitted it.",
    "The mayor said on Monday that the bridge would be closed by Friday.",
    "The council will meet on Monday in the town hall and vote on the plan.",
    "He has to answer for the failure, and she wants to know why.",
    "The talks lasted three hours, a negotiator quoted by Al Jazeera said.",
    "On Sunday the army in the north had said that it would not retreat.",
]


@pytest.mark.parametrize(("text", "wrong", "right"), FAULTS)
def test_arcs_that_cannot_be_are_mended(
    own_reader: Reader, text: str, wrong: list[Arc], right: list[Arc]
) -> None:
    parsed = Parsed.of(own_reader.annotate(text))
    hang(parsed, wrong)
    mend_faults(parsed)
    assert [arc(parsed, word) for word, _, _ in right] == right
    for word, head in enumerate(parsed.heads):
        assert (word in parsed.children[head]) == (head != word)


def test_what_must_be_done_hangs_on_have(own_reader: Reader) -> None:
    parsed = Parsed.of(own_reader.annotate("The firm has yet to respond to the accusations."))
    has, respond = parsed.words.index("has"), parsed.words.index("respond")
    assert (parsed.heads[has], parsed.heads[respond]) == (has, has)
    assert parsed.deps[respond] == "xcomp"
    assert arc(parsed, "firm") == ("firm", "has", "nsubj")


@pytest.mark.parametrize("text", SOUND)
def test_mending_twice_changes_nothing(own_reader: Reader, text: str) -> None:
    parsed = Parsed.of(own_reader.annotate(text))
    before = (list(parsed.heads), list(parsed.deps))
    mend_faults(parsed)
    assert (parsed.heads, parsed.deps) == before


def test_what_is_sound_stays(own_reader: Reader) -> None:
    parsed = Parsed.of(own_reader.annotate("The mayor spoke on Monday about the bridge."))
    assert arc(parsed, "Monday") == ("Monday", "spoke", "obl")
    assert arc(parsed, "bridge") == ("bridge", "spoke", "obl")
