"""The published JSON Schema is current, valid, and says of the seeds what the records say."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimgraph.errors import RecordError
from claimgraph.interop.schema import LINE, RECORDS, publish, published, schema

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "schema"
NAMES = [*RECORDS, LINE]


@pytest.mark.parametrize("name", NAMES)
def test_the_published_schema_is_current(name: str) -> None:
    # `claimgraph schema --publish docs/schema` writes them anew.
    assert (PUBLISHED / f"{name}.json").read_text(encoding="utf-8") == published(name)


def test_nothing_else_is_published() -> None:
    # That of a report is looked at in tests/report/test_as_json.py.
    assert {path.stem for path in PUBLISHED.iterdir()} == {*NAMES, "report"}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_that_refers_finds_its_definition(name: str) -> None:
    whole = schema(name)
    for reference in references(whole):
        assert reference.removeprefix("#/$defs/") in whole["$defs"]


def references(node: Any) -> set[str]:
    """Every ``$ref`` in a schema."""
    if isinstance(node, list):
        return {ref for item in node for ref in references(item)}
    if not isinstance(node, dict):
        return set()
    here = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
    return here | {ref for item in node.values() for ref in references(item)}


def seed_lines() -> list[Any]:
    return [
        pytest.param(line, id=f"{path.name} line {number}")
        for path in sorted((ROOT / "seeds").glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if number <= 12
    ]


VALIDATOR = Draft202012Validator(schema(LINE))


@pytest.mark.parametrize("line", seed_lines())
def test_a_line_of_the_seeds_fits_the_schema(line: str) -> None:
    VALIDATOR.validate(json.loads(line))


READING = {"record": "reading", "document": {"text": "SANA reported."}}


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"record": "rumour"}, id="a kind that is not there"),
        pytest.param({"document": {"text": "a"}}, id="no kind"),
        pytest.param(READING | {"mood": "bad"}, id="an unknown field"),
        pytest.param(READING | {"document": {"text": ""}}, id="an empty text"),
        pytest.param(READING | {"document": {"text": "a\x00b"}}, id="a NUL"),
        pytest.param(READING | {"claims": [{"text": "a"}]}, id="a claim without evidence"),
        pytest.param(READING | {"sources": [{"name": "A", "kind": "agency"}]}, id="a strange kind"),
    ],
)
def test_the_schema_refuses_what_the_records_refuse(wrong: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(READING)
    assert not VALIDATOR.is_valid(wrong)


@pytest.mark.parametrize("published_on", ["2018", "2018-11-25", "2018-11-25T08:00:00+02:00"])
def test_a_date_may_stand_for_an_interval(published_on: str) -> None:
    assert VALIDATOR.is_valid(READING | {"document": {"text": "a", "published": published_on}})


def test_descriptions_are_one_plain_paragraph() -> None:
    assert schema("Quantity")["description"] == (
        "A reported number as the range it allows (UCDP's low, best and high)."
    )


def test_an_unknown_record_is_named() -> None:
    with pytest.raises(RecordError, match="'Rumour'; there are Affiliation"):
        schema("Rumour")


def test_publishing_writes_one_file_for_each(tmp_path: Path) -> None:
    assert {path.stem for path in publish(tmp_path)} == set(NAMES)
    assert (tmp_path / "Claim.json").read_text(encoding="utf-8") == published("Claim")
