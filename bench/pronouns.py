"""How often a pronoun is resolved rightly: ``python -m bench.pronouns GUM.conllu``.

Documents of a GUM treebank are read from plain text. Items are third-person pronouns that are
subjects and whose gold chain says somewhere before them, in other words than pronouns, what they
stand for. An item is right when the mention that was chosen is in the same chain. With ``--fit``,
the weights of ``claimgraph.reading.cast.habits`` are fitted on the documents and printed.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimgraph.model import Document
from claimgraph.reading.cast.candidates import PRONOUNS
from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.cast.habits import FEATURES
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader
from claimgraph.training.corpora.sentences import read_sentences

SUBJECTS = frozenset(("he", "she", "it", "they"))
SPEECH = frozenset(
    "say tell add claim deny explain note announce warn argue ask reply write report state think "
    "believe describe accuse admit insist suggest comment call reveal declare".split()
)
OTHERS = frozenset("i me my we us our you your this that who which these those one".split())
_ENTITY = re.compile(r"\((\d+)-[a-z]+-[^()]*|(\d+)?\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention: where its characters and its head begin, and its chain."""

    start: int
    end: int
    head: int
    chain: str


@dataclass(slots=True)
class Gold:
    """A document of the treebank.

    Attributes:
        name: Its id.
        text: Its running text.
        mentions: All of them.
        words: Where each word begins, with the word, its relation and its verb's lemma.
    """

    name: str
    text: str
    mentions: list[Mention]
    words: dict[int, tuple[str, str, str]]


def documents(path: Path, genres: Iterable[str]) -> Iterator[Gold]:
    """The documents of some genres."""
    name = ""
    sentences: list[tuple[bool, list[tuple[str, list[str], bool]]]] = []
    wanted = tuple(f"GUM_{genre}_" for genre in genres)
    for sentence in read_sentences(path):
        if sentence.new_document is not None:
            if sentences and name.startswith(wanted):
                yield _document(name, sentences)
            name, sentences = sentence.new_document, []
        sentences.append((sentence.new_paragraph, sentence.rows))
    if sentences and name.startswith(wanted):
        yield _document(name, sentences)


def _document(name: str, sentences: list[tuple[bool, list[tuple[str, list[str], bool]]]]) -> Gold:
    text = ""
    rows: list[list[str]] = []
    starts: list[int] = []
    heads: list[int] = []
    for new_paragraph, words in sentences:
        if new_paragraph and text:
            text = text.rstrip(" ") + "\n\n"
        offset = len(rows)
        for form, columns, blank in words:
            starts.append(len(text))
            rows.append([form, *columns[1:]])
            heads.append(offset + (int(columns[6]) or int(columns[0])) - 1)
            text += form + (" " if blank else "")
    ends = [start + len(row[0]) for start, row in zip(starts, rows, strict=True)]
    words_at = {
        start: (row[0].lower(), row[7], rows[head][2])
        for start, row, head in zip(starts, rows, heads, strict=True)
    }
    return Gold(name, text.rstrip(), _mentions(rows, starts, ends, heads), words_at)


def _mentions(
    rows: list[list[str]], starts: list[int], ends: list[int], heads: list[int]
) -> list[Mention]:
    found: list[Mention] = []
    waiting: list[tuple[str, int]] = []
    for place, row in enumerate(rows):
        note = next((item[7:] for item in row[9].split("|") if item.startswith("Entity=")), "")
        for match in _ENTITY.finditer(note):
            if match.group(1):
                waiting.append((match.group(1), place))
                continue
            if not waiting:
                continue
            own = (n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == match.group(2))
            chain, first = waiting.pop(next(own, len(waiting) - 1))
            inside = range(first, place + 1)
            head = next((p for p in inside if heads[p] == p or heads[p] not in inside), first)
            found.append(Mention(starts[first], ends[place], starts[head], chain))
    return found


def items(gold: Gold, words: frozenset[str]) -> Iterator[tuple[Mention, str, bool]]:
    """Pronouns to resolve: the mention, the word, and whether it is the subject of a verb of
    speech.
    """
    plain = OTHERS | PRONOUNS.keys()
    first: dict[str, int] = {}
    for mention in gold.mentions:
        if gold.words[mention.head][0] not in plain:
            first[mention.chain] = min(first.get(mention.chain, mention.head), mention.head)
    for mention in gold.mentions:
        word, relation, verb = gold.words[mention.head]
        if word not in words or mention.end - mention.start != len(word):
            continue
        if words is SUBJECTS and not relation.startswith("nsubj"):
            continue
        if first.get(mention.chain, mention.head) < mention.head:
            yield mention, word, relation.startswith("nsubj") and verb in SPEECH


