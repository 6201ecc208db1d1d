"""Mends the spans that the model marks: faults of a kind that the tree can see.

Each rule mends one kind of fault, and says so in the attribution's reasons. None of them moves a
span that the tree finds in order.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.acts.lexicon import lexicon
from claimgraph.reading.claims.nominal import CHARGES
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import subject_of, trimmed, verb_group
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import CARRY
from claimgraph.reading.spans.content_ends import (
    FINITE,
    clause_of,
    finish_clause,
    finish_opened,
    is_free,
    leave_next_sentence,
    leave_participle,
    take_whole_clause,
    without_marks,
)
from claimgraph.reading.spans.extents import source_of
from claimgraph.reading.spans.subjects import mend_source

_DENY = frozenset({"deny", "dispute", "refute"})
_ACCUSE = frozenset("accuse blame suspect charge".split())
_BESIDE = frozenset({"parataxis", "conj"})
_CLAUSES = frozenset({"ccomp", "parataxis", "conj"})
_HEDGES = frozenset({"allegedly", "purportedly", "reportedly"})


def mend(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """Bring the parts of attributions to what a reader would mark.

    Returns:
        The attributions without those that only describe another one's source.
    """
    taken = _taken(parsed, drafts)
    answered: list[Draft | None] = []
    for draft in drafts:
        draft.content = joined(parsed, draft.content)
        draft.cue = [_without_relay(parsed, words) for words in draft.cue]
        if draft.cue:
            mend_source(parsed, draft)
            _split_according(parsed, draft)
            _find_denied(parsed, draft)
        if draft.cue and draft.content:
            _leave_hedged(parsed, draft)
            finish_clause(parsed, draft, taken)
            take_whole_clause(parsed, draft, taken)
            finish_opened(parsed, draft)
            _end_at_next_speaker(parsed, draft)
            leave_next_sentence(parsed, draft)
            leave_participle(parsed, draft)
            answered.append(_denied_at_end(parsed, draft))
            _finish_accusation(parsed, draft, taken)
            _clear_accused(parsed, draft)
    drafts = [*drafts, *(draft for draft in answered if draft is not None)]
    drafts = [draft for draft in drafts if not _takes_lives(parsed, draft)]
    speaking = {parsed.head_of(words): draft for draft in drafts for words in draft.source}
    return [draft for draft in drafts if not _only_describes(parsed, draft, speaking)]


def _clear_accused(parsed: Parsed, draft: Draft) -> None:
    """In the headline "Gang accused of theft" the gang is accused; who accuses it is not said."""
    verb = parsed.head_of(draft.cue[-1])
    if parsed.lemmas[verb].lower() not in _ACCUSE or len(draft.source) != 1:
        return
    # Whom it accuses stands behind a verb that is no passive.
    of_what = verb + 1 < len(parsed.lower) and parsed.lower[verb + 1] == "of"
    subjects = ("nsubj:pass", "nsubj") if of_what else ("nsubj:pass",)
    if parsed.child(verb, *subjects) == parsed.head_of(draft.source[0]):
        draft.content = sorted([*draft.source, *draft.content])
        draft.source = []


def _takes_lives(parsed: Parsed, draft: Draft) -> bool:
    """Whether a cue only looks like one: "the attack claimed the lives of 80"."""
    verb = parsed.head_of(draft.cue[-1]) if draft.cue else None
    if verb is None or parsed.lemmas[verb].lower() != "claim":
        return False
    return any(
        parsed.lower[word] in ("life", "lives")
        for start, end in draft.content[:1]
        for word in range(start, min(start + 4, end))
    )


def close_cues(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Take adverbs inside a verb group into its cue: "did not immediately respond"."""
    for draft in drafts:
        closed: list[Range] = []
        for start, end in draft.cue:
            between = range(closed[-1][1], start) if closed else range(0)
            if closed and all(parsed.pos[word] in {"ADV", "PART"} for word in between):
                closed[-1] = (closed[-1][0], end)
            else:
                closed.append((start, end))
        draft.cue = closed


