"""Silences: somebody was asked and refused, or said nothing.

"Declined to comment" and "did not respond to a request" have no content; "declined to say whether
it had paid" and "gave no details of the attack" have one, which is *not* said.
"""

from __future__ import annotations

from claimgraph.reading.grammar import is_passive
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.spans.refusals import (
    BARE,
    CONFIRMING,
    NAMING,
    REFUSE,
    RETURNING,
    TAKING,
    TELLING,
    refused,
    said_nothing,
)
from claimgraph.reading.spans.silence import ANSWERS, GIVING, Silence
from claimgraph.reading.spans.unanswered import (
    ATTEMPTS,
    IGNORING,
    MUM,
    REACHING,
    UNANSWERED,
    UNAVAILABLE,
    WORDS,
    ignored,
    kept_silent,
    no_answer,
    out_of_reach,
    tried_in_vain,
    unanswered,
)

STARTS: frozenset[str] = frozenset().union(
    REFUSE, TAKING, BARE, TELLING, NAMING, CONFIRMING, GIVING, RETURNING, REACHING, MUM, IGNORING,
    ANSWERS, WORDS, UNANSWERED, UNAVAILABLE, ATTEMPTS,
)  # fmt: skip
"""Words at which ``silence_at`` may find something."""


def silence_at(parsed: Parsed, word: int) -> Silence | None:
    """The silence that a word begins, if it begins one. ``STARTS`` holds the words to ask for."""
    lower = parsed.lower[word]
    if lower in MUM:
        return kept_silent(parsed, word)
    if lower in UNAVAILABLE or lower in REACHING:
        found = out_of_reach(parsed, word)
        if found is not None or lower in UNAVAILABLE:
            return found
    if lower in UNANSWERED or (lower in RETURNING and is_passive(parsed, word)):
        return unanswered(parsed, word)
    if lower in ATTEMPTS and not parsed.tags[word].startswith("V"):
        return tried_in_vain(parsed, word)
    if not parsed.tags[word].startswith("V"):
        if lower in ANSWERS or lower in WORDS:
            return no_answer(parsed, word)
        return None
    if lower in REFUSE:
        return refused(parsed, word)
    if lower in IGNORING:
        return ignored(parsed, word)
    return said_nothing(parsed, word)


__all__ = ["STARTS", "Silence", "silence_at"]
