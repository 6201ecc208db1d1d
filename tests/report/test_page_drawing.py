"""Drawings of the report: figures stand where they belong, and words stay in their boxes."""

import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.report.content import Exchange, Scale, Tone
from claimgraph.report.page.axis import axis
from claimgraph.report.page.diagram import described, narrow, wide
from claimgraph.report.page.lettering import width, wrapped
from claimgraph.report.page.ranges import SHOWN, drawing
from claimgraph.report.page.shapes import DETAIL, NAME, Picture
from tests.report.sample import figure, saying

finite = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18)


def scale(*ranges: tuple[float | None, float | None]) -> Scale:
    given = tuple(figure("SOHR", 1, low, high) for low, high in ranges)
    return Scale("How many?", "people", 1, "", given)


@given(st.lists(finite, min_size=1, max_size=8))
def test_numbers_stand_on_the_scale_in_their_order(numbers: list[float]) -> None:
    line = axis(numbers)
    places = [line.place(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 100
    assert 2 <= len(line.ticks) <= 9
    marked = [tick.place for tick in line.ticks]
    assert marked == sorted(set(marked))


@pytest.mark.parametrize(
    ("numbers", "in_tens"),
    [
        pytest.param([90, 100, 107, 110], False, id="near each other"),
        pytest.param([12, 26], False, id="from nothing on"),
        pytest.param([47, 360_000], True, id="an outlier"),
        pytest.param([0, 3, 900], True, id="an outlier beside nothing"),
        pytest.param([-40, 2_000], True, id="an outlier above a loss"),
        pytest.param([0, 0], False, id="nothing at all"),
        pytest.param([107, 107], False, id="one number"),
        pytest.param([], False, id="no number"),
    ],
)
def test_an_outlier_does_not_press_the_others_together(numbers: list[float], in_tens: bool) -> None:
    line = axis(numbers)
    assert line.in_tens is in_tens
    places = [line.place(number) for number in sorted(set(numbers))]
    assert all(after - before > 4 for before, after in pairwise(places))


@pytest.mark.parametrize("numbers", [[3_405_000, 3_420_000], [1, 5_000_000_000], [90, 110]])
def test_numbers_of_the_scale_differ_and_do_not_lie_on_each_other(numbers: list[float]) -> None:
    labelled = [tick for tick in axis(numbers).ticks if tick.label]
    assert len({tick.label for tick in labelled}) == len(labelled) > 1
    for one, other in pairwise(labelled):
        room = (other.place - one.place) / 100 * 280
        assert room >= 8 * max(len(one.label), len(other.label))


def test_an_exact_figure_is_a_dot_in_the_range_of_a_rounded_one() -> None:
    around, exact = drawing(scale((90, 110), (107, 107))).strips
    assert exact.dot is not None
    assert around.start < exact.dot < around.end
    assert not exact.is_range
    assert around.is_range


def test_open_ends_reach_the_edge_of_the_scale() -> None:
    at_least, up_to = drawing(scale((12, None), (None, 60))).strips
    assert (at_least.open_high, at_least.end, at_least.label) == (True, 100, "12 or more")
    assert (up_to.open_low, up_to.start, up_to.label) == (True, 0, "up to 60")


def test_of_very_many_figures_some_are_drawn_at_once_and_none_is_lost() -> None:
    drawn = drawing(scale(*[(number, number) for number in range(40)]))
    assert len(drawn.strips) == SHOWN
    assert len(drawn.strips) + len(drawn.hidden) == 40


LONG = "Supreme Commission for the Coordination of Humanitarian Affairs and Reconstruction"


def exchange(name: str, count: int = 1, via: tuple[str, ...] = ()) -> Exchange:
    return Exchange(
        name,
        tuple(saying(f"{name} {i}", Tone.ACCUSES, 1, via=via, article=name) for i in range(count)),
        tuple(saying(f"{name} {i}", Tone.DENIES, 2, via=via, article=name) for i in range(count)),
        tuple(saying(f"{name} {i}", Tone.SILENT, 3, via=via, article=name) for i in range(count)),
        in_part=False,
        summary="",
    )


@pytest.mark.parametrize("draw", [wide, narrow])
@pytest.mark.parametrize("name", ["HTS", LONG, "W" * 10_000, "统一战线" * 40, "Ω" * 90])
@pytest.mark.parametrize("via", [(), ("TASS",), (LONG, "W" * 300), ("a", "b", "c", "d")])
def test_words_stay_in_their_box(draw: type, name: str, via: tuple[str, ...]) -> None:
    picture: Picture = draw(exchange(name, 9, via))
    for box in picture.boxes:
        assert box.x >= 0
        assert box.right <= picture.width
        assert box.bottom <= picture.height
        for line in box.words:
            size = NAME if line.style == "b" else DETAIL
            half = width(line.text, size) / 2
            assert box.x < line.x - half
            assert line.x + half < box.right
            assert box.y + 8 < line.y < box.bottom - 2
    for line in picture.words:
        long = width(line.text, NAME if line.style == "b" else DETAIL)
        left = {"start": line.x, "middle": line.x - long / 2, "end": line.x - long}[line.anchor]
        assert left >= 0
        assert left + long <= picture.width


@pytest.mark.parametrize("draw", [wide, narrow])
def test_boxes_do_not_lie_on_each_other(draw: type) -> None:
    picture: Picture = draw(exchange(LONG, 3, ("TASS",)))
    boxes = [box for box in picture.boxes if box.style != "panel"]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            beside = one.right <= other.x or other.right <= one.x
            assert beside or one.bottom <= other.y or other.bottom <= one.y


def test_an_accusation_leads_down_and_a_denial_leads_up() -> None:
    picture = wide(exchange("HTS"))
    assert [arrow.style for arrow in picture.arrows if arrow.style != "tells"] == [
        "accuses",
        "denies",
    ]


def test_a_silence_is_a_box_of_its_own_look_and_of_its_own_way() -> None:
    silent = saying("HTS", Tone.SILENT, 3)
    picture = wide(Exchange("HTS", (saying("Russia", Tone.ACCUSES, 1),), (), (silent,), False, ""))
    (box,) = [box for box in picture.boxes if box.style == "silent"]
    assert [line.text for line in box.words] == ["HTS", "accused", "made no statement"]
    assert "reported in" in [line.text for line in picture.words]


def test_nobody_who_was_only_asked_is_drawn_as_accused() -> None:
    picture = wide(Exchange("HTS", (), (), (saying("HTS", Tone.SILENT, 3),), False, ""))
    assert "was asked" in [line.text for box in picture.boxes for line in box.words]
    assert not [arrow for arrow in picture.arrows if arrow.style == "accuses"]


def test_ways_that_are_the_same_are_drawn_once() -> None:
    one = saying("Russia", Tone.ACCUSES, 1)
    other = replace(one, article="Daily, 26 Nov 2018", numbers=(2,))
    picture = wide(Exchange("HTS", (one, other), (), (), False, ""))
    texts = [line.text for box in picture.boxes for line in box.words]
    assert texts.count("Russia") == 1
    assert "and 1 more article" in texts


def test_a_drawing_can_be_told_in_words() -> None:
    told = described(
        Exchange("HTS", (saying("Konashenkov", Tone.ACCUSES, 1, via=("TASS",)),), (), (), False, "")
    )
    assert told == "Konashenkov accuses, through TASS, in Example Wire, 25 Nov 2018."


@given(st.text(max_size=200), st.floats(40, 400), st.integers(1, 3))
def test_wrapped_words_are_not_wider_than_their_room(words: str, room: float, lines: int) -> None:
    made = wrapped(words, 14, room, lines)
    assert len(made) <= lines
    assert all(width(line, 14) <= room + 0.5 for line in made)


CSS = files("claimgraph.report.page").joinpath("report.css").read_text(encoding="utf-8")


def colours(dark: bool) -> dict[str, str]:
    light_rules, dark_rules = re.findall(r":root\{(--bg.*?)\}", CSS, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+):(#\w+)", light_rules))
    return found | dict(re.findall(r"--([\w-]+):(#\w+)", dark_rules)) if dark else found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


TONES = ("says", "accuses", "denies", "figure", "silent", "own_voice")
PAIRS = [
    *((ink, ground) for ink in ("ink", "mute", "link") for ground in ("bg", "card", "head")),
    *((ink, f"{tone}-bg") for tone in TONES for ink in ("ink", "mute", "link", tone)),
    *((tone, ground) for tone in (*TONES, "ok") for ground in ("bg", "card")),
    *((ink, "target") for ink in ("ink", "mute", "link", *TONES)),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(ink: str, ground: str, dark: bool) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5 to 1."""
    values = colours(dark)
    lighter, darker = sorted((luminance(values[ink]), luminance(values[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
