"""What is whose in a sentence of two parts: "Orr confirmed that A; B, she said"."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.draft import Draft
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.spans.content_ends import without_marks

_BEFORE_SPEAKER = frozenset(",\"”'’")


def part_at_semicolons(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Give who speaks behind a clause no more than what stands behind the last semicolon.

    Only where what stands before it is reported by a cue of its own, and no quotation runs over
    both parts.
    """
    for draft in drafts:
        if not (draft.source and draft.cue):
            continue
        end = min(draft.source[0][0], draft.cue[0][0])
        earlier, stop = _reported_before(parsed, draft, drafts, end)
        if earlier is None:
            continue
        own = without_marks(parsed, (stop + 1, _before_speaker(parsed, end)))
        if draft.content:
            start, until = draft.content[0]
            if len(draft.content) > 1 or not start < stop < until <= end:
                continue
        elif not _holds(earlier, stop, own[1]):
            continue
        if own[0] >= own[1]:
            continue
        draft.content = [own]
        draft.explain("content", "content.semicolon", "the clause before belongs to another", own)
        if _holds(earlier, stop, own[0] + 1):
            *others, (start, _) = earlier.content
            earlier.content = [*others, (start, stop)]
            earlier.explain("content", "content.semicolon", "the clause behind has a cue", own)


def _reported_before(
    parsed: Parsed, draft: Draft, drafts: Sequence[Draft], end: int
) -> tuple[Draft | None, int]:
    """What another cue reports before the last semicolon of the sentence, and its place."""
    first = parsed.sentence(end)[0] if end < len(parsed.words) else 0
    stop = next((n for n in range(end - 1, first, -1) if parsed.words[n] == ";"), -1)
    if stop < 0 or parsed.quoted[stop]:
        return None, stop
    before = [
        other
        for other in drafts
        if other is not draft
        and other.cue
        and other.content
        and first <= other.cue[0][0]
        and other.cue[-1][1] <= stop
        and other.content[-1][0] < stop
    ]
    return (before[-1] if before else None), stop


def _before_speaker(parsed: Parsed, end: int) -> int:
    while end > 0 and parsed.words[end - 1] in _BEFORE_SPEAKER:
        end -= 1
    return end


def _holds(draft: Draft, stop: int, until: int) -> bool:
    """Whether the last piece of a content runs over the semicolon, to ``until`` or beyond."""
    start, end = draft.content[-1]
    return start < stop and until <= end
