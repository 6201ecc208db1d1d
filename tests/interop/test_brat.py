"""Stand-off files of brat, as PolNeAR has them, become readings; what is wrong is named by line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph import Reading
from claimgraph.errors import InputFileError
from claimgraph.interop import brat
from claimgraph.vocabulary import Naming

TEXT = "SANA reported 107 cases.\nHe said “some” left, “most” stayed. It rains."

SPANS = """\
T1\tSource 0 4\tSANA
T2\tCue 5 13\treported
T3\tContent 14 23\t107 cases
T4\tSource 25 27\tHe
T5\tCue 28 32\tsaid
T6\tContent 33 44;46 59\t“some” left “most” stayed
"""

Load = Callable[[str], Reading]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Reads a text of stand-off lines beside ``TEXT``."""

    def read(ann: str) -> Reading:
        (tmp_path / "wire.txt").write_bytes(TEXT.encode())
        (tmp_path / "wire.ann").write_text(ann, encoding="utf-8")
        (reading,) = brat.load(tmp_path / "wire.ann")
        return reading

    return read


def parts(reading: Reading) -> list[tuple[list[str], list[str], list[str]]]:
    """The words of source, cue and content of every attribution."""
    return [
        (
            [span.text for span in item.source],
            [span.text for span in item.cue],
            [span.text for span in item.content],
        )
        for item in reading.attributions
    ]


FIRST = (["SANA"], ["reported"], ["107 cases"])
SECOND = (["He"], ["said"], ["“some” left", "“most” stayed"])


@pytest.mark.parametrize(
    "joins",
    [
        pytest.param(
            "E1\tAttribution:T7 Source:T1 Cue:T2 Content:T3\n"
            "E2\tAttribution:T8 Content:T6 Cue:T5 Source:T4\n"
            "T7\tAttribution 5 13\treported\nT8\tAttribution 28 32\tsaid\n",
            id="events with triggers, as PolNeAR has them",
        ),
        pytest.param(
            "R1\tSource-of Arg1:T1 Arg2:T2\nR2\tContent-of Arg1:T3 Arg2:T2\n"
            "R3\tSource-of Arg1:T5 Arg2:T4\nR4\tContent-of Arg1:T5 Arg2:T6\n",
            id="relations with the cue, either way round",
        ),
        pytest.param(
            "R1\tSaid Arg1:T1 Arg2:T3\nR2\tBy Arg1:T3 Arg2:T2\n"
            "R3\tSaid Arg1:T4 Arg2:T6\nR4\tBy Arg1:T4 Arg2:T5\n",
            id="relations in a chain",
        ),
    ],
)
def test_spans_that_are_joined_are_one_attribution(joins: str, load: Load) -> None:
    assert parts(load(SPANS + joins)) == [FIRST, SECOND]


def test_a_broken_content_keeps_its_pieces(load: Load) -> None:
    ann = "T5\tCue 28 32\tsaid\nT6\tContent 33 44;46 59\t“some” left “most” stayed\n"
    with pytest.raises(InputFileError, match=r"line 2: the text at 33 44;46 59 is"):
        load(ann.replace("left ", "went "))
    (attribution,) = load(ann + "E1\tAttribution:T5 Cue:T5 Content:T6\n").attributions
    assert [(span.start, span.end) for span in attribution.content] == [(33, 44), (46, 59)]


def test_contents_may_be_several_annotations(load: Load) -> None:
    ann = (
        "T5\tCue 28 32\tsaid\nT6\tContent 33 44\t“some” left\nT7\tContent 46 59\t“most” stayed\n"
        "E1\tAttribution:T5 Cue:T5 Content:T7 Content2:T6\n"
    )
    assert parts(load(ann)) == [([], ["said"], ["“some” left", "“most” stayed"])]


def test_a_source_may_be_shared(load: Load) -> None:
    ann = SPANS + "R1\tS Arg1:T1 Arg2:T2\nR2\tS Arg1:T1 Arg2:T5\nR3\tC Arg1:T2 Arg2:T3\n"
    assert [source for source, _, _ in parts(load(ann))] == [["SANA"], ["SANA"], []]


