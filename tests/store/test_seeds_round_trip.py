"""The seeds go into every store and come back equal."""

import json
from pathlib import Path

from claimgraph.model import Judgement, Lineage, Question, Reading, Relation
from claimgraph.store import Store

SEEDS = Path(__file__).parents[2] / "seeds"
KINDS: dict[str, type[Relation | Question | Lineage]] = {
    "relation": Relation,
    "question": Question,
    "lineage": Lineage,
}


def lines(name: str) -> list[str]:
    return (SEEDS / name).read_text(encoding="utf-8").splitlines()


def test_the_seeds_come_back_equal_and_add_up(store: Store) -> None:
    readings = [Reading.model_validate_json(line) for line in lines("readings.jsonl")]
    joining = [
        KINDS[json.loads(line)["record"]].model_validate_json(line)
        for line in lines("relations.jsonl")
    ]
    judgements = [Judgement.model_validate_json(line) for line in lines("judgements.jsonl")]

    store.add(readings)
    store.join(joining)
    store.judge(judgements)

    assert [store.reading(reading.document.id) for reading in readings] == readings
    assert store.check() == []
    assert store.add(readings).unchanged == len(readings)
    assert store.join(joining).unchanged == len(joining)
    assert store.judge(judgements).unchanged == len(judgements)
