"""What happened when, as sources tell it; what was said when; what was published when."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from claimgraph.ids import name_key
from claimgraph.markup.html import lines as under_each_other
from claimgraph.model import Claim, Evidence, Interval
from claimgraph.model.base import Id
from claimgraph.views.called import headline
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.view import Scalar, View
from claimgraph.views.when import order, written
from claimgraph.views.wording import counted, shortened
from claimgraph.vocabulary import Stance

if TYPE_CHECKING:
    from claimgraph.markup.picture import Picture


class Clock(StrEnum):
    """Which time an entry tells."""

    HAPPENED = "happened"
    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Entry:
    """One thing at its time.

    Attributes:
        clock: Whether it happened, was said or was published then.
        when: The time in words, as exact as it is known: "24 Nov 2018", "mid-October 2018".
        interval: The time.
        words: How the articles put the time, each wording once: "yesterday", "Saturday".
        text: What happened, what was said, or the article's title.
        who: Who says so; of an article, its publisher.
        denied_by: Who says that it did not happen.
        claim_ids: The claims that say so.
        event_id: The event, where it is one.
        document_ids: The articles.
        evidence: The characters that it rests on.
    """

    clock: Clock
    when: str
    interval: Interval
    text: str
    words: tuple[str, ...] = ()
    who: tuple[Party, ...] = ()
    denied_by: tuple[Party, ...] = ()
    claim_ids: tuple[Id, ...] = ()
    event_id: Id | None = None
    document_ids: tuple[Id, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Moment:
    """Entries of one time."""

    when: str
    interval: Interval
    entries: tuple[Entry, ...]


@dataclass(frozen=True, repr=False)
class Timeline(View[Entry]):
    """Entries, sorted by the beginning of their time, the shorter first.

    Attributes:
        rows: The entries.
        undated: Claims of which nothing says when it happened; they are in no entry of
            ``Clock.HAPPENED``.
    """

    undated: tuple[Id, ...] = ()

    fields: ClassVar[tuple[str, ...]] = (
        *("when", "clock", "text", "who", "denied_by", "words", "start", "end", "precision"),
        *("claims", "event_id", "documents"),
    )

    @property
    def caption(self) -> str:
        """How much there is."""
        undated = counted(len(self.undated), "claim")
        missing = f"; {undated} without a time" if self.undated else ""
        entries = counted(len(self.rows), "entry", "entries")
        return f"Timeline: {counted(len(self.moments), 'moment')}, {entries}{missing}"

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The entries, those of the same time together."""
        return tuple(
            Moment(entries[0].when, entries[0].interval, entries)
            for entries in (
                tuple(group) for _, group in groupby(self.rows, key=lambda each: each.when)
            )
        )

    def plot(self) -> "Picture":
        """What happened, was said and was published, in lanes on one axis, as a picture."""
        from claimgraph.views.timeline_picture import timeline_picture

        return timeline_picture(self)

    def flat(self, row: Entry) -> Sequence[Scalar]:
        """One entry; several names are joined by a semicolon."""
        start, end = row.interval.start, row.interval.end
        return (
            *(row.when, row.clock.value, row.text, _names(row.who), _names(row.denied_by)),
            "; ".join(row.words),
            start.isoformat() if start else None,
            end.isoformat() if end else None,
            row.interval.precision.value,
            len(row.claim_ids),
            row.event_id,
            len(row.document_ids),
        )

    def lines(self) -> Iterator[str]:
        """Moment by moment."""
        width = max((len(moment.when) for moment in self.moments), default=0)
        for moment in self.moments:
            for number, entry in enumerate(moment.entries):
                when = "" if number else moment.when
                yield f"{when:{width}}  {entry.clock.value:9}  {entry.text} ({_told(entry)})"

    @property
    def headers(self) -> Sequence[object]:
        """Time, what, who."""
        return ("when", "time of", "what", "who says so")

    def cells(self, row: Entry) -> Sequence[object]:
        """One entry, with the articles' words for the time under it."""
        words = [f"“{words}”" for words in row.words if not _is_said(words, row.when)][:2]
        return (under_each_other([row.when, *words]), row.clock.value, row.text, _told(row))


def timeline(material: Material, clocks: Collection[Clock] = tuple(Clock)) -> Timeline:
    """What happened when, what was said when, and what was published when.

    Claims about one event, without another time of their own, are one entry under the event's
    label. Claims with their own time are together where they answer the same question or say the
    same words.

    Args:
        material: The records.
        clocks: Which times to tell.

    >>> from claimgraph.model import Document
    >>> article = Document(text="Gas over Aleppo", publisher="Wire", published="2018-11-25")
    >>> print(timeline(Material(documents=(article,))))
    Timeline: 1 moment, 1 entry
      25 Nov 2018  published  Gas over Aleppo (Wire)
    """
    entries: list[Entry] = []
    happened, undated = _happened(material)
    if Clock.HAPPENED in clocks:
        entries.extend(happened)
    if Clock.SAID in clocks:
        entries.extend(_said(material))
    if Clock.PUBLISHED in clocks:
        entries.extend(_published(material))
    ranks = list(Clock)
    entries.sort(
        key=lambda each: (
            *order(each.interval)[:2],
            *(each.when, ranks.index(each.clock), each.text, each.claim_ids, each.document_ids),
        )
    )
    return Timeline(tuple(entries), undated)


