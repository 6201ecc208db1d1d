"""JSON-LD is read by rdflib, without a network, and says nobody says what they do not say."""

import json
import socket
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from rdflib.namespace import PROV, RDF

from claimgraph.interop.json_ld import json_ld
from claimgraph.interop.linked_pieces import iri
from claimgraph.model import Interval, Judgement, Lineage, Quantity
from claimgraph.views.material import Material
from tests.factories import (
    article,
    contradicts,
    gather,
    happening,
    person,
    relation,
    said,
    same,
    source,
    speaks_for,
)
from tests.materials import materials
from tests.views.seeds import material as seeds

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

SCHEMA = rdflib.Namespace("http://schema.org/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
CG = rdflib.Namespace("urn:claimgraph:term:")

WIRE = article(
    "Russia accused HTS of an attack, Igor Ivanov said. HTS denied that it attacked. "
    "The alliance denied it: the alliance was not involved. SOHR did not say that shells fell. "
    "SANA did not comment. SANA counted 107 cases.",
    url="https://wire.example/1",
    title="Who attacked?",
)
RUSSIA, HTS = source("Russia", "state"), source("HTS", "armed_group", "Tahrir al-Sham")
ALLIANCE, SOHR, SANA = source("alliance", "armed_group"), source("SOHR"), source("SANA", "media")
IVANOV = person("Igor Ivanov")
ATTACK = happening("attack on Aleppo", place="Aleppo")
ACCUSES = said(
    *(WIRE, RUSSIA, "HTS of an attack"),
    cue="accused",
    stance="accuses",
    accusing=HTS,
    about=ATTACK,
    via=[SANA],
)
DENIES = said(WIRE, HTS, "it attacked", cue="denied", stance="denies", text="HTS attacked")
INSTEAD = said(
    WIRE, ALLIANCE, "the alliance was not involved", stance="denies", polarity="negative"
)
NOT_SAID = said(WIRE, SOHR, "shells fell", cue="did not say", fields={"negated": True})
SILENT = said(WIRE, SANA, "did not comment", stance="silent", polarity="unknown")
COUNTS = said(
    WIRE,
    SANA,
    "107 cases",
    cue="counted",
    numbers=[Quantity(text="107 cases", low=107, best=107, high=107, unit="cases")],
)
OWN = said(WIRE, None, "an attack")
MATERIAL = gather(
    *(ACCUSES, DENIES, INSTEAD, NOT_SAID, SILENT, COUNTS, OWN),
    *(contradicts(ACCUSES, DENIES), relation("updates", ACCUSES, COUNTS)),
    *(IVANOV, speaks_for(IVANOV, RUSSIA, "envoy")),
)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a file must explain itself")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(material: Material, *judgements: Judgement) -> rdflib.Graph:
    return rdflib.Graph().parse(data="".join(json_ld(material, judgements)), format="json-ld")


def name_of(record_id: str) -> rdflib.URIRef:
    return rdflib.URIRef(iri(record_id))


def selector(graph: rdflib.Graph, target: Any, kind: Any) -> Any:
    (found,) = (
        each for each in graph.objects(target, OA.hasSelector) if (each, RDF.type, kind) in graph
    )
    return found


def texts(graph: rdflib.Graph, subject: Any, predicate: Any) -> list[str]:
    return sorted(str(each) for each in graph.objects(subject, predicate))


@pytest.mark.parametrize(
    ("claim", "author"),
    [
        pytest.param(ACCUSES, RUSSIA, id="an accusation is by who accuses"),
        pytest.param(COUNTS, SANA, id="a statement is by who states it"),
        pytest.param(INSTEAD, ALLIANCE, id="what is said in a denial is by who denies"),
        pytest.param(DENIES, None, id="what is denied is by nobody"),
        pytest.param(NOT_SAID, None, id="what was not said is by nobody"),
        pytest.param(SILENT, None, id="a silence is by nobody"),
        pytest.param(OWN, None, id="in the article's own voice the text names nobody"),
    ],
)
def test_the_author_of_a_claim_is_who_says_what_it_says(claim: Any, author: Any) -> None:
    graph = read(MATERIAL)
    expected = [iri(author.id)] if author else []
    assert texts(graph, name_of(claim.claim.id), SCHEMA.author) == expected
    assert texts(graph, name_of(claim.claim.id), PROV.wasAttributedTo) == expected
    stands = [iri(each.id) for each in claim.sources[:1]]
    assert texts(graph, name_of(claim.claim.id), CG.party) == stands


def test_claims_are_claims_and_silences_are_not() -> None:
    graph = read(MATERIAL)
    claims = set(graph.subjects(RDF.type, SCHEMA.Claim))
    assert name_of(SILENT.claim.id) not in claims
    assert (name_of(SILENT.claim.id), RDF.type, CG.Silence) in graph
    assert len(claims) == len(MATERIAL.claims) - 1


def test_nothing_is_rated_whatever_people_have_judged() -> None:
    confirmed = Judgement(
        decision="confirm", subjects=[COUNTS.claim.id], by="Ann Roe", reason="it is in the text"
    )
    graph = read(MATERIAL, confirmed)
    names = {str(each) for triple in graph for each in triple}
    assert not [name for name in names if "Review" in name or "ating" in name]
    found = name_of(confirmed.id)
    assert texts(graph, found, CG.decision) == ["confirm"]
    (who,) = graph.objects(found, PROV.wasAttributedTo)
    assert texts(graph, who, SCHEMA.name) == ["Ann Roe"]


def test_the_characters_of_every_claim_can_be_found_again_by_offsets_and_by_words() -> None:
    graph = read(seeds())
    found = 0
    for target in graph.subjects(RDF.type, OA.SpecificResource):
        (document,) = graph.objects(target, OA.hasSource)
        (text,) = map(str, graph.objects(document, SCHEMA.articleBody))
        position = selector(graph, target, OA.TextPositionSelector)
        quote = selector(graph, target, OA.TextQuoteSelector)
        (start,), (end,) = graph.objects(position, OA.start), graph.objects(position, OA.end)
        assert isinstance(start, rdflib.Literal)
        assert isinstance(end, rdflib.Literal)
        exact, before, after = (
            "".join(texts(graph, quote, each)) for each in (OA.exact, OA.prefix, OA.suffix)
        )
        assert text[int(start) : int(end)] == exact
        assert before + exact + after in text
        found += 1
    assert found > len(seeds().claims)


def test_a_claim_appears_in_its_article_with_publisher_and_date() -> None:
    graph = read(MATERIAL)
    rows = graph.query(
        """PREFIX s: <http://schema.org/> SELECT ?headline ?publisher ?date ?url WHERE {
        ?claim a s:Claim; s:text "107 cases"; s:appearance ?article.
        ?article a s:NewsArticle; s:headline ?headline; s:datePublished ?date; s:url ?url;
        s:publisher/s:name ?publisher }"""
    )
    assert [tuple(map(str, row)) for row in rows] == [  # type: ignore[arg-type]
        ("Who attacked?", "Example Wire", "2018-11-25", "https://wire.example/1")
    ]


def test_who_speaks_for_whom_and_through_whom_it_came() -> None:
    graph = read(MATERIAL)
    assert texts(graph, name_of(IVANOV.id), PROV.actedOnBehalfOf) == [iri(RUSSIA.id)]
    assert texts(graph, name_of(IVANOV.id), SCHEMA.jobTitle) == ["envoy"]
    (via,) = graph.objects(name_of(ACCUSES.attribution.id), CG.via)
    assert list(graph.items(via)) == [name_of(SANA.id)]
    assert texts(graph, name_of(ACCUSES.claim.id), CG.accused) == [iri(HTS.id)]
    assert texts(graph, name_of(HTS.id), SCHEMA.alternateName) == ["Tahrir al-Sham"]


def test_sources_that_are_one_are_one_node() -> None:
    other = source("Hayat Tahrir al-Sham", "armed_group")
    says = said(WIRE, other, "an attack", cue="said")
    graph = read(gather(DENIES, says, entities=same(HTS, other)))
    assert texts(graph, name_of(says.claim.id), SCHEMA.author) == [iri(HTS.id)]
    assert "Hayat Tahrir al-Sham" in {
        *texts(graph, name_of(HTS.id), SCHEMA.name),
        *texts(graph, name_of(HTS.id), SCHEMA.alternateName),
    }


EARLY = article("SANA counted 107 cases.", by="First", published="2018-11-24")
LATE = article("SANA counted 107 cases. More.", by="Second", published="2018-11-25")
OTHER = article("SANA counted few.", by="Third", published="2018-11-23")


@pytest.mark.parametrize(
    ("kind", "to", "first"),
    [
        pytest.param("same_text", EARLY, EARLY, id="a copied text with the words in it"),
        pytest.param("same_text", OTHER, LATE, id="a copied text that lacks the words"),
        pytest.param("cites", EARLY, LATE, id="a citation says nothing of the words"),
    ],
)
def test_a_claim_first_appeared_as_far_back_as_lineages_lead(
    kind: Any, to: Any, first: Any
) -> None:
    late = said(LATE, SANA, "107 cases", cue="counted")
    lineage = Lineage(from_id=LATE.id, to_id=to.id, kind=kind, reason="as the test says")
    graph = read(gather(late, to, lineage))
    assert texts(graph, name_of(late.claim.id), SCHEMA.appearance) == [iri(LATE.id)]
    assert texts(graph, name_of(late.claim.id), SCHEMA.firstAppearance) == [iri(first.id)]


@pytest.mark.parametrize(
    ("time", "start", "end"),
    [
        pytest.param("2018-11", ["2018-11"], [], id="a month"),
        pytest.param("2018-11-24", ["2018-11-24"], [], id="a day"),
        pytest.param("2018-11-24T08:30:00+02:00", ["2018-11-24T06:30:00+00:00"], [], id="a moment"),
        pytest.param(
            Interval(start="2018-11-19T00:00Z", end="2018-11-22T00:00Z"),
            ["2018-11-19"],
            ["2018-11-21"],
            id="some days",
        ),
        pytest.param(Interval(end="2018-11-22T00:00Z"), [], ["2018-11-21"], id="before a day"),
    ],
)
def test_times_are_no_more_exact_than_they_are_known(time: Any, start: Any, end: Any) -> None:
    event = happening("attack", time)
    graph = read(gather(event))
    assert texts(graph, name_of(event.id), SCHEMA.startDate) == start
    assert texts(graph, name_of(event.id), SCHEMA.endDate) == end


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc"])
def test_an_address_that_is_no_web_address_is_no_link(address: str) -> None:
    graph = read(gather(article("SANA counted 107 cases.", url=address)))
    assert not list(graph.objects(None, SCHEMA.url))


def test_words_of_articles_can_stand_in_a_script_and_stay_as_they_are() -> None:
    words = "</script><script>alert(1)</script>\u2028\x07 \"quoted\" 'single' \\ \u202e 😀"
    document = article(f"SANA counted {words}.", title=words)
    text = "".join(json_ld(gather(said(document, SANA, words, cue="counted"))))
    assert "<" not in text
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    assert texts(graph, name_of(document.id), SCHEMA.articleBody) == [document.text]


@given(materials())
@settings(max_examples=25)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_any_records_are_json_and_linked_data(material: Material) -> None:
    text = "".join(json_ld(material))
    nodes = json.loads(text)["@graph"]
    assert len({each["@id"] for each in nodes}) >= len(material.claims) + len(material.documents)
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    bodies = sorted(str(each) for each in graph.objects(None, SCHEMA.articleBody))
    assert bodies == sorted({each.text for each in material.documents})
