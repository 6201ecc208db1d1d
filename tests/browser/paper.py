"""A printed page, as PDF, read back: its rows, its words, and how far they reach."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: A point of printers, in millimetres.
MILLIMETRE = 25.4 / 72

#: What is to stay on one sheet: rows of a table, points of a list.
WHOLE = ("TR", "LI")


class Piece(NamedTuple):
    """A row or a point, as far as it stands on one sheet.

    Attributes:
        kind: Of structure: "TR", "LI".
        text: Its characters, without spaces.
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper.

    Attributes:
        width: In millimetres.
        height: In millimetres.
        left: From its left edge to the first ink of a letter, in millimetres.
        right: From the last one to its right edge.
        words: All that is written, without spaces and line breaks.
        pieces: The rows and points on it; one that runs over two sheets is on both.
    """

    width: float
    height: float
    left: float
    right: float
    words: str
    pieces: tuple[Piece, ...]


def sheets(content: bytes) -> list[Sheet]:
    """The sheets of a PDF."""
    with pdfium.PdfDocument(content) as document:
        return [_sheet(page) for page in document]


def _sheet(page: Any) -> Sheet:
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    inked = [(left, right) for left, _, right, _ in boxes if right > left]
    width, height = page.get_size()
    return Sheet(
        width=width * MILLIMETRE,
        height=height * MILLIMETRE,
        left=min((left for left, _ in inked), default=width) * MILLIMETRE,
        right=(width - max((right for _, right in inked), default=0)) * MILLIMETRE,
        words=squeezed(text.get_text_range()),
        pieces=tuple(Piece(*each) for each in _structure(page)),
    )


def squeezed(text: str) -> str:
    """A text without spaces, and without the hyphens and joiners that only printing puts in."""
    return "".join(
        each for each in text if not each.isspace() and each not in "\u00ad\u200b\ufffe\u0002"
    )


def _structure(page: Any) -> Iterator[tuple[str, str]]:
    texts = _texts(page)
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, place), texts)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _texts(page: Any) -> dict[int, str]:
    """The characters of each piece of marked content."""
    found: defaultdict[int, str] = defaultdict(str)
    text_page = page.get_textpage()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
        mark = raw.FPDFPageObj_GetMarkedContentID(item.raw)
        size = raw.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(
            item.raw, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
        )
        found[mark] += squeezed(buffer.raw[: size - 2].decode("utf-16-le", "replace"))
    return found


def _walk(element: Any, texts: dict[int, str]) -> Iterator[tuple[str, str]]:
    kind = _kind(element)
    # The head of a table is printed again on each sheet that its table goes on on.
    if kind in WHOLE and not _is_head(element, kind):
        text = _text(element, texts)
        if text:
            yield kind, text
    for child in _children(element):
        yield from _walk(child, texts)


def _is_head(element: Any, kind: str) -> bool:
    return kind == "TR" and all(_kind(child) != "TD" for child in _children(element))


def _text(element: Any, texts: dict[int, str]) -> str:
    count = raw.FPDF_StructElement_GetMarkedContentIdCount(element)
    marks = [raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, n) for n in range(count)]
    own = "".join(texts.get(mark, "") for mark in marks if mark >= 0)
    return own + "".join(_text(child, texts) for child in _children(element))


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
