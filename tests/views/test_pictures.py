"""The pictures of views: what is drawn, what is left out, and that it is said."""

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from claimgraph.markup.picture import Picture
from claimgraph.model import Attribution, Claim, Document, Reading, Relation, Source
from claimgraph.views.agreement import agreement
from claimgraph.views.agreement_picture import MOST as COLUMNS
from claimgraph.views.agreement_picture import agreement_picture
from claimgraph.views.material import Material
from claimgraph.views.network_picture import ALL, SOME, network_picture
from claimgraph.views.timeline import Clock, timeline
from claimgraph.views.timeline_picture import MOST as ROWS
from claimgraph.views.timeline_picture import timeline_picture
from tests.markup.payloads import HOSTILE
from tests.views.seeds import material

ALEPPO = frozenset({"Example Wire", "Orontes Daily", "Sham Dispatch"})


def texts(picture: Picture) -> list[str]:
    svg = ElementTree.fromstring(picture.svg)
    return [each.text or "" for each in svg.iter("{http://www.w3.org/2000/svg}text")]


def tips(picture: Picture) -> list[str]:
    svg = ElementTree.fromstring(picture.svg)
    return [each.text or "" for each in svg.iter("{http://www.w3.org/2000/svg}title")]


def chain(count: int, name: str = "speaker {}") -> Material:
    """As many sources, of which each contradicts the one before."""
    readings: list[Reading] = []
    for number in range(count):
        said = f"There were {number} dead."
        article = Document(text=f"{number} said: {said}", publisher=f"Paper {number}")
        source = Source(name=name.format(number))
        start = article.text.index(said)
        item = Attribution(
            document_id=article.id,
            source_id=source.id,
            cue=[article.span(start - 6, start - 2)],
            content=[article.span(start, len(article.text))],
        )
        claim = Claim(attribution_id=item.id, text=said, spans=item.content)
        readings.append(
            Reading(document=article, sources=[source], attributions=[item], claims=[claim])
        )
    claims = [reading.claims[0] for reading in readings]
    return Material(
        documents=tuple(each.document for each in readings),
        sources=tuple(each.sources[0] for each in readings),
        attributions=tuple(each.attributions[0] for each in readings),
        claims=tuple(claims),
        relations=tuple(
            Relation(a=one.id, b=other.id, kind="contradicts", reason="figures")
            for one, other in pairwise(claims)
        ),
    )


def test_the_founding_case_can_be_read_from_the_network() -> None:
    picture = network_picture(material(ALEPPO))
    shown = tips(picture)
    assert "Russia accuses Hayat Tahrir al-Sham: 4" in shown
    assert "Russia contradicts rebel alliance: 10" in shown or (
        "rebel alliance contradicts Russia: 10" in shown
    )
    assert any(tip.startswith("TASS passes on Igor Konashenkov") for tip in shown)
    assert any("agrees with" in tip and "SANA" in tip and "Observatory" in tip for tip in shown)
    assert not any("Hayat Tahrir al-Sham contradicts" in tip for tip in shown)


def test_an_accusation_leads_to_who_is_accused_and_says_whether_it_was_answered() -> None:
    shown = tips(network_picture(material(ALEPPO)))
    assert "Russia accuses Syrian rebels: 2, 2 answered" in shown


def test_an_acronym_stands_for_a_long_name_and_the_pointer_tells_it() -> None:
    picture = network_picture(material(ALEPPO))
    assert "SOHR" in texts(picture)
    assert any(tip.startswith("Syrian Observatory for Human Rights (") for tip in tips(picture))


@pytest.mark.parametrize("count", [2, 10, ALL])
def test_up_to_sixty_sources_are_all_drawn(count: int) -> None:
    picture = network_picture(chain(count))
    assert sum(text.startswith("speaker") for text in texts(picture)) == count
    assert not any("left out" in text for text in texts(picture))


