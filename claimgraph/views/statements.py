"""Statements that several articles report: the same words, the same figure, the same agency."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from claimgraph.ids import name_key
from claimgraph.model import Attribution, Document, Lineage, Quantity, Span
from claimgraph.model.base import Id
from claimgraph.text.quotes import Quotation, quotations
from claimgraph.views.material import Material
from claimgraph.views.when import order
from claimgraph.views.wording import in_quotes, offsets, shortened
from claimgraph.vocabulary import LineageKind, SourceKind, Stance

_WORD = re.compile(r"\w+")

#: A quotation of fewer words may be said twice; longer ones are recognised by as many in a row.
_FEWEST_WORDS = 3
_WORDS_IN_A_ROW = 6

#: Where nothing else says what a statement is about, articles this far apart may mean the same.
_WINDOW = timedelta(days=3)

Found = Iterator[tuple[Attribution, Attribution, LineageKind, str, float]]


def statements(material: Material, copied: Callable[[Id, Id], bool], method: str) -> list[Lineage]:
    """Attributions that are not independent of one in an earlier article.

    Each is joined with the earliest one that it shares words, a figure or an agency with: a
    statement in a hundred articles has 99 lineages, not 4,950.

    Args:
        material: The records.
        copied: Whether two articles print the same text; theirs need no word for each statement.
        method: The name to give as method.
    """
    ordered = sorted(
        material.attributions,
        key=lambda item: (order(material.document_of(item).published), item.document_id, item.id),
    )
    found: dict[Id, Lineage] = {}
    for search in (_same_words, _same_figure, _same_agency, _citation):
        for later, earlier, kind, reason, score in search(material, ordered):
            to_id = earlier.document_id if kind is LineageKind.CITES else earlier.id
            if later.id in found or copied(later.document_id, earlier.document_id):
                continue
            found[later.id] = Lineage(
                from_id=later.id,
                to_id=to_id,
                kind=kind,
                reason=reason,
                score=score,
                method=method,
                version="1",
            )
    return list(found.values())


def _same_words(material: Material, ordered: Iterable[Attribution]) -> Found:
    """The same source, quoted with the same words."""
    first: dict[tuple[Id, tuple[str, ...]], tuple[Attribution, Span]] = {}
    quotes: dict[Id, list[Quotation]] = {}
    for item in ordered:
        source = material.parties.source(item.source_id)
        document = material.document_of(item)
        if source is None or not item.content:
            continue
        if document.id not in quotes:
            quotes[document.id] = quotations(document.text)
        best: tuple[Attribution, Span, Span] | None = None
        for piece in _quoted_pieces(document, item, quotes[document.id]):
            for words in _keys(piece.text):
                earlier, there = first.setdefault((source.key, words), (item, piece))
                if earlier.document_id != item.document_id and best is None:
                    best = earlier, piece, there
        if best is not None:
            earlier, piece, there = best
            yield (
                *(item, earlier, LineageKind.SAME_STATEMENT),
                f"both quote {source.name} with {in_quotes(shortened(piece.text, 80))}: "
                f"{offsets((piece,))} and {offsets((there,))} of the earlier article",
                1.0,
            )


def _quoted_pieces(
    document: Document, item: Attribution, quotes: Iterable[Quotation]
) -> Iterator[Span]:
    """The parts of an attribution's content that stand in quotation marks."""
    for quote in quotes:
        for span in item.content:
            start, end = max(span.start, quote.start), min(span.end, quote.end)
            if quote.depth == 0 and start < end:
                yield document.span(start, end)


def _keys(text: str) -> Iterator[tuple[str, ...]]:
    """What two quotations must share: all the words, or many in a row."""
    words = tuple(word.casefold() for word in _WORD.findall(text))
    if len(words) >= _FEWEST_WORDS:
        yield words
    for at in range(len(words) - _WORDS_IN_A_ROW + 1):
        yield words[at : at + _WORDS_IN_A_ROW]


def _same_figure(material: Material, ordered: Iterable[Attribution]) -> Found:
    """The same source, with the same number in answer to the same question."""
    first: dict[tuple[object, ...], tuple[Attribution, Quantity]] = {}
    for item in ordered:
        source = material.parties.source(item.source_id)
        if source is None:
            continue
        for claim in material.claims_of.get(item.id, ()):
            matters = _matters_of_claim(material, claim.id)
            for quantity in claim.quantities:
                number = (quantity.low, quantity.best, quantity.high, quantity.comparator)
                if number[:3] == (None, None, None):
                    continue
                for matter in matters:
                    key = (source.key, matter, *number, name_key(quantity.unit))
                    earlier, there = first.setdefault(key, (item, quantity))
                    if earlier.document_id != item.document_id:
                        where = offsets((quantity.span,)) if quantity.span else "no characters"
                        yield (
                            *(item, earlier, LineageKind.SAME_STATEMENT),
                            f"{source.name} gives the same figure in both: "
                            f"{in_quotes(quantity.text)} ({where}) and {in_quotes(there.text)}",
                            0.8,
                        )


