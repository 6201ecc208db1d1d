"""What people decide is honoured by every query, and can be undone and gone behind."""

from datetime import UTC, datetime
from typing import Any

import pytest

from claimgraph.errors import QueryError, RecordError, UnknownRecordError, UnknownSourceError
from claimgraph.graph import ClaimGraph
from claimgraph.model import Judgement, Relation
from claimgraph.store import Store
from tests.factories import article, contradicts, corroborates, reading, said, source, speaks_for

SIGNED: dict[str, Any] = {"by": "Ann", "reason": "seen the tape"}

WIRE = article("SOHR said dozens fell ill. Moscow denied it, a spokesman said.", by="Example Wire")
LATER = article("SANA counted 107 cases. SOHR said 100 fell ill.", "Orontes Daily", "2018-11-26")
SOHR = source("Syrian Observatory for Human Rights", "organisation", "SOHR")
SANA = source("SANA", "media")
RUSSIA = source("Russia", "state", "Moscow")
SPOKESMAN = source("Igor Konashenkov", "person")

DOZENS = said(WIRE, SOHR, "dozens fell ill", cue="said", named="SOHR")
DENIAL = said(WIRE, RUSSIA, "it", cue="denied", named="Moscow", stance="denies", text="dozens fell")
CASES = said(LATER, SANA, "107 cases", cue="counted", named="SANA")
HUNDRED = said(LATER, SOHR, "100 fell ill", cue="said", named="SOHR")
CONFLICT = contradicts(DOZENS, DENIAL)
AGREEMENT = corroborates(CASES, HUNDRED)


@pytest.fixture
def graph(store: Store) -> ClaimGraph:
    graph = ClaimGraph(store, compare=False)
    graph.add(
        reading(WIRE, DOZENS, DENIAL, SPOKESMAN, speaks_for(SPOKESMAN, RUSSIA, "spokesman")),
        reading(LATER, CASES, HUNDRED),
        CONFLICT,
        AGREEMENT,
    )
    return graph


def test_rejecting_hides_a_record_and_what_depends_on_it(graph: ClaimGraph) -> None:
    assert graph.claims().contradicted().count() == 2
    judgement = graph.reject(DENIAL.attribution, **SIGNED)
    assert DENIAL.claim not in set(graph.claims())
    assert not graph.relations().contradictions().exists()
    assert not graph.claims().contradicted().exists()
    graph.withdraw(judgement, by="Ben", reason="the tape was of another day")
    assert graph.claims().contradicted().count() == 2
    assert [each.by for each in graph.judgements(DENIAL.attribution)] == ["Ann", "Ben"]


def test_rejecting_a_source_hides_what_it_says_under_every_name(graph: ClaimGraph) -> None:
    graph.reject(graph.sources().named("SOHR").one(), **SIGNED)
    assert {claim.id for claim in graph.claims()} == {DENIAL.claim.id, CASES.claim.id}
    assert "SOHR" not in {each.name for each in graph.sources()}


def test_a_correction_changes_what_comes_back_and_what_filters_see(graph: ClaimGraph) -> None:
    graph.correct(DENIAL.claim, "stance", "doubts", **SIGNED)
    assert graph.claims().where(stance="doubts").one().id == DENIAL.claim.id
    assert not graph.claims().where(stance="denies").exists()
    graph.correct(CONFLICT, "kind", "not_comparable", **SIGNED)
    assert not graph.claims().contradicted().exists()
    assert graph.relations().where(kind="not_comparable").one().id == CONFLICT.id


def test_a_relation_shows_the_stances_of_its_claims_as_they_are_corrected(
    graph: ClaimGraph,
) -> None:
    def stances() -> set[str]:
        (row,) = graph.relations().contradictions().to_df().to_dict("records")
        return {row["stance_a"], row["stance_b"]}

    assert stances() == {"asserts", "denies"}
    graph.correct(DENIAL.claim, "stance", "doubts", **SIGNED)
    assert stances() == {"asserts", "doubts"}


def test_a_corrected_source_of_an_attribution_is_the_source_of_its_claims(
    graph: ClaimGraph,
) -> None:
    graph.correct(HUNDRED.attribution, "source_id", SANA.id, **SIGNED)
    assert graph.claims().said_by("SANA").count() == 2
    assert graph.claims().said_by("SOHR").count() == 1
    hundred = graph.claims().ids(HUNDRED.claim.id).one()
    assert hundred.source is not None
    assert hundred.source.name == "SANA"
    assert not graph.claims().corroborated().exists()


