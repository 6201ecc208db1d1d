"""The command line: every command is a call of the library with a printer."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``claimgraph`` and say how it ended.

    Args:
        arguments: What stands behind the program's name; by default, that of this process.

    Returns:
        0, or an exit code of ``claimgraph.cli.codes``.
    """
    from claimgraph.cli.running import run

    return run(arguments)
