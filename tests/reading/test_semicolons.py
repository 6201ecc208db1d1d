"""In a sentence of two parts, each speaker has the part that is theirs."""

import pytest

from claimgraph.reading.reader import Reader

TWO_PARTS = [
    (
        "Ann Orr, who leads the clinic, confirmed that 41 people with burns had been treated since "
        "the fire; 28 of them are still there, she said.",
        ["that 41 people with burns had been treated since the fire"],
        ["28 of them are still there"],
    ),
    (
        "The minister confirmed that two trains had collided; nobody was hurt, he said.",
        ["that two trains had collided"],
        ["nobody was hurt"],
    ),
    (
        "Police confirmed that the road was closed; it would open on Friday, a spokesman added.",
        ["that the road was closed"],
        ["it would open on Friday"],
    ),
    (
        "The bank said rates would rise; the fund denied that they would.",
        ["rates would rise"],
        ["that they would"],
    ),
]
ONE = [
    ("The bridge fell; nobody was hurt, the mayor said.", "The bridge fell; nobody was hurt"),
    ("“We came; we saw; we left,” Orr said.", "“We came; we saw; we left,”"),
]


@pytest.mark.parametrize(("text", "first", "second"), TWO_PARTS)
def test_each_cue_has_the_clause_on_its_side(
    own_reader: Reader, text: str, first: list[str], second: list[str]
) -> None:
    one, other = own_reader.read(text).attributions
    assert [span.text for span in one.content] == first
    assert [span.text for span in other.content] == second


@pytest.mark.parametrize(("text", "content"), ONE)
def test_a_lone_cue_has_both(own_reader: Reader, text: str, content: str) -> None:
    (found,) = own_reader.read(text).attributions
    assert [span.text for span in found.content] == [content]


def test_the_reason_is_named(own_reader: Reader) -> None:
    text = TWO_PARTS[1][0]
    (other,) = [a for a in own_reader.read(text).attributions if a.cue[0].text == "said"]
    (reason,) = [reason for reason in other.reasons if reason.rule == "content.semicolon"]
    assert [span.text for span in reason.spans] == ["nobody was hurt"]
