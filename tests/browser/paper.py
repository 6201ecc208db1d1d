"""A printed page, as PDF, read back: its rows, its words, and how far they reach."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: Things that are to stay on one sheet: rows of a table, points of a list, pictures.
WHOLE = ("TR", "LI", "Figure")


class Printed(NamedTuple):
    """A row or a point, as far as it stands on one sheet.

    Attributes:
        sheet: From 1.
        kind: Of structure: "TR", "LI".
        text: Its characters, without spaces.
    """

    sheet: int
    kind: str
    text: str


class Paper:
    """A PDF with its structure."""

    def __init__(self, content: bytes) -> None:
        self._document = pdfium.PdfDocument(content)

    def __len__(self) -> int:
        return len(self._document)

    def size(self) -> tuple[float, float]:
        """Width and height of the first sheet, in millimetres."""
        width, height = self._document[0].get_size()
        return width / 72 * 25.4, height / 72 * 25.4

    def words(self) -> str:
        """All that is written, without spaces and line breaks."""
        return "".join(squeezed(page.get_textpage().get_text_range()) for page in self._document)

    def margins(self) -> Iterator[tuple[int, float, float]]:
        """How far the outermost characters of each sheet are from its left and right edge, in
        millimetres.
        """
        for number, page in enumerate(self._document, 1):
            text = page.get_textpage()
            boxes = [text.get_charbox(place) for place in range(text.count_chars())]
            inked = [(left, right) for left, _, right, _ in boxes if right > left]
            if inked:
                left = min(left for left, _ in inked)
                right = page.get_width() - max(right for _, right in inked)
                yield number, left / 72 * 25.4, right / 72 * 25.4

    def pieces(self) -> list[Printed]:
        """Rows and points by sheet; one that runs over two sheets is there twice."""
        return [
            Printed(number, kind, text)
            for number, page in enumerate(self._document, 1)
            for kind, text in _structure(page)
        ]


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
    if kind in WHOLE:
        text = _text(element, texts)
        if text:
            yield kind, text
    for child in _children(element):
        yield from _walk(child, texts)


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
