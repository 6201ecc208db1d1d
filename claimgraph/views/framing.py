"""What each source calls one and the same party."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from claimgraph.errors import UnknownSourceError
from claimgraph.ids import name_key
from claimgraph.model import Attribution, Evidence, Participant, Relay, Span
from claimgraph.model.base import Id
from claimgraph.text.quotes import quoted_mask
from claimgraph.views.material import Material
from claimgraph.views.parties import Party
from claimgraph.views.view import Scalar, View
from claimgraph.views.wording import counted

#: Words that only point back call nobody anything.
_POINTERS = re.compile(
    r"(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|who|whom|which|that|this|these"
    r"|those|we|us|our|i|me|my|you|your|itself|himself|herself|themselves|both|one|the (?:former"
    r"|latter))(?:[’']s)?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True)
class Wording:
    """Words that one speaker uses for the referent.

    Attributes:
        speaker: Whose words: a source where they stand in what it says, else the article itself.
        words: As they are written most often.
        quoted: They stand in quotation marks: they are the speaker's own, not the article's
            rendering of what the speaker said.
        count: How often.
        publishers: In whose articles.
        evidence: Where.
    """

    speaker: Party
    words: str
    quoted: bool
    count: int
    publishers: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, repr=False)
class Framing(View[Wording]):
    """What each source calls one party.

    Attributes:
        rows: By speaker, articles last; the most used words first.
        referent: Who is called so.
    """

    referent: Party = field(default=Party("", ""))

    fields: ClassVar[tuple[str, ...]] = (
        *("speaker", "words", "quoted", "count", "publishers", "speaker_id", "referent_id"),
    )

    @property
    def caption(self) -> str:
        """Who is called how often."""
        times = counted(sum(row.count for row in self.rows), "mention")
        return f"What {self.referent.name} is called: {times}"

    def flat(self, row: Wording) -> Sequence[Scalar]:
        """One wording; publishers are joined by a semicolon."""
        return (
            *(_name(row.speaker), row.words, row.quoted, row.count, "; ".join(row.publishers)),
            *(row.speaker.key, self.referent.key),
        )

    def lines(self) -> Iterator[str]:
        """Wording by wording."""
        for row in self.rows:
            words = f"“{row.words}”" if row.quoted else row.words
            yield f"{_name(row.speaker)}: {words} ({row.count}×, {', '.join(row.publishers)})"

    @property
    def headers(self) -> Sequence[object]:
        """Who, how, how often, where."""
        return ("who speaks", "words", "times", "in")

    def cells(self, row: Wording) -> Sequence[object]:
        """One wording."""
        words = f"“{row.words}”" if row.quoted else row.words
        return (_name(row.speaker), words, row.count, ", ".join(row.publishers))


def framing(material: Material, referent: str) -> Framing:
    """What each source calls one party.

    Looked at are the characters that stand for the referent as the source of an attribution, as a
    relay, as somebody accused or cleared, and as a participant of a claim. Pronouns are left out.
    Words inside of what a source says are that source's; whether they are its own or the article's
    rendering, quotation marks tell.

    Args:
        material: The records.
        referent: The id of a source or of an entity, or a name.

    Raises:
        UnknownSourceError: No source has this id or name.

    >>> from claimgraph.model import Source
    >>> framing(Material(sources=(Source(name="HTS", kind="armed_group"),)), "hts").caption
    'What HTS is called: 0 mentions'
    """
    party = material.parties.find(referent)
    if party is None:
        raise UnknownSourceError(referent, known=(each.name for each in material.parties))
    masks: dict[Id, bytearray] = {}
    found: defaultdict[tuple[Party, str, bool], dict[tuple[Id, int, int], Span]]
    found = defaultdict(dict)
    for document_id, speaker, span in _mentions(material, party):
        words = bare(span.text)
        if not words or _POINTERS.fullmatch(words):
            continue
        if document_id not in masks:
            masks[document_id] = quoted_mask(material.document[document_id].text)
        quoted = all(masks[document_id][span.start : span.end])
        key = (speaker, name_key(words) or words, quoted)
        found[key][document_id, span.start, span.end] = span
    rows = [_wording(material, *key, found[key]) for key in found]
    rows.sort(key=lambda row: (row.speaker, -row.count, row.words, row.quoted))
    return Framing(tuple(rows), party)


def bare(words: str) -> str:
    """The words of a mention as a name: on one line, without "’s".

    >>> bare("Northland’s")
    'Northland'
    """
    return _POSSESSIVE.sub("", " ".join(words.split()))


def _mentions(material: Material, party: Party) -> Iterator[tuple[Id, Party, Span]]:
    """Every mention of a party: document, who speaks, and the characters.

    A mention that stands in an attribution's content is its source's; what names a source, or
    stands outside of the content, is the article's own.
    """
    parties = material.parties
    for item in material.attributions:
        voice = parties.voice(material.document_of(item))
        source = parties.source(item.source_id)
        spans = _naming(material, item, party) if source and source.key == party.key else []
        somebody: list[Participant | Relay] = [*item.via, *item.targets]
        for claim in material.claims_of.get(item.id, ()):
            somebody.extend(claim.participants)
        spans.extend(
            span
            for each in somebody
            if each.spans and parties.of(each).key == party.key
            for span in each.spans
        )
        for span in spans:
            inside = any(
                content.start <= span.start and span.end <= content.end for content in item.content
            )
            yield item.document_id, (material.speaker(item) if inside else voice), span


def _naming(material: Material, item: Attribution, party: Party) -> list[Span]:
    """The words that name a party where it speaks: of "the Kremlin and Ankara", its own."""
    if len(item.source) < 2:
        return list(item.source)
    known = [material.parties.named(span.text) for span in item.source]
    own = [span for span, who in zip(item.source, known, strict=True) if who == party]
    return own or list(item.source[:1])


def _wording(
    material: Material,
    speaker: Party,
    _key: str,
    quoted: bool,
    spans: dict[tuple[Id, int, int], Span],
) -> Wording:
    written = Counter(bare(span.text) for span in spans.values())
    words = min(written, key=lambda each: (-written[each], each))
    publishers = {
        material.document[document_id].publisher or "publisher not known"
        for document_id, _, _ in spans
    }
    evidence = [Evidence(document_id=key[0], span=span) for key, span in sorted(spans.items())]
    return Wording(speaker, words, quoted, len(spans), tuple(sorted(publishers)), tuple(evidence))


def _name(party: Party) -> str:
    return f"{party.name} (own words)" if party.is_voice else party.name
