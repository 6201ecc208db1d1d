"""Articles in any form made into documents: plain text, Markdown, HTML, JSON Lines, folders.

Nothing is fetched from a network, archives are not opened, and every character that does not reach
the text is counted, with the reason.
"""

from claimgraph.ingest.account import Account, Drop
from claimgraph.ingest.article import Ingested, IngestWarning, Known, ingest
from claimgraph.ingest.many import Refused, articles

__all__ = [
    "Account",
    "Drop",
    "IngestWarning",
    "Ingested",
    "Known",
    "Refused",
    "articles",
    "ingest",
]
