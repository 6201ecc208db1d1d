"""What people decide: the later judgement wins, and undoing one is another one."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from claimgraph.errors import ConflictError, RecordError
from claimgraph.model import Attribution, Claim, Document, Event, Judgement, Reading, Source
from claimgraph.store import Added, Store, schema
from claimgraph.store.rulings import active_at, rulings
from claimgraph.store.schema import DAWN, DUSK, microseconds
from tests import strategies

ARTICLE = Document(text="SOHR said 100 choked. SANA, Assad and Moscow said 107 did. HTS denied it.")
SOURCES = {
    name: Source(name=name, kind=kind)
    for name, kind in (
        ("SOHR", "organisation"),
        ("SANA", "media"),
        ("Assad", "person"),
        ("Moscow", "state"),
    )
}
EVENTS = [Event(label="the attack"), Event(label="the gas attack")]
SAID = Attribution(
    document_id=ARTICLE.id,
    source_id=SOURCES["SOHR"].id,
    cue=[ARTICLE.span(5, 9)],
    content=[ARTICLE.span(10, 20)],
)
CLAIM = Claim(attribution_id=SAID.id, text="100 choked", spans=SAID.content, polarity="positive")
READING = Reading(
    document=ARTICLE,
    sources=tuple(SOURCES.values()),
    events=tuple(EVENTS),
    attributions=[SAID],
    claims=[CLAIM],
)


def on(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC)


def judged(decision: str, *subjects: str, day: int = 1, **fields: Any) -> Judgement:
    return Judgement(
        decision=decision, subjects=subjects, by="Ann", reason="I looked", made=on(day), **fields
    )


@pytest.fixture
def filled(store: Store) -> Store:
    store.add([READING])
    return store


def held(store: Store, day: int, field: str = "status") -> str | None:
    """What the claim's field is held to be on a day."""
    table, moment = schema.ruling, microseconds(on(day))
    rows = store.rows(
        select(table.c.plain).where(
            table.c.subject == CLAIM.id,
            table.c.field == field,
            table.c.since <= moment,
            table.c.until > moment,
        )
    )
    return next((row.plain for row in rows), None)


def entity(store: Store, name: str, day: int = 9) -> str:
    """The name of the source that gives a source's entity its id, on a day."""
    table, moment = schema.identity, microseconds(on(day))
    found = select(table.c.entity_id).where(
        table.c.source_id == SOURCES[name].id, table.c.since <= moment, table.c.until > moment
    )
    (row,) = store.rows(found)
    return next(each.name for each in SOURCES.values() if each.id == row.entity_id)


def first(*names: str) -> str:
    """Whose id is the smallest."""
    return min(names, key=lambda name: SOURCES[name].id)


def test_a_rejection_holds_from_when_it_was_made(filled: Store) -> None:
    filled.judge([judged("reject", CLAIM.id, day=2)])
    assert [held(filled, day) for day in (1, 2, 3)] == [None, "reject", "reject"]


def test_the_later_judgement_wins_whenever_it_comes_in(filled: Store) -> None:
    filled.judge([judged("confirm", CLAIM.id, day=4)])
    filled.judge([judged("reject", CLAIM.id, day=2)])
    assert [held(filled, day) for day in (1, 2, 3, 4)] == [None, "reject", "reject", "confirm"]


def test_a_withdrawal_brings_back_what_was_held_before(filled: Store) -> None:
    rejected, confirmed = judged("reject", CLAIM.id, day=1), judged("confirm", CLAIM.id, day=2)
    filled.judge([rejected, confirmed])
    undone = judged("withdraw", confirmed.id, day=3)
    filled.judge([undone])
    filled.judge([judged("withdraw", undone.id, day=5)])
    assert [held(filled, day) for day in range(1, 7)] == [
        "reject",
        "confirm",
        "reject",
        "reject",
        "confirm",
        "confirm",
    ]


def test_a_correction_keeps_its_value_beside_the_status(filled: Store) -> None:
    filled.judge([judged("correct", CLAIM.id, field="polarity", value="negative")])
    filled.judge([judged("confirm", CLAIM.id)])
    assert (held(filled, 1, "polarity"), held(filled, 1)) == ("negative", "confirm")
    assert filled.reading(ARTICLE.id) == READING


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        pytest.param("polarity", "maybe", "polarity", id="a value outside the vocabulary"),
        pytest.param("event_id", "evt_0", "not in this reading", id="a reference to nothing"),
        pytest.param(
            "spans",
            [{"start": 0, "end": 4, "text": "TASS"}],
            "'SOHR', not 'TASS'",
            id="a span that is not the text",
        ),
        pytest.param("id", "clm_1", "cannot be corrected", id="the id"),
        pytest.param("attribution_id", "att_1", "cannot be corrected", id="what it hangs on"),
        pytest.param("truth", "true", "cannot be corrected", id="no field of a claim"),
    ],
)
def test_a_correction_that_breaks_the_record_is_refused(
    filled: Store, field: str, value: object, says: str
) -> None:
    with pytest.raises(RecordError, match=says):
        filled.judge([judged("correct", CLAIM.id, field=field, value=value)])
    assert list(filled.rows(select(schema.judgement.c.id))) == []


