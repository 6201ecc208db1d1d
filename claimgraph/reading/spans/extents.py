"""Which words a rule takes for what is said, and for who says it."""

from __future__ import annotations

from claimgraph.reading.acts.arguments import (
    Arguments,
    is_denied_phrase,
)
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import after_case, agent_of, full_phrase, ranges, trimmed
from claimgraph.reading.parsed import Parsed

#: What is said of these may go on behind a preposition: "corrected the figure to 31".
_WITH_PHRASES = frozenset("object claim detail of for predicate passive".split())
_BEHIND = ("for", "of", "on", "to", "dative", "as", "at")
_INSTRUMENTS = frozenset("finger fingers blame".split())


def contents_of(
    parsed: Parsed, verb: int, arguments: Arguments, wanted: str, noun: frozenset[str] = frozenset()
) -> list[Range]:
    """What is said: the clause, or the object with what belongs to it."""
    at = arguments.at
    heads = []
    # In "what she called “fraud” led officials to" the one thing called so is "what".
    named_so = wanted == "predicate" and parsed.lower[parsed.heads[verb]] == "what"
    if wanted in ("clause", "quote", "ing"):
        heads = [at[wanted]] if wanted in at else []
        if wanted == "clause" and "parataxis" in at and not heads:
            heads = [at["parataxis"]]
    if not heads:
        for code in ("passive", "object", "predicate", wanted, *_BEHIND):
            place = at.get(code)
            if place is None or place == verb or place in heads:
                continue
            if code in _BEHIND and code != wanted:
                if noun or wanted not in _WITH_PHRASES:
                    continue
                if code in ("on", "at") or (parsed.tags[place] in ("NNP", "CD") and code == "for"):
                    continue
            if code == "object" and (named_so or parsed.lower[place] in _INSTRUMENTS):
                continue
            heads.append(place)
    pieces: list[Range] = []
    for head in sorted(set(heads)):
        words = parsed.subtree(head)
        if words[0] <= verb < words[1]:
            words = full_phrase(parsed, head)
        if words[0] <= verb < words[1]:
            words = (verb + 1, words[1]) if head > verb else (words[0], verb)
        words = trimmed(parsed, words)
        if words[0] >= words[1]:
            continue
        if pieces and words[0] <= pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], words[1]))
        elif pieces and words[0] - pieces[-1][1] < 3 and pieces[-1][0] > verb:
            pieces[-1] = (pieces[-1][0], words[1])
        else:
            pieces.append(words)
    return pieces


def without(content: list[Range], taken: list[Range]) -> list[Range]:
    """The content without the words of cue and source."""
    gone = {word for piece in taken for word in range(*piece)}
    return [
        part
        for piece in content
        for part in ranges([word for word in range(*piece) if word not in gone])
    ]


def giver_of(parsed: Parsed, noun: int) -> int | None:
    """Whose claim it is: "his", "the mayor's", "from his wife", "by officials"."""
    owner = parsed.child(noun, "nmod:poss")
    if owner is None:
        owner = after_case(parsed, noun, "from", "by")
    if (
        owner is None
        and parsed.deps[noun] == "nsubj:pass"
        and parsed.lower[parsed.heads[noun]] == "made"
    ):
        owner = agent_of(parsed, parsed.heads[noun])
    return owner


def plain_phrase(parsed: Parsed, head: int) -> Range:
    """A noun phrase without its preposition and without the "'s" of an owner."""
    start, end = full_phrase(parsed, head)
    while start < head and parsed.deps[start] in ("case", "mark"):
        start += 1
    while end - 1 > head and parsed.lower[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return start, end


def source_of(parsed: Parsed, doer: int | None, verb: int) -> list[Range]:
    """The phrase of who does it; nothing for "nobody" and "no group"."""
    if doer is None:
        return []
    words = full_phrase(parsed, doer)
    start = words[0]
    while start < doer and parsed.lower[start] == "by":
        start += 1
    if is_denied_phrase(parsed, doer) or parsed.lower[doer] in ("nobody", "none"):
        return []
    if start <= verb < words[1]:
        return [(start, max(start + 1, min(verb, words[1])))]
    return [(start, words[1])]
