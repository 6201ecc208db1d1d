"""The cases of ``cases/*.txt``: sentences with the attributions that are to come out of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import ranges
from claimgraph.reading.parsed import Parsed

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Wanted:
    """One attribution as a case describes it; pieces of a part are texts in their order."""

    source: tuple[str, ...]
    cue: str
    content: tuple[str, ...]
    act: str
    negated: bool = False
    target: str = ""
    type: str = "assertion"
    only_spans: bool = False


@dataclass(frozen=True)
class Case:
    """A sentence and its attributions."""

    text: str
    wanted: list[Wanted] = field(default_factory=list)


def cases(name: str) -> list[Case]:
    """The cases of one file."""
    found: list[Case] = []
    act = "state"
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            act = line.removeprefix("==").strip()
        elif line.startswith(">"):
            found[-1].wanted.append(_wanted(line.removeprefix(">"), act))
        elif line and not line.startswith("#"):
            found.append(Case(line))
    return found


def _wanted(line: str, act: str) -> Wanted:
    source, cue, content, *more = (part.strip() for part in line.split("|"))
    options = dict(item.partition(":")[::2] for item in more)
    return Wanted(
        source=_pieces(source),
        cue=cue,
        content=_pieces(content),
        act=options.get("act", act).strip(),
        negated="negated" in options,
        target=options.get("target", "").strip(),
        type=options.get("type", "assertion").strip(),
        only_spans="spans" in options,
    )


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.split("…") if piece.strip())


def draft_of(parsed: Parsed, wanted: Wanted) -> Draft:
    """The spans of a case as a draft: the cue nearest the content, the source nearest the cue."""
    content = [_nearest(parsed, piece, 0) for piece in wanted.content]
    at = content[0][0] if content else 0
    cue = _cue(parsed, wanted.cue, at)
    source = [_nearest(parsed, piece, cue[0][0]) for piece in wanted.source]
    return Draft(source, cue, content)


def _cue(parsed: Parsed, text: str, at: int) -> list[Range]:
    """The words of a cue; where other words stand between them, each by itself."""
    if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", parsed.text):
        return [_nearest(parsed, text, at)]
    found: list[int] = []
    for part in text.split():
        after = parsed.ends[found[-1]] if found else 0
        match = re.compile(rf"(?<!\w){re.escape(part)}").search(parsed.text, after)
        assert match, (parsed.text, part)
        found.extend(range(*_words(parsed, match.start(), match.end())))
    return ranges(found)


def _nearest(parsed: Parsed, text: str, at: int) -> Range:
    """The occurrence of a text that stands nearest to a word."""
    matches = list(re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", parsed.text))
    assert matches, (parsed.text, text)
    found = [_words(parsed, match.start(), match.end()) for match in matches]
    return min(found, key=lambda words: abs(words[0] - at))


def _words(parsed: Parsed, start: int, end: int) -> Range:
    inside = [
        word
        for word in range(len(parsed.words))
        if parsed.starts[word] < end and start < parsed.ends[word]
    ]
    return inside[0], inside[-1] + 1


def overlap(parsed: Parsed, left: list[Range], right: list[Range]) -> float:
    """How much two lists of spans share: words in both by words in either, marks left aside."""
    a, b = (
        {w for piece in part for w in range(*piece) if parsed.words[w][0].isalnum()}
        for part in (left, right)
    )
    return len(a & b) / len(a | b) if a | b else 1.0


def shown(parsed: Parsed, draft: Draft) -> str:
    """A draft in one line, for messages."""
    parts = (
        " … ".join(parsed.string(piece) for piece in part)
        for part in (draft.source, draft.cue, draft.content)
    )
    return " | ".join((draft.type.value, draft.act.value, *parts))
