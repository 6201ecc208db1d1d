"""Questions without an answer: "could not be reached", "no comment from", "remained silent"."""

from __future__ import annotations

from claimgraph.reading.acts.arguments import (
    is_denied_phrase,
)
from claimgraph.reading.acts.lexicon import forms
from claimgraph.reading.acts.who_can_speak import (
    is_agent,
    is_thing,
)
from claimgraph.reading.grammar import (
    after_case,
    case_of,
    full_phrase,
    is_infinitive,
    is_negated,
    is_passive,
    modal,
    own_subject,
    ranges,
    subject_of,
    verb_group,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.spans.silence import CALLS, GIVING, Silence, silent_source, up_to
from claimgraph.vocabulary import SpeechAct

REACHING = forms("reach contact locate".split())
_STAYING = forms("remain stay keep".split())
MUM = frozenset("silent mum quiet tight-lipped tightlipped tight".split())
_TIMES = frozenset("on at".split())
IGNORING = forms("ignore dodge sidestep evade duck deflect".split())
WORDS = frozenset(["word"])
UNANSWERED = frozenset("unanswered unreturned".split())
UNAVAILABLE = frozenset("available unavailable".split())
ATTEMPTS = frozenset("attempt attempts effort efforts calls".split())


def out_of_reach(parsed: Parsed, word: int) -> Silence | None:
    """As in "Could not be reached", "was not available for comment"."""
    lower = parsed.lower[word]
    for_comment = any(
        parsed.lower[child] in ("comment", "interview") for child in parsed.children[word]
    ) or (after_case(parsed, word, "to") is not None and lower in UNAVAILABLE)
    negated = is_negated(parsed, word) or lower == "unavailable"
    if not negated:
        return None
    if lower in REACHING:
        if not is_passive(parsed, word) or modal(parsed, word) not in ("could", "can", "ca"):
            return None
        if not for_comment and any(
            parsed.deps[child] in ("obl", "obl:agent") and case_of(parsed, child) not in _TIMES
            for child in parsed.children[word]
        ):
            return None
    elif not for_comment:
        return None
    subject = own_subject(parsed, word)
    if subject is None:
        subject = subject_of(parsed, word)
    if subject is None or is_thing(parsed, subject):
        return None
    if not for_comment and not is_agent(parsed, subject):
        return None
    cue = verb_group(parsed, word)
    source = () if is_denied_phrase(parsed, subject) else (full_phrase(parsed, subject),)
    return Silence(SpeechAct.NO_STATEMENT, "silence.out_of_reach", source, tuple(cue))


def unanswered(parsed: Parsed, word: int) -> Silence | None:
    """As in "Calls to the ministry were not returned", "went unanswered"."""
    lower = parsed.lower[word]
    if lower not in UNANSWERED and not is_negated(parsed, word):
        return None
    subject = subject_of(parsed, word)
    if subject is None or parsed.lower[subject] not in CALLS:
        return None
    asked = after_case(parsed, subject, "to", "with", "for")
    left = parsed.child(subject, "acl")
    if asked is None and left is not None:
        asked = after_case(parsed, left, "to", "with", "for", "at")
    if asked is not None and parsed.lower[asked] in ("comment", "information"):
        asked = after_case(parsed, asked, "to", "with", "from")
    if lower in UNANSWERED:
        head = parsed.heads[word]
        cue = ranges(sorted({head, word} if parsed.tags[head].startswith("V") else {word}))
    else:
        cue = verb_group(parsed, word)
    source = () if asked is None else (full_phrase(parsed, asked),)
    return Silence(SpeechAct.NO_STATEMENT, "silence.unanswered", source, tuple(cue))


def tried_in_vain(parsed: Parsed, noun: int) -> Silence | None:
    """As in "Attempts to reach the company were unsuccessful"."""
    reach = next(
        (
            c
            for c in parsed.children[noun]
            if parsed.deps[c] in ("acl", "xcomp") and parsed.lower[c] in ("reach", "contact")
        ),
        None,
    )
    head = parsed.heads[noun]
    if reach is None or parsed.lower[head] not in ("unsuccessful", "failed", "fruitless"):
        return None
    person = parsed.child(reach, "obj")
    if person is None:
        return None
    return Silence(
        SpeechAct.NO_STATEMENT,
        "silence.unanswered",
        (full_phrase(parsed, person),),
        tuple(verb_group(parsed, head)),
    )


def kept_silent(parsed: Parsed, word: int) -> Silence | None:
    """As in "Has remained silent on the matter"."""
    head = parsed.heads[word]
    verb = head if parsed.lower[head] in _STAYING else word
    copula = parsed.child(word, "cop")
    if verb == word and (copula is None or parsed.lower[copula] != "been"):
        return None
    if (parsed.lower[word] == "quiet" and verb == word) or is_negated(parsed, verb):
        return None
    source = silent_source(parsed, verb)
    if not source or modal(parsed, verb) or not is_agent(parsed, parsed.head_of(source[0])):
        return None
    if parsed.lower[word] == "tight" and parsed.lower[word + 1 : word + 3] != ["-", "lipped"]:
        return None
    cue = ranges(sorted({w for pair in verb_group(parsed, verb) for w in range(*pair)} | {word}))
    return Silence(SpeechAct.NO_STATEMENT, "silence.kept_silent", source, tuple(cue))


def ignored(parsed: Parsed, verb: int) -> Silence | None:
    """As in "Ignored requests for comment", "dodged questions about the deal"."""
    item = parsed.child(verb, "obj")
    if item is None or parsed.lower[item] not in CALLS or is_negated(parsed, verb):
        return None
    if parsed.lower[verb] in forms(["ignore"]) and parsed.lower[item] in ("calls", "call"):
        return None
    source = silent_source(parsed, verb)
    if not source or is_infinitive(parsed, verb) or modal(parsed, verb):
        return None
    return Silence(
        SpeechAct.NO_STATEMENT, "silence.ignored", source, tuple(verb_group(parsed, verb))
    )


def no_answer(parsed: Parsed, noun: int) -> Silence | None:
    """As in "There was no immediate comment from Tehran", "had no comment"."""
    if not is_denied_phrase(parsed, noun):
        return None
    start = min(c for c in (*parsed.children[noun], noun) if c <= noun)
    head = parsed.heads[noun]
    giver = after_case(parsed, noun, "from", "by")
    there = any(parsed.deps[child] == "expl" for child in parsed.children[head])
    act, rule = SpeechAct.NO_STATEMENT, "silence.no_answer"
    if parsed.quoted[noun]:
        return None
    if there or parsed.deps[noun] == "root" or (giver is not None and parsed.deps[noun] != "obj"):
        if giver is None and after_case(parsed, head, "from") is not None:
            giver = after_case(parsed, head, "from")
        if parsed.lower[noun] in WORDS and giver is None and not there:
            return None
        if parsed.lower[noun] == "answer" and giver is None:
            return None
        source = () if giver is None else (full_phrase(parsed, giver),)
        return Silence(act, rule, source, ((start, noun + 1),))
    if (
        parsed.deps[noun] == "obj"
        and parsed.lower[head] in GIVING
        and parsed.lower[noun] != "answer"
    ):
        source_of = silent_source(parsed, head)
        if not source_of or is_infinitive(parsed, head):
            return None
        return Silence(act, rule, source_of, up_to(parsed, head, noun))
    return None
