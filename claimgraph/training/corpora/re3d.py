"""re3d: documents on Syria and Iraq with broad entities, of which the names are taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.training.corpora.annotated import Annotated
from claimgraph.training.corpora.tokenized import Tokenized, read_jsonl

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
_PRONOUNS = frozenset("we they he she it our their his its i you us them who".split())
_NAME_PARTICLES = frozenset("of the and for in on al el de la von van bin 's ' - & . , /".split())


def read_re3d(path: Path, nlp: Language) -> Iterator[Annotated]:
    """re3d documents: the proper names among its entities; words of other entities are unknown."""
    for row in read_jsonl(path):
        tokens = Tokenized(str(row["text"]), nlp)
        labels = ["O"] * len(tokens.words)
        for entity in sorted(row["entities"], key=lambda e: e["start"] - e["end"]):
            span = tokens.cover(entity["start"], entity["end"])
            if span is None:
                continue
            kind = _KINDS.get(entity["label"])
            first, end = span
            if kind and tokens.words[first].lower() == "the":
                first += 1
            words = tokens.words[first:end]
            name = bool(words) and all(
                word[0].isupper() or word.lower() in _NAME_PARTICLES for word in words
            )
            if any(label not in ("O", "") for label in labels[first:end]):
                continue
            if words and words[0].lower() in _PRONOUNS:
                continue
            if kind and name and words[0][0].isupper():
                labels[first:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - first - 1)
            elif any(word[0].isupper() for word in words):
                labels[first:end] = [""] * (end - first)
        yield Annotated(
            str(row["doc_id"]), tokens.words, tokens.spaced, tokens.quotes, entities=labels
        )
