"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from claimgraph.vocabulary import Form

#: A content counts as direct from this share of its letters and digits on: a stray word outside
#: the marks ("“No,” he") does not make it mixed.
DIRECT_SHARE = 0.9


def form_of(text: str, spans: Iterable[tuple[int, int]], quoted: bytearray) -> Form | None:
    """The form of a content, or ``None`` if there is no content.

    Args:
        text: The document.
        spans: The pieces of the content, as offsets into ``text``.
        quoted: 1 for every character in quotation marks, see ``text.quotes.quoted_mask``.

    >>> from claimgraph.text.quotes import quoted_mask
    >>> text = 'He said it was "a lie".'
    >>> form_of(text, [(8, 22)], quoted_mask(text)).value
    'mixed'
    """
    inside = total = 0
    pieces = list(spans)
    for start, end in pieces:
        for position in range(start, end):
            if text[position].isalnum():
                total += 1
                inside += quoted[position]
    if not pieces:
        return None
    if inside == 0:
        return Form.INDIRECT
    return Form.DIRECT if inside >= DIRECT_SHARE * total else Form.MIXED
