"""The closed label sets of the encoder's heads, in the order of their output columns."""

from __future__ import annotations

ATTRIBUTION_PARTS = ("source", "cue", "content")
ENTITY_KINDS = ("PER", "ORG", "LOC")


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """O first, then B and I of every kind.

    >>> bio(("cue",))
    ('O', 'B-cue', 'I-cue')
    """
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BI"))


ATTRIBUTION_LABELS = bio(ATTRIBUTION_PARTS)
ENTITY_LABELS = bio(ENTITY_KINDS)
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
MENTION_KINDS = (
    "none", "abstract", "animal", "event", "object", "organization",
    "person", "place", "plant", "substance", "time",
)  # fmt: skip
