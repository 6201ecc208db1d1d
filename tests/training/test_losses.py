"""What the network is taught; needs PyTorch, which the library itself does not."""

from itertools import product
from random import Random

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")

from claimgraph.training.batches import GoldLinks  # noqa: E402
from claimgraph.training.crf import crf_loss, expected_labels  # noqa: E402
from claimgraph.training.labels import Inventory  # noqa: E402
from claimgraph.training.link_losses import decode_bio, link_losses  # noqa: E402
from claimgraph.training.losses import coreference_loss  # noqa: E402
from claimgraph.training.network import Network, Sizes  # noqa: E402
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


def test_what_a_crf_expects_is_the_mean_over_all_rows_of_labels() -> None:
    emissions, transitions = torch.randn(1, 3, 3), torch.randn(3, 3)
    mask = torch.ones(1, 3, dtype=torch.bool)
    labels, pairs = torch.zeros(3, 3), torch.zeros(2, 3, 3)
    for row in product(range(3), repeat=3):
        chance = torch.exp(-3 * crf_loss(emissions, torch.tensor([row]), mask, transitions))
        for place, label in enumerate(row):
            labels[place, label] += chance
        for place in range(2):
            pairs[place, row[place], row[place + 1]] += chance
    expected = expected_labels(emissions, mask, transitions)
    assert torch.allclose(expected.labels[0], labels, atol=1e-4)
    assert torch.allclose(expected.pairs[0], pairs, atol=1e-4)


def test_nothing_is_expected_of_padding() -> None:
    mask = torch.tensor([[True, True, False]])
    expected = expected_labels(torch.randn(1, 3, 7), mask, torch.randn(7, 7))
    assert expected.labels[0, :2].sum(-1).tolist() == pytest.approx([1.0, 1.0], abs=1e-4)
    assert not expected.labels[0, 2].any()
    assert not expected.pairs[0, 1].any()


def test_who_says_what_a_teacher_says_has_nothing_to_learn() -> None:
    emissions = torch.randn(2, 4, 7, requires_grad=True)
    transitions = torch.randn(7, 7, requires_grad=True)
    mask = torch.tensor([[True] * 4, [True, True, False, False]])
    expected = expected_labels(emissions, mask, transitions)
    crf_loss(emissions, None, mask, transitions, expected, 0.5).backward()
    assert emissions.grad.abs().max() < 1e-5
    assert transitions.grad.abs().max() < 1e-5


def test_gold_labels_and_a_teacher_share_the_loss() -> None:
    emissions, transitions = torch.randn(1, 3, 7), torch.randn(7, 7)
    mask, gold = torch.ones(1, 3, dtype=torch.bool), torch.tensor([[0, 1, 2]])
    expected = expected_labels(torch.randn(1, 3, 7), mask, torch.randn(7, 7))
    hard = crf_loss(emissions, gold, mask, transitions)
    soft = crf_loss(emissions, None, mask, transitions, expected, 1.0)
    both = crf_loss(emissions, gold, mask, transitions, expected, 0.25)
    assert both.item() == pytest.approx(0.75 * hard.item() + 0.25 * soft.item(), abs=1e-5)


def test_links_of_a_batch_are_judged_as_those_of_its_rows() -> None:
    torch.manual_seed(2)
    network = Network(Sizes(layers=1, width=8, attention_heads=2, inner=8, link=4)).eval()
    rows = [
        GoldLinks(([(0, 2), (9, 10)], [(2, 3)], [(4, 8)]), [[0]], [[0]], [], [8]),
        GoldLinks(([], [(1, 2), (5, 6)], [(2, 4), (6, 9)]), [[], None], [[0], [1]], [4], []),
    ]
    vectors, best = torch.randn(2, 12, 4), torch.zeros(2, 12, dtype=torch.long)

    class Still(Random):
        """Moves no edge."""

        def random(self) -> float:
            return 0.99

    def losses(*chosen: int) -> dict[str, float]:
        gold = [rows[row] for row in chosen]
        found = link_losses(network, vectors[list(chosen)], gold, best, Still(), 0.0)
        return {name: value.item() for name, value in found.items()}

    both, first, second = losses(0, 1), losses(0), losses(1)
    # One cue of either row and one content against two are judged.
    sources = (first["cue_source"] + second["cue_source"]) / 2
    contents = (first["content_cue"] + 2 * second["content_cue"]) / 3
    assert both["cue_source"] == pytest.approx(sources, abs=1e-5)
    assert both["content_cue"] == pytest.approx(contents, abs=1e-5)


def test_mentions_choose_within_their_own_row() -> None:
    torch.manual_seed(3)
    network = Network(Sizes(layers=1, width=24, attention_heads=2, inner=48)).eval()
    torch.nn.init.normal_(network.coreference_distance)
    x = torch.randn(3, 9, 24)
    long = [(0, 1, "a"), (2, 1, "b"), (3, 2, "a"), (7, 1, "b"), (8, 1, "c")]
    short = [(1, 1, "a"), (4, 1, "a")]
    lone = [(5, 1, "z")]
    rows = [coreference_loss(network, x[i : i + 1], [row]) for i, row in enumerate((long, short))]
    assert rows[0] is not None
    assert rows[1] is not None
    whole = coreference_loss(network, x, [long, short, lone])
    assert whole is not None
    assert torch.allclose(whole, (5 * rows[0] + 2 * rows[1]) / 7, atol=1e-5)
    assert coreference_loss(network, x[:1], [lone]) is None


def test_a_mention_of_an_earlier_entity_must_choose_one_of_it() -> None:
    network = Network(Sizes(layers=1, width=24, attention_heads=2, inner=48)).eval()
    for parameter in network.parameters():
        torch.nn.init.zeros_(parameter)
    x = torch.randn(1, 4, 24)
    # All choices alike: none for the first; none of two; one of three.
    loss = coreference_loss(network, x, [[(0, 1, "a"), (1, 1, "b"), (2, 1, "a")]])
    assert loss is not None
    expected = (torch.tensor(1.0).log() + torch.tensor(2.0).log() + torch.tensor(3.0).log()) / 3
    assert torch.allclose(loss, expected, atol=1e-4)


def test_a_stray_inside_label_starts_a_span() -> None:
    assert decode_bio([2, 2, 0, 3, 4, 5]) == ([(0, 2)], [(3, 5)], [(5, 6)])


def test_the_rate_rises_stays_and_falls_to_zero() -> None:
    settings = Settings(steps=100, decay=40, warmup=10)
    rates = [rate(step, settings) for step in (0, 10, 60, 80, 100)]
    assert rates == pytest.approx([0.1, 1.0, 1.0, 0.5, 0.0])


def test_an_inventory_without_treebanks_is_empty() -> None:
    assert Inventory.of([]) == Inventory([], [], [])
