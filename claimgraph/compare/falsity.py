"""Words by which a claim takes back what it names: "reports of a coup are untrue", "a hoax"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimgraph.compare.terms import Token, stems

#: What a report that is not so is. Written for claimgraph, after the words by which fact-checkers
#: and denials put it.
_FALSEHOODS = stems(
    "bunk fabrication falsehood fiction hoax hoaxes lie lies lying misinformation myth nonsense "
    "prank satire satirical debunk debunked disproved disproven refuted discredited"
)
#: What is said of a report that is not so; before any other noun they say nothing of a report:
#: "fake passports".
_NOT_SO = stems(
    "absurd baseless bogus fabricated fake faked false fictitious groundless inaccurate incorrect "
    "invented mistaken phony unfounded unsubstantiated untrue wrong"
)
FALSE = _FALSEHOODS | _NOT_SO
#: What can be false: something that was said.
SAYINGS = stems(
    "accusation accusations account accounts allegation allegations assertion assertions claim "
    "claims report reports reporting rumor rumors rumour rumours story stories statement "
    "statements "
    "suggestion suggestions speculation news narrative"
)
#: Verbs that turn down what was said, for headlines, where they are no cue: "Raven Slams Rumors".
TURNING_DOWN = stems(
    "blast blasts bust busts busted counter counters debunk debunks deny denies "
    "dismiss dismisses dispel dispels dispute disputes downplay quash quashes rebuff rebuffs rebut "
    "rebuts refute refutes reject rejects rubbish rubbishes scoff scoffs slam slams squash squashes"
)
#: The same in two words, before what was said or, in the passive, behind it.
_TURNED_DOWN = (("shoot", "down"), ("shot", "down"), ("put", "to"), ("pour", "cold"))
#: What a denial may say of something that was said: "the report is true".
TRUTH = stems("true accurate correct real genuine authentic right")
#: Of these, the ones that make falsehood with "not": "the claim is simply not true".
_NOT_TRUE = stems("true accurate correct")
_LEGENDS = stems("fiction myth")
_LYING = stems("lie lied lies lying")
_INVENTED = stems("invented")
#: Behind these, who lies is only there.
_WHERE = frozenset(
    "ahead along amid at atop behind below beneath between beyond buried dormant down east idle in "
    "inside just near north off on outside south under underneath west with within".split()
)
_COPULAS = frozenset("is are was were be been being as".split())
_VERY = frozenset(
    "a all an almost categorically completely definitely just so totally utterly".split()
)
_NEGATIONS = frozenset(("not", "never", "no", "n't", "nobody", "cannot"))


#: The stems at which what is said may be taken back.
_MARKS = _FALSEHOODS | _NOT_SO | TURNING_DOWN | _NOT_TRUE
#: The stems without which nothing is taken back.
_TELLING = _MARKS | SAYINGS


def takes_back(words: Sequence[Token]) -> bool:
    """Whether the words say of something that it is not so.

    A word of falsehood does, and a verb of turning down before a word for something said; unless
    it is negated itself.

    >>> from claimgraph.compare.terms import tokens
    >>> takes_back(tokens("reports of a coup are untrue"))
    True
    >>> takes_back(tokens("the minister slammed rumours of a coup"))
    True
    >>> takes_back(tokens("Orm's claim that the mayor resigned is simply not true"))
    True
    >>> takes_back(tokens("the story is not a hoax"))
    False
    >>> takes_back(tokens("the minister slammed the opposition"))
    False
    >>> takes_back(tokens("they were caught with fake passports at the border"))
    False
    """
    found = [token.stem for token in words]
    if _TELLING.isdisjoint(found):
        return False
    if any(pair in _TURNED_DOWN for pair in pairwise(found)) and not SAYINGS.isdisjoint(found):
        return True
    for at, each in enumerate(found):
        if each not in _MARKS:
            continue
        before = {token.text.lower() for token in words[max(0, at - 3) : at]}
        if each in _NOT_TRUE:
            if _is_denied_truth(words, at):
                return True
            continue
        if any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in before):
            continue
        if "or" in before:
            continue  # "real or hoax?"
        after = found[at + 1] if at + 1 < len(found) else None
        if each == "counter" and after is not None and words[at + 1].text.endswith("ed"):
            continue  # "she counter-accused him"
        if each in _LYING and after == "about":
            continue  # who lies about her support does not say that there is none
        if each in _LYING and after is not None and words[at + 1].text.lower() in _WHERE:
            continue  # "the town lies near the border"
        if each in _INVENTED and SAYINGS.isdisjoint(found):
            continue  # "the lamp was invented in 1879"
        if each in _LEGENDS and "science" in before:
            continue
        if each in _LEGENDS and after is not None and words[at + 1].text.lower() == "of":
            continue  # "the myth of the werewolf"
        if each in _FALSEHOODS:
            return True
        if after == "with":
            continue  # "what was wrong with the image"
        said = after is None or after in SAYINGS or _is_predicate(words, at)
        if each in _NOT_SO and said:
            return True
        if each in TURNING_DOWN and not SAYINGS.isdisjoint(found[at + 1 : at + 7]):
            return True
    return False


def _is_denied_truth(words: Sequence[Token], at: int) -> bool:
    """Whether something that was said "is not true", or "is not true that" follows."""
    near = [token.text.lower() for token in words[max(0, at - 3) : at]]
    denied = any(word in ("not", "never") or word.endswith(("n't", "n’t")) for word in near)
    copula = any(
        word in _COPULAS or word.removesuffix("n't").removesuffix("n’t") in _COPULAS
        for word in near
    )
    if not denied or not copula:
        return False
    if at + 1 < len(words):
        return words[at + 1].text.lower() == "that"
    return any(token.stem in SAYINGS for token in words[:at])


def _is_predicate(words: Sequence[Token], at: int) -> bool:
    """Whether "is", or "is totally", stands before a word."""
    for token in reversed(words[max(0, at - 4) : at]):
        word = token.text.lower()
        if word in _COPULAS:
            return True
        if word not in _VERY:
            return False
    return False


def without_marks(words: Sequence[Token]) -> list[Token]:
    """The words without those that only say that it is not so, or that it was said."""
    taken = FALSE | SAYINGS | TURNING_DOWN | TRUTH
    return [token for token in words if token.stem not in taken]
