"""The reader on the seed articles, against the annotation by hand."""

from collections import Counter
from pathlib import Path

import pytest

from claimgraph.model import Reading
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import SpeechAct
from tests.seeds.against_hand import FIELDS, Comparison, compare, listing
from tests.seeds.gold import FILES, READINGS, SEEDS, file_of

GOLDEN = Path(__file__).parents[1] / "golden" / "seeds-differences.txt"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    reader = Reader(threads=1)
    return [reader.read(hand.document) for hand in READINGS]


@pytest.fixture(scope="module")
def comparisons(readings: list[Reading]) -> list[Comparison]:
    return [compare(hand, read) for hand, read in zip(READINGS, readings, strict=True)]


def test_the_differences_are_those_that_are_known() -> None:
    """After a change of the reader: ``python -m tests.seeds.against_hand > tests/golden/…``."""
    assert listing() == GOLDEN.read_text(encoding="utf-8")


def test_most_of_what_people_found_is_found(comparisons: list[Comparison]) -> None:
    found = sum(each.found for each in comparisons)
    missed = sum(len(each.missed) for each in comparisons)
    added = sum(len(each.added) for each in comparisons)
    assert found / (found + missed) >= 0.85
    assert found / (found + added) >= 0.95


@pytest.mark.parametrize(
    ("field", "bar"),
    [
        ("type", 0.9),
        ("act", 0.8),
        ("form", 0.95),
        ("negated", 0.97),
        ("source", 0.75),
        ("via", 0.82),
        ("target", 0.9),
        ("parent", 0.95),
    ],
)
def test_most_fields_are_as_people_have_them(
    comparisons: list[Comparison], field: str, bar: float
) -> None:
    compared: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for each in comparisons:
        compared += each.compared
        alike += each.alike
    assert field in FIELDS
    assert alike[field] / compared[field] >= bar


def test_the_silence_is_recorded_and_nobody_silent_denies(readings: list[Reading]) -> None:
    wire = readings[list(FILES.values()).index("aleppo.txt")]
    assert file_of(wire.document) == "aleppo.txt"
    names = {source.id: source.name for source in wire.sources}
    acts = [
        item.act
        for item in wire.attributions
        if names.get(item.source_id or "") == "Hayat Tahrir al-Sham"
    ]
    assert acts == [SpeechAct.NO_STATEMENT]


def test_the_texts_are_those_of_the_annotation() -> None:
    for hand in READINGS:
        text = (SEEDS / file_of(hand.document)).read_text(encoding="utf-8")
        assert text == hand.document.text
