"""Label inventories that come from the training data: tags, relations and lemma rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from claimgraph.reading.encoder.lemmas import lemma_rule
from claimgraph.training.corpora import Annotated

IGNORED = -100


@dataclass(frozen=True)
class Inventory:
    """The open label sets, in the order of the model's outputs."""

    xpos: list[str]
    relations: list[str]
    lemma_rules: list[str]

    @classmethod
    def of(cls, documents: Iterable[Annotated], fewest: int = 3) -> Inventory:
        """Collect labels from treebank documents; lemma rules seen ``fewest`` times or more."""
        xpos: Counter[str] = Counter()
        relations: Counter[str] = Counter()
        rules: Counter[str] = Counter()
        for document in documents:
            syntax = document.syntax
            if syntax is None:
                continue
            for index, sentence in enumerate(syntax.sentence):
                if sentence >= 0:
                    xpos[syntax.xpos[index]] += 1
                    relations[syntax.relation[index]] += 1
                    rules[lemma_rule(document.words[index], syntax.lemma[index])] += 1
        return cls(
            sorted(xpos),
            sorted(relations),
            sorted(rule for rule, count in rules.items() if count >= fewest),
        )

    def record(self) -> dict[str, list[str]]:
        """Plain values, for a checkpoint or the model's own description."""
        return asdict(self)
