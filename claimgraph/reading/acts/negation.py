"""Whether the text says that something was *not* said."""

from __future__ import annotations

from claimgraph.reading.acts.lexicon import forms
from claimgraph.reading.draft import Draft
from claimgraph.reading.grammar import NOT, case_of, is_infinitive, subject_of
from claimgraph.reading.parsed import Parsed

_REFUSING = forms("decline refuse fail stop refrain avoid".split())
_NO = frozenset("no neither nor nobody none nothing".split())
_HARD = frozenset("hard difficult impossible tough".split())
_REASONS = frozenset("because since as so if when only just merely".split())
_PASSED_ON = frozenset("xcomp advcl ccomp obl conj".split())


def is_denied(parsed: Parsed, draft: Draft, cue: int) -> int | None:
    """The word that denies an attribution: "not" in "did not specify", "no" in "no group claimed".

    Without a content nothing is left unsaid; then it is ``None``, and the act says it.
    """
    if not draft.content:
        return None
    word = cue
    for _ in range(3):
        for child in parsed.children[word]:
            lower = parsed.lower[child]
            if _in_content(draft, child) or _is_beside_it(parsed, child, word):
                continue
            if lower in NOT or (lower in ("neither", "nor") and child < word):
                return child
        if parsed.lower[word] in _NO or case_of(parsed, word) == "without":
            return word
        denied = _denied_noun(parsed, word, draft)
        if denied is not None:
            return denied
        head = parsed.heads[word]
        if parsed.deps[word] not in _PASSED_ON or head == word:
            return None
        below = parsed.deps[word] != "conj" and word > head
        if below and parsed.lower[head] in _REFUSING and _hangs_on(parsed, word):
            return head
        if below and _is_yet_to_come(parsed, head) and is_infinitive(parsed, word):
            return head
        if parsed.lower[head] == "short" and parsed.deps[word] != "conj":
            return head
        if parsed.deps[word] == "conj":
            if not any(parsed.lower[c] in ("or", "nor") for c in parsed.children[word] if c < word):
                return None
        elif not _in_cue(draft, head):
            return None
        word = head
    return None


def _is_yet_to_come(parsed: Parsed, verb: int) -> bool:
    """As in "have yet to confirm"."""
    return parsed.lemmas[verb] in {"have", "be"} and "yet" in parsed.lower[verb : verb + 3]


def _hangs_on(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is what was refused or left: "to apologise", "from blaming"."""
    if parsed.tags[verb] == "VBG":
        return parsed.deps[verb] == "xcomp" or case_of(parsed, verb) in ("from", "of")
    return is_infinitive(parsed, verb)


def _in_cue(draft: Draft, word: int) -> bool:
    return any(start <= word < end for start, end in draft.cue)


def _is_beside_it(parsed: Parsed, no: int, verb: int) -> bool:
    """Whether "not" leaves a verb alone: "whether he said so or not", "not because she said so",
    "it's hard not to say".
    """
    before = parsed.lower[no - 1] if no else ""
    if before == "or" or before in _HARD:
        return True
    behind = parsed.lower[no + 1] if no + 1 < len(parsed.lower) else ""
    return no < verb and behind in _REASONS and parsed.lower[no] == "not"


def _denied_noun(parsed: Parsed, word: int, draft: Draft) -> int | None:
    """As in "No group" as the subject, "no details" as the object, "no" of the cue's own noun."""
    for child in parsed.children[word]:
        if _in_content(draft, child):
            continue  # "reported no arrests" says that there were none
        lower = parsed.lower[child]
        if lower in _NO and parsed.deps[child] in ("det", "nsubj", "obj", "advmod", "cc"):
            return child
        if parsed.deps[child] in ("nsubj", "nsubj:pass", "obj"):
            for below in parsed.children[child]:
                if parsed.lower[below] in _NO and parsed.deps[below] in ("det", "cc:preconj"):
                    return below
    if parsed.tags[word].startswith("V"):
        subject = subject_of(parsed, word)
        if subject is not None and not _in_content(draft, subject):
            if parsed.lower[subject] in _NO:
                return subject
            for below in parsed.children[subject]:
                if parsed.lower[below] in ("no", "neither") and parsed.deps[below] == "det":
                    return below
    return None


def _in_content(draft: Draft, word: int) -> bool:
    return any(start <= word < end for start, end in draft.content)
