"""The reader as a spaCy component: it fills an ordinary ``Doc``, and nothing of ours hangs on it.

Everything it finds survives ``to_bytes``, ``DocBin`` and ``nlp.pipe(n_process=2)``:

- tags, lemmas, heads, relations and sentence starts, and ``doc.ents``;
- ``doc.spans["sources"]``, ``["cues"]`` and ``["contents"]``: the spans of one attribution share
  their ``span_id`` ("a0", "a1", …); how sure the model is stands in the group's
  ``attrs["confidence"]``, in the same order;
- ``doc.spans["mentions"]``: the head words of mentions, labelled with their kind; mentions of one
  entity share their ``span_id`` ("m0", "m1", …).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from claimgraph.reading.encoder.encoder import Words
from claimgraph.reading.encoder.engine import Analysis, Engine, Wanted
from claimgraph.reading.encoder.entities import SPACY_NAMES
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.encoder.syntax import Syntax

SOURCES, CUES, CONTENTS, MENTIONS = "sources", "cues", "contents", "mentions"


@Language.factory(
    "claimgraph",
    assigns=[
        "token.tag", "token.pos", "token.lemma", "token.head", "token.dep",
        "token.is_sent_start", "doc.ents", "doc.spans",
    ],
    default_config={
        "syntax": True,
        "entities": True,
        "attributions": True,
        "model": None,
        "providers": None,
        "threads": None,
    },
)  # fmt: skip
def make_reader_component(
    nlp: Language,  # noqa: ARG001 - spaCy passes it to every factory
    name: str,
    syntax: bool,
    entities: bool,
    attributions: bool,
    model: str | None,
    providers: list[str] | None,
    threads: int | None,
) -> ReaderComponent:
    """Build the component from plain values.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        syntax: Whether to set tags, lemmas, the tree and sentences. Switch it off to keep those of
            another component.
        entities: Whether to set ``doc.ents`` and mentions.
        attributions: Whether to mark sources, cues and contents.
        model: Folder of another model than the library's own.
        providers: ONNX Runtime's execution providers, in order of preference.
        threads: Threads of a forward pass.
    """
    wanted = Wanted(syntax=syntax, entities=entities, attributions=attributions)
    return ReaderComponent(name, wanted, model, providers, threads)


class ReaderComponent:
    """Reads docs and writes down what the model found."""

    def __init__(
        self,
        name: str,
        wanted: Wanted,
        model: str | None = None,
        providers: list[str] | None = None,
        threads: int | None = None,
    ) -> None:
        self.name = name
        self.wanted = wanted
        self._arguments = (model, providers, threads)
        self._loaded: tuple[int, Engine] | None = None
        self._engine()

    def __call__(self, doc: Doc) -> Doc:
        """Read one doc."""
        words = Words.of(doc)
        fill(doc, self._engine().analyse([words], self.wanted)[0], self.wanted)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Read docs as they come."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            found = self._engine().analyse([Words.of(doc) for doc in docs], self.wanted)
            for doc, analysis in zip(docs, found, strict=True):
                fill(doc, analysis, self.wanted)
                yield doc

    @property
    def version(self) -> str:
        """The model's version."""
        return self._engine().version

    def _engine(self) -> Engine:
        # A session does not survive a fork: its threads stay in the parent.
        process = os.getpid()
        if self._loaded is None or self._loaded[0] != process:
            model, providers, threads = self._arguments
            engine = Engine(
                None if model is None else Path(model), providers=providers, threads=threads
            )
            self._loaded = (process, engine)
        return self._loaded[1]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_loaded": None}


def fill(doc: Doc, analysis: Analysis, wanted: Wanted) -> None:
    """Write an analysis into the doc that its words came from."""
    if wanted.syntax and len(doc):
        _set_syntax(doc, analysis.syntax)
    if wanted.entities:
        doc.set_ents(
            [
                Span(doc, *entity.words, label=SPACY_NAMES[entity.kind])
                for entity in analysis.entities
            ]
        )
        doc.spans[MENTIONS] = [
            Span(doc, at := mention.word, at + 1, label=mention.kind, span_id=f"m{mention.entity}")
            for mention in analysis.mentions
        ]
    if wanted.attributions:
        _set_attributions(doc, analysis)


def _set_syntax(doc: Doc, parts: list[Syntax]) -> None:
    """Tags and trees; blocks of a long document follow each other."""
    add = doc.vocab.strings.add
    rows: list[NDArray[np.uint64]] = []
    for part in parts:
        ids = {text: add(text) for text in {*part.upos, *part.xpos, *part.lemmas, *part.relations}}
        offsets = part.heads - np.arange(len(part.heads))
        rows.append(
            np.column_stack(
                (
                    np.array([ids[label] for label in part.xpos], dtype=np.uint64),
                    np.array([ids[label] for label in part.upos], dtype=np.uint64),
                    np.array([ids[lemma] for lemma in part.lemmas], dtype=np.uint64),
                    offsets.astype(np.int64).view(np.uint64),
                    np.array([ids[label] for label in part.relations], dtype=np.uint64),
                )
            )
        )
    table: Any = np.concatenate(rows)
    doc.from_array([TAG, POS, LEMMA, HEAD, DEP], table)
    starts = np.concatenate([part.starts for part in parts])
    values: Any = np.where(starts, 1, -1).astype(np.int64).view(np.uint64)[:, None]
    doc.from_array([SENT_START], values)


def _set_attributions(doc: Doc, analysis: Analysis) -> None:
    groups: dict[str, list[Span]] = {SOURCES: [], CUES: [], CONTENTS: []}
    certain: dict[str, list[float]] = {SOURCES: [], CUES: [], CONTENTS: []}
    links: list[float] = []

    def mark(group: str, label: str, number: int, ranges: tuple[Range, ...], value: float) -> None:
        for start, end in ranges:
            groups[group].append(Span(doc, start, end, label=label, span_id=f"a{number}"))
            certain[group].append(round(value, 4))

    for number, found in enumerate(analysis.attributions):
        mark(SOURCES, "SOURCE", number, found.source, found.source_confidence or 0.0)
        mark(CUES, "CUE", number, found.cue, found.cue_confidence)
        mark(CONTENTS, "CONTENT", number, found.content, found.content_confidence or 0.0)
        links.append(round(found.link_confidence, 4))
    for name, spans in groups.items():
        doc.spans[name] = spans
        doc.spans[name].attrs["confidence"] = certain[name]
    doc.spans[CUES].attrs["link"] = links
