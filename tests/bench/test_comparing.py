"""The benchmark of comparing counts what it says it counts."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.comparing import Measure, markdown, measure, promises


@pytest.mark.parametrize("judged", [True, False])
def test_a_small_store_is_measured(tmp_path: Path, *, judged: bool) -> None:
    took = measure(str(tmp_path / "store.db"), 400, judged=judged)
    assert took.claims == 400
    assert took.documents > 10
    assert 0 < took.found <= took.wanted
    assert took.pairs >= took.found
    table = markdown([took])
    assert "| documents |" in table
    assert f"{took.found / took.wanted:.3f} of {took.wanted:,}" in table


def test_growth_is_told_from_the_smallest_to_the_largest() -> None:
    small = Measure(claims=100, documents=10, pairs=1000, candidates_s=1.0, tenths=[10.0])
    large = replace(small, claims=10_000, pairs=100_000, candidates_s=1000.0)
    pairs, time = promises([small, large])
    assert (round(pairs.measured, 2), pairs.met) == (1.0, True)
    assert (round(time.measured, 2), time.met) == (1.5, False)
