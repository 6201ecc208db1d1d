"""From every shared record, something leads to each document that speaks of it, and to no other."""

from datetime import UTC, datetime

from sqlalchemy import literal_column, select

from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Participant,
    Reading,
    Relay,
    Source,
)
from claimgraph.store import Store, schema
from claimgraph.store.mentions import documents_of, led_to
from tests.store.older import take_back

SPEAKER, SILENT = Source(name="Maria Petrova"), Source(name="Ivan Orlov")
MINISTRY, COUNCIL, PARTY = (
    Source(name=name, kind="organisation")
    for name in ("Ministry of Health", "City Council", "Farmers Union")
)
AGENCY, BRIGADE, VICTIM = (
    Source(name=name, kind=kind)
    for name, kind in (
        ("SANA", "media"),
        ("First Brigade", "armed_group"),
        ("Red Crescent", "organisation"),
    )
)
SOURCES = (SPEAKER, SILENT, MINISTRY, COUNCIL, PARTY, AGENCY, BRIGADE, VICTIM)
ATTACK, TALKS = Event(label="Attack on a market"), Event(label="Talks in Geneva")


def article(
    day: int, *affiliations: Affiliation, speaker: Source | None = SPEAKER, **found: bool
) -> Reading:
    """An article in which somebody speaks, and perhaps relays, accuses and names others."""
    document = Document(
        text=f"Of day {day}: 107 cases.", published=datetime(2018, 11, day, tzinfo=UTC)
    )
    words = document.span(0, 6)
    said = Attribution(
        document_id=document.id,
        source_id=speaker.id if speaker else None,
        content=[words],
        targets=[Participant(role="accused", name="x", source_id=BRIGADE.id)]
        if found.get("accuses")
        else [],
        via=[Relay(name="SANA", source_id=AGENCY.id)] if found.get("relays") else [],
    )
    claim = Claim(
        attribution_id=said.id,
        text=words.text,
        spans=[words],
        participants=[Participant(role="patient", name="y", source_id=VICTIM.id)]
        if found.get("harms")
        else [],
        event_id=ATTACK.id,
    )
    named = {said.source_id, *(each.source_id for each in said.via)}
    named |= {each.source_id for each in (*said.targets, *claim.participants)}
    named |= {each.member_id for each in affiliations}
    named |= {each.organisation_id for each in affiliations}
    return Reading(
        document=document,
        sources=[each for each in SOURCES if each.id in named],
        affiliations=affiliations,
        events=[ATTACK, TALKS],
        attributions=[said],
        claims=[claim],
    )


#: One id for two affiliations: whoever gave it by hand named other ends in each document.
SPEAKS = Affiliation(member_id=SPEAKER.id, organisation_id=MINISTRY.id)
OTHER_MEMBER = Affiliation(id=SPEAKS.id, member_id=SILENT.id, organisation_id=MINISTRY.id)
OTHER_BODY = Affiliation(id=SPEAKS.id, member_id=SPEAKER.id, organisation_id=COUNCIL.id)
BELONGS = Affiliation(member_id=SILENT.id, organisation_id=PARTY.id)

ARTICLES = [
    article(1, SPEAKS, BELONGS, accuses=True),
    article(2, OTHER_MEMBER, relays=True),
    article(3, OTHER_MEMBER, BELONGS, speaker=SILENT, harms=True),
    article(4, OTHER_BODY, speaker=SILENT),
    article(5, OTHER_BODY, accuses=True, relays=True, harms=True),
    article(6, BELONGS, speaker=None),
    article(7, SPEAKS),
]


def faults(store: Store) -> list[str]:
    """Where what leads to documents differs from what they hold; and what else is wrong."""
    version = schema.shared_version
    found = []
    for kind in ("source", "affiliation", "event"):
        held = select(version.c.shared_id, version.c.document_id).where(version.c.kind == kind)
        all_ids = select(schema.metadata.tables[kind].c.id)
        led = sorted(map(tuple, store.rows(documents_of(kind, all_ids))))
        if led != sorted(map(tuple, store.rows(held))):
            found.append(kind)
    return [*found, *store.check()]


def test_what_is_led_to_stands_not_apart(store: Store) -> None:
    store.add(ARTICLES)
    apart = select(schema.shared_version).where(schema.shared_version.c.apart_id.is_not(None))
    first = {
        row.shared_id for row in store.rows(apart) if row.document_id == ARTICLES[0].document.id
    }
    assert first == {SILENT.id, PARTY.id, BELONGS.id, TALKS.id}
    led = led_to(ARTICLES[4])
    assert led["source"] == {each.id for each in (SPEAKER, COUNCIL, AGENCY, BRIGADE, VICTIM)}
    assert (led["affiliation"], led["event"]) == ({SPEAKS.id}, {ATTACK.id})


def test_each_document_is_found_in_whatever_order_they_come_and_go(store: Store) -> None:
    for order in (ARTICLES, ARTICLES[::-1]):
        for reading in order:
            store.add([reading])
            assert faults(store) == []
        for reading in order:
            store.add([reading.replace(affiliations=(), attributions=(), claims=())])
            assert faults(store) == []
            store.add([reading])
            assert faults(store) == []
            store.add([Reading(document=reading.document)])
            assert faults(store) == []
    assert list(store.rows(select(literal_column("1")).select_from(schema.membership))) == []


def test_a_batch_is_found_as_one_after_the_other(store: Store) -> None:
    store.add(ARTICLES[3:], batch=10)
    assert faults(store) == []
    store.add(ARTICLES, batch=10)
    assert faults(store) == []


def test_older_stores_find_the_same(location: str) -> None:
    with Store.open(location) as store:
        store.add(ARTICLES)
        everything = [
            sorted(map(tuple, store.rows(select(each))))
            for each in (schema.membership, schema.shared_version)
        ]
    for revision in ("0005", "0004", "0003"):
        take_back(location, revision)
        with Store.open(location) as store:
            assert faults(store) == []
            assert everything == [
                sorted(map(tuple, store.rows(select(each))), key=str)
                for each in (schema.membership, schema.shared_version)
            ]
