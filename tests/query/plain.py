"""What queries should find, by going through all records in plain Python.

Nothing here uses SQL but for loading the tables, nor anything of ``claimgraph.query``.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sqlalchemy import select

from claimgraph.ids import name_key
from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Interval,
    Participant,
    Quantity,
    Relation,
    Relay,
    Source,
)
from claimgraph.store import Store, schema
from claimgraph.store.schema import DAWN, DUSK, microseconds
from claimgraph.text.words import search_words

R = TypeVar("R", Document, Attribution, Claim, Event, Source, Affiliation, Relation)
Window = tuple[int, int]


class Plain:
    """Everything that can be seen, as records in Python.

    Args:
        store: Where to load it from.
        limit: What came out at this microsecond or later is not seen.
        judged: Judgements made at this microsecond or later do not hold.
    """

    def __init__(self, store: Store, limit: int | None = None, judged: int | None = None) -> None:
        self.limit = limit
        rulings = [
            row
            for row in store.rows(select(schema.ruling))
            if (row.until == DUSK if judged is None else row.since < judged <= row.until)
        ]
        self.fixes: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self.rejected: set[str] = set()
        for row in rulings:
            if row.field != "status":
                self.fixes[row.subject][row.field] = json.loads(row.value)
            elif row.plain == "reject":
                self.rejected.add(row.subject)
        self.entity = {
            row.source_id: row.entity_id
            for row in store.rows(select(schema.identity))
            if (row.until == DUSK if judged is None else row.since < judged <= row.until)
        }
        self.event_entity = {
            row.event_id: row.entity_id
            for row in store.rows(select(schema.event_identity))
            if (row.until == DUSK if judged is None else row.since < judged <= row.until)
        }
        self._load(store)

    def _load(self, store: Store) -> None:
        recorded = {
            row.id: microseconds(row.recorded) for row in store.rows(select(schema.document))
        }
        texts = {row.id: row.text for row in store.rows(select(schema.document))}
        bodies = {
            row.id: json.dumps({**json.loads(row.body), "text": texts[row.id]})
            for row in store.rows(select(schema.document))
        }
        self.documents = {
            each.id: each
            for each in (self._fixed(Document, body) for body in bodies.values())
            if self._out(each, recorded[each.id]) and each.id not in self.rejected
        }
        mentioned = {
            row.shared_id
            for row in store.rows(select(schema.shared_version))
            if row.document_id in self.documents
        }
        self.sources = {
            each.id: each
            for each in self._all(store, Source, schema.source)
            if each.id in mentioned and not self._rejects(each.id)
        }
        self.events = {
            each.id: each
            for each in self._all(store, Event, schema.event)
            if each.id in mentioned and each.id not in self.rejected
        }
        self.event_words = {each.id: _event_words(each) for each in self.events.values()}
        self.affiliations = [
            each
            for each in self._all(store, Affiliation, schema.affiliation)
            if each.id in mentioned and each.id not in self.rejected
        ]
        self.attributions = {
            each.id: each
            for each in self._all(store, Attribution, schema.attribution)
            if each.document_id in self.documents
            and each.id not in self.rejected
            and not self._rejects(each.source_id)
        }
        self.claims = {
            each.id: each
            for each in self._all(store, Claim, schema.claim)
            if each.attribution_id in self.attributions and each.id not in self.rejected
        }
        self.relations = {
            each.id: each
            for each in self._all(store, Relation, schema.relation)
            if each.a in self.claims and each.b in self.claims and each.id not in self.rejected
        }
        self.partners: defaultdict[str, list[tuple[Relation, Claim]]] = defaultdict(list)
        for each in self.relations.values():
            self.partners[each.a].append((each, self.claims[each.b]))
            self.partners[each.b].append((each, self.claims[each.a]))
        self.names: defaultdict[str, set[str]] = defaultdict(set)
        for row in store.rows(select(schema.source_name)):
            if not self.fixes[row.source_id].keys() & {"name", "aliases"}:
                self.names[row.key].add(row.source_id)
        for source in self._all(store, Source, schema.source):
            if self.fixes[source.id].keys() & {"name", "aliases"}:
                for name in (source.name, *source.aliases):
                    self.names[name_key(name)].add(source.id)
        self.all_events = {each.id: each for each in self._all(store, Event, schema.event)}

    def _all(self, store: Store, kind: type[R], table: Any) -> list[R]:
        return [self._fixed(kind, row.body) for row in store.rows(select(table))]

    def _fixed(self, kind: type[R], body: str) -> R:
        fields = json.loads(body)
        return kind.model_validate(fields | self.fixes[fields["id"]])

    def _out(self, document: Document, recorded: int) -> bool:
        if self.limit is None:
            return True
        window = _window(document.published)
        return (recorded if window is None else window[0]) < self.limit

    def _rejects(self, source_id: str | None) -> bool:
        return source_id is not None and bool({source_id, self.entity[source_id]} & self.rejected)

    # Who

    def crowd(self, name: str, *, members: bool) -> dict[str, list[Window]]:
        """The sources a name stands for, each with the times for which it does."""
        named = self.names[name_key(name)] or {name} & self.entity.keys()
        found = {each: [(DAWN, DUSK)] for each in self._same(named)}
        waiting = list(found)
        while members and waiting:
            body = waiting.pop()
            for affiliation in self.affiliations:
                if affiliation.organisation_id != body:
                    continue
                during = _window(affiliation.during) or (DAWN, DUSK)
                for since, until in list(found[body]):
                    held = max(since, during[0]), min(until, during[1])
                    for member in self._same({affiliation.member_id}):
                        if held[0] < held[1] and held not in found.setdefault(member, []):
                            found[member].append(held)
                            waiting.append(member)
        return found

    def _same(self, ids: Iterable[str]) -> set[str]:
        entities = {self.entity[each] for each in ids}
        return {source for source, entity in self.entity.items() if entity in entities}

    def _is_by(self, claim: Claim, name: str, *, members: bool) -> bool:
        return self.attribution_by(self.attributions[claim.attribution_id], name, members=members)

    def attribution_by(self, item: Attribution, name: str, *, members: bool = True) -> bool:
        document = self.documents[item.document_id]
        when = _window(item.said) or _window(document.published) or (DAWN, DUSK)
        windows = self.crowd(name, members=members).get(item.source_id or "", [])
        return any(when[0] < until and when[1] > since for since, until in windows)

    def _names(self, party: Participant | Relay, name: str) -> bool:
        ids = self.crowd(name, members=True)
        if party.source_id is not None:
            return party.source_id in ids
        return name_key(party.name)[:200] == name_key(name)[:200]

    # The questions, one method for each

    def said_by(self, claim: Claim, name: str, members: bool = True) -> bool:
        return self._is_by(claim, name, members=members)

    def via(self, claim: Claim, name: str) -> bool:
        return any(self._names(each, name) for each in self._of(claim).via)

    def accusing(self, claim: Claim, name: str) -> bool:
        siblings = [
            each for each in self.claims.values() if each.attribution_id == claim.attribution_id
        ]
        if any(party.role.value == "accused" for each in siblings for party in each.participants):
            return self._accuses(claim.participants, name)
        return self._accuses(self._of(claim).targets, name)

    def _accuses(self, parties: Iterable[Participant], name: str) -> bool:
        return any(each.role.value == "accused" and self._names(each, name) for each in parties)

    def about(self, claim: Claim, text: str) -> bool:
        words = {word[:64] for word in search_words(text)}
        here = {word[:64] for word in search_words(claim.text)}
        event = self.all_events.get(claim.event_id or "")
        there = set() if event is None else _event_words(event)
        return bool(words) and (words <= here or words <= there)

    def where(self, claim: Claim, **fields: Any) -> bool:
        item = self._of(claim)
        document = self.documents[item.document_id]
        values: dict[str, Any] = {
            "polarity": claim.polarity.value,
            "certainty": claim.certainty.value,
            "stance": claim.stance.value,
            "predicate": claim.predicate,
            "act": item.act.value,
            "form": item.form and item.form.value,
            "type": item.type.value,
            "negated": item.negated,
            "publisher": document.publisher[:200],
            "kind": self._kind(item.source_id),
        }
        return all(
            values[name] in (given if isinstance(given, list) else [given])
            for name, given in fields.items()
        )

    def _kind(self, source_id: str | None) -> str | None:
        same = (
            [self.sources[each] for each in sorted(self._same({source_id} - {None}))]
            if (source_id is not None)
            else []
        )
        entity = self.entity.get(source_id or "")
        if entity is not None and "kind" in self.fixes[entity]:
            return str(self.fixes[entity]["kind"])
        known = [each.kind.value for each in same if each.kind.value != "unknown"]
        return (known or ["unknown"])[0] if same else None

    def published_between(self, claim: Claim, start: str, end: str) -> bool:
        document = self.documents[self._of(claim).document_id]
        return _overlap(_window(document.published), start, end)

    def said_between(self, claim: Claim, start: str, end: str) -> bool:
        return _overlap(_window(self._of(claim).said), start, end)

    def happened_between(self, claim: Claim, start: str, end: str) -> bool:
        event = self.all_events.get(claim.event_id or "")
        own = _window(claim.time)
        return _overlap(own or (_window(event.time) if event else None), start, end)

    def with_quantity(
        self,
        claim: Claim,
        unit: str = "",
        at_least: float | None = None,
        at_most: float | None = None,
        of: str = "",
    ) -> bool:
        def fits(quantity: Quantity) -> bool:
            limits = (quantity.best, quantity.low, quantity.high)
            value = next((each for each in limits if each is not None), None)
            if (at_least is not None or at_most is not None) and value is None:
                return False
            return (
                (not unit or search_words(quantity.unit) == search_words(unit))
                and (at_least is None or (value is not None and value >= at_least))
                and (at_most is None or (value is not None and value <= at_most))
                and of in quantity.of
            )

        return any(fits(each) for each in claim.quantities)

    def contradicted(self, claim: Claim, by: str | None = None) -> bool:
        return any(
            relation.kind.value == "contradicts"
            and (by is None or self._is_by(other, by, members=True))
            for relation, other in self.partners[claim.id]
        )

    def corroborated(self, claim: Claim, by_independent: int = 1) -> bool:
        apart = {None, "independent"}
        return len(self._others(claim, lambda each: each.independence in apart)) >= by_independent

    def single_source(self, claim: Claim) -> bool:
        return not self._others(claim, lambda _: True)

    def _others(self, claim: Claim, fits: Callable[[Relation], bool]) -> set[str]:
        mine = self.entity.get(self._of(claim).source_id or "")
        found = set()
        for relation, other in self.partners[claim.id]:
            theirs = self.entity.get(self._of(other).source_id or "")
            if relation.kind.value == "corroborates" and theirs not in {None, mine}:
                found |= {theirs} if fits(relation) and theirs is not None else set()
        return found

    def unattributed(self, claim: Claim) -> bool:
        return self._of(claim).source_id is None

    def _of(self, claim: Claim) -> Attribution:
        return self.attributions[claim.attribution_id]


def _window(interval: Interval | None) -> Window | None:
    if interval is None:
        return None
    return (
        DAWN if interval.start is None else microseconds(interval.start),
        DUSK if interval.end is None else microseconds(interval.end),
    )


def _overlap(window: Window | None, start: str, end: str) -> bool:
    if window is None:
        return False
    first, last = Interval.parse(start).start, Interval.parse(end).start
    assert first is not None
    assert last is not None
    return window[0] < microseconds(last) and window[1] > microseconds(first)


def _event_words(event: Event) -> set[str]:
    place = event.place.name if event.place else ""
    return {word[:64] for word in search_words(f"{event.label} {place}")}
