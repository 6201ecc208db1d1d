"""Base forms from spelling, and the forms that are made of them."""

import pytest

from claimgraph.reading.encoder.verb_lemmas import verb_lemma
from claimgraph.text.conjugation import participle, past, past_of, present, third_person


@pytest.mark.parametrize(
    ("forms", "tag"),
    [
        pytest.param("praised praise, poisoned poison, signed sign, closed close", "VBD", id="e"),
        pytest.param("planned plan, kidnapped kidnap, occurred occur, added add", "VBD", id="two"),
        pytest.param(
            "denied deny, died die, tied tie, agreed agree, freed free", "VBD", id="ie, ee"
        ),
        pytest.param(
            "shot shoot, fled flee, withheld withhold, spoke speak", "VBD", id="irregular"
        ),
        pytest.param(
            "targeted target, visited visit, invited invite, created create", "VBN", id="t"
        ),
        pytest.param(
            "charged charge, managed manage, belonged belong, bridged bridge", "VBN", id="g"
        ),
        pytest.param(
            "using use, lying lie, writing write, putting put, hiding hide", "VBG", id="ing"
        ),
        pytest.param("carries carry, reaches reach, uses use, passes pass, goes go", "VBZ", id="s"),
        pytest.param("reports report, killing kill", "VBD", id="the ending decides, not the tag"),
        pytest.param("need need, bring bring, focus focus, spread spread", "VB", id="base forms"),
    ],
)
def test_a_form_leads_to_its_base(forms: str, tag: str) -> None:
    for pair in forms.split(", "):
        form, base = pair.split()
        assert verb_lemma(form, tag) == base


@pytest.mark.parametrize(
    "verb", "carry plan deny use visit occur charge hide withdraw agree kidnap tie focus".split()
)
def test_the_past_leads_back(verb: str) -> None:
    assert verb_lemma(past(verb), "VBD") == verb
    assert verb_lemma(participle(verb), "VBN") == verb
    assert verb_lemma(third_person(verb), "VBZ") == verb


def test_be_has_forms_of_its_own() -> None:
    assert (present("be", False), present("be", True)) == ("is", "are")
    assert (past_of("be", False), past_of("be", True)) == ("was", "were")