def _only_describes(parsed: Parsed, draft: Draft, speaking: dict[int, Draft]) -> bool:
    """Whether a cue and its content are no more than "a negotiator quoted by Al Jazeera"."""
    if not draft.cue or len(draft.content) > 1:
        return False
    verb = parsed.head_of(draft.cue[-1])
    who = parsed.heads[verb]
    return (
        parsed.deps[verb] == "acl"
        and parsed.lemmas[verb] in CARRY
        and (not draft.content or parsed.head_of(draft.content[0]) == who)
        and speaking.get(who, draft) is not draft
    )


def joined(parsed: Parsed, pieces: list[Range]) -> list[Range]:
    """Pieces with nothing but blanks between them, on one line, as one.

    A doubled blank ("5.7  million") is a word of its own to the tokenizer, and cuts a content.
    """
    whole: list[Range] = []
    for start, end in sorted(pieces):
        if whole:
            before = whole[-1]
            between = parsed.words[before[1] : start]
            if all(word.isspace() and "\n" not in word for word in between):
                whole[-1] = (before[0], max(before[1], end))
                continue
        whole.append((start, end))
    return whole


def _without_relay(parsed: Parsed, cue: Range) -> Range:
    """A cue without the relay that the model took into it: "said [in comments reported by]"."""
    start, end = cue
    verb = parsed.head_of(cue)
    for place in range(verb + 1, end):
        if parsed.tags[place] == "VBN" and parsed.lemmas[place] in CARRY and place > verb + 1:
            return start, next((n for n in range(verb + 1, place) if parsed.pos[n] == "ADP"), place)
    return cue


def _leave_hedged(parsed: Parsed, draft: Draft) -> None:
    """As in "an official dismissed it. Rebels had reportedly fled": the second is nobody's."""
    own = {parsed.sentence(word) for words in draft.cue for word in words}
    for piece in list(draft.content):
        first, end = piece
        hedged = any(parsed.lower[word] in _HEDGES for word in range(first, end))
        elsewhere = parsed.sentence(first) not in own and parsed.sentence(end - 1) not in own
        if hedged and elsewhere and not parsed.quoted[first] and len(draft.content) > 1:
            draft.content.remove(piece)
            draft.explain("content", "content.hedged", "reported by nobody known", piece)


def _find_denied(parsed: Parsed, draft: Draft) -> None:
    """As in "chlorine, a claim rebels denied": the object of the denial is what was missed."""
    verb = parsed.head_of(draft.cue[-1])
    if draft.content or parsed.lemmas[verb].lower() not in _DENY:
        return
    denied = parsed.child(verb, "obj")
    if denied is None or parsed.lemmas[denied].lower() not in CHARGES:
        return
    words = trimmed(parsed, parsed.subtree(denied))
    if not words[0] <= verb < words[1]:
        draft.content = [words]
        draft.explain("content", "content.denied", "what is denied", words)
        draft.source = [
            (max(start, words[1]), end) if start == words[0] < words[1] < end else (start, end)
            for start, end in draft.source
        ]


def _end_at_next_speaker(parsed: Parsed, draft: Draft) -> None:
    """As in "residents said the army had shelled it; the army said it had not": two speakers.

    What the tree hangs beside the cue, with a subject and a clause of its own, is no more of what
    the first one said.
    """
    verb, clause = parsed.head_of(draft.cue[-1]), clause_of(parsed, draft)
    start, end = draft.content[-1]
    if clause is None or not start <= clause < end:
        return
    for beside in parsed.children[verb]:
        if parsed.deps[beside] not in _BESIDE or not clause < beside < end:
            continue
        if parsed.quoted[beside] or parsed.lower[beside] not in lexicon().verbs:
            continue
        if parsed.child(beside, "nsubj") is None or parsed.child(beside, "ccomp") is None:
            continue
        first = parsed.subtree(beside)[0]
        while first - 1 > clause and parsed.deps[first - 1] in ("punct", "cc"):
            first -= 1
        cut = without_marks(parsed, (start, first))
        if clause < cut[1] <= first:
            draft.content[-1] = cut
            draft.explain("content", "content.next_speaker", "another speaker", (first, end))
        return


