"""Sources that the tree knows better than the marks: the subject of the cue's verb."""

from __future__ import annotations

from claimgraph.reading.acts.arguments import is_denied_phrase
from claimgraph.reading.acts.who_can_speak import can_speak
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import agent_of
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import CARRY, noun_phrase

_NOBODY = frozenset("it there that this these those what which who whom whose".split())
#: Nouns of "in addition to", "a way to", "in order to".
_IDIOMS = frozenset("addition favor favour lieu order spite way ways".split())
#: Words from a subject to the participle that describes it.
_NEAR = 2
#: Marks between what is said and who says it.
_BEFORE_SPEAKERS = frozenset(", ” \" '' –".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_QUOTE = frozenset({"quote", "cite"})
#: How trees hang the "saying" of "was quoted as saying".
_SAYING = frozenset({"advcl", "obl", "xcomp"})


def mend_source(parsed: Parsed, draft: Draft) -> None:
    """Give an attribution the subject of its verb, where the marks miss it or stand inside it."""
    cue = draft.cue[-1]
    verb = parsed.head_of(cue)
    if parsed.lemmas[verb] in _QUOTE and parsed.child(verb, "aux:pass") is not None:
        _quoted_by(parsed, draft, verb)
        return
    _whole_phrase(parsed, draft)
    subject = parsed.child(verb, "nsubj")
    if not draft.source and subject is None:
        _done_by(parsed, draft, verb)
    if not draft.source:
        subject = controller(parsed, verb) if subject is None else subject
        if subject is None or parsed.lower[subject] in _NOBODY | _IDIOMS:
            return
        if not _holds(draft.content, subject) and not _holds(draft.cue, subject):
            _set_source(parsed, draft, subject, "source.subject", "the subject of the cue")
        return
    if subject is None and parsed.sentence(draft.source[0][0]) > parsed.sentence(verb):
        # "Ardal defended its ally, saying … . Rebels vowed revenge": the rebels say nothing.
        before = controller(parsed, verb)
        if before is not None and parsed.lower[before] not in _NOBODY | _IDIOMS:
            _set_source(parsed, draft, before, "source.before", "who does what the cue goes with")
        return
    if subject is None or parsed.tags[subject] in {"WDT", "WP", "EX"}:
        return
    if _is_elsewhere(parsed, draft.source[0], subject, verb):
        if not _holds(draft.content, subject) and can_speak(parsed, subject):
            _set_source(parsed, draft, subject, "source.own_subject", "the subject of the cue")
        return
    start, end = draft.source[0]
    beside = end == cue[0] and start > 0 and parsed.words[start - 1] in _BEFORE_SPEAKERS
    if beside or _holds(draft.content, subject):
        return  # "Gunmen fired at homes, the ministry said": what is said has a subject of its own
    carrier = parsed.heads[parsed.head_of((start, end))]
    if subject < carrier < verb and carrier - subject <= _NEAR and _carries(parsed, carrier):
        # "Doctors quoted by Interfax said": quoted says which doctors, whatever the tree says.
        parsed.hang(carrier, subject, "acl")
    first, last = parsed.subtree(subject)
    if first <= start and end <= last and not start <= subject < end:
        _set_source(
            parsed,
            draft,
            subject,
            "source.outer_subject",
            "what was marked only describes the subject of the cue",
        )


def _whole_phrase(parsed: Parsed, draft: Draft) -> None:
    """Of "the report" more than "the" is the source, and nothing of "the claim that"."""
    if len(draft.source) != 1:
        return
    start, end = draft.source[0]
    noun = parsed.heads[start]
    if end - start > 1 or parsed.deps[start] != "det" or noun <= start:
        return
    if _holds(draft.cue, noun):
        draft.explain("source", "source.phrase", "an article is nobody", draft.source[0])
        draft.source = []
    elif not _holds(draft.content, noun):
        _set_source(parsed, draft, noun, "source.phrase", "the noun of the article")


def _is_elsewhere(parsed: Parsed, source: Range, subject: int, verb: int) -> bool:
    """Whether a source stands in a paragraph before, and its verb has a noun for a subject."""
    own = parsed.pos[subject] in ("NOUN", "PROPN") and subject < verb
    return own and parsed.lines[source[0]] < parsed.lines[subject] == parsed.lines[verb]


def _done_by(parsed: Parsed, draft: Draft, verb: int) -> None:
    """In "the claim was denied by the ministry", the ministry is the source."""
    agent = agent_of(parsed, verb) if parsed.child(verb, "aux:pass") is not None else None
    if agent is None or not can_speak(parsed, agent) or is_denied_phrase(parsed, agent):
        return
    if not _holds(draft.content, agent) and not _holds(draft.cue, agent):
        _set_source(parsed, draft, agent, "source.agent", "by whom it was said")


def _carries(parsed: Parsed, word: int) -> bool:
    if parsed.lemmas[word] not in CARRY or parsed.child(word, "nsubj") is not None:
        return False
    return parsed.tags[word] == "VBN" or parsed.child(word, "obl:agent") is not None


def controller(parsed: Parsed, verb: int) -> int | None:
    """Whom a verb without a subject of its own is about, as English grammar has it.

    "X left, saying" and "X left and said": X; "X forced Y to admit": Y; "an accord committing":
    the accord. ``None`` for passives, and where nobody is found within three steps.
    """
    for _ in range(4):
        subject = parsed.child(verb, "nsubj")
        if subject is not None:
            return subject if parsed.pos[subject] in _NOMINAL else None
        if parsed.child(verb, "nsubj:pass", "aux:pass") is not None:
            return None
        head, dep = parsed.heads[verb], parsed.deps[verb]
        if dep == "acl":
            return head if parsed.tags[verb] == "VBG" else None
        if dep == "xcomp":
            held = parsed.child(head, "obj", "iobj")
            if held is not None:
                return held
        elif dep in {"advcl", "parataxis"}:
            if parsed.tags[verb] not in {"VBG", "VB"}:
                return None
        elif dep != "conj":
            return None
        verb = head
    return None


def _quoted_by(parsed: Parsed, draft: Draft, verb: int) -> None:
    """In "X was quoted by Reuters as saying", X is the source, and Reuters the relay."""
    subject = parsed.child(verb, "nsubj:pass")
    if subject is None or parsed.tags[subject] in {"WDT", "WP"}:
        return
    saying = next(
        (
            child
            for child in parsed.children[verb]
            if parsed.deps[child] in _SAYING and parsed.lemmas[child] == "say"
        ),
        None,
    )
    words = _set_source(parsed, draft, subject, "source.quoted", "the one who is quoted")
    content = []
    for start, end in draft.content:
        if start < words[1] and words[0] < end:
            end = words[0]
        if saying is not None and start <= saying < end:
            start = saying + 1
        while start < end and parsed.lower[start] in {"as", ":"}:
            start += 1
        if start < end:
            content.append((start, end))
    draft.content = content
    if saying is not None and not _holds(draft.cue, saying):
        draft.cue = [*draft.cue, (saying, saying + 1)]


def _set_source(parsed: Parsed, draft: Draft, subject: int, rule: str, why: str) -> Range:
    words = noun_phrase(parsed, subject)
    if draft.source != [words]:
        draft.source = [words]
        draft.explain("source", rule, why, words)
    return words


def _holds(ranges: list[Range], word: int) -> bool:
    return any(start <= word < end for start, end in ranges)
