"""The tables hold every record, and can be joined by their ids."""

from typing import Any

import pytest

from claimgraph.interop.tabular import DETAILS, details
from claimgraph.model import Judgement, Lineage, Quantity
from claimgraph.views.material import Material
from tests.factories import article, asks, gather, happening, person, said, same, source, speaks_for
from tests.views.seeds import material as seeds

WIRE = article("Russia accused HTS, TASS said. SANA counted at least 107 cases, and more.")
RUSSIA, HTS = source("Russia", "state"), source("HTS", "armed_group")
TAHRIR, TASS = source("Tahrir al-Sham", "armed_group"), source("TASS", "media")
ATTACK = happening("attack")
ACCUSES = said(WIRE, RUSSIA, "accused HTS", stance="accuses", accusing=TAHRIR, via=[TASS])
COUNTS = said(
    WIRE,
    source("SANA", "media"),
    "at least 107 cases",
    about=ATTACK,
    numbers=[
        Quantity(
            text="at least 107 cases",
            low=107,
            best=107,
            comparator="at_least",
            unit="cases",
            span=WIRE.span(44, 62),
        )
    ],
)
ENVOY = person("Envoy")
LINEAGE = Lineage(from_id=WIRE.id, to_id=ACCUSES.attribution.id, kind="cites", reason="it does")
DECIDED = Judgement(
    decision="correct",
    subjects=[COUNTS.claim.id],
    field="polarity",
    value="negative",
    by="Ann Roe",
    reason="a denial",
)
MATERIAL = gather(
    *(ACCUSES, COUNTS, HTS, ENVOY, speaks_for(ENVOY, RUSSIA, "envoy"), LINEAGE),
    asks("How many?", COUNTS, about=ATTACK),
    entities=same(HTS, TAHRIR),
)


def tables(material: Material = MATERIAL, *judgements: Judgement) -> dict[str, list[Any]]:
    return {table.name: list(table.rows) for table in details(material, judgements)}


def test_every_row_has_every_column_with_a_value_of_its_type() -> None:
    for material in (MATERIAL, seeds()):
        for table in details(material, [DECIDED]):
            rows = list(table.rows)
            assert rows or table.name == "relays", table.name
            for row in rows:
                assert set(row) == set(table.columns)
                for name, value in row.items():
                    number = int | float if table.columns[name] is float else table.columns[name]
                    assert value is None or isinstance(value, number), (table.name, name)


def test_a_span_says_which_characters_of_which_document() -> None:
    rows = tables()["spans"]
    for row in rows:
        assert WIRE.text[row["start"] : row["end"]] == row["text"]
        assert row["document_id"] == WIRE.id
    assert {row["part"] for row in rows} == {"content", "claim"}


def test_what_a_record_has_several_of_is_a_row_each() -> None:
    found = tables()
    assert [(row["role"], row["source_id"]) for row in found["participants"]] == [
        ("accused", HTS.id),
        ("accused", HTS.id),
    ]
    assert [(row["name"], row["source_id"]) for row in found["relays"]] == [("TASS", TASS.id)]
    (number,) = found["quantities"]
    assert (number["low"], number["best"], number["high"]) == (107, 107, None)
    assert WIRE.text[number["start"] : number["end"]] == number["text"] == "at least 107 cases"


def test_what_joins_records_has_the_ids_of_both() -> None:
    found = tables(MATERIAL, DECIDED)
    (member,) = found["affiliations"]
    assert (member["member"], member["role"], member["organisation"]) == (
        "Envoy",
        "envoy",
        "Russia",
    )
    (lineage,) = found["lineages"]
    assert (lineage["from_id"], lineage["kind"]) == (WIRE.id, "cites")
    (answer,) = found["answers"]
    (question,) = found["questions"]
    assert answer == {"question_id": question["id"], "claim_id": COUNTS.claim.id}
    (decision,) = found["judgements"]
    assert (decision["by"], decision["value"]) == ("Ann Roe", '"negative"')
    assert found["subjects"][0]["record_id"] == COUNTS.claim.id


@pytest.mark.parametrize("material", [Material(), MATERIAL], ids=["nothing", "something"])
def test_the_tables_are_always_the_same(material: Material) -> None:
    assert list(tables(material)) == list(DETAILS)
