"""Questions on the command line find what the same questions find in Python."""

from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("options", "ask"),
    [
        pytest.param([], lambda claims: claims, id="all"),
        pytest.param(["--said-by", "SOHR"], lambda c: c.said_by("SOHR"), id="a source"),
        pytest.param(
            ["--said-by", "SOHR", "--said-by", "sana"],
            lambda c: c.said_by("SOHR", "SANA"),
            id="one of two sources",
        ),
        pytest.param(
            ["--said-by", "Russia", "--no-members"],
            lambda c: c.said_by("Russia", members=False),
            id="a state without its members",
        ),
        pytest.param(["--via", "TASS"], lambda c: c.via("TASS"), id="a relay"),
        pytest.param(["--accusing", "HTS"], lambda c: c.accusing("HTS"), id="an accusation"),
        pytest.param(["--about", "chlorine"], lambda c: c.about("chlorine"), id="a word"),
        pytest.param(
            ["--act", "deny", "--act", "accuse"],
            lambda c: c.where(act=["deny", "accuse"]),
            id="two acts",
        ),
        pytest.param(
            ["--stance", "silent", "--kind", "armed_group"],
            lambda c: c.where(stance="silent", kind="armed_group"),
            id="a stance and a kind",
        ),
        pytest.param(
            ["--form", "direct", "--polarity", "negative", "--certainty", "certain"],
            lambda c: c.where(form="direct", polarity="negative", certainty="certain"),
            id="form, polarity, certainty",
        ),
        pytest.param(
            ["--publisher", "Sham Dispatch"],
            lambda c: c.where(publisher="Sham Dispatch"),
            id="a publisher",
        ),
        pytest.param(
            ["--since", "2018-11-25", "--until", "2018-11-26"],
            lambda c: c.published_between("2018-11-25", "2018-11-26"),
            id="a stretch of time",
        ),
        pytest.param(
            ["--unit", "people", "--at-least", "100", "--at-most", "1000"],
            lambda c: c.with_quantity("people", at_least=100, at_most=1000),
            id="a number",
        ),
        pytest.param(["--contradicted"], lambda c: c.contradicted(), id="contradicted"),
        pytest.param(
            ["--contradicted-by", "rebel alliance"],
            lambda c: c.contradicted("rebel alliance"),
            id="contradicted by one",
        ),
        pytest.param(["--corroborated", "1"], lambda c: c.corroborated(1), id="corroborated"),
        pytest.param(["--single-source"], lambda c: c.single_source(), id="on one source"),
        pytest.param(["--unattributed"], lambda c: c.unattributed(), id="in the own voice"),
        pytest.param(
            ["--order", "published", "--limit", "5"],
            lambda c: c.order_by("published").limit(5),
            id="an order and a limit",
        ),
    ],
)
def test_claims_are_those_of_the_library(options: list[str], ask, run: Run, filled: Path) -> None:  # type: ignore[no-untyped-def]
    outcome = run("claims", "--store", filled, "--json", *options)
    with ClaimGraph.open(filled) as graph:
        expected = [claim.id for claim in ask(graph.claims())]
    assert outcome.code == 0
    assert [row["id"] for row in outcome.rows] == expected
    assert expected


def test_a_row_has_the_columns_of_the_data_frame(run: Run, filled: Path) -> None:
    row = run("claims", "--store", filled, "--json", "--limit", "1").rows[0]
    with ClaimGraph.open(filled) as graph:
        assert list(row) == list(graph.claims().to_df().columns)


def test_claims_are_printed_with_what_they_are(run: Run, filled: Path) -> None:
    out = run("claims", "--store", filled, "--said-by", "SANA", "--limit", "2").out
    assert "SANA asserts: there were 107 cases of breathing difficulties\n" in out
    assert "  Example Wire, 2018-11-25 · clm_" in out
    assert out.endswith("claims said by SANA or its members: 4, 2 shown\n")