def chains(gold: Gold, parsed: Parsed) -> list[set[str]]:
    """For each word that was read, the chains of the mentions that it heads or is deepest in."""
    found: list[set[str]] = [set() for _ in parsed.words]
    at = {start: place for place, start in enumerate(parsed.starts)}
    inner: dict[int, str] = {}
    for mention in sorted(gold.mentions, key=lambda m: m.start - m.end):
        for start, place in at.items():
            if mention.start <= start < mention.end:
                inner[place] = mention.chain
        if mention.head in at:
            found[at[mention.head]].add(mention.chain)
    for place, chain in inner.items():
        found[place].add(chain)
    return found


def score(
    reader: Reader, golds: Iterable[Gold], *, faults: bool = False
) -> dict[str, Counter[str]]:
    """Per pronoun, and for speakers: how many there are, were attempted, and are right."""
    counts: dict[str, Counter[str]] = {}
    for gold in golds:
        parsed = Parsed.of(reader.annotate(gold.text))
        cast = Cast(parsed, Document(text=gold.text))
        known = chains(gold, parsed)
        at = {start: place for place, start in enumerate(parsed.starts)}
        for mention, word, speaks in items(gold, SUBJECTS):
            groups = [word, "all", *(["speakers"] if speaks else [])]
            for group in groups:
                counts.setdefault(group, Counter())["items"] += 1
            place = at.get(mention.head)
            if place is None:
                continue
            found = cast.resolve((place, place + 1))
            if found.score == 0:
                continue
            start, end = found.words[0]
            chosen = parsed.head_of((start, end))
            right = mention.chain in known[chosen]
            for group in groups:
                counts[group]["attempted"] += 1
                counts[group]["right"] += right
            if faults and not right:
                print(f"{gold.name} {mention.head} {word}: took {parsed.string((start, end))!r}")
    return counts


def fit(reader: Reader, golds: Iterable[Gold], strength: float = 1.0) -> None:
    """Fit the weights by the probability of right candidates, and print them."""
    data: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    for gold in golds:
        parsed = Parsed.of(reader.annotate(gold.text))
        finder = Cast(parsed, Document(text=gold.text)).antecedents
        known = chains(gold, parsed)
        at = {start: place for place, start in enumerate(parsed.starts)}
        for mention, word, _ in items(gold, frozenset(PRONOUNS)):
            if mention.head not in at:
                continue
            found = finder.candidates(at[mention.head])
            right = np.array([mention.chain in known[c.word] for c, _ in found], dtype=float)
            if right.any():
                values = np.array([features for _, features in found])
                data.setdefault(PRONOUNS[word][0], []).append((values, right))
    for kind, examples in data.items():
        weights = np.zeros(len(FEATURES))
        first, second = np.zeros_like(weights), np.zeros_like(weights)
        for _ in range(600):
            slope = strength * weights
            for values, right in examples:
                ratings = values @ weights
                shares = np.exp(ratings - ratings.max())
                shares /= shares.sum()
                target = shares * right
                slope = slope + values.T @ (shares - target / target.sum())
            first = 0.9 * first + 0.1 * slope
            second = 0.99 * second + 0.01 * slope**2
            weights -= 0.05 * first / (np.sqrt(second) + 1e-8)
        print(f'    "{kind}": (  # {len(examples)} pronouns')
        print("        " + ", ".join(f"{weight:.2f}" for weight in weights) + ",\n    ),")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.pronouns", description=__doc__)
    parser.add_argument("treebank", type=Path, help="a GUM file in CoNLL-U")
    parser.add_argument("--genres", nargs="*", default=["news", "interview"])
    parser.add_argument("--faults", action="store_true", help="name every wrong choice")
    parser.add_argument("--fit", action="store_true", help="fit the weights instead of scoring")
    arguments = parser.parse_args()
    reader = Reader(threads=1)
    golds = documents(arguments.treebank, arguments.genres)
    if arguments.fit:
        fit(reader, golds)
        return
    counts = score(reader, golds, faults=arguments.faults)
    for group, count in sorted(counts.items()):
        attempted = count["attempted"]
        print(
            f"{group:9} {count['items']:4} items, attempted {attempted / count['items']:6.1%}, "
            f"right {count['right'] / max(attempted, 1):6.1%}"
        )


if __name__ == "__main__":
    main()
