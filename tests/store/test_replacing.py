"""Another reading of the same document replaces the one that is there; nothing of it is lost."""

import json

import pytest
from sqlalchemy import select

from claimgraph.model import (
    Attribution,
    Claim,
    Document,
    Event,
    Judgement,
    Lineage,
    Question,
    Reading,
    Relation,
    Source,
)
from claimgraph.store import Added, Store, schema

ARTICLE = Document(text="SANA reported 107 cases. HTS denied it. Nobody died.")
ELSEWHERE = Document(text="SOHR said around 100 people struggled to breathe.")


def said(document: Document, start: int, end: int) -> Attribution:
    """An attribution whose cue has these characters."""
    return Attribution(document_id=document.id, cue=[document.span(start, end)])


def claim(attribution: Attribution, text: str) -> Claim:
    return Claim(attribution_id=attribution.id, text=text, spans=attribution.cue)


SANA, HTS, NOBODY = said(ARTICLE, 5, 13), said(ARTICLE, 29, 35), said(ARTICLE, 40, 46)
CASES, DENIAL, NONE = claim(SANA, "107 cases"), claim(HTS, "no gas"), claim(NOBODY, "none died")
SOHR = said(ELSEWHERE, 5, 9)
PEOPLE = claim(SOHR, "around 100 people")

OTHER = Reading(document=ELSEWHERE, attributions=[SOHR], claims=[PEOPLE])
OLD = Reading(
    document=ARTICLE,
    sources=[Source(name="SANA", kind="media", aliases=["the agency"])],
    attributions=[SANA, HTS],
    claims=[CASES, DENIAL],
)
#: It finds the first claim again, not the second, and one more.
NEW = Reading(
    document=ARTICLE,
    sources=[Source(name="SANA", kind="state")],
    attributions=[SANA, NOBODY],
    claims=[CASES, NONE],
    reader="claimgraph",
    version="1",
)

KEPT = Relation(a=CASES.id, b=PEOPLE.id, kind="corroborates", reason="100 allows 107")
MACHINE = Relation(
    a=DENIAL.id, b=PEOPLE.id, kind="contradicts", reason="negation", method="negation.v1"
)
BY_HAND = Relation(a=DENIAL.id, b=PEOPLE.id, kind="contradicts", reason="they deny it")
QUESTION = Question(text="How many?", claims=[CASES.id, DENIAL.id, PEOPLE.id])
LINEAGE = Lineage(from_id=HTS.id, to_id=SOHR.id, kind="cites", reason="answers it")


@pytest.fixture
def replaced(store: Store) -> Store:
    store.add([OLD, OTHER])
    store.join([KEPT, MACHINE, BY_HAND, QUESTION, LINEAGE])
    store.judge(
        [
            Judgement(decision="reject", subjects=[CASES.id], by="Ann", reason="a joke"),
            Judgement(decision="reject", subjects=[DENIAL.id], by="Ann", reason="a joke"),
        ]
    )
    before = recorded(store)
    assert store.add([NEW]) == Added(attributions=1, claims=1, superseded=1, dropped=3)
    assert recorded(store).items() <= before.items()
    return store


def recorded(store: Store) -> dict[str, object]:
    """When each relation came into the store."""
    rows = store.rows(select(schema.relation.c.id, schema.relation.c.recorded))
    return {row.id: row.recorded for row in rows}


def ids(store: Store, name: str) -> set[str]:
    table = schema.metadata.tables[name]
    return {row.id for row in store.rows(select(table.c.id))}


def test_the_new_reading_is_there(replaced: Store) -> None:
    assert replaced.reading(ARTICLE.id) == NEW
    assert ids(replaced, "claim") == {CASES.id, NONE.id, PEOPLE.id}
    assert replaced.add([NEW]) == Added(unchanged=1)
    assert replaced.check() == []


def test_what_joins_claims_that_are_still_there_stays(replaced: Store) -> None:
    assert ids(replaced, "relation") == {KEPT.id}
    (row,) = replaced.rows(select(schema.question.c.body))
    assert Question.model_validate_json(row.body).claims == (CASES.id, PEOPLE.id)
    assert ids(replaced, "lineage") == set()


