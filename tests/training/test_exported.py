"""An exported model can be trained further; needs PyTorch, which the library itself does not."""

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("onnx", reason="training needs the extra 'train'")

from claimgraph.errors import ModelError  # noqa: E402
from claimgraph.reading.encoder.encoder import Encoder, Words  # noqa: E402
from claimgraph.reading.encoder.weights import MODEL_FOLDER, load_weights  # noqa: E402
from claimgraph.training.batches import Batcher  # noqa: E402
from claimgraph.training.corpora import Annotated  # noqa: E402
from claimgraph.training.export import export, mix  # noqa: E402
from claimgraph.training.exported import is_exported, read_exported, read_inventory  # noqa: E402
from claimgraph.training.network import Network, Sizes  # noqa: E402
from claimgraph.training.settings import Settings  # noqa: E402
from claimgraph.training.windows import Window  # noqa: E402

WORDS = "The ministry denied on Sunday that any of the rebels had been hit .".split()
SPACED = [place > 0 for place in range(len(WORDS) - 1)] + [False]


def test_the_network_of_the_shipped_model_says_what_the_reader_hears() -> None:
    network = read_exported(MODEL_FOLDER).eval()
    encoder = Encoder(load_weights())
    document = Annotated("1", WORDS, SPACED, [0] * len(WORDS))
    window = Window(document, list(range(len(WORDS))), WORDS, SPACED, 30)
    batch = Batcher(encoder._pieces, read_inventory(MODEL_FOLDER))([window])
    with torch.no_grad():
        x = network.words(batch.tensors)[0]
        here = {name: getattr(network, name)(x).numpy() for name in ("attribution", "entity")}
        tags = network.upos(x).argmax(1).numpy()
    starts = np.cumsum([0, *(len(word) + 1 for word in WORDS)])[:-1].tolist()
    (there,) = encoder.encode([Words(WORDS, starts, SPACED, np.zeros(len(WORDS), np.int32))])
    assert tags.tolist() == there["upos"].tolist()
    for name, value in here.items():
        assert value.argmax(1).tolist() == there[name].argmax(1).tolist()


SMALL = {"width": 48, "attention_heads": 2, "inner": 96}
KINDS = {
    "the library's": {"layers": 6},
    "with distances and marks above the first layer": {
        "layers": 2,
        "relative_buckets": 8,
        "late": 1,
        **SMALL,
    },
}


@pytest.fixture(scope="module", params=list(KINDS.values()), ids=list(KINDS))
def checkpoint(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    inventory = read_inventory(MODEL_FOLDER)
    torch.manual_seed(1)
    network = Network(
        Sizes(
            xpos_labels=len(inventory.xpos),
            relation_labels=len(inventory.relations),
            lemma_rules=len(inventory.lemma_rules),
            **request.param,
        )
    )
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    path = tmp_path_factory.mktemp("run") / "latest.pt"
    torch.save(
        {
            "step": 7,
            "network": network.state_dict(),
            "average": network.state_dict(),
            "settings": {"seed": Settings().seed},
            "sizes": network.record(),
            "inventory": inventory.record(),
        },
        path,
    )
    return path


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("quantize", [False, True])
def test_what_is_exported_can_be_read_back(
    checkpoint: Path, tmp_path: Path, quantize: bool
) -> None:
    assert not is_exported(tmp_path)
    export(checkpoint, MODEL_FOLDER, tmp_path, quantize=quantize)
    assert is_exported(tmp_path)
    assert load_weights(tmp_path).lemmas == load_weights().lemmas
    before = torch.load(checkpoint, weights_only=True)["average"]
    after = read_exported(tmp_path).state_dict()
    assert before.keys() == after.keys()
    # A matrix in 8 bits is off by at most half a step of a column's 254.
    most = 0.05 * 6 / 127 if quantize else 1e-6
    for name, value in before.items():
        assert torch.allclose(value, after[name], atol=most, rtol=0.0), name


def test_weights_are_mixed_by_their_share(checkpoint: Path) -> None:
    state = torch.load(checkpoint, weights_only=True)
    one, other = (Network(Sizes(**state["sizes"])) for _ in range(2))
    one.load_state_dict(state["network"])
    expected = 0.25 * one.attribution.weight + 0.75 * other.attribution.weight
    mix(one, other, 0.25)
    assert torch.allclose(one.attribution.weight, expected, atol=1e-6)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_runs_from_one_start_are_averaged(checkpoint: Path, tmp_path: Path) -> None:
    state = torch.load(checkpoint, weights_only=True)
    others = []
    for number, factor in enumerate((2.0, 6.0)):
        weights = {name: value * factor for name, value in state["average"].items()}
        others.append(tmp_path / f"{number}.pt")
        torch.save(state | {"average": weights}, others[-1])
    export(checkpoint, MODEL_FOLDER, tmp_path / "model", also=others, quantize=False)
    found = read_exported(tmp_path / "model").state_dict()
    for name, value in state["average"].items():
        assert torch.allclose(found[name], value * 3.0, atol=1e-5), name
    described = json.loads((tmp_path / "model" / "model.json").read_text(encoding="utf-8"))
    assert described["averaged_with"] == [state["settings"]] * 2


def test_a_damaged_model_is_not_trained_further(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.json is missing"):
        read_exported(tmp_path)
