"""Small readings, numbered: the same number makes the same reading in every process."""

from claimgraph.model import Attribution, Claim, Document, Reading, Source, Span

#: Claims in each reading.
CLAIMS = 3


def reading(number: int, writer: int = 0) -> Reading:
    """A reading of three statements, by a source that all documents share and by one of its own."""
    names = ["The Observatory Group", f"Agency {writer}", f"Desk {writer}-{number}"]
    text = " ".join(f"{name} counted {number} cases." for name in names)
    document = Document(text=text, publisher=f"Wire {writer}", url=f"https://example.org/{number}")
    sources, attributions, claims = [], [], []
    for name in names:
        start = text.index(f"{name} counted")
        end = start + len(name)
        tail = len(f" counted {number} cases")
        source = Source(name=name, kind="organisation", aliases=[f"desk {number % 7}"])
        attribution = Attribution(
            document_id=document.id,
            source_id=source.id,
            source=[span(text, start, end)],
            cue=[span(text, end + 1, end + 8)],
            content=[span(text, end + 9, end + tail)],
        )
        sources.append(source)
        attributions.append(attribution)
        claims.append(
            Claim(
                attribution_id=attribution.id,
                text=f"{number} cases",
                spans=attribution.content,
                predicate="count",
            )
        )
    return Reading(document=document, sources=sources, attributions=attributions, claims=claims)


def span(text: str, start: int, end: int) -> Span:
    """The span of these characters."""
    return Span(start=start, end=end, text=text[start:end])
