"""JSON Lines: what is written is read again, and what is wrong is named by line and field."""

import json
from pathlib import Path

import pytest

from claimgraph import Document, Lineage, Reading, Relation, Source
from claimgraph.errors import ClaimGraphError, InputFileError, OutputFileError
from claimgraph.interop import jsonl

SEEDS = Path(__file__).parents[2] / "seeds"
RELATION = Relation(a="clm_1", b="clm_2", kind="contradicts", reason="107 is not 47")
READING = Reading(document=Document(text="SANA reported."), sources=(Source(name="SANA"),))


def line(**changes: object) -> str:
    """A relation's line with other values in some fields."""
    return json.dumps(json.loads(RELATION.model_dump_json(exclude={"id"})) | changes)


@pytest.mark.parametrize("name", ["readings.jsonl", "relations.jsonl", "judgements.jsonl"])
def test_the_seeds_survive_a_round_trip(name: str, tmp_path: Path) -> None:
    records = list(jsonl.load(SEEDS / name))
    written = jsonl.dump(records, tmp_path / name)
    assert written == len(records) > 0
    assert list(jsonl.load(tmp_path / name)) == records


@pytest.mark.parametrize("name", ["readings.jsonl", "relations.jsonl", "judgements.jsonl"])
def test_the_seeds_bear_the_ids_of_their_content(name: str) -> None:
    for record in jsonl.load(SEEDS / name):
        assert record.id == record.derived_id()


def test_records_of_different_kinds_may_share_a_file() -> None:
    copied = Lineage(from_id="doc_2", to_id="doc_1", kind="same_text", reason="all words")
    records: list[jsonl.TopRecord] = [READING, RELATION, copied]
    assert list(jsonl.parse(jsonl.dumps(records))) == records


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("{", "line 1: no JSON at character 2", id="cut off"),
        pytest.param("\n\n[1]", "line 3: a JSON object belongs on every line", id="a list"),
        pytest.param('{"a": 1}', "line 1: record: missing; it is one of reading", id="of no kind"),
        pytest.param('{"record": "rumour"}', "record: 'rumour' is not known", id="of another kind"),
        pytest.param('{"record": ["reading"]}', "record: .* is not known", id="a list of kinds"),
        pytest.param(line(b=None), "line 1: b: ", id="null where an id belongs"),
        pytest.param(line(b="clm_1"), "to itself", id="a relation to itself"),
        pytest.param(
            line(mood="bad"), "line 1: mood: Extra inputs", id="a field that is not there"
        ),
        pytest.param(line(score=2), "line 1: score: ", id="surer than sure"),
        pytest.param(line(reason="\ud83d"), "line 1: reason: a lone surrogate", id="a surrogate"),
        pytest.param(line(reason="a\x00b"), "line 1: reason: a NUL", id="a NUL"),
        pytest.param(line().replace("1.0", "NaN"), "line 1: NaN is no JSON", id="NaN"),
        pytest.param(line().replace("1.0", "-Infinity"), "-Infinity is no JSON", id="infinity"),
        pytest.param(line().replace("1.0", "1e999"), "1e999 is too large", id="nearly infinity"),
        pytest.param(
            line().replace('"b"', '"a"'), "the key 'a' is given twice", id="one key twice"
        ),
        pytest.param("[" * 100_000, "line 1: ", id="deep nesting"),
        pytest.param('{"record": ' + "9" * 5000 + "}", "line 1: ", id="a number without end"),
    ],
)
def test_a_broken_line_is_named(text: str, complaint: str) -> None:
    with pytest.raises(InputFileError, match=f"pairs.jsonl .*{complaint}") as caught:
        list(jsonl.parse(text.split("\n"), "pairs.jsonl"))
    assert isinstance(caught.value, ClaimGraphError)
    assert "\n" not in str(caught.value)


def test_the_field_is_named_down_to_its_place_in_a_list() -> None:
    reading = json.loads(READING.model_dump_json())
    cue = {"start": 5, "end": 13, "text": "reporte"}
    reading["attributions"] = [{"document_id": reading["document"]["id"], "cue": [cue]}]
    with pytest.raises(InputFileError, match=r"readings.jsonl line 1: attributions\.0\.cue\.0: "):
        list(jsonl.parse([json.dumps(reading)], "readings.jsonl"))


def test_records_before_a_broken_line_are_read() -> None:
    lines = iter([RELATION.model_dump_json(), "{"])
    records = jsonl.parse(lines)
    assert next(records) == RELATION
    with pytest.raises(InputFileError, match="line 2"):
        next(records)


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    odd = RELATION.replace(reason="a\u2028b\u0085c\r\nd")
    jsonl.dump([odd], tmp_path / "odd.jsonl")
    assert list(jsonl.load(tmp_path / "odd.jsonl")) == [odd]


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "windows.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + RELATION.model_dump_json().encode() + b"\r\n\r\n")
    assert list(jsonl.load(path)) == [RELATION]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(b'{"record": "\xff"}', r"line 1: byte 13 is not UTF-8", id="Latin-1"),
        pytest.param("{}".encode("utf-16"), r"line 1: byte 1 is not UTF-8", id="UTF-16"),
        pytest.param(b"\x00\x01\x02", r"line 1: no JSON", id="no text at all"),
    ],
)
def test_a_file_of_another_kind_is_named(content: bytes, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "strange.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputFileError, match=complaint):
        list(jsonl.load(path))


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match=r"nothing.jsonl: No such file"):
        list(jsonl.load(tmp_path / "nothing.jsonl"))
    with pytest.raises(InputFileError, match="cannot read"):
        list(jsonl.load(tmp_path))


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputFileError, match="nothing was changed there"):
        jsonl.dump([RELATION], tmp_path / "nowhere" / "out.jsonl")


def test_a_large_file_is_read_line_by_line() -> None:
    def endless() -> object:
        while True:
            yield RELATION.model_dump_json()

    records = jsonl.parse(endless())  # type: ignore[arg-type]
    assert next(records) == next(records) == RELATION
