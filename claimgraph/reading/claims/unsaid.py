"""What is not said, or not so: the one claim of a silence, or of a thought that nobody holds.

A silence says that somebody did not speak, or did not say this; of the matter, nothing.
"""

from __future__ import annotations

from claimgraph.reading.claims.not_said import says_nothing
from claimgraph.reading.claims.propositions import Proposition, Scene
from claimgraph.reading.claims.splitting import clauses_of
from claimgraph.reading.claims.stances import silence_of
from claimgraph.reading.claims.wording import Item
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.vocabulary import Certainty, Polarity, Role, Stance

_LONGEST_TAIL = 10
_NOBODY = frozenset({"no", "nobody", "none", "neither", "no-one"})
_UNFINISHED = frozenset({"case", "det", "amod", "compound", "nummod"})


def unsaid(scene: Scene, words: list[int]) -> Proposition:
    """The one proposition of an attribution that says nothing, or of which the text says "not".

    Args:
        scene: The attribution. One without a content that is no silence ("apologised") says that
            much.
        words: The words of its content.
    """
    parsed = scene.parsed
    draft = scene.draft
    cue = [word for start, end in draft.cue for word in range(start, end)]
    verbs = [word for word in cue if parsed.pos[word] == "VERB"] or cue[-1:]
    tail = _tail(parsed, cue, verbs[0]) if cue and not words else []
    passive = any(parsed.deps[word] == "aux:pass" for word in cue)
    who = scene.said() or _nobody(parsed, verbs)
    if who and draft.source and _is_neither(parsed, draft.source[0][0]):
        who = ["neither", *range(*draft.source[0])]
    items: list[Item] = [*who, *cue, *tail, *words]
    if cue and parsed.lower[cue[0]] == "no" and verbs == cue[-1:]:
        # "There was no comment from Tehran": the noun alone is the cue.
        items = ["there was", *cue, *tail, *words]
    if passive and words and words[0] < cue[0]:
        items = [*words, *cue]
    own = words or cue
    made = Proposition(
        items,
        own,
        clauses_of(parsed, own)[0],
        parsed.lemmas[verbs[-1]].lower() if verbs else "",
        scene.speaking(Role.PATIENT if passive else Role.AGENT),
        from_tree=False,
    )
    if says_nothing(scene):
        made.polarity, made.certainty = Polarity.UNKNOWN, Certainty.UNDERSPECIFIED
        made.stance = silence_of(draft, [parsed.lower[word] for word in cue])
    elif draft.negated:
        made.polarity, made.certainty = Polarity.NEGATIVE, Certainty.CERTAIN
        made.stance = Stance.ASSERTS
    return made


def _is_neither(parsed: Parsed, first: int) -> bool:
    """Whether "neither" stands before a source: "Neither the White House nor the Pentagon"."""
    return first > 0 and parsed.lower[first - 1] == "neither"


def _nobody(parsed: Parsed, verbs: list[int]) -> list[Item]:
    """The "no group" of "no group has claimed responsibility": nobody is the source."""
    subject = parsed.child(verbs[0], "nsubj") if verbs else None
    if subject is None:
        return []
    start, end = noun_phrase(parsed, subject)
    return list(range(start, end)) if parsed.lower[start] in _NOBODY else []


def _tail(parsed: Parsed, cue: list[int], verb: int) -> list[int]:
    """What belongs to a silence behind its cue: "did not respond *to messages*"."""
    last = cue[-1]
    tail: list[int] = []
    for word in range(last + 1, min(parsed.subtree(verb)[1], last + 1 + _LONGEST_TAIL)):
        if parsed.deps[word] in ("punct", "cc", "mark") or parsed.words[word].isspace():
            break
        if parsed.deps[word] == "case" and parsed.deps[parsed.heads[word]] not in ("obl", "nmod"):
            break
        tail.append(word)
    while tail and parsed.deps[tail[-1]] in _UNFINISHED:
        tail.pop()
    return tail
