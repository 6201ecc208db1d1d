"""The training corpora as one kind of value: words of a document and what is known about them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

from claimgraph.reading.pieces import quote_states
from claimgraph.text.quotes import quoted_mask

Range = tuple[int, int]
"""First word, and past the last word."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Word ranges of one attribution; every part may be missing."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class GoldSyntax:
    """One value per word of the document.

    Attributes:
        sentence: Number of the word's sentence; -1 for line breaks.
        head: Index of the syntactic head in the document; the word itself for a root; -1: none.
    """

    sentence: list[int]
    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    head: list[int]
    relation: list[str]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention's words, its head word, its kind of entity, and the entity it stands for."""

    words: Range
    head: int
    kind: str
    entity: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document's words, with the annotations that its corpus has; others are ``None``.

    Attributes:
        spaced: Whether a blank stands before the word.
        quotes: Quotation state of the word, see ``reading.pieces``.
        entities: BIO label per word; "" where it is not known.
    """

    doc_id: str
    words: list[str]
    spaced: list[bool]
    quotes: list[int]
    attributions: list[GoldAttribution] | None = None
    syntax: GoldSyntax | None = None
    entities: list[str] | None = None
    mentions: list[GoldMention] | None = None


# --- documents given as text and offsets -----------------------------------------------------


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


class Tokenized:
    """A text cut into words by the library's own tokenizer."""

    def __init__(self, text: str, nlp: Language) -> None:
        doc = nlp(text)
        self.words = [token.text for token in doc]
        self.starts = [token.idx for token in doc]
        self.ends = [token.idx + len(token.text) for token in doc]
        self.spaced = [
            index > 0 and bool(doc[index - 1].whitespace_) for index in range(len(self.words))
        ]
        self.quotes = quote_states(self.starts, self.words, quoted_mask(text)).tolist()

    def cover(self, start: int, end: int) -> Range | None:
        """The words that the characters from ``start`` to ``end`` touch, blanks left out."""
        touched = [
            index
            for index in range(*self._near(start, end))
            if self.starts[index] < end
            and self.ends[index] > start
            and not self.words[index].isspace()
        ]
        return (touched[0], touched[-1] + 1) if touched else None

    def _near(self, start: int, end: int) -> Range:
        from bisect import bisect_left, bisect_right

        return bisect_right(self.ends, start), bisect_left(self.starts, end)


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


_RE3D_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
_PRONOUNS = frozenset("we they he she it our their his its i you us them who".split())
_NAME_PARTICLES = frozenset("of the and for in on al el de la von van bin 's ' - & . , /".split())


def read_re3d(path: Path, nlp: Language) -> Iterator[Annotated]:
    """re3d documents: the proper names among its entities; words of other entities are unknown."""
    for row in read_jsonl(path):
        tokens = Tokenized(str(row["text"]), nlp)
        labels = ["O"] * len(tokens.words)
        for entity in sorted(row["entities"], key=lambda e: e["start"] - e["end"]):
            span = tokens.cover(entity["start"], entity["end"])
            if span is None:
                continue
            kind = _RE3D_KINDS.get(entity["label"])
            first, end = span
            if kind and tokens.words[first].lower() == "the":
                first += 1
            words = tokens.words[first:end]
            name = bool(words) and all(
                word[0].isupper() or word.lower() in _NAME_PARTICLES for word in words
            )
            if any(label not in ("O", "") for label in labels[first:end]):
                continue
            if words and words[0].lower() in _PRONOUNS:
                continue
            if kind and name and words[0][0].isupper():
                labels[first:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - first - 1)
            elif any(word[0].isupper() for word in words):
                labels[first:end] = [""] * (end - first)
        yield Annotated(
            str(row["doc_id"]), tokens.words, tokens.spaced, tokens.quotes, entities=labels
        )


# --- documents given as CoNLL-U --------------------------------------------------------------


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


