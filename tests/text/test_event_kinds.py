"""Kinds of events by their words."""

import pytest

from claimgraph.text.event_kinds import EventKind, kind_of_noun, kind_of_verb, narrower


@pytest.mark.parametrize(
    ("lemma", "before", "expected"),
    [
        pytest.param("attack", [], EventKind.ATTACK, id="an attack"),
        pytest.param("attack", ["suicide"], EventKind.BOMBING, id="a suicide attack"),
        pytest.param("attack", ["alleged", "gas"], EventKind.CHEMICAL_ATTACK, id="a gas attack"),
        pytest.param("attack", ["drone"], EventKind.AIRSTRIKE, id="a drone attack"),
        pytest.param("leak", ["gas"], EventKind.LEAK, id="a gas leak is no attack"),
        pytest.param("strike", ["teachers"], None, id="teachers strike otherwise"),
        pytest.param("fire", ["friendly"], None, id="not every fire burns"),
        pytest.param("fire", ["warehouse"], EventKind.FIRE, id="a warehouse fire"),
        pytest.param("table", ["air"], None, id="no event"),
    ],
)
def test_the_words_before_a_noun_tell_its_kind(
    lemma: str, before: list[str], expected: EventKind | None
) -> None:
    assert kind_of_noun(lemma, before) is expected


@pytest.mark.parametrize(
    ("lemma", "objects", "means", "doers", "expected"),
    [
        pytest.param("shell", ["town"], [], [], EventKind.SHELLING, id="shelled the town"),
        pytest.param(
            "shell", ["town"], ["chlorine"], [], EventKind.CHEMICAL_ATTACK, id="with chlorine"
        ),
        pytest.param("fire", ["rockets"], [], [], EventKind.SHELLING, id="fired rockets"),
        pytest.param("fire", ["aide"], [], [], None, id="fired an aide"),
        pytest.param("bomb", ["town"], [], ["jets"], EventKind.AIRSTRIKE, id="jets bombed"),
        pytest.param("use", ["chlorine"], [], [], EventKind.CHEMICAL_ATTACK, id="used chlorine"),
        pytest.param("use", ["force"], [], [], None, id="used force"),
        pytest.param("plant", ["bomb"], [], [], EventKind.BOMBING, id="planted a bomb"),
        pytest.param(
            "kill", ["40"], [], ["sarin"], EventKind.CHEMICAL_ATTACK, id="sarin killed 40"
        ),
        pytest.param(
            "kill", ["40"], ["chlorine"], ["army"], EventKind.CHEMICAL_ATTACK, id="killed by means"
        ),
        pytest.param("kill", ["two"], [], ["gas"], None, id="gas may leak"),
        pytest.param("plant", ["trees"], [], [], None, id="planted trees"),
    ],
)
def test_what_it_was_done_with_tells_a_verbs_kind(
    lemma: str,
    objects: list[str],
    means: list[str],
    doers: list[str],
    expected: EventKind | None,
) -> None:
    assert kind_of_verb(lemma, objects, means, doers) is expected


@pytest.mark.parametrize("left", EventKind)
@pytest.mark.parametrize("right", EventKind)
def test_what_is_narrower_does_not_depend_on_the_order(left: EventKind, right: EventKind) -> None:
    assert narrower(left, right) is narrower(right, left)
