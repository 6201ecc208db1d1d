"""A cross-encoder of transformers is a judge, from a local folder and from safetensors only."""

from pathlib import Path

import pytest

from claimgraph.compare.transformers_judge import TransformersCrossEncoder
from claimgraph.errors import ModelError
from tests.compare.models import WORDS, write_config, write_tokenizer

PAIRS = [("it is not so", "it is so"), ("the same", "the same in many more words"), ("x", "y")]


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt", "weights.pkl"])
def test_a_pickle_is_never_opened(tmp_path: Path, name: str) -> None:
    write_config(tmp_path)
    (tmp_path / name).write_bytes(b"\x80\x04.")
    with pytest.raises(ModelError, match=f"holds its weights as {name}, a pickle that can run"):
        TransformersCrossEncoder.load(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    write_config(tmp_path)
    with pytest.raises(ModelError, match=r"holds no model\.safetensors"):
        TransformersCrossEncoder.load(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tiny BERT with weights from a seed, saved as safetensors."""
    torch = pytest.importorskip("torch", reason="the judge of transformers needs the extra 'judge'")
    transformers = pytest.importorskip(
        "transformers", reason="the judge of transformers needs the extra 'judge'"
    )
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=40,
        id2label={0: "neutral", 1: "contradiction", 2: "entailment"},
        label2id={"neutral": 0, "contradiction": 1, "entailment": 2},
    )
    model = transformers.BertForSequenceClassification(config)
    torch.nn.init.normal_(model.classifier.weight, std=2.0)
    model.save_pretrained(tmp_path)
    write_tokenizer(tmp_path)
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_file=str(tmp_path / "tokenizer.json"), pad_token="[PAD]", unk_token="[UNK]"
    )
    fast.save_pretrained(tmp_path)
    return tmp_path


@pytest.mark.filterwarnings("ignore")
def test_it_answers_in_order_whatever_the_batches(folder: Path) -> None:
    judge = TransformersCrossEncoder.load(folder)
    alone = [judge.judge([pair])[0] for pair in PAIRS]
    together = judge.judge(PAIRS * 30)
    for place, found in enumerate(together):
        assert tuple(found) == pytest.approx(tuple(alone[place % len(PAIRS)]), abs=1e-5)
        assert sum(found) == pytest.approx(1)
    assert len({tuple(each) for each in alone}) == len(PAIRS)
    assert judge.judge([]) == []


@pytest.mark.filterwarnings("ignore")
def test_a_text_that_is_too_long_is_cut(folder: Path) -> None:
    judge = TransformersCrossEncoder.load(folder)
    cut, whole = judge.judge([("not " * 500, "same"), ("not " * 36, "same")])
    assert tuple(cut) == pytest.approx(tuple(whole), abs=1e-5)


@pytest.mark.filterwarnings("ignore")
def test_damaged_weights_are_an_error_of_ours(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(ModelError, match="cannot be loaded"):
        TransformersCrossEncoder.load(folder)
