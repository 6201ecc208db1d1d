"""The records: frozen values that users see, and that everything else is made of."""

from claimgraph.model.attribution import Attribution, Confidence, Participant, Reason, Relay
from claimgraph.model.base import Record
from claimgraph.model.claim import Claim, Event, Place
from claimgraph.model.document import Document, Evidence, Span
from claimgraph.model.interval import Interval
from claimgraph.model.judgement import Judgement
from claimgraph.model.quantity import Quantity
from claimgraph.model.reading import Reading
from claimgraph.model.relation import Lineage, Question, Relation
from claimgraph.model.source import Affiliation, Source

__all__ = [
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
]
