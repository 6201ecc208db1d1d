"""Hedges without a source: "reportedly", "the alleged attack", "was reported to have died".

They are the article's own voice: nobody is named who says it, and the writer holds back.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimgraph.reading.acts.arguments import (
    arguments_of,
    sense_of,
)
from claimgraph.reading.acts.lexicon import lexicon
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import (
    RELATIVE,
    agent_of,
    antecedent,
    full_phrase,
    is_infinitive,
    is_negated,
    is_passive,
    modal,
    own_subject,
    ranges,
    subject_of,
    trimmed,
    verb_group,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import AttributionType, SpeechAct

_REPORTING = frozenset("said reported rumored rumoured alleged claimed".split())


@dataclass(frozen=True, slots=True)
class Hedged:
    """A claim that the article makes, and leaves to unnamed others.

    Attributes:
        act: ``REPORT`` or ``ALLEGE``.
        rule: The rule that found it.
        cue: The hedge.
        content: What is claimed, with its subject.
    """

    act: SpeechAct
    rule: str
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


def hedge_at(parsed: Parsed, word: int) -> Hedged | None:
    """The hedge that a word is, if it is one."""
    for hedge in lexicon().hedges.get(parsed.lower[word], ()):
        if hedge.kind == "adverb":
            return _adverb(parsed, word, hedge.act)
        if hedge.kind == "adjective" and parsed.deps[word] == "amod":
            return _adjective(parsed, word, hedge.act)
        if hedge.kind == "verb" and parsed.lower[word] in _REPORTING:
            found = _passive(parsed, word, hedge.act)
            if found is not None:
                return found
    return None


def is_speech(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is one of speech, with a subject who speaks: "reportedly said"."""
    found = sense_of(parsed, verb, arguments_of(parsed, verb))
    return found is not None and found[0].type is AttributionType.ASSERTION


def _adverb(parsed: Parsed, word: int, act: SpeechAct) -> Hedged | None:
    head = parsed.heads[word]
    if parsed.quoted[word] or head == word:
        return None
    if parsed.tags[head].startswith("V") and is_speech(parsed, head):
        return None
    rule = f"hedge.{act.value}"
    if parsed.pos[head] in ("NOUN", "PROPN", "NUM", "ADJ") and parsed.child(head, "cop") is None:
        above = head
        if parsed.deps[head] in ("amod", "nummod", "compound"):
            above = parsed.heads[head]
        content = _without_words(trimmed(parsed, full_phrase(parsed, above)), (word, word + 1))
        return Hedged(act, rule, ((word, word + 1),), content) if content else None
    content = _clause(parsed, head, word)
    return Hedged(act, rule, ((word, word + 1),), content) if content else None


def _clause(parsed: Parsed, head: int, hedge: int) -> tuple[Range, ...]:
    """The clause around a predicate, with the subject it has or shares, without the hedge."""
    start, end = _extent(parsed, head)
    pieces = list(_without_words((start, end), (hedge, hedge + 1)))
    subject = own_subject(parsed, head)
    if subject is not None and parsed.lower[subject] in RELATIVE:
        pieces = list(_without_words((subject + 1, end), (hedge, hedge + 1)))
        subject = antecedent(parsed, head)
    elif subject is not None:
        subject = None
    else:
        subject = subject_of(parsed, head)
    if subject is not None:
        words = full_phrase(parsed, subject)
        if words[1] <= pieces[0][0] if pieces else False:
            pieces.insert(0, words)
    pieces = [trimmed(parsed, piece) for piece in pieces]
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def _extent(parsed: Parsed, head: int) -> Range:
    """A clause without what stands before it, and without clauses joined to it."""
    first = last = head
    for child in parsed.children[head]:
        dep = parsed.deps[child]
        if dep in ("punct", "cc", "parataxis", "discourse", "vocative"):
            continue
        if child < head and dep in ("mark", "conj", "advcl"):
            continue
        if dep == "conj" and (
            own_subject(parsed, child) is not None or parsed.words[child - 1] == ";"
        ):
            continue
        start, end = parsed.subtree(child)
        first, last = min(first, start), max(last, end - 1)
    return trimmed(parsed, (first, last + 1))


def _without_words(words: Range, hole: Range) -> tuple[Range, ...]:
    pieces = [(words[0], min(hole[0], words[1])), (max(hole[1], words[0]), words[1])]
    if not words[0] <= hole[0] < words[1]:
        pieces = [words]
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def _adjective(parsed: Parsed, word: int, act: SpeechAct) -> Hedged | None:
    if parsed.quoted[word]:
        return None
    head = parsed.heads[word]
    end = full_phrase(parsed, head)[1]
    for place in range(head + 1, end):
        if parsed.words[place] == ",":
            end = place
            break
    if end <= word + 1:
        return None
    words = trimmed(parsed, (word + 1, end))
    if words[0] >= words[1]:
        return None
    return Hedged(act, f"hedge.{act.value}", ((word, word + 1),), (words,))


def _passive(parsed: Parsed, verb: int, act: SpeechAct) -> Hedged | None:
    """As in "Was reported to have died", "it is alleged that", "is said to be furious"."""
    if parsed.quoted[verb] or not is_passive(parsed, verb) or agent_of(parsed, verb) is not None:
        return None
    if is_negated(parsed, verb) or modal(parsed, verb) or parsed.child(verb, "aux:pass") is None:
        return None
    clause = parsed.child(verb, "xcomp", "ccomp", "csubj", "advcl")
    subject = subject_of(parsed, verb)
    if clause is None or clause < verb:
        return None
    cue = tuple(ranges([w for pair in verb_group(parsed, verb) for w in range(*pair)]))
    words = trimmed(parsed, parsed.subtree(clause))
    rule = f"hedge.{act.value}"
    dummy = any(parsed.deps[child] == "expl" for child in parsed.children[verb])
    it = subject is not None and parsed.lower[subject] == "it"
    if dummy or (it and parsed.deps[clause] != "xcomp"):
        return Hedged(act, rule, cue, (words,))
    if subject is None:
        return None
    if parsed.deps[clause] in ("ccomp", "advcl") and not is_infinitive(parsed, clause):
        return None
    who = full_phrase(parsed, subject)
    if who[0] < words[1] and words[0] < who[1]:
        return None
    return Hedged(act, rule, cue, tuple(sorted((who, words))))
