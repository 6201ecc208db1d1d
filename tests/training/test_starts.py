"""What a run may start from; needs PyTorch, which the library itself does not."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("safetensors", reason="training needs the extra 'train'")

from claimgraph.reading.encoder.weights import MODEL_FOLDER  # noqa: E402
from claimgraph.training.labels import Inventory  # noqa: E402
from claimgraph.training.network import distance_classes  # noqa: E402
from claimgraph.training.starts import (  # noqa: E402
    is_mpnet,
    load_start,
    mpnet_rows,
    tokenizer_file,
)

NAMES = Inventory(["NN"], ["nsubj"], ["="])


def test_near_distances_are_classes_of_their_own_and_far_ones_share_one() -> None:
    classes = distance_classes(300, 32)
    assert classes[100, 93:101].tolist() == [7, 6, 5, 4, 3, 2, 1, 0]
    assert classes[100, 101:108].tolist() == [17, 18, 19, 20, 21, 22, 23]
    assert classes[150, [22, 0]].tolist() == [15, 15]
    assert classes[150, [278, 299]].tolist() == [31, 31]
    assert classes.unique().numel() == 31  # a piece is not behind itself


def test_the_word_pieces_of_mpnet_come_into_the_order_of_the_library(
    mpnet: Path, vocabulary: list[str]
) -> None:
    theirs = (mpnet / "vocab.txt").read_text(encoding="utf-8").splitlines()
    rows = mpnet_rows(mpnet)
    assert is_mpnet(mpnet)
    assert theirs[rows[vocabulary.index("ministry")]] == "ministry"
    assert theirs[rows[vocabulary.index("[CLS]")]] == "<s>"
    assert len(set(rows)) == len(vocabulary)
    assert tokenizer_file(mpnet) == MODEL_FOLDER / "tokenizer.json"


def test_a_vocabulary_that_lacks_pieces_is_named(mpnet: Path, tmp_path: Path) -> None:
    text = (mpnet / "vocab.txt").read_text(encoding="utf-8")
    (tmp_path / "vocab.txt").write_text(text.replace("\nministry\n", "\nx-x\n"), encoding="utf-8")
    with pytest.raises(ValueError, match="lacks 1 pieces, such as ministry"):
        mpnet_rows(tmp_path)


def test_attention_that_knows_distances_tells_near_from_far(mpnet: Path) -> None:
    encoder = load_start(mpnet, NAMES).eval().encoder
    ids = torch.tensor([[101, 2003, 2003, 2003, 102]])
    zeros = torch.zeros_like(ids)
    with torch.no_grad():
        encoder.positions.weight.zero_()
        before = encoder(ids, zeros, zeros, ids > 0, 0.0)
        encoder.distances.weight.zero_()
        after = encoder(ids, zeros, zeros, ids > 0, 0.0)
    # Without places and distances, the same word three times is the same three times.
    assert not torch.allclose(before[0, 1], before[0, 2], atol=1e-3)
    assert torch.allclose(after[0, 1], after[0, 2], atol=1e-5)


def test_frozen_layers_learn_nothing_and_marks_enter_above_them(mpnet: Path) -> None:
    network = load_start(mpnet, NAMES, frozen=1).train()
    ids = torch.tensor([[101, 2003, 102]])
    one, other = torch.zeros_like(ids), torch.ones_like(ids)
    network.encoder(ids, one, one, ids > 0, 0.0).square().sum().backward()
    trained = {name for name, p in network.encoder.named_parameters() if p.grad is not None}
    assert {name.split(".")[0] for name in trained} == {"shapes", "quotes", "layers"}
    assert {name.split(".")[1] for name in trained if name.startswith("layers")} == {"1"}
    with torch.no_grad():
        changed = network.encoder(ids, other, one, ids > 0, 0.0)
        assert not torch.equal(changed, network.encoder(ids, one, one, ids > 0, 0.0))
