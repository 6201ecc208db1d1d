"""Quotation marks of newspapers, and of people who type."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.text.quotes import quotations, quoted_mask


def pieces(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said: "We deny it."', ['"We deny it."'], id="straight"),
        pytest.param("He said: “We deny it.”", ["“We deny it.”"], id="curly"),
        pytest.param("Il a dit : « Non » hier", ["« Non »"], id="guillemets"),
        pytest.param("Er sagte: „Nein“ und ging", ["„Nein“"], id="low opening mark"),
        pytest.param("It was ‘a lie’, he said", ["‘a lie’"], id="single curly"),
        pytest.param("It was 'a lie', he said", ["'a lie'"], id="single straight"),
        pytest.param("“No”, he said, “never”", ["“No”", "“never”"], id="broken by its cue"),
        pytest.param('"No" and "never"', ['"No"', '"never"'], id="two straight ones"),
        pytest.param(
            "“He called it ‘a lie’.”", ["“He called it ‘a lie’.”", "‘a lie’"], id="nested"
        ),
        pytest.param("the boys' toys aren't 'ere", [], id="apostrophes"),
        pytest.param("rock ’n’ roll, the ’90s", [], id="curly apostrophes"),
        pytest.param("It isn’t “his”", ["“his”"], id="an apostrophe before a quotation"),
        pytest.param("", [], id="nothing"),
        pytest.param("no marks here", [], id="no marks"),
        pytest.param(
            "“First.\n“Second.”", ["“First.", "“Second.”"], id="opened in every paragraph"
        ),
        pytest.param('"Open.\nNot quoted.', ['"Open.'], id="left open, closed by the paragraph"),
        pytest.param("6” pipe", [], id="a closing mark alone"),
        pytest.param('("He left")', ['"He left"'], id="in brackets"),
        pytest.param("said—“no”", ["“no”"], id="after a dash"),
        pytest.param('“mixed marks" here', ['“mixed marks"'], id="curly opened, straight closed"),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_missing_mark_is_told() -> None:
    assert [quote.closed for quote in quotations("“First.\n“Second.”")] == [False, True]


def test_depth_counts_what_encloses() -> None:
    assert [quote.depth for quote in quotations("“A ‘b’ c” “d”")] == [0, 1, 0]


@given(st.text(alphabet="ab '\"“”‘’«»„\n.,", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_nest(text: str) -> None:
    found = quotations(text)
    assert [quote.start for quote in found] == sorted(quote.start for quote in found)
    for quote in found:
        assert 0 <= quote.start < quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
    for one in found:
        for other in found:
            disjoint = one.end <= other.start or other.end <= one.start
            inside = one.start <= other.start and other.end <= one.end
            around = other.start <= one.start and one.end <= other.end
            assert disjoint or inside or around


@given(st.text(alphabet="abc .,\n", max_size=60))
def test_text_without_marks_has_no_quotation(text: str) -> None:
    assert quotations(text) == []
    assert not any(quoted_mask(text))


@pytest.mark.parametrize("mark", ['"', "“", "‘", "'", "«", "”", "\n"], ids=repr)
def test_a_row_of_marks_costs_linear_time(mark: str) -> None:
    def seconds(length: int) -> float:
        # The collector's time grows with everything else that the run of the tests holds.
        gc.disable()
        try:
            start = time.process_time()
            quotations(mark * length)
            return time.process_time() - start
        finally:
            gc.enable()

    small = min(seconds(20_000) for _ in range(3))
    # A quadratic scanner would need a hundred times as long.
    assert min(seconds(200_000) for _ in range(2)) < 30 * max(small, 0.005)
