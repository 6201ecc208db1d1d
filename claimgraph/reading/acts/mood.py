"""Whether the text tells that something was said, or only thinks of saying it."""

from __future__ import annotations

from claimgraph.reading.acts.arguments import (
    Arguments,
)
from claimgraph.reading.acts.lexicon import forms
from claimgraph.reading.draft import Draft
from claimgraph.reading.grammar import (
    RELATIVE,
    case_of,
    is_infinitive,
    is_negated,
    is_passive,
    modal,
    own_subject,
    subject_of,
)
from claimgraph.reading.parsed import Parsed

_OPENING = frozenset("if unless should whether lest".split())
_UNREALISING = frozenset("could can may might should must shall will 'll ’ll".split())
_SUPPOSING = _UNREALISING | {"would", "'d", "’d"}
_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
GOING_ON = forms("go continue begin start come proceed rush appear seem hasten dare".split()) | {
    "first", "last", "latest", "quick", "only", "next", "enough", "have", "has", "had", "used",
}  # fmt: skip
_WISHING = forms(
    """
    want wish hope plan intend need expect try attempt seek prepare decide agree like love prefer
    aim refuse decline threaten fail
    """.split()
)


def is_unrealised(parsed: Parsed, draft: Draft, verb: int) -> bool:
    """Whether the text only thinks of the saying: "wants to announce", "might be claimed".

    "Went on to say" and "took to Twitter to announce" tell that it was said.
    """
    if modal(parsed, verb) in _UNREALISING:
        return not is_negated(parsed, verb)
    head = parsed.heads[verb]
    if head == verb or not is_infinitive(parsed, verb):
        return False
    if any(start <= head < end for start, end in draft.cue) and parsed.lower[head] not in _WISHING:
        return False
    if parsed.deps[verb] in ("xcomp", "ccomp", "acl", "csubj"):
        return parsed.lower[head] not in GOING_ON
    return parsed.lower[head] in _WISHING or is_passive(parsed, head)


def is_conditional(parsed: Parsed, verb: int) -> bool:
    """Whether something else depends on the saying: "if he says that"."""
    return case_of(parsed, verb) in ("if", "unless", "lest")


def is_supposed(parsed: Parsed, verb: int) -> bool:
    """Whether the text only supposes a thought: "if he believes", "might have known"."""
    if is_conditional(parsed, verb):
        return True
    return modal(parsed, verb) in _SUPPOSING and not is_negated(parsed, verb)


def is_asked(parsed: Parsed, verb: int) -> bool:
    """Whether the text asks if somebody says or thinks so: "Did he say that?", "Who believes it?".

    "Why did he say that?" and "Did he not say that?" take it that he did.
    """
    if not is_in_question(parsed, verb) or is_negated(parsed, verb):
        return False
    subject = own_subject(parsed, verb)
    return all(parsed.tags[child] not in _WH or child == subject for child in parsed.children[verb])


def is_in_question(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is the main one of a question, by its mark and the order of its words."""
    subject = own_subject(parsed, verb)
    if subject is None or parsed.heads[verb] != verb or not ends_in_question(parsed, verb):
        return False
    if parsed.tags[subject] in _WH:
        return True
    return any(child < subject and parsed.deps[child] == "aux" for child in parsed.children[verb])


def ends_in_question(parsed: Parsed, word: int) -> bool:
    """Whether the last mark of a word's sentence is a question mark, outside any quotation."""
    last = parsed.sentence(word)[1] - 1
    while last > word and parsed.words[last].isspace():
        last -= 1
    return parsed.words[last] == "?"


def happened(parsed: Parsed, verb: int) -> bool:
    """Whether the text tells that it was said: not "to say", "if he says", "could say"."""
    tag = parsed.tags[verb]
    if modal(parsed, verb) or is_infinitive(parsed, verb):
        return False
    if parsed.deps[verb] == "conj":
        head = parsed.heads[verb]
        if own_subject(parsed, verb) is None and (
            (modal(parsed, head) and tag == "VB") or is_infinitive(parsed, head)
        ):
            return False
    if tag == "VB" and not any(parsed.deps[c] == "aux" for c in parsed.children[verb]):
        return False
    opening = case_of(parsed, verb)
    if opening in _OPENING or opening == "without":
        return False
    if tag == "VBG" and opening == "as":
        # "Quoted him as saying" is one attribution, and "quoted" its cue.
        return False
    if _is_of_the_supposed(parsed, verb):
        return False
    if parsed.deps[verb] == "csubj" or (tag == "VBG" and parsed.deps[verb] in ("obj", "nsubj")):
        return False
    return not (ends_in_question(parsed, verb) and parsed.deps[verb] == "root")


def _is_of_the_supposed(parsed: Parsed, verb: int) -> bool:
    """Whether it tells which of many are meant: "taxpayers *reporting* gains would pay less"."""
    noun = parsed.heads[verb]
    if parsed.tags[verb] != "VBG" or parsed.deps[verb] != "acl" or parsed.tags[noun] != "NNS":
        return False
    if parsed.child(noun, "det", "nmod:poss", "nummod") is not None:
        return False
    return modal(parsed, parsed.heads[noun]) in _SUPPOSING


def tells_in_a_quotation(parsed: Parsed, verb: int, doer: int | None, arguments: Arguments) -> bool:
    """Inside somebody's quoted words only what another one said counts: "Roe said: 'No.'"."""
    if doer is None or parsed.pos[doer] == "PRON" or parsed.tags[verb] != "VBD":
        return False
    return bool({"clause", "quote"} & arguments.codes)


def is_own_report(parsed: Parsed, verb: int, doer: int) -> bool:
    """Whether somebody only says that he says something: "he said he had asked for it"."""
    here = verb
    subject = own_subject(parsed, verb)
    if subject is not None and parsed.lower[subject] in RELATIVE:
        return False
    for _ in range(8):
        if parsed.deps[here] in ("ccomp", "xcomp", "parataxis"):
            outer = subject_of(parsed, parsed.heads[here])
            if outer is not None and outer != doer:
                if parsed.lower[doer] in ("i", "we"):
                    return True
                if parsed.lower[doer] == "it" and parsed.mention_kinds.get(outer) != "person":
                    return True
                left, right = parsed.entities.get(outer), parsed.entities.get(doer)
                if left is None or right is None:
                    return parsed.lower[doer] in ("he", "she", "they", "it")
                return left == right
        if parsed.heads[here] == here:
            return False
        here = parsed.heads[here]
    return False
