"""Those whom somebody cites: "Reuters, citing officials, reported", "according to residents"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimgraph.reading.acts.who_can_speak import (
    can_speak,
    is_document,
)
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import case_of, full_phrase, trimmed
from claimgraph.reading.parsed import Parsed

_NEAR = 30
"""Words between the cue of the one who cites and the "citing"."""
CITING = frozenset(["citing", "quoting"])
ACCORDING = frozenset(["according", "per"])
_ADJUNCTS = frozenset("obl advcl nmod advmod parataxis obl:unmarked".split())


def cited_source(parsed: Parsed, word: int) -> Range | None:
    """Whom a "citing" cites: people, bodies, documents; no "concerns" or "costs"."""
    cited = parsed.child(word, "obj", "obl", "iobj")
    if cited is None or cited < word or not can_speak(parsed, cited):
        return None
    if case_of(parsed, cited) or parsed.mention_kinds.get(cited) == "place":
        return None
    return full_phrase(parsed, cited)


def citing_one(parsed: Parsed, word: int, cued: Mapping[int, Draft]) -> Draft | None:
    """The attribution whose speaker cites: the one whose cue the participle hangs on."""
    own, head = cued.get(word), parsed.heads[word]
    for _ in range(3):
        outer = cued.get(head)
        if outer is not None and outer is not own:
            return outer
        head = parsed.heads[head]
    return None


def said_before(parsed: Parsed, word: int, cued: Mapping[int, Draft]) -> Draft | None:
    """What the one says who stands right before a "citing".

    As in "According to TASS, citing officials, the bridge fell", where no verb is that of TASS.
    """
    end = word - (parsed.words[word - 1] == ",") if word else 0
    for place in range(word - 1, max(word - _NEAR, -1), -1):
        draft = cued.get(place)
        if draft is None or not draft.content or not draft.source:
            continue
        if draft.source[-1][1] == end != draft.content[0][1]:
            return draft
    return None


def cut_citation(parsed: Parsed, word: int, drafts: Sequence[Draft]) -> None:
    """Take "citing officials" from the end of a content that the model has let run on."""
    start, end = parsed.subtree(word)
    if start != word or parsed.quoted[word]:
        return
    for draft in drafts:
        for number, piece in enumerate(draft.content):
            if not piece[0] < start < piece[1] <= end + 1:
                continue
            words = trimmed(parsed, (piece[0], start))
            if words[0] < words[1] and not any(piece[0] <= cue[0] < piece[1] for cue in draft.cue):
                draft.content[number] = words
                draft.explain("content", "content.before_citing", "it is cut there", (start, end))


def retell_citation(parsed: Parsed, word: int, marked: Draft, outer: Draft) -> None:
    """Make what is cited the source of what the citing one says."""
    words = cited_source(parsed, word)
    if words is None or marked.source == [words]:
        return
    if not outer.content and len(marked.content) == 1:
        # "Reported, citing documents, that he had": the clause hangs on the documents.
        start, end = trimmed(parsed, (words[1], marked.content[0][1]))
        if start < end and parsed.lower[start] == "that":
            outer.content = [(start, end)]
            outer.explain("content", "content.behind_citing", "", (start, end))
    if not outer.content:
        return  # nobody knows what was cited for it
    marked.cue, marked.source = [(word, word + 1)], [words]
    marked.content = list(outer.content)
    marked.explain("content", "citing", "what the citing one says", *outer.content)


def according_to(parsed: Parsed, word: int) -> tuple[Range, Range, list[Range]] | None:
    """Source, cue and content of "according to Soufan" or "per reports"; ``None`` if it is none."""
    source = parsed.heads[word]
    if parsed.lower[word] == "according":
        after = parsed.child(word, "obl", "nmod", "obj")
        source = after if after is not None else source
        cue = (word, word + 2)
        if parsed.lower[word + 1 : word + 2] != ["to"] or source <= word:
            return None
    else:
        cue = (word, word + 1)
        if parsed.deps[word] != "case" or source <= word:
            return None
        if source not in parsed.name_at and not is_document(parsed, source):
            return None
    top = source if parsed.heads[word] == source else word
    clause = parsed.heads[top]
    if clause == top or parsed.deps[top] not in _ADJUNCTS:
        return None
    if parsed.quoted[word] or not can_speak(parsed, source):
        return None
    first, last = full_phrase(parsed, source)
    words = (max(first, cue[1]), last)
    start, end = parsed.subtree(clause)
    hole = parsed.subtree(top)
    pieces = [trimmed(parsed, (start, hole[0])), trimmed(parsed, (hole[1], end))]
    pieces = [_without_and(parsed, piece) for piece in pieces]
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    if words[0] >= words[1] or not pieces:
        return None
    return words, cue, pieces


def as_told(parsed: Parsed, verb: int) -> list[Range] | None:
    """The sentence around "as she told the court"; ``None`` without such a clause."""
    clause = parsed.heads[verb]
    if parsed.deps[verb] != "advcl" or case_of(parsed, verb) != "as" or clause == verb:
        return None
    if parsed.tags[verb] == "VBG":
        return None
    start, end = parsed.subtree(clause)
    hole = parsed.subtree(verb)
    pieces = [trimmed(parsed, (start, hole[0])), trimmed(parsed, (hole[1], end))]
    return [piece for piece in pieces if piece[0] < piece[1]] or None


def _without_and(parsed: Parsed, piece: Range) -> Range:
    start, end = piece
    return (start + 1, end) if start < end and parsed.deps[start] == "cc" else piece
