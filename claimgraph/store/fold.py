"""What several documents say of one source, event or affiliation, folded into one record.

The result depends on which forms were given how often, never on their order.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from claimgraph.model import Affiliation, Event, Evidence, Source
from claimgraph.vocabulary import SourceKind

Shared = Source | Event | Affiliation
V = TypeVar("V", bound=Hashable)

#: Pieces of evidence that a folded affiliation shows; its versions hold them all.
EVIDENCE = 10

#: The field of evidence in the body of an affiliation, the last one; and that of a document in it.
#: No text can look like them: in JSON, a quotation mark inside a string has a backslash before it.
_FIELD = ',"evidence":['
_DOCUMENT = '"document_id":"'

_OF_ONE_DOCUMENT: dict[type[Shared], Any] = {
    Event: {"parties": {"__all__": {"spans"}}},
    Affiliation: {"evidence"},
}


def form(record: Shared, body: str) -> str:
    """The record as JSON, without what belongs to one document alone: where its text says so.

    Args:
        record: A document's version of it.
        body: The same as JSON; of a source, this is the form.
    """
    without = _OF_ONE_DOCUMENT.get(type(record))
    return (
        body if without is None else record.model_dump_json(exclude_defaults=True, exclude=without)
    )


def fold(forms: Mapping[Shared, int]) -> Shared:
    """One record from its forms, each with the number of documents that give it.

    Names, kinds, places and times are the commonest ones (of equally common ones the first in the
    alphabet), aliases and parties are those of all.

    >>> a = Source(id="s", name="SOHR", kind="organisation")
    >>> b = Source(id="s", name="SOHR", kind="media", aliases=["the Observatory"])
    >>> folded = fold({a: 2, b: 1})
    >>> folded.kind.value, folded.aliases
    ('organisation', ('the Observatory',))
    """
    if len(forms) == 1:
        (only,) = forms
        return only
    sources = {each: count for each, count in forms.items() if isinstance(each, Source)}
    events = {each: count for each, count in forms.items() if isinstance(each, Event)}
    affiliations = {each: count for each, count in forms.items() if isinstance(each, Affiliation)}
    if sources:
        return _fold_sources(sources)
    return _fold_events(events) if events else _fold_affiliations(affiliations)


def first_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence that a folded affiliation shows, in the order of documents and characters."""
    ordered = sorted(
        set(evidence), key=lambda piece: (piece.document_id, piece.span.start, piece.span.end)
    )
    return tuple(ordered[:EVIDENCE])


def without_evidence(body: str) -> str:
    """The body of a shared record, without its evidence if it has any.

    >>> without_evidence('{"id":"aff_1","evidence":[{"document_id":"doc_1"}]}')
    '{"id":"aff_1"}'
    """
    plain, field, _ = body.partition(_FIELD)
    return f"{plain}}}" if field else body


def last_document(body: str) -> str | None:
    """The document of the last piece of evidence that a body shows: later ones leave it as it is.

    ``None`` where it has room for more pieces, or where the id is not written as it is.

    >>> last_document('{"id":"aff_1","evidence":[' + '{"document_id":"doc_1"},' * EVIDENCE)
    'doc_1'
    """
    if body.count(_DOCUMENT) < EVIDENCE:
        return None
    last = body.rpartition(_DOCUMENT)[2].partition('"')[0]
    return None if "\\" in last else last


def agrees(form: Shared, folded: Shared) -> bool:
    """Whether one more such form surely leaves the folded record as it is."""
    if form == folded:
        return True
    if isinstance(form, Source) and isinstance(folded, Source):
        # The only form of a source is kept as it was given; with another it is put in order.
        in_order = folded.aliases == _other_names(folded.name, folded.aliases)
        return (
            in_order
            and (form.name, form.kind, form.naming, form.document_id)
            == (folded.name, folded.kind, folded.naming, folded.document_id)
            and set(form.aliases) <= set(folded.aliases)
        )
    if isinstance(form, Affiliation) and isinstance(folded, Affiliation):
        return form == folded.replace(id=folded.id, evidence=())
    return False


def _other_names(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names beside the one, each once, in the order of the alphabet."""
    return tuple(sorted(set(names) - {name}))


def _fold_sources(forms: Mapping[Source, int]) -> Source:
    name = _commonest((each.name, count) for each, count in forms.items())
    known = {each: count for each, count in forms.items() if each.kind is not SourceKind.UNKNOWN}
    naming, document_id = _commonest(
        ((each.naming, each.document_id), count) for each, count in forms.items()
    )
    names = (alias for each in forms for alias in (each.name, *each.aliases))
    return Source(
        id=next(iter(forms)).id,
        name=name,
        kind=_commonest((each.kind, count) for each, count in (known or forms).items()),
        naming=naming,
        aliases=_other_names(name, names),
        document_id=document_id,
    )


def _fold_events(forms: Mapping[Event, int]) -> Event:
    parties = {party for each in forms for party in each.parties}
    return Event(
        id=next(iter(forms)).id,
        label=_commonest((each.label, count) for each, count in forms.items()),
        kind=_commonest((each.kind, count) for each, count in forms.items()),
        parties=tuple(sorted(parties, key=repr)),
        place=_commonest((each.place, count) for each, count in forms.items()),
        time=_commonest((each.time, count) for each, count in forms.items()),
    )


def _fold_affiliations(forms: Mapping[Affiliation, int]) -> Affiliation:
    member, organisation = _commonest(
        ((each.member_id, each.organisation_id), count) for each, count in forms.items()
    )
    return Affiliation(
        id=next(iter(forms)).id,
        member_id=member,
        organisation_id=organisation,
        role=_commonest((each.role, count) for each, count in forms.items()),
        during=_commonest((each.during, count) for each, count in forms.items()),
    )


def _commonest(votes: Iterable[tuple[V, int]]) -> V:
    """The value with most votes; of several the one that comes first when written out."""
    counts: Counter[V] = Counter()
    for value, count in votes:
        counts[value] += count
    return min(counts, key=lambda value: (-counts[value], str(value)))
