"""The notebooks run from their first cell to their last, and show what is stored in them."""

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode

from tests.docs.notebooks import EXAMPLES, METADATA, NOTEBOOKS, executed, said

#: What a reader of each must find in it.
PROMISED = {
    "01_read_and_compare.ipynb": ["did not immediately issue a statement", "both can be right"],
    "02_query.ipynb": ["HTS carried out the gas attack on Aleppo", "did you mean 'Konashenkov'"],
    "03_follow_a_story.ipynb": ["the service corrects 21 to 19: two were counted twice"],
    "04_review_and_correct.ipynb": ["doctor in the city", "withdraw"],
}

#: Bytes that a notebook may have: it has to open at once, and to be read in a review.
LARGEST = 200_000


def stored(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def words(notebook: NotebookNode) -> str:
    outputs: list[list[dict[str, Any]]] = said(notebook)
    return "\n".join(text for cell in outputs for each in cell for text in each.values())


def test_every_notebook_is_promised_something() -> None:
    assert {path.name for path in NOTEBOOKS} == set(PROMISED)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_still_shows_what_is_stored_in_it(path: Path) -> None:
    before, now = stored(path), executed(path)
    for source, shown, expected in zip(now.cells, said(now), said(before), strict=True):
        assert shown == expected, f"run make notebooks and look at the change: {source.source}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_is_for(path: Path) -> None:
    notebook = stored(path)
    shown = words(notebook)
    for promise in PROMISED[path.name]:
        assert promise in shown
    assert not any(
        output.output_type == "error" or output.get("name") == "stderr"
        for cell in notebook.cells
        for output in cell.get("outputs", [])
    )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_says_nothing_of_the_machine_that_ran_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    notebook = stored(path)
    assert dict(notebook.metadata) == METADATA
    assert all(not cell.metadata for cell in notebook.cells)
    assert len(text.encode()) < LARGEST
    for place in (str(EXAMPLES.parents[0]), str(Path.home()), "/tmp/", "site-packages"):
        assert place not in text


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_run_in_order_and_leads_to_what_is_there(path: Path) -> None:
    notebook = stored(path)
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    told = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    for target in re.findall(r"\]\(([^)#:]+)\)", told):
        assert (EXAMPLES / target).exists(), target
