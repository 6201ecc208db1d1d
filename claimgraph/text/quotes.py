"""Quotations in running text: one pass over the characters, strings only.

Newspapers open a quotation once and close it once; a quotation that runs over several paragraphs
is opened again in every paragraph and closed in the last. A mark that is still open at the end of
its paragraph therefore closes there, so one stray mark never turns the rest of an article inside
out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile("[\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]")
_PAIRS = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u2018": "\u2019"}
_CLOSERS = frozenset("\u201d\u00bb\u2019\u201c")
_STRAIGHT = frozenset("\"'")
_SINGLE = frozenset("'\u2018\u2019")
_BEFORE_OPENING = frozenset("([{-\u2013\u2014/\"'\u201c\u2018\u00ab\u201e")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, its marks included.

    Attributes:
        start: Offset of the opening mark, in code points.
        end: Offset past the closing mark, or past the paragraph where the mark is missing.
        depth: 0 for an outer quotation, 1 for one inside it, and so on.
        closed: Whether a closing mark was found.
    """

    start: int
    end: int
    depth: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    r"""Find every quotation of ``text``, in order of their starts.

    Straight, curly, low and pointed marks are known, single ones too. A single mark counts only
    when it is closed inside its paragraph, because most of them are apostrophes. Time is linear.

    >>> [(q.start, q.end, q.depth) for q in quotations('He said: "It was \'late\'."')]
    [(9, 25, 0), (17, 23, 1)]
    >>> quotations("the boys' toys aren't here")
    []
    """
    found: list[Quotation] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.extend(_scan_paragraph(text, start, end))
        start = end + 1
    return found


def quoted_mask(text: str, quotes: list[Quotation] | None = None) -> bytearray:
    r"""One byte per code point: 1 inside a quotation, marks included; else 0.

    >>> quoted_mask('a "b"')
    bytearray(b'\x00\x00\x01\x01\x01')
    """
    mask = bytearray(len(text))
    for quote in quotations(text) if quotes is None else quotes:
        if quote.depth == 0:
            mask[quote.start : quote.end] = b"\x01" * (quote.end - quote.start)
    return mask


def _scan_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    """Quotations between ``start`` and ``end``, which holds no line break."""
    found: list[Quotation] = []
    open_marks: list[tuple[int, str]] = []
    for position in _mark_positions(text, start, end):
        mark = text[position]
        before = text[position - 1] if position > start else " "
        after = text[position + 1] if position + 1 < end else " "
        closing = _index_closed_by(open_marks, mark, before, after)
        if closing is not None:
            # An inner mark that never closed was an apostrophe or a slip: the outer mark wins.
            del open_marks[closing + 1 :]
            opened, _ = open_marks.pop()
            found.append(Quotation(opened, position + 1, len(open_marks), closed=True))
        elif _opens(mark, before, after) and len(open_marks) < 8:
            open_marks.append((position, mark))
    for depth, (opened, mark) in enumerate(open_marks):
        if mark not in _SINGLE:
            found.append(Quotation(opened, end, depth, closed=False))
            break
    return _consistent(found)


def _mark_positions(text: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _MARK.finditer(text, start, end)]


def _index_closed_by(
    open_marks: list[tuple[int, str]], mark: str, before: str, after: str
) -> int | None:
    """The place in ``open_marks`` of the innermost mark that ``mark`` closes, if any."""
    if mark in _SINGLE and after.isalnum():
        return None
    for index in range(len(open_marks) - 1, -1, -1):
        opener = open_marks[index][1]
        if opener in _STRAIGHT:
            matches = mark == opener
        else:
            matches = mark in _PAIRS[opener] or (mark == '"' and opener == "\u201c")
        if not matches:
            continue
        # 'said "" ' and '"We "know" it': a mark glued to the next word opens, it does not close.
        if mark in _STRAIGHT and before.isspace() and after.isalnum():
            return None
        return index
    return None


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _PAIRS and mark not in _SINGLE:
        return True
    if mark in _CLOSERS and mark != "\u201c":
        return False
    starts = before.isspace() or before in _BEFORE_OPENING
    if mark == '"':
        return starts or not after.isspace()
    return starts and (after.isalpha() or after in '"\u201c[')


def _consistent(found: list[Quotation]) -> list[Quotation]:
    """Sort by start, and count depth again by what really encloses what."""
    ordered: list[Quotation] = []
    enclosing: list[int] = []
    for quote in sorted(found, key=lambda quote: (quote.start, -quote.end)):
        while enclosing and enclosing[-1] <= quote.start:
            enclosing.pop()
        ordered.append(Quotation(quote.start, quote.end, len(enclosing), quote.closed))
        enclosing.append(quote.end)
    return ordered
