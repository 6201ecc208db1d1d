"""Ids come from content alone: not from the process, its hash seed, or the order of fields."""

import json
import os
import subprocess
import sys

import pytest

from claimgraph.ids import content_id, name_key, text_digest
from claimgraph.model import Document

#: Makes one record of every kind that has an id, and prints the ids.
RECORDS = """
import claimgraph as cg
document = cg.Document(text="SANA reported 107 cases.", publisher="Wire", published="2018-11-25")
sana = cg.Source(name="SANA", kind="media")
rebels = cg.Source(name="a rebel alliance", naming="described", document_id=document.id)
said = cg.Attribution(document_id=document.id, source_id=sana.id, source=(document.span(0, 4),),
    cue=(document.span(5, 13),), content=(document.span(14, 23),), act="report")
claim = cg.Claim(attribution_id=said.id, text="107 cases", spans=said.content)
records = [
    document, sana, rebels,
    cg.Affiliation(member_id=sana.id, organisation_id=rebels.id, role="agency", during="2018"),
    cg.Event(label="the attack", kind="attack", place={"name": "Aleppo"}, time="2018-11-24"),
    said, claim,
    cg.Reading(document=document, sources=(sana,), attributions=(said,), claims=(claim,)),
    cg.Relation(a=claim.id, b="clm_2", kind="contradicts", type="numeric", reason="107 is not 47"),
    cg.Question(text="How many?", claims=(claim.id,)),
    cg.Lineage(from_id=document.id, to_id="doc_2", kind="same_text", reason="all words"),
    cg.Judgement(decision="correct", subjects=(claim.id,), field="place", by="Ann", reason="maps",
        value={"name": "Aleppo", "within": ["Syria"]}, made="2026-11-22T10:00:00Z"),
]
import json
print(json.dumps([record.id for record in records]))
"""

#: What they were when they were first stored. A change here breaks every store that users have.
GOLDEN = [
    "doc_0b3eff8cdda39c4f2c5e",
    "src_601b0cc7a90f626ab9eb",
    "src_7f0b2262b02705231e93",
    "aff_0504700b313c94566404",
    "evt_57facf3991af4a94ca11",
    "att_0b3eff8cddfbc2898e18",
    "clm_0b3eff8cddca7da6818f",
    "rdg_8c03f2892f840c74b95e",
    "rel_0b3eff8cdd4570caee68",
    "qst_f193b815467fcb368ba1",
    "lin_7538773724c7e74ddb1d",
    "jdg_83141e84f8d4b2349843",
]


def ids_in_a_new_process(seed: str) -> list[str]:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", RECORDS], capture_output=True, text=True, check=True, env=environment
    )
    ids: list[str] = json.loads(run.stdout)
    return ids


@pytest.mark.parametrize("seed", ["0", "1", "4711"], ids=lambda seed: f"hash seed {seed}")
def test_ids_are_those_of_the_first_release(seed: str) -> None:
    assert ids_in_a_new_process(seed) == GOLDEN


def test_the_parts_of_an_id_do_not_run_into_each_other() -> None:
    assert content_id("src", "ab", "c") != content_id("src", "a", "bc")
    assert content_id("src", "a") != content_id("src", "a", "")
    assert content_id("src", "") != content_id("src", None)
    assert content_id("src", "1:a|1:b") != content_id("src", "a", "b")


def test_records_of_one_document_stand_side_by_side() -> None:
    document = content_id("doc", "SANA reported 107 cases.")
    family = document[4:14]
    said = content_id("att", "0-4", within=document)
    assert said[4:14] == family
    assert content_id("clm", "14-23", within=said)[4:14] == family
    assert content_id("att", "0-4", within="my-own-name") != said


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param("2018-11-24", "2018-11-25", id="days"),
        pytest.param("0001", "9998", id="the first year and the last"),
        pytest.param("2018-11-24T23:30:00-02:00", "2018-11-26", id="days count in UTC"),
        pytest.param(None, "0001", id="no day stands before all days"),
    ],
)
def test_ids_of_documents_stand_in_the_order_of_their_days(earlier: str | None, later: str) -> None:
    text = "SANA reported 107 cases."
    first, second = (Document(text=text, published=day).id for day in (earlier, later))
    assert len(first) == len(second)
    assert first < second


def test_documents_of_one_day_differ_and_their_records_begin_with_that_day() -> None:
    one, other = (Document(text=text, published="2018-11-24") for text in ("a", "b"))
    assert one.id[:10] == other.id[:10] == "doc_0b3efe"
    assert one.id != other.id
    assert content_id("att", "0-4", within=one.id)[:10] == "att_0b3efe"


def test_a_digest_is_that_of_the_utf8() -> None:
    assert text_digest("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The Observatory", "observatory", id="a leading article"),
        pytest.param("U.S. Army", "US army", id="full stops"),
        pytest.param("Ibrāhīm al-Jafari", "ibrahim al jafari", id="accents and hyphens"),
        pytest.param("Syria’s army", "Syria's Army", id="apostrophes"),
        pytest.param("ＳＡＮＡ", "SANA", id="full-width letters"),
        pytest.param("Straße", "STRASSE", id="a sharp s"),
    ],
)
def test_names_that_a_reader_takes_for_one_have_one_key(left: str, right: str) -> None:
    assert name_key(left) == name_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("SANA", "SOHR", id="other letters"),
        pytest.param("rebel alliance", "rebels", id="a longer name"),
        pytest.param("New York Times", "York Times", id="a missing word"),
    ],
)
def test_other_names_have_other_keys(left: str, right: str) -> None:
    assert name_key(left) != name_key(right)