def test_a_content_without_a_cue_is_an_attribution_of_its_own(load: Load) -> None:
    ann = "T1\tSource 0 4\tSANA\nT3\tContent 14 23\t107 cases\nR1\tS Arg1:T3 Arg2:T1\n"
    assert parts(load(ann)) == [(["SANA"], [], ["107 cases"])]


def test_sources_are_called_by_their_words(load: Load) -> None:
    reading = load(SPANS + "R1\tS Arg1:T1 Arg2:T2\nR2\tS Arg1:T4 Arg2:T5\n")
    assert {source.name: source.naming for source in reading.sources} == {
        "SANA": Naming.NAMED,
        "He": Naming.PRONOUN,
    }


def test_labels_in_capitals_notes_and_other_labels_are_no_fault(load: Load) -> None:
    ann = (
        "T1\tSOURCE 0 4\tSANA\nT2\tCUE 5 13\treported\nT9\tPlace 0 4\tSANA\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Place:T9\nA1\tDoubtful E1\nM1\tNegation E1\n"
        "N1\tReference T1 Wikidata:Q80863\tSANA\n#1\tAnnotatorNotes E1\tsure?\n*\tEquiv T1 T9\n\n"
    )
    assert parts(load(ann)) == [(["SANA"], ["reported"], [])]


def test_white_space_in_the_words_is_that_of_one_line(load: Load) -> None:
    ann = "T1\tContent 14 27\t107 cases. He\n"
    assert parts(load(ann)) == [([], [], ["107 cases.\nHe"])]


@pytest.mark.parametrize(
    ("ann", "complaint"),
    [
        pytest.param("T1\tSource 0 4\tSAMA", "line 1: the text at 0 4 is 'SANA'", id="other words"),
        pytest.param("\nT1\tSource 0 400\tS", "line 2: 0 400 is no range", id="past the end"),
        pytest.param("T1\tSource 4 4\t", "line 1: 4 4 is no range", id="empty"),
        pytest.param("T1\tSource 0\tSANA", "line 1: 'Source 0' is no label", id="one offset"),
        pytest.param("T1", "line 1: '' is no label with offsets", id="no offsets"),
        pytest.param("T1\tCue 0 4\tSANA\nT1\tCue 5 13\t", "line 2: T1 is given twice", id="twice"),
        pytest.param("E1\tAttribution:T1", "line 1: T1 is not in this file", id="no such span"),
        pytest.param("E1\tAttribution", "line 1: 'Attribution' is no role", id="no id"),
        pytest.param("R1\tS Arg1:T1", "line 1: a relation ties two spans", id="half a relation"),
        pytest.param("R1\tS Arg1:T1 Arg2:T2\nT1\tCue 0 4\t", "line 1: T2 is not in", id="no end"),
        pytest.param("SANA reported", "line 1: 'SANA reported' is no annotation", id="a text"),
        pytest.param(
            "T1\tSource 0 4\tSANA\nE1\tAttribution:T1 Source:T1",
            "line 2: an attribution needs a cue or a content",
            id="a source alone",
        ),
    ],
)
def test_a_wrong_line_is_named(ann: str, complaint: str, load: Load) -> None:
    with pytest.raises(InputFileError, match=f"wire.ann {complaint}"):
        load(ann)


def test_a_folder_is_read_by_name_and_deep(tmp_path: Path) -> None:
    for name in ("b/one", "a"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}", encoding="utf-8")
        (tmp_path / f"{name}.ann").write_text(SPANS, encoding="utf-8")
    readings = list(brat.load(tmp_path, publisher="Wire", published="2018-11-25"))
    assert [reading.document.text.split()[-1] for reading in readings] == ["a", "b/one"]
    assert {reading.document.publisher for reading in readings} == {"Wire"}


def test_a_missing_text_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="no file in this folder ends in"):
        list(brat.load(tmp_path))
    (tmp_path / "wire.ann").write_text(SPANS, encoding="utf-8")
    with pytest.raises(InputFileError, match=r"wire.txt: No such file"):
        list(brat.load(tmp_path))
