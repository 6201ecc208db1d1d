"""The tags and trees that a model gives to texts which no treebank has, as labels to train on.

An encoder can tell one corpus from another. Where a corpus asks it for attributions alone, long
training makes it forget what the treebanks taught it about grammar, in texts of that kind.
``write_grammar`` asks a model that still knows, once; ``train --grammar`` sets its answers beside
the corpus's own annotations. The file has one JSON object a document: its key, and a list for
each field of ``GoldSyntax``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.training.corpora import Annotated, GoldSyntax
from claimgraph.training.corpora.tokenized import read_jsonl
from claimgraph.training.lessons import document_key

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def write_grammar(documents: Iterable[Annotated], nlp: Language, out: Path) -> int:
    """Write a pipeline's tags, lemmas, trees and sentences, and return how many documents.

    The words stay as the documents have them. The file is whole or not there.

    Args:
        documents: Documents of any corpora.
        nlp: A pipeline that fills them in, such as ``claimgraph.reading.reader.load_pipeline()``.
        out: The file to write, in JSON Lines.
    """
    part = out.with_suffix(".part")
    count = 0
    with part.open("w", encoding="utf-8") as file:
        for document in documents:
            doc = _as_doc(document, nlp)
            for _, component in nlp.pipeline:
                doc = component(doc)
            row = {"document": document_key(document), **asdict(_syntax(doc))}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    part.replace(out)
    return count


def read_grammar(path: Path) -> dict[str, GoldSyntax]:
    """What ``write_grammar`` has written, by the documents' keys."""
    return {str(row.pop("document")): GoldSyntax(**row) for row in read_jsonl(path)}


def add_grammar(
    documents: Iterable[Annotated], grammar: Mapping[str, GoldSyntax]
) -> list[Annotated]:
    """The documents with the labels that were written for them.

    Raises:
        ValueError: A document has none.
    """
    found = []
    for document in documents:
        syntax = grammar.get(document_key(document))
        if syntax is None:
            raise ValueError(
                f"there are no labels for {document.doc_id}; "
                "write them anew with `python -m claimgraph.training grammar`"
            )
        found.append(replace(document, syntax=syntax))
    return found


def _as_doc(document: Annotated, nlp: Language) -> Doc:
    from spacy.tokens import Doc

    # A word knows the blank before it, spaCy's the one behind it.
    return Doc(nlp.vocab, words=document.words, spaces=[*document.spaced[1:], False])


def _syntax(doc: Doc) -> GoldSyntax:
    """A document's grammar; line breaks have none."""
    sentences: list[int] = []
    number = -1
    for token in doc:
        number += bool(token.is_sent_start)
        sentences.append(-1 if token.is_space else number)
    return GoldSyntax(
        sentence=sentences,
        upos=[token.pos_ for token in doc],
        xpos=[token.tag_ for token in doc],
        lemma=[token.lemma_ for token in doc],
        head=[-1 if token.is_space else token.head.i for token in doc],
        relation=[token.dep_ for token in doc],
    )
