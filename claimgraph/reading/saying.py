"""When something was said: "said on Monday", "in a statement late on Tuesday"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimgraph.model import Interval
from claimgraph.reading.draft import Draft
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import verb_chain
from claimgraph.text.times import FoundTime

_OBLIQUE = frozenset({"obl", "obl:unmarked", "advmod", "nmod", "nmod:unmarked", "nummod"})


def find_saying(parsed: Parsed, drafts: Sequence[Draft], times: Sequence[FoundTime]) -> None:
    """Fill in when each attribution was made, where its sentence says so.

    A time belongs to the saying if it hangs on the cue, or on the statement it was made in, and
    stands outside the content.

    Args:
        parsed: The document.
        drafts: Its attributions.
        times: Its times, in order.
    """
    starts = [time.start for time in times]
    for draft in drafts:
        if not draft.cue or not times:
            continue
        cue = parsed.head_of(draft.cue[-1])
        first, last = parsed.sentence(cue)
        low = bisect_left(starts, parsed.starts[first])
        high = bisect_left(starts, parsed.ends[last - 1])
        chain = verb_chain(parsed, cue) if low < high else []
        for time in times[low:high]:
            word = bisect_left(parsed.ends, time.start + 1)
            if time.interval is None or _in_content(draft, word):
                continue
            if _hangs_on(parsed, word, chain, draft):
                draft.said = Interval(
                    start=time.interval.start,
                    end=time.interval.end,
                    precision=time.interval.precision,
                    text=time.text,
                )
                end = bisect_left(parsed.ends, time.end) + 1
                draft.explain("said", "said.beside_cue", f"“{time.text}” dates it", (word, end))
                break


def _in_content(draft: Draft, word: int) -> bool:
    return any(start <= word < end for start, end in draft.content)


def _hangs_on(parsed: Parsed, word: int, chain: Sequence[int], draft: Draft) -> bool:
    """Whether the way up from a time's word meets the cue before it meets another clause."""
    here = word
    for _ in range(5):
        head = parsed.heads[here]
        if head == here:
            return False
        if head in chain:
            return parsed.deps[here] in _OBLIQUE
        if _in_content(draft, head) or parsed.pos[head] in {"VERB", "AUX"}:
            return False
        here = head
    return False
