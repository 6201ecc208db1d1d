"""How Sphinx makes the documents: Markdown, the furo theme, and every reference checked."""

from typing import Any

import claimgraph

project = "claimgraph"
author = "The claimgraph authors"
copyright = "2026, the claimgraph authors"  # noqa: A001 - the name that Sphinx reads
version = release = claimgraph.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "schema"]
html_theme = "furo"
html_title = "claimgraph"

nitpicky = True
# Other projects' types have their own documents. Methods that a class inherits are documented where
# they are defined, and are named in docstrings without their home.
nitpick_ignore_regex = [
    (
        "py:class",
        r"(collections|contextlib|datetime|markupsafe|networkx|pandas|pathlib|pydantic|rich|sqlalchemy"
        r"|typing)\..*",
    ),
    ("py:class", r"claimgraph\..*\.([A-Z]|Row|Identified|Filter)"),
    ("py:meth", r"([A-Z]\w+\.)?[a-z_]+"),
]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
# A record's types are chains of constraints; its docstring says what they mean.
autodoc_typehints = "none"
autodoc_class_signature = "separated"
autodoc_default_options = {"members": True, "exclude-members": "__new__, __init__, model_config"}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True


def setup(app: Any) -> None:
    """Keep napoleon away from the docstrings of attributes: it takes "Who: why" for a type."""
    kept: list[str] = []

    def hide(_app: Any, what: str, _name: str, _obj: Any, _options: Any, lines: list[str]) -> None:
        if what in {"attribute", "data", "property"}:
            kept[:] = lines
            lines[:] = ["…"]

    def show(_app: Any, what: str, _name: str, _obj: Any, _options: Any, lines: list[str]) -> None:
        if what in {"attribute", "data", "property"}:
            lines[:] = kept

    app.connect("autodoc-process-docstring", hide, priority=400)
    app.connect("autodoc-process-docstring", show, priority=600)
