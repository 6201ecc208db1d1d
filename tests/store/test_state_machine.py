"""Any history of additions, judgements, reopenings and migrations: the stores hold what a model in
plain Python holds.
"""

import json
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Table, literal, select, union_all

from claimgraph.errors import ConflictError, RecordError, UnknownRecordError
from claimgraph.model import Judgement, Lineage, Question, Reading, Relation, Source
from claimgraph.store import Store, schema
from claimgraph.store.schema import microseconds
from claimgraph.text.words import search_words
from tests import strategies
from tests.cluster import Cluster
from tests.store.later import downgrade, later_release
from tests.store.model import Model

#: Few texts, so that documents are read again and again.
TEXTS = st.sampled_from(
    [
        "SOHR said around 100 people struggled to breathe.",
        "SANA reported 107 cases.",
        "A rebel alliance denied any involvement.",
    ]
)
DOCUMENTS = strategies.documents(TEXTS).map(
    lambda document: document.replace(publisher="Example Wire", published=None)
)
READINGS = strategies.readings(DOCUMENTS)

#: A moment before, between, and after the judgements that are made.
MOMENTS = [
    datetime(2026, 10, 31, tzinfo=UTC),
    datetime(2026, 11, 3, 12, tzinfo=UTC),
    datetime(2026, 11, 7, tzinfo=UTC),
]

IDS = [
    schema.document.c.id,
    schema.claim.c.id,
    schema.source.c.id,
    schema.relation.c.id,
    schema.question.c.id,
    schema.lineage.c.id,
    schema.judgement.c.id,
    schema.archive.c.reading_id,
]

#: One statement: it is asked after each step, where eight would take a third of all the time.
EVERY_ID = union_all(
    *(select(literal(each.table.name).label("table_name"), each.label("id")) for each in IDS)
)

