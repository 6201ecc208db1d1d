"""What the queries are asked about: drawn at random from a store that is filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Select, func, select

from bench import world
from claimgraph.store import Store
from claimgraph.store.schema import affiliation, claim, event, relation, source


@dataclass(frozen=True)
class Dispute:
    """What a contradiction is found by again: the two sources, the topic and the time.

    Attributes:
        a: The name of who said one claim, or of the state or group that they speak for.
        b: The same of the other claim.
        topic: A town, or a word that occurs in every beat, such as "airstrike".
        start: The first day.
        end: The first day after.
    """

    a: str
    b: str
    topic: str
    start: str
    end: str


@dataclass(frozen=True)
class Samples:
    """Arguments of the four queries.

    Attributes:
        bodies: Names of organisations with members.
        contradicted: Ids of claims that stand in a contradiction.
        disputes: Contradictions.
        claims: Ids of any claims.
    """

    bodies: list[str]
    contradicted: list[str]
    disputes: list[Dispute]
    claims: list[str]


def draw(store: Store, count: int, seed: int = 1) -> Samples:
    """So many arguments for each query; the same for the same store and seed."""
    random = Random(seed)
    contradictions = _column(
        store, select(relation.c.id).where(relation.c.kind == "contradicts").order_by(relation.c.id)
    )
    chosen = random.choices(contradictions, k=4 * count)
    ends = {row.id: row for row in _by_id(store, relation, chosen)}
    disputes = [_dispute(store, ends[each].a, ends[each].b, random) for each in chosen]
    return Samples(
        bodies=_bodies(store, count, random),
        contradicted=[random.choice((ends[each].a, ends[each].b)) for each in chosen[:count]],
        disputes=[each for each in disputes if each is not None][:count],
        claims=_claims(store, count, random),
    )


def _bodies(store: Store, count: int, random: Random) -> list[str]:
    organisations = select(affiliation.c.organisation_id)
    names = select(source.c.name).where(source.c.id.in_(organisations)).order_by(source.c.id)
    return random.choices(_column(store, names), k=count)


def _claims(store: Store, count: int, random: Random) -> list[str]:
    last = _column(store, select(func.max(claim.c.row)))[0]
    rows = [random.randint(1, last) for _ in range(count)]
    return _column(store, select(claim.c.id).where(claim.c.row.in_(rows)))


def _dispute(store: Store, a: str, b: str, random: Random) -> Dispute | None:
    """The question that finds this contradiction; ``None`` if both sides are the same, or one is
    the article itself or somebody whom a text only describes: "a resident" is somebody else each
    time.
    """
    columns = (claim.c.id, claim.c.source_id, claim.c.published_from, event.c.kind, event.c.place)
    joined = (
        select(*columns)
        .join(event, event.c.id == claim.c.event_id)
        .join(source, source.c.id == claim.c.source_id)
        .where(source.c.naming == "named")
    )
    found = list(store.rows(joined.where(claim.c.id.in_([a, b]))))
    if len(found) < 2:
        return None
    speakers = [row.source_id for row in found]
    if random.random() < 0.5:
        speakers = [_top(store, each) for each in speakers]
    if speakers[0] == speakers[1]:
        return None
    names = {row.id: row.name for row in _by_id(store, source, speakers)}
    middle = world.EPOCH + timedelta(microseconds=found[0].published_from)
    start, end = (middle - timedelta(days=15), middle + timedelta(days=15))
    return Dispute(
        a=names[speakers[0]],
        b=names[speakers[1]],
        topic=found[0].place if random.random() < 0.5 else found[0].kind,
        start=_day(start),
        end=_day(end),
    )


def _top(store: Store, source_id: str) -> str:
    """The organisation at the head of those that a source speaks for, at whatever time."""
    of = select(affiliation.c.organisation_id).where(affiliation.c.member_id == source_id)
    above = _column(store, of.order_by(affiliation.c.id).limit(1))
    return _top(store, above[0]) if above else source_id


def _day(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d")


def _by_id(store: Store, table: Any, ids: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    for start in range(0, len(ids), 500):
        found += store.rows(select(table).where(table.c.id.in_(ids[start : start + 500])))
    return found


def _column(store: Store, statement: Select[Any]) -> list[Any]:
    return [row[0] for row in store.rows(statement)]
