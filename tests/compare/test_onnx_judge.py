"""Any cross-encoder in ONNX is a judge, from a folder; here one that is made in the test."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("onnx", reason="models are made with the extra 'test'")

from claimgraph.compare.judge import PairJudge, installed_judge, judged, method_of
from claimgraph.compare.onnx_judge import OnnxCrossEncoder
from claimgraph.errors import ModelError
from claimgraph.vocabulary import RelationKind
from tests.compare.models import (
    WEIGHTS,
    expected,
    write_config,
    write_onnx,
    write_tokenizer,
)
from tests.compare.statements import says

PAIRS = [
    ("it is not so", "it is so"),
    ("the same", "the same in many more words than the other one has"),
    ("maybe", "something"),
    ("", "not"),
    ("x", "y"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a model."""
    folder = tmp_path / "tiny.nli v2"
    folder.mkdir()
    write_tokenizer(folder)
    write_config(folder)
    write_onnx(folder)
    return folder


def close(found: Any) -> Any:
    return pytest.approx(found, abs=1e-6)


def test_the_labels_are_read_from_the_config_and_padding_changes_nothing(folder: Path) -> None:
    judge = OnnxCrossEncoder.load(folder)
    assert isinstance(judge, PairJudge)
    assert [tuple(each) for each in judge.judge(PAIRS)] == [close(expected(pair)) for pair in PAIRS]
    assert judge.judge([]) == []


def test_labels_may_stand_in_any_order(folder: Path) -> None:
    before = OnnxCrossEncoder.load(folder).judge(PAIRS)
    write_config(folder, id2label={"0": "entailment", "1": "neutral", "2": "contradictory"})
    write_onnx(folder, weights=WEIGHTS[:, [1, 2, 0]])
    assert OnnxCrossEncoder.load(folder).judge(PAIRS) == [close(each) for each in before]


@pytest.mark.parametrize("count", [1, 31, 32, 33, 200])
def test_answers_come_in_the_order_of_the_pairs_whatever_the_batches(
    folder: Path, count: int
) -> None:
    pairs = [("not " * (number % 7), f"{'x ' * (number * 37 % 11)}same") for number in range(count)]
    found = OnnxCrossEncoder.load(folder, threads=1).judge(pairs)
    assert [tuple(each) for each in found] == [close(expected(pair)) for pair in pairs]


@pytest.mark.parametrize(
    ("inputs", "kind"),
    [
        pytest.param(["input_ids"], "INT64", id="no mask"),
        pytest.param(["input_ids", "attention_mask"], "INT32", id="short numbers"),
        pytest.param(["input_ids", "token_type_ids", "attention_mask"], "INT64", id="all three"),
    ],
)
def test_a_model_gets_the_inputs_that_it_asks_for(
    folder: Path, inputs: list[str], kind: str
) -> None:
    write_onnx(folder, inputs, kind)
    (found,) = OnnxCrossEncoder.load(folder).judge(PAIRS[:1])
    assert tuple(found) == close(expected(PAIRS[0]))


def test_of_a_pair_that_is_too_long_the_longer_text_is_cut(folder: Path) -> None:
    judge = OnnxCrossEncoder.load(folder)
    (found,) = judge.judge([("x " * 100 + "not", "same")])
    assert tuple(found) == close(expected(("", "same")))


def test_roberta_has_fewer_places_than_it_says(folder: Path) -> None:
    # 12 places, of which RoBERTa uses those behind the padding's: 10, three of them for marks.
    write_config(folder, model_type="xlm-roberta", pad_token_id=1, max_position_embeddings=12)
    judge = OnnxCrossEncoder.load(folder)
    sevens, eights = judge.judge([("x x x x x not", "x"), ("x x x x x x not", "x")])
    assert sevens.contradiction > 0.9
    assert eights.contradiction == close(1 / 3)


def test_it_judges_statements(folder: Path) -> None:
    judge = OnnxCrossEncoder.load(folder)
    a, b = says("A", "there was not one"), says("B", "there was", in_="doc_b")
    (verdict,) = judged([(a, b)], judge)
    assert verdict
    assert verdict.kind is RelationKind.CONTRADICTS
    assert verdict.method == f"judge:tiny-nli-v2.{judge.version}"


def test_the_version_follows_the_files(folder: Path) -> None:
    first = OnnxCrossEncoder.load(folder).version
    assert OnnxCrossEncoder.load(folder).version == first
    write_onnx(folder, weights=WEIGHTS * 2)
    assert OnnxCrossEncoder.load(folder).version != first


def test_it_is_offered_by_its_name(folder: Path) -> None:
    assert method_of(installed_judge(f"onnx:{folder}")).startswith("judge:tiny-nli-v2.")


class TestRefused:
    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
    def test_a_missing_file_is_named(self, folder: Path, name: str) -> None:
        (folder / name).unlink()
        with pytest.raises(ModelError, match=f"holds no {name}; a judge needs config.json, "):
            OnnxCrossEncoder.load(folder)

    def test_a_missing_folder_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ModelError, match=r"there is no folder .*nowhere"):
            OnnxCrossEncoder.load(tmp_path / "nowhere")

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
    def test_a_damaged_file_is_named(self, folder: Path, name: str) -> None:
        (folder / name).write_bytes(b"\x80\x04 no model")
        with pytest.raises(ModelError, match=rf"{name} cannot be (?:loaded|read as JSON)"):
            OnnxCrossEncoder.load(folder)

    @pytest.mark.parametrize(
        "labels",
        [
            pytest.param(None, id="none"),
            pytest.param({"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}, id="without meaning"),
            pytest.param({"0": "entailment", "1": "not_entailment"}, id="two"),
            pytest.param({"0": "entailment", "1": "neutral", "2": "entailed"}, id="one twice"),
            pytest.param(["entailment", "neutral", "contradiction"], id="a list"),
            pytest.param({"0": 1, "1": 2, "2": 3}, id="numbers"),
        ],
    )
    def test_labels_that_are_not_those_of_entailment(self, folder: Path, labels: Any) -> None:
        write_config(folder, id2label=labels)
        with pytest.raises(ModelError, match="id2label must name"):
            OnnxCrossEncoder.load(folder)

    def test_inputs_that_no_tokenizer_gives(self, folder: Path) -> None:
        write_onnx(folder, ["input_ids", "position_ids"])
        with pytest.raises(ModelError, match=r"has the inputs input_ids: .*, position_ids"):
            OnnxCrossEncoder.load(folder)

    def test_an_output_of_another_shape(self, folder: Path) -> None:
        write_onnx(folder, weights=np.zeros((7, 2), dtype=np.float32))
        with pytest.raises(ModelError, match=r"an output of shape \(1, 2\)"):
            OnnxCrossEncoder.load(folder).judge([("a", "b")])

    def test_numbers_that_are_none(self, folder: Path) -> None:
        write_onnx(folder, weights=WEIGHTS * np.float32("nan"))
        with pytest.raises(ModelError, match="not finite"):
            OnnxCrossEncoder.load(folder).judge([("a", "b")])

    def test_a_provider_that_is_not_here(self, folder: Path) -> None:
        with pytest.raises(ModelError, match="ONNX Runtime has no NoneExecutionProvider here"):
            OnnxCrossEncoder.load(folder, providers=["NoneExecutionProvider"])