def test_the_old_reading_and_what_people_made_are_in_the_archive(replaced: Store) -> None:
    (row,) = replaced.rows(select(schema.archive))
    archived = json.loads(row.body)
    assert Reading.model_validate(archived["reading"]) == OLD
    dropped = {each["id"]: each for each in archived["dropped"]}
    assert Relation.model_validate(dropped.pop(BY_HAND.id)) == BY_HAND
    assert Question.model_validate(dropped.pop(QUESTION.id)) == QUESTION
    assert Lineage.model_validate(dropped.pop(LINEAGE.id)) == LINEAGE
    assert not dropped


def test_judgements_outlast_the_records_they_are_about(replaced: Store) -> None:
    rows = replaced.rows(select(schema.ruling.c.subject, schema.ruling.c.plain))
    assert {tuple(row) for row in rows} == {(CASES.id, "reject"), (DENIAL.id, "reject")}


def test_shared_records_forget_what_only_the_old_reading_said(replaced: Store) -> None:
    (row,) = replaced.rows(select(schema.source.c.body))
    assert Source.model_validate_json(row.body) == NEW.sources[0]
    names = replaced.rows(select(schema.source_name.c.key))
    assert [name.key for name in names] == ["sana"]


def test_the_old_reading_can_come_back(replaced: Store) -> None:
    assert replaced.add([OLD]).superseded == 1
    assert replaced.add([NEW, OLD], batch=2).superseded == 2
    assert replaced.reading(ARTICLE.id) == OLD
    assert len(list(replaced.rows(select(schema.archive.c.reading_id)))) == 4
    assert replaced.check() == []


def test_a_machines_newer_verdict_replaces_its_older_one(store: Store) -> None:
    store.add([OLD, OTHER])
    store.join([MACHINE])
    surer = MACHINE.replace(id=MACHINE.id, score=0.5, version="2")
    assert store.join([surer]) == Added(relations=1)
    (row,) = store.rows(select(schema.relation.c.body))
    assert Relation.model_validate_json(row.body) == surer


def test_questions_gather_answers(store: Store) -> None:
    store.add([OLD, OTHER])
    asked = [Question(text="How many?", claims=[each.id]) for each in (CASES, PEOPLE)]
    assert [store.join([each]) for each in asked] == [Added(questions=1)] * 2
    (row,) = store.rows(select(schema.question.c.body))
    assert set(Question.model_validate_json(row.body).claims) == {CASES.id, PEOPLE.id}
    assert store.join(asked) == Added(unchanged=2)


@pytest.mark.parametrize("which", [0, 1], ids=["the acronym goes", "the full name goes"])
def test_a_source_stands_alone_again_when_its_namesake_goes(store: Store, which: int) -> None:
    acronym = Source(name="HTS", aliases=["Hayat Tahrir al-Sham"])
    spelled_out = Source(name="Hayat Tahrir al-Sham")
    readings = [
        Reading(document=ARTICLE, sources=[acronym]),
        Reading(document=ELSEWHERE, sources=[spelled_out]),
    ]
    store.add(readings)
    table = schema.identity
    assert len({row.entity_id for row in store.rows(select(table))}) == 1

    store.add([readings[which].replace(sources=(), reader="claimgraph")])

    stays = (spelled_out, acronym)[which]
    assert [(row.source_id, row.entity_id) for row in store.rows(select(table))] == [
        (stays.id, stays.id)
    ]
    assert store.check() == []


def test_an_event_stands_alone_again_when_the_one_it_was_merged_with_goes(store: Store) -> None:
    attack, blast = Event(label="the attack"), Event(label="the blast")
    readings = [
        Reading(document=ARTICLE, events=[attack]),
        Reading(document=ELSEWHERE, events=[blast]),
    ]
    store.add(readings)
    merged = (min(attack.id, blast.id), max(attack.id, blast.id))
    store.judge([Judgement(decision="merge", subjects=merged, by="Ann", reason="one event")])

    going = readings[0] if attack.id == merged[0] else readings[1]
    store.add([going.replace(events=(), reader="claimgraph")])

    table = schema.event_identity
    now = select(table).where(table.c.until == schema.DUSK)
    assert [(row.event_id, row.entity_id) for row in store.rows(now)] == [(merged[1], merged[1])]
    assert store.check() == []
