"""Whether a noun stands for somebody who says things, acts on purpose, or is a mere thing."""

from __future__ import annotations

from claimgraph.reading.acts.lexicon import lexicon
from claimgraph.reading.parsed import Parsed

_SPEAKING_MENTIONS = frozenset("person organization place".split())
_THINGS = frozenset("object event time substance plant place animal".split())
_PEOPLE = frozenset("he she they we i you who it one some others both many those".split())


def groups_of(parsed: Parsed, noun: int) -> tuple[str, ...]:
    """The groups of the lexicon that a noun is in."""
    return lexicon().group_of.get(parsed.lower[noun], ())


def can_speak(parsed: Parsed, noun: int) -> bool:
    """Whether a noun may stand for somebody who says things: people, bodies, states, documents."""
    lower = parsed.lower[noun]
    if lower in _PEOPLE:
        return True
    if parsed.mention_kinds.get(noun) in _SPEAKING_MENTIONS or noun in parsed.name_at:
        return True
    groups = groups_of(parsed, noun)
    return "speaker" in groups or "document" in groups or "media" in groups


def is_agent(parsed: Parsed, noun: int) -> bool:
    """Whether a noun may stand for somebody who acts on purpose: no village, no law."""
    if parsed.lower[noun] in _PEOPLE or "speaker" in groups_of(parsed, noun):
        return True
    if "thing" in groups_of(parsed, noun) and noun not in parsed.name_at:
        return False
    kind = parsed.mention_kinds.get(noun)
    return kind in ("person", "organization") or noun in parsed.name_at


def is_thing(parsed: Parsed, noun: int) -> bool:
    """Whether a noun stands for what does nothing on purpose: a river, a law, an event."""
    if parsed.lower[noun] in _PEOPLE or noun in parsed.name_at:
        return False
    groups = groups_of(parsed, noun)
    if "thing" in groups:
        return True
    if "speaker" in groups or "document" in groups or "media" in groups:
        return False
    return parsed.mention_kinds.get(noun) in _THINGS


def is_party(parsed: Parsed, noun: int) -> bool:
    """Whether a noun may stand for people or a body of people; documents are none."""
    if parsed.lower[noun] in _PEOPLE or "speaker" in groups_of(parsed, noun):
        return True
    return parsed.mention_kinds.get(noun) in _SPEAKING_MENTIONS or noun in parsed.name_at


def is_document(parsed: Parsed, noun: int) -> bool:
    """Whether a noun is a document, a medium or scholars, who report what they have found."""
    groups = groups_of(parsed, noun)
    if "document" in groups or "media" in groups or "scholar" in groups:
        return True
    number = parsed.name_at.get(noun)
    if number is None:
        return False
    start, end = parsed.names[number].words
    group_of = lexicon().group_of
    return any("media" in group_of.get(word, ()) for word in parsed.lower[start:end])
