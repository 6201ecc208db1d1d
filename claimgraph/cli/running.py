"""Runs the program, and turns every error into one line and an exit code."""

import io
import os
import sys
from collections.abc import Sequence

import typer

from claimgraph.cli import codes
from claimgraph.errors import ClaimGraphError
from claimgraph.markup.html import neutral

# Click's UsageError, whether typer brings its own click or uses another.
_UsageError: type[Exception] = typer.BadParameter.__bases__[0]


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, print what went wrong, and return the exit code."""
    if sys.stdout is None:
        return _complain("stdout is closed, so there is nowhere to print", codes.ERROR)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Of a terminal that is not in UTF-8: a "?" is better than no answer.
        sys.stdout.reconfigure(errors="replace")
    try:
        code = _command(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except _UsageError as error:
        return _complain(_usage(error), codes.USAGE)
    except BrokenPipeError:
        return _leave_the_pipe()
    except ClaimGraphError as error:
        return _complain(str(error), codes.ERROR)
    except OSError as error:
        name = f": {error.filename}" if error.filename else ""
        return _complain(f"{error.strerror or error}{name}", codes.ERROR)
    except (KeyboardInterrupt, typer.Abort):
        return _complain("interrupted; what was acknowledged is kept", codes.INTERRUPTED)
    return code


def _command(arguments: list[str]) -> int:
    """Run the command. Typer's own ``main`` is left out: it swallows Ctrl-C and broken pipes."""
    from claimgraph.cli.app import app

    command = typer.main.get_command(app)
    try:
        with command.make_context("claimgraph", arguments or ["--help"]) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return codes.OK


def _complain(message: str, code: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"claimgraph: {neutral(' '.join(message.split()))}\n")
    return code


def _usage(error: Exception) -> str:
    """What is wrong with the command line, and where its help is."""
    message: str = error.format_message()  # type: ignore[attr-defined]
    message = message.replace(": Value error, ", ": ")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "claimgraph"
    return f"{message.rstrip('.')}; see {path} --help"


def _leave_the_pipe() -> int:
    # Python flushes stdout once more on exit, which would complain about the broken pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return codes.PIPE
