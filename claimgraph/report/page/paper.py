"""The templates: what comes from an article is text in them, and stays text."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from claimgraph.markup.html import link, neutral
from claimgraph.report.page.anchors import to


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimgraph.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_text,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(to=to, link=link)
    return environment


def _text(value: object) -> object:
    """What a template writes for a value: text without hidden characters, as it is in HTML.

    A parser makes one line break of CR LF; as a reference, each character stays itself.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(str(escape(neutral(value))).replace("\r", "&#13;"))  # noqa: S704 - escaped
    return value


@cache
def macros(name: str) -> TemplateModule:
    """The macros of a template: each makes a piece of a page."""
    return _environment().get_template(name).make_module()


def piece(file: str, macro: str, *values: object) -> Markup:
    """A piece of a page, made by a macro."""
    made: Markup = getattr(macros(file), macro)(*values)
    return made


def page(**values: Any) -> str:
    """A whole page."""
    return _environment().get_template("page.html").render(css=style(), csp=policy(), **values)


@cache
def style() -> Markup:
    """The style sheet."""
    text = files("claimgraph.report.page").joinpath("report.css").read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - a file of ours


@cache
def policy() -> str:
    """What a page may load: nothing. Its own style sheet is known by its digest."""
    digest = b64encode(sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
