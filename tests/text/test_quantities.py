"""Quantities of newspapers: what must be found, what must not, and at what cost."""

from pathlib import Path

import pytest

from claimgraph.text.quantities import FoundQuantity, find_quantities

Expected = tuple[str, float | None, float | None, float | None, str, str]


def number(words: str) -> float | None:
    return None if words == "-" else float(words)


def expected(line: str) -> Expected:
    text, limits, comparator, unit = (part.strip() for part in line.split(" | "))
    low, best, high = map(number, limits.split())
    return text, low, best, high, comparator, "" if unit == "-" else unit


def cases() -> list[tuple[str, str, list[Expected]]]:
    """Group, sentence and what must be found in it."""
    found: list[tuple[str, str, list[Expected]]] = []
    group = ""
    path = Path(__file__).with_name("quantities.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif line.startswith("    "):
            found[-1][2].append(expected(line))
        elif line and not line.startswith("# "):
            found.append((group, line, []))
    return found


CASES = cases()


def as_expected(quantity: FoundQuantity) -> Expected:
    low, best, high = (
        None if value is None else round(value, 12)
        for value in (quantity.low, quantity.best, quantity.high)
    )
    return quantity.text, low, best, high, quantity.comparator.value, quantity.unit


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        pytest.param(sentence, wanted, id=f"{group}: {sentence}")
        for group, sentence, wanted in CASES
    ],
)
def test_the_quantities_of_a_sentence(sentence: str, wanted: list[Expected]) -> None:
    assert [as_expected(quantity) for quantity in find_quantities(sentence)] == wanted
