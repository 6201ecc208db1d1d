"""PolNeAR: news articles with source, cue and content spans (Newell et al., LREC 2018)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.training.corpora.annotated import Annotated, GoldAttribution, Range
from claimgraph.training.corpora.tokenized import Tokenized, read_jsonl

if TYPE_CHECKING:
    from spacy.language import Language


def read_polnear(path: Path, nlp: Language) -> Iterator[Annotated]:
    """PolNeAR articles: source, cue and content."""
    for row in read_jsonl(path):
        tokens = Tokenized(str(row["text"]), nlp)
        gold = [
            GoldAttribution(*(_ranges(tokens, part[name]) for name in ("source", "cue", "content")))
            for part in row["attributions"]
        ]
        yield Annotated(
            str(row["doc_id"]), tokens.words, tokens.spaced, tokens.quotes, attributions=gold
        )


def _ranges(tokens: Tokenized, spans: Iterable[tuple[int, int]]) -> tuple[Range, ...]:
    found = (tokens.cover(start, end) for start, end in spans)
    return tuple(item for item in found if item is not None)
