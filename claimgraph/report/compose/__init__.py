"""From records to what a report says."""

from claimgraph.report.compose.composing import compose

__all__ = ["compose"]
