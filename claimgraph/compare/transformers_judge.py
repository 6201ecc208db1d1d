"""A judge that runs a cross-encoder of the package transformers from a local folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from claimgraph.compare.classifier import Classifier, in_batches, read_classifier
from claimgraph.compare.judge import Probabilities
from claimgraph.errors import MissingExtraError, ModelError

_WEIGHTS = "model.safetensors"
_LIST = "model.safetensors.index.json"
_PICKLES = frozenset((".bin", ".ckpt", ".pkl", ".pt", ".pth"))


class TransformersCrossEncoder:
    """Judges pairs with a model of transformers. Nothing is fetched, and no pickle is opened.

    Attributes:
        name: That of the folder.
        version: Of its files.
    """

    def __init__(self, classifier: Classifier, model: Any, tokenizer: Any) -> None:
        self.name = classifier.name
        self.version = classifier.version
        self._classifier = classifier
        self._model = model
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, folder: str | Path, *, device: str = "cpu") -> Self:
        """Load the model in a folder.

        Args:
            folder: Holds ``model.safetensors``, ``config.json`` with ``id2label``, and the
                tokenizer. Weights in other files, such as ``pytorch_model.bin``, are pickles that
                can run code, and are never opened; neither is code that a folder brings.
            device: Where it runs: "cpu", "cuda", "cuda:1".

        Raises:
            MissingExtraError: torch or transformers is not installed.
            ModelError: A file is missing or damaged, or the labels are not those of entailment.
        """
        folder = Path(folder)
        classifier = read_classifier(folder, ("config.json", *_weights(folder)))
        try:
            from transformers import AutoModelForSequenceClassification, AutoTokenizer
        except ImportError as error:
            raise MissingExtraError("TransformersCrossEncoder", extra="judge") from error
        local = {"local_files_only": True, "trust_remote_code": False}
        # transformers has no class of its own for a folder that it cannot use.
        try:
            tokenizer = AutoTokenizer.from_pretrained(str(folder), **local)
            model = AutoModelForSequenceClassification.from_pretrained(
                str(folder), use_safetensors=True, **local
            )
            model.eval().to(device)
        except Exception as error:
            raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
        return cls(classifier, model, tokenizer)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
        """The three probabilities of every pair; of a pair that is too long, the longer text is cut
        at its end.
        """
        if not pairs:
            return []
        found = self._tokenizer(
            [premise for premise, _ in pairs],
            [hypothesis for _, hypothesis in pairs],
            truncation="longest_first",
            max_length=self._classifier.longest,
        )
        lengths = [len(ids) for ids in found["input_ids"]]
        return in_batches(lengths, lambda batch: self._run(found, batch))

    def _run(self, found: Any, batch: list[int]) -> list[Probabilities]:
        import torch

        chosen = {name: [values[place] for place in batch] for name, values in found.items()}
        given = self._tokenizer.pad(chosen, return_tensors="pt").to(self._model.device)
        with torch.inference_mode():
            logits = self._model(**given).logits
        return self._classifier.probabilities(logits.float().cpu().numpy())


def _weights(folder: Path) -> list[str]:
    """The files with the weights, and the list of these where there are several."""
    if (folder / _LIST).is_file():
        return [_LIST, *sorted(path.name for path in folder.glob("*.safetensors"))]
    pickles = sorted(path.name for path in folder.glob("*") if path.suffix in _PICKLES)
    if pickles and not (folder / _WEIGHTS).is_file():
        raise ModelError(
            f"{folder} holds its weights as {', '.join(pickles)}, a pickle that can run code and "
            f"is not opened; save the model as {_WEIGHTS}"
        )
    return [_WEIGHTS]
