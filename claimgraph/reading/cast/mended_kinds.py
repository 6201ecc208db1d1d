"""What named bodies are, where the text says it: the model knows people, bodies and places."""

from __future__ import annotations

from collections.abc import Iterable

from claimgraph.reading.cast.candidates import speaks
from claimgraph.reading.cast.figures import Figure, Link
from claimgraph.reading.cast.kinds import kind_of
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import SourceKind

#: Prepositions after which a name is a place.
IN_PLACES = frozenset("in near outside around across inside towards toward through".split())
#: With those that may also stand before a body: one is "at" a hospital.
AT_PLACES = IN_PLACES | {"to", "from", "at"}
_LOOSE = frozenset((SourceKind.ORGANISATION, SourceKind.UNKNOWN, SourceKind.PERSON))
_CLEAR = frozenset((SourceKind.MEDIA, SourceKind.ARMED_GROUP))
_BESIDE = frozenset(("appos", "flat", "nmod:desc", "compound"))


def mend_kinds(parsed: Parsed, links: Iterable[Link]) -> None:
    """Set the kinds of parties by the nouns before their names, and by what they do.

    "The Islamist group Ansar" is armed, "news firm Saba" a medium. A place that speaks, and that
    the text is nowhere "in", is a body.
    """
    unknown: dict[int, Figure] = {}
    for link in links:
        party = link.figure.party
        if party.kind in _LOOSE and link.rule in ("name.exact", "name.short"):
            kind = _noun_before(parsed, link)
            if kind in _CLEAR or kind is SourceKind.ORGANISATION:
                party.kind = kind
            if party.kind is SourceKind.UNKNOWN:
                unknown[id(party)] = link.figure
    for figure in unknown.values():
        if figure.party.kind is SourceKind.UNKNOWN and _acts(parsed, figure):
            figure.party.kind = SourceKind.ORGANISATION


def _noun_before(parsed: Parsed, link: Link) -> SourceKind:
    head = parsed.head_of(link.words)
    noun = parsed.heads[head]
    start, end = link.words
    if noun >= start or parsed.deps[head] not in _BESIDE:
        return SourceKind.UNKNOWN
    if link.figure.party.kind is SourceKind.PERSON and (end - start > 1 or noun < start - 1):
        return SourceKind.UNKNOWN
    before = [parsed.lower[child] for child in parsed.children[noun] if child < noun]
    return kind_of(parsed.lower[noun], before)


def _acts(parsed: Parsed, figure: Figure) -> bool:
    """Whether somebody speaks where the model sees a place, and nobody is there."""
    starts = [start for start, _ in figure.mentions]
    if any(start and parsed.lower[start - 1] in IN_PLACES for start in starts):
        return False
    return any(speaks(parsed, parsed.head_of(words)) for words in figure.mentions)
