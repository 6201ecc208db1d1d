"""Words by which a claim takes back what it names: "reports of a coup are untrue", "a hoax"."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.compare.terms import Token, stem

#: What is said of a report that is not so. Written for claimgraph, after the words by which
#: fact-checkers and denials put it.
FALSE = frozenset(
    stem(word)
    for word in """
    absurd baseless bogus bunk debunk debunked fabricated fabrication fake faked fakes false falsehood
    falsely fiction fictitious groundless hoax hoaxes inaccurate incorrect invented lie lies lying
    misinformation myth mistaken nonsense phony prank satire satirical unfounded unsubstantiated
    untrue wrong disproved disproven discredited refuted
    """.split()
)
#: What can be false: something that was said.
SAYINGS = frozenset(
    stem(word)
    for word in """
    accusation accusations account accounts allegation allegations assertion assertions charge
    charges claim claims report reports reporting rumor rumors rumour rumours story stories
    statement statements suggestion suggestions speculation news narrative link linking viral
    """.split()
)
#: Verbs that turn down what was said, for headlines, where they are no cue: "Raven Slams Rumors".
TURNING_DOWN = frozenset(
    stem(word)
    for word in """
    blast blasts bust busts busted condemn condemns counter counters debunk debunks deny denies
    dismiss dismisses dispel dispels dispute disputes downplay quash quashes rebuff rebuffs rebut
    rebuts refute refutes reject rejects rubbish rubbishes scoff scoffs shoot slam slams squash
    squashes
    """.split()
)
_NEGATIONS = frozenset(("not", "never", "no", "n't", "nobody", "cannot"))


def takes_back(words: Sequence[Token]) -> bool:
    """Whether the words say of something that it is not so.

    A word of falsehood does, and a verb of turning down before a word for something said; unless
    it is negated itself.

    >>> from claimgraph.compare.terms import tokens
    >>> takes_back(tokens("reports of a coup are untrue"))
    True
    >>> takes_back(tokens("the minister slammed rumours of a coup"))
    True
    >>> takes_back(tokens("the story is not a hoax"))
    False
    >>> takes_back(tokens("the minister slammed the opposition"))
    False
    """
    stems = [token.stem for token in words]
    for at, each in enumerate(stems):
        before = {token.text.lower() for token in words[max(0, at - 3) : at]}
        if any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in before):
            continue
        if each in FALSE:
            return True
        if each in TURNING_DOWN and not SAYINGS.isdisjoint(stems[at + 1 : at + 7]):
            return True
    return False


def without_marks(words: Sequence[Token]) -> list[Token]:
    """The words without those that only say that it is not so, or that it was said."""
    taken = FALSE | SAYINGS | TURNING_DOWN
    return [token for token in words if token.stem not in taken]
