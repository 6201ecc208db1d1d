"""A printed page, as PDF, read back: its rows, its words, and how far they reach."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: A point of printers, in millimetres.
MILLIMETRE = 25.4 / 72

#: What is to stay on one sheet: rows of a table, points of a list.
WHOLE = ("TR", "LI")


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper.

    Attributes:
        width: In millimetres.
        height: In millimetres.
        left: From its left edge to the first ink of a letter, in millimetres.
        right: From the last one to its right edge.
        words: All that is written, without spaces and line breaks.
        pieces: How many rows and points of each kind are on it; one that runs over two sheets is
            on both.
    """

    width: float
    height: float
    left: float
    right: float
    words: str
    pieces: Counter[str]


def sheets(content: bytes) -> list[Sheet]:
    """The sheets of a PDF."""
    with pdfium.PdfDocument(content) as document:
        return [_sheet(page) for page in document]


def _sheet(page: Any) -> Sheet:
    text = page.get_textpage()
    boxes = [text.get_rect(place) for place in range(text.count_rects())]
    inked = [(left, right) for left, _, right, _ in boxes if right > left]
    width, height = page.get_size()
    return Sheet(
        width=width * MILLIMETRE,
        height=height * MILLIMETRE,
        left=min((left for left, _ in inked), default=width) * MILLIMETRE,
        right=(width - max((right for _, right in inked), default=0)) * MILLIMETRE,
        words=squeezed(text.get_text_range()),
        pieces=Counter(_structure(page)),
    )


def squeezed(text: str) -> str:
    """A text without spaces, and without the hyphens and joiners that only printing puts in."""
    return "".join(
        each for each in text if not each.isspace() and each not in "\u00ad\u200b\ufffe\u0002"
    )


def _structure(page: Any) -> Iterator[str]:
    """The kind of each row and point of which some words stand on the sheet."""
    written = _written(page)
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            kinds: list[str] = []
            _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, place), written, kinds)
            yield from kinds
    finally:
        raw.FPDF_StructTree_Close(tree)


def _written(page: Any) -> frozenset[int]:
    """The pieces of marked content that hold words."""
    items = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8)
    return frozenset(raw.FPDFPageObj_GetMarkedContentID(item.raw) for item in items)


def _walk(element: Any, written: frozenset[int], kinds: list[str]) -> bool:
    """Whether there are words in an element; its rows and points are put down."""
    kind, children = _kind(element), _children(element)
    count = raw.FPDF_StructElement_GetMarkedContentIdCount(element)
    marks = (raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, n) for n in range(count))
    inside = [_walk(child, written, kinds) for child in children]
    has_words = any(inside) or not written.isdisjoint(marks)
    # The head of a table is printed again on each sheet that its table goes on on.
    is_head = kind == "TR" and all(_kind(child) != "TD" for child in children)
    if kind in WHOLE and has_words and not is_head:
        kinds.append(kind)
    return has_words


def _children(element: Any) -> list[Any]:
    count = raw.FPDF_StructElement_CountChildren(element)
    found = (raw.FPDF_StructElement_GetChildAtIndex(element, place) for place in range(count))
    return [child for child in found if child]


def _kind(element: Any) -> str:
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")
