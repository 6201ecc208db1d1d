"""Two sentences that are made alike say themselves that they are about two things."""

import pytest

from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import pass_gate
from claimgraph.compare.gist import Gist
from claimgraph.compare.told import is_told
from claimgraph.compare.wording import speak_of_two
from claimgraph.vocabulary import Role
from tests.compare.statements import says


@pytest.mark.parametrize(
    ("a", "b", "in_", "two"),
    [
        ("the first blast shook the door", "the second blast shook the door", "doc_b", True),
        ("the first blast shook the door", "the first blast shook it", "doc_b", False),
        ("she has shares in companies", "she has shares in other companies", "doc_a", True),
        ("she has shares in companies", "she has shares in other companies", "doc_b", False),
        (
            "Vera Lund won the primary in Halden on Tuesday",
            "Vera Lund won the primary in Orvale on Tuesday",
            "doc_b",
            False,
        ),
        (
            "Vera Lund won the Halden harbour primary on Tuesday",
            "Vera Lund won the Orvale harbour primary on Tuesday",
            "doc_b",
            True,
        ),
        (
            "Vera Lund backed the Halden harbour treaty on Tuesday",
            "Vera Lund supported the Halden harbour treaty on Tuesday",
            "doc_b",
            False,
        ),
    ],
)
def test_a_word_may_say_that_it_is_another_one(a: str, b: str, in_: str, two: bool) -> None:
    verb = "back" if "backed" in a else "do"
    one, other = (
        Gist(says("police", a, predicate=verb)),
        Gist(says("the Star", b, in_=in_, at=1, predicate="support" if "supported" in b else "do")),
    )
    assert speak_of_two(Pair(one, other, pass_gate(one, other))) is two
    assert speak_of_two(Pair(other, one, pass_gate(other, one))) is two


def test_one_passage_that_is_read_twice_does_not_agree_with_itself() -> None:
    text = "the bridge in Halm has collapsed"
    one, other = Gist(says("the Star", text)), Gist(says(None, text))
    assert Pair(one, other, pass_gate(one, other)).is_one_passage
    later = Gist(says(None, text, at=2))
    assert not Pair(one, later, pass_gate(one, later)).is_one_passage


@pytest.mark.parametrize(
    "text",
    [
        "this article has been updated with comments from Lund",
        "the story was corrected on Monday",
        'tweet author="vera" timestamp="1470067200"',
        "each committee is working to raise more than $60 million",
    ],
)
def test_what_is_about_the_page_or_only_wanted_is_not_told(text: str) -> None:
    roles = {Role.PATIENT: text.partition(" ")[0]}
    assert not is_told(Gist(says("the Star", text, predicate="update", roles=roles)))


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("Vera Lund leads the race with 61 delegates", "Vera Lund leads with 568 delegates", True),
        ("Vera Lund leads the race with 61 delegates", "Vera Lund has 61 delegates", False),
        ("Vera Lund leads the race", "Vera Lund leads the race with 61 delegates", False),
    ],
)
def test_other_numbers_are_of_other_days_or_things(a: str, b: str, two: bool) -> None:
    one, other = Gist(says("police", a)), Gist(says("the Star", b, in_="doc_b"))
    assert speak_of_two(Pair(one, other, pass_gate(one, other))) is two
