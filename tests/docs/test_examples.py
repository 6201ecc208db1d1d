"""The examples run, from any folder, and say what they promise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"

#: What each must print.
PROMISED = {
    "aleppo.py": [
        "HTS is to blame for the reported gas attack on Aleppo (Example Wire)",
        "“did not immediately issue a statement”",
        "rebel alliance: the rebel alliance had no part in the attack on Aleppo",
        "[compatible]",
    ],
    "follow_a_figure.py": [
        "at least 12 – the explosion killed at least 12 people",
        "retracts: the service corrects 21 to 19: two were counted twice",
    ],
}


def test_every_example_is_promised_something() -> None:
    assert {path.name for path in EXAMPLES.glob("*.py")} == set(PROMISED)


@pytest.mark.parametrize("name", PROMISED)
def test_an_example_runs(name: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, EXAMPLES / name],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert run.stderr == ""
    for words in PROMISED[name]:
        assert words in run.stdout
