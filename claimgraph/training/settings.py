"""What a run depends on, and how fast it learns at each step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import nn

    from claimgraph.training.network import Network


@dataclass(frozen=True)
class Settings:
    """Everything a run depends on, besides its data and its start.

    Attributes:
        found_links_from: Step from which links are also trained on spans that the tagger finds.
        ewt_share: How often the treebank's turn is EWT's rather than GUM's; 0: by their sizes.
        swapped_names: Share of documents in which names give way to others of their kind.
        replaced_words: Share of open-class words that give way to neighbours, in every second
            document that has tags.
        hidden_words: Share of words that are shown as [MASK].
        texts_pieces: How many pieces of texts without annotations a step sees, if there are such.
        syntax_every: A treebank has its turn at every n-th step.
        frozen_layers: How many of a published encoder's layers, with its embeddings, stay as
            they are.
        teacher_share: How much of a target is the teacher's, where a panel sits in; of words
            without gold labels, how much it counts.
        folds: Into how many parts the documents are divided; 0: they are all trained on.
        left_out: The part that is not trained on, so that the network may teach it.
        heads: Names of the losses to train, with commas between them; or "all".
    """

    steps: int = 4500
    decay: int = 2200
    warmup: int = 200
    seed: int = 1
    encoder_rate: float = 2e-4
    layer_decay: float = 0.9
    head_rate: float = 1e-3
    transition_rate: float = 5e-3
    weight_decay: float = 0.01
    attribution_pieces: int = 1536
    syntax_pieces: int = 768
    texts_pieces: int = 768
    names_every: int = 8
    average: float = 0.998
    average_every: int = 4
    save_every: int = 100
    workers: int = 2
    dropout: float = 0.1
    found_links_from: int = 301
    ewt_share: float = 0.0
    swapped_names: float = 0.0
    replaced_words: float = 0.0
    hidden_words: float = 0.0
    syntax_every: int = 1
    frozen_layers: int = 0
    teacher_share: float = 0.5
    folds: int = 0
    left_out: int = 0
    heads: str = "all"


def rate(step: int, settings: Settings) -> float:
    """The learning rate's factor: warm up, stay, and fall to zero over the last steps."""
    if step < settings.warmup:
        return (step + 1) / settings.warmup
    left = settings.steps - step
    return min(1.0, max(left, 0) / settings.decay)


def parameter_groups(network: Network, settings: Settings) -> list[dict[str, Any]]:
    """Lower layers learn more slowly than upper ones, and new parts faster than either."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    top = len(network.encoder.layers)
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        decay = settings.weight_decay if parameter.ndim > 1 else 0.0
        if name.startswith("encoder.layers."):
            depth = top - 1 - int(name.split(".")[2])
            speed = settings.encoder_rate * settings.layer_decay**depth
        elif name.startswith(("encoder.shapes", "encoder.quotes")):
            speed = settings.head_rate * 0.5
        elif name.startswith("encoder."):
            speed = settings.encoder_rate * settings.layer_decay**top
        elif name == "crf":
            speed = settings.transition_rate
        else:
            speed = settings.head_rate
        groups.setdefault((speed, decay), []).append(parameter)
    return [
        {"params": parameters, "lr": speed, "peak": speed, "weight_decay": decay}
        for (speed, decay), parameters in groups.items()
    ]
