"""How good attributions are, against a gold annotation: the measures of the field.

The unit is the token: a run of word characters, or one mark. Marks and white space at the edges of
a span never count, so ``“No,”`` equals ``No``. Two attributions are matched one to one, best match
first.

- *cue*: the cues share a token.
- *content exact*: the same words; *content soft*: share of each content that is covered (Johansson
  and Moschitti 2013).
- *pair*: the contents' Jaccard is at least .5 and the sources share a token, or both have none.
- *triple*: a pair whose cues share a token.
- The *reporting* part of a measure: attributions whose cue has a verb of speech.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimgraph.reading.speech_verbs import is_reporting

Offsets = Sequence[Sequence[int]]

_TOKEN = re.compile(r"\w+(?:[.\-'’]\w+)*|[^\w\s]")
_COUNTED_MARKS = frozenset("_$%")
MEASURES = ("cue", "content exact", "content soft", "source", "pair", "triple")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 if both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class _Count:
    """Sums behind a score: what was right as seen from either side, and how much there is."""

    right_found: float = 0.0
    right_gold: float = 0.0
    found: int = 0
    gold: int = 0

    def score(self) -> Score:
        return Score(
            self.right_found / self.found if self.found else 0.0,
            self.right_gold / self.gold if self.gold else 0.0,
        )


@dataclass(frozen=True, slots=True)
class _Item:
    """One attribution as sets of token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    reporting: bool


@dataclass(frozen=True, slots=True)
class _Match:
    """A gold item and a found one, with the credit that each side gets."""

    gold: _Item
    found: _Item
    credit_found: float = 1.0
    credit_gold: float = 1.0


def evaluate(
    gold: Iterable[Mapping[str, Any]], found: Iterable[Mapping[str, Any]]
) -> dict[str, Score]:
    """Scores over all documents of ``gold``; a document that was not read counts as empty.

    Args:
        gold: Rows ``{"doc_id", "text", "attributions": [{"source", "cue", "content"}]}`` with
            lists of offsets.
        found: Rows of the same kind; their texts are not looked at.

    Returns:
        A score per measure, and per measure with " (reporting)" behind its name.
    """
    by_id = {row["doc_id"]: row.get("attributions") or () for row in found}
    counts: dict[str, _Count] = {}
    for row in gold:
        tokens = [match.span() for match in _TOKEN.finditer(row["text"])]
        wanted = _items(row["text"], tokens, row["attributions"])
        given = _items(row["text"], tokens, by_id.get(row["doc_id"], ()))
        for name, (ours, theirs, matches) in _compare(wanted, given).items():
            _add(counts.setdefault(name, _Count()), ours, theirs, matches)
            _add(
                counts.setdefault(f"{name} (reporting)", _Count()),
                [item for item in ours if item.reporting],
                [item for item in theirs if item.reporting],
                matches,
                reporting=True,
            )
    return {name: count.score() for name, count in counts.items()}


def _compare(
    gold: list[_Item], found: list[_Item]
) -> dict[str, tuple[list[_Item], list[_Item], list[_Match]]]:
    cued = [item for item in gold if item.cue], [item for item in found if item.cue]
    full = [item for item in gold if item.content], [item for item in found if item.content]
    by_content = _aligned(*full, lambda a, b: _jaccard(a.content, b.content))
    soft = [
        _Match(
            m.gold,
            m.found,
            len(m.gold.content & m.found.content) / len(m.found.content),
            len(m.gold.content & m.found.content) / len(m.gold.content),
        )
        for m in by_content
    ]
    pairs = [
        m
        for m in by_content
        if _jaccard(m.gold.content, m.found.content) >= 0.5 and _same_source(m.gold, m.found)
    ]
    sources = _distinct_sources(gold), _distinct_sources(found)
    return {
        "cue": (*cued, _aligned(*cued, lambda a, b: len(a.cue & b.cue))),
        "content exact": (*full, [m for m in by_content if m.gold.content == m.found.content]),
        "content soft": (*full, soft),
        "source": (*sources, _aligned(*sources, lambda a, b: _jaccard(a.source, b.source))),
        "pair": (*full, pairs),
        "triple": (*full, [m for m in pairs if m.gold.cue & m.found.cue]),
    }


def _add(
    count: _Count,
    gold: list[_Item],
    found: list[_Item],
    matches: list[_Match],
    *,
    reporting: bool = False,
) -> None:
    count.gold += len(gold)
    count.found += len(found)
    count.right_found += sum(m.credit_found for m in matches if m.found.reporting or not reporting)
    count.right_gold += sum(m.credit_gold for m in matches if m.gold.reporting or not reporting)


def _aligned(
    gold: list[_Item], found: list[_Item], likeness: Callable[[_Item, _Item], float]
) -> list[_Match]:
    """Match one to one, the likest first."""
    ranked = sorted(
        (
            (-value, i, j)
            for i, ours in enumerate(gold)
            for j, theirs in enumerate(found)
            if (value := likeness(ours, theirs)) > 0
        )
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    matches = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            matches.append(_Match(gold[i], found[j]))
    return matches


def _items(
    text: str, tokens: list[tuple[int, int]], attributions: Iterable[Mapping[str, Any]]
) -> list[_Item]:
    items = []
    for attribution in attributions:
        source, cue, content = (
            _covered(text, tokens, attribution.get(part) or ())
            for part in ("source", "cue", "content")
        )
        if cue or content:
            words = [text[slice(*tokens[number])] for number in sorted(cue)]
            items.append(_Item(source, cue, content, is_reporting(words)))
    return items


def _covered(text: str, tokens: list[tuple[int, int]], spans: Offsets) -> frozenset[int]:
    """Numbers of the tokens under ``spans``; marks count only where there is nothing else."""
    touched = [
        number
        for start, end in spans
        for number, (first, last) in enumerate(tokens)
        if first < end and last > start
    ]
    words = [n for n in touched if (c := text[tokens[n][0]]).isalnum() or c in _COUNTED_MARKS]
    return frozenset(words or touched)


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _same_source(gold: _Item, found: _Item) -> bool:
    return bool(gold.source & found.source) if gold.source else not found.source


def _distinct_sources(items: list[_Item]) -> list[_Item]:
    """One item per source span of a document."""
    distinct: dict[frozenset[int], _Item] = {}
    for item in items:
        if item.source:
            distinct.setdefault(item.source, item)
    return list(distinct.values())
