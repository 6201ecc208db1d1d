"""Which words belong to which clause, and which of them two clauses share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimgraph.reading.claims.clauses import AUXILIARIES, Clause, Link
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase

#: What the head of a noun phrase is tagged.
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_QUOTES = frozenset('”"')


def share(
    parsed: Parsed,
    words: Sequence[int],
    fragments: Sequence[int],
    clauses: dict[int, Clause],
    ends: Sequence[int] = (),
) -> list[Clause]:
    """Give each word of a content to a clause.

    Args:
        parsed: The document.
        words: The words of the content, in order.
        fragments: Those that hang on nothing in it and head no clause.
        clauses: The clauses by their heads; several heads may have one clause.
        ends: The full stops between the words.

    Returns:
        The clauses with their words, and with the subject that stands in another clause.
    """
    inside = set(words)
    owner = _with_fragments(parsed, fragments, clauses, inside, ends)
    _share_out(parsed, words, owner)
    _untangle(parsed, clauses)
    found = list(dict.fromkeys(clauses.values()))
    for clause in found:
        _complete(parsed, clause, inside)
    return found


def _with_fragments(
    parsed: Parsed,
    fragments: Sequence[int],
    clauses: dict[int, Clause],
    inside: set[int],
    ends: Sequence[int],
) -> dict[int, Clause | None]:
    """Which clause each root belongs to; what has no verb goes to a clause of its sentence.

    A noun phrase before a verb that lacks a subject is its subject: "*the depot* is believed *to
    supply the army*", "*HTS*, which Russia accused *of carrying out the attack*".
    """
    owner: dict[int, Clause | None] = dict(clauses)
    mains = sorted(
        (clause for clause in clauses.values() if clause.link is Link.MAIN),
        key=lambda each: each.head,
    )
    places = [clause.head for clause in mains]
    for word in fragments:
        start, end = _stretch(parsed, word, ends)
        place = bisect_left(places, word)
        before = mains[place - 1] if place and places[place - 1] >= start else None
        after = mains[place] if place < len(mains) and places[place] < end else None
        lacks = after is not None and (after.subject is None or after.subject not in inside)
        if after is not None and lacks and parsed.pos[word] in NOUNS:
            after.subject = word
            owner[word] = after
        else:
            owner[word] = before or after
    return owner


def _stretch(parsed: Parsed, word: int, ends: Sequence[int]) -> Range:
    """The sentence of a word, or that part of it between the full stops that the parser missed."""
    start, end = parsed.sentence(word)
    if not ends:
        return start, end
    place = bisect_left(ends, word)
    before = ends[place - 1] + 1 if place else start
    after = ends[place] + 1 if place < len(ends) else end
    return max(start, before), min(end, after)


def _share_out(parsed: Parsed, words: Sequence[int], owner: dict[int, Clause | None]) -> None:
    """Give every word to the clause of its nearest head.

    What stands behind a coordinated clause belongs to that, not to the one before: nobody reads
    across it.
    """
    heads = parsed.heads
    last: Clause | None = None
    for word in words:
        here = word
        path = []
        while here not in owner:
            path.append(here)
            here = heads[here]
        clause = owner[here]
        if (
            last is not None
            and clause is last.parent
            and last.link in (Link.COORDINATE, Link.RESULT)
            and word > last.head
        ):
            clause = last
        for step in path:
            owner[step] = clause
        if clause is not None:
            clause.words.append(word)
            last = clause


def _untangle(parsed: Parsed, clauses: dict[int, Clause]) -> None:
    """Put clauses together that a wrong tree has mixed: nobody reads two at a time.

    A clause may stand inside another, but not begin before it and end inside it.
    """
    if len(clauses) < 2:
        return
    while tangle := _tangle(parsed, list(dict.fromkeys(clauses.values()))):
        first, second = tangle
        first.words = sorted({*first.words, *second.words})
        if first.link is Link.RELATIVE:
            first.link = Link.COORDINATE if first.parent is not None else Link.MAIN
        for word, clause in clauses.items():
            if clause is second:
                clauses[word] = first
            elif clause.parent is second:
                clause.parent = first


def _tangle(parsed: Parsed, clauses: list[Clause]) -> tuple[Clause, Clause] | None:
    """Two clauses whose words stand in turns: this, that, this, that."""
    owned = [
        (word, clause)
        for clause in clauses
        for word in clause.words
        if parsed.deps[word] != "punct"
    ]
    owned.sort(key=lambda pair: pair[0])
    open_now: list[Clause] = []
    closed: set[int] = set()
    for _, clause in owned:
        if open_now and open_now[-1] is clause:
            continue
        if id(clause) in closed:
            above = open_now[-1]
            earlier = above.parent is clause or above.head > clause.head
            return (clause, above) if earlier else (above, clause)
        while clause in open_now and open_now[-1] is not clause:
            closed.add(id(open_now.pop()))
        if clause not in open_now:
            open_now.append(clause)
    return None


def _complete(parsed: Parsed, clause: Clause, inside: set[int]) -> None:
    """Write down the words of a subject that stands in another clause."""
    parent = clause.parent
    if clause.link is Link.RELATIVE:
        clause.subject_words = antecedent(parsed, clause, inside)
    elif parent is not None and clause.subject is not None and clause.subject == parent.subject:
        clause.subject_words = parent.subject_words or _before_verb(parsed, parent, clause.subject)


def _before_verb(parsed: Parsed, clause: Clause, subject: int) -> list[int]:
    """The words of a clause's subject; what the parser has tied to it behind the verb is none."""
    words = own_phrase(parsed, clause, subject)
    if subject > clause.head:
        return words
    verb = min([clause.head, *(w for dep in AUXILIARIES for w in clause.by.get(dep, ()))])
    return [word for word in words if word < verb] or words


def own_phrase(parsed: Parsed, clause: Clause, word: int) -> list[int]:
    """The words of a clause that depend on one of its words, and that word.

    In "HTS, which controls Idlib, denied it" the phrase of "HTS" is "HTS" alone.
    """
    start, end = parsed.subtree(word)
    words = clause.words
    phrase = words[bisect_left(words, start) : bisect_left(words, end)]
    while phrase and parsed.pos[phrase[-1]] == "PUNCT" and parsed.words[phrase[-1]] not in _QUOTES:
        phrase.pop()
    return phrase


def antecedent(parsed: Parsed, clause: Clause, inside: set[int]) -> list[int]:
    """The noun phrase that a relative clause between commas says something about."""
    start = noun_phrase(parsed, parsed.heads[clause.head])[0]
    end = min([*clause.words, clause.head])
    phrase = [word for word in range(start, end) if word in inside]
    while phrase and parsed.pos[phrase[-1]] == "PUNCT" and parsed.words[phrase[-1]] not in _QUOTES:
        phrase.pop()
    return phrase
