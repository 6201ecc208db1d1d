"""What holds of every view, for any valid records at all."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.model import Lineage
from claimgraph.views.agreement import agreement
from claimgraph.views.echoes import who_repeats_whom
from claimgraph.views.exchange import from_graphml, from_json, to_graphml, to_json
from claimgraph.views.framing import framing
from claimgraph.views.lineage import lineage
from claimgraph.views.material import Material
from claimgraph.views.matrix import matrix
from claimgraph.views.network import from_networkx, network
from claimgraph.views.origins import origins
from claimgraph.views.silent import silent
from claimgraph.views.source_network import source_network
from claimgraph.views.timeline import timeline
from claimgraph.views.trace import trace
from claimgraph.views.view import View
from tests.factories import (
    article,
    asks,
    contradicts,
    gather,
    happening,
    said,
    source,
    speaks_for,
)
from tests.materials import materials
from tests.views.seeds import material as seeds


def origins_of_all(material: Material) -> View[Any]:
    return origins(material, [claim.id for claim in material.claims])


RECORDS = tuple(each.name for each in fields(Material) if each.name != "entities")
ROWS: tuple[Literal["question", "event"], ...] = ("question", "event")
VIEWS: list[Callable[[Material], View[Any]]] = [
    timeline,
    matrix,
    agreement,
    silent,
    lineage,
    origins_of_all,
    who_repeats_whom,
]
every_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)

#: Whole articles take a while to make up.
few = settings(max_examples=20)


def backwards(material: Material) -> Material:
    """The same records, given in the opposite order."""
    records = {each: getattr(material, each)[::-1] for each in RECORDS}
    return replace(material, entities=dict(list(material.entities.items())[::-1]), **records)


@few
@given(materials())
def test_any_records_can_be_shown(material: Material) -> None:
    for view in VIEWS:
        shown = view(material)
        assert str(shown).startswith(shown.caption)
        assert shown._repr_html_().startswith('<div class="claimgraph">')
        assert all(len(line) == len(shown.fields) for line in shown.flat_rows())


@few
@given(materials())
def test_no_view_depends_on_the_order_of_records(material: Material) -> None:
    for view in VIEWS:
        assert view(backwards(material)) == view(material)


@every_view
def test_the_seeds_can_be_shown(view: Callable[[Material], View[Any]]) -> None:
    shown = view(seeds())
    assert len(shown) == len(shown.rows) > 0
    assert len(shown.to_df()) >= len(shown)
    assert shown == view(backwards(seeds()))


@every_view
def test_no_view_lets_text_become_markup(view: Callable[[Material], View[Any]]) -> None:
    html = view(_hostile())._repr_html_()
    elements: set[str] = set()
    attributes: set[str] = set()

    class Seen(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            elements.add(tag)
            attributes.update(name for name, _ in attrs)

    Seen().feed(html)
    assert "script" not in elements
    assert attributes <= {"class", "dir", "scope", "title"}
    assert html.count("</style>") == 1
    assert "\u202e" not in html


def _hostile() -> Material:
    """Two contested reports with markup and changes of direction wherever text can stand."""
    bad = '</style><script>alert(1)</script>" onerror="\u202e'
    wire = article(f"{bad} accused {bad}. It denied it.", by=f"Wire {bad}", title=bad)
    copy = article(f"{bad} accused {bad}. It denied it.", by=f"Copy {bad}", title=bad)
    one, two = source(f"one {bad}", "media"), source(f"two {bad}")
    event = happening(f"event {bad}", place=bad)
    accused = said(wire, one, f"accused {bad}", stance="accuses", accusing=two, about=event,
                   via=[source(f"relay {bad}")], text=bad)  # fmt: skip
    denied = said(copy, two, "denied it", stance="denies", about=event, text=bad)
    silence = said(wire, two, "It denied", stance="silent", about=event, text=bad)
    return gather(
        *(accused, denied, silence, contradicts(accused, denied, reason=bad)),
        asks(f"who? {bad}", accused, denied, silence, about=event),
        speaks_for(one, source(f"body {bad}"), bad),
        source(f"body {bad}"),
        Lineage(from_id=copy.id, to_id=wire.id, kind="same_text", reason=bad),
    )


PRINTED = """
from claimgraph.views.agreement import agreement
from claimgraph.views.echoes import who_repeats_whom
from claimgraph.views.exchange import to_graphml
from claimgraph.views.lineage import lineage
from claimgraph.views.matrix import matrix
from claimgraph.views.network import network
from claimgraph.views.source_network import source_network
from claimgraph.views.timeline import timeline
from tests.views.seeds import material
for view in (timeline, matrix, agreement, lineage, who_repeats_whom):
    print(view(material()), view(material())._repr_html_())
