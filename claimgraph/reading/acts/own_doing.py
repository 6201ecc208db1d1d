"""Contents in which the speaker takes an attack upon himself, or has nothing to do with it."""

from __future__ import annotations

from claimgraph.reading.acts.lexicon import forms, lexicon
from claimgraph.reading.draft import Draft
from claimgraph.reading.grammar import full_phrase, is_negated, is_passive, modal, own_subject
from claimgraph.reading.parsed import Parsed

_DOING = forms(
    """
    carry conduct stage launch execute mount perpetrate attack bomb shell target hit strike down
    shoot destroy kill ambush assassinate hack abduct kidnap
    """.split()
)
_WITH_AN_ATTACK = forms("carry conduct stage launch execute mount perpetrate".split())
_OURS = frozenset("it they we he she i".split())
_FIGHTERS = frozenset(
    "fighters forces soldiers members militants men gunmen brigades units drones army air".split()
)
_ARMED = _FIGHTERS | frozenset(
    """
    militia militias militant rebel rebels group movement military navy brigade guerrillas
    separatists insurgents faction alliance hezbollah hamas taliban houthi houthis state
    """.split()
)
_LINKED = frozenset("involved responsible behind aware complicit connected".split())
_PARTS = frozenset(
    "role part involvement connection link links knowledge hand responsibility interest".split()
)
_HAVING = forms("have play take".split())


def did_it_itself(parsed: Parsed, draft: Draft) -> bool:
    """Whether the content says that the speaker's own side made an attack."""
    if len(draft.source) != 1 or not draft.content:
        return False
    head = parsed.head_of(draft.content[0])
    lower = parsed.lower[head]
    if is_negated(parsed, head) or modal(parsed, head) or is_passive(parsed, head):
        return False
    subject = own_subject(parsed, head)
    if subject is None or not _is_own(parsed, draft, subject):
        return False
    if lower == "behind" or lower == "responsible":
        return any(
            _is_deed(parsed, child)
            for child in parsed.children[head]
            if parsed.deps[child] in ("obl", "nmod", "nsubj")
        ) or _is_deed(parsed, head)
    if parsed.child(head, "case") is not None and _is_deed(parsed, head):
        return "behind" in parsed.lower[head - 4 : head]
    item = parsed.child(head, "obj")
    if item is None or lower not in _DOING:
        return False
    if lower in _WITH_AN_ATTACK:
        return _is_deed(parsed, item)
    return parsed.pos[item] != "PRON" and _is_armed(parsed, draft)


def _is_armed(parsed: Parsed, draft: Draft) -> bool:
    """Whether the speaker is, or speaks for, those who fight."""
    return any(parsed.lower[word] in _ARMED for piece in draft.source for word in range(*piece))


def clears_itself(parsed: Parsed, draft: Draft) -> bool:
    """Whether the content says that the speaker had no hand in it: "had nothing to do with it"."""
    if not draft.source or not draft.content:
        return False
    head = parsed.head_of(draft.content[0])
    subject = own_subject(parsed, head)
    if subject is None or not _is_own(parsed, draft, subject):
        return False
    lower = parsed.lower[head]
    if lower in _HAVING:
        item = parsed.child(head, "obj")
        if item is None:
            return False
        if parsed.lower[item] == "nothing":
            return parsed.lower[item + 1 : item + 4] == ["to", "do", "with"]
        denied = any(parsed.lower[c] in ("no", "any") for c in parsed.children[item])
        nothing = any(parsed.lower[c] == "no" for c in parsed.children[item])
        return (nothing or (denied and is_negated(parsed, head))) and parsed.lower[item] in _PARTS
    if lower in _LINKED or "behind" in parsed.lower[max(head - 3, 0) : head]:
        return is_negated(parsed, head)
    if lower in _DOING and is_negated(parsed, head) and not modal(parsed, head):
        item = parsed.child(head, "obj")
        return item is not None and _is_deed(parsed, item)
    return False


def _is_own(parsed: Parsed, draft: Draft, subject: int) -> bool:
    """Whether the subject is the speaker: a pronoun, its fighters, or its own name again."""
    lower = parsed.lower[subject]
    if parsed.quoted[subject]:
        return lower in ("we", "i")
    if lower in _OURS:
        return True
    start, _ = full_phrase(parsed, subject)
    if parsed.lower[start] in ("its", "our", "their", "his") and lower in _FIGHTERS:
        return True
    own = {parsed.lower[w] for piece in draft.source for w in range(*piece)}
    return parsed.tags[subject] in ("NNP", "NNPS") and lower in own


def _is_deed(parsed: Parsed, noun: int) -> bool:
    return "deed" in lexicon().group_of.get(parsed.lower[noun], ())
