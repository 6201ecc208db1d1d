"""What the network is taught; needs PyTorch, which the library itself does not."""

from itertools import product

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")

from claimgraph.training.labels import Inventory  # noqa: E402
from claimgraph.training.losses import crf_loss, decode_bio  # noqa: E402
from claimgraph.training.settings import Settings, rate  # noqa: E402


def test_the_label_rows_of_a_crf_share_all_probability() -> None:
    emissions, transitions = torch.randn(1, 3, 7), torch.randn(7, 7)
    mask = torch.ones(1, 3, dtype=torch.bool)
    total = sum(
        torch.exp(-3 * crf_loss(emissions, torch.tensor([row]), mask, transitions)).item()
        for row in product(range(7), repeat=3)
    )
    assert total == pytest.approx(1.0, abs=1e-3)


def test_what_is_masked_does_not_count() -> None:
    emissions, transitions = torch.randn(1, 5, 7), torch.randn(7, 7)
    mask = torch.tensor([[True, True, True, False, False]])
    short = crf_loss(emissions[:, :3], torch.zeros(1, 3).long(), mask[:, :3], transitions)
    gold = torch.tensor([[0, 0, 0, -100, -100]])
    assert crf_loss(emissions, gold, mask, transitions).item() == pytest.approx(short.item())


def test_a_stray_inside_label_starts_a_span() -> None:
    assert decode_bio([2, 2, 0, 3, 4, 5]) == ([(0, 2)], [(3, 5)], [(5, 6)])


def test_the_rate_rises_stays_and_falls_to_zero() -> None:
    settings = Settings(steps=100, decay=40, warmup=10)
    rates = [rate(step, settings) for step in (0, 10, 60, 80, 100)]
    assert rates == pytest.approx([0.1, 1.0, 1.0, 0.5, 0.0])


def test_an_inventory_without_treebanks_is_empty() -> None:
    assert Inventory.of([]) == Inventory([], [], [])