#: Many small commits wait for a disk most of the time, where there is no memory to write to.
FOLDER = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Stores(RuleBasedStateMachine):
    """Stores of every kind, led through the same history as the model."""

    cluster: Cluster | None = None
    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.folder = Path(tempfile.mkdtemp(prefix="claimgraph-", dir=FOLDER))
        shutil.copy(self.template, self.folder / "store.db")
        self.locations = [str(self.folder / "store.db")]
        if self.cluster is not None:
            self.locations.append(self.cluster.fresh())
        self.stores = [Store.open(location) for location in self.locations]

    def teardown(self) -> None:
        try:
            for store in self.stores:
                assert store.check() == []
        finally:
            for store in self.stores:
                store.close()
            if self.cluster is not None:
                self.cluster.drop(self.locations[1])
            shutil.rmtree(self.folder)

    # Additions.

    @initialize(reading=READINGS)
    def begin(self, reading: Reading) -> None:
        self.add(reading)

    @rule(reading=READINGS)
    def add(self, reading: Reading) -> None:
        known = self.model.readings.get(reading.document.id)
        self.model.add(reading)
        for store in self.stores:
            added = store.add([reading])
            assert added.documents == (known is None)
            assert added.unchanged == (known is not None and known.id == reading.id)
            assert added.superseded == (known is not None and known.id != reading.id)

    @precondition(lambda self: len(self.model.claims()) > 1)
    @rule(data=st.data())
    def relate(self, data: st.DataObject) -> None:
        self.join(data.draw(strategies.relations(sorted(self.model.claims()))))

    @precondition(lambda self: self.model.claims())
    @rule(data=st.data())
    def ask(self, data: st.DataObject) -> None:
        self.join(data.draw(strategies.questions(sorted(self.model.claims()))))

    @precondition(lambda self: len(self.model.readings) + len(self.model.attributions()) > 1)
    @rule(data=st.data())
    def derive(self, data: st.DataObject) -> None:
        ends = sorted([*self.model.readings, *self.model.attributions()])
        self.join(data.draw(strategies.lineages(ends)))

    def join(self, record: Relation | Question | Lineage) -> None:
        possible = self.model.join(record)
        for store in self.stores:
            if possible:
                store.join([record])
            else:
                with pytest.raises(ConflictError):
                    store.join([record])

    @precondition(lambda self: self.model.claims())
    @rule(data=st.data())
    def relate_to_nothing(self, data: st.DataObject) -> None:
        claim = data.draw(st.sampled_from(sorted(self.model.claims())))
        relation = Relation(a=claim, b="clm_nowhere", kind="contradicts", reason="numbers")
        question = Question(text="lost with the relation", claims=(claim,))
        for store in self.stores:
            with pytest.raises(UnknownRecordError):
                store.join([question, relation])

    # Judgements.

    @rule(data=st.data())
    def rule_on(self, data: st.DataObject) -> None:
        self.judge(data.draw(strategies.rulings(self.model.records())))

    @rule(data=st.data())
    def retract(self, data: st.DataObject) -> None:
        document = data.draw(st.sampled_from(sorted(self.model.readings)))
        made = data.draw(st.sampled_from(strategies.JUDGED))
        self.judge(
            Judgement(
                decision="reject", subjects=(document,), by="Ben", reason="withdrawn", made=made
            )
        )

    @precondition(lambda self: self.model.claims())
    @rule(data=st.data(), right=st.booleans())
    def correct(self, data: st.DataObject, right: bool) -> None:
        claim = data.draw(st.sampled_from(sorted(self.model.claims())))
        values = ["positive", "negative"] if right else ["certainly not", 7, None]
        judgement = Judgement(
            decision="correct",
            subjects=(claim,),
            field="polarity",
            value=data.draw(st.sampled_from(values)),
            by="Ann",
            reason="the cue says so",
            made=data.draw(st.sampled_from(strategies.JUDGED)),
        )
        if right:
            self.judge(judgement)
            return
        for store in self.stores:
            with pytest.raises(RecordError):
                store.judge([judgement])

    @precondition(lambda self: len(self.model.sources()) > 1)
    @rule(data=st.data())
    def join_sources(self, data: st.DataObject) -> None:
        self.judge(data.draw(strategies.joinings(sorted(self.model.sources()))))

    @precondition(lambda self: len(self.model.events()) > 1)
    @rule(data=st.data())
    def join_events(self, data: st.DataObject) -> None:
        self.judge(data.draw(strategies.joinings(self.model.events())))

    @precondition(lambda self: self.model.judgements)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        self.judge(data.draw(strategies.withdrawals(sorted(self.model.judgements))))

    def judge(self, judgement: Judgement) -> None:
        new = judgement.id not in self.model.judgements
        self.model.judgements[judgement.id] = judgement
        for store in self.stores:
            assert store.judge([judgement]).judgements == new

    # Reopening.

    @rule()
    def reopen(self) -> None:
        for store in self.stores:
            store.close()
        self.stores = [Store.open(location) for location in self.locations]

    @rule()
    def migrate(self) -> None:
        """A later release opens the stores; then they are taken back."""
        for store in self.stores:
            store.close()
        with later_release():
            for location in self.locations:
                Store.open(location).close()
        for location in self.locations:
            downgrade(location)
        self.stores = [Store.open(location) for location in self.locations]

    # Questions.

    @invariant()
    def the_same_records_are_there(self) -> None:
        wanted = {
            "document": self.model.readings.keys(),
            "claim": self.model.claims().keys(),
            "source": self.model.sources().keys(),
            "relation": self.model.relations.keys(),
            "question": self.model.questions.keys(),
            "lineage": self.model.lineages.keys(),
            "judgement": self.model.judgements.keys(),
        }
        for store in self.stores:
            found: dict[str, list[str]] = {each.table.name: [] for each in IDS}
            for row in store.rows(EVERY_ID):
                found[row.table_name].append(row.id)
            assert len(found.pop("archive")) == self.model.archived
            for table, records in wanted.items():
                assert sorted(found[table]) == sorted(records), table

    @rule()
    def readings_come_back(self) -> None:
        for store in self.stores:
            for document_id, reading in self.model.readings.items():
                assert store.reading(document_id) == reading

    @rule()
    def sources_are_what_all_documents_say(self) -> None:
        for store in self.stores:
            bodies = [row.body for row in store.rows(select(schema.source.c.body))]
            found = map(Source.model_validate_json, bodies)
            assert {source.id: source for source in found} == self.model.sources()

    @rule(moment=st.sampled_from(MOMENTS))
    def rulings_hold_as_of_a_moment(self, moment: datetime) -> None:
        wanted = self.model.rulings(moment)
        for store in self.stores:
            rows = list(store.rows(at(schema.ruling, moment)))
            assert {(row.subject, row.field): json.loads(row.value) for row in rows} == wanted
            assert len(rows) == len(wanted)

    @rule(moment=st.sampled_from(MOMENTS))
    def entities_hold_as_of_a_moment(self, moment: datetime) -> None:
        wanted = self.model.entities(moment)
        for store in self.stores:
            rows = [
                *(
                    (row.source_id, row.entity_id)
                    for row in store.rows(at(schema.identity, moment))
                ),
                *(
                    (row.event_id, row.entity_id)
                    for row in store.rows(at(schema.event_identity, moment))
                ),
            ]
            assert dict(rows) == wanted
            assert len(rows) == len(wanted)

    @rule(word=st.sampled_from(["around", "People", "struggled", "nothing"]))
    def words_are_found(self, word: str) -> None:
        wanted = self.model.holding(word)
        for store in self.stores:
            condition = store.matches(search_words(word))
            found = [row.id for row in store.rows(select(schema.claim.c.id).where(condition))]
            assert sorted(found) == sorted(wanted)


def at(table: Table, moment: datetime) -> Any:
    """The rows of a table that hold at a moment."""
    when = microseconds(moment)
    return select(table).where(table.c.since <= when, when < table.c.until)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """An empty store, which copies are made of."""
    Store.open(tmp_path / "template.db").close()
    return tmp_path / "template.db"


@pytest.fixture
def machine(template: Path) -> type[Stores]:
    class Machine(Stores):
        pass

    Machine.template = template
    return Machine


#: "--hypothesis-profile=bench" asks for more.
BENCH = settings.get_current_profile_name() == "bench"
HISTORIES = settings(
    max_examples=500 if BENCH else 6,
    stateful_step_count=30 if BENCH else 20,
    suppress_health_check=list(HealthCheck),
    deadline=None,
)


pytestmark = pytest.mark.timeout(4 * 3600 if BENCH else 1200)


def test_sqlite_holds_what_the_model_holds(machine: type[Stores]) -> None:
    run_state_machine_as_test(machine, settings=HISTORIES)


@pytest.mark.postgres
def test_postgresql_and_sqlite_hold_what_the_model_holds(
    machine: type[Stores], cluster: Cluster
) -> None:
    machine.cluster = cluster
    run_state_machine_as_test(machine, settings=HISTORIES)
