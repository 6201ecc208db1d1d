"""One silence, and the parts that every kind has: who, which words, what is left open."""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.reading.acts.lexicon import forms
from claimgraph.reading.acts.who_can_speak import (
    can_speak,
    groups_of,
    is_thing,
)
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import (
    after_case,
    case_of,
    full_phrase,
    ranges,
    subject_of,
    trimmed,
    verb_group,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import SpeechAct

GIVING = forms("give provide offer release issue make publish have share".split())
ANSWERS = frozenset("comment comments response responses reaction statement reply answer".split())
CALLS = frozenset(
    """
    call calls message messages email emails e-mail e-mails request requests letter letters
    inquiry inquiries enquiry enquiries question questions query queries text texts voicemail
    """.split()
)
_ASKING = frozenset("when why how where".split())
WOULD = frozenset("would will wo 'd ’d 'll ’ll".split())


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


def silent_source(parsed: Parsed, verb: int, asked: bool = False) -> tuple[Range, ...] | None:
    """The subject, if it can speak; ``None`` if what stands there cannot.

    Args:
        parsed: The document.
        verb: The verb.
        asked: Whether the text says that somebody was asked; then all but things can speak.
    """
    subject = subject_of(parsed, verb)
    if subject is None or not (
        can_speak(parsed, subject) or (asked and not is_thing(parsed, subject))
    ):
        return None
    if parsed.lower[subject] in ("i", "we", "you"):
        return None
    if parsed.quoted[verb] and parsed.lower[subject] in ("they", "he", "she"):
        return None
    words = full_phrase(parsed, subject)
    if parsed.lower[words[0]] in ("no", "nobody", "none"):
        return ()
    return (words,)


def detail_of(parsed: Parsed, verb: int) -> int | None:
    """The details, reasons or comments among the objects of a verb of giving."""
    for child in parsed.children[verb]:
        if parsed.deps[child] in ("obj", "xcomp") and "detail" in groups_of(parsed, child):
            return child
        if parsed.deps[child] == "obj" and parsed.lower[child] in ("mention", "reference"):
            return child
        if parsed.deps[child] == "obj" and parsed.lower[child] == "tag":
            return child
    return None


def left_open(parsed: Parsed, verb: int, after: int = -1) -> tuple[Range, ...]:
    """What a verb of telling leaves open: its clause, or its object, behind a word."""
    after = max(after, verb)
    for dep in ("ccomp", "obj", "xcomp", "advcl"):
        child = parsed.child(verb, dep)
        if child == after:
            continue
        if child is None or (child < verb and parsed.lower[child] not in ("what",)):
            continue
        asks = parsed.lower[child] in _ASKING or case_of(parsed, child) in ("whether", "if")
        if dep == "advcl" and not asks:
            continue
        if dep == "obj" and parsed.lower[child] in ("mention", "reference"):
            about = after_case(parsed, child, "of", "to")
            if about is None:
                about = after_case(parsed, verb, "of")
            return (full_phrase(parsed, about),) if about is not None else ()
        words = parsed.subtree(child)
        if words[0] <= after:
            words = (after + 1, words[1])
        words = trimmed(parsed, words)
        return (words,) if words[0] < words[1] else ()
    when = parsed.child(verb, "advmod")
    if when is not None and when > verb and parsed.lower[when] in _ASKING:
        return ((when, when + 1),)
    return ()


def up_to(parsed: Parsed, verb: int, last: int, group: tuple[Range, ...] = ()) -> tuple[Range, ...]:
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
