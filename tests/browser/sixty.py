"""Sixty articles about eight made-up stories, with what is said in them as somebody annotated it.

Outlets print their own selection, on different days and with the figures of the day; some print
what an agency sends, word for word; some articles have no date, no publisher, or an address that
no page should link to.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Participant,
    Place,
    Quantity,
    Reading,
    Relay,
    Source,
    Span,
)
from claimgraph.vocabulary import Comparator, Form, SpeechAct, Stance
from tests.browser.stories import STORIES, Number, Sentence, Story, Who
from tests.factories import ACTS

OUTLETS = (
    "Northern Courier",
    "The Harbour Gazette",
    "Radio Meridian",
    "Continental Wire",
    "Evening Standard-Bearer of Ostra and the Neighbouring Districts",
    "صحيفة الميناء",
    "",
)
AGENCY = "Continental Wire"

ADDRESSES = (
    "https://news.example/2031/03/{}",
    "http://news.example/a-very-long-path/that-goes-on/and-on/and-on/and-on/and-on/and-on/{}",
    "javascript:alert({})",
    "",
)

_PARTS = re.compile(r"\{([^{}]+)\}|<([^<>/]{2,})>|\[([^\[\]]+)\]")

Parts = dict[str, list[tuple[int, int]]]


def sixty() -> Iterator[Reading]:
    """The readings, the same whenever it is called."""
    for number in range(60):
        yield reading_of(number)


def reading_of(number: int) -> Reading:
    """What stands in one of the articles."""
    story = STORIES[number % len(STORIES)]
    turn = number // len(STORIES)
    outlet = OUTLETS[(number * 3 + turn) % len(OUTLETS)]
    # What an agency sent is printed by the next outlet as it is.
    origin = turn - 1 if turn in (3, 5) else turn
    sentences = _chosen(story, origin)
    text, places = _written(story, sentences, origin)
    published = date.fromisoformat(story.day) + timedelta(days=turn % 4)
    document = Document(
        text=text,
        title=story.headlines[turn % len(story.headlines)] if turn != 4 else "",
        publisher=outlet if origin == turn or outlet != AGENCY else "Radio Meridian",
        published=None if number % 11 == 5 else published.isoformat(),
        url=ADDRESSES[number % len(ADDRESSES)].format(number),
    )
    return _Annotation(document, story).reading(zip(sentences, places, strict=True), origin)


def _chosen(story: Story, turn: int) -> list[Sentence]:
    """Most sentences of a story; another one is left out each time, and the order changes."""
    left_out = turn % len(story.sentences)
    chosen = [each for place, each in enumerate(story.sentences) if place != left_out]
    start = turn % 2
    return [*chosen[start:], *chosen[:start]]


def _wording(sentence: Sentence, turn: int) -> str:
    return sentence.texts[turn % len(sentence.texts)]


def _figure(sentence: Sentence, turn: int) -> Number | None:
    """The figure of the day, where the wording has one."""
    numbers = sentence.numbers
    if "%" not in _wording(sentence, turn):
        return None
    return numbers[min(turn, len(numbers) - 1)]


def _written(story: Story, sentences: Iterable[Sentence], turn: int) -> tuple[str, list[Parts]]:
    """The text, and where the parts of each sentence stand in it."""
    text = f"There is more news about {story.label}.\n\n"
    places = []
    for number, sentence in enumerate(sentences):
        wording = _wording(sentence, turn)
        figure = _figure(sentence, turn)
        if figure is not None:
            wording = wording.replace("%", figure.words)
        plain, parts = unmarked(wording, len(text))
        places.append(parts)
        text += plain + ("\n\n" if number % 2 else " ")
    return text.rstrip() + "\n", places


def unmarked(wording: str, start: int = 0) -> tuple[str, Parts]:
    """A sentence without its marks, and where source, cue and content stand.

    >>> unmarked("{NWO} <said> [it rained].")
    ('NWO said it rained.', {'source': [(0, 3)], 'cue': [(4, 8)], 'content': [(9, 18)]})
    """
    plain, parts, at = "", Parts(), 0
    for found in _PARTS.finditer(wording):
        plain += wording[at : found.start()]
        kind = ("source", "cue", "content")[(found.lastindex or 1) - 1]
        words = found[found.lastindex or 0]
        begin = start + len(plain)
        plain += words
        parts.setdefault(kind, []).append((begin, begin + len(words)))
        at = found.end()
    return plain + wording[at:], parts


class _Annotation:
    """Records of one article."""

    def __init__(self, document: Document, story: Story) -> None:
        self._document = document
        self._sources = {who.name: _source(who, document) for who in story.cast}
        self._affiliations = tuple(
            Affiliation(
                member_id=self._sources[who.name].id,
                organisation_id=self._sources[who.speaks_for].id,
                role=who.role,
            )
            for who in story.cast
            if who.speaks_for
        )
        self._event = Event(
            label=story.label, kind=story.kind, place=Place(name=story.place), time=story.day
        )

    def reading(self, said: Iterable[tuple[Sentence, Parts]], turn: int) -> Reading:
        pairs = [self._said(sentence, parts, turn) for sentence, parts in said]
        return Reading(
            document=self._document,
            sources=tuple(self._sources.values()),
            affiliations=self._affiliations,
            events=(self._event,),
            attributions=tuple(attribution for attribution, _ in pairs),
            claims=tuple(claim for _, claim in pairs),
        )

    def _said(self, sentence: Sentence, parts: Parts, turn: int) -> tuple[Attribution, Claim]:
        who = self._sources[sentence.who] if sentence.who else None
        silent = "content" not in parts
        accused = [self._named("accused", sentence.accusing)] if sentence.accusing else []
        relay = self._sources[sentence.via] if sentence.via else None
        attribution = Attribution(
            document_id=self._document.id,
            source_id=who.id if who else None,
            source=self._spans(parts.get("source", [])),
            cue=self._spans(parts.get("cue", [])),
            content=self._spans(parts.get("content", [])),
            form=None if silent or who is None else self._form(parts),
            act=ACTS.get(Stance(sentence.stance), SpeechAct.STATE),
            targets=accused,
            via=[Relay(name=relay.name, source_id=relay.id)] if relay else [],
        )
        spans = self._spans(parts.get("content", parts.get("cue", [])))
        figure = _figure(sentence, turn)
        claim = Claim(
            attribution_id=attribution.id,
            text=" ".join(span.text for span in spans),
            spans=spans,
            stance=sentence.stance,
            participants=accused,
            quantities=[_quantity(figure, sentence)] if figure else [],
            event_id=self._event.id,
        )
        return attribution, claim

    def _form(self, parts: Parts) -> Form:
        start, end = parts["content"][0]
        around = self._document.text[start - 1 : start] + self._document.text[end : end + 2]
        return Form.DIRECT if "“" in around and "”" in around else Form.INDIRECT

    def _named(self, role: str, name: str) -> Participant:
        return Participant(role=role, name=name, source_id=self._sources[name].id)

    def _spans(self, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(self._document.span(*place) for place in places)


def _source(who: Who, document: Document) -> Source:
    return Source(
        name=who.name,
        kind=who.kind,
        aliases=who.aliases,
        naming="described" if who.described else "named",
        document_id=document.id if who.described else None,
    )


def _quantity(figure: Number, sentence: Sentence) -> Quantity:
    low = figure.best if figure.comparator in (Comparator.EXACT, Comparator.AT_LEAST) else None
    high = figure.best if figure.comparator in (Comparator.EXACT, Comparator.UP_TO) else None
    return Quantity(
        text=figure.words,
        low=low,
        best=figure.best,
        high=high,
        comparator=figure.comparator,
        unit=sentence.unit,
        of=sentence.of,
    )
