"""Clauses: the stretches of a content that assert something, one proposition each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from claimgraph.reading.parsed import Parsed


class Shape(StrEnum):
    """The grammatical shape of a clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    NOMINAL = "nominal"


class Link(StrEnum):
    """How a clause hangs on the one that it was split from."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONCESSION = "concession"
    RESULT = "result"
    RELATIVE = "relative"


#: Words that depend on a word, by relation.
Dependents = dict[str, list[int]]

SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj", "nsubj:outer", "csubj:pass")
#: Relations of what makes a verb finite.
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_SUBJECT_SET = frozenset(SUBJECTS)
#: Penn tags of finite verbs.
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(slots=True, eq=False)
class Clause:
    """One proposition in the making.

    Attributes:
        head: The verb, or the predicate of a copula, or the noun of a nominal content.
        shape: Finite or not.
        link: How it hangs on the clause that it was split from.
        by: The words that depend on the head, by relation.
        parent: The clause that it was split from.
        words: Its own words in order, without those of clauses that were split from it.
        subject: The head word of its subject, its own or shared; ``None`` without one.
        subject_words: The words of a subject that stands outside ``words``.
        auxiliaries: Auxiliaries, and "not", that it shares with the clause that it is joined to.
    """

    head: int
    shape: Shape
    link: Link
    by: Dependents
    parent: Clause | None = None
    words: list[int] = field(default_factory=list)
    subject: int | None = None
    subject_words: list[int] = field(default_factory=list)
    auxiliaries: list[int] = field(default_factory=list)


def dependents(parsed: Parsed, word: int) -> Dependents:
    """The words that depend on a word, by relation."""
    found: Dependents = {}
    deps = parsed.deps
    for child in parsed.children[word]:
        dep = deps[child]
        if dep in found:
            found[dep].append(child)
        else:
            found[dep] = [child]
    return found


def shape_of(parsed: Parsed, word: int, by: Dependents) -> Shape | None:
    """The shape of the clause that a word heads; ``None`` where it heads none."""
    tag = ""
    first = len(parsed.words)
    for dep in AUXILIARIES:
        for place in by.get(dep, ()):
            if place < first:
                first, tag = place, parsed.tags[place]
    has_subject = not _SUBJECT_SET.isdisjoint(by)
    if not tag:
        if parsed.pos[word] not in ("VERB", "AUX"):
            return Shape.FINITE if has_subject else None
        tag = parsed.tags[word]
        if tag == "VBN" and not has_subject:
            return None
    for mark in by.get("mark", ()):
        if parsed.lower[mark] == "to" and not (tag in FINITE_TAGS and first < mark):
            return Shape.INFINITIVE
    if tag == "VBG" and not has_subject:
        return Shape.GERUND
    return Shape.FINITE


def subject_of(by: Dependents) -> int | None:
    """The head word of the subject among the dependents of a clause's head."""
    for dep in SUBJECTS:
        if dep in by:
            return by[dep][0]
    return None
