"""Where the parts of a marked attribution begin and end: relative clauses, prepositions."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.acts.lexicon import forms, lexicon
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import RELATIVE, full_phrase, relative_noun, trimmed
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import whom_it_describes

_WITH_CASE = forms(
    "accuse blame apologise apologize criticise criticize condemn praise thank".split()
)
_TRANSITIVE = forms("accuse deny dispute reject refute acknowledge admit confirm retract".split())
_NOBODY = frozenset("no nobody none neither no-one".split())


def tidy(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Set the edges of marked parts right; what is right stays."""
    cued = {word for draft in drafts for piece in draft.cue for word in range(*piece)}
    for draft in drafts:
        if len(draft.source) == 1:
            _without_relative_clause(parsed, draft)
        if draft.cue:
            _shorten_cue(parsed, draft)
            _fill_from_complement(parsed, draft, cued)
            _move_case(parsed, draft)
            _fill_from_antecedent(parsed, draft)


def _without_relative_clause(parsed: Parsed, draft: Draft) -> None:
    """The rules look at what a relative pronoun stands for, and at a source without its relative
    clause. The record still shows the words that the text has in that place.
    """
    start, end = draft.source[0]
    if end - start == 1 and parsed.tags[start] in ("WP", "WDT") and parsed.lower[start] in RELATIVE:
        noun = relative_noun(parsed, start)
        if noun is None:
            return
        draft.shown = list(draft.source)
        start, end = full_phrase(parsed, whom_it_describes(parsed, noun))
        draft.source = [(start, end)]
        draft.explain("source", "source.antecedent", "what the pronoun stands for", (start, end))
    cut = _relative_clause(parsed, (start, end))
    if cut is None:
        return
    words = trimmed(parsed, (start, cut))
    if words[0] < words[1]:
        draft.shown = draft.shown or list(draft.source)
        draft.source = [words]
        draft.explain("source", "source.before_relative_clause", "without it", (cut, end))


def _relative_clause(parsed: Parsed, words: Range) -> int | None:
    """Where a relative clause behind a comma begins in a source, if it has one."""
    for place in range(words[0] + 1, words[1]):
        if parsed.tags[place] in ("WP", "WDT", "WP$"):
            before = place - 1
            if parsed.deps[before] == "case" or parsed.tags[before] == "IN":
                before -= 1
            return before if parsed.words[before] == "," and before > words[0] else before + 1
    return None


def _shorten_cue(parsed: Parsed, draft: Draft) -> None:
    """As in "released a statement denying": the participle before the content is the cue."""
    start, end = draft.cue[-1]
    last = end - 1
    if parsed.tags[last] != "VBG" or last - start < 2 or not draft.content:
        return
    if parsed.lower[last] not in lexicon().verbs or draft.content[0][0] != end:
        return
    if any(parsed.deps[word] == "obj" for word in range(start, last)):
        draft.explain("cue", "cue.participle", "", (start, last))
        draft.cue[-1] = (last, end)


def _fill_from_complement(parsed: Parsed, draft: Draft, cued: set[int]) -> None:
    """The clause of a cue for which the model has marked no content."""
    verb = parsed.head_of(draft.cue[-1])
    clause = parsed.child(verb, "ccomp")
    if draft.content or clause is None:
        return
    words = trimmed(parsed, parsed.subtree(clause))
    first = min(start for start, _ in (*draft.cue, *draft.source))
    apart = verb < words[0] or words[1] <= first
    if apart and words[0] < words[1] and not any(word in cued for word in range(*words)):
        draft.content = [words]
        draft.explain("content", "content.complement", "the clause of the cue", words)


def _move_case(parsed: Parsed, draft: Draft) -> None:
    """As in "apologised for": the preposition belongs to the content, the verb is the cue."""
    verb = parsed.head_of(draft.cue[-1])
    last = draft.cue[-1][1] - 1
    case = parsed.lower[last]
    if last <= verb or case not in ("of", "for") or parsed.lower[verb] not in _WITH_CASE:
        return
    draft.cue[-1] = (draft.cue[-1][0], last)
    place = next((n for n, piece in enumerate(draft.content) if piece[0] > last), None)
    if place is None:
        draft.content.append((last, last + 1))
        return
    start, end = draft.content[place]
    if start == last + 1:
        draft.content[place] = (last, end)
    elif case not in parsed.lower[start:end]:
        draft.content.insert(place, (last, last + 1))


def _fill_from_antecedent(parsed: Parsed, draft: Draft) -> None:
    """As in "rebels it accused of", "a claim they deny": the noun before is part of the content."""
    verb = parsed.head_of(draft.cue[-1])
    if parsed.deps[verb] != "acl:relcl" or parsed.lower[verb] not in _TRANSITIVE:
        return
    gap = parsed.heads[verb]
    if any(start <= gap < end for start, end in (*draft.source, *draft.content)):
        return
    if draft.content and parsed.lower[draft.content[0][0]] != "of":
        return
    words = full_phrase(parsed, gap)
    first = min(start for start, _ in (*draft.cue, *draft.source))
    if words[1] < first - 2:
        # The tree has hung the clause too high: "the shells were empty, a claim rebels denied".
        nearer = next((w for w in range(first - 1, first - 4, -1) if _is_claim(parsed, w)), None)
        if nearer is None:
            return
        start = nearer - 1 if parsed.tags[nearer - 1] == "DT" else nearer
        words = (start, nearer + 1)
    if words[1] <= first:
        draft.content.insert(0, words)
        draft.explain("content", "content.antecedent", "", words)


def _is_claim(parsed: Parsed, word: int) -> bool:
    return (
        word > 0
        and parsed.tags[word].startswith("NN")
        and ("claim" in lexicon().group_of.get(parsed.lower[word], ()))
    )


def leave_nobody_out(parsed: Parsed, draft: Draft) -> None:
    """As in "no group has claimed it": nobody is the source."""
    if len(draft.source) != 1:
        return
    start, end = draft.source[0]
    if parsed.lower[start] == "neither" and not draft.content:
        return
    if parsed.lower[start] in _NOBODY or parsed.lower[end - 1] in _NOBODY:
        draft.explain("source", "source.nobody", "nobody said it", draft.source[0])
        draft.source = []