def _denied_at_end(parsed: Parsed, draft: Draft) -> Draft | None:
    """As in "she said he had hit her, which he denies": what he says is no more of her words.

    Returns:
        Who denies it, cut from the content, where the tree hangs the denial beside what is said.
    """
    speech = parsed.head_of(draft.cue[-1])
    start, end = draft.content[-1]
    for which in range(max(start, 1), end):
        if parsed.lower[which] != "which" or parsed.deps[which] != "obj" or parsed.quoted[which]:
            continue
        verb = parsed.heads[which]
        doer = subject_of(parsed, verb)
        if doer is None or not which < doer < verb < end or parsed.heads[verb] != speech:
            continue
        if parsed.lemmas[verb].lower() not in _DENY or parsed.deps[verb] not in _CLAUSES:
            continue
        first = which - 1 if parsed.words[which - 1] == "," else which
        if first > start:
            draft.content[-1] = (start, first)
        elif len(draft.content) > 1:
            draft.content.pop()
        else:
            continue
        draft.explain("content", "content.next_speaker", "another speaker", (which, end))
        denied = Draft(
            source_of(parsed, doer, verb), verb_group(parsed, verb), [(which, which + 1)]
        )
        denied.explain("cue", "find.answer", "answers what was said", (verb, verb + 1))
        return denied
    return None


def _finish_accusation(parsed: Parsed, draft: Draft, taken: Sequence[bool]) -> None:
    """As in "accused HTS, an alliance of …, of carrying out": what of, behind the apposition."""
    verb = parsed.head_of(draft.cue[-1])
    if parsed.lemmas[verb] not in _ACCUSE or len(draft.content) != 1:
        return
    start, end = draft.content[0]
    if "of" in parsed.lower[draft.cue[-1][0] : end] or start < verb:
        return
    last = parsed.sentence(verb)[1]
    for place in range(end, last - 1):
        if taken[place] or parsed.lines[place] != parsed.lines[verb]:
            return
        if parsed.lower[place] == "of" and parsed.tags[place + 1] == "VBG":
            until = without_marks(parsed, parsed.subtree(place + 1))[1]
            if until > place + 1 and is_free(parsed, taken, place, until):
                draft.content = [(start, until)]
                draft.explain(
                    "content", "content.accused_of", "what of, behind the name", (place, until)
                )
            return


def _split_according(parsed: Parsed, draft: Draft) -> None:
    """In "According to ISNA, the prosecutor said …" the prosecutor belongs to what ISNA says.

    The tree often hangs the prosecutor on the agency, as if one explained the other. Where the
    verb behind them has no subject, the tree is mended too.
    """
    if not draft.source or "according" not in parsed.lower[draft.cue[0][0] : draft.cue[0][1]]:
        return
    start, end = draft.source[-1]
    comma = next((place for place in range(start, end) if parsed.words[place] == ","), end)
    if comma >= end - 1:
        return
    inner = parsed.head_of((comma + 1, end))
    if parsed.deps[inner] not in {"nsubj", "nsubj:pass"}:
        verb = end + 1 if parsed.words[end : end + 1] == [","] else end
        if verb >= len(parsed.words) or parsed.tags[verb] not in FINITE:
            return
        if parsed.deps[inner] != "appos" or parsed.child(verb, "nsubj", "nsubj:pass") is not None:
            return
        parsed.hang(inner, verb, "nsubj")
    draft.source[-1] = (start, comma)
    draft.explain("source", "source.before_comma", "the source ends at the comma", (start, comma))
    if draft.content and draft.content[0][0] in {end, end + 1}:
        draft.content[0] = (comma + 1, draft.content[0][1])


def _taken(parsed: Parsed, drafts: Sequence[Draft]) -> list[bool]:
    """Which words are part of some attribution."""
    taken = [False] * len(parsed.words)
    for draft in drafts:
        for start, end in (*draft.source, *draft.cue, *draft.content):
            taken[start:end] = [True] * (end - start)
    return taken
