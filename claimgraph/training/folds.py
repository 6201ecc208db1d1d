"""Which part of the training documents a document belongs to; its text alone decides."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from claimgraph.training.corpora import Annotated


def document_key(document: Annotated) -> str:
    """A document's words and blanks, digested: what is written about it fits no other text."""
    return _digest(tuple(document.words), tuple(document.spaced))


def fold_of(document: Annotated, folds: int) -> int:
    """The document's part, of so many."""
    return int(document_key(document), 16) % folds


@cache
def _digest(words: tuple[str, ...], spaced: tuple[bool, ...]) -> str:
    blanks = "".join("01"[blank] for blank in spaced)
    text = "\0".join([*words, blanks])
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