def test_of_more_the_rest_is_counted() -> None:
    picture = network_picture(chain(ALL + 20))
    drawn = sum(text.startswith("speaker") for text in texts(picture))
    assert drawn == SOME
    words = " ".join(texts(picture))
    assert f"Drawn are {SOME} of {ALL + 20} sources" in words
    # Of a chain, one line more than drawn leads out of what is drawn, or is in the rest.
    assert f"of {ALL + 19} ties are left out" in words


def test_who_has_no_tie_is_counted_and_not_drawn() -> None:
    alone = chain(3)
    loose = Material(
        **{name: getattr(alone, name) for name in ("documents", "sources", "attributions")},
        claims=alone.claims,
        relations=alone.relations[:1],
    )
    picture = network_picture(loose)
    assert "1 source without a tie to another one: not drawn." in texts(picture)


def test_the_network_depends_on_nothing_but_the_records() -> None:
    whole = material()
    turned = Material(
        **{
            name: tuple(reversed(getattr(whole, name)))
            for name in ("documents", "sources", "affiliations", "attributions", "claims")
        },
        events=whole.events,
        relations=tuple(reversed(whole.relations)),
        questions=whole.questions,
        lineages=whole.lineages,
        entities=whole.entities,
    )
    assert network_picture(turned).svg == network_picture(whole).svg


def test_the_timeline_has_a_lane_for_each_clock() -> None:
    picture = timeline(material(ALEPPO)).plot()
    assert {clock.value for clock in Clock} <= set(texts(picture))
    assert any(text.startswith("24 Nov 2018: alleged gas attack") for text in texts(picture))


def test_a_lane_says_how_many_times_it_does_not_show() -> None:
    view = timeline(material(), [Clock.HAPPENED])
    times = {(entry.interval.start, entry.interval.end, entry.when) for entry in view}
    assert len(times) > ROWS
    assert f"and {len(times) - ROWS} more" in texts(timeline_picture(view))


def test_claims_without_a_time_are_counted() -> None:
    view = timeline(material())
    assert f"{len(view.undated)} claims without a time: not drawn." in texts(view.plot())


def test_agreement_has_its_counts_in_the_cells() -> None:
    view = agreement(material(ALEPPO))
    picture = view.plot()
    russia, alliance = (
        next(party for party in view.parties if party.name == name)
        for name in ("Russia", "rebel alliance")
    )
    pair = view.between(russia.key, alliance.key)
    assert pair is not None
    assert f"Russia and rebel alliance: {pair}" in tips(picture)
    assert f"≠ {pair.compared}" in texts(picture)


def test_agreement_draws_the_most_compared_and_counts_the_others() -> None:
    picture = agreement_picture(agreement(material()))
    assert f"Drawn are the {COLUMNS} sources" in " ".join(texts(picture))


@pytest.mark.parametrize("payload", HOSTILE)
def test_names_stay_text_in_every_picture(payload: str, tmp_path: Path) -> None:
    hostile = chain(3, payload.replace("{", "(") + " {}")
    for picture in (
        network_picture(hostile),
        timeline(hostile).plot(),
        agreement(hostile).plot(),
    ):
        svg = ElementTree.fromstring(picture.svg)
        tags = {each.tag.partition("}")[2] for each in svg.iter()}
        assert tags <= {"svg", "title", "desc", "style", "g", "path", "rect", "circle", "text"}
        names = {name for each in svg.iter() for name in each.attrib}
        assert not any(name.startswith("on") or "href" in name for name in names)
        picture.save(tmp_path / "picture.svg")


@pytest.mark.parametrize("draw", [network_picture, lambda none: timeline(none).plot()])
def test_nothing_makes_an_empty_picture_that_says_so(draw: object) -> None:
    picture: Picture = draw(Material())  # type: ignore[operator]
    assert picture.words in {
        "No source stands in a relation to another one.",
        "Nothing has a time.",
    }
    ElementTree.fromstring(picture.svg)
