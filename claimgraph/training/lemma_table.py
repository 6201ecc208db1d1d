"""Lemmas that the treebanks know: a table beside the model's rules, which spell unknown words."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from claimgraph.reading.encoder.weights import LEMMAS, write_lemmas
from claimgraph.training.corpora import Annotated

#: Word classes whose lemmas are looked up. Proper nouns are too many to know.
CLASSES = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})
#: Share of a word's occurrences that must have one lemma.
AGREEMENT = 0.7


def lemma_table(documents: Iterable[Annotated]) -> dict[str, dict[str, str]]:
    """For each word class, the lemma of every word of letters that occurs in it, in lower case.

    Args:
        documents: Treebanks with their lemmas.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        if document.syntax is None:
            continue
        rows = zip(document.words, document.syntax.upos, document.syntax.lemma, strict=True)
        for word, upos, lemma in rows:
            if upos in CLASSES and word.isalpha() and lemma.isalpha():
                counts[upos, word.lower()][lemma.lower()] += 1
    table: dict[str, dict[str, str]] = {upos: {} for upos in sorted(CLASSES)}
    for (upos, word), lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= AGREEMENT * lemmas.total():
            table[upos][word] = lemma
    return table


def add_lemmas(model: Path, table: dict[str, dict[str, str]]) -> None:
    """Write the table into a model folder, and its digest into ``model.json``."""
    write_lemmas(model / LEMMAS, table)
    path = model / "model.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    description["sha256"][LEMMAS] = sha256((model / LEMMAS).read_bytes()).hexdigest()
    path.write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
