"""How Sphinx makes the documents: Markdown, the furo theme, and every reference checked."""

import claimgraph

project = "claimgraph"
author = "The claimgraph authors"
copyright = "2026, the claimgraph authors"  # noqa: A001 - the name that Sphinx reads
version = release = claimgraph.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "schema"]
html_theme = "furo"
html_title = "claimgraph"
html_extra_path = ["schema"]

nitpicky = True
# Pages that other parts of the project bring may be missing from an early checkout.
suppress_warnings = ["toc.empty_glob"]

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
