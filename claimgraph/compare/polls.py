"""Polls: what they measure holds for those who were asked, and for the days on which they were.

Two polls with other figures do not contradict each other: each says what its own sample answered.
"""

from __future__ import annotations

import re

from claimgraph.compare.figures import Figure
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.terms import stems, tokens

_POLL = stems("poll polls polling pollster pollsters survey surveys surveyed respondents")
#: What people who are asked may do to those they are asked about.
_PREFERENCE = stems(
    "approval approve ahead back backed behind choose chose disapprove favor favorable "
    "favorability favour favourable lead leading leads prefer preferred support supported trail "
    "trailing trails undecided unfavorable unfavorably view voters"
)
#: Speakers that are so many of those who were asked.
_SHARE_OF = re.compile(
    r"(?:(?:about|more than|nearly|only|some)\s+)?(?:\w+\s+(?:in|out\s+of)\s+(?:\d+|five|four|six"
    r"|ten|three|two)\b|\d+(?:\s+percent|\s*%)|half\b|majorit"
    r"|[\w-]+[- ](?:thirds|quarters|percent)\b)",
    re.IGNORECASE,
)
#: How many gave an answer: "41 percent", "four in 10", "two-thirds".
_ANSWERS = re.compile(
    r"\b\d+(?:\.\d+)?(?=\s*(?:percent|per\s+cent|points?|%))|\b\w+\s+(?:in|out\s+of)\s+(?:\d+|five|four|ten|three)\b"
    r"|\b[\w-]*(?:half|majority|quarters?|thirds?)\b|\b[\w-]+-percent\b"
)
_SHARES = frozenset(("percent", "share", "point", "percentag"))
_WOULD_VOTE = re.compile(r"\b(?:would|likely to|plan to|intend to)\s+vote\b", re.IGNORECASE)
#: In these words, the share is one of votes that were cast.
_COUNTED = stems("counted ballots turnout referendum")


@once_for_each
def is_poll(gist: Gist) -> bool:
    """Whether a claim tells what people answered who were asked.

    By its own words, by the name of its source, or by what its percentages and points measure.
    """
    speaker = gist.statement.speaker
    called = [] if speaker is None else [token.stem for token in tokens(speaker.name)]
    said = [token.stem for token in gist.words]
    if not _POLL.isdisjoint((*called, *said)):
        return True
    if speaker is not None and _SHARE_OF.match(speaker.name):
        return True
    if not _COUNTED.isdisjoint(said):
        return False
    told = not _PREFERENCE.isdisjoint(said) or _WOULD_VOTE.search(gist.statement.claim.text)
    return bool(told) and any(is_rate(figure) for figure in gist.figures)


def answered_alike(a: Gist, b: Gist) -> bool:
    """Whether two claims may tell one result, so far as one is of a poll: of 41 percent, and of 31
    percent or of a third, they do not, wherever the number stands.
    """
    if not (is_poll(a) or is_poll(b)):
        return True
    first, second = _answers_of(a), _answers_of(b)
    return first == second or not first.isdisjoint(second)


@once_for_each
def _answers_of(gist: Gist) -> frozenset[str]:
    """How many answered so, by the words of a claim and of its source."""
    speaker = gist.statement.speaker
    called = "" if speaker is None else speaker.name
    told = f"{called} {gist.statement.claim.text}".lower()
    return frozenset(" ".join(match[0].split()) for match in _ANSWERS.finditer(told))


def is_rate(figure: Figure) -> bool:
    """Whether a figure is a percentage, or points of percentage."""
    return figure.is_share or not _SHARES.isdisjoint(figure.units)
