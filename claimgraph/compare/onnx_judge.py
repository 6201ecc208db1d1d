"""A judge that runs any ONNX cross-encoder for entailment from a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from claimgraph.compare.classifier import Classifier, in_batches, read_classifier
from claimgraph.compare.judge import Probabilities
from claimgraph.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

_FILES = ("config.json", "model.onnx", "tokenizer.json")
_INPUTS = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
_TYPES = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}


class OnnxCrossEncoder:
    """Judges pairs with a model in ONNX. One instance may serve several threads.

    Attributes:
        name: That of the folder.
        version: Of its files.
    """

    def __init__(
        self, classifier: Classifier, session: InferenceSession, tokenizer: Tokenizer
    ) -> None:
        self.name = classifier.name
        self.version = classifier.version
        self._classifier = classifier
        self._session = session
        self._tokenizer = tokenizer
        self._inputs = _inputs_of(session, classifier.folder)

    @classmethod
    def load(
        cls,
        folder: str | Path,
        *,
        providers: Sequence[str] | None = None,
        threads: int | None = None,
    ) -> Self:
        """Load the model in a folder; nothing is fetched from anywhere.

        Args:
            folder: Holds ``model.onnx``, ``tokenizer.json``, and ``config.json`` with ``id2label``.
            providers: ONNX Runtime's execution providers in order of preference; the CPU by
                default.
            threads: Threads of one forward pass; ONNX Runtime's own choice by default.

        Raises:
            ModelError: A file is missing or damaged, the labels are not those of entailment, or a
                provider is not available here.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        folder = Path(folder)
        classifier = read_classifier(folder, _FILES)
        wanted = list(providers or ["CPUExecutionProvider"])
        available = onnxruntime.get_available_providers()
        if missing := [name for name in wanted if name not in available]:
            raise ModelError(
                f"ONNX Runtime has no {', '.join(missing)} here, only {', '.join(available)}"
            )
        settings = onnxruntime.SessionOptions()
        settings.log_severity_level = 3
        if threads is not None:
            settings.intra_op_num_threads = threads
        # Neither library has a class of its own for a file that it cannot use.
        try:
            path = str(folder / "model.onnx")
            session = onnxruntime.InferenceSession(path, settings, providers=wanted)
        except Exception as error:
            raise ModelError(f"{folder / 'model.onnx'} cannot be loaded: {error}") from error
        try:
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:
            raise ModelError(f"{folder / 'tokenizer.json'} cannot be loaded: {error}") from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(classifier.longest, strategy="longest_first")
        return cls(classifier, session, tokenizer)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
        """The three probabilities of every pair; of a pair that is too long, the longer text is cut
        at its end.
        """
        encoded = self._tokenizer.encode_batch(list(pairs))
        lengths = [len(each.ids) for each in encoded]
        return in_batches(lengths, lambda batch: self._run([encoded[place] for place in batch]))

    def _run(self, encoded: list[Encoding]) -> list[Probabilities]:
        width = max(len(each.ids) for each in encoded)
        given = {}
        for name, kind in self._inputs.items():
            pad = self._classifier.pad if name == "input_ids" else 0
            rows = np.full((len(encoded), width), pad, dtype=kind)
            for place, each in enumerate(encoded):
                values = getattr(each, _INPUTS[name])
                rows[place, : len(values)] = values
            given[name] = rows
        return self._classifier.probabilities(self._session.run(None, given)[0])


def _inputs_of(session: InferenceSession, folder: Path) -> dict[str, Any]:
    """The model's inputs, and what kind of whole number each is."""
    inputs = {each.name: each.type for each in session.get_inputs()}
    unknown = inputs.keys() - _INPUTS.keys()
    if unknown or "input_ids" not in inputs or not set(inputs.values()) <= _TYPES.keys():
        told = ", ".join(f"{name}: {kind}" for name, kind in inputs.items())
        raise ModelError(
            f"{folder / 'model.onnx'} has the inputs {told}; it may have {', '.join(_INPUTS)}, "
            "of whole numbers"
        )
    return {name: _TYPES[kind] for name, kind in inputs.items()}
