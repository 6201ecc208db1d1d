"""A strategy for the material of views and reports."""

from typing import Any

from hypothesis import strategies as st

from claimgraph.views.material import Material
from tests.strategies import lineages, questions, readings, relations


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """Some readings, and what joins them."""
    found = list(
        {each.document.id: each for each in draw(st.lists(readings(), max_size=2))}.values()
    )
    claims = sorted({claim.id for each in found for claim in each.claims})
    ends = sorted(
        {each.document.id for each in found}
        | {item.id for each in found for item in each.attributions}
    )
    sources = {each.id: each for one in found for each in one.sources}
    names = sorted(sources)
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)) if names else st.nothing()
    merged = draw(st.lists(pairs, max_size=2)) if names else []
    return Material(
        documents=tuple(each.document for each in found),
        sources=tuple(sources.values()),
        affiliations=_once(each for one in found for each in one.affiliations),
        events=_once(each for one in found for each in one.events),
        attributions=_once(each for one in found for each in one.attributions),
        claims=_once(each for one in found for each in one.claims),
        relations=_once(draw(st.lists(relations(claims), max_size=3))) if claims[1:] else (),
        questions=_once(draw(st.lists(questions(claims), max_size=2))) if claims else (),
        lineages=_once(draw(st.lists(lineages(ends), max_size=2))) if ends[1:] else (),
        entities={max(pair): min(pair) for pair in merged if pair[0] != pair[1]},
    )


def _once(records: Any) -> tuple[Any, ...]:
    return tuple({each.id: each for each in records}.values())
