"""How much memory this process takes, as Linux tells it."""

from pathlib import Path

_STATUS = Path("/proc/self/status")


def megabytes(field: str) -> float:
    """A line of ``/proc/self/status`` in megabytes; NaN where there is no such file.

    ``VmHWM`` is the most that ever was in memory, with the pages of files that are mapped;
    ``RssAnon`` is what the process itself holds now.
    """
    if not _STATUS.exists():
        return float("nan")
    for line in _STATUS.read_text().splitlines():
        name, _, rest = line.partition(":")
        if name == field:
            return int(rest.split()[0]) / 1024
    return float("nan")