def test_a_source_is_found_by_its_corrected_name_and_no_more_by_the_wrong_one(
    graph: ClaimGraph,
) -> None:
    judgement = graph.correct(SANA, "name", "Suwayda Agency", **SIGNED)
    assert graph.claims().said_by("the Suwayda agency").one().id == CASES.claim.id
    assert graph.sources().named("Suwayda Agency").one().id == SANA.id
    assert graph.relations().between("Suwayda Agency", "SOHR").one().id == AGREEMENT.id
    with pytest.raises(UnknownSourceError, match="no source called 'SANA'"):
        graph.claims().said_by("SANA")
    with pytest.raises(UnknownSourceError, match="did you mean 'Suwayda Agency'"):
        graph.claims().said_by("Suwaida Agency")
    graph.correct(SANA, "aliases", ["SANA"], by="Ben", reason="it is called that, too")
    assert graph.claims().said_by("SANA").one().id == CASES.claim.id
    graph.withdraw(judgement, by="Ben", reason="it was right")
    assert graph.claims().said_by("SANA").one().id == CASES.claim.id
    with pytest.raises(UnknownSourceError, match="no source called 'Suwayda Agency'"):
        graph.claims().said_by("Suwayda Agency")


def test_members_speak_for_a_body_under_its_corrected_name(graph: ClaimGraph) -> None:
    graph.correct(DENIAL.attribution, "source_id", SPOKESMAN.id, **SIGNED)
    graph.correct(
        RUSSIA, "name", "Russian Federation", made=datetime(2026, 1, 1, tzinfo=UTC), **SIGNED
    )
    assert graph.claims().said_by("Russian Federation").one().id == DENIAL.claim.id
    assert not graph.claims().said_by("Russian Federation", members=False)
    before = graph.as_of("2030", judged="2025")
    assert before.sources().named("Russia").one().id == RUSSIA.id
    with pytest.raises(UnknownSourceError):
        before.claims().said_by("Russian Federation")


def test_merged_sources_are_one_and_split_ones_two(graph: ClaimGraph) -> None:
    count = graph.sources().count()
    graph.merge(SANA, SOHR, by="Ann", reason="for the test")
    assert graph.sources().count() == count - 1
    assert graph.claims().said_by("SANA").count() == 3
    one = graph.sources().named("SANA").one()
    assert "SANA" in {one.name, *one.aliases}
    assert "SOHR" in {one.name, *one.aliases}
    assert len(graph.joined_sources(one)) == 2
    graph.split(SANA, by="Ann", reason="they are two")
    assert graph.sources().count() == count
    assert graph.claims().said_by("SANA").count() == 1


def test_a_graph_as_of_a_time_knows_nothing_later(graph: ClaimGraph) -> None:
    made = datetime(2018, 11, 27, tzinfo=UTC)
    graph.reject(DENIAL.claim, **SIGNED, made=made)
    before = graph.as_of("2018-11-25")
    assert {claim.id for claim in before.claims()} == {DOZENS.claim.id, DENIAL.claim.id}
    assert {each.name for each in before.sources()} == {SOHR.name, "Russia", "Igor Konashenkov"}
    assert before.relations().one().id == CONFLICT.id
    assert before.relations().one().why().lines
    as_judged = graph.as_of("2018-11-25", judged="2018-11-27")
    assert {claim.id for claim in as_judged.claims()} == {DOZENS.claim.id}
    assert not as_judged.relations().exists()
    assert before.matrix().columns
    assert before.stats()["documents"] == 1
    with pytest.raises(QueryError, match="in the graph itself"):
        before.reject(DOZENS.claim, **SIGNED)


def test_more_is_known_later(graph: ClaimGraph) -> None:
    known: set[str] = set()
    for day in ("2018-11-24", "2018-11-25", "2018-11-26", "2018-12", "2030"):
        now = {claim.id for claim in graph.as_of(day).claims()}
        assert known <= now
        known = now
    assert known == {claim.id for claim in graph.claims()}


def test_a_decision_that_cannot_be_made_says_why(graph: ClaimGraph) -> None:
    with pytest.raises(UnknownRecordError, match="clm_unknown"):
        graph.reject("clm_unknown", **SIGNED)
    with pytest.raises(RecordError):
        graph.correct(DENIAL.claim, "stance", "shouts", **SIGNED)
    with pytest.raises(RecordError):
        graph.merge(SANA, **SIGNED)
    assert graph.judgements() == []


def test_a_relation_corrected_to_hold_both_ways_is_the_record_that_says_so() -> None:
    wire = article("SOHR said it was gas. SANA said it was dust.")
    gas, dust = said(wire, source("SOHR"), "it was gas"), said(wire, source("SANA"), "it was dust")
    smaller, larger = sorted([gas.claim.id, dust.claim.id])
    refined = Relation(a=larger, b=smaller, kind="refines", reason="more exact")
    with ClaimGraph(compare=False) as graph:
        graph.add(reading(wire, gas, dust), refined)
        fix: dict[str, Any] = {
            "field": "kind",
            "value": "contradicts",
            "by": "Ann",
            "reason": "read it again",
        }
        graph.add(Judgement(decision="correct", subjects=[refined.id], **fix))
        found = graph.relations().one()
    assert (found.a, found.b) == (smaller, larger)
    assert found.id == refined.id
