"""Where a marked content ends: at the end of the clause that it begins."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.acts.lexicon import lexicon
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed

_MARKS = frozenset({"”", '"', "’", "'", "''"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: Parts of speech of words that open clauses and phrases.
_OPENING = frozenset({"SCONJ", "ADP", "DET", "PRON", "CCONJ"})


def finish_clause(parsed: Parsed, draft: Draft, taken: Sequence[bool]) -> None:
    """A content that ends inside its clause, where not even a comma stands, runs to its end."""
    clause = clause_of(parsed, draft)
    start, end = draft.content[-1]
    if clause is None or not start <= clause < end:
        return
    until = without_marks(parsed, parsed.subtree(clause))[1]
    if until <= end or parsed.deps[end] == "punct" or not is_free(parsed, taken, end, until):
        return
    draft.content[-1] = (start, until)
    draft.explain(
        "content", "content.clause_end", "the words marked end inside a clause", (end, until)
    )


def take_whole_clause(parsed: Parsed, draft: Draft, taken: Sequence[bool]) -> None:
    """Where only a part of the complement is marked, often its quoted part, all of it is content.

    As in: Konashenkov said “terrorist groups” in an area held by HTS fired shells.
    """
    clause = clause_of(parsed, draft)
    start, end = draft.content[0][0], draft.content[-1][1]
    if clause is None or start <= clause < end:
        return
    first, last = without_marks(parsed, parsed.subtree(clause))
    parts = (*draft.source, *draft.cue)
    if not (first <= start and end <= last) or any(a < last and first < b for a, b in parts):
        return
    if not (is_free(parsed, taken, first, start) and is_free(parsed, taken, end, last)):
        return
    draft.explain("content", "content.whole_clause", "only a part was marked", *draft.content)
    draft.content = [(first, last)]


def finish_opened(parsed: Parsed, draft: Draft) -> None:
    """As in "it is unclear whether the court ruled": all that the last word opens is content.

    The model, which gives each word to one attribution, leaves the rest to the one inside.
    """
    start, end = draft.content[-1]
    opened = parsed.heads[end - 1]
    if opened < end or parsed.pos[end - 1] not in _OPENING or parsed.tags[end - 1] == "PRP":
        return
    clause = parsed.pos[opened] == "VERB" or parsed.child(opened, "nsubj") is not None
    if parsed.pos[end - 1] == "CCONJ" and clause:
        return  # what "and" and "but" join has a cue of its own
    until = without_marks(parsed, (end, min(parsed.subtree(opened)[1], parsed.sentence(opened)[1])))
    own = (*draft.cue, *draft.source)
    if until[1] <= end or any(first < until[1] and end < last for first, last in own):
        return
    draft.content[-1] = (start, until[1])
    draft.explain("content", "content.opened", "all that its last word opens", (end, until[1]))


def leave_next_sentence(parsed: Parsed, draft: Draft) -> None:
    """In "A, according to the monitor. It counted B" the second sentence has a cue of its own."""
    end = parsed.sentence(draft.cue[-1][1] - 1)[1]
    for piece in draft.content[1:]:
        first, last = piece
        verb = parsed.head_of(piece)
        if first < end or parsed.quoted[verb]:
            continue
        if parsed.tags[verb] not in FINITE or parsed.lower[verb] not in lexicon().verbs:
            continue
        subject = parsed.child(verb, "nsubj")
        if subject is not None and first <= subject < verb < last:
            draft.content.remove(piece)
            draft.explain("content", "content.next_speaker", "the next sentence has a cue", piece)
            return


def leave_participle(parsed: Parsed, draft: Draft) -> None:
    """In "Bemoaning the delay, Orr accused Holt of lying" what Orr does besides is not said."""
    first, last = draft.content[0]
    if len(draft.content) < 2 or not draft.source or last > draft.source[0][0]:
        return
    begins = parsed.sentence(first)[0] == first
    if begins and parsed.tags[first] == "VBG" and not parsed.quoted[first]:
        draft.content = draft.content[1:]
        draft.explain("content", "content.participle", "what is done besides", (first, last))


def clause_of(parsed: Parsed, draft: Draft) -> int | None:
    """The head of the clause that the cue has for its complement."""
    return parsed.child(parsed.head_of(draft.cue[-1]), "ccomp")


def without_marks(parsed: Parsed, words: Range) -> Range:
    """A range without the marks at its end; quotation marks stay."""
    start, end = words
    while end > start + 1 and (
        parsed.words[end - 1].isspace()
        or (parsed.deps[end - 1] == "punct" and parsed.words[end - 1] not in _MARKS)
    ):
        end -= 1
    return start, end


def is_free(parsed: Parsed, taken: Sequence[bool], start: int, end: int) -> bool:
    """Whether words belong to no attribution yet, and stand on one line."""
    if start >= end:
        return True
    return not any(taken[start:end]) and parsed.lines[start] == parsed.lines[end - 1]