def test_who_is_only_asked_about_leaves_it_open(run: Run, tmp_path: Path) -> None:
    article, store = tmp_path / "bridge.txt", tmp_path / "bridge.db"
    article.write_text("Did the mayor say that the bridge was closed?\n", encoding="utf-8")
    assert run("add", article, "--store", store).code == 0
    out = run("claims", "--store", store).out
    assert "mayor leaves open: the bridge was closed\n" in out
    assert "asserts" not in out


def test_sources_are_listed_with_their_claims(run: Run, filled: Path) -> None:
    rows = {row["name"]: row for row in run("sources", "--store", filled, "--json").rows}
    assert rows["SANA"]["kind"] == "media"
    assert rows["SANA"]["claims"] == 4
    assert "SANA (media, named): 4 claims" in run("sources", "--store", filled).out


def test_sources_are_narrowed(run: Run, filled: Path) -> None:
    states = run("sources", "--store", filled, "--json", "--kind", "state").rows
    assert {row["kind"] for row in states} == {"state"}
    members = run("sources", "--store", filled, "--json", "--member-of", "Russia").rows
    assert "Igor Konashenkov" in {row["name"] for row in members}
    contradicted = run("sources", "--store", filled, "--json", "--contradicted").rows
    assert 0 < len(contradicted) < len(run("sources", "--store", filled, "--json").rows)


def test_events_are_listed_with_how_much_is_said_of_them(run: Run, filled: Path) -> None:
    rows = run("events", "--store", filled, "--json").rows
    with ClaimGraph.open(filled) as graph:
        assert [row["id"] for row in rows] == [event.id for event in graph.events()]
    (attack,) = [row for row in rows if row["label"].startswith("alleged gas attack")]
    assert (attack["place"], attack["documents"]) == ("Aleppo", 3)
    assert f": {attack['claims']} claims in 3 articles" in " ".join(
        run("events", "--store", filled).out.split()
    )


def test_events_are_narrowed(run: Run, filled: Path) -> None:
    arguments = ("events", "--store", filled, "--json")
    everything = run(*arguments).rows
    aleppo = run(*arguments, "--about", "Aleppo").rows
    assert 0 < len(aleppo) < len(everything)
    kind = aleppo[0]["kind"]
    assert {row["kind"] for row in run(*arguments, "--kind", kind).rows} == {kind}
    assert len(run(*arguments, "--limit", "1").rows) == 1
    early = run(*arguments, "--until", "2019").rows
    assert 0 < len(early) < len(everything)


def test_relations_are_narrowed(run: Run, filled: Path) -> None:
    arguments = ("relations", "--store", filled, "--json")
    rows = run(*arguments, "--kind", "contradicts", "--between", "Russia", "rebel alliance").rows
    assert rows
    assert {row["kind"] for row in rows} == {"contradicts"}
    numeric = run(*arguments, "--kind", "corroborates", "--type", "numeric").rows
    assert {(row["kind"], row["type"]) for row in numeric} == {("corroborates", "numeric")}
    of_one = run(*arguments, "--of", rows[0]["a"]).rows
    assert all(rows[0]["a"] in (row["a"], row["b"]) for row in of_one)


def test_a_relation_is_printed_with_both_claims_and_its_reason(run: Run, filled: Path) -> None:
    out = run("relations", "--store", filled, "--between", "SOHR", "SANA").out
    assert "≈ SANA: there were 107 cases" in out
    assert "the exact figure lies inside the rounded one" in " ".join(out.split())


def test_looking_back_shows_what_was_known_then(run: Run, filled: Path) -> None:
    then = run("claims", "--store", filled, "--json", "--as-of", "2018-11-25").rows
    assert {row["publisher"] for row in then} == {"Example Wire", "Orontes Daily"}


def test_an_unknown_source_gets_near_matches(run: Run, filled: Path) -> None:
    outcome = run("claims", "--store", filled, "--said-by", "Konashenkow")
    assert outcome.code == 1
    assert outcome.err.startswith("claimgraph: no source called 'Konashenkow'")
    assert "Konashenkov" in outcome.err
    assert outcome.out == ""
