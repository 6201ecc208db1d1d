"""Where "it" stands for nothing: "it has become almost impossible to", "it is time to"."""

from __future__ import annotations

from claimgraph.reading.parsed import Parsed

#: What something yet to be told is, and hardly ever a thing that was named.
_TO = frozenset(
    """
    advisable appropriate bad best better common costly critical crucial customary dangerous
    difficult easier easy enough essential extraordinary fair fitting foolish good great hard harder
    helpful illegal imperative important impossible imprudent inappropriate incumbent interesting
    irresponsible legal legitimate logical naive natural necessary nice odd possible preferable
    premature proper prudent rare reasonable reckless right risky sad safe sensible silly strange
    stupid surprising tempting time tough tragic tricky unacceptable unfair unlawful unreasonable
    unusual unwise unthinkable useful useless vital wise worthwhile wrong
    """.split()
)
_THAT = frozenset(
    """
    apparent certain clear conceivable critical crucial disappointing doubtful evident essential
    extraordinary fair fortunate funny good great imperative important impossible inevitable
    interesting ironic known likely lucky natural necessary notable noteworthy obvious odd plain
    plausible possible probable remarkable sad shame significant strange surprising telling time
    tragic true troubling unbelievable unclear undeniable unfair unfortunate unknown unlikely
    unthinkable vital
    """.split()
)
#: What a deed is, and no body: "the union said it was a scandal".
_OF_DEEDS = frozenset(
    """
    accident affront betrayal blow coincidence crime disaster disgrace embarrassment hoax honor
    honour insult joke lie massacre miracle mistake outrage pity pleasure privilege relief scandal
    setback shame shock surprise tragedy travesty victory
    """.split()
)
_BEING = frozenset(
    """
    's ’s am appears are be became become becomes been being can could feels got has have is isn
    looked looks may might must proved proves remained remains seemed seems should was will would
    """.split()
)
#: Verbs with which "it" only opens a sentence: "it seems that", "it turns out that".
_OPENING = frozenset("appear happen look seem turn".split())
#: Words from "it" to what it is said to be, and from there to the clause.
_NEAR, _FAR = 7, 9


def is_empty_it(parsed: Parsed, word: int) -> bool:
    """Whether "it" is said of a clause that follows, or of nothing at all.

    The words are looked at and not the tree, which takes such an "it" for a thing.
    """
    if parsed.lower[word] != "it":
        return False
    if parsed.deps[word] == "expl":
        return True
    last = parsed.sentence(word)[1]
    been = False
    for place in range(word + 1, min(word + _NEAR, last)):
        low = parsed.lower[place]
        if low in _BEING:
            been = True
            continue
        if been and low in _OF_DEEDS and parsed.pos[place] == "NOUN":
            return True
        if parsed.lemmas[place] in _OPENING and place == word + 1:
            return _follows(parsed, place, last, ("that", "as"))
        if been and (low in _TO or low in _THAT) and not _has_noun(parsed, place):
            to = low in _TO and _follows(parsed, place, last, ("to",))
            that = low in _THAT and _follows(parsed, place, last, ("that", "whether", "if"))
            return to or that
        if parsed.pos[place] in ("VERB", "PROPN") or low in (",", ".", "and", "but"):
            return False
    return False


def _has_noun(parsed: Parsed, adjective: int) -> bool:
    """As in "it is an important step to": the step is a thing."""
    following = parsed.pos[adjective + 1 : adjective + 2]
    return parsed.pos[adjective] == "ADJ" and following in (["NOUN"], ["ADJ"])


def _follows(parsed: Parsed, place: int, last: int, openers: tuple[str, ...]) -> bool:
    """Whether the clause that "it" announces begins soon."""
    for following in range(place + 1, min(place + _FAR, last)):
        low = parsed.lower[following]
        if low in openers:
            return low != "to" or parsed.tags[following + 1 : following + 2] != ["DT"]
        if low in (",", ".", ";"):
            return False
    return False
