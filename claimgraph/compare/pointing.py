"""Denials that name nothing but point back to what was told last: "denied the report".

What they deny stands in the claim right before them, of somebody else: "The Star reported that …
Orm called that report a lie".
"""

from __future__ import annotations

import re

from claimgraph.compare.blame import saying_of
from claimgraph.compare.falsity import FALSE, SAYINGS, TRUTH
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.terms import COMMON, Token, stems, terms_of, tokens
from claimgraph.model import Span
from claimgraph.vocabulary import Role, Stance

#: Nouns for something that was said, of which a denial may say no more.
_SAID = SAYINGS | stems(
    "charge charges characterisation characterization contention contentions description "
    "descriptions insinuation insinuations notion"
)
#: Verbs that only lead to what it is called.
_CALLING = stems("call describe label brand dismiss denounce reject deny dispute refute rebut")
_TELLING = stems("disclose give report reveal share tell told")
#: What somebody may say of a plan, too: "it's absurd", "that is wrong".
_OPINIONS = stems("absurd mistaken right wrong")
_PRONOUNS = frozenset(
    "it it's it’s that that's that’s this these those they which something".split()
)
#: Who disputes "this" says that it is not so; who rejects it may turn down an offer.
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput\w+|refut\w+)\b", re.IGNORECASE)
_AS = re.compile(r"\bas\b")
_SPELLED_OUT = re.compile(
    r"\b(?:accounts?|accusations?|allegations?|assertions?|charges?|claims?|contentions?|ideas?"
    r"|insinuations?|notions?|reports?|rumou?rs?|statements?|stor(?:y|ies)|suggestions?)"
    r"\s+(?:about|of|on|over|that)\b",
    re.IGNORECASE,
)
#: So many characters may lie between a claim and the denial that points back to it.
_NEAR = 40
#: Characters of a quotation mark, and a space.
_MARKS = 3


def points_back(gist: Gist) -> bool:
    """Whether a claim only says, of what was told before it, that it is not so."""
    return may_point_back(gist) and not _left(gist, _own_words(gist))


@once_for_each
def may_point_back(gist: Gist) -> bool:
    """Whether a claim says, of what was told before it, that it is not so; and perhaps names its
    own speaker beside, whoever that is.
    """
    attribution, claim = gist.statement.attribution, gist.statement.claim
    if gist.sign >= 0 or attribution.negated:
        return False
    if attribution.content and claim.spans[0].start > attribution.content[0].start + _MARKS:
        return False  # it points to what its own speaker has just said
    said = _text(attribution.content)
    if _SPELLED_OUT.search(said) or _SPELLED_OUT.search(claim.text):
        return False
    words = _own_words(gist)
    if not words:
        return False
    found = {token.stem for token in words}
    noun = not _SAID.isdisjoint(found)
    if claim.stance is Stance.DENIES:
        cue = _DENYING.search(f"{_text(attribution.cue)} {claim.text}")
        return noun or (bool(cue) and _has_a_pronoun(words))
    told = found & (FALSE | TRUTH)
    return bool(told) and (noun or (_has_a_pronoun(words[:2]) and bool(told - _OPINIONS)))


@once_for_each
def _own_words(gist: Gist) -> tuple[Token, ...]:
    """The article's words for it, without why who denies it does so."""
    own = _text(gist.statement.claim.spans)
    if gist.statement.claim.stance is Stance.DENIES:
        # "Something that he denied as laughable": that says nothing of what it is.
        own = _AS.split(own, maxsplit=1)[0]
    return tokens(own)


def tells_something(gist: Gist) -> bool:
    """Whether a claim says more than that something was told: "gave the details of the charges"."""
    return _TELLING.isdisjoint(gist.predicate) or not gist.parties(Role.PATIENT)


def stands_right_before(said: Gist, denied: Gist) -> bool:
    """Whether a claim is what an article tells right before another one."""
    first, second = said.statement.attribution, denied.statement.attribution
    before = (*first.source, *first.cue, *first.content)
    after = (*second.source, *second.cue, *second.content)
    gap = min(each.start for each in after) - max(each.end for each in before)
    return 0 <= gap <= _NEAR


def _left(gist: Gist, words: tuple[Token, ...]) -> set[str]:
    """What the words tell beside pointing back, calling it false, and who is meant by whom."""
    marks = FALSE | TRUTH | _SAID | _CALLING
    kept = [
        token
        for token, following in zip(words, (*words[1:], None), strict=True)
        if token.stem not in marks
        and not token.text.lower().endswith("ly")
        and not (following is not None and following.stem in FALSE)  # "a boldfaced lie"
    ]
    author, speaker = saying_of(gist), gist.statement.speaker
    known = stems(author or "") | stems("" if speaker is None else " ".join(speaker.names))
    weights = terms_of(kept).weights
    return {each for each, weight in weights.items() if weight > COMMON} - known


def _has_a_pronoun(words: tuple[Token, ...]) -> bool:
    return any(token.text.lower() in _PRONOUNS for token in words)


def _text(spans: tuple[Span, ...]) -> str:
    return " ".join(span.text for span in spans)
