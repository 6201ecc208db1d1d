"""What a cue commits the writer to: "admitted that", "falsely claimed that" (FactBank's sources).

A statement belongs to who makes it. But a text that calls a claim false says itself that it is not
so, and one that says that somebody admitted or knew it says that it is.
"""

from __future__ import annotations

from claimgraph.compare.terms import stems, tokens
from claimgraph.model import Attribution

_FALSELY = frozenset("falsely wrongly incorrectly erroneously untruthfully mistakenly".split())
_PRETENDING = stems("pretend pretended lied lie fabricated misled imagine")
#: Factive verbs (Kiparsky and Kiparsky 1970), and verbs by which one owns up to something.
_KNOWING = stems(
    "acknowledge admit concede confess confirm discover forget know learn notice realise realize "
    "regret remember reveal"
)


def writer_holds(attribution: Attribution) -> int:
    """1 where the writer holds it to be so, -1 where not to be so, 0 where it is left open.

    >>> from claimgraph import Document
    >>> article = Document(text="He falsely claimed that the bridge was closed.")
    >>> cue, content = article.span(3, 18), article.span(19, 45)
    >>> writer_holds(Attribution(document_id=article.id, cue=[cue], content=[content]))
    -1
    """
    words = [token for span in attribution.cue for token in tokens(span.text)]
    if any(token.text.lower() in _FALSELY for token in words):
        return -1
    found = {token.stem for token in words}
    if not found.isdisjoint(_PRETENDING):
        return -1
    return 1 if not found.isdisjoint(_KNOWING) else 0