for graph in (network, source_network):
    print(to_graphml(graph(material())))
"""


def test_views_are_the_same_in_every_process() -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", PRINTED],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] != ""


@few
@given(materials())
def test_any_claim_can_be_traced_to_characters_of_its_article(material: Material) -> None:
    for claim in material.claims:
        found = trace(material, claim.id)
        assert found.rows[0].evidence == material.evidence(claim)
        assert str(found)
        assert found._repr_html_()
        for sentence in found.passages:
            text = found.document.text[sentence.start : sentence.end]
            assert text == sentence.text
            assert any(
                sentence.start <= span.start and span.end <= sentence.end for span in claim.spans
            )


@few
@given(materials())
def test_any_party_can_be_asked_what_it_is_called(material: Material) -> None:
    for party in material.parties:
        for row in framing(material, party.key):
            assert row.count == len(row.evidence)


@few
@given(materials())
def test_agreement_is_symmetric_and_counts_every_relation_once(material: Material) -> None:
    shown = agreement(material)
    for pair in shown:
        there = shown.between(pair.left.key, pair.right.key)
        back = shown.between(pair.right.key, pair.left.key)
        assert there is back is pair
    ids = [each for pair in shown for each in pair.relation_ids]
    assert sorted(ids) == [relation.id for relation in material.inner_relations]


@few
@given(materials())
def test_origins_are_a_partition_of_the_claims_that_say_something(material: Material) -> None:
    shown = origins_of_all(material)
    ids = [each for row in shown for each in row.claim_ids]
    assert len(ids) == len(set(ids))
    silent_ = {claim.id for claim in material.claims if claim.stance in {"silent", "declines"}}
    assert set(ids) | silent_ == {claim.id for claim in material.claims}


@few
@given(materials(), st.randoms(use_true_random=False))
def test_more_lineage_never_makes_more_origins(material: Material, random: Any) -> None:
    given_ = list(material.lineages)
    fewer = random.sample(given_, len(given_) // 2)
    claims = [claim.id for claim in material.claims]
    assert len(origins(material, claims, given_)) <= len(origins(material, claims, fewer))


@few
@given(materials())
def test_every_claim_is_in_the_matrix_and_every_cell_has_evidence(material: Material) -> None:
    for rows in ROWS:
        shown = matrix(material, rows=rows)
        assert {each for row in shown for each in row.claim_ids} == {
            claim.id for claim in material.claims
        }
        for row in shown:
            assert len(shown.across(row)) == len(shown.columns)
            assert all(cell.evidence for _, cell in shown.reported(row))


@few
@given(materials())
def test_who_has_answered_every_accusation_is_not_silent(material: Material) -> None:
    shown = silent(material)
    unanswered = {(row.party, each.attribution_id) for row in shown for each in row.accusations}
    answered = {(each.party, each.accusation.attribution_id) for each in shown.answered}
    assert unanswered.isdisjoint(answered)


@few
@given(materials())
def test_lineage_that_was_found_is_found_once(material: Material) -> None:
    first = lineage(material)
    again = lineage(replace(material, lineages=first.rows))
    assert again.rows == first.rows


@few
@given(materials())
def test_a_network_comes_back_from_networkx_graphml_and_json(material: Material) -> None:
    graph = network(material)
    assert from_networkx(graph) == material
    assert from_networkx(from_graphml(to_graphml(graph))) == material
    assert from_networkx(from_json(to_json(graph))) == material


@few
@given(materials())
def test_the_network_of_sources_has_every_speaker(material: Material) -> None:
    graph = source_network(material)
    assert {material.speaker(claim).key for claim in material.claims} <= set(graph)
    assert from_graphml(to_graphml(graph)).number_of_edges() == graph.number_of_edges()
