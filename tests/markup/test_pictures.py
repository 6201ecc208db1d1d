"""Drawings: what is drawn is text or lines, harmless, whole, and does not cover itself."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from claimgraph.errors import OutputFileError
from claimgraph.markup.grid import Cell, draw_grid
from claimgraph.markup.lanes import Bar, Lane, draw_lanes
from claimgraph.markup.layout import Box, lay_out
from claimgraph.markup.network import Dot, Kind, Tie, draw_network
from claimgraph.markup.picture import Picture
from claimgraph.markup.svg import broken, element, fitted, width_of
from tests.markup.payloads import HOSTILE
from tests.strategies import texts

SVG = "{http://www.w3.org/2000/svg}"
DAY = datetime(2018, 11, 24, tzinfo=UTC)
AGREES = Kind("agrees with", "≈", "#8a63d2")
ACCUSES = Kind("accuses", "!", "#c07000", "8 3", arrow=True)


def network(name: str = "SOHR", note: str = "") -> Picture:
    dots = [Dot("a", name, note, 3, "round", name), Dot("b", "SANA", "1 claim", 1, "page", "SANA")]
    ties = [Tie("a", "b", AGREES, 2), Tie("b", "a", ACCUSES, 1, note, name)]
    return draw_network(dots, ties, title=name, words=name, notes=[name], shapes={"round": name})


def lanes(name: str = "shells fell") -> Picture:
    bars = (Bar(DAY, DAY + timedelta(days=1), name, name, name), Bar(None, DAY, name, name, name))
    return draw_lanes([Lane(name, "#d0402b", bars, 3)], title=name, words=name, notes=[name])


def grid(name: str = "SOHR") -> Picture:
    cells = {(0, 1): Cell((name[:9], "≈ 1"), "#d0402b", 0.4, name)}
    return draw_grid([name, "SANA"], cells, title=name, words=name, legend=[("#d0402b", name)])


DRAWN = pytest.mark.parametrize("draw", [network, lanes, grid])


def root(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg)


@DRAWN
@pytest.mark.parametrize("payload", HOSTILE)
def test_no_text_becomes_an_element_or_an_attribute(draw: object, payload: str) -> None:
    plain, made = root(draw("word")), root(draw(payload))  # type: ignore[operator]
    assert {each.tag for each in made.iter()} == {each.tag for each in plain.iter()}
    names = {name for each in plain.iter() for name in each.attrib}
    assert {name for each in made.iter() for name in each.attrib} <= names


@DRAWN
def test_a_drawing_says_in_words_what_it_is(draw: object) -> None:
    picture: Picture = draw()  # type: ignore[operator]
    svg = root(picture)
    assert svg.attrib["role"] == "img"
    assert picture.words in svg.attrib["aria-label"]
    assert svg[0].tag == f"{SVG}title"
    assert svg[0].text == picture.title
    assert svg[1].tag == f"{SVG}desc"
    assert svg[1].text == picture.words
    assert repr(picture) == f"Picture: {picture.title}. {picture.words}"


@DRAWN
def test_a_drawing_runs_and_fetches_nothing(draw: object) -> None:
    picture: Picture = draw()  # type: ignore[operator]
    tags = {each.tag.removeprefix(SVG) for each in root(picture).iter()}
    assert tags <= {"svg", "title", "desc", "style", "g", "path", "rect", "circle", "text"}
    for text in (picture.svg, picture._repr_html_()):
        assert "url(" not in text
        assert "href" not in text
        assert "@import" not in text


@DRAWN
def test_words_take_the_colour_of_the_page(draw: object) -> None:
    for each in root(draw()).iter(f"{SVG}text"):  # type: ignore[operator]
        assert "fill" not in each.attrib


@DRAWN
def test_the_same_is_drawn_the_same(draw: object) -> None:
    assert draw().svg == draw().svg  # type: ignore[operator]


@DRAWN
def test_nothing_stands_outside_of_the_picture(draw: object) -> None:
    picture: Picture = draw("a long name of somebody " * 20)  # type: ignore[operator]
    for each in root(picture).iter(f"{SVG}text"):
        if "transform" in each.attrib:
            continue
        x, y = float(each.attrib["x"]), float(each.attrib["y"])
        wide = width_of(each.text or "", float(each.attrib.get("font-size", 12)))
        shift = {"middle": wide / 2, "end": wide}.get(each.attrib.get("text-anchor", ""), 0)
        assert x - shift >= -1
        assert x - shift + wide <= picture.width + 1
        assert 0 <= y <= picture.height


def test_a_picture_is_written_whole(tmp_path: Path) -> None:
    place = network().save(tmp_path / "network.svg")
    assert place == tmp_path / "network.svg"
    assert place.read_text(encoding="utf-8") == network().svg + "\n"
    assert [each.name for each in tmp_path.iterdir()] == ["network.svg"]


@pytest.mark.parametrize("name", ["network.png", "network", "network.svg.html"])
def test_a_picture_is_svg_and_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputFileError, match="name it network"):
        network().save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(OutputFileError, match="cannot write"):
        network().save(tmp_path / "none" / "network.svg")


@given(texts)
def test_any_text_makes_a_drawing_that_can_be_parsed(text: str) -> None:
    picture = Picture(text, text, 10, 10, element("text", text))
    assert root(picture).tag == f"{SVG}svg"


@given(texts, st.floats(20, 400))
def test_fitted_words_fit(text: str, width: float) -> None:
    assert width_of(fitted(text, width)) <= width
    lines = broken(text, width, most=3)
    assert len(lines) <= 3
    assert all(width_of(line) <= width for line in lines)


def test_what_fits_is_not_touched() -> None:
    assert fitted("SOHR", 400) == "SOHR"
    assert broken("Syrian Observatory for Human Rights", 400) == [
        "Syrian Observatory for Human Rights"
    ]


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[str, Box], list[tuple[str, str]]]:
    names = [f"n{at}" for at in range(draw(st.integers(1, 16)))]
    sizes = st.floats(4, 70)
    boxes = {name: Box(draw(sizes), draw(sizes), draw(sizes), draw(sizes)) for name in names}
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names))
    edges = draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=30))
    return boxes, edges


@given(networks())
@settings(max_examples=60)
def test_no_node_covers_another_one(made: tuple[dict[str, Box], list[tuple[str, str]]]) -> None:
    boxes, edges = made
    found = lay_out(boxes, edges)
    assert found.places.keys() == boxes.keys()
    for one, other in combinations(sorted(boxes), 2):
        (ax, ay), (bx, by) = found.places[one], found.places[other]
        a, b = found.boxes[one], found.boxes[other]
        across = min(ax + a.right, bx + b.right) - max(ax - a.left, bx - b.left)
        along = min(ay + a.down, by + b.down) - max(ay - a.up, by - b.up)
        assert min(across, along) < 0.5, (one, other)


@given(networks())
@settings(max_examples=20)
def test_the_layout_is_inside_of_its_size(
    made: tuple[dict[str, Box], list[tuple[str, str]]],
) -> None:
    found = lay_out(*made)
    for name, (x, y) in found.places.items():
        box = found.boxes[name]
        assert x - box.left >= -0.01
        assert x + box.right <= found.width + 0.01
        assert y - box.up >= -0.01
        assert y + box.down <= found.height + 0.01


def test_sixty_sources_do_not_cover_each_other() -> None:
    names = [f"source number {at}" for at in range(60)]
    dots = [Dot(name, name, "12 claims", at % 9, "round", name) for at, name in enumerate(names)]
    ties = [Tie(names[at], names[at // 3], AGREES, 1) for at in range(1, 60)]
    ties += [Tie(names[at], names[at - 7], ACCUSES, 2) for at in range(7, 60, 4)]
    svg = root(draw_network(dots, ties, title="sixty", words="sixty"))
    labels = [
        (float(each.attrib["x"]), float(each.attrib["y"]), width_of(each.text or ""))
        for each in svg.iter(f"{SVG}text")
        if (each.text or "").startswith("source")
    ]
    assert len(labels) == 60
    for (ax, ay, aw), (bx, by, bw) in combinations(labels, 2):
        assert abs(ax - bx) >= (aw + bw) / 2 or abs(ay - by) >= 12


def test_a_bar_is_as_long_as_what_is_known() -> None:
    def lengths(*bars: Bar) -> list[float]:
        svg = root(draw_lanes([Lane("happened", "#d0402b", bars)], title="", words=""))
        return [
            float(each.attrib["width"])
            for each in svg.iter(f"{SVG}rect")
            if each.attrib["height"] == "12"
        ]

    day, week = timedelta(days=1), timedelta(days=7)
    short, long = lengths(Bar(DAY, DAY + day, "", "", ""), Bar(DAY, DAY + week, "", "", ""))
    assert short < long
    known, open_ = lengths(Bar(DAY, DAY + day, "", "", ""), Bar(DAY, None, "", "", ""))
    assert known < open_


def test_an_open_end_does_not_look_like_an_end() -> None:
    made = lanes().svg
    assert made.count('stroke-dasharray="3 3"') == 1


def test_a_long_stretch_that_is_drawn_short_is_admitted() -> None:
    later = DAY + timedelta(days=3650)
    bars = (
        Bar(DAY, DAY + timedelta(days=1), "", "", ""),
        Bar(later, later + timedelta(days=1), "", "", ""),
    )
    picture = draw_lanes([Lane("happened", "#d0402b", bars)], title="", words="")
    assert "Long stretches of time are drawn shorter" in picture.svg
    assert (
        "Long stretches"
        not in draw_lanes([Lane("said", "#d0402b", bars[:1])], title="", words="").svg
    )


def test_every_cell_that_has_a_count_says_it_both_ways_round() -> None:
    assert grid("≠ 2").svg.count("≈ 1") == 2


def test_the_body_is_markup_of_ours() -> None:
    assert isinstance(network().body, Markup)
