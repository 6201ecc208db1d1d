"""Which attribution stands in the content of another: A said that B said."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed

_CITING = frozenset({"cite", "quote"})


def nest(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Give each attribution the innermost one whose content holds it.

    A hedge ("alleged") in somebody's content is the article's own, unless it is quoted: the
    reporter put it there. "Reuters, citing officials, reported" makes the officials speak through
    Reuters.
    """
    ordered = sorted(drafts, key=lambda item: item.place)
    pieces = sorted(
        ((piece, number) for number, draft in enumerate(ordered) for piece in draft.content),
        key=lambda pair: (pair[0][0], -pair[0][1]),
    )
    opened: list[tuple[Range, int]] = []
    following = 0
    for number, draft in enumerate(ordered):
        place = draft.place
        while following < len(pieces) and pieces[following][0][0] <= place:
            opened.append(pieces[following])
            following += 1
        opened = [each for each in opened if each[0][1] > place]
        holders = [
            (end - start, holder)
            for (start, end), holder in opened
            if holder != number and _may_hold(parsed, ordered[holder], draft)
        ]
        if holders and not _is_the_articles_own(parsed, draft):
            draft.parent = ordered[min(holders)[1]]
            draft.explain(
                "parent_id",
                "nested.in_content",
                "it stands in what another source says",
                *draft.parent.content,
            )
    _nest_citations(parsed, ordered)
    _break_circles(ordered)


def _may_hold(parsed: Parsed, outer: Draft, inner: Draft) -> bool:
    """Whether the whole of ``inner`` lies in the content of ``outer``, and not the other way."""
    if outer.cue and any(start <= outer.cue[0][0] < end for start, end in inner.content):
        return False
    if outer.source == inner.source and not _is_quoted(parsed, inner):
        # "said he was leaving, adding": one speaker goes on, unless it is the quoted "I".
        return False
    return all(
        any(start <= piece[0] and piece[1] <= end for start, end in outer.content)
        for piece in (*inner.source, *inner.cue)
    )


def _is_quoted(parsed: Parsed, draft: Draft) -> bool:
    return parsed.quoted[draft.place]


def _is_the_articles_own(parsed: Parsed, draft: Draft) -> bool:
    """An adjective or adverb that holds back, outside quotation marks."""
    if draft.source or not draft.cue or _is_quoted(parsed, draft):
        return False
    head = parsed.head_of(draft.cue[0])
    return parsed.pos[head] in {"ADJ", "ADV"} or parsed.deps[head] in {"amod", "advmod"}


def _nest_citations(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """In "Reuters, citing officials, reported", Reuters is the outer speaker."""
    by_source: dict[int, Draft] = {}
    for draft in drafts:
        if draft.source:
            by_source.setdefault(parsed.head_of(draft.source[0]), draft)
    for draft in drafts:
        if not draft.cue or draft.parent is not None:
            continue
        verb = parsed.head_of(draft.cue[0])
        if parsed.lemmas[verb] not in _CITING or parsed.tags[verb] != "VBG":
            continue
        outer = _citing(parsed, verb, by_source)
        if outer is not None and outer is not draft and outer.source != draft.source:
            draft.parent = outer
            draft.explain(
                "parent_id", "nested.citing", "who cites passes on what is cited", *outer.source
            )


def _citing(parsed: Parsed, verb: int, by_source: dict[int, Draft]) -> Draft | None:
    """The attribution of the one who cites: the noun that "citing" hangs on, or its verb's."""
    head = parsed.heads[verb]
    if head in by_source:
        return by_source[head]
    for child in parsed.children[head]:
        if parsed.deps[child] in {"nsubj", "nsubj:pass", "obl"} and child in by_source:
            return by_source[child]
    return None


def _break_circles(drafts: Sequence[Draft]) -> None:
    """No attribution may hold itself, however crossed the spans are."""
    for draft in drafts:
        seen = {id(draft)}
        step = draft
        while step.parent is not None:
            if id(step.parent) in seen:
                step.parent = None
                break
            seen.add(id(step.parent))
            step = step.parent
