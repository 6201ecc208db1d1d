"""What a user installs, and what the machine that checks it runs."""

import os
import re
import subprocess
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import claimgraph

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_command_is_installed() -> None:
    (script,) = entry_points(group="console_scripts", name="claimgraph")
    from claimgraph.cli import main

    assert script.load() is main


def test_types_are_shipped() -> None:
    assert Path(claimgraph.__file__).with_name("py.typed").exists()


def test_the_licences_are_those_that_are_named() -> None:
    assert PROJECT["license"] == "Apache-2.0 AND CC-BY-SA-4.0"
    named = {"LICENSE": "Apache License", "claimgraph/reading/model/LICENSE": "CC-BY-SA-4.0"}
    assert PROJECT["license-files"] == list(named)
    for path, words in named.items():
        assert words in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PROJECT["dependencies"])
def test_a_dependency_has_a_range(name: str) -> None:
    assert ">=" in name


def test_the_machine_runs_what_the_readme_says() -> None:
    script = ROOT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    for command in ("make test", "make check"):
        assert command in text
        assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    # The tests come last, so that their closing line ends the log.
    assert text.rindex("make test") > text.rindex("make check")


def test_the_changelog_knows_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(claimgraph.__version__)}\b", changelog, re.MULTILINE)


def test_no_path_of_any_machine_is_in_the_project() -> None:
    files = subprocess.run(
        ["git", "ls-files", "*.py", "*.md", "*.toml", "Makefile", ".ci/run"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    ).stdout.split()
    if not files:
        pytest.skip("this is no git checkout")
    pattern = re.compile(r"(?<![\w.])/(?:root|home/\w+|Users/\w+|work)/")
    for name in files:
        assert not pattern.search((ROOT / name).read_text(encoding="utf-8")), name
