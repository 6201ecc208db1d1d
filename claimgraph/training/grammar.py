"""The tags, trees and mentions that a model finds in texts which no treebank has, to train on.

An encoder can tell one corpus from another. Where a corpus asks it for attributions alone, long
training makes it forget what the treebanks taught it, in texts of that kind. ``write_grammar``
asks a model that still knows, once; ``train --grammar`` sets the tags and trees of such a file
beside the corpus's own annotations, ``train --mentions`` the mentions of the same file or of
another one. The file has one JSON object a document: its key, a list for each field of
``GoldSyntax``, and the mentions, each a head word, a kind and an entity's name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claimgraph.training.corpora import Annotated, GoldMention, GoldSyntax
from claimgraph.training.corpora.tokenized import read_jsonl
from claimgraph.training.folds import document_key

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_Labels = TypeVar("_Labels")


def write_grammar(documents: Iterable[Annotated], nlp: Language, out: Path) -> int:
    """Write a pipeline's tags, lemmas, trees, sentences and mentions; return how many documents.

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
            row = {
                "document": document_key(document),
                **asdict(_syntax(doc)),
                "mentions": [(m.start, m.label_, str(m.id)) for m in doc.spans["mentions"]],
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    part.replace(out)
    return count


def read_grammar(path: Path) -> dict[str, GoldSyntax]:
    """The tags and trees that ``write_grammar`` has written, by the documents' keys."""
    names = [field.name for field in fields(GoldSyntax)]
    return {
        str(row["document"]): GoldSyntax(*(row[name] for name in names)) for row in read_jsonl(path)
    }


def read_mentions(path: Path) -> dict[str, list[GoldMention]]:
    """The mentions that ``write_grammar`` has written, by the documents' keys."""
    return {
        str(row["document"]): [
            GoldMention((head, head + 1), head, kind, entity)
            for head, kind, entity in row["mentions"]
        ]
        for row in read_jsonl(path)
    }


def add_grammar(
    documents: Iterable[Annotated], grammar: Mapping[str, GoldSyntax]
) -> list[Annotated]:
    """The documents with the tags and trees that were written for them.

    Raises:
        ValueError: A document has none.
    """
    return [replace(document, syntax=found) for document, found in _paired(documents, grammar)]


def add_mentions(
    documents: Iterable[Annotated], mentions: Mapping[str, list[GoldMention]]
) -> list[Annotated]:
    """The documents with the mentions that were written for them.

    Raises:
        ValueError: A document has none.
    """
    return [replace(document, mentions=found) for document, found in _paired(documents, mentions)]


def _paired(
    documents: Iterable[Annotated], labels: Mapping[str, _Labels]
) -> Iterator[tuple[Annotated, _Labels]]:
    for document in documents:
        found = labels.get(document_key(document))
        if found is None:
            raise ValueError(
                f"there are no labels for {document.doc_id}; "
                "write them anew with `python -m claimgraph.training grammar`"
            )
        yield document, found


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
