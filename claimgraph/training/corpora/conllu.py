"""Treebanks as running text: documents of CoNLL-U sentences, with paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.reading.encoder.pieces import quote_states
from claimgraph.text.quotes import quoted_mask
from claimgraph.training.corpora.annotated import Annotated, GoldSyntax
from claimgraph.training.corpora.gum import names_of_mentions, read_mentions
from claimgraph.training.corpora.sentences import Sentence, read_sentences


@dataclass
class _Builder:
    """Collects the words of one CoNLL-U document and rebuilds its text."""

    doc_id: str
    text: list[str] = field(default_factory=list)
    length: int = 0
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    blank: bool = False

    def add_break(self) -> None:
        if not self.words:
            return
        self._append("\n\n", -1, ["_"] * 10, -1)
        self.blank = False

    def add(
        self, form: str, sentence: int, columns: list[str], head: int, space_after: bool
    ) -> None:
        if self.blank:
            self.text.append(" ")
            self.length += 1
        self._append(form, sentence, columns, head)
        self.blank = space_after

    def _append(self, form: str, sentence: int, columns: list[str], head: int) -> None:
        self.words.append(form)
        self.starts.append(self.length)
        self.spaced.append(self.blank and form != "\n\n")
        self.sentence.append(sentence)
        self.fields.append(columns)
        self.heads.append(head)
        self.text.append(form)
        self.length += len(form)


def read_conllu(
    path: Path, names: dict[str, list[tuple[str, str]]] | None = None, *, mentions: bool = False
) -> Iterator[Annotated]:
    """Documents of a CoNLL-U file with their syntax, as running text with paragraphs.

    Args:
        path: The treebank.
        names: Per sentence id, its words with BIO entity labels (see ``read_names``).
        mentions: Whether to read GUM's entity annotation.
    """
    builder: _Builder | None = None
    entities: list[str] = []
    number = 0
    for sentence in read_sentences(path):
        if sentence.new_document is not None or builder is None:
            if builder is not None:
                yield _finish(builder, entities if names is not None else None, mentions)
            builder, entities, number = _Builder(sentence.new_document or ""), [], 0
        if sentence.new_paragraph and builder.words:
            builder.add_break()
            entities.append("")
        offset = len(builder.words)
        for form, columns, blank in sentence.rows:
            head = int(columns[6])
            own = int(columns[0])
            builder.add(form, number, columns, offset + (head or own) - 1, blank)
        entities.extend(_labels_of(sentence, (names or {}).get(sentence.sent_id)))
        number += 1
    if builder is not None:
        yield _finish(builder, entities if names is not None else None, mentions)


def _labels_of(sentence: Sentence, named: list[tuple[str, str]] | None) -> list[str]:
    unknown = [""] * len(sentence.rows)
    if named is None:
        return unknown
    forms = [form.replace("\u00a0", " ") for form, _, _ in sentence.rows]
    if [word for word, _ in named] == forms:
        return [label for _, label in named]
    by_offset = {}
    position = 0
    for word, label in named:
        by_offset[position] = label
        position += len(word)
    if position != sum(map(len, forms)):
        return unknown
    labels, position = [], 0
    for form in forms:
        labels.append(by_offset.get(position, ""))
        position += len(form)
    return labels


def _finish(builder: _Builder, entities: list[str] | None, mentions: bool) -> Annotated:
    text = "".join(builder.text)
    columns = builder.fields
    found = read_mentions(builder.fields, builder.heads) if mentions else None
    if entities is None and found is not None:
        entities = names_of_mentions(builder.words, [row[4] for row in columns], found)
    return Annotated(
        builder.doc_id,
        builder.words,
        builder.spaced,
        quote_states(builder.starts, builder.words, quoted_mask(text)).tolist(),
        syntax=GoldSyntax(
            builder.sentence,
            [row[3] for row in columns],
            [row[4] for row in columns],
            [row[2] for row in columns],
            builder.heads,
            [row[7] for row in columns],
        ),
        entities=entities,
        mentions=found,
    )
