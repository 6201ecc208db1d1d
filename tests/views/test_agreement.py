from claimgraph.model import Lineage
from claimgraph.views.agreement import agreement
from claimgraph.vocabulary import RelationKind
from tests.factories import (
    Piece,
    article,
    contradicts,
    corroborates,
    gather,
    person,
    relation,
    said,
    source,
    speaks_for,
)

WIRE = article("SOHR said around 100 were hurt. SANA said 107 were hurt. Moscow said nobody was.")
DAILY = article("SOHR spoke of around 100. It was night.", by="Daily")
SOHR, SANA, RUSSIA = source("SOHR"), source("SANA", "media"), source("Russia", "state")
COUNT = said(WIRE, SOHR, "around 100 were hurt")
AGAIN = said(DAILY, SOHR, "around 100")
CASES = said(WIRE, SANA, "107 were hurt")
NOBODY = said(WIRE, RUSSIA, "nobody was")


def test_every_cell_has_its_counts() -> None:
    shown = agreement(
        gather(COUNT, CASES, NOBODY, corroborates(COUNT, CASES), contradicts(COUNT, NOBODY))
    )
    pair = shown.between(SOHR.id, SANA.id)
    assert pair is not None
    assert (pair.counts[RelationKind.CORROBORATES], pair.compared) == (1, 1)
    assert str(pair) == "1 agrees of 1 compared"
    assert shown.between(SANA.id, RUSSIA.id) is None


def test_a_pair_is_found_from_both_sides() -> None:
    shown = agreement(gather(COUNT, CASES, corroborates(COUNT, CASES)))
    assert shown.between(SOHR.id, SANA.id) is shown.between(SANA.id, SOHR.id)


def test_what_cannot_be_compared_is_no_agreement() -> None:
    shown = agreement(gather(COUNT, CASES, relation("not_comparable", COUNT, CASES)))
    pair = shown.between(SOHR.id, SANA.id)
    assert pair is not None
    assert (pair.compared, str(pair)) == (0, "1 not comparable")


def test_a_statement_that_two_articles_report_counts_once() -> None:
    twice: list[Piece] = [
        COUNT,
        AGAIN,
        CASES,
        corroborates(COUNT, CASES),
        corroborates(AGAIN, CASES),
    ]
    same = Lineage(
        from_id=AGAIN.attribution.id,
        to_id=COUNT.attribution.id,
        kind="same_statement",
        reason="one count",
    )
    apart = agreement(gather(*twice)).between(SOHR.id, SANA.id)
    joined = agreement(gather(*twice, same)).between(SOHR.id, SANA.id)
    assert apart is not None
    assert joined is not None
    assert (apart.compared, joined.compared) == (2, 1)
    assert apart.relation_ids == joined.relation_ids


def test_a_source_can_contradict_itself() -> None:
    shown = agreement(gather(COUNT, AGAIN, contradicts(COUNT, AGAIN)))
    assert "SOHR and itself: 1 contradicts of 1 compared" in str(shown)


def test_sides_are_counted_together() -> None:
    spokesman = person("Spokesman")
    word = said(WIRE, spokesman, "nobody was")
    material = gather(COUNT, word, RUSSIA, speaks_for(spokesman, RUSSIA), contradicts(COUNT, word))
    assert agreement(material).between(SOHR.id, RUSSIA.id) is None
    assert agreement(material, columns="side").between(SOHR.id, RUSSIA.id) is not None


def test_an_article_that_speaks_for_itself_is_counted_by_its_name() -> None:
    own = said(DAILY, None, "It was night")
    shown = agreement(gather(COUNT, own, contradicts(COUNT, own)))
    assert [party.name for party in shown.parties] == ["SOHR", "Daily"]
    assert "SOHR and Daily (own words)" in str(shown)


def test_html_shows_sources_beside_sources() -> None:
    html = agreement(gather(COUNT, CASES, corroborates(COUNT, CASES)))._repr_html_()
    assert html.count("1 agrees") == 2
