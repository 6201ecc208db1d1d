"""What a notebook, and a plain console, shows of records, readings, texts and additions."""

import re
from collections.abc import Iterator

import pytest

import claimgraph as cg
from claimgraph.graph import ClaimGraph
from claimgraph.interop import records
from claimgraph.model.marked import SHOWN, MarkedText
from tests.markup.payloads import HOSTILE
from tests.markup.test_html import Parsed


@pytest.fixture(scope="module")
def graph() -> Iterator[ClaimGraph]:
    with ClaimGraph(compare=False) as made:
        made.add(records("seeds"))
        yield made


def shown(thing: object) -> str:
    """The words that a notebook shows."""
    html = re.sub(r"<style>.*?</style>", "", marks(thing), flags=re.DOTALL)
    return " ".join(" ".join(Parsed(html).text).split())


def marks(thing: object) -> str:
    """The same as HTML."""
    return str(thing._repr_html_())  # type: ignore[attr-defined]


def test_a_claim_shows_who_how_the_words_and_where(graph: ClaimGraph) -> None:
    claim = graph.claims().said_by("rebel alliance").where(act="deny").first()
    assert claim is not None
    words = shown(claim)
    assert "rebel alliance denies" in words
    assert "the rebel alliance had no part in the attack on Aleppo" in words
    assert "An alliance of rebel factions denied having had any part in the attack" in words
    assert "Example Wire, 25 Nov 2018" in words
    assert claim.id in words
    assert '<mark class="cg-cue">denied</mark>' in marks(claim)
    assert '<mark class="cg-content">having had any part in the attack</mark>' in marks(claim)


def test_a_claim_shows_its_number_as_a_range(graph: ClaimGraph) -> None:
    claim = graph.claims().said_by("SOHR").with_quantity("people").first()
    assert "“around 100” people: about 100" in shown(claim)
    assert "number" in str(claim)


def test_an_article_that_speaks_for_itself_is_named(graph: ClaimGraph) -> None:
    claim = graph.claims().unattributed().first()
    assert claim is not None
    assert f"{claim.document.publisher} (no source given)" in shown(claim)


def test_an_attribution_shows_source_cue_and_content_in_their_sentence(graph: ClaimGraph) -> None:
    item = graph.attributions().said_by("Konashenkov").via("TASS").first()
    html = marks(item)
    assert html.count('<mark class="cg-source">') == 1
    assert '<mark class="cg-cue">' in html
    assert '<mark class="cg-content">' in html
    assert "Igor Konashenkov" in shown(item)
    assert "through TASS" in shown(item)


def test_a_relation_shows_both_claims_the_reason_and_the_tests(graph: ClaimGraph) -> None:
    relation = graph.relations().between("Russia", "rebel alliance").contradictions().first()
    assert relation is not None
    words = shown(relation)
    assert words.startswith("Contradicts responsibility")
    assert relation.reason in words
    for claim in relation.claims():
        assert claim.text in words
        assert claim.source is not None
        assert claim.source.name in words
    for test in relation.tests:
        assert test in words


def test_a_source_shows_its_names_its_side_and_how_much_it_says(graph: ClaimGraph) -> None:
    russia = graph.sources().named("Russia").one()
    words = shown(russia)
    assert "Moscow" in words
    assert "Igor Konashenkov" in words
    assert "8 claims in 3 articles" in words
    assert "16 claims" in words
    assert "spokesman, Russian defence ministry" in shown(
        graph.sources().named("Konashenkov").one()
    )


def test_a_document_and_an_event_show_what_is_in_them(graph: ClaimGraph) -> None:
    document = graph.documents().first()
    assert document is not None
    assert f"{document.claims().count()} claims" in shown(document)
    event = graph.events().about("gas attack").first()
    assert event is not None
    assert "24 Nov 2018" in shown(event)
    assert "64 claims of 3 articles" in shown(event)


def test_every_record_is_one_line_in_a_list_and_a_card_where_it_is_printed(
    graph: ClaimGraph,
) -> None:
    for query in (
        graph.claims(),
        graph.sources(),
        graph.attributions(),
        graph.relations(),
        graph.documents(),
        graph.events(),
    ):
        for record in query.limit(4):
            assert "\n" not in repr(record)
            assert len(repr(record)) < 320
            assert record.id in repr(record)
            assert record.id in str(record)
            assert "\n" in str(record)


def test_a_record_of_a_closed_graph_still_shows_what_it_holds() -> None:
    graph = ClaimGraph(compare=False)
    graph.add(records("seeds"))
    claim = graph.claims().said_by("SANA").first()
    graph.close()
    assert "107 cases of breathing difficulties" in shown(claim)
    assert "107 cases of breathing difficulties" in str(claim)


def test_a_reading_shows_who_said_what_and_the_marked_text() -> None:
    reading = next(each for each in records("seeds") if isinstance(each, cg.Reading))
    words = shown(reading)
    assert reading.document.publisher in words
    assert f"{len(reading.attributions)} attributions" in words
    html = marks(reading)
    assert html.count("<tr>") == 1 + min(len(reading.attributions), 40)
    assert '<mark class="cg-source"' in html
    for number in range(1, len(reading.attributions) + 1):
        assert f'<sup class="cg-at">{number}</sup>' in html


