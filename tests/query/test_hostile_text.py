"""Whatever is asked for is a value: it finds what bears it, and does nothing else."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimgraph.errors import ClaimGraphError
from claimgraph.graph import ClaimGraph

HOSTILE = (
    "'; DROP TABLE claim; --",
    '" OR 1=1 --',
    "chlorine OR *",
    "NEAR(chlorine gas, 2)",
    "claim_words:gas",
    "^gas + -NOT AND",
    "gas & !chlorine | (",
    "%_\\",
    "100%",
    "{given_0}:given_0 %(given_0)s ? $1",
    "\0",
    "\ud800",
    "‮gnp.exe",
    "",
    " ",
    "a" * 10_000,
)


@settings(max_examples=60)
@given(text=st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=40)))
@example(text="SOHR'")
@example(text='"')
def test_no_text_breaks_a_query_or_changes_the_store(seeds: ClaimGraph, text: str) -> None:
    before = seeds.claims().count()
    asks: list[Any] = [
        lambda: seeds.claims().said_by(text),
        lambda: seeds.claims().via(text),
        lambda: seeds.claims().accusing(text),
        lambda: seeds.claims().about(text),
        lambda: seeds.events().about(text),
        lambda: seeds.claims().where(publisher=text),
        lambda: seeds.claims().where(predicate=text),
        lambda: seeds.claims().where(act=text),
        lambda: seeds.claims().with_quantity(text),
        lambda: seeds.claims().with_quantity(of=text, unit="people"),
        lambda: seeds.claims().published_between(text),
        lambda: seeds.claims().ids(text),
        lambda: seeds.sources().named(text),
        lambda: seeds.relations().of(text),
        lambda: seeds.claims().contradicting(text),
        lambda: seeds.documents().where(title=text),
    ]
    for ask in asks:
        try:
            found = ask().count()
        except ClaimGraphError:
            continue
        assert 0 <= found <= before
    assert seeds.claims().count() == before


@pytest.mark.parametrize("text", ["chlorine*", '"chlorine"', "chlorine - AND", "(Chlorine)"])
def test_signs_of_the_search_language_are_only_signs(seeds: ClaimGraph, text: str) -> None:
    words = "chlorine and" if "AND" in text else "chlorine"
    found = {claim.id for claim in seeds.claims().about(text)}
    assert found == {claim.id for claim in seeds.claims().about(words)}


def test_words_are_found_in_any_form(seeds: ClaimGraph) -> None:
    attacks = set(seeds.claims().about("gas attacks"))
    assert attacks
    assert attacks == set(seeds.claims().about("GAS ATTACK"))
    assert not seeds.claims().about("chlorine xylophone").exists()
