"""A read document as plain lists: what the rules look at, many times and fast.

A spaCy ``Doc`` answers each question with an object. The rules that make records out of spans ask
thousands, so they ask lists instead, in which a word is a number.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG

from claimgraph.reading.encoder.links import Range
from claimgraph.reading.marked_names import names_of
from claimgraph.reading.mended_tags import mend_tags
from claimgraph.reading.mended_trees import mend_trees
from claimgraph.reading.schemes import is_clear, to_universal
from claimgraph.reading.tree import Tree
from claimgraph.reading.tree_faults import mend_faults
from claimgraph.text.quotes import quoted_mask

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: its words, and PERSON, ORG or LOC."""

    words: Range
    kind: str


@dataclass(slots=True)
class Parsed(Tree):
    """The words of a document with tags and tree, names and mentions.

    Attributes:
        text: The document.
        starts: Where each word begins in ``text``, in code points.
        ends: Where it ends.
        sentence_starts: First words of the sentences, in order.
        lines: For each word the number of the line it stands in, counted from 0.
        quoted: Whether each word stands in quotation marks.
        mask: The same for every character, see ``text.quotes.quoted_mask``.
        names: Persons, organisations and places, in order.
        name_at: For each word of a name, the name's place in ``names``.
        entities: For the head word of each mention, a number that all mentions of one share.
        mention_kinds: For the same words, what is mentioned: "person", "organization", "place" …
    """

    text: str
    starts: list[int]
    ends: list[int]
    sentence_starts: list[int]
    lines: list[int]
    quoted: list[bool]
    mask: bytearray
    names: list[Name] = field(default_factory=list)
    name_at: dict[int, int] = field(default_factory=dict)
    entities: dict[int, int] = field(default_factory=dict)
    mention_kinds: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc, text: str | None = None) -> Parsed:
        """The lists of an annotated doc.

        Args:
            doc: The doc.
            text: Its text, where that is at hand: a doc puts it together anew each time.
        """
        text = doc.text if text is None else text
        strings = doc.vocab.strings
        attributes = [LEMMA, POS, TAG, DEP, HEAD, SENT_START, ORTH, IDX]
        columns = doc.to_array(attributes).reshape(len(doc), len(attributes)).T
        known: dict[int, str] = {}

        def texts(column: int) -> list[str]:
            ids: list[int] = columns[column].tolist()
            for each in set(ids):
                if each not in known:
                    known[each] = strings[each]
            return [known[each] for each in ids]

        words = texts(6)
        starts = columns[7].tolist()
        ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
        offsets = columns[4].astype("int64").tolist()
        heads = [place + offset for place, offset in enumerate(offsets)]
        lemmas, pos, tags, deps = (texts(column) for column in range(4))
        if is_clear(deps):
            heads, deps = to_universal(heads, deps, lemmas, pos)
        sentence_marks = columns[5].astype("int64").tolist()
        mask = quoted_mask(text)
        parsed = cls(
            text=text,
            words=words,
            lower=[word.lower() for word in words],
            lemmas=lemmas,
            pos=pos,
            tags=tags,
            heads=heads,
            deps=deps,
            starts=starts,
            ends=ends,
            sentence_starts=[n for n, mark in enumerate(sentence_marks) if mark == 1 or n == 0],
            lines=list(accumulate((int(w.isspace() and "\n" in w) for w in words), initial=0))[:-1],
            quoted=[mask[start] == 1 for start in starts],
            mask=mask,
        )
        mend_tags(parsed)
        for span in doc.spans.get("mentions", ()):
            parsed.entities[span.start] = int(span.id_[1:])
            parsed.mention_kinds[span.start] = span.label_
        marked = (((entity.start, entity.end), entity.label_) for entity in doc.ents)
        for place, (name, kind) in enumerate(names_of(parsed, marked, parsed.mention_kinds)):
            parsed.names.append(Name(name, kind))
            parsed.name_at.update(dict.fromkeys(range(*name), place))
        mend_trees(parsed)
        mend_faults(parsed)
        return parsed

    def sentence(self, word: int) -> Range:
        """The sentence that a word stands in."""
        place = bisect_right(self.sentence_starts, word)
        following = self.sentence_starts[place : place + 1]
        return self.sentence_starts[place - 1], following[0] if following else len(self.words)

    def head_of(self, words: Range) -> int:
        """The word of a range whose head lies outside it; the first one where several are."""
        start, end = words
        for place in range(start, end):
            outside = self.heads[place] == place or not start <= self.heads[place] < end
            if outside and self.deps[place] != "punct" and not self.words[place].isspace():
                return place
        return start

    def string(self, words: Range) -> str:
        """The characters of a range of words."""
        return self.text[self.starts[words[0]] : self.ends[words[1] - 1]]

    def characters(self, words: Range) -> tuple[int, int]:
        """Where a range of words begins and ends in the text."""
        return self.starts[words[0]], self.ends[words[1] - 1]
