"""Quantities are ranges in order, and finite."""

import math

import pytest

from claimgraph import Confidence, Quantity
from claimgraph.errors import RecordError


@pytest.mark.parametrize(
    ("low", "best", "high"),
    [
        pytest.param(100, 90, None, id="best below low"),
        pytest.param(None, 110, 100, id="best above high"),
        pytest.param(2, None, 1, id="high below low"),
    ],
)
def test_low_best_and_high_are_in_order(
    low: float | None, best: float | None, high: float | None
) -> None:
    with pytest.raises(RecordError, match="out of order"):
        Quantity(text="some", low=low, best=best, high=high)


@pytest.mark.parametrize("field", ["low", "best", "high"])
@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf], ids=str)
def test_a_number_is_finite(field: str, number: float) -> None:
    with pytest.raises(RecordError, match=f"{field}: Input should be a finite number"):
        Quantity.model_validate({"text": "some", field: number})


def test_vague_words_have_no_numbers() -> None:
    dozens = Quantity(text="dozens", comparator="vague")
    assert (dozens.low, dozens.best, dozens.high) == (None, None, None)


@pytest.mark.parametrize("part", ["source", "cue", "content", "link"])
@pytest.mark.parametrize("value", [-0.01, 1.01, math.nan, math.inf], ids=str)
def test_a_confidence_lies_between_0_and_1(part: str, value: float) -> None:
    with pytest.raises(RecordError, match=part):
        Confidence.model_validate({part: value})


@pytest.mark.parametrize("value", [0, 0.5, 1], ids=str)
def test_both_ends_of_a_confidence_belong_to_it(value: float) -> None:
    assert Confidence(link=value).link == value
