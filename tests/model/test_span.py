"""Spans are ranges of code points that carry their characters."""

from typing import Any

import numpy as np
import pytest

from claimgraph import Document, Span
from claimgraph.errors import RecordError, SpanError


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        pytest.param(4, 4, "", id="empty"),
        pytest.param(5, 4, "S", id="the end before the start"),
        pytest.param(0, 4, "SOH", id="fewer characters than the range"),
        pytest.param(0, 1, "😀😀", id="more characters than the range"),
    ],
)
def test_a_span_has_the_length_of_its_text(start: int, end: int, text: str) -> None:
    with pytest.raises(SpanError):
        Span(start=start, end=end, text=text)


def test_a_span_never_starts_before_the_text() -> None:
    with pytest.raises(RecordError, match="start"):
        Span(start=-1, end=3, text="SOHR")


@pytest.mark.parametrize("start", ["0", 0.0, False, None])
def test_an_offset_is_a_whole_number_and_nothing_that_looks_like_one(start: Any) -> None:
    with pytest.raises(RecordError, match="start: Input should be a valid integer"):
        Span(start=start, end=4, text="SOHR")


def test_offsets_may_come_from_numpy() -> None:
    start, end = np.array([5, 9])
    span = Document(text="SOHR said").span(start, end)
    assert span == Span(start=5, end=9, text="said")
    assert type(span.start) is int


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        pytest.param("SOHR said", 0, 4, "SOHR", id="plain letters"),
        pytest.param("a 😀 b", 2, 3, "😀", id="a sign beyond the basic plane is one code point"),
        pytest.param("e\u0301tat", 0, 2, "e\u0301", id="a combining mark counts by itself"),
        pytest.param("a\r\nb", 1, 3, "\r\n", id="both signs of a line end count"),
        pytest.param("قال \u202bأحمد", 0, 3, "قال", id="from right to left"),
    ],
)
def test_offsets_count_code_points(text: str, start: int, end: int, expected: str) -> None:
    document = Document(text=text)
    span = document.span(start, end)
    assert span.text == expected
    assert document.text[span.start : span.end] == expected


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(0, 5, id="past the end"),
        pytest.param(4, 4, id="empty"),
        pytest.param(-2, 2, id="counted from the end"),
    ],
)
def test_a_range_outside_the_text_is_refused_with_advice(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="offsets count code points"):
        Document(text="SOHR").span(start, end)


def test_spans_are_values() -> None:
    assert Span(start=0, end=4, text="SOHR") == Span(start=0, end=4, text="SOHR")
    assert len({Span(start=0, end=4, text="SOHR"), Span(start=0, end=4, text="SOHR")}) == 1
    with pytest.raises(ValueError, match="frozen"):
        Span(start=0, end=4, text="SOHR").start = 1  # type: ignore[misc]
