"""A printed page, as PDF, read back: its words, how far they reach, and what is on which sheet."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf import PdfReader

#: A point of printers, in millimetres.
MILLIMETRE = 25.4 / 72

#: What is to stay on one sheet, by its names in PDF: rows of a table, points of a list.
WHOLE = ("/TR", "/LI")

#: The number of a sheet, and of a piece of what is written on it.
Mark = tuple[int, int]


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper.

    Attributes:
        width: In millimetres.
        height: In millimetres.
        left: From its left edge to the first ink of a letter, in millimetres.
        right: From the last one to its right edge.
        words: All that is written, without spaces and line breaks.
        marked: The words of each piece of marked content, by its number.
    """

    width: float
    height: float
    left: float
    right: float
    words: str
    marked: Mapping[int, str]


@dataclass(frozen=True)
class Whole:
    """A row or a point.

    Attributes:
        kind: "/TR" or "/LI".
        words: What is written in it, by the number of the sheet, from 0.
    """

    kind: str
    words: Mapping[int, str]


def sheets(content: bytes) -> list[Sheet]:
    """The sheets of a PDF."""
    with pdfium.PdfDocument(content) as document:
        return [_sheet(page) for page in document]


def wholes(content: bytes, printed: list[Sheet]) -> Iterator[Whole]:
    """The rows and points of a PDF that hold words; heads of tables, which are repeated, not."""
    reader = PdfReader(BytesIO(content))
    numbers = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages)
        if page.indirect_reference is not None
    }
    found: list[tuple[str, set[Mark]]] = []
    _walk(reader.root_object["/StructTreeRoot"], -1, numbers, found)
    for kind, marks in found:
        words: defaultdict[int, str] = defaultdict(str)
        for sheet, mark in sorted(marks):
            words[sheet] += printed[sheet].marked.get(mark, "")
        if any(words.values()):
            yield Whole(kind, {sheet: text for sheet, text in words.items() if text})


def squeezed(text: str) -> str:
    """A text without spaces, and without the hyphens and joiners that only printing puts in."""
    return "".join(
        each for each in text if not each.isspace() and each not in "\u00ad\u200b\ufffe\u0002"
    )


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
        marked=_marked(page, text),
    )


def _marked(page: Any, text: Any) -> dict[int, str]:
    found: defaultdict[int, str] = defaultdict(str)
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
        size = raw.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        letters = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
        raw.FPDFTextObj_GetText(item.raw, text.raw, letters, size)
        words = squeezed(buffer.raw[: size - 2].decode("utf-16-le", "replace"))
        found[raw.FPDFPageObj_GetMarkedContentID(item.raw)] += words
    return dict(found)


def _walk(
    element: Any, sheet: int, numbers: Mapping[int, int], found: list[tuple[str, set[Mark]]]
) -> set[Mark]:
    """The pieces of content in an element of the structure; its rows and points are put down."""
    if isinstance(element, int):
        return {(sheet, element)}
    if "/Pg" in element:
        sheet = numbers[element.raw_get("/Pg").idnum]
    if "/MCID" in element:
        return {(sheet, element["/MCID"])}
    children = element.get("/K", [])
    children = (
        [each.get_object() for each in children] if isinstance(children, list) else [children]
    )
    marks = {mark for child in children for mark in _walk(child, sheet, numbers, found)}
    kind = element.get("/S")
    if kind in WHOLE and not _is_head(kind, children):
        found.append((kind, marks))
    return marks


def _is_head(kind: str, children: list[Any]) -> bool:
    cells = [child.get("/S") for child in children if not isinstance(child, int)]
    return kind == "/TR" and len(cells) > 1 and "/TD" not in cells
