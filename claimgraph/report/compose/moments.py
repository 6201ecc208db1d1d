"""What happened when, as sources tell it."""

from collections.abc import Iterable

from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Moment
from claimgraph.views.parties import Party
from claimgraph.views.timeline import Timeline

_VOICE = "{} (no source given)"


def moments(of: Numbered, view: Timeline) -> tuple[Moment, ...]:
    """The entries of a timeline, in its order."""
    return tuple(
        Moment(
            when=entry.when,
            start=entry.interval.start.isoformat() if entry.interval.start else "",
            words=entry.words,
            text=entry.text,
            who=_names(entry.who),
            denied_by=_names(entry.denied_by),
            numbers=of.numbers(entry.claim_ids),
        )
        for entry in view.rows
        if entry.claim_ids
    )


def _names(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(_VOICE.format(each.name) if each.is_voice else each.name for each in parties)
