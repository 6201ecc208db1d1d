"""Files hold whatever records hold; whatever files hold, nothing but a named error comes out."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimgraph import Document, Judgement, Lineage, Reading, Relation
from claimgraph.errors import InputFileError, RecordError
from claimgraph.interop import anything, brat, jsonl
from claimgraph.interop.attributions import from_row, to_row
from claimgraph.interop.schema import LINE, schema
from claimgraph.text.cells import plain, safe
from tests.strategies import lineages, questions, readings, relations

CLAIMS = ["clm_1", "clm_2", "clm_3"]
records = st.one_of(
    readings(), relations(CLAIMS), questions(CLAIMS), lineages(["doc_1", "att_1", "doc_2"])
)
VALIDATOR = Draft202012Validator(schema(LINE))


@given(st.lists(records, max_size=3))
@settings(max_examples=40)
def test_records_survive_json_lines(before: list[jsonl.TopRecord]) -> None:
    lines = list(jsonl.dumps(before))
    assert all("\n" not in line for line in lines)
    assert list(jsonl.parse(lines)) == before


@given(st.lists(records, max_size=2))
@settings(max_examples=15)
def test_records_survive_a_file(before: list[jsonl.TopRecord]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "records.jsonl")
        jsonl.dump(before, path)
        assert list(jsonl.load(path)) == before
        assert list(anything.load(path)) == before


@given(records)
@settings(max_examples=30)
def test_every_record_fits_the_published_schema(record: jsonl.TopRecord) -> None:
    VALIDATOR.validate(json.loads(record.model_dump_json()))


@given(readings())
@settings(max_examples=40)
def test_a_row_holds_every_offset(reading: Reading) -> None:
    row = to_row(reading)
    assert json.dumps(row, allow_nan=False)
    for item, written in zip(reading.attributions, row["attributions"], strict=True):
        for part in ("source", "cue", "content"):
            assert [[s.start, s.end] for s in getattr(item, part)] == written[part]


@given(readings())
@settings(max_examples=40)
def test_a_row_that_was_read_is_written_alike(reading: Reading) -> None:
    # The first way drops what a row cannot hold; from then on nothing changes.
    once = from_row(to_row(reading))
    assert from_row(to_row(once)) == once


def outcome(action: Callable[[], object]) -> str | None:
    """What our error says, where there is one; any other error is a fault of the library."""
    try:
        action()
    except (InputFileError, RecordError) as error:
        return str(error)
    return None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
ROW_KEYS = st.sampled_from(["doc_id", "text", "attributions", "published", "source", "cue", "id"])


@given(st.one_of(st.text(), json_values.map(json.dumps)))
def test_any_line_is_a_record_or_a_named_error(line: str) -> None:
    found = outcome(lambda: list(jsonl.parse([line])))
    assert found is None or found.startswith("input line 1: ")


@given(st.dictionaries(ROW_KEYS, json_values))
def test_any_row_is_a_reading_or_a_named_error(row: dict[str, object]) -> None:
    assert outcome(lambda: from_row(row)) != ""


@given(st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(max_examples=50)
def test_any_file_is_records_or_a_named_error(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "a.jsonl").write_bytes(content)
        Path(folder, "b.txt").write_bytes(b"SANA reported 107 cases.")
        Path(folder, "b.ann").write_bytes(content)
        for path in anything.files([Path(folder)]):
            found = outcome(partial(list, anything.load(path)))
            assert found is None or path.name in found


ANN_LINES = st.from_regex(r"[TER#*A][0-9]{0,2}\t[A-Za-z]{1,9} [0-9; :TARrg]{0,20}\t[a-zA-Z ]{0,12}")


@given(st.lists(ANN_LINES, max_size=6))
@settings(max_examples=50)
def test_any_standoff_is_a_reading_or_a_named_error(lines: list[str]) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "b.txt").write_text("SANA reported 107 cases.", encoding="utf-8")
        Path(folder, "b.ann").write_text("\n".join(lines), encoding="utf-8")
        found = outcome(lambda: list(brat.load(Path(folder))))
        assert found is None or found.startswith(f"{folder}/b.ann")


@given(st.text())
def test_a_cell_is_never_a_formula_and_comes_back(text: str) -> None:
    cell = safe(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain(cell) == text


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        pytest.param("report.pdf", "is not there", id="a missing file"),
        pytest.param("folder", "no file in this folder", id="an empty folder"),
        pytest.param("note.txt", "has another ending", id="a file of another kind"),
    ],
)
def test_what_cannot_be_added_is_named(name: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "note.txt").write_text("a")
    with pytest.raises(InputFileError, match=complaint):
        anything.files([tmp_path / name])


@given(st.permutations([0, 1, 2, 3]))
@settings(max_examples=10)
def test_any_order_of_records_becomes_one_that_can_be_added(order: list[int]) -> None:
    judgement = Judgement(decision="reject", subjects=("clm_1",), by="Ann", reason="a joke")
    reading = Reading(document=Document(text="SANA reported 107 cases."))
    relation = Relation(a="clm_1", b="clm_2", kind="contradicts", reason="…")
    copied = Lineage(from_id="doc_2", to_id="doc_1", kind="same_text", reason="…")
    given_in: list[jsonl.TopRecord] = [reading, relation, copied, judgement]
    ordered = list(anything.in_order(given_in[place] for place in order))
    assert ordered[0] == reading
    assert ordered[-1] == judgement
    assert len(ordered) == len(given_in)
