"""What is whose in a sentence of two parts: "Orr confirmed that A; B, she said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimgraph.reading.draft import Draft
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.spans.content_ends import without_marks

_BEFORE_SPEAKER = frozenset(",\"”'’")
_NEAR = 12
"""How many attributions before one may report what stands before the semicolon: a text without
full stops is read in linear time.
"""


def part_at_semicolons(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Give who speaks behind a clause no more than what stands behind the last semicolon.

    Only where what stands before it is reported by a cue of its own, and no quotation runs over
    both parts.

    Args:
        parsed: The document.
        drafts: Its attributions, in the order of their cues.
    """
    stops = [place for place, word in enumerate(parsed.words) if word == ";"]
    for number, draft in enumerate(drafts):
        if not (draft.source and draft.cue):
            continue
        end = min(draft.source[0][0], draft.cue[0][0])
        before = bisect_left(stops, end)
        stop = stops[before - 1] if before else -1
        first = parsed.sentence(end)[0]
        if stop <= first or parsed.quoted[stop]:
            continue
        near = drafts[max(number - _NEAR, 0) : number]
        earlier = next((d for d in reversed(near) if _reports(d, first, stop)), None)
        if earlier is not None:
            _part(parsed, earlier, draft, stop, end)


def _reports(draft: Draft, first: int, stop: int) -> bool:
    """Whether a cue between two places reports something that begins before the second."""
    if not (draft.cue and draft.content):
        return False
    return first <= draft.cue[0][0] and draft.cue[-1][1] <= stop and draft.content[-1][0] < stop


def _part(parsed: Parsed, earlier: Draft, draft: Draft, stop: int, end: int) -> None:
    """Give each of two cues the clause on its side of the semicolon."""
    last = end
    while last > 0 and parsed.words[last - 1] in _BEFORE_SPEAKER:
        last -= 1
    own = without_marks(parsed, (stop + 1, last))
    if draft.content:
        start, until = draft.content[0]
        if len(draft.content) > 1 or not start < stop < until <= end:
            return
    elif not _holds(earlier, stop, own[1]):
        return
    if own[0] >= own[1]:
        return
    draft.content = [own]
    draft.explain("content", "content.semicolon", "the clause before belongs to another", own)
    if _holds(earlier, stop, own[0] + 1):
        *others, (start, _) = earlier.content
        earlier.content = [*others, (start, stop)]
        earlier.explain("content", "content.semicolon", "the clause behind has a cue", own)


def _holds(draft: Draft, stop: int, until: int) -> bool:
    """Whether the last piece of a content runs over the semicolon, to ``until`` or beyond."""
    start, end = draft.content[-1]
    return start < stop and until <= end
