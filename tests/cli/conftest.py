"""The seeds in a store, and a way to run the program in this process."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimgraph.cli import main

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"


@dataclass(frozen=True)
class Outcome:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON Lines on stdout."""
        return [json.loads(line, parse_constant=pytest.fail) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``claimgraph`` with some arguments."""
    monkeypatch.setenv("COLUMNS", "100")

    def command(*arguments: str | Path) -> Outcome:
        code = main([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return command


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the seeds in it as annotated, made once."""
    path = tmp_path_factory.mktemp("cli") / "seeds.db"
    assert main(["add", str(SEEDS), "--store", str(path), "--no-compare"]) == 0
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Path:
    """A store with the seeds in it, for one test."""
    path = tmp_path / "seeds.db"
    shutil.copy(filled, path)
    return path