def _same_agency(material: Material, ordered: Iterable[Attribution]) -> Found:
    """The same source on the same matter, through the same agency; or the agency itself."""
    first: dict[tuple[str, ...], Attribution] = {}
    for item in ordered:
        source = material.parties.source(item.source_id)
        document = material.document_of(item)
        if source is None or _is_silent(material, item):
            continue
        for agency in _agencies(material, item):
            for matter in _matters(material, item) or [""]:
                key = (agency, source.key, matter)
                earlier = first.get(key)
                if earlier is None or not (matter or _near(material, earlier, document)):
                    first[key] = item
                elif earlier.document_id != item.document_id:
                    name = material.parties.name(agency)
                    what = (
                        f"both report {name}"
                        if agency == source.key
                        else f"both have what {source.name} says from {name}"
                    )
                    where = offsets(item.cue or item.content)
                    yield (
                        *(item, earlier, LineageKind.SAME_ORIGIN),
                        f"{what} on the same matter ({where})",
                        0.8 if matter else 0.6,
                    )


def _citation(material: Material, ordered: Iterable[Attribution]) -> Found:
    """An article that names the publisher of another one, on the same matter."""
    of_publisher: defaultdict[tuple[str, str], list[Attribution]] = defaultdict(list)
    ordered = list(ordered)
    for item in ordered:
        publisher = name_key(material.document_of(item).publisher)
        for matter in _matters(material, item):
            of_publisher[publisher, matter].append(item)
    for item in ordered:
        document = material.document_of(item)
        for agency in _agencies(material, item):
            for name in _names(material, agency):
                for matter in _matters(material, item):
                    articles = of_publisher.get((name, matter), ())
                    earlier = next((a for a in articles if a.document_id != document.id), None)
                    if earlier and _not_after(material.document_of(earlier), document):
                        publisher = material.document_of(earlier).publisher
                        yield (
                            *(item, earlier, LineageKind.CITES),
                            f"it names {publisher}, which has an article on the same matter "
                            f"({offsets(item.source or item.cue or item.content)})",
                            0.7,
                        )


def _agencies(material: Material, item: Attribution) -> Iterator[Id]:
    """Media that an attribution comes through or from, other than its own article's publisher."""
    own = name_key(material.document_of(item).publisher)
    ids = [relay.source_id for relay in item.via] + [item.source_id]
    for source_id in dict.fromkeys(ids):
        party = material.parties.source(source_id)
        if party is None or own in _names(material, party.key):
            continue
        is_relay = source_id != item.source_id
        if is_relay or material.parties.kind(party.key) is SourceKind.MEDIA:
            yield party.key


def _names(material: Material, entity: Id) -> frozenset[str]:
    members = material.parties.members(entity)
    return frozenset(name_key(name) for each in members for name in (each.name, *each.aliases))


def _matters(material: Material, item: Attribution) -> list[str]:
    """What an attribution is about: the questions that its claims answer, else their events."""
    found = {
        matter: None
        for claim in material.claims_of.get(item.id, ())
        for matter in _matters_of_claim(material, claim.id)
    }
    return list(found)


def _matters_of_claim(material: Material, claim_id: Id) -> list[str]:
    questions = material.questions_of.get(claim_id, ())
    if questions:
        return [question.id for question in questions]
    event = material.event_of(material.claim[claim_id])
    return [event.id] if event is not None else []


def _is_silent(material: Material, item: Attribution) -> bool:
    claims = material.claims_of.get(item.id, ())
    return any(claim.stance in {Stance.SILENT, Stance.DECLINES} for claim in claims)


def _near(material: Material, earlier: Attribution, document: Document) -> bool:
    """Whether two articles came out within a few days of each other."""
    left, right = material.document_of(earlier).published, document.published
    if left is None or right is None or left.start is None or right.start is None:
        return False
    return abs(right.start - left.start) <= _WINDOW


def _not_after(earlier: Document, later: Document) -> bool:
    if earlier.published is None or later.published is None:
        return True
    return order(earlier.published)[:1] <= order(later.published)[:1]
