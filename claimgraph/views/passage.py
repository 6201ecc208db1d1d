"""The sentence around characters of an article, found by rule: enough to read a quotation in."""

import re

from claimgraph.model import Document, Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n\s*\n|\n")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Capt|Sgt|Sen|Rep|Gov|St|vs|No|Inc|Ltd|Co|Jr|Sr"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z]|\b[A-Z](?:\.[A-Z])+)\.$"
)
_LOWER = re.compile(r"\s+[a-z]")

#: A passage is never longer than this to either side; text without sentences has no long ones.
_REACH = 600


def passage(document: Document, span: Span) -> Span:
    """The sentence or sentences of a document that a span touches.

    >>> document = Document(text="One day. Dr. Ali said it was gas. Then night.")
    >>> passage(document, document.span(29, 32)).text
    'Dr. Ali said it was gas.'
    """
    text = document.text
    start = max(0, span.start - _REACH)
    end = min(len(text), span.end + _REACH)
    for match in _END.finditer(text, start, span.start):
        if _ends(text, match):
            start = match.end()
    for match in _END.finditer(text, max(span.start, span.end - 1), end):
        if match.end() >= span.end and _ends(text, match):
            end = match.end()
            break
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return document.span(start, end)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is one: not an initial, a title, or a quotation
    that the sentence goes on after.
    """
    if match.group().isspace():
        return True
    before = text[max(0, match.start() - 12) : match.start() + 1]
    if match.group() == "." and _NO_END.search(before):
        return False
    return _LOWER.match(text, match.end()) is None
