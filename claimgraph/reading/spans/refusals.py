"""Verbs by which somebody refuses or omits to say something: "declined to comment"."""

from __future__ import annotations

from dataclasses import replace

from claimgraph.reading.acts.arguments import (
    is_denied_phrase,
)
from claimgraph.reading.acts.lexicon import forms
from claimgraph.reading.acts.who_can_speak import (
    groups_of,
)
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import (
    NOT,
    after_case,
    case_of,
    is_infinitive,
    is_negated,
    is_passive,
    modal,
    own_subject,
    subject_of,
    trimmed,
    verb_group,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.spans.silence import (
    ANSWERS,
    CALLS,
    GIVING,
    WOULD,
    Silence,
    detail_of,
    left_open,
    silent_source,
    up_to,
)
from claimgraph.vocabulary import SpeechAct

REFUSE = forms("decline refuse".split())
#: Verbs that leave nothing open: "to comment".
BARE = forms("comment respond reply answer elaborate react".split()) | {"drawn"}
_ANSWERING = forms("respond reply answer".split())
#: Verbs whose clause or object is what is left open: "to say whether".
TELLING = forms(
    """
    say mention specify disclose reveal discuss explain clarify indicate divulge detail
    speculate describe address
    """.split()
)
NAMING = forms("name identify".split())
CONFIRMING = forms("confirm deny verify".split())
RETURNING = forms(["return", "answer"])
TAKING = forms(["take"])
_SPEAKING = TAKING | BARE | TELLING | NAMING | CONFIRMING | RETURNING | GIVING
_REACTING = forms(["react"])
_FAILING = forms(["fail"])
_WANTING = forms("want wish care".split())
_SAYING = forms(["say"])
_GIVING_BACK = forms(["return"])
_ADDRESSING = forms(["address"])
_WITH_OBJECT = forms("address discuss describe detail indicate reveal".split())
_OPENING = frozenset("whether if how why when where what who which exactly".split())
#: Without evidence one claims; that is no silence. An answer may be one to anything.
_BESIDE_THE_POINT = frozenset("evidence proof answer answers word".split())
_HAVING = forms(["have"])
_REASONS = frozenset("reason reasons motive cause price cost date account name names".split())
#: So many words behind its verb an object no longer stands in the cue.
_NEAR = 4
_NOBODY = frozenset("nobody none neither".split())


def refused(parsed: Parsed, verb: int) -> Silence | None:
    """As in "Declined to comment", "refused to say whether", "declined an interview request"."""
    if modal(parsed, verb) not in ("", *WOULD) or is_negated(parsed, verb):
        return None
    source = silent_source(parsed, verb)
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
        if not about and parsed.lower[asked] in CALLS:
            about = any(
                parsed.lower[w] in ("comment", "interview", "interviews", "reporters")
                for w in range(*parsed.subtree(asked))
            )
        if not about:
            return None
        end = asked + 1 if asked - verb < _NEAR else verb + 1
        return Silence(act, rule, source, ((verb, end),))
    cue = up_to(parsed, verb, told)
    lower = parsed.lower[told]
    if lower in BARE or lower in ("interviewed", "drawn", "quoted"):
        return Silence(act, rule, source, cue)
    if lower in ("speak", "talk") or (lower in TAKING and _takes_questions(parsed, told)):
        return Silence(act, rule, source, cue)
    if is_passive(parsed, told):
        return None
    if lower in CONFIRMING or lower in TELLING or lower in NAMING:
        return Silence(act, rule, source, cue, left_open(parsed, told))
    if lower in GIVING:
        for giver in (told, verb):
            if detail_of(parsed, giver) is not None:
                return Silence(act, rule, source, cue, left_open(parsed, giver, after=told))
    return None


def said_nothing(parsed: Parsed, verb: int) -> Silence | None:
    """As in "Did not respond", "would not say", "gave no details", "without elaborating"."""
    lower = parsed.lower[verb]
    if case_of(parsed, verb) == "without" and parsed.tags[verb] == "VBG":
        return _without(parsed, verb)
    if lower in TAKING and not _takes_questions(parsed, verb):
        return None
    if lower not in _SPEAKING:
        return None
    failed = _failed(parsed, verb)
    refusing = modal(parsed, verb)
    if refusing not in ("", *WOULD, "could", "can", "ca"):
        return None
    item = parsed.child(verb, "obj")
    nothing = item is not None and (
        is_denied_phrase(parsed, item) or parsed.lower[item] in ("nothing", "little")
    )
    if item is not None and parsed.lower[verb + 1 : verb + 2] == ["not"]:
        nothing = False  # "he says not much" is an answer
    nobody = _nobody_did(parsed, verb)
    negated = is_negated(parsed, verb)
    if not (negated or nothing or nobody or failed is not None):
        return None
    if negated and not _is_told(parsed, verb):
        return None
    if failed is None and is_infinitive(parsed, verb):
        return None
    if lower in CONFIRMING:
        return _would_not_confirm(parsed, verb) if negated and refusing in WOULD else None
    if negated and _is_habit(parsed, verb):
        return None
    asked = after_case(parsed, verb, "to") if lower in _ANSWERING else None
    source = silent_source(parsed, verb, asked is not None and parsed.lower[asked] in CALLS)
    if source is None:
        return None
    refused = refusing in WOULD
    found = Silence(
        SpeechAct.DECLINE_COMMENT if refused else SpeechAct.NO_STATEMENT,
        "silence.refused" if refused else "silence.said_nothing",
        source,
        tuple(verb_group(parsed, verb)) if failed is None else up_to(parsed, failed, verb),
    )
    if lower in TAKING:
        return found
    if lower in BARE or lower in RETURNING:
        if not _was_asked(parsed, verb):
            return None
        return _with_object(parsed, verb, found) if lower in _GIVING_BACK else found
    if lower in GIVING:
        return _gave_nothing(parsed, verb, found)
    if lower in _SAYING:
        return _did_not_say(parsed, verb, found, nothing)
    return _left_out(parsed, verb, found)


def _with_object(parsed: Parsed, verb: int, found: Silence) -> Silence:
    """With what makes the verb a silence: "had said nothing", "did not return calls"."""
    item = parsed.child(verb, "obj")
    if item is None or not 0 < item - verb < _NEAR:
        return found
    return replace(found, cue=up_to(parsed, verb, item, found.cue))


def _takes_questions(parsed: Parsed, verb: int) -> bool:
    """As in "did not take questions"."""
    item = parsed.child(verb, "obj")
    return item is not None and parsed.lower[item] in CALLS


def _is_told(parsed: Parsed, verb: int) -> bool:
    """Whether "not" belongs to a finite verb in the active: no "not naming", "not named"."""
    if is_passive(parsed, verb) and parsed.lower[verb] != "drawn":
        return False
    aux = [c for c in parsed.children[verb] if parsed.deps[c] == "aux" and c < verb]
    if modal(parsed, verb) in WOULD:
        return any(parsed.lower[c] in NOT - {"never"} for c in parsed.children[verb])
    if aux:
        return True
    # "He says not much" says something.
    no = [c for c in parsed.children[verb] if parsed.lower[c] in NOT and c < verb]
    return bool(no) and parsed.tags[verb] in ("VBD", "VBZ")


def _gave_nothing(parsed: Parsed, verb: int, found: Silence) -> Silence | None:
    """As in "gave no details of the raid", "issued no statement", "made no mention of it"."""
    detail = detail_of(parsed, verb)
    if detail is None or parsed.lower[detail] in _BESIDE_THE_POINT:
        return None
    if parsed.lower[verb] in _HAVING and parsed.lower[detail] in _REASONS:
        return None  # who has no reason to stay is not silent
    cue = up_to(parsed, verb, detail, found.cue)
    if parsed.lower[detail] in ANSWERS:
        return replace(found, cue=cue)
    if parsed.lower[detail] in ("mention", "reference"):
        return replace(found, cue=cue, content=left_open(parsed, verb))
    return replace(found, content=left_open(parsed, verb))


def _left_out(parsed: Parsed, verb: int, found: Silence) -> Silence | None:
    """As in "did not specify who", "did not name them", "did not address the accusations"."""
    lower = parsed.lower[verb]
    content = left_open(parsed, verb)
    if not content and (lower in NAMING or lower in _WITH_OBJECT):
        return None
    item = parsed.child(verb, "obj")
    if lower in _ADDRESSING and item is not None:
        wanted = groups_of(parsed, item)
        if "claim" not in wanted and "inquiry" not in wanted:
            return None
    return replace(found, content=content)


def _would_not_confirm(parsed: Parsed, verb: int) -> Silence | None:
    """As in "Would not confirm the figures", "would neither confirm nor deny that"."""
    source = silent_source(parsed, verb)
    if not source:
        return None
    last = verb
    for child in parsed.children[verb]:
        if parsed.deps[child] == "conj" and parsed.lower[child] in CONFIRMING:
            last = child
    cue = tuple(verb_group(parsed, verb))
    if last > verb:
        cue = up_to(parsed, verb, last, cue)
    content = left_open(parsed, last) or left_open(parsed, verb, after=last)
    return Silence(SpeechAct.DECLINE_COMMENT, "silence.refused", source, cue, content)


def _did_not_say(parsed: Parsed, verb: int, found: Silence, nothing: bool) -> Silence | None:
    """As in "did not say how"; "did not say that it would" is a statement that was not made."""
    clauses = [c for c in parsed.children[verb] if parsed.deps[c] in ("ccomp", "advcl")]
    clause = next((c for c in clauses if c > verb), None)
    item = parsed.child(verb, "obj")
    little = ("anything", "more", "much", "word")
    if nothing or (item is not None and item > verb and parsed.lower[item] in little):
        return _with_object(parsed, verb, found)
    if clause is None and item is not None and modal(parsed, verb) not in ("", *WOULD):
        return None
    if parsed.tags[verb] == "VBG" and not (clause is not None and _asks(parsed, clause)):
        return None  # "wasn't saying that it would"
    if found.act is SpeechAct.DECLINE_COMMENT or clause is None:
        return replace(found, content=left_open(parsed, verb))
    return replace(found, content=left_open(parsed, verb)) if _asks(parsed, clause) else None


def _asks(parsed: Parsed, clause: int) -> bool:
    """Whether a clause is a question: "whether it would"."""
    return parsed.lower[trimmed(parsed, parsed.subtree(clause))[0]] in _OPENING


def _is_habit(parsed: Parsed, verb: int) -> bool:
    """As in "A firm that does not disclose its finances" keeps silent always, not now."""
    if not any(parsed.lower[c] in ("do", "does") for c in parsed.children[verb]):
        return False
    subject = subject_of(parsed, verb)
    return subject is None or "document" not in groups_of(parsed, subject)


def _without(parsed: Parsed, verb: int) -> Silence | None:
    """As in "Without elaborating", "without giving details"."""
    lower = parsed.lower[verb]
    source = silent_source(parsed, verb)
    if not source:
        return None
    cue: tuple[Range, ...] = (_from_case(parsed, verb),)
    act, rule = SpeechAct.NO_STATEMENT, "silence.without"
    if lower in ("elaborating", "commenting"):
        return Silence(act, rule, source, cue)
    if lower in GIVING:
        detail = detail_of(parsed, verb)
        if detail is not None and parsed.lower[detail] not in _BESIDE_THE_POINT:
            return Silence(act, rule, source, cue, left_open(parsed, verb))
    content = left_open(parsed, verb)
    asks = bool(content) and parsed.lower[content[0][0]] in _OPENING
    if asks and lower in ("saying", "specifying", "disclosing"):
        return Silence(act, rule, source, cue, content)
    return None


def _from_case(parsed: Parsed, verb: int) -> Range:
    return min(c for c in (*parsed.children[verb], verb) if c <= verb), verb + 1


def _failed(parsed: Parsed, verb: int) -> int | None:
    """The "failed" of "failed to respond", the "yet" of "has yet to comment"."""
    head = parsed.heads[verb]
    if parsed.deps[verb] not in ("xcomp", "advcl", "ccomp") or not is_infinitive(parsed, verb):
        return None
    if parsed.lower[head] in _FAILING:
        return head
    if parsed.lower[head] in _WANTING and is_negated(parsed, head):
        return head
    has_yet = parsed.lower[head] in ("have", "has", "had", "yet")
    return head if has_yet and "yet" in parsed.lower[head : verb + 1] else None


def _nobody_did(parsed: Parsed, verb: int) -> bool:
    """As in "Neither company responded"."""
    subject = own_subject(parsed, verb)
    if subject is None:
        return False
    return parsed.lower[subject] in _NOBODY or is_denied_phrase(parsed, subject)


def _was_asked(parsed: Parsed, verb: int) -> bool:
    """Whether an answer was wanted in words: "to treatment" one responds otherwise."""
    if parsed.lower[verb] in _REACTING:
        return parsed.child(verb, "advcl") is None
    if parsed.lower[verb] not in _ANSWERING and parsed.lower[verb] not in RETURNING:
        return True
    item = parsed.child(verb, "obj")
    if parsed.lower[verb] in _GIVING_BACK:
        return item is not None and parsed.lower[item] in CALLS
    if item is not None and "inquiry" not in groups_of(parsed, item):
        return False
    to = after_case(parsed, verb, "to")
    if to is None or parsed.deps[to] in ("xcomp", "advcl"):
        return True
    return "inquiry" in groups_of(parsed, to) or "claim" in groups_of(parsed, to)
