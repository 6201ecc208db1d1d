"""Silences: somebody was asked and refused, or said nothing.

"Declined to comment" and "did not respond to a request" have no content; "declined to say whether
it had paid" and "gave no details of the attack" have one, which is *not* said.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.reading.arguments import can_speak, is_agent, is_thing, groups_of, is_denied_phrase
from claimgraph.reading.lexicon import forms
from claimgraph.reading.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.grammar import (
    after_case,
    case_of,
    is_infinitive,
    is_negated,
    is_passive,
    modal,
    full_phrase,
    own_subject,
    ranges,
    subject_of,
    trimmed,
    verb_group,
)
from claimgraph.vocabulary import SpeechAct

REFUSE = forms("decline refuse".split())
#: Verbs that leave nothing open: "to comment".
_BARE = forms("comment respond reply answer elaborate react".split())
_ANSWERING = forms("respond reply answer react".split())
#: Verbs whose clause or object is what is left open: "to say whether".
_TELLING = forms(
    """
    say mention specify disclose reveal discuss explain clarify indicate divulge detail
    speculate describe address
    """.split()
)
_NAMING = forms("name identify".split())
_CONFIRMING = forms("confirm deny verify".split())
_GIVING = forms("give provide offer release issue make publish have share".split())
_RETURNING = forms(["return", "answer"])
_REACHING = forms("reach contact locate".split())
_FAILING = forms(["fail"])
_STAYING = forms("remain stay keep".split())
_MUM = frozenset("silent mum quiet tight-lipped tightlipped tight".split())
_IGNORING = forms("ignore dodge sidestep evade duck deflect".split())
_ANSWERS = frozenset("comment comments response responses reaction statement reply answer".split())
_WORDS = frozenset(["word"])
_WOULD = frozenset("would will wo 'd ’d 'll ’ll".split())
_UNANSWERED = frozenset("unanswered unreturned".split())
_UNAVAILABLE = frozenset("available unavailable".split())
_CALLS = frozenset(
    """
    call calls message messages email emails e-mail e-mails request requests letter letters
    inquiry inquiries enquiry enquiries question questions query queries text texts voicemail
    """.split()
)
_ATTEMPTS = frozenset("attempt attempts effort efforts calls".split())

STARTS: frozenset[str] = frozenset().union(
    REFUSE, _BARE, _TELLING, _NAMING, _CONFIRMING, _GIVING, _RETURNING, _REACHING, _MUM, _IGNORING,
    _ANSWERS, _WORDS, _UNANSWERED, _UNAVAILABLE, _ATTEMPTS,
)  # fmt: skip
"""Words at which ``silence_at`` may find something."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody who said nothing, or nothing on something.

    Attributes:
        act: ``DECLINE_COMMENT`` where somebody was asked and refused, else ``NO_STATEMENT``.
        rule: The rule that found it.
        source: Who; nobody where the text names nobody.
        cue: The words that say so.
        content: What is left open; nothing where it is not said what.
    """

    act: SpeechAct
    rule: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...] = ()


def silence_at(parsed: Parsed, word: int) -> Silence | None:
    """The silence that a word begins, if it begins one. ``STARTS`` holds the words to ask for."""
    lower = parsed.lower[word]
    if lower in _MUM:
        return _kept_silent(parsed, word)
    if lower in _UNAVAILABLE or lower in _REACHING:
        found = _out_of_reach(parsed, word)
        if found is not None or lower in _UNAVAILABLE:
            return found
    if lower in _UNANSWERED or lower in _RETURNING and is_passive(parsed, word):
        return _unanswered(parsed, word)
    if lower in _ATTEMPTS and not parsed.tags[word].startswith("V"):
        return _tried_in_vain(parsed, word)
    if not parsed.tags[word].startswith("V"):
        if lower in _ANSWERS or lower in _WORDS:
            return _no_answer(parsed, word)
        return None
    if lower in REFUSE:
        return _refused(parsed, word)
    if lower in _IGNORING:
        return _ignored(parsed, word)
    return _said_nothing(parsed, word)


def _source(parsed: Parsed, verb: int) -> tuple[Range, ...] | None:
    """The subject, if it can speak; ``None`` if what stands there cannot."""
    subject = subject_of(parsed, verb)
    if subject is None or not can_speak(parsed, subject):
        return None
    if parsed.quoted[verb] and parsed.lower[subject] in ("i", "we", "you", "they", "he", "she"):
        return None
    words = full_phrase(parsed, subject)
    if parsed.lower[words[0]] in ("no", "nobody", "none"):
        return ()
    return (words,)


def _refused(parsed: Parsed, verb: int) -> Silence | None:
    """ "Declined to comment", "refused to say whether", "declined an interview request"."""
    if modal(parsed, verb) not in ("", *_WOULD) or is_negated(parsed, verb):
        return None
    source = _source(parsed, verb)
    if not source:
        return None
    act, rule = SpeechAct.DECLINE_COMMENT, "silence.refused"
    told = next(
        (
            c
            for c in parsed.children[verb]
            if c > verb
            and parsed.deps[c] in ("xcomp", "ccomp", "advcl")
            and is_infinitive(parsed, c)
        ),
        None,
    )
    if told is None:
        asked = parsed.child(verb, "obj")
        if asked is None or parsed.tags[verb] == "VBN":
            return None
        about = parsed.lower[asked] in ("comment", "interview", "interviews")
        if not about and parsed.lower[asked] in _CALLS:
            about = any(
                parsed.lower[w] in ("comment", "interview", "interviews", "reporters")
                for w in range(*parsed.subtree(asked))
            )
        if not about:
            return None
        cue = trimmed(parsed, (verb, asked + 1)) if asked - verb < 4 else (verb, verb + 1)
        return Silence(act, rule, source, (cue,))
    cue = _up_to(parsed, verb, told)
    lower = parsed.lower[told]
    if lower in _BARE or lower in ("interviewed", "drawn", "quoted"):
        return Silence(act, rule, source, cue)
    if lower in ("speak", "talk"):
        return Silence(act, rule, source, cue)
    if lower in _CONFIRMING or lower in _TELLING or lower in _NAMING:
        return Silence(act, rule, source, cue, _open(parsed, told))
    if lower in _GIVING:
        for giver in (told, verb):
            if _detail(parsed, giver) is not None:
                return Silence(act, rule, source, cue, _open(parsed, giver, after=told))
    return None


def _said_nothing(parsed: Parsed, verb: int) -> Silence | None:
    """ "Did not respond", "would not say", "gave no details", "without elaborating"."""
    lower = parsed.lower[verb]
    if case_of(parsed, verb) == "without" and parsed.tags[verb] == "VBG":
        return _without(parsed, verb)
    told = lower in _BARE or lower in _TELLING or lower in _NAMING or lower in _RETURNING
    giving, confirming = lower in _GIVING, lower in _CONFIRMING
    if not (told or giving or confirming):
        return None
    failed = _failed(parsed, verb)
    refusing = modal(parsed, verb)
    if refusing not in ("", *_WOULD, "could", "can", "ca"):
        return None
    negated = is_negated(parsed, verb) or failed is not None or _nobody_did(parsed, verb)
    item = parsed.child(verb, "obj")
    nothing = item is not None and (
        is_denied_phrase(parsed, item) or parsed.lower[item] in ("nothing", "little")
    )
    if not negated and not nothing:
        return None
    if failed is None and is_infinitive(parsed, verb):
        return None
    if confirming:
        return _would_not_confirm(parsed, verb) if negated and refusing in _WOULD else None
    if negated and _is_habit(parsed, verb):
        return None
    source = _source(parsed, verb)
    if source is None:
        return None
    act = SpeechAct.DECLINE_COMMENT if refusing in _WOULD else SpeechAct.NO_STATEMENT
    rule = "silence.refused" if refusing in _WOULD else "silence.said_nothing"
    cue = _up_to(parsed, failed, verb) if failed is not None else tuple(verb_group(parsed, verb))
    if lower in _ANSWERING or lower in _RETURNING:
        return Silence(act, rule, source, cue) if _was_asked(parsed, verb) else None
    if lower in _BARE:
        return Silence(act, rule, source, cue)
    if giving:
        detail = _detail(parsed, verb)
        if detail is None:
            return None
        if parsed.lower[detail] in ("mention", "reference"):
            cue = _up_to(parsed, verb, detail, cue)
        if parsed.lower[detail] in _ANSWERS:
            return Silence(act, rule, source, _up_to(parsed, verb, detail, cue))
        return Silence(act, rule, source, cue, _open(parsed, verb))
    if lower in forms(["say"]):
        return _did_not_say(parsed, verb, Silence(act, rule, source, cue), nothing)
    content = _open(parsed, verb)
    if lower in _NAMING and not content:
        return None
    if lower in forms(["address", "discuss", "describe", "detail", "indicate", "reveal"]):
        if not content:
            return None
        if lower in forms(["address"]) and item is not None:
            if not {"claim", "inquiry"} & set(groups_of(parsed, item)):
                return None
    return Silence(act, rule, source, cue, content)


def _would_not_confirm(parsed: Parsed, verb: int) -> Silence | None:
    """ "Would not confirm the figures", "would neither confirm nor deny that"."""
    source = _source(parsed, verb)
    if not source:
        return None
    last = verb
    for child in parsed.children[verb]:
        if parsed.deps[child] == "conj" and parsed.lower[child] in _CONFIRMING:
            last = child
    cue = tuple(verb_group(parsed, verb))
    if last > verb:
        cue = _up_to(parsed, verb, last, cue)
    content = _open(parsed, last) or _open(parsed, verb, after=last)
    return Silence(SpeechAct.DECLINE_COMMENT, "silence.refused", source, cue, content)


def _did_not_say(parsed: Parsed, verb: int, found: Silence, nothing: bool) -> Silence | None:
    """ "Did not say how": not "did not say that it would", which is a statement that was not made."""
    clause = parsed.child(verb, "ccomp", "advcl")
    item = parsed.child(verb, "obj")
    if nothing or item is not None and parsed.lower[item] in ("anything", "more", "much", "word"):
        return Silence(found.act, found.rule, found.source, found.cue)
    if found.act is SpeechAct.DECLINE_COMMENT or clause is None:
        return Silence(found.act, found.rule, found.source, found.cue, _open(parsed, verb))
    first = parsed.lower[trimmed(parsed, parsed.subtree(clause))[0]]
    if first in ("whether", "if", "how", "why", "when", "where", "what", "who", "which", "exactly"):
        return Silence(found.act, found.rule, found.source, found.cue, _open(parsed, verb))
    return None


def _is_habit(parsed: Parsed, verb: int) -> bool:
    """ "A firm that does not disclose its finances" keeps silent always, not now."""
    if not any(parsed.lower[c] in ("do", "does") for c in parsed.children[verb]):
        return False
    subject = subject_of(parsed, verb)
    return subject is None or "document" not in groups_of(parsed, subject)


def _without(parsed: Parsed, verb: int) -> Silence | None:
    """ "Without elaborating", "without giving details"."""
    lower = parsed.lower[verb]
    source = _source(parsed, verb)
    if not source:
        return None
    cue: tuple[Range, ...] = (_from_case(parsed, verb),)
    act, rule = SpeechAct.NO_STATEMENT, "silence.without"
    if lower in ("elaborating", "commenting"):
        return Silence(act, rule, source, cue)
    if lower in _GIVING:
        detail = _detail(parsed, verb)
        if detail is not None and parsed.lower[detail] not in ("evidence", "proof"):
            return Silence(act, rule, source, cue, _open(parsed, verb))
    if lower in ("saying", "specifying", "disclosing") and _open(parsed, verb):
        return Silence(act, rule, source, cue, _open(parsed, verb))
    return None


def _from_case(parsed: Parsed, verb: int) -> Range:
    return min(c for c in (*parsed.children[verb], verb) if c <= verb), verb + 1


def _failed(parsed: Parsed, verb: int) -> int | None:
    """The "failed" of "failed to respond", the "yet" of "has yet to comment"."""
    head = parsed.heads[verb]
    if parsed.deps[verb] in ("xcomp", "advcl", "ccomp") and is_infinitive(parsed, verb):
        if parsed.lower[head] in _FAILING or parsed.lower[head] in ("have", "has", "had", "yet"):
            if parsed.lower[head] in _FAILING or "yet" in parsed.lower[head : verb + 1]:
                return head
    return None


def _nobody_did(parsed: Parsed, verb: int) -> bool:
    """ "Neither company responded"."""
    subject = own_subject(parsed, verb)
    if subject is None:
        return False
    return is_denied_phrase(parsed, subject) or parsed.lower[subject] in ("nobody", "none", "neither")


def _was_asked(parsed: Parsed, verb: int) -> bool:
    """Whether an answer was wanted in words: "to treatment" one responds otherwise."""
    item = parsed.child(verb, "obj")
    if parsed.lower[verb] in forms(["return"]):
        return item is not None and parsed.lower[item] in _CALLS
    if item is not None and "inquiry" not in groups_of(parsed, item):
        return False
    to = after_case(parsed, verb, "to")
    if to is None or parsed.deps[to] in ("xcomp", "advcl"):
        return True
    return "inquiry" in groups_of(parsed, to) or "claim" in groups_of(parsed, to)


def _out_of_reach(parsed: Parsed, word: int) -> Silence | None:
    """ "Could not be reached", "was not available for comment"."""
    lower = parsed.lower[word]
    for_comment = any(
        parsed.lower[child] in ("comment", "interview") for child in parsed.children[word]
    ) or after_case(parsed, word, "to") is not None and lower in _UNAVAILABLE
    negated = is_negated(parsed, word) or lower == "unavailable"
    if not negated:
        return None
    if lower in _REACHING:
        if not is_passive(parsed, word) or modal(parsed, word) not in ("could", "can", "ca"):
            return None
        if not for_comment and any(
            parsed.deps[child] in ("obl", "obl:agent") and case_of(parsed, child) not in ("on", "at")
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


def _unanswered(parsed: Parsed, word: int) -> Silence | None:
    """ "Calls to the ministry were not returned", "went unanswered"."""
    lower = parsed.lower[word]
    if lower not in _UNANSWERED and not is_negated(parsed, word):
        return None
    subject = subject_of(parsed, word)
    if subject is None or parsed.lower[subject] not in _CALLS:
        return None
    asked = after_case(parsed, subject, "to", "with", "for")
    if asked is not None and parsed.lower[asked] in ("comment", "information"):
        asked = after_case(parsed, asked, "to", "with", "from")
    if lower in _UNANSWERED:
        head = parsed.heads[word]
        cue = ranges(sorted({head, word} if parsed.tags[head].startswith("V") else {word}))
    else:
        cue = verb_group(parsed, word)
    source = () if asked is None else (full_phrase(parsed, asked),)
    return Silence(SpeechAct.NO_STATEMENT, "silence.unanswered", source, tuple(cue))


def _tried_in_vain(parsed: Parsed, noun: int) -> Silence | None:
    """ "Attempts to reach the company were unsuccessful"."""
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


def _kept_silent(parsed: Parsed, word: int) -> Silence | None:
    """ "Has remained silent on the matter"."""
    head = parsed.heads[word]
    verb = head if parsed.lower[head] in _STAYING else word
    copula = parsed.child(word, "cop")
    if verb == word and (copula is None or parsed.lower[copula] != "been"):
        return None
    if parsed.lower[word] == "quiet" and verb == word or is_negated(parsed, verb):
        return None
    source = _source(parsed, verb)
    if not source or modal(parsed, verb) or not is_agent(parsed, parsed.head_of(source[0])):
        return None
    if parsed.lower[word] == "tight" and parsed.lower[word + 1 : word + 3] != ["-", "lipped"]:
        return None
    cue = ranges(sorted({w for pair in verb_group(parsed, verb) for w in range(*pair)} | {word}))
    return Silence(SpeechAct.NO_STATEMENT, "silence.kept_silent", source, tuple(cue))


def _ignored(parsed: Parsed, verb: int) -> Silence | None:
    """ "Ignored requests for comment", "dodged questions about the deal"."""
    item = parsed.child(verb, "obj")
    if item is None or parsed.lower[item] not in _CALLS or is_negated(parsed, verb):
        return None
    if parsed.lower[verb] in forms(["ignore"]) and parsed.lower[item] in ("calls", "call"):
        return None
    source = _source(parsed, verb)
    if not source or is_infinitive(parsed, verb) or modal(parsed, verb):
        return None
    return Silence(
        SpeechAct.NO_STATEMENT, "silence.ignored", source, tuple(verb_group(parsed, verb))
    )


def _no_answer(parsed: Parsed, noun: int) -> Silence | None:
    """ "There was no immediate comment from Tehran", "had no comment"."""
    if not is_denied_phrase(parsed, noun):
        return None
    start = min(c for c in (*parsed.children[noun], noun) if c <= noun)
    head = parsed.heads[noun]
    giver = after_case(parsed, noun, "from", "by")
    there = any(parsed.deps[child] == "expl" for child in parsed.children[head])
    act, rule = SpeechAct.NO_STATEMENT, "silence.no_answer"
    if parsed.quoted[noun]:
        return None
    if there or parsed.deps[noun] == "root" or giver is not None and parsed.deps[noun] != "obj":
        if giver is None and after_case(parsed, head, "from") is not None:
            giver = after_case(parsed, head, "from")
        if parsed.lower[noun] in _WORDS and giver is None and not there:
            return None
        if parsed.lower[noun] == "answer" and giver is None:
            return None
        source = () if giver is None else (full_phrase(parsed, giver),)
        return Silence(act, rule, source, ((start, noun + 1),))
    if parsed.deps[noun] == "obj" and parsed.lower[head] in _GIVING and parsed.lower[noun] != "answer":
        source_of = _source(parsed, head)
        if not source_of or is_infinitive(parsed, head):
            return None
        return Silence(act, rule, source_of, _up_to(parsed, head, noun))
    return None


def _detail(parsed: Parsed, verb: int) -> int | None:
    """The details, reasons or comments among the objects of a verb of giving."""
    for child in parsed.children[verb]:
        if parsed.deps[child] in ("obj", "xcomp") and "detail" in groups_of(parsed, child):
            return child
        if parsed.deps[child] == "obj" and parsed.lower[child] in ("mention", "reference"):
            return child
        if parsed.deps[child] == "obj" and parsed.lower[child] == "tag":
            return child
    return None


def _open(parsed: Parsed, verb: int, after: int = -1) -> tuple[Range, ...]:
    """What a verb of telling leaves open: its clause, or its object, behind a word."""
    after = max(after, verb)
    for dep in ("ccomp", "obj", "xcomp", "advcl"):
        child = parsed.child(verb, dep)
        if child == after:
            continue
        if child is None or child < verb and parsed.lower[child] not in ("what",):
            continue
        if dep == "advcl" and case_of(parsed, child) not in ("whether", "if"):
            if parsed.lower[child] not in ("when", "why", "how", "where"):
                continue
        if dep == "obj" and parsed.lower[child] in ("mention", "reference"):
            about = after_case(parsed, child, "of", "to")
            return (full_phrase(parsed, about),) if about is not None else ()
        words = parsed.subtree(child)
        if words[0] <= after:
            words = (after + 1, words[1])
        words = trimmed(parsed, words)
        return (words,) if words[0] < words[1] else ()
    when = parsed.child(verb, "advmod")
    if when is not None and when > verb and parsed.lower[when] in ("when", "why", "how", "where"):
        return ((when, when + 1),)
    return ()


def _up_to(
    parsed: Parsed, verb: int, last: int, group: tuple[Range, ...] = ()
) -> tuple[Range, ...]:
    """The group of a verb and all up to another word: "declined to comment", "had no comment"."""
    own = {w for pair in group or verb_group(parsed, verb) for w in range(*pair)}
    if 0 < last - verb < 8:
        between = [
            w
            for w in range(verb, last + 1)
            if parsed.deps[w] not in ("advmod", "punct") or parsed.lower[w] in ("yet", "neither")
        ]
        own.update(between)
    else:
        own.add(last)
    return tuple(ranges(sorted(own)))
