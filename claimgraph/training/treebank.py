"""Scores from raw text on a treebank: words, sentences, tags, trees, names (CoNLL 2018's way).

The document's text is rebuilt, read with the library's own pipeline, and words are matched by their
characters. A word that is cut otherwise than in the treebank counts as wrong everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from claimgraph.training.corpora import Annotated

if TYPE_CHECKING:
    from spacy.tokens import Doc

Chars = tuple[int, int]
_KINDS = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC"}


def evaluate(documents: Iterable[Annotated], nlp: Callable[[str], Doc]) -> dict[str, float]:
    """F1 per measure, from 0 to 100.

    ``LAS`` compares relations without their subtypes, as CoNLL 2018 does.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for document in documents:
        text, spans = _text_of(document)
        doc = nlp(text)
        for name, ours, theirs in _facts(document, spans, doc):
            gold[name] += len(ours)
            found[name] += len(theirs)
            right[name] += len(ours & theirs)
    return {
        name: round(200 * right[name] / (gold[name] + found[name]), 2)
        for name in gold
        if gold[name] + found[name]
    }


def _text_of(document: Annotated) -> tuple[str, list[Chars]]:
    """The running text, and where each word stands in it."""
    parts: list[str] = []
    spans: list[Chars] = []
    length = 0
    for word, spaced in zip(document.words, document.spaced, strict=True):
        plain = word.replace("\u00a0", " ")
        if spaced:
            parts.append(" ")
            length += 1
        parts.append(plain)
        spans.append((length, length + len(plain)))
        length += len(plain)
    return "".join(parts), spans


def _facts(
    document: Annotated, spans: list[Chars], doc: Doc
) -> Iterator[tuple[str, set[tuple[object, ...]], set[tuple[object, ...]]]]:
    """Per measure, what the treebank says and what was found, as sets of comparable facts."""
    syntax = document.syntax
    if syntax is None:
        return
    real = [place for place, number in enumerate(syntax.sentence) if number >= 0]
    tokens = [token for token in doc if not token.is_space]
    at = [(token.idx, token.idx + len(token)) for token in doc]

    def universal(relation: str) -> str:
        return relation.split(":")[0]

    heads = {i: spans[h] if (h := syntax.head[i]) != i else None for i in real}
    found_heads = {t.i: at[t.head.i] if t.head.i != t.i else None for t in tokens}
    yield "words", {(spans[i],) for i in real}, {(at[t.i],) for t in tokens}
    yield (
        "UPOS",
        {(spans[i], syntax.upos[i]) for i in real},
        {(at[t.i], t.pos_) for t in tokens},
    )
    yield (
        "XPOS",
        {(spans[i], syntax.xpos[i]) for i in real},
        {(at[t.i], t.tag_) for t in tokens},
    )
    yield (
        "lemmas",
        {(spans[i], syntax.lemma[i].lower()) for i in real},
        {(at[t.i], t.lemma_.lower()) for t in tokens},
    )
    yield (
        "UAS",
        {(spans[i], heads[i]) for i in real},
        {(at[t.i], found_heads[t.i]) for t in tokens},
    )
    yield (
        "LAS",
        {(spans[i], heads[i], universal(syntax.relation[i])) for i in real},
        {(at[t.i], found_heads[t.i], universal(t.dep_)) for t in tokens},
    )
    yield "sentences", _gold_sentences(real, syntax.sentence, spans), _found_sentences(doc)
    if document.entities is not None:
        names = _gold_names(document.entities, spans)
        unknown = [spans[i] for i in real if not document.entities[i]]
        given = {
            (entity.start_char, entity.end_char, _KINDS.get(entity.label_, entity.label_))
            for entity in doc.ents
            if not any(a < entity.end_char and b > entity.start_char for a, b in unknown)
        }
        yield "names", names, given  # type: ignore[misc]
        for kind in _KINDS.values():
            of_kind = {name for name in given if name[2] == kind}
            yield f"names {kind}", {n for n in names if n[2] == kind}, of_kind  # type: ignore[misc]


def _gold_sentences(
    real: list[int], sentence: list[int], spans: list[Chars]
) -> set[tuple[object, ...]]:
    edges: dict[int, list[int]] = {}
    for place in real:
        edges.setdefault(sentence[place], [spans[place][0], 0])[1] = spans[place][1]
    return {(start, end) for start, end in edges.values()}


def _found_sentences(doc: Doc) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            found.add((words[0].idx, words[-1].idx + len(words[-1])))
    return found


def _gold_names(labels: list[str], spans: list[Chars]) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    start, kind = -1, ""
    for place, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            found.add((spans[start][0], spans[place - 1][1], kind))
            start = -1
        if label.startswith("B-"):
            start, kind = place, label[2:]
    return found
