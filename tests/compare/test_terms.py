"""What words are about: the same in every process."""

import os
import subprocess
import sys

import pytest

from claimgraph.compare.gist import Gist
from claimgraph.compare.terms import terms_of, tokens
from tests.compare.statements import says

SCORE = """
from claimgraph.compare.terms import terms_of, tokens
a = terms_of(tokens("Barack Obama said four officials later took part on that day last year"))
b = terms_of(tokens("four officials took part last year on that day, Barack Obama said later"))
print(repr(a.coverage(b)), repr(b.coverage(a)), repr(a.total))
"""


def test_what_two_texts_share_is_the_same_in_every_process() -> None:
    outcomes = set()
    for seed in "123456":
        command = [sys.executable, "-c", SCORE]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        outcomes.add(done.stdout)
    assert len(outcomes) == 1


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Orm refused to release the figures", "Orm did not release the figures", True),
        ("Orm refused to release the figures", "Vance has endorsed Orm", False),
        ("Karin Orm is a liar", "Karin Orm won the debate", False),
    ],
)
def test_the_same_name_is_not_the_same_matter(a: str, b: str, same: bool) -> None:
    assert terms_of(tokens(a)).tells_of(terms_of(tokens(b))) is same


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("the blast claimed the lives of 80 people", True),
        ("80 people lost their lives in the blast", True),
        ("the blast cost 80 lives", True),
        ("80 people lived near the depot", False),
        ("80 people risked their lives at the depot", False),
    ],
)
def test_lives_are_counted_where_they_are_lost(text: str, killed: bool) -> None:
    number = {"text": "80", "low": 80, "best": 80, "high": 80, "unit": "people", "of": "lives"}
    [figure] = Gist(says("police", text, predicate="blast", quantities=(number,))).figures
    assert (figure.fate == "kill") is killed
