"""The program's commands, in the order of the help."""

from collections.abc import Callable
from typing import Annotated

import typer

from claimgraph.cli.adding import add
from claimgraph.cli.asking import claims, events, relations, sources
from claimgraph.cli.checking import check, version
from claimgraph.cli.codes import EPILOG
from claimgraph.cli.comparing import compare, matrix, silent, timeline, why
from claimgraph.cli.evaluate import evaluate
from claimgraph.cli.exporting import export
from claimgraph.cli.judging import judge
from claimgraph.cli.overview import overview
from claimgraph.cli.read import read
from claimgraph.cli.recomparing import recompare
from claimgraph.cli.relating import relate
from claimgraph.cli.reporting import report, verify
from claimgraph.cli.schemas import schema

#: Every command, by its name.
COMMANDS: dict[str, Callable[..., None]] = {
    "add": add,
    "overview": overview,
    "report": report,
    "verify": verify,
    "sources": sources,
    "claims": claims,
    "relations": relations,
    "events": events,
    "compare": compare,
    "why": why,
    "timeline": timeline,
    "matrix": matrix,
    "silent": silent,
    "judge": judge,
    "recompare": recompare,
    "export": export,
    "check": check,
    "read": read,
    "relate": relate,
    "evaluate": evaluate,
    "schema": schema,
    "version": version,
}

app = typer.Typer(
    epilog=EPILOG,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _say_version(asked: bool) -> None:
    if asked:
        version()
        raise typer.Exit


@app.callback(epilog=EPILOG)
def program(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Say which claimgraph this is."
        ),
    ] = False,
) -> None:
    """Reads news and keeps who said what: sources, claims and contradictions as a graph."""


for _name, _command in COMMANDS.items():
    app.command(_name, epilog=EPILOG)(_command)
