"""Drafts to records: the last step of reading one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Participant,
    Reason,
    Relay,
    Source,
    Span,
)
from claimgraph.reading.cast.cast import Cast, Resolution
from claimgraph.reading.draft import Because, Draft, Part
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Role

#: From this score on, nothing is said of how sure a resolution is.
_CERTAIN = 0.995


class Recorder:
    """Makes the records of one document."""

    def __init__(self, document: Document, parsed: Parsed) -> None:
        self._document = document
        self._parsed = parsed
        self._spans: dict[Range, Span] = {}

    def span(self, words: Range) -> Span:
        """The characters of a range of words. Ranges that were asked for before are kept."""
        known = self._spans.get(words)
        if known is None:
            known = self._spans[words] = self._document.span(*self._parsed.characters(words))
        return known

    def spans(self, ranges: Iterable[Range]) -> tuple[Span, ...]:
        """The characters of several ranges, in order."""
        return tuple(self.span(words) for words in ranges)

    def attributions(self, drafts: Sequence[Draft]) -> list[tuple[Draft, Attribution]]:
        """The records of drafts, each beside its draft. What stands there twice comes once."""
        ids: dict[int, str] = {}
        kept: dict[str, Draft] = {}
        for draft in drafts:
            own = Attribution.id_of(
                self._document.id,
                self.spans(draft.shown or draft.source),
                self.spans(draft.cue),
                self.spans(draft.content),
            )
            ids[id(draft)] = own
            kept.setdefault(own, draft)
        return [(draft, self._attribution(own, draft, ids)) for own, draft in kept.items()]

    def _attribution(self, own: str, draft: Draft, ids: dict[int, str]) -> Attribution:
        speaker = draft.speaker
        return Attribution(
            id=own,
            document_id=self._document.id,
            source_id=speaker.party.id if speaker else None,
            source=self.spans(draft.shown or draft.source),
            cue=self.spans(draft.cue),
            content=self.spans(draft.content),
            type=draft.type,
            form=draft.form,
            act=draft.act,
            negated=draft.negated,
            targets=tuple(self._target(part) for part in draft.targets),
            via=tuple(self._relay(part) for part in draft.via),
            parent_id=ids[id(draft.parent)] if draft.parent else None,
            said=draft.said,
            confidence=draft.confidence,
            reasons=(*self._resolved(draft), *(self._reason(each) for each in draft.because)),
        )

    def _resolved(self, draft: Draft) -> Iterable[Reason]:
        """Why the source, the targets and the relays are whom they are taken for."""
        if draft.speaker is not None:
            yield self._resolution("source_id", draft.speaker)
        for part in draft.targets:
            if part.who is not None:
                yield self._resolution("targets", part.who)
        for part in draft.via:
            if part.who is not None:
                yield self._resolution("via", part.who)

    def _resolution(self, field: str, found: Resolution) -> Reason:
        """Why somebody is meant, and how sure that is, where it is not certain."""
        sure = "" if found.score >= _CERTAIN else f" ({found.score:.0%} sure)"
        return Reason(
            field=field,
            rule=found.rule,
            text=f"{found.text}{sure}".strip(),
            spans=self.spans(sorted(found.words)),
        )

    def _reason(self, because: Because) -> Reason:
        return Reason(
            field=because.field,
            rule=because.rule,
            text=because.text,
            spans=self.spans(because.words),
        )

    def _target(self, part: Part) -> Participant:
        return Participant(
            role=part.role or Role.ACCUSED,
            name=part.who.party.name if part.who else self.span(part.words).text,
            source_id=part.who.party.id if part.who else None,
            spans=(self.span(part.words),),
        )

    def _relay(self, part: Part) -> Relay:
        return Relay(
            name=part.who.party.name if part.who else self.span(part.words).text,
            source_id=part.who.party.id if part.who else None,
            spans=(self.span(part.words),),
        )


def people(
    cast: Cast, attributions: Iterable[Attribution], claims: Iterable[Claim]
) -> tuple[tuple[Source, ...], tuple[Affiliation, ...]]:
    """The sources that attributions and claims refer to, and whom these speak for.

    The cast knows more: everybody who was only looked at stays out of the reading.
    """
    wanted: set[str | None] = set()
    for item in attributions:
        wanted.add(item.source_id)
        wanted.update(target.source_id for target in item.targets)
        wanted.update(relay.source_id for relay in item.via)
    for claim in claims:
        wanted.update(party.source_id for party in claim.participants)
    affiliations: list[Affiliation] = []
    waiting = list(cast.affiliations())
    while found := [each for each in waiting if each.member_id in wanted]:
        affiliations.extend(found)
        waiting = [each for each in waiting if each.member_id not in wanted]
        wanted.update(each.organisation_id for each in found)
    sources = tuple(source for source in cast.sources() if source.id in wanted)
    return sources, tuple(affiliations)