@pytest.mark.parametrize("id_", ["jdg_0", "jdg_zzz"], ids=["hidden", "not hidden"])
def test_a_broken_correction_is_refused_even_where_another_hides_it(
    filled: Store, id_: str
) -> None:
    filled.judge([judged("correct", CLAIM.id, field="polarity", value="negative")])
    broken = judged("correct", CLAIM.id, field="polarity", value="maybe").replace(id=id_)
    with pytest.raises(RecordError, match="polarity"):
        filled.judge([broken])


def test_an_event_that_is_in_the_reading_can_be_corrected_in(filled: Store) -> None:
    filled.judge([judged("correct", CLAIM.id, field="event_id", value=EVENTS[0].id)])
    assert held(filled, 1, "event_id") == EVENTS[0].id


def test_what_would_break_without_a_withdrawn_judgement_is_refused(filled: Store) -> None:
    vague = judged("correct", SOURCES["SOHR"].id, day=2, field="naming", value="described")
    with pytest.raises(RecordError, match="needs the document_id"):
        filled.judge([vague])


def test_merged_sources_are_one_until_they_are_split(filled: Store) -> None:
    both = first("SOHR", "SANA")
    filled.judge([judged("merge", SOURCES["SOHR"].id, SOURCES["SANA"].id, day=2)])
    filled.judge([judged("split", SOURCES["SANA"].id, day=4)])
    for day, expected in ((1, "SANA"), (2, both), (3, both), (4, "SANA")):
        assert entity(filled, "SANA", day) == expected


def test_a_merge_takes_whole_groups(filled: Store) -> None:
    filled.judge(
        [
            judged("merge", SOURCES["SOHR"].id, SOURCES["SANA"].id, day=1),
            judged("merge", SOURCES["Assad"].id, SOURCES["Moscow"].id, day=1),
            judged("merge", SOURCES["SANA"].id, SOURCES["Assad"].id, day=2),
        ]
    )
    assert {entity(filled, name, 2) for name in SOURCES} == {first(*SOURCES)}


def test_a_withdrawn_merge_was_never_made(filled: Store) -> None:
    merged = judged("merge", SOURCES["SOHR"].id, SOURCES["SANA"].id, day=1)
    filled.judge([merged, judged("withdraw", merged.id, day=3)])
    together = first("SOHR", "SANA")
    assert [entity(filled, "SANA", day) for day in (1, 2, 3)] == [together, together, "SANA"]


def test_events_are_merged_too(filled: Store) -> None:
    filled.judge([judged("merge", *(event.id for event in EVENTS))])
    table = schema.event_identity
    now = select(table.c.entity_id).where(table.c.until == DUSK)
    assert {row.entity_id for row in filled.rows(now)} == {min(event.id for event in EVENTS)}


@pytest.mark.parametrize(
    ("decision", "subjects", "says"),
    [
        pytest.param(
            "merge", [SOURCES["SOHR"].id, EVENTS[0].id], "sources are merged with sources", id="mix"
        ),
        pytest.param("merge", [CLAIM.id, SOURCES["SOHR"].id], "is a claim", id="merge a claim"),
        pytest.param("split", [CLAIM.id], "is a claim", id="split a claim"),
        pytest.param("withdraw", [CLAIM.id], "is a claim", id="withdraw a claim"),
    ],
)
def test_a_decision_that_does_not_fit_its_subject_is_refused(
    filled: Store, decision: str, subjects: list[str], says: str
) -> None:
    with pytest.raises(RecordError, match=says):
        filled.judge([judged(decision, *subjects)])


def test_a_judgement_is_never_changed(filled: Store) -> None:
    mine = judged("reject", CLAIM.id).replace(id="jdg_mine")
    filled.judge([mine])
    with pytest.raises(ConflictError, match="withdraw the old one"):
        filled.judge([judged("confirm", CLAIM.id).replace(id="jdg_mine")])
    assert filled.judge([mine]) == Added(unchanged=1)


HISTORIES = st.lists(strategies.rulings(["clm_1", "clm_2"]), max_size=6).flatmap(
    lambda made: st.tuples(
        st.just(made),
        st.lists(strategies.withdrawals([each.id for each in made]), max_size=4)
        if made
        else st.just([]),
    ).map(lambda both: list({each.id: each for each in (*both[0], *both[1])}.values()))
)


@given(HISTORIES, st.randoms())
def test_rulings_do_not_depend_on_the_order_of_judgements(
    history: list[Judgement], dice: Any
) -> None:
    shuffled = list(history)
    dice.shuffle(shuffled)
    assert rulings(shuffled) == rulings(history)


@given(HISTORIES)
def test_rulings_say_at_each_moment_what_the_latest_judgement_in_force_says(
    history: list[Judgement],
) -> None:
    found = rulings(history)
    for moment in (DAWN, *(microseconds(day) for day in strategies.JUDGED), DUSK - 1):
        latest = {
            each.subjects[0]: each.decision.value
            for each in active_at(moment, history)
            if each.decision.value != "withdraw"
        }
        now = [each for each in found if each.since <= moment < each.until]
        assert {each.subject: each.plain for each in now} == latest
        assert len(now) == len(latest)