_NOT_TOLD = frozenset({Stance.SILENT, Stance.DECLINES})
_DENIED = frozenset({Stance.DENIES, Stance.DOUBTS})


def _happened(material: Material) -> tuple[list[Entry], tuple[Id, ...]]:
    groups: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    undated: list[Id] = []
    for claim in material.claims:
        if claim.stance in _NOT_TOLD:
            continue
        event = material.event_of(claim)
        of_event = event.time if event else None
        time = claim.time or of_event
        if time is None:
            undated.append(claim.id)
        elif event is not None and of_event is not None and _same(time, of_event):
            # Who denies a part in an event does not deny that it happened.
            if claim.stance not in _DENIED:
                groups["event", event.id].append(claim)
        else:
            questions = material.questions_of.get(claim.id, ())
            topic = questions[0].id if questions else name_key(claim.text)
            groups["claim", *map(str, order(time)[:2]), topic].append(claim)
    entries = [_entry(material, key, claims) for key, claims in sorted(groups.items())]
    return entries, tuple(undated)


def _entry(material: Material, key: tuple[str, ...], claims: list[Claim]) -> Entry:
    event = material.event[key[1]] if key[0] == "event" else None
    claims = sorted(claims, key=lambda claim: (order(material.moment(claim)), claim.id))
    interval = event.time if event else (claims[0].time or _event_time(material, claims[0]))
    assert interval is not None
    told = [claim for claim in claims if claim.stance not in _DENIED]
    text = event.label if event else shortened((told or claims)[0].text, 160)
    words = {claim.time.text: None for claim in claims if claim.time and claim.time.text}
    return Entry(
        Clock.HAPPENED,
        written(interval),
        interval,
        text,
        words=tuple(words),
        who=_speakers(material, told),
        denied_by=_speakers(material, [each for each in claims if each.stance in _DENIED]),
        claim_ids=tuple(claim.id for claim in claims),
        event_id=event.id if event else claims[0].event_id,
        document_ids=_documents(material, claims),
        evidence=tuple(each for claim in claims for each in material.evidence(claim)),
    )


def _event_time(material: Material, claim: Claim) -> Interval | None:
    event = material.event_of(claim)
    return event.time if event else None


def _said(material: Material) -> Iterator[Entry]:
    """What one speaker said at one time in one article is one entry."""
    groups: defaultdict[tuple[Id, Id, str], list[Id]] = defaultdict(list)
    for item in material.attributions:
        if item.said is not None and item.source_id is not None:
            key = (item.document_id, material.parties.entity(item.source_id), written(item.said))
            groups[key].append(item.id)
    for (document_id, _, when), ids in sorted(groups.items()):
        items = sorted(
            (material.attribution[each] for each in ids),
            key=lambda item: ((item.cue or item.content)[0].start, item.id),
        )
        claims = [claim for item in items for claim in material.claims_of.get(item.id, ())]
        said = items[0].said
        speaker = material.parties.source(items[0].source_id)
        if said is None or speaker is None or not claims:
            continue
        more = f" (and {len(claims) - 1} more)" if len(claims) > 1 else ""
        yield Entry(
            Clock.SAID,
            when,
            said,
            f"{speaker.name}: {shortened(claims[0].text, 140)}{more}",
            words=(said.text,) if said.text else (),
            who=(speaker,),
            claim_ids=tuple(claim.id for claim in claims),
            document_ids=(document_id,),
            evidence=tuple(each for item in items for each in material.evidence(item)),
        )


def _published(material: Material) -> Iterator[Entry]:
    for document in material.documents:
        if document.published is not None:
            yield Entry(
                Clock.PUBLISHED,
                written(document.published),
                document.published,
                shortened(headline(document), 160),
                who=(Party(material.parties.voice(document).key, document.publisher),)
                if document.publisher
                else (),
                document_ids=(document.id,),
            )


def _speakers(material: Material, claims: Sequence[Claim]) -> tuple[Party, ...]:
    found = {material.speaker(claim) for claim in claims}
    return tuple(sorted(found))


def _documents(material: Material, claims: Sequence[Claim]) -> tuple[Id, ...]:
    return tuple(sorted({material.attribution_of(claim).document_id for claim in claims}))


def _same(left: Interval, right: Interval) -> bool:
    return (left.start, left.end) == (right.start, right.end)


def _is_said(words: str, when: str) -> bool:
    """Whether a time in words says nothing that the written one does not: "17 September"."""
    known = {word[:3] for word in re.findall(r"\w+", when)}
    return known.issuperset(word[:3] for word in re.findall(r"\w+", words))


def _names(parties: Sequence[Party], most: int | None = None) -> str:
    names = [
        f"{party.name} (no source given)" if party.is_voice else party.name for party in parties
    ]
    if most is not None and len(names) > most + 1:
        names[most:] = [f"{len(names) - most} more"]
    return "; ".join(names)


def _told(entry: Entry) -> str:
    """Who says so, in words."""
    if entry.clock is Clock.PUBLISHED:
        return "; ".join(party.name for party in entry.who) or "publisher not known"
    told = _names(entry.who, most=6)
    denied = f"denied by {_names(entry.denied_by, most=6)}" if entry.denied_by else ""
    return "; ".join(part for part in (told, denied) if part)
