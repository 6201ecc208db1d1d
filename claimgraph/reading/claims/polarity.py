"""Whether a clause says that something is so, or that it is not (FactBank's polarity).

The tree decides what a negation covers: "no evidence that he lied" has no evidence, not no lie.
"""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Clause, Dependents
from claimgraph.reading.claims.predicates import Core
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Polarity

_NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "barely"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one", "neither"})
_NO = frozenset({"no", "neither"})
_ONLY = frozenset({"only", "just", "merely"})
_COUNTED = frozenset({"fewer", "less", "more", "later", "other"})
#: Words that a "no" before them does not make a negation: "no fewer than 20", "no doubt".
_NO_NEGATION = frozenset({"fewer", "less", "more", "doubt"})
#: Where a "no" before the noun makes the whole clause negative: "found *no trace*".
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nsubj:outer")


def polarity_of(parsed: Parsed, clause: Clause, core: Core) -> Polarity:
    """The polarity of what a clause says of its core: an even number of negations is none."""
    count = core.negations + _negated(parsed, core.by)
    for _, by in core.above:
        count += _negated(parsed, by)
    if not core.above and clause.auxiliaries:
        count += any(parsed.lower[word] in _NOT for word in clause.auxiliaries)
    if core.subject is not None and not any(core.subject in g for g in core.by.values()):
        shared = all(core.subject not in g for _, by in core.above for g in by.values())
        count += shared and _is_no(parsed, core.subject)
    return Polarity.NEGATIVE if count % 2 else Polarity.POSITIVE


def _negated(parsed: Parsed, by: Dependents) -> bool:
    """Whether a word among the dependents of a predicate denies it. Two of them do so once."""
    lower = parsed.lower
    for dep in ("advmod", "cc", "cc:preconj", "det", "aux"):
        for word in by.get(dep, ()):
            if lower[word] in _NOT:
                if dep == "advmod" and _is_only(parsed, word):
                    continue
                if dep == "det" and "cop" not in by and "nsubj" not in by:
                    continue
                return True
            if lower[word] == "cannot" or lower[word - 1 : word + 1] == ["no", "longer"]:
                return True
    for dep in ("aux", "cop", "aux:pass"):  # where the parser ties "n't" to the auxiliary
        for word in by.get(dep, ()):
            if any(lower[child] in ("not", "n't", "n’t") for child in parsed.children[word]):
                return True
    return any(_is_no(parsed, word) for dep in _ARGUMENTS for word in by.get(dep, ()))


def _is_only(parsed: Parsed, word: int) -> bool:
    """Whether what follows is said to be so: "not only", "no later than"."""
    following = parsed.lower[word + 1] if word + 1 < len(parsed.lower) else ""
    if parsed.lower[word] == "not":
        return following in _ONLY
    return parsed.lower[word] == "no" and following in _COUNTED


def _is_no(parsed: Parsed, noun: int) -> bool:
    """Whether a noun phrase is empty: "nobody", "no one", "not one person", "no trace"."""
    lower = parsed.lower
    if lower[noun] in _NOBODY:
        return True
    for child in parsed.children[noun]:
        if child > noun:
            break
        word, following = lower[child], lower[child + 1]
        if word == "no" and following == ".":
            continue  # "No. 5"
        if word in _NO or word == "none":
            return following not in _NO_NEGATION
        if word == "not" and following in ("one", "a", "single"):
            return True
        if parsed.deps[child] == "nummod" and lower[child - 1] == "not":
            return True
    return False
