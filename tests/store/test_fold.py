"""What several documents say of one source is one record, in whatever order they come."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Affiliation, Document, Event, Evidence, Participant, Source
from claimgraph.store.fold import EVIDENCE, Shared, agrees, first_evidence, fold, form
from claimgraph.store.rows import body
from tests import strategies

#: Few names besides any others, so that two forms often agree.
SOURCES = st.builds(
    Source,
    id=st.just("src_1"),
    name=st.sampled_from(["SOHR", "Sohr", "The SOHR"]),
    kind=st.sampled_from(["organisation", "media", "unknown"]),
    naming=st.sampled_from(["named", "described"]),
    aliases=st.lists(st.sampled_from(["SOHR", "the Observatory"]) | strategies.names, max_size=2),
    document_id=st.just("doc_1"),
)
FORMS = st.dictionaries(SOURCES, st.integers(1, 3), min_size=1, max_size=5)


@given(FORMS, st.randoms())
def test_folding_does_not_depend_on_the_order(forms: dict[Shared, int], dice: Any) -> None:
    shuffled = list(forms.items())
    dice.shuffle(shuffled)
    assert fold(dict(shuffled)) == fold(forms)


@given(FORMS, SOURCES)
def test_one_more_form_that_agrees_changes_nothing(
    forms: dict[Shared, int], another: Source
) -> None:
    folded = fold(forms)
    for source in (*forms, another):
        if agrees(source, folded):
            assert fold({**forms, source: forms.get(source, 0) + 1}) == folded


@pytest.mark.parametrize(
    "aliases", [["Igor", "Igor"], ["Maj. Gen. Konashenkov", "Igor"], ["Konashenkov"]]
)
def test_a_lone_form_whose_names_are_out_of_order_agrees_with_none_but_itself(
    aliases: list[str],
) -> None:
    lone = Source(id="src_1", name="Konashenkov", kind="person", aliases=aliases)
    plain = Source(id="src_1", name="Konashenkov", kind="person")
    assert agrees(lone, fold({lone: 1}))
    assert not agrees(plain, fold({lone: 1}))


@given(FORMS)
def test_every_name_is_kept(forms: dict[Shared, int]) -> None:
    folded = fold(forms)
    assert isinstance(folded, Source)
    sources = [each for each in forms if isinstance(each, Source)]
    wanted = {name for source in sources for name in (source.name, *source.aliases)}
    assert {folded.name, *folded.aliases} == wanted


def test_the_commonest_kind_wins_and_unknown_is_no_kind() -> None:
    unknown, media, state = (
        Source(id="src_1", name="SANA", kind=kind) for kind in ("unknown", "media", "state")
    )
    folded = fold({unknown: 9, state: 1, media: 2})
    assert isinstance(folded, Source)
    assert folded.kind.value == "media"


def test_a_form_forgets_where_one_document_says_it() -> None:
    article = Document(text="Konashenkov, of the ministry, said so.")
    span = article.span(0, 11)
    plain = Affiliation(member_id="src_1", organisation_id="src_2")
    told = plain.replace(evidence=[Evidence(document_id=article.id, span=span)])
    assert form(told, body(told)) == body(plain)
    party = Participant(role="agent", name="Konashenkov", spans=[span])
    event = Event(label="the briefing", parties=[party])
    assert "Konashenkov" in form(event, body(event))
    assert "spans" not in form(event, body(event))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=40), st.randoms())
def test_evidence_is_the_same_few_pieces_in_any_order(starts: list[int], dice: Any) -> None:
    article = Document(text="x" * 40)
    pieces = [Evidence(document_id="doc_1", span=article.span(at, at + 1)) for at in starts]
    shown = first_evidence(pieces)
    dice.shuffle(pieces)
    half = len(pieces) // 2
    assert first_evidence((*first_evidence(pieces[:half]), *pieces[half:])) == shown
    assert len(shown) == min(EVIDENCE, len(set(starts)))
