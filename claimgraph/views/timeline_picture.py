"""A timeline as a picture: what happened, what was said, what was published."""

from collections import defaultdict
from typing import TYPE_CHECKING

from claimgraph.markup.lanes import Bar, Lane, draw_lanes
from claimgraph.views.wording import counted, joined, shortened

if TYPE_CHECKING:
    from claimgraph.markup.picture import Picture
    from claimgraph.views.timeline import Clock, Entry, Timeline

#: Times that a lane shows at most: those of which most is told.
MOST = 12

_HUES = {"happened": "#d0402b", "said": "#2b7fd0", "published": "#7f8790"}


def timeline_picture(view: "Timeline") -> "Picture":
    """Lanes of what happened, was said and was published, on one axis.

    A bar is as long as the time that is known: a day, where only the day is. Entries of one time
    share a bar, with the one that rests on most claims in words. A lane shows at most 12 times, and
    says how many there are.

    >>> from claimgraph.views.timeline import Timeline
    >>> timeline_picture(Timeline(()))
    Picture: Timeline: 0 moments, 0 entries. Nothing has a time.
    """
    from claimgraph.views.timeline import Clock

    lanes = [lane for clock in Clock if (lane := _lane(view, clock)) is not None]
    notes = []
    if view.undated:
        notes.append(f"{counted(len(view.undated), 'claim')} without a time: not drawn.")
    title = view.caption.partition(";")[0]
    return draw_lanes(lanes, title=title, words=_words(lanes), notes=notes)


def _lane(view: "Timeline", clock: "Clock") -> Lane | None:
    times: defaultdict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in view.rows:
        if entry.clock is clock:
            times[entry.interval.start, entry.interval.end, entry.when].append(entry)
    if not times:
        return None
    groups = list(times.values())
    told = sorted(range(len(groups)), key=lambda at: (-_weight(groups[at]), at))
    kept = sorted(told[:MOST])
    bars = tuple(_bar(groups[at]) for at in kept)
    return Lane(clock.value, _HUES[clock.value], bars, len(groups) - len(kept))


def _weight(entries: "list[Entry]") -> int:
    return sum(len(entry.claim_ids) or 1 for entry in entries)


def _bar(entries: "list[Entry]") -> Bar:
    first = max(entries, key=lambda entry: len(entry.claim_ids))
    who = _who(first)
    told = f"{first.text} ({who})" if who else first.text
    more = f" and {len(entries) - 1} more" if len(entries) > 1 else ""
    every = "\n".join(f"{entry.text} ({_who(entry)})" for entry in entries[:12])
    interval = first.interval
    return Bar(
        interval.start,
        interval.end,
        first.when,
        f"{shortened(told, 110)}{more}",
        f"{first.when}\n{every}",
    )


def _who(entry: "Entry") -> str:
    if entry.clock.value == "said":
        return ""
    names = [party.name for party in entry.who]
    some = joined([*names[:2], *([f"{len(names) - 2} more"] if len(names) > 2 else [])])
    denied = joined([party.name for party in entry.denied_by][:2])
    return "; ".join(part for part in (some, f"denied by {denied}" if denied else "") if part)


def _words(lanes: "list[Lane]") -> str:
    """The picture for somebody who cannot see it."""
    if not lanes:
        return "Nothing has a time."
    told = []
    for lane in lanes:
        some = "; ".join(f"{bar.when}, {bar.words}" for bar in lane.bars[:3])
        count = len(lane.bars) + lane.left_out
        rest = f"; and {count - 3} more times" if count > 3 else ""
        told.append(f"{lane.name.capitalize()}: {some}{rest}.")
    return " ".join(told)
