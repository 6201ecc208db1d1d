"""How sure a source is of what it says (Saurí and Pustejovsky 2009, FactBank: CT, PR, PS, U).

The degree is the source's own: "alleged" in the article's voice holds the article back, and what
the cue itself says ("fears", "estimates", "predicts") comes from the stances.
"""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Clause, Dependents
from claimgraph.reading.claims.predicates import Core, weaker
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Certainty

_ADVERBS = {
    "probably": Certainty.PROBABLE,
    "likely": Certainty.PROBABLE,
    "presumably": Certainty.PROBABLE,
    "apparently": Certainty.PROBABLE,
    "seemingly": Certainty.PROBABLE,
    "reportedly": Certainty.PROBABLE,
    "supposedly": Certainty.POSSIBLE,
    "allegedly": Certainty.POSSIBLE,
    "purportedly": Certainty.POSSIBLE,
    "perhaps": Certainty.POSSIBLE,
    "maybe": Certainty.POSSIBLE,
    "possibly": Certainty.POSSIBLE,
    "conceivably": Certainty.POSSIBLE,
    "potentially": Certainty.POSSIBLE,
}
#: Adjectives that hold back about the noun they stand before.
HEDGING = {
    "suspected": Certainty.POSSIBLE,
    "alleged": Certainty.POSSIBLE,
    "possible": Certainty.POSSIBLE,
    "purported": Certainty.POSSIBLE,
    "supposed": Certainty.POSSIBLE,
    "potential": Certainty.POSSIBLE,
    "apparent": Certainty.PROBABLE,
    "probable": Certainty.PROBABLE,
    "presumed": Certainty.PROBABLE,
    "reported": Certainty.PROBABLE,
    "likely": Certainty.PROBABLE,
}
_SURELY_SAID = frozenset(
    "confirm say tell see hear assure report announce reveal understand".split()
)
_CONDITIONS = frozenset({"if", "unless", "whether", "provided"})


def certainty_of(parsed: Parsed, clause: Clause, core: Core) -> Certainty:
    """How sure the words of a clause are of what it says."""
    found = weaker(core.certainty, _of_one(parsed, core.head, core.by))
    for head, by in core.above:
        found = weaker(found, _of_one(parsed, head, by))
    for word in clause.auxiliaries:
        found = weaker(found, _of_modal(parsed, word, core.head, clause.by))
    return found


def _of_one(parsed: Parsed, head: int, by: Dependents) -> Certainty:
    """What the dependents of one predicate say about it."""
    found = Certainty.CERTAIN
    lower = parsed.lower
    for word in by.get("aux", ()):
        found = weaker(found, _of_modal(parsed, word, head, by))
    for word in by.get("advmod", ()):
        degree = _ADVERBS.get(lower[word])
        if degree is not None:
            found = weaker(found, degree)
    for word in by.get("advcl", ()):
        for child in parsed.children[word]:
            conditional = parsed.deps[child] == "mark" and lower[child] in _CONDITIONS
            if conditional and lower[child - 1] not in ("even", "as"):
                return Certainty.UNDERSPECIFIED
    if "expl" in by:
        for noun in by.get("nsubj", ()):
            for child in parsed.children[noun]:
                if parsed.deps[child] == "amod" and lower[child] in HEDGING:
                    found = weaker(found, HEDGING[lower[child]])
    return found


def _of_modal(parsed: Parsed, word: int, head: int, by: Dependents) -> Certainty:
    """What a modal verb says. "will" and "would" are sure of what is to come."""
    modal = parsed.lower[word]
    if modal in ("may", "might"):
        return Certainty.POSSIBLE
    if modal == "could":
        following = parsed.lower[word + 1] if word + 1 < len(parsed.lower) else ""
        return Certainty.CERTAIN if following in ("not", "n't", "n’t") else Certainty.POSSIBLE
    if modal == "can":
        following = parsed.lower[word + 1] if word + 1 < len(parsed.lower) else ""
        sure = following in ("not", "n't", "n’t") or parsed.lemmas[head] in _SURELY_SAID
        return Certainty.CERTAIN if sure else Certainty.POSSIBLE
    if modal == "must":
        done = any(parsed.lower[each] == "have" for each in by.get("aux", ()))
        return Certainty.PROBABLE if done else Certainty.UNDERSPECIFIED
    if modal in ("should", "shall", "ought"):
        return Certainty.UNDERSPECIFIED
    if modal in ("would", "'d", "’d"):
        done = any(parsed.lower[each] == "have" for each in by.get("aux", ()))
        return Certainty.UNDERSPECIFIED if done else Certainty.CERTAIN
    return Certainty.CERTAIN


def of_noun(parsed: Parsed, noun: int) -> Certainty:
    """How sure a noun phrase is of what it names: "a suspected gas attack"."""
    found = Certainty.CERTAIN
    for child in parsed.children[noun]:
        if child < noun and parsed.lower[child] in HEDGING:
            found = weaker(found, HEDGING[parsed.lower[child]])
    return found
