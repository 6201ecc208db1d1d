"""An article of the founding case, read and compared: what an editor would want to see.

Konashenkov by way of TASS, Russia's accusation, two counts that agree, a denial that is not HTS's,
and HTS's silence; beside them another fight with its own dead.
"""

from collections.abc import Iterator

import pytest

from claimgraph import ClaimGraph
from claimgraph.vocabulary import RelationKind

TEXT = """\
Russia accused Hayat Tahrir al-Sham (HTS) of firing chlorine shells at Aleppo on Saturday.

“Terrorist groups” fired the shells from the buffer zone, Igor Konashenkov, spokesman for the \
Russian defence ministry, said in remarks carried by TASS. Moscow also accused Syrian rebels of \
carrying out the chlorine attack.

The Syrian Observatory for Human Rights (SOHR) said the attack left around 100 people struggling \
to breathe. State news agency SANA reported 107 cases of breathing difficulties.

A rebel alliance denied any involvement. HTS did not immediately issue a statement.

Eastern Syria

Islamic State killed at least 47 US-backed fighters near the Iraqi border, the Observatory said.
"""


@pytest.fixture(scope="module")
def graph() -> Iterator[ClaimGraph]:
    with ClaimGraph() as graph:
        graph.read(TEXT, published="2018-11-25", publisher="Example Wire")
        yield graph


def test_the_two_counts_agree(graph: ClaimGraph) -> None:
    (relation,) = [
        each for each in graph.relations().between("SOHR", "SANA") if each.method == "numeric"
    ]
    assert relation.kind is RelationKind.CORROBORATES
    assert "107 cases" in relation.reason
    assert {evidence.span.text for evidence in relation.evidence} == {
        "around 100 people",
        "107 cases",
    }


def test_the_dead_of_another_fight_are_held_against_nobody(graph: ClaimGraph) -> None:
    (claim,) = [each for each in graph.claims() if "47" in each.text]
    assert graph.relations().of(claim).where(kind="contradicts").count() == 0


def test_the_denial_answers_the_charge_against_the_rebels_alone(graph: ClaimGraph) -> None:
    (relation,) = graph.relations().contradictions()
    texts = {claim.id: claim.text for claim in graph.claims()}
    assert {texts[relation.a], texts[relation.b]} == {
        "Syrian rebels carried out the chlorine attack",
        "a rebel alliance was involved",
    }


def test_hts_is_silent_and_denies_nothing(graph: ClaimGraph) -> None:
    shown = graph.silent()
    row = next(each for each in shown if each.party.name == "Hayat Tahrir al-Sham")
    assert [each.words for each in row.statements] == ["did not immediately issue a statement"]
    assert graph.claims().said_by("HTS").where(stance="denies").count() == 0
    assert [(each.party.name, each.in_part) for each in shown.answered] == [("Syrian rebels", True)]


def test_claims_that_contradict_are_found_by_the_query(graph: ClaimGraph) -> None:
    assert {each.text for each in graph.claims().contradicted()} == {
        "Syrian rebels carried out the chlorine attack",
        "a rebel alliance was involved",
    }