@dataclass
class Sentence:
    """One CoNLL-U sentence: rows of syntactic words, each with form, columns and blank after."""

    sent_id: str
    new_document: str | None
    new_paragraph: bool
    rows: list[tuple[str, list[str], bool]]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; contractions keep their surface forms.

    A multiword token whose words spell the token ("do" + "n't") stays as its words. Any other
    ("wanna" = "want to") is merged into one row, that of its first word.
    """
    with path.open(encoding="utf-8") as lines:
        comments: list[str] = []
        rows: list[list[str]] = []
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield _sentence(comments, rows)
                comments, rows = [], []
        if rows:
            yield _sentence(comments, rows)


def _sentence(comments: list[str], lines: list[list[str]]) -> Sentence:
    values = {}
    for comment in comments:
        name, _, value = comment[1:].partition("=")
        values[name.strip()] = value.strip()
    spaces = {}
    merged: dict[int, int] = {}
    surfaces: dict[int, str] = {}
    plain = [columns for columns in lines if columns[0].isdigit()]
    by_id = {int(columns[0]): columns for columns in plain}
    for columns in lines:
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            parts = [by_id[number][1] for number in range(first, last + 1)]
            for number in range(first, last):
                spaces[number] = False
            spaces[last] = "SpaceAfter=No" not in columns[9]
            if "".join(parts) != columns[1]:
                surfaces[first] = columns[1]
                spaces[first] = spaces[last]
                merged |= dict.fromkeys(range(first + 1, last + 1), first)
    kept = [number for number in by_id if number not in merged]
    renumbered = {number: index for index, number in enumerate(kept, start=1)}
    renumbered |= {number: renumbered[target] for number, target in merged.items()}
    rows = []
    for number in kept:
        columns = list(by_id[number])
        columns[6] = str(renumbered.get(int(columns[6]), 0))
        columns[0] = str(renumbered[number])
        blank = spaces.get(number, "SpaceAfter=No" not in columns[9])
        rows.append((surfaces.get(number, columns[1]).replace(" ", "\u00a0"), columns, blank))
    return Sentence(
        values.get("sent_id", ""),
        values.get("newdoc id"),
        any(c.startswith("# newpar") and not c.startswith("# newpar_block") for c in comments),
        rows,
    )


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
    found = _mentions(builder) if mentions else None
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


_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*|(\d+)?\)")


def _mentions(builder: _Builder) -> list[GoldMention]:
    """GUM mentions, reduced to their head words (the first word whose head lies outside)."""
    found: dict[int, tuple[int, GoldMention]] = {}
    open_mentions: list[tuple[str, str, int]] = []
    for index, columns in enumerate(builder.fields):
        annotation = next((x[7:] for x in columns[9].split("|") if x.startswith("Entity=")), "")
        for match in _ENTITY.finditer(annotation):
            if match.group(1):
                open_mentions.append((match.group(1), match.group(2), index))
                continue
            if not open_mentions:
                continue
            place = len(open_mentions) - 1
            if match.group(3):
                place = next(
                    (i for i in range(place, -1, -1) if open_mentions[i][0] == match.group(3)),
                    place,
                )
            entity, kind, start = open_mentions.pop(place)
            head = next(
                (
                    i
                    for i in range(start, index + 1)
                    if builder.heads[i] == i or not start <= builder.heads[i] <= index
                ),
                start,
            )
            width = index + 1 - start
            if head not in found or found[head][0] < width:
                mention = GoldMention((start, index + 1), head, kind, entity)
                found[head] = (width, mention)
    return [mention for _, (_, mention) in sorted(found.items())]


_GUM_NAMES = {"person": "PER", "organization": "ORG", "place": "LOC"}
#: Words that alone are no name, and that a person's name does not begin with.
_TITLES = frozenset(
    """president vice prime minister ambassador senator representative director chief general
    colonel captain judge justice professor secretary chairman king queen prince princess pope mr
    mr. mrs mrs. ms ms. dr dr. sen. rep. gov. gen. us u.s. state government administration court
    house church university department committee council party""".split()
)
_INSIDE_NAMES = frozenset("of the and for - ' & . 's de la van von al el".split())
_INSIDE_A_PERSON = _INSIDE_NAMES - {"of", "the", "and", "for", "'s"}


def names_of_mentions(words: list[str], xpos: list[str], mentions: list[GoldMention]) -> list[str]:
    """Entity labels for persons, organisations and places whose head word is a proper noun.

    A name is the run of proper nouns around the head, with little words between them; titles,
    articles and what follows a comma stay outside, as in Universal NER.

    >>> gum = [GoldMention((0, 4), 1, "organization", "1")]
    >>> names_of_mentions(["the", "University", "of", "York"], ["DT", "NNP", "IN", "NNP"], gum)
    ['O', 'B-ORG', 'I-ORG', 'I-ORG']
    """
    labels = ["O"] * len(words)
    for mention in sorted(mentions, key=lambda m: m.words[0] - m.words[1]):
        kind = _GUM_NAMES.get(mention.kind)
        person = kind == "PER"
        if kind is None or xpos[mention.head] not in (("NNP",) if person else ("NNP", "NNPS")):
            continue
        inside = _INSIDE_A_PERSON if person else _INSIDE_NAMES
        start = end = mention.head
        for place in range(mention.head - 1, mention.words[0] - 1, -1):
            if xpos[place].startswith("NNP"):
                start = place
            elif words[place].lower() not in inside:
                break
        for place in range(mention.head + 1, mention.words[1]):
            if xpos[place].startswith("NNP"):
                end = place
            elif words[place].lower() not in inside:
                break
        if any(label != "O" for label in labels[start : end + 1]):
            continue
        if person:
            while start < end and words[start].lower() in _TITLES:
                start += 1
        if all(word.lower() in _TITLES or word.islower() for word in words[start : end + 1]):
            labels[start : end + 1] = [""] * (end + 1 - start)
            continue
        labels[start] = f"B-{kind}"
        labels[start + 1 : end + 1] = [f"I-{kind}"] * (end - start)
    return labels


def read_names(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Universal NER labels per sentence id; kinds other than person, organisation, place are O."""
    sentences: dict[str, list[tuple[str, str]]] = {}
    current: list[tuple[str, str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id"):
                current = sentences.setdefault(line.partition("=")[2].strip(), [])
            elif line.strip() and not line.startswith("#"):
                _, word, label = line.split("\t")[:3]
                label = label.strip()
                kept = label[2:] in ("PER", "ORG", "LOC")
                current.append((word, label if kept else "O"))
    return sentences
