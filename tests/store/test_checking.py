"""A check finds what somebody has broken behind the store's back."""

import pytest
from sqlalchemy import text

from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Judgement,
    Participant,
    Quantity,
    Question,
    Reading,
    Relation,
    Source,
)
from claimgraph.store import Store

ARTICLE = Document(text="SOHR said around 100 choked.")
SOHR = Source(name="SOHR", kind="organisation", aliases=["the Observatory"])
RAMI = Source(name="Rami Abdulrahman", kind="person")
SAID = Attribution(document_id=ARTICLE.id, source_id=SOHR.id, cue=[ARTICLE.span(5, 9)])
CLAIMS = [
    Claim(
        attribution_id=SAID.id,
        text=f"around {number} choked",
        spans=SAID.cue,
        quantities=[Quantity(text="around 100", best=number, unit="people")],
        participants=[Participant(role="agent", name="SOHR", source_id=SOHR.id)],
    )
    for number in (100, 107)
]
READING = Reading(
    document=ARTICLE,
    sources=[SOHR, RAMI],
    affiliations=[Affiliation(member_id=RAMI.id, organisation_id=SOHR.id, role="director")],
    attributions=[SAID],
    claims=CLAIMS,
)
#: Gives one of the sources in another form.
OTHER = Reading(
    document=Document(text="The observers counted more."),
    sources=[SOHR.replace(aliases=["the observers"])],
)


@pytest.fixture
def filled(store: Store) -> Store:
    store.add([READING, OTHER])
    first, second = (claim.id for claim in CLAIMS)
    store.join([Relation(a=first, b=second, kind="corroborates", reason="close")])
    store.join([Question(text="How many?", claims=[first])])
    store.judge([Judgement(decision="reject", subjects=[first], by="Ann", reason="a joke")])
    assert store.check() == []
    return store


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE claim SET polarity = 'negative'", "claim"),
        ("UPDATE claim SET words = 'something else'", "claim"),
        ("UPDATE attribution SET act = 'deny'", "attribution"),
        ("UPDATE document SET text = 'SOHR says around 100 choked.'", "broken"),
        ("DELETE FROM participant", "participant"),
        ("UPDATE quantity SET value = 0", "quantity"),
        ("UPDATE source SET name = 'SANA' WHERE name = 'SOHR'", "source"),
        ("UPDATE shared_form SET count = 2", "shared_form"),
        ("DELETE FROM shared_form", "shared_form"),
        ("UPDATE shared_form SET shared_id = (SELECT id FROM affiliation)", "shared_form"),
        ("UPDATE shared_version SET apart_id = NULL", "shared_version"),
        ("UPDATE shared_version SET apart_id = shared_id", "shared_version"),
        ("UPDATE source_name SET strong = NOT strong", "source_name"),
        ("UPDATE identity SET entity_id = 'src_0'", "identity"),
        ("UPDATE affiliation SET role = 'reader'", "affiliation"),
        ("DELETE FROM edge", "edge"),
        ("UPDATE relation SET score = 0.5", "relation"),
        ("DELETE FROM question_claim", "question_claim"),
        ("DELETE FROM ruling", "ruling"),
        ("UPDATE ruling SET plain = 'confirm'", "ruling"),
        ("DELETE FROM judgement_subject", "judgement_subject"),
    ],
)
def test_a_table_that_does_not_follow_is_named(filled: Store, statement: str, says: str) -> None:
    filled._database.write(lambda connection: connection.execute(text(statement)).close())
    faults = filled.check()
    assert any(says in fault for fault in faults), faults


def test_an_index_of_words_that_does_not_fit_is_named() -> None:
    with Store.open() as store:
        store.add([READING])
        breaking = text("INSERT INTO claim_words (claim_words) VALUES ('delete-all')")
        store._database.write(lambda connection: connection.execute(breaking).close())
        assert any("index of words" in fault for fault in store.check())


def test_an_analyzed_store_holds_the_same(filled: Store) -> None:
    filled.analyze()
    assert filled.check() == []
    assert filled.reading(ARTICLE.id) == READING
