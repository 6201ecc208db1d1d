"""claimgraph reads news and keeps who said what: sources, claims and contradictions as a graph.

>>> import claimgraph as cg
>>> cg.Span(start=0, end=4, text="SOHR").text
'SOHR'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimgraph.errors import ClaimGraphError
from claimgraph.version import __version__

if TYPE_CHECKING:
    from claimgraph.graph import ClaimGraph as ClaimGraph
    from claimgraph.model import *  # noqa: F403
    from claimgraph.reading.reader import Reader as Reader

#: Where each public name lives. They are imported when they are first used: `import claimgraph`
#: stays light.
_HOMES = {
    "ClaimGraph": "claimgraph.graph",
    "Reader": "claimgraph.reading.reader",
    **dict.fromkeys(
        (
            "Affiliation",
            "Attribution",
            "Claim",
            "Confidence",
            "Document",
            "Event",
            "Evidence",
            "Interval",
            "Judgement",
            "Lineage",
            "Participant",
            "Place",
            "Quantity",
            "Question",
            "Reading",
            "Reason",
            "Record",
            "Relation",
            "Relay",
            "Source",
            "Span",
        ),
        "claimgraph.model",
    ),
}

__all__ = ["ClaimGraphError", "__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'claimgraph' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
