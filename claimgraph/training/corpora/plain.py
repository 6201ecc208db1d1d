"""Texts that nobody annotated: a panel of teachers speaks about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.training.corpora.annotated import Annotated
from claimgraph.training.corpora.tokenized import Tokenized, read_jsonl

if TYPE_CHECKING:
    from spacy.language import Language


def read_texts(path: Path, nlp: Language) -> Iterator[Annotated]:
    """Rows of a ``doc_id`` and a ``text``, in JSON Lines; empty texts are passed over."""
    for row in read_jsonl(path):
        tokens = Tokenized(str(row["text"]), nlp)
        if any(not word.isspace() for word in tokens.words):
            yield Annotated(str(row["doc_id"]), tokens.words, tokens.spaced, tokens.quotes)
