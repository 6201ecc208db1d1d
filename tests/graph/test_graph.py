"""The one door: what a user types first works, and says what it does."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimgraph.errors import (
    ConflictError,
    MissingExtraError,
    QueryError,
    StoreError,
    UnknownRecordError,
)
from claimgraph.graph import ClaimGraph
from claimgraph.model import Claim, Document, Reading
from claimgraph.vocabulary import RelationKind
from tests.query.conftest import fill


@pytest.fixture(scope="module")
def graph() -> Iterator[ClaimGraph]:
    with ClaimGraph(compare=False) as made:
        fill(made)
        yield made


def test_an_empty_graph_answers_every_question() -> None:
    with ClaimGraph() as graph:
        assert repr(graph) == "ClaimGraph(0 documents, 0 sources, 0 claims)"
        assert "<table" in graph._repr_html_()
        assert not graph.silent().rows
        assert not graph.timeline().rows
        assert not graph.matrix().rows
        assert graph.to_networkx().number_of_nodes() == 0
        assert set(graph.stats().values()) == {0}


def test_adding_again_changes_nothing(graph: ClaimGraph) -> None:
    before = repr(graph)
    for document in list(graph.documents()):
        added = graph.add(graph.store.reading(document.id))
        assert (added.documents, added.unchanged) == (0, 1)
    assert repr(graph) == before


@pytest.mark.parametrize(
    ("given", "named"),
    [
        pytest.param(["a text"], "not 'a text'", id="a text among records"),
        pytest.param("a text", "not 'a text'", id="a text"),
        pytest.param(Document(text="a text"), "not Document", id="a document without its reading"),
        pytest.param({"record": "reading"}, "not {'record'", id="a dictionary"),
        pytest.param(None, "not None", id="nothing"),
    ],
)
def test_what_is_no_record_is_refused(graph: ClaimGraph, given: Any, named: str) -> None:
    with pytest.raises(QueryError, match=rf"add\(\) takes readings.*{named}"):
        graph.add(given)


def test_a_graph_in_memory_that_was_closed_says_so() -> None:
    graph = ClaimGraph()
    claims = graph.claims()
    graph.close()
    graph.close()
    for ask in (claims.count, lambda: graph.add(Reading(document=Document(text="SANA said so.")))):
        with pytest.raises(StoreError, match=r"was closed.*open another"):
            ask()


def test_a_file_keeps_what_was_added(tmp_path: Path, graph: ClaimGraph) -> None:
    path = tmp_path / "aleppo.db"
    with ClaimGraph.open(path, compare=False) as kept:
        fill(kept)
    with ClaimGraph.open(path) as again:
        assert repr(again) == repr(graph)
        assert list(again.claims()) == list(graph.claims())


@pytest.mark.parametrize("compare", [False, True])
@pytest.mark.parametrize("batch", [1, 3, 1000])
def test_batches_of_any_size_add_the_same(graph: ClaimGraph, compare: bool, batch: int) -> None:
    readings = [graph.store.reading(document.id) for document in graph.documents()]
    with ClaimGraph(compare=compare) as one, ClaimGraph(compare=compare) as many:
        alone = one.add(readings)
        # The second time round, nothing is new.
        together = many.add([*readings, *readings], batch=batch)
        assert (together.documents, together.claims) == (alone.documents, alone.claims)
        assert together.unchanged == len(readings)
        assert {each.id for each in many.relations()} == {each.id for each in one.relations()}


@pytest.mark.parametrize("compare", [False, True])
def test_what_goes_wrong_takes_its_batch_with_it(graph: ClaimGraph, compare: bool) -> None:
    readings = [graph.store.reading(document.id) for document in graph.documents()][:5]
    clash = Reading(document=Document(id=readings[0].document.id, text="Another text."))
    with ClaimGraph(compare=compare) as made:
        with pytest.raises(ConflictError):
            made.add([*readings, clash], batch=2)
        # Batches of two: the last one is whole, and the clash is alone in its own.
        assert len(list(made.documents())) == len(readings) - len(readings) % 2
        assert made.add(readings).unchanged == len(readings) - len(readings) % 2


def test_a_batch_holds_at_least_one(graph: ClaimGraph) -> None:
    with ClaimGraph() as made, pytest.raises(QueryError, match="batch"):
        made.add([graph.store.reading(each.id) for each in graph.documents()], batch=0)


def test_results_equal_the_plain_records(graph: ClaimGraph) -> None:
    found = graph.claims().where(act="deny").first()
    assert found is not None
    plain = Claim.model_validate_json(found.model_dump_json())
    assert type(plain) is Claim
    assert plain == found
    assert found == plain
    assert {plain} == {found}
    assert repr(found).startswith("Claim(")
    assert found.replace(text="other") != plain


def test_why_tells_cue_source_characters_document_and_judgements(graph: ClaimGraph) -> None:
    claim = graph.claims().via("TASS").first()
    assert claim is not None
    graph.confirm(claim, by="Ann Editor", reason="heard it")
    told = str(claim.why())
    attribution = claim.attribution
    for words in (
        claim.text,
        f"at {claim.spans[0].start}:{claim.spans[0].end}",
        f"“{attribution.cue[0].text}”",
        f"the act is {attribution.act.value.replace('_', ' ')}",
        "Igor Konashenkov",
        "TASS",
        claim.document.publisher,
        "confirm, Ann Editor",
        *(reason.rule for reason in attribution.reasons),
    ):
        assert words in told
    assert "<table" in claim.why()._repr_html_()
    assert str(graph.why(claim.id)) == told
    for record in (claim.document, claim.source, attribution, claim.event):
        assert record is not None
        assert record.why().lines


def test_why_of_an_unknown_id_says_so(graph: ClaimGraph) -> None:
    with pytest.raises(UnknownRecordError, match="there is no record 'nothing'"):
        graph.why("nothing")


def test_a_claim_leads_to_all_around_it(graph: ClaimGraph) -> None:
    claim = graph.claims().said_by("SOHR").corroborated().first()
    assert claim is not None
    assert claim in set(claim.document.claims())
    assert claim in set(claim.attribution.claims())
    assert claim.source is not None
    assert claim in set(claim.source.claims())
    assert claim.event is not None
    assert claim in set(claim.event.claims())
    assert claim in {each for relation in claim.relations() for each in relation.claims()}
    assert all(claim in set(other.corroborated_by()) for other in claim.corroborated_by())
    assert claim.document.text[claim.spans[0].start :].startswith(claim.spans[0].text)
    assert claim.trace().claim == claim


def test_two_sources_side_by_side(graph: ClaimGraph) -> None:
    comparison = graph.compare("Russia", "rebel alliance")
    assert comparison.contradictions
    assert all(pair.relation.kind is RelationKind.CONTRADICTS for pair in comparison.contradictions)
    shown = str(comparison)
    assert "contradictions" in shown
    assert comparison.contradictions[0].relation.reason in shown
    assert "<table" in comparison._repr_html_()
    assert len(comparison.to_df()) == len(list(comparison.rows()))
    turned = graph.compare("rebel alliance", "Russia")
    assert {pair.relation.id for pair in turned.pairs} == {
        pair.relation.id for pair in comparison.pairs
    }
    assert not graph.compare("SOHR", "SANA").contradictions
    assert graph.compare("SOHR", "SANA").agreements


def test_the_founding_case_reads_as_the_design_says(graph: ClaimGraph) -> None:
    assert graph.claims().said_by("SOHR").exists()
    assert graph.claims().said_by("Russia").accusing("HTS").exists()
    assert graph.claims().about("Aleppo").contradicted().exists()
    assert graph.relations().contradictions().between("Russia", "rebel alliance").exists()
    assert graph.as_of("2018-11-24").claims().count() == 0
    assert not graph.claims().said_by("HTS").where(stance="denies").exists()
    silent = {row.party.name for row in graph.silent().rows}
    assert "Hayat Tahrir al-Sham" in silent
    konashenkov = graph.claims().said_by("Konashenkov")
    assert konashenkov.exists()
    assert (konashenkov - graph.claims().said_by("Russia")).count() == 0
    assert not graph.claims().said_by("TASS", members=False).exists()


def test_views_look_at_all_or_at_some_claims(graph: ClaimGraph) -> None:
    aleppo = graph.claims().about("Aleppo")
    for view in (graph.timeline, graph.matrix, graph.agreement, graph.silent, graph.lineage):
        everything, some = view(), view(aleppo)
        assert str(everything)
        assert len(some.rows) <= len(everything.rows)
    assert graph.framing("HTS").rows
    denial = graph.claims().said_by("rebel alliance").where(act="deny").first()
    assert denial is not None
    assert graph.origins(denial).rows
    assert graph.material(aleppo).claims == tuple(sorted(aleppo, key=lambda claim: claim.id))


VIEWS = ("timeline", "matrix", "agreement", "silent", "lineage", "questions", "plot", "framing")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_made_of_claims_of_its_own_graph_and_time(graph: ClaimGraph, view: str) -> None:
    named = ("HTS",) if view == "framing" else ()
    with ClaimGraph() as other:
        for given, complaint in (
            (graph.sources(), "of claims, not of sources"),
            ("gas", "of claims, not of 'gas'"),
            (other.claims(), "two graphs"),
            (graph.as_of("2018-11-24").claims(), "as of two times"),
        ):
            with pytest.raises(QueryError, match=complaint):
                getattr(graph, view)(*named, given)


@pytest.mark.parametrize("ask", ["trace", "origins"])
def test_what_is_neither_a_record_nor_an_id_is_refused(graph: ClaimGraph, ask: str) -> None:
    with pytest.raises(QueryError, match="a record, or the id of one"):
        getattr(graph, ask)(None)
    with pytest.raises(QueryError, match="a record, or the id of one"):
        graph.confirm(None, by="Ann", reason="none")  # type: ignore[arg-type]


def test_a_source_is_not_compared_with_itself(graph: ClaimGraph) -> None:
    with pytest.raises(QueryError, match="SOHR and the Observatory are both Syrian Observatory"):
        graph.compare("SOHR", "the Observatory")


def test_somebody_of_whom_no_claim_speaks_is_called_nothing(graph: ClaimGraph) -> None:
    framing = graph.framing("HTS", graph.claims().about("xylophone"))
    assert framing.caption == "What Hayat Tahrir al-Sham is called: 0 mentions"


def test_the_text_of_a_document_is_shown_with_what_was_found(graph: ClaimGraph) -> None:
    document = graph.documents().first()
    assert document is not None
    assert "[1" in str(graph.show(document.id))
    with pytest.raises(UnknownRecordError):
        graph.show("doc_unknown")


def test_a_data_frame_without_pandas_says_what_to_install(
    graph: ClaimGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match="claimgraph\\[pandas\\]"):
        graph.claims().to_df()
    with pytest.raises(MissingExtraError):
        graph.compare("SOHR", "SANA").to_df()


def test_asking_needs_neither_spacy_nor_pandas_nor_networkx() -> None:
    code = (
        "import sys, claimgraph as cg; graph = cg.ClaimGraph(); list(graph.claims()); "
        "repr(graph); print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert {"spacy", "pandas", "networkx", "numpy", "onnxruntime"}.isdisjoint(loaded.stdout.split())
