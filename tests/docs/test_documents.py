"""The documents name everything that there is: every public name, command, option and word."""

import importlib
import inspect
import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any, Self

import pytest

import claimgraph
from claimgraph import errors, vocabulary
from claimgraph.cli import codes
from claimgraph.cli.app import COMMANDS
from claimgraph.ingest import Drop
from claimgraph.ingest.article import ENDINGS, MANY
from claimgraph.interop import records

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), ROOT / "README.md"])
REFERENCE = (DOCS / "reference.md").read_text(encoding="utf-8")
CLI = (DOCS / "cli.md").read_text(encoding="utf-8")
CONCEPTS = (DOCS / "concepts.md").read_text(encoding="utf-8")

DOCUMENTED = re.findall(r"automodule:: (\S+)", REFERENCE)
EXPORTING = [
    "claimgraph",
    "claimgraph.graph",
    "claimgraph.ingest",
    "claimgraph.interop",
    "claimgraph.model",
    "claimgraph.store",
    "claimgraph.views",
]


def exported() -> list[Any]:
    """Every name that a package exports."""
    modules = [importlib.import_module(name) for name in EXPORTING]
    return [
        pytest.param(getattr(module, public), id=f"{module.__name__}.{public}")
        for module in modules
        for public in module.__all__
        if not public.startswith("__")
    ]


@pytest.mark.parametrize("value", exported())
def test_an_exported_name_is_in_the_reference(value: Any) -> None:
    home = value.__module__
    package = home.rpartition(".")[0]
    assert home in DOCUMENTED or package in DOCUMENTED
    assert inspect.getdoc(value)


def public_members(module: ModuleType) -> Iterator[tuple[str, Any]]:
    for name, value in vars(module).items():
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__:
            yield name, value


@pytest.mark.parametrize("name", DOCUMENTED)
def test_what_the_reference_names_can_be_imported_and_explains_itself(name: str) -> None:
    module = importlib.import_module(name)
    assert inspect.getdoc(module)
    for public, value in public_members(module):
        if inspect.isfunction(value) or inspect.isclass(value):
            assert inspect.getdoc(value), public


@pytest.mark.parametrize(
    "query",
    ["Claims", "Sources", "Attributions", "Relations", "Documents", "Events"],
)
def test_every_question_is_on_the_page_of_queries(query: str) -> None:
    page = (DOCS / "queries.md").read_text(encoding="utf-8")
    module = importlib.import_module(f"claimgraph.query.{query.lower()}")
    kind = getattr(module, query)
    questions = [
        name
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and inspect.signature(method).return_annotation is Self
    ]
    assert questions
    for name in questions:
        assert f"`{name}(" in page, name


#: What the reference alone explains.
PLUMBING = {"store", "stats", "material", "network", "make", "event_of"}


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in dir(claimgraph.ClaimGraph)
        if not name.startswith("_") and name not in PLUMBING
    ],
)
def test_every_method_of_the_graph_is_on_some_page(name: str) -> None:
    pages = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert re.search(rf"`{name}`|\b{name}\(", pages)


def options(command: Any) -> Iterator[str]:
    import typer

    app = typer.Typer(add_completion=False)
    app.command()(command)
    for parameter in typer.main.get_command(app).params:
        yield from (name for name in parameter.opts if name.startswith("--"))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_its_options_are_on_the_page_of_the_command_line(name: str) -> None:
    assert f"### `claimgraph {name}" in CLI
    for option in options(COMMANDS[name]):
        assert f"`{option}" in CLI, option


def test_every_command_on_the_page_is_there() -> None:
    assert set(re.findall(r"^### `claimgraph (\w+)", CLI, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize(
    "code", [value for name, value in vars(codes).items() if name.isupper() and name != "EPILOG"]
)
def test_every_exit_code_is_explained(code: int) -> None:
    assert f"| {code} |" in CLI
    assert str(code) in codes.EPILOG


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(value, id=name)
        for name, value in vars(vocabulary).items()
        if inspect.isclass(value) and issubclass(value, StrEnum) and value is not StrEnum
    ],
)
def test_every_vocabulary_is_on_the_page_of_concepts(words: type[StrEnum]) -> None:
    line = next(line for line in CONCEPTS.splitlines() if f"vocabulary.{words.__name__}`" in line)
    if words is not vocabulary.Precision:
        for word in words:
            assert re.search(rf"\b{word.value}\b", line), word


def test_every_reason_for_dropping_and_every_ending_is_on_the_page_of_articles() -> None:
    page = (DOCS / "ingest.md").read_text(encoding="utf-8")
    for reason in Drop:
        assert f"| {reason.value} |" in page
    for ending in (*ENDINGS, *MANY):
        assert f"`{ending}`" in page


def test_every_error_is_in_the_tree_of_errors() -> None:
    tree = errors.__doc__ or ""
    for name, value in public_members(errors):
        if inspect.isclass(value):
            assert name in tree


def test_every_registered_name_is_documented() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pages = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    for group in project.get("entry-points", {}).values():
        for name in group:
            assert name in pages
    for extra in project["optional-dependencies"]:
        if extra not in {"test", "docs", "check"}:
            assert f"`{extra}`" in pages, extra


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_names_the_two_commands_and_the_makefile_has_them() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test", "check", "bench"):
        assert f"make {target}" in readme
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize(
    "block", re.findall(r"```json\n(.*?)```", (DOCS / "formats.md").read_text("utf-8"), re.DOTALL)
)
def test_what_is_shown_of_a_format_can_be_read(block: str, tmp_path: Path) -> None:
    path = tmp_path / "shown.jsonl"
    path.write_text(block, encoding="utf-8")
    assert list(records(path))


def test_the_standoff_that_is_shown_can_be_read(tmp_path: Path) -> None:
    page = (DOCS / "formats.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```\n(T1\t.*?)```", page, re.DOTALL)
    (tmp_path / "shown.ann").write_text(shown, encoding="utf-8")
    (tmp_path / "shown.txt").write_text("SANA reported 107 cases.", encoding="utf-8")
    (reading,) = records(tmp_path)
    assert isinstance(reading, claimgraph.Reading)
    assert [claim.text for claim in reading.claims] == ["107 cases"]