def test_a_reading_is_a_line_for_each_attribution_in_plain_text() -> None:
    reading = next(each for each in records("seeds") if isinstance(each, cg.Reading))
    lines = str(reading).splitlines()
    assert len(lines) == 1 + len(reading.attributions)
    assert "Russia [blames] HTS for gas report" in lines[1]
    assert len(repr(reading).splitlines()) < len(lines)
    assert f"… and {len(reading.attributions) - 12} more" in repr(reading)


def test_a_text_is_shown_with_every_part_and_number(graph: ClaimGraph) -> None:
    document = graph.documents().first()
    assert document is not None
    text = graph.show(document)
    html = marks(text)
    count = document.attributions().count()
    assert [f'<sup class="cg-at">{n}</sup>' in html for n in range(1, count + 1)] == [True] * count
    assert "[1: Aleppo treats its gassed families]" in str(text)
    assert str(text).startswith(repr(text)[:1000])


def test_a_long_text_says_what_is_not_shown() -> None:
    paragraph = "SANA said that it was over. " * 40 + "\n\n"
    article = cg.Document(text=paragraph * 40)
    ends = [article.text.index("SANA", at) for at in (0, len(article.text) - len(paragraph))]
    items = [
        cg.Attribution(
            document_id=article.id,
            source=[article.span(at, at + 4)],
            cue=[article.span(at + 5, at + 9)],
            content=[article.span(at + 10, at + 26)],
        )
        for at in ends
    ]
    text = MarkedText(article, tuple(items))
    assert f"of {len(article.text):,} characters; 1 of 2 attributions are in the rest" in shown(
        text
    )
    assert len(marks(text)) < SHOWN + 6_000
    assert len(repr(text)) < 2_200
    assert len(str(text)) > len(article.text)


def test_an_addition_is_told_in_words() -> None:
    with ClaimGraph(compare=False) as graph:
        everything = list(records("seeds"))
        assert "7 new documents" in shown(graph.add(everything))
        again = shown(graph.add(everything))
        assert "unchanged" in again
        assert "new" not in again


def test_an_empty_graph_says_how_to_begin() -> None:
    with ClaimGraph() as graph:
        assert "graph.read(…)" in shown(graph)


def test_a_graph_shows_its_counts_and_what_each_source_says(graph: ClaimGraph) -> None:
    words = shown(graph)
    assert "7 documents" in words
    assert "Who carried out the attack on Aleppo?" in words


def test_a_query_names_who_is_not_named_and_has_ids_in_small(graph: ClaimGraph) -> None:
    claim = graph.claims().unattributed().first()
    assert claim is not None
    html = marks(graph.claims().unattributed())
    assert "no source named" in html
    assert f'<code class="cg-id">{claim.id}</code>' in html
    assert "first 20 of" in html


def test_a_view_in_plain_text_is_cut_and_says_so(graph: ClaimGraph) -> None:
    view = graph.timeline()
    assert len(repr(view).splitlines()) == 22
    assert repr(view).endswith("print() shows all")
    assert len(str(view).splitlines()) > 40


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_that_an_article_says_becomes_markup(payload: str) -> None:
    def everything(words: str) -> list[str]:
        head = f"{words} said: "
        article = cg.Document(
            text=f"{head}{words}.", title=words, publisher=words, url=words, published="2018-11-25"
        )
        source = cg.Source(name=words, aliases=[f"{words} 2"], kind="media")
        said = [article.span(len(head), len(head) + len(words))]
        item = cg.Attribution(
            document_id=article.id,
            source_id=source.id,
            source=[article.span(0, len(words))],
            cue=[article.span(len(words) + 1, len(words) + 5)],
            content=said,
            via=[cg.Relay(name=words)],
            targets=[cg.Participant(role="accused", name=words)],
        )
        event = cg.Event(label=words, kind=words, place=cg.Place(name=words))
        number = cg.Quantity(text=words, best=1, unit=words)
        claim = cg.Claim(
            attribution_id=item.id,
            text=words,
            spans=said,
            event_id=event.id,
            quantities=[number],
            place=cg.Place(name=words),
        )
        reading = cg.Reading(
            document=article, sources=[source], attributions=[item], claims=[claim], events=[event]
        )
        with ClaimGraph(compare=False) as graph:
            added = graph.add(reading)
            found = [
                *(graph.claims(), graph.sources(), graph.attributions(), graph.documents()),
                *(graph.claims().one(), graph.sources().one(), graph.attributions().one()),
                *(graph.documents().one(), graph.events().one(), graph.show(article.id)),
                *(graph, added, reading, article, source, item, claim, event),
                *(graph.why(claim), graph.trace(claim), graph.timeline(), graph.timeline().plot()),
            ]
            return [marks(each) for each in found]

    for plain, made in zip(everything("word"), everything(payload), strict=True):
        before, after = Parsed(plain), Parsed(made)
        assert set(after.elements) <= set(before.elements) | {"code"}
        allowed = {name for name, _ in before.attributes}
        assert {name for name, _ in after.attributes} <= allowed
