"""The event that claims are about, named in their question: "the attack" is the one on Aleppo."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimgraph.compare.statement import Statement
from claimgraph.model import Event
from claimgraph.text.clauses import inside
from claimgraph.text.event_kinds import EventKind, may_refer_back, narrower

_BARE = re.compile(r"\b(?:the|an?|this) (?P<noun>[a-z-]+)\?$")
#: How the event of a number is joined to what it counts.
_JOINED = {"kill": "in", "injure": "in", "missing": "after", "displace": "after"}
_KINDS = frozenset(EventKind)
#: Words of a question about a number that hardly says what it is about.
_SHORT = 6


def about_event(question: str, event: Event | None) -> str:
    """A question that ends with "the attack", with the name of the attack, where that has a place.

    Args:
        question: What a claim answers.
        event: What the claim is about.
    """
    found = _BARE.search(question)
    if event is None or event.place is None or found is None or event.kind not in _KINDS:
        return question
    kind = may_refer_back(found["noun"])
    if kind is None or narrower(kind, EventKind(event.kind)) is None:
        return question
    return f"{question[: found.start()]}{_with_article(event.label)}?"


def of_event(question: str, event: Event | None, measure: str) -> str:
    """A short question about a number, with the event in which so many were killed or fell ill.

    Args:
        question: "How many people were killed?"
        event: What the claim with the number is about.
        measure: What it counts, as :func:`~claimgraph.compare.tolls.measure_of` has it.
    """
    whole = about_event(question, event)
    if whole != question or event is None or event.place is None or _tells(question, event):
        return whole
    bare = question.rstrip("?")
    if measure in _JOINED and len(question.split()) < _SHORT:
        return f"{bare} {_JOINED[measure]} {_with_article(event.label)}?"
    there = bare.endswith(" were there")
    return f"{bare} in {_with_article(event.label)}?" if there else question


def responsible_for(group: Sequence[Statement]) -> str:
    """Who is responsible for the event that most of the claims with one are about; "" where none
    is.
    """
    labels = Counter(each.event.label for each in group if each.event is not None)
    if not labels:
        return ""
    label = max(sorted(labels), key=lambda each: labels[each])
    return f"Who is responsible for {_with_article(label)}?"


def _tells(question: str, event: Event) -> bool:
    """Whether a question names the place, or what happened, itself."""
    low = question.lower()
    return (event.place is not None and event.place.name.lower() in low) or (
        bool(event.kind) and event.kind.rpartition(" ")[2] in low
    )


def _with_article(label: str) -> str:
    return inside(label if re.match(r"(?i)(?:the|an?)\b", label) else f"the {label}")
