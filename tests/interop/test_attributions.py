"""Rows of offsets become readings, and readings rows, and nothing that a row can hold is lost."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from claimgraph.errors import InputFileError, RecordError, SpanError
from claimgraph.interop import attributions, jsonl
from claimgraph.interop.attributions import from_row, to_row
from claimgraph.model import Reading
from claimgraph.vocabulary import Naming, Role, Stance

SEEDS = Path(__file__).parents[2] / "seeds"

TEXT = (
    "In comments reported by TASS, Konashenkov accused HTS of firing 40 shells. "
    "HTS did not issue a statement, SOHR said."
)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


ROW: dict[str, Any] = {
    "doc_id": "wire-7",
    "text": TEXT,
    "title": "Shells",
    "publisher": "Example Wire",
    "published": "2018-11-25",
    "attributions": [
        {
            "id": "1",
            "source": [at("SOHR")],
            "cue": [at("said")],
            "content": [at("HTS did not issue a statement")],
            "type": "assertion",
            "form": "indirect",
            "act": "state",
            "canonical": "Syrian Observatory for Human Rights",
            "source_kind": "organisation",
            "affiliation": "",
            "via": [],
            "parent": None,
            "target": "",
            "negated": False,
            "quantities": [],
            "confidence": {},
        },
        {
            "id": "2",
            "source": [[TEXT.rindex("HTS"), TEXT.rindex("HTS") + 3]],
            "cue": [at("did not issue a statement")],
            "content": [],
            "type": "assertion",
            "form": None,
            "act": "no_statement",
            "canonical": "Hayat Tahrir al-Sham",
            "source_kind": "armed_group",
            "affiliation": "",
            "via": [],
            "parent": "1",
            "target": "",
            "negated": False,
            "quantities": [],
            "confidence": {},
        },
        {
            "id": "3",
            "source": [at("Konashenkov")],
            "cue": [at("accused")],
            "content": [at("HTS of firing 40 shells")],
            "type": "assertion",
            "form": "indirect",
            "act": "accuse",
            "canonical": "Igor Konashenkov",
            "source_kind": "person",
            "affiliation": "Russian defence ministry",
            "via": ["RIA", "TASS"],
            "parent": None,
            "target": "Hayat Tahrir al-Sham; the rebels",
            "negated": False,
            "quantities": [
                {
                    "text": "40",
                    "low": 40.0,
                    "best": 40.0,
                    "high": 40.0,
                    "comparator": "exact",
                    "unit": "shells",
                    "of": "fired",
                    "span": at("40"),
                }
            ],
            "confidence": {"cue": 0.98, "link": 0.5},
        },
    ],
}


def row(index: int = 0, /, **changes: Any) -> dict[str, Any]:
    """The row with other values in some fields of one attribution."""
    copy = deepcopy(ROW)
    copy["attributions"][index] |= changes
    return copy


def with_row_ids(written: dict[str, Any]) -> dict[str, Any]:
    """The same with ids counted from "1", as in the row it was made from."""
    copy = deepcopy(written)
    ids = {item["id"]: str(number) for number, item in enumerate(copy["attributions"], start=1)}
    for item in copy["attributions"]:
        item["id"] = ids[item["id"]]
        item["parent"] = ids.get(item["parent"])
    return copy


def test_a_row_survives_the_way_through_a_reading() -> None:
    assert with_row_ids(to_row(from_row(ROW))) == ROW


def test_a_reading_that_came_from_a_row_survives_the_way_through_a_row() -> None:
    reading = from_row(ROW)
    assert from_row(to_row(reading)) == reading


@pytest.mark.parametrize(
    "reading",
    [
        pytest.param(reading, id=reading.document.publisher)
        for reading in jsonl.load(SEEDS / "readings.jsonl")
        if isinstance(reading, Reading)
    ],
)
def test_what_a_row_can_hold_of_the_seeds_comes_back(reading: Reading) -> None:
    before = to_row(reading)
    again = to_row(from_row(before))
    assert again["text"] == before["text"]
    for here, there in zip(before["attributions"], again["attributions"], strict=True):
        for name in ("source", "cue", "content", "form", "act", "type", "negated", "via", "target"):
            assert there[name] == here[name], name
    assert json.dumps(before, allow_nan=False)


def test_the_reading_says_who_stands_behind_the_names() -> None:
    reading = from_row(ROW)
    names = {source.id: source for source in reading.sources}
    accusation = reading.attributions[2]
    assert names[accusation.source_id or ""].name == "Igor Konashenkov"
    assert [names[relay.source_id or ""].name for relay in accusation.via] == ["RIA", "TASS"]
    assert [(target.role, target.name) for target in accusation.targets] == [
        (Role.ACCUSED, "Hayat Tahrir al-Sham"),
        (Role.ACCUSED, "the rebels"),
    ]
    # HTS speaks (or does not) in one attribution and is accused in another: one source.
    assert accusation.targets[0].source_id == reading.attributions[1].source_id
    (affiliation,) = reading.affiliations
    assert names[affiliation.member_id].name == "Igor Konashenkov"
    assert names[affiliation.organisation_id].name == "Russian defence ministry"


def test_every_attribution_has_a_claim_and_a_silence_has_its_cue() -> None:
    statement, silence, accusation = from_row(ROW).claims
    assert statement.stance is Stance.ASSERTS
    assert (silence.stance, silence.text) == (Stance.SILENT, "did not issue a statement")
    assert (accusation.stance, accusation.text) == (Stance.ACCUSES, "HTS of firing 40 shells")
    assert accusation.quantities[0].best == 40


def test_a_denial_clears_its_target() -> None:
    denial = from_row(row(2, act="deny")).attributions[2]
    assert {target.role for target in denial.targets} == {Role.CLEARED}


def test_offsets_alone_are_enough() -> None:
    plain = {"text": TEXT, "attributions": [{"source": [at("SOHR")], "cue": [at("said")]}]}
    reading = from_row(plain)
    assert reading.document.id.startswith("doc_")
    assert reading.sources[0].name == "SOHR"


@pytest.mark.parametrize(
    ("changes", "naming"),
    [
        pytest.param({"canonical": "SOHR"}, Naming.NAMED, id="capitals"),
        pytest.param({"canonical": "a rebel alliance"}, Naming.DESCRIBED, id="no capitals"),
        pytest.param(
            {"canonical": "the Homs governor", "source_kind": "person"},
            Naming.DESCRIBED,
            id="a person called by an office",
        ),
        pytest.param(
            {"canonical": "Western officials", "source_kind": "collective"},
            Naming.DESCRIBED,
            id="several people",
        ),
        pytest.param(
            {"canonical": "a US official", "source_kind": "anonymous"}, Naming.UNNAMED, id="unnamed"
        ),
        pytest.param({"canonical": "he"}, Naming.PRONOUN, id="a pronoun nobody resolved"),
    ],
)
def test_the_name_shows_how_a_source_is_named(changes: dict[str, Any], naming: Naming) -> None:
    reading = from_row(row(0, **changes))
    source = next(s for s in reading.sources if s.id == reading.attributions[0].source_id)
    assert source.naming is naming


def test_nobody_is_nobody() -> None:
    hedge = row(0, source=[], canonical="", source_kind="none", act="allege")
    reading = from_row(hedge)
    assert reading.attributions[0].source_id is None
    assert to_row(reading)["attributions"][0]["source_kind"] == "none"
    assert to_row(reading)["attributions"][0]["canonical"] == ""


def test_what_other_programs_add_and_leave_null_is_no_fault() -> None:
    reading = from_row(row(0, accept_acts=["report"], optional=True, confidence=None, via=None))
    assert len(reading.attributions) == 3


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        pytest.param(
            row(1, cue=[[0, 999]]), "attributions.1: cue: 0:999 is no range", id="offsets"
        ),
        pytest.param(row(1, cue=[[0]]), "attributions.1.cue.0", id="half a range"),
        pytest.param(
            row(1, cue=[]), "attributions.1: .* needs a cue", id="neither cue nor content"
        ),
        pytest.param(row(1, act="shout"), "attributions.1.act: ", id="an act that is none"),
        pytest.param(row(1, source_kind="agency"), "attributions.1.source_kind: ", id="a kind"),
        pytest.param(row(1, parent="9"), "the parent '9' is not in this row", id="no such parent"),
        pytest.param(row(1, id="1"), "'1' is given twice", id="an id twice"),
        pytest.param(row(0, parent="2"), "holds itself", id="parents in a circle"),
        pytest.param(
            row(2, confidence={"cue": 7}), "attributions.2.confidence.cue", id="confidence"
        ),
        pytest.param(
            row(2, quantities=[{"text": "a", "low": 2, "high": 1}]), "out of order", id="a number"
        ),
        pytest.param(ROW | {"text": ""}, "text: ", id="no text"),
        pytest.param(ROW | {"doc_id": "two words"}, "doc_id: ", id="an id with a space"),
        pytest.param(ROW | {"published": "soon"}, "published: 'soon' is no time", id="no date"),
        pytest.param({"text": "a", "attributions": 7}, "attributions: ", id="no list"),
    ],
)
def test_a_wrong_row_is_named_by_its_field(wrong: dict[str, Any], complaint: str) -> None:
    with pytest.raises(RecordError, match=complaint):
        from_row(wrong)


def test_wrong_offsets_are_a_span_error() -> None:
    with pytest.raises(SpanError):
        from_row(row(0, content=[[5, 5]]))


def test_a_file_is_read_and_written_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    assert attributions.dump([from_row(ROW)], path) == 1
    assert list(attributions.load(path)) == [from_row(ROW)]
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row(1, act="shout")) + "\n")
    with pytest.raises(InputFileError, match=r"rows.jsonl line 2: attributions\.1\.act: "):
        list(attributions.load(path))
