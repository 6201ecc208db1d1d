"""A report as JSON: strict, in a stable order, and the same report again when it is read."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimgraph.errors import InputFileError, ReportError
from claimgraph.report import as_json
from claimgraph.report.content import Report
from claimgraph.text.json_schema import written
from tests.report.handmade import report_of, story

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "report.json"


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(story())


@pytest.fixture(scope="module")
def text(report: Report) -> str:
    return as_json.dumps(report)


def test_it_reads_back_into_an_equal_report(report: Report, text: str, tmp_path: Path) -> None:
    assert as_json.loads(text) == report
    path = tmp_path / "dara.json"
    path.write_text(text, encoding="utf-8")
    assert as_json.load(path) == report


def test_it_says_first_what_it_is(text: str) -> None:
    assert text.startswith('{\n"claimgraph_report": 1,\n"title": "Dara",\n')
    assert text.endswith("}\n")


def test_the_same_records_in_another_order_make_the_same_file(text: str) -> None:
    first, second, *others = story()
    assert as_json.dumps(report_of([second, first, *reversed(others)])) == text


def test_each_record_of_a_section_has_a_line(report: Report, text: str) -> None:
    lines = text.splitlines()
    for exhibit in report.exhibits:
        assert (
            sum(line.startswith(f'{{"number":{exhibit.number},"claim_id"') for line in lines) == 1
        )


def test_the_published_schema_is_current_and_valid() -> None:
    # `claimgraph schema --publish docs/schema` writes it anew.
    assert PUBLISHED.read_text(encoding="utf-8") == written(as_json.schema())
    Draft202012Validator.check_schema(as_json.schema())


VALIDATOR = Draft202012Validator(as_json.schema())


def test_a_report_fits_the_schema(text: str) -> None:
    VALIDATOR.validate(json.loads(text))


def first_exhibit(fields: dict[str, Any]) -> dict[str, Any]:
    exhibit: dict[str, Any] = fields["exhibits"][0]
    return exhibit


def without_title(fields: dict[str, Any]) -> None:
    del fields["title"]


def unknown(fields: dict[str, Any]) -> None:
    fields["verdict"] = "x"


def unknown_inside(fields: dict[str, Any]) -> None:
    first_exhibit(fields)["verdict"] = "x"


def number_as_text(fields: dict[str, Any]) -> None:
    first_exhibit(fields)["number"] = "1"


def strange_tone(fields: dict[str, Any]) -> None:
    first_exhibit(fields)["tone"] = "shouts"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(without_title, "title: Field required", id="a field that is missing"),
        pytest.param(unknown, "verdict is not as a report has it", id="an unknown field"),
        pytest.param(unknown_inside, r"exhibits\.0\.verdict is not", id="one within a record"),
        pytest.param(number_as_text, r"exhibits\.0\.number is not", id="a number as a text"),
        pytest.param(strange_tone, r"exhibits\.0\.tone", id="a word outside of its vocabulary"),
    ],
)
def test_what_is_no_report_is_refused_by_the_reader_and_by_the_schema(
    change: Any, told: str, text: str
) -> None:
    fields = json.loads(text)
    change(fields)
    assert not VALIDATOR.is_valid(fields)
    with pytest.raises(InputFileError, match=told):
        as_json.loads(json.dumps(fields))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[]", "an? JSON object belongs here", id="a list"),
        pytest.param('{"claimgraph_report": NaN}', "NaN is no JSON", id="a NaN"),
        pytest.param('{"a": 1, "a": 2}', "given twice", id="a key that comes twice"),
        pytest.param('{"claimgraph_report": 2}', "reads 1; read it with", id="a later form"),
        pytest.param("{", "no JSON at character", id="half of it"),
    ],
)
def test_what_is_no_strict_json_is_refused(text: str, told: str) -> None:
    with pytest.raises(InputFileError, match=told):
        as_json.loads(text)


def test_a_statement_without_evidence_is_refused(text: str) -> None:
    fields = json.loads(text)
    fields["cards"][0]["numbers"] = []
    with pytest.raises(ReportError, match="rests on no claim"):
        as_json.loads(json.dumps(fields))
