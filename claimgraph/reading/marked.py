"""What the model has marked in a ``Doc``, as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.model import Confidence
from claimgraph.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc

_GROUPS = (("sources", "source"), ("cues", "cue"), ("contents", "content"))


def marked_drafts(doc: Doc) -> list[Draft]:
    """One draft for each attribution of ``doc.spans``, in the order of their numbers."""
    found: dict[str, Draft] = {}
    certain: dict[str, dict[str, float]] = {}
    for group, part in _GROUPS:
        spans = doc.spans[group]
        for span, value in zip(spans, spans.attrs["confidence"], strict=True):
            draft = found.setdefault(span.id_, Draft([], [], []))
            getattr(draft, part).append((span.start, span.end))
            certain.setdefault(span.id_, {})[part] = value
    cues = doc.spans["cues"]
    for span, link in zip(cues, cues.attrs["link"], strict=True):
        certain[span.id_]["link"] = link
    for key, draft in found.items():
        draft.confidence = Confidence(**certain[key])
    return sorted(found.values(), key=lambda draft: draft.place)
