"""From an annotated ``Doc`` to a ``Reading``: the passes of the second half, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.model import Document, Reading
from claimgraph.reading.acts.acts import classify
from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.claims.claims import ClaimReader
from claimgraph.reading.claims.when_and_where import Times
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.events.events import EventReader
from claimgraph.reading.form import form_of
from claimgraph.reading.marked import marked_drafts
from claimgraph.reading.nesting import nest
from claimgraph.reading.own_voice import own_voice
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.reading.records import Recorder, people
from claimgraph.reading.relays import find_relays
from claimgraph.reading.saying import find_saying
from claimgraph.reading.spans.finding import find
from claimgraph.reading.spans.mending import close_cues, mend
from claimgraph.reading.spans.semicolons import part_at_semicolons
from claimgraph.text.quantities import find_quantities
from claimgraph.text.times import find_times
from claimgraph.text.vague import ACLED, VagueProfile
from claimgraph.vocabulary import AttributionType

if TYPE_CHECKING:
    from spacy.tokens import Doc


def interpret(
    document: Document,
    doc: Doc,
    version: str,
    vague: VagueProfile = ACLED,
    *,
    own: bool = False,
) -> Reading:
    """Everything that a document says about who said what, as checked records.

    Args:
        document: The article.
        doc: Its text with tags, trees, names, mentions, sources, cues and contents.
        version: Of the model that annotated it.
        vague: What words such as "dozens" may mean.
        own: Whether what the article says itself becomes attributions without a source.
    """
    parsed = Parsed.of(doc, document.text)
    drafts = mend(parsed, marked_drafts(doc))
    find(parsed, drafts)
    part_at_semicolons(parsed, drafts)
    classify(parsed, drafts)
    drafts = [draft for draft in drafts if _tells(draft)]
    close_cues(parsed, drafts)
    _set_forms(parsed, drafts)
    cast = Cast(parsed, document)
    for draft in drafts:
        draft.speaker = cast.speaker(draft)
        for part in draft.targets:
            speaker = draft.speaker.party if draft.speaker else None
            part.who = cast.resolve(_plainly(parsed, part.words), speaker)
    nest(parsed, drafts)
    for draft in drafts:
        if draft.parent is not None:
            # "I" inside a quotation is whoever is quoted: known only now.
            draft.speaker = cast.speaker(draft)
    find_relays(parsed, drafts, cast)
    times = find_times(document.text, document.published)
    find_saying(parsed, drafts, times)
    quantities = find_quantities(document.text, vague=vague)
    if own:
        drafts += own_voice(parsed, drafts, quantities)
        drafts.sort(key=lambda draft: draft.place)
    recorder = Recorder(document, parsed)
    recorded = recorder.attributions(drafts)
    reader = ClaimReader(parsed, cast, recorder, quantities, times)
    claims = [claim for draft, item in recorded for claim in reader.claims_of(draft, item.id)]
    claims, events = EventReader(document, parsed, Times(parsed, times), drafts).read(claims)
    attributions = tuple(attribution for _, attribution in recorded)
    sources, affiliations = people(cast, attributions, claims)
    return Reading(
        document=document,
        sources=sources,
        affiliations=affiliations,
        events=tuple(events),
        attributions=attributions,
        claims=tuple(claims),
        reader="claimgraph",
        version=version,
    )


def _tells(draft: Draft) -> bool:
    """Whether an attribution says anything: a thought or a plan does so by its content alone.

    An assertion without one may be a silence, a denial or an apology.
    """
    return bool(draft.content) or draft.type is AttributionType.ASSERTION


def _plainly(parsed: Parsed, words: Range) -> Range:
    """A phrase without the clauses behind it: so it is called where it plays a part in a claim."""
    head = parsed.head_of(words)
    plain = noun_phrase(parsed, head)
    several = parsed.child(head, "conj") is not None
    inside = words[0] <= plain[0] and plain[1] <= words[1]
    return plain if inside and not several else words


def _set_forms(parsed: Parsed, drafts: list[Draft]) -> None:
    for draft in drafts:
        pieces = [parsed.characters(words) for words in draft.content]
        draft.form = form_of(parsed.text, pieces, parsed.mask)
