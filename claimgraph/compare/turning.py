"""A claim's words, turned round into a question where that can be done without doing them harm."""

from __future__ import annotations

import re

from claimgraph.compare.statement import Statement
from claimgraph.text.clauses import (
    Clause,
    asked,
    clause_of,
    in_plain_past,
    inside,
    inverted,
    opened,
    positive,
)
from claimgraph.text.wellformed import agrees, can_be_subject, is_past, is_sound

_RELATIVE = re.compile(
    r"\b(?:(?:earlier|later)\s+)?(?:yesterday|today|tonight|tomorrow|this\s+(?:morning|week)"
    r"|last\s+(?:night|week))(?P<of>['’]s)?(?=\W|$)",
    re.IGNORECASE,
)
_QUOTES = re.compile('[“”"„«»]')
_THERE = re.compile(
    r"there\s+(was|were|is|are|has\s+been|have\s+been|will\s+be)\s+(.+)", re.IGNORECASE
)
_BEHIND_HAVE = frozenset("been no not any never yet gone done put set cut hit shut".split())


def plain(text: str) -> str:
    """A claim's words without quotation marks, and without days that only its article knows.

    >>> plain("HTS carried out yesterday’s attack on “the city” today")
    'HTS carried out the attack on the city'
    """
    text = _RELATIVE.sub(lambda match: "the" if match["of"] else "", _QUOTES.sub("", text))
    return " ".join(text.split()).rstrip(" .,;:?!")


def clause(statement: Statement) -> Clause | None:
    """A claim's words in their parts."""
    found = clause_of(plain(statement.claim.text), statement.claim.predicate)
    return found and in_plain_past(found)


def turned(text: str, predicate: str, *, first: str = "") -> str:
    """A sentence as a question; "" where its words do not show how."""
    if match := _THERE.fullmatch(text):
        if not _follows_there(match[2]):
            return ""
        finite, *others = match[1].lower().split()
        words = (first, finite, "there", *others, match[2])
        return opened(positive(" ".join(word for word in words if word)))
    found = clause_of(text, predicate) if predicate else None
    if found is None:
        made = inverted(text, first=first)
        return made if made and _is_turned_well(text, made, first) else ""
    found = in_plain_past(found)
    return asked(found, first=first) if is_sound(found) else ""


def _follows_there(words: str) -> bool:
    """Whether words can stand behind "was there": no name, and no other sentence."""
    first, *others = words.split()
    if first.endswith("ing") and others and not others[0][0].isalpha():
        return False  # "there were spending $5 million"
    named = first[:1].isupper() and not (others and others[0][:1].islower() and first == "No")
    return not named and can_be_subject(f"the {inside(words)}".replace("the no ", "the "))


def _follows_have(word: str) -> bool:
    """Whether a word can stand behind "has X": "has X left", "has X any part"; no "support"."""
    return is_past(word) or word.endswith(("en", "ly")) or word in _BEHIND_HAVE


def _is_turned_well(text: str, question: str, first: str) -> bool:
    """Whether what stood before the auxiliary of a text can be asked about."""
    low = question.lower().removeprefix(first.lower()).split()
    subject = text[: text.lower().find(f" {low[0]} ")] if f" {low[0]} " in text.lower() else ""
    rest = text[len(subject) :].split()[1:]
    if not rest or (low[0] in ("has", "have", "had") and not _follows_have(rest[0])):
        return False
    return can_be_subject(inside(subject)) and agrees(subject, low[0])
