"""Executes the notebooks of ``examples/``: ``python -m tests.docs.notebooks`` saves them anew."""

import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))

#: What a notebook says of itself; nothing of the machine that ran it.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed(path: Path) -> NotebookNode:
    """A notebook, run from its first cell to its last in a fresh kernel, in its own folder."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        coalesce_streams=True,  # however a busy machine breaks what is printed
        resources={"metadata": {"path": str(path.parent)}},
    )
    # The package that lies beside the notebooks, wherever another one may be installed.
    places = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(places),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    client.execute(env=environment)
    return bare(notebook)


def bare(notebook: NotebookNode) -> NotebookNode:
    """Without what differs from run to run."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id, cell.metadata = f"cell-{number:02}", {}
        for output in cell.get("outputs", []):
            output.get("metadata", {}).clear()
    return notebook


class _Words(HTMLParser):
    """What a page says, without how it looks."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - called like this
        self._hidden = tag == "style"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - called like this
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words += data.split()


def said(notebook: NotebookNode) -> list[Any]:
    """What the outputs of every cell say: as text, and as the words of what is shown."""
    return [[_words(output) for output in cell.get("outputs", [])] for cell in notebook.cells]


def _words(output: NotebookNode) -> dict[str, str]:
    found = {"kind": output.output_type}
    if output.output_type == "stream":
        found[output.name] = output.text
    for kind, text in output.get("data", {}).items():
        if kind == "text/html":
            parser = _Words()
            parser.feed(text)
            text = " ".join(parser.words)
        found[kind] = re.sub(r"[ \t]+", " ", text)
    return found


def main() -> None:
    """Execute and save all of them."""
    for path in NOTEBOOKS:
        nbformat.write(executed(path), path)
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
